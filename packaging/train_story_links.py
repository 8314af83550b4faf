#!/usr/bin/env python3
"""Learns whether two articles tell one story, and writes `resources/models/story_links.json`.

    pip install scikit-learn
    python packaging/train_story_links.py               (learn, print the figures of stories left out in turn, and write)
    python packaging/train_story_links.py --evaluate    (print only)

Every two articles of an annotated story, and of a pair of the press, are an example of one story; articles of two stories drawn at random
of two. Beginnings of articles stand for short ones. Stories told by several pairs of the press are no examples of two: `PRESS_TWINS`. The
same articles give the same weights.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from gold import GOLD, own_folder, own_names, read, stories
from press_pairs import KEPT_ASIDE, PAIRS, press_articles
from recoupe.alignment.encoder import encoder
from recoupe.alignment.features import Profile, profiles
from recoupe.alignment.rarity import Floats
from recoupe.alignment.story_links import FEATURES, SHORT, compared
from recoupe.facts import extract
from recoupe.linguistics import parse
from recoupe.model import Article
from train_facts import NEVER_SEEN

OUT = Path(__file__).resolve().parents[1] / "resources" / "models" / "story_links.json"
LEAST = 0.02  # below it next to no two articles of a story lay that were left out, however little of them was taken
CUTS = ((None, None), (None, 12), (None, 8), (None, SHORT), (12, 12), (8, 8), (SHORT, SHORT))  # sentences of the two that are taken
STRANGERS = 2_500  # of every two articles of two stories, for each of `CUTS`
PRESS_TWINS = (("004", "018", "022", "023"), ("011", "027"), ("012", "015"), ("001", "037"), ("016", "043"), ("005", "026"))


@dataclass(frozen=True, slots=True)
class Told:
    """An article as it is compared with others, and of which story it is."""

    story: str
    profiles: list[Profile]
    vectors: Floats

    def begun(self, sentences: int | None) -> Told:
        """Its beginning alone."""
        return Told(self.story, self.profiles[:sentences], self.vectors[:sentences])


def told() -> Iterator[Told]:
    """Every article that may be learned from."""
    for folder, names in ((GOLD, {s.name for s in stories()} - set(NEVER_SEEN)), (own_folder(), set(own_names()))):
        for story in stories(folder):
            if story.name in names:
                yield from (_told(story.name, article) for article in read(story))
    for pair in sorted(p for p in PAIRS.iterdir() if p.is_dir() and p.name not in KEPT_ASIDE):
        yield from (_told(pair.name, article) for article in press_articles(pair))


def _told(story: str, article: Article) -> Told:
    named = replace(article, id=f"{story} {article.id}")
    parsed = parse(named)
    found = profiles([named], {named.id: parsed}, {named.id: extract(named, parsed)})
    return Told(story, found, encoder().encode([named.sentence_text(p.place.sentence) for p in found]))


def examples(articles: list[Told]) -> Iterator[tuple[tuple[float, ...], bool, str, int]]:
    """What speaks for two articles' telling one story, whether they do, whose story is left out with them, and how they were cut."""
    chance = random.Random(1)  # noqa: S311 (no secret)
    twos = list(combinations(articles, 2))
    same = [two for two in twos if two[0].story == two[1].story]
    strangers = [
        two for two in twos if two[0].story != two[1].story and not any({t.story for t in two} <= set(twins) for twins in PRESS_TWINS)
    ]
    for number, cut in enumerate(CUTS):
        for two in (*same, *chance.sample(strangers, STRANGERS)):
            one, other = (t.begun(n) for t, n in zip(two, cut, strict=True))
            ((_, _, values),) = compared([*one.profiles, *other.profiles], np.concatenate([one.vectors, other.vectors]))
            if values is not None:
                yield values, one.story == other.story, one.story, number


def main() -> None:
    """Learn, say what was learned of stories left out, and write it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--evaluate", action="store_true", help="print the figures and write nothing")
    evaluate = parser.parse_args().evaluate
    values, same, group, cut = (np.array(x) for x in zip(*examples(list(told())), strict=True))
    model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1_000))
    left_out = cross_val_predict(model, values, same, cv=GroupKFold(10), groups=group, method="predict_proba")[:, 1]
    for number, lengths in enumerate(CUTS):
        lost, kept = (((cut == number) & which, left_out < LEAST) for which in (same, ~same))
        shown = " and ".join("whole" if n is None else f"{n} sentences" for n in lengths)
        parted, strangers = (lost[0] & lost[1]).sum(), (kept[0] & ~kept[1]).sum()
        print(f"{shown}: {parted} of {lost[0].sum()} parted, {strangers} of {kept[0].sum()} strangers kept")
    if evaluate:
        return
    scaler, regression = (step for _, step in model.fit(values, same).steps)
    weights = regression.coef_[0] / scaler.scale_
    bias = regression.intercept_[0] - float(weights @ scaler.mean_)
    found = {"features": FEATURES, "weights": [round(w, 4) for w in weights.tolist()], "bias": round(bias, 4), "least": LEAST}
    OUT.write_text(json.dumps(found) + "\n", "utf-8")


if __name__ == "__main__":
    main()
