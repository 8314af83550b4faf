"""Learns from the annotated stories which two sentences tell one event; writes resources/models/alignment.npz.

    pip install scikit-learn
    python packaging/train_alignment.py              (learn from every story, for the program)
    python packaging/train_alignment.py --evaluate   (leave stories out in turn and print the figures)
    python packaging/train_alignment.py --ablate     (likewise, without one kind of evidence at a time)

Two boosted forests (Friedman, 2001): the first looks at each pair alone, the second knows besides what the first found around the pair.
What the second learns from is found by first looks that had not learned from the story in hand. Sentence vectors come from
packaging/alignment_vectors.npz: those of every story by an encoder that was tuned without it (packaging/train_encoder.py --folds).
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from gold import Story as Annotated
from gold import read, stands_for, stories
from heldout import held_out_vectors
from measure import Figures, show
from recoupe.alignment.features import profiles
from recoupe.alignment.gathering import Table, events_of, gather
from recoupe.alignment.similarity import EVIDENCE, FEATURES, Floats, Indices, Story
from recoupe.alignment.surroundings import SURROUNDINGS, surroundings
from recoupe.alignment.trees import Scorer, read_scorer
from recoupe.facts import extract
from recoupe.linguistics import parse
from recoupe.model import Article

OUT = Path(__file__).resolve().parents[1] / "resources" / "models" / "alignment.npz"
_EASY = 0.15  # share of the plainly unlike pairs that are learned from, each weighing as much more
_SETTINGS: dict[str, Any] = {
    "max_iter": 100,
    "learning_rate": 0.09,
    "max_leaf_nodes": 12,
    "min_samples_leaf": 30,
    "l2_regularization": 5.0,
    "max_features": 0.4,
    "max_bins": 96,
    "early_stopping": False,
}
Arrays = dict[str, NDArray[Any]]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A story made ready: its pairs, the evidence on each, and whether it tells one event (1), does not (0) or is open (-1)."""

    annotated: Annotated
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

    def again(self, first: Floats) -> Floats:
        """The evidence of the second look, given the first one's probabilities."""
        return np.hstack([self.evidence, surroundings(self.story, self.rows, self.columns, first)])


def lesson(annotated: Annotated) -> Lesson:
    """Read, parse and profile a story as the program does."""
    articles = read(annotated)
    parses = {a.id: parse(a) for a in articles}
    facts = {a.id: extract(a, parses[a.id]) for a in articles}
    found = profiles(articles, parses, facts)
    by_id = {a.id: a for a in articles}
    vectors = held_out_vectors(annotated.name, [by_id[p.place.article].sentence_text(p.place.sentence) for p in found])
    story = Story(found, vectors)
    rows, columns = story.pairs()
    told = {a.id: stands_for(annotated, a) for a in articles}
    tagged = [told[p.place.article][p.place.sentence] for p in found]
    label = np.array([_label(annotated, tagged[i], tagged[j]) for i, j in zip(rows, columns, strict=True)], np.int8)
    return Lesson(annotated, articles, story, rows, columns, story.evidence(rows, columns), label)


def _label(annotated: Annotated, left: Sequence[Any], right: Sequence[Any]) -> int:
    labels = {annotated.label(a, b) for a in left for b in right}
    if True in labels:
        return 1
    return -1 if None in labels or not labels else 0


def fit(lessons: Sequence[Lesson], evidence: Sequence[Floats], columns: Sequence[int], seed: int = 0) -> HistGradientBoostingClassifier:
    """A forest over those columns of the evidence; every story weighs by the root of its pairs, so that long ones do not rule."""
    draw = np.random.default_rng(seed)
    held, labels, weights = [], [], []
    for x, known in zip(lessons, evidence, strict=True):
        easy = (x.evidence[:, FEATURES.index("column_rank")] < 0.16) & (x.label == 0)
        taken = x.firm & (~easy | (draw.random(len(easy)) < _EASY))
        held.append(known[taken][:, columns])
        labels.append(x.label[taken])
        story_weight = (80 / max((x.label == 1).sum(), 1)) ** 0.5
        weights.append(np.where(easy[taken], story_weight / _EASY, story_weight))
    model = HistGradientBoostingClassifier(**_SETTINGS, random_state=seed)
    return model.fit(np.concatenate(held), np.concatenate(labels), sample_weight=np.concatenate(weights))


def learn(lessons: Sequence[Lesson], without: frozenset[str] = frozenset(), groups: int = 6) -> Scorer:
    """Both looks and the scale of links, from these stories alone."""
    return read_scorer(learned(lessons, without, groups))


