"""Lets rulings and notes follow their comparison when an analysis finds it with other facts: an article more, or a later version."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import replace

from recoupe.model import Analysis, Comparison, Decision, Dismissed, Event, Noted, Place, Project, Reviewed, Verdict


def followed(project: Project, found: Analysis) -> Project:
    """The study with new findings, and with what was ruled on comparisons and events that are now found otherwise.

    A comparison is followed to the one that shares most of its facts, at least two; an event to the one that shares most of its
    sentences. A note always follows. A ruling follows unless a fact that was not there when it was made diverges: that is to be
    looked at anew.
    """
    before = project.analysis
    if before is found:
        return project
    ruled = {_subject(d) for d in project.decisions if isinstance(d, Dismissed | Reviewed | Noted)}
    heirs = _heirs((c for c in before.comparisons if c.id in ruled), found.comparisons) if ruled else {}
    events = _event_heirs((e for e in before.events if e.id in ruled), found.events) if ruled else {}
    decisions = tuple(dict.fromkeys(_moved(d, heirs, events) for d in project.decisions))
    return replace(project, analysis=found, decisions=project.decisions if decisions == project.decisions else decisions)


def unplaced(project: Project) -> tuple[Decision, ...]:
    """What was ruled or noted on a comparison or event that the findings do not hold; it stays in the study, should that return."""
    ruled = tuple(d for d in project.decisions if isinstance(d, Dismissed | Reviewed | Noted))
    if not ruled:
        return ()
    found = project.analysis
    there = {c.id for c in found.comparisons} | {e.id for e in found.events} | {a.id for a in project.articles}
    return tuple(d for d in ruled if _subject(d) not in there)


def left_standing(project: Project) -> Analysis:
    """What of findings that are not those of the study's texts can be kept with it: `partial`, so that they are made anew.

    Rulings and notes rest on rows and passages, and follow from these to what is found next; without them a study that was saved or kept
    while it was being compared would have lost its rulings. What speaks of words that are gone is left out. Nothing is left of findings
    that hold neither rows nor passages.
    """
    lengths = {a.id: len(a.text) for a in project.articles}
    sentences = {a.id: len(a.sentences) for a in project.articles}

    def stands(place: Place) -> bool:
        return 0 <= place.sentence < sentences.get(place.article, 0)

    before = project.analysis
    facts = tuple(f for f in before.facts if stands(f.place) and f.span.end <= lengths[f.place.article])
    events = tuple(e for e in (_event_of(e, stands) for e in before.events) if len(e.members) > 1)
    held, told = {f.id for f in facts}, {e.id for e in events}
    rows = tuple(c for c in (_row_of(c, held, told) for c in before.comparisons) if len(c.facts) > 1)
    return Analysis(facts, events, rows, partial=True) if events or rows else Analysis()


def _event_of(event: Event, stands: Callable[[Place], bool]) -> Event:
    """What of an event stands in the texts; itself where that is all."""
    members = tuple(p for p in event.members if stands(p))
    if len(members) == len(event.members):
        return event
    return replace(event, members=members, links=tuple(link for link in event.links if stands(link.left) and stands(link.right)))


def _row_of(row: Comparison, facts: Set[str], events: Set[str]) -> Comparison:
    """What of a row rests on facts and on an event that are there; itself where that is all."""
    kept = tuple(f for f in row.facts if f in facts)
    event = row.event if row.event in events else ""
    if len(kept) == len(row.facts) and event == row.event:
        return row
    return replace(row, facts=kept, judgements=tuple(j for j in row.judgements if j.left in facts and j.right in facts), event=event)


def _subject(decision: Dismissed | Reviewed | Noted) -> str:
    return decision.subject if isinstance(decision, Noted) else decision.comparison


def _moved(decision: Decision, heirs: Mapping[str, tuple[str, bool]], events: Mapping[str, str]) -> Decision:
    match decision:
        case Dismissed(ident) | Reviewed(ident):
            heir, as_before = heirs.get(ident, ("", False))
            return replace(decision, comparison=heir) if as_before else decision
        case Noted(subject):
            heir = heirs.get(subject, ("", False))[0] or events.get(subject, "")
            return replace(decision, subject=heir) if heir else decision
    return decision


def _heirs(before: Iterable[Comparison], after: Sequence[Comparison]) -> dict[str, tuple[str, bool]]:
    """For each comparison that is gone, the one that took its place and whether nothing new diverges there."""
    kept = {c.id for c in after}
    gone = [old for old in before if old.id not in kept]
    sought = {fact for old in gone for fact in old.facts}
    holders: dict[str, list[int]] = {}
    for n, comparison in enumerate(after if gone else ()):
        for fact in comparison.facts:
            if fact in sought:
                holders.setdefault(fact, []).append(n)
    heirs = {}
    for old in gone:
        shared: dict[int, int] = {}
        for fact in old.facts:
            for n in holders.get(fact, ()):
                shared[n] = shared.get(n, 0) + 1
        best = max(shared, key=lambda n: (shared[n], -n), default=-1)
        if best >= 0 and shared[best] > 1:
            heirs[old.id] = after[best].id, _as_before(old, after[best])
    return heirs


def _as_before(old: Comparison, new: Comparison) -> bool:
    known = set(old.facts)
    if new.verdict.gravity < old.verdict.gravity:
        return False
    return all(j.verdict is Verdict.AGREEMENT or {j.left, j.right} <= known for j in new.judgements)


def _event_heirs(before: Iterable[Event], after: Iterable[Event]) -> dict[str, str]:
    now = tuple(after)
    kept = {e.id for e in now}
    heirs = {}
    for old in before:
        if old.id in kept:
            continue
        members = set(old.members)
        best = max(now, key=lambda e: len(members.intersection(e.members)), default=None)
        if best is not None and len(members.intersection(best.members)) > 1:
            heirs[old.id] = best.id
    return heirs
