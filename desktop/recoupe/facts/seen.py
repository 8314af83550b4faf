"""What a sentence holds of numbers and times, each stretch read once: what is a date is no count, what is an address is neither."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache

from recoupe.facts.amounts import Amount, amounts
from recoupe.facts.clock import Clock, clocks, stamps
from recoupe.facts.counted import counted, lexical
from recoupe.facts.dates import dates
from recoupe.facts.datewords import Dated, even
from recoupe.facts.kind import SentenceContext
from recoupe.facts.lexicon import words
from recoupe.facts.nonfacts import masked, nonfacts
from recoupe.facts.spread import mapped
from recoupe.model import Exactness, Span

_AGED = re.compile(
    r"(?:âgée?s?(?: seulement| tous| toutes| aujourd'hui)? (?:de |d'|(?=$))|l'âge (?:de |d')|aged |age of |"
    r"dès |dès l'âge de |fêté ses |ses |\bâges?\b[^.;,]{0,40}|\bages?\b[^.;,]{0,30})(?:\d+(?: ans)?(?:,| et|,? and) )*$"
)
_AT_AGE = re.compile(
    r"\b(?:mort|morte|décédé|décédée|disparu|disparue|éteint|éteinte|tué|tuée|né|née|champion|championne|died|dies|dead)"
    r"[\w' ,-]{0,25} (?:à|at) $"
)
_NAMED = re.compile(r"[A-ZÀ-Ý][\w'’-]+ ?[,(] ?(?:tout juste |à peine )?(?:\d+(?: ans)? (?:et|and) )?$")
_APPOSED = re.compile(r"^ ?(?:[,).]| et |$)")
_HAS = re.compile(r"\b(?:avait|avaient|aura|auront|aurait|il a|elle a|j'ai|fête|fêtait|ayant)(?: tout juste| seulement| alors| à peine)? $")
_UNDER = re.compile(r"([\w'-]+s|les|des|aux) (?:de )?(?:moins|plus) d[e'] ?[\w -]+ans$")
_LASTING = {
    "peines",
    "contrats",
    "prêts",
    "périodes",
    "crédits",
    "obligations",
    "mandats",
    "condamnations",
    "emprunts",
    "maturités",
    "années",
    "depuis",
}
_OLD = re.compile(r"^[- ]?(?:old|of age)")
_OF_WHICH = re.compile(r"\b(?:dont|of which)(?: au moins| plus de)? $")
_REACH = 120  # characters on either side of a number that tell whether it is an age
_YEAR_DAYS = Decimal("365.25")
_CLASS = re.compile(r"(?:les|des|aux|the) $")
_SENTENCE = re.compile(r" (?:de |d'|ferme|(?:\w+(?:és|is|us)|encourus|prévus) (?:par|contre|à|au|en|pour|lors)\b)")


@dataclass(frozen=True, slots=True)
class Seen:
    """The dates, times and amounts of a sentence, by offsets in its reading; amounts that state nothing are left out."""

    dates: tuple[Dated, ...]
    clocks: tuple[Clock, ...]
    amounts: tuple[Amount, ...]


@lru_cache(maxsize=4)
def seen(context: SentenceContext) -> Seen:
    """What the sentence holds."""
    masks = nonfacts(context)
    text = context.reading.text
    stamped = tuple(stamps(text))
    times = tuple(c for c in clocks(text, context.language) if not masked(stamped, c.start, c.end))
    firm = tuple((c.start, c.end) for c in times if c.value.exactness is not Exactness.VAGUE)
    days = tuple(d for d in dates(context) if not masked(masks, d.start, d.end) and not masked(firm, d.start, d.end))
    taken = tuple((d.start, d.end) for d in days) + tuple((c.start, c.end) for c in times) + masks
    kept = []
    for amount in amounts(text, context.language):
        start, end = _digits(amount, text)
        if not masked(taken, start, end):
            kept.append(amount)
    return Seen(days, times, tuple(_elided(context, kept)))


def _elided(context: SentenceContext, found: list[Amount]) -> Iterator[Amount]:
    """« cinq ans de prison, dont deux ferme »: the second takes the unit of the first."""
    text = context.reading.text
    last: Amount | None = None
    for amount in found:
        bare = amount.unit is None and amount.sort == "count" and amount.spread.point is not None
        unit = last.unit if last is not None and bare and _shares(last, amount, text[last.end : amount.start]) else None
        span = place(context, amount.start, amount.end)
        if unit is not None and counted(context.tokens, span, context.language).noun is None:
            last = replace(amount, unit=unit, spread=mapped(amount.spread, unit.grain))
        else:
            last = amount
        yield last


def _shares(last: Amount, amount: Amount, between: str) -> bool:
    """Whether a bare number takes the unit of the one before: « dont deux », or of like size (« 158 km/h … cent dix »)."""
    if _OF_WHICH.search(between):
        return True
    if last.unit is None or last.unit.dimension != "quantity" or not last.spread.point or not amount.spread.point:
        return False
    return Decimal("0.3") < last.unit.convert(amount.spread.point) / last.spread.point < 3


def _digits(amount: Amount, text: str) -> tuple[int, int]:
    """Where the first figure of an amount stands, or the whole of it if it is in words."""
    m = re.compile(r"\d[\d.,\u00a0\u202f ]*").search(text, amount.start, amount.end)
    return (m.start(), m.start() + len(m.group().rstrip())) if m is not None else (amount.start, amount.end)


def place(context: SentenceContext, start: int, end: int) -> Span:
    """The stretch of the article that a stretch of the reading stands for."""
    return context.reading.span(start, end)


@lru_cache(maxsize=64)
def is_age(context: SentenceContext, amount: Amount) -> bool:
    """Whether an amount of years is somebody's age: « âgé de 58 ans », « Jean Martin, 58 ans », « un homme de 72 ans »."""
    if amount.sort == "age":
        return True
    text = context.reading.text
    before, behind = text[max(0, amount.start - _REACH) : amount.start], text[amount.end : amount.end + _REACH]
    plain = even(before)
    bare = amount.unit is None
    if not bare and (amount.unit is None or amount.unit.base != "d" or amount.unit.times != _YEAR_DAYS):
        return False
    if bare:
        named = bool(_NAMED.search(before)) and behind.startswith((",", ")"))
        return context.language == "en" and (named or bool(_AGED.search(plain))) and _of_age(amount)
    unit = text[amount.start : amount.end].casefold()
    if context.language == "en":
        return bool(_OLD.match(behind)) or bool(_AGED.search(plain)) or (bool(_NAMED.search(before)) and bool(_APPOSED.match(behind)))
    if not unit.rstrip().endswith(("ans", "an")) and not _SHARED.match(behind):
        return (
            unit.endswith("années") and plain.endswith(" d'") and (bool(_AGED.search(plain)) or _of_person(plain, behind, context.language))
        )
    if (m := _UNDER.search(plain + unit)) is not None and m.group(1) not in _LASTING:
        return True
    if _AGED.search(plain) or (_AT_AGE.search(plain) and not amount.article):
        return True
    if _CLASS.search(plain) and not (amount.spread.exactness is Exactness.EXACT and _SENTENCE.match(behind)):
        return True
    if _NAMED.search(before) and _APPOSED.match(behind):
        return True
    if _HAS.search(plain) and not re.match(r" (?:de|d'|pour|que|qu')", behind):
        return True
    if re.search(r"(?:^|[.!?] )(?:à )?$", plain) and behind.startswith(","):
        return True
    if re.search(r"\w, $", before) and re.match(r",| et |\)", behind):
        return True
    return bool(_NATION.search(before)) or _of_person(plain, behind, context.language)


