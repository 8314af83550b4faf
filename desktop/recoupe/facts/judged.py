"""Two facts held against each other: whether they can be, and the verdict on their values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from rapidfuzz import fuzz

from recoupe.facts.assertions import INTENDED, REDUCED, relation
from recoupe.facts.bearers import may_be_one, office_of
from recoupe.facts.causewords import CHARGE
from recoupe.facts.counted import counts_of, degree_of
from recoupe.facts.deixis import days_apart
from recoupe.facts.judging import EQUAL
from recoupe.facts.kind import Ruling
from recoupe.facts.kinds import KINDS
from recoupe.facts.kinds.cause import one_cause
from recoupe.facts.lexicon import words
from recoupe.facts.media import is_medium
from recoupe.facts.names import cognates, key_of, same
from recoupe.facts.numbered import SORTS as NUMBERED
from recoupe.facts.outlook import DONE
from recoupe.facts.parts import apportioned
from recoupe.facts.posts import is_function, masculine
from recoupe.facts.sides import Side
from recoupe.facts.slips import misspelt
from recoupe.facts.spelt import one_spelling
from recoupe.facts.unharmed import of_harm
from recoupe.model import COMING, Assertion, Exactness, Name, Quantity, Verdict

SURE = 0.85
STRAYS = {"figure": "beside", "date": "beside", "time": "beside"}
# From which likelihood on at least 85 of 100 differences held: of those of sixty pairs of press articles, read one by one; of figures and
# dates also of the annotated stories, each judged by weights that had not learned from it
CERTAIN = {
    "figure": 0.8,
    "date": 0.8,
    "time": 0.9,
    "beside": 0.8,
    "name": 0.6,
    "place": 0.9,
    "assertion": 0.85,
    "attribution": 0.8,
    "function": 0.6,
    "cause": 1.0,  # of the few in those pairs none held
}
_WEEK, _DAYS = re.compile(r"\bsemaines?\b"), re.compile(r"\bjours\b")
_FORTNIGHTS = {(Decimal(7), Decimal(8)), (Decimal(14), Decimal(15))}
ONE_BEARER = 75  # from which likeness on two speakers' names are one name spelt in two ways, not two speakers
_FUTURE = re.compile(r"(?!dev)\w*r(?:a|ont)\b")  # not « devra payer », which may be owed for what is done
_BOTH = 2  # ways: to a place and from one
_JUDGES = {kind.name: kind.judge for kind in KINDS}


@dataclass(frozen=True, slots=True)
class Match:
    """Two sides, the verdict on them and how likely they speak of one thing (0 to 1).

    `linked` is false where their passages are in no event together, but stand beside some that are.
    """

    left: Side
    right: Side
    verdict: Verdict
    reason: str
    likely: float
    features: tuple[float, ...]
    linked: bool = True

    @property
    def judged_as(self) -> str:
        """The family whose scorer judges the two; of passages that no event joins, numbers and days have one to themselves."""
        return judged_as(self.left, self.right) if self.linked else STRAYS.get(self.left.family, self.left.family)


def judged_as(left: Side, right: Side) -> str:
    """The family whose scorer judges two facts: their own; two places have one to themselves, for they differ by other signs than names."""
    return "place" if left.fact.kind == right.fact.kind == "place" else left.family


def comparable(left: Side, right: Side) -> bool:
    """Whether two facts could at all answer one question: same family, and units that convert."""
    a, b = left.fact.value, right.fact.value
    if left.family != right.family or type(a) is not type(b):
        return False
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return _comparable_amounts(left, right, a, b)
    if isinstance(a, Name) and isinstance(b, Name):
        return _comparable_names(left, right, a, b)
    if left.family == "cause" and isinstance(a, Assertion) and isinstance(b, Assertion):
        if (left.fact.scope == CHARGE) != (right.fact.scope == CHARGE) and not one_cause(
            a, b
        ):  # what an inquiry looks into is no cause of it
            return False
        return (a.holds and b.holds) or one_cause(a, b)  # that one thing was not the cause says nothing of another
    return True


def _comparable_amounts(left: Side, right: Side, a: Quantity, b: Quantity) -> bool:
    if of_harm(left, right):
        return True
    if degree_of(left.fact.scope) != degree_of(right.fact.scope):  # « 12 blessés » and « 3 blessés graves » count others
        return False
    if a.unit == b.unit == "rank" and a.point != b.point and left.about & right.about & _ordered():
        return False
    if left.holder and right.holder and not same(left.holder, right.holder) and fuzz.ratio(left.holder, right.holder) < ONE_BEARER:
        return False  # each of two defendants has a sentence of his own
    if apportioned(left, right):
        return False
    if {_penalty(left), _penalty(right)} == {"asked", "given"}:  # what the prosecution wants is not what the court gives
        return False
    if left.gender and right.gender and left.gender != right.gender:  # « une infirmière de 36 ans » is no « électricien de 43 ans »
        return False
    counted = {counts_of(left.about), counts_of(right.about)}
    counts = left.fact.kind == right.fact.kind == "quantity" and not a.unit  # an hour is no more of a man than of a road
    if counts and counted == {"people", "things"} and not left.about & right.about:  # four storeys and five dead
        return False
    return left.fact.kind == right.fact.kind and (a.unit == b.unit or left.fact.kind in {"money", "duration", "time"})


def _penalty(side: Side) -> str:
    """Whether a figure is a penalty that is "asked" or one that was "given", by the verb above it; empty where that tells neither."""
    if side.fact.kind not in {"duration", "money"}:
        return ""
    asked, given = (words("fr", "counts", "penalty", way) | words("en", "counts", "penalty", way) for way in ("asked", "given"))
    return "asked" if side.verb in asked or side.after in asked else "given" if side.verb in given else ""


def _comparable_names(left: Side, right: Side, a: Name, b: Name) -> bool:
    if (left.enumerated or right.enumerated) and not same(a.key, b.key):  # an article may leave out what another lists
        return False
    if left.fact.scope == right.fact.scope == "point" and not left.about & right.about:  # south of one place and east of another
        return False
    if is_function(a) and not same(key_of(left.fact.about), key_of(right.fact.about)):
        return False
    if left.fact.scope != right.fact.scope:  # a word of one exclusive set answers another question than that of another
        return False
    if left.fact.kind == right.fact.kind == "place" and not _of_one_sort(left, right):
        return False
    if left.fact.kind != right.fact.kind and left.family == "name" and _credited_with(left, right):
        return False  # « selon Le Parisien » is no town
    if left.fact.scope and left.fact.scope not in NUMBERED and left.number != right.number:
        return False  # eleven boats are not the four helicopters beside them
    if left.family == "attribution":
        return not may_be_one(a, b)
    alike = fuzz.ratio(a.key, b.key) >= ONE_BEARER or one_spelling(a.key, b.key) or _one_surname(a.key, b.key)
    return alike or same(a.key, b.key) or not (left.speaks and right.speaks)


def _credited_with(left: Side, right: Side) -> bool:
    """Whether of a place and another name the latter is a medium, or is credited with what its sentence says."""
    place, other = (left, right) if left.fact.kind == "place" else (right, left)
    medium = isinstance(other.fact.value, Name) and not other.fact.scope and is_medium(other.fact.value)
    return medium or (other.speaks and not place.speaks)


def _one_surname(left: str, right: str) -> bool:
    return len(left.split()) > 1 and len(right.split()) > 1 and left.rsplit(maxsplit=1)[-1] == right.rsplit(maxsplit=1)[-1]


def _of_one_sort(left: Side, right: Side) -> bool:
    """Whether two places may answer one question: what somebody is governor of, and the place whose hour it is, are not where something
    happens, and where one comes from is not where one goes.
    """
    ours, theirs = (s.about & _hours() for s in (left, right))
    ways = {w for s in (left, right) for w in ("leaving", "coming") if s.verb in words("fr", "names", "ways", w)}
    sited = {_is_site(s) for s in (left, right)}  # a bridge stands in a town
    return _governed(left) == _governed(right) and ours == theirs and len(ways) < _BOTH and len(sited) == 1


def _is_site(side: Side) -> bool:
    """Whether a place is a street, a bridge, a square or the like by its name."""
    key = getattr(side.fact.value, "key", "")
    return key.partition(" ")[0] in words("fr", "names", "places", "fine")


def _hours() -> frozenset[str]:
    return frozenset({"heure", "time"})


def _governed(side: Side) -> frozenset[str]:
    """The functions, masculine, or the offices that a place belongs to: « le gouverneur de Lagos », « le parquet de Paris »."""
    return frozenset(office_of(f) for w in side.about if (f := masculine(w, "fr")) in _functions() or office_of(f) != f)


@cache
def _functions() -> frozenset[str]:
    return frozenset(w for part in ("single", "holders") for w in words("fr", "names", "roles", part))


def _ordered() -> frozenset[str]:
    """What an ordinal names: « le premier tour »."""
    return words("fr", "counts", "ordered", "nouns") | words("en", "counts", "ordered", "nouns")


def ruling(left: Side, right: Side, *, one_language: bool = True) -> Ruling:
    """The verdict on two comparable values, firmness included for statements."""
    dates = left.family == right.family == "date"
    verdict, reason = days_apart(left, right) if dates else _JUDGES[left.fact.kind](left.fact.value, right.fact.value)
    a, b = left.fact.value, right.fact.value
    if verdict is Verdict.CONTRADICTION and left.fact.kind == right.fact.kind == "duration" and _said_of_weeks(left, right):
        return EQUAL
    if left.trend * right.trend < 0 and verdict is not Verdict.CONTRADICTION:  # « en hausse de 4 % », « en baisse de 4 % »
        return Verdict.CONTRADICTION, "contrary"
    translated = not one_language and isinstance(a, Name) and isinstance(b, Name) and "person" not in {a.sort, b.sort}  # people are not
    if translated and verdict is not Verdict.AGREEMENT and cognates(a.key, b.key):  # type: ignore[union-attr]
        return Verdict.AGREEMENT, "same_name"
    firm = verdict is Verdict.AGREEMENT and left.fact.kind == right.fact.kind
    if left.family == "assertion" and not firm and misspelt(left.spelt, right.spelt):  # « pourait » makes nothing certain
        return Verdict.AGREEMENT, "same_statement"
    if (
        left.family == "assertion"
        and verdict is Verdict.AGREEMENT
        and left.fact.kind != right.fact.kind
        and REDUCED not in {left.fact.scope, right.fact.scope}
    ):
        return Verdict.CERTAINTY, "hedged"
    if left.family == "assertion" and firm and announced(left, right):
        return Verdict.CERTAINTY, "announced"
    return verdict, reason


def _said_of_weeks(left: Side, right: Side) -> bool:
    """Whether one length is told in weeks, and the other in the days that French says of so many: « huit jours », « quinze jours »."""
    for weeks, days in ((left, right), (right, left)):
        a, b = weeks.fact.value, days.fact.value
        if isinstance(a, Quantity) and isinstance(b, Quantity) and _WEEK.search(weeks.words) and _DAYS.search(days.words):
            return Exactness.EXACT is a.exactness is b.exactness and (a.point, b.point) in _FORTNIGHTS
    return False


def announced(left: Side, right: Side) -> bool:
    """Whether of one statement in verbs that mean the same the one article tells that it is done, and the other that it is still to come.

    Who has spoken and will speak says two things.
    """
    a, b = left.fact.value, right.fact.value
    if not (isinstance(a, Assertion) and isinstance(b, Assertion) and a.holds and b.holds):
        return False
    (verb, meant), (other, meant_too) = (_matter(s) for s in (a, b))
    outlooks = {COMING if meant else left.outlook, COMING if meant_too else right.outlook}
    how = relation(verb, other)
    named = set(a.what.split(" ")[1:]) & set(b.what.split(" ")[1:])
    alike = how == "like" and bool(named) and any(_FUTURE.match(s.words) for s in (left, right))
    speaks = verb in words("fr", "stance", "reporting", "saying") | words("en", "stance", "reporting", "saying")
    return outlooks == {DONE, COMING} and not speaks and (alike or how == "same")


def _matter(value: Assertion) -> tuple[str, bool]:
    """The verb of a statement, and whether it tells but what somebody wants: « veut supprimer », « prévoit de supprimer »."""
    wanting, intended, verb = value.what.split(" ")[0].partition(INTENDED)
    return (verb, True) if intended else (wanting, False)


def agrees(left: Side, right: Side) -> bool:
    """Whether two sides are comparable and say the same."""
    return comparable(left, right) and ruling(left, right)[0] is Verdict.AGREEMENT
