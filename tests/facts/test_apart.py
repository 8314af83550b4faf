"""What passages state that no event joins is compared where they lean towards each other and speak in like or contrary words."""

from __future__ import annotations

import pytest

from builders import article
from recoupe.facts import compare, extract
from recoupe.facts.apart import apart, same_things
from recoupe.facts.sides import sides
from recoupe.linguistics import parse
from recoupe.model import Comparison, Leaning, Place, Verdict

LEANING = Leaning(Place("a", 0), Place("b", 0), 0.2, 0.3, 0)
REMOTE = Leaning(Place("a", 0), Place("b", 0), 0.2, 0.3, 2)
FIRM = Leaning(Place("a", 0), Place("b", 0), 0.4, 0.3, 0)


def rows(left: str, right: str, *leanings: Leaning) -> tuple[Comparison, ...]:
    pieces = (article(left, "a"), article(right, "b"))
    parses = {p.id: parse(p) for p in pieces}
    return compare(pieces, parses, [f for p in pieces for f in extract(p, parses[p.id])], (), leanings)


def pairs(left: str, right: str, leaning: Leaning = LEANING) -> set[tuple[str, str]]:
    """The words of the facts that are held against each other in two sentences that lean towards each other."""
    pieces = (article(left, "a"), article(right, "b"))
    parses = {p.id: parse(p) for p in pieces}
    by_place = sides(pieces, parses, [f for p in pieces for f in extract(p, parses[p.id])])
    return {(pieces[0].quote(a.fact.span), pieces[1].quote(b.fact.span)) for a, b in apart([leaning], by_place)}


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("L'alarme s'est déclenchée à midi.", "La sirène n'a jamais été activée, jurent les riverains.", "polarity"),
        ("La fuite est due à la rupture d'un joint.", "Les pompiers expliquent la fuite par la corrosion d'un tuyau.", "cause"),
    ],
)
def test_leaning_passages_are_compared(left: str, right: str, kind: str) -> None:
    assert {r.kind for r in rows(left, right, LEANING) if r.verdict is Verdict.CONTRADICTION} == {kind}
    assert not [r for r in rows(left, right) if r.kind == "polarity"]


def test_a_denial_of_one_thing_is_compared_wherever_it_stands() -> None:
    found = rows("La digue a été réparée en mars.", "La digue n'a jamais été réparée, jurent les riverains.")
    assert [(r.kind, r.verdict) for r in found] == [("polarity", Verdict.CONTRADICTION)]


def test_statements_meet_by_their_verbs() -> None:
    assert pairs("Le pont est resté ouvert.", "Le pont a été fermé à midi.") == {("est resté ouvert", "a été fermé")}
    assert not pairs("Le pont est resté ouvert.", "Le pont a été repeint à midi.")


def test_numbers_meet_by_what_they_count() -> None:
    assert pairs("On compte douze blessés.", "Des secouristes ont soigné 17 blessés et 40 chevaux.") == {("douze blessés", "17 blessés")}


def test_numbers_and_places_of_whatever_meet_where_passages_lean_firmly() -> None:
    """Jobs in one paper are people in the other, and a branch that closes is a curtain that falls."""
    for left, right, held in (
        ("Le groupe supprime 120 emplois.", "Une centaine de personnes perdront leur place.", ("120 emplois", "Une centaine de personnes")),
        ("L'antenne de Lyon fermera.", "C'est à Nantes que l'on baisse le rideau.", ("antenne de Lyon", "Nantes")),
    ):
        assert held in pairs(left, right, FIRM)
        assert held not in pairs(left, right, REMOTE)


def test_two_places_that_only_one_paper_names_each_meet_where_each_passage_is_the_other_s_nearest() -> None:
    left, right = "L'antenne de Lyon fermera.", "C'est à Nantes que l'on baisse le rideau."
    assert pairs(left, right) == {("antenne de Lyon", "Nantes")}
    assert not pairs(f"{left} Celle de Nantes ouvrira.", right)


def test_causes_meet_only_where_passages_lean() -> None:
    left, right = "La fuite est due à la rupture d'un joint.", "Les pompiers expliquent la fuite par la corrosion d'un tuyau."
    pieces = [article(left, "a"), article(right, "b")]
    parses = {p.id: parse(p) for p in pieces}
    by_place = sides(pieces, parses, [f for p in pieces for f in extract(p, parses[p.id])])
    held = [len([pair for pair in apart(leanings, by_place) if pair[0].family == "cause"]) for leanings in ([LEANING], [])]
    assert held == [1, 0]


def named_alike(left: str, right: str) -> set[str]:
    """The names that two leaning sentences share as names of one thing."""
    pieces = (article(left, "a"), article(right, "b"))
    parses = {p.id: parse(p) for p in pieces}
    by_place = sides(pieces, parses, [f for p in pieces for f in extract(p, parses[p.id])])
    return {pieces[0].quote(a.fact.span) for a, _ in same_things([LEANING], by_place)}


def test_a_thing_that_is_seldom_named_is_one_matter_where_passages_lean() -> None:
    assert named_alike("La ville fait le plein de SUV.", "La ville a aussi acheté ces SUV au printemps.") == {"SUV"}
    assert not named_alike("Paul Morel est venu.", "On a vu Paul Morel au marché.")
    often = "Un SUV passe. " * 6
    assert not named_alike(often, "La ville a aussi acheté ces SUV au printemps.")
