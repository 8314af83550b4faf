"""Sets the facts of one event side by side and judges them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import partial
from itertools import chain, combinations

from rapidfuzz import fuzz

from recoupe.facts.afar import afar, arms, sites, tolls
from recoupe.facts.apart import apart, same_things
from recoupe.facts.assertions import relation
from recoupe.facts.bearers import one_source
from recoupe.facts.beside import beside
from recoupe.facts.careers import careers
from recoupe.facts.chains import bridges, credited, lapses_through
from recoupe.facts.completed import completed
from recoupe.facts.counted import befallen_apart
from recoupe.facts.deaths import deaths
from recoupe.facts.elsewhere import Elsewhere
from recoupe.facts.evidence import FEATURES, Surroundings, described, features, kinship, of_two_things, plain
from recoupe.facts.grouping import gathered, holds, merged
from recoupe.facts.holders import holders
from recoupe.facts.judged import ONE_BEARER, SURE, Match, agrees, comparable, judged_as, ruling
from recoupe.facts.kept import Kept, light
from recoupe.facts.kind import Ruling
from recoupe.facts.kinds.cause import one_cause
from recoupe.facts.lone import Lone
from recoupe.facts.media import two_media
from recoupe.facts.misdated import misdated
from recoupe.facts.names import called_after, key_of, weighty
from recoupe.facts.outcomes import outcomes
from recoupe.facts.parts import differ_as_parts, superseded, tallying
from recoupe.facts.quoted import misquoted
from recoupe.facts.rarity import worthwhile
from recoupe.facts.retold import retold
from recoupe.facts.rows import row_of
from recoupe.facts.scorer import likelihood, weights
from recoupe.facts.scores import SORT as SCORE
from recoupe.facts.scores import other_moment
from recoupe.facts.shared_names import by_name
from recoupe.facts.sides import Side, overlap, sides
from recoupe.facts.spelt import bodies, codes, namesakes, slipped, spelt
from recoupe.facts.unharmed import unharmed
from recoupe.model import (
    Article,
    Assertion,
    Comparison,
    Event,
    Exactness,
    Fact,
    Leaning,
    Name,
    Parse,
    Period,
    Place,
    Quantity,
    Role,
    Verdict,
)

Score = Callable[[str, Sequence[float]], float]
Judge = Callable[[Side, Side], Iterable[Match]]
FAR = 0.6  # how likely two statements that no event joins are of one matter, where they name two same bearers
NAMESAKE = 0.55  # the same of two first names with one surname and one initial
TALLIED = 0.5  # of that, for two counts of which one is how far it had come on its day
UNRELATED, FIRM_ALONE, TOLD_THERE = 0.35, 0.5, 0.3  # from which likelihood on more than half of such held in stories left out
TWO_THINGS = 0.6  # the same for statements of two subjects that have only their verb in common
OTHER_DAY = 0.5  # of its likelihood, for a contradiction in what two sentences tell of different days
RETOLD = 0.5  # how likely two media in passages brought together are credited for one matter: in annotated stories all of them were
WORDED = 0.35  # the least for names, places and statements in passages that nothing links: words are oftener of two things than numbers
_UNWORDED = frozenset({"figure", "date", "time", "attribution"})  # a third article may make sources likelier
NOWHERE = -9.0  # the link of two passages that no event holds, nor any near them
LONG_AGO = timedelta(days=300)  # before its article, from which on what a sentence tells is of another time
LOOSE_LINK = 0.5  # of an event's strength, for two members that nothing links directly


def compare(
    articles: Sequence[Article],
    parses: Mapping[str, Parse],
    facts: Sequence[Fact],
    events: Sequence[Event],
    leanings: Sequence[Leaning] = (),
    *,
    strangers: Collection[tuple[str, str]] = (),
) -> tuple[Comparison, ...]:
    """One comparison for each thing that sentences of one event, or sentences that lean towards each other, state; ordered by place.

    Nothing of two articles that are `strangers`, by id and in order, is compared: they tell two stories.
    """
    by_place = sides(articles, parses, facts)
    told = Told(articles, by_place, leanings, strangers=strangers)
    matches = _matched(articles, events, by_place, told)
    judge = _judge(told)
    for left, right in careers(by_place):
        matches |= {(m.left.fact.id, m.right.fact.id): replace(m, likely=NAMESAKE) for m in judge(left, right)}
    for left, right in misquoted(articles, by_place):
        matches |= {(m.left.fact.id, m.right.fact.id): replace(m, likely=SURE) for m in judge(left, right)}
    named = {(m.left.fact.id, m.right.fact.id): m for left, right in same_things(leanings, by_place) for m in judge(left, right)}
    alone = [*(m for event in events for m in lapses(event, by_place, told)), *lapses_through(named | matches, judge)]
    wrong = [
        [replace(m, likely=SURE) for left, right in pairs for m in judge(left, right)]
        for pairs in chain(misdated(by_place), slipped(by_place))
    ]
    found = [*gathered(list(matches.values())), *([m] for m in alone), *filter(None, wrong)]
    groups = completed(merged(found, judge), by_place, judge)
    published = {a.id: a.published for a in articles}
    order = {f.id: n for n, f in enumerate(sorted(facts, key=lambda f: (f.place, f.span, f.kind)))}
    standing = _standing(events)
    rows = {
        c.id: c
        for c in (_row(_event_of(group, events, standing), group, parses, published, told.kept) for group in worthwhile(by_name(groups)))
    }
    told.kept.keep()
    return tuple(sorted(rows.values(), key=lambda c: (min(order[i] for i in c.facts), c.id)))


def _row(event: str, group: Sequence[Match], parses: Mapping[str, Parse], published: Mapping[str, object], kept: Kept) -> Comparison:
    return kept.row(event, group, published, lambda: row_of(event, group, parses, published))


def _matched(
    articles: Sequence[Article], events: Sequence[Event], by_place: Mapping[Place, Sequence[Side]], told: Told
) -> dict[tuple[str, str], Match]:
    """Every two facts that may be one thing: those that an event holds both of, then those that something else brings together."""
    judge = _judge(told)
    matches: dict[tuple[str, str], Match] = {}
    for event in sorted(events, key=lambda e: (e.members, e.id)):
        for match in candidates(event, by_place, told):
            pair = match.left.fact.id, match.right.fact.id
            if pair not in matches or match.likely > matches[pair].likely:
                matches[pair] = light(match)
    _add_certain(matches, by_place, judge)
    _add_equal(matches, told.lone.equals(_on_one_story(events)), judge)
    for left, right in chain(
        deaths(by_place), retold(by_place), tolls(by_place), arms(by_place), sites(by_place), unharmed(by_place), outcomes(by_place)
    ):
        for match in judge(left, right) if (left.fact.id, right.fact.id) not in matches else ():
            if match.verdict is not Verdict.AGREEMENT and match.likely:
                matches[left.fact.id, right.fact.id] = replace(match, likely=max(match.likely, FAR))
    for found in (bridges(matches, judge), [light(m) for m in strays(articles, events, by_place, told, matches)]):
        matches |= {(m.left.fact.id, m.right.fact.id): m for m in found}
    return matches | {(m.left.fact.id, m.right.fact.id): m for m in credited(matches)}


def _add_certain(matches: dict[tuple[str, str], Match], by_place: Mapping[Place, Sequence[Side]], judge: Judge) -> None:
    """What is one thing by itself, wherever it is told: counts of a rare thing, one name spelt in two ways, one surname and initial."""
    for left, right in afar(by_place):
        for match in judge(left, right):
            matches[left.fact.id, right.fact.id] = replace(match, likely=_on_its_day(SURE, left, right, match.verdict, match.features))
    found = list(holders(by_place))
    closely, loosely = ([(a, b) for a, b, alike in found if alike == how] for how in (True, False))
    sure = chain(spelt(by_place), bodies(by_place), codes(by_place), closely)
    for pairs, likely in ((sure, SURE), (chain(namesakes(by_place), loosely), NAMESAKE)):
        for left, right in pairs:
            known = matches.get((left.fact.id, right.fact.id))
            for match in judge(left, right) if known is None or known.likely < likely else ():
                matches[left.fact.id, right.fact.id] = replace(match, likely=likely)


def _on_one_story(events: Sequence[Event]) -> frozenset[tuple[str, str]]:
    """Every two articles, in order, that have an event in common."""
    within = {tuple(sorted({p.article for p in event.members})) for event in events}
    return frozenset(pair for articles in within for pair in combinations(articles, 2))


def _add_equal(matches: dict[tuple[str, str], Match], pairs: Iterable[tuple[Side, Side]], judge: Judge) -> None:
    """Values that two articles tell and that are hardly told of two things, wherever they stand."""
    for left, right in pairs:
        if (left.fact.id, right.fact.id) not in matches and agrees(left, right):
            matches |= {(m.left.fact.id, m.right.fact.id): m for m in judge(left, right)}


def _judge(told: Told) -> Judge:
    """What judges two facts that no event joins."""
    return lambda left, right: () if told.strange(left, right) else _scored(_held([left], [right]), 0.0, 0, told)


def _event_of(group: Sequence[Match], events: Sequence[Event], standing: Mapping[Place, Sequence[int]]) -> str:
    """The event that most members of a group stand in, the first of those; empty where there is none."""
    shares = Counter(n for place in {s.place for m in group for s in (m.left, m.right)} for n in standing.get(place, ()))
    return events[min(shares, key=lambda n: (-shares[n], n))].id if shares else ""


def _standing(events: Sequence[Event]) -> dict[Place, list[int]]:
    """The numbers of the events that each sentence stands in."""
    found: dict[Place, list[int]] = {}
    for number, event in enumerate(events):
        for place in event.members:
            found.setdefault(place, []).append(number)
    return found


class Told:
    """What each article tells of a family anywhere, to see whether a value that differs here is confirmed there, and what leans where."""

    def __init__(
        self,
        articles: Sequence[Article],
        by_place: Mapping[Place, Sequence[Side]],
        leanings: Sequence[Leaning] = (),
        score: Score = likelihood,
        strangers: Collection[tuple[str, str]] = (),
    ) -> None:
        self.language = {a.id: a.language for a in articles}
        self.kept = Kept(by_place, {a.id: (a.language, a.published) for a in articles}, (score, weights()))
        self._published = {a.id: a.published for a in articles}
        self.score = score
        self.leanings = leanings
        self._strangers = frozenset(strangers)
        self.leaning = {(x.left, x.right): x for x in leanings}
        self._elsewhere = Elsewhere(by_place)
        self.lone = Lone(by_place, self.elsewhere)
        self._words: dict[tuple[str, str], Counter[str]] = {}
        for place, here in by_place.items():
            for side in here:
                self._words.setdefault((place.article, side.family), Counter()).update(_tells(side))
        self._like: dict[tuple[str, str], int] = {}
        self._named = {(place.article, side.fact.value) for place, here in by_place.items() for side in here if side.fact.kind == "name"}
        self._hours = {(place.article, side.fact.value) for place, here in by_place.items() for side in here if side.family == "time"}

    def leant(self, here: Place, there: Place) -> tuple[float, float, int] | None:
        """How two sentences lean towards each other."""
        found = self.leaning.get((here, there))
        return (found.probability, found.meaning, found.rivals) if found else None

    def strange(self, left: Side, right: Side) -> bool:
        """Whether two facts stand in articles that tell two stories."""
        one, other = sorted((left.place.article, right.place.article))
        return (one, other) in self._strangers

    def elsewhere(self, side: Side, article: str) -> bool:
        """Whether another article has a fact that agrees with this one."""
        return self._elsewhere.confirms(article, side)

    def by_both(self, left: Side, right: Side, verdict: Verdict) -> bool:
        """Whether one of two values that differ stands in both articles: an hour that both tell is no other hour, nor is a number more
        exact that the other one tells besides.
        """
        if verdict is Verdict.CONTRADICTION:
            return self.has_hour(left, right.place.article) or self.has_hour(right, left.place.article)
        return verdict is Verdict.PRECISION and self._known_exactly(left, right)

    def _known_exactly(self, left: Side, right: Side) -> bool:
        """Whether the article that tells the less exact of two values tells the other one as well, or a heading tells the other one that
        stands above a text with the less exact one.
        """
        exact, rough = sorted((left, right), key=_width)
        if exact.family not in {"figure", "date"}:
            return False
        above = exact.role in {Role.TITLE, Role.HEADING} and self._elsewhere.confirms_of_it(exact.place.article, rough)
        return above or self._elsewhere.confirms_of_it(rough.place.article, exact)

    def past(self, side: Side) -> frozenset[int]:
        """The years of which the words around a fact tell, as far as they lie long before its article."""
        printed = self._published.get(side.place.article)
        long_ago = datetime.combine(printed, time()) - LONG_AGO if printed is not None and printed.year > 1 else datetime.min
        return frozenset(p.start.year for p in side.times if p.anchored and p.end < long_ago)

    def has_hour(self, side: Side, article: str) -> bool:
        """Whether a fact is an hour that another article tells as well, whatever of."""
        return side.family == "time" and (article, side.fact.value) in self._hours

    def two_actors(self, left: Side, right: Side) -> bool:
        """Whether two statements have two subjects, one of whom the other's article knows too: what two unions say contradicts nobody."""
        if not left.actor or not right.actor or one_source(left.actor, right.actor):
            return False
        return (right.place.article, left.actor) in self._named or (left.place.article, right.actor) in self._named

    def peers(self, side: Side, article: str) -> int:
        """How many facts of another article could be the one that answers this one: what is told but once there is hardly another thing."""
        counted = self._words.get((article, side.family), Counter())
        if side.family == "assertion":
            return sum(self._akin(verb, article, counted) for verb in _tells(side))
        return min((counted[word] for word in _tells(side)), default=0)

    def _akin(self, verb: str, article: str, counted: Mapping[str, int]) -> int:
        """How many statements of an article are in like or contrary words."""
        key = verb, article
        if key not in self._like:
            self._like[key] = sum(n for other, n in counted.items() if relation(verb, other))
        return self._like[key]


