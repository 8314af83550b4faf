"""Work of many, done a piece at a time, so that what the user does comes in between."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

BREATH = 8  # milliseconds between pieces


class Turns(QObject):
    """Whoever has work to do gets a turn after the others, until it says that nothing is left."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Callable[[], bool]] = deque()
        self._timer = QTimer(self, singleShot=True, interval=BREATH)
        self._timer.timeout.connect(self._take_one)

    def ask(self, work: Callable[[], bool]) -> None:
        """Have a piece of work called until it answers False; asked again while it waits, it keeps its turn."""
        if work not in self._waiting:
            self._waiting.append(work)
        if not self._timer.isActive():
            self._timer.start()

    def leave(self, owner: object) -> None:
        """Forget the work of someone who is going: a bound method knows whose it is."""
        self._waiting = deque(work for work in self._waiting if getattr(work, "__self__", None) is not owner)

    def _take_one(self) -> None:
        if self._waiting:
            work = self._waiting.popleft()
            if work():
                self._waiting.append(work)
        if self._waiting:
            self._timer.start()
