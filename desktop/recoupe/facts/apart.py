"""Facts of passages that no event joins though they lean towards each other: a denial, a cause told amid other things."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from recoupe.facts.assertions import relation
from recoupe.facts.sides import Side
from recoupe.model import Assertion, Leaning, Place

_NUMBERS = frozenset({"figure", "date", "time"})


def apart(leanings: Sequence[Leaning], by_place: Mapping[Place, Sequence[Side]]) -> Iterable[tuple[Side, Side, Leaning]]:
    """Every two facts of one family in two such passages that could answer one question: statements in like or contrary words, causes,
    sources, and numbers and days told of one thing; ordered as the leanings are.
    """
    for leaning in leanings:
        theirs = by_place.get(leaning.right, ())
        for one in by_place.get(leaning.left, ()) if theirs else ():
            for other in theirs:
                if one.family == other.family and _akin(one, other):
                    yield one, other, leaning


def _akin(one: Side, other: Side) -> bool:
    if one.family == "assertion":
        return bool(relation(_verb(one), _verb(other)))
    if one.family in _NUMBERS:
        return bool(one.about & other.about) or (bool(one.verb) and one.verb == other.verb)
    return one.family in {"cause", "attribution"}


def _verb(side: Side) -> str:
    return side.fact.value.what.split(" ")[0] if isinstance(side.fact.value, Assertion) else ""
