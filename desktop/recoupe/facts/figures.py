"""Finds numbers in figures or words, as decimals.

An own grammar: `text2num` reads one number that is known to be one, or rewrites a text, but says nothing of places, and a fact is
nothing without its place (the tests hold ours to it). How finely a number is written is kept in its exponent: « 1,2 million » is
`Decimal("1.2E+6")`, good to a hundred thousand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from recoupe.facts.lexicon import lexicon

_SPACES = " \u00a0\u202f\u2009"
_FRENCH = rf"\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?!\d)(?:,\d+)?|\d{{1,3}}(?:\.\d{{3}})+(?![\d.])(?:,\d+)?|\d+(?:[.,]\d+)?"
_ENGLISH = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
_SECONDS = r"(?<=\d)(?:''|’’|′′)"  # as typewriters write them
_LEXERS = {
    "fr": re.compile(rf"(?P<number>{_FRENCH})|(?P<word>[^\W\d_]+(?:['’](?=\w))?)|(?P<sign>{_SECONDS}|\S)"),
    "en": re.compile(rf"(?P<number>{_ENGLISH})|(?P<word>[^\W\d_]+)|(?P<sign>{_SECONDS}|\S)"),
}
_GROUPS = re.compile(rf"[{_SPACES}]")
_HYPHENS = {"-", "‑", "‐"}  # plain, no-break, and the typographer's own
_MEAN_CENTS = range(2, 100)


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number or sign of a text. `text` is in small letters with a straight apostrophe; `glued` where no space stands before."""

    text: str
    raw: str
    start: int
    end: int
    glued: bool
    number: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in `words[first:past]`. `spoken` if written in words; `article` for a mere « un », « une », "a"."""

    first: int
    past: int
    value: Decimal
    spoken: bool = False
    article: bool = False


def cut(text: str, language: str) -> tuple[Word, ...]:
    """The words, numbers and signs of a text; « 10 000 » with any space and « 10.000 » are one number each."""
    words: list[Word] = []
    end = -1
    for m in _LEXERS.get(language, _LEXERS["fr"]).finditer(text):
        raw = m.group()
        prime = _prime(raw, text, m.end(), words) if m.lastgroup == "sign" and m.start() == end else ""
        number = _decimal(raw, language) if m.lastgroup == "number" else None
        words.append(Word(prime or raw.casefold().replace("’", "'"), prime or raw, m.start(), m.end(), m.start() == end, number))
        end = m.end()
    return tuple(words)


def _prime(raw: str, text: str, after: int, words: list[Word]) -> str:
    """The minute or second sign that a quotation mark stands for in « 5'40" », « 47"62 »."""
    if not words or words[-1].number is None:
        return ""
    if raw in {"'", "’", "′"} and text[after : after + 1].isdigit():
        return "′"
    timed = (len(words) > 1 and words[-2].text in {"′", "h", "min"}) or text[after : after + 1].isdigit()
    return "″" if raw in {'"', "”", "″", "''", "’’", "′′"} and timed else ""


def _decimal(raw: str, language: str) -> Decimal:
    plain = _GROUPS.sub("", raw)
    if language == "en":
        return Decimal(plain.replace(",", ""))
    if "," in plain or re.fullmatch(r"\d{1,3}(\.\d{3})+", plain):
        return Decimal(plain.replace(".", "").replace(",", "."))
    return Decimal(plain)


@cache
def numerals(language: str) -> Mapping[str, Any]:
    """The number words of a language."""
    return lexicon(language if language in _LEXERS else "fr", "numbers")


