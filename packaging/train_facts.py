#!/usr/bin/env python3
"""Learns from annotated stories which differences between facts are worth reporting, and writes `resources/models/facts.json`.

    python packaging/train_facts.py ../shared/gold --without d6-loi d15-seisme d18-panne

Each pair of facts that two aligned sentences hold (as the program aligns them, or as the annotation does), of one family and with values
that differ, is an example; it is a positive one where the annotation sets the same two wordings against each other. Gradient boosting over
small trees, one ensemble for each family. The figures printed are of folds that hold out whole stories; the threshold is the one that
serves F1 best on them. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier

from recoupe.alignment import align
from recoupe.facts.compare import Told, candidates
from recoupe.facts.extract import extract
from recoupe.facts.judged import FEATURES, Match
from recoupe.facts.sides import FAMILIES, sides
from recoupe.linguistics import parse
from recoupe.model import Article, Event, Fact, Parse, Place, Verdict
from recoupe.reading import read_path

Row = tuple[str, str, tuple[float, ...], int]
FOLDS = 7
# The annotated stories differ in more ways than the press does: where real pairs of articles gave false alarms, more is asked
LEAST = {"cause": 0.6, "name": 0.35, "date": 0.45, "assertion": 0.4, "attribution": 0.4}
DIVERGENT = {"contradiction", "precision", "certainty", "attribution"}
SETTINGS = {
    "n_estimators": 120,
    "learning_rate": 0.06,
    "max_depth": 2,
    "min_samples_leaf": 8,
    "subsample": 0.7,
    "max_features": 0.4,
    "random_state": 0,
}


@dataclass(frozen=True)
class Story:
    """One annotated set, read, parsed and aligned by the program; `marked` are the annotation's own events."""

    name: str
    articles: tuple[Article, ...]
    parses: dict[str, Parse]
    facts: tuple[Fact, ...]
    events: tuple[Event, ...]
    marked: tuple[Event, ...]
    gold: dict[str, Any]


def load(folder: Path) -> Story:
    """A story as the program sees it, beside its annotation."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    articles = tuple(_article(folder, name, gold) for name in sorted(gold["articles"]))
    parses = {a.id: parse(a) for a in articles}
    facts = {a.id: extract(a, parses[a.id]) for a in articles}
    events = align(articles, parses, facts)
    return Story(
        folder.name, articles, parses, tuple(f for a in articles for f in facts[a.id]), events, _marked_events(articles, gold), gold
    )


def _article(folder: Path, name: str, gold: dict[str, Any]) -> Article:
    (article,) = read_path(folder / f"{name}.txt", now=datetime(2026, 1, 1))
    published = gold["published"].get(name)
    return replace(article, id=name, published=date.fromisoformat(published) if published else None, language=gold["language"][name])


def _marked_events(articles: Sequence[Article], gold: dict[str, Any]) -> tuple[Event, ...]:
    """The annotation's events over the program's sentences: those that cover at least half of a marked one, or are covered by half."""
    members: dict[str, set[Place]] = {}
    for article in articles:
        for index in article.story:
            span = article.sentences[index].span
            for marked in gold["articles"][article.id]["sentences"]:
                shared = min(span.end, marked["end"]) - max(span.start, marked["start"])
                if 2 * shared >= min(len(span), marked["end"] - marked["start"]):
                    for tag in marked["tags"]:
                        if tag.startswith("E"):
                            members.setdefault(tag, set()).add(Place(article.id, index))
    return tuple(Event(tag, tuple(sorted(places)), 1.0) for tag, places in sorted(members.items()) if len({p.article for p in places}) > 1)


def examples(story: Story) -> Iterable[tuple[Match, int]]:
    """Every differing pair of the story's events once, with 1 where the annotation sets the two against each other."""
    by_place = sides(story.articles, story.parses, story.facts)
    told = Told(story.articles, by_place, score=lambda _family, _values: 0.0)
    seen = set()
    for event in (*story.events, *story.marked):
        for match in candidates(event, by_place, told):
            pair = match.left.fact.id, match.right.fact.id
            if match.verdict is Verdict.AGREEMENT or pair in seen:
                continue
            seen.add(pair)
            label = label_of(story.gold, match)
            if label is not None:
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


