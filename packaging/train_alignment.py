"""Learns from the annotated stories which two sentences tell one event; writes resources/models/alignment.npz.

    pip install scikit-learn
    python packaging/train_alignment.py              (learn from every story, for the program)
    python packaging/train_alignment.py --evaluate   (leave stories out in turn and print the figures; keeps what was learned)
    python packaging/train_alignment.py --shuffle    (what changes when the paragraphs stand in another order)
    python packaging/train_alignment.py --ablate     (what a first look makes of each kind of evidence alone, and without it)

Two boosted forests (Friedman, 2001): the first looks at each pair alone, the second knows besides what the first found around the pair.
What the second learns from is found by first looks that had not learned from the story in hand. Sentence vectors come from
packaging/alignment_vectors.npz: those of every story by an encoder that was tuned without it (packaging/train_encoder.py --folds).
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from gold import Story as Annotated
from gold import parted, read, shuffled, stands_for
from gold import stories as annotated_stories
from heldout import FOLDS, LEFT_OUT, held_out_vectors
from measure import Figures, show
from recoupe.alignment.features import profiles
from recoupe.alignment.gathering import Table, events_of, gather
from recoupe.alignment.pairing import UNLIKE
from recoupe.alignment.ranking import ranks
from recoupe.alignment.rarity import Floats, Indices
from recoupe.alignment.similarity import EVIDENCE, FEATURES, Story
from recoupe.alignment.surroundings import SURROUNDINGS, surroundings
from recoupe.alignment.trees import Scorer, logistic, odds_of, read_scorer
from recoupe.facts import extract
from recoupe.linguistics import parse
from recoupe.model import Article, Fact, Parse, Role

OUT = Path(__file__).resolve().parents[1] / "resources" / "models" / "alignment.npz"
_UNLIKE = 0.16  # below the sixth place in either's row, a pair is plainly unlike
_EASY = 0.15  # share of the plainly unlike pairs that are learned from, each weighing as much more
_PART = 0.4  # what a part of a story weighs beside the whole
_SHORT = (7, 12, 9, 5, 10)  # sentences of an article's beginning
_SEEDS = 2  # forests whose mean is taken
_INNER_GROUPS = 4
_SHUFFLES = 3
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
    whole: bool
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
        evidence = np.hstack([self.evidence[kept], surroundings(self.story, rows, columns, first[kept])])
        return replace(self, rows=rows, columns=columns, evidence=evidence, label=self.label[kept])


def lessons_of(annotated: Annotated) -> list[Lesson]:
    """A story read, parsed and profiled as the program does: whole, then its beginnings, then two articles at a time.

    Most users set two articles side by side, where no third one bears witness, and some of those are short; most annotated stories
    have three or more long ones.
    """
    articles = read(annotated)
    parses = {a.id: parse(a) for a in articles}
    facts = {a.id: extract(a, parses[a.id]) for a in articles}
    count = len(articles)
    short = [_begun(a, _SHORT[k % len(_SHORT)]) for k, a in enumerate(articles)]
    twos = [sorted((k, (k + 1) % count)) for k in range(count)] if count > 2 else []
    parts = [articles, short]
    for k, (i, j) in enumerate(twos):
        known = articles if k % 2 else short
        parts.append([known[i], known[j]])
    return [_lesson(annotated, part, parses, facts, whole=part is articles) for part in parts]


def _begun(article: Article, count: int) -> Article:
    """An article of which only the first sentences are read."""
    kept = set(article.story[:count])
    return replace(article, sentences=tuple(s if i in kept else replace(s, role=Role.NOISE) for i, s in enumerate(article.sentences)))


def _lesson(
    annotated: Annotated, articles: Sequence[Article], parses: Mapping[str, Parse], facts: Mapping[str, Sequence[Fact]], *, whole: bool
) -> Lesson:
    found = profiles(articles, parses, facts)
    by_id = {a.id: a for a in articles}
    vectors = held_out_vectors(annotated.name, [by_id[p.place.article].sentence_text(p.place.sentence) for p in found])
    story = Story(found, vectors)
    rows, columns = story.pairs()
    told = {a.id: stands_for(annotated, a) for a in articles}
    tagged = [told[p.place.article][p.place.sentence] for p in found]
    label = np.array([_label(annotated, tagged[i], tagged[j]) for i, j in zip(rows, columns, strict=True)], np.int8)
    return Lesson(annotated, whole, articles, story, rows, columns, story.evidence(rows, columns, ranks(story, rows, columns)), label)


def _label(annotated: Annotated, left: Sequence[Any], right: Sequence[Any]) -> int:
    labels = {annotated.label(a, b) for a in left for b in right}
    if True in labels:
        return 1
    return -1 if None in labels or not labels else 0


def fit(lessons: Sequence[Lesson], columns: Sequence[int], seed: int = 0) -> HistGradientBoostingClassifier:
    """A forest over those columns of the evidence; every story weighs by the root of its pairs, so that long ones do not rule."""
    draw = np.random.default_rng(seed)
    held, labels, weights = [], [], []
    for x in lessons:
        easy = (x.evidence[:, FEATURES.index("column_rank")] < _UNLIKE) & (x.label == 0)
        taken = x.firm & (~easy | (draw.random(len(easy)) < _EASY))
        held.append(x.evidence[taken][:, columns])
        labels.append(x.label[taken])
        weight = (80 / max((x.label == 1).sum(), 1)) ** 0.5 * (1 if x.whole else _PART)
        weights.append(np.where(easy[taken], weight / _EASY, weight))
    model = HistGradientBoostingClassifier(**_SETTINGS, random_state=seed)
    return model.fit(np.concatenate(held), np.concatenate(labels), sample_weight=np.concatenate(weights))


def learned(stories: Sequence[Sequence[Lesson]]) -> Arrays:
    """Both looks and the scale of links, from these stories alone, as the arrays that the program reads."""
    one, two = range(len(FEATURES)), range(len(FEATURES + SURROUNDINGS))
    first = _held_out(stories, one)
    again = [[x.again(p) for x, p in zip(own, found, strict=True)] for own, found in zip(stories, first, strict=True)]
    second = _held_out(again, two)
    arrays = {f"first.{k}": v for k, v in flattened([fit(_all(stories), one, s) for s in range(_SEEDS)], one).items()}
    arrays |= {f"second.{k}": v for k, v in flattened([fit(_all(again), two, s) for s in range(_SEEDS)], two).items()}
    looks = [p[p >= UNLIKE] for found in first for p in found], [p for found in second for p in found]
    both = [logistic((odds_of(p) + odds_of(q)) / 2) for p, q in zip(*looks, strict=True)]
    return arrays | {"link": np.array(_scale(_all(again), both))}


def _all(stories: Sequence[Sequence[Lesson]]) -> list[Lesson]:
    return [x for story in stories for x in story]


def _held_out(stories: Sequence[Sequence[Lesson]], columns: Sequence[int]) -> list[list[Floats]]:
    """The probabilities of all pairs, each story's by a forest that has not seen it."""
    out: list[list[Floats]] = [[] for _ in stories]
    for left_out in parted(len(stories), _INNER_GROUPS):
        model = fit(_all([story for n, story in enumerate(stories) if n not in left_out]), columns)
        for n in left_out:
            out[n] = [model.predict_proba(x.evidence[:, columns])[:, 1].astype(np.float32) for x in stories[n]]
    return out


