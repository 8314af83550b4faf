"""Lays a long text out in turns, a stretch at a time, and says when it is laid out as far as the reader was."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QTextEdit

from recoupe.interface.turns import Turns

STRETCH = 60_000  # characters laid out in one turn


class Stretches:
    """The laying out of one text that was set anew or is of another width. Qt would do all before the reader's place at one go."""

    def __init__(self, text: QTextEdit, turns: Turns) -> None:
        self._text, self._turns = text, turns
        self._laid = self._wanted = 0
        self._then: Callable[[], None] | None = None
        self.working = False

    def begin(self, position: int, then: Callable[[], None]) -> None:
        """Lay the text out from its beginning; `then` is called once a stretch beyond a position is: Qt wants more than it shows.

        What is seen stays until then.
        """
        self._laid, self._wanted, self._then = 0, position, then
        self._text.viewport().setUpdatesEnabled(False)
        self.working = True
        self._lay()
        if not position:
            self.forget()
            then()
        self._turns.ask(self._go_on)

    def forget(self) -> None:
        """The reader has gone elsewhere, where they need not be brought back from; the laying out goes on."""
        self._then = None
        self._text.viewport().setUpdatesEnabled(True)

    def leave(self) -> None:
        """Want no turn any more: the text is going."""
        self._turns.leave(self)

    def _go_on(self) -> bool:
        """A stretch; whether there is more to do."""
        then = self._then
        if then is not None and (self._laid > self._wanted + STRETCH or not self.working):
            self.forget()
            then()
        if self.working:
            self._lay()
        return self.working or self._then is not None

    def _lay(self) -> None:
        document = self._text.document()
        block, self._laid = self._at(self._laid), self._laid + STRETCH
        last = self._at(self._laid)
        while block.isValid() and block.layout().lineCount() and block != last:
            block = block.next()
        self._restart(block)
        document.documentLayout().blockBoundingRect(last)  # which lays out all before it
        self.working = last.next().isValid()

    def _at(self, position: int) -> QTextBlock:
        document = self._text.document()
        return document.findBlock(min(position, document.characterCount() - 1))

    def _restart(self, block: QTextBlock) -> None:
        """Have Qt lay out from the first paragraph without lines on.

        Of itself Qt takes twice as much each time, which a change sets back. But whatever changes meanwhile in a text, a mark too, makes it
        pass over the paragraphs that follow as if they were laid out, and they would never be seen: so it is these that are said to be
        changed, as far as a stretch reaches. Nobody else need hear of it, for no word is another one.
        """
        document = self._text.document()
        quiet = QSignalBlocker(document)
        document.markContentsDirty(block.position(), min(STRETCH, document.characterCount() - block.position()))
        quiet.unblock()
