"""What a name is called in the other language: by lists, never by mere likeness, since Valence is not Valencia nor Martin Martine."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from babel import Locale

from recoupe.files import resource
from recoupe.model import Span
from recoupe.translation.safety.side import Side, plain

LITTLE_WORDS = {"de", "du", "des", "la", "le", "les", "l", "d", "et", "en", "aux", "au", "sur", "of", "the", "and", "a", "an", "in"}
_FEMININE = {"grec": "grecque", "turc": "turque"}

# Names brought over from other alphabets are spelt by ear in French, « Choïgou », « Loukachenko », and otherwise in English. A name is
# taken for one where it bears a mark that French names do not.
_BROUGHT_OVER = re.compile(r"tch|kh|jj|dj|vsk|owsk|chv|aou|iou|ï|\b(?:iou|ie|ia)|(?:enko|[aeiy]ev|ov|vitch|gou|jine|nk[oi])\b")
_SHORT = 4  # letters of a name that too many others would be spelt like
_BY_EAR = (
    ("chtch", "s(?:h?)ch"),
    ("tch", "(?:t?ch|c)"),
    ("ch", "(?:sh|ch)"),
    ("dj", "(?:j|dzh|dj)"),
    ("jj", "zhzh"),
    ("jine", "(?:zhin|jine?)"),
    ("j", "(?:zh|j|y)"),
    ("ou", "(?:u|oo|ou|w)"),
    ("gu", "(?:g|gh|gu)"),
    ("kh", "k?h"),
    ("k", "(?:k|q|c)"),
    ("q", "(?:k|q)"),
    ("ine", "in(?:e)?"),
    ("ie", "(?:ie|ye|e)"),
    ("ia", "(?:ya|ia)"),
    ("i", "(?:i|y|ii|iy|yi)"),
    ("y", "(?:y|i|iy|yy)"),
    ("e", "(?:ye|e|yo)"),
    ("ss", "ss?"),
    ("s", "[sz]"),
)


def names_of(word: str, language: str, context: str = "") -> frozenset[str]:
    """What the word of a name, in plain letters, is called in the other language; `context`, the article's text, tells homonyms apart."""
    found = _table(language).get(word, frozenset())
    homonyms = _sections()["homonyms"]
    if language == "fr":
        there = plain(context) if word in homonyms else ""
        return found | {english for english, marks in homonyms.get(word, {}).items() if _marked(marks, there)}
    return found | {french for french, names in homonyms.items() if word in names}


def names_of_person(word: str, language: str, side: Side) -> frozenset[str]:
    """What a word of a person's name may be called: other alphabets are spelt otherwise, and the names of sovereigns are translated."""
    section = dict(_turned(_sections()["people"], language))
    if _REIGNS.search(plain(side.text)):
        for own, others in _turned(_sections()["sovereigns"], language):
            section[own] = section.get(own, frozenset()) | others
    return section.get(word, frozenset())


def spelt_by_ear(word: str, shown: str, said: set[str], language: str) -> bool:
    """Whether a French name brought over from another alphabet stands there as English spells it.

    `shown` is the name as it is written, with its accents and the words beside: one that bears a mark speaks for the others.
    """
    if language != "fr" or not _BROUGHT_OVER.search(shown.casefold()) or len(word) < _SHORT:
        return False
    pattern = re.compile(_heard(word))
    return any(pattern.fullmatch(s) for s in said)


def phrases_said(source: Side, target: Side) -> list[Span]:
    """Where names of several words stand in the source that the target calls by a name of its own: « Grande-Bretagne », "UK"."""
    words, other = source.words(), f" {' '.join(w for w, _ in target.words())} "
    own = [w for w, _ in words]
    found = []
    for first, word in enumerate(own):
        for phrase, wanted in _phrases(source.language).get(word, ()):
            if tuple(own[first : first + len(phrase)]) == phrase and any(f" {w} " in other for w in wanted):
                found.append(Span(words[first][1].start, words[first + len(phrase) - 1][1].end))
    return found


def bodies(side: Side) -> dict[str, Span]:
    """The bodies of state that a sentence names, by their French names: where each first stands."""
    words = side.words()
    plainly, starts, at = "", [], 0
    for word, _ in words:
        starts.append(at)
        plainly += f"{word} "
        at = len(plainly)
    found: dict[str, Span] = {}
    for body, english in _sections()["bodies"].items():
        for name in {body, *(english.split("|") if side.language == "en" else ())}:
            place = f" {plainly}".find(f" {name.strip()} ")
            if place >= 0:
                first = starts.index(place)
                found.setdefault(body, Span(words[first][1].start, words[first + len(name.split()) - 1][1].end))
    return found


_REIGNS = re.compile(
    r"\b(?:papes?|roi|reine|prince|princesse|tsar|empereur|imperatrice|souverain|saint|sainte|pope|king|queen|tsar|emperor|empress"
    r"|monarque|monarch|vatican|saint-siege|pontif\w*)\b|\b[ivx]{2,}\b"
)


def _heard(word: str) -> str:
    parts, at = [], 0
    while at < len(word):
        rule = next(((own, said) for own, said in _BY_EAR if word.startswith(own, at)), (word[at], re.escape(word[at])))
        parts.append(rule[1])
        at += len(rule[0])
    return "".join(parts)


