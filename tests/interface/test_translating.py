"""Translating in the window: the model installed from its file, articles read in both languages, stopped, resumed, corrected."""

from __future__ import annotations

import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot
from strike import ENGLISH, PACKAGE, STORY, finish, said

from builders import article
from recoupe.errors import TranslationFailed
from recoupe.interface.checker import Checker
from recoupe.interface.dialogs.correct_translation import CorrectTranslation
from recoupe.interface.panes.translated import Mode
from recoupe.interface.translating import with_translations
from recoupe.model import Doubt, Place, Project, Span, Translation
from recoupe.progress import Progress
from recoupe.settings import Settings
from recoupe.translation import Outcome
from recoupe.translation.annotated import Annotated
from recoupe.translation.models import install
from recoupe.translation.speaking import Speaker
from windows import Opened, story

TESTS = Path(__file__).parents[1]
sys.path.append(str(TESTS / "translation"))


@pytest.fixture
def opened(qtbot: QtBot, unchecked: None) -> Opened:
    install(PACKAGE)
    other = article("Mayor speaks. He left.", "b", language="en")
    return Opened(qtbot, Project("", (article(STORY), other)), settings=Settings(theme="light", engine="offline"))


def test_all_in_translation_translates_what_is_french_and_leaves_english_alone(opened: Opened, qtbot: QtBot) -> None:
    opened.act("read_translation")
    finish(opened, qtbot)
    assert said(opened) == ENGLISH
    first, second = opened.window.row.panes
    assert first.text.toPlainText() == f"{ENGLISH[0]} {ENGLISH[1]}\n{ENGLISH[2]} {ENGLISH[3]}"
    assert second.text.toPlainText() == "Mayor speaks. He left."
    assert "Machine translation by Offline" in first.header.facts.text().replace("&nbsp;", " ")
    opened.act("read_both")
    assert first.text.toPlainText().split("\n")[:2] == [STORY.split("\n", maxsplit=1)[0], f"{ENGLISH[0]} {ENGLISH[1]}"]
    opened.act("read_original")
    assert first.text.toPlainText() == STORY


