#!/usr/bin/env python3
"""Learns from annotated stories which differences between facts are worth reporting, and writes `resources/models/facts.json`.

    pip install lightgbm scikit-learn
    python packaging/train_facts.py                          (learn every family of facts)
    python packaging/train_facts.py --families name cause    (learn these, and leave the others as they are)
    python packaging/train_facts.py --evaluate               (print the figures of stories left out in turn, and write nothing)

Each pair of facts that two aligned sentences hold (as an aligner that never saw the story puts them together, or as the annotation does),
of one family and with values that differ, is an example; it is a positive one where the annotation sets the same two wordings against each
other. What could pass for a contradiction in pairs of real press articles is an example too, of less weight (see `press_pairs.py`).
Gradient boosting over small trees (LightGBM), one ensemble for each family; where it is known which way a kind of evidence points, no tree
may turn it round, for a few hundred examples let chance do so. The figures printed are of folds that hold out whole stories, and so is the
threshold. The same stories and settings give the same weights. `--cache` names a folder that keeps parses and alignments.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from lightgbm import LGBMClassifier

from fact_stories import Story, load_all
from gold import GOLD, KEPT_ASIDE, own_folder
from measure_facts import Tally, compared
from press_pairs import PAIRS, press_examples
from recoupe.facts.compare import Told, candidates, strays
from recoupe.facts.evidence import FEATURES
from recoupe.facts.judged import Match
from recoupe.facts.sides import FAMILIES, SCORED, sides
from recoupe.model import Event, Fact, Verdict

OUT = Path(__file__).resolve().parents[1] / "resources" / "models" / "facts.json"
NEVER_SEEN = ("d6-loi", "d15-seisme", "d18-panne", *KEPT_ASIDE)
Row = tuple[str, str, tuple[float, ...], int, float]
PRESS = 0.3  # weight of two facts of the press that do not contradict each other: so many of them are alike
PRESS_OF = {"cause": 1.0, "attribution": 1.0}  # the same of families of which the press has but a few
FOLDS = 7
EVERY = "any"  # the family of all families, for those with too few examples
LEAST = 0.2  # no threshold lies below; what is less sure than `judged.CERTAIN` is told as such
LEAST_OF = {
    "attribution": 0.35,
    "figure": 0.25,
    "beside": 0.25,
    "name": 0.35,
}  # the same where there are many that could be told and few worth it
NEARLY = 0.05  # of F1: what is told as unsure costs the reader less than a divergence that he is not told
EVEN = 0.45  # precision
DIVERGENT = {"contradiction", "precision", "certainty", "attribution"}
SETTINGS: dict[str, Any] = {
    "n_estimators": 120,
    "learning_rate": 0.06,
    "max_depth": 2,
    "num_leaves": 4,
    "min_child_samples": 8,
    "min_child_weight": 1e-6,
    "subsample": 0.7,
    "subsample_freq": 1,
    "colsample_bynode": 0.4,
    "random_state": 0,
    "n_jobs": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}
SPEAKS_FOR = (
    *("about", "about_any", "near", "before", "after", "sentence", "names", "verb"),
    *("link", "agreeing", "related", "leaning", "meaning", "beings"),
)
SPEAKS_AGAINST = ("rival", "other_day", "rivals", "mentioned", "past", "said", "lone")
UNTOLD = ("name", "place")  # two names in like words may stand in one list: which way evidence points is not known of these


def examples(story: Story) -> Iterable[tuple[Match, int]]:
    """Every differing pair of the story's events once, with 1 where the annotation sets the two against each other."""
    by_place = sides(story.articles, story.parses, story.facts)
    told = Told(story.articles, by_place, story.leanings, score=lambda _family, _values: 0.0)

    def held(events: Iterable[Event]) -> dict[tuple[str, str], Match]:
        found = [m for event in events for m in candidates(event, by_place, told)]
        return {(m.left.fact.id, m.right.fact.id): m for m in reversed(found)}

    known = held(story.events)
    for match in (*{**held(story.marked), **known}.values(), *strays(story.articles, story.events, by_place, told, known)):
        label = label_of(story.gold, match)
        if match.verdict is not Verdict.AGREEMENT and label is not None:
            yield match, label


