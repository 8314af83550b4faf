"""The list of sentences to check against their originals."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from builders import article
from recoupe.interface.checker import Checker
from recoupe.interface.dialogs.correct_translation import CorrectTranslation
from recoupe.interface.dialogs.doubts import Doubts
from recoupe.interface.panes.translated import Mode
from recoupe.model import Doubt, Place, Project, Span, Translation
from recoupe.translation import ENGINES
from recoupe.translation.annotated import Annotated
from windows import Opened

WHEN = datetime(2024, 5, 14, 12)
TREES = Translation(
    Place("a", 0), "en", "The mayor counted 30 trees.", "Offline", WHEN, (Doubt("changed", "figure", "300 arbres", Span(18, 26)),)
)
LEFT = Translation(Place("a", 1), "en", "He left.", "Offline", WHEN)
FLED = Translation(Place("b", 0), "en", "The suspect fled.", "Offline", WHEN, (Doubt("lost", "hedge", "aurait"),))


@pytest.fixture
def opened(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Opened:
    monkeypatch.setattr(Checker, "annotate", lambda _self, _article, translations, *_: Annotated(tuple(translations), {}))
    trees = replace(article("Le maire a compté 300 arbres. Il est parti.", "a"), outlet="Le Matin")
    fled = replace(article("Le suspect aurait pris la fuite.", "b"), outlet="Le Soir")
    return Opened(qtbot, Project("", (trees, fled), translations=(TREES, LEFT, FLED)))


def listed(opened: Opened) -> Doubts:
    opened.act("doubts")
    (dialog,) = (d for d in opened.window.findChildren(Doubts) if d.isVisible())
    return dialog


def rows(dialog: Doubts) -> list[str]:
    return [dialog.list.item(n).text() for n in range(dialog.list.count())]


def test_each_row_says_whose_it_is_what_became_of_what_and_both_sentences(opened: Opened) -> None:
    dialog = listed(opened)
    assert rows(dialog) == [
        "Le Matin\nfigure changed: 30 trees ← 300 arbres\nThe mayor counted 30 trees.\nLe maire a compté 300 arbres.",
        "Le Soir\nhedge lost: aurait\nThe suspect fled.\nLe suspect aurait pris la fuite.",
    ]
    assert dialog.head.text() == "In 2 sentences the translation may not say what the original says."


def test_a_row_leads_to_its_sentence_in_translation(opened: Opened, qtbot: QtBot) -> None:
    dialog = listed(opened)
    dialog.list.setCurrentRow(1)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert opened.selection.place == Place("b", 0)
    assert opened.window.translator.mode("b") is Mode.TRANSLATION
    qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=dialog.list.visualItemRect(dialog.list.item(0)).center())
    assert opened.selection.place == Place("a", 0)


def test_a_sentence_set_right_leaves_the_list_and_its_neighbour_is_chosen(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CorrectTranslation, "exec", lambda _: True)
    monkeypatch.setattr(CorrectTranslation, "text", property(lambda _: "The mayor counted 300 trees."))
    dialog = listed(opened)
    dialog.correct.click()
    opened.settle()
    assert [row.split("\n")[0] for row in rows(dialog)] == ["Le Soir"]
    assert dialog.place == Place("b", 0)
    opened.act("undo")
    assert len(rows(dialog)) == 2
    assert dialog.place == Place("b", 0)


def test_the_keys_are_in_the_list_again_after_a_correction(opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def elsewhere(_: CorrectTranslation) -> bool:
        opened.window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is opened.window)
        return False

    monkeypatch.setattr(CorrectTranslation, "exec", elsewhere)
    dialog = listed(opened)
    dialog.correct.click()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)


def test_a_sentence_is_tried_again_from_the_list(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, int]] = []
    monkeypatch.setattr(opened.window.translator, "retry", lambda _engine, of, sentence: asked.append((of.id, sentence)))
    monkeypatch.setattr("recoupe.interface.commands.translation.engine_for", lambda *_: ENGINES[0])  # whatever this machine has
    monkeypatch.setattr("recoupe.interface.commands.translation.may_send", lambda *_: True)
    dialog = listed(opened)
    dialog.list.setCurrentRow(1)
    dialog.retry.click()
    assert asked == [("b", 0)]


def test_an_empty_list_says_why(opened: Opened) -> None:
    dialog = listed(opened)
    project = opened.session.project
    opened.session.do("all right", replace(project, translations=(LEFT,)))
    assert dialog.head.text().startswith("No sentence is to be checked")
    assert not dialog.list.isVisible()
    assert not dialog.correct.isEnabled()
    opened.session.do("nothing", replace(project, translations=()))
    assert dialog.head.text().startswith("Nothing is translated yet")


def test_the_count_in_the_head_of_an_article_opens_the_list_once(opened: Opened) -> None:
    opened.act("read_translation")
    header = opened.window.row.panes[0].header
    assert "1 sentence to check</a>" in header.facts.text().replace("&nbsp;", " ")
    assert "by Offline, 14 May 2024." in header.facts.text().replace("&nbsp;", " ").replace("\u00a0", " ")
    header.facts.linkActivated.emit("check")
    header.facts.linkActivated.emit("check")
    assert len([d for d in opened.window.findChildren(Doubts) if d.isVisible()]) == 1


def test_what_was_set_right_by_hand_is_not_counted(opened: Opened) -> None:
    project = opened.session.project
    opened.session.do("by hand", replace(project, translations=(replace(TREES, by_hand=True), LEFT, FLED)))
    opened.act("read_translation")
    assert "to check" not in opened.window.row.panes[0].header.facts.text().replace("&nbsp;", " ")
    assert len(rows(listed(opened))) == 1


def test_rows_take_the_height_that_their_words_need(opened: Opened) -> None:
    long = replace(TREES, text=" ".join(["The mayor counted 30 trees on the square behind the church."] * 6), doubts=TREES.doubts)
    opened.session.do("long", replace(opened.session.project, translations=(long, LEFT, FLED)))
    dialog = listed(opened)
    first = dialog.list.item(0)
    wide = dialog.list.visualItemRect(first).height()
    dialog.resize(380, 560)
    opened.settle()
    assert dialog.list.visualItemRect(first).height() > wide > dialog.list.visualItemRect(dialog.list.item(1)).height()


def test_a_screen_reader_hears_the_rows_and_the_buttons(opened: Opened) -> None:
    dialog = listed(opened)
    assert QAccessible.queryAccessibleInterface(dialog.list).text(QAccessible.Text.Name) == "Sentences to check"
    assert QAccessible.queryAccessibleInterface(dialog.list).child(0).text(QAccessible.Text.Name).startswith("Le Matin")
    assert all(button.text() for button in dialog.findChildren(QPushButton) if button.isVisible())
