"""What facts came to is found again while nothing that it hangs on changed, and no longer."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from builders import article
from recoupe.facts import compare, extract, kept, scorer
from recoupe.facts.evidence import features
from recoupe.linguistics import parse
from recoupe.model import Comparison, Event, Place

TOLD = {"a": "Le maire de Dijon a annoncé 40 suppressions de postes.", "b": "Le maire de Dijon a annoncé 60 suppressions de postes."}
PIECES = [article(text, ident) for ident, text in TOLD.items()]
PARSES = {a.id: parse(a) for a in PIECES}
FACTS = [f for a in PIECES for f in extract(a, PARSES[a.id])]


@pytest.fixture(autouse=True)
def anew() -> Iterator[None]:
    kept.forget()
    yield
    kept.forget()


def compared(strength: float = 0.9) -> tuple[Comparison, ...]:
    event = Event("e", (Place("a", 0), Place("b", 0)), strength)
    return compare(PIECES, PARSES, FACTS, [event])


def held_against_each_other(monkeypatch: pytest.MonkeyPatch, strength: float) -> int:
    """How often two facts are scored when these are compared."""
    module = import_module("recoupe.facts.compare")
    asked: list[object] = []

    def counted(*given: Any) -> tuple[float, ...]:
        asked.append(given)
        return features(*given)

    with monkeypatch.context() as patched:
        patched.setattr(module, "features", counted)
        compared(strength)
    return len(asked)


def test_matches_are_found_again_as_long_as_the_link_is_as_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    assert held_against_each_other(monkeypatch, 0.9) > 0
    assert held_against_each_other(monkeypatch, 0.9) == 0
    assert held_against_each_other(monkeypatch, 0.5) > 0


def test_other_weights_find_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    compared()
    families = dict(scorer._models()["families"])
    monkeypatch.setattr(scorer, "_models", lambda: {"families": families})
    assert held_against_each_other(monkeypatch, 0.9) > 0


def test_what_is_found_again_is_the_same() -> None:
    first = compared()
    assert compared() == first
    kept.forget()
    assert compared() == first
    assert first


def test_nothing_is_kept_of_articles_that_are_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    compared()
    assert kept._known.matches
    assert kept._known.rows
    compare(PIECES[:1], PARSES, [f for f in FACTS if f.place.article == "a"], [])
    assert not kept._known.matches
    assert not kept._known.rows
    monkeypatch.setattr(kept, "_MOST", 0)
    compared()
    assert not kept._known.matches
