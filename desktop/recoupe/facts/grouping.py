"""Gathers matches into groups: everything the articles say of one thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from recoupe.facts.judged import Match, ruling
from recoupe.facts.scorer import threshold
from recoupe.facts.sides import Side
from recoupe.model import Place, Verdict

AGREED = 0.55  # from which likelihood on equal values are listed as agreeing
JOINED = 0.75  # of what a report needs, that two groups' pairs must reach on average to be one group
_MERGED = frozenset({"figure", "date", "time", "name"})  # families whose values tell whether two groups say the same
PULL = 0.35  # how much likelier a counterpart with the same value is than one that differs

Judge = Callable[[Side, Side], Iterable[Match]]


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


def merged(groups: Sequence[Sequence[Match]], judge: Judge) -> list[list[Match]]:
    """The groups, those that report one finding made one.

    Two groups whose facts differ report the same where they share a fact, or articles and values, and one of them tells no value that
    the other does not tell. Facts of two sentences that were never held against each other are judged now, as surely as the groups are.
    """
    whole: list[list[Match]] = []
    for group in sorted((list(g) for g in groups), key=lambda g: -len(g)):
        host = next((h for h in whole if _one_finding(h, group)), None)
        if host is None:
            whole.append(group)
        else:
            host[:] = _joined(host, group, judge)
    return whole


def _members(group: Sequence[Match]) -> dict[str, Side]:
    return {s.fact.id: s for m in group for s in (m.left, m.right)}


def _one_finding(host: Sequence[Match], group: Sequence[Match]) -> bool:
    """Whether a group adds no value to another one that differs too, and no two of their facts stand in one sentence."""
    ours, theirs = _members(host), _members(group)
    one, other = next(iter(ours.values())), next(iter(theirs.values()))
    differ = all(any(m.verdict is not Verdict.AGREEMENT for m in g) for g in (host, group))
    if one.family != other.family or one.family not in _MERGED or not differ:
        return False
    together = [s.place for s in (ours | theirs).values()]
    if len(set(together)) < len(together):
        return False
    if not ours.keys() & theirs.keys():
        told = [frozenset((s.place.article, s.fact.value, s.about) for s in g.values()) for g in (ours, theirs)]
        return told[0] == told[1] and all(s.about for s in theirs.values())
    return all(any(_alike(s, t) for t in ours.values()) for s in theirs.values())


def _alike(one: Side, other: Side) -> bool:
    return one.fact.id == other.fact.id or ruling(one, other)[0] is Verdict.AGREEMENT


def _joined(host: Sequence[Match], group: Sequence[Match], judge: Judge) -> list[Match]:
    """The matches of both groups, each pair of facts once, and those of pairs of articles' facts that neither had."""
    found = {frozenset((m.left.fact.id, m.right.fact.id)): m for m in (*group, *host)}
    weakest = min(max(m.likely for m in g if m.verdict is not Verdict.AGREEMENT) for g in (host, group))
    for left, right in combinations(sorted((_members(host) | _members(group)).values(), key=lambda s: (s.place, s.fact.span)), 2):
        pair = frozenset((left.fact.id, right.fact.id))
        if pair not in found and left.place.article != right.place.article:
            found.update((pair, replace(m, likely=weakest)) for m in judge(left, right))
    return list(found.values())


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
