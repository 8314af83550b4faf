"""The learned scorer walks all trees at once, and finds what walking them one by one finds."""

from __future__ import annotations

import math
import random

import pytest

from recoupe.facts import scorer
from recoupe.facts.evidence import FEATURES

# asks whether the third feature is at most 0.5, then the first or the second; and a tree that asks nothing
TREES = [[[2, 0.5, 1, 2], [0, 0.1, 3, 4], [1, -2.0, 5, 6], [0.1], [0.2], [0.3], [0.4]], [[0.05]]]


@pytest.mark.parametrize(
    ("values", "leaf"),
    [((0.1, 0.0, 0.5), 0.1), ((0.11, 0.0, 0.0), 0.2), ((0.0, -2.0, 0.6), 0.3), ((0.0, -1.9, 1.0), 0.4)],
)
def test_each_answer_leads_to_its_leaf(monkeypatch: pytest.MonkeyPatch, values: tuple[float, ...], leaf: float) -> None:
    monkeypatch.setattr(scorer, "_models", lambda: {"families": {"any": {"bias": -1.0, "threshold": 0.5, "trees": TREES}}})
    assert scorer.likelihood("figure", values) == 1 / (1 + math.exp(-(-1.0 + (leaf + 0.05))))


@pytest.mark.parametrize("family", ["figure", "name", "assertion", "beside"])
def test_the_packaged_trees_say_what_they_say_one_by_one(family: str) -> None:
    weights, chance = scorer._models()["families"][family], random.Random(family)
    for _ in range(50):
        values = tuple(chance.choice((0.0, 1.0, chance.random(), chance.uniform(-9, 9))) for _ in FEATURES)
        odds = 0.0
        for tree in weights["trees"]:
            node = tree[0]
            while len(node) > 1:
                node = tree[node[2] if values[node[0]] <= node[1] else node[3]]
            odds += node[0]
        assert scorer.likelihood(family, values) == 1 / (1 + math.exp(-(weights["bias"] + odds)))
