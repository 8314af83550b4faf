"""Help: the report of a problem, and the look for a newer version."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from recoupe import __version__
from recoupe.errors import UpdateFailed
from recoupe.interface.dialogs import updates
from recoupe.interface.dialogs.about import About, details
from recoupe.interface.dialogs.problem import ProblemReport
from recoupe.interface.dialogs.updates import Updates
from recoupe.interface.jobs import Jobs
from recoupe.interface.theme import load_theme
from recoupe.licences import shipped
from recoupe.logs import start_log
from recoupe.updates import Release


def test_the_report_holds_the_version_and_the_end_of_the_log(qtbot: QtBot, tmp_path: Path) -> None:
    start_log()
    dialog = ProblemReport()
    qtbot.addWidget(dialog)
    text = dialog.text.toPlainText()
    assert details() in text
    assert f"Recoupe {__version__} on " in text
    assert "What I expected:" in text
    dialog.text.setPlainText("what I did: é")
    dialog.save(tmp_path / "report.txt")
    assert (tmp_path / "report.txt").read_text("utf-8") == "what I did: é"
    assert str(tmp_path / "report.txt") in dialog.answer.text()


def test_a_report_that_cannot_be_saved_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ProblemReport()
    qtbot.addWidget(dialog)
    dialog.save(tmp_path / "none" / "report.txt")
    assert "not saved" in dialog.answer.text()


def test_the_report_is_copied_whole(qtbot: QtBot) -> None:
    dialog = ProblemReport()
    qtbot.addWidget(dialog)
    dialog._copy()
    assert QGuiApplication.clipboard().text() == dialog.text.toPlainText()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    addresses: list[str] = []

    def answer(address: str) -> Release:
        addresses.append(address)
        if "nobody" in address:
            raise UpdateFailed("unreachable", address=address)
        return Release("99.0" if "new" in address else __version__, "https://example.org/<b>", "Now <faster>.")

    monkeypatch.setattr(updates, "announced", answer)
    return addresses


def test_without_an_address_nothing_is_asked(qtbot: QtBot, asked: list[str]) -> None:
    dialog = Updates("", Jobs())
    qtbot.addWidget(dialog)
    dialog.check()
    assert not dialog.ask.isEnabled()
    assert asked == []


def test_a_newer_version_is_named_with_its_page(qtbot: QtBot, asked: list[str]) -> None:
    dialog = Updates("", Jobs())
    qtbot.addWidget(dialog)
    dialog.address.setText(" https://example.org/new ")
    with qtbot.waitSignal(dialog.configured) as told:
        dialog.ask.click()
    assert told.args == asked == ["https://example.org/new"]
    words = dialog.answer.text()
    assert "Version 99.0 is out." in words
    assert "Now &lt;faster&gt;." in words
    assert 'href="https://example.org/&lt;b&gt;"' in words


def test_the_newest_version_is_told_as_such_and_a_failure_in_words(qtbot: QtBot, asked: list[str]) -> None:
    dialog = Updates("https://example.org/same", Jobs())
    qtbot.addWidget(dialog)
    dialog.check()
    qtbot.waitUntil(lambda: "newest" in dialog.answer.text())
    dialog.address.setText("https://nobody.example.org/")
    dialog.check()
    qtbot.waitUntil(lambda: "gave no answer" in dialog.answer.text())
    assert dialog.ask.isEnabled()


def test_about_lists_every_licence(qtbot: QtBot) -> None:
    dialog = About(load_theme("light"))
    qtbot.addWidget(dialog)
    from PySide6.QtWidgets import QPlainTextEdit

    shown = dialog.findChild(QPlainTextEdit).toPlainText()
    assert all(f"{part.name} {part.version}: {part.licence}" in shown for part in shipped())
