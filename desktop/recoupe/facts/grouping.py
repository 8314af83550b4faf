"""Gathers matches into groups: everything the articles say of one thing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from recoupe.facts.judged import Match, ruling
from recoupe.facts.names import weighty
from recoupe.facts.scorer import threshold
from recoupe.facts.sides import Side, counts_apart
from recoupe.model import Exactness, Name, Place, Verdict

AGREED = 0.55  # from which likelihood on equal values are listed as agreeing
JOINED = 0.75  # of what a report needs, that two groups' pairs must reach on average to be one group
_MERGED = frozenset({"figure", "date", "time", "name"})  # families whose values tell whether two groups say the same
_SINGLE = frozenset({"figure", "name", "date", "time"})  # families of which an article gives one answer to one question
_PASSING = frozenset({"date", "time"})  # families of which an article tells many: one that is told there too differs from no other
ALSO = 0.7  # from which likelihood on a day or an hour may join a group with another of its article: papers tell many of one matter
PULL = 0.35  # how much likelier a counterpart with the same value is than one that differs, unless two nouns are counted
FURTHER = 0.3  # how much less likely one is that differs where nothing links the two passages

Judge = Callable[[Side, Side], Iterable[Match]]


def gathered(matches: Sequence[Match]) -> list[list[Match]]:
    """Groups of matches, each with every judged pair of its members of different articles.

    The surest matches are joined first; two groups are joined only where every two members were brought together by an event, their
    pairs match on average too, no two members stand in one sentence, and no article gives two values that exclude each other: it tells
    of two things then. A sure match that no group could take in stands by itself, as long as neither fact has a surer counterpart in the
    other's sentence, nor, where two values of one article kept it out, anywhere in the other article; of days and hours, none there that
    agrees.
    """
    known = {(m.left.fact.id, m.right.fact.id): m for m in matches}
    side = {s.fact.id: s for m in matches for s in (m.left, m.right)}
    place = {i: s.place for i, s in side.items()}
    groups: dict[str, frozenset[str]] = {}
    alone: list[frozenset[str]] = []
    paired: set[tuple[str, Place]] = set()
    answered: set[tuple[str, str]] = set()  # facts with the articles that have a counterpart of theirs
    met = {end for m in matches if m.verdict is Verdict.AGREEMENT and m.left.family in _PASSING and holds(m) for end in _ends(m)}
    for match in sorted(matches, key=_rank):
        pair = frozenset({match.left.fact.id, match.right.fact.id})
        left, right = (groups.get(s.fact.id, frozenset({s.fact.id})) for s in (match.left, match.right))
        meetings = {(match.left.fact.id, match.right.place), (match.right.fact.id, match.left.place)}
        if left is right or not holds(match) or meetings & paired:
            continue
        if match.verdict is Verdict.CONTRADICTION and match.left.family in _PASSING and not met.isdisjoint(_ends(match)):
            continue
        excluded = _tell_two(match) and _exclude(left, right, side)
        if excluded and not answered.isdisjoint(_ends(match)):
            continue
        answered.update(_ends(match))
        if not excluded and {place[i] for i in left}.isdisjoint(place[i] for i in right) and _fits(_across(left, right, known, place)):
            joined = left | right
            groups |= dict.fromkeys(joined, joined)
            met_now = [(i, place[o]) for one, other in ((left, right), (right, left)) for i in one for o in other]
            paired.update(met_now)
            answered.update((i, where.article) for i, where in met_now if where.article != place[i].article)
        else:
            alone.append(pair)
            paired |= meetings
    whole = [*sorted({g for g in groups.values() if len(g) > 1}, key=sorted), *alone]
    return [_one_bearer([known[p] for a in sorted(g) for b in sorted(g) if (p := (a, b)) in known and _may_stand(known[p])]) for g in whole]


def _one_bearer(group: list[Match]) -> list[Match]:
    """A group of names without the differences between two that both agree with a third: it is one bearer, shortened in two ways.

    A third that is but what the two have in common tells nothing: « Belmont » is short for « Rachid Belmont » and for « Richard Belmont ».
    """
    if not group or group[0].left.family != "name":
        return group
    agreeing: dict[str, dict[str, frozenset[str]]] = {}  # by a fact, those that agree with it and the words of each
    for match in group:
        if match.verdict is Verdict.AGREEMENT:
            for one, other in ((match.left, match.right), (match.right, match.left)):
                agreeing.setdefault(one.fact.id, {})[other.fact.id] = _name_of(other)
    return [m for m in group if m.verdict is Verdict.AGREEMENT or not _shortened(m, agreeing)]


def _shortened(match: Match, agreeing: Mapping[str, Mapping[str, frozenset[str]]]) -> bool:
    """Whether two names agree with a third that says more than what they share."""
    ours, theirs = (agreeing.get(s.fact.id, {}) for s in (match.left, match.right))
    shared = _name_of(match.left) & _name_of(match.right)
    return any(not words <= shared for third, words in ours.items() if third in theirs)


def _name_of(side: Side) -> frozenset[str]:
    return weighty(side.fact.value.key) if isinstance(side.fact.value, Name) else frozenset()


def _tell_two(match: Match) -> bool:
    """Whether two values of one article would speak against a match."""
    return match.left.family in _SINGLE and not (match.left.family in _PASSING and match.likely >= ALSO)


def _exclude(left: Iterable[str], right: Collection[str], side: Mapping[str, Side]) -> bool:
    """Whether an article has a fact in one group and another, which differs, in the other; « plusieurs milliers » excludes no number."""
    pairs = ((side[a], side[b]) for a in left for b in right if side[a].place.article == side[b].place.article)
    told = ((a, b) for a, b in pairs if a.family == b.family and not (_is_vague(a) or _is_vague(b) or _is_one_thing(a, b)))
    return any(ruling(a, b)[0] is Verdict.CONTRADICTION for a, b in told)


def _is_one_thing(one: Side, other: Side) -> bool:
    """Whether an article words two numbers as one thing: it corrects itself, or its title disagrees with its text."""
    alike = bool(one.about) and one.about == other.about and one.fact.scope == other.fact.scope
    return one.family == "figure" and alike and bool(one.verb) and one.verb == other.verb


def _is_vague(side: Side) -> bool:
    return getattr(side.fact.value, "exactness", None) is Exactness.VAGUE


def _ends(match: Match) -> tuple[tuple[str, str], tuple[str, str]]:
    """Each fact of a match with the article of the other."""
    return (match.left.fact.id, match.right.place.article), (match.right.fact.id, match.left.place.article)


def merged(groups: Sequence[Sequence[Match]], judge: Judge) -> list[list[Match]]:
    """The groups, those that report one finding made one.

    Two groups whose facts differ report the same where they share a fact, or articles and values, and one of them tells no value that
    the other does not tell. Facts of two sentences that were never held against each other are judged now, as surely as the groups are.
    """
    whole: list[list[Match]] = []
    index = _Index()
    for group in sorted((list(g) for g in groups), key=lambda g: -len(g)):
        fresh = _finding(group)
        host = index.host(fresh) if fresh else None
        if host is None:
            host = len(whole)
            whole.append(group)
        elif fresh:
            fresh = _joined(index.findings[host], fresh, judge)
            whole[host] = list(fresh.matches.values())
        if fresh:
            index.put(host, fresh)
    return whole


@dataclass(frozen=True, slots=True)
class _Finding:
    """A group that differs and may be one with others, with what is asked of it again and again.

    `told` is all that is told, by which article; `surest` the likelihood of its likeliest difference; `judged` is true once every two
    members of different articles were held against each other.
    """

    matches: Mapping[frozenset[str], Match]
    members: Mapping[str, Side]
    places: frozenset[Place]
    told: frozenset[Hashable]
    surest: float
    judged: bool = False


def _finding(group: Sequence[Match]) -> _Finding | None:
    """A group as what may be one finding with another; None where it never is: all agree, or two facts stand in one sentence."""
    if group[0].left.family not in _MERGED or not any(m.verdict is not Verdict.AGREEMENT for m in group):
        return None
    members = {s.fact.id: s for m in group for s in (m.left, m.right)}
    places = frozenset(s.place for s in members.values())
    if len(places) < len(members):
        return None
    matches = {frozenset((m.left.fact.id, m.right.fact.id)): m for m in group}
    return _Finding(matches, members, places, _told(members.values()), _surest(group))


def _told(members: Iterable[Side]) -> frozenset[Hashable]:
    return frozenset((s.place.article, s.fact.value, s.about) for s in members)


def _surest(group: Iterable[Match]) -> float:
    return max(m.likely for m in group if m.verdict is not Verdict.AGREEMENT)


class _Index:
    """The findings so far by what another must have in common with them: what is told, or one fact and a value that agrees.

    In very long articles a fact stands in thousands of findings; by its values all but a few of these need not be looked at.
    """

    def __init__(self) -> None:
        self.findings: dict[int, _Finding] = {}
        self._by_told: dict[frozenset[Hashable], set[int]] = {}
        self._by_fact: dict[str, dict[Hashable, set[int]]] = {}  # by a fact, then by what any member is worth
        self._worth: dict[str, Hashable] = {}
        self._alike: dict[Hashable, dict[Hashable, bool]] = {}
        self._shown: dict[Hashable, Side] = {}  # a side for each worth

    def put(self, number: int, finding: _Finding) -> None:
        """Keep a finding, in place of what had its number."""
        before = self.findings.get(number)
        if before:
            self._by_told[before.told].discard(number)
        self.findings[number] = finding
        self._by_told.setdefault(finding.told, set()).add(number)
        worths = {self._worth_of(s) for s in finding.members.values()}
        for fact in finding.members:
            hosts = self._by_fact.setdefault(fact, {})
            for worth in worths:
                hosts.setdefault(worth, set()).add(number)

    def host(self, fresh: _Finding) -> int | None:
        """The first finding to which another adds no value, no two facts of both standing in one sentence; None where there is none."""
        near: set[int] = set()
        if all(s.about for s in fresh.members.values()):
            near |= self._by_told.get(fresh.told, set())
        for fact in fresh.members:
            other = next(s for i, s in fresh.members.items() if i != fact)
            for worth, hosts in self._by_fact.get(fact, {}).items():
                if self._agree(other, worth):
                    near |= hosts
        return next((n for n in sorted(near) if self._is_one(self.findings[n], fresh)), None)

    def _is_one(self, host: _Finding, fresh: _Finding) -> bool:
        added = [s for i, s in fresh.members.items() if i not in host.members]
        if any(s.place in host.places for s in added):
            return False
        if len(added) == len(fresh.members):
            return host.told == fresh.told and _family(host) == _family(fresh)
        return all(any(self._agree(s, self._worth_of(t)) for t in host.members.values()) for s in added)

    def _agree(self, side: Side, worth: Hashable) -> bool:
        """Whether a fact says the same as those of some worth."""
        own = self._worth_of(side)
        known = self._alike.setdefault(own, {})
        if worth not in known:
            known[worth] = own == worth or ruling(side, self._shown[worth])[0] is Verdict.AGREEMENT
        return known[worth]

    def _worth_of(self, side: Side) -> Hashable:
        """All that `ruling` looks at; values by how they are written out, for 3 and 3.0 are equal and yet not equally exact."""
        worth = self._worth.get(side.fact.id)
        if worth is None:
            around = (side.words, side.near, side.sentence) if side.family == "date" else ()
            worth = (side.family, side.fact.kind, repr(side.fact.value), *around)
            self._worth[side.fact.id] = worth
            self._shown.setdefault(worth, side)
        return worth


def _family(finding: _Finding) -> str:
    return next(iter(finding.members.values())).family


def _joined(host: _Finding, fresh: _Finding, judge: Judge) -> _Finding:
    """The matches of both findings, each pair of facts once, and those of pairs of articles' facts that neither had."""
    matches = {**fresh.matches, **host.matches}
    members = {**host.members, **fresh.members}
    weakest = min(host.surest, fresh.surest)
    ordered = sorted(members.values(), key=lambda s: (s.place, s.fact.span))
    for left, right in _unjudged(ordered, host.members.keys() if host.judged else ()):
        pair = frozenset((left.fact.id, right.fact.id))
        if pair not in matches and left.place.article != right.place.article:
            matches.update((pair, replace(m, likely=weakest)) for m in judge(left, right))
    places = host.places | fresh.places
    return _Finding(matches, members, places, host.told | fresh.told, _surest(matches.values()), judged=True)


def _unjudged(ordered: Sequence[Side], judged: Collection[str]) -> Iterator[tuple[Side, Side]]:
    """Every two sides, in order, but those that were both judged."""
    added = [n for n, side in enumerate(ordered) if side.fact.id not in judged]
    pairs = {(min(n, m), max(n, m)) for n in added for m in range(len(ordered)) if m != n}
    return ((ordered[n], ordered[m]) for n, m in sorted(pairs))


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
    if match.verdict is Verdict.AGREEMENT:
        pull = 0.0 if counts_apart(match.left, match.right) else PULL
    else:
        pull = 0.0 if match.linked else -FURTHER
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
