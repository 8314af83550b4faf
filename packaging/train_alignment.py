"""Learns from annotated stories and press articles which two sentences tell one event; writes resources/models/alignment.npz.

    pip install scikit-learn
    python packaging/train_alignment.py              (learn from every story, for the program)
    python packaging/train_alignment.py --evaluate   (leave stories out in turn and print the figures; keeps what was learned)
    python packaging/train_alignment.py --shuffle    (what changes when the paragraphs stand in another order)
    python packaging/train_alignment.py --ablate     (what a first look makes of each kind of evidence alone, and without it)

Two boosted forests (Friedman, 2001): the first looks at each pair alone, the second knows besides what the first found around the pair.
What the second learns from is found by first looks that had not learned from the story in hand. Sentence vectors come from
packaging/alignment_vectors.npz: those of every story by an encoder that was tuned without it (packaging/train_encoder.py --folds).

Stories come from ../shared/gold, the press articles that packaging/press_links.txt labels from ../shared/press; where the press is absent,
only the stories are learned from, and that is said. Beside other work OMP_NUM_THREADS=1 makes this several times faster.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from gold import FOLDS, own_stories, parted, read, shuffled
from gold import Story as Annotated
from gold import stories as annotated_stories
from heldout import LEFT_OUT
from lessons import Lesson, of_press, of_story, understood, whole
from measure import Figures, show
from press_links import PRESS
from press_links import pairs as press_pairs
from recoupe.alignment.gathering import Table, events_of, gather
from recoupe.alignment.looks import UNLIKE
from recoupe.alignment.pairing import Pairs
from recoupe.alignment.rarity import Floats
from recoupe.alignment.rules import by_rule, of_others, same_words
from recoupe.alignment.similarity import EVIDENCE, FEATURES
from recoupe.alignment.surroundings import SURROUNDINGS, THIRDS
from recoupe.alignment.trees import Scorer, logistic, odds_of, read_scorer

OUT = Path(__file__).resolve().parents[1] / "resources" / "models" / "alignment.npz"
_UNLIKE = 0.16  # below the sixth place in either's row, a pair is plainly unlike
_EASY = 0.15  # share of the plainly unlike pairs that are learned from, each weighing as much more
_SEEDS = 4  # forests whose mean is taken: with two, chance moves the pair F1 of a short story by a tenth
_INNER_GROUPS = 4
_INNER_SEEDS = 2  # and where what is found only serves for learning
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


def fit(lessons: Sequence[Lesson], columns: Sequence[int], seed: int = 0) -> HistGradientBoostingClassifier:
    """A forest over those columns of the evidence; every story weighs by the root of its pairs, so that long ones do not rule."""
    draw = np.random.default_rng(seed)
    held, labels, weights = [], [], []
    for x in lessons:
        easy = (x.evidence[:, FEATURES.index("column_rank")] < _UNLIKE) & (x.label == 0)
        taken = (x.firm & (~easy | (draw.random(len(easy)) < _EASY))) | (~x.firm & (x.doubt > 0))
        held.append(x.evidence[taken][:, columns])
        labels.append(x.label[taken] == 1)
        weight = x.weight * (80 / max((x.label == 1).sum(), 1)) ** 0.5
        weights.append(weight * np.where(easy, 1 / _EASY, np.where(x.firm, 1, x.doubt))[taken])
    model = HistGradientBoostingClassifier(**_SETTINGS, random_state=seed)
    return model.fit(np.concatenate(held), np.concatenate(labels), sample_weight=np.concatenate(weights))


def learned(stories: Sequence[Sequence[Lesson]]) -> Arrays:
    """Both looks and the scale of links, from these stories alone, as the arrays that the program reads."""
    one, two = range(len(FEATURES)), range(len(FEATURES + SURROUNDINGS + THIRDS))
    first = _held_out(stories, one)
    again = [[x.again(p) for x, p in zip(own, found, strict=True)] for own, found in zip(stories, first, strict=True)]
    second = _held_out(again, two)
    arrays = {f"first.{k}": v for k, v in flattened([fit(_all(stories), one, s) for s in range(_SEEDS)], one).items()}
    arrays |= {f"second.{k}": v for k, v in flattened([fit(_all(again), two, s) for s in range(_SEEDS)], two).items()}
    looks = [p[p >= UNLIKE] for found in first for p in found], [p for found in second for p in found]
    both = [logistic((odds_of(p) + odds_of(q)) / 2) for p, q in zip(*looks, strict=True)]
    ruled = [_ruled(x, p) for x, p in zip(_all(again), both, strict=True)]
    return arrays | {"link": np.array(_scale(_all(again), ruled))}


def _all(stories: Sequence[Sequence[Lesson]]) -> list[Lesson]:
    return [x for story in stories for x in story]


def _held_out(stories: Sequence[Sequence[Lesson]], columns: Sequence[int]) -> list[list[Floats]]:
    """The probabilities of all pairs, each story's by a forest that has not seen it."""
    out: list[list[Floats]] = [[] for _ in stories]
    for left_out in parted(len(stories), _INNER_GROUPS):
        known = _all([story for n, story in enumerate(stories) if n not in left_out])
        models = [fit(known, columns, seed) for seed in range(_INNER_SEEDS)]
        for n in left_out:
            out[n] = [logistic(np.mean([m.decision_function(x.evidence[:, columns]) for m in models], axis=0)) for x in stories[n]]
    return out


