"""What speaks for two facts being about one thing: features for the scorer, and plain rules that hold whatever was learned."""

from __future__ import annotations

import math
from dataclasses import dataclass

from rapidfuzz import fuzz

from recoupe.facts.assertions import INTENDED, relation
from recoupe.facts.counted import counts_of
from recoupe.facts.datewords import calendar_words
from recoupe.facts.judged import CERTAIN, ONE_BEARER, SURE, announced
from recoupe.facts.judging import judge_periods
from recoupe.facts.lexicon import words
from recoupe.facts.names import normal, weighty
from recoupe.facts.scores import SORT as SCORE
from recoupe.facts.sides import Side, overlap
from recoupe.model import COMING, Assertion, Certainty, Exactness, Leaning, Name, Period, Quantity, Role, Value, Verdict

FIRM_LINK = 0.5  # likelihood of a link from which on its sentences tell of one moment of one game
ONE_FRAME = 0.75  # share of their words that two sentences have in common which differ by a place alone
ONE_TOWN = 88  # the same of two places, of which whole words are often alike
_NO_LEANING = 9.0  # rivals, where two passages lean in no way towards each other
_SAID_OF_ALL = frozenset({"âge", "age"})  # every age is of an age: whose it is tells them apart
# Days in a grain: what differs by months differs as much among months as what differs by days does among days
_GRAIN_DAYS = {"week": 7.0, "month": 30.4, "season": 91.3, "year": 365.25, "decade": 3652.5}
FEATURES = (
    "about",  # share of the shorter description's words that the other has
    "about_any",
    "near",
    "sentence",
    "names",
    "verb",
    "dep",
    "same_kind",
    "scope",
    "one_scope",
    "link",
    "order",
    "count_left",
    "count_right",
    "alone",
    "length",
    "title",
    "contradiction",
    "ratio",
    "equal_exactness",
    "vague",
    "hedged",
    "bare",
    "sort",
    "spelling",
    "rival",
    "elsewhere",
    "depth",
    "one_language",
    "agreeing",
    "related",  # statements: 1 for one verb, 0.5 for like or contrary ones
    "denied",
    "other_day",  # the sentences tell days, and none of one is a day of the other
    "main",  # statements: how many of the two are their sentence's main clause
    "subject",  # statements: 1 for one subject, 0 for two, half where a pronoun hides it
    "peers",  # how many other facts of the two articles could answer
    "leaning",  # passages that no event joins: how likely they tell one thing all the same, how near in meaning, after how many others
    "meaning",
    "rivals",
    "beings",  # numbers: 1 where both count people, -1 where only one does
    "before",  # the same word stands next to both: « de 1998 » is no « en 1998 »
    "after",
    "speaking",  # how many of two sources are the subject of what is said, not « selon » somebody
    "mentioned",  # how many of two sources the other's sentence names too
    "past",  # one of the sentences tells of a time long before its article, and the other does not, or of another
    "said",  # days: how many of the two are those on which somebody spoke, where not both are
    "measure",  # what a number or a day is, in the order of MEASURES
    "lone",  # numbers: how many other values of one measure the two articles hold that the other does not tell
)


MEASURES = {"time": 0, "date": 1, "duration": 2, "percent": 3, "money": 4, "quantity": 5}  # a mere count is one more
_VERBS = {"same": 1.0, "like": 0.6, "contrary": 0.3, "": 0.0}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known beside the two facts: how sure their sentences' link is, and where else either value is told.

    `rival`: another fact of the other sentence agrees with one of the two; `elsewhere`: how many of the two values the other article
    confirms somewhere; `agreeing`: how many other facts of the two sentences agree; `peers`: how many facts of the two articles could
    be the other's counterpart; `leaning`: what brings their sentences together where no event does; `lone`: how many other values of
    their measure neither article confirms in the other; `past`: whether one tells of a time long before, and the other of none or another.
    """

    link: float
    rival: bool
    elsewhere: int
    one_language: bool
    agreeing: int
    peers: int = 0
    leaning: Leaning | None = None
    lone: int = 0
    past: bool = False


def features(left: Side, right: Side, verdict: Verdict, around: Surroundings) -> tuple[float, ...]:
    """What speaks for or against two facts' being about one thing, in the order of FEATURES."""
    a, b = left.fact, right.fact
    ours, theirs = (f.scope if f.scope != COMING else "" for f in (a, b))  # what is done is the very thing that was to come
    about_left, about_right = left.about - _SAID_OF_ALL, right.about - _SAID_OF_ALL
    return (
        overlap(about_left, about_right),
        float(bool(about_left & about_right)),
        overlap(left.near, right.near),
        overlap(left.sentence, right.sentence),
        overlap(left.names, right.names),
        _alike(left, right),
        float(left.dep == right.dep),
        float(a.kind == b.kind),
        float(ours == theirs),
        float(bool(ours) != bool(theirs)),
        around.link,
        abs(left.rank / left.count - right.rank / right.count),
        math.log(min(left.count, right.count)),
        math.log(max(left.count, right.count)),
        float(left.count == right.count == 1),
        math.log(1 + min(left.length, right.length)),
        float(left.role is not Role.BODY or right.role is not Role.BODY),
        float(verdict is Verdict.CONTRADICTION),
        _ratio(left, right),
        float(_exactness(left) == _exactness(right)),
        float(Exactness.VAGUE in {_exactness(left), _exactness(right)}),
        float(a.stance.certainty is Certainty.HEDGED) + float(b.stance.certainty is Certainty.HEDGED),
        float(not left.about or not right.about),
        float(_sort(left) == _sort(right)),
        _spelling(left, right),
        float(around.rival),
        float(around.elsewhere),
        abs(left.depth - right.depth),
        float(around.one_language),
        math.log1p(around.agreeing),
        kinship(a.value, b.value),
        float(isinstance(a.value, Assertion) and isinstance(b.value, Assertion) and a.value.holds != b.value.holds),
        float(_other_day(left, right)),
        float(left.main) + float(right.main) if left.family == "assertion" else 0.0,
        _one_subject(left, right),
        math.log1p(around.peers),
        *_leant(around.leaning),
        _beings(left, right),
        float(bool(left.before) and left.before == right.before),
        float(bool(left.after) and left.after == right.after),
        *_credited(left, right),
        float(around.past),
        _said(left, right),
        float(MEASURES.get(a.kind, -1) + (a.kind == "quantity" and not getattr(a.value, "unit", ""))),
        float(around.lone),
    )


