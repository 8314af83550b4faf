"""Bringing articles in, labelling, ordering and removing them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from recoupe.errors import Cancelled, RecoupeError
from recoupe.interface.commands import project as study
from recoupe.interface.commands.approving import approve
from recoupe.interface.commands.desk import Desk
from recoupe.interface.dialogs.add_page import AddPage, looks_like_page
from recoupe.interface.messages import words_of
from recoupe.interface.panes.labels import LabelsDialog
from recoupe.interface.selection import Selection
from recoupe.interface.session import Session
from recoupe.interface.stories import story_paths
from recoupe.model import (
    Analysis,
    Article,
    Comparison,
    Confirmed,
    Corrected,
    Decision,
    Dismissed,
    Event,
    Joined,
    Means,
    Noise,
    Noted,
    Parted,
    Project,
    Reviewed,
)
from recoupe.progress import Progress
from recoupe.project import SUFFIX
from recoupe.reading import READERS, read_page, read_paste, read_path

log = logging.getLogger(__name__)
Read = tuple[tuple[Article, ...], tuple[RecoupeError, ...]]


def open_articles(session: Session, selection: Selection, desk: Desk) -> None:
    """Choose files and set them beside the others."""
    del selection
    every = " ".join(f"*{suffix}" for reader in READERS for suffix in reader.suffixes)
    filters = [
        QCoreApplication.translate("Commands", "All articles (%1)").replace("%1", every),
        *(f"{reader.title} ({' '.join('*' + s for s in reader.suffixes)})" for reader in READERS),
        QCoreApplication.translate("Commands", "All files (*)"),
    ]
    title = QCoreApplication.translate("Commands", "Open articles")
    names, _ = QFileDialog.getOpenFileNames(desk.frame, title, "", ";;".join(filters))
    if names:
        open_paths(session, desk, [Path(name) for name in names])


def open_paths(session: Session, desk: Desk, paths: Sequence[Path]) -> None:
    """Set files beside the others, or open the study where the only file is one. A file that fails stops no other."""
    if len(paths) == 1 and paths[0].suffix == SUFFIX:
        study.open_path(session, desk, paths[0])
        return
    known = {a.origin.where for a in session.project.articles if a.origin.means is Means.FILE}
    again = [p for p in paths if str(p) in known or str(p.absolute()) in known]
    wanted = [p for p in paths if p not in again and p.suffix != SUFFIX]
    if again:
        names = ", ".join(p.name for p in again)
        desk.say(QCoreApplication.translate("Commands", "Already open: %1").replace("%1", names))
    if wanted:
        done = desk.work(QCoreApplication.translate("Commands", "Reading…"))
        desk.jobs.start(lambda progress: _read_all(wanted, progress), lambda read: _take(session, desk, read, done), _fail(desk, done))


def open_sample(session: Session, selection: Selection, desk: Desk) -> None:
    """Set the articles of the long sample story side by side."""
    del selection
    open_paths(session, desk, story_paths("sample"))


def open_short_sample(session: Session, selection: Selection, desk: Desk) -> None:
    """Set the articles of the short sample story side by side."""
    del selection
    open_paths(session, desk, story_paths("short_sample"))


def paste(session: Session, selection: Selection, desk: Desk) -> None:
    """Make an article of what is on the clipboard."""
    del selection
    take_mime(session, desk, QGuiApplication.clipboard().mimeData())


def take_mime(session: Session, desk: Desk, data: QMimeData) -> None:
    """Make articles of what was pasted or dropped: files, or text with or without its page's markup."""
    local = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if local:
        open_paths(session, desk, local)
        return
    pages = [url.toString() for url in data.urls() if url.scheme() in {"http", "https"}]
    text, html = data.text(), data.html()
    if not pages and is_address(text):
        pages = [text.strip()]
    if pages:
        fetch(session, desk, pages)
        return
    if not text.strip() and not html.strip():
        desk.tell(QCoreApplication.translate("Commands", "There is no text on the clipboard. Copy the article first, then paste it here."))
        return
    done = desk.work(QCoreApplication.translate("Commands", "Reading…"))
    desk.jobs.start(
        lambda _: (read_paste(text, html, now=datetime.now()), ()), lambda read: _take(session, desk, read, done), _fail(desk, done)
    )


