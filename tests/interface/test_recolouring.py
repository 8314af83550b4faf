"""The window follows the colours of the system while it is open; these tests have no system: they say what it would."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from recoupe.interface import app
from recoupe.interface.dialogs.preferences import Preferences
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


def test_open_preferences_take_the_colours_of_the_window(qapp: QApplication, qtbot: QtBot, darken: Callable[[bool], None]) -> None:
    """Their sample took a dark theme that was chosen for a dark system: high contrast was shown dark beside a light window."""
    session = Session(Settings(theme="dark"))
    window = app.make_window(qapp, session, Jobs())
    qtbot.addWidget(window)
    dialog = Preferences(session.settings, window.theme, parent=window)
    dialog.changed.connect(session.change_settings)

    def sample() -> set[str]:
        return {name.styleSheet() for _, name in dialog._samples.values()}

    for wanted, dark in (("contrast", False), ("system", True), ("contrast", True), ("system", False)):
        darken(dark)
        dialog.theme.setCurrentIndex(dialog.theme.findData(wanted))
        assert window.theme.dark is dark
        assert all(f"color: {window.theme.text};" in style for style in sample())
        darken(not dark)
        assert all(f"color: {window.theme.text};" in style for style in sample())


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
