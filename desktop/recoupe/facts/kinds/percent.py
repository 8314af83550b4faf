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
    shares = [(a, place(context, a.start, a.end)) for a in seen(context).amounts if is_percent(context, a)]
    parted = {of for _, span in shares if (of := _parted(context, span))}
    for amount, span in shares:
        unit = amount.unit.base if amount.unit is not None else "%"
        noun = complement(context.tokens, span.end)
        whole = context.tokens[noun].lemma.casefold() if noun is not None else _parted(context, span)
        about = " ".join(filter(None, (whole, *(w for w in governed(context.tokens, span).split() if w not in parted))))
        end = context.tokens[noun].span.end if noun is not None else span.end
        yield Found(Span(span.start, end), mapped(amount.spread, abs).quantity(unit), about, "percent")


def _parted(context: SentenceContext, span: Span) -> str:
    """What is counted within a share: « un train sur deux », "one train in two"."""
    inside = [t for t in context.tokens if t.span.overlaps(span)]
    of = next((i for i, t in enumerate(inside) if t.text.casefold() in {"sur", "in"}), 0)
    return next((t.lemma.casefold() for t in inside[:of] if t.pos in {"NOUN", "PROPN"}), "")


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
