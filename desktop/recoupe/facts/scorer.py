"""How likely two facts speak of one thing: a learned scorer, evaluated from plain weights.

Trained by `packaging/train_facts.py`: for each family of facts an ensemble of small regression trees (gradient boosting,
Friedman 2001) whose sum is a log-odds. The file holds for each tree the tested feature, the threshold, the two children and, in leaves,
the value. All trees of a family are walked at once, as arrays.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from recoupe.errors import ResourceMissing
from recoupe.files import resource


def likelihood(family: str, values: Sequence[float]) -> float:
    """The probability that two facts of a family speak of one thing, from their features."""
    return _likelihood(_Same(_model(family)), np.asarray(values, np.float64).tobytes())


class _Same:
    """Weights known again by being the same object."""

    __slots__ = ("weights",)

    def __init__(self, weights: Mapping[str, Any]) -> None:
        self.weights = weights

    def __hash__(self) -> int:
        return id(self.weights)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.weights is self.weights


@lru_cache(maxsize=1 << 15)
def _likelihood(same: _Same, values: bytes) -> float:
    """Kept, because a new analysis finds most pairs of facts as they were; as bytes, which take a fifth of the room of numbers."""
    return 1 / (1 + math.exp(-_forest(same).odds(np.frombuffer(values))))


def weights() -> object:
    """All weights, known again by being the same object."""
    return _models()["families"]


def threshold(family: str) -> float:
    """From which likelihood on a difference is worth an editor's time."""
    return float(_model(family)["threshold"])


def _model(family: str) -> Mapping[str, Any]:
    """A family's own weights, or those learned over all families where the annotation held too few of it."""
    families = _models()["families"]
    model: Mapping[str, Any] = families.get(family) or families["any"]
    return model


@dataclass(frozen=True, slots=True)
class _Forest:
    """The trees of one family, one row of the arrays a tree, one column a node.

    `feature` and `limit` say what a node asks; `low` and `high` which node comes next, as an index into the arrays laid flat: a leaf leads
    to itself. `worth` is what a leaf adds, `root` where each tree begins, `depth` how many questions the deepest tree asks.
    """

    feature: NDArray[np.intp]
    limit: NDArray[np.float64]
    low: NDArray[np.intp]
    high: NDArray[np.intp]
    worth: NDArray[np.float64]
    root: NDArray[np.intp]
    depth: int
    bias: float

    def odds(self, asked: NDArray[np.float64]) -> float:
        """The log-odds, the leaves added in the order of the trees so that every machine rounds alike."""
        at = self.root
        for _ in range(self.depth):
            at = np.where(asked[self.feature[at]] <= self.limit[at], self.low[at], self.high[at])
        total: float = np.add.accumulate(self.worth[at])[-1].item() if len(at) else 0.0
        return self.bias + total


@lru_cache(maxsize=64)
def _forest(same: _Same) -> _Forest:
    trees: list[list[list[float]]] = same.weights["trees"]
    width = max((len(tree) for tree in trees), default=0)
    feature, low, high = (np.zeros((len(trees), width), np.intp) for _ in range(3))
    limit, worth = np.zeros((len(trees), width)), np.zeros((len(trees), width))
    for row, tree in enumerate(trees):
        for n, node in enumerate(tree):
            here = row * width + n
            if len(node) == 1:
                worth[row, n], low[row, n], high[row, n] = node[0], here, here
            else:
                feature[row, n], limit[row, n] = int(node[0]), node[1]
                low[row, n], high[row, n] = row * width + int(node[2]), row * width + int(node[3])
    depth = max((_depth(tree, 0) for tree in trees), default=0)
    root = np.arange(len(trees), dtype=np.intp) * width
    return _Forest(feature.ravel(), limit.ravel(), low.ravel(), high.ravel(), worth.ravel(), root, depth, same.weights["bias"])


def _depth(tree: Sequence[Sequence[float]], at: int) -> int:
    node = tree[at]
    return 0 if len(node) == 1 else 1 + max(_depth(tree, int(node[2])), _depth(tree, int(node[3])))


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
