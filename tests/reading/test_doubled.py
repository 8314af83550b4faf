"""Words that a tooltip wrote twice are found; words said twice are not."""

from __future__ import annotations

import pytest
from reading_helpers import pasted

from recoupe.reading.doubled import doubled


@pytest.mark.parametrize(
    ("text", "copies"),
    [
        ("Le patron de MarqueMarque a parlé.", ["Marque"]),
        ("La sonde Voyager DeuxVoyager Deux dérive.", ["Voyager Deux"]),
        ("Elle porteporte ce nom, comme les chienschiens.", ["porte", "chiens"]),
        ("Des GPUGPU et de l'IAIA.", ["GPU", "IA"]),
        ("La mermer monte.", ["mer"]),
        ("Le modèle ABC-4ABC-4 est sorti.", ["ABC-4"]),
        ("Un réseau X (NomX (Nom) bien connu.", ["X (Nom"]),
        ("Vendu à un serveur serveur étranger.", [" serveur"]),
    ],
)
def test_finds_the_second_copy(text: str, copies: list[str]) -> None:
    assert [text[s.start : s.end] for s in doubled(text)] == copies


@pytest.mark.parametrize(
    "text",
    [
        "Nous nous levons, vous vous taisez.",
        "Bla bla bla, dit-il.",
        "Il faut chercher du couscous, des bonbons et un bonbon.",
        "Le blabla du tonton chez le toutou de la nounou.",
        "Boutros Boutros-Ghali et Duran Duran à Bora Bora.",
        "C'est très très loin, vraiment vraiment loin.",
        "En 20202020 ou en 1212, 55 %, 77.",
        "Un murmur, un Berber, un papa, un bébé.",
        "Ils sont pour pour l'un, contre contre l'autre ; il le le rend.",
        "Le train-train de Baden-Baden.",
        "XX XXX aaaa",
        "MIMI, PAPA et COUCOU vont à Kankan avec JoJo et BonBon.",
    ],
)
def test_leaves_true_repetitions(text: str) -> None:
    assert doubled(text) == ()


def test_a_sentence_reads_without_its_copies() -> None:
    article = pasted("Un titre\n\nLe patron de MarqueMarque a vu la sonde.")
    assert article.sentence_text(1) == "Le patron de Marque a vu la sonde."
    assert "MarqueMarque" in article.text
