"""Putting a later version of an article in its place: chosen from a file, or dropped on its pane."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from recoupe.errors import RecoupeError
from recoupe.interface.commands import articles
from recoupe.interface.commands.desk import Desk
from recoupe.interface.messages import words_of
from recoupe.interface.selection import Selection
from recoupe.interface.session import Session
from recoupe.model import Article
from recoupe.progress import Progress
from recoupe.project import SUFFIX, is_later_version, with_later_version
from recoupe.reading import SUFFIXES, read_paste, read_path


def replace_current(session: Session, selection: Selection, desk: Desk) -> None:
    """Choose the file of a later version of the article the reader is in."""
    del selection
    pane = desk.row.current
    if pane is None:
        return
    title = QCoreApplication.translate("Commands", "Open a later version of “%1”").replace(
        "%1", articles.name_of(desk.translator.named(pane.article))
    )
    every = " ".join(f"*{suffix}" for suffix in SUFFIXES)
    kinds = (
        QCoreApplication.translate("Commands", "All articles (%1)").replace("%1", every),
        QCoreApplication.translate("Commands", "All files (*)"),
    )
    name, _ = QFileDialog.getOpenFileName(desk.frame, title, _folder_of(pane.article), ";;".join(kinds))
    if name:
        replace_by_file(session, desk, pane.article.id, Path(name))


def replace_by_file(session: Session, desk: Desk, ident: str, path: Path) -> None:
    """Put what a file says now in the place of an article; where the two have little in common the user is asked first."""
    _read(session, desk, ident, lambda progress: read_path(path, now=datetime.now(), progress=progress), beside=False)


def drop_on(session: Session, desk: Desk, ident: str, data: QMimeData) -> None:
    """Take what was dropped on the pane of an article: a later version may take its place, all else is set beside."""
    local = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    text, html = data.text(), data.html()
    if len(local) == 1 and local[0].is_file() and local[0].suffix != SUFFIX:
        _read(session, desk, ident, lambda progress: read_path(local[0], now=datetime.now(), progress=progress), beside=True)
    elif not data.urls() and (text.strip() or html.strip()) and not articles.is_address(text):
        _read(session, desk, ident, lambda _: read_paste(text, html, now=datetime.now()), beside=True)
    else:
        articles.take_mime(session, desk, data)


def _read(session: Session, desk: Desk, ident: str, reading: Callable[[Progress], tuple[Article, ...]], *, beside: bool) -> None:
    """Read beside the window, then ask or do what fits; `beside` says what becomes of an article that is no later version."""
    done = desk.work(QCoreApplication.translate("Commands", "Reading…"))
    earlier = session.project.article(ident)

    def work(progress: Progress) -> tuple[tuple[Article, ...], bool]:
        found = reading(progress)
        return found, len(found) == 1 and is_later_version(earlier, found[0])

    def take(read: tuple[tuple[Article, ...], bool]) -> None:
        done()
        found, later = read
        if all(a.id != ident for a in session.project.articles):  # closed or removed meanwhile
            return
        if len(found) == 1 and found[0].text == session.project.article(ident).text:
            words = QCoreApplication.translate("Commands", "This is the version of “%1” that is open already.")
            desk.say(words.replace("%1", articles.name_of(desk.translator.named(earlier))))
        elif len(found) == 1 and (later or not beside):
            _ask(session, desk, ident, found[0], likely=later)
        else:
            articles.add(session, desk, found, ())

    def fail(error: RecoupeError) -> None:
        done()
        desk.tell(words_of(error))

    desk.jobs.start(work, take, fail)


def _ask(session: Session, desk: Desk, ident: str, later: Article, *, likely: bool) -> None:
    """Say what would change and ask whether the later version takes the earlier one's place."""
    earlier = session.project.article(ident)
    box = QMessageBox(desk.frame)
    box.setObjectName("later_version")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question if likely else QMessageBox.Icon.Warning)
    box.setWindowTitle(QCoreApplication.translate("Commands", "Later version"))
    text = (
        QCoreApplication.translate("Commands", "Replace “%1” by this version?")
        if likely
        else QCoreApplication.translate("Commands", "This has little in common with “%1”. Replace it all the same?")
    )
    box.setText(text.replace("%1", articles.name_of(desk.translator.named(earlier))))
    kept = QCoreApplication.translate(
        "Commands", "Links, rulings and notes move over to what is still there. The version before is kept with the study."
    )
    box.setInformativeText(f"{counts(earlier, later)}\n\n{kept}" if likely else kept)
    replace = box.addButton(QCoreApplication.translate("Commands", "&Replace"), QMessageBox.ButtonRole.AcceptRole)
    beside = box.addButton(QCoreApplication.translate("Commands", "Set &beside"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(replace if likely else beside)
    replace.clicked.connect(partial(put, session, desk, ident, later))
    beside.clicked.connect(partial(articles.add, session, desk, (later,), ()))
    box.open()


def put(session: Session, desk: Desk, ident: str, later: Article) -> None:
    """Put a later version in the place of an article, as one step that can be undone."""
    label = QCoreApplication.translate("Commands", "replace “%1” by a later version").replace(
        "%1", articles.name_of(desk.translator.named(session.project.article(ident)))
    )
    session.do(label, with_later_version(session.project, ident, later, now=datetime.now()))
    desk.say(QCoreApplication.translate("Commands", "What changed leads the table of facts."))


def counts(earlier: Article, later: Article) -> str:
    """How much a later version changed, in a line."""
    from recoupe.reports import changed  # the first window must not wait for it
    from recoupe.reports.revised import How

    found = Counter(change.how for change in changed(earlier, later))
    if not found:
        return QCoreApplication.translate("Commands", "Nothing but typography is different.")
    words = {
        How.REWORDED: QCoreApplication.translate("Commands", "reworded: %1"),
        How.ADDED: QCoreApplication.translate("Commands", "added: %1"),
        How.REMOVED: QCoreApplication.translate("Commands", "removed: %1"),
    }
    parts = (words[how].replace("%1", str(found[how])) for how in How if found[how])
    return QCoreApplication.translate("Commands", "Sentences %1").replace("%1", ", ".join(parts))


def _folder_of(article: Article) -> str:
    folder = Path(article.origin.where).parent
    return str(folder) if article.origin.where and folder.is_dir() else ""
