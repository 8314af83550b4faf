"""What an article states under reserve."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.facts.assertions import assertions, judge_assertions
from recoupe.facts.kind import Found, Kind, SentenceContext


def find(context: SentenceContext) -> Iterator[Found]:
    """Every hedged clause."""
    return (found for hedged, found in assertions(context) if hedged)


KIND = Kind(name="certainty", labels={"fr": "Certitude", "en": "Certainty"}, find=find, judge=judge_assertions)
