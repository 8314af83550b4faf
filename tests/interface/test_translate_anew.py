"""Translating anew: all, an article or a sentence, with the engine one chooses; what was written by hand stays."""

from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot
from strike import ENGLISH, STORY, finish, said

from builders import article
from recoupe.interface.dialogs.translate_anew import TranslateAnew
from recoupe.model import Place, Project, Translation
from recoupe.settings import Settings
from recoupe.translation import Engine
from windows import Opened


class Worded:
    """An engine of this machine that says its name before each sentence, and counts what it is asked."""

    def __init__(self, title: str) -> None:
        self.title, self.asked = title, []
        self.engine = Engine(title.lower(), title, 900, lambda _account, _wait: self)

    def identity(self, source: str, target: str) -> str:
        return f"{self.title} {source} {target}"

    def translate(self, text: str, source: str, target: str) -> str:
        self.asked.append(text)
        return f"The {self.title} says now for the {len(self.asked)}th time what it is."


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> tuple[Worded, Worded]:
    one, other = Worded("First"), Worded("Second")
    for module in ("commands.translation", "commands.engines", "accounts"):
        monkeypatch.setattr(f"recoupe.interface.{module}.ENGINES", (one.engine, other.engine))
    return one, other


def answer(monkeypatch: pytest.MonkeyPatch, scope: str, engine: str) -> list[TranslateAnew]:
    """Have the question answered; the dialogs that were shown."""
    shown: list[TranslateAnew] = []

    def exec_(dialog: TranslateAnew) -> bool:
        shown.append(dialog)
        dialog.choices[scope].setChecked(True)
        dialog.engines.setCurrentIndex(dialog.engines.findData(engine))
        return True

    monkeypatch.setattr(TranslateAnew, "exec", exec_)
    return shown


def test_an_article_translated_anew_is_one_step_and_what_was_written_by_hand_stays(
    qtbot: QtBot, unchecked: None, two: tuple[Worded, Worded], monkeypatch: pytest.MonkeyPatch
) -> None:
    own = Translation(Place("a", 1), "en", "Nobody was hurt in Metz.", "First", by_hand=True)
    old = (Translation(Place("a", 0), "en", "The mayor spoke.", "First"), own)
    opened = Opened(qtbot, Project("", (article(STORY),), translations=old), settings=Settings(theme="light", engine="first"))
    shown = answer(monkeypatch, "article", "second")
    opened.act("translate_anew")
    finish(opened, qtbot)
    assert len(two[1].asked) == 3
    assert said(opened)[1] == own.text
    assert {t.engine for t in opened.session.project.translations if not t.by_hand} == {"Second"}
    assert "3 sentences are translated. 1 sentence that you wrote stays as it is." in shown[0].told.text()
    opened.act("undo")
    assert opened.session.project.translations == old
    opened.act("redo")
    assert len(said(opened)) == 4


def test_an_engine_is_truly_asked_again_for_what_it_said_itself(
    qtbot: QtBot, unchecked: None, two: tuple[Worded, Worded], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Opened(qtbot, Project("", (article(STORY),)), settings=Settings(theme="light", engine="first"))
    opened.act("read_translation")
    finish(opened, qtbot)
    before = said(opened)
    shown = answer(monkeypatch, "all", "first")
    opened.act("translate_anew")
    finish(opened, qtbot)
    assert len(two[0].asked) == 8
    assert not set(before) & set(said(opened))
    assert "First is asked again even for what it has said before." in shown[0].told.text()
    answer(monkeypatch, "all", "second")
    opened.act("translate_anew")
    finish(opened, qtbot)
    answer(monkeypatch, "all", "first")
    opened.act("translate_anew")
    finish(opened, qtbot)
    assert len(two[0].asked) == 8  # what it said last is known


def test_taking_back_what_is_being_translated_anew_ends_it(
    qtbot: QtBot, unchecked: None, two: tuple[Worded, Worded], monkeypatch: pytest.MonkeyPatch
) -> None:
    held = threading.Event()
    say = two[1].translate

    def slow(text: str, source: str, target: str) -> str:
        if two[1].asked:
            held.wait(30)
        return say(text, source, target)

    monkeypatch.setattr(two[1], "translate", slow)
    old = tuple(Translation(Place("a", i), "en", text, "First") for i, text in enumerate(ENGLISH))
    opened = Opened(qtbot, Project("", (article(STORY),), translations=old), settings=Settings(theme="light", engine="first"))
    answer(monkeypatch, "article", "second")
    opened.act("translate_anew")
    qtbot.waitUntil(lambda: opened.session.undo_label == "translate anew", timeout=20_000)
    opened.act("undo")
    assert not opened.window.translator.busy
    held.set()
    finish(opened, qtbot)
    assert opened.session.project.translations == old


def test_one_sentence_translated_anew_can_be_undone(
    qtbot: QtBot, unchecked: None, two: tuple[Worded, Worded], monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tuple(Translation(Place("a", i), "en", text, "First") for i, text in enumerate(ENGLISH))
    opened = Opened(qtbot, Project("", (article(STORY),), translations=old), settings=Settings(theme="light", engine="first"))
    opened.selection.select_place(Place("a", 2))
    answer(monkeypatch, "sentence", "second")
    opened.act("translate_anew")
    finish(opened, qtbot)
    assert [t.engine for t in opened.session.project.translations] == ["First", "First", "Second", "First"]
    opened.act("undo")
    assert opened.session.project.translations == old


def test_trying_a_sentence_again_goes_through_every_engine(
    qtbot: QtBot, unchecked: None, two: tuple[Worded, Worded], monkeypatch: pytest.MonkeyPatch
) -> None:
    third = Worded("Third")
    for module in ("commands.translation", "commands.engines", "accounts"):
        monkeypatch.setattr(f"recoupe.interface.{module}.ENGINES", (two[0].engine, two[1].engine, third.engine))
    opened = Opened(qtbot, Project("", (article(STORY),)), settings=Settings(theme="light", engine="first"))
    opened.selection.select_place(Place("a", 0))
    used = []
    for _ in range(4):
        opened.act("retry_translation")
        finish(opened, qtbot)
        used += [t.engine for t in opened.session.project.translations]
    assert used == ["First", "Second", "Third", "First"]
