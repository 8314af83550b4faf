"""When the window looks for objects that are held by nothing but each other: never while somebody reads."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from recoupe.interface.latest import Latest
from recoupe.interface.releasing import Releasing
from recoupe.interface.session import Session
from recoupe.interface.turns import BREATH
from recoupe.model import Project

MANY = 150_000  # objects, of which the collector looks at some two thousand in a millisecond


class Tidying(QObject):
    """Looks through everything once, soon after articles were closed or the user turned to another program.

    Findings are kept from the collector when they arrive, or it would hold the window up for a tenth of a second now and then, while
    somebody scrolls. What was thrown away meanwhile, panes above all, is given back here; findings, which hold no circles, are let go
    before, slice by slice. While there are more than can be looked through in a moment, that waits until the study is closed.
    """

    SOON = 1_500  # milliseconds

    def __init__(self, app: QApplication, session: Session) -> None:
        super().__init__()
        self._session = session
        self._gone: list[Project] = []
        self._releasing = Releasing()
        self._soon = QTimer(self, singleShot=True, interval=self.SOON)
        self._soon.timeout.connect(self._begin)
        self._next = QTimer(self, singleShot=True, interval=BREATH)
        self._next.timeout.connect(self._go_on)
        self._drawn = QTimer(self, singleShot=True, interval=self.SOON)
        self._drawn.timeout.connect(keep)
        session.changed.connect(self._changed)
        app.applicationStateChanged.connect(self._turned)

    def _changed(self, before: Project, after: Project) -> None:
        had, has = {a.id for a in before.articles}, {a.id for a in after.articles}
        if has - had:
            gc.freeze()  # articles stay; a book has a hundred thousand objects
        if had - has:
            self._gone.append(before)
            self._soon.start()
        elif after.analysis is not before.analysis:
            self._drawn.start()

    def _turned(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._soon.stop()
        else:
            self._soon.start()

    def _begin(self) -> None:
        project = self._session.project
        if not project.articles:
            self._releasing.add(Latest.forget_all_but(project.analysis))
        self._releasing.add(self._gone)
        self._gone.clear()
        self._go_on()

    def _go_on(self) -> None:
        if self._releasing.some():
            self._next.start()
        elif not self._session.project.articles or gc.get_freeze_count() < MANY:
            tidy()


def keep() -> None:
    """Keep what was made to show findings, rows and marks, from being looked at again."""
    gc.collect(1)
    gc.freeze()


def tidy() -> None:
    """Give back what is held by nothing but itself, and keep the rest from being looked at again."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
