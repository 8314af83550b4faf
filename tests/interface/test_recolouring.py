"""The window follows the colours of the system while it is open; these tests have no system: they say what it would."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from recoupe.interface import app
from recoupe.interface.jobs import Jobs
from recoupe.interface.session import Session
from recoupe.settings import Settings


@pytest.fixture
def darken(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    def change(dark: bool) -> None:
        monkeypatch.setattr(app, "system_dark", lambda _: dark)
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)

    return change


def test_the_window_follows_the_system_live(qapp: QApplication, qtbot: QtBot, darken: Callable[[bool], None]) -> None:
    window = app.make_window(qapp, Session(Settings()), Jobs())
    qtbot.addWidget(window)
    assert not window.theme.dark
    for dark in (True, False, True):
        darken(dark)
        assert window.theme.dark is dark
        assert qapp.palette().base().color().name() == window.theme.base


def test_a_window_that_made_way_for_another_language_hears_no_more_of_it(
    qapp: QApplication, qtbot: QtBot, darken: Callable[[bool], None]
) -> None:
    """Its widgets are gone: to draw them in other colours was a fault that the user was told of."""
    delete(app.make_window(qapp, Session(Settings()), Jobs()))
    window = app.make_window(qapp, Session(Settings()), Jobs())
    qtbot.addWidget(window)
    with qtbot.capture_exceptions() as faults:
        darken(True)
    assert faults == []
    assert window.theme.dark
