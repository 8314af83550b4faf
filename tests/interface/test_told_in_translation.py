"""What is told of an article that is read in translation: the reader's words first, the article's own beneath."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from recoupe.interface.checker import Checker
from recoupe.interface.panes.findings import marks_by_article
from recoupe.interface.panes.translated import Mode
from recoupe.model import FACT_KINDS, Place, Project, Span, Translation
from recoupe.translation.annotated import Annotated
from windows import Opened, story

TITLE, SENTENCE = "Dijon marches.", "According to the police, 1,200 protesters marched in Dijon."
NUMBER = "1,200 protesters"


def study() -> Project:
    """Two papers without an outlet, called by their French headlines; two sentences of the first are translated."""
    project = story()
    nameless = tuple(replace(a, outlet="", title=a.sentence_text(0)) for a in project.articles)
    kept = (Translation(Place("a", 0), "en", TITLE, "DeepL"), Translation(Place("a", 1), "en", SENTENCE, "DeepL"))
    return replace(project, articles=nameless, translations=kept)


@pytest.fixture
def opened(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Opened:
    project = study()
    fact = next(f for f in project.analysis.facts if f.id == project.analysis.comparisons[0].facts[0])
    start = SENTENCE.index(NUMBER)

    def annotate(_self: Checker, _article: object, translations: tuple[Translation, ...], *_: object) -> Annotated:
        return Annotated(tuple(translations), {fact.id: Span(start, start + len(NUMBER))})

    monkeypatch.setattr(Checker, "annotate", annotate)
    return Opened(qtbot, project, lambda *_: project.analysis)


def read(opened: Opened, mode: Mode) -> None:
    opened.window.translator.set_mode("a", mode)
    opened.window.translator.check(opened.session.project.article("a"))
    opened.qtbot.waitUntil(lambda: not opened.jobs.running, timeout=60_000)
    opened.settle()


def tooltip(opened: Opened) -> list[str]:
    """The lines of the tooltip over the number."""
    marks = marks_by_article(opened.session.project, FACT_KINDS)["a"]
    made = QTextDocument()
    made.setHtml(opened.window.row.explain(Place("a", 1), tuple(m for m in marks if m.comparison == "c-number")))
    plain = made.toPlainText().replace("\N{NARROW NO-BREAK SPACE}", " ").replace("\N{NO-BREAK SPACE}", " ")
    return [line.strip() for line in plain.splitlines()]


def heads(opened: Opened) -> list[str]:
    return [opened.window.table.model.headerData(n, Qt.Orientation.Horizontal) for n in (1, 2)]


def test_the_tooltip_of_a_mark_quotes_the_translation_with_the_original_beneath(opened: Opened) -> None:
    own = "« 1 200 manifestants »"
    assert own in tooltip(opened)
    read(opened, Mode.TRANSLATION)
    lines = tooltip(opened)
    assert lines[lines.index(own) - 1] == f"“{NUMBER}”"
    assert "« 3 000 manifestants »" in lines
    assert any(TITLE.rstrip(".") in line for line in lines)
    read(opened, Mode.ORIGINAL)
    assert f"“{NUMBER}”" not in tooltip(opened)


def test_a_column_is_called_by_the_headline_that_the_reader_reads(opened: Opened) -> None:
    before = heads(opened)
    read(opened, Mode.TRANSLATION)
    assert heads(opened) == [TITLE, before[1]]
    tip = opened.window.table.model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert tip.index(TITLE) < tip.index(before[0])
    read(opened, Mode.ORIGINAL)
    assert heads(opened) == before


def test_an_outlet_stays_the_head_of_its_column(opened: Opened) -> None:
    project = opened.session.project
    named = tuple(replace(a, outlet="Le Matin") if a.id == "a" else a for a in project.articles)
    opened.session.do("label", replace(project, articles=named))
    read(opened, Mode.TRANSLATION)
    assert heads(opened)[0] == "Le Matin"
