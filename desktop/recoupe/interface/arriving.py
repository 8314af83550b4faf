"""Findings on their way: what an analysis hands out before it ends is put beside what is known. No Qt."""

from __future__ import annotations

from dataclasses import replace

from recoupe.model import Analysis, Event, Fact, Part


def with_part(known: Analysis, part: Part) -> Analysis:
    """The findings with one more part; the very same object where it adds nothing.

    Verdicts that are known stay, with all they rest on, until the new ones are there: rulings follow them, and nobody should see them
    flicker. So what is handed out shows only where nothing is known yet: in the first analysis, and in articles that are new or changed.
    """
    if part.facts is not None:
        return _with_facts(known, part.article, part.facts)
    if part.events is not None:
        return _with_events(known, part.events)
    if part.sighted and not any(f.place.article == part.article for f in known.facts):
        others = tuple(s for s in known.sighted if s.place.article != part.article)
        return replace(known, partial=True, sighted=(*others, *part.sighted))
    return known


def _with_facts(known: Analysis, article: str, found: tuple[Fact, ...]) -> Analysis:
    held = {f.id: f for f in known.facts if f.place.article == article}
    own = [held[f.id] if held.get(f.id) == f else f for f in found]
    judged = {ident for c in known.comparisons for ident in c.facts} - {f.id for f in own}
    own += [f for f in held.values() if f.id in judged]
    sighted = tuple(s for s in known.sighted if s.place.article != article)
    if len(sighted) == len(known.sighted) and len(own) == len(held) and all(held.get(f.id) is f for f in own):
        return known
    others = (f for f in known.facts if f.place.article != article)
    return replace(known, partial=True, facts=(*others, *own), sighted=sighted)


def _with_events(known: Analysis, found: tuple[Event, ...]) -> Analysis:
    if known.events or known.comparisons or not found:
        return known
    return replace(known, partial=True, events=found)