def label_of(gold: dict[str, Any], match: Match) -> int | None:
    """1 where the annotation lists this divergence, 0 where it does not; None where it marks the words for a fact of another family."""
    left, right = (_marked(gold, s.fact) for s in (match.left, match.right))
    shared = left & right
    pair = "|".join(sorted((match.left.place.article, match.right.place.article)))
    same = [i for i in shared if FAMILIES[gold["facts"][i]["kind"]] == match.left.family]
    if same:
        return int(any(gold["facts"][i]["verdict"].get(pair) in DIVERGENT for i in same))
    return None if shared else 0


def _marked(gold: dict[str, Any], fact: Fact) -> set[str]:
    mentions = gold["articles"][fact.place.article]["mentions"]
    return {m["fact"] for m in mentions if m["start"] < fact.span.end and fact.span.start < m["end"]}


def rows_of(stories: Sequence[Story]) -> list[Row]:
    """Every example of every story: story, family, features, label, weight."""
    return [(s.name, m.judged_as, m.features, y, 1.0) for s in stories for m, y in examples(s)]


def press_rows(folder: Path, cache: Path | None) -> list[Row]:
    """The same of the press; none where its folder is not at hand."""
    if not folder.is_dir():
        print(f"no press articles at {folder}: learned from the annotated stories alone")
        return []
    return [
        (name, m.judged_as, m.features, y, 1.0 if y else PRESS_OF.get(m.judged_as, PRESS)) for name, m, y in press_examples(folder, cache)
    ]


def fit_all(rows: Sequence[Row], wanted: Iterable[str]) -> dict[str, Any]:
    """The weights of some families, with thresholds from folds that hold out whole stories."""
    families: dict[str, Any] = {}
    for family in wanted:
        x, y, names, weights = _of_family(rows, family)
        if len(y) < 30 or y.sum() < 8:
            print(f"{family:12} too few examples ({len(y)}): judged by what was learned over all families")
            continue
        limit, precision, recall = _threshold(_held_out(family, x, y, names, weights), y, LEAST_OF.get(family, LEAST))
        print(f"{family:12} {len(y):5} examples, {int(y.sum()):4} listed; at {limit:.2f} precision {precision:.3f} recall {recall:.3f}")
        families[family] = {"threshold": round(limit, 3), **_exported(_fit(family, x, y, weights))}
    return families


def _of_family(rows: Sequence[Row], family: str) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """The features, labels, stories and weights of a family's examples."""
    own = [r for r in rows if family in {r[1], EVERY}]
    return np.array([r[2] for r in own]), np.array([r[3] for r in own]), np.array([r[0] for r in own]), np.array([r[4] for r in own])


def evaluate(stories: Sequence[Story], press: Sequence[Row]) -> Tally:
    """Every story scored with weights that were learned without it; the thresholds are those of all stories."""
    rows = [*rows_of(stories), *press]
    whole = fit_all(rows, (EVERY, *SCORED))
    tally = Tally()
    for group in parted(s.name for s in stories):
        rest = [r for r in rows if r[0] not in group]
        families = {}
        for family, known in whole.items():
            x, y, _, weights = _of_family(rest, family)
            families[family] = {"threshold": known["threshold"], **_exported(_fit(family, x, y, weights))}
        for story in (s for s in stories if s.name in group):
            tally.add(story, compared(story, families))
    return tally


