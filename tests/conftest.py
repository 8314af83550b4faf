"""What every test relies on: no network beyond the loopback, folders of its own, nothing left by the test before, and no unexpected
warning in the log. Nothing here depends on how fast the machine is or on how many processes share the tests.
"""

from __future__ import annotations

import atexit
import logging
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

FOLDERS = ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
PATIENCE = 60_000  # milliseconds: a loaded machine may take many times what a quiet one does; what comes sooner is not waited for

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Fixtures of a whole module run before any test's own folders are there: they too must not touch the user's.
_HOME = tempfile.mkdtemp(prefix="recoupe-tests-")
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
os.environ.update(dict.fromkeys(FOLDERS, _HOME))
for _wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitExposed, QtBot.waitActive, QtBot.waitCallback):
    _wait.__kwdefaults__["timeout"] = PATIENCE

# The same examples every time, however slowly they come: new ones are bred by `make fuzz`.
settings.register_profile("steady", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, caches and logs go to a folder of the test's own."""
    home = tmp_path_factory.mktemp("home")
    for name in FOLDERS:
        monkeypatch.setenv(name, str(home))
    if (qt := sys.modules.get("PySide6.QtCore")) is not None:  # Qt asks for these folders once and keeps the answer
        for kind in (qt.QSettings.Format.NativeFormat, qt.QSettings.Format.IniFormat):
            qt.QSettings.setPath(kind, qt.QSettings.Scope.UserScope, str(home))
    return home


@pytest.fixture(autouse=True)
def own_log() -> Iterator[None]:
    """A log that a test opens is closed with it."""
    root = logging.getLogger("recoupe")
    level = root.level
    yield
    root.setLevel(level)
    for handler in [h for h in root.handlers if isinstance(h, RotatingFileHandler)]:
        root.removeHandler(handler)
        handler.close()


@pytest.fixture(autouse=True)
def own_tongue() -> Iterator[None]:
    """A window that spoke another language does not make the next one speak it."""
    qt = sys.modules.get("PySide6.QtCore")
    before = qt.QLocale() if qt is not None else None
    yield
    if qt is not None:
        qt.QLocale.setDefault(before)


@pytest.fixture(autouse=True)
def no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test may open a connection; one marked `network` may, to the loopback."""
    loopback = request.node.get_closest_marker("network") is not None
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else address
        local = self.family == socket.AF_UNIX or (loopback and host in {"127.0.0.1", "::1", "localhost"})
        if not local:
            raise AssertionError(f"a test tried to connect to {address!r}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> object:
    """A record of WARNING or worse from the program fails the test unless it asked for `caplog` itself."""
    yield
    if "caplog" in request.fixturenames and request.function.__code__.co_varnames[: request.function.__code__.co_argcount].count("caplog"):
        return
    loud = [
        r for when in ("setup", "call") for r in caplog.get_records(when) if r.levelno >= logging.WARNING and r.name.startswith("recoupe")
    ]
    assert not loud, f"unexpected log records: {[r.getMessage() for r in loud]}"