def _tells(side: Side) -> Iterable[str]:
    """The words by which a fact is known among others of its article: a statement's verb, what is counted or dated."""
    if isinstance(side.fact.value, Assertion) and side.family == "assertion":
        return (side.fact.value.what.split(" ")[0],)
    return side.about if side.family in {"figure", "date", "time"} else ()


def candidates(event: Event, by_place: Mapping[Place, Sequence[Side]], told: Told) -> Iterable[Match]:
    """Every two facts of two articles' sentences in one event that could answer one question, scored."""
    linked = {(link.left, link.right): link.confidence for link in event.links}
    for here, there in combinations(sorted(event.members), 2):
        if here.article == there.article:
            continue
        link = linked.get((here, there), LOOSE_LINK * event.strength)
        left, right = by_place.get(here, ()), by_place.get(there, ())
        if left and right:
            key = here.sentence, there.sentence, link, told.leant(here, there)
            yield from told.kept.matches(here.article, there.article, key, partial(_between, left, right, link, told))


def _between(left: Sequence[Side], right: Sequence[Side], link: float, told: Told) -> Iterable[Match]:
    """Every two facts of two linked sentences, scored."""
    of_family = {f: ([s for s in left if s.family == f], [s for s in right if s.family == f]) for f in sorted({s.family for s in left})}
    held = {family: _held(ours, theirs) for family, (ours, theirs) in of_family.items()}
    firm = {family: sum(r[0] is Verdict.AGREEMENT for *_, r in pairs) for family, pairs in held.items() if family != "assertion"}
    for family, pairs in held.items():
        yield from _scored(pairs, link, sum(firm.values()) - firm.get(family, 0), told)


