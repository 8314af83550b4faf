"""The user's own words in the window: put in while sentences are translated, and followed when they change."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from strike import STORY, finish, said

from builders import article
from recoupe.interface.dialogs.preferences import Preferences
from recoupe.interface.dialogs.translation import TranslationPage
from recoupe.interface.panes.translated import Mode
from recoupe.model import Doubt, Place, Project, Translation
from recoupe.project.codec import Study, decode, encode
from recoupe.settings import Settings
from recoupe.translation import Engine
from windows import Opened

FRENCH = {
    "maire": "mayor",
    "grève": "strike",
    "blessé": "casualty",
    "réunion": "meeting",
    "procès": "trial",
    "lundi": "on Monday",
    "jours": "days",
}


class Literal:
    """An engine of this machine that knows a few words, keeps the others, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.engine = Engine("literal", "Literal", 900, lambda _account, _wait: self)

    def identity(self, source: str, target: str) -> str:
        return f"literal {source} {target}"

    def translate(self, text: str, source: str, target: str) -> str:
        del source, target
        self.asked.append(text)
        return re.sub(r"\w+", lambda m: FRENCH.get(m.group(), m.group()), text)


ENGLISH = re.sub(r"\w+", lambda m: FRENCH.get(m.group(), m.group()), STORY).replace("\n", " ").replace("'", "’")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the engine is asked."""
    literal = Literal()
    for module in ("commands.translation", "commands.engines", "accounts"):
        monkeypatch.setattr(f"recoupe.interface.{module}.ENGINES", (literal.engine,))
    return literal.asked


@pytest.fixture
def opened(qtbot: QtBot, unchecked: None, asked: list[str]) -> Opened:
    return Opened(qtbot, Project("", (article(STORY),)), settings=Settings(theme="light", engine="literal"))


def text(opened: Opened) -> str:
    return " ".join(said(opened))


def write(opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    """Type the words into the preferences and close them."""

    def type_and_close(dialog: Preferences) -> None:
        dialog.findChildren(TranslationPage)[0].glossary.setPlainText(words)

    monkeypatch.setattr(Preferences, "exec", type_and_close)
    opened.act("translation_settings")
    finish(opened, qtbot)


def test_a_word_that_is_added_changed_and_taken_away_is_followed_at_once(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, asked: list[str]
) -> None:
    opened.act("read_translation")
    finish(opened, qtbot)
    assert text(opened) == ENGLISH
    count = len(asked)
    write(opened, qtbot, monkeypatch, "grève = walkout")
    assert "walkout" in said(opened)[0]
    assert "strike" not in said(opened)[0]
    assert asked[count:] == [STORY.split(". ")[0].replace("grève", "walkout") + "."]  # no other sentence is asked for
    write(opened, qtbot, monkeypatch, "grève = stoppage")
    assert "stoppage" in said(opened)[0]
    assert "walkout" not in said(opened)[0]
    write(opened, qtbot, monkeypatch, "")
    assert text(opened) == ENGLISH
    assert len(asked) == count + 2  # what was said without the word is known


def test_words_changed_while_the_original_is_read_are_followed_when_the_translation_is(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.act("read_translation")
    finish(opened, qtbot)
    opened.act("read_original")
    write(opened, qtbot, monkeypatch, "grève = walkout")
    assert text(opened) == ENGLISH
    opened.act("read_translation")
    finish(opened, qtbot)
    assert "walkout" in said(opened)[0]


def test_what_was_written_by_hand_stays_whatever_the_words_are(opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = Translation(Place("a", 0), "en", "My own strike.", "", by_hand=True)
    opened.session.amend(replace(opened.session.project, translations=(mine,)))
    opened.act("read_translation")
    finish(opened, qtbot)
    write(opened, qtbot, monkeypatch, "grève = walkout")
    assert said(opened)[0] == mine.text


def test_a_study_translated_without_a_word_takes_it_in_and_an_engine_that_loses_it_is_asked_once(
    opened: Opened, qtbot: QtBot, asked: list[str]
) -> None:
    """The second sentence is known to have lost its word: it is told as a doubt, and not asked for again and again."""
    english = ["On strike.", "No injury.", "No meeting.", "A trial."]
    lost = Doubt("lost", "glossary", "blessé")
    kept = [Translation(Place("a", n), "en", words, "Other", doubts=(lost,) if n == 1 else ()) for n, words in enumerate(english)]
    study = replace(opened.session.project, translations=tuple(kept))
    opened.session.open(Project())
    opened.session.change_settings(replace(opened.session.settings, glossary="grève = walkout\nblessé = casualty"))
    opened.session.open(study)
    opened.act("read_translation")
    finish(opened, qtbot)
    assert len(asked) == 1
    assert "walkout" in said(opened)[0]
    assert said(opened)[1:] == english[1:]


def reopen(opened: Opened, words: str) -> None:
    """Save the study, close it, have other words, and open it again."""
    kept = encode(Study(opened.session.project))
    opened.session.open(Project())
    opened.session.change_settings(replace(opened.session.settings, glossary=words))
    opened.session.open(decode(kept).project)
    opened.settle()


@pytest.mark.parametrize(("words", "wanted"), [("", "strike"), ("grève = stoppage", "stoppage")])
def test_words_changed_or_taken_away_while_a_study_was_closed_are_followed_when_it_is_read(
    opened: Opened, qtbot: QtBot, asked: list[str], words: str, wanted: str
) -> None:
    opened.session.change_settings(replace(opened.session.settings, glossary="grève = walkout"))
    opened.act("read_translation")
    finish(opened, qtbot)
    assert "walkout" in said(opened)[0]
    count = len(asked)
    reopen(opened, words)
    opened.act("read_translation")
    finish(opened, qtbot)
    assert wanted in said(opened)[0]
    assert "walkout" not in text(opened)
    assert len(asked) == count + 1


def test_a_study_reopened_with_the_same_words_asks_nothing(opened: Opened, qtbot: QtBot, asked: list[str]) -> None:
    opened.session.change_settings(replace(opened.session.settings, glossary="grève = walkout\nblessé = casualty"))
    opened.act("read_translation")
    finish(opened, qtbot)
    count = len(asked)
    opened.window.translator.cache.clear()
    reopen(opened, "blessé = casualty\n# in another order\ngrève = walkout")
    opened.act("read_translation")
    finish(opened, qtbot)
    assert len(asked) == count
    assert opened.window.translator.doubtful() == ()


def test_a_translation_by_other_words_is_told_where_no_engine_may_be_asked(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, asked: list[str]
) -> None:
    opened.session.change_settings(replace(opened.session.settings, glossary="grève = walkout"))
    opened.act("read_translation")
    finish(opened, qtbot)
    count = len(asked)
    monkeypatch.setattr("recoupe.interface.commands.translation.may_send", lambda *_: False)
    reopen(opened, "")
    opened.act("read_translation")
    finish(opened, qtbot)
    assert len(asked) == count
    assert "walkout" in said(opened)[0]
    [pane] = opened.window.row.panes
    assert pane.text.toPlainText().startswith(said(opened)[0])
    assert "1 sentence to check" in pane.header.facts.text().replace("&nbsp;", " ")
    assert opened.window.translator.doubtful() == (Place("a", 0),)
    assert "translated with another list of words" in opened.window.translator.face(article(STORY)).remark(Place("a", 0))


def test_what_was_written_by_hand_stays_when_a_study_is_reopened_with_other_words(opened: Opened, qtbot: QtBot) -> None:
    opened.session.change_settings(replace(opened.session.settings, glossary="grève = walkout"))
    opened.act("read_translation")
    finish(opened, qtbot)
    opened.window.translator.write(opened.session.project.articles[0], 0, "My own walkout.", "correct")
    finish(opened, qtbot)
    reopen(opened, "grève = stoppage")
    opened.act("read_translation")
    finish(opened, qtbot)
    assert said(opened)[0] == "My own walkout."
    assert opened.window.translator.doubtful() == ()


@pytest.mark.parametrize("way", ["read_translation", "read_both"])
def test_a_study_is_reopened_in_the_language_in_which_it_was_read(opened: Opened, qtbot: QtBot, asked: list[str], way: str) -> None:
    """It came back in French, before a reader who has none."""
    opened.act(way)
    finish(opened, qtbot)
    mode, count = opened.window.translator.mode("a"), len(asked)
    reopen(opened, "")
    finish(opened, qtbot)
    assert opened.window.translator.mode("a") is mode
    assert said(opened)[0] in opened.window.row.pane("a").text.toPlainText()
    assert len(asked) == count


def test_a_study_last_read_in_the_original_is_reopened_so(opened: Opened, qtbot: QtBot) -> None:
    opened.act("read_translation")
    finish(opened, qtbot)
    opened.act("read_original")
    reopen(opened, "")
    assert opened.window.translator.mode("a") is Mode.ORIGINAL
