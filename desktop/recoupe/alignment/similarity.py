"""How alike two sentences are, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from recoupe.alignment.features import Profile, Rarity
from recoupe.model import Role

Floats = NDArray[np.float32]
Indices = NDArray[np.intp]

# Everything the scorer looks at, by kind of evidence
EVIDENCE: dict[str, tuple[str, ...]] = {
    "meaning": ("cosine", "cosine_raw"),
    "rank": ("row_rank", "column_rank", "row_margin", "column_margin", "row_height", "column_height"),
    "words": (
        *("lemmas", "lemmas_weight", "lemmas_part", "lemmas_part_other", "lemmas_peak"),
        *("stems", "grams", "verbs", "word_rank", "word_rank_other"),
    ),
    "facts": ("figures", "figures_alone", "numbers", "counted", "counted_other", "dates", "quoted"),
    "names": ("names", "names_part", "names_alone"),
    "neighbours": ("beside", "beside_least", "aslant", "beside_words", "window", "window_words"),
    "place": ("distance", "position", "titles", "leads", "headings", "firsts", "questions", "quotes"),
    "shape": ("length", "length_other", "weight", "weight_other", "hub", "hub_other"),
    "story": ("articles", "sentences", "foreign"),
}
FEATURES: tuple[str, ...] = tuple(name for names in EVIDENCE.values() for name in names)


class Story:
    """All sentences of a set of articles, and how alike every two are in each respect."""

    def __init__(self, profiles: Sequence[Profile], vectors: Floats) -> None:
        self.profiles = profiles
        self.article = np.unique([p.place.article for p in profiles], return_inverse=True)[1]
        self.own: tuple[Indices, ...] = tuple(np.flatnonzero(self.article == a) for a in range(int(self.article.max(initial=-1)) + 1))
        self.before = np.array([p.previous for p in profiles])
        self.after = np.array([p.following for p in profiles])
        self.raw = vectors @ vectors.T
        centred = _centred(vectors, [p.language for p in profiles])
        self.cosine: Floats = centred @ centred.T
        self.window = self._windows(centred)
        self.lemmas = Rarity([p.lemmas for p in profiles])
        self.words = self.lemmas.cosine()

    def _windows(self, vectors: Floats) -> Floats:
        """How alike every two sentences are with half of what stands before and after them."""
        padded = np.pad(vectors, ((0, 1), (0, 0)))  # index -1, "no neighbour", is the border of naught
        windows = _even(2 * vectors + padded[self.before] + padded[self.after])
        return np.asarray(windows @ windows.T, np.float32)

    def pairs(self) -> tuple[Indices, Indices]:
        """The indices of every two sentences of two articles."""
        rows, columns = np.triu_indices(len(self.profiles), 1)
        apart = self.article[rows] != self.article[columns]
        return rows[apart], columns[apart]

    def blocks(self) -> Iterator[tuple[Indices, Indices]]:
        """The sentences of every two articles."""
        yield from combinations(self.own, 2)

    def evidence(self, rows: Indices, columns: Indices) -> Floats:
        """What speaks for and against each pair of sentences, shape (pairs, FEATURES); the same whichever sentence comes first."""
        place = {name: n for n, name in enumerate(FEATURES)}
        found = np.empty((len(rows), len(FEATURES)), np.float32)
        for name, values in self._evidence(rows, columns):
            found[:, place[name]] = values
        return found

    def _evidence(self, rows: Indices, columns: Indices) -> Iterator[tuple[str, Floats]]:
        yield "cosine", self.cosine[rows, columns]
        yield "cosine_raw", self.raw[rows, columns]
        yield from self._ranks(rows, columns)
        yield from self._words(rows, columns)
        yield from self._facts(rows, columns)
        yield from self._around(rows, columns)
        yield from self._places(rows, columns)
        yield from self._shapes(rows, columns)

    def _ranks(self, rows: Indices, columns: Indices) -> Iterator[tuple[str, Floats]]:
        rank, margin, height = (self.along_rows(self.cosine, f) for f in (row_rank, _margin, _height))
        for name, table in (("rank", rank), ("margin", margin), ("height", height)):
            yield f"row_{name}", np.minimum(table[rows, columns], table[columns, rows])
            yield f"column_{name}", np.maximum(table[rows, columns], table[columns, rows])
        ranked = self.along_rows(self.words, row_rank)
        yield "word_rank", np.minimum(ranked[rows, columns], ranked[columns, rows])
        yield "word_rank_other", np.maximum(ranked[rows, columns], ranked[columns, rows])

    def along_rows(self, table: Floats, measure: Callable[[Floats], Floats]) -> Floats:
        """A measure of every sentence against the sentences of each other article on its own."""
        out = np.zeros_like(table)
        for one, other in self.blocks():
            block = table[np.ix_(one, other)]
            out[np.ix_(one, other)] = measure(block)
            out[np.ix_(other, one)] = measure(block.T)
        return out

    def _words(self, rows: Indices, columns: Indices) -> Iterator[tuple[str, Floats]]:
        shared, weight = self.lemmas.shared()[rows, columns], self.lemmas.alone()
        yield "lemmas", self.words[rows, columns]
        yield "lemmas_weight", shared
        yield "lemmas_part", _part(shared, np.minimum(weight[rows], weight[columns]))
        yield "lemmas_part_other", _part(shared, np.maximum(weight[rows], weight[columns]))
        yield "lemmas_peak", self.lemmas.shared(4)[rows, columns] ** 0.25
        yield "stems", Rarity([p.stems for p in self.profiles]).cosine()[rows, columns]
        yield "grams", Rarity([p.grams for p in self.profiles]).cosine()[rows, columns]
        yield "verbs", Rarity([p.verbs for p in self.profiles]).shared()[rows, columns]

    def _facts(self, rows: Indices, columns: Indices) -> Iterator[tuple[str, Floats]]:
        figures = Rarity([p.figures for p in self.profiles])
        shared, weight = figures.shared()[rows, columns], figures.alone()
        yield "figures", shared
        yield "figures_alone", weight[rows] + weight[columns] - 2 * shared
        yield "numbers", Rarity([p.numbers for p in self.profiles]).shared()[rows, columns]
        counted = Rarity([p.counted for p in self.profiles]).shared()[rows, columns]
        yield "counted", counted
        yield "counted_other", counted - shared
        yield "dates", Rarity([p.dates for p in self.profiles]).shared()[rows, columns]
        yield "quoted", Rarity([p.quoted for p in self.profiles]).cosine()[rows, columns]
        names = Rarity([p.names for p in self.profiles])
        shared, weight = names.shared()[rows, columns], names.alone()
        yield "names", shared
        yield "names_part", _part(shared, np.minimum(weight[rows], weight[columns]))
        yield "names_alone", weight[rows] + weight[columns] - 2 * shared

    def _around(self, rows: Indices, columns: Indices) -> Iterator[tuple[str, Floats]]:
        before, after = self.before, self.after
        cosine, words = (np.pad(table, ((0, 1), (0, 1))) for table in (self.cosine, self.words))  # index -1 is the border of naught
        both = cosine[before[rows], before[columns]], cosine[after[rows], after[columns]]
        yield "beside", np.maximum(*both)
        yield "beside_least", np.minimum(*both)
        aslant = (cosine[f[rows], columns] for f in (before, after)), (cosine[rows, f[columns]] for f in (before, after))
        yield "aslant", np.max([*aslant[0], *aslant[1]], axis=0)
        yield "window", self.window[rows, columns]
        yield "window_words", self._windows(self.lemmas.weighted())[rows, columns]
        yield "beside_words", words[before[rows], before[columns]] + words[after[rows], after[columns]]

    def _places(self, rows: Indices, columns: Indices) -> Iterator[tuple[str, Floats]]:
        position = np.array([p.position for p in self.profiles], np.float32)
        yield "distance", np.abs(position[rows] - position[columns])
        yield "position", np.minimum(position[rows], position[columns])
        for name, role in (("titles", Role.TITLE), ("leads", Role.LEAD), ("headings", Role.HEADING)):
            is_role = np.array([p.role is role for p in self.profiles], np.float32)
            yield name, is_role[rows] + is_role[columns]
        for name, count in (("questions", [p.question for p in self.profiles]), ("quotes", [bool(p.quoted) for p in self.profiles])):
            held = np.array(count, np.float32)
            yield name, held[rows] + held[columns]
        first = np.array([p.position < 0.1 for p in self.profiles], np.float32)
        yield "firsts", first[rows] + first[columns]

    def _shapes(self, rows: Indices, columns: Indices) -> Iterator[tuple[str, Floats]]:
        length = np.log1p(np.array([p.words for p in self.profiles], np.float32))
        hub = self._hubs()
        for name, values in (("length", length), ("weight", self.lemmas.alone()), ("hub", hub)):
            yield name, np.minimum(values[rows], values[columns])
            yield f"{name}_other", np.maximum(values[rows], values[columns])
        count = int(self.article.max(initial=-1)) + 1
        sizes = np.bincount(self.article, minlength=count).astype(np.float32)
        yield "articles", np.full(len(rows), count, np.float32)
        yield "sentences", np.minimum(sizes[self.article[rows]], sizes[self.article[columns]])
        languages = np.array([p.language for p in self.profiles])
        yield "foreign", (languages[rows] != languages[columns]).astype(np.float32)

    def _hubs(self) -> Floats:
        """How near each sentence is to the other articles' sentences at large: a hub says what everyone says, and pairs with nothing."""
        apart = self.article[:, None] != self.article[None, :]
        return np.asarray((self.cosine * apart).sum(1) / np.maximum(apart.sum(1), 1), np.float32)