def strays(
    articles: Sequence[Article],
    events: Sequence[Event],
    by_place: Mapping[Place, Sequence[Side]],
    told: Told,
    known: Mapping[tuple[str, str], Match],
) -> Iterable[Match]:
    """Every two differing facts of passages that stand beside linked ones or lean towards each other, neither with a counterpart yet."""
    held = [m for m in known.values() if holds(m)]
    settled = {(m.left.fact.id, m.right.place.article) for m in held} | {(m.right.fact.id, m.left.place.article) for m in held}
    far = ((one, other, NOWHERE) for one, other in apart(told.leanings, by_place))
    near = ((one, other, -float(away)) for one, other, away in beside(articles, events, by_place))
    met: set[tuple[str, str]] = set()
    lone = ((one, other, NOWHERE) for one, other in told.lone.pairs(_on_one_story(events)))
    for left, right, link in chain(near, far, lone):
        pair = left.fact.id, right.fact.id
        if (pair[0], right.place.article) in settled or (pair[1], left.place.article) in settled or pair in known or pair in met:
            continue
        met.add(pair)
        key = id(left), id(right), link, told.leant(left.place, right.place)
        yield from told.kept.matches(left.place.article, right.place.article, key, partial(_astray, left, right, link, by_place, told))


def _astray(left: Side, right: Side, link: float, by_place: Mapping[Place, Sequence[Side]], told: Told) -> Iterable[Match]:
    """Two facts of passages that no event joins, where they differ."""
    if left.family == "figure" and (
        differ_as_parts(left, right, by_place[left.place], by_place[right.place]) or befallen_apart(left.about, right.about)
    ):
        return
    for match in _scored(_held([left], [right]), link, 0, told):
        if match.verdict is not Verdict.AGREEMENT:
            stray = replace(match, linked=False)
            likely = max(told.score(stray.judged_as, match.features), _of_media(left, right, match.verdict, match.features))
            told_so = match.likely and (likely >= WORDED or left.family in _UNWORDED)
            yield replace(stray, likely=likely if told_so else 0.0)  # what a rule excludes, no score brings back


