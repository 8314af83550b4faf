"""Pairs of sentences that no event holds and that are yet the nearest there is: where else to look for a fact that two articles tell."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from recoupe.alignment.similarity import Story
from recoupe.model import Event, Leaning

LEAST = 0.01  # probability below which two sentences have nothing to do with each other
RIVALS = 2  # sentences of one article that may be likelier counterparts than the one looked at


def leanings(story: Story, probability: Mapping[tuple[int, int], float], events: Sequence[Event]) -> tuple[Leaning, ...]:
    """The pairs that stand in no event together and have few likelier rivals in either article, in order of place.

    Kept are at most `RIVALS` + 1 sentences of each other article for a sentence, so their number grows with sentences times articles.
    """
    together = {(a, b) for event in events for n, a in enumerate(event.members) for b in event.members[n + 1 :]}
    likely = [pair for pair, p in probability.items() if p >= LEAST]
    ahead = _ahead(story, likely, probability)
    place = [p.place for p in story.profiles]
    kept = []
    for i, j in likely:
        left, right = sorted((i, j), key=lambda n: place[n])
        rivals = ahead[left, right], ahead[right, left]
        if max(rivals) <= RIVALS and (place[left], place[right]) not in together:
            kept.append((left, right))
    rows, columns = (np.array([pair[side] for pair in kept], np.intp) for side in (0, 1))
    meaning = story.alike(rows, columns).tolist() if kept else []
    found = (
        Leaning(
            place[i],
            place[j],
            round(probability[min(i, j), max(i, j)], 4),
            round(alike, 4),
            ahead[i, j] + ahead[j, i],
        )
        for (i, j), alike in zip(kept, meaning, strict=True)
    )
    return tuple(sorted(found, key=lambda x: (x.left, x.right)))


def _ahead(story: Story, pairs: Sequence[tuple[int, int]], probability: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], int]:
    """For each pair, from either end: how many sentences of the other's article are likelier counterparts."""
    article = story.article.tolist()
    around: dict[tuple[int, int], list[tuple[float, int]]] = defaultdict(list)
    for i, j in pairs:
        around[i, article[j]].append((-probability[i, j], j))
        around[j, article[i]].append((-probability[i, j], i))
    ahead: dict[tuple[int, int], int] = {}
    for (one, _), others in around.items():
        ranked = sorted(p for p, _ in others)
        ahead |= {(one, other): bisect_left(ranked, p) for p, other in others}
    return ahead
