"""What runs is said as long as it runs, and can be stopped."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from recoupe.interface.progress_line import ProgressLine
from recoupe.interface.theme import load_theme
from windows import Opened


def test_the_latest_work_is_shown_until_the_last_has_ended(qtbot: QtBot) -> None:
    line = ProgressLine(load_theme("light"))
    qtbot.addWidget(line)
    assert line.isHidden()
    first, second = line.begin("Reading…"), line.begin("Fetching…")
    assert line.words == "Fetching…"
    second()
    assert line.words == "Reading…"
    line.set_comparing(True)
    first()
    assert not line.isHidden()
    line.set_comparing(False)
    assert line.isHidden()
    assert line.words == ""


def test_a_stop_ends_what_would_not_end_by_itself(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.window.work("Fetching…")
    button = opened.window.progress.findChildren(type(opened.window.progress._stop))[0]
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened.window.progress.isHidden()
