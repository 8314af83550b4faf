"""Sparse rows give what tables of all pairs would."""

from __future__ import annotations

import random

import numpy as np
import pytest

from recoupe.alignment import rarity
from recoupe.alignment.rarity import Rarity, Sparse, Told

DRAW = random.Random(3)
SETS = [frozenset(DRAW.sample([f"mot{n}" for n in range(40)], DRAW.randrange(9))) for _ in range(60)]
ROWS, COLUMNS = (x.ravel() for x in np.meshgrid(np.arange(60), np.arange(60), indexing="ij"))


@pytest.fixture(params=[1_000_000, 50], ids=["at once", "in parts"])
def known(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> tuple[Rarity, np.ndarray]:
    """The rarity of the sets, and the same weights as a full table."""
    monkeypatch.setattr(rarity, "_AT_ONCE", request.param)
    found = Rarity(Told.of(SETS))
    return found, np.array([[w if name in held else 0.0 for name, w in found.weight.items()] for held in SETS])


def test_the_fewer_hold_a_feature_the_more_it_weighs() -> None:
    found = Rarity(Told.of([frozenset({"maire", "pont"}), frozenset({"maire"}), frozenset()]))
    assert found.weight["pont"] > found.weight["maire"] > 0
    assert found.alone.tolist() == pytest.approx([sum(found.weight.values()), found.weight["maire"], 0])


def test_what_pairs_share(known: tuple[Rarity, np.ndarray]) -> None:
    found, table = known
    length = np.where(table.any(1), np.linalg.norm(table, axis=1), 1)
    cosine = table @ table.T / np.outer(length, length)
    assert found.shared(ROWS, COLUMNS).reshape(60, 60) == pytest.approx(np.sqrt(table) @ np.sqrt(table).T, abs=1e-4)
    assert found.cosine(ROWS, COLUMNS).reshape(60, 60) == pytest.approx(cosine, abs=1e-5)
    assert found.lines(slice(7, 31)) == pytest.approx(cosine[7:31], abs=1e-5)
    assert found.shared(ROWS[:0], COLUMNS[:0]).tolist() == []


def test_rows_blended(known: tuple[Rarity, np.ndarray]) -> None:
    found, table = known
    targets, sources = np.array([0, 0, 5]), np.array([1, 2, 3])
    blended = found.table.blended(targets, sources, np.array([2.0, 1.0, 4.0], np.float32))
    wanted = np.zeros_like(table)
    wanted[0], wanted[5] = 2 * table[1] + table[2], table[3]
    wanted /= np.where(wanted.any(1), np.linalg.norm(wanted, axis=1), 1)[:, None]
    assert blended.products(ROWS, COLUMNS)[0].reshape(60, 60) == pytest.approx(wanted @ wanted.T, abs=1e-5)


def test_a_story_without_a_feature_shares_nothing() -> None:
    found = Rarity(Told.of([frozenset(), frozenset()]))
    assert found.shared(np.array([0]), np.array([1])).tolist() == [0]
    assert isinstance(found.table.blended(np.array([0]), np.array([1]), np.ones(1, np.float32)), Sparse)


def test_some_sentences_are_weighed_as_if_there_were_no_others() -> None:
    here = np.array([3, 4, 5, 40, 41])
    part, alone = Rarity(Told.of(SETS).only(here)), Rarity(Told.of([SETS[n] for n in here]))
    rows, columns = (x.ravel() for x in np.meshgrid(np.arange(5), np.arange(5), indexing="ij"))
    assert np.array_equal(part.alone, alone.alone)
    assert np.array_equal(part.shared(rows, columns), alone.shared(rows, columns))
