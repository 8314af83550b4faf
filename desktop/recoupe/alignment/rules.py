"""What is known of pairs of sentences that the annotated stories hold too little of to learn it."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from recoupe.alignment.rarity import Flags, Floats, Indices
from recoupe.alignment.similarity import Story

_VERBATIM = 0.99  # probability of a pair in the same words
OTHERS = 0.6  # of its probability, for a pair that names different people whom both articles know
_ENOUGH_WORDS = 4  # fewer may be alike by chance


def by_rule(found: Floats, others: Flags, same: Flags) -> Floats:
    """Probabilities set right: of which pairs name others, and say the same in the same words."""
    found = np.where(others, np.float32(OTHERS) * found, found)
    return np.where(same, np.maximum(found, np.float32(_VERBATIM)), found)


def of_others(story: Story, rows: Indices, columns: Indices) -> Flags:
    """Which pairs name different people although both articles know them all: what befell one is not what befell the other."""
    people = [p.people for p in story.profiles]
    known: dict[str, set[str]] = {}
    for profile in story.profiles:
        known.setdefault(profile.place.article, set()).update(profile.people)

    def apart(row: int, column: int) -> bool:
        here, there = (story.profiles[n].place.article for n in (row, column))
        return (
            not _shared(people[row], people[column])
            and all(_shared({name}, known[there]) for name in people[row])
            and all(_shared({name}, known[here]) for name in people[column])
        )

    named = np.array([bool(p) for p in people], bool)
    others: Flags = np.logical_and(named[rows], named[columns])
    for n in np.flatnonzero(others).tolist():
        others[n] = apart(int(rows[n]), int(columns[n]))
    return others


def _shared(ours: Collection[str], theirs: Collection[str]) -> bool:
    """Whether a person of one list may stand in the other."""
    return any(_one_person(a, b) for a in ours for b in theirs)


def _one_person(one: str, other: str) -> bool:
    """Whether two names may be one person's: one surname, and no two given names."""
    a, b = one.split(), other.split()
    return a[-1] == b[-1] and (len(a) == 1 or len(b) == 1 or a[0] == b[0])


def same_words(story: Story, rows: Indices, columns: Indices) -> Flags:
    """Which pairs say the same in the same words: the annotated stories hold too few to learn from, copies are full of them."""
    enough = np.array([p.words >= _ENOUGH_WORDS for p in story.profiles])
    return np.asarray((story.wording[rows] == story.wording[columns]) & enough[rows] & enough[columns])