def _held_out(family: str, x: np.ndarray, y: np.ndarray, names: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """The likelihood of each example, from a model that has not seen its story."""
    guessed = np.zeros(len(y))
    for group in parted(names):
        out = np.isin(names, group)
        guessed[out] = _fit(family, x[~out], y[~out], weights[~out]).predict_proba(x[out])[:, 1]
    return guessed


def parted(names: Iterable[str]) -> list[list[str]]:
    """The stories in groups that are held out in turn."""
    every = sorted(set(names))
    return [every[n::FOLDS] for n in range(min(FOLDS, len(every)))]


def _fit(family: str, x: np.ndarray, y: np.ndarray, weights: np.ndarray) -> LGBMClassifier:
    known: dict[str, int] = {} if family in UNTOLD else {**dict.fromkeys(SPEAKS_FOR, 1), **dict.fromkeys(SPEAKS_AGAINST, -1)}
    directions: dict[str, Any] = {
        "monotone_constraints": [known.get(name, 0) for name in FEATURES],
        "monotone_constraints_method": "advanced",
    }
    return LGBMClassifier(**SETTINGS, **(directions if known else {})).fit(x, y, sample_weight=weights)


def _threshold(guessed: np.ndarray, y: np.ndarray, least: float) -> tuple[float, float, float]:
    """The lowest limit whose F1 is nearly the best, not below the least, with its precision and recall.

    Of few examples the best limit is a matter of chance; what is less likely is told as such, what is left out is told nobody. What is
    clearly more often wrong than right is told nobody either, as far as a limit nearly as good avoids it.
    """
    found = []
    for limit in np.arange(least, 0.76, 0.05):
        said = guessed >= limit
        right = int((said & (y == 1)).sum())
        precision, recall = right / max(1, said.sum()), right / max(1, y.sum())
        found.append((2 * precision * recall / (precision + recall) if right else 0.0, float(limit), precision, recall))
    best = max(found)[0]
    good = [row[1:] for row in found if row[0] >= best - NEARLY]
    return next((row for row in good if row[1] >= EVEN), good[-1])


def _exported(model: LGBMClassifier) -> dict[str, Any]:
    """The ensemble as plain lists: [feature, threshold, low child, high child] for a test, [value] for a leaf."""
    trees = [tree["tree_structure"] for tree in model.booster_.dump_model()["tree_info"]]
    return {"bias": 0.0, "trees": [_listed(tree) for tree in trees]}  # the first tree holds the prior


def _listed(tree: dict[str, Any]) -> list[list[float]]:
    """A tree's nodes, parents before children."""
    if "split_feature" not in tree:
        return [[round(tree["leaf_value"], 5)]]
    low, high = _listed(tree["left_child"]), _listed(tree["right_child"])
    root = [tree["split_feature"], round(tree["threshold"], 5), 1, 1 + len(low)]
    return [root, *_moved(low, 1), *_moved(high, 1 + len(low))]


def _moved(nodes: list[list[float]], by: int) -> list[list[float]]:
    return [[*node[:2], node[2] + by, node[3] + by] if len(node) > 1 else node for node in nodes]


def main() -> None:
    """Learn, or measure what learning gives."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--without", nargs="*", default=NEVER_SEEN, help="stories never looked at")
    parser.add_argument("--press", type=Path, default=PAIRS, help="the folder of pairs of press articles")
    parser.add_argument("--families", nargs="+", choices=SCORED, help="learn these only")
    parser.add_argument("--evaluate", action="store_true", help="print how well stories left out are compared")
    parser.add_argument("--cache", type=Path, help="a folder that keeps parses and alignments")
    args = parser.parse_args()
    stories = [s for folder in (GOLD, own_folder()) for s in load_all(folder, args.without, args.cache)]
    press = press_rows(args.press, args.cache)
    if args.evaluate:
        evaluate(stories, press).show()
        return
    known = json.loads(OUT.read_text("utf-8"))["families"] if args.families else {}
    learned = fit_all([*rows_of(stories), *press], args.families or (EVERY, *SCORED))
    families = dict(sorted({**known, **learned}.items()))
    OUT.write_text(json.dumps({"format": 1, "features": list(FEATURES), "families": families}, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
