"""Reads amounts out of a text: numbers with the words that widen them and the unit that follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache

from recoupe.facts.cores import SIGNS, Core, CoreReader
from recoupe.facts.figures import Word, cut
from recoupe.facts.lexicon import lexicon
from recoupe.facts.spread import Spread, between, exactly, mapped, widened
from recoupe.facts.units import Unit, rate_at, unit_at
from recoupe.model import Exactness

_CONVERTED = Decimal("0.03")  # how far a round number may lie from what another system of units makes of it
_TEMPERATURES = {"°", "°C", "°F"}
_MOST_DIGITS = 21  # a billion billions, and more digits than any paper has counted
_MOST_DIGITS_FAR = 28  # of metres: what lies billions of light-years away
_SHORTEST_NOUN = 3  # letters
_SIZED = frozenset(
    {"bons", "bonnes", "petits", "petites", "longs", "longues", "gros", "grosses", "grands", "grandes", "long", "full", "good"}
)
_HUNDREDTHS = frozenset({"centième", "centièmes", "hundredths"})
_HALVES = {"demi": Decimal("0.5"), "demie": Decimal("0.5"), "quart": Decimal("0.25")}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with all that belongs to it, at `text[start:end]`.

    `sort` says what it is when no unit does: "count", "share" (a fraction of a whole, in hundredths), "rank" (« troisième »), "age"
    (« septuagénaire »). `first` and `past` are its words; `noun` where a collective already stands for a noun (« une dizaine »).
    """

    start: int
    end: int
    first: int
    past: int
    spread: Spread
    unit: Unit | None = None
    rate: str = ""
    sort: str = "count"
    article: bool = False
    spoken: bool = False


@dataclass(frozen=True, slots=True)
class _Two:
    """Two numbers with a word between: the places of the opener, of the first and of the link, both numbers, what follows each."""

    i: int
    first: int
    link: int
    low: Core
    high: Core
    unit: Unit | None
    after: Amount

    @property
    def start(self) -> Decimal:
        """The first number."""
        return self.low.spread.point or Decimal(0)

    @property
    def end(self) -> Decimal:
        """The second number."""
        return self.high.spread.point or Decimal(0)


