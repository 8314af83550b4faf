"""Which sources are papers, stations and agencies."""

from __future__ import annotations

import pytest

from recoupe.facts.media import two_media
from recoupe.facts.names import normal
from recoupe.model import Name


def source(shown: str, sort: str = "source") -> Name:
    return Name(shown, normal(shown), sort)


@pytest.mark.parametrize(
    "shown",
    [
        "Le Parisien",
        "Une enquête du Figaro",
        "des sources de Reuters",
        "le site Varangue",
        "The Copper Mirror",
        "Gazette du Val",
        "l'AFP",
    ],
)
def test_papers_stations_and_agencies_are_media(shown: str) -> None:
    assert two_media(source(shown), source("Ouest-France"))


@pytest.mark.parametrize(
    "shown", ["le parquet de Rennes", "une source proche du dossier", "le syndicat Force verte", "le site", "des rumeurs de presse"]
)
def test_other_sources_are_none(shown: str) -> None:
    assert not two_media(source(shown), source("Ouest-France"))


def test_a_person_is_no_medium() -> None:
    assert not two_media(source("Marianne", "person"), source("Ouest-France"))
