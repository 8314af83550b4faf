"""What changed between two wordings, and which articles share theirs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from builders import article
from recoupe.alignment import changes, copies

DISPATCH = (
    "Un incendie s'est déclaré mardi soir dans un entrepôt de la zone portuaire. "
    "Les pompiers ont mobilisé soixante hommes et douze véhicules pendant toute la nuit. "
    "La préfecture a demandé aux riverains de rester chez eux et de fermer leurs fenêtres. "
    "Aucune victime n'est à déplorer, a précisé le colonel des sapeurs-pompiers."
)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Il a été évalue.", "Il a été évalué.", [("delete", "évalue"), ("insert", "évalué")]),
        ("douze ou treize", "dix-sept ou vingt", [("delete", "douze"), ("insert", "dix-sept"), ("delete", "treize"), ("insert", "vingt")]),
        ("un deux trois", "un trois", [("delete", "deux ")]),
        ("", "tout est neuf", [("insert", "tout est neuf")]),
        ("le maire démissionne", "le préfet est parti", [("delete", "maire démissionne"), ("insert", "préfet est parti")]),
    ],
)
def test_words_change_whole(left: str, right: str, expected: list[tuple[str, str]]) -> None:
    assert [c for c in changes(left, right) if c[0] != "equal"] == expected


@pytest.mark.parametrize(
    ("left", "right"), [("l’eau monte", "l'eau  monte vite"), ("a\nb c", "a b\u00a0c"), ("😀 oui", "😀 non"), ("x", "")]
)
def test_changes_make_up_both_wordings(left: str, right: str) -> None:
    found = changes(left, right)
    assert "".join(text for kind, text in found if kind != "insert") == left
    assert "".join(text for kind, text in found if kind != "delete") == right


def test_equal_wordings_have_no_change() -> None:
    assert changes("même texte", "même texte") == (("equal", "même texte"),)


def test_more_words_than_there_are_plain_characters_below_the_surrogates() -> None:
    left = " ".join(f"m{n}" for n in range(60_000))
    assert [c for c in changes(left, left + " fin") if c[0] != "equal"] == [("insert", " fin")]


def test_a_dispatch_taken_over_is_a_copy() -> None:
    one = replace(article(DISPATCH, "a"), outlet="Le Quotidien")
    other = article("Le port sous la fumée. " + DISPATCH.replace("soixante", "quatre-vingts") + " Notre reporter était sur place.", "b")
    (copy,) = copies([replace(other, outlet="L'Hebdo"), one])
    assert (copy.left, copy.right, copy.version) == ("a", "b", False)
    assert copy.left_share == 1.0
    assert 0.7 < copy.right_share < 0.95
    assert [(x.sentence, y.sentence) for x, y in copy.passages] == [(0, 1), (1, 2), (2, 3), (3, 4)]


def test_the_same_outlet_later_is_a_version() -> None:
    later = replace(article(DISPATCH.replace("Aucune victime", "Une victime"), "a", published=date(2024, 5, 15)), outlet="Le Quotidien")
    earlier = replace(article(DISPATCH, "b", published=date(2024, 5, 14)), outlet="le quotidien")
    (copy,) = copies([later, earlier])
    assert (copy.left, copy.right, copy.version) == ("b", "a", True)


def test_independent_accounts_are_no_copies() -> None:
    other = article("Des flammes ont ravagé un hangar du port. Soixante pompiers ont lutté jusqu'au matin. Personne n'a été blessé.", "b")
    assert copies([article(DISPATCH, "a"), other]) == ()
    assert copies([article(DISPATCH, "a")]) == ()


@pytest.mark.parametrize(
    ("old", "new"), [("300 000", "350 000"), ("1.250.000", "1.350.000"), ("3,5", "3,7"), ("12\u202f000", "12\u202f500")]
)
def test_a_number_is_replaced_whole(old: str, new: str) -> None:
    assert changes(f"Elle coûte {old} euros.", f"Elle coûte {new} euros.")[1:3] == (("delete", old), ("insert", new))