def train(stories: Sequence[Story]) -> dict[str, Any]:
    """The weights of every family, with thresholds from folds that hold out whole stories."""
    return fit_all([(s.name, m.left.family, m.features, y) for s in stories for m, y in examples(s)])


def fit_all(rows: Sequence[Row]) -> dict[str, Any]:
    """The weights learned from examples: story, family, features, label."""
    families: dict[str, Any] = {}
    for family in ("any", *sorted(set(FAMILIES.values()))):
        own = [r for r in rows if family in {r[1], "any"}]
        x, y, names = np.array([r[2] for r in own]), np.array([r[3] for r in own]), np.array([r[0] for r in own])
        if len(own) < 30 or y.sum() < 8:
            print(f"{family:12} too few examples ({len(own)}): judged by what was learned over all families")
            continue
        limit, precision, recall = _threshold(_held_out(x, y, names), y, LEAST.get(family, 0.35))
        print(f"{family:12} {len(own):5} examples, {int(y.sum()):4} listed; at {limit:.2f} precision {precision:.3f} recall {recall:.3f}")
        families[family] = {"threshold": round(limit, 3), **_exported(_fit(x, y))}
    return {"format": 1, "features": list(FEATURES), "families": families}


def _held_out(x: np.ndarray, y: np.ndarray, names: np.ndarray) -> np.ndarray:
    """The likelihood of each example, from a model that has not seen its story."""
    guessed = np.zeros(len(y))
    for group in parted(names):
        out = np.isin(names, group)
        guessed[out] = _fit(x[~out], y[~out]).predict_proba(x[out])[:, 1]
    return guessed


def parted(names: Iterable[str]) -> list[list[str]]:
    """The stories in groups that are held out in turn."""
    every = sorted(set(names))
    return [every[n::FOLDS] for n in range(min(FOLDS, len(every)))]


def _fit(x: np.ndarray, y: np.ndarray) -> GradientBoostingClassifier:
    return GradientBoostingClassifier(**SETTINGS).fit(x, y)


def _threshold(guessed: np.ndarray, y: np.ndarray, least: float = 0.35) -> tuple[float, float, float]:
    """The limit with the best F1, not below the least, with its precision and recall."""
    best = (0.0, 0.5, 0.0, 0.0)
    for limit in np.arange(least, 0.76, 0.05):
        said = guessed >= limit
        right = int((said & (y == 1)).sum())
        precision, recall = right / max(1, said.sum()), right / max(1, y.sum())
        f1 = 2 * precision * recall / (precision + recall) if right else 0.0
        best = max(best, (f1, float(limit), precision, recall))
    return best[1:]


def _exported(model: GradientBoostingClassifier) -> dict[str, Any]:
    """The ensemble as plain lists: [feature, threshold, low child, high child] for a test, [value] for a leaf."""
    prior = float(model.init_.class_prior_[1])
    trees = []
    for stage in model.estimators_[:, 0]:
        t = stage.tree_
        trees.append(
            [
                [round(float(t.value[n][0][0]) * model.learning_rate, 5)]
                if t.children_left[n] < 0
                else [int(t.feature[n]), round(float(t.threshold[n]), 5), int(t.children_left[n]), int(t.children_right[n])]
                for n in range(t.node_count)
            ]
        )
    return {"bias": round(float(np.log(prior / (1 - prior))), 5), "trees": trees}


def main() -> None:
    """Train on every story of a folder but those left out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--without", nargs="*", default=[], help="stories never looked at")
    args = parser.parse_args()
    stories = [load(f) for f in sorted(args.gold.iterdir()) if (f / "gold.json").is_file() and f.name not in args.without]
    path = Path(__file__).parents[1] / "resources" / "models" / "facts.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(train(stories), separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