def lapses(event: Event, by_place: Mapping[Place, Sequence[Side]], told: Told) -> Iterable[Match]:
    """Where one article contradicts itself: two exact figures or days for one thing, in two sentences of one event that say the same of it.

    Stricter than between articles, since a paper that gives two figures mostly means two things.
    """
    for here, there in combinations(sorted(event.members), 2):
        if here.article != there.article:
            continue
        for left in by_place.get(here, ()):
            for right in by_place.get(there, ()):
                if left.family in {"figure", "date"} and comparable(left, right) and _one_matter(left, right):
                    link = event.strength * LOOSE_LINK
                    yield from (
                        replace(m, likely=SURE)
                        for m in _scored(_held([left], [right]), link, 0, told)
                        if m.verdict is Verdict.CONTRADICTION and m.likely
                    )


def _one_matter(left: Side, right: Side) -> bool:
    """Whether two facts of one article are worded as the same thing: one noun, one scope, one verb, both exact and alone of their kind."""
    a, b = left.fact.value, right.fact.value
    exact = all(isinstance(v, Quantity | Period) and v.exactness is Exactness.EXACT for v in (a, b))
    alike = len(left.sentence & right.sentence) >= 0.5 * min(len(left.sentence), len(right.sentence))
    same = bool(left.about) and left.about == right.about and left.fact.scope == right.fact.scope and left.verb == right.verb
    return exact and same and alike and left.count == right.count == 1


