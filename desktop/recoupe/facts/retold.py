"""Statements about the same people and things in passages that nothing links: who did it and to what are named, and the verbs are alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from recoupe.facts.assertions import REDUCED, relation
from recoupe.facts.lexicon import words
from recoupe.facts.sides import Side
from recoupe.model import Assertion, Place

_NAMED = 2  # names that the two sentences share


def retold(by_place: Mapping[Place, Sequence[Side]]) -> Iterable[tuple[Side, Side]]:
    """Every two statements, in two articles, by one subject, in like or contrary words, whose sentences name two same bearers.

    A headline and a late paragraph may say the same of one company and its new product without the passages around them being one event.
    """
    told: dict[str, list[Side]] = {}
    for _, inside in sorted(by_place.items()):
        for side in inside:
            for who in side.subject if _states(side) else ():
                told.setdefault(who, []).append(side)
    for who in sorted(told):
        for left, right in _sharing(told[who]):
            if left.place.article != right.place.article and bool(relation(_verb(left), _verb(right))):
                yield left, right


def _sharing(told: Sequence[Side]) -> Iterable[tuple[Side, Side]]:
    """Every two statements whose sentences share so many names, in order; of a story's hero thousands of things are told."""
    naming: dict[tuple[str, ...], list[int]] = {}
    for n, side in enumerate(told):
        for names in combinations(sorted(side.names), _NAMED):
            naming.setdefault(names, []).append(n)
    for n, side in enumerate(told):
        later = {other for names in combinations(sorted(side.names), _NAMED) for other in naming[names] if other > n}
        yield from ((side, told[other]) for other in sorted(later))


def _states(side: Side) -> bool:
    value = side.fact.value
    named = isinstance(value, Assertion) and side.family == "assertion" and len(side.names) >= _NAMED and bool(side.subject)
    return named and side.fact.scope != REDUCED and _verb(side) not in words("fr", "polarity", "light") | words("en", "polarity", "light")


def _verb(side: Side) -> str:
    return side.fact.value.what.split(" ")[0] if isinstance(side.fact.value, Assertion) else ""
