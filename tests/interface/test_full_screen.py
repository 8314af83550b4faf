"""Full screen: in by a key, out by the same or by Escape, back to what the window was before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from windows import Opened, story


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    return Opened(qtbot, story(), lambda *_: story().analysis)


def test_escape_leaves_full_screen_once_nothing_is_left_to_put_away(opened: Opened) -> None:
    opened.act("full_screen")
    opened.act("find")
    opened.window.selection.select_comparison("c-number")
    left = []
    while opened.window.isFullScreen():
        left.append((opened.window.shows("find"), opened.window.selection.comparison))
        opened.act("escape")
    assert left == [(True, "c-number"), (False, "c-number"), (False, "")]
    opened.act("escape")
    assert not opened.window.isFullScreen()


def test_a_window_that_filled_the_screen_does_so_again_after_full_screen(opened: Opened) -> None:
    opened.window.showMaximized()
    opened.act("full_screen")
    assert opened.window.isFullScreen()
    opened.act("full_screen")
    assert not opened.window.isFullScreen()
    assert opened.window.windowState() & Qt.WindowState.WindowMaximized
