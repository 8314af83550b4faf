"""Marks come while the analysis still runs: facts first, verdicts at its end, and the reader stays where he is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from recoupe.interface.commands import reporting
from recoupe.interface.panes.findings import seen_by_article
from recoupe.model import FACT_KINDS, Analysis, Part, Project, Sighting
from windows import Opened, story


class Underway:
    """An analyst whose analysis runs until the test ends it."""

    def __init__(self) -> None:
        self.hand: Callable[[Part], None] = lambda _: None
        self.end: Callable[[Analysis], None] = lambda _: None
        self.asked = 0

    def analyse(self, articles, decisions, known, *, then, failed, told, handed) -> None:
        self.asked += 1
        self.hand, self.end = handed, then

    def stop(self) -> None:
        pass


STORY = story()
SEEN = {a.id: tuple(Sighting(f.place, f.span, f.kind) for f in STORY.analysis.facts if f.place.article == a.id) for a in STORY.articles}


@pytest.fixture
def underway(qtbot: QtBot) -> tuple[Opened, Underway]:
    opened, analyst = Opened(qtbot), Underway()
    opened.session._analyst = analyst
    opened.session.do("Add 2 articles", replace(STORY, analysis=Analysis()))
    look(opened)
    return opened, analyst


def look(opened: Opened) -> None:
    """Let the window draw; `settle` would wait for the bar that moves as long as the analysis runs."""
    opened.qtbot.wait(300)


def seen_in(opened: Opened, article: str) -> list[object]:
    """The boxes drawn under facts without a verdict in the part of an article that is in view."""
    text = opened.window.row.pane(article).text
    return [box for block, _ in text.visible_blocks() for box in text.sketch(block).seen]


def test_facts_are_marked_before_anything_is_compared(underway: tuple[Opened, Underway]) -> None:
    opened, analyst = underway
    assert not seen_in(opened, "a")
    analyst.hand(Part("a", sighted=SEEN["a"]))
    look(opened)
    assert opened.session.busy
    assert seen_in(opened, "a")
    assert not seen_in(opened, "b")
    assert "… aligned" in opened.window.row.pane("a")._heading.facts


def test_the_end_puts_verdicts_in_their_place(underway: tuple[Opened, Underway]) -> None:
    opened, analyst = underway
    analyst.hand(Part("a", sighted=SEEN["a"]))
    analyst.hand(Part("a", facts=tuple(f for f in STORY.analysis.facts if f.place.article == "a")))
    analyst.hand(Part(events=STORY.analysis.events))
    look(opened)
    pane = opened.window.row.pane("a")
    assert seen_in(opened, "a")
    assert pane.text.findings.aligned
    assert not pane.text.findings.marks
    analyst.end(STORY.analysis)
    look(opened)
    assert not seen_in(opened, "a")
    assert pane.text.findings.marks
    assert opened.session.project.analysis is STORY.analysis


def test_the_reader_keeps_place_and_passage_while_marks_come(underway: tuple[Opened, Underway]) -> None:
    opened, analyst = underway
    pane = opened.window.row.pane("a")
    pane.text.verticalScrollBar().setValue(120)
    look(opened)
    at = pane.text.reading_offset
    analyst.hand(Part("a", sighted=SEEN["a"]))
    analyst.hand(Part(events=STORY.analysis.events))
    look(opened)
    opened.selection.select_event("march")
    analyst.end(STORY.analysis)
    look(opened)
    assert pane.text.reading_offset == at
    assert opened.selection.event == "march"


def test_a_new_analysis_of_a_ruled_study_takes_no_verdict_away(underway: tuple[Opened, Underway]) -> None:
    opened, analyst = underway
    analyst.end(STORY.analysis)
    look(opened)
    opened.session.analyse_again()
    for article, seen in SEEN.items():
        analyst.hand(Part(article, sighted=seen))
        analyst.hand(Part(article, facts=tuple(replace(f) for f in STORY.analysis.facts if f.place.article == article)))
    look(opened)
    assert opened.session.project.analysis is STORY.analysis
    assert not seen_in(opened, "a")


def test_only_telling_facts_of_wished_kinds_are_marked_and_none_at_the_end() -> None:
    partial = replace(STORY, analysis=Analysis(STORY.analysis.facts, partial=True))
    assert {s.kind for s in seen_by_article(partial, FACT_KINDS)["a"]} == {"quantity", "place"}
    assert {s.kind for s in seen_by_article(partial, ("place",))["a"]} == {"place"}
    assert seen_by_article(partial, FACT_KINDS) is seen_by_article(partial, FACT_KINDS)  # gathered once: in a book it takes a moment
    assert not seen_by_article(STORY, FACT_KINDS)
    assert not seen_by_article(Project(), FACT_KINDS)


def test_no_report_is_made_of_findings_that_are_not_all(underway: tuple[Opened, Underway], monkeypatch: pytest.MonkeyPatch) -> None:
    opened, analyst = underway
    made: list[object] = []
    monkeypatch.setattr("recoupe.interface.dialogs.export.ExportDialog", lambda *_, **__: made.append("dialog"))
    monkeypatch.setattr("recoupe.interface.printing.ReportPreview", lambda *_, **__: made.append("preview"))
    analyst.hand(Part("a", sighted=SEEN["a"]))
    look(opened)
    for call in (reporting.export, reporting.print_report):
        call(opened.session, opened.selection, opened.window)
        assert "still being compared" in opened.window.messages.text
    opened.session.stop()
    reporting.export(opened.session, opened.selection, opened.window)
    assert "stopped" in opened.window.messages.text
    assert not made