def _ruled(x: Lesson, p: Floats) -> Floats:
    return by_rule(p, of_others(x.story, x.rows, x.columns), same_words(x.story, x.rows, x.columns))


def _scale(lessons: Sequence[Lesson], probability: Sequence[Floats]) -> tuple[float, float]:
    """Slope and offset that make a link's confidence the share of such links that are right, seen on stories left out."""
    odds, right = [], []
    for x, p in zip(lessons, probability, strict=True):
        linked = _linked(x, p) & (x.firm | (x.doubt > 0))
        odds.append(odds_of(p[linked]))
        right.append(x.label[linked] == 1)
    model = LogisticRegression(C=1e6).fit(np.concatenate(odds)[:, None], np.concatenate(right))
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def _linked(x: Lesson, p: Floats) -> NDArray[np.bool_]:
    """Which pairs stand in one event when these are the probabilities."""
    said = {(i, j) for group in gather(Table.of(x.story, Pairs.of(x.rows, x.columns, p, x.evidence))) for i in group for j in group}
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


def left_out_scorers(*kinds: Sequence[Sequence[Lesson]]) -> Arrays:
    """For each fold of every kind of lessons, what was learned from the other folds, named `0.first.column` … by number of the fold."""
    arrays = {}
    for number in range(FOLDS):
        found = learned([story for kind in kinds for story in _others(kind, number)])
        arrays |= {f"{number}.{name}": values for name, values in found.items()}
    return arrays


def _others(held: Sequence[Any], fold: int) -> list[Any]:
    left_out = parted(len(held), FOLDS)[fold]
    return [x for i, x in enumerate(held) if i not in left_out]


def evaluate(annotated: Sequence[Annotated], stories: Sequence[Lesson], arrays: Arrays) -> Figures:
    """Every story, made ready whole, scored by what was learned without it."""
    figures = Figures()
    for scorer, left_out in _left_out(len(stories), arrays):
        for i in left_out:
            figures.add(annotated[i], stories[i].articles, events_of(_table(scorer, stories[i]), stories[i].articles, scorer.confidence))
    return figures


def evaluate_press(press: Sequence[Lesson], arrays: Arrays) -> list[tuple[float, int]]:
    """The confidence and the label of every link between press articles, each by what was learned without its pair of articles."""
    found: list[tuple[float, int]] = []
    for scorer, left_out in _left_out(len(press), arrays):
        for x in (press[i] for i in left_out):
            label = dict(zip(zip(x.rows.tolist(), x.columns.tolist(), strict=True), x.label.tolist(), strict=True))
            index = {p.place: i for i, p in enumerate(x.story.profiles)}
            events = events_of(_table(scorer, x), x.articles, scorer.confidence)
            found += [(k.confidence, label[index[k.left], index[k.right]]) for e in events for k in e.links]
    return found


def _left_out(count: int, arrays: Arrays) -> Iterator[tuple[Scorer, list[int]]]:
    """Each fold's scorer with what it did not learn from."""
    for number, left_out in enumerate(parted(count, FOLDS)):
        yield read_scorer({name.partition(".")[2]: values for name, values in arrays.items() if name.startswith(f"{number}.")}), left_out


def show_press(found: Sequence[tuple[float, int]]) -> None:
    """Say what share of the links listed tell the same thing."""
    for least in (0.0, 0.7, 0.8, 0.9):
        labels = [label for confidence, label in found if confidence >= least]
        right, open_ = labels.count(1), labels.count(-1)
        print(f"press, confidence from {least:.1f}: {len(labels)} links, {right} right, {open_} open, {labels.count(0)} wrong")


