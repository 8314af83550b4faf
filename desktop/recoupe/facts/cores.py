"""Reads one number with the words that belong to it before any unit: fractions, dozens, crowds, ranks."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any

from recoupe.facts.figures import Figure, Speller, Word, numerals
from recoupe.facts.lexicon import words
from recoupe.facts.spread import Spread, between, exactly, vaguely, widened
from recoupe.facts.units import Unit, unit_at
from recoupe.model import Exactness

_OF = {"de", "d'", "of", "des", "du"}
SIGNS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "US$": "USD"}
_SIZES = {"bonne": "above", "bon": "above", "grosse": "above", "gros": "above", "petite": "near", "petit": "near"}
_TEN, _HUNDRED = 10, 100
_WHOLES = {*range(2, 11), 12, 15, 20, 25, 50, 100, 1000}  # of which shares are told: « 15 sièges sur 19 » counts seats
_ORDINAL_ENDS = {"fr": {"e", "ème", "eme", "è", "er", "re", "ère", "nd", "nde"}, "en": {"th", "st", "nd", "rd"}}


@dataclass(frozen=True, slots=True)
class Core:
    """A number before its unit: the place after it, its spread, and what it is."""

    past: int
    spread: Spread
    sort: str = "count"
    article: bool = False
    spoken: bool = False
    noun: bool = False  # « une dizaine », « 3 millions »: « de » may stand before the unit


class CoreReader:
    """Reads numbers out of the words of a text."""

    def __init__(self, words: Sequence[Word], language: str) -> None:
        self.words = words
        self.language = language
        self.speller = Speller(words, language)
        self.table: Any = numerals(language)

    def text(self, i: int) -> str:
        """The word at `i`, or nothing beyond the ends."""
        return self.speller.text(i)

    def core(self, i: int) -> Core | None:
        """The number, fraction, crowd, rank or decade of life that starts at word `i`."""
        return (
            self._fraction(i)
            or self._crowd(i)
            or self._collective(i)
            or self._vague(i)
            or self._rank(i)
            or self.number(i)
            or self._decade(i)
        )

    def number(self, i: int) -> Core | None:
        """A number proper, or a share told by two of them."""
        if self.words[i].text in SIGNS or (self.words[i].raw == "US" and self.text(i + 1) == "$"):
            return None
        figure = self.figure(i)
        if figure is None:
            return self._lone_scale(i)
        share = self._share(figure)
        if share is not None:
            return share
        noun = self.text(figure.past - 1) in self.speller.scales
        return Core(figure.past, exactly(figure.value), article=figure.article, spoken=figure.spoken, noun=noun)

    def figure(self, i: int) -> Figure | None:
        """The number at word `i` with its scale and its minus sign."""
        word, speller = self.words[i], self.speller
        spoken = (speller.units, speller.tens, speller.hundred, speller.thousand, {"a", "an"})
        if word.number is None and not any(word.text in table for table in spoken):
            return None
        figure = self.speller.figure(i)
        if figure is None:
            return None
        minus = i > 0 and self.words[i - 1].text in {"-", "−", "–"} and word.glued and (i < 2 or not self.words[i - 1].glued)
        return replace(figure, value=-figure.value) if minus and word.number is not None else figure

    def _lone_scale(self, i: int) -> Core | None:
        """« (frôle) le million »: one of it."""
        if i > 0 and self.text(i - 1) in {"le", "du", "au"} and self.text(i) in {"million", "milliard"}:
            return Core(i + 1, exactly(Decimal(1).scaleb(self.speller.scales[self.text(i)])), spoken=True, noun=True)
        if self.text(i) in {"le", "du"} and self.text(i + 1) in {"million", "milliard"}:
            return Core(i + 2, exactly(Decimal(1).scaleb(self.speller.scales[self.text(i + 1)])), spoken=True, noun=True)
        return None

    def _share(self, figure: Figure) -> Core | None:
        """« un salarié sur cinq », "one in five": up to four words between."""
        links = {"sur"} if self.language == "fr" else {"in", "of"}
        for at in range(figure.past, min(figure.past + 5, len(self.words) - 1)):
            word = self.words[at]
            if word.text in links and (self.language == "fr" or at == figure.past or self.text(at - 1) == "out"):
                return self._share_of(figure, at)
            if (
                not word.raw[0].isalpha()
                or self.speller.figure(at) is not None
                or word.text in self.speller.ands
                or unit_at(self.words, at, self.language)
            ):
                return None
        return None

    def _share_of(self, figure: Figure, at: int) -> Core | None:
        ladder = [self.text(at + 1 + k) for k in range(3)] in (["une", "échelle", "de"], ["a", "scale", "of"])
        at += 3 if ladder else 0
        if at + 1 >= len(self.words):
            return None
        whole = self.figure(at + 1)
        if whole is None or whole.article or whole.value not in _WHOLES or not 0 < figure.value < whole.value:
            return None
        if unit_at(self.words, whole.past, self.language) or (self.text(whole.past) in _OF and self.language == "fr"):
            return None
        if ladder or (at == figure.past and not figure.spoken and not whole.spoken and whole.value != 100):
            scale = Unit("quantity", f"/{whole.value}")
            return Core(whole.past, exactly(figure.value), sort=f"scale:{scale.base}")
        return Core(whole.past, _hundredths(figure.value, whole.value), "share", spoken=True)

    def _fraction(self, i: int) -> Core | None:
        """« la moitié », « deux tiers », « un quart de milliard », « une demi-heure », "half a million"."""
        table = self.table["fractions"]
        if self.language == "en" and self.text(i) == "half":
            return self._english_half(i)
        at, count, given = i, Decimal(1), False
        if self.text(at) in {"les", "des"}:
            at += 1
        if self.text(at) in {"la", "l'", "le", "du", "au"}:
            at, given = at + 1, self.text(at) == "la"
        elif at < len(self.words) and (figure := self._small(at)) is not None:
            at, count, given = figure.past, figure.value, True
            at += self.text(at) in {"-", "‑"} or self.text(at) in _SIZES
        name = self.text(at)
        if name in self.table["share"]["whole"] and self.text(at + 1) in _OF:
            return Core(at + 1, exactly(Decimal(100)), "share", spoken=True)
        halved = name == "moitié" and self.text(at - 1) == "de"
        if name not in table or not (given or halved or (at > i and name in {"tiers", "quart"})):
            return None
        top, bottom = table[name]
        if (count >= bottom > 2) or self._no_fraction(at, name, count):
            return None
        value = count * top / bottom
        if name in {"demi", "demie"}:
            half = self._half_of(at, value)
            how = _SIZES.get(self.text(at - 1), "exact")
            return replace(half, spread=widened(half.spread, how)) if half is not None else None
        return self._part(at + 1, value, _hundredths(count * top, Decimal(bottom)))

    def _small(self, at: int) -> Figure | None:
        word = self.words[at].text
        if word in self.speller.units:
            return Figure(at, at + 1, Decimal(self.speller.units[word]), spoken=True)
        if self.language == "en" and word in {"a", "an"}:
            return Figure(at, at + 1, Decimal(1), spoken=True)
        number = self.words[at].number
        return Figure(at, at + 1, number) if number is not None and number < 10 else None

    def _no_fraction(self, at: int, name: str, count: Decimal) -> bool:
        """Whether a word of a fraction means something else: « quart de finale », « un cinquième homme », "the third man"."""
        after, next_one = self.text(at + 1), self.text(at + 2)
        if "finale" in next_one or "finale" in after or after in {"moins", "plus", "prix"} or next_one == "monde":
            return True
        ordinal = name in self.table["ordinals"]
        return ordinal and count == 1 and after not in {"de", "d'", "des", "du", "of"}

    def _half_of(self, at: int, value: Decimal) -> Core | None:
        """« demi- » before a unit, a scale or a dozen."""
        past = at + 1 + (self.text(at + 1) in {"-", "‑"})
        name = self.text(past)
        if name in self.table["about"]:
            return Core(past + 1, exactly(Decimal(self.table["about"][name]) * value), spoken=True, noun=True)
        if name in self.speller.scales:
            return Core(past + 1, exactly(value.scaleb(self.speller.scales[name])), spoken=True, noun=True)
        return Core(past, exactly(value), spoken=True) if unit_at(self.words, past, self.language) else None

    def _part(self, past: int, value: Decimal, whole: Spread) -> Core:
        """What the fraction is a part of: a scale, a unit, or a whole told otherwise."""
        after = past + 1 if self.text(past) in {"de", "d'", "of"} else past
        if self.text(after) in {"a", "an"}:
            after += 1
        power = self.speller.scales.get(self.text(after)) if after > past or self.language == "en" else None
        if power is not None:
            return Core(after + 1, exactly(value.scaleb(power)), spoken=True, noun=True)
        if after > past and unit_at(self.words, after, self.language):
            return Core(past, exactly(value), spoken=True, noun=True)
        return Core(past, whole, "share", spoken=True)

    def _english_half(self, i: int) -> Core | None:
        at = i + 1 + (self.text(i + 1) in {"-", "a", "an"})
        if self.text(at) == "dozen":
            return Core(at + 1, exactly(Decimal(6)), spoken=True)
        power = self.speller.scales.get(self.text(at))
        if power is not None:
            return Core(at + 1, exactly(Decimal("0.5").scaleb(power)), spoken=True)
        if at > i + 1 and (unit_at(self.words, at, "en") or unit_at(self.words, i + 1, "en")):
            return Core(at, exactly(Decimal("0.5")), spoken=True)
        if self.text(i + 1) in {"of", "the", "its", "their", "his", "her", "all"} or self.text(i - 1) in {"by", "than"}:
            return Core(i + 1, exactly(Decimal(50)), "share", spoken=True)
        return None

    def _crowd(self, i: int) -> Core | None:
        """« des milliers », « plusieurs centaines de milliers », « deux dizaines », "tens of thousands", "several hundred"."""
        openers, crowd = self.table["openers"], self.table["crowd"]
        at = i
        opener = self.text(i)
        some = opener in openers["several"] or opener in openers["few"] or (opener == "a" and self.text(i + 1) in openers["few"])
        if opener == "a" and some:
            at += 1
        if self.language == "en" and some and self.text(at + 1) in {"dozen", "hundred", "thousand", "million", "billion"}:
            size = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}[self.text(at + 1)]
            return Core(at + 2, vaguely(Decimal(2 * size), Decimal(12 * size)), spoken=True)
        if opener in openers["many"] or some:
            at += 1
        elif opener not in crowd:
            return None
        size = crowd.get(self.text(at))
        if size is None or (opener in crowd and self._figure_before(i)):
            return None
        past = at + 1
        while self.text(past) in {"de", "of"} and self.text(past + 1) in crowd:
            size *= crowd[self.text(past + 1)]
            past += 2
        low, high = (Decimal(2 * size), Decimal(12 * size)) if some else (Decimal(size) * 3 / 2, Decimal(20 * size))
        return Core(past, vaguely(low, high), spoken=True, noun=True)

    def _figure_before(self, i: int) -> bool:
        return i > 0 and (self.words[i - 1].number is not None or self.text(i - 1) in self.speller.units)

    def _collective(self, i: int) -> Core | None:
        """« une dizaine », « une bonne centaine de milliers », « deux douzaines », "two dozen", « un couple »."""
        about, counted = self.table["about"], self.table["counted"]
        figure = self._small(i)
        if figure is None and self.text(i) not in {"la", "cette", "le", "d'", "par"}:
            figure_value, at = Decimal(1), i
        else:
            figure_value, at = (figure.value, figure.past) if figure is not None else (Decimal(1), i + 1)
        how = _SIZES.get(self.text(at), "about")
        at += self.text(at) in _SIZES
        name = self.text(at)
        stem = name if name in about or name in counted else name.removesuffix("s")
        if stem in counted and (stem not in about or figure_value > 1) and (figure is not None or self.language == "en"):
            sure = figure is not None and (figure_value > 1 or self.language == "fr" or stem != "dozen")
            spread = exactly(figure_value * counted[stem])
            return Core(at + 1, spread if sure else widened(spread, "about"), spoken=True, noun=True)
        if stem not in about:
            return None
        size, past = figure_value * about[stem], at + 1
        while self.text(past) == "de" and self.text(past + 1) in self.table["crowd"]:
            size *= self.table["crowd"][self.text(past + 1)]
            past += 2
        spread = widened(exactly(Decimal(size)), how)
        if how == "about" and size < _HUNDRED and size % _TEN:  # « une quinzaine » is said of 17
            spread = replace(spread, low=Decimal(size) * 4 / 5, high=Decimal(size) * 6 / 5)
        return Core(past, spread, spoken=True, noun=True)

    def _vague(self, i: int) -> Core | None:
        """« plusieurs », « quelques », « une poignée », and « aucun »."""
        if self.text(i) in self.table["none"]["words"]:
            return Core(i + 1, exactly(Decimal(0)), "none", spoken=True)
        for parts, low, high in _vague_phrases(self.language).get(self.text(i), ()):
            if all(self.text(i + k) == part for k, part in enumerate(parts)):
                return Core(i + len(parts), vaguely(low, high), "vague", spoken=True)
        return None

    def _rank(self, i: int) -> Core | None:
        """« 12e », « troisième », "3rd", and « premier » before what is ranked, as it mostly ranks nothing."""
        word = self.words[i]
        if self.text(i) in self.table["firsts"]["words"]:
            ranks = self.text(i + 1) in _ranked(self.language)
            return Core(i + 1, exactly(Decimal(1)), "rank", spoken=True) if ranks else None
        if word.number is not None:
            ends = _ORDINAL_ENDS[self.language]
            if i + 1 < len(self.words) and self.words[i + 1].glued and self.words[i + 1].text in ends:
                return Core(i + 2, exactly(word.number), "rank")
            return None
        if _first(word.raw.casefold()) not in _rank_beginnings(self.language):
            return None
        for length in (5, 3, 2, 1):
            stretch = self.words[i : i + length]
            name = "".join(w.raw if w.glued or k == 0 else f" {w.raw}" for k, w in enumerate(stretch)).casefold().replace("‑", "-")
            rank = self.table["ordinals"].get(name)
            if rank is not None and len(stretch) == length:
                return Core(i + length, exactly(Decimal(rank)), "rank", spoken=True)
        return None

    def _decade(self, i: int) -> Core | None:
        """« septuagénaire »: 70 to 79."""
        age = self.table["decades"].get(self.text(i).removesuffix("s"))
        return None if age is None else Core(i + 1, between(Decimal(age), Decimal(age + 9)), "age", spoken=True)


@cache
def _vague_phrases(language: str) -> Mapping[str, Sequence[tuple[tuple[str, ...], Decimal, Decimal]]]:
    """The vague numbers as words with their bounds, by first word: most words of a text begin none."""
    found: dict[str, list[tuple[tuple[str, ...], Decimal, Decimal]]] = {}
    for phrase, (low, high) in numerals(language)["vague"].items():
        parts = tuple(phrase.replace("-", " - ").split())
        found.setdefault(parts[0], []).append((parts, Decimal(low), Decimal(high)))
    return found


@cache
def _rank_beginnings(language: str) -> frozenset[str]:
    """What the words of ranks begin with."""
    return frozenset(_first(name) for name in numerals(language)["ordinals"])


@cache
def _ranked(language: str) -> frozenset[str]:
    """Nouns for what is the first, second or third of its kind."""
    return words(language, "counts", "ranked", "nouns")


def _first(name: str) -> str:
    """The letters of a name up to its first hyphen or space."""
    return name.replace("‑", "-").split("-")[0].split(" ")[0]


def _hundredths(count: Decimal, whole: Decimal) -> Spread:
    """A fraction as a percentage, as fine as its words: a third is 33 to 34, « six sur dix » 6E+1 (good to ten)."""
    value = count * 100 / whole
    if value != value.to_integral_value():
        return Spread(Decimal(math.floor(value)), Decimal(math.ceil(value)), Exactness.EXACT, value.quantize(Decimal("0.1")))
    return exactly(value.quantize(Decimal("1E+1")) if value % 10 == 0 and whole % 5 == 0 else value.quantize(Decimal(1)))