def _leant(leaning: Leaning | None) -> tuple[float, float, float]:
    return (leaning.probability, leaning.meaning, float(leaning.rivals)) if leaning else (0.0, 0.0, _NO_LEANING)


def _credited(left: Side, right: Side) -> tuple[float, float]:
    if left.family != "attribution":
        return 0.0, 0.0
    return float(sum(s.dep == "nsubj" for s in (left, right))), float(_mentions(left, right)) + float(_mentions(right, left))


def _alike(left: Side, right: Side) -> float:
    """1 for one verb above both, part of it for two that say alike; how near statements are is told apart."""
    if not left.verb or not right.verb:
        return 0.0
    return float(left.verb == right.verb) if left.family == "assertion" else _VERBS[relation(left.verb, right.verb)]


def _said(left: Side, right: Side) -> float:
    """Whether one of two days is that on which something was said, and the other that of what happened."""
    saying = words("fr", "stance", "reporting", "saying") | words("en", "stance", "reporting", "saying")
    return float(left.family in {"date", "time"} and (left.verb in saying) != (right.verb in saying))


def _mentions(one: Side, other: Side) -> bool:
    """Whether a sentence has half of the words by which another names its source."""
    named = weighty(normal(one.fact.value.shown)) if isinstance(one.fact.value, Name) else frozenset()
    return 2 * len(named & {normal(w) for w in other.sentence}) >= len(named) > 0


def _beings(left: Side, right: Side) -> float:
    if left.fact.kind != "quantity" or not left.about or not right.about:
        return 0.0
    people = [counts_of(side.about) == "people" for side in (left, right)]
    return 1.0 if all(people) else -1.0 if any(people) else 0.0


def of_two_things(left: Side, right: Side) -> bool:
    """Whether two statements are of other subjects and have nothing but their verb in common: « les bateaux circulent », « 11 lignes ne
    circulaient pas ».
    """
    shared = (left.about & right.about) - {left.verb, right.verb}
    people = all(counts_of(side.subject) == "people" for side in (left, right))  # « le suspect » may be « son compagnon »
    alone = bool(left.subject and right.subject) and not left.subject & right.subject and not people
    return alone and not shared and not left.names & right.names


def _one_subject(left: Side, right: Side) -> float:
    if left.family != "assertion" or not left.subject or not right.subject:
        return 0.5
    return float(bool(left.subject & right.subject))


def _other_day(left: Side, right: Side) -> bool:
    """Whether what the two tell happened on other days, where the days themselves are not what is compared.

    Where an article has no date of its own, its « mardi » is no day of any calendar, and still no Wednesday.
    """
    if left.family == "date":
        return False
    if not left.when or not right.when:
        ours, theirs = _weekdays(left), _weekdays(right)
        return bool(ours and theirs) and not ours & theirs
    return all(judge_periods(a, b)[0] is Verdict.CONTRADICTION for a in left.when for b in right.when)


def _weekdays(side: Side) -> frozenset[int]:
    """The days of the week that a sentence names, 0 for Monday."""
    known = {**calendar_words("en")["weekdays"], **calendar_words("fr")["weekdays"]}
    return frozenset(known[word] for word in side.sentence & known.keys())


def described(left: Side, right: Side) -> float:
    """The share of the shorter description's words that the other has."""
    return overlap(left.about - _SAID_OF_ALL, right.about - _SAID_OF_ALL)


