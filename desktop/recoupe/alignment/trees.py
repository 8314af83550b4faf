"""The learned scorers of pairs: boosted trees kept as plain arrays, evaluated in NumPy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from recoupe.errors import ResourceMissing
from recoupe.files import resource

Floats = NDArray[np.float32]

_AT_ONCE = 4_096  # pairs walked through all trees together: keeps the working arrays within the processor's cache


@dataclass(frozen=True, slots=True)
class Trees:
    """A forest whose leaves add up to the logarithm of the odds.

    `root` holds each tree's first node; a node asks whether `column` of the pair is at most `threshold` and leads to `left` or `right`; a
    leaf leads to itself and is worth `value`. `depth` questions lead from any root to a leaf.
    """

    root: NDArray[np.intp]
    column: NDArray[np.intp]
    threshold: NDArray[np.float64]
    left: NDArray[np.intp]
    right: NDArray[np.intp]
    value: NDArray[np.float64]
    depth: int
    start: float

    def odds(self, evidence: Floats) -> NDArray[np.float64]:
        """The logarithm of the odds of each row of evidence."""
        out = np.full(len(evidence), self.start)
        for begin in range(0, len(evidence), _AT_ONCE):
            part = evidence[begin : begin + _AT_ONCE]
            lines = np.arange(len(part))[:, None]
            node = np.broadcast_to(self.root, (len(part), len(self.root)))
            for _ in range(self.depth):
                low = part[lines, self.column[node]] <= self.threshold[node]
                node = np.where(low, self.left[node], self.right[node])
            out[begin : begin + _AT_ONCE] += self.value[node].sum(axis=1)
        return out


@dataclass(frozen=True, slots=True)
class Scorer:
    """What was learned from the annotated stories: a first look, a second look that knows the first, and the scales of both.

    A scale is slope and offset: the probability is the logistic function of slope × odds + offset (Platt, 1999).
    """

    first: Trees
    second: Trees
    link: tuple[float, float]

    def look(self, evidence: Floats) -> Floats:
        """The probability by the evidence of a pair alone."""
        return logistic(self.first.odds(evidence))

    def look_again(self, evidence: Floats) -> Floats:
        """The probability by the evidence of a pair and by what the first look found around it."""
        return logistic(self.second.odds(evidence))

    def confidence(self, probability: Floats) -> Floats:
        """How often links of that probability are right."""
        odds = np.log(np.clip(probability, 1e-6, 1 - 1e-6) / (1 - np.clip(probability, 1e-6, 1 - 1e-6)))
        return logistic(self.link[0] * odds + self.link[1])


def logistic(odds: NDArray[Any]) -> Floats:
    """The probability of odds given as a logarithm."""
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -40, 40))), np.float32)


@cache
def scorer() -> Scorer:
    """The packaged scorer."""
    path = resource("models", "alignment.npz")
    try:
        with np.load(path, allow_pickle=False) as stored:
            return read_scorer(stored)
    except FileNotFoundError as error:
        raise ResourceMissing("missing", name="models/alignment.npz") from error
    except (OSError, ValueError, KeyError) as error:
        raise ResourceMissing("damaged", name="models/alignment.npz", reason=error) from error


def read_scorer(stored: Mapping[str, Any]) -> Scorer:
    """A scorer from its arrays, named `first.root`, `second.value` … and `link`."""
    looks = []
    for name in ("first", "second"):
        kinds = {"root": np.intp, "column": np.intp, "threshold": float, "left": np.intp, "right": np.intp, "value": float}
        arrays: dict[str, Any] = {part: stored[f"{name}.{part}"].astype(kind) for part, kind in kinds.items()}
        looks.append(Trees(**arrays, depth=int(stored[f"{name}.depth"]), start=float(stored[f"{name}.start"])))
    slope, offset = (float(x) for x in stored["link"])
    return Scorer(looks[0], looks[1], (slope, offset))
