"""Names of people, bodies, products and works, and of things by a word that excludes others."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.facts.careers import functions, judge_functions
from recoupe.facts.exclusive import judge_things, sorts, things
from recoupe.facts.kind import Found, Kind, Ruling, SentenceContext
from recoupe.facts.names import judge_names, key_of, mentions
from recoupe.facts.numbered import SORTS, judge_numbered, numbered
from recoupe.facts.posts import is_function
from recoupe.facts.roles import about_name
from recoupe.facts.scores import SORT, judge_scores, scores
from recoupe.model import Name


def find(context: SentenceContext) -> Iterator[Found]:
    """Every name that is not a place's, about the function its bearer holds, every word of an exclusive set, every score and what is told
    by its number.
    """
    yield from numbered(context)
    for mention in mentions(context):
        if mention.sort != "place":
            yield Found(
                mention.span, Name(mention.shown, key_of(mention.shown), mention.sort), about_name(context.tokens, mention.words), "name"
            )
    yield from functions(context)
    yield from things(context)
    yield from scores(context)


def judge(left: Name, right: Name) -> Ruling:
    """Names by their bearers, things by the set they belong to, scores and numbered things by their numbers."""
    if left.sort == right.sort == SORT:
        return judge_scores(left, right)
    if left.sort == right.sort and left.sort in SORTS:
        return judge_numbered(left, right)
    if left.sort == right.sort and is_function(left):
        return judge_functions(left, right)
    return judge_things(left, right) if left.sort == right.sort and left.sort in sorts() else judge_names(left, right)


KIND = Kind(name="name", labels={"fr": "Nom", "en": "Name"}, find=find, judge=judge)
