"""Statements of the same bearers are held against each other wherever they stand."""

import pytest

from builders import article
from recoupe.facts import compare, extract
from recoupe.linguistics import parse
from recoupe.model import Comparison, Event, Link, Place, Verdict

RUMOUR = "Jeanne Martin aurait créé Zéphyr, une société de conseil."


def compared(one: str, other: str, *events: Event) -> tuple[Comparison, ...]:
    articles = (article(one, "a"), article(other, "b"))
    parses = {a.id: parse(a) for a in articles}
    facts = [f for a in articles for f in extract(a, parses[a.id])]
    return compare(articles, parses, facts, events)


def test_a_rumour_and_a_statement_of_the_same_bearers_differ() -> None:
    rows = compared(RUMOUR, "Jeanne Martin a fondé Zéphyr en mars.")
    assert {row.verdict for row in rows} == {Verdict.CERTAINTY}


@pytest.mark.parametrize(
    "other", ["Paul Durand a fondé Zéphyr en mars.", "Jeanne Martin a fondé une école.", "Jeanne Martin a quitté Zéphyr."]
)
def test_other_bearers_or_deeds_do_not(other: str) -> None:
    assert Verdict.CERTAINTY not in {row.verdict for row in compared(RUMOUR, other)}


@pytest.mark.parametrize(
    ("left", "right", "note"),
    [
        ("L'accident a eu lieu à Lyon.", "L'accident a eu lieu à Nantes.", ""),
        ("L'accident a eu lieu à Lyon.", "Un accident à Nantes a fait des dégâts.", "unsure"),
        ("La digue a cédé.", "La digue aurait cédé.", ""),
    ],
)
def test_what_may_be_two_things_is_said_so(left: str, right: str, note: str) -> None:
    members = (Place("a", 0), Place("b", 0))
    rows = compared(left, right, Event("e", members, 0.95, (Link(*members, 0.95),)))
    assert {row.note for row in rows if row.kind in {"place", "certainty"} and row.verdict is not Verdict.AGREEMENT} == {note}
