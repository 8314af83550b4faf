"""Takes what the reader is at to the clipboard, always with its sources."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from recoupe.interface.commands.desk import Desk
from recoupe.interface.messages import words_of
from recoupe.interface.selection import Selection
from recoupe.interface.session import Session
from recoupe.interface.tongue import window_language


def copy_quote(session: Session, selection: Selection, desk: Desk) -> None:
    """Copy the sentence with its source, ready to be cited."""
    place = selection.place
    if place is None:
        desk.say(QCoreApplication.translate("Commands", "Choose a sentence first."))
        return
    article = session.project.article(place.article)
    source = ", ".join(part for part in (article.outlet, article.title, article.published.isoformat() if article.published else "") if part)
    QGuiApplication.clipboard().setText(f"« {article.sentence_text(place.sentence)} » ({source or article.id})")
    desk.say(QCoreApplication.translate("Commands", "Copied with its source"))


def copy_row(session: Session, selection: Selection, desk: Desk) -> None:
    """Copy the selected row of the table: what each article states, where, and the verdict."""
    from recoupe.reports import comparison_text  # the first window must not wait for it

    project, row, language = session.project, selection.comparison, window_language()
    wording = desk.translator.wording(language)
    _copy(lambda: comparison_text(project, row, language, wording), desk)


def copy_passages(session: Session, selection: Selection, desk: Desk) -> None:
    """Copy what every article tells of the selected event."""
    from recoupe.reports import event_text  # the first window must not wait for it

    project, event, language = session.project, selection.event, window_language()
    _copy(lambda: event_text(project, event, language), desk)


def _copy(make: Callable[[], str], desk: Desk) -> None:
    """Put a text on the clipboard; it is made beside the window, since it is taken from a report of the whole study."""

    def take(text: str) -> None:
        if text:
            QGuiApplication.clipboard().setText(text)
            desk.say(QCoreApplication.translate("Commands", "Copied with its sources"))
        else:
            desk.say(QCoreApplication.translate("Commands", "This is no longer in the study: nothing was copied."))

    desk.jobs.start(lambda _: make(), take, lambda error: desk.tell(words_of(error)))
