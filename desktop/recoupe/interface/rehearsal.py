"""Opens the window on articles, waits for what its worker process finds, and closes it again: the self-check's look at the interface."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from recoupe.interface.analyst import ProcessAnalyst
from recoupe.interface.app import make_window
from recoupe.interface.commands import articles
from recoupe.interface.jobs import Jobs
from recoupe.interface.session import Session
from recoupe.settings import Settings


def compare_in_window(paths: Sequence[Path], seconds: float) -> int:
    """The number of events that the window holds when its analysis of these files is done, or 0 when it is not done in time."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["recoupe"])
    jobs = Jobs()
    analyst = ProcessAnalyst(jobs)
    session = Session(Settings(), analyst)
    window = make_window(app, session, jobs)
    waiting = QEventLoop()

    def look() -> None:
        if session.project.analysis.events and not session.busy:
            waiting.quit()

    session.changed.connect(lambda *_: look())
    session.busy_changed.connect(lambda _: look())
    window.show()
    articles.open_paths(session, window, paths)
    QTimer.singleShot(int(seconds * 1000), waiting.quit)
    waiting.exec()
    found = len(session.project.analysis.events)
    analyst.close()
    window.hide()
    window.deleteLater()
    return found
