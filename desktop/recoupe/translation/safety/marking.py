"""Carries the marks of facts over: where a translation says what a fact of the original says."""

from __future__ import annotations

from collections.abc import Mapping

from recoupe.model import Assertion, Certainty, Fact, Name, Span
from recoupe.translation.safety.figures import paired
from recoupe.translation.safety.force import places_of_force
from recoupe.translation.safety.names import place_of_name
from recoupe.translation.safety.side import Side

_STATED = {"polarity", "certainty", "attribution", "cause"}


def carry_marks(source: Side, target: Side) -> Mapping[str, Span]:
    """The place in the translation of each fact of the original, by fact id; a fact that isn't found again has none.

    Figures and dates are found by what they are worth, names by their words, hedges and negations by their place in the order.
    """
    marks = {s.id: t.span for s, t in paired(source.facts, target.facts)}
    for fact in source.facts:
        if fact.id in marks:
            continue
        place = place_of_name(fact, source, target) if isinstance(fact.value, Name) else _literal(fact, source, target)
        if place is None and _by_force(fact):
            place = _in_order(fact, source, target)
        if place is None and fact.kind in _STATED:
            place = _as_many(fact, source, target)
        if place is not None:
            marks[fact.id] = place
    return marks


def _by_force(fact: Fact) -> bool:
    """Whether a fact is a denial or a reserve: what is affirmed beside one is not said by the word that denies."""
    if fact.kind == "polarity":
        return isinstance(fact.value, Assertion) and not fact.value.holds
    return fact.kind == "certainty" and fact.stance.certainty is Certainty.HEDGED


def _as_many(fact: Fact, source: Side, target: Side) -> Span | None:
    """What stands at the same rank, where the translation states as many things of the kind as the original does."""
    own, other = ([f for f in side.facts if f.kind == fact.kind] for side in (source, target))
    return sorted(f.span for f in other)[sorted(f.span for f in own).index(fact.span)] if len(own) == len(other) else None


def _literal(fact: Fact, source: Side, target: Side) -> Span | None:
    """The same words, where the translation kept them."""
    words = source.text[fact.span.start : fact.span.end]
    at = target.text.find(words)
    return Span(at, at + len(words)) if at >= 0 else None


def _in_order(fact: Fact, source: Side, target: Side) -> Span | None:
    """The first hedge answers the first, the second the second; likewise negations."""
    own, other = places_of_force(source, fact.kind), places_of_force(target, fact.kind)
    if not own or not other:
        return None
    rank = sum(1 for span in own if span.end <= fact.span.start)
    return other[min(rank, len(other) - 1)]
