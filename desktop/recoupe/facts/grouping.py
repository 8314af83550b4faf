"""Gathers the matches of one event into groups: everything the articles say of one thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from recoupe.facts.judged import Match
from recoupe.facts.scorer import threshold
from recoupe.model import Verdict

AGREED = 0.55  # from which likelihood on equal values are listed as agreeing
JOINED = 0.75  # of what a report needs, that two groups' pairs must reach on average to be one group
PULL = 0.35  # how much likelier a counterpart with the same value is than one that differs


def gathered(matches: Sequence[Match]) -> list[list[Match]]:
    """Groups of matches, each fact in at most one group and each group with every judged pair of its members.

    The surest matches are joined first; two groups are joined only where their members match on average too, and no two members stand
    in one sentence.
    """
    known = {(m.left.fact.id, m.right.fact.id): m for m in matches}
    groups: dict[str, frozenset[str]] = {}
    places = {s.fact.id: s.place for m in matches for s in (m.left, m.right)}
    for match in sorted(matches, key=_rank):
        if not _holds(match):
            continue
        left = groups.get(match.left.fact.id, frozenset({match.left.fact.id}))
        right = groups.get(match.right.fact.id, frozenset({match.right.fact.id}))
        if left is right or left & right:
            continue
        pairs = [(a, b) for a in left for b in right if places[a].article != places[b].article]
        joined = left | right
        crowded = len({places[i] for i in joined}) < len(joined)
        if not crowded and _fits([known.get(pair) or known.get(pair[::-1]) for pair in pairs]):
            for ident in joined:
                groups[ident] = joined
    return [_judged(group, known) for group in sorted(set(groups.values()), key=sorted) if len(group) > 1]


def _rank(match: Match) -> tuple[float, str, str]:
    pull = PULL if match.verdict is Verdict.AGREEMENT else 0.0
    return -(match.likely + pull), match.left.fact.id, match.right.fact.id


def _holds(match: Match) -> bool:
    return match.likely >= (AGREED if match.verdict is Verdict.AGREEMENT else threshold(match.left.family))


def _fits(across: Sequence[Match | None]) -> bool:
    """Whether two groups may be one: every two members comparable, and on average nearly as likely as a report needs."""
    matches = [m for m in across if m is not None]
    if len(matches) < len(across):
        return False
    return sum(m.likely / threshold(m.left.family) for m in matches) / len(matches) >= JOINED


def _judged(group: Iterable[str], known: dict[tuple[str, str], Match]) -> list[Match]:
    members = sorted(group)
    return [known[a, b] for a in members for b in members if (a, b) in known]
