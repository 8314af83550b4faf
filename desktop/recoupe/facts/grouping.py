"""Gathers matches into groups: everything the articles say of one thing."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.facts.judged import Match
from recoupe.facts.scorer import threshold
from recoupe.model import Place, Verdict

AGREED = 0.55  # from which likelihood on equal values are listed as agreeing
JOINED = 0.75  # of what a report needs, that two groups' pairs must reach on average to be one group
PULL = 0.35  # how much likelier a counterpart with the same value is than one that differs


def gathered(matches: Sequence[Match]) -> list[list[Match]]:
    """Groups of matches, each with every judged pair of its members of different articles.

    The surest matches are joined first; two groups are joined only where every two members were brought together by an event, their
    pairs match on average too, and no two members stand in one sentence. A sure match that no group could take in stands by itself, as
    long as neither fact has a surer counterpart in the other's sentence.
    """
    known = {(m.left.fact.id, m.right.fact.id): m for m in matches}
    members = {s.fact.id: s for m in matches for s in (m.left, m.right)}
    groups: dict[str, frozenset[str]] = {}
    alone: list[frozenset[str]] = []
    paired: set[tuple[str, Place]] = set()
    for match in sorted(matches, key=_rank):
        pair = frozenset({match.left.fact.id, match.right.fact.id})
        left, right = (groups.get(s.fact.id, frozenset({s.fact.id})) for s in (match.left, match.right))
        meetings = {(match.left.fact.id, match.right.place), (match.right.fact.id, match.left.place)}
        if left is right or not holds(match) or meetings & paired:
            continue
        across = [
            known.get((a, b)) or known.get((b, a)) for a in left for b in right if members[a].place.article != members[b].place.article
        ]
        joined = left | right
        if len({members[i].place for i in joined}) == len(joined) and _fits(across):
            groups |= dict.fromkeys(joined, joined)
            paired |= {(i, members[o].place) for i in joined for o in joined if i != o}
        else:
            alone.append(pair)
            paired |= meetings
    whole = [*sorted({g for g in groups.values() if len(g) > 1}, key=sorted), *alone]
    return [[known[p] for a in sorted(g) for b in sorted(g) if (p := (a, b)) in known and _may_stand(known[p])] for g in whole]


def _rank(match: Match) -> tuple[float, str, str]:
    pull = PULL if match.verdict is Verdict.AGREEMENT else 0.0 if match.linked else -1.0
    return -(match.likely + pull), match.left.fact.id, match.right.fact.id


def holds(match: Match) -> bool:
    """Whether a match is likely enough to be told."""
    return match.likely >= (AGREED if match.verdict is Verdict.AGREEMENT else threshold(match.judged_as))


def _may_stand(match: Match) -> bool:
    """Whether a pair that its group brought along may be judged: a difference that nothing speaks for is none."""
    return match.verdict is Verdict.AGREEMENT or match.likely > 0


def _fits(across: Sequence[Match | None]) -> bool:
    """Whether two groups may be one: all their pairs known, and on average nearly as likely as a report needs."""
    matches = [m for m in across if m is not None]
    return len(matches) == len(across) and sum(m.likely / threshold(m.judged_as) for m in matches) / len(matches) >= JOINED
