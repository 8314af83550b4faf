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

    def space_under(self, block: QTextBlock, room: int) -> None:
        """Leave room under a paragraph, beyond its own spacing."""


class CardRoom:
    """One card at a time, under the paragraph of a sentence."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._number = -1
        self.shown: QWidget | None = None

    def open(self, sentence: int, card: QWidget) -> None:
        """Set a card under the paragraph of a sentence."""
        self.close()
        self.shown, self._number = card, self._text.sentence_block(sentence).blockNumber()
        card.setParent(self._text.viewport())
        self.fit()
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
        self._text.space_under(self._block, card.height() + GAP)
        self.move()

    def move(self) -> None:
        """Set the card where its paragraph is now."""
        if self.shown is not None and self._block.isValid():
            block = self._block
            rect = self._text.document().documentLayout().blockBoundingRect(block)
            last = block.layout().lineAt(block.layout().lineCount() - 1)
            top = rect.top() + last.y() + last.height() + GAP / 2 - self._text.verticalScrollBar().value()
            self.shown.move(round(self._text.column[0] - OVERHANG), round(top))

    @property
    def _block(self) -> QTextBlock:
        return self._text.document().findBlockByNumber(self._number)
