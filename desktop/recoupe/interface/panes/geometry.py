"""The arithmetic of panes side by side: which heights match, where bands run. No Qt: heights are plain numbers in pixels."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """A height of one text and the height of another at which the same thing is told; `weight` is how sure that is."""

    here: float
    there: float
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class View:
    """A text of a height seen through a window of a height, scrolled so far down."""

    scroll: float
    height: float
    view: float

    @property
    def play(self) -> float:
        """How far the text can be scrolled at most."""
        return max(self.height - self.view, 0.0)

    @property
    def focus(self) -> float:
        """The height of the text that is being read.

        It slides from the top of the window at the start of the text to its bottom at the end, so that every line has its turn.
        """
        return self.scroll + self.view * (self.scroll / self.play) if self.play else self.scroll

    def scroll_to(self, focus: float) -> float:
        """How far to scroll so that a height of the text becomes the focus."""
        if not self.play:
            return 0.0
        return min(max(focus * self.play / self.height, 0.0), self.play)


def chain(anchors: Iterable[Anchor]) -> tuple[Anchor, ...]:
    """The heaviest anchors that never go back: the thread that a reader can follow down both texts."""
    ordered = sorted(anchors)
    best: list[float] = []
    before: list[int] = []
    # Ends of threads, by their height in the other text: one that lies lower weighs more, or nobody would follow it.
    heights: list[float] = []
    threads: list[tuple[float, int]] = []
    for _, level_here in groupby(range(len(ordered)), key=lambda i: ordered[i].here):
        ended = []
        for i in level_here:
            at = bisect_left(heights, ordered[i].there)
            weight, j = threads[at - 1] if at else (0.0, -1)
            best.append(weight + ordered[i].weight)
            before.append(j)
            ended.append(i)
        for i in ended:
            at = bisect_right(heights, ordered[i].there)
            if at and threads[at - 1] >= (best[i], i):
                continue
            first = at - 1 if at and heights[at - 1] == ordered[i].there else at
            last = first
            while last < len(threads) and threads[last] <= (best[i], i):
                last += 1
            heights[first:last], threads[first:last] = [ordered[i].there], [(best[i], i)]
    at = max(range(len(best)), key=best.__getitem__, default=-1)
    found = []
    while at >= 0:
        found.append(ordered[at])
        at = before[at]
    return tuple(reversed(found))


def guide(anchors: Sequence[Anchor]) -> tuple[Anchor, ...]:
    """The anchors to scroll by: those of one thread where most lie on it, otherwise all, in the order of this text.

    Two papers that tell a story in nearly one order are followed smoothly; where one tells it the other way round, meaning wins.
    """
    thread = chain(anchors)
    if sum(a.weight for a in thread) * 2 >= sum(a.weight for a in anchors):
        return thread
    firsts: dict[float, Anchor] = {}
    for anchor in sorted(anchors, key=lambda a: (a.here, -a.weight)):
        firsts.setdefault(anchor.here, anchor)
    return tuple(firsts.values())


def match(anchors: Sequence[Anchor], height: float, here: View, there: View) -> float:
    """The height of the other text that matches a height of this one, between anchors by interpolation.

    The tops match and the ends match. `anchors` are in order of this text, as `guide` gives them.
    """
    points = [Anchor(0.0, 0.0), *anchors, Anchor(here.height, there.height)]
    at = min(max(bisect_right([p.here for p in points], height), 1), len(points) - 1)
    low, high = points[at - 1], points[at]
    if high.here <= low.here:
        return high.there
    share = min(max((height - low.here) / (high.here - low.here), 0.0), 1.0)
    return low.there + share * (high.there - low.there)


def level(y: float, height: float, there: View) -> float:
    """How far to scroll the other text so that its height `height` stands `y` below the top of its window."""
    return min(max(height - y, 0.0), there.play)


@dataclass(frozen=True, slots=True)
class Band:
    """A band between a stretch of the left text and one of the right, in pixels below the tops of the texts or of the gutter."""

    left_top: float
    left_bottom: float
    right_top: float
    right_bottom: float

    def scrolled(self, left: float, right: float) -> Band:
        """The band of the texts as it stands in the gutter when they are scrolled so far."""
        return Band(self.left_top - left, self.left_bottom - left, self.right_top - right, self.right_bottom - right)

    def seen(self, left: float, right: float, view: float) -> bool:
        """Whether either end lies in a view of that height; a band from far above to far below tells a reader nothing."""
        return left - self.left_bottom < 0 < left + view - self.left_top or right - self.right_bottom < 0 < right + view - self.right_top

    def contains(self, x: float, y: float, width: float) -> bool:
        """Whether a point of a gutter of that width lies in the band, by the same curve that is drawn."""
        share = ease(min(max(x / width, 0.0), 1.0))
        top = self.left_top + share * (self.right_top - self.left_top)
        bottom = self.left_bottom + share * (self.right_bottom - self.left_bottom)
        return top <= y <= bottom


def ease(x: float) -> float:
    """The height, from 0 to 1, of the curve of a band at x from 0 to 1: a cubic with both handles at half the width.

    That Bézier has x(t) = 1.5t - 1.5t² + t³ and y(t) = 3t² - 2t³; x is solved for t by Newton's steps.
    """
    t = x
    for _ in range(4):
        error = 1.5 * t - 1.5 * t * t + t**3 - x
        t -= error / (1.5 - 3 * t + 3 * t * t)
    return 3 * t * t - 2 * t**3
