"""Room for a card under a paragraph: the text below makes way and takes the card along when it scrolls."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QScrollBar, QWidget

GAP = 14  # pixels around the card, together
OVERHANG = 8.0  # pixels that the card is wider than the column, on either side
LEAST = 30


class Text(Protocol):
    """What the room needs of the text it is in."""

    def document(self) -> QTextDocument:
        """The text as laid out."""

    def viewport(self) -> QWidget:
        """What of it is seen."""

    def verticalScrollBar(self) -> QScrollBar:
        """How far it is scrolled."""

    @property
    def column(self) -> tuple[float, float]:
        """The left edge and the width of the column of text."""

    def sentence_block(self, sentence: int) -> QTextBlock:
        """The paragraph that a sentence ends in."""

    def sentence_box(self, index: int) -> tuple[float, float]:
        """The top and bottom of a sentence in the text as laid out."""

    def space_under(self, block: QTextBlock, room: int) -> None:
        """Leave room under a paragraph, beyond its own spacing."""


class CardRoom:
    """One card at a time, under the paragraph of a sentence; under the sentence itself, over what follows, where the paragraph is longer
    than can be seen with the card.
    """

    def __init__(self, text: Text) -> None:
        self._text = text
        self._number = self._sentence = -1
        self._floats = False
        self.shown: QWidget | None = None

    def open(self, sentence: int, card: QWidget) -> None:
        """Set a card under the paragraph of a sentence."""
        self.close()
        self.shown, self._sentence = card, sentence
        self._number = self._text.sentence_block(sentence).blockNumber()
        card.setParent(self._text.viewport())
        self.fit()
        self._come_into_view()
        card.show()

    def close(self) -> None:
        """Put the card away and close the room it had."""
        card, self.shown = self.shown, None
        if card is not None:
            card.hide()
            card.deleteLater()
            self._text.space_under(self._block, 0)
            self._number = -1

    def fit(self) -> None:
        """Give the card the column's width and the height it then needs."""
        card = self.shown
        if card is None:
            return
        width = round(self._text.column[1] + 2 * OVERHANG)
        layout = card.layout()
        wanted = layout.totalHeightForWidth(width) if layout is not None else card.sizeHint().height()
        card.setFixedSize(width, max(wanted, LEAST))
        top = self._text.sentence_box(self._sentence)[0]
        self._floats = self._paragraph_end() + card.height() + 2 * GAP - top > self._text.viewport().height()
        self._text.space_under(self._block, 0 if self._floats else card.height() + GAP)
        self.move()

    def move(self) -> None:
        """Set the card where its paragraph is now."""
        if self.shown is not None and self._block.isValid():
            top = self._top() - self._text.verticalScrollBar().value()
            self.shown.move(round(self._text.column[0] - OVERHANG), round(top))

    def _come_into_view(self) -> None:
        """Scroll as little as shows the card with its sentence."""
        if self.shown is not None:
            bar, view = self._text.verticalScrollBar(), self._text.viewport().height()
            lowest = self._top() + self.shown.height() + GAP - view
            highest = self._text.sentence_box(self._sentence)[0] - GAP / 2
            bar.setValue(round(min(max(bar.value(), lowest), max(highest, 0))))

    def _top(self) -> float:
        """Where the card begins, in the text as laid out."""
        return (self._text.sentence_box(self._sentence)[1] if self._floats else self._paragraph_end()) + GAP / 2

    def _paragraph_end(self) -> float:
        """Where the last line of the paragraph ends, in the text as laid out."""
        block = self._block
        if not block.isValid():
            return 0.0
        rect = self._text.document().documentLayout().blockBoundingRect(block)
        last = block.layout().lineAt(block.layout().lineCount() - 1)
        return float(rect.top() + last.y() + last.height())

    @property
    def _block(self) -> QTextBlock:
        return self._text.document().findBlockByNumber(self._number)