def test_the_table_calls_a_column_by_the_translated_headline_as_soon_as_that_is_there(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the sentences after it are still to come, and before anything is checked."""
    named = replace(opened.session.project.articles[0], outlet="", title=opened.session.project.articles[0].sentence_text(0))
    opened.session.amend(replace(opened.session.project, articles=(named, opened.session.project.articles[1])))
    held, asked, say = threading.Event(), [], Speaker.say

    def slow(speaker: Speaker, sentence: str) -> str:
        asked.append(sentence)
        if len(asked) == 2:
            held.wait(60)
        return say(speaker, sentence)

    def head() -> str:
        return str(opened.window.table.model.headerData(1, Qt.Orientation.Horizontal))

    monkeypatch.setattr(Speaker, "say", slow)
    opened.act("read_translation")
    qtbot.waitUntil(lambda: len(asked) == 2, timeout=120_000)
    try:
        qtbot.waitUntil(lambda: head() in ENGLISH[0], timeout=5_000)
    finally:
        held.set()
    finish(opened, qtbot)


def test_reading_in_translation_again_asks_nothing(opened: Opened, qtbot: QtBot) -> None:
    opened.act("read_translation")
    finish(opened, qtbot)
    opened.act("read_original")
    opened.act("read_translation")
    assert not opened.window.translator.busy


def test_a_stop_keeps_what_came_and_the_rest_follows(opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    held, asked, say = threading.Event(), [], Speaker.say

    def slow(speaker: Speaker, sentence: str) -> str:
        asked.append(sentence)
        if len(asked) == 3:
            held.wait(60)
        return say(speaker, sentence)

    monkeypatch.setattr(Speaker, "say", slow)
    stop = opened.window.actions_by_id["stop_translation"]
    assert not stop.isEnabled()
    opened.act("read_translation")
    qtbot.waitUntil(lambda: len(asked) == 3 and len(said(opened)) == 2, timeout=120_000)
    assert stop.isEnabled()
    opened.act("stop_translation")
    assert not stop.isEnabled()
    assert not opened.window.translator.busy
    held.set()
    qtbot.waitUntil(lambda: not opened.jobs.running, timeout=120_000)
    assert said(opened) == ENGLISH[:2]
    opened.act("read_translation")
    finish(opened, qtbot)
    assert said(opened) == ENGLISH
    assert len(asked) == 4  # the one that was under way when it was stopped is known as well


def test_what_another_engine_was_asked_for_stays_when_the_rest_follows(opened: Opened, qtbot: QtBot) -> None:
    retried = Translation(Place("a", 0), "en", "The mayor of Lille spoke of 12 days.", "Apertium")
    opened.session.amend(replace(opened.session.project, translations=(retried,)))
    opened.act("read_translation")
    finish(opened, qtbot)
    assert said(opened) == [retried.text, *ENGLISH[1:]]


def test_what_came_before_a_stop_is_checked_all_the_same(opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[int] = []

    def annotate(_self: Checker, _article: object, translations: tuple[Translation, ...], _facts: object, _progress: Progress) -> Annotated:
        checked.append(len(translations))
        return Annotated(tuple(translations), {})

    monkeypatch.setattr(Checker, "annotate", annotate)
    opened.act("read_translation")
    qtbot.waitUntil(lambda: bool(said(opened)), timeout=120_000)
    opened.window.progress.stop_asked.emit()
    assert not opened.window.translator.busy
    finish(opened, qtbot)
    assert checked == [len(said(opened))]


def test_a_check_that_was_stopped_is_made_when_the_translation_goes_on(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[int] = []
    held = threading.Event()

    def annotate(_self: Checker, _article: object, translations: tuple[Translation, ...], _facts: object, progress: Progress) -> Annotated:
        while not held.wait(0.01):
            progress("checking", 0, 0)
        checked.append(len(translations))
        return Annotated(tuple(translations), {})

    monkeypatch.setattr(Checker, "annotate", annotate)
    translator, first = opened.window.translator, opened.session.project.articles[0]
    opened.act("read_translation")
    qtbot.waitUntil(lambda: translator.complete(first) and not translator.busy, timeout=120_000)
    opened.jobs.stop_all()
    finish(opened, qtbot)
    held.set()
    assert checked == []
    translator.check(first)
    finish(opened, qtbot)
    assert checked == [len(ENGLISH)]
    translator.check(first)
    finish(opened, qtbot)
    assert checked == [len(ENGLISH)]


def test_another_study_with_the_same_ids_is_read_in_the_original(opened: Opened, qtbot: QtBot) -> None:
    opened.act("read_translation")
    opened.session.open(Project("", (article("Un autre texte, tout à fait.", "a"),)))
    finish(opened, qtbot)
    assert opened.window.translator.mode("a") is Mode.ORIGINAL
    assert said(opened) == []
    assert opened.window.row.panes[0].text.toPlainText() == "Un autre texte, tout à fait."


def test_a_click_in_the_translation_chooses_the_sentence_of_the_original(opened: Opened, qtbot: QtBot) -> None:
    opened.act("read_both")
    finish(opened, qtbot)
    pane = opened.window.row.panes[0]
    block = pane.text.document().findBlockByNumber(1)
    cursor = pane.text.textCursor()
    cursor.setPosition(block.position() + len(ENGLISH[0]) + 5)
    pane.text.setTextCursor(cursor)
    assert pane.text.current_place == Place("a", 1)


def test_marks_are_carried_over_while_the_rest_is_still_being_translated(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    checked, held = [], threading.Event()

    def annotate(_self: Checker, _article: object, translations: tuple[Translation, ...], _facts: object, _progress: Progress) -> Annotated:
        checked.append(len(translations))
        return Annotated(tuple(translations), {})

    monkeypatch.setattr(Checker, "annotate", annotate)
    monkeypatch.setattr("recoupe.interface.translating.CHECKED_EVERY", 0.0)
    say, asked = Speaker.say, []

    def slow(speaker: Speaker, sentence: str) -> str:
        asked.append(sentence)
        if len(asked) == 3:
            held.wait(60)
        return say(speaker, sentence)

    monkeypatch.setattr(Speaker, "say", slow)
    install(PACKAGE)
    opened = Opened(qtbot, Project("", (article(STORY),)), settings=Settings(theme="light", engine="offline"))
    opened.act("read_translation")
    qtbot.waitUntil(lambda: bool(checked), timeout=120_000)
    assert opened.window.translator.busy
    held.set()
    finish(opened, qtbot)
    assert checked[-1] == len(ENGLISH)


def test_a_sentence_set_right_by_hand_is_kept_whatever_an_engine_says(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.act("read_translation")
    finish(opened, qtbot)
    monkeypatch.setattr(CorrectTranslation, "exec", lambda _: True)
    monkeypatch.setattr(CorrectTranslation, "text", property(lambda _: "Nobody was hurt in Metz."))
    opened.selection.select_place(Place("a", 1))
    opened.act("correct_translation")
    finish(opened, qtbot)
    assert said(opened)[1] == "Nobody was hurt in Metz."
    fresh = Translation(Place("a", 1), "en", "No injuries were reported in Metz.", "offline")
    assert with_translations(opened.session.project, [fresh]) == opened.session.project
    opened.act("undo")
    assert said(opened)[1] == ENGLISH[1]


def test_a_sentence_set_right_by_hand_is_not_tried_again_in_vain(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(opened.window.translator, "retry", lambda *given: asked.append(given))
    own = Translation(Place("a", 1), "en", "Nobody was hurt in Metz.", "Offline", by_hand=True)
    opened.session.do("by hand", replace(opened.session.project, translations=(own,)))
    opened.selection.select_place(Place("a", 1))
    opened.act("retry_translation")
    assert asked == []
    assert opened.window.statusBar().currentMessage().startswith("You wrote this translation")


@pytest.mark.parametrize(
    ("count", "words"), [(1, "1 sentence stays in the original. DeepL"), (2, "2 sentences stay in the original. DeepL")]
)
def test_what_stays_in_the_original_is_counted_in_words(opened: Opened, count: int, words: str) -> None:
    failures = tuple((Place("a", n), TranslationFailed("not_installed", engine="DeepL")) for n in range(count))
    opened.window.translator.ended.emit("a", Outcome((), failures))
    assert words in opened.window.messages.text


def test_the_other_language_of_a_sentence_is_shown_under_it(opened: Opened, qtbot: QtBot) -> None:
    opened.act("read_translation")
    finish(opened, qtbot)
    opened.selection.select_place(Place("a", 1))
    opened.act("peek")
    assert "Aucun blessé n" in QToolTip.text()
    assert opened.window.statusBar().currentMessage() == "Aucun blessé n'a été signalé à Metz."
    opened.act("read_original")
    opened.act("peek")
    assert "No injuries were reported in Metz." in QToolTip.text()
    QToolTip.hideText()


def test_enter_ends_the_writing_of_a_sentence(qtbot: QtBot) -> None:
    dialog = CorrectTranslation("Il pleut.", "It rain.", (), QFont())
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.accepted, timeout=5000):
        qtbot.keyClicks(dialog._text, "It rains.")
        qtbot.keyClick(dialog._text, Qt.Key.Key_Return)
    assert dialog.text == "It rains."


def test_sentences_to_check_are_counted_and_gone_through(opened: Opened, qtbot: QtBot) -> None:
    doubts = (Doubt("changed", "figure", "12 jours"),)
    kept = tuple(Translation(Place("a", i), "en", text, "offline", doubts=doubts if i in {0, 2} else ()) for i, text in enumerate(ENGLISH))
    opened.session.do("translations", replace(opened.session.project, translations=kept))
    opened.act("next_doubt")
    finish(opened, qtbot)
    assert opened.selection.place == Place("a", 0)
    assert opened.window.statusBar().currentMessage() == "To check 1 of 2: figure changed: 12 jours"
    assert "2 sentences to check" in opened.window.row.panes[0].header.facts.text().replace("&nbsp;", " ")
    opened.act("next_doubt")
    assert opened.selection.place == Place("a", 2)
    assert "figure changed" in opened.window.row.explain(Place("a", 2), ())
    opened.act("next_doubt")
    assert opened.selection.place == Place("a", 0)


def test_refusing_to_send_leaves_the_original(qtbot: QtBot, unchecked: None, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Opened(qtbot, Project("", (article(STORY),)), settings=Settings(theme="light", engine="google"))
    monkeypatch.setattr("recoupe.interface.commands.engines.ask_consent", lambda *_: False)
    opened.act("read_translation")
    assert opened.window.translator.mode("a") is Mode.ORIGINAL
    assert opened.session.settings.consent == ()
    assert not opened.window.translator.busy


def test_without_an_engine_the_user_is_told_where_to_choose_one(qtbot: QtBot, unchecked: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recoupe.interface.commands.engines.ENGINES", ())
    opened = Opened(qtbot, Project("", (article(STORY),)))
    opened.act("read_translation")
    assert "in the preferences" in opened.window.messages.text


def test_the_worker_checks_and_carries_marks_over() -> None:
    checker = Checker()
    wrong = Translation(Place("a", 0), "en", "The mayor counted 30 trees.", "x")
    try:
        annotated = checker.annotate(article("Le maire a compté 300 arbres."), [wrong], (), lambda *_: None)
    finally:
        checker.close()
    assert [d.kind for d in annotated.translations[0].doubts] == ["figure"]


def test_the_table_speaks_the_reader_s_language_with_the_original_beneath(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    project = story()
    first = next(c for c in project.analysis.comparisons if c.id == "c-number")
    fact = next(f for f in project.analysis.facts if f.id == first.facts[0])
    text = "It says 12 000 here."

    def annotate(_self: Checker, _article: object, translations: tuple[Translation, ...], _facts: object, _progress: Progress) -> Annotated:
        return Annotated(tuple(translations), {fact.id: Span(8, 14)}, {fact.id: "signatories of the letter"})

    monkeypatch.setattr(Checker, "annotate", annotate)
    said = Translation(fact.place, "en", text, "DeepL")
    opened = Opened(qtbot, replace(project, translations=(said,)), lambda *_: project.analysis)
    article_id = fact.place.article
    cell = next(r for r in opened.window.table.model.rows if r.ident == "c-number").cells[article_id]
    assert cell.original == ""
    opened.selection.select_comparison("c-number")
    opened.window.translator.set_mode(article_id, Mode.TRANSLATION)
    opened.window.translator.check(opened.session.project.article(article_id))
    finish(opened, qtbot)
    row = next(r for r in opened.window.table.model.rows if r.ident == "c-number")
    assert (row.cells[article_id].wording, row.cells[article_id].original) == ("12 000", cell.wording)
    assert row.title == "Signatories of the letter"
    why = opened.window.table.explanation.body.toPlainText().replace("\u00a0", " ")
    assert f"“12 000” « {cell.wording} »" in why.replace("\u202f", " ")
    opened.window.translator.set_mode(article_id, Mode.ORIGINAL)
    assert next(r for r in opened.window.table.model.rows if r.ident == "c-number").cells[article_id] == cell


def test_a_mark_found_in_one_wording_is_not_drawn_in_another(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """After one undo marks stood in the middle of words."""
    project = story()
    fact = next(f for f in project.analysis.facts if f.id == project.analysis.comparisons[0].facts[0])
    places = {"It says 12 000 here.": Span(8, 14)}

    def annotate(_self: Checker, _article: object, translations: tuple[Translation, ...], _facts: object, _progress: Progress) -> Annotated:
        found = [places[t.text] for t in translations if t.text in places]
        return Annotated(tuple(translations), {fact.id: found[0]} if found else {})

    monkeypatch.setattr(Checker, "annotate", annotate)
    first = Translation(fact.place, "en", "It says 12 000 here.", "DeepL")
    opened = Opened(qtbot, replace(project, translations=(first,)), lambda *_: project.analysis)
    translator, of = opened.window.translator, opened.session.project.article(fact.place.article)
    translator.set_mode(of.id, Mode.TRANSLATION)
    translator.check(of)
    finish(opened, qtbot)
    assert translator.marks(of.id)[fact.id] == Span(8, 14)
    rows = opened.window.table.model
    own = project.articles[0].quote(fact.span)
    wordings = lambda: [c.wording for r in rows.rows for c in r.cells.values() if fact in c.facts]  # noqa: E731
    assert wordings() == ["12 000"]
    second = replace(first, text="Here it says something else.")
    opened.session.do("another", replace(opened.session.project, translations=(second,)))
    assert fact.id not in translator.marks(of.id)  # not looked for yet
    assert wordings() == [own]
    translator.check(of)
    finish(opened, qtbot)
    assert translator.marks(of.id)[fact.id] is None  # looked for, and not there
    opened.act("undo")
    assert translator.marks(of.id)[fact.id] == Span(8, 14)
    assert wordings() == ["12 000"]


def test_what_is_on_screen_of_every_article_comes_before_the_rest_of_the_first(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, say = [], Speaker.say

    def told(speaker: Speaker, sentence: str) -> str:
        asked.append(sentence)
        return say(speaker, sentence)

    monkeypatch.setattr(Speaker, "say", told)
    second = article(STORY.replace("Metz", "Lille"), "c")
    opened.session.amend(replace(opened.session.project, articles=(*opened.session.project.articles, second)))
    opened.settle()
    opened.window.translator.set_on_screen(lambda _: (1,))
    opened.act("read_translation")
    finish(opened, qtbot)
    texts = {ident: opened.session.project.article(ident) for ident in ("a", "c")}
    assert asked[:3] == [texts["a"].sentence_text(1), texts["c"].sentence_text(1), texts["a"].sentence_text(0)]
    assert len(said(opened)) == 8