@cache
def _phrases(language: str, side: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """The phrases that widen a number, as words, the longest first."""
    table = lexicon(language, "numbers")[side]
    pairs = [(_phrase(text, language), how) for how, texts in table.items() for text in texts]
    return tuple(sorted(pairs, key=lambda p: -len(p[0])))


def _phrase(text: str, language: str) -> tuple[str, ...]:
    """The words of a phrase; a word is put after « d' », which is read as one only before another."""
    elided = text.endswith("'")
    words = tuple(w.text for w in cut(f"{text}x" if elided else text, language))
    return words[:-1] if elided else words


@cache
def _openings(language: str) -> frozenset[str]:
    return frozenset(words[0] for words, _ in _phrases(language, "before"))


def phrase_at(words: Sequence[Word], i: int, language: str, side: str) -> tuple[str, int] | None:
    """The widening phrase that starts at word `i`, and the place after it."""
    if i >= len(words) or (side == "before" and words[i].text not in _openings(language)):
        return None
    for phrase, how in _phrases(language, side):
        if words[i].text == phrase[0] and tuple(w.text for w in words[i : i + len(phrase)]) == phrase:
            return how, i + len(phrase)
    return None


@lru_cache(maxsize=256)
def amounts(text: str, language: str) -> tuple[Amount, ...]:
    """Every amount of a text, in order, none overlapping another."""
    return tuple(_shared(list(_Reader(text, language).read()), text))


def _shared(found: list[Amount], text: str) -> list[Amount]:
    """Numbers that share the unit of the next: « 22 et 27 ans », « 5, 8 et 12 millions d'euros »."""
    for k in range(len(found) - 2, -1, -1):
        one, other = found[k], found[k + 1]
        link = text[one.end : other.start].strip().casefold()
        bare = one.unit is None and one.sort == "count" and not one.article and one.spread.point is not None
        if bare and other.unit is not None and link in {"et", "and", ",", "ou", "or", "puis"} and other.sort == "count":
            found[k] = replace(one, unit=other.unit, spread=_converted(one.spread, other.unit))
    return found


class _Reader:
    """One pass over the words of a text."""

    def __init__(self, text: str, language: str) -> None:
        self.language = language if language == "en" else "fr"
        self.words = cut(text, self.language)
        self.cores = CoreReader(self.words, self.language)
        self.speller, self.table = self.cores.speller, self.cores.table

    def text(self, i: int) -> str:
        return self.speller.text(i)

    def read(self) -> Iterator[Amount]:
        i = 0
        while i < len(self.words):
            found = self._bearable(i)
            yield from found
            i = found[-1].past if found else i + 1

    def _bearable(self, i: int) -> tuple[Amount, ...]:
        """The amount that starts at word `i`, unless it has more digits than anything can be counted in, or than can be reckoned with."""
        try:
            found = self.amount(i)
        except ArithmeticError:
            return ()
        most = _MOST_DIGITS_FAR if all(a.unit is not None and a.unit.base == "m" for a in found) else _MOST_DIGITS
        numbers = (n for a in found for n in (a.spread.low, a.spread.high, a.spread.point) if n is not None)
        return found if all(n.adjusted() < most for n in numbers) else ()

    def amount(self, i: int) -> tuple[Amount, ...]:
        """The amount that starts at word `i` with the words that widen it; two where a change is told (« de 10 à 12 % »)."""
        hows: list[str] = []
        at = i
        while (phrase := phrase_at(self.words, at, self.language, "before")) is not None and len(hows) < 2:
            hows.append(phrase[0])
            at = phrase[1]
        span = self._span(at) or (self._span(i) if at > i else None)
        if span is not None:
            return span
        sign, priced = self._currency(at)
        if sign is not None and (core := self.cores.number(priced)) is not None:
            return (self._finish(i, core, hows, sign),)
        contracted = at - 1 if at > i + 1 and self.text(at - 1) == "du" else at  # « près du quart »
        for start in dict.fromkeys((at, contracted, i)):
            core = self._one(at, i) or self.cores.core(start) if start < len(self.words) else None
            if core is not None:
                return (self._finish(i, core, hows if start > i or not hows else []),)
        return ()

    def _one(self, at: int, i: int) -> Core | None:
        """The one of « un bon mois », « une petite heure »: a unit stands right behind words that widen and hold the number themselves."""
        sized = at > i + 1 and self.text(at - 2) in {"un", "une"} and self.cores.core(at) is None
        return Core(at, exactly(Decimal(1))) if sized and unit_at(self.words, at, self.language) is not None else None

    # -- two numbers

    def _span(self, i: int) -> tuple[Amount, ...] | None:
        """« entre 3 et 5 », « de 10 à 12 % », « quatre à six semaines », « trois ou quatre »."""
        words, opener = self.table["range"], self.text(i)
        first = i + 1 if opener in words["between"] or opener in words["from"] else i
        low, sign = self._priced(first)
        if low is None or low.article or low.sort not in {"count", "share"} or low.spread.point is None:
            return None
        unit = unit_at(self.words, low.past, self.language)
        if unit is None and low.noun and self.text(low.past) in {"de", "d'"}:
            unit = unit_at(self.words, low.past + 1, self.language)
        at = unit[1] if unit else low.past
        at += self.text(at) == "," and self.text(at + 1) == "voire"
        if self.text(at) not in (words["and"] if opener in words["between"] else words["to"]):
            return None
        high, sign_high = self._priced(at + 1)
        if high is None or high.article or high.sort != low.sort or high.spread.point is None or self._is_hour(high.past):
            return None
        after = self._finish(first, high, [], sign_high or sign)
        given = sign or (unit[0] if unit else None)
        if given is not None and after.unit is not None and (given.dimension, given.base) != (after.unit.dimension, after.unit.base):
            return None
        return self._joined(_Two(i, first, at, low, high, given, after))

    def _is_hour(self, i: int) -> bool:
        """Whether a clock's mark and minutes follow a number: « perdait 4,2 % à 11H00 » tells no range."""
        return self.text(i) in {"h", ":"} and i + 1 < len(self.words) and self.words[i + 1].number is not None

    def _priced(self, i: int) -> tuple[Core | None, Unit | None]:
        """A number, after a currency sign if one stands before it."""
        sign, at = self._currency(i)
        if at >= len(self.words):
            return None, None
        return self.cores.number(at), sign

    def _currency(self, i: int) -> tuple[Unit | None, int]:
        code = SIGNS.get(self.text(i))
        if code is not None and i + 1 < len(self.words) and self.words[i + 1].number is not None and self.words[i + 1].glued:
            return Unit("money", code), i + 1
        if self.text(i) == "us" and self.text(i + 1) == "$":
            return Unit("money", "USD"), i + 2
        return None, i

    def _joined(self, two: _Two) -> tuple[Amount, ...] | None:
        """The range, or the two numbers of a change; None where the words mean neither."""
        start, end = two.start, two.end
        link, opener = self.text(two.link), self.text(two.i)
        if two.unit is None and start < 1000 and start < end:
            # « entre 30 et 40 millions », « deux à trois cents »: the scale of the second is that of the first
            power = self.speller.scales.get(self.text(two.high.past - 1), self._power(two.high))
            power = 3 if power is None and start * 100 < end and end % 1000 == 0 and two.after.unit is None else power
            start = start.scaleb(power) if power is not None and start.scaleb(power) < end else start
        if link not in {"à", "to", *self.table["range"]["and"]} and not self._plausible(start, end, link, two.after):
            return None
        changed = opener in self.table["range"]["from"] and self._changed(two.i)
        if changed:
            return self._change(two)
        last = two.after.unit or two.unit
        left, right = (start, end) if last is None else ((two.unit or last).grain(start), last.grain(end))
        if left >= right:
            return None
        spread = between(left, right)
        return (replace(two.after, start=self.words[two.i].start, first=two.i, spread=spread, unit=last),)

    def _power(self, core: Core) -> int | None:
        """The power of ten in which a number in words ends: « trois cents », « six mille », « deux cent mille »."""
        last, before = (self.text(core.past - k) for k in (1, 2))
        if last in self.speller.thousand:
            return 5 if before in self.speller.hundred else 3
        return 2 if last in self.speller.hundred else None

    def _plausible(self, start: Decimal, end: Decimal, link: str, after: Amount) -> bool:
        """Whether « 10-12 » or « trois ou quatre » is a range and not a score, a season or a choice."""
        if link in {"ou", "or", "voire"}:
            return start < end <= start * 3
        return start < end and (after.unit is not None or end >= 10) and not 1500 < start < 2100

    def _changed(self, i: int) -> bool:
        """Whether a verb of change stands shortly before: « est passé de 10 à 12 »."""
        stems = tuple(self.table["range"]["change"])
        return any(w.text.startswith(stems) for w in self.words[max(0, i - 6) : i])

    def _change(self, two: _Two) -> tuple[Amount, ...]:
        before = two.unit or two.after.unit
        spread = exactly(before.grain(two.start)) if before is not None else exactly(two.start)
        past = two.link
        left = Amount(
            self.words[two.first].start, self.words[past - 1].end, two.i, past, spread, before, "", two.low.sort, spoken=two.low.spoken
        )
        return left, replace(two.after, start=self.words[two.link + 1].start, first=two.link + 1)

    # -- unit, rate and the words behind

    def _finish(self, i: int, core: Core, hows: Sequence[str], sign: Unit | None = None) -> Amount:
        unit, past, sort = sign, core.past, core.sort
        if sort.startswith("scale:"):
            unit, sort = Unit("quantity", sort.removeprefix("scale:")), "count"
        elif sign is None and sort in {"count", "vague"}:
            unit, past = self._united(core)
        past, whole = self._more(past, core.spread, unit)
        spread = core.spread if whole is None else whole
        rate = rate_at(self.words, past, self.language) if sort in {"count", "vague"} else None
        if rate is not None and (unit is None or unit.dimension not in {"money", "quantity"}):
            rate = rate if unit is None else None
        elif rate is not None:
            past = rate[1]
        tail = phrase_at(self.words, past, self.language, "after")
        far = self._about_behind_noun(past) if tail is None and unit is None and sort == "count" else False
        tail = None if tail is not None and self.text(tail[1]) in {"de", "d'", "of", "than", "-"} else tail
        past = tail[1] if tail is not None else past
        for how in (*reversed(hows), *((tail[0],) if tail is not None else ()), *(("about",) if far else ())):
            spread = widened(spread, how)
        if unit is not None and whole is None:
            spread = _converted(spread, unit)
        if unit is not None and unit.base in _TEMPERATURES and self._below_zero(i):
            i, spread = i - 1, mapped(spread, Decimal.copy_negate)
        start = self.words[i].start
        return Amount(start, self.words[past - 1].end, i, past, spread, unit, rate[0] if rate else "", sort, core.article, core.spoken)

    def _about_behind_noun(self, past: int) -> bool:
        """Whether « environ » stands behind what is counted: « trois cents personnes environ »; not before the next number."""
        noun = past < len(self.words) and self.words[past].raw.isalpha() and len(self.text(past)) >= _SHORTEST_NOUN
        follows = past + 2 >= len(self.words) or self.cores.core(past + 2) is None
        return noun and self.text(past + 1) == "environ" and follows

    def _below_zero(self, i: int) -> bool:
        """Whether « moins » before a temperature is its sign, and not a comparison or half of « plus ou moins »."""
        return i > 0 and self.text(i - 1) in {"moins", "minus"} and (i < 2 or self.text(i - 2) not in {"ou", "or"})

    def _united(self, core: Core) -> tuple[Unit | None, int]:
        found = unit_at(self.words, core.past, self.language)
        if found is None and self.text(core.past) in _SIZED:  # « deux bonnes heures »
            found = unit_at(self.words, core.past + 1, self.language)
            return (found[0], found[1]) if found is not None and found[0].dimension == "duration" else (None, core.past)
        if found is None and core.noun and self.text(core.past) in {"de", "d'", "of"}:
            found = unit_at(self.words, core.past + 1, self.language)
        return found if found is not None else (None, core.past)

    def _more(self, past: int, spread: Spread, unit: Unit | None) -> tuple[int, Spread | None]:
        """What follows a unit and belongs to it: « et demie », « 3 min 20 s », « quatre mètres dix-huit »; the whole in the base unit."""
        if unit is None or spread.point is None or spread.exactness is not Exactness.EXACT:
            return past, None
        total = unit.grain(spread.point)
        if self.text(past) in self.speller.ands and self.text(past + 1) in _HALVES:
            return past + 2, exactly(total + unit.convert(_HALVES[self.text(past + 1)]))
        more = False
        while unit.dimension in {"duration", "quantity", "money"} and past < len(self.words):
            part = self._lesser(past, unit)
            if part is None:
                break
            total, past, more = total + part[0], part[1], True
        return past, exactly(total) if more else None

    def _lesser(self, past: int, unit: Unit) -> tuple[Decimal, int] | None:
        """The smaller part of a compound that starts at `past`, in the base unit."""
        step = past + (self.text(past) in self.speller.ands)
        figure = self.cores.figure(step) if step < len(self.words) else None
        if figure is None or figure.value >= 100:
            return None
        if step == past and unit.base == "s" and (tail := self._hundredths(past)) is not None:
            return tail
        smaller = unit_at(self.words, figure.past, self.language)
        if smaller is not None:
            same = smaller[0].base == unit.base and smaller[0].dimension == unit.dimension
            return (smaller[0].grain(figure.value), smaller[1]) if same and smaller[0].times < unit.times else None
        if step > past or figure.article:
            return None
        if unit.base == "m" and unit.times == 1 and figure.spoken:
            return figure.value.scaleb(-2), figure.past
        short = self.text(past - 1) == "h" and self.words[past].end - self.words[past].start == len("41")  # « 2 h 41 »
        if unit.base == "s" and unit.times in {60, 3600} and figure.value < 60 and (figure.spoken or self.words[past].glued or short):
            return figure.value * unit.times / 60, figure.past
        return None

    def _hundredths(self, past: int) -> tuple[Decimal, int] | None:
        """The part of a second at `past`: « 47 s 62 », « 47″62 », « 9 secondes 58 centièmes »."""
        word, named = self.words[past], self.text(past + 1) in _HUNDREDTHS
        told = named or self.text(past - 1) in {"s", "″"}
        if word.number is None or not told or word.end - word.start > len("62") or word.number != word.number.to_integral_value():
            return None
        return word.number.scaleb(-2 if named else word.start - word.end), past + 1 + named


def _converted(spread: Spread, unit: Unit) -> Spread:
    """The spread in the unit's base. Feet and miles leave no round metres: an exact 125 feet may be told as 38 m, 50 knots as 90 km/h."""
    found = mapped(spread, unit.grain)
    if unit.metric or spread.exactness is not Exactness.EXACT or spread.point is None:
        return found
    half = Decimal(5).scaleb(int(spread.point.as_tuple().exponent) - 1)
    round_half = Decimal(5).scaleb(int(spread.point.normalize().as_tuple().exponent) - 1)
    half = max(half, min(round_half, abs(spread.point) * _CONVERTED))
    return replace(found, low=unit.convert(spread.point - half), high=unit.convert(spread.point + half))
