"""Scores of games, found as one value each and held against each other."""

from __future__ import annotations

import pytest
from test_compare import told, verdicts

from builders import article
from recoupe.facts import extract
from recoupe.facts.scores import SORT
from recoupe.linguistics import parse
from recoupe.model import Name, Verdict


def scores(text: str, language: str = "fr") -> list[str]:
    piece = article(text, language=language)
    return [f.value.key for f in extract(piece, parse(piece)) if isinstance(f.value, Name) and f.value.sort == SORT]


@pytest.mark.parametrize(
    ("text", "value", "language"),
    [
        ("Lyon s'est imposé 3-1 face à Nice.", "3-1", "fr"),
        ("Lyon a été battu 1-3 à Nice.", "3-1", "fr"),
        ("Lyon l'emporte 3 buts à 1.", "3-1", "fr"),
        ("Tours a battu Sète trois sets à deux.", "3-2", "fr"),
        ("Les Bleus ont dominé l'Écosse 21-15.", "21-15", "fr"),
        ("Elle a battu l'Espagnole 6-4, 7-5 en finale.", "6-4 7-5", "fr"),
        ("Elle s'est inclinée 4-6, 7-6 (7-5), 3-6 en finale.", "6-4 6-7 6-3", "fr"),
        ("Lyon menait 2-0 à la pause.", "2-0", "fr"),
        ("Les Bleus ont battu l'Espagne 2 à 1.", "2-1", "fr"),
        ("Lille s'est incliné un à trois à Rennes.", "3-1", "fr"),
        ("Les deux équipes se séparent sur un nul, deux buts partout.", "2-2", "fr"),
        ("Lens a concédé le nul (1-1) à Brest.", "1-1", "fr"),
        ("L'Italienne l'a emporté 6-3, 6-2.", "6-3 6-2", "fr"),
        ("Leeds beat Hull 3-1 on Saturday.", "3-1", "en"),
        ("Leeds won by three goals to one.", "3-1", "en"),
    ],
)
def test_a_score(text: str, value: str, language: str) -> None:
    assert scores(text, language) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Le match a duré 15-20 minutes de plus.",
        "Le match a duré de 2 à 3 heures.",
        "Deux à trois joueurs manqueront la finale.",
        "La finale de la saison 2024-2025 aura lieu lundi.",
        "Le conseil a voté 12-3.",  # nothing tells that a game is meant
        "Appelez le 04-78-12-34-56 avant le match.",
    ],
)
def test_no_score(text: str) -> None:
    assert not scores(text)


def test_a_score_in_words_is_no_count() -> None:
    piece = article("Tours a battu Sète trois sets à deux.")
    assert not [f for f in extract(piece, parse(piece)) if f.kind == "quantity"]


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("Lyon a battu Nice 3-1 samedi.", "Lyon a battu Nice 2-1 samedi.", {Verdict.CONTRADICTION}),
        ("Lyon a battu Nice 3-1 samedi.", "Nice a été battu 1-3 samedi.", {Verdict.AGREEMENT}),
        ("Lyon a battu Nice 3-1 samedi.", "Lyon a battu Nice 3 buts à 1 samedi.", {Verdict.AGREEMENT}),
        ("Lyon a battu Nice 3-1 samedi.", "Lyon menait 2-0 à la pause.", set()),
        ("Sète a perdu la dernière manche 15-12.", "Sète a perdu la dernière manche 15-13.", {Verdict.CONTRADICTION}),
        ("Sète a perdu la dernière manche 15-12.", "Sète a gagné la première manche 25-19.", set()),
    ],
)
def test_two_scores(left: str, right: str, verdict: set[Verdict]) -> None:
    rows = told(left, right)
    assert verdicts(rows, "name") == verdict