def is_address(text: str) -> bool:
    """Whether a text is one address of the web and nothing else."""
    return looks_like_page(text.strip()) and not set(text.strip()) & set(" \n\t")


def add_page(session: Session, selection: Selection, desk: Desk) -> None:
    """Ask for addresses and read the articles there; one that cannot be read stops no other."""
    del selection
    dialog = AddPage(desk.frame)
    if not dialog.exec():
        return
    fetch(session, desk, dialog.addresses)


def fetch(session: Session, desk: Desk, addresses: Sequence[str]) -> None:
    """Read the articles at addresses of the web, and set those beside the others that the user approves of."""
    done = desk.work(QCoreApplication.translate("Commands", "Fetching…"))
    work = partial(_fetch_all, addresses, session.settings.allow_private_pages)

    def take(read: Read) -> None:
        found, errors = read
        done()
        add(session, desk, (), errors)
        approve(desk, found, lambda taken: add(session, desk, taken, ()))

    desk.jobs.start(work, take, _fail(desk, done))


def details(session: Session, selection: Selection, desk: Desk) -> None:
    """Set the outlet, the date and the title of the article the reader is in."""
    del selection
    pane = desk.row.current
    if pane is not None:
        edit_details(session, desk, pane.article.id)


def edit_details(session: Session, desk: Desk, ident: str) -> None:
    """Set the outlet, the date and the title of an article."""
    article = session.project.article(ident)
    dialog = LabelsDialog(article, desk.frame)
    if dialog.exec():
        changed = dialog.article
        if changed != article:
            label = QCoreApplication.translate("Commands", "change details of “%1”").replace("%1", name_of(desk.translator.named(changed)))
            session.do(label, with_article(session.project, changed))


def remove_current(session: Session, selection: Selection, desk: Desk) -> None:
    """Take the article the reader is in out of the study."""
    pane = desk.row.current
    if pane is not None:
        selection.clear()
        remove(session, desk, pane.article.id)


def remove(session: Session, desk: Desk, ident: str) -> None:
    """Take an article out of the study, with all that rests on it."""
    name = name_of(desk.translator.named(session.project.article(ident)))
    label = QCoreApplication.translate("Commands", "remove “%1”").replace("%1", name)
    session.do(label, without_article(session.project, ident))


def move_left(session: Session, selection: Selection, desk: Desk) -> None:
    """Set the article the reader is in one place further left."""
    del selection
    if desk.row.current is not None:
        move(session, desk, desk.row.current.article.id, -1)


def move_right(session: Session, selection: Selection, desk: Desk) -> None:
    """Set the article the reader is in one place further right."""
    del selection
    if desk.row.current is not None:
        move(session, desk, desk.row.current.article.id, 1)


def move(session: Session, desk: Desk, ident: str, by: int) -> None:
    """Set an article further left (negative) or right; nothing happens at the ends."""
    articles = list(session.project.articles)
    at = next(n for n, a in enumerate(articles) if a.id == ident)
    to = at + by
    if 0 <= to < len(articles):
        articles.insert(to, articles.pop(at))
        label = QCoreApplication.translate("Commands", "move “%1”").replace("%1", name_of(desk.translator.named(articles[to])))
        session.do(label, replace(session.project, articles=tuple(articles)))


def with_article(project: Project, article: Article) -> Project:
    """The study with one article in place of the one of the same id."""
    return replace(project, articles=tuple(article if a.id == article.id else a for a in project.articles))