def _held(ours: Sequence[Side], theirs: Sequence[Side]) -> list[tuple[Side, Side, Ruling]]:
    """Every two facts of one family that can be compared, one of each sentence, and how their values stand in one language.

    Numbers that are parts of each other are left out, and hours of two zones or sums in two currencies where one of the sentences tells
    the other's too.
    """
    pairs = ((left, right) for left in ours for right in theirs if comparable(left, right))
    found = [(left, right, ruling(left, right)) for left, right in pairs if not _converted(left, right, ours, theirs)]
    return [
        (left, right, stand)
        for left, right, stand in found
        if not (stand[0] is Verdict.CONTRADICTION and left.family == "figure" and differ_as_parts(left, right, ours, theirs))
    ]


def _converted(left: Side, right: Side, ours: Sequence[Side], theirs: Sequence[Side]) -> bool:
    """Whether two hours differ in zone needlessly, or two sums in currency: of « 17h22 heure locale (22h22 à Paris) » the latter answers an
    hour of Paris, of « 38 millions d'euros (32,8 millions de livres) » the former a sum in euros.
    """
    if left.family != "time" and left.fact.kind != "money":
        return False
    of_kind = [[s for s in near if s.fact.kind == left.fact.kind] for near in (ours, theirs)]
    told, answered = ({_measure(s) for s in near} for near in of_kind)
    return _measure(left) != _measure(right) and (_measure(left) in answered or _measure(right) in told)


