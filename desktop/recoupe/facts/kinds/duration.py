"""How long something takes, took or will take."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from recoupe.facts.amounts import Amount
from recoupe.facts.counted import complement, governed
from recoupe.facts.judging import judge_quantities
from recoupe.facts.kind import Found, Kind, SentenceContext
from recoupe.facts.seen import is_age, place, seen
from recoupe.facts.spread import mapped
from recoupe.facts.units import Unit
from recoupe.model import Quantity

_TOLD = re.compile(
    r"(?:une?|an?|one) (?:jour|journée|nuit|soirée|saison|année|seconde|day|night|second|season)$",
    re.IGNORECASE,
)
_DAY = Decimal(86400)


def find(context: SentenceContext) -> Iterator[Found]:
    """Every length of time, in seconds below a day and in days from there on."""
    for amount in seen(context).amounts:
        if amount.unit is None or amount.unit.dimension != "duration" or is_age(context, amount):
            continue
        if amount.article and _TOLD.match(context.reading.text[amount.start : amount.end]):
            continue
        span = place(context, amount.start, amount.end)
        noun = complement(context.tokens, span.end)
        about = " ".join(filter(None, (context.tokens[noun].lemma.casefold() if noun is not None else "", governed(context.tokens, span))))
        yield Found(span, _value(amount, amount.unit), about, "duration")


def _value(amount: Amount, unit: Unit) -> Quantity:
    spread = amount.spread
    size = spread.point or spread.high or spread.low
    if unit.base == "s" and size is not None and size >= _DAY:
        return mapped(spread, lambda n: n / _DAY).quantity("d")
    return spread.quantity(unit.base)


KIND = Kind(name="duration", labels={"fr": "Durée", "en": "Duration"}, find=find, judge=judge_quantities)
