"""Opening, saving, undoing: the study as a whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from recoupe.errors import RecoupeError
from recoupe.interface.commands import sources
from recoupe.interface.commands.desk import Desk
from recoupe.interface.commands.review import ruled_between
from recoupe.interface.messages import words_of
from recoupe.interface.selection import Selection
from recoupe.interface.session import Session
from recoupe.model import Article, Project
from recoupe.project import SUFFIX, Kept, Lock, discard, missing_sources, open_study, save_study


def undo(session: Session, selection: Selection, desk: Desk) -> None:
    """Take the last step back."""
    label, before = session.undo_label, session.project
    session.undo()
    _go_to_ruled(session, selection, before)
    words = QCoreApplication.translate("Commands", "Undone: %1").replace("%1", label)
    desk.say(words)
    if len(session.project.articles) < len(before.articles):  # of all steps the one that may shock
        bring_back = QCoreApplication.translate("Commands", "Bring the articles back")
        desk.tell(words, bring_back, lambda: redo(session, selection, desk) if session.redo_label == label else None)


def redo(session: Session, selection: Selection, desk: Desk) -> None:
    """Take a step again."""
    label, before = session.redo_label, session.project
    session.redo()
    _go_to_ruled(session, selection, before)
    desk.say(QCoreApplication.translate("Commands", "Done again: %1").replace("%1", label))


def _go_to_ruled(session: Session, selection: Selection, before: Project) -> None:
    """Show the comparison whose ruling or note was taken back or done again: the reader may have gone on since."""
    ruled = ruled_between(before, session.project)
    there = [c.id for c in session.project.analysis.comparisons if c.id in ruled]
    if len(there) == 1:
        selection.select_comparison(there[0])


def new(session: Session, selection: Selection, desk: Desk) -> None:
    """Begin an empty study."""

    def begin() -> None:
        selection.clear()
        session.open(Project())

    desk.leave(begin)


def open_chosen(session: Session, selection: Selection, desk: Desk) -> None:
    """Choose a study and open it."""
    del selection
    title = QCoreApplication.translate("Commands", "Open a study")
    kind = QCoreApplication.translate("Commands", "Recoupe studies (*%1)").replace("%1", SUFFIX)
    name, _ = QFileDialog.getOpenFileName(desk.frame, title, "", kind)
    if name:
        open_path(session, desk, Path(name))


def open_path(session: Session, desk: Desk, path: Path) -> None:
    """Open a study in place of this one; one that cannot be opened leaves this one as it is."""
    if session.path == path:
        desk.say(QCoreApplication.translate("Commands", "This study is open already."))
        return

    def begin() -> None:
        done = desk.work(QCoreApplication.translate("Commands", "Opening…"))

        def take(opened: tuple[Project, Lock, tuple[Article, ...]]) -> None:
            done()
            session.open(opened[0], path, opened[1])
            session.change_settings(session.settings.with_recent(path))
            sources.tell_missing(session, desk, opened[2])

        def fail(error: RecoupeError) -> None:
            done()
            desk.tell(words_of(error))

        desk.jobs.start(lambda _: _opened(path), take, fail)

    desk.leave(begin)


def locate(session: Session, desk: Desk, path: str) -> None:
    """Look for a study of late that is no longer where it was."""
    title = QCoreApplication.translate("Commands", "Where is “%1” now?").replace("%1", Path(path).name)
    kind = QCoreApplication.translate("Commands", "Recoupe studies (*%1)").replace("%1", SUFFIX)
    name, _ = QFileDialog.getOpenFileName(desk.frame, title, str(Path(path).parent), kind)
    if name:
        session.change_settings(session.settings.without_recent(path))
        open_path(session, desk, Path(name))


def restore(session: Session, desk: Desk, kept: Kept) -> None:
    """Open what a crash left, in place of this study. It counts as unsaved; the copy goes once its study has a new one or is saved."""

    def take(project: Project) -> None:
        session.open(Project(), made_from=kept.copy_of)
        session.do(QCoreApplication.translate("Commands", "restore the study"), project)
        discard(kept)

    def begin() -> None:
        desk.jobs.start(lambda _: open_study(kept.path), take, lambda error: desk.tell(words_of(error)))

    desk.leave(begin)


def _opened(path: Path) -> tuple[Project, Lock, tuple[Article, ...]]:
    """The study, the lock on it, and its articles whose files are gone: looking for those may take time where a disk is far."""
    lock = Lock.take(path)
    try:
        project = open_study(path)
        return project, lock, missing_sources(project)
    except RecoupeError:
        lock.release()
        raise


def save(session: Session, selection: Selection, desk: Desk) -> None:
    """Save the study where it was, or ask where."""
    if session.path is None:
        save_as(session, selection, desk)
    else:
        save_to(session, desk, session.path)


def save_as(session: Session, selection: Selection, desk: Desk) -> None:
    """Choose where to save the study."""
    del selection
    path = ask_where(session, desk)
    if path is not None:
        save_to(session, desk, path)


def ask_where(session: Session, desk: Desk) -> Path | None:
    """Ask for a place to save the study in."""
    title = QCoreApplication.translate("Commands", "Save the study")
    kind = QCoreApplication.translate("Commands", "Recoupe studies (*%1)").replace("%1", SUFFIX)
    first = session.path or Path(session.project.title or QCoreApplication.translate("Commands", "Study")).with_suffix(SUFFIX)
    name, _ = QFileDialog.getSaveFileName(desk.frame, title, str(first), kind)
    if not name:
        return None
    path = Path(name)
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


def save_to(session: Session, desk: Desk, path: Path, then: Callable[[], None] = lambda: None) -> None:
    """Save the study beside the window; what is changed meanwhile counts as unsaved."""
    project, written, own, previous = session.project, session.to_save, session.path, session.originals_in

    def write() -> Lock | None:
        lock = Lock.take(path) if path != own else None
        try:
            save_study(written, path, previous=previous)
        except RecoupeError:
            if lock is not None:
                lock.release()
            raise
        return lock

    def take(lock: Lock | None) -> None:
        session.mark_saved(project, path, lock)
        session.change_settings(session.settings.with_recent(path))
        desk.say(QCoreApplication.translate("Commands", "Saved as %1").replace("%1", path.name))
        then()

    desk.jobs.start(lambda _: write(), take, lambda error: desk.tell(words_of(error)), to_the_end=True)


def duplicate(session: Session, selection: Selection, desk: Desk) -> None:
    """Go on with a copy of the study, which has no file yet; the study itself stays as it was saved."""
    del selection
    name = session.path.stem if session.path else session.project.title or QCoreApplication.translate("Commands", "Study")
    title = QCoreApplication.translate("Commands", "%1 (copy)").replace("%1", name)

    def begin() -> None:
        copy = replace(session.project, title=title)
        session.open(Project(), made_from=session.originals_in)
        session.do(QCoreApplication.translate("Commands", "duplicate the study"), copy)

    desk.leave(begin)


def quit_program(session: Session, selection: Selection, desk: Desk) -> None:
    """Close the window, which ends the program."""
    del session, selection
    desk.close()


def analyse_again(session: Session, selection: Selection, desk: Desk) -> None:
    """Compare anew, whatever is known already."""
    del selection, desk
    session.analyse_again()


def stop(session: Session, selection: Selection, desk: Desk) -> None:
    """Stop what runs."""
    del selection
    comparing = session.busy
    session.stop()
    desk.jobs.stop_all()
    desk.translator.stop()
    if comparing:
        words = QCoreApplication.translate("Commands", "Comparing was stopped. What was found before stays.")
        desk.tell(words, QCoreApplication.translate("Commands", "Compare"), session.analyse_again)
    else:
        desk.say(QCoreApplication.translate("Commands", "Stopped"))
