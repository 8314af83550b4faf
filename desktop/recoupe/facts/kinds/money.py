"""Sums of money."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from recoupe.facts.amounts import Amount
from recoupe.facts.counted import complement, counted, governed, lexical
from recoupe.facts.judging import judge_quantities
from recoupe.facts.kind import Found, Kind, SentenceContext
from recoupe.facts.lexicon import words
from recoupe.facts.seen import place, seen
from recoupe.model import Span

_CURRENCY = re.compile(r"€|euros?|\$|dollars?|£")
_CODES = {"€": "EUR", "euro": "EUR", "$": "USD", "dollar": "USD", "£": "GBP"}
_SCALES = re.compile(r"milli(?:on|ard)s?|\bMd|[mb]illion|[mb]n\b", re.IGNORECASE)
_MILLION = Decimal(10) ** 6
_NEAR = 600  # characters


def find(context: SentenceContext) -> Iterator[Found]:
    """Every sum; its unit is the currency, with the stretch of time it is paid for (« EUR/month »)."""
    for amount in seen(context).amounts:
        if not is_money(context, amount):
            continue
        span = place(context, amount.start, amount.end)
        unit = amount.unit.base if amount.unit is not None else _currency(context, amount)
        noun = complement(context.tokens, span.end)
        about = " ".join(filter(None, (context.tokens[noun].lemma.casefold() if noun is not None else "", governed(context.tokens, span))))
        end = context.tokens[noun].span.end if noun is not None and amount.unit is None else span.end
        yield Found(Span(span.start, end), amount.spread.quantity(unit + amount.rate), about, "money")


def is_money(context: SentenceContext, amount: Amount) -> bool:
    """Whether an amount is a sum: it has a currency, or is in millions of nothing said where a currency is near."""
    if amount.unit is not None:
        return amount.unit.dimension == "money"
    size = amount.spread.point or amount.spread.high
    told = _SCALES.search(context.reading.text, amount.start, amount.end)
    if amount.sort != "count" or size is None or size < _MILLION or told is None or not _currency(context, amount):
        return False
    what = counted(context.tokens, place(context, amount.start, amount.end), context.language)
    return what.noun is None or what.about in words(lexical(context.language), "counts", "sums", "nouns")


def _currency(context: SentenceContext, amount: Amount) -> str:
    """The currency named nearest in the article, within some lines of it; empty where there is none."""
    at = context.reading.source(amount.start)
    start = max(0, at - _NEAR)
    text = context.article.text[start : at + _NEAR]
    hits = sorted((abs(start + m.start() - at), m.group()) for m in _CURRENCY.finditer(text))
    return _CODES[hits[0][1].removesuffix("s")] if hits else ""


KIND = Kind(name="money", labels={"fr": "Somme", "en": "Amount"}, find=find, judge=judge_quantities)
