"""Dates."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.facts.counted import governed
from recoupe.facts.judging import judge_periods
from recoupe.facts.kind import Found, Kind, SentenceContext
from recoupe.facts.seen import place, seen


def find(context: SentenceContext) -> Iterator[Found]:
    """Every date, as the period it names; about what happens then."""
    for dated in seen(context).dates:
        span = place(context, dated.start, dated.end)
        yield Found(span, dated.period, governed(context.tokens, span), "date")


KIND = Kind(name="date", labels={"fr": "Date", "en": "Date"}, find=find, judge=judge_periods)