def _table(scorer: Scorer, x: Lesson) -> Table:
    """What a scorer makes of a story."""
    first = scorer.look(x.evidence)
    again = x.again(first)
    found = scorer.look_again(again.evidence, first[first >= UNLIKE])
    return Table.of(x.story, Pairs.of(again.rows, again.columns, _ruled(again, found), again.evidence))


def shuffle(annotated: Sequence[Annotated], arrays: Arrays) -> list[dict[str, float]]:
    """The pair F1 of every story, then three times with its paragraphs in another order."""
    known: list[list[Lesson]] = [[] for _ in range(1 + _SHUFFLES)]
    for story in annotated:
        articles = read(story)
        parses, facts = understood(articles)
        known[0].append(whole(story, articles, (parses, facts)))
        for seed in range(1, 1 + _SHUFFLES):
            turned = [shuffled(a, parses[a.id], facts[a.id], seed) for a in articles]
            others = {p.article: p for _, p, _ in turned}, {a.id: f for a, _, f in turned}
            known[seed].append(whole(story, [a for a, _, _ in turned], others))
    return [evaluate(annotated, lessons, arrays).f1 for lessons in known]


def ablate(annotated: Sequence[Annotated], stories: Sequence[Lesson], press: Sequence[Lesson], kept: frozenset[str]) -> float:
    """The mean pair F1 of a single first look at whole stories with these columns only, every story left out in its turn."""
    columns = [i for i, name in enumerate(FEATURES) if name in kept]
    figures = Figures()
    for left_out in parted(len(stories), _INNER_GROUPS):
        model = fit([x for i, x in enumerate(stories) if i not in left_out] + list(press), columns)
        for i in left_out:
            x = stories[i]
            p = model.predict_proba(x.evidence[:, columns])[:, 1].astype(np.float32)
            table = Table.of(x.story, Pairs.of(x.rows, x.columns, p, x.evidence))
            figures.add(annotated[i], x.articles, events_of(table, x.articles, lambda q: q))
    return figures.mean


def press_lessons() -> list[Lesson]:
    """The press articles that were read, if they are there."""
    press = [of_press(pair) for pair in press_pairs()]
    if not press:
        print(f"no press articles in {PRESS}: learning from the annotated stories alone", file=sys.stderr)
    return press


def main() -> None:
    """Learn, or measure what learning gives."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--evaluate", action="store_true")
    parser.add_argument("--shuffle", action="store_true")
    parser.add_argument("--ablate", action="store_true")
    args = parser.parse_args()
    annotated = annotated_stories()
    if not annotated:
        sys.exit("no annotated stories to learn from")
    if args.shuffle:
        with np.load(LEFT_OUT) as stored:
            before, *after = shuffle(annotated, dict(stored))
        for name, f1 in sorted(before.items()):
            print(f"{name:16} F1 {f1:.3f}  shuffled", "  ".join(f"{f[name] - f1:+.4f}" for f in after))
        return
    stories, own, press = [of_story(s) for s in annotated], [of_story(s) for s in own_stories()], press_lessons()
    if args.evaluate:
        np.savez_compressed(LEFT_OUT, **left_out_scorers(stories, own, [[x] for x in press]))
        with np.load(LEFT_OUT) as stored:
            arrays = dict(stored)
        show(evaluate(annotated, [x for x, *_ in stories], arrays))
        print("stories of our own:")
        show(evaluate(own_stories(), [x for x, *_ in own], arrays))
        show_press(evaluate_press(press, arrays))
    elif args.ablate:
        firsts = [x for x, *_ in stories]
        print("| evidence | alone | all but it |\n|---|---|---|")
        for kind, names in EVIDENCE.items():
            alone, rest = (ablate(annotated, firsts, press, frozenset(kept)) for kept in (names, set(FEATURES) - set(names)))
            print(f"| {kind} | {alone:.3f} | {rest:.3f} |", flush=True)
        print(f"| everything | {ablate(annotated, firsts, press, frozenset(FEATURES)):.3f} | |")
    else:
        np.savez_compressed(OUT, **learned([*stories, *own, *([x] for x in press)]))
        print(f"learned from {len(stories) + len(own)} stories and {len(press)} pairs of press articles")


if __name__ == "__main__":
    main()
