"""What something is put down to: the words a sentence names as a cause, and what it says that is none."""

from __future__ import annotations

import pytest

from builders import article
from recoupe.facts import extract
from recoupe.linguistics import parse


def causes(text: str, language: str = "fr") -> list[str]:
    piece = article(text, language=language)
    return [piece.quote(f.span) for f in extract(piece, parse(piece)) if f.kind == "cause"]


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("La route est coupée à cause d'un éboulement.", "un éboulement"),
        ("Le préfet a fermé le pont en raison de la crue qui menace.", "la crue"),
        ("La panne est due à la rupture d'un câble et a pu être réparée à midi.", "la rupture d'un câble"),
        ("S'il n'a pas joué mardi, c'est pour ne courir aucun risque.", "ne courir aucun risque"),
        ("Si le portail n'est pas fermé, c'est que le moteur a lâché.", "le moteur a lâché"),
        ("Sept militants ont été interpellés pour outrage.", "outrage"),
        ("Un court-circuit est à l'origine de l'incendie.", "Un court-circuit"),
        ("Le promeneur a été écrasé par la chute d'un chêne.", "la chute d'un chêne"),
        ("C'est la chute des naissances qui a conduit le ministère à fermer la classe.", "la chute des naissances"),
        ("Le gouvernement a fermé la ligne faute de voyageurs.", "voyageurs"),
        ("La direction explique la baisse par la grève.", "la grève"),
    ],
)
def test_a_cause(text: str, cause: str) -> None:
    assert causes(text) == [cause]


@pytest.mark.parametrize(
    "text",
    [
        "C'est une affaire qui pourrait durer.",
        "La compagnie est visée par une quinzaine d'enquêtes.",
        "Les grenades utilisées par les forces de l'ordre sont interdites.",
        "Il a été condamné à six mois de prison.",
        "Le budget a été voté par le conseil.",
        "Trois touristes ont été tués par des hommes armés.",
        "Le maire a, pour sa part, été condamné à une amende.",
        "La hausse s'explique par divers facteurs.",
    ],
)
def test_no_cause(text: str) -> None:
    assert causes(text) == []


def test_english_causes() -> None:
    assert causes("A faulty valve was to blame for the delay.", "en") == ["A faulty valve"]
    assert causes("The match was stopped because of a storm.", "en") == ["a storm"]
