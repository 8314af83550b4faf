"""Places where something is or happens."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from recoupe.facts.kind import Found, Kind, SentenceContext
from recoupe.facts.lexicon import lexicon
from recoupe.facts.names import inflected, judge_names, key_of, mentions
from recoupe.facts.roles import about_name
from recoupe.model import Name


def find(context: SentenceContext) -> Iterator[Found]:
    """Every place named in the sentence, about what is there."""
    for mention in mentions(context):
        if mention.sort == "place":
            yield Found(
                mention.span, Name(mention.shown, key_of(mention.shown), "place"), about_name(context.tokens, mention.words), "place"
            )
    yield from _by_adjective(context)


def _by_adjective(context: SentenceContext) -> Iterator[Found]:
    """A place told by its adjective: « la société lyonnaise »."""
    if context.language != "fr":
        return
    tokens, known = context.tokens, _adjectives()
    for i, token in enumerate(tokens):
        place = known.get(token.text.lower())
        if place and token.text.islower() and tokens[token.head].pos == "NOUN" and token.head != i:
            yield Found(token.span, Name(token.text, place, "place"), tokens[token.head].lemma.lower(), "place")


@cache
def _adjectives() -> dict[str, str]:
    """Every form of the adjectives of place, and the place each means."""
    return {form: place for adjective, place in lexicon("fr", "peoples")["of"].items() for form in inflected(adjective)}


KIND = Kind(name="place", labels={"fr": "Lieu", "en": "Place"}, find=find, judge=judge_names)
