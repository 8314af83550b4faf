"""Brings the unit that stands after a number to one base, so that 2.3 t and 2 300 kg are one value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from recoupe.facts.figures import Word, cut
from recoupe.facts.lexicon import lexicon

_NET = {"net", "nets", "nette", "nettes", "brut", "bruts", "brute", "brutes", "gross"}
_ARTICLES = {"le", "la", "l'"}
# « 700 la semaine » is so many a week, « 700 la semaine dernière » is not
_OF_ONE = {
    *("dernier", "dernière", "passé", "passée", "prochain", "prochaine", "suivant", "suivante", "précédent", "précédente", "même"),
    *("d'", "de", "du", "des", "où", "qui"),
}
DIMENSIONS = ("money", "percent", "points", "duration", "quantity")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: what it measures, its base, and how many of the base it holds."""

    dimension: str
    base: str
    times: Decimal = Decimal(1)

    def convert(self, value: Decimal) -> Decimal:
        """A value in this unit, in the base; powers of ten keep how finely it was written."""
        if self.times.scaleb(-self.times.adjusted()) == 1:
            return value.scaleb(self.times.adjusted())
        return value * self.times

    @property
    def metric(self) -> bool:
        """Whether the unit is of the metric system: a value told in another is rounded when it is converted."""
        return self.base not in {"m", "m2", "kg", "L", "km/h"} or self.times.scaleb(-self.times.adjusted()) in {
            Decimal(1),
            Decimal("3.6"),
        }

    def grain(self, value: Decimal) -> Decimal:
        """The value in the base, its exponent lifted to that of the unit: « 40 minutes » is 2.40E+3 s, good to the minute."""
        exact = self.convert(value)
        exponent = int(value.as_tuple().exponent) + self.times.adjusted()
        lifted = exact.quantize(Decimal(1).scaleb(exponent))
        return lifted if lifted == exact else exact


@dataclass(frozen=True, slots=True)
class _Form:
    """How a unit is written: words to match, in small letters unless case tells them apart."""

    words: tuple[str, ...]
    cased: bool
    unit: Unit
    glued: bool


def _forms(language: str) -> Iterator[_Form]:
    table = lexicon(language, "units")
    for dimension in DIMENSIONS:
        for entry in table[dimension]:
            times = Decimal(entry.get("factor", "1"))
            for form in entry["forms"]:
                glued = form.startswith("-")
                cased = any(c.isupper() for c in form) or len(form) <= 2
                words = tuple(w.raw.replace("’", "'") if cased else w.text for w in cut(form.removeprefix("-"), language))
                yield _Form(words, cased, Unit(dimension, entry["base"], times), glued)


@cache
def _index(language: str) -> dict[str, tuple[_Form, ...]]:
    """Every form by its first word in small letters, the longest first."""
    index: dict[str, list[_Form]] = {}
    for form in _forms(language):
        index.setdefault(form.words[0].casefold(), []).append(form)
    return {first: tuple(sorted(forms, key=lambda f: -len(f.words))) for first, forms in index.items()}


@cache
def _rates(language: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    rates = lexicon(language, "units")["rates"]
    forms = [(tuple(w.text for w in cut(form, language)), code) for code, texts in rates.items() for form in texts]
    return tuple(sorted(forms, key=lambda f: -len(f[0])))


def unit_at(words: Sequence[Word], i: int, language: str) -> tuple[Unit, int] | None:
    """The unit that starts at word `i` and the place after it; a hyphen before it belongs to it ("125-foot", « demi-heure »)."""
    at = i
    if i + 1 < len(words) and words[i].text in {"-", "‑"} and words[i].glued and words[i + 1].glued:
        at = i + 1
    if at >= len(words):
        return None
    for form in _index(language).get(words[at].text, ()):
        if form.glued and at == i:
            continue
        stretch = words[at : at + len(form.words)]
        if tuple(w.raw.replace("’", "'") if form.cased else w.text for w in stretch) == form.words:
            return form.unit, at + len(form.words)
    return None


def rate_at(words: Sequence[Word], i: int, language: str) -> tuple[str, int] | None:
    """The rate that starts at word `i` (« par mois » is "/month") and the place after it."""
    i += i < len(words) and words[i].text in _NET
    if i >= len(words):
        return None
    for form, code in _rates(language):
        past = i + len(form)
        if tuple(w.text for w in words[i:past]) == form:
            one = form[0] in _ARTICLES and past < len(words) and words[past].text in _OF_ONE
            return None if one else (code, past)
    return None
