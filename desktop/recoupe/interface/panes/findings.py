"""What of the findings is drawn in one article, and between two neighbours. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, permutations, product
from typing import NamedTuple

from recoupe.interface.commands.review import states_of
from recoupe.interface.latest import Latest
from recoupe.interface.signs import Judged, Sign, judged
from recoupe.model import Analysis, By, Certainty, Event, Fact, Place, Project, Sighting, Span, State, Verdict

# Facts worth a mark before anything is said of them: of statements and sources too many would be taken back
TELLING = frozenset({"quantity", "money", "percent", "date", "time", "duration", "name", "place"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A fact of an article under the gravest verdict that an open comparison gives it; `unsure` is what may be of two things."""

    fact: Fact
    verdict: Verdict
    comparison: str
    unsure: bool = False

    @property
    def span(self) -> Span:
        """Where the words stand in the article."""
        return self.fact.span

    @property
    def sign(self) -> Sign:
        """Its verdict as it is shown."""
        return Sign(self.verdict, self.unsure)


Marks = Mapping[str, tuple[Mark, ...]]  # by article


Seen = Fact | Sighting


@dataclass(frozen=True, slots=True)
class Findings:
    """What is marked in one article. `lit` are the sentences of the selected event, `chosen` the facts (by id) of the
    selected comparison.

    `picked` are the sentences picked to be joined or parted, `doubts` are places of a translation to check against the original. `seen`
    are facts on which nothing is said yet, while the analysis runs.
    """

    aligned: frozenset[int] = frozenset()
    marks: tuple[Mark, ...] = ()
    quiet: frozenset[Place] = frozenset()
    lit: frozenset[int] = frozenset()
    chosen: frozenset[str] = frozenset()
    picked: frozenset[int] = frozenset()
    doubts: tuple[Span, ...] = ()
    seen: tuple[Seen, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """Neighbouring sentences of one article tied to such of another: one band between two panes."""

    event: str
    left: tuple[int, ...]
    right: tuple[int, ...]
    confidence: float
    by: By
    sign: Sign


class Joint(NamedTuple):
    """What a band ties, whatever sign it bears: neighbouring sentences of one article and such of another."""

    event: str
    left: tuple[int, ...]
    right: tuple[int, ...]
    confidence: float
    by: By


def open_comparisons(project: Project, kinds: Iterable[str]) -> list[Judged]:
    """The comparisons of the wished kinds that the user has not set aside, with what they come to."""
    return _open(project.analysis, set_aside(project), frozenset(kinds))


def set_aside(project: Project) -> frozenset[str]:
    """The comparisons that the user ruled to be no divergence, by id."""
    return frozenset(ident for ident, state in states_of(project).items() if state is State.NOT_A_DIVERGENCE)


def _open(analysis: Analysis, aside: frozenset[str], kinds: frozenset[str]) -> list[Judged]:
    known = judged(analysis)
    return [known[c.id] for c in analysis.comparisons if c.kind in kinds and c.id not in aside]


def marks_by_article(project: Project, kinds: Iterable[str]) -> Marks:
    """The marks of every article, in order of the text; where facts overlap, the weightiest mark comes last, to be drawn on top."""
    return _marked(project.analysis, set_aside(project), frozenset(kinds), tuple(a.id for a in project.articles)).marks


class Marked(NamedTuple):
    """Marks by article, and what they were made of."""

    analysis: Analysis
    aside: frozenset[str]
    kinds: frozenset[str]
    marks: Marks


def _mark(analysis: Analysis, known: Marked | None, aside: frozenset[str], kinds: frozenset[str], articles: tuple[str, ...]) -> Marked:
    """An article that rulings leave as it was keeps the very tuple of its marks, so that nobody compares them one by one."""
    compared, facts = _comparing(analysis), told(analysis).facts
    found: dict[str, list[Mark]] = {ident: [] for ident in articles}
    kept: Marks = {}
    wanted: Iterable[str] = compared
    if known is not None and known.analysis is analysis and known.kinds == kinds and known.marks.keys() == found.keys():
        ruled, signs = known.aside ^ aside, judged(analysis)
        wanted = dict.fromkeys(ident for comparison in ruled if comparison in signs for ident in signs[comparison].facts)
        touched = {facts[ident].place.article for ident in wanted if ident in facts}
        kept = {article: marks for article, marks in known.marks.items() if article not in touched}
        found = {article: [m for m in known.marks[article] if m.fact.id not in wanted] for article in found if article in touched}
    for fact in (facts[ident] for ident in wanted if ident in facts):
        gravest = _gravest(fact, compared[fact.id], aside, kinds) if fact.place.article in found else None
        if gravest is not None:
            found[fact.place.article].append(gravest)
    made = {article: tuple(sorted(marks, key=lambda m: (m.fact.span.start, -m.sign.rank, m.fact.id))) for article, marks in found.items()}
    return Marked(analysis, aside, kinds, {**kept, **made})


def _gravest(fact: Fact, compared: Iterable[Judged], aside: frozenset[str], kinds: frozenset[str]) -> Mark | None:
    """The mark of a fact by the gravest of the comparisons that are open, the first of several."""
    found = [(each.facts[fact.id], each.comparison) for each in compared if each.comparison.kind in kinds]
    (sign, comparison) = min((pair for pair in found if pair[1].id not in aside), key=lambda pair: pair[0].rank, default=(None, None))
    return Mark(fact, sign.verdict, comparison.id, sign.unsure) if sign is not None and comparison is not None else None


def _compare(analysis: Analysis, _: object) -> Mapping[str, tuple[Judged, ...]]:
    found: dict[str, list[Judged]] = {}
    for each in judged(analysis).values():
        for ident in each.facts:
            found.setdefault(ident, []).append(each)
    return {ident: tuple(each) for ident, each in found.items()}


_comparing: Latest[Analysis, Mapping[str, tuple[Judged, ...]]] = Latest(_compare)  # the comparisons that each fact stands in, by its id
_marked: Latest[Analysis, Marked] = Latest(_mark)


def seen_by_article(project: Project, kinds: Iterable[str]) -> Mapping[str, tuple[Seen, ...]]:
    """The facts of each article of which none was compared yet, told by place alone; nothing once the analysis has ended."""
    return _seen(project.analysis, TELLING.intersection(kinds)) if project.analysis.partial else {}


def _see(analysis: Analysis, _: object, wished: frozenset[str]) -> Mapping[str, tuple[Seen, ...]]:
    compared = {ident for c in analysis.comparisons for ident in c.facts}
    judged = {f.place.article for f in analysis.facts if f.id in compared} if compared else set()
    found: dict[str, list[Seen]] = {}
    told: Iterable[Seen] = chain(analysis.facts, analysis.sighted)  # as they are: as many sightings take a tenth of a second
    for each in told:
        if each.kind in wished and each.place.article not in judged:
            found.setdefault(each.place.article, []).append(each)
    return {article: tuple(facts) for article, facts in found.items()}


_seen: Latest[Analysis, Mapping[str, tuple[Seen, ...]]] = Latest(_see)


def event_signs(project: Project, kinds: Iterable[str]) -> Mapping[str, Sign]:
    """The weightiest open sign of each event that has a comparison."""
    return _event_signs(project.analysis, set_aside(project), frozenset(kinds))


def _sign_events(analysis: Analysis, _: object, aside: frozenset[str], kinds: frozenset[str]) -> Mapping[str, Sign]:
    found: dict[str, tuple[int, Sign]] = {}
    least = Sign(Verdict.AGREEMENT)
    for each in _open(analysis, aside, kinds):
        known = found.setdefault(each.comparison.event, (least.rank, least))
        if each.rank < known[0]:
            found[each.comparison.event] = each.rank, each.sign
    return {event: sign for event, (_, sign) in found.items()}


_event_signs: Latest[Analysis, Mapping[str, Sign]] = Latest(_sign_events)


def runs(places: Iterable[Place]) -> tuple[tuple[int, ...], ...]:
    """Sentences of one article in runs of neighbours."""
    found: list[list[int]] = []
    for index in sorted(p.sentence for p in places):
        if found and found[-1][-1] == index - 1:
            found[-1].append(index)
        else:
            found.append([index])
    return tuple(tuple(run) for run in found)


def joints(event: Event) -> dict[tuple[str, str], tuple[Joint, ...]]:
    """What an event ties, by pair of articles, either way round.

    Runs of neighbouring sentences are tied where a link joins them, or all where the event lists no links.
    """
    members: dict[str, list[Place]] = {}
    for place in event.members:
        members.setdefault(place.article, []).append(place)
    by_article = {article: runs(places) for article, places in members.items()}
    run_of = {(article, sentence): run for article, each in by_article.items() for run in each for sentence in run}
    tied: dict[tuple[str, str, tuple[int, ...], tuple[int, ...]], tuple[float, By]] = {}
    for link in event.links:
        here, there = (run_of.get((p.article, p.sentence)) for p in (link.left, link.right))
        if here is not None and there is not None:
            for key in ((link.left.article, link.right.article, here, there), (link.right.article, link.left.article, there, here)):
                confidence, by = tied.get(key, (0.0, By.PROGRAM))
                tied[key] = max(confidence, link.confidence), By.USER if By.USER in {by, link.by} else By.PROGRAM
    if not event.links:
        for left, right in permutations(by_article, 2):
            for here, there in product(by_article[left], by_article[right]):
                tied[left, right, here, there] = event.strength, By.PROGRAM
    found: dict[tuple[str, str], list[Joint]] = {}
    for (left, right, here, there), (confidence, by) in sorted(tied.items(), key=lambda item: item[0]):
        if left != right:
            found.setdefault((left, right), []).append(Joint(event.id, here, there, confidence, by))
    return {pair: tuple(each) for pair, each in found.items()}


def ties(events: Iterable[Event], left: str, right: str, signs: Mapping[str, Sign]) -> tuple[Tie, ...]:
    """The bands between two articles."""
    return tuple(with_sign(joint, signs) for event in events for joint in joints(event).get((left, right), ()))


def with_sign(joint: Joint, signs: Mapping[str, Sign]) -> Tie:
    """A band with the sign that it bears."""
    return Tie(*joint, signs.get(joint.event, Sign(Verdict.AGREEMENT)))


@dataclass(frozen=True, slots=True)
class Told:
    """What an analysis tells of the articles, by what it is asked for.

    `facts` and `events` by id; `at` holds the events of each place; `aligned` the sentences of an article that stand in an event, `quiet`
    those in which something is stated with reserve or on someone's word; `joints` what is tied between two articles, `linked` the
    articles that have anything in common with another.
    """

    facts: Mapping[str, Fact]
    events: Mapping[str, Event]
    at: Mapping[Place, tuple[Event, ...]]
    aligned: Mapping[str, frozenset[int]]
    quiet: Mapping[str, frozenset[Place]]
    joints: Mapping[tuple[str, str], tuple[Joint, ...]]
    linked: frozenset[str]


def _tell(analysis: Analysis, _: Told | None) -> Told:
    at: dict[Place, tuple[Event, ...]] = {}
    aligned: dict[str, set[int]] = {}
    quiet: dict[str, set[Place]] = {}
    joined: dict[tuple[str, str], list[Joint]] = {}
    for event in analysis.events:
        for place in event.members:
            at[place] = (*at.get(place, ()), event)
            aligned.setdefault(place.article, set()).add(place.sentence)
        for pair, each in joints(event).items():
            joined.setdefault(pair, []).extend(each)
    for fact in analysis.facts:
        if fact.stance.certainty is Certainty.HEDGED or fact.stance.source:
            quiet.setdefault(fact.place.article, set()).add(fact.place)
    return Told(
        {f.id: f for f in analysis.facts},
        {e.id: e for e in analysis.events},
        at,
        {article: frozenset(each) for article, each in aligned.items()},
        {article: frozenset(each) for article, each in quiet.items()},
        {pair: tuple(each) for pair, each in joined.items()},
        analysis.linked(),
    )


told: Latest[Analysis, Told] = Latest(_tell)


def event_at(project: Project, place: Place) -> Event | None:
    """The event that a sentence tells, the strongest where there are several."""
    return strongest_at(told(project.analysis), place)


def strongest_at(known: Told, place: Place) -> Event | None:
    """The strongest event that a sentence tells."""
    return max(known.at.get(place, ()), key=lambda e: e.strength, default=None)
