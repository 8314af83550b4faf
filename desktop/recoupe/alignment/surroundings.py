"""What the first look at all pairs says of each single pair: its rivals, its company, and what third articles witness."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from recoupe.alignment.rarity import Floats, Indices, spread
from recoupe.alignment.similarity import Story

SURROUNDINGS: tuple[str, ...] = (
    *("first_look", "rival", "rival_other", "place", "place_other", "crowd", "crowd_other"),
    *("sibling", "sibling_other", "both_before", "both_after", "next_to", "near", "near_second"),
)
THIRDS: tuple[str, ...] = ("witness", "witnesses", "best", "best_other", "articles")
_GRAIN = 32  # steps of a probability that third articles are asked for
_TABLE = 1 << 26  # pairs of sentences, a byte each, up to which a table of all is made
_LAST_PLACE = 10.0
_AT_ONCE = 500_000  # pairs of pairs looked at together


class Links:
    """Pairs of sentences and their probabilities, seen from either side; every pair that is not among them counts as nothing."""

    def __init__(self, story: Story, rows: Indices, columns: Indices, probability: Floats) -> None:
        self.story, self.rows, self.columns, self.probability = story, rows, columns, probability
        self._count = len(story.profiles)
        one, two = np.concatenate([rows, columns]), np.concatenate([columns, rows])
        order = np.lexsort((two, one))
        self.one, self.two = one[order], two[order]
        self.value: Floats = np.concatenate([probability, probability])[order]
        self._keys = self.one * self._count + self.two
        self._begin = np.searchsorted(self.one, np.arange(self._count + 1))
        self.degree = np.diff(self._begin)

    def of(self, one: Indices, two: Indices) -> Floats:
        """The probability of any pairs; 0 where either index is -1, nobody."""
        if not len(self._keys):
            return np.zeros(len(one), np.float32)
        key = one * self._count + two
        place = np.minimum(np.searchsorted(self._keys, key), len(self._keys) - 1)
        found = (self._keys[place] == key) & (one >= 0) & (two >= 0)
        return np.where(found, self.value[place], np.float32(0))

    def partners(self, sentences: Indices) -> tuple[Indices, Indices]:
        """All partners of these sentences: which of the sentences each is of, and its place in `two` and `value`."""
        return spread(self._begin[sentences], self._begin[sentences + 1])

    def both_ways(self, values: Floats) -> tuple[Floats, Floats]:
        """A measure taken of every pair from either side, in the order of `one` and `two`: the lesser and the greater for each pair."""
        there = np.searchsorted(self._keys, self.rows * self._count + self.columns)
        back = np.searchsorted(self._keys, self.columns * self._count + self.rows)
        return np.minimum(values[there], values[back]), np.maximum(values[there], values[back])


def surroundings(story: Story, rows: Indices, columns: Indices, probability: Floats) -> Floats:
    """What surrounds each of these pairs of two articles' sentences, shape (pairs, SURROUNDINGS); the same whichever comes first.

    Only these pairs are known here: those that the first look found plainly unlike are left out, and tell nothing.
    """
    links = Links(story, rows, columns, probability)
    found = [probability, *_rivals(links), *_siblings(links), *_neighbours(links)]
    return np.stack(found, axis=1).astype(np.float32)


def thirds(story: Story, rows: Indices, columns: Indices, probability: Floats) -> Floats:
    """What all articles together say of each pair, shape (pairs, THIRDS): sentences of third articles that pair with both, the surest one
    and all together, and the best partner of either in any article.

    In coarse steps: what is a hair likelier in one article would else change a little of all that is known of all others.
    """
    steps = np.round(probability * _GRAIN)
    some = steps > 0
    links = Links(story, rows[some], columns[some], steps[some].astype(np.float32))
    known = _looked_up(links)
    surest, together = np.zeros(len(rows), np.float32), np.zeros(len(rows), np.float32)
    for here in _parts(links, rows):
        pair, place = links.partners(rows[here])
        one, other = links.value[place], known(links.two[place], columns[here][pair])
        begins = np.flatnonzero(np.append(True, pair[1:] != pair[:-1])[: len(pair)])
        if len(begins):
            surest[here][pair[begins]] = np.maximum.reduceat(np.minimum(one, other), begins)
        together[here] = np.bincount(pair, one * other, here.stop - here.start)
    best = np.zeros(len(story.profiles), np.float32)
    np.maximum.at(best, links.one, links.value)
    found = [surest / _GRAIN, together / _GRAIN**2, *(end(best[rows], best[columns]) / _GRAIN for end in (np.minimum, np.maximum))]
    return np.stack([*found, story.tellers[story.article[rows]]], axis=1).astype(np.float32)


def _looked_up(links: Links) -> Callable[[Indices, Indices], Floats]:
    """The value of any pairs in whole steps: of stories of thousands of sentences from a table, which is faster than a search."""
    count = len(links.story.profiles)
    if count**2 > _TABLE:
        return links.of
    table = np.zeros(count**2, np.uint8)
    table[links.one * count + links.two] = links.value
    return lambda one, two: table[one * count + two].astype(np.float32)


def _rivals(links: Links) -> Iterator[Floats]:
    """The best other partner of either sentence in the other's article, the pair's place among them, and how many they are."""
    group = links.one * len(links.story.own) + links.story.article[links.two]
    order = np.lexsort((-links.value, group))
    begins = np.append(True, group[order][1:] != group[order][:-1])[: len(order)]
    number = np.cumsum(begins) - 1
    first = np.flatnonzero(begins)
    value, size = links.value[order], np.diff(np.append(first, len(order)))
    second = np.where(size > 1, value[np.minimum(first + 1, max(len(value) - 1, 0))], 0)
    steps = np.append(True, value[1:] != value[:-1])[: len(order)] | begins  # equals share the better place
    better = np.maximum.accumulate(np.where(steps, np.arange(len(order)), 0)) - first[number]
    measures = (
        np.where(value >= value[first[number]], second[number], value[first[number]]),
        np.minimum(better, _LAST_PLACE),
        np.bincount(number, value, len(first))[number] - value,
    )
    for measure in measures:
        seen = np.empty(len(order), np.float32)
        seen[order] = measure
        yield from links.both_ways(seen)


def _siblings(links: Links) -> Iterator[Floats]:
    """Another sentence of the same article that says much the same and pairs with the other one."""
    seen = np.zeros((2, len(links.rows)), np.float32)
    for best, ends in zip(seen, ((links.rows, links.columns), (links.columns, links.rows)), strict=True):
        for here in _parts(links, ends[1]):
            own, other = (end[here] for end in ends)
            pair, place = links.partners(other)
            sibling = links.two[place]
            taken = (links.story.article[sibling] == links.story.article[own[pair]]) & (sibling != own[pair])
            pair, place, sibling = pair[taken], place[taken], sibling[taken]
            alike = np.clip(links.story.alike(own[pair], sibling), 0, 1)
            np.maximum.at(best[here], pair, alike * links.value[place])
    yield seen.min(axis=0)
    yield seen.max(axis=0)


def _parts(links: Links, sentences: Indices) -> Iterator[slice]:
    """The pairs cut into parts by how many partners these sentences of theirs have."""
    cost = np.cumsum(links.degree[sentences])
    cuts = np.unique(np.searchsorted(cost, np.arange(0, int(cost[-1]) if len(cost) else 0, _AT_ONCE)))
    for begin, end in zip(cuts.tolist(), [*cuts[1:].tolist(), len(sentences)], strict=False):
        yield slice(begin, end)


def _neighbours(links: Links) -> Iterator[Floats]:
    """What was found of the sentences beside the two in their paragraphs."""
    (left_before, left_after), (right_before, right_after) = (links.story.company[end, :2].T for end in (links.rows, links.columns))
    both = links.of(left_before, right_before), links.of(left_after, right_after)
    yield from both
    yield np.maximum(*both)
    steps = [links.of(links.rows, x) for x in (right_before, right_after)] + [links.of(x, links.columns) for x in (left_before, left_after)]
    aslant = np.sort(np.stack(steps), axis=0)
    yield aslant[-1]
    yield aslant[-2]
