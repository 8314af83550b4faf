"""The card of partners: what it says of passages that are linked, and of such as are only compared."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from recoupe.interface.commands import events, review
from recoupe.interface.panes.card import ROOMY, PartnerCard
from recoupe.model import Place, Project, State
from windows import Opened, story


def unlinked() -> Project:
    """The march is compared, but no event holds its passages."""
    told = story()
    kept = tuple(e for e in told.analysis.events if e.id != "march")
    return replace(told, analysis=replace(told.analysis, events=kept))


def card_at(opened: Opened, place: Place) -> PartnerCard:
    events.bring(opened.session, opened.window, place)
    text = opened.window.row.pane(place.article).text
    opened.qtbot.waitUntil(lambda: text.card.shown is not None)
    opened.settle()
    assert isinstance(text.card.shown, PartnerCard)
    return text.card.shown


def names(card: PartnerCard) -> list[str]:
    return [b.accessibleName() for b in card.findChildren(QToolButton)]


def test_a_passage_that_is_only_compared_says_where_it_is_told_otherwise(qtbot: QtBot) -> None:
    project = unlinked()
    opened = Opened(qtbot, project, lambda *_: project.analysis)
    card = card_at(opened, Place("a", 1))
    assert names(card) == ["Go there", "Put away"]  # there is no link to confirm or to cut
    words = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "the table compares it with" in words
    assert "3 000" in words
    card.findChildren(QToolButton)[0].click()
    assert opened.selection.place == project.analysis.facts[1].place


def test_what_was_set_aside_is_no_longer_set_against_a_passage(qtbot: QtBot) -> None:
    project = review.with_state(unlinked(), "c-number", State.NOT_A_DIVERGENCE)
    opened = Opened(qtbot, project, lambda *_: project.analysis)
    assert names(card_at(opened, Place("a", 1))) == ["Put away"]


def test_where_room_is_short_the_name_of_the_article_comes_first(qtbot: QtBot) -> None:
    opened = Opened(qtbot, story(), lambda *_: story().analysis)
    card = card_at(opened, Place("a", 1))
    (share,) = (label for label in card.findChildren(QLabel) if "%" in label.text())
    assert card.width() >= ROOMY
    assert share.isVisible()
    card.setFixedSize(ROOMY - 10, card.height())
    opened.settle()
    assert not share.isVisible()


def test_the_card_has_the_reader_where_it_opens(qtbot: QtBot) -> None:
    opened = Opened(qtbot, story(), lambda *_: story().analysis)
    opened.window.activateWindow()
    left, right = opened.window.row.panes
    left.text.setFocus()
    card_at(opened, story().analysis.facts[1].place)
    assert right.text.hasFocus()
