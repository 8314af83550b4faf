"""On whose word something is told."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.facts.bearers import one_source
from recoupe.facts.kind import Found, Kind, Ruling, SentenceContext
from recoupe.facts.sources import sources
from recoupe.facts.tree import is_content
from recoupe.model import Name, Verdict


def find(context: SentenceContext) -> Iterator[Found]:
    """Everyone the sentence credits, about the words it credits them with."""
    tokens = context.tokens
    for source in sources(context):
        said = [t.lemma.lower() for i, t in enumerate(tokens) if i not in source.words and i != source.verb and is_content(t)]
        yield Found(
            source.span, Name(source.shown, source.key, "person" if source.person else "source"), " ".join(said[:12]), "attribution"
        )


def judge(left: Name, right: Name) -> Ruling:
    """The same source agrees; another one is a difference of attribution, never a contradiction."""
    if one_source(left, right):
        return Verdict.AGREEMENT, "same_source"
    return Verdict.ATTRIBUTION, "other_source"


KIND = Kind(name="attribution", labels={"fr": "Source", "en": "Source"}, find=find, judge=judge)
