"""Reads amounts out of a text: numbers with the words that widen them and the unit that follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from recoupe.facts.figures import Figure, Speller, Word, cut, numerals
from recoupe.facts.lexicon import lexicon
from recoupe.facts.spread import Spread, between, exactly, mapped, vaguely, widened
from recoupe.facts.units import Unit, rate_at, unit_at
from recoupe.model import Exactness

_OF = {"de", "d'", "of", "des", "du"}
_SIGNS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "US$": "USD"}
_ORDINAL_ENDS = {"fr": {"e", "ème", "eme", "è", "er", "re", "ère", "nd", "nde"}, "en": {"th", "st", "nd", "rd"}}


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
class _Core:
    """A number before its unit: the place after it, its spread, and what it is."""

    past: int
    spread: Spread
    sort: str = "count"
    article: bool = False
    spoken: bool = False
    noun: bool = False  # « une dizaine », « 3 millions »: « de » may stand before the unit


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
    return tuple(_Reader(text, language).read())


class _Reader:
    """One pass over the words of a text."""

    def __init__(self, text: str, language: str) -> None:
        self.language = language if language == "en" else "fr"
        self.words = cut(text, self.language)
        self.speller = Speller(self.words, self.language)
        self.table: Any = numerals(self.language)

    def text(self, i: int) -> str:
        return self.speller.text(i)

    def read(self) -> Iterator[Amount]:
        i = 0
        while i < len(self.words):
            found = self.amount(i)
            yield from found
            i = found[-1].past if found else i + 1

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
        if sign is not None and (core := self._number(priced)) is not None:
            return (self._finish(i, core, hows, sign),)
        for start in dict.fromkeys((at, i)):
            core = self._core(start) if start < len(self.words) else None
            if core is not None:
                return (self._finish(i, core, hows if start == at else []),)
        return ()

    # -- the number itself

    def _core(self, i: int) -> _Core | None:
        return self._fraction(i) or self._crowd(i) or self._collective(i) or self._vague(i) or self._rank(i) or self._number(i) or self._decade(i)

    def _number(self, i: int) -> _Core | None:
        if self.words[i].text in _SIGNS or (self.words[i].raw == "US" and self.text(i + 1) == "$"):
            return None
        figure = self._figure(i)
        if figure is None:
            return self._lone_scale(i)
        share = self._share(i, figure)
        if share is not None:
            return share
        noun = self.text(figure.past - 1) in self.speller.scales
        return _Core(figure.past, exactly(figure.value), article=figure.article, spoken=figure.spoken, noun=noun)

    def _figure(self, i: int) -> Figure | None:
        word = self.words[i]
        if word.number is None and word.text not in self.speller.units and word.text not in self.speller.tens:
            if word.text not in self.speller.hundred and word.text not in self.speller.thousand and word.text not in {"a", "an"}:
                return None
        figure = self.speller.figure(i)
        if figure is None:
            return None
        minus = i > 0 and self.words[i - 1].text in {"-", "−", "–"} and word.glued and (i < 2 or not self.words[i - 1].glued)
        return replace(figure, value=-figure.value) if minus and word.number is not None else figure

    def _lone_scale(self, i: int) -> _Core | None:
        """« (frôle) le million »: one of it."""
        if i > 0 and self.text(i - 1) in {"le", "du", "au"} and self.text(i) in {"million", "milliard"}:
            return _Core(i + 1, exactly(Decimal(1).scaleb(self.speller.scales[self.text(i)])), spoken=True, noun=True)
        if self.text(i) in {"le", "du"} and self.text(i + 1) in {"million", "milliard"}:
            return _Core(i + 2, exactly(Decimal(1).scaleb(self.speller.scales[self.text(i + 1)])), spoken=True, noun=True)
        return None

    def _share(self, i: int, figure: Figure) -> _Core | None:
        """« un salarié sur cinq », "one in five": up to four words between."""
        links = {"sur"} if self.language == "fr" else {"in", "of"}
        for at in range(figure.past, min(figure.past + 5, len(self.words) - 1)):
            word = self.words[at]
            if word.text in links and (self.language == "fr" or at == figure.past or self.text(at - 1) == "out"):
                return self._share_of(i, figure, at)
            if not word.raw[0].isalpha() or self.speller.figure(at) is not None or word.text in self.speller.ands or unit_at(self.words, at, self.language):
                return None
        return None

    def _share_of(self, i: int, figure: Figure, at: int) -> _Core | None:
        whole = self._figure(at + 1)
        if whole is None or whole.article or not 1 < whole.value <= 100000 or not 0 < figure.value < whole.value:
            return None
        if unit_at(self.words, whole.past, self.language) or self.text(whole.past) in _OF:
            return None
        if at == figure.past and not figure.spoken and not whole.spoken:
            scale = Unit("quantity", f"/{whole.value}")
            return _Core(whole.past, exactly(figure.value), sort=f"scale:{scale.base}")
        value = figure.value * 100 / whole.value
        grain = Decimal(1).scaleb(1) if whole.value <= 10 and value % 10 == 0 else Decimal(1)
        return _Core(whole.past, exactly(_rounded(value, grain)), "share", spoken=True)

    def _fraction(self, i: int) -> _Core | None:
        """« la moitié », « deux tiers », « un quart de milliard », « une demi-heure », "half a million"."""
        table = self.table["fractions"]
        if self.language == "en" and self.text(i) == "half":
            return self._english_half(i)
        at, count, given = i, Decimal(1), False
        if self.text(at) in {"les", "des"}:
            at += 1
        if self.text(at) in {"la", "le", "du", "au"}:
            at, given = at + 1, self.text(at) == "la"
        elif at < len(self.words) and (figure := self._small(at)) is not None:
            at, count, given = figure.past, figure.value, True
            at += self.text(at) in {"-", "‑"}
        name = self.text(at)
        if name not in table or not (given or name in {"tiers", "quart", "moitié"}):
            return None
        top, bottom = table[name]
        if (count >= bottom > 2) or self._no_fraction(at, name, count):
            return None
        value = count * top / bottom
        if name in {"demi", "demie"}:
            return self._half_of(at, value)
        return self._part(at + 1, value)

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
        if "finale" in next_one or "finale" in after or after in {"moins", "plus", "prix"} or next_one in {"monde"}:
            return True
        ordinal = name in self.table["ordinals"]
        return ordinal and count == 1 and after not in {"de", "d'", "des", "du", "of"}

    def _half_of(self, at: int, value: Decimal) -> _Core | None:
        """« demi- » before a unit, a scale or a dozen."""
        past = at + 1 + (self.text(at + 1) in {"-", "‑"})
        name = self.text(past)
        if name in self.table["about"]:
            return _Core(past + 1, exactly(Decimal(self.table["about"][name]) * value), spoken=True, noun=True)
        if name in self.speller.scales:
            return _Core(past + 1, exactly(value.scaleb(self.speller.scales[name])), spoken=True, noun=True)
        return _Core(past, exactly(value), spoken=True) if unit_at(self.words, past, self.language) else None

    def _part(self, past: int, value: Decimal) -> _Core:
        """What the fraction is a part of: a scale, a unit, or a whole told otherwise."""
        after = past + 1 if self.text(past) in {"de", "d'", "of"} else past
        if self.text(after) in {"a", "an"}:
            after += 1
        power = self.speller.scales.get(self.text(after)) if after > past or self.language == "en" else None
        if power is not None:
            return _Core(after + 1, exactly(value.scaleb(power)), spoken=True, noun=True)
        if after > past and unit_at(self.words, after, self.language):
            return _Core(past, exactly(value), spoken=True, noun=True)
        hundredths = value * 100
        grain = Decimal("1E+1") if hundredths % 10 == 0 and hundredths != 50 else Decimal(1)
        return _Core(past, exactly(_rounded(hundredths, grain)), "share", spoken=True)

    def _english_half(self, i: int) -> _Core | None:
        at = i + 1 + (self.text(i + 1) in {"-", "a", "an"})
        if self.text(at) == "dozen":
            return _Core(at + 1, exactly(Decimal(6)), spoken=True)
        power = self.speller.scales.get(self.text(at))
        if power is not None:
            return _Core(at + 1, exactly(Decimal("0.5").scaleb(power)), spoken=True)
        if at > i + 1 and (unit_at(self.words, at, "en") or unit_at(self.words, i + 1, "en")):
            return _Core(at, exactly(Decimal("0.5")), spoken=True)
        if self.text(i + 1) in {"of", "the", "its", "their", "his", "her", "all"} or self.text(i - 1) in {"by", "than"}:
            return _Core(i + 1, exactly(Decimal(50)), "share", spoken=True)
        return None

    def _crowd(self, i: int) -> _Core | None:
        """« des milliers », « plusieurs centaines de milliers », « deux dizaines », "tens of thousands", "several hundred"."""
        openers, crowd = self.table["openers"], self.table["crowd"]
        at = i
        opener = self.text(i)
        some = opener in openers["several"] or opener in openers["few"] or (opener == "a" and self.text(i + 1) in openers["few"])
        if opener == "a" and some:
            at += 1
        if self.language == "en" and some and self.text(at + 1) in {"dozen", "hundred", "thousand", "million", "billion"}:
            size = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}[self.text(at + 1)]
            return _Core(at + 2, vaguely(Decimal(2 * size), Decimal(12 * size)), spoken=True)
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
        return _Core(past, vaguely(low, high), spoken=True, noun=True)

    def _figure_before(self, i: int) -> bool:
        return i > 0 and (self.words[i - 1].number is not None or self.text(i - 1) in self.speller.units)

    def _collective(self, i: int) -> _Core | None:
        """« une dizaine », « une bonne centaine de milliers », « deux douzaines », "two dozen", « un couple »."""
        about, counted = self.table["about"], self.table["counted"]
        figure = self._small(i)
        if figure is None and self.text(i) not in {"la", "cette", "le", "d'", "par"}:
            figure_value, at = Decimal(1), i
        else:
            figure_value, at = (figure.value, figure.past) if figure is not None else (Decimal(1), i + 1)
        how = "about"
        if self.text(at) in {"bonne", "bon", "grosse", "gros"}:
            at, how = at + 1, "above"
        elif self.text(at) in {"petite", "petit"}:
            at, how = at + 1, "near"
        name = self.text(at)
        stem = name if name in about or name in counted else name.removesuffix("s")
        if stem in counted and (stem not in about or figure_value > 1) and (figure is not None or self.language == "en"):
            sure = figure is not None and (figure_value > 1 or self.language == "fr" or stem != "dozen")
            spread = exactly(figure_value * counted[stem])
            return _Core(at + 1, spread if sure else widened(spread, "about"), spoken=True, noun=True)
        if stem not in about:
            return None
        size, past = figure_value * about[stem], at + 1
        while self.text(past) in {"de"} and self.text(past + 1) in self.table["crowd"]:
            size *= self.table["crowd"][self.text(past + 1)]
            past += 2
        return _Core(past, widened(exactly(Decimal(size)), how), spoken=True, noun=True)

    def _vague(self, i: int) -> _Core | None:
        """« plusieurs », « quelques », « une poignée », and « aucun »."""
        if self.text(i) in self.table["none"]["words"]:
            return _Core(i + 1, exactly(Decimal(0)), "none", spoken=True)
        for phrase, (low, high) in self.table["vague"].items():
            parts = phrase.replace("-", " - ").split()
            if [self.text(i + k) for k in range(len(parts))] == parts:
                return _Core(i + len(parts), vaguely(Decimal(low), Decimal(high)), "vague", spoken=True)
        return None

    def _rank(self, i: int) -> _Core | None:
        """« 12e », « troisième », "3rd"."""
        word = self.words[i]
        if word.number is not None:
            ends = _ORDINAL_ENDS[self.language]
            if i + 1 < len(self.words) and self.words[i + 1].glued and self.words[i + 1].text in ends:
                return _Core(i + 2, exactly(word.number), "rank")
            return None
        for length in (5, 3, 2, 1):
            stretch = self.words[i : i + length]
            name = "".join(w.raw if w.glued or k == 0 else f" {w.raw}" for k, w in enumerate(stretch)).casefold().replace("‑", "-")
            rank = self.table["ordinals"].get(name)
            if rank is not None and len(stretch) == length:
                return _Core(i + length, exactly(Decimal(rank)), "rank", spoken=True)
        return None

    def _decade(self, i: int) -> _Core | None:
        """« septuagénaire »: 70 to 79."""
        age = self.table["decades"].get(self.text(i).removesuffix("s"))
        return None if age is None else _Core(i + 1, between(Decimal(age), Decimal(age + 9)), "age", spoken=True)

    # -- two numbers

    def _span(self, i: int) -> tuple[Amount, ...] | None:
        """« entre 3 et 5 », « de 10 à 12 % », « quatre à six semaines », « trois ou quatre »."""
        words = self.table["range"]
        opener = self.text(i)
        first = i + 1 if opener in words["between"] or opener in words["from"] else i
        low, sign = self._priced(first)
        if low is None or low.article or low.sort not in {"count", "share"}:
            return None
        links = words["and"] if opener in words["between"] else words["to"]
        link = low.past
        unit = unit_at(self.words, link, self.language)
        noun = link + 1 if self.text(link) in {"de", "d'"} else link
        unit = unit or (unit_at(self.words, noun, self.language) if low.noun else None)
        at = unit[1] if unit else link
        if self.text(at) not in links:
            return None
        high, sign_high = self._priced(at + 1)
        if high is None or high.article or high.sort != low.sort or high.spread.point is None or low.spread.point is None:
            return None
        return self._joined(i, first, low, high, unit[0] if unit else None, self.text(at), opener, sign or sign_high)

    def _priced(self, i: int) -> tuple[_Core | None, Unit | None]:
        """A number, after a currency sign if one stands before it."""
        sign, at = self._currency(i)
        if at >= len(self.words):
            return None, None
        return self._number(at), sign

    def _currency(self, i: int) -> tuple[Unit | None, int]:
        code = _SIGNS.get(self.text(i))
        if code is not None and i + 1 < len(self.words) and self.words[i + 1].number is not None and self.words[i + 1].glued:
            return Unit("money", code), i + 1
        if self.text(i) == "us" and self.text(i + 1) == "$":
            return Unit("money", "USD"), i + 2
        return None, i

    def _joined(
        self, i: int, first: int, low: _Core, high: _Core, unit: Unit | None, link: str, opener: str, sign: Unit | None
    ) -> tuple[Amount, ...] | None:
        assert low.spread.point is not None
        assert high.spread.point is not None
        start, end = low.spread.point, high.spread.point
        after = self._finish(first, high, [], sign)
        if unit is None and start < 1000 and start < end:
            # « entre 30 et 40 millions »: the scale of the second is that of the first
            written = self.words[high.past - 1].text
            power = self.speller.scales.get(written)
            start = start.scaleb(power) if power is not None and start.scaleb(power) < end else start
        unit = sign or unit
        if unit is not None and after.unit is not None and unit.dimension != after.unit.dimension:
            return None
        told = link in {"-", "–", "/"} or link in {"ou", "or", "voire"}
        if told and not self._plausible(start, end, link, after):
            return None
        changed = opener in self.table["range"]["from"] and self._changed(i)
        if start >= end and not changed:
            return None
        return self._two(i, first, low, start, unit, after) if changed else self._one(i, start, end, unit, after)

    def _plausible(self, start: Decimal, end: Decimal, link: str, after: Amount) -> bool:
        """Whether « 10-12 » or « trois ou quatre » is a range and not a score, a season or a choice."""
        if link in {"ou", "or", "voire"}:
            return start < end <= start * 3
        return start < end and (after.unit is not None or end >= 10) and not 1500 < start < 2100

    def _changed(self, i: int) -> bool:
        """Whether a verb of change stands shortly before: « est passé de 10 à 12 »."""
        stems = tuple(self.table["range"]["change"])
        return any(w.text.startswith(stems) for w in self.words[max(0, i - 6) : i])

    def _one(self, i: int, start: Decimal, end: Decimal, unit: Unit | None, after: Amount) -> tuple[Amount, ...]:
        last = after.unit or unit
        left, right = (start, end) if last is None else ((unit or last).grain(start), last.grain(end))
        return (replace(after, start=self.words[i].start, first=i, spread=between(left, right), unit=last),)

    def _two(self, i: int, first: int, low: _Core, start: Decimal, unit: Unit | None, after: Amount) -> tuple[Amount, ...]:
        before = unit or after.unit
        spread = exactly(before.grain(start)) if before is not None else exactly(start)
        left = Amount(self.words[first].start, self.words[low.past - 1].end, i, low.past, spread, before, "", low.sort, spoken=low.spoken)
        right = next((k for k in range(low.past, after.past) if self.words[k].text in self.table["range"]["to"]), low.past) + 1
        return left, replace(after, start=self.words[right].start, first=right)

    # -- unit, rate and the words behind

    def _finish(self, i: int, core: _Core, hows: Sequence[str], sign: Unit | None = None) -> Amount:
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
        past = tail[1] if tail is not None else past
        for how in (*reversed(hows), *((tail[0],) if tail is not None else ())):
            spread = widened(spread, how)
        if unit is not None and whole is None:
            spread = mapped(spread, unit.grain)
        start = self.words[i].start
        return Amount(start, self.words[past - 1].end, i, past, spread, unit, rate[0] if rate else "", sort, core.article, core.spoken)

    def _united(self, core: _Core) -> tuple[Unit | None, int]:
        found = unit_at(self.words, core.past, self.language)
        if found is None and core.noun and self.text(core.past) in {"de", "d'", "of"}:
            found = unit_at(self.words, core.past + 1, self.language)
        return found if found is not None else (None, core.past)

    def _more(self, past: int, spread: Spread, unit: Unit | None) -> tuple[int, Spread | None]:
        """What follows a unit and belongs to it: « et demie », « 3 min 20 s », « quatre mètres dix-huit »; the whole in the base unit."""
        if unit is None or spread.point is None or spread.exactness is not Exactness.EXACT:
            return past, None
        halves = {"demi": Decimal("0.5"), "demie": Decimal("0.5"), "quart": Decimal("0.25")}
        total = unit.grain(spread.point)
        if self.text(past) in self.speller.ands and self.text(past + 1) in halves:
            return past + 2, exactly(total + unit.convert(halves[self.text(past + 1)]))
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
        figure = self._figure(step) if step < len(self.words) else None
        if figure is None or figure.value >= 100:
            return None
        smaller = unit_at(self.words, figure.past, self.language)
        if smaller is not None:
            same = smaller[0].base == unit.base and smaller[0].dimension == unit.dimension
            return (smaller[0].grain(figure.value), smaller[1]) if same and smaller[0].times < unit.times else None
        if unit.base == "m" and unit.times == 1 and step == past and figure.spoken and not figure.article:
            return figure.value.scaleb(-2), figure.past
        return None


def _rounded(value: Decimal, grain: Decimal) -> Decimal:
    """The value on a grid as coarse as the words were: a third is 33.3, « six sur dix » 6E+1."""
    lifted = value.quantize(grain)
    return lifted if lifted == value else value.quantize(Decimal("0.1"))
