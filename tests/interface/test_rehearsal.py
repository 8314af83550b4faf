"""The look that the self-check of every package takes at the window: what a screen reader meets, in both languages."""

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from recoupe import self_check
from recoupe.interface import rehearsal
from windows import story


def test_a_screen_reader_meets_names_and_texts_in_both_languages(qtbot: QtBot) -> None:
    before = QLocale().name()
    project = story()
    english, french = (rehearsal.meet(project, language) for language in ("en", "fr"))
    assert QLocale().name() == before
    for met in (english, french):
        assert met.controls > 20
        assert met.nameless == ()
        assert sum("1 200 manifestants" in text.replace("\xa0", " ") for text in met.texts) == 1
        assert len(met.texts) == 2
        assert met.contrast > 7
    assert english.cancel.replace("&", "") == "Cancel"
    assert french.cancel.replace("&", "") == "Annuler"
    alike = sum(one == other for one, other in zip(english.actions, french.actions, strict=True))
    assert alike < len(english.actions) / 10


def test_the_self_check_fails_where_the_french_is_missing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rehearsal, "speak", lambda *_: [])
    with pytest.raises(Exception, match="does not speak French"):
        self_check._accessible(story())


def test_the_self_check_fails_where_a_control_has_no_name(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    real = rehearsal.make_window

    def nameless(*args: object) -> object:
        window = real(*args)
        window.statusBar().addWidget(QPushButton(""))
        return window

    monkeypatch.setattr(rehearsal, "make_window", nameless)
    with pytest.raises(Exception, match="without a name: Button QPushButton"):
        self_check._accessible(story())
