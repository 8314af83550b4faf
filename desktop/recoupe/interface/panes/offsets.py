"""Python offsets in an article ↔ positions in the text shown, which Qt counts in UTF-16 units.

What is shown is not quite the article: words that a tooltip doubled are left out, white space is evened out, and page noise may be hidden.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from recoupe.model import Article, Role, Sentence, Span

WHITE = r"[ \t\r\n\f\v\u2028\u2029]"  # no-break spaces are part of French typography and stay
UNEVEN = re.compile(rf"{WHITE}{{2,}}|[\t\r\n\f\v\u2028\u2029]|[\U00010000-\U0010ffff]")  # what is not shown one to one
ODD = re.compile(r"[\t\r\n\f\v\u2028\u2029\U00010000-\U0010ffff]")  # one set of characters: found five times as fast as the above
ASTRAL = re.compile(r"[\U00010000-\U0010ffff]")
LONG = 100_000  # characters
LEADING = re.compile(f"{WHITE}*")


def units(text: str) -> int:
    """How many UTF-16 units a text takes."""
    return len(text) + sum(1 for _ in ASTRAL.finditer(text))


def is_long(article: Article) -> bool:
    """Whether an article is so long that setting it in type would hold the window up."""
    return len(article.text) > LONG


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of units inside one paragraph of the text shown."""

    paragraph: int
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that follow one another both in the article and in what is shown, one unit each (or one character of two units)."""

    position: int
    offset: int
    length: int  # in units


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as shown: its text, the sentences in it, and where it begins in the whole, in units.

    `twin` tells that it says the paragraph above it in another language.
    """

    text: str
    role: Role
    sentences: tuple[int, ...]
    position: int
    length: int
    twin: bool = False


