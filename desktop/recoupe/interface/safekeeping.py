"""Keeps a copy of unsaved work while it is done, and offers what a crash left."""

from __future__ import annotations

import contextlib
import logging
from functools import partial

from PySide6.QtCore import QObject, QTimer

from recoupe.errors import RecoupeError
from recoupe.interface.jobs import Jobs
from recoupe.interface.session import Session
from recoupe.model import Project
from recoupe.project import Keeper

log = logging.getLogger(__name__)
PAUSE = 3000  # milliseconds from a change to its copy: at most this and the writing are lost


class Safekeeping(QObject):
    """Has every unsaved state of the study copied soon after it came about, beside the window; a saved study needs no copy."""

    def __init__(self, session: Session, jobs: Jobs, keeper: Keeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs, self._keeper = session, jobs, keeper
        self._kept: Project | None = None
        self._writing = False
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self.keep)
        session.saved_changed.connect(self._look)

    def keep(self) -> None:
        """Copy the study as it stands, unless it is saved or copied already."""
        project = self._session.project
        if self._writing:
            self._soon.start()
        elif not self._session.saved and project.articles and project is not self._kept:
            self._writing = True
            work = partial(self._keeper.keep, self._session.to_save, self._session.originals_in)
            self._jobs.start(lambda _: work(), lambda _: self._done(project), self._failed, to_the_end=True)

    def rest(self) -> None:
        """Another keeps from now on; what is kept stays."""
        self._soon.stop()

    def close(self) -> None:
        """The study is closed on purpose: the copy goes."""
        self._soon.stop()
        self._keeper.forget()

    def leave(self) -> None:
        """The program ends without anyone having been asked: the copy is made complete and stays, to be offered at the next start."""
        self._soon.stop()
        project = self._session.project
        if not self._session.saved and project.articles and project is not self._kept:
            with contextlib.suppress(RecoupeError):
                self._keeper.keep(self._session.to_save, self._session.originals_in)

    def _look(self) -> None:
        if self._session.saved or not self._session.project.articles:
            self._soon.stop()
            if not self._writing:
                self._keeper.forget()
                self._kept = None
        elif not self._soon.isActive():
            self._soon.start()

    def _done(self, project: Project) -> None:
        self._writing = False
        self._kept = project
        self._look()

    def _failed(self, error: RecoupeError) -> None:
        """A copy that cannot be written is no reason to disturb: the study is whole in memory and can be saved."""
        self._writing = False
        log.info("no recovery copy: %s", error)
