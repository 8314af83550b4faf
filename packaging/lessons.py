"""What alignment is learned from: stories and press articles made ready, with the evidence on their pairs of sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from gold import Story as Annotated
from gold import read, stands_for
from heldout import held_out_vectors
from press_links import Pair
from recoupe.alignment.encoder import encoder
from recoupe.alignment.features import profiles
from recoupe.alignment.looks import UNLIKE
from recoupe.alignment.ranking import ranks
from recoupe.alignment.rarity import Floats, Indices
from recoupe.alignment.similarity import Story
from recoupe.alignment.surroundings import SURROUNDINGS, surroundings, thirds
from recoupe.facts import extract
from recoupe.linguistics import parse
from recoupe.model import Article, Fact, Parse, Place, Role

_PART = 0.4  # what a part of a story weighs beside the whole
_PRESS = 1  # what two press articles weigh beside a whole story
_DOUBT = 0.8  # and what a pair of theirs that could be argued over weighs as one that does not tell the same
_SHORT = (7, 12, 9, 5, 10)  # sentences of an article's beginning
Known = tuple[Mapping[str, Parse], Mapping[str, Sequence[Fact]]]


@dataclass(frozen=True, slots=True)
class Lesson:
    """Articles made ready: their pairs, the evidence on each, and whether it tells one event (1), does not (0) or is open (-1)."""

    weight: float
    doubt: float  # how much of that weight an open pair keeps as one that does not
    articles: Sequence[Article]
    story: Story
    rows: Indices
    columns: Indices
    evidence: Floats
    label: NDArray[np.int8]

    @property
    def firm(self) -> NDArray[np.bool_]:
        """Which pairs the annotation settles."""
        return self.label >= 0

    def again(self, first: Floats) -> Lesson:
        """What the second look learns from: the pairs that the first one, whose probabilities are given, did not find plainly unlike."""
        kept = first >= UNLIKE
        rows, columns = self.rows[kept], self.columns[kept]
        around = np.empty((len(rows), len(SURROUNDINGS)), np.float32)
        for pair in self.story.twos:
            two, here = self.story.between(*pair), self.story.of_two(*pair)
            own = np.flatnonzero(np.isin(rows, here) & np.isin(columns, here))
            ends = (np.searchsorted(here, end[own]) for end in (rows, columns))
            around[own] = surroundings(two, *ends, first[kept][own])
        evidence = np.hstack([self.evidence[kept], around, thirds(self.story, rows, columns, first[kept])])
        return replace(self, rows=rows, columns=columns, evidence=evidence, label=self.label[kept])


def of_story(annotated: Annotated) -> list[Lesson]:
    """A story read, parsed and profiled as the program does: whole, then its beginnings, then two articles at a time.

    Most users set two articles side by side, where no third one bears witness, and some of those are short; most annotated stories
    have three or more long ones.
    """
    articles = read(annotated)
    count = len(articles)
    short = [_begun(a, _SHORT[k % len(_SHORT)]) for k, a in enumerate(articles)]
    twos = [sorted((k, (k + 1) % count)) for k in range(count)] if count > 2 else []
    parts = [short]
    for k, (i, j) in enumerate(twos):
        full = articles if k % 2 else short
        parts.append([full[i], full[j]])
    known = understood(articles)
    return [whole(annotated, articles, known), *(_of_part(annotated, part, known, _PART) for part in parts)]


def whole(annotated: Annotated, articles: Sequence[Article], known: Known) -> Lesson:
    """A whole story whose articles have been read."""
    return _of_part(annotated, articles, known, 1)


def of_press(pair: Pair) -> Lesson:
    """Two press articles; their vectors come from the packaged encoder, which learned nothing from them."""
    return _lesson(pair.articles, understood(pair.articles), lambda texts: encoder().encode(texts), pair.label, weight=_PRESS, doubt=_DOUBT)


def understood(articles: Sequence[Article]) -> Known:
    """The parses and facts of articles."""
    parses = {a.id: parse(a) for a in articles}
    return parses, {a.id: extract(a, parses[a.id]) for a in articles}


def _begun(article: Article, count: int) -> Article:
    """An article of which only the first sentences are read."""
    kept = set(article.story[:count])
    return replace(article, sentences=tuple(s if i in kept else replace(s, role=Role.NOISE) for i, s in enumerate(article.sentences)))


def _of_part(annotated: Annotated, articles: Sequence[Article], known: Known, weight: float) -> Lesson:
    told = {a.id: stands_for(annotated, a) for a in articles}

    def label(left: Place, right: Place) -> int:
        labels = {annotated.label(a, b) for a in told[left.article][left.sentence] for b in told[right.article][right.sentence]}
        if True in labels:
            return 1
        return -1 if None in labels or not labels else 0

    return _lesson(articles, known, lambda texts: held_out_vectors(annotated.name, texts), label, weight=weight)


def _lesson(
    articles: Sequence[Article],
    known: Known,
    encode: Callable[[list[str]], Floats],
    label: Callable[[Place, Place], int],
    *,
    weight: float,
    doubt: float = 0,
) -> Lesson:
    found = profiles(articles, *known)
    by_id = {a.id: a for a in articles}
    story = Story(found, encode([by_id[p.place.article].sentence_text(p.place.sentence) for p in found]))
    rows, columns, evidence = (np.concatenate(x) for x in zip(*_of_twos(story), strict=True))
    labels = np.array([label(found[i].place, found[j].place) for i, j in zip(rows, columns, strict=True)], np.int8)
    return Lesson(weight, doubt, articles, story, rows, columns, evidence, labels)


def _of_twos(story: Story) -> Iterator[tuple[Indices, Indices, Floats]]:
    """All pairs of sentences of every two articles, and the evidence on them."""
    for pair in story.twos:
        two, here = story.between(*pair), story.of_two(*pair)
        rows, columns = two.pairs()
        yield here[rows], here[columns], two.evidence(rows, columns, ranks(two, rows, columns))
