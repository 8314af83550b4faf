"""Facts of passages that no event joins though they lean towards each other: a denial, a cause told amid other things."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from recoupe.facts.assertions import relation
from recoupe.facts.sides import Side
from recoupe.model import Assertion, Leaning, Place

_NUMBERS = frozenset({"figure", "date", "time"})


def apart(leanings: Sequence[Leaning], by_place: Mapping[Place, Sequence[Side]]) -> Iterable[tuple[Side, Side]]:
    """Every two facts of one family in two such passages that could answer one question: statements in like or contrary words,
    sources, and numbers and days told of one thing, ordered as the leanings are; then all causes, of which an article names few.
    """
    for leaning in leanings:
        theirs = by_place.get(leaning.right, ())
        for one in by_place.get(leaning.left, ()) if theirs else ():
            yield from ((one, other) for other in theirs if one.family == other.family and _akin(one, other))
    causes = [side for _, inside in sorted(by_place.items()) for side in inside if side.family == "cause"]
    yield from ((one, other) for one, other in combinations(causes, 2) if one.place.article != other.place.article)


def _akin(one: Side, other: Side) -> bool:
    if one.family == "assertion":
        return bool(relation(_verb(one), _verb(other)))
    if one.family in _NUMBERS:
        return bool(one.about & other.about) or (bool(one.verb) and one.verb == other.verb)
    return one.family == "attribution"


def _verb(side: Side) -> str:
    return side.fact.value.what.split(" ")[0] if isinstance(side.fact.value, Assertion) else ""
