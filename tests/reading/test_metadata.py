"""Title, author, outlet, date and language, from what the text says."""

from __future__ import annotations

from datetime import date

import pytest
from reading_helpers import pasted

from recoupe.model import Role
from recoupe.reading.metadata import dates_in

BODY = (
    "Le conseil municipal a voté lundi soir la fermeture de la piscine, jugée trop coûteuse par la majorité sortante. "
    "Le bassin accueillait encore 40 000 nageurs par an."
)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Publié le samedi 7 février 2026 à 9 h 12", date(2026, 2, 7)),
        ("Publié le 12 mars 2025 à 20h15 • Temps de lecture : 4 min", date(2025, 3, 12)),
        ("Publié le 12/03/2024 à 12:31, mis à jour le 13/03/2024 à 13:04", date(2024, 3, 12)),
        ("Agence Nordet – Nevers – 5 février 2026, 15 h 52", date(2026, 2, 5)),
        ("Poitiers, 18 sept. 2025", date(2025, 9, 18)),
        ("Par Élise Garnier | 1er août 2024", date(2024, 8, 1)),
        ("By Jane Smith, 13 February 2026", date(2026, 2, 13)),
        ("Published March 3, 2024 at 10:15 am", date(2024, 3, 3)),
        ("Updated Tue 12 Mar 2024 14.05 GMT", date(2024, 3, 12)),
        ("2024-03-12", date(2024, 3, 12)),
    ],
)
def test_publication_day_of_a_byline(line: str, day: date) -> None:
    article = pasted(f"La piscine va fermer\n\n{line}\n\n{BODY}\n\n{BODY}")
    assert article.published == day


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("Mise à jour (18 avril 2023) : la mairie renonce au projet de piscine couverte.", date(2023, 4, 18)),
        (" date 2024-03 En fermant la piscine la semaine dernière, la ville a surpris tout le monde.", date(2024, 3, 1)),
        (f"NEVERS, 3 mai 2021 – {BODY}", date(2021, 5, 3)),
        (f"En 2019, {BODY}", None),
        (f"Le 3 mai 2021, {BODY}", None),
    ],
)
def test_publication_day_of_the_opening(opening: str, day: date | None) -> None:
    assert pasted(f"La piscine va fermer\n\n{opening}\n\n{BODY}").published == day


def test_author_and_outlet() -> None:
    article = pasted(f"La piscine va fermer\n\nPar Élise Garnier et Jean de La Tour, envoyés spéciaux\n\n{BODY}\n\n{BODY}")
    assert article.author == "Élise Garnier et Jean de La Tour"
    assert pasted(f"La piscine va fermer\n\nAgence Nordet – Nevers – 5 février 2026\n\n{BODY}").outlet == "Agence Nordet"


def test_language_is_told_and_stays_told() -> None:
    german = "Die Stadt schließt das Schwimmbad im Frühjahr, weil die Kosten zu hoch sind. Der Bürgermeister bedauert das sehr."
    english = "The town will close its swimming pool in the spring because it costs too much. The mayor said he was sorry."
    assert [pasted(text).language for text in (BODY, german, english)] == ["fr", "de", "en"]
    assert len({pasted("Piscine, 40 000, Nevers").language for _ in range(5)}) == 1


def test_impossible_dates_are_no_dates() -> None:
    assert dates_in("le 31 février 2024, le 45/13/2024, le 2024-13-45") == []


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("date 2023-11", date(2023, 11, 1)),
        ("Date : 2023-11-16", date(2023, 11, 16)),
        ("Publié le 16/11/2023 à 18:22", date(2023, 11, 16)),
        ("Mis à jour le 16 novembre 2023 –", date(2023, 11, 16)),
        ("Published 16 November 2023 |", date(2023, 11, 16)),
        ("Mise à jour : novembre 2023", date(2023, 11, 1)),
    ],
)
def test_a_stamp_that_runs_into_the_first_sentence_is_a_line_of_its_own(stamp: str, day: date) -> None:
    text = f"{stamp} Le tribunal de commerce de Nevers a placé jeudi la faïencerie en redressement judiciaire.\n\nElle emploie 84 salariés."
    article = pasted(text)
    assert article.published == day
    assert article.text == text
    assert next(article.sentence_text(i) for i in article.story).startswith("Le tribunal")
    assert article.sentences[0].noise == "byline"


@pytest.mark.parametrize(
    "sentence",
    [
        "Publiée le 16 novembre 2023, l'étude montre que les nappes baissent encore dans six départements sur dix.",
        "Publié en novembre 2023 par l'Insee, le rapport compte 84 pages et quarante tableaux sur les salaires.",
        "Le 16 novembre 2023 Le Havre a inauguré sa nouvelle digue, longue de 1,2 kilomètre, devant mille personnes.",
        "Novembre 2023 Rugby Club, un roman de Luc Roy, sort en librairie ce jeudi dans toute la France.",
    ],
)
def test_a_sentence_that_begins_with_a_date_stays_whole(sentence: str) -> None:
    article = pasted(f"{sentence}\n\nElle emploie 84 salariés.")
    assert article.sentence_text(0) == sentence
    assert article.sentences[0].role is not Role.NOISE
