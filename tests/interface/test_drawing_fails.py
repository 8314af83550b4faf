"""A fault while something is drawn is one like any other: the window stands, and draws again."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from recoupe.interface.panes import link_map, strip, text
from windows import Opened, story

DRAWN: dict[str, tuple[object, str, Callable[[Opened], QWidget]]] = {
    "text": (text, "paint_under", lambda opened: opened.window.row.panes[0].text.viewport()),
    "map of a text": (strip, "QRectF", lambda opened: opened.window.row.panes[0].strip),
    "bands": (link_map, "band_paths", lambda opened: opened.window.row.link_maps[0]),
}


@pytest.mark.parametrize("name", DRAWN)
def test_the_window_stands_though_drawing_failed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    module, function, widget = DRAWN[name]
    opened = Opened(qtbot, story())
    painters = []

    def fail(*_: object, **__: object) -> None:
        frame = sys._getframe(1)
        while "painter" not in frame.f_locals:
            frame = frame.f_back
        painters.append(frame.f_locals["painter"])
        raise ValueError(name)

    working = getattr(module, function)
    monkeypatch.setattr(module, function, fail)
    with pytest.raises(ValueError, match=name) as fault:
        widget(opened).repaint()
    monkeypatch.setattr(module, function, working)
    assert not painters[0].isActive()  # what was raised holds it, and Qt ends the program over one that goes on
    widget(opened).repaint()
    del fault
