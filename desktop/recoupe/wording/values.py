"""What a fact is worth, written out: quantities, money, durations, times, periods, names and assertions."""

from __future__ import annotations

from collections.abc import Iterable

from recoupe.model import COMING, Assertion, Fact, Name, Period, Quantity, Value
from recoupe.wording.book import language_or_default, word
from recoupe.wording.periods import period_text
from recoupe.wording.quantities import quantity_text


def value_text(value: Value, lang: str) -> str:
    """A value as a reader of the language would write it: « environ 12 000 », "about 12,000", « 2,5 millions d’euros », « 14 mai 2024 »."""
    lang = language_or_default(lang)
    if isinstance(value, Quantity):
        return quantity_text(value, lang)
    if isinstance(value, Period):
        return period_text(value, lang)
    if isinstance(value, Name):
        return value.shown or value.key
    return _assertion(value, lang)


def stated_text(fact: Fact, lang: str) -> str:
    """What a fact states, in a word or a value: « affirmé », « nié », « 12 000 »; empty where only its own words can say it."""
    lang = language_or_default(lang)
    if fact.kind == "certainty":
        return word("certainty", fact.stance.certainty.value, lang)
    if not isinstance(fact.value, Assertion):
        return value_text(fact.value, lang)
    if fact.kind == "polarity":
        return word("polarity", ("announced" if fact.scope == COMING else "affirmed") if fact.value.holds else "denied", lang)
    return "" if fact.value.holds else word("polarity", "denied", lang)


def worth_text(fact: Fact, lang: str) -> str:
    """What a fact is worth, for where its own words, its reserve and its source stand beside it; empty where they say all."""
    return "" if fact.kind == "certainty" else stated_text(fact, lang)


def only_words_tell(facts: Iterable[Fact], lang: str) -> bool:
    """Whether facts that contradict each other are said to state the same, so that their own words alone tell the difference: « a rouvert »
    and « reste fermée » are both affirmed.
    """
    told = [(f.kind, stated_text(f, lang)) for f in facts]
    return len(told) > 1 and len(set(told)) == 1 and told[0][0] == "polarity"


def _assertion(value: Assertion, lang: str) -> str:
    return value.what if value.holds else word("value", "denied", lang, value=value.what)