def _measure(side: Side) -> str:
    """The zone of an hour, or the currency of a sum, be it « par an » or not."""
    unit = str(getattr(side.fact.value, "unit", ""))
    return unit.partition("/")[0] if side.fact.kind == "money" else unit


def _scored(held: Sequence[tuple[Side, Side, Ruling]], link: float, agreeing: int, told: Told) -> Iterable[Match]:
    settled = {side.fact.id for left, right, (verdict, _) in held if verdict is Verdict.AGREEMENT for side in (left, right)}
    for left, right, plainly in held:
        one_language = told.language[left.place.article] == told.language[right.place.article]
        verdict, reason = plainly if one_language else ruling(left, right, one_language=False)
        if verdict is Verdict.AGREEMENT:
            yield Match(left, right, verdict, reason, _agreement(left, right), ())
            continue
        around = Surroundings(
            link=link,
            rival=left.fact.id in settled or right.fact.id in settled,
            elsewhere=told.elsewhere(left, right.place.article) + told.elsewhere(right, left.place.article),
            one_language=one_language,
            agreeing=agreeing,
            peers=told.peers(left, right.place.article) + told.peers(right, left.place.article),
            leaning=told.leaning.get((left.place, right.place)),
            lone=told.lone.rivals(left, right),
            past=told.past(left) != told.past(right),
        )
        values = features(left, right, verdict, around)
        likely = 0.0 if told.by_both(left, right, verdict) else _difference(left, right, verdict, values, told)
        yield Match(left, right, verdict, reason, likely, values)


def _difference(left: Side, right: Side, verdict: Verdict, values: tuple[float, ...], told: Told) -> float:
    """How likely two values that differ answer one question; a name that the other sentence has too is not the other's rival."""
    named = dict(zip(FEATURES, values, strict=True))
    if left.family == "name" and (named["rival"] or named["elsewhere"] == 2 or _other_sorts(left, right)):
        return 0.0
    if getattr(left.fact.value, "sort", "") == SCORE and other_moment(left.about, right.about):
        return 0.0
    if left.family == "figure" and verdict is Verdict.CONTRADICTION and _of_two_years(left, right):
        return 0.0
    if left.family == "figure" and superseded(left) != superseded(right):
        return 0.0
    if left.family == "assertion" and told.two_actors(left, right):
        return 0.0
    if left.family == "date" and left.opposed != right.opposed:  # « contre trois en 2019 » tells of what was before
        return 0.0
    if left.family == "cause" and (named["elsewhere"] or _tells_cause(left, right) or _tells_cause(right, left)):
        return 0.0  # who tells both causes sets neither against the other
    if left.family == "attribution" and named["rival"]:  # both credit one source, whomever one of them names besides
        return 0.0
    likely = max(told.score(judged_as(left, right), values), plain(left, right, verdict, values), _of_media(left, right, verdict, values))
    if likely < _least(left, verdict, named):
        return 0.0
    joined = left.family == "assertion" and named["link"] > 0  # what stands apart is brought together by its words alone
    if joined and verdict is Verdict.CONTRADICTION and likely < TWO_THINGS and of_two_things(left, right):
        return 0.0
    return _on_its_day(likely, left, right, verdict, values)


def _of_two_years(left: Side, right: Side) -> bool:
    """Whether each of two figures is told of one year, and these are two: what is aimed at for one says nothing of the next."""
    ours, theirs = ({(p.start, p.end) for p in s.times if p.anchored and p.grain == "year"} for s in (left, right))
    return len(ours) == len(theirs) == 1 and ours != theirs


def _width(side: Side) -> tuple[float, bool]:
    """How inexact a figure or date is, the more so the greater."""
    value = side.fact.value
    if isinstance(value, Quantity):
        span = float(value.high - value.low) if value.low is not None and value.high is not None else float("inf")
        return span, value.exactness is not Exactness.EXACT
    return (
        ((value.end - value.start).total_seconds(), value.exactness is not Exactness.EXACT) if isinstance(value, Period) else (0.0, False)
    )


