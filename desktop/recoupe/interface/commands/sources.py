"""Files that articles were read from and that are no longer there: told when a study is opened, and located again."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from recoupe.interface.commands.desk import Desk
from recoupe.interface.session import Session
from recoupe.model import Article, Project
from recoupe.project import missing_sources


def tell_missing(session: Session, desk: Desk, missing: tuple[Article, ...]) -> None:
    """Say which files are gone, and offer to locate them; the texts are in the study all the same."""
    if not missing:
        return
    names = ", ".join(Path(a.origin.where).name for a in missing[:3]) + (" …" if len(missing) > 3 else "")
    text = QCoreApplication.translate("Commands", "No longer where it was read from: %1. The text is in the study all the same.")
    button = QCoreApplication.translate("Commands", "Locate…")
    desk.tell(text.replace("%1", names), button, partial(locate, session, desk))


def locate(session: Session, desk: Desk) -> None:
    """Ask where the first missing file is now; those that stand in the same folder under their old names are found with it."""
    missing = missing_sources(session.project)
    if not missing:
        return
    name = Path(missing[0].origin.where).name
    title = QCoreApplication.translate("Commands", "Where is “%1” now?").replace("%1", name)
    found, _ = QFileDialog.getOpenFileName(desk.frame, title, name)
    if found:
        label = QCoreApplication.translate("Commands", "locate “%1”").replace("%1", name)
        session.do(label, located(session.project, missing[0], Path(found)))
        tell_missing(session, desk, missing_sources(session.project))


def located(project: Project, article: Article, path: Path) -> Project:
    """The study with an article's file where it is now, and with the files of others found beside it."""
    where = {article.id: path}
    for other in missing_sources(project):
        beside = path.parent / Path(other.origin.where).name
        if other.id != article.id and beside.is_file():
            where[other.id] = beside
    moved = (replace(a, origin=replace(a.origin, where=str(where[a.id]))) if a.id in where else a for a in project.articles)
    return replace(project, articles=tuple(moved))
