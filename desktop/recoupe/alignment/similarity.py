"""How alike two sentences are, and why.

Nothing here depends on the order of an article's paragraphs: newsrooms tell in their own order, and what lies around a sentence is sought
in its paragraph. Nothing is kept for every two sentences of a story but for the pairs that are asked about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import combinations, pairwise

import numpy as np

from recoupe.alignment.features import Profile
from recoupe.alignment.rarity import Flags, Floats, Indices, Rarity, Sparse, Told
from recoupe.model import Role

# Everything the scorer looks at, by kind of evidence
EVIDENCE: dict[str, tuple[str, ...]] = {
    "meaning": ("cosine", "cosine_raw"),
    "rank": (
        *("row_rank", "column_rank", "row_margin", "column_margin", "row_height", "column_height"),
        *("word_rank", "word_rank_other", "word_margin", "word_margin_other"),
    ),
    "taken over": ("copied", "copied_other"),
    "words": ("lemmas", "lemmas_weight", "lemmas_part", "lemmas_part_other", "lemmas_peak", "stems", "grams", "verbs"),
    "core": ("core", "core_alike", "core_told", "core_told_other"),
    "facts": ("figures", "figures_alone", "numbers", "counted", "counted_other", "dates", "quoted"),
    "names": ("names", "names_part", "names_alone"),
    "paragraph": (
        *("beside", "beside_least", "aslant", "mate", "mate_other", "mates", "mates_mean"),
        *("window", "window_words", "paragraph", "paragraph_words", "company", "company_other"),
    ),
    "shape": ("titles", "headings", "questions", "quotes", "length", "length_other", "weight", "weight_other", "hub", "hub_other"),
    "articles": ("sentences", "foreign"),
}
FEATURES: tuple[str, ...] = tuple(name for names in EVIDENCE.values() for name in names)
_STEPS = (-1, 1, -2, 2)  # where a sentence's company in its paragraph stands
_WINDOW = 2  # how many of them, first to last, make the window
_CORE_AND_STEMS = "core and stems"  # the cores of all sentences, then their stems
_AT_ONCE = 2_048  # pairs whose vectors are multiplied together
_SMALL = 1 << 19  # pairs of sentences up to which tables of all of them are held: less work than one by one
_LINES = 256  # sentences whose likeness with all others is held at one time


class Story:
    """All sentences of a set of articles, article by article, and what speaks for their telling the same thing.

    `apart` are the articles, by number, between which nothing is sought.
    """

    def __init__(
        self,
        profiles: Sequence[Profile],
        vectors: Floats,
        whole: tuple[Story, Indices] | None = None,
        apart: Collection[tuple[int, int]] = frozenset(),
    ) -> None:
        self.profiles = profiles
        self._apart = apart
        self._whole = whole  # the story that this is a part of, and which sentences of it
        self.article: Indices = np.unique([p.place.article for p in profiles], return_inverse=True)[1].astype(np.intp)
        ends = np.searchsorted(self.article, np.arange(int(self.article.max(initial=-1)) + 2)).tolist()
        self.own: tuple[slice, ...] = tuple(slice(begin, end) for begin, end in pairwise(ends))
        self.company = self._company()
        self.raw = vectors
        self._kinds: dict[str, Rarity] = {}
        self._told: dict[str, Told] = {}
        self._products: dict[str, Floats] = {}

    def between(self, one: int, other: int) -> Story:
        """Two articles as a story of their own."""
        here = self.of_two(one, other)
        return Story([self.profiles[n] for n in here.tolist()], self.raw[here], (self, here))

    def of_two(self, one: int, other: int) -> Indices:
        """The numbers of two articles' sentences, in order."""
        return np.concatenate([np.arange(own.start, own.stop) for own in (self.own[one], self.own[other])])

    @property
    def twos(self) -> Iterator[tuple[int, int]]:
        """Every two articles that are to be compared, by number."""
        return (two for two in combinations(range(len(self.own)), 2) if two not in self._apart)

    @cached_property
    def lemmas(self) -> Rarity:
        """How telling each lemma is."""
        return self._kind("lemmas")

    @cached_property
    def meaning(self) -> Floats:
        """The vectors seen from the middle of the story."""
        return _centred(self.raw, [p.language for p in self.profiles])

    @cached_property
    def _padded(self) -> Floats:
        return np.pad(self.meaning, ((0, 1), (0, 0)))  # index -1, "nobody there", is the border of naught

    def _company(self) -> Indices:
        """For each sentence those before and after it in its paragraph, as `_STEPS` go; -1 where there is none."""
        count = len(self.profiles)
        paragraph = np.array([p.paragraph for p in self.profiles])
        found = np.full((count, len(_STEPS)), -1, np.intp)
        for column, step in enumerate(_STEPS):
            here = np.arange(max(0, -step), count - max(0, step))
            same = (paragraph[here] == paragraph[here + step]) & (self.article[here] == self.article[here + step])
            found[here[same], column] = here[same] + step
        return found

    @cached_property
    def wording(self) -> Indices:
        """A number for each wording, the same for sentences in the same words."""
        if self._whole is not None:
            whole, here = self._whole
            return np.asarray(whole.wording[here], np.intp)
        number: dict[tuple[str, ...], int] = {}
        return np.array([number.setdefault(p.grams, len(number)) for p in self.profiles], np.intp)

    @cached_property
    def tellers(self) -> Indices:
        """By article, how many there are to compare it with, itself counted."""
        return np.array(
            [sum((min(n, k), max(n, k)) not in self._apart for k in range(len(self.own))) for n in range(len(self.own))], np.intp
        )

    @property
    def all_pairs(self) -> int:
        """How many pairs of sentences of two articles there are to compare."""
        size = [own.stop - own.start for own in self.own]
        return sum(size[one] * size[other] for one, other in self.twos)

    def pairs(self) -> tuple[Indices, Indices]:
        """The indices of every two sentences of two articles, in order."""
        rows, columns = np.triu_indices(len(self.profiles), 1)
        apart = self.article[rows] != self.article[columns]
        return rows[apart], columns[apart]

    def alike(self, rows: Indices, columns: Indices) -> Floats:
        """The cosine of the meanings of each pair of sentences, seen from the middle of the story."""
        return self._dots("meaning", self.meaning, rows, columns)

    def _dots(self, name: str, vectors: Floats, rows: Indices, columns: Indices) -> Floats:
        """The product of the vectors of each pair, found among those of all pairs where these are not too many."""
        if len(self.profiles) ** 2 > _SMALL:
            return _dots(vectors, rows, columns)
        if name not in self._products:
            self._products[name] = vectors @ vectors.T
        return self._products[name][rows, columns]

    def sweep(self) -> Iterator[tuple[slice, slice, Floats, Floats]]:
        """All sentences against the sentences of each other article: which lines, which columns, their likeness in meaning and words."""
        if len(self.profiles) ** 2 <= _SMALL:
            yield from self._swept
        else:
            yield from self._sweep()

    @cached_property
    def _swept(self) -> list[tuple[slice, slice, Floats, Floats]]:
        return list(self._sweep())

    def _sweep(self) -> Iterator[tuple[slice, slice, Floats, Floats]]:
        for own in self.own:
            for start in range(own.start, own.stop, _LINES):
                lines = slice(start, min(start + _LINES, own.stop))
                words = self.lemmas.lines(lines)
                for other in self.own:
                    if other != own:
                        yield lines, other, self.meaning[lines] @ self.meaning[other].T, words[:, other]

    @cached_property
    def taken_over(self) -> Floats:
        """How near the sentences of each article come in words to one of each other's, on average: shape (articles, articles)."""
        number = {own.start: n for n, own in enumerate(self.own)}
        near = np.zeros((len(self.own), len(self.own)))
        for lines, other, _, words in self.sweep():
            near[self.article[lines.start], number[other.start]] += words.max(axis=1).sum(dtype=float)
        return np.asarray(np.round(near / np.array([[own.stop - own.start] for own in self.own]), 4), np.float32)

    def evidence(self, rows: Indices, columns: Indices, ranks: Floats) -> Floats:
        """What speaks for and against each pair of sentences, shape (pairs, FEATURES); the same whichever sentence comes first.

        `ranks` are the pairs' ranks among their rivals, as `recoupe.alignment.ranking` finds them.
        """
        place = {name: n for n, name in enumerate(FEATURES)}
        found = np.empty((len(rows), len(FEATURES)), np.float32)
        for name, values in self._evidence(rows, columns):
            found[:, place[name]] = values
        for name, values in zip((*EVIDENCE["rank"], *EVIDENCE["taken over"]), ranks.T, strict=True):
            found[:, place[name]] = values
        return found

    def _evidence(self, rows: Indices, columns: Indices) -> Iterator[tuple[str, Floats]]:
        yield "cosine", self.alike(rows, columns)
        yield "cosine_raw", self._dots("raw", self.raw, rows, columns)
        yield from self._words(rows, columns)
        yield from self._cores(rows, columns)
        yield from self._facts(rows, columns)
        yield from self._paragraphs(rows, columns)
        yield from self._shapes(rows, columns)

    def _words(self, rows: Indices, columns: Indices) -> Iterator[tuple[str, Floats]]:
        shared, fourth = self.lemmas.table.products(rows, columns, (0.5, 2))
        weight = self.lemmas.alone
        yield "lemmas", self.lemmas.cosine(rows, columns)
        yield "lemmas_weight", shared
        yield "lemmas_part", _part(shared, np.minimum(weight[rows], weight[columns]))
        yield "lemmas_part_other", _part(shared, np.maximum(weight[rows], weight[columns]))
        yield "lemmas_peak", fourth**0.25
        yield "stems", self._kind("stems").cosine(rows, columns)
        yield "grams", self._kind("grams").cosine(rows, columns)
        yield "verbs", self._kind("verbs").shared(rows, columns)

    def _cores(self, rows: Indices, columns: Indices) -> Iterator[tuple[str, Floats]]:
        """What the two say of whom, and how much of it the other one says at all."""
        core = self._kind("core")
        shared, product = core.table.products(rows, columns, (0.5, 1))
        yield "core", shared
        yield "core_alike", np.asarray(product / (core.length[rows] * core.length[columns]), np.float32)
        count, either = len(self.profiles), self._kind(_CORE_AND_STEMS)
        one, other = (_part(either.shared(a, b + count), either.alone[a]) for a, b in ((rows, columns), (columns, rows)))
        yield "core_told", np.minimum(one, other)
        yield "core_told_other", np.maximum(one, other)

    def _facts(self, rows: Indices, columns: Indices) -> Iterator[tuple[str, Floats]]:
        figures = self._kind("figures")
        shared = figures.shared(rows, columns)
        yield "figures", shared
        yield "figures_alone", figures.alone[rows] + figures.alone[columns] - 2 * shared
        yield "numbers", self._kind("numbers").shared(rows, columns)
        counted = self._kind("counted").shared(rows, columns)
        yield "counted", counted
        yield "counted_other", counted - shared
        yield "dates", self._kind("dates").shared(rows, columns)
        yield "quoted", self._kind("quoted").cosine(rows, columns)
        names = self._kind("names")
        shared = names.shared(rows, columns)
        yield "names", shared
        yield "names_part", _part(shared, np.minimum(names.alone[rows], names.alone[columns]))
        yield "names_alone", names.alone[rows] + names.alone[columns] - 2 * shared

    def _paragraphs(self, rows: Indices, columns: Indices) -> Iterator[tuple[str, Floats]]:
        """What stands around the two sentences in their paragraphs."""
        yield from zip(_COMPANY, self._companies(rows, columns).T, strict=True)
        for name, (vectors, words) in self._surroundings.items():
            yield name, self._dots(name, vectors, rows, columns)
            yield f"{name}_words", words.products(rows, columns)[0]
        held = (self.company >= 0).sum(1).astype(np.float32)
        yield "company", np.minimum(held[rows], held[columns])
        yield "company_other", np.maximum(held[rows], held[columns])

    def _companies(self, rows: Indices, columns: Indices) -> Floats:
        """How alike the sentences beside the two are, to each other and to the two: shape (pairs, _COMPANY)."""
        out = np.empty((len(rows), len(_COMPANY)), np.float32)
        patch = np.concatenate([np.arange(len(self.profiles))[:, None], self.company], axis=1)
        for start in range(0, len(rows), _AT_ONCE):
            here = slice(start, start + _AT_ONCE)
            left, right = self._padded[patch[rows[here]]], self._padded[patch[columns[here]]]
            alike = left @ right.transpose(0, 2, 1)
            known = (patch[rows[here]] >= 0)[:, :, None] & (patch[columns[here]] >= 0)[:, None, :]
            beside = alike[:, 1, 1], alike[:, 2, 2]
            aslant = alike[:, 1, 0], alike[:, 2, 0], alike[:, 0, 1], alike[:, 0, 2]
            one, other = _most(alike[:, 0, 1:], known[:, 0, 1:]), _most(alike[:, 1:, 0], known[:, 1:, 0])
            both, there = alike[:, 1:, 1:].reshape(len(alike), -1), known[:, 1:, 1:].reshape(len(alike), -1)
            mean = both.sum(1) / np.maximum(there.sum(1), 1)
            found = [np.maximum(*beside), np.minimum(*beside), np.max(aslant, axis=0), np.minimum(one, other), np.maximum(one, other)]
            out[here] = np.stack([*found, _most(both, there), mean], axis=1)
        return out

    @cached_property
    def _surroundings(self) -> dict[str, tuple[Floats, Sparse]]:
        widths = {"window": _WINDOW, "paragraph": len(_STEPS)}
        return {name: (self._around(width), self._words_around(width)) for name, width in widths.items()}

    def _around(self, width: int) -> Floats:
        """Each sentence's meaning with half of that of its company, as far as `width` goes."""
        return _even(2 * self.meaning + self._padded[self.company[:, :width]].sum(1))

    def _words_around(self, width: int) -> Sparse:
        own = np.arange(len(self.profiles))
        targets, steps = np.nonzero(self.company[:, :width] >= 0)
        sources = np.concatenate([own, self.company[targets, steps]])
        share = 1 / self.lemmas.length[sources]
        share[: len(own)] *= 2
        return self.lemmas.table.blended(np.concatenate([own, targets]), sources, share)

    def _shapes(self, rows: Indices, columns: Indices) -> Iterator[tuple[str, Floats]]:
        counted = (
            ("titles", [p.role is Role.TITLE for p in self.profiles]),
            ("headings", [p.role is Role.HEADING for p in self.profiles]),
            ("questions", [p.question for p in self.profiles]),
            ("quotes", [bool(p.quoted) for p in self.profiles]),
        )
        for name, values in counted:
            held = np.array(values, np.float32)
            yield name, held[rows] + held[columns]
        length = np.log1p(np.array([p.words for p in self.profiles], np.float32))
        for name, measure in (("length", length), ("weight", self.lemmas.alone), ("hub", self._hubs)):
            yield name, np.minimum(measure[rows], measure[columns])
            yield f"{name}_other", np.maximum(measure[rows], measure[columns])
        sizes = np.array([own.stop - own.start for own in self.own], np.float32)
        yield "sentences", np.minimum(sizes[self.article[rows]], sizes[self.article[columns]])
        languages = np.array([p.language for p in self.profiles])
        yield "foreign", (languages[rows] != languages[columns]).astype(np.float32)

    @cached_property
    def _hubs(self) -> Floats:
        """How near each sentence is to the other articles' sentences at large: a hub says what everyone says, and pairs with nothing."""
        sums = np.array([self.meaning[own].sum(0) for own in self.own])
        elsewhere = (sums.sum(0) - sums)[self.article]
        others = np.array([len(self.profiles) - (own.stop - own.start) for own in self.own])[self.article]
        return np.asarray((self.meaning * elsewhere).sum(1) / np.maximum(others, 1), np.float32)

    def _kind(self, name: str) -> Rarity:
        """The rarity of one kind of feature in this story, counted once."""
        if name not in self._kinds:
            self._kinds[name] = Rarity(self.held(name))
        return self._kinds[name]

    def held(self, name: str) -> Told:
        """What the sentences hold of one kind of feature: of a part of a story picked out of what the whole holds, which is read once."""
        if self._whole is not None:
            whole, here = self._whole
            return whole.held(name).only(np.r_[here, here + len(whole.profiles)] if name == _CORE_AND_STEMS else here)
        if name not in self._told:
            parts = ("core", "stems") if name == _CORE_AND_STEMS else (name,)
            self._told[name] = Told.of([getattr(p, part) for part in parts for p in self.profiles])
        return self._told[name]


_COMPANY = ("beside", "beside_least", "aslant", "mate", "mate_other", "mates", "mates_mean")


def _dots(vectors: Floats, rows: Indices, columns: Indices) -> Floats:
    """The product of the vectors of each pair."""
    out = np.empty(len(rows), np.float32)
    for start in range(0, len(rows), 4 * _AT_ONCE):
        here = slice(start, start + 4 * _AT_ONCE)
        out[here] = np.einsum("pv,pv->p", vectors[rows[here]], vectors[columns[here]])
    return out


def _most(alike: Floats, known: Flags) -> Floats:
    """The highest of each row of those known; 0 where none is."""
    best = np.where(known, alike, -np.inf).max(axis=1)
    return np.where(np.isfinite(best), best, 0.0).astype(np.float32)


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


def _part(shared: Floats, weight: Floats) -> Floats:
    """The share of a weight that two sentences share."""
    return np.asarray(shared / np.maximum(weight, 1e-6), np.float32)
