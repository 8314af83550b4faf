"""What of the findings is drawn in one article, and between two neighbours. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from recoupe.interface.commands.review import states_of
from recoupe.interface.signs import Sign, sign_of, signs_of_facts
from recoupe.model import By, Certainty, Comparison, Event, Fact, Place, Project, Sighting, Span, State, Verdict

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
    seen: tuple[Sighting, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """Neighbouring sentences of one article tied to such of another: one band between two panes."""

    event: str
    left: tuple[int, ...]
    right: tuple[int, ...]
    confidence: float
    by: By
    sign: Sign


def open_comparisons(project: Project, kinds: Iterable[str]) -> tuple[Comparison, ...]:
    """The comparisons of the wished kinds that the user has not set aside."""
    wished, ruled = set(kinds), states_of(project)
    return tuple(c for c in project.analysis.comparisons if c.kind in wished and ruled.get(c.id) is not State.NOT_A_DIVERGENCE)


def marks_by_article(project: Project, kinds: Iterable[str]) -> dict[str, tuple[Mark, ...]]:
    """The marks of every article, in order of the text; where facts overlap, the weightiest mark comes last, to be drawn on top."""
    facts = {f.id: f for f in project.analysis.facts}
    gravest: dict[str, Mark] = {}
    for comparison in open_comparisons(project, kinds):
        for ident, sign in signs_of_facts(comparison).items():
            fact, known = facts.get(ident), gravest.get(ident)
            if fact is not None and (known is None or sign.rank < known.sign.rank):
                gravest[ident] = Mark(fact, sign.verdict, comparison.id, sign.unsure)
    found: dict[str, list[Mark]] = {a.id: [] for a in project.articles}
    for mark in sorted(gravest.values(), key=lambda m: (m.span.start, -m.sign.rank)):
        if mark.fact.place.article in found:
            found[mark.fact.place.article].append(mark)
    return {ident: tuple(marks) for ident, marks in found.items()}


def seen_by_article(project: Project, kinds: Iterable[str]) -> dict[str, tuple[Sighting, ...]]:
    """The facts of each article of which none was compared yet, by place alone; nothing once the analysis has ended."""
    analysis, wished = project.analysis, TELLING.intersection(kinds)
    if not analysis.partial:
        return {}
    compared = {ident for c in analysis.comparisons for ident in c.facts}
    judged = {f.place.article for f in analysis.facts if f.id in compared}
    found: dict[str, list[Sighting]] = {}
    for seen in (*(Sighting(f.place, f.span, f.kind) for f in analysis.facts), *analysis.sighted):
        if seen.kind in wished and seen.place.article not in judged:
            found.setdefault(seen.place.article, []).append(seen)
    return {article: tuple(each) for article, each in found.items()}


def hedged_places(project: Project) -> frozenset[Place]:
    """The sentences in which something is stated with reserve or on someone's word."""
    return frozenset(f.place for f in project.analysis.facts if f.stance.certainty is Certainty.HEDGED or f.stance.source)


def event_signs(project: Project, kinds: Iterable[str]) -> dict[str, Sign]:
    """The weightiest open sign of each event that has a comparison."""
    found: dict[str, Sign] = {}
    for comparison in open_comparisons(project, kinds):
        known, sign = found.get(comparison.event, Sign(Verdict.AGREEMENT)), sign_of(comparison)
        found[comparison.event] = min(known, sign, key=lambda s: s.rank)
    return found


def runs(places: Iterable[Place]) -> tuple[tuple[int, ...], ...]:
    """Sentences of one article in runs of neighbours."""
    found: list[list[int]] = []
    for index in sorted(p.sentence for p in places):
        if found and found[-1][-1] == index - 1:
            found[-1].append(index)
        else:
            found.append([index])
    return tuple(tuple(run) for run in found)


def ties(events: Iterable[Event], left: str, right: str, signs: dict[str, Sign]) -> tuple[Tie, ...]:
    """The bands between two articles. Runs of an event are tied where one of its links joins them, or all where it lists no links."""
    found = []
    for event in events:
        ours, theirs = event.of(left), event.of(right)
        if not ours or not theirs:
            continue
        across = [
            (a.sentence, b.sentence, link)
            for link in event.links
            for a, b in ((link.left, link.right), (link.right, link.left))
            if a.article == left and b.article == right
        ]
        for here, there in product(runs(ours), runs(theirs)):
            links = [link for a, b, link in across if a in here and b in there]
            if links or not event.links:
                confidence = max((link.confidence for link in links), default=event.strength)
                by = By.USER if any(link.by is By.USER for link in links) else By.PROGRAM
                found.append(Tie(event.id, here, there, confidence, by, signs.get(event.id, Sign(Verdict.AGREEMENT))))
    return tuple(found)


def event_at(project: Project, place: Place) -> Event | None:
    """The event that a sentence tells, the strongest where there are several."""
    return max((e for e in project.analysis.events if place in e.members), key=lambda e: e.strength, default=None)
