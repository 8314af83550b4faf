"""One window for a user: a second start hands its files to the window that is open."""

from __future__ import annotations

import getpass
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT = 500  # milliseconds: a living window answers in a few
_LIMIT = 1 << 20  # a list of paths is never this long


def _name() -> str:
    """The name of the local socket: one for each user and home, so that two people on one machine never meet."""
    return "recoupe-" + hashlib.sha256(f"{getpass.getuser()}:{Path.home()}".encode()).hexdigest()[:16]


def hand_over(paths: Sequence[Path], name: str = "") -> bool:
    """Give the paths to the window that is open; false where there is none."""
    socket = QLocalSocket()
    socket.connectToServer(name or _name())
    if not socket.waitForConnected(_WAIT):
        return False
    socket.write(json.dumps([str(p.absolute()) for p in paths]).encode() + b"\n")
    socket.flush()
    heard = socket.waitForReadyRead(_WAIT * 4) and bytes(socket.readAll().data()).startswith(b"ok")
    socket.disconnectFromServer()
    return heard


class Instance(QObject):
    """Listens for later starts. `called` carries the paths they were given; none means: come to the front."""

    called = Signal(object)

    def __init__(self, name: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name or _name()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        self._heard: dict[QLocalSocket, bytes] = {}

    def listen(self) -> bool:
        """Begin; the remains of a window that crashed are cleared away. False where no local socket can be made: all works, but alone."""
        if not self._server.listen(self._name):
            QLocalServer.removeServer(self._name)
            return self._server.listen(self._name)
        return True

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _welcome(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            self._heard[caller] = b""
            caller.readyRead.connect(lambda caller=caller: self._listen_to(caller))
            caller.disconnected.connect(lambda caller=caller: self._forget(caller))

    def _listen_to(self, caller: QLocalSocket) -> None:
        text = self._heard.get(caller, b"") + bytes(caller.readAll().data())
        self._heard[caller] = text
        if len(text) > _LIMIT:
            caller.abort()
        elif text.endswith(b"\n"):
            try:
                paths = [Path(p) for p in json.loads(text)]
            except (ValueError, TypeError, RecursionError):
                caller.abort()
                return
            caller.write(b"ok\n")
            caller.flush()
            self.called.emit(paths)

    def _forget(self, caller: QLocalSocket) -> None:
        self._heard.pop(caller, None)
        caller.deleteLater()
