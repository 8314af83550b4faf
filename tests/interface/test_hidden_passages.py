"""Partners of passages, and paragraphs that are hidden while they are shown."""

import sys

import pytest
from pytestqt.qtbot import QtBot

from builders import article
from recoupe.interface.commands import events
from recoupe.model import Place, Project
from windows import Opened

TEXT = "Le pont est fermé.\nLa mairie a prévenu.\nLes bus sont détournés.\nLe pont rouvre lundi."


@pytest.fixture
def caught(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """What went wrong in the window's loop."""
    found: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: found.append(error))
    return found


@pytest.fixture
def opened(qtbot: QtBot, caught: list[BaseException]) -> Opened:
    return Opened(qtbot, Project(articles=(article(TEXT, "a"), article(TEXT, "b"))))


def partners_at(opened: Opened, place: Place) -> None:
    """What the others tell of a sentence, under it."""
    text = opened.window.row.pane(place.article).text
    events.bring(opened.session, opened.window, place)
    opened.qtbot.waitUntil(lambda: text.card.shown is not None)
    opened.settle()


def mark_as_noise(opened: Opened, *places: Place) -> None:
    for place in places:
        opened.selection.select_place(place)
        opened.act("noise")


def test_paragraphs_are_hidden_while_partners_stand_under_a_late_one(opened: Opened, caught: list[BaseException]) -> None:
    mark_as_noise(opened, Place("a", 0), Place("a", 1))
    partners_at(opened, Place("a", 3))
    opened.act("show_noise")
    text = opened.window.row.pane("a").text
    assert not caught
    assert text.toPlainText() == "Les bus sont détournés.\nLe pont rouvre lundi."
    assert text.card.shown is None


def test_partners_of_a_passage_in_an_article_that_is_wholly_hidden(opened: Opened, caught: list[BaseException]) -> None:
    mark_as_noise(opened, *(Place("a", n) for n in range(4)))
    opened.act("show_noise")
    text = opened.window.row.pane("a").text
    assert not text.toPlainText()
    partners_at(opened, Place("a", 2))
    assert not caught
    assert text.viewport().rect().contains(text.card.shown.geometry().topLeft())
    opened.act("escape")
    assert text.card.shown is None
    assert not caught
