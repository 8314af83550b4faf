"""That nobody was harmed is a count too, and speaks against the harmed whom another article counts."""

from __future__ import annotations

from datetime import date

import pytest

from builders import article
from recoupe.facts import compare, extract
from recoupe.linguistics import parse
from recoupe.model import Quantity, Verdict


def counts(text: str, language: str = "fr") -> list[tuple[str, int, str, str]]:
    """The counts of a text: their words, how many, of what, and what narrows them."""
    piece = article(text, published=date(2024, 5, 14), language=language)
    found = [f for f in extract(piece, parse(piece)) if f.kind == "quantity" and isinstance(f.value, Quantity)]
    return [(piece.text[f.span.start : f.span.end], int(f.value.point or 0), f.about, f.scope) for f in found]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Personne n'a été blessé.", "fr", [("Personne n'a été blessé", 0, "blessé", "")]),
        ("L'incendie n'a pas fait de blessé.", "fr", [("pas fait de blessé", 0, "blessé", "")]),
        ("Il n'y a pas eu de victime.", "fr", [("pas eu de victime", 0, "victime", "")]),
        ("On ne déplore ni mort ni blessé.", "fr", [("ni mort", 0, "mort", ""), ("ni blessé", 0, "blessé", "")]),
        ("Le toit est tombé sans faire de victimes.", "fr", [("sans faire de victimes", 0, "victime", "")]),
        ("L'accident n'a pas fait de blessé grave.", "fr", [("pas fait de blessé", 0, "blessé", "grave")]),
        ("Pas un mort, pas un blessé.", "fr", [("Pas un mort", 0, "mort", ""), ("pas un blessé", 0, "blessé", "")]),
        ("Nobody was hurt.", "en", [("Nobody was hurt", 0, "blessé", "")]),
        ("Il n'y a pas que des blessés.", "fr", []),
        ("Plus de blessés que prévu.", "fr", []),
        ("Personne n'a été prévenu.", "fr", []),
        ("Deux pompiers ont été légèrement intoxiqués.", "fr", [("Deux pompiers", 2, "pompier", "intoxiqué léger")]),
    ],
)
def test_a_count_of_none(text: str, language: str, found: list[tuple[str, int, str, str]]) -> None:
    assert counts(text, language) == found


def contradicts(left: str, right: str) -> bool:
    """Whether two articles of which nothing is linked contradict each other in a number."""
    pieces = [article(text, ident, published=date(2024, 5, 14)) for ident, text in (("a", left), ("b", right))]
    parses = {p.id: parse(p) for p in pieces}
    facts = [f for p in pieces for f in extract(p, parses[p.id])]
    return any(c.kind == "quantity" and c.verdict is Verdict.CONTRADICTION for c in compare(pieces, parses, facts, ()))


@pytest.mark.parametrize(
    ("left", "right", "differ"),
    [
        ("Aucun blessé n'est à déplorer.", "Deux pompiers ont été légèrement intoxiqués.", True),
        ("L'incendie n'a pas fait de victime.", "L'incendie a fait un mort.", True),
        ("Personne n'a été tué.", "Trois personnes sont mortes.", True),
        ("Personne n'a été tué.", "Trois personnes ont été blessées.", False),
        ("Il n'y a pas de blessé grave.", "Trois personnes ont été légèrement blessées.", False),
        ("Il n'y a pas de blessé grave.", "Trois personnes ont été grièvement blessées.", True),
        ("Il n'y a pas de blessé à Lyon, mais 12 blessés à Brest.", "L'orage a fait 12 blessés.", False),
        ("Il n'y a pas de blessé.", "À Lyon, aucun blessé, mais 12 blessés à Brest.", False),
        ("Aucun magasin n'a ouvert.", "Deux pompiers ont été blessés.", False),
    ],
)
def test_who_tells_that_nobody_was_harmed_is_contradicted_by_who_counts_them(left: str, right: str, differ: bool) -> None:
    assert contradicts(left, right) == differ
    assert contradicts(right, left) == differ
