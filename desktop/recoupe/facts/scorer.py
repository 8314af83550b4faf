"""How likely two facts speak of one thing: a learned scorer, evaluated from plain weights.

Trained by `packaging/train_facts.py`: for each family of facts an ensemble of small regression trees (gradient boosting,
Friedman 2001) whose sum is a log-odds. The file holds for each tree the tested feature, the threshold, the two children and, in leaves,
the value.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from recoupe.errors import ResourceMissing
from recoupe.files import resource


def likelihood(family: str, values: Sequence[float]) -> float:
    """The probability that two facts of a family speak of one thing, from their features."""
    return _likelihood(_Same(_model(family)), tuple(values))


class _Same:
    """Weights known again by being the same object."""

    __slots__ = ("weights",)

    def __init__(self, weights: Mapping[str, Any]) -> None:
        self.weights = weights

    def __hash__(self) -> int:
        return id(self.weights)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.weights is self.weights


@lru_cache(maxsize=1 << 14)
def _likelihood(same: _Same, values: tuple[float, ...]) -> float:
    """Kept, because a new analysis finds most pairs of facts as they were."""
    odds = same.weights["bias"] + sum(_leaf(tree, values) for tree in same.weights["trees"])
    return 1 / (1 + math.exp(-odds))


def threshold(family: str) -> float:
    """From which likelihood on a difference is worth an editor's time."""
    return float(_model(family)["threshold"])


def _model(family: str) -> Mapping[str, Any]:
    """A family's own weights, or those learned over all families where the annotation held too few of it."""
    families = _models()["families"]
    model: Mapping[str, Any] = families.get(family) or families["any"]
    return model


def _leaf(tree: Sequence[Sequence[float]], values: Sequence[float]) -> float:
    node = tree[0]
    while len(node) > 1:
        feature, limit, low, high = node
        node = tree[int(low)] if values[int(feature)] <= limit else tree[int(high)]
    return node[0]


@cache
def _models() -> Mapping[str, Any]:
    path = resource("models", "facts.json")
    try:
        models: Mapping[str, Any] = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ResourceMissing("missing", name=path.name) from error
    except ValueError as error:
        raise ResourceMissing("damaged", name=path.name, reason=str(error)) from error
    return models
