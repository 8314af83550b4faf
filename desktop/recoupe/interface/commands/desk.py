"""What a command may ask of the window it is done in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtWidgets import QWidget

from recoupe.interface.dialogs.palette import Entry
from recoupe.interface.jobs import Jobs
from recoupe.interface.outline import Outline
from recoupe.interface.panes.find_bar import FindBar
from recoupe.interface.panes.row import Row
from recoupe.interface.table.view import TableView
from recoupe.interface.theme import Theme
from recoupe.interface.translating import Translator


class Desk(Protocol):
    """The window as commands know it."""

    jobs: Jobs
    row: Row
    find_bar: FindBar
    outline: Outline
    table: TableView
    translator: Translator

    @property
    def theme(self) -> Theme:
        """The colours of now."""

    @property
    def frame(self) -> QWidget:
        """The widget that dialogs belong to."""

    def tell(self, text: str, button: str = "", call: Callable[[], None] = ...) -> None:
        """Say something in the message bar."""

    def say(self, text: str) -> None:
        """Say something in passing, in the status bar."""

    def work(self, what: str) -> Callable[[], None]:
        """Show that something is under way; the answer ends the showing."""

    def entries(self) -> Sequence[Entry]:
        """Everything that can be done, for lists of it."""

    def reveal(self, part: str) -> None:
        """Show or hide a part of the window: "table", "outline", "find", "full_screen"."""

    def shows(self, part: str) -> bool:
        """Whether a part of the window is shown."""

    def leave(self, then: Callable[[], None]) -> None:
        """Do something that would lose what is not saved, after asking."""

    def close(self) -> bool:
        """Close the window."""
