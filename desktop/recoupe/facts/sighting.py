"""What a text holds of figures, sums, dates and times, seen at once: places to mark while its sentences are still to be parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recoupe.facts.amounts import Amount
from recoupe.facts.kind import SentenceContext
from recoupe.facts.kinds.percent import is_percent
from recoupe.facts.seen import is_age, place, seen
from recoupe.model import Article, Place, Sighting

_FIGURES = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")


def sightings(article: Article, first: int | None = None) -> tuple[Sighting, ...]:
    """Where the article, or so many of its first sentences, will be found to state a figure, sum, share, date, time or duration, in order.

    What needs no grammar is seen as `extract` sees it, so that few of these places are taken back. Names, statements and counts in words
    alone are not seen.
    """
    language = article.language if article.language == "en" else "fr"
    found = []
    for index in article.story[:first]:
        reading = article.reading(article.sentences[index].span)
        context = SentenceContext(article, index, (), language, article.published, reading)
        for start, end, kind in sorted(_seen(context)):
            found.append(Sighting(Place(article.id, index), place(context, start, end), kind))
    return tuple(found)


def _seen(context: SentenceContext) -> Iterator[tuple[int, int, str]]:
    inside = seen(context)
    yield from ((d.start, d.end, "date") for d in inside.dates)
    yield from ((c.start, c.end, "time") for c in inside.clocks)
    for amount in inside.amounts:
        told = context.reading.text[amount.start : amount.end]
        if _FIGURES.search(told) and not _YEAR.fullmatch(told):
            yield amount.start, amount.end, _kind(context, amount)


def _kind(context: SentenceContext, amount: Amount) -> str:
    if is_percent(context, amount):
        return "percent"
    if amount.unit is not None and amount.unit.dimension in {"money", "duration"} and not is_age(context, amount):
        return amount.unit.dimension
    return "quantity"
