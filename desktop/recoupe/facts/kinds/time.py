"""Times of the day."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.facts.counted import governed
from recoupe.facts.judging import judge_quantities
from recoupe.facts.kind import Found, Kind, SentenceContext
from recoupe.facts.seen import place, seen


def find(context: SentenceContext) -> Iterator[Found]:
    """Every time of the day, in minutes since midnight."""
    for clock in seen(context).clocks:
        span = place(context, clock.start, clock.end)
        yield Found(span, clock.value, governed(context.tokens, span), "time")


KIND = Kind(name="time", labels={"fr": "Heure", "en": "Time"}, find=find, judge=judge_quantities)
