"""What an article states or denies without reserve."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.facts.assertions import assertions, denials, judge_assertions, states
from recoupe.facts.kind import Found, Kind, SentenceContext


def find(context: SentenceContext) -> Iterator[Found]:
    """Every clause stated or denied firmly, and what is denied without a verb."""
    yield from (found for hedged, found in assertions(context) if not hedged)
    yield from denials(context)
    yield from states(context)


KIND = Kind(name="polarity", labels={"fr": "Affirmation", "en": "Statement"}, find=find, judge=judge_assertions)