def _scale(lessons: Sequence[Lesson], probability: Sequence[Floats]) -> tuple[float, float]:
    """Slope and offset that make a link's confidence the share of such links that are right, seen on stories left out."""
    odds, right = [], []
    for x, p in zip(lessons, probability, strict=True):
        linked = _linked(x, p) & x.firm
        odds.append(odds_of(p[linked]))
        right.append(x.label[linked])
    model = LogisticRegression(C=1e6).fit(np.concatenate(odds)[:, None], np.concatenate(right))
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def _linked(x: Lesson, p: Floats) -> NDArray[np.bool_]:
    """Which pairs stand in one event when these are the probabilities."""
    said = {(i, j) for group in gather(Table.of(x.story, x.rows, x.columns, p)) for i in group for j in group}
    return np.array([(i, j) in said for i, j in zip(x.rows.tolist(), x.columns.tolist(), strict=True)])


def flattened(models: Sequence[HistGradientBoostingClassifier], columns: Sequence[int]) -> Arrays:
    """The mean of forests of scikit-learn as the arrays of `recoupe.alignment.trees`."""
    trees = [tree.nodes for model in models for (tree,) in model._predictors]  # noqa: SLF001 (no public door to the nodes)
    questions: list[tuple[int, float, int]] = []
    first, value = [0], np.zeros((len(trees), 16))
    for number, nodes in enumerate(trees):
        leaves = _asked(nodes, questions)
        value[number, : len(leaves)] = np.array(leaves) / len(models)
        first.append(len(questions))
    return {
        "first": np.array(first, "i4"),
        "column": np.array([columns[q[0]] for q in questions], "i2"),
        "threshold": np.array([q[1] for q in questions], "f8"),
        "leaves": np.array([q[2] for q in questions], "u2"),
        "value": value,
        "start": np.array(np.mean([m._baseline_prediction[0, 0] for m in models])),  # noqa: SLF001 (likewise)
    }


