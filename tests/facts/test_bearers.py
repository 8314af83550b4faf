"""Which speakers are one: a name and its function, an office and its head, two spellings."""

from __future__ import annotations

import pytest

from builders import article
from recoupe.facts import extract
from recoupe.facts.bearers import may_be_one, one_source
from recoupe.linguistics import parse
from recoupe.model import Name


def speaker(text: str, number: int = 0) -> Name:
    piece = article(text)
    found = [f.value for f in extract(piece, parse(piece)) if f.kind == "attribution"]
    assert isinstance(found[number], Name)
    return found[number]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Le pont est fermé, a indiqué la maire, Jeanne Martin.", "Le pont est fermé, selon la maire."),
        ("Le pont est fermé, a indiqué la maire, Jeanne Martin.", "Le pont est fermé, selon Jeanne Martin."),
        ("Le pont est fermé, selon le préfet.", "Le pont est fermé, selon la préfecture."),
        ("Le pont est fermé, selon le procureur Rémi Martin.", "Le pont est fermé, selon le procureur Rémy Martin."),
        ("Le pont est fermé, selon le parquet de Lille.", "Le pont est fermé, selon le procureur."),
        ("Le pont est fermé, selon le tribunal administratif de Lille.", "Le pont est fermé, selon la justice."),
        ("Le pont est fermé, selon le Lille Herald.", "Le pont est fermé, selon le quotidien Lile Herald."),
        ("Le pont est sûr, selon un sondage Ifop.", "Le pont est sûr, selon une enquête de l'Ifop."),
        ("Le pont est fermé, selon un communiqué du groupe.", "Le pont est fermé, selon un communiqué de l'entreprise."),
        ("Le pont est fermé, selon le ministère de l'Intérieur.", "Le pont est fermé, selon la place Beauvau."),
        ("Le pont est fermé, selon Bercy.", "Le pont est fermé, selon le ministre de l'Économie."),
        ("Le pont est fermé, selon Londres.", "Le pont est fermé, selon les autorités britanniques."),
    ],
)
def test_one_source(left: str, right: str) -> None:
    assert one_source(speaker(left), speaker(right))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Le pont est fermé, selon le préfet.", "Le pont est fermé, selon le syndicat."),
        ("Le pont est fermé, selon Jeanne Martin.", "Le pont est fermé, selon Paul Durand."),
        ("Le pont est fermé, selon Londres.", "Le pont est fermé, selon la police britannique."),
        ("Le pont est fermé, selon Bercy.", "Le pont est fermé, selon la place Beauvau."),
        ("Le pont est sûr, selon un sondage Ifop.", "Le pont est sûr, selon un sondage Elabe."),
        ("Le pont est fermé, selon le ministère des Armées.", "Le pont est fermé, selon le ministère de la Santé."),
    ],
)
def test_two_sources(left: str, right: str) -> None:
    assert not one_source(speaker(left), speaker(right))
    assert not may_be_one(speaker(left), speaker(right))


def test_who_knows_a_matter_may_be_called_otherwise() -> None:
    one, other = (speaker(f"Le pont est sûr, selon {who}.") for who in ("la chercheuse", "la scientifique toulousaine"))
    assert may_be_one(one, other)
    assert not may_be_one(speaker("Le pont est sûr, selon le procureur."), other)


def test_a_function_told_once_is_known_later() -> None:
    text = "La maire, Jeanne Martin, affirme que le pont est fermé. Il rouvrira lundi, a ajouté la maire."
    assert one_source(speaker(text, 0), speaker(text, 1))


def test_a_function_that_is_narrowed_is_another_one() -> None:
    text = "Le président du club, Paul Durand, affirme que le pont est fermé. Il rouvrira, a ajouté le président français."
    assert not one_source(speaker(text, 0), speaker(text, 1))


def test_nobody_knows_whether_a_bare_name_holds_a_function() -> None:
    assert may_be_one(speaker("Le pont est fermé, selon Jeanne Martin."), speaker("Le pont est fermé, selon l'élue."))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Le pont est fermé, précise le communiqué.", "Le pont est fermé, selon la famille."),
        ("Le pont est fermé, selon un rapport.", "Le pont est fermé, selon la famille."),
        ("Le pont est fermé, selon une source.", "Le pont est fermé, selon une source proche du dossier."),
        ("Le pont est fermé, a affirmé l'élue.", "Le pont est fermé, a affirmé la députée du Nord."),
        ("Le pont est fermé, a affirmé l'ancien chef du gouvernement.", "Le pont est fermé, a affirmé le ministre Paul Durand."),
    ],
)
def test_what_nothing_tells_apart_is_not_reported(left: str, right: str) -> None:
    assert may_be_one(speaker(left), speaker(right))


def test_sources_of_two_kinds_are_two() -> None:
    left, right = (speaker(f"Le pont est fermé, selon {who}.") for who in ("des sources concordantes", "une source proche du dossier"))
    assert not may_be_one(left, right)
    assert not one_source(left, right)


def test_a_spokeswoman_speaks_for_her_government() -> None:
    named = speaker("La situation est grave, a souligné la porte-parole du gouvernement Jeanne Martin.")
    assert one_source(named, speaker("La situation est grave, selon le gouvernement."))
    assert one_source(named, speaker("La situation est grave, a précisé la porte-parole."))
