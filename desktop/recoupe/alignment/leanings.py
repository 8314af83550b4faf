"""Pairs of sentences that no event holds and that are yet the nearest there is: where else to look for a fact that two articles tell."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import combinations

import numpy as np

from recoupe.alignment.pairing import Pairs
from recoupe.alignment.rarity import Floats, Indices
from recoupe.alignment.similarity import Story
from recoupe.model import Event, Leaning

LEAST = 0.01  # probability below which two sentences have nothing to do with each other
RIVALS = 3  # sentences of one article that may be likelier counterparts than the one looked at


def leanings(story: Story, found: Pairs, ruled: Collection[tuple[int, int]], events: Sequence[Event]) -> tuple[Leaning, ...]:
    """The pairs that stand in no event together and have few likelier rivals in either article, in order of place.

    Left out are those that the user `ruled` on. Kept are at most `RIVALS` + 1 sentences of each other article for a sentence, so their
    number grows with sentences times articles.
    """
    place = [p.place for p in story.profiles]
    number = {p: n for n, p in enumerate(place)}
    grouped = ([number[p] for p in event.members] for event in events)
    joined = {tuple(sorted(two)) for members in grouped for two in combinations(members, 2)}
    count = len(place)
    key = found.rows * count + found.columns
    free = ~np.isin(key, np.array([i * count + j for i, j in ruled], np.intp))
    likely = np.flatnonzero((found.probability >= LEAST) & free)
    rows, columns, probability = found.rows[likely], found.columns[likely], found.probability[likely]
    rivals = _ahead(story, rows, columns, probability), _ahead(story, columns, rows, probability)
    outside = ~np.isin(key[likely], np.array([i * count + j for i, j in joined], np.intp))
    kept = np.flatnonzero((np.maximum(*rivals) <= RIVALS) & outside)
    told = (x.tolist() for x in (rows[kept], columns[kept], probability[kept], found.alike[likely][kept], (rivals[0] + rivals[1])[kept]))
    made = ((*sorted((place[i], place[j])), round(p, 4), round(alike, 4), r) for i, j, p, alike, r in zip(*told, strict=True))
    return tuple(sorted((Leaning(*each) for each in made), key=lambda x: (x.left, x.right)))


def _ahead(story: Story, one: Indices, other: Indices, probability: Floats) -> Indices:
    """For each pair, from one end: how many sentences of the other's article are likelier counterparts."""
    group = one * len(story.own) + story.article[other]
    order = np.lexsort((-probability, group))
    begins = np.append(True, group[order][1:] != group[order][:-1])[: len(order)]
    steps = np.append(True, probability[order][1:] != probability[order][:-1])[: len(order)] | begins  # equals stand in one place
    at = np.arange(len(order))
    ahead = np.empty(len(order), np.intp)
    ahead[order] = np.maximum.accumulate(np.where(steps, at, 0)) - np.maximum.accumulate(np.where(begins, at, 0))
    return ahead
