"""Who speaks where a sentence does not name the speaker."""

from __future__ import annotations

import pytest

from builders import article
from recoupe.facts import extract
from recoupe.linguistics import parse


def speakers(text: str, language: str = "fr") -> list[set[str]]:
    """On whose word each sentence states what it states."""
    piece = article(text, language=language)
    facts = [f for f in extract(piece, parse(piece)) if f.kind != "attribution"]
    return [{f.stance.source for f in facts if f.place.sentence == n} - {""} for n in range(len(piece.sentences))]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Le pont est fermé, a déclaré la préfète. « La route rouvrira lundi », précise-t-elle.", "la préfète"),
        ("Le pont est fermé, a déclaré le préfet. « La route rouvrira lundi », poursuit-il.", "le préfet"),
        ("Le pont est fermé, a déclaré le préfet.\n« La route rouvrira lundi », poursuit-il.", "le préfet"),
        ("Le pont est fermé, a déclaré le préfet. « La route, a-t-il ajouté, rouvrira lundi ».", "le préfet"),
        ("Le pont est fermé, a déclaré la préfète. Selon elle, la route rouvrira lundi.", "la préfète"),
        ("Le pont est fermé, a déclaré le préfet. D'après lui, la route rouvrira lundi.", "le préfet"),
        ("Le pont est fermé, a déclaré la préfète. Elle affirme que la route rouvrira lundi.", "la préfète"),
        ("Le pont est fermé, ont annoncé les gendarmes. « La route rouvrira lundi », précisent-ils.", "les gendarmes"),
        ("Le maire, Paul Roux, est inquiet. « La route restera fermée », a-t-il souligné.", "Le maire, Paul Roux"),
        ("La maire, Claire Pujol, est sceptique. « La route restera fermée », dit-elle.", "La maire, Claire Pujol"),
        ("Le syndicat des cheminots dénonce la fermeture. « La ligne sera fermée en mars, affirme-t-il ».", "Le syndicat des cheminots"),
        # nobody else of that gender: the preceding speaker is passed over
        ("La préfète annonce que le pont est fermé. Le maire assure que la route est ouverte. Selon elle, le bac suffira.", "la préfète"),
    ],
)
def test_a_pronoun_stands_for_the_last_speaker(text: str, who: str) -> None:
    assert [name.lower() for name in speakers(text)[-1]] == [who.lower()]


def test_a_pronoun_does_not_stand_for_who_is_named_later() -> None:
    text = "La direction a reçu les salariés. La production cessera lundi, a-t-elle précisé. Anne Roux, déléguée, a dénoncé un gâchis."
    assert speakers(text)[1] == {"La direction"}
    assert speakers(text.replace("La direction a reçu les salariés.", "La pluie tombe."))[1] == set()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The bridge is closed, the mayor said. According to her, the road will open on Monday.", "the mayor"),
        ("The bridge is closed, the mayor said. She said the road would open on Monday.", "the mayor"),
        ('The bridge is closed, the mayor said. "The road will open on Monday," he added.', "the mayor"),
    ],
)
def test_an_english_pronoun(text: str, who: str) -> None:
    assert speakers(text, "en")[-1] == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("« La digue a cédé. L'eau a envahi la cave. Nous avons tout perdu », raconte le maire.", "le maire"),
        ("« La digue a cédé, raconte le maire. L'eau a envahi la cave. Nous avons tout perdu ».", "le maire"),
        ("Le maire explique : « La digue a cédé. L'eau a envahi la cave. Nous avons tout perdu ».", "Le maire"),
        ("“La digue a cédé. L'eau a envahi la cave. Nous avons tout perdu”, raconte le maire.", "le maire"),
        ('"La digue a cédé. L\'eau a envahi la cave. Nous avons tout perdu", raconte le maire.', "le maire"),
    ],
)
def test_every_sentence_of_a_quotation_is_its_speakers(text: str, who: str) -> None:
    assert speakers(text) == [{who}] * 3


def test_a_second_quotation_of_a_paragraph_is_the_same_speakers() -> None:
    assert speakers("« La digue a cédé », raconte le maire. « Nous avons tout perdu. L'eau a envahi la cave ».") == [{"le maire"}] * 3


def test_what_stands_behind_a_quotation_is_the_papers_own() -> None:
    assert speakers("« La digue a cédé. L'eau a envahi la cave », raconte le maire. Les travaux commenceront lundi.")[-1] == set()


def test_a_quotation_ends_with_its_paragraph() -> None:
    assert speakers("« La digue a cédé, raconte le maire.\nLes travaux commenceront lundi.")[-1] == set()


@pytest.mark.parametrize(
    "text",
    [
        "Le maire a démenti la rumeur. Le train partira lundi, est-il précisé.",  # nobody
        "Le maire est sceptique. Que fera-t-elle ?",  # asks
        "Le préfet annonce que le pont est fermé. Le bac suffira, dit-elle.",  # a woman whom nobody named
    ],
)
def test_a_pronoun_that_stands_for_nobody_known(text: str) -> None:
    assert speakers(text)[-1] == set()


@pytest.mark.parametrize(
    "text",
    [
        "Chaque année, 45 000 personnes franchissent le seuil. Aucun vol n'a été commis, assure-t-il.",
        "Le téléphone d'Anne Roux ne quitte plus sa main. « La route rouvrira lundi », précise-t-il.",
    ],
)
def test_neither_a_crowd_nor_a_thing_speaks_for_one(text: str) -> None:
    assert speakers(text)[1] == set()
