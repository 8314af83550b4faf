"""Cuts a study down to what a report is to hold, and reads the review from the user's rulings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from recoupe.model import Analysis, Comparison, Dismissed, Project, Reviewed, State
from recoupe.reading import resegment
from recoupe.reports.outline import Choice


def states_of(project: Project) -> Mapping[str, State]:
    """How far the review of each comparison has come, by its id; the last ruling counts."""
    states: dict[str, State] = {}
    for decision in project.decisions:
        if isinstance(decision, Reviewed):
            states[decision.comparison] = decision.state
        elif isinstance(decision, Dismissed):
            states[decision.comparison] = State.NOT_A_DIVERGENCE
    return states


def cut_down(project: Project, choice: Choice, states: Mapping[str, State]) -> Project:
    """The study cut down to the chosen articles, events, states and verdicts, its articles as the user's rulings on noise make them."""
    articles = tuple(resegment(a, project.decisions) for a in project.articles if choice.articles is None or a.id in choice.articles)
    shown = {a.id for a in articles}
    facts = tuple(f for f in project.analysis.facts if f.place.article in shown)
    known = {f.id for f in facts}
    events = tuple(
        replace(e, members=tuple(p for p in e.members if p.article in shown))
        for e in project.analysis.events
        if (choice.events is None or e.id in choice.events) and len(shown.intersection(e.articles)) > 1
    )
    comparisons = tuple(c for c in (_cut(c, known) for c in project.analysis.comparisons) if c and _is_wanted(c, choice, states))
    copies = tuple(c for c in project.analysis.copies if c.left in shown and c.right in shown)
    translations = tuple(t for t in project.translations if t.place.article in shown)
    revisions = tuple(r for r in project.revisions if r.earlier.id in shown)
    found = Analysis(facts, events, comparisons, copies)
    return replace(project, articles=articles, analysis=found, translations=translations, revisions=revisions)


def _cut(found: Comparison, known: set[str]) -> Comparison | None:
    judgements = tuple(j for j in found.judgements if j.left in known and j.right in known)
    facts = tuple(f for f in found.facts if f in known)
    return replace(found, facts=facts, judgements=judgements) if judgements else None


def _is_wanted(found: Comparison, choice: Choice, states: Mapping[str, State]) -> bool:
    return (
        (choice.events is None or (found.event or "") in choice.events)
        and (choice.states is None or states.get(found.id, State.TO_CHECK) in choice.states)
        and (choice.verdicts is None or found.verdict in choice.verdicts)
    )
