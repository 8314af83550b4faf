"""A group of matches as a row of the comparison: its kind, its heading, its verdict and what is remarked on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha1

from recoupe.facts.headings import heading
from recoupe.facts.judged import CERTAIN, Match, judged_as
from recoupe.facts.sides import Side
from recoupe.model import Comparison, Exactness, Judgement, Parse, Quantity, Verdict

# a time of the day, an age, a rank or how long something took is no toll that grows
_NEVER_RISING = frozenset({"clock", "year", "rank", "s", "d"})


def row_of(event: str, group: Sequence[Match], parses: Mapping[str, Parse], published: Mapping[str, object]) -> Comparison:
    """The row of a group that stands in an event; `published` gives each article's date, where it is known."""
    members = {s.fact.id: s for m in group for s in (m.left, m.right)}
    ordered = sorted(members.values(), key=lambda s: (s.place.article, _vagueness(s), s.place, s.fact.span))
    judgements = tuple(
        sorted(
            (Judgement(m.left.fact.id, m.right.fact.id, m.verdict, m.reason, round(m.likely, 3)) for m in group),
            key=lambda j: (j.left, j.right),
        )
    )
    gravest = min((j.verdict for j in judgements), key=lambda v: v.gravity)
    ids = tuple(s.fact.id for s in ordered)
    return Comparison(
        id=sha1("|".join(ids).encode(), usedforsecurity=False).hexdigest()[:16],
        event=event,
        kind=_kind(ordered, gravest),
        about=heading([s.fact for s in ordered], parses, agreed=gravest is Verdict.AGREEMENT),
        facts=ids,
        judgements=judgements,
        note="unsure" if is_unsure(group) else ("update" if gravest is Verdict.CONTRADICTION and _risen(group, published) else ""),
    )


def is_unsure(group: Sequence[Match]) -> bool:
    """Whether what differs may be two things: where the surest pair is less likely than what proved right in real articles."""
    gravest = min((m.verdict for m in group), key=lambda v: v.gravity)
    return gravest is not Verdict.AGREEMENT and all(m.likely < _certain(m) for m in group if m.verdict is gravest)


def _certain(match: Match) -> float:
    """From which likelihood on a match is told without reserve: two places that nothing links need as much as two that something does."""
    return max(CERTAIN.get(match.judged_as, 0.0), CERTAIN.get(judged_as(match.left, match.right), 0.0))


def _kind(members: Sequence[Side], gravest: Verdict) -> str:
    """The kind of a row: that of its first fact; of statements, what they differ by."""
    if members[0].family != "assertion":
        return members[0].fact.kind
    return "certainty" if gravest is Verdict.CERTAINTY or all(s.fact.kind == "certainty" for s in members) else "polarity"


def _vagueness(side: Side) -> int:
    """How little a number tells: an article's « plus de 20 000 » is shown before its « plusieurs milliers »."""
    value = side.fact.value
    return list(Exactness).index(value.exactness) if isinstance(value, Quantity) else 0


def _risen(group: Sequence[Match], published: Mapping[str, object]) -> bool:
    """Whether a later article's count is the higher one: it may simply know more."""
    for match in group:
        a, b = match.left.fact.value, match.right.fact.value
        before, after = published.get(match.left.place.article), published.get(match.right.place.article)
        if (
            match.verdict is not Verdict.CONTRADICTION
            or not (isinstance(a, Quantity) and isinstance(b, Quantity))
            or a.unit.partition("/")[0] in _NEVER_RISING
            or not before
            or not after
        ):
            continue
        x, y = a.point or a.low, b.point or b.low
        if x is not None and y is not None and ((before < after and x < y) or (after < before and y < x)):  # type: ignore[operator]
            return True
    return False
