"""Takes what the reader is at to the clipboard, always with its sources."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from recoupe.interface.commands.desk import Desk
from recoupe.interface.messages import words_of
from recoupe.interface.panes.translated import Mode
from recoupe.interface.selection import Selection
from recoupe.interface.session import Session
from recoupe.interface.tongue import window_language
from recoupe.model import Article
from recoupe.wording import quoted


def copy_quote(session: Session, selection: Selection, desk: Desk) -> None:
    """Copy the sentence with its source, ready to be cited: to a reader of a translation in its words, the article's own beneath."""
    place = selection.place
    if place is None:
        desk.say(QCoreApplication.translate("Commands", "Choose a sentence first."))
        return
    article = session.project.article(place.article)
    quote = _sourced(article, article.sentence_text(place.sentence), article.language or "fr")
    said = next((t for t in desk.translator.translations(article.id) if t.place == place), None)
    if said is not None and desk.translator.mode(article.id) is not Mode.ORIGINAL:
        from recoupe.reports import translated  # the first window must not wait for it

        remark = translated(said, window_language()).remark
        quote = f"{_sourced(desk.translator.named(article), said.text, said.language)} [{remark}]\n{quote}"
    QGuiApplication.clipboard().setText(quote)
    desk.say(QCoreApplication.translate("Commands", "Copied with its source"))


def _sourced(article: Article, words: str, language: str) -> str:
    """Words of an article in quotation marks, and where they are from."""
    parts = article.outlet, article.title, article.published.isoformat() if article.published else ""
    return f"{quoted(words, language)} ({', '.join(part for part in parts if part) or article.id})"


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
