"""Numbers that little else in two articles could answer: a paper's only sum, its only speed, the age that no other age answers, and its
only day since when something lasts.

What is measured in one unit and told by both, by neither the same, is held against each other wherever it stands; so is a value that
both tell and that is hardly told of two things by chance.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, product

from recoupe.facts.sides import AGES, Side
from recoupe.model import Exactness, Place, Quantity

MOST = 3  # values of one measure in an article that the other does not answer, beyond which any of them could be meant
_MANY = 12  # facts of one measure in an article, from which on they are of many things
_TELLING_DIGITS = 3  # digits of a number that hardly two things have in common
_CONVERTED = frozenset({"money", "duration"})  # kinds whose units are all brought together; hours of two zones may be one

_SINCE = {"depuis", "since"}
_SIZE = ("size", "")  # counts of whatever, where they are large: « 12 000 foyers », « 9 500 abonnés »
_LARGE, _LIKE = 10, Decimal(2)
_STEM = 4  # letters by which a word is known again in its lemma
_IN_COMMON = 2  # words of two sentences, from which on one small value in both is of one matter

Confirms = Callable[[Side, str], bool]
Measure = tuple[str, str]
Articles = tuple[str, str]  # two ids, in order


class Lone:
    """The numbers of each article by what they measure, and which of them another article leaves unanswered."""

    def __init__(self, by_place: Mapping[Place, Sequence[Side]], confirms: Confirms) -> None:
        """`confirms` says whether an article has a fact that agrees with one."""
        self._confirms = confirms
        self._told: dict[Measure, dict[str, list[Side]]] = {}
        self._open: dict[tuple[Measure, str, str], tuple[Side, ...]] = {}
        for _, here in sorted(by_place.items()):
            for side in here:
                for measure in _measures(side):
                    self._told.setdefault(measure, {}).setdefault(side.place.article, []).append(side)

    def pairs(self, alike: Collection[Articles]) -> Iterable[tuple[Side, Side]]:
        """Every two numbers of one measure, in two articles on one story, of which neither answers the other's; some come twice."""
        for measure, by_article in sorted(self._told.items()):
            for ours, theirs in (pair for pair in combinations(sorted(by_article), 2) if pair in alike):
                left, right = self._unanswered(measure, ours, theirs), self._unanswered(measure, theirs, ours)
                few = measure != _SIZE and max(_worths(left), _worths(right)) <= MOST
                yield from ((a, b) for a, b in product(left, right) if few or _near(a, b))

    def equals(self, alike: Collection[Articles]) -> Iterable[tuple[Side, Side]]:
        """Every two numbers of one measure, in two articles on one story, that are one thing if they are equal; some come twice."""
        for _, by_article in sorted(self._told.items()):
            for ours, theirs in (pair for pair in combinations(sorted(by_article), 2) if pair in alike):
                left, right = by_article[ours], by_article[theirs]
                if max(len(left), len(right)) <= _MANY:
                    few = max(_worths(left), _worths(right)) <= MOST
                    yield from ((a, b) for a, b in product(left, right) if _is_telling(a) or (few and _of_one_matter(a, b)))

    def rivals(self, left: Side, right: Side) -> int:
        """How many other values could answer one of two numbers, twice `MOST` at most; that many for what is no number."""
        ours, theirs = left.place.article, right.place.article
        found = [
            max(0, _worths(self._unanswered(m, ours, theirs)) - 1) + max(0, _worths(self._unanswered(m, theirs, ours)) - 1)
            for m in set(_measures(left)) & set(_measures(right))
            if max(len(self._told[m][ours]), len(self._told[m][theirs])) <= _MANY
        ]
        return min([2 * MOST, *found])

    def _unanswered(self, measure: Measure, article: str, other: str) -> tuple[Side, ...]:
        asked = measure, article, other
        if asked not in self._open:
            told = self._told.get(measure, {}).get(article, [])
            self._open[asked] = tuple(s for s in told if not self._confirms(s, other)) if len(told) <= _MANY else ()
        return self._open[asked]


def _measures(side: Side) -> Iterable[Measure]:
    """What a number measures: its unit, an age; of a mere count each noun that is counted; of a day, that something lasts since then."""
    value, kind = side.fact.value, side.fact.kind
    if side.family == "date" and side.words.split(" ")[0] in _SINCE:
        return (("since", ""),)
    if not isinstance(value, Quantity) or side.family not in {"figure", "time"}:
        return ()
    if kind == "quantity" and not value.unit:
        large = value.point is not None and value.point >= _LARGE
        return (*(("count", word) for word in sorted(side.about)), *((_SIZE,) if large else ()))
    if value.unit == "rank":
        return ()
    if kind == "quantity" and side.about & AGES:
        return (("age", ""),)
    return ((kind, "" if kind in _CONVERTED else value.unit),)


def _worths(told: Iterable[Side]) -> int:
    return len({s.fact.value for s in told})


def _near(left: Side, right: Side) -> bool:
    """Whether one number is at most twice the other."""
    a, b = left.fact.value, right.fact.value
    x, y = (v.point or v.low or v.high if isinstance(v, Quantity) else None for v in (a, b))
    return bool(x and y) and max(abs(x), abs(y)) <= _LIKE * min(abs(x), abs(y))  # type: ignore[arg-type]


def _is_telling(side: Side) -> bool:
    """Whether hardly two things are worth the same: a number of several digits."""
    value = side.fact.value
    if not isinstance(value, Quantity) or value.point is None or value.exactness is Exactness.VAGUE:
        return False
    return len(value.point.normalize().as_tuple().digits) >= _TELLING_DIGITS


def _of_one_matter(left: Side, right: Side) -> bool:
    """Whether two measures are told with words in common; « deuxième » is none, and « des heures » says no value."""
    a, b = left.fact.value, right.fact.value
    told = all(isinstance(v, Quantity) and v.point is not None and v.unit not in {"", "rank"} for v in (a, b))
    own = tuple(word[:_STEM] for word in left.words.split())
    shared = [word for word in left.sentence & right.sentence if not word.startswith(own)]
    return told and (bool((left.about & right.about) - AGES) or len(shared) >= _IN_COMMON)
