"""When the window looks for objects that are held by nothing but each other: never while somebody reads."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from recoupe.interface.session import Session
from recoupe.model import Project


class Tidying(QObject):
    """Looks through everything once, soon after articles were closed or the user turned to another program.

    Findings are kept from the collector when they arrive, or it would hold the window up for a tenth of a second now and then, while
    somebody scrolls. What was thrown away meanwhile, panes above all, is given back here.
    """

    SOON = 1_500  # milliseconds

    def __init__(self, app: QApplication, session: Session) -> None:
        super().__init__()
        self._soon = QTimer(self, singleShot=True, interval=self.SOON)
        self._soon.timeout.connect(tidy)
        self._drawn = QTimer(self, singleShot=True, interval=self.SOON)
        self._drawn.timeout.connect(keep)
        session.changed.connect(self._changed)
        app.applicationStateChanged.connect(self._turned)

    def _changed(self, before: Project, after: Project) -> None:
        had, has = {a.id for a in before.articles}, {a.id for a in after.articles}
        if has - had:
            gc.freeze()  # articles stay; a book has a hundred thousand objects
        if had - has:
            self._soon.start()
        elif after.analysis is not before.analysis:
            self._drawn.start()

    def _turned(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._soon.stop()
        else:
            self._soon.start()


def keep() -> None:
    """Keep what was made to show findings, rows and marks, from being looked at again."""
    gc.collect(1)
    gc.freeze()


def tidy() -> None:
    """Give back what is held by nothing but itself, and keep the rest from being looked at again."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
