"""Places where something is or happens."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from recoupe.facts.kind import Found, Kind, SentenceContext
from recoupe.facts.lexicon import lexicon
from recoupe.facts.names import inflected, judge_names, key_of, mentions
from recoupe.facts.roles import about_name
from recoupe.facts.tree import run
from recoupe.model import Name

_CALLING = {"capitale", "cité", "ville"}  # what such a phrase begins with
_LONGEST = 6  # words


def find(context: SentenceContext) -> Iterator[Found]:
    """Every place named in the sentence, about what is there."""
    named = tuple(mentions(context))
    for mention in named:
        if mention.sort == "place":
            yield Found(
                mention.span,
                Name(mention.shown, key_of(mention.shown, place=True), "place"),
                about_name(context.tokens, mention.words),
                "place",
            )
    inside = frozenset(i for mention in named for i in mention.words)
    yield from _by_adjective(context, inside)
    yield from _by_periphrase(context)


def _by_periphrase(context: SentenceContext) -> Iterator[Found]:
    """A place that is called otherwise: « la cité phocéenne »."""
    if context.language != "fr":
        return
    tokens, known = context.tokens, lexicon("fr", "peoples")["called"]
    for start, token in enumerate(tokens):
        if token.text.lower() in _CALLING:
            for end in range(min(len(tokens), start + _LONGEST), start + 1, -1):
                span = run(tokens, range(start, end))
                shown = context.article.quote(span)
                if (place := known.get(" ".join(shown.lower().replace("’", "'").split()))) is not None:
                    yield Found(span, Name(shown, place, "place"), about_name(tokens, range(start, end)), "place")
                    break


def _by_adjective(context: SentenceContext, named: frozenset[int]) -> Iterator[Found]:
    """A place told by its adjective, « la société lyonnaise », where that is no part of a name: « le Stade brestois »."""
    if context.language != "fr":
        return
    tokens, known = context.tokens, _adjectives()
    for i, token in enumerate(tokens):
        place = known.get(token.text.lower())
        if place and i not in named and token.text.islower() and tokens[token.head].pos == "NOUN" and token.head != i:
            yield Found(token.span, Name(token.text, place, "place"), tokens[token.head].lemma.lower(), "place")


@cache
def _adjectives() -> dict[str, str]:
    """Every form of the adjectives of place, and the place each means."""
    return {form: place for adjective, place in lexicon("fr", "peoples")["of"].items() for form in inflected(adjective)}


KIND = Kind(name="place", labels={"fr": "Lieu", "en": "Place"}, find=find, judge=judge_names)
