"""A second start hands its files to the window that is open."""

import json
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from recoupe.interface.instance import Instance, hand_over


@pytest.fixture
def instance(qtbot: QtBot, tmp_path: Path) -> object:
    one = Instance(str(tmp_path / "socket"))
    assert one.listen()
    yield one
    one.close()


def send(qtbot: QtBot, instance: Instance, message: bytes) -> QLocalSocket:
    socket = QLocalSocket()
    socket.connectToServer(instance._name)
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.ConnectedState)
    socket.write(message)
    socket.flush()
    return socket


def test_without_a_window_nothing_is_handed_over(qtbot: QtBot, tmp_path: Path) -> None:
    assert not hand_over([Path("a.txt")], str(tmp_path / "nobody"))


def test_the_paths_arrive_whole(qtbot: QtBot, instance: Instance) -> None:
    with qtbot.waitSignal(instance.called) as told:
        socket = send(qtbot, instance, json.dumps(["/é è/« a ».txt", "/b.recoupe"]).encode() + b"\n")
    assert told.args == [[Path("/é è/« a ».txt"), Path("/b.recoupe")]]
    qtbot.waitUntil(lambda: socket.bytesAvailable() > 0)
    assert bytes(socket.readAll().data()) == b"ok\n"


def test_a_message_in_two_pieces_is_one(qtbot: QtBot, instance: Instance) -> None:
    socket = send(qtbot, instance, b'["/a')
    with qtbot.waitSignal(instance.called) as told:
        socket.write(b'.txt"]\n')
        socket.flush()
    assert told.args == [[Path("/a.txt")]]


@pytest.mark.parametrize("said", [b"GET / HTTP/1.1\n", b"[" * 30_000 + b"\n", b"[3]\n", b"\xff\n", b"null\n"])
def test_garbage_is_hung_up_on(qtbot: QtBot, instance: Instance, said: bytes) -> None:
    socket = send(qtbot, instance, said)
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)


def test_the_remains_of_a_crashed_window_do_not_matter(qtbot: QtBot, tmp_path: Path) -> None:
    stale = tmp_path / "stale"
    stale.write_text("")
    one = Instance(str(stale))
    assert one.listen()
    one.close()
