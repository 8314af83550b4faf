"""What a person is, in functions of which one excludes another, wherever two articles tell it."""

from __future__ import annotations

import pytest

from builders import article
from recoupe.facts import compare, extract
from recoupe.facts.posts import is_function
from recoupe.linguistics import parse
from recoupe.model import Comparison, Name, Verdict


def told(text: str) -> list[tuple[str, str]]:
    """Each person of a text with what she is told to be."""
    piece = article(text)
    found = [f for f in extract(piece, parse(piece)) if is_function(f.value)]
    return [(f.about, f.value.key) for f in found if isinstance(f.value, Name)]


@pytest.mark.parametrize(
    ("text", "person", "function"),
    [
        ("Le directeur général de la banque, Paul Morel, a parlé.", "Paul Morel", "directeur général"),
        ("La directrice financière Anne Roux a parlé.", "Anne Roux", "directeur financier"),
        ("Anne Roux, 52 ans, trésorière du club, a parlé.", "Anne Roux", "trésorier"),
        ("Le talonneur basque Paul Morel a marqué.", "Paul Morel", "talonneur"),
        ("L'experte psychiatre Anne Roux a parlé.", "Anne Roux", "psychiatre"),
        ("La maire de Riom, Anne Roux, a parlé.", "Anne Roux", "maire"),
    ],
)
def test_a_function_is_read_before_and_behind_a_name(text: str, person: str, function: str) -> None:
    assert told(text) == [(person, function)]


@pytest.mark.parametrize("text", ["Le concert au centre Jean Morel est annulé.", "Paul Morel a vu le directeur.", "Le directeur est venu."])
def test_who_is_told_to_be_nothing_has_no_function(text: str) -> None:
    assert told(text) == []


def apart(one: str, other: str) -> list[Comparison]:
    """The rows of differing functions in two articles of which no passages are linked."""
    pieces = (article(one, "a"), article(other, "b"))
    parses = {p.id: parse(p) for p in pieces}
    facts = {f.id: f for p in pieces for f in extract(p, parses[p.id])}
    rows = compare(pieces, parses, list(facts.values()), ())
    return [c for c in rows if c.verdict is Verdict.CONTRADICTION and all(is_function(facts[f].value) for f in c.facts)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Le directeur général de la banque, Paul Morel, a parlé.", "Paul Morel, le directeur financier du groupe, a parlé."),
        ("L'ailier Paul Morel a marqué.", "Le pilier Paul Morel a marqué."),
        ("Anne Roux, psychiatre, l'a vu.", "La psychologue Anne Roux l'a vu."),
        ("Anne Roux, déléguée syndicale CGT, proteste.", "Anne Roux, élue de Force ouvrière, proteste."),
        ("Le candidat Paul Morel (RN) a perdu.", "Le député LR Paul Morel a perdu."),
        ("L'ancien maire de Riom, Paul Morel, a voté.", "Paul Morel, ancien préfet, a voté."),
    ],
)
def test_two_functions_of_one_person_differ_with_reserve(one: str, other: str) -> None:
    assert [(row.about, row.unsure) for row in apart(one, other)] in ([("Paul Morel", True)], [("Anne Roux", True)])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Le directeur de la banque, Paul Morel, a parlé.", "Paul Morel, directeur général de la banque, a parlé."),  # more precise
        ("Le maire de Riom, Paul Morel, a voté.", "Paul Morel, ancien préfet, a voté."),  # one after the other
        ("Le président de la fédération agricole, Paul Morel, a parlé.", "Paul Morel, gérant de la laiterie Roux, a parlé."),  # both
        ("L'ailier Paul Morel a marqué.", "Le pilier Luc Petit a marqué."),
        ("Anne Roux, déléguée FO, proteste.", "Anne Roux (Force ouvrière) proteste."),
        ("Paul Morel a renaissance en tête.", "Paul Morel (LR) a perdu."),
        ("L'ailier Paul Morel a marqué.", "Le pilier Paul Morel a marqué. Paul Morel, ailier de formation, a souri."),
    ],
)
def test_functions_that_one_person_may_have_do_not_differ(one: str, other: str) -> None:
    assert not apart(one, other)
