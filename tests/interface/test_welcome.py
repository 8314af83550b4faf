"""The first page: every way to begin, and the studies of late."""

import os
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from recoupe.alignment import independent
from recoupe.analysis import analyse
from recoupe.interface.actions import ACTIONS
from recoupe.interface.stories import stories, story_paths
from recoupe.interface.theme import load_theme
from recoupe.interface.welcome import Welcome
from recoupe.interface.welcome_cards import Recent, RecentButton, StoryCard
from recoupe.model import Verdict
from recoupe.reading import read_path


def page(qtbot: QtBot, *recent: Path) -> Welcome:
    welcome = Welcome(load_theme("light"), [str(p) for p in recent])
    qtbot.addWidget(welcome)
    welcome.resize(900, 640)
    welcome.show()
    return welcome


def test_every_way_to_begin_is_told(qtbot: QtBot) -> None:
    welcome = page(qtbot)
    ways = {
        "Open articles": welcome.open_asked,
        "Paste an article": welcome.paste_asked,
        "Add a web page": welcome.page_asked,
        "Open a study": welcome.open_study_asked,
    }
    buttons = {b.text().replace("&", "").removesuffix("…"): b for b in welcome.findChildren(QPushButton) if b.text()}
    assert set(buttons) == set(ways)
    for name, signal in ways.items():
        with qtbot.waitSignal(signal):
            buttons[name].click()


def test_a_study_of_late_is_opened_and_a_missing_one_looked_for(qtbot: QtBot, tmp_path: Path) -> None:
    there, gone = tmp_path / "Séisme.recoupe", tmp_path / "gone.recoupe"
    there.write_text("{}")
    welcome = page(qtbot, there, gone)
    first, second = welcome.findChildren(RecentButton)
    with qtbot.waitSignal(welcome.study_chosen) as chosen:
        first.click()
    assert chosen.args == [str(there)]
    with qtbot.waitSignal(welcome.locate_asked):
        second.click()
    assert "not found" in second.accessibleName()


def test_delete_takes_a_study_off_the_list(qtbot: QtBot, tmp_path: Path) -> None:
    welcome = page(qtbot, tmp_path / "one.recoupe")
    with qtbot.waitSignal(welcome.forget_asked):
        qtbot.keyClick(welcome.findChildren(RecentButton)[0], Qt.Key.Key_Delete)
    welcome.set_recent([])
    assert all(b.isHidden() for b in welcome.findChildren(RecentButton))


def test_what_is_dropped_is_passed_on(qtbot: QtBot) -> None:
    welcome = page(qtbot)
    data = QMimeData()
    data.setUrls([QUrl("file:///tmp/a.txt")])
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(welcome.dropped) as told:
        welcome.dropEvent(event)
    assert told.args[0].urls() == data.urls()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_sample_stories_are_there_in_both_languages(language: str) -> None:
    found = stories(language)
    assert [len(story.paths) for story in found] == [3, 5]
    assert all(story.title and story.about and story_paths(story.action) == story.paths for story in found)
    assert {story.action for story in found} <= {action.id for action in ACTIONS}


def test_a_story_is_opened_by_its_card_whose_words_are_never_cut(qtbot: QtBot) -> None:
    welcome = page(qtbot)
    for card in welcome.findChildren(StoryCard):
        with qtbot.waitSignal(welcome.story_asked) as asked:
            card.click()
        assert asked.args == [card.story.action]
        assert card.height() >= card.layout().heightForWidth(card.width())


def test_the_short_story_shows_what_the_program_is_for() -> None:
    articles = tuple(a for path in story_paths("short_sample") for a in read_path(path, now=datetime(2026, 3, 11)))
    assert all(a.outlet and a.title and a.published for a in articles)
    assert all(250 <= len(a.text.split()) <= 400 for a in articles)
    found = analyse(articles)
    assert {c.verdict for c in found.comparisons} == set(Verdict)
    assert len(independent(articles, found.copies)) == 2


@pytest.mark.parametrize("seconds", [-1e15, 1e18])
def test_a_study_of_late_with_a_time_that_no_calendar_holds_is_listed(
    seconds: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.recoupe").touch()
    monkeypatch.setattr(Path, "stat", lambda _self, **_: os.stat_result((0o100600, 0, 0, 0, 0, 0, 0, 0, seconds, 0)))
    assert Recent.at(str(tmp_path / "a.recoupe")).changed is not None