def _of_age(amount: Amount) -> bool:
    point = amount.spread.point
    return point is not None and 0 < point < 120 and point == point.to_integral_value()


_SHARED = re.compile(r" ?(?:et|,|ou) ?\d+ ans")
_NATION = re.compile(
    r"\b[A-ZÉÈ][a-zà-ÿ]+(?:ain|aine|ien|ienne|ais|aise|ois|oise|and|ande|ol|ole|que|sse|ssin)s? de $"
)  # « cet Américain de »
_BEARER = re.compile(
    r"([\w'-]+)(?: ([\w-]+)| (?:de |d'|du |des |en |à la |aux? )[\w-]+)?(?: de (?:famille de )?| d'|, | \()"
    r"(?:moins de |plus de |seulement |près de |à peine |\d+(?: ans)? (?:et|à) (?:de )?)?$"
)
_DOERS = (
    "trice",
    "ienne",
    "icien",
    "gère",
    "quière",
    "sière",
    "tière",
    "ateuse",
    "graphe",
    "iatre",
    "vreur",
    "vreuse",
    "leuse",
    "geuse",
    "cheuse",
    "logue",
    "naire",
    "iste",
    "culteur",
    "teur",
    "seur",
    "deur",
    "leur",
    "neur",
    "reur",
    "geur",
    "cheur",
    "teuse",
    "seuse",
)
_NOBODIES = {
    "secteur",
    "moteur",
    "valeur",
    "couleur",
    "facteur",
    "vecteur",
    "compteur",
    "ordinateur",
    "tracteur",
    "réacteur",
    "hauteur",
    "longueur",
    "largeur",
    "pesanteur",
    "frontière",
    "croisière",
    "tanière",
    "matière",
}


def _of_person(before: str, behind: str, language: str) -> bool:
    """« un homme de 72 ans », « deux hommes de 22 et 27 ans », « le retraité (81 ans »."""
    m = _BEARER.search(before)
    if m is None or re.match(r" (?:de|d') ?(?:prison|réclusion|détention|carrière|retard|contrat|recherche)", behind):
        return False
    bare = {n.rpartition("'")[2].removesuffix("s") for n in m.groups() if n}
    return any(n in _people(lexical(language)) or (n.endswith(_DOERS) and n not in _NOBODIES) for n in bare)


@cache
def _people(language: str) -> frozenset[str]:
    """Who has an age."""
    return frozenset().union(*(words(language, "counts", part, "nouns") for part in ("people", "beings", "aged")))
