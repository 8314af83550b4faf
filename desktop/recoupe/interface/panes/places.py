"""Where the words of an article stand in its text as laid out: measured when asked for, and kept until the layout changes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QTextEdit

from recoupe.interface.panes.offsets import Shown
from recoupe.model import Span

Item = TypeVar("Item")
MEASURED = 2_000  # sentences of which it is found out at one go about where they stand
Box = tuple[float, float]  # top and bottom, in pixels from the top of the whole text


class Places:
    """The heights of one text. Asking for any lays all of the text out, but for those of the paragraphs in view."""

    def __init__(self, text: QTextEdit) -> None:
        self._text = text
        self._shown: Shown | None = None
        self._boxes: dict[Span, Box] = {}
        self._tops: list[float] = []
        self._heights: list[float] = []
        self._abouts: list[Box] = []
        self._bases: list[int] = []
        self._lengths: list[int] = []

    def show(self, shown: Shown) -> None:
        """Another text is laid out."""
        self._shown = shown
        members = [(shown.article.sentences[p.sentences[0]].span, shown.article.sentences[p.sentences[-1]].span) for p in shown.paragraphs]
        self._bases = [first.start for first, _ in members]
        self._lengths = [max(last.end - first.start, 1) for first, last in members]
        self.forget()

    def forget(self) -> None:
        """The text was laid out anew."""
        self._boxes.clear()
        self._tops, self._heights, self._abouts = [], [], []

    @property
    def height(self) -> float:
        """The height of the whole text."""
        return float(self._text.document().documentLayout().documentSize().height())

    def box(self, span: Span) -> Box:
        """The first line of a span of the article to its last."""
        known = self._boxes.get(span)
        if known is None:
            known = self._boxes[span] = self._measured(span)
        return known

    def sentence_box(self, sentence: int) -> Box:
        """The first line of a sentence to its last."""
        return self.box(self._shown.article.sentences[sentence].span) if self._shown else (0.0, 0.0)

    def about(self, span: Span) -> Box:
        """About where a span begins and ends, a line more or less: without looking at lines, so for hundreds at once."""
        self._measure_blocks()
        return self._about(span.start), self._about(max(span.end - 1, span.start))

    def about_sentence(self, sentence: int) -> Box:
        """About where a sentence begins and ends."""
        if sentence < len(self._abouts):
            return self._abouts[sentence]
        return self.about(self._shown.article.sentences[sentence].span) if self._shown is not None else (0.0, 0.0)

    def measure_some(self) -> bool:
        """Find out about where the next sentences stand, for who will ask for them all; whether there are more."""
        sentences = self._shown.article.sentences if self._shown is not None else ()
        first = len(self._abouts)
        self._abouts += [self.about(s.span) for s in sentences[first : first + MEASURED]]
        return len(self._abouts) < len(sentences)

    def paragraph_of(self, offset: int) -> int:
        """The number of the paragraph that an offset of the article stands in, the one before it where it is not shown."""
        return max(bisect_right(self._bases, offset) - 1, 0)

    def by_paragraph(self, items: Iterable[Item], span: Callable[[Item], Span]) -> dict[int, list[Item]]:
        """What stands somewhere in the article, by the numbers of the paragraphs that it stands in."""
        bases, last = self._bases, len(self._bases) - 1
        found: dict[int, list[Item]] = {}
        for item in items if bases else ():
            where = span(item)
            number = max(bisect_right(bases, where.start) - 1, 0)
            found.setdefault(number, []).append(item)
            while number < last and bases[number + 1] < where.end:
                number += 1
                found.setdefault(number, []).append(item)
        return found

    def starting_in(self, number: int, items: Sequence[Item], starts: Sequence[int]) -> Sequence[Item]:
        """What begins in a paragraph, out of all that stands in the article; `starts` tells where each begins, in their order."""
        if number >= len(self._bases):
            return ()
        first = bisect_left(starts, self._bases[number]) if number else 0
        after = bisect_left(starts, self._bases[number + 1], first) if number + 1 < len(self._bases) else len(items)
        return items[first:after]

    def sentences_in_view(self) -> Iterator[int]:
        """The sentences of the paragraphs in view."""
        if self._shown is not None:
            for block, _ in self.blocks_in_view():
                if block.blockNumber() < len(self._shown.paragraphs):
                    yield from self._shown.paragraphs[block.blockNumber()].sentences

    def blocks_in_view(self) -> list[tuple[QTextBlock, float]]:
        """The paragraphs in view, each with the top of its block in the viewport."""
        layout, block = self._text.document().documentLayout(), self.first_in_view()
        scroll, height = self._text.verticalScrollBar().value(), self._text.viewport().height()
        found = []
        while block.isValid():
            rect = layout.blockBoundingRect(block)
            if rect.top() - scroll > height:
                break
            found.append((block, rect.top() - scroll))
            block = block.next()
        return found

    def first_in_view(self) -> QTextBlock:
        """The paragraph at the top of the view, or the one that ends above it. What is not laid out yet stays so.

        Qt, asked what stands between two paragraphs, takes the very last of a text for the nearest while that is not laid out, and lays
        out all before it.
        """
        document, layout = self._text.document(), self._text.document().documentLayout()
        scroll = self._text.verticalScrollBar().value()

        def below(number: int) -> bool:
            block = document.findBlockByNumber(number)
            return not block.layout().lineCount() or layout.blockBoundingRect(block).top() > scroll

        after = bisect_right(self._tops, scroll) if self._tops else bisect_left(range(document.blockCount()), True, key=below)
        return document.findBlockByNumber(max(after - 1, 0))

    def first_position(self) -> int:
        """Where the first line in view begins in the document."""
        layout, block, y = self._text.document().documentLayout(), self.first_in_view(), self._text.verticalScrollBar().value() + 1
        following = block.next()
        if following.isValid() and following.layout().lineCount() and layout.blockBoundingRect(block).bottom() <= y:
            block = following
        top = layout.blockBoundingRect(block).top()
        lines = (block.layout().lineAt(n) for n in range(block.layout().lineCount()))
        return block.position() + next((line.textStart() for line in lines if top + line.y() + line.height() > y), 0)

    def _measure_blocks(self) -> None:
        if self._tops:
            return
        layout = self._text.document().documentLayout()
        layout.documentSize()  # which lays out what nobody has seen yet
        block = self._text.document().begin()
        while block.isValid():
            rect = layout.blockBoundingRect(block)
            self._tops.append(rect.top())
            self._heights.append(rect.height())
            block = block.next()

    def _about(self, offset: int) -> float:
        number = self.paragraph_of(offset)
        if number >= min(len(self._tops), len(self._bases)):
            return 0.0
        share = min((offset - self._bases[number]) / self._lengths[number], 1.0)
        return self._tops[number] + share * self._heights[number]

    def _measured(self, span: Span) -> Box:
        if self._shown is None:
            return 0.0, 0.0
        document = self._text.document()
        ends = []
        for position in (self._shown.position(span.start), self._shown.position(max(span.end - 1, span.start))):
            block = document.findBlock(position)
            top = document.documentLayout().blockBoundingRect(block).top()
            if not block.isValid():
                return 0.0, 0.0
            line = block.layout().lineForTextPosition(position - block.position())
            ends.append((top + line.y(), top + line.y() + line.height()) if line.isValid() else (top, top))
        return ends[0][0], ends[1][1]
