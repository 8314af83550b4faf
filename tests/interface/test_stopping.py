"""*Stop* ends what the program works out, never what it writes down."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from recoupe.interface.commands import project
from recoupe.interface.safekeeping import Safekeeping
from recoupe.project import Keeper, open_study, save_study
from windows import Opened, story


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    return Opened(qtbot, story())


def test_a_save_is_not_stopped(opened: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    go, path = threading.Event(), tmp_path / f"Étude{project.SUFFIX}"

    def slowly(*given: object, **named: object) -> None:
        go.wait(60)
        save_study(*given, **named)

    monkeypatch.setattr(project, "save_study", slowly)
    opened.session.do("change", replace(story(), title="Dijon, once"))
    project.save_to(opened.session, opened.window, path)
    opened.window.progress.stop_asked.emit()
    go.set()
    qtbot.waitUntil(lambda: not opened.jobs.running)
    assert opened.session.saved
    assert opened.session.path == path
    assert open_study(path).articles == opened.session.project.articles
    opened.session.close()


def test_copies_for_recovery_are_made_after_a_stop_as_before(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    go = threading.Event()

    class Slow(Keeper):
        def keep(self, *given: object) -> None:
            go.wait(60)
            super().keep(*given)

    keeper = Slow(tmp_path / "kept")
    safekeeping = Safekeeping(opened.session, opened.jobs, keeper)
    opened.session.do("change", replace(story(), title="Dijon, once"))
    safekeeping.keep()
    opened.window.progress.stop_asked.emit()
    go.set()
    qtbot.waitUntil(lambda: not opened.jobs.running)
    again = replace(story(), title="Dijon, again")
    opened.session.do("change again", again)
    safekeeping.keep()
    qtbot.waitUntil(lambda: not opened.jobs.running)
    assert open_study(keeper.path).title == again.title
    safekeeping.close()
