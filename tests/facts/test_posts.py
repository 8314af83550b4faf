"""Posts are read beside a name however a paper words them, and two holders of one post are set against each other wherever they stand."""

from __future__ import annotations

import pytest

from builders import article
from recoupe.facts import compare, extract
from recoupe.facts.posts import Post, masculine
from recoupe.facts.sides import sides
from recoupe.linguistics import parse
from recoupe.model import Comparison, Name, Verdict


@pytest.mark.parametrize(
    ("text", "noun", "of"),
    [
        ("Le maire, Hervé Lanoue, a démissionné.", "maire", ""),
        ("La procureure de la République de Lorient, Maud Kerbrat, a ouvert une enquête.", "procureur", "lorient"),
        ("Une enquête est ouverte, a indiqué Maud Kerbrat, procureure à Lorient.", "procureur", "lorient"),
        ("La ministre de la Culture, Mme Claire Vasseur, viendra jeudi.", "ministre", "culture"),
        ("Claire Vasseur, 52 ans, directrice de l'usine, a parlé aux salariés.", "directeur", "usine"),
        ("La première adjointe, Odile Santerre, assure l'intérim.", "adjoint", "premier"),
        ("Gaël Kerjean, qui dirige le festival, a renoncé au concert.", "chef", "festival"),
        ("Malika Kerjean, à la tête des urgences, décrit une longue journée.", "chef", "urgences"),
        ("Selon le directeur technique de l'écurie, Paul Morel, le moteur a cassé.", "directeur", "technique ecurie"),
    ],
)
def test_a_post_is_read_before_and_behind_a_name(text: str, noun: str, of: str) -> None:
    (post,) = {s.post for s in people(text) if s.post is not None}
    assert post == Post(noun, frozenset(of.split()))


@pytest.mark.parametrize(
    "text",
    [
        "Selon le maire, Paul Morel a menti aux policiers.",  # two people
        "Paul Morel, le frère du gardien, est venu.",
        "Paul Morel a parlé au maire.",
    ],
)
def test_what_is_another_person_is_no_post(text: str) -> None:
    assert not any(s.post for s in people(text) if s.fact.value.key == "paul morel")  # type: ignore[union-attr]


def test_a_former_holder_is_told_apart() -> None:
    (side,) = people("L'ancien maire de Brest, Paul Morel, a voté.")
    assert side.post is not None
    assert side.post.former


def people(text: str) -> list:  # type: ignore[type-arg]
    """The sides of the people of a text."""
    piece = article(text, "a")
    parses = {"a": parse(piece)}
    every = (s for inside in sides([piece], parses, extract(piece, parses["a"])).values() for s in inside)
    return [s for s in every if s.fact.kind == "name" and isinstance(s.fact.value, Name) and s.fact.value.sort == "person"]


@pytest.mark.parametrize(
    ("feminine", "expected"),
    [
        ("procureure", "procureur"),
        ("préfète", "préfet"),
        ("directrice", "directeur"),
        ("doyenne", "doyen"),
        ("cheffe", "chef"),
        ("table", "table"),
    ],
)
def test_a_function_has_one_noun_for_both_sexes(feminine: str, expected: str) -> None:
    assert masculine(feminine, "fr") == expected


def apart(one: str, other: str) -> list[Comparison]:
    """The rows of names that differ in two articles of which no passages are linked."""
    pieces = (article(one, "a"), article(other, "b"))
    parses = {p.id: parse(p) for p in pieces}
    facts = tuple(f for p in pieces for f in extract(p, parses[p.id]))
    return [c for c in compare(pieces, parses, facts, ()) if c.kind == "name" and c.verdict is Verdict.CONTRADICTION]


def test_two_holders_of_one_post_differ_wherever_they_stand() -> None:
    one = "La mer était calme. Le procureur de la République à Lorient, Denis Morvan, a ouvert une enquête."
    other = "Le navire est au port. « Nous entendons l'équipage », a dit Maud Kerbrat, procureure de Lorient."
    assert [r.unsure for r in apart(one, other)] == [False]


def test_a_post_of_which_a_story_has_one_is_told_with_reserve_where_a_paper_does_not_say_of_what() -> None:
    one, other = "La pluie a cessé. Le maire, Paul Morel, est venu.", "Le pont a rouvert. Odile Kerjean, maire de Riom, est partie."
    assert [r.unsure for r in apart(one, other)] == [True]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Le maire de Brest, Paul Morel, est venu.", "Odile Kerjean, maire de Riom, est partie."),
        ("Le maire de Brest, Paul Morel, est venu.", "Odile Kerjean, maire de Brest, a succédé à Paul Morel."),
        ("L'ancien maire de Brest, Paul Morel, est venu.", "Odile Kerjean, maire de Brest, est partie."),
        ("Le président du conseil régional, Paul Morel, est venu.", "Odile Kerjean, présidente du conseil départemental, est partie."),
        ("Le directeur, Paul Morel, est venu.", "Odile Kerjean, directrice de l'école, est partie."),
    ],
)
def test_two_people_of_two_posts_do_not_differ(one: str, other: str) -> None:
    assert not apart(one, other)