def _centred(vectors: Floats, languages: Sequence[str]) -> Floats:
    """The vectors seen from the middle of the story, each language from its own: a language's vectors lie together whatever they say."""
    out = vectors.copy()
    for language in sorted(set(languages)):
        own = np.array([x == language for x in languages])
        out[own] -= out[own].mean(axis=0)
    return _even(out)


def _even(vectors: Floats) -> Floats:
    """The vectors brought to length 1; a vector of naught stays."""
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(length > 1e-6, length, 1.0), np.float32)


def row_rank(block: Floats) -> Floats:
    """1 for the best of its row, a half for the second, and so on."""
    order = np.argsort(np.argsort(-block, axis=1, kind="stable"), axis=1, kind="stable")
    return np.asarray(1.0 / (1.0 + order), np.float32)


def _margin(block: Floats) -> Floats:
    """How far above (or below) the best other one of its row."""
    if block.shape[1] < 2:
        return np.zeros_like(block)
    best = np.sort(block, axis=1)[:, ::-1]
    return np.asarray(block - np.where(block >= best[:, :1], best[:, 1:2], best[:, :1]), np.float32)


def _height(block: Floats) -> Floats:
    """How many standard deviations above the mean of its row."""
    spread = np.maximum(block.std(axis=1, keepdims=True), 0.05)
    return np.asarray((block - block.mean(axis=1, keepdims=True)) / spread, np.float32)


def _part(shared: Floats, weight: Floats) -> Floats:
    """The share of a weight that two sentences share."""
    return np.asarray(shared / np.maximum(weight, 1e-6), np.float32)
