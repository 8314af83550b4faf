"""Names that two articles spell in two ways are set against each other wherever they stand."""

from __future__ import annotations

import pytest

from builders import article
from recoupe.facts import compare, extract
from recoupe.facts.names import called_after
from recoupe.facts.spelt import one_spelling
from recoupe.linguistics import parse
from recoupe.model import Comparison, Verdict


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("berkane makhlouf", "berkane maklouf"),
        ("eric dupond moretti", "eric dupont moretti"),
        ("corinne herrman", "corinne herrmann"),
        ("mathieu leroy", "matthieu leroy"),
        ("anne delmontel", "anne delmontet"),
        ("saint jean de brevelay", "saint jean de brevelet"),
        ("solal herbinot", "herbineau"),  # a surname alone that sounds the same
        ("mahdi", "mhadi"),  # two letters changed places
        ("karim delhaddou", "denhaddou"),
    ],
)
def test_one_name_in_two_spellings(left: str, right: str) -> None:
    assert one_spelling(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("louis martin", "louise martin"),  # two people
        ("jean martin", "jean morin"),
        ("paul petit", "luc petit"),
        ("anne moreau", "anne marie moreau"),
        ("marc roux", "marc bloch"),
        ("simon", "simone"),
        ("marie", "maria"),
    ],
)
def test_two_names(left: str, right: str) -> None:
    assert not one_spelling(left, right)


def named_apart(one: str, other: str) -> list[Comparison]:
    """The rows of names that differ in two articles of which no passages are linked."""
    articles = (article(one, "a"), article(other, "b"))
    parses = {a.id: parse(a) for a in articles}
    facts = tuple(f for a in articles for f in extract(a, parses[a.id]))
    return [c for c in compare(articles, parses, facts, ()) if c.kind == "name" and c.verdict is Verdict.CONTRADICTION]


def test_one_surname_with_two_first_names_of_one_letter_is_told_with_reserve() -> None:
    rows = named_apart("La pluie a cessé. Bastien Kerdoncuff a parlé.", "Le pont a rouvert. Baptiste Kerdoncuff ira à Nantes.")
    assert [r.unsure for r in rows] == [True]


def test_a_paper_that_has_the_other_first_name_too_made_the_slip_once() -> None:
    one = "La pluie a cessé. Baptiste Kerdoncuff a parlé. Les élus ont écouté Bastien Kerdoncuff à Brest."
    rows = named_apart(one, "Le pont a rouvert. Baptiste Kerdoncuff ira à Nantes.")
    assert [r.unsure for r in rows] == [True]


@pytest.mark.parametrize(
    "one",
    [
        "La pluie a cessé. Anne Kerdoncuff a parlé.",  # another letter
        "La pluie a cessé. Bastien Kerdoncuff, le frère du maire, a parlé.",
        "La pluie a cessé. Bastien Kerdoncuff a parlé, puis Baptiste Kerdoncuff. Bastien Kerdoncuff est parti.",  # two people
    ],
)
def test_two_of_one_family_do_not_differ(one: str) -> None:
    assert not named_apart(one, "Le pont a rouvert. Baptiste Kerdoncuff ira à Nantes.")


def test_a_model_that_lacks_a_letter_once_is_told() -> None:
    one = "Les agents ont lancé des grenades TRK-7. Le maire proteste. Les grenades TRKI-7 sont interdites depuis."
    rows = named_apart(one, "Le maire de Brest est parti. Les grenades TRKI-7 ont blessé un passant.")
    assert rows
    assert not named_apart(one.replace("TRK-7", "TRK-8"), "Les grenades TRKI-7 ont blessé un passant.")  # another model


def test_a_name_spelt_otherwise_is_told_though_no_passages_are_linked() -> None:
    texts = {
        "a": "Le procès reprendra lundi. Son ancien compagnon, Karim Belmakhlouf, est jugé avec elle.",
        "b": "La pluie a cessé dans la région. Karim Belmaklouf avait fait appel de sa peine.",
    }
    articles = tuple(article(text, ident) for ident, text in texts.items())
    parses = {a.id: parse(a) for a in articles}
    facts = tuple(f for a in articles for f in extract(a, parses[a.id]))
    (row,) = [c for c in compare(articles, parses, facts, ()) if c.verdict is Verdict.CONTRADICTION]
    assert row.kind == "name"
    assert not row.unsure


def test_a_surname_alone_is_the_full_name_with_a_letter_wrong() -> None:
    assert one_spelling("montaillet", "yves monteillet")
    assert not one_spelling("moreau", "yves mureau")  # too short to tell


def test_le_parisien_is_no_place() -> None:
    text = "La famille a été reçue vendredi, selon les informations du Parisien."
    read = article(text)
    assert "place" not in {f.kind for f in extract(read, parse(read))}


def test_what_is_called_after_a_place_is_no_other_place() -> None:
    assert called_after("centre spatial guyanais", "guyane")
    assert not called_after("hopital de mende", "montpellier")
    assert not called_after("lyon", "lyon")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Le navire appartient à Atlantique Traversées.", "La compagnie Traversées Atlantiques a perdu un bateau."),
        ("Les pirates de Nightspark ont signé l'attaque.", "Un groupe, Nightspank, réclame une rançon."),
    ],
)
def test_a_body_or_ship_put_otherwise_is_told_wherever_it_stands(one: str, other: str) -> None:
    pieces = (article(one, "a"), article(other, "b"))
    parses = {p.id: parse(p) for p in pieces}
    found = compare(pieces, parses, [f for p in pieces for f in extract(p, parses[p.id])], ())
    assert Verdict.CONTRADICTION in {c.verdict for c in found if c.kind in {"name", "place"}}


def test_a_surname_that_a_model_takes_for_a_town_is_the_person_whom_the_article_names() -> None:
    piece = article("Coup de théâtre : Quéméneur rend son écharpe. Hervé Quéméneur est parti hier. Il vit à Quéméneur.", "a")
    found = [(f.kind, f.value.key) for f in extract(piece, parse(piece)) if getattr(f.value, "sort", "") in {"person", "place"}]  # type: ignore[union-attr]
    assert ("name", "herve quemeneur") in found
    assert found[-1] == ("place", "quemeneur")


def test_a_name_spelt_otherwise_once_in_its_own_article_is_a_slip() -> None:
    text = "Bastien Kerdoncuff a parlé. La pluie a cessé. Bastien Kerdonkuff est parti. Bastien Kerdoncuff ira à Nantes."
    (row,) = named_apart(text, "Le pont a rouvert.")
    assert (row.unsure, len(row.facts)) == (False, 2)


def test_two_first_names_that_sound_otherwise_are_no_slip() -> None:
    text = "Louis Kerdoncuff a parlé. La pluie a cessé. Louise Kerdoncuff est partie. Louis Kerdoncuff ira à Nantes."
    assert named_apart(text, "Le pont a rouvert.") == []
