"""Facts of passages that no event joins though they lean towards each other: a denial, a cause told amid other things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from recoupe.facts.assertions import relation
from recoupe.facts.names import key_of, same, seats
from recoupe.facts.sides import Side
from recoupe.model import Assertion, Leaning, Name, Place

_RARE = 4  # statements of one article about one thing
_FIRM, _FEW_RIVALS = 0.25, 1  # how likely two passages lean firmly towards each other, and after how many likelier ones
_NUMBERS = frozenset({"figure", "date", "time"})


def apart(leanings: Sequence[Leaning], by_place: Mapping[Place, Sequence[Side]]) -> Iterable[tuple[Side, Side]]:
    """Every two facts of one family in two such passages that could answer one question: statements in like or contrary words, causes,
    sources, and numbers, days, places and things told of one thing, ordered as the leanings are; then what can be told by itself to be
    one matter, wherever it stands: statements that deny each other of one thing. Some come twice. Two causes in passages that do not
    even lean towards each other are hardly ever of one effect: one in ten at most of such pairs in annotated stories, none in the press.
    """
    nowhere = _Places(by_place)
    for leaning in leanings:
        theirs = by_place.get(leaning.right, ())
        firm = leaning.probability >= _FIRM and leaning.rivals <= _FEW_RIVALS
        akin = _akin_or_alike if firm else _akin if leaning.rivals else nowhere.akin
        for one in by_place.get(leaning.left, ()) if theirs else ():
            yield from ((one, other) for other in theirs if one.family == other.family and akin(one, other))
    every = [side for _, inside in sorted(by_place.items()) for side in inside]
    yield from _denying(every)


def same_things(leanings: Sequence[Leaning], by_place: Mapping[Place, Sequence[Side]]) -> Iterable[tuple[Side, Side]]:
    """Every two equal names of one thing in two such passages, where both articles name it in few sentences.

    A person is named for all that is told of him; what is named seldom, in passages that lean towards each other, is named for one matter.
    An acronym taken for a body in one sentence and for a thing in the other is a thing.
    """
    named = Counter((place.article, key) for place, inside in by_place.items() for key in {_named(s) for s in inside})
    for leaning in leanings:
        for one in by_place.get(leaning.left, ()):
            for other in by_place.get(leaning.right, ()) if _named(one) else ():
                rare = max(named[side.place.article, _named(side)] for side in (one, other)) <= _RARE
                if rare and _named(one) == _named(other) and (_is_thing(one) or _is_thing(other)):
                    yield one, other


def _named(side: Side) -> str:
    value = side.fact.value
    return value.key if isinstance(value, Name) and value.sort != "person" else ""


def _is_thing(side: Side) -> bool:
    return isinstance(side.fact.value, Name) and side.fact.value.sort == "thing"


def _denying(every: Sequence[Side]) -> Iterable[tuple[Side, Side]]:
    """Statements of two articles that concern one thing and cannot both be true, for as many as name it in few sentences."""
    told: dict[tuple[str, str], list[Side]] = {}
    for side in every:
        for word in _concerned(side):
            told.setdefault((word, side.place.article), []).append(side)
    by_word: dict[str, list[list[Side]]] = {}
    for (word, _), found in sorted(told.items(), key=lambda item: item[0]):
        if len(found) <= _RARE:
            by_word.setdefault(word, []).append(found)
    for ours, theirs in (pair for found in by_word.values() for pair in combinations(found, 2)):
        yield from ((one, other) for one in ours for other in theirs if _opposed(one, other))


def _concerned(side: Side) -> frozenset[str]:
    """Whom and what a statement concerns, without its verb; of a capital, the state that it stands for."""
    value = side.fact.value
    if not isinstance(value, Assertion) or side.family != "assertion":
        return frozenset()
    return frozenset(seats().get(key_of(w), key_of(w)) for w in value.what.split(" ")[1:])


def _opposed(one: Side, other: Side) -> bool:
    a, b = one.fact.value, other.fact.value
    kind = relation(_verb(one), _verb(other))
    return isinstance(a, Assertion) and isinstance(b, Assertion) and bool(kind) and (a.holds == b.holds) == (kind == "contrary")


def _akin(one: Side, other: Side) -> bool:
    if one.family == "assertion":
        return bool(relation(_verb(one), _verb(other)))
    if one.family in _NUMBERS:
        return bool(one.about & other.about) or (bool(one.verb) and one.verb == other.verb)
    return one.family in {"cause", "attribution"}


def _akin_or_alike(one: Side, other: Side) -> bool:
    """Of passages that lean firmly towards each other also two numbers or days of whatever, two places, or two things of which one
    excludes the other: what they are told of may be told in other words.
    """
    if _akin(one, other) or one.family in _NUMBERS:
        return True
    places = one.fact.kind == other.fact.kind == "place"
    return one.family == "name" and (places or (bool(one.fact.scope) and one.fact.scope == other.fact.scope))


class _Places:
    """The places that each article names."""

    def __init__(self, by_place: Mapping[Place, Sequence[Side]]) -> None:
        self._named: dict[str, set[str]] = {}
        for place, inside in by_place.items():
            keys = {s.fact.value.key for s in inside if s.fact.kind == "place" and isinstance(s.fact.value, Name)}
            self._named.setdefault(place.article, set()).update(keys)

    def akin(self, one: Side, other: Side) -> bool:
        """Of passages each of which is the other's nearest, however little they lean, also two places that only one article names each."""
        if _akin(one, other):
            return True
        return one.fact.kind == other.fact.kind == "place" and not (self._is_named(one, other) or self._is_named(other, one))

    def _is_named(self, one: Side, other: Side) -> bool:
        key = one.fact.value.key  # type: ignore[union-attr]
        return any(same(key, known) for known in self._named[other.place.article])


def _verb(side: Side) -> str:
    return side.fact.value.what.split(" ")[0] if isinstance(side.fact.value, Assertion) else ""
