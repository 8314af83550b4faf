"""Sentences of no common event are handed on where hardly any other is a likelier counterpart."""

from __future__ import annotations

import numpy as np

from recoupe.alignment.features import Profile
from recoupe.alignment.leanings import leanings
from recoupe.alignment.pairing import Pairs
from recoupe.alignment.similarity import Story
from recoupe.model import Event, Leaning, Place, Role


def found(pairs: dict[str, float], *events: str, ruled: tuple[tuple[int, int], ...] = ()) -> tuple[Leaning, ...]:
    """The leanings of pairs such as "a0 b2" with their probability, where others are together in events."""
    names = sorted({name for pair in pairs for name in pair.split()})
    none: frozenset[str] = frozenset()
    told = [
        Profile(place(n), Role.BODY, 0, "fr", 10, none, none, (), none, none, none, none, none, none, none, none, none, False, {})
        for n in names
    ]
    story = Story(told, np.eye(len(names), 16, dtype=np.float32))
    ends = np.array([sorted(names.index(n) for n in pair.split()) for pair in pairs], np.intp).reshape(-1, 2)
    none = np.zeros(len(pairs), np.float32)
    likely = Pairs(ends[:, 0], ends[:, 1], np.array(list(pairs.values()), np.float32), none, none)
    return leanings(story, likely, ruled, [Event(e, tuple(place(n) for n in e.split()), 0.9) for e in events])  # type: ignore[arg-type]


def place(name: str) -> Place:
    return Place(name[0], int(name[1:]))


def test_the_nearest_outside_events_are_handed_on() -> None:
    (only,) = found({"a0 b0": 0.9, "a1 b1": 0.2}, "a0 b0")
    assert (only.left, only.right, only.probability, only.rivals) == (place("a1"), place("b1"), 0.2, 0)


def test_likelier_counterparts_are_counted_from_both_ends() -> None:
    rivals = {(x.left, x.right): x.rivals for x in found({"a0 b0": 0.5, "a0 b1": 0.4, "a1 b1": 0.45})}
    assert rivals == {(place("a0"), place("b0")): 0, (place("a0"), place("b1")): 2, (place("a1"), place("b1")): 0}


def test_what_has_many_likelier_counterparts_or_hardly_any_likelihood_is_not() -> None:
    crowded = {f"a0 b{n}": 0.5 - n / 10 for n in range(5)}
    assert place("b4") not in {x.right for x in found(crowded)}
    assert found({"a0 b0": 0.005}) == ()


def test_what_the_user_ruled_on_is_no_open_question() -> None:
    pairs = {"a0 b0": 0.3, "a0 b1": 0.2, "a0 c0": 0.4}
    (only,) = found(pairs, ruled=((0, 1), (0, 3)))
    assert (only.left, only.right, only.rivals) == (place("a0"), place("b1"), 0)
