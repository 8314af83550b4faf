"""What was ruled on a comparison follows it when it is found with other facts, unless something new diverges there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from recoupe.model import Analysis, Comparison, Dismissed, Event, Judgement, Noted, Place, Project, Reviewed, State, Verdict
from recoupe.project import followed, unplaced


def row(ident: str, *facts: str, verdict: Verdict = Verdict.CONTRADICTION, joining: Verdict = Verdict.AGREEMENT) -> Comparison:
    judged = [Judgement(facts[0], facts[1], verdict, "apart"), *(Judgement(facts[0], f, joining, "equal") for f in facts[2:])]
    return Comparison(ident, "", "quantity", "", facts, tuple(judged))


OLD = row("old", "a1", "b1")
RULED = (Reviewed("old", State.CONFIRMED), Dismissed("old"), Noted("old", "à voir"))


def after(*rows: Comparison) -> tuple[object, ...]:
    return followed(Project(decisions=RULED, analysis=Analysis(comparisons=(OLD,))), Analysis(comparisons=rows)).decisions


def test_what_is_found_again_keeps_what_was_ruled() -> None:
    assert after(OLD) == RULED


def test_a_row_that_gained_an_article_which_agrees_keeps_all() -> None:
    assert after(row("new", "a1", "b1", "c1")) == (Reviewed("new", State.CONFIRMED), Dismissed("new"), Noted("new", "à voir"))


@pytest.mark.parametrize("verdict", [Verdict.CONTRADICTION, Verdict.PRECISION])
def test_where_the_newcomer_diverges_only_the_note_follows(verdict: Verdict) -> None:
    assert after(row("new", "a1", "b1", "c1", joining=verdict))[2] == Noted("new", "à voir")
    assert after(row("new", "a1", "b1", "c1", joining=verdict))[:2] == RULED[:2]


def test_a_graver_verdict_on_the_same_facts_is_looked_at_anew() -> None:
    mild = Project(
        decisions=(Reviewed("old", State.CONFIRMED),), analysis=Analysis(comparisons=(row("old", "a1", "b1", verdict=Verdict.PRECISION),))
    )
    assert followed(mild, Analysis(comparisons=(row("new", "a1", "b1", "c1"),))).decisions == mild.decisions


def test_one_shared_fact_is_not_enough() -> None:
    assert after(row("new", "a1", "c1")) == RULED


def test_the_note_on_an_event_follows_most_of_its_sentences() -> None:
    members = (Place("a", 1), Place("b", 1), Place("b", 2))
    project = Project(decisions=(Noted("e", "!"),), analysis=Analysis(events=(Event("e", members, 1.0),)))
    moved = Event("f", (Place("a", 0), *members), 1.0)
    other = Event("g", (Place("a", 5), Place("b", 5)), 1.0)
    assert followed(project, Analysis(events=(other, moved))).decisions == (Noted("f", "!"),)


class Watched(tuple[str, ...]):
    """Facts of a row that tell when somebody looks at them one by one."""

    __slots__ = ()
    looked = 0

    def __iter__(self) -> Iterator[str]:
        type(self).looked += 1
        return super().__iter__()


def test_rows_that_nobody_ruled_on_are_not_looked_for() -> None:
    before = (*(replace(row(f"old{n}", f"a{n}", f"b{n}"), facts=Watched((f"a{n}", f"b{n}"))) for n in range(50)), OLD)
    now = tuple(replace(row(f"new{n}", f"a{n}", f"b{n}"), facts=Watched((f"a{n}", f"b{n}"))) for n in range(50))
    Watched.looked = 0
    project = Project(analysis=Analysis(comparisons=before))
    assert followed(project, Analysis(comparisons=now)).analysis.comparisons == now
    assert Watched.looked == 0
    ruled = followed(replace(project, decisions=RULED), Analysis(comparisons=now)).decisions
    assert ruled == (Reviewed("new1", State.CONFIRMED), Dismissed("new1"), Noted("new1", "à voir"))
    assert Watched.looked <= len(now)  # where their successor may be, and in no row that is gone


def test_the_findings_are_the_new_ones_and_nothing_else_changes() -> None:
    project = Project("t", decisions=RULED, analysis=Analysis(comparisons=(OLD,)))
    found = Analysis(comparisons=(row("new", "a1", "b1", "c1"),))
    assert replace(followed(project, found), decisions=RULED) == replace(project, analysis=found)


def test_what_stands_on_nothing_that_is_found_is_kept_and_told() -> None:
    project = followed(Project(decisions=RULED, analysis=Analysis(comparisons=(OLD,))), Analysis(comparisons=(row("other", "x", "y"),)))
    assert project.decisions == unplaced(project) == RULED
    assert not unplaced(replace(project, analysis=Analysis(comparisons=(OLD,))))
