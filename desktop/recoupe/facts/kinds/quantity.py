"""Counts, measures, ranks and ages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from recoupe.facts.amounts import Amount
from recoupe.facts.counted import Counted, complement, counted, counts_of, governed, lexical, pronoun
from recoupe.facts.figures import cut
from recoupe.facts.judging import judge_quantities
from recoupe.facts.kind import Found, Kind, SentenceContext
from recoupe.facts.kinds.money import is_money
from recoupe.facts.kinds.percent import is_percent
from recoupe.facts.lexicon import words
from recoupe.facts.ranks import PLACE, numbered, taken
from recoupe.facts.seen import is_age, place, seen
from recoupe.facts.tree import related
from recoupe.facts.unharmed import none_harmed
from recoupe.facts.units import Unit, rate_at
from recoupe.model import Exactness, Quantity, Span

_AGE = "year"
_YEAR = re.compile(r"(?:19|20)\d\d")  # a bare number like this is a year said loosely
_TWO = Decimal(2)
_BASES = {Decimal(10) ** n for n in range(2, 7)}
_PER = re.compile(r"\W?(?: [\w'’-]+){0,3} (?:pour|per|for every) ")
_BOTH = re.compile(r"\b(?:les|tous|toutes|des|aux|leurs|nos|vos|ces|the|both|these) $", re.IGNORECASE)
_ALL = re.compile(r"\b(?:tous|toutes|all) (?:les |the )?$", re.IGNORECASE)
_ANGLES = re.compile(
    r"pente|inclin|angle|latitude|longitude|alcool|degrés (?:nord|sud|est|ouest)|slope|tilt|steep|north|south", re.IGNORECASE
)
_ALL_OF = re.compile(r"\b(?:tous|toutes) $", re.IGNORECASE)  # « toutes deux situées au sud »
_NOT_ONE = re.compile(r"\b(?:pas|sans|ni|not|without) $", re.IGNORECASE)  # « pas un mort »
_TIMES = {
    "jour",
    "journée",
    "nuit",
    "année",
    "an",
    "semaine",
    "mois",
    "instant",
    "moment",
    "chose",
    "point",
    "question",
    "seconde",
    "minute",
    "fois",
    "time",
}


def find(context: SentenceContext) -> Iterator[Found]:
    """Every number that counts or measures something of the story."""
    last: Counted | None = None
    before = -1
    for amount in seen(context).amounts:
        told, before = before, amount.end
        if _is_base(context, told, amount):
            continue
        if amount.unit is not None and amount.unit.dimension == "duration" and not is_age(context, amount):
            continue
        if is_money(context, amount) or is_percent(context, amount):
            continue
        span = place(context, amount.start, amount.end)
        if is_age(context, amount):
            yield _age(context, amount, span)
            continue
        if amount.unit is not None and amount.unit.dimension == "quantity":
            yield _measure(context, amount, amount.unit, span)
            last = None
            continue
        if numbered(context.tokens, span, context.language):
            yield Found(span, amount.spread.quantity("rank"), PLACE, "quantity")
            continue
        what = counted(context.tokens, span, context.language)
        if amount.sort == "rank" and what.noun is None and taken(context.tokens, span, context.language):
            yield Found(span, amount.spread.quantity("rank"), PLACE, "quantity")
            continue
        if not _states(context, amount, what):
            continue
        known = last.about if last is not None else _told_before(context, span)
        about = what.about or known or governed(context.tokens, span)
        if amount.sort != "rank" and (what.noun is not None or known):
            last = what if what.noun is not None else Counted(None, known, "", span.end)
        unit = "rank" if amount.sort == "rank" else ""
        scope = " ".join(filter(None, (what.scope, _rate(context, amount, what))))
        yield Found(Span(span.start, what.end), amount.spread.quantity(unit), about, "quantity", scope)
    yield from none_harmed(context)


def last_counted(context: SentenceContext, found: Iterable[Found]) -> str:
    """What the last count of a sentence counts, where a noun says so there or it is what the sentence before counted."""
    told = ""
    for each in sorted((f for f in found if _counts(f)), key=lambda f: f.span.start):
        nouns = {t.lemma.casefold() for t in context.tokens if t.span.overlaps(each.span)}
        if each.about == context.counted or not nouns.isdisjoint(each.about.split()):
            told = each.about
    return told


def _counts(found: Found) -> bool:
    return found.kind == "quantity" and isinstance(found.value, Quantity) and not found.value.unit


def _is_base(context: SentenceContext, told: int, amount: Amount) -> bool:
    """Whether an amount is what another is reckoned by, told just before: « 215 cas pour 100 000 habitants »."""
    between = context.reading.text[max(told, 0) : amount.start]
    return told >= 0 and amount.unit is None and amount.spread.point in _BASES and bool(_PER.fullmatch(between))


def _told_before(context: SentenceContext, span: Span) -> str:
    """What the sentence before counted, where a pronoun stands for it here."""
    left_out = pronoun(context.tokens, span)
    if left_out == "they" and counts_of(frozenset(context.counted.split())) != "people":
        return ""
    return context.counted if left_out else ""


def _states(context: SentenceContext, amount: Amount, what: Counted) -> bool:
    """Whether the words state a number: « un » is mostly an article, « aucun » mostly no count, a rank needs a noun."""
    if what.about in _TIMES and (amount.article or what.noun is None):
        return False
    before = context.reading.text[max(0, amount.start - 20) : amount.start]
    if amount.article and _NOT_ONE.search(before):
        return False
    both = amount.spread.point == _TWO and _BOTH.search(before)
    if _ALL_OF.search(before) or (what.noun is None and (_ALL.search(before) or both)):
        return False
    if what.noun is None and _YEAR.fullmatch(context.reading.text[amount.start : amount.end]):
        return False
    if amount.article or amount.sort == "none":
        language = lexical(context.language)
        known = words(language, "counts", "casualties", "nouns")
        known |= words(language, "counts", "absent", "nouns") if amount.sort == "none" else frozenset()
        return what.about in known or _only(context, amount) or bool(what.scope and not what.noun) or _harmed(context, what)
    if amount.sort in {"rank", "vague"}:
        return what.noun is not None
    if amount.spread.exactness is Exactness.EXACT and amount.spoken and what.noun is None:
        return amount.spread.point is not None
    return True


def _harmed(context: SentenceContext, what: Counted) -> bool:
    """« un gendarme a été blessé », « une femme est morte »."""
    if what.noun is None:
        return False
    tokens = context.tokens
    noun = tokens[what.noun]
    people = words(lexical(context.language), "counts", "people", "nouns")
    verb = tokens[noun.head]
    verbs = words(lexical(context.language), "counts", "harm", "verbs")
    return what.about in people and related(noun, "nsubj", "obj") and verb.lemma in verbs


def _only(context: SentenceContext, amount: Amount) -> bool:
    """« un seul membre »: counted after all."""
    return context.reading.text[amount.end :].lstrip().startswith(("seul ", "seule ", "single "))


def _rate(context: SentenceContext, amount: Amount, what: Counted) -> str:
    """« 22 trains par jour » is so many a day."""
    if amount.rate:
        return amount.rate
    text = context.article.text[what.end : what.end + 30]
    found = rate_at(cut(text, lexical(context.language)), 0, lexical(context.language))
    return found[0] if found is not None else ""


def _measure(context: SentenceContext, amount: Amount, unit: Unit, span: Span) -> Found:
    noun = complement(context.tokens, span.end)
    end = context.tokens[noun].span.end if noun is not None else span.end
    about = context.tokens[noun].lemma.casefold() if noun is not None else governed(context.tokens, span)
    base, scope = unit.base, amount.rate
    if base.startswith("/"):
        base, scope = "", base  # « 3 sur 5 » is a 3
    elif base == "°" and not _ANGLES.search(context.reading.text):
        base = "°C"
    return Found(Span(span.start, end), amount.spread.quantity(base), about, "quantity", scope)


def _age(context: SentenceContext, amount: Amount, span: Span) -> Found:
    value = amount.spread.quantity(_AGE)
    if amount.unit is not None:
        shift = amount.unit.times
        low, high, point = (None if n is None else n / shift for n in (amount.spread.low, amount.spread.high, amount.spread.point))
        value = type(amount.spread)(low, high, amount.spread.exactness, point).quantity(_AGE)
    names = [t for t in context.tokens if t.span.end <= span.start and t.entity == "PER"]
    person = names[-1].text.casefold() if names and span.start - names[-1].span.end < 40 else governed(context.tokens, span)
    return Found(span, value, f"âge {person}".strip() if context.language != "en" else f"age {person}".strip(), "quantity")


KIND = Kind(name="quantity", labels={"fr": "Nombre", "en": "Number"}, find=find, judge=judge_quantities)
