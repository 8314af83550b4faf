"""Places where something is or happens."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.facts.kind import Found, Kind, SentenceContext
from recoupe.facts.names import judge_names, key_of, mentions
from recoupe.facts.roles import about_name
from recoupe.model import Name


def find(context: SentenceContext) -> Iterator[Found]:
    """Every place named in the sentence, about what is there."""
    for mention in mentions(context):
        if mention.sort == "place":
            yield Found(
                mention.span, Name(mention.shown, key_of(mention.shown), "place"), about_name(context.tokens, mention.words), "place"
            )


KIND = Kind(name="place", labels={"fr": "Lieu", "en": "Place"}, find=find, judge=judge_names)
