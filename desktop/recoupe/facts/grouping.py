"""Gathers matches into groups: everything the articles say of one thing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from recoupe.facts.judged import Match, ruling
from recoupe.facts.scorer import threshold
from recoupe.facts.sides import Side
from recoupe.model import Place, Verdict

AGREED = 0.55  # from which likelihood on equal values are listed as agreeing
JOINED = 0.75  # of what a report needs, that two groups' pairs must reach on average to be one group
_MERGED = frozenset({"figure", "date", "time", "name"})  # families whose values tell whether two groups say the same
_PASSING = frozenset({"date", "time"})  # families of which an article tells many: one that is told there too differs from no other
PULL = 0.35  # how much likelier a counterpart with the same value is than one that differs

Judge = Callable[[Side, Side], Iterable[Match]]


def gathered(matches: Sequence[Match]) -> list[list[Match]]:
    """Groups of matches, each with every judged pair of its members of different articles.

    The surest matches are joined first; two groups are joined only where every two members were brought together by an event, their
    pairs match on average too, and no two members stand in one sentence. A sure match that no group could take in stands by itself, as
    long as neither fact has a surer counterpart in the other's sentence; of days and hours, none that agrees anywhere in the other article.
    """
    known = {(m.left.fact.id, m.right.fact.id): m for m in matches}
    place = {s.fact.id: s.place for m in matches for s in (m.left, m.right)}
    groups: dict[str, frozenset[str]] = {}
    alone: list[frozenset[str]] = []
    paired: set[tuple[str, Place]] = set()
    met = {end for m in matches if m.verdict is Verdict.AGREEMENT and m.left.family in _PASSING and holds(m) for end in _ends(m)}
    for match in sorted(matches, key=_rank):
        pair = frozenset({match.left.fact.id, match.right.fact.id})
        left, right = (groups.get(s.fact.id, frozenset({s.fact.id})) for s in (match.left, match.right))
        meetings = {(match.left.fact.id, match.right.place), (match.right.fact.id, match.left.place)}
        if left is right or not holds(match) or meetings & paired:
            continue
        if match.verdict is Verdict.CONTRADICTION and match.left.family in _PASSING and not met.isdisjoint(_ends(match)):
            continue
        if {place[i] for i in left}.isdisjoint(place[i] for i in right) and _fits(_across(left, right, known, place)):
            joined = left | right
            groups |= dict.fromkeys(joined, joined)
            paired.update((i, place[o]) for one, other in ((left, right), (right, left)) for i in one for o in other)
        else:
            alone.append(pair)
            paired |= meetings
    whole = [*sorted({g for g in groups.values() if len(g) > 1}, key=sorted), *alone]
    return [[known[p] for a in sorted(g) for b in sorted(g) if (p := (a, b)) in known and _may_stand(known[p])] for g in whole]


def _ends(match: Match) -> tuple[tuple[str, str], tuple[str, str]]:
    """Each fact of a match with the article of the other."""
    return (match.left.fact.id, match.right.place.article), (match.right.fact.id, match.left.place.article)


def merged(groups: Sequence[Sequence[Match]], judge: Judge) -> list[list[Match]]:
    """The groups, those that report one finding made one.

    Two groups whose facts differ report the same where they share a fact, or articles and values, and one of them tells no value that
    the other does not tell. Facts of two sentences that were never held against each other are judged now, as surely as the groups are.
    """
    whole: list[list[Match]] = []
    hosts: dict[Hashable, set[int]] = {}  # which of these a group may be one finding with, by what the two then have in common
    for group in sorted((list(g) for g in groups), key=lambda g: -len(g)):
        near = sorted({n for mark in _marks(group) for n in hosts.get(mark, ())})
        host = next((n for n in near if _one_finding(whole[n], group)), len(whole))
        if host == len(whole):
            whole.append(group)
        else:
            whole[host] = _joined(whole[host], group, judge)
        for mark in _marks(whole[host]):
            hosts.setdefault(mark, set()).add(host)
    return whole


def _marks(group: Sequence[Match]) -> set[Hashable]:
    """What a group that differs shares with every other that may report the same: one of its facts, or all that is told; else nothing."""
    members = _members(group)
    if group[0].left.family not in _MERGED or not _differs(group):
        return set()
    return {*members, _told(members.values())}


def _differs(group: Sequence[Match]) -> bool:
    return any(m.verdict is not Verdict.AGREEMENT for m in group)


def _told(members: Iterable[Side]) -> frozenset[Hashable]:
    return frozenset((s.place.article, s.fact.value, s.about) for s in members)


def _members(group: Sequence[Match]) -> dict[str, Side]:
    return {s.fact.id: s for m in group for s in (m.left, m.right)}


def _one_finding(host: Sequence[Match], group: Sequence[Match]) -> bool:
    """Whether a group adds no value to another one that differs too, and no two of their facts stand in one sentence."""
    ours, theirs = _members(host), _members(group)
    one, other = next(iter(ours.values())), next(iter(theirs.values()))
    if one.family != other.family or one.family not in _MERGED or not (_differs(host) and _differs(group)):
        return False
    together = [s.place for s in (ours | theirs).values()]
    if len(set(together)) < len(together):
        return False
    if not ours.keys() & theirs.keys():
        return _told(ours.values()) == _told(theirs.values()) and all(s.about for s in theirs.values())
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


def _across(
    left: Iterable[str], right: Collection[str], known: Mapping[tuple[str, str], Match], place: Mapping[str, Place]
) -> list[Match] | None:
    """The pairs of two groups' members of different articles; None where one of them was never brought together."""
    found = []
    for a in left:
        for b in right:
            if place[a].article != place[b].article:
                match = known.get((a, b)) or known.get((b, a))
                if match is None:
                    return None
                found.append(match)
    return found


def _rank(match: Match) -> tuple[float, str, str]:
    pull = PULL if match.verdict is Verdict.AGREEMENT else 0.0 if match.linked else -1.0
    return -(match.likely + pull), match.left.fact.id, match.right.fact.id


def holds(match: Match) -> bool:
    """Whether a match is likely enough to be told."""
    return match.likely >= (AGREED if match.verdict is Verdict.AGREEMENT else threshold(match.judged_as))


def _may_stand(match: Match) -> bool:
    """Whether a pair that its group brought along may be judged: a difference that nothing speaks for is none."""
    return match.verdict is Verdict.AGREEMENT or match.likely > 0


def _fits(across: Sequence[Match] | None) -> bool:
    """Whether two groups may be one: all their pairs known, and on average nearly as likely as a report needs."""
    return across is not None and sum(m.likely / threshold(m.judged_as) for m in across) / len(across) >= JOINED
