"""What the first look at all pairs says of each single pair: its rivals, its neighbours, and what third articles witness."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from recoupe.alignment.similarity import Floats, Indices, Story, row_rank

SURROUNDINGS: tuple[str, ...] = (
    *("first_look", "rival", "rival_other", "place", "place_other", "crowd", "crowd_other", "witness", "witnesses"),
    *("sibling", "sibling_other", "both_before", "both_after", "next_to", "near", "near_second", "best", "best_other"),
)
_WITNESS = 0.02  # probability from which a third sentence is asked
_LAST_PLACE = 10.0


def surroundings(story: Story, rows: Indices, columns: Indices, probability: Floats) -> Floats:
    """What surrounds each pair, shape (pairs, SURROUNDINGS); the same whichever sentence comes first."""
    count = len(story.profiles)
    table = np.zeros((count, count), np.float32)
    table[rows, columns] = table[columns, rows] = probability
    found = [probability, *_rivals(story, table, rows, columns), *_witnesses(table, rows, columns)]
    found += [*_siblings(story, table, rows, columns), *_neighbours(story, table, rows, columns)]
    best = table.max(axis=1, initial=0.0)
    found += [np.minimum(best[rows], best[columns]), np.maximum(best[rows], best[columns])]
    return np.stack(found, axis=1).astype(np.float32)


def _rivals(story: Story, table: Floats, rows: Indices, columns: Indices) -> Iterator[Floats]:
    """The best other partner of either sentence in the other's article, the pair's place among them, and how many they are."""
    for measure in (_rival, _place, _crowd):
        found = story.along_rows(table, measure)
        yield np.minimum(found[rows, columns], found[columns, rows])
        yield np.maximum(found[rows, columns], found[columns, rows])


def _rival(block: Floats) -> Floats:
    if block.shape[1] < 2:
        return np.zeros_like(block)
    best = np.sort(block, axis=1)[:, ::-1]
    return np.asarray(np.where(block >= best[:, :1], best[:, 1:2], best[:, :1]), np.float32)


def _place(block: Floats) -> Floats:
    return np.asarray(np.minimum(1 / row_rank(block) - 1, _LAST_PLACE), np.float32)


def _crowd(block: Floats) -> Floats:
    return np.asarray(block.sum(axis=1, keepdims=True) - block, np.float32)


def _witnesses(table: Floats, rows: Indices, columns: Indices) -> Iterator[Floats]:
    """Sentences of third articles that pair with both: the surest one, and all together."""
    surest = np.zeros_like(table)
    for line in table:
        known = np.flatnonzero(line >= _WITNESS)
        both = np.ix_(known, known)
        surest[both] = np.maximum(surest[both], np.minimum.outer(line[known], line[known]))
    yield surest[rows, columns]
    yield (table @ table)[rows, columns]


def _siblings(story: Story, table: Floats, rows: Indices, columns: Indices) -> Iterator[Floats]:
    """Another sentence of the same article that says much the same and pairs with the other one."""
    best = np.zeros_like(table)
    for own in story.own:
        alike = np.clip(story.cosine[np.ix_(own, own)], 0, 1)
        np.fill_diagonal(alike, 0)
        for line, one in enumerate(own):
            best[one] = (alike[line][:, None] * table[own]).max(axis=0)
    yield np.minimum(best[rows, columns], best[columns, rows])
    yield np.maximum(best[rows, columns], best[columns, rows])


def _neighbours(story: Story, table: Floats, rows: Indices, columns: Indices) -> Iterator[Floats]:
    padded = np.pad(table, ((0, 1), (0, 1)))  # "no neighbour" is index -1, the border of naught
    before, after = story.before, story.after
    both = padded[before[rows], before[columns]], padded[after[rows], after[columns]]
    yield from both
    yield np.maximum(*both)
    steps = (padded[rows, before[columns]], padded[rows, after[columns]], padded[before[rows], columns], padded[after[rows], columns])
    aslant = np.sort(np.stack(steps), axis=0)
    yield aslant[-1]
    yield aslant[-2]