def _asked(nodes: NDArray[Any], questions: list[tuple[int, float, int]]) -> list[float]:
    """Add a tree's questions: column, threshold, and the leaves that a no leaves open; give its leaves' values from left to right."""
    leaves: list[float] = []

    def walk(index: int) -> None:
        node = nodes[index]
        if node["is_leaf"]:
            leaves.append(float(node["value"]))
            return
        begin = len(leaves)
        walk(node["left"])
        ruled_out = (1 << len(leaves)) - (1 << begin)
        questions.append((int(node["feature_idx"]), float(node["num_threshold"]), 0xFFFF & ~ruled_out))
        walk(node["right"])

    walk(0)
    return leaves


def left_out_scorers(stories: Sequence[Sequence[Lesson]]) -> Arrays:
    """For each fold of stories, what was learned from the other folds, named `0.first.column` … by number of the fold."""
    arrays = {}
    for number, left_out in enumerate(parted(len(stories), FOLDS)):
        found = learned([x for i, x in enumerate(stories) if i not in left_out])
        arrays |= {f"{number}.{name}": values for name, values in found.items()}
    return arrays


def evaluate(stories: Sequence[Sequence[Lesson]], arrays: Arrays) -> Figures:
    """Every story scored by what was learned without it."""
    figures = Figures()
    for number, left_out in enumerate(parted(len(stories), FOLDS)):
        own = {name.partition(".")[2]: values for name, values in arrays.items() if name.startswith(f"{number}.")}
        scorer = read_scorer(own)
        for x in (stories[i][0] for i in left_out):
            figures.add(x.annotated, x.articles, events_of(_table(scorer, x), x.articles, scorer.confidence))
    return figures


def _table(scorer: Scorer, x: Lesson) -> Table:
    """What a scorer makes of a story."""
    first = scorer.look(x.evidence)
    again = x.again(first)
    return Table.of(x.story, again.rows, again.columns, scorer.look_again(again.evidence, first[first >= UNLIKE]))


def shuffle(annotated: Sequence[Annotated], arrays: Arrays) -> list[dict[str, float]]:
    """The pair F1 of every story, then three times with its paragraphs in another order."""
    known: list[list[list[Lesson]]] = [[] for _ in range(1 + _SHUFFLES)]
    for story in annotated:
        articles = read(story)
        parses = {a.id: parse(a) for a in articles}
        facts = {a.id: extract(a, parses[a.id]) for a in articles}
        known[0].append([_lesson(story, articles, parses, facts, whole=True)])
        for seed in range(1, 1 + _SHUFFLES):
            turned = [shuffled(a, parses[a.id], facts[a.id], seed) for a in articles]
            others = {p.article: p for _, p, _ in turned}
            told = {a.id: f for a, _, f in turned}
            known[seed].append([_lesson(story, [a for a, _, _ in turned], others, told, whole=True)])
    return [evaluate(lessons, arrays).f1 for lessons in known]


def ablate(stories: Sequence[Sequence[Lesson]], kept: frozenset[str]) -> float:
    """The mean pair F1 of a single first look at whole stories with these columns only, every story left out in its turn."""
    columns = [i for i, name in enumerate(FEATURES) if name in kept]
    whole = [[story[0]] for story in stories]
    found = _held_out(whole, columns)
    figures = Figures()
    for (x,), (p,) in zip(whole, found, strict=True):
        figures.add(x.annotated, x.articles, events_of(Table.of(x.story, x.rows, x.columns, p), x.articles, lambda q: q))
    return figures.mean


def main() -> None:
    """Learn, or measure what learning gives."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--evaluate", action="store_true")
    parser.add_argument("--shuffle", action="store_true")
    parser.add_argument("--ablate", action="store_true")
    args = parser.parse_args()
    if args.shuffle:
        with np.load(LEFT_OUT) as stored:
            before, *after = shuffle(annotated_stories(), dict(stored))
        for name, f1 in sorted(before.items()):
            print(f"{name:16} F1 {f1:.3f}  shuffled", "  ".join(f"{f[name] - f1:+.4f}" for f in after))
        return
    lessons = [lessons_of(s) for s in annotated_stories()]
    if args.evaluate:
        np.savez_compressed(LEFT_OUT, **left_out_scorers(lessons))
        with np.load(LEFT_OUT) as stored:
            show(evaluate(lessons, dict(stored)))
    elif args.ablate:
        print("| evidence | alone | all but it |\n|---|---|---|")
        for kind, names in EVIDENCE.items():
            alone, rest = (ablate(lessons, frozenset(kept)) for kept in (names, set(FEATURES) - set(names)))
            print(f"| {kind} | {alone:.3f} | {rest:.3f} |", flush=True)
        print(f"| everything | {ablate(lessons, frozenset(FEATURES)):.3f} | |")
    else:
        np.savez_compressed(OUT, **learned(lessons))
        print(f"learned from {len(lessons)} stories")


if __name__ == "__main__":
    main()
