"""What is known of two articles holds as long as they do, and no longer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import pytest
from test_pairing import story

from recoupe.alignment import looks
from recoupe.alignment.pairing import pair
from recoupe.alignment.similarity import Story


@pytest.fixture(autouse=True)
def anew() -> Iterator[None]:
    looks.forget()
    yield
    looks.forget()


def looked_at(known: Story, monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """Which articles are looked at anew, two by two."""
    seen: list[tuple[int, int]] = []
    between = Story.between

    def told(whole: Story, one: int, other: int) -> Story:
        seen.append((one, other))
        return between(whole, one, other)

    with monkeypatch.context() as patched:
        patched.setattr(Story, "between", told)
        pair(known)
    return sorted(set(seen))


def touched(known: Story, sentences: Sequence[int]) -> Story:
    """The story with other words in some of its sentences."""
    words = frozenset({"autre", "mot"})
    return Story([replace(p, lemmas=words) if n in sentences else p for n, p in enumerate(known.profiles)], known.raw)


def test_only_articles_that_changed_are_looked_at_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    known = story(5, 6, 7)
    assert looked_at(known, monkeypatch) == [(0, 1), (0, 2), (1, 2)]
    assert looked_at(known, monkeypatch) == []
    assert looked_at(touched(known, [12]), monkeypatch) == [(0, 2), (1, 2)]


def test_other_vectors_of_the_same_sentences_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    known = story(5, 6, 7)
    pair(known)
    turned = known.raw.copy()
    turned[0] = -turned[0]
    assert looked_at(Story(known.profiles, turned), monkeypatch) == [(0, 1), (0, 2)]


def test_what_was_found_before_is_what_would_be_found_anew() -> None:
    known = story(9, 8, 7, 6)
    pair(known)
    edited = touched(known, [3, 20])
    again = pair(edited)
    looks.forget()
    anew = pair(edited)
    for name in ("rows", "columns", "probability", "alike", "taken_over"):
        assert np.array_equal(getattr(again, name), getattr(anew, name))


def test_no_more_is_kept_than_there_is_room_for_and_nothing_that_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    known = story(30, 30, 30)
    pair(known)
    assert len(looks._known.looks) == 3
    sizes = [look.size for look in looks._known.looks.values()]
    monkeypatch.setattr(looks, "_KEPT", sum(sizes) - 1)
    pair(known)
    assert len(looks._known.looks) == 2
    pair(story(3, 3, seed=2))
    assert len(looks._known.looks) == 1
    assert len(looks._known.profiles) == 6
