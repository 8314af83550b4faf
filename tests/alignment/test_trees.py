"""The learned scorer is evaluated as it was learned."""

from __future__ import annotations

import numpy as np
import pytest

from recoupe.alignment.similarity import FEATURES
from recoupe.alignment.surroundings import SURROUNDINGS, THIRDS
from recoupe.alignment.trees import Trees, logistic, scorer


def test_a_forest_adds_up_its_leaves() -> None:
    ints, floats = (lambda *x: np.array(x, np.intp)), (lambda *x: np.array(x, float))
    trees = Trees(
        first=ints(0, 1, 3),
        column=ints(1, 0, 1),
        threshold=floats(0.5, 2.0, 5.0),
        leaves=np.array([0b110, 0b110, 0b101], np.uint16),  # the second tree asks column 0, then, of a no, column 1
        value=np.array([[1, 2, 0], [10, 20, 30]], float),
        start=0.25,
    )
    evidence = np.array([[2.0, 0.5], [2.1, 0.6], [0.0, 9.0], [3.0, 9.0]], np.float32)
    assert trees.odds(evidence).tolist() == [11.25, 22.25, 12.25, 32.25]
    assert trees.odds(np.zeros((0, 2), np.float32)).tolist() == []


def test_a_number_at_the_edge_falls_on_the_side_it_was_learned_on() -> None:
    first, column = np.array([0, 1], np.intp), np.array([0], np.intp)
    trees = Trees(first, column, np.array([0.1]), np.array([0b10], np.uint16), np.array([[1.0, 2.0]]), 0.0)
    short = np.float32(0.1)  # a little more than 0.1
    assert trees.odds(np.array([[short], [np.nextafter(short, np.float32(0))]], np.float32)).tolist() == [2.0, 1.0]


def test_the_packaged_scorer_asks_only_for_evidence_that_is_there() -> None:
    known = len(FEATURES) + len(SURROUNDINGS) + len(THIRDS)
    assert scorer().first.column.max() < len(FEATURES)
    assert scorer().second.column.max() < known
    assert scorer().second.column.max() >= len(FEATURES)  # the second look uses what surrounds a pair


def test_confidence_rises_with_probability() -> None:
    confidence = scorer().confidence(np.array([0.1, 0.5, 0.9], np.float32))
    assert (np.diff(confidence) > 0).all()
    assert logistic(np.array([-1e9, 0.0, 1e9])).tolist() == pytest.approx([0, 0.5, 1])
