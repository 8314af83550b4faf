"""What sentences share, weighed by how rare it is among them; everything kept as sparse rows, whatever the number of sentences."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Indices = NDArray[np.intp]
Flags = NDArray[np.bool_]

_USUAL = 80  # sentences: a word met twice in a story of ten says as much as one met twice in a story of eighty
_AT_ONCE = 1_000_000  # products computed together: some tens of megabytes


class Sparse:
    """Rows of numbers that are mostly naught: for each row its columns, in order, and their values."""

    def __init__(self, rows: Indices, columns: Indices, values: Floats, shape: tuple[int, int]) -> None:
        self.shape = shape
        self._begin = np.searchsorted(rows, np.arange(shape[0] + 1))
        self._columns, self._values = columns, values
        order = np.argsort(columns, kind="stable")
        self._by_column = rows[order], values[order], np.searchsorted(columns[order], np.arange(shape[1] + 1))

    def products(self, rows: Indices, columns: Indices, powers: Sequence[float] = (1,)) -> list[Floats]:
        """For each pair of rows, the sum over all columns of the product of their values, raised to each of these powers."""
        found = [np.zeros(len(rows), np.float32) for _ in powers]
        for part in self._parts(rows, columns):
            own, line = np.unique(rows[part], return_inverse=True)
            owner, place = self._entries(own)
            dense = np.zeros((len(own), self.shape[1]), np.float32)
            dense[owner, self._columns[place]] = self._values[place]
            owner, place = self._entries(columns[part])
            product = dense[line[owner], self._columns[place]] * self._values[place]
            for out, power in zip(found, powers, strict=True):
                out[part] = np.bincount(owner, product if power == 1 else product**power, part.stop - part.start)
        return found

    def lines(self, rows: slice) -> Floats:
        """The sum of products of each of these rows with every row, shape (rows, all rows)."""
        held, values, begin = self._by_column
        out = np.zeros((rows.stop - rows.start, self.shape[0]), np.float32)
        for line, row in enumerate(range(rows.start, rows.stop)):
            own = slice(self._begin[row], self._begin[row + 1])
            owner, place = spread(begin[self._columns[own]], begin[self._columns[own] + 1])
            out[line] = np.bincount(held[place], values[place] * self._values[own][owner], self.shape[0])
        return out

    def blended(self, targets: Indices, sources: Indices, shares: Floats) -> Sparse:
        """Rows that are sums of shares of these rows, each brought to length 1."""
        owner, place = self._entries(sources)
        key = targets[owner] * self.shape[1] + self._columns[place]
        keys, line = np.unique(key, return_inverse=True)
        value = np.bincount(line, self._values[place] * shares[owner], len(keys))
        rows, columns = np.divmod(keys, max(self.shape[1], 1))
        length = np.sqrt(np.bincount(rows, value**2, self.shape[0]))
        return Sparse(rows, columns, (value / length[rows]).astype(np.float32), self.shape)

    def _entries(self, rows: Indices) -> tuple[Indices, Indices]:
        """Where the entries of these rows stand, and which of the rows each belongs to."""
        return spread(self._begin[rows], self._begin[rows + 1])

    def _parts(self, rows: Indices, columns: Indices) -> Iterator[slice]:
        """Pairs cut into parts that can be computed together."""
        if not len(rows):
            return
        other = np.append(True, rows[1:] != rows[:-1])
        cost = np.cumsum(self._begin[columns + 1] - self._begin[columns] + other * (1 + self.shape[1] // 4))
        cuts = np.unique(np.searchsorted(cost, np.arange(0, int(cost[-1]), _AT_ONCE)))
        for begin, end in zip(cuts.tolist(), [*cuts[1:].tolist(), len(rows)], strict=True):
            yield slice(begin, end)


def spread(begin: Indices, end: Indices) -> tuple[Indices, Indices]:
    """The numbers of all these stretches one after the other, and which stretch each is of."""
    length = end - begin
    owner = np.repeat(np.arange(len(begin)), length)
    return owner, np.arange(len(owner)) + (begin - np.cumsum(length) + length)[owner]


class Told:
    """Which sentences hold which features of a kind: for each the numbers of its features, in order, as they stand in the alphabet.

    `names` are the features by number, of all sentences of a story; of some of them only `count` is known.
    """

    def __init__(self, names: Sequence[str], begin: Indices, columns: Indices, count: int) -> None:
        self.names, self.count = names, count
        self._begin, self._columns = begin, columns

    @staticmethod
    def of(sets: Sequence[Collection[str]]) -> Told:
        """The features of these sentences."""
        names = sorted({feature for held in sets for feature in held})
        number = {feature: i for i, feature in enumerate(names)}
        columns = np.array([i for held in sets for i in sorted(number[f] for f in held)], np.intp)
        return Told(names, np.cumsum([0, *(len(held) for held in sets)]), columns, len(names))

    def only(self, sentences: Indices) -> Told:
        """The features of some of the sentences, numbered anew: as if there were no others."""
        owner, place = spread(self._begin[sentences], self._begin[sentences + 1])
        columns = self._columns[place]
        there = np.zeros(self.count, np.bool_)
        there[columns] = True
        kept = np.flatnonzero(there)
        number = np.cumsum(there) - 1
        begin = np.append(0, np.cumsum(np.bincount(owner, minlength=len(sentences))))
        return Told((), begin, number[columns], len(kept))

    @property
    def entries(self) -> tuple[Indices, Indices]:
        """Sentence and feature, for all that the sentences hold."""
        return np.repeat(np.arange(len(self)), np.diff(self._begin)), self._columns

    def __len__(self) -> int:
        return len(self._begin) - 1


class Rarity:
    """How telling each feature of a kind is among these sentences: the fewer hold it, the more (inverse document frequency)."""

    def __init__(self, told: Told) -> None:
        self._names = told.names
        rows, columns = told.entries
        count = len(told)
        held = np.bincount(columns, minlength=told.count)
        weights = np.log((1 + max(count, _USUAL)) / held).astype(np.float32)
        self._weights = weights
        self.alone: Floats = np.bincount(rows, weights[columns], count).astype(np.float32)
        self.table = Sparse(rows, columns, weights[columns], (count, told.count))
        square = np.bincount(rows, weights[columns] ** 2, count)
        self.length: Floats = np.sqrt(np.where(square > 0, square, 1.0)).astype(np.float32)

    @cached_property
    def weight(self) -> Mapping[str, float]:
        """What each feature weighs."""
        return dict(zip(self._names, self._weights.tolist(), strict=True))

    def shared(self, rows: Indices, columns: Indices) -> Floats:
        """For each pair of sentences, the weight of what they share."""
        return self.table.products(rows, columns, (0.5,))[0]

    def cosine(self, rows: Indices, columns: Indices) -> Floats:
        """The cosine of the weighted features of each pair of sentences."""
        return np.asarray(self.table.products(rows, columns)[0] / (self.length[rows] * self.length[columns]), np.float32)

    def lines(self, rows: slice) -> Floats:
        """The cosine of each of these sentences with every sentence, shape (rows, all sentences)."""
        return np.asarray(self.table.lines(rows) / (self.length[rows, None] * self.length), np.float32)