class Shown:
    """An article as a pane shows it: paragraphs joined by one unit each, and the way from each character to the article and back."""

    def __init__(self, article: Article, *, with_noise: bool = True) -> None:
        self.article = article
        self._runs: list[Run] = []
        self.paragraphs: tuple[Paragraph, ...] = self._lay(with_noise)
        self._positions = [run.position for run in self._runs]
        self._offsets = [run.offset for run in self._runs]
        self._begins = [p.position for p in self.paragraphs]

    @property
    def text(self) -> str:
        """The whole text shown, one line a paragraph."""
        return "\n".join(p.text for p in self.paragraphs)

    def offset(self, position: int) -> int:
        """The article offset of the character at a position; past the end, the end of the last character shown."""
        at = bisect_right(self._positions, position) - 1
        if at < 0:
            return self._runs[0].offset if self._runs else 0
        run = self._runs[at]
        step = position - run.position
        if step < run.length:
            return run.offset + (0 if run.length == 2 and self._is_astral(run) else step)
        return self._end_offset(run) if at + 1 == len(self._runs) else self._runs[at + 1].offset

    def position(self, offset: int) -> int:
        """The position of an article offset; what is not shown is at the next character that is."""
        at = bisect_right(self._offsets, offset) - 1
        if at < 0:
            return 0
        run = self._runs[at]
        if offset < self._end_offset(run):
            return run.position + (offset - run.offset)
        if at + 1 < len(self._runs):
            return self._runs[at + 1].position
        return run.position + run.length

    def end_position(self, span: Span) -> int:
        """The position just after the last character of a span that is shown."""
        pieces = self._pieces(span)
        return pieces[-1][1] if pieces else self.position(span.end)

    def stretches(self, span: Span) -> tuple[Stretch, ...]:
        """Where a span of the article stands in the paragraphs shown; empty where none of it is shown."""
        found: list[Stretch] = []
        for start, end in self._pieces(span):
            index = self.paragraph_at(start)
            base = self.paragraphs[index].position
            if found and found[-1].paragraph == index:
                found[-1] = Stretch(index, found[-1].start, end - base - found[-1].start)
            else:
                found.append(Stretch(index, start - base, end - start))
        return tuple(found)

    def words(self, start: int, end: int) -> str:
        """The text shown between two positions."""
        return self.text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le", "ignore")

    def paragraph_at(self, position: int) -> int:
        """The index of the paragraph that a position stands in."""
        return max(bisect_right(self._begins, position) - 1, 0)

    def sentence_at(self, position: int) -> int | None:
        """The index of the sentence shown at a position, None beside every sentence."""
        if not self.paragraphs:
            return None
        paragraph = self.paragraphs[self.paragraph_at(position)]
        if position > paragraph.position + paragraph.length:
            return None
        offset = self.offset(min(position, paragraph.position + max(paragraph.length - 1, 0)))
        for index in paragraph.sentences:
            span = self.article.sentences[index].span
            if span.start <= offset < span.end:
                return index
        return min(paragraph.sentences, key=lambda i: abs(self.article.sentences[i].span.start - offset), default=None)

    def _pieces(self, span: Span) -> list[tuple[int, int]]:
        """The parts of a span that are shown, as positions from and to, paragraph by paragraph."""
        pieces = []
        at = max(bisect_right(self._offsets, span.start) - 1, 0)
        stop = bisect_left(self._offsets, span.end)
        for run in self._runs[at:stop]:
            end = self._end_offset(run)
            if end <= span.start:
                continue
            if self._is_astral(run):
                pieces.append((run.position, run.position + run.length))
            else:
                first, last = max(span.start, run.offset), min(span.end, end)
                pieces.append((run.position + first - run.offset, run.position + last - run.offset))
        return pieces

    def _is_astral(self, run: Run) -> bool:
        return run.length == 2 and ord(self.article.text[run.offset]) > 0xFFFF

    def _end_offset(self, run: Run) -> int:
        return run.offset + (1 if self._is_astral(run) else run.length)

    def _lay(self, with_noise: bool) -> tuple[Paragraph, ...]:
        shown = [(i, s) for i, s in enumerate(self.article.sentences) if with_noise or s.role is not Role.NOISE]
        paragraphs = []
        position, before = 0, 0
        for _, group in groupby(shown, key=lambda item: item[1].paragraph):
            members = tuple(group)
            start = self._beginning(before, members[0][0], members[0][1])
            end = before = members[-1][1].span.end
            parts, length = self._lay_runs(Span(start, end), position)
            if length:
                role = next((s.role for _, s in members if s.role is not Role.NOISE), Role.NOISE)
                paragraphs.append(Paragraph("".join(parts), role, tuple(i for i, _ in members), position, length))
                position += length + 1
        return tuple(paragraphs)

    def _beginning(self, before: int, index: int, first: Sentence) -> int:
        """Where a paragraph begins: a bullet or a quote mark that no sentence holds belongs to the one after it."""
        start = first.span.start
        floor = max(before, self.article.sentences[index - 1].span.end if index else 0)
        line = self.article.text.rfind("\n", floor, start) + 1 or floor
        lead = self.article.text[line:start]
        return line + len(lead) - len(lead.lstrip()) if lead.strip() else start

    def _lay_runs(self, span: Span, position: int) -> tuple[list[str], int]:
        """Add the runs of a paragraph; its text in parts and its length in units."""
        parts: list[str] = []
        begun = position
        for kept in self._kept(span):
            at = kept.start
            if parts and parts[-1].endswith(" ") and (white := LEADING.match(self.article.text, at, kept.end)):
                at = white.end()
            for start, end in [*self._uneven(at, kept.end), (kept.end, kept.end)]:
                if start > at:
                    parts.append(self.article.text[at:start])
                    self._runs.append(Run(position, at, start - at))
                    position += start - at
                at = end
                if end > start and ord(self.article.text[start]) > 0xFFFF:
                    parts.append(self.article.text[start:end])
                    self._runs.append(Run(position, start, 2))
                    position += 2
                elif end > start and parts and not parts[-1].endswith(" "):
                    parts.append(" ")
                    self._runs.append(Run(position, start, 1))
                    position += 1
        return parts, position - begun

    def _uneven(self, start: int, end: int) -> Iterable[tuple[int, int]]:
        """The parts of the article between two offsets that are not shown one to one; most paragraphs have none."""
        text = self.article.text
        even = text.find("  ", start, end) < 0 and ODD.search(text, start, end) is None
        return () if even else (m.span() for m in UNEVEN.finditer(text, start, end))

    def _kept(self, span: Span) -> list[Span]:
        """The parts of a span that no tooltip doubled."""
        kept, at = [], span.start
        for cut in self.article.doubled:
            if cut.overlaps(span):
                if cut.start > at:
                    kept.append(Span(at, cut.start))
                at = max(at, cut.end)
        return [*kept, Span(at, span.end)] if at < span.end else kept
