"""Sentences are followed into a later version of their article."""

from __future__ import annotations

from builders import article
from recoupe.reading import carry_over

OLD = article(
    "La piscine fermera en mars. Elle coûte 300 000 euros par an à la ville. Le maire regrette cette décision. Les nageurs protestent."
)


def test_the_same_text_maps_to_itself() -> None:
    assert carry_over(OLD, OLD) == {0: 0, 1: 1, 2: 2, 3: 3}


def test_changed_added_moved_and_removed() -> None:
    new = article(
        "Mise à jour importante du dossier. Les nageurs protestent. La piscine fermera en mars. Elle coûte 350 000 euros par an à la ville."
    )
    assert carry_over(OLD, new) == {0: 2, 1: 3, 3: 1}


def test_typography_does_not_count() -> None:
    old = article("L'eau de la piscine est froide. Le prix est de 12 000 euros.")
    new = article("L’eau de la piscine est froide. Le prix est de 12\u202f000 euros.")
    assert carry_over(old, new) == {0: 0, 1: 1}


def test_no_sentence_is_given_twice() -> None:
    old = article("Il pleut. Il pleut. Il pleut.")
    new = article("Il pleut. Il pleut.")
    found = carry_over(old, new)
    assert sorted(found.values()) == [0, 1]
