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

_AT_ONCE = 8_192  # pairs scored together: keeps the working arrays within the processor's cache
_LOWEST_OPEN = np.array([(~n & -~n).bit_length() - 1 for n in range(0xFFFF)] + [0], np.uint8)  # the lowest leaf that is in no set of leaves


@dataclass(frozen=True, slots=True)
class Trees:
    """A forest whose leaves add up to the logarithm of the odds.

    Nodes are questions: is `column` of the pair at most `threshold`? A no rules out the leaves that are missing from `leaves`, a set of at
    most sixteen as bits, numbered from left to right; the lowest leaf that no answer rules out is the tree's (Lucchese et al., QuickScorer,
    2015). `first` gives each tree's first node, and one beyond the last; `value` what each leaf of each tree is worth.
    """

    first: NDArray[np.intp]
    column: NDArray[np.intp]
    threshold: NDArray[np.float64]
    leaves: NDArray[np.uint16]
    value: NDArray[np.float64]
    start: float

    def odds(self, evidence: Floats) -> NDArray[np.float64]:
        """The logarithm of the odds of each row of evidence."""
        out = np.full(len(evidence), self.start)
        ruled_out = ~self.leaves
        asked = list(zip(self.column.tolist(), _narrow(self.threshold), ruled_out, strict=True))
        for begin in range(0, len(evidence), _AT_ONCE):
            columns = np.ascontiguousarray(evidence[begin : begin + _AT_ONCE].T)
            part = out[begin : begin + _AT_ONCE]
            no = np.empty(len(part), np.bool_)
            ruled, closed = np.empty(len(part), np.uint16), np.empty(len(part), np.uint16)
            for tree in range(len(self.value)):
                closed.fill(0)
                for column, threshold, leaves in asked[self.first[tree] : self.first[tree + 1]]:
                    np.greater(columns[column], threshold, out=no)
                    np.multiply(no.view(np.uint8), leaves, out=ruled)
                    np.bitwise_or(closed, ruled, out=closed)
                part += self.value[tree].take(_LOWEST_OPEN.take(closed))
        return out


@dataclass(frozen=True, slots=True)
class Scorer:
    """What was learned from the annotated stories: a first look, a second look that knows the first, and the scale of links.

    The looks err differently, so that the mean of their odds is better than either. The scale is slope and offset: a link's confidence is
    the logistic function of slope × odds + offset (Platt, 1999).
    """

    first: Trees
    second: Trees
    link: tuple[float, float]

    def look(self, evidence: Floats) -> Floats:
        """The probability by the evidence of a pair alone."""
        return logistic(self.first.odds(evidence))

    def look_again(self, evidence: Floats, first: Floats) -> Floats:
        """The probability by the evidence of a pair and by what the first look, whose probabilities are given, found around it."""
        return both_looks(self.second.odds(evidence), first)

    def confidence(self, probability: Floats) -> Floats:
        """How often links of that probability are right."""
        return logistic(self.link[0] * odds_of(probability) + self.link[1])


def both_looks(second: NDArray[np.float64], first: Floats) -> Floats:
    """The probability by the odds at the second look, as a logarithm, and what the first look found."""
    return logistic((second + odds_of(first)) / 2)


def _narrow(thresholds: NDArray[np.float64]) -> NDArray[np.float32]:
    """The greatest short numbers that are no greater: evidence is short numbers, and comparing like with like takes half the time."""
    near = thresholds.astype(np.float32)
    return np.where(near > thresholds, np.nextafter(near, np.float32(-np.inf)), near)


def odds_of(probability: Floats) -> NDArray[np.float64]:
    """The logarithm of the odds of a probability."""
    inside = np.clip(probability.astype(float), 1e-6, 1 - 1e-6)
    return np.asarray(np.log(inside / (1 - inside)))


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
    """A scorer from its arrays, named `first.column`, `second.value` … and `link`."""
    kinds = {"first": np.intp, "column": np.intp, "threshold": float, "leaves": np.uint16, "value": float}
    looks = []
    for name in ("first", "second"):
        arrays: dict[str, Any] = {part: stored[f"{name}.{part}"].astype(kind) for part, kind in kinds.items()}
        looks.append(Trees(**arrays, start=float(stored[f"{name}.start"])))
    slope, offset = (float(x) for x in stored["link"])
    return Scorer(looks[0], looks[1], (slope, offset))
