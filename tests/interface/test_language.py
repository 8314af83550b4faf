"""The window changes its language without a restart, and nothing of the work is lost by it."""

import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest
from divergent import study
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from recoupe.interface.app import Front, speak
from recoupe.interface.commands.review import states_of, with_state
from recoupe.interface.jobs import Jobs
from recoupe.interface.session import Session
from recoupe.model import State
from recoupe.settings import Settings
from windows import AtOnce


@pytest.fixture
def front(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Front]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back what the window installs
    session = Session(Settings(theme="light", language="en"), AtOnce(lambda *_: study().analysis))
    front = Front(qapp, session, Jobs())
    front.session.open(study())
    yield front
    front.session.forget_changes()
    front.window.retire()
    front.close()
    for translator in front._translators:
        qapp.removeTranslator(translator)
    speak(qapp, "en")


def menus(front: Front) -> list[str]:
    return [action.text().replace("&", "") for action in front.window.menuBar().actions()]


def say(front: Front, language: str) -> None:
    front.session.change_settings(replace(front.session.settings, language=language))


def test_the_window_speaks_another_language_at_once_and_back(front: Front, qtbot: QtBot) -> None:
    assert menus(front)[0] == "File"
    say(front, "fr")
    qtbot.waitUntil(lambda: menus(front)[0] == "Fichier", timeout=20_000)
    assert front.window.isVisible()
    assert "à vérifier" in front.window.table.model.index(0, front.window.table.model.columnCount() - 1).data().casefold()
    say(front, "en")
    qtbot.waitUntil(lambda: menus(front)[0] == "File", timeout=20_000)


def test_dialogs_of_qt_speak_it_as_well(qapp: QApplication, qtbot: QtBot) -> None:
    """Qt's French lags behind its English: what it lacks is among our own words."""
    spoken = speak(qapp, "fr")
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    told = {label.text().replace("&", "").replace("\u00a0", " ") for label in dialog.findChildren(QLabel)}
    for translator in spoken:
        qapp.removeTranslator(translator)
    speak(qapp, "en")
    assert told == {"Regarder dans :", "Nom de fichier :", "Fichiers de type :"}


def test_rulings_their_undoing_and_the_place_go_over(front: Front, qtbot: QtBot) -> None:
    front.session.do("Rule", with_state(front.session.project, "hurt", State.CONFIRMED))
    front.window.selection.select_comparison("hurt")
    say(front, "fr")
    qtbot.waitUntil(lambda: menus(front)[0] == "Fichier", timeout=20_000)
    assert front.window.selection.comparison == "hurt"
    assert states_of(front.session.project) == {"hurt": State.CONFIRMED}
    assert not front.session.saved
    front.session.undo()
    assert states_of(front.session.project) == {}


def test_a_dialog_is_not_taken_away_while_it_is_open(front: Front, qtbot: QtBot) -> None:
    dialog = QDialog(front.window)
    dialog.open()
    say(front, "fr")
    qtbot.wait(3 * Front.LOOK)
    assert menus(front)[0] == "File"
    dialog.close()
    qtbot.waitUntil(lambda: menus(front)[0] == "Fichier", timeout=20_000)


def test_rulings_are_told_in_full_in_a_small_window(front: Front, qtbot: QtBot) -> None:
    for language, file in (("en", "File"), ("fr", "Fichier")):
        say(front, language)
        qtbot.waitUntil(lambda file=file: menus(front)[0] == file, timeout=20_000)
        window = front.window
        window.resize(1024, 700)
        window.outline.show()
        window.actions_by_id["next_divergence"].trigger()
        qtbot.wait(50)
        rulings = [b for b in window.table.explanation.findChildren(QToolButton) if b.property("state")]
        assert len(rulings) == 3
        assert all(b.isVisible() and b.width() >= b.sizeHint().width() for b in rulings), language
