"""Tells a new user the few keys that matter, once, and gets out of the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject

from recoupe.interface.session import Session
from recoupe.model import Project

KEYS = "keys"


class Hints(QObject):
    """Says its word when the first comparison is there, and never again: what was told is kept in the settings."""

    def __init__(self, session: Session, say: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._say = session, say
        session.changed.connect(self._look)

    def _look(self, before: Project, after: Project) -> None:
        seen = self._session.settings.hints_seen
        if KEYS in seen or before.analysis is after.analysis or not after.analysis.comparisons:
            return
        self._say(
            QCoreApplication.translate(
                "Hints",
                "N goes to the next divergence, B brings the other wordings under a passage, F1 shows every key, Shift+F1 every sign.",
            )
        )
        self._session.change_settings(replace(self._session.settings, hints_seen=(*seen, KEYS)))
