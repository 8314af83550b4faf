"""How each pair of sentences stands among its rivals, found line by line so that no table of all pairs is ever held."""

from __future__ import annotations

import numpy as np

from recoupe.alignment.rarity import Floats, Indices
from recoupe.alignment.similarity import Story
from recoupe.progress import Progress, silent

_BEST = 6  # nearest of each sentence in each other article, by meaning and by words
_APART = 4.0  # more than any two likenesses lie apart: keeps the lines of one sorted column from mixing
_LEAST_SPREAD = 0.05
_VIEWS = 6  # what either sentence sees of a pair


def near(story: Story, progress: Progress = silent) -> tuple[Indices, Indices]:
    """The pairs of which one sentence is among the nearest of the other in its article: as many as sentences times articles, in order."""
    count = len(story.profiles)
    keys = [np.zeros(0, np.intp)]
    for lines, other, *likenesses in story.sweep():
        progress("pairing", lines.start, 3 * count)
        for block in likenesses:
            kept = min(_BEST, block.shape[1])
            best = np.argpartition(-block, kept - 1, axis=1)[:, :kept]
            line, place = np.nonzero(np.take_along_axis(block, best, axis=1) > 0)
            one, two = lines.start + line, other.start + best[line, place]
            keys.append(np.unique(np.minimum(one, two) * count + np.maximum(one, two)))
    rows, columns = np.divmod(np.unique(np.concatenate(keys)), count)
    return rows, columns


def ranks(story: Story, rows: Indices, columns: Indices, progress: Progress = silent) -> Floats:
    """How each pair stands among its rivals, from either sentence's view, the lesser first: shape (pairs, 12).

    Rank, margin and height in meaning, rank and margin in words, and how near the sentences of either article come in words to one of the
    other's, on average: where a newsroom took over most of a dispatch word for word, what is worded otherwise is seldom the same.
    """
    start, goal = np.concatenate([rows, columns]), np.concatenate([columns, rows])
    seen = np.empty((len(start), _VIEWS), np.float32)
    order = np.argsort(start, kind="stable")
    begins = start[order]
    count = len(story.profiles)
    for lines, other, meaning, words in story.sweep():
        progress("pairing", count + lines.start, 3 * count)
        own = order[np.searchsorted(begins, lines.start) : np.searchsorted(begins, lines.stop)]
        own = own[(goal[own] >= other.start) & (goal[own] < other.stop)]
        line, place = start[own] - lines.start, goal[own] - other.start
        seen[own, 0], seen[own, 1], seen[own, 2] = _standing(meaning, line, place)
        seen[own, 3], seen[own, 4], _ = _standing(words, line, place)
    seen[:, 5] = story.taken_over[story.article[start], story.article[goal]]
    left, right = seen[: len(rows)], seen[len(rows) :]
    both = np.stack([np.minimum(left, right), np.maximum(left, right)], axis=2)
    return np.asarray(both.reshape(len(rows), 2 * _VIEWS), np.float32)


def _standing(block: Floats, line: Indices, place: Indices) -> tuple[Floats, Floats, Floats]:
    """How some entries of a block stand in their lines.

    1 for the best, a half for the second and so on; how far above (or below) the best other one; how many standard deviations above the
    mean.
    """
    width = block.shape[1]
    ordered = np.sort(block, axis=1)
    value = block[line, place]
    shift = _APART * np.arange(len(block))
    below = np.searchsorted((ordered + shift[:, None]).ravel(), value + shift[line], side="right") - line * width
    best, second = ordered[line, -1], ordered[line, -2] if width > 1 else value
    margin = value - np.where(value >= best, second, best)
    spread = np.maximum(block.std(axis=1), _LEAST_SPREAD)
    height = (value - block.mean(axis=1)[line]) / spread[line]
    return (1 / (1 + width - below)).astype(np.float32), margin.astype(np.float32), height.astype(np.float32)
