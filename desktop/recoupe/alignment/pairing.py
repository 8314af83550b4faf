"""The pairs of sentences that may tell the same thing, each with a probability."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from recoupe.alignment.ranking import near, ranks
from recoupe.alignment.rarity import Flags, Floats, Indices
from recoupe.alignment.similarity import Story
from recoupe.alignment.surroundings import surroundings
from recoupe.alignment.trees import scorer
from recoupe.progress import Progress, silent

UNLIKE = 0.01  # probability at the first look below which a pair is not looked at again
_ALL = 60_000  # pairs up to which every one is looked at: about seven articles of 800 words; beyond, the nearest of each sentence
_AT_ONCE = 16_384  # pairs whose evidence is held at one time
_VERBATIM = 0.99  # probability of a pair in the same words
OTHERS = 0.6  # of its probability, for a pair that names different people whom both articles know
_ENOUGH_WORDS = 4  # fewer may be alike by chance


def pair(story: Story, progress: Progress = silent) -> tuple[Indices, Indices, Floats]:
    """The pairs that are not plainly unlike, and the probability that their two sentences tell one event.

    Of a large story only pairs are looked at of which one sentence is among the nearest to the other in its article, which keeps the work
    and the memory proportional to sentences times articles.
    """
    rows, columns = story.pairs() if story.all_pairs <= _ALL else near(story, progress)
    rows, columns, evidence, first = _looked_at(story, rows, columns, progress)
    evidence = np.hstack([evidence, surroundings(story, rows, columns, first)])
    return rows, columns, by_rule(story, rows, columns, scorer().look_again(evidence, first))


def by_rule(story: Story, rows: Indices, columns: Indices, found: Floats) -> Floats:
    """What was learned of these pairs, set right where the annotated stories hold too little to learn it from."""
    found = np.where(_of_others(story, rows, columns), np.float32(OTHERS) * found, found)
    return np.where(_same_words(story, rows, columns), np.maximum(found, np.float32(_VERBATIM)), found)


def _looked_at(story: Story, rows: Indices, columns: Indices, progress: Progress) -> tuple[Indices, Indices, Floats, Floats]:
    """The pairs that each by itself may tell one event, the evidence on them, and their probabilities by it."""
    standing = ranks(story, rows, columns, progress)
    kept, known, looks = [], [], []
    for start in range(0, len(rows), _AT_ONCE):
        progress("pairing", 2 * len(rows) + start, 3 * len(rows))
        here = slice(start, start + _AT_ONCE)
        evidence = story.evidence(rows[here], columns[here], standing[here])
        look = scorer().look(evidence)
        alike = (look >= UNLIKE) | _same_words(story, rows[here], columns[here])
        kept.append(start + np.flatnonzero(alike))
        known.append(evidence[alike])
        looks.append(look[alike])
    if not kept:
        kept, known, looks = [np.zeros(0, np.intp)], [story.evidence(rows, columns, standing)], [np.zeros(0, np.float32)]
    taken = np.concatenate(kept)
    return rows[taken], columns[taken], np.concatenate(known), np.concatenate(looks)


def _of_others(story: Story, rows: Indices, columns: Indices) -> Flags:
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


def _same_words(story: Story, rows: Indices, columns: Indices) -> Flags:
    """Which pairs say the same in the same words: the annotated stories hold too few to learn from, copies are full of them."""
    enough = np.array([p.words >= _ENOUGH_WORDS for p in story.profiles])
    return np.asarray((story.wording[rows] == story.wording[columns]) & enough[rows] & enough[columns])
