"""Ranks: of what they rank, and of the place that somebody takes."""

from __future__ import annotations

import pytest

from builders import article
from recoupe.facts import extract
from recoupe.linguistics import parse
from recoupe.model import Quantity


def ranks(text: str, language: str = "fr") -> list[tuple[int, str]]:
    piece = article(text, language=language)
    found = [f for f in extract(piece, parse(piece)) if isinstance(f.value, Quantity) and f.value.unit == "rank"]
    return [(int(f.value.point or 0), f.about) for f in found if isinstance(f.value, Quantity)]


@pytest.mark.parametrize(
    ("text", "rank", "of"),
    [
        ("C'est la première cause de mortalité.", 1, "cause"),
        ("C'est le troisième employeur du département.", 3, "employeur"),
        ("La France est le deuxième plus gros exportateur de blé.", 2, "exportateur"),
        ("Arrivée troisième au premier tour, elle a renoncé.", 3, "place"),
        ("Quatrième du scrutin, il a renoncé.", 4, "place"),
        ("Le club est onzième du championnat.", 11, "place"),
        ("Elle a terminé 2e du classement.", 2, "place"),
        ("Le groupe, numéro trois européen du secteur, est vendu.", 3, "place"),
        ("C'est le numéro 1 mondial du pneu.", 1, "place"),
    ],
)
def test_a_rank_is_read_with_what_it_ranks(text: str, rank: int, of: str) -> None:
    assert ranks(text) == [(rank, of)]


@pytest.mark.parametrize(
    "text",
    [
        "Le premier ministre est venu.",
        "Il est le premier à avoir parlé.",
        "Il habite au numéro 12 de la rue.",
        "Les premières pluies arrivent.",
    ],
)
def test_what_ranks_nothing_is_no_rank(text: str) -> None:
    assert ranks(text) == []


@pytest.mark.parametrize(
    ("text", "rank", "of"),
    [
        ("She came third in the race.", 3, "place"),
        ("The rider finished 12th overall.", 12, "place"),
        ("The group is number three globally.", 3, "place"),
        ("It is the first cause of death.", 1, "cause"),
    ],
)
def test_an_english_rank(text: str, rank: int, of: str) -> None:
    assert ranks(text, "en") == [(rank, of)]
