"""Keeps a copy of a study that is being worked on, saved or not, so that a crash loses nothing older than the last copy.

Each open study has a copy of its own, replaced as the work goes on and taken away when the study is saved or closed. A copy that nobody
holds was left by a crash: it is offered, with its time and a preview, and no other study ever writes over it.
"""

from __future__ import annotations

import contextlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import appdirs

from recoupe.errors import StudyFailed
from recoupe.model import Project
from recoupe.project.lock import Lock, is_held
from recoupe.project.store import SUFFIX, read_study, save_copy


@dataclass(frozen=True, slots=True)
class Kept:
    """A copy that a crash left: the file, when it was written, and a preview of what is in it: the study's title, its articles'
    titles, its first words, how many rulings; `copy_of` is the study it belongs to, None for one that was never saved.
    """

    path: Path
    saved_at: datetime
    title: str
    articles: tuple[str, ...]
    preview: str
    rulings: int
    copy_of: Path | None


class Keeper:
    """The recovery copy of one open study."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or recovery_folder()
        stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
        self.path = self._folder / f"{stamp}-{secrets.token_hex(4)}{SUFFIX}"
        self._lock: Lock | None = None

    def keep(self, project: Project, copy_of: Path | None = None) -> None:
        """Write the copy anew; raises `StudyFailed` as saving does, and the last copy stays whole then."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StudyFailed("cannot_write", name=self.path.name, reason=error.strerror or str(error)) from error
        if self._lock is None:
            self._lock = Lock.take(self.path)
        save_copy(project, self.path, copy_of=str(copy_of or ""))

    def forget(self) -> None:
        """The study was saved or closed on purpose: the copy goes."""
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def recovery_folder() -> Path:
    """Where the copies lie."""
    return Path(appdirs.user_data_dir("recoupe", appauthor=False)) / "recovery"


def kept_copies(folder: Path | None = None) -> tuple[Kept, ...]:
    """The copies that a crash left, the newest first; one that cannot be read is left lying and not listed."""
    found = []
    for path in sorted((folder or recovery_folder()).glob(f"*{SUFFIX}"), reverse=True):
        if is_held(path):
            continue
        try:
            study = read_study(path)
            saved_at = moment(path.stat().st_mtime)
        except (StudyFailed, OSError):
            continue
        project = study.project
        titles = tuple(a.title or a.id for a in project.articles)
        preview = " ".join(project.articles[0].text[:400].split())[:200] if project.articles else ""
        copy_of = Path(study.copy_of) if study.copy_of else None
        found.append(Kept(path, saved_at, project.title, titles, preview, len(project.decisions), copy_of))
    return tuple(sorted(found, key=lambda k: k.saved_at, reverse=True))


def moment(seconds: float) -> datetime:
    """A file's time; now where a clock gone astray gave it one that no calendar holds, so that the copy is still offered."""
    try:
        return datetime.fromtimestamp(seconds)
    except (OSError, ValueError, OverflowError):
        return datetime.now()


def discard(kept: Kept) -> None:
    """Take a copy away, because the user restored it or wants it no more."""
    kept.path.unlink(missing_ok=True)
