"""What an action is: its text, keys, icon, condition and command."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from recoupe.interface.commands.desk import Desk
from recoupe.interface.selection import Selection
from recoupe.interface.session import Session


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a text for the translators, who look for this name; Qt's own is typed as giving any object."""
    del context
    return text


Command = Callable[[Session, Selection, Desk], None]
Condition = Callable[[Session, Selection], bool]


def always(session: Session, selection: Selection) -> bool:
    """At any time."""
    del session, selection
    return True


def has_articles(session: Session, selection: Selection) -> bool:
    """While an article is open."""
    del selection
    return bool(session.project.articles)


def has_two(session: Session, selection: Selection) -> bool:
    """While there is something to compare."""
    del selection
    return len(session.project.articles) > 1


def has_place(session: Session, selection: Selection) -> bool:
    """While a sentence is selected."""
    del session
    return selection.place is not None


def has_comparison(session: Session, selection: Selection) -> bool:
    """While a comparison is selected."""
    del session
    return bool(selection.comparison)


def has_event(session: Session, selection: Selection) -> bool:
    """While an event is selected."""
    del session
    return bool(selection.event)


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the user can do. `shortcut` may list several, the first is shown; `checked` makes it a switch."""

    id: str
    text: str
    menu: str
    command: Command
    shortcut: str = ""
    tooltip: str = ""
    icon: str = ""
    enabled: Condition = always
    checked: Condition | None = None
    divided: bool = False  # a line before it in its menu

    @property
    def title(self) -> str:
        """The text in the window's language, with its mnemonic."""
        return QCoreApplication.translate("Actions", self.text)

    @property
    def name(self) -> str:
        """The text in the window's language, for lists."""
        return self.title.replace("&", "").removesuffix("…")

    @property
    def hint(self) -> str:
        """What it does, in the window's language."""
        return QCoreApplication.translate("Actions", self.tooltip) if self.tooltip else self.name

    @property
    def shortcuts(self) -> tuple[str, ...]:
        """The keys, in Qt's portable words."""
        return tuple(self.shortcut.split("; ")) if self.shortcut else ()