def _marked(marks: str, context: str) -> bool:
    """Whether one of the marks stands in a text; with "!" before them, whether none does."""
    return bool(re.search(rf"\b(?:{marks.removeprefix('!')})", context)) != marks.startswith("!")


@cache
def _sections() -> Mapping[str, Mapping[str, Any]]:
    with resource("lexicons", "fr", "exonyms.toml").open("rb") as file:
        return tomllib.load(file)


def words_of(section: str, language: str) -> frozenset[str]:
    """The words of a section, as a language has them."""
    pairs = _sections()[section]
    return frozenset(pairs) if language == "fr" else frozenset(w for english in pairs.values() for w in english.split())


def common_words(word: str) -> list[str]:
    """What a French word that is part of many names may be in English."""
    return str(_sections()["common"].get(word, "")).split()


def _turned(section: Mapping[str, str], language: str) -> Iterator[tuple[str, frozenset[str]]]:
    if language == "fr":
        yield from ((fr, frozenset(english.split())) for fr, english in section.items())
        return
    turned: dict[str, set[str]] = {}
    for fr, english in section.items():
        for word in english.split():
            turned.setdefault(word, set()).add(fr)
    yield from ((word, frozenset(french)) for word, french in turned.items())


@cache
def _table(language: str) -> Mapping[str, frozenset[str]]:
    """What a word of a name may be called in the other language, by plain word."""
    ones = ("places", "peoples", "adjectives", "acronyms", "institutions", "common")
    pairs = [(fr, en) for name in ones for fr, english in _sections()[name].items() for en in english.split()]
    for french, english in _sections()["nations"].items():
        said = [en for word in english.split() for en in (word, f"{word}s")] + _countries(set(english.split()))
        pairs += [(form, en) for form in forms_of_nation(french) for en in said]
    idle = LITTLE_WORDS | _generic()
    for own, other in _territories():
        pairs += [(a, b) for a in own for b in other if a not in idle and b not in idle]
    pairs += [(own[0], other[0]) for own, other in _cities() if len(own) == len(other) == 1]
    pairs = [(fr, en) for fr, en in pairs if fr not in _sections()["homonyms"]]
    table: dict[str, set[str]] = {}
    for fr, en in pairs:
        table.setdefault(fr if language == "fr" else en, set()).add(en if language == "fr" else fr)
    return {word: frozenset(words) for word, words in table.items()}


def _countries(adjectives: set[str]) -> list[str]:
    """What English calls the countries of these adjectives: « une Allemande » may be "a woman from Germany"."""
    own = {fr for fr, english in _sections()["adjectives"].items() if adjectives & set(english.split())}
    idle = LITTLE_WORDS | _generic()
    listed = [en for fr in own for en in str(_sections()["places"].get(fr, "")).split()]
    return listed + [en for french, english in _territories() if own & set(french) for en in english if en not in idle]


@cache
def _phrases(language: str) -> Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]:
    """Names of several words by their first: all their words, and what they may be called."""
    pairs = [(tuple(fr.split()), en.strip()) for fr, english in _sections()["phrases"].items() for en in english.split("|")]
    pairs += [(tuple(fr), " ".join(en)) for fr, en in (*_territories(), *_cities()) if len(fr) > 1 or len(en) > 1]
    turned = pairs if language == "fr" else [(tuple(en.split()), " ".join(fr)) for fr, en in pairs]
    whole: dict[tuple[str, ...], list[str]] = {}
    for own, said in turned:
        whole.setdefault(own, []).append(said)
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for own, wanted in whole.items():
        found.setdefault(own[0], []).append((own, tuple(wanted)))
    return {first: tuple(all_) for first, all_ in found.items()}


@cache
def _territories() -> tuple[tuple[list[str], list[str]], ...]:
    """The countries of the world as Babel has them, each as its plain words in French and in English."""
    french, english = Locale("fr").territories, Locale("en").territories
    return tuple((_words(french[c]), _words(english[c])) for c in french.keys() & english.keys() if len(c) == 2)


@cache
def _cities() -> tuple[tuple[list[str], list[str]], ...]:
    """The towns that time zones are named after, where French calls them otherwise."""
    french, english = Locale("fr").time_zones, Locale("en").time_zones
    named = [(str(french[z].get("city") or ""), str(english.get(z, {}).get("city") or str(z).split("/")[-1])) for z in french]
    return tuple((_words(fr), _words(en)) for fr, en in named if fr and not set("([") & set(fr) and plain(fr) != plain(en))


@cache
def _generic() -> frozenset[str]:
    """Words that many territories have in common and that say little alone: « République », « Îles », « Sud »."""
    return words_of("common", "fr") | words_of("common", "en") | words_of("institutions", "fr") | words_of("institutions", "en")


def forms_of_nation(adjective: str) -> tuple[str, ...]:
    """« libérien », « libérienne » and their plurals, in plain letters."""
    feminine = _FEMININE.get(adjective) or adjective + ("ne" if adjective.endswith("en") else "e")
    return adjective, f"{adjective}s", feminine, f"{feminine}s"


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in plain(text)).split()
