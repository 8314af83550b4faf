"""What something is put down to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from recoupe.facts.kind import Found, Kind, Ruling, SentenceContext
from recoupe.facts.lexicon import words
from recoupe.facts.tree import is_content, run
from recoupe.model import Assertion, Verdict

LONGEST = 16  # words of a cause


@cache
def _pattern(language: str) -> re.Pattern[str]:
    markers = sorted(words(language, "cause", "markers"), key=lambda w: (-len(w), w))
    ends = "|".join(re.escape(w).replace("'", "['’]").replace(r"\ ", r"\s+") for w in markers)
    return re.compile(rf"(?<!\w)({ends})(?:\s+|(?<=['’]))(?=\S)", re.IGNORECASE)


def find(context: SentenceContext) -> Iterator[Found]:
    """What stands behind a marker of cause, up to the next stop."""
    tokens = context.tokens
    last = -1
    for match in _pattern(context.language).finditer(context.reading.text):
        if match.end() >= len(context.reading.text):
            continue
        at = context.reading.source(match.end())
        start = next((i for i, t in enumerate(tokens) if t.span.start >= at), None)
        if start is None or start <= last:
            continue
        end = start
        while end < len(tokens) and end - start < LONGEST and tokens[end].text not in {",", ";", ":", ".", "»", ")", "(", "?", "!"}:
            end += 1
        kept = list(range(start, end))
        content = [tokens[i].lemma.lower() for i in kept if is_content(tokens[i])]
        if content:
            last = end
            effect = [t.lemma.lower() for i, t in enumerate(tokens) if i < start and is_content(t)]
            yield Found(run(tokens, kept), Assertion(" ".join(content)), " ".join(effect[-6:]), "cause")


def judge(left: Assertion, right: Assertion) -> Ruling:
    """Causes that share a weighty word agree; others exclude each other."""
    if set(left.what.split()) & set(right.what.split()):
        return Verdict.AGREEMENT, "same_cause"
    return Verdict.CONTRADICTION, "other_cause"


KIND = Kind(name="cause", labels={"fr": "Cause", "en": "Cause"}, find=find, judge=judge)
