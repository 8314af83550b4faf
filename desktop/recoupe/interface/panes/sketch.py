"""Where the marks of each paragraph are to be drawn, worked out once a layout and kept."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath, QTextBlock

from recoupe.interface.panes.findings import Findings, Mark
from recoupe.interface.panes.offsets import ASTRAL, Shown, Stretch
from recoupe.model import Place, Span, Verdict

BADGE = 0.72  # the size of a sign, in heights of an x-line


@dataclass(frozen=True, slots=True)
class Here:
    """What of the findings may stand in one paragraph, so that none has to look for it among those of the whole text."""

    marks: tuple[Mark, ...] = ()
    seen: tuple[Span, ...] = ()  # facts on which nothing is said yet
    doubts: tuple[Span, ...] = ()  # words of a translation to check


@dataclass(slots=True)
class MarkSketch:
    """A mark in one paragraph: the boxes of its words line by line, and its sign where the mark ends here and no weightier one does."""

    mark: Mark
    boxes: list[QRectF]
    badge: QRectF | None


@dataclass(slots=True)
class Sketch:
    """What is drawn around one paragraph, in pixels from the top left of its block."""

    passages: list[tuple[int, QPainterPath]] = field(default_factory=list)  # sentence index, outline
    marks: list[MarkSketch] = field(default_factory=list)
    lanes: list[tuple[float, float]] = field(default_factory=list)  # top and bottom of each passage with reserve
    doubts: list[QRectF] = field(default_factory=list)  # words of a translation to check
    seen: list[QRectF] = field(default_factory=list)  # facts on which nothing is said yet


class Lines:
    """The lines of a paragraph as laid out, read once for all that is drawn around them: asking Qt for each is what takes time."""

    def __init__(self, block: QTextBlock) -> None:
        layout, text = block.layout(), block.text()
        self._text = ASTRAL.sub(r"\g<0>\g<0>", text)  # a character for each unit that Qt counts
        self._lines = [layout.lineAt(n) for n in range(layout.lineCount())]
        self._starts = [line.textStart() for line in self._lines]
        self._ends = [*self._starts[1:], len(self._text)]
        self._tops = [(line.y(), line.height()) for line in self._lines[:2]]

    @property
    def leading(self) -> float:
        """The room between two lines beyond their own height."""
        if len(self._tops) < 2:
            return 0.0
        (first, height), (second, _) = self._tops
        return float(max(second - first - height, 0.0))

    def boxes(self, stretch: Stretch) -> Iterator[QRectF]:
        """The boxes that a run of units takes, one a line, white space at line ends left out."""
        end = stretch.start + stretch.length
        for n in range(max(bisect_right(self._starts, stretch.start) - 1, 0), len(self._lines)):
            if self._starts[n] >= end:
                break
            begun, stop = max(stretch.start, self._starts[n]), min(end, self._ends[n])
            while stop > begun and self._text[stop - 1 : stop] in {" ", "\u2028"}:
                stop -= 1
            if stop > begun:
                line = self._lines[n]
                left, right = _x(line.cursorToX(begun)), _x(line.cursorToX(stop))
                yield QRectF(min(left, right), line.y(), abs(right - left), line.height())


def _x(answer: object) -> float:
    """PySide gives the x together with the cursor it belongs to."""
    return float(answer[0] if isinstance(answer, tuple) else answer)  # type: ignore[arg-type]


def outline(boxes: list[QRectF], left: float, right: float, gap: float) -> QPainterPath:
    """A soft shape behind a passage: its lines joined, whole lines out to the column's edges."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for n, box in enumerate(boxes):
        widened = box.adjusted(0, 0, 0, gap if n < len(boxes) - 1 else 0)
        widened.setLeft(box.left() - 3 if n == 0 else left)
        widened.setRight(box.right() + 3 if n == len(boxes) - 1 else right)
        path.addRoundedRect(widened, 3.5, 3.5)
        if n and widened.left() < boxes[n - 1].right() and widened.right() > boxes[n - 1].left() - 3:
            joint_left = max(widened.left(), boxes[n - 1].left() - 3 if n == 1 else left)
            path.addRect(QRectF(joint_left, box.top() - 4, max(min(widened.right(), right) - joint_left, 0), 8))
    return path


def sketch(block: QTextBlock, shown: Shown, findings: Findings, here: Here, badge: float) -> Sketch:
    """Work out a paragraph; `here` is what of the findings may stand in it, `badge` the size of a sign."""
    made, index, lines = Sketch(), block.blockNumber(), Lines(block)
    right = block.layout().boundingRect().right() + 3
    left = block.blockFormat().leftMargin() - 3
    ident, gap = shown.article.id, lines.leading

    def boxes_of(span: Span) -> list[QRectF]:
        return [box for stretch in in_block(shown, index, span) for box in lines.boxes(stretch)]

    for sentence in shown.paragraphs[index].sentences:
        banded, quiet = sentence in findings.aligned or sentence in findings.picked, Place(ident, sentence) in findings.quiet
        boxes = boxes_of(shown.article.sentences[sentence].span) if banded or quiet else []
        if boxes and banded:
            made.passages.append((sentence, outline(boxes, left, right, gap)))
        if boxes and quiet:
            made.lanes.append((boxes[0].top(), boxes[-1].bottom()))
    weightiest = {mark.span.end: mark for mark in sorted(here.marks, key=lambda m: -m.sign.rank)}  # one sign where several facts end
    for mark in here.marks:
        boxes = boxes_of(mark.span)
        if boxes and mark.verdict is Verdict.AGREEMENT:
            made.marks.append(MarkSketch(mark, boxes, None))
        elif boxes:
            last = boxes[-1]
            sign = QRectF(last.right() - badge - 1, last.center().y() - badge * 0.86, badge, badge)
            made.marks.append(MarkSketch(mark, _without_badge(boxes, badge), sign if weightiest[mark.span.end] is mark else None))
    made.seen = [box for span in here.seen for box in boxes_of(span)]
    made.doubts = [box for span in here.doubts for box in boxes_of(span)]
    return made


def in_block(shown: Shown, index: int, span: Span) -> list[Stretch]:
    """The stretches of a span that stand in one paragraph."""
    return [s for s in shown.stretches(span) if s.paragraph == index]


def _without_badge(boxes: list[QRectF], badge: float) -> list[QRectF]:
    """The boxes of the words themselves: room for the sign is kept behind the last one."""
    return [*boxes[:-1], boxes[-1].adjusted(0, 0, -badge - 2, 0)]
