"""One study, its steps, and findings that are never those of other texts."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from builders import article
from recoupe.errors import AnalysisFailed
from recoupe.interface.session import Session
from recoupe.model import (
    Analysis,
    Dismissed,
    Event,
    Means,
    Noted,
    Origin,
    Part,
    Parted,
    Place,
    Project,
    Reviewed,
    Sighting,
    Span,
    State,
)
from recoupe.project.codec import Study, decode, encode
from recoupe.settings import Settings
from windows import story


class Later:
    """An analyst that answers when the test says so."""

    def __init__(self) -> None:
        self.wishes: list[tuple[tuple, Callable[[Analysis], None], Callable[[Exception], None]]] = []
        self.stops = 0
        self.hand: Callable[[Part], None] = lambda _: None

    def analyse(self, articles, decisions, known, *, then, failed, told, handed) -> None:
        self.wishes.append((articles, then, failed))
        self.hand = handed

    def stop(self) -> None:
        self.stops += 1


@pytest.fixture
def later(qtbot: QtBot) -> Later:
    return Later()


@pytest.fixture
def session(later: Later) -> Session:
    return Session(Settings(), later)


FOUND = Analysis(events=(Event("e", (Place("a", 0), Place("b", 0)), 1.0),))
TWO = Project(articles=(article("Un."), article("Deux.", "b")))


def test_findings_complete_the_step_they_belong_to(session: Session, later: Later) -> None:
    session.do("add", TWO)
    assert session.busy
    later.wishes[0][1](FOUND)
    assert not session.busy
    assert session.project.analysis is FOUND
    session.undo()
    assert session.project == Project()
    session.redo()
    assert session.project.analysis is FOUND
    assert len(later.wishes) == 1


def test_findings_that_no_step_holds_are_let_go(session: Session, later: Later) -> None:
    session.do("add", TWO)
    later.wishes[-1][1](FOUND)
    for n in range(20):
        session.do("part", replace(session.project, decisions=(Parted((Place("a", 0), Place("b", n))),)))
        later.wishes[-1][1](replace(FOUND))
        session.undo()
    assert len(later.wishes) == 21
    assert len(session._basis) <= 2
    session.open(Project())
    assert not session._basis


def test_findings_of_other_texts_are_not_saved_as_the_studys_own(session: Session, later: Later) -> None:
    session.do("add", TWO)
    later.wishes[0][1](FOUND)
    assert session.to_save is session.project
    session.do("add more", session.project.with_articles([article("Trois.", "c")]))
    assert session.project.analysis is FOUND
    assert session.to_save.analysis == replace(FOUND, partial=True)
    assert session.to_save.articles == session.project.articles


def test_what_was_ruled_on_a_row_is_not_lost_by_saving_before_the_comparison_has_ended(session: Session, later: Later) -> None:
    before = story()
    row = before.analysis.comparisons[0]
    session.open(replace(before, decisions=(Reviewed(row.id, State.CONFIRMED), Noted(row.id, "à voir"))))
    session.do("add", session.project.with_articles([article("Trois.", "c")]))
    saved = decode(encode(Study(session.to_save))).project
    session.open(Project())
    session.open(saved)
    assert session.busy, "what was saved is no whole comparison, and is made anew"
    longer = replace(row, id="longer", facts=(*row.facts, before.analysis.facts[2].id))
    later.wishes[-1][1](replace(before.analysis, comparisons=(longer, *before.analysis.comparisons[1:])))
    assert session.project.decisions == (Reviewed("longer", State.CONFIRMED), Noted("longer", "à voir"))


def test_nor_by_saving_after_an_article_was_removed(session: Session, later: Later) -> None:
    before = story()
    session.open(before.with_articles([article("Trois.", "c")]))
    shown = session.project
    third = replace(before.analysis.facts[0], id="c:0-5:quantity", place=Place("c", 0), span=Span(0, 5))
    row = before.analysis.comparisons[0]
    longer = replace(row, id="longer", facts=(*row.facts, third.id))
    found = replace(before.analysis, facts=(*before.analysis.facts, third), comparisons=(longer, *before.analysis.comparisons[1:]))
    session.open(replace(shown, analysis=found, decisions=(Noted("longer", "à voir"),)))
    session.do("remove", replace(session.project, articles=before.articles))
    saved = decode(encode(Study(session.to_save))).project
    assert [c.id for c in saved.analysis.comparisons] == [c.id for c in found.comparisons]
    session.open(saved)
    later.wishes[-1][1](before.analysis)
    assert session.project.decisions == (Noted(row.id, "à voir"),)


def test_what_was_ruled_on_a_row_follows_it_when_an_article_joins(session: Session, later: Later) -> None:
    before = story()
    session.open(before)
    row = before.analysis.comparisons[0]
    session.do("note", replace(before, decisions=(Noted(row.id, "à voir"),)))
    session.do("add", session.project.with_articles([article("Trois.", "c")]))
    longer = replace(row, id="longer", facts=(*row.facts, before.analysis.facts[2].id))
    later.wishes[-1][1](replace(before.analysis, comparisons=(longer, *before.analysis.comparisons[1:])))
    assert session.project.decisions == (Noted("longer", "à voir"),)
    session.undo()
    assert session.project.decisions == (Noted(row.id, "à voir"),)


def test_findings_of_other_texts_are_dropped(session: Session, later: Later) -> None:
    session.do("add", TWO)
    session.do("add more", TWO.with_articles([article("Trois.", "c")]))
    later.wishes[0][1](FOUND)
    assert session.project.analysis == Analysis()


def test_a_note_or_a_dismissal_asks_for_no_analysis(session: Session, later: Later) -> None:
    session.do("add", TWO)
    later.wishes[0][1](FOUND)
    for decision in (Noted("c", "x"), Dismissed("c")):
        session.do("rule", replace(session.project, decisions=(*session.project.decisions, decision)))
    assert len(later.wishes) == 1
    session.do("part", replace(session.project, decisions=(Parted((Place("a", 0), Place("b", 0))),)))
    assert len(later.wishes) == 2


def test_undoing_a_ruling_brings_its_findings_back_without_a_new_analysis(session: Session, later: Later) -> None:
    session.do("add", TWO)
    later.wishes[0][1](FOUND)
    session.do("part", replace(session.project, decisions=(Parted((Place("a", 0), Place("b", 0))),)))
    later.wishes[1][1](Analysis())
    session.undo()
    assert session.project.analysis is FOUND
    assert len(later.wishes) == 2


def test_a_failure_leaves_everything_open(session: Session, later: Later, qtbot: QtBot) -> None:
    session.do("add", TWO)
    with qtbot.waitSignal(session.failed) as told:
        later.wishes[0][2](AnalysisFailed("crashed"))
    assert "kept" in told.args[0]
    assert session.project.articles == TWO.articles
    assert not session.busy


def test_stopping_keeps_what_is_there(session: Session, later: Later) -> None:
    session.do("add", TWO)
    session.stop()
    assert later.stops == 1
    assert not session.busy
    assert session.project.articles == TWO.articles


def test_a_study_opened_with_its_findings_is_not_analysed_again(session: Session, later: Later) -> None:
    session.open(story())
    assert later.wishes == []
    assert session.saved
    assert session.undo_label == ""


def test_a_study_without_findings_is_analysed(session: Session, later: Later) -> None:
    session.open(TWO)
    assert len(later.wishes) == 1
    later.wishes[0][1](FOUND)
    assert session.saved


def test_files_that_were_only_opened_are_not_asked_about(session: Session) -> None:
    from_files = tuple(replace(a, origin=Origin(Means.FILE, f"/{a.id}.txt")) for a in TWO.articles)
    session.do("add", Project(articles=from_files))
    assert not session.saved
    assert not session.would_lose
    session.do("rule", replace(session.project, decisions=(Dismissed("c"),)))
    assert session.would_lose
    session.undo()
    session.do("paste", TWO)
    assert session.would_lose


SEEN = Part("a", sighted=(Sighting(Place("a", 0), Span(0, 2), "quantity"),))


def test_findings_on_their_way_are_shown_but_neither_saved_nor_final(session: Session, later: Later, qtbot: QtBot) -> None:
    session.do("add", TWO)
    with qtbot.waitSignal(session.changed):
        later.hand(SEEN)
    assert session.project.analysis == Analysis(partial=True, sighted=SEEN.sighted or ())
    assert session.busy
    assert not session.settled
    assert session.to_save.analysis == Analysis()
    later.wishes[0][1](FOUND)
    assert session.project.analysis is FOUND
    assert session.settled


def test_findings_on_their_way_ask_for_no_new_analysis(session: Session, later: Later, qtbot: QtBot) -> None:
    session.do("add", TWO)
    with qtbot.waitSignal(session.changed):
        later.hand(SEEN)
    session.do("note", replace(session.project, decisions=(Noted("c", "x"),)))
    session.amend(replace(session.project, title="Un titre"))
    assert len(later.wishes) == 1
    later.wishes[0][1](FOUND)
    assert session.project.analysis is FOUND
    session.undo()
    session.undo()
    assert session.project == Project()


def test_parts_that_come_late_are_dropped(session: Session, later: Later, qtbot: QtBot) -> None:
    session.do("add", TWO)
    hand = later.hand
    session.do("add more", TWO.with_articles([article("Trois.", "c")]))
    hand(SEEN)
    later.hand(SEEN)
    later.wishes[1][1](FOUND)
    hand(SEEN)
    qtbot.wait(200)
    assert session.project.analysis is FOUND


def test_after_a_stop_what_was_handed_out_stays_and_nothing_is_saved_as_final(session: Session, later: Later, qtbot: QtBot) -> None:
    session.do("add", TWO)
    with qtbot.waitSignal(session.changed):
        later.hand(SEEN)
    session.stop()
    assert session.project.analysis.sighted
    assert not session.settled
    session.analyse_again()
    assert len(later.wishes) == 2


def test_another_order_of_the_articles_asks_for_no_analysis(session: Session, later: Later) -> None:
    session.do("add", TWO)
    later.wishes[0][1](FOUND)
    session.do("move", replace(session.project, articles=session.project.articles[::-1]))
    assert len(later.wishes) == 1
    assert session.settled


def test_rulings_on_findings_of_another_version_follow_and_what_cannot_is_told(session: Session, later: Later) -> None:
    found, project, lost = story().analysis, story(), []
    session.unplaced.connect(lost.append)
    kept, gone = found.comparisons[0], replace(found.comparisons[0], id="gone", facts=("x", "y"), judgements=())
    stale = replace(found, comparisons=(replace(kept, id="as it was called"), gone), partial=True)
    ruled = (Dismissed("as it was called"), Noted("gone", "à voir"))
    session.open(replace(project, analysis=stale, decisions=ruled))
    assert session.busy
    later.wishes[0][1](found)
    assert session.project.decisions == (Dismissed(kept.id), Noted("gone", "à voir"))
    assert lost == [1]