class Speller:
    """Reads numbers out of a sequence of words."""

    def __init__(self, words: Sequence[Word], language: str) -> None:
        self.words = words
        table = numerals(language)
        self.units, self.tens = table["units"], table["tens"]
        self.hundred, self.thousand, self.scales = table["hundred"], table["thousand"], table["scales"]
        self.signs, self.articles, self.ands = table["signs"], set(table["articles"]), set(table["and"])
        self.commas, self.halves = set(table["comma"]), set(table["half"])
        self.french = language != "en"

    def text(self, i: int) -> str:
        """The word at `i`, or nothing beyond the ends."""
        return self.words[i].text if 0 <= i < len(self.words) else ""

    def figure(self, i: int) -> Figure | None:
        """The number that starts at `i`, with the words of its scale: « 2,4 milliards », « deux millions et demi », "38m"."""
        word = self.words[i]
        if word.number is not None:
            return self._scaled(Figure(i, i + 1, word.number))
        small = self._thousands(i)
        if small is None:
            return None
        value, past = small
        article = past == i + 1 and word.text in self.articles
        return self._scaled(Figure(i, past, Decimal(value), spoken=True, article=article))

    def _scaled(self, figure: Figure) -> Figure:
        past, value = self._decimals(figure)
        power = self.scales.get(self.text(past))
        if power is not None:
            return self._with_scales(figure, past, value, power)
        sign = None if figure.spoken else self._sign(figure.past)
        if sign is not None:
            return Figure(figure.first, figure.past + 1, figure.value.scaleb(sign))
        if not figure.spoken and self.text(past) in self.thousand:
            return Figure(figure.first, past + 1, value.scaleb(3))
        return Figure(figure.first, past, value, figure.spoken, figure.article and past == figure.past)

    def _with_scales(self, figure: Figure, past: int, value: Decimal, power: int) -> Figure:
        """Reads « seize milliards quatre cents millions », « deux millions et demi », adding part by part."""
        total = value.scaleb(power)
        past += 1
        while True:
            halved = self._halved(past)
            if halved:
                return Figure(figure.first, past + halved, total + Decimal("0.5").scaleb(power), figure.spoken)
            tail = self._tail(past, power)
            if tail is None:
                return Figure(figure.first, past, total, figure.spoken)
            rest, past = tail
            lower = self.scales.get(self.text(past))
            if lower is None or lower >= power:
                return Figure(figure.first, past, total + rest, figure.spoken)
            total, power, past = total + rest.scaleb(lower), lower, past + 1

    def _halved(self, at: int) -> int:
        """How many words « et demi » takes, 0 where it is not there."""
        return 2 if self.text(at) in self.ands and self.text(at + 1) in self.halves and self.french else 0

    def _decimals(self, figure: Figure) -> tuple[int, Decimal]:
        """What stands after a spoken comma (« deux virgule cinq ») or half ("two and a half")."""
        past, value = figure.past, figure.value
        if figure.spoken and not figure.article and self.text(past) in self.commas and past + 1 < len(self.words):
            tail = self._thousands(past + 1)
            if tail is not None:
                return tail[1], Decimal(f"{value}.{tail[0]}")
        if self.french and self._halved(past) and not figure.article:
            return past + 2, value + Decimal("0.5")
        if not self.french and [self.text(past + k) for k in range(3)] == ["and", "a", "half"]:
            return past + 3, value + Decimal("0.5")
        return past, value

    def _tail(self, past: int, power: int) -> tuple[Decimal, int] | None:
        """What follows a scale and belongs to it: « deux millions | trois cent mille »."""
        if past >= len(self.words):
            return None
        word = self.words[past]
        if word.number is not None:
            whole = word.number == word.number.to_integral_value() and word.end - word.start >= 3
            return (word.number, past + 1) if whole and word.number < Decimal(10) ** power and not word.glued else None
        small = self._thousands(past)
        if small is None or (small[1] == past + 1 and word.text in self.articles):
            return None
        return Decimal(small[0]), small[1]

    def _sign(self, past: int) -> int | None:
        if past >= len(self.words):
            return None
        word = self.words[past]
        power: int | None = self.signs.get(word.raw)
        if power is None:
            return None
        after = self.words[past + 1] if past + 1 < len(self.words) else None
        money = after is not None and after.raw in {"€", "$", "£", "¥"} and after.start - word.end <= 1
        money = money or (self.text(past + 1) == "d'" and self.text(past + 2) in {"euro", "euros"})  # « 17,5 M d'euros »
        if word.raw in {"Md", "Mds", "Mrd", "Mrds", "Mio", "bn", "mn", "mln", "tn"}:
            return power
        return power if money or (word.glued and not (after is not None and after.glued and after.raw.isalnum())) else None

    def _thousands(self, i: int) -> tuple[int, int] | None:
        if self.text(i) in self.thousand and self.french:
            value, past = 1, i
        else:
            first = self._hundreds(i)
            if first is None:
                return None
            value, past = first
        step = self._joined(past)
        if self.text(step) not in self.thousand or (value == 1 and self.text(i) in self.articles and self.french):
            return value, past
        value, past = value * 1000, step + 1
        rest = self._hundreds(self._joined(past, ands=not self.french))
        return (value + rest[0], rest[1]) if rest is not None and not self._lone_article(past, rest[1]) else (value, past)

    def _hundreds(self, i: int) -> tuple[int, int] | None:
        if self.text(i) == "cent":
            value, past = 1, i
        else:
            small = self._below_hundred(i)
            if small is None:
                return None
            value, past = small
        step = self._joined(past)
        if self.text(step) not in self.hundred or (self.french and value not in _MEAN_CENTS and past > i):
            return value, past
        value, past = value * 100, step + 1
        rest = self._below_hundred(self._joined(past, ands=True))
        if rest is None or self._lone_article(past, rest[1]):
            return value, past
        return value + rest[0], rest[1]

    def _lone_article(self, past: int, after: int) -> bool:
        """Whether what was read after a number is only an article: « deux mille un homme » is no number, "a hundred a day" neither."""
        return after == past + 1 and self.text(past) in self.articles and not self.french

    def _below_hundred(self, i: int) -> tuple[int, int] | None:
        text = self.text(i)
        if not self.french and text in {"a", "an"}:
            return (
                (1, i + 1)
                if self.text(i + 1) in self.hundred or self.text(i + 1) in self.thousand or self.text(i + 1) in self.scales
                else None
            )
        if text == "quatre" and self.text(self._joined(i + 1)) in {"vingt", "vingts"}:
            return self._add(80, self._joined(i + 1) + 1, 19)
        if text in self.tens:
            return self._add(self.tens[text], i + 1, 19 if text == "soixante" else 9)
        if text == "dix" and self.text(self._joined(i + 1)) in {"sept", "huit", "neuf"}:
            return 10 + self.units[self.text(self._joined(i + 1))], self._joined(i + 1) + 1
        if text in self.units:
            return self.units[text], i + 1
        return None

    def _add(self, value: int, past: int, limit: int) -> tuple[int, int]:
        """Adds the ones: « vingt et un », « soixante-dix-sept », "twenty-four"."""
        step, linked = self._joined(past), self.text(past) in _HYPHENS
        if self.french and self.text(step) in self.ands:
            rest = self._below_hundred(self._joined(step + 1))
            return (value + rest[0], rest[1]) if rest is not None and rest[0] in (1, 11) else (value, past)
        if self.text(step) in self.articles and not linked:
            return value, past
        rest = self._below_hundred(step) if self.text(step) in self.units else None
        return (value + rest[0], rest[1]) if rest is not None and 0 < rest[0] <= limit else (value, past)

    def _joined(self, i: int, *, ands: bool = False) -> int:
        """The place after a hyphen between number words (and after "and" where English says it)."""
        if self.text(i) in _HYPHENS and i + 1 < len(self.words) and self.words[i].glued and self.words[i + 1].glued:
            return i + 1
        if ands and not self.french and self.text(i) in self.ands:
            return i + 1
        return i
