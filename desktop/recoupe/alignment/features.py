"""What a sentence is about: its weighty words, names and figures."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

from recoupe.model import Article, Fact, Name, Parse, Period, Place, Quantity, Role, Token

_TELLING = {"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"}
_EMPTY = {"être", "avoir", "faire", "aller", "pouvoir", "devoir", "dire", "be", "have", "do", "can", "will", "say", "plus", "très", "aussi"}
_DIGITS = re.compile(r"\d+(?:[ .,\u00a0\u202f]\d{3})*(?:[.,]\d+)?")
_QUOTED = re.compile(r"«([^»]+)»|“([^”]+)”|\"([^\"]+)\"")
_STEM = 5  # letters: « ministre » and "minister" meet
_GRAM = 4
_FUNCTION = "function "  # a name's sort where it is what somebody is, and nobody's name
_FIGURES = {"quantity", "money", "percent", "duration", "time"}


@dataclass(frozen=True, slots=True)
class Profile:
    """What one sentence is about. Every collection holds plain strings, so that rarity can be counted over the story."""

    place: Place
    role: Role
    paragraph: int  # of its article
    language: str
    words: int
    lemmas: frozenset[str]
    stems: frozenset[str]
    grams: tuple[str, ...]  # each once; by far the most numerous, so kept in the least room
    figures: frozenset[str]  # kind and value
    numbers: frozenset[str]  # figures too particular to be shared by chance: no year, no small round number
    counted: frozenset[str]  # what is counted, whatever the value
    dates: frozenset[str]  # days and months
    names: frozenset[str]
    people: frozenset[str]  # their names, as full as they are given
    quoted: frozenset[str]  # lemma-like stems inside quotation marks
    verbs: frozenset[str]
    core: frozenset[str]  # stems of the words at the root and next to it: what is said of whom
    question: bool
    shown: Mapping[str, str]  # how a lemma, figure or name is written in the sentence


def profiles(articles: Sequence[Article], parses: Mapping[str, Parse], facts: Mapping[str, Sequence[Fact]]) -> list[Profile]:
    """The profile of every sentence that is no page noise, article by article."""
    found: list[Profile] = []
    for article in articles:
        found += _of_article(article, _Same(parses[article.id]), tuple(facts.get(article.id, ())))
    return found


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A parse known again by being the same object: to compare it word by word would cost more than is saved."""

    parse: Parse

    def __hash__(self) -> int:
        return id(self.parse)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.parse is self.parse


@lru_cache(maxsize=32)  # a new alignment seldom finds more than one article changed
def _of_article(article: Article, same: _Same, facts: tuple[Fact, ...]) -> tuple[Profile, ...]:
    by_sentence: dict[int, list[Fact]] = {}
    for fact in facts:
        by_sentence.setdefault(fact.place.sentence, []).append(fact)
    sentences = same.parse.sentences
    return tuple(_profile(article, index, sentences[index], by_sentence.get(index, [])) for index in article.story)


def _profile(article: Article, index: int, tokens: Sequence[Token], facts: Sequence[Fact]) -> Profile:
    text = article.sentence_text(index)
    shown = _shown(article, tokens, facts)
    telling = [t for t in tokens if t.pos in _TELLING and len(t.lemma) > 1 and t.lemma.casefold() not in _EMPTY]
    lemmas = frozenset(plain(t.lemma) for t in telling)
    quoted = " ".join("".join(groups) for groups in _QUOTED.findall(text))
    figures = {f"{f.kind} {_worth(f)}" for f in facts if f.kind in _FIGURES} | {f"digits {d}" for d in _digits(text)}
    return Profile(
        place=Place(article.id, index),
        role=article.sentences[index].role,
        paragraph=article.sentences[index].paragraph,
        language=article.language,
        words=len(text.split()),
        lemmas=lemmas,
        stems=frozenset(lemma[:_STEM] for lemma in lemmas),
        grams=_grams(text),
        figures=frozenset(figures),
        numbers=frozenset(d for d in _digits(text) if _particular(d)),
        counted=frozenset(plain(f.about) for f in facts if f.kind in _FIGURES and f.about),
        dates=frozenset(day for f in facts if isinstance(f.value, Period) for day in _days(f.value)),
        names=frozenset(_names(tokens, facts)),
        people=frozenset(plain(f.value.key) for f in facts if isinstance(f.value, Name) and f.value.sort == "person"),
        quoted=frozenset(word[:_STEM] for word in re.findall(r"\w{4,}", plain(quoted))),
        verbs=frozenset(plain(t.lemma) for t in telling if t.pos == "VERB"),
        core=_core(tokens),
        question=text.rstrip(' »”"').endswith("?"),
        shown=shown,
    )


def _core(tokens: Sequence[Token]) -> frozenset[str]:
    roots = {n for n, t in enumerate(tokens) if t.head == n}
    near = (t for n, t in enumerate(tokens) if n in roots or t.head in roots)
    return frozenset(plain(t.lemma)[:_STEM] for t in near if t.pos in _TELLING and t.lemma.casefold() not in _EMPTY)


def _shown(article: Article, tokens: Sequence[Token], facts: Sequence[Fact]) -> dict[str, str]:
    shown = {plain(t.lemma): t.text for t in reversed(tokens)}
    for fact in facts:
        if isinstance(fact.value, Name):
            shown |= dict.fromkeys(plain(fact.value.key).split(), fact.value.shown)
        elif fact.kind in _FIGURES:
            shown[f"{fact.kind} {_worth(fact)}"] = article.quote(fact.span)
    return shown


@lru_cache(maxsize=1 << 14)  # words return
def plain(text: str) -> str:
    """Small letters without accents, so that capitals and spellings of a word meet."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def _digits(text: str) -> list[str]:
    return [re.sub(r"[ .,\u00a0\u202f](?=\d{3}(?!\d))", "", number).replace(",", ".") for number in _DIGITS.findall(text)]


def _particular(number: str) -> bool:
    whole = number.partition(".")[0]
    year = len(number) == 4 and number[:2] in {"19", "20"}
    return not year and ("." in number or len(whole) >= 3)


def _grams(text: str) -> tuple[str, ...]:
    words = " ".join(re.findall(r"\w+", plain(text)))
    padded = f" {words} "
    return tuple(sorted({sys.intern(padded[i : i + _GRAM]) for i in range(len(padded) - _GRAM + 1)}))


def _days(period: Period) -> set[str]:
    """The days of a short period, the month of one that is not longer."""
    length = (period.end - period.start).days
    days = {f"{period.start + timedelta(days=n):%m-%d}" for n in range(max(length, 1))} if length <= 7 else set()
    return days | {f"{period.start:%Y-%m} {period.grain}"}


def _worth(fact: Fact) -> str:
    value = fact.value
    if isinstance(value, Quantity):
        number = value.point if value.point is not None else (value.low if value.low is not None else value.high)
        return f"{number.normalize():f} {value.unit}" if number is not None else value.unit
    return str(value)


def _names(tokens: Sequence[Token], facts: Sequence[Fact]) -> set[str]:
    named = {plain(f.value.key) for f in facts if isinstance(f.value, Name) and not f.value.sort.startswith(_FUNCTION)}
    proper = {plain(t.text) for t in tokens if (t.pos == "PROPN" or t.entity) and t.text[:1].isupper() and len(t.text) > 2}
    return {part for name in named | proper for part in name.split() if len(part) > 2}
