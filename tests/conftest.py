"""What every test relies on: no network beyond the loopback, folders of its own, and no unexpected warning in the log."""

from __future__ import annotations

import logging
import os
import socket
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, caches and logs go to a folder of the test's own."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home))
    return home


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
