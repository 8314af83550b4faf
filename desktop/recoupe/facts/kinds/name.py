"""Names of people, bodies, products and works."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.facts.kind import Found, Kind, SentenceContext
from recoupe.facts.names import judge_names, key_of, mentions
from recoupe.facts.roles import about_name
from recoupe.model import Name


def find(context: SentenceContext) -> Iterator[Found]:
    """Every name that is not a place's, about the function its bearer holds."""
    for mention in mentions(context):
        if mention.sort != "place":
            yield Found(
                mention.span, Name(mention.shown, key_of(mention.shown), mention.sort), about_name(context.tokens, mention.words), "name"
            )


KIND = Kind(name="name", labels={"fr": "Nom", "en": "Name"}, find=find, judge=judge_names)
