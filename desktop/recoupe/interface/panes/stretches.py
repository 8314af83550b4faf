"""Lays a long text out in turns, a stretch at a time, and says when it is laid out as far as the reader was."""

from __future__ import annotations

from collections.abc import Callable

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
        self._laid += STRETCH
        block = document.findBlock(min(self._laid, document.characterCount() - 1))
        document.documentLayout().blockBoundingRect(block)  # which lays out all before it
        self.working = block.next().isValid()
        if self.working:
            document.markContentsDirty(block.position(), 0)  # or Qt, which goes on by itself, would take twice as much each time