def learned(lessons: Sequence[Lesson], without: frozenset[str] = frozenset(), groups: int = 6) -> Arrays:
    """The same as arrays, as the program reads them."""
    one = [i for i, name in enumerate(FEATURES) if name not in without]
    names = FEATURES + SURROUNDINGS
    two = [i for i, name in enumerate(names) if name not in without]
    first = [np.zeros(0, np.float32)] * len(lessons)
    for left_out in parted(len(lessons), groups):
        kept = [x for i, x in enumerate(lessons) if i not in left_out]
        model = fit(kept, [x.evidence for x in kept], one)
        for i in left_out:
            first[i] = model.predict_proba(lessons[i].evidence[:, one])[:, 1].astype(np.float32)
    again = [x.again(p) for x, p in zip(lessons, first, strict=True)]
    scale = _scale(lessons, again, two, groups)
    arrays = {f"first.{k}": v for k, v in flattened(fit(lessons, [x.evidence for x in lessons], one), one).items()}
    arrays |= {f"second.{k}": v for k, v in flattened(fit(lessons, again, two), two).items()}
    return arrays | {"link": np.array(scale)}


def _scale(lessons: Sequence[Lesson], again: Sequence[Floats], columns: Sequence[int], groups: int) -> tuple[float, float]:
    """Slope and offset that make a link's confidence the share of such links that are right, seen on stories left out."""
    odds, right = [], []
    for left_out in parted(len(lessons), groups):
        kept = [i for i in range(len(lessons)) if i not in left_out]
        model = fit([lessons[i] for i in kept], [again[i] for i in kept], columns)
        for i in left_out:
            x = lessons[i]
            p = model.predict_proba(again[i][:, columns])[:, 1].astype(np.float32)
            linked = _linked(x, p) & x.firm
            odds.append(_odds(p[linked]))
            right.append(x.label[linked])
    model = LogisticRegression(C=1e6).fit(np.concatenate(odds)[:, None], np.concatenate(right))
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def _odds(p: Floats) -> Floats:
    q = np.clip(p, 1e-6, 1 - 1e-6)
    return np.asarray(np.log(q / (1 - q)), np.float32)


def _linked(x: Lesson, p: Floats) -> NDArray[np.bool_]:
    """Which pairs stand in one event when these are the probabilities."""
    said = {(i, j) for group in gather(Table.of(x.story, x.rows, x.columns, p)) for i in group for j in group}
    return np.array([(i, j) in said for i, j in zip(x.rows.tolist(), x.columns.tolist(), strict=True)])


def parted(count: int, groups: int) -> list[list[int]]:
    """The numbers below `count` dealt into groups, always the same."""
    order = list(range(count))
    random.Random(7).shuffle(order)  # noqa: S311 (no secret)
    return [sorted(order[g::groups]) for g in range(min(groups, count))]


def flattened(model: HistGradientBoostingClassifier, columns: Sequence[int]) -> Arrays:
    """A forest of scikit-learn as the arrays of `recoupe.alignment.trees`."""
    trees = [tree.nodes for (tree,) in model._predictors]  # noqa: SLF001 (no public door to the nodes)
    starts = np.cumsum([0, *map(len, trees)])
    nodes = np.concatenate(trees)
    leaf = nodes["is_leaf"].astype(bool)
    own = np.arange(len(nodes))
    base = np.repeat(starts[:-1], [len(t) for t in trees])
    return {
        "root": starts[:-1].astype("i4"),
        "column": np.where(leaf, 0, np.array(columns)[np.where(leaf, 0, nodes["feature_idx"])]).astype("i2"),
        "threshold": nodes["num_threshold"].astype("f8"),
        "left": np.where(leaf, own, nodes["left"] + base).astype("i4"),
        "right": np.where(leaf, own, nodes["right"] + base).astype("i4"),
        "value": np.where(leaf, nodes["value"], 0.0).astype("f8"),
        "depth": np.array(max(int(t["depth"].max()) for t in trees)),
        "start": np.array(float(model._baseline_prediction[0, 0])),  # noqa: SLF001 (likewise)
    }


def looked(scorer: Scorer, x: Lesson) -> Floats:
    """The probabilities that a scorer gives the pairs of a story."""
    return scorer.look_again(x.again(scorer.look(x.evidence)))


def evaluate(lessons: Sequence[Lesson], groups: int, without: frozenset[str] = frozenset(), tell: Callable[[str], None] = print) -> Figures:
    """Every story scored by what was learned from stories of other groups."""
    figures = Figures()
    for left_out in parted(len(lessons), groups):
        scorer = learn([x for i, x in enumerate(lessons) if i not in left_out], without)
        for i in left_out:
            x = lessons[i]
            table = Table.of(x.story, x.rows, x.columns, looked(scorer, x))
            figures.add(x.annotated, x.articles, events_of(table, x.articles, scorer.confidence))
    show(figures, tell)
    return figures


def main() -> None:
    """Learn, or measure what learning gives."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--evaluate", action="store_true")
    parser.add_argument("--ablate", action="store_true")
    parser.add_argument("--groups", type=int, default=8, help="groups of stories left out in turn; 24 leaves out one at a time")
    args = parser.parse_args()
    lessons = [lesson(s) for s in stories()]
    if args.evaluate:
        evaluate(lessons, args.groups)
    elif args.ablate:
        for kind, names in EVIDENCE.items():
            print(f"without {kind}")
            evaluate(lessons, args.groups, frozenset(names))
    else:
        np.savez_compressed(OUT, **learned(lessons))
        print(f"learned from {len(lessons)} stories")


if __name__ == "__main__":
    main()
