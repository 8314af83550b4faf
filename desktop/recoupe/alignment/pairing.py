"""The pairs of sentences that may tell the same thing, each with a probability."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from recoupe.alignment.similarity import Floats, Indices, Story, row_rank
from recoupe.alignment.surroundings import surroundings
from recoupe.alignment.trees import Scorer, scorer

_ALL = 60_000  # pairs up to which every one is looked at: about seven articles of 800 words
_VERBATIM = 0.99  # probability of a pair in the same words
_ENOUGH_WORDS = 4  # fewer may be alike by chance
_BEST = 6  # beyond, the nearest of each sentence in each other article, by meaning and by words


def pair(story: Story) -> tuple[Indices, Indices, Floats]:
    """Every pair worth a look and the probability that its two sentences tell one event.

    Of a large story only pairs are looked at of which one sentence is among the nearest to the other in its article, which keeps the work
    proportional to sentences times articles.
    """
    rows, columns = story.pairs()
    if len(rows) > _ALL:
        near = _near(story)[rows, columns]
        rows, columns = rows[near], columns[near]
    found = looked(scorer(), story, rows, columns, story.evidence(rows, columns))
    return rows, columns, np.where(_same_words(story, rows, columns), np.maximum(found, _VERBATIM), found)


def looked(scorer: Scorer, story: Story, rows: Indices, columns: Indices, evidence: Floats) -> Floats:
    """The probability of each pair by both looks."""
    first = scorer.look(evidence)
    return scorer.look_again(np.hstack([evidence, surroundings(story, rows, columns, first)]), first)


def _same_words(story: Story, rows: Indices, columns: Indices) -> NDArray[np.bool_]:
    """Which pairs say the same in the same words: the annotated stories hold too few to learn from, copies are full of them."""
    number: dict[frozenset[str], int] = {}
    wording = np.array([number.setdefault(p.grams, len(number)) for p in story.profiles])
    enough = np.array([p.words >= _ENOUGH_WORDS for p in story.profiles])
    return np.asarray((wording[rows] == wording[columns]) & enough[rows] & enough[columns])


def _near(story: Story) -> NDArray[np.bool_]:
    """Which sentences are among the nearest of each other, either way."""
    near = np.zeros((len(story.profiles), len(story.profiles)), bool)
    for table in (story.cosine, story.words):
        ranks = story.along_rows(table, row_rank)
        near |= (ranks >= 1 / _BEST - 1e-6) & (table > 0)
    return near | near.T