def _tells_cause(one: Side, other: Side) -> bool:
    """Whether the words around one cause tell the other as well: « déformé par la chaleur » of what was « déformé par les flammes »."""
    mine = one.fact.value
    if not isinstance(mine, Assertion) or not isinstance(other.fact.value, Assertion) or one_cause(mine, other.fact.value):
        return False  # one cause that is denied by one of them
    around = " ".join(sorted(one.sentence - set(one.words.split())))
    return one_cause(Assertion(around, holds=True), Assertion(other.fact.value.what.partition(" ")[0], holds=True))


def _of_media(left: Side, right: Side, verdict: Verdict, values: tuple[float, ...]) -> float:
    """How likely two sources that differ, in passages brought together, are of one matter by being papers, stations or agencies.

    Everybody is quoted in an article, but it credits hardly more than one other medium, for the report that it retells.
    """
    a, b = left.fact.value, right.fact.value
    both = left.family == "attribution" and isinstance(a, Name) and isinstance(b, Name) and two_media(a, b)
    return RETOLD if both and verdict is Verdict.ATTRIBUTION and values[FEATURES.index("about_any")] else 0.0


def _least(side: Side, verdict: Verdict, named: Mapping[str, float]) -> float:
    """How likely a difference must be where it is mostly none: in verbs that have nothing in common, in a day that both articles tell."""
    if side.family == "assertion" and not named["related"]:
        return FIRM_ALONE if verdict is Verdict.CONTRADICTION else UNRELATED
    return TOLD_THERE if side.family == "date" and named["elsewhere"] else 0.0


def _other_sorts(left: Side, right: Side) -> bool:
    """Whether two names answer no common question: a person's and a place's, a thing's or his own body's; a place's and what is called
    after it.
    """
    a, b = left.fact.value, right.fact.value
    if isinstance(a, Name) and isinstance(b, Name) and a.sort == b.sort == "place" and called_after(a.key, b.key):
        return True
    sorts = {s.fact.value.sort for s in (left, right) if isinstance(s.fact.value, Name)}
    if sorts == {"place", "thing"} and a.sort != b.sort and not left.fact.scope:  # type: ignore[union-attr]
        return True
    return "person" in sorts and (bool(sorts & {"place", "thing"}) or _heads(left, right) or _heads(right, left))


def _heads(one: Side, other: Side) -> bool:
    """Whether one is a person told to be at the head of the body that the other is, or whom it is called after: a minister and his
    ministry.
    """
    a, b = one.fact.value, other.fact.value
    person_and_body = isinstance(a, Name) and isinstance(b, Name) and a.sort == "person" and b.sort == "organisation"
    named = {key_of(w) for w in one.about} | (weighty(a.key) if fuzz.ratio(a.key, b.key) < ONE_BEARER else frozenset())  # type: ignore[union-attr]
    return person_and_body and bool(named & weighty(b.key))  # type: ignore[union-attr]


def _on_its_day(likely: float, left: Side, right: Side, verdict: Verdict, values: Sequence[float]) -> float:
    """A likelihood, less where what differs is told of different days, and less still where it is how far a count had come on these."""
    if verdict is not Verdict.CONTRADICTION or not dict(zip(FEATURES, values, strict=True))["other_day"]:
        return likely
    return likely * OTHER_DAY * (TALLIED if left.family == "figure" and tallying(left, right) else 1.0)


def _agreement(left: Side, right: Side) -> float:
    """How likely two equal values are one thing: a common small number, or a statement by another verb, needs more in common."""
    about, near = described(left, right), overlap(left.near, right.near)
    if left.family == "assertion":
        return min(0.97, 0.2 + 0.45 * kinship(left.fact.value, right.fact.value) + 0.3 * about + 0.1 * near)
    value = left.fact.value
    telling = not isinstance(value, Quantity) or bool(value.unit) or (value.point is not None and abs(value.point) >= 10)
    verb, alone = bool(left.verb) and left.verb == right.verb, left.count == right.count == 1
    return min(0.97, (0.6 if telling else 0.4) + (0.3 * about + 0.2 * near + 0.1 * verb + 0.1 * alone))
