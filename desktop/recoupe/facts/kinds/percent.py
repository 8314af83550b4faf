"""Shares and rates: per cent, points, fractions of a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recoupe.facts.amounts import Amount
from recoupe.facts.counted import complement, governed
from recoupe.facts.judging import judge_quantities
from recoupe.facts.kind import Found, Kind, SentenceContext
from recoupe.facts.seen import place, seen
from recoupe.facts.spread import mapped
from recoupe.model import Span

_RATES = re.compile(
    r"%|pour cent|pourcentage|\btaux\b|\bper ?cent|\brate\b|\bindice\b|\binflation\b|\bcroissance\b|\bchômage\b", re.IGNORECASE
)


def find(context: SentenceContext) -> Iterator[Found]:
    """Every share. « −2 % » and « une baisse de 2 % » are one value: which way it goes is told by its words."""
    for amount in seen(context).amounts:
        if not is_percent(context, amount):
            continue
        span = place(context, amount.start, amount.end)
        unit = amount.unit.base if amount.unit is not None else "%"
        noun = complement(context.tokens, span.end)
        about = " ".join(filter(None, (context.tokens[noun].lemma.casefold() if noun is not None else "", governed(context.tokens, span))))
        end = context.tokens[noun].span.end if noun is not None else span.end
        yield Found(Span(span.start, end), mapped(amount.spread, abs).quantity(unit), about, "percent")


def is_percent(context: SentenceContext, amount: Amount) -> bool:
    """Whether an amount is a share; points are where the sentence speaks of rates or they come in parts."""
    if amount.sort == "share":
        return True
    if amount.unit is None:
        return False
    if amount.unit.dimension == "points":
        point = amount.spread.point
        parts = point is not None and point != point.to_integral_value()
        return parts or bool(_RATES.search(context.reading.text))
    return amount.unit.dimension == "percent"


KIND = Kind(name="percent", labels={"fr": "Pourcentage", "en": "Percentage"}, find=find, judge=judge_quantities)