def kinship(left: Value, right: Value) -> float:
    """How near the verbs of two statements are (0 to 1); 0 of anything else."""
    if not (isinstance(left, Assertion) and isinstance(right, Assertion)):
        return 0.0
    (verb, *ours), (other, *theirs) = left.what.split(" "), right.what.split(" ")
    if (INTENDED in verb) != (INTENDED in other) and left.holds and right.holds:  # « veut supprimer », « a supprimé »
        verb, other = (v.rpartition(INTENDED)[2] for v in (verb, other))
    kind = relation(verb, other)
    apart = bool(ours) and bool(theirs) and not set(ours) & set(theirs)
    if apart and kind == "same" and verb in words("fr", "polarity", "light") | words("en", "polarity", "light"):
        return 0.0  # « avoir » is said of all things
    return {"same": 1.0, "like": 0.6, "contrary": 0.6, "": 0.0}[kind]


def plain(left: Side, right: Side, verdict: Verdict, values: tuple[float, ...]) -> float:
    """How likely two facts are one thing by plain rules that hold whatever was learned; 0 where none applies."""
    named = dict(zip(FEATURES, values, strict=True))
    a, b = left.fact.value, right.fact.value
    if isinstance(a, Name) and isinstance(b, Name) and a.sort == b.sort == SCORE:
        return SURE if named["link"] >= FIRM_LINK else 0.0  # two sentences that tell one thing tell one score of it
    if isinstance(a, Name) and isinstance(b, Name) and left.family == "name" and verdict is Verdict.CONTRADICTION and not left.fact.scope:
        functions = words("fr", "names", "roles", "single") | words("en", "names", "roles", "single")
        bearers = "person" in {a.sort, b.sort} and not set(a.key.split()) & functions
        if bearers and len(a.key.split()) == len(b.key.split()) > 1 and fuzz.ratio(a.key, b.key) >= ONE_BEARER:
            return SURE
        if left.fact.kind == right.fact.kind == "place" and (_one_town(a.key, b.key) or _one_frame(left, right)):
            return CERTAIN["place"]
        if a.sort == b.sort == "person" and left.about & right.about & functions:
            return SURE
        if left.number is not None and left.number == right.number:  # as many of another thing: « 300 EPR », « 300 SMR »
            return SURE
    if verdict is Verdict.CONTRADICTION and left.family == "figure" and left.fact.kind == right.fact.kind and _one_frame(left, right):
        return SURE
    if verdict is Verdict.PRECISION and left.fact.kind == "quantity" and named["about"] == named["verb"] == 1.0 and not named["bare"]:
        return SURE  # one noun, one verb, and numbers that fit each other
    if (
        verdict is Verdict.CONTRADICTION
        and left.family == "assertion"
        and named["related"] == 1.0
        and named["about"] >= 0.5
        and named["denied"]
    ):
        return SURE
    if (
        verdict is Verdict.CERTAINTY
        and announced(left, right)
        and named["about"] >= 0.5
        and named["subject"]
        and named["link"] >= FIRM_LINK
    ):
        return SURE
    return 0.0


def _one_town(left: str, right: str) -> bool:
    """Whether two names of several words are one town but for a letter."""
    return len(left.split()) == len(right.split()) > 1 and fuzz.ratio(left, right) >= ONE_TOWN


def _one_frame(left: Side, right: Side) -> bool:
    """Whether two sentences say the same but for the one place, or the one figure, that each names."""
    same = left.count == right.count == 1 and left.verb == right.verb and left.about == right.about and left.dep == right.dep
    ours, theirs = (s.sentence - frozenset(s.words.split()) for s in (left, right))
    return same and overlap(ours, theirs) >= ONE_FRAME


def _ratio(left: Side, right: Side) -> float:
    """How far two figures are apart, as the logarithm of their ratio; dates, in the coarser one's grain; 0 where that says nothing."""
    a, b = left.fact.value, right.fact.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        x, y = a.point or a.low or a.high, b.point or b.low or b.high
        return min(6.0, abs(math.log(abs(float(x)) / abs(float(y))))) if x and y else 6.0
    if isinstance(a, Period) and isinstance(b, Period):
        grain = max(_GRAIN_DAYS.get(v.grain, 1.0) for v in (a, b))
        return min(8.0, math.log1p(abs((a.start - b.start).total_seconds()) / 86400 / grain))
    return 0.0


def _exactness(side: Side) -> Exactness:
    value = side.fact.value
    return value.exactness if isinstance(value, Quantity | Period) else Exactness.EXACT


def _sort(side: Side) -> str:
    return side.fact.value.sort if isinstance(side.fact.value, Name) else side.fact.kind


def _spelling(left: Side, right: Side) -> float:
    """How alike two names are written (0 to 1): an odd letter, or a first name, is more often a slip than another bearer."""
    a, b = left.fact.value, right.fact.value
    if isinstance(a, Name) and isinstance(b, Name):
        return fuzz.token_sort_ratio(a.key, b.key) / 100
    if isinstance(a, Assertion) and isinstance(b, Assertion):
        return float(a.what.split(" ")[0] == b.what.split(" ")[0])
    return 0.0
