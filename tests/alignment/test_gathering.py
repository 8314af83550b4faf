"""Pairs become events: coherent ones, none through a hub, the user's rulings obeyed."""

from __future__ import annotations

import numpy as np
import pytest

from recoupe.alignment.features import Profile
from recoupe.alignment.gathering import LINKED, Rulings, Table, gather
from recoupe.alignment.pairing import Pairs
from recoupe.alignment.similarity import Story
from recoupe.model import Confirmed, Joined, Parted, Place, Role


def profile(place: Place) -> Profile:
    none: frozenset[str] = frozenset()
    return Profile(place, Role.BODY, 0, "fr", 10, none, none, (), none, none, none, none, none, none, none, none, none, False, {})


def table(places: list[str], pairs: dict[str, float], *decisions: Joined | Parted | Confirmed) -> Table:
    """A table of sentences such as "a0" or "b2" and the probability of pairs such as "a0 b2"."""
    index = {name: n for n, name in enumerate(places)}
    profiles = [profile(Place(name[0], int(name[1:]))) for name in places]
    story = Story(profiles, np.eye(len(places), 8, dtype=np.float32))
    ends = [[index[name] for name in pair.split()] for pair in pairs]
    rows, columns = (np.array([e[side] for e in ends], np.intp) for side in (0, 1))
    probability = np.array(list(pairs.values()), np.float32)
    ends = np.minimum(rows, columns), np.maximum(rows, columns)
    none = np.zeros(len(rows), np.float32)
    return Table.of(story, Pairs(*ends, probability, none, none), Rulings.read(decisions, profiles))


def groups(found: Table) -> list[str]:
    names = [f"{p.place.article}{p.place.sentence}" for p in found.story.profiles]
    return [" ".join(names[i] for i in group) for group in gather(found)]


def places(*names: str) -> tuple[Place, ...]:
    return tuple(Place(n[0], int(n[1:])) for n in names)


THREE = {"a0 b0": 0.9, "a0 c0": 0.8, "b0 c0": 0.7}


def test_three_articles_on_one_thing_are_one_event() -> None:
    assert groups(table(["a0", "b0", "c0"], THREE)) == ["a0 b0 c0"]


def test_what_nothing_matches_is_left_alone() -> None:
    assert groups(table(["a0", "a1", "b0", "b1"], {"a0 b0": 0.9, "a1 b1": 0.2})) == ["a0 b0"]


@pytest.mark.parametrize("sure", range(5))
def test_an_unsure_pair_is_linked_where_little_else_is_found(sure: int) -> None:
    unsure = {"a9 b9": 0.7, "a8 b8": LINKED - 0.01}
    pairs = {f"a{n} b{n}": 0.95 for n in range(sure)} | unsure
    found = groups(table(sorted({name for pair in pairs for name in pair.split()}), pairs))
    assert found == [f"a{n} b{n}" for n in range(sure)] + (["a9 b9"] if sure < 3 else [])


@pytest.mark.parametrize(("probability", "linked"), [(0.7, ["a0 c0"]), (0.9, ["a0 b0", "a0 c0"])])
def test_of_articles_that_took_over_one_text_only_what_is_sure_is_linked(probability: float, linked: list[str]) -> None:
    story = Story([profile(Place(name, 0)) for name in "abc"], np.eye(3, 8, dtype=np.float32))
    none, taken_over = np.zeros(2, np.float32), np.array([1, 0], np.float32)
    found = Table.of(story, Pairs(np.array([0, 0]), np.array([1, 2]), np.array([probability, 0.7], np.float32), none, taken_over))
    assert sorted(groups(found)) == linked


def test_how_sure_two_articles_match_says_nothing_of_a_third() -> None:
    pairs = {f"a{n} b{n}": 0.95 for n in range(4)} | {"a9 c9": 0.6}
    assert "a9 c9" in groups(table(sorted({name for pair in pairs for name in pair.split()}), pairs))


def test_a_ruling_on_one_pair_leaves_the_others_as_they_are() -> None:
    pairs = {"a0 b0": 0.95, "a1 b1": 0.2, "a2 b2": 0.2, "a3 b3": 0.2, "a9 b9": 0.7}
    names = sorted({name for pair in pairs for name in pair.split()})
    ruled = groups(table(names, pairs, *(Confirmed(*places(f"a{n}", f"b{n}")) for n in (1, 2, 3))))
    assert set(groups(table(names, pairs))) == set(ruled) - {"a1 b1", "a2 b2", "a3 b3"} == {"a0 b0", "a9 b9"}


def test_one_passage_told_in_two_sentences() -> None:
    assert groups(table(["a0", "b0", "b1"], {"a0 b0": 0.9, "a0 b1": 0.8})) == ["a0 b0 b1"]


def test_a_sentence_that_tells_two_things_stands_in_two_events() -> None:
    found = groups(table(["a0", "a1", "b0", "b1"], {"a0 b0": 0.9, "a1 b1": 0.9, "a0 b1": 0.75, "a1 b0": 0.01}))
    assert any("a0" in group and "b0" in group for group in found)
    assert any("a0" in group and "b1" in group for group in found)
    assert not any("a1" in group and "b0" in group for group in found)


def test_a_hub_does_not_chain_two_topics() -> None:
    found = groups(
        table(["a0", "b0", "c0", "c1", "d0"], {"a0 b0": 0.9, "c1 d0": 0.9, "b0 c1": 0.6, "b0 d0": 0.1, "a0 c1": 0.0, "a0 d0": 0.0})
    )
    assert not any("a0" in g and "d0" in g for g in found)
    assert "a0 b0" in found


def test_two_sentences_that_are_plainly_unlike_share_an_event_only_where_a_third_article_bears_witness() -> None:
    pairs = {"a0 b0": 0.99, "a0 b1": 0.98, "a1 b0": 0.96, "a1 b1": 0.0}
    assert not any("a1" in g and "b1" in g for g in groups(table(["a0", "a1", "b0", "b1"], pairs)))
    witnessed = {"a0 b0": 0.0, "a0 c0": 0.95, "b0 c0": 0.95, "a0 c1": 0.95, "b0 c1": 0.95}
    assert groups(table(["a0", "b0", "c0", "c1"], witnessed)) == ["a0 b0 c0 c1"]


def test_joined_sentences_are_one_event_whatever_the_program_thinks() -> None:
    assert groups(table(["a0", "b0", "c0"], {"a0 b0": 0.1}, Joined(places("a0", "b0", "c0")))) == ["a0 b0 c0"]


def test_parted_sentences_never_share_an_event() -> None:
    found = groups(table(["a0", "b0", "c0"], {**THREE, "a0 b0": 0.99}, Parted(places("a0", "b0"))))
    assert all(not ("a0" in g and "b0" in g) for g in found)
    assert any("c0" in g for g in found)


def test_the_last_ruling_on_a_pair_counts() -> None:
    both = places("a0", "b0")
    assert groups(table(["a0", "b0"], {"a0 b0": 0.5}, Joined(both), Parted(both))) == []
    assert groups(table(["a0", "b0"], {"a0 b0": 0.5}, Parted(both), Confirmed(*both))) == ["a0 b0"]


def test_a_ruling_on_a_sentence_that_is_gone_is_no_failure() -> None:
    assert groups(table(["a0", "b0"], {"a0 b0": 0.9}, Joined(places("a0", "z9")), Parted(places("z9", "b0")))) == ["a0 b0"]
