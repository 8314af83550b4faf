"""What something is put down to."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.facts.causes import causes
from recoupe.facts.kind import Found, Kind, Ruling, SentenceContext
from recoupe.facts.tree import is_content, run
from recoupe.model import Assertion, Verdict


def find(context: SentenceContext) -> Iterator[Found]:
    """Every cause the sentence names, about the effect it names beside."""
    tokens = context.tokens
    for inside in causes(context):
        content = [tokens[i].lemma.lower() for i in inside if is_content(tokens[i])]
        effect = [t.lemma.lower() for i, t in enumerate(tokens) if i not in inside and is_content(t)]
        if content:
            yield Found(run(tokens, inside), Assertion(" ".join(content)), " ".join(effect[:8]), "cause")


def judge(left: Assertion, right: Assertion) -> Ruling:
    """Causes that share a weighty word agree; others exclude each other."""
    if set(left.what.split()) & set(right.what.split()):
        return Verdict.AGREEMENT, "same_cause"
    return Verdict.CONTRADICTION, "other_cause"


KIND = Kind(name="cause", labels={"fr": "Cause", "en": "Cause"}, find=find, judge=judge)