def without_article(project: Project, ident: str) -> Project:
    """The study without an article and without anything that points to it."""
    gone = {f.id for f in project.analysis.facts if f.place.article == ident}
    events = tuple(e for e in (_event_without(e, ident) for e in project.analysis.events) if e is not None)
    kept = {e.id for e in events}
    rows = [_comparison_without(c, gone) for c in project.analysis.comparisons if c.event in kept or not c.event]
    analysis = Analysis(
        tuple(f for f in project.analysis.facts if f.id not in gone),
        events,
        tuple(c for c in rows if c is not None),
        tuple(c for c in project.analysis.copies if ident not in {c.left, c.right}),
    )
    return replace(
        project,
        articles=tuple(a for a in project.articles if a.id != ident),
        decisions=tuple(d for d in project.decisions if not _concerns(d, ident)),
        analysis=analysis,
        translations=tuple(t for t in project.translations if t.place.article != ident),
        revisions=tuple(r for r in project.revisions if r.earlier.id != ident),
    )


def _event_without(event: Event, ident: str) -> Event | None:
    if ident not in event.articles:
        return event
    members = tuple(p for p in event.members if p.article != ident)
    links = tuple(link for link in event.links if ident not in {link.left.article, link.right.article})
    return replace(event, members=members, links=links) if len({p.article for p in members}) > 1 else None


def _comparison_without(comparison: Comparison, gone: set[str]) -> Comparison | None:
    if gone.isdisjoint(comparison.facts):
        return comparison
    facts = tuple(f for f in comparison.facts if f not in gone)
    judgements = tuple(j for j in comparison.judgements if not {j.left, j.right} & gone)
    return replace(comparison, facts=facts, judgements=judgements) if judgements else None


def _concerns(decision: Decision, ident: str) -> bool:
    match decision:
        case Joined(places) | Parted(places):
            return any(p.article == ident for p in places)
        case Confirmed(left, right):
            return ident in {left.article, right.article}
        case Noise(place):
            return place.article == ident
        case Corrected(fact):
            return fact.rsplit(":", 2)[0] == ident
        case Noted(subject):
            return subject == ident
        case Dismissed() | Reviewed():
            return False


def _read_all(paths: Iterable[Path], progress: Progress) -> Read:
    found: list[Article] = []
    errors: list[RecoupeError] = []
    for path in paths:
        try:
            found.extend(read_path(path, now=datetime.now(), progress=progress))
        except Cancelled:
            raise
        except RecoupeError as error:
            errors.append(error)
    return tuple(found), tuple(errors)


def _fetch_all(addresses: Sequence[str], private: bool, progress: Progress) -> Read:
    found: list[Article] = []
    errors: list[RecoupeError] = []
    for address in addresses:
        try:
            found.append(read_page(address, now=datetime.now(), allow_private=private, progress=progress))
        except Cancelled:
            raise
        except RecoupeError as error:
            errors.append(error)
    return tuple(found), tuple(errors)


def _take(session: Session, desk: Desk, read: Read, done: Callable[[], None]) -> None:
    done()
    add(session, desk, *read)


def add(session: Session, desk: Desk, articles: Sequence[Article], errors: Sequence[RecoupeError]) -> None:
    """Set articles beside the others as one step, and tell of those that could not be read."""
    for error in errors:
        desk.tell(words_of(error))
    if articles:
        names = name_of(articles[0]) if len(articles) == 1 else str(len(articles))
        one = QCoreApplication.translate("Commands", "add “%1”")
        many = QCoreApplication.translate("Commands", "add %1 articles")
        session.do((one if len(articles) == 1 else many).replace("%1", names), session.project.with_articles(articles))


def _fail(desk: Desk, done: Callable[[], None]) -> Callable[[RecoupeError], None]:
    def fail(error: RecoupeError) -> None:
        done()
        desk.tell(words_of(error))

    return fail


def name_of(article: Article) -> str:
    """What an article is called in a sentence: its outlet, else its title."""
    return article.outlet or article.title[:40] or article.id
