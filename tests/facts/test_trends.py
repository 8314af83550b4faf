"""Which way a figure went, and what that makes of two equal figures."""

from __future__ import annotations

import pytest
from test_compare import told, verdicts

from builders import article
from recoupe.facts import extract
from recoupe.facts.sides import sides
from recoupe.facts.trends import DOWN, UP
from recoupe.linguistics import parse
from recoupe.model import Verdict


@pytest.mark.parametrize(
    ("text", "language", "way"),
    [
        ("Le chiffre d'affaires est en hausse de 4 %.", "fr", UP),
        ("Le chiffre d'affaires a reculé de 4 %.", "fr", DOWN),
        ("Le titre cédait 4 % à midi.", "fr", DOWN),
        ("Une baisse de 4 % est attendue.", "fr", DOWN),
        ("Le titre finit la séance à -4 %.", "fr", DOWN),
        ("Le taux est passé à 4 %.", "fr", 0),
        ("Le taux est en hausse, à 4 %.", "fr", 0),
        ("Sales rose by 4% in May.", "en", UP),
        ("Sales fell 4% in May.", "en", DOWN),
    ],
)
def test_which_way_a_figure_went(text: str, language: str, way: int) -> None:
    piece = article(text, language=language)
    parsed = parse(piece)
    found = [s for here in sides([piece], {piece.id: parsed}, extract(piece, parsed)).values() for s in here if s.fact.kind == "percent"]
    assert [s.trend for s in found] == [way]


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("Le chiffre d'affaires est en hausse de 4 %.", "Le chiffre d'affaires est en baisse de 4 %.", Verdict.CONTRADICTION),
        ("Le chiffre d'affaires est en hausse de 4 %.", "Le chiffre d'affaires progresse de 4 %.", Verdict.AGREEMENT),
        ("Le chiffre d'affaires a gagné 4 %.", "Le chiffre d'affaires est en hausse de près de 4 %.", Verdict.PRECISION),
    ],
)
def test_equal_figures_that_went_two_ways_contradict_each_other(left: str, right: str, verdict: Verdict) -> None:
    assert verdicts(told(left, right), "percent") == {verdict}
