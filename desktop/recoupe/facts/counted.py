"""What a number counts or measures: its noun, what narrows it, and the words that govern it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from recoupe.facts.lexicon import lexicon, words
from recoupe.facts.tree import children, governors, related
from recoupe.model import Span, Token

_STOPS = {"PUNCT", "CCONJ", "SCONJ", "PRON", "AUX", "SYM"}
_NOUNS = {"NOUN", "PROPN"}
_OF = {"de", "d'", "d’", "of", "des", "du"}
_EMPTY = {
    "heure",
    "jour",
    "mois",
    "an",
    "année",
    "minute",
    "seconde",
    "euro",
    "dollar",
    "million",
    "milliard",
    "mètre",
    "kilomètre",
    "km",
    "pourcent",
    "être",
    "avoir",
    "faire",
    "be",
    "have",
    "do",
    "y",
    "il",
    "on",
    "ce",
    "qui",
    "que",
    "dont",
    "which",
    "that",
    "who",
    "it",
    "they",
}
_REACH = 6
_IN_FRENCH = {"serious": "grave", "slight": "léger"}  # degrees of harm under one word in both languages


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: the index of its noun, None where it is left out; its lemma; what narrows it; where its words end."""

    noun: int | None
    about: str
    scope: str
    end: int


def lexical(language: str) -> str:
    """The language whose word lists serve."""
    return "en" if language == "en" else "fr"


def after(tokens: Sequence[Token], end: int) -> int:
    """The index of the first word at or behind an offset of the article."""
    return bisect_left(tokens, end, key=lambda t: t.span.start)


def at(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """The index of the last word inside a stretch, which governs the others as a rule."""
    words = inside(tokens, start, end)
    return words[-1] if words else None


def inside(tokens: Sequence[Token], start: int, end: int) -> range:
    """The words that a stretch touches."""
    return range(bisect_right(tokens, start, key=lambda t: t.span.end), bisect_left(tokens, end, key=lambda t: t.span.start))


def counted(tokens: Sequence[Token], span: Span, language: str) -> Counted:
    """What the number at a stretch of the article counts."""
    first = after(tokens, span.end)
    noun = _noun(tokens, first, language)
    if noun is None:
        return Counted(None, "", _degree(tokens, first, language), span.end)
    if (degree := degree_told(tokens[noun].lemma, language)) and _part_of(tokens, first):
        return Counted(None, "", degree, tokens[noun].span.end)
    noun, joined = _whole(tokens, noun, language)
    end = max(tokens[noun].span.end, span.end)
    scope = [degree] if (degree := degree_told(tokens[noun].lemma, language)) else []
    for i in range(noun + 1, min(noun + 4, len(tokens))):
        token = tokens[i]
        qualifies = token.pos in {"ADJ", "ADV"} or (token.pos == "VERB" and token.has("VerbForm=Part"))
        if not qualifies or (token.pos != "ADV" and token.head not in {noun, i - 1, noun - 1}):
            break
        known = degree_told(token.lemma, language) or degree_told(token.text, language)
        if known or token.pos == "ADJ":
            scope.append(known or token.lemma.casefold())
            end = token.span.end
    scope.extend(_told_of(tokens, noun, language))
    before = [tokens[i].lemma.casefold() for i in range(first, noun) if tokens[i].pos == "ADJ" and tokens[i].text not in _between(language)]
    about = " ".join(filter(None, (joined or _name(tokens, noun), _other_name(tokens, noun))))
    if fate := _fate(tokens, noun, language):
        if tokens[noun].lemma in words(lexical(language), "counts", "anyone", "nouns"):
            about = fate
        elif fate not in scope:
            scope.insert(0, fate)
    return Counted(noun, about, " ".join(dict.fromkeys([*before, *scope])), end)


def _part_of(tokens: Sequence[Token], first: int) -> bool:
    """Whether the words right before make a number a part of one told before: « dont deux graves et un léger »."""
    return any(t.text.casefold() in {"dont", "parmi", "including", "whom"} for t in tokens[max(0, first - _REACH) : first])


def _fate(tokens: Sequence[Token], noun: int, language: str) -> str:
    """What befell those counted, where a participle tells it: « 17 personnes ont été blessées » are 17 « blessés »."""
    verbs = words(lexical(language), "counts", "harm", "verbs")
    head = tokens[noun].head
    above = [head] if head != noun and related(tokens[noun], "nsubj") else []
    for i in (*above, *(i for i in children(tokens, noun) if i > noun and related(tokens[i], "acl", "amod"))):
        lemma = tokens[i].lemma.casefold()
        past = tokens[i].has("VerbForm=Part") and tokens[i].has("Tense=Past")
        if (past and lemma in verbs) or (lemma.endswith("é") and f"{lemma[:-1]}er" in verbs):  # « intoxiqués », which a model leaves so
            return tokens[i].text.casefold().removesuffix("s").removesuffix("e")
    return ""


def _told_of(tokens: Sequence[Token], noun: int, language: str) -> list[str]:
    """How badly, where the verb tells it: « deux gardiens ont été légèrement blessés »."""
    verb = tokens[noun].head
    if verb == noun or not related(tokens[noun], "nsubj") or tokens[verb].pos not in {"VERB", "ADJ"}:
        return []
    told = (degree_told(tokens[i].lemma, language) for i in children(tokens, verb) if tokens[i].pos == "ADV" and _beside(tokens, i, verb))
    return [degree for degree in told if degree][:1]


def _other_name(tokens: Sequence[Token], noun: int) -> str:
    """The short name that stands in brackets behind what is counted: « 300 réacteurs pressurisés (EPR) »."""
    for i in range(noun + 1, min(noun + _REACH, len(tokens) - 2)):
        if tokens[i].text == "(":
            short = tokens[i + 1].text
            return short.casefold() if tokens[i + 2].text == ")" and short.isupper() and len(short) > 1 else ""
        if tokens[i].pos not in {"ADJ", "ADP", "NOUN", "PROPN"}:
            break
    return ""


def _beside(tokens: Sequence[Token], adverb: int, verb: int) -> bool:
    """Whether no other number or comma stands between: of « blessées, dont une sérieusement » not all are badly hurt."""
    first, last = sorted((adverb, verb))
    return not any(t.pos in {"PUNCT", "NUM"} or t.text.casefold() == "dont" for t in tokens[first + 1 : last])


def _whole(tokens: Sequence[Token], noun: int, language: str) -> tuple[int, str]:
    """The last part of a compound and its name: « sapeurs-pompiers », "climate satellites"; no name where it is one word."""
    first = noun
    while noun + 2 < len(tokens) and tokens[noun + 1].text in {"-", "‑"} and tokens[noun + 1].span.start == tokens[noun].span.end:
        noun += 2
    if noun > first:
        return noun, "-".join(tokens[i].lemma.casefold() for i in range(first, noun + 1, 2))
    while language == "en" and noun + 1 < len(tokens) and tokens[noun + 1].pos == "NOUN":
        noun += 1
    return noun, ""


def _between(language: str) -> frozenset[str]:
    return words(lexical(language), "counts", "between", "words")


def _noun(tokens: Sequence[Token], first: int, language: str) -> int | None:
    """The noun right of a number, past « de », « autres » and adjectives; a participle or adjective may stand for it (« 12 blessés »)."""
    between = _between(language)
    standing = None
    for i in range(first, min(first + _REACH, len(tokens))):
        token, text = tokens[i], tokens[i].text.casefold().replace("’", "'")
        if text.endswith(("ment", "ly")) and degree_told(text, language):
            break
        if token.pos in _NOUNS or token.pos == "X":
            return i if standing is None or tokens[standing].pos == "ADJ" else standing
        if text in between:
            continue
        substantive = token.pos == "ADJ" or (token.pos == "VERB" and token.has("VerbForm=Part"))
        if substantive and standing is None:
            standing = i
            continue
        if token.pos in _STOPS or token.pos in {"VERB", "ADP", "ADV", "NUM", "DET"} or substantive:
            break
    return standing if standing is not None and _plural_or_known(tokens[standing], language) else None


def _plural_or_known(token: Token, language: str) -> bool:
    casualties = words(lexical(language), "counts", "casualties", "nouns")
    return (
        token.lemma.casefold() in casualties
        or token.text.casefold().removesuffix("s") in casualties
        or (token.pos == "ADJ" and token.text[-1:] == "s")
    )


def _name(tokens: Sequence[Token], noun: int) -> str:
    token = tokens[noun]
    return (token.lemma if token.pos != "VERB" else token.text.removesuffix("s").removesuffix("e")).casefold()


def degree_told(word: str, language: str) -> str:
    """How badly somebody is hurt, where a word says it: "grave" for « grièvement »; empty for any other word."""
    degrees: dict[str, str] = lexicon(lexical(language), "counts")["degrees"]
    return degrees.get(word.casefold(), "")


@cache
def fates() -> dict[str, str]:
    """What may befall somebody, by every word for it: one word for each, the same in both languages."""
    return {word: fate for language in ("fr", "en") for word, fate in lexicon(language, "counts")["fates"].items()}


def befallen_apart(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether of two counts one is of those whom something befell and the other of what is not told to be people: « 22 morts » and « 20
    typhons ».
    """
    struck = [bool(about & _fated()) for about in (left, right)]
    other = right if struck[0] else left
    return any(struck) and not all(struck) and bool(other) and counts_of(other) != "people"


@cache
def _fated() -> frozenset[str]:
    return frozenset(fates().values()) | frozenset(fates())


@lru_cache(maxsize=4096)
def degree_of(scope: str) -> str:
    """How badly those counted are hurt, where a scope says so: « grave » of « autre grave »."""
    degrees = {d for language in ("fr", "en") for d in lexicon(language, "counts")["degrees"].values()}
    told = ((degree_told(w, "fr") or degree_told(w, "en") or w) for w in scope.split())
    return next((_IN_FRENCH.get(w, w) for w in told if w in degrees), "")


def _degree(tokens: Sequence[Token], first: int, language: str) -> str:
    """How badly, where the noun is left out: « trois grièvement », « dont deux légers »."""
    led = first < len(tokens) and tokens[first].text.casefold() in {"dans", "en", "in"}  # « dont cinq dans un état grave »
    near = tokens[first : first + (5 if led else 3)]
    return next((d for t in near if (d := degree_told(t.lemma, language) or degree_told(t.text, language))), "")


def complement(tokens: Sequence[Token], end: int) -> int | None:
    """The noun behind « de » after a unit: « 60 tonnes de fumier »."""
    first = after(tokens, end)
    if first < len(tokens) and tokens[first].text.casefold().replace("’", "'") in _OF:
        for i in range(first + 1, min(first + 4, len(tokens))):
            if tokens[i].pos in _NOUNS:
                return i
            if tokens[i].pos not in {"DET", "ADJ", "ADP"}:
                return None
    return None


def pronoun(tokens: Sequence[Token], span: Span) -> str:
    """What stands for the noun that a number leaves out: "of them" for « en » before a verb, "they" for « ils étaient »; or nothing."""
    number = at(tokens, span.start, span.end)
    first = next((i for i in inside(tokens, span.start, span.end)), 0)
    for i in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if tokens[i].pos == "PUNCT":
            return ""
        text = tokens[i].text.casefold()
        if text == "en" and i + 1 < first and tokens[i + 1].pos in {"VERB", "AUX"} and not tokens[i + 1].has("VerbForm=Part"):
            return "of them"
        if text in {"ils", "elles"} and number is not None and _is_predicate(tokens, number, i):
            return "they"
    return ""


def _is_predicate(tokens: Sequence[Token], number: int, subject: int) -> bool:
    """Whether nothing but « être » and small words stand between a pronoun and a number: « ils étaient près de 700 »."""
    between = tokens[subject + 1 : number]
    return any(t.lemma == "être" for t in between) and all(
        t.lemma == "être" or t.pos in {"ADV", "ADP", "AUX", "NUM", "DET"} for t in between
    )


def governed(tokens: Sequence[Token], span: Span) -> str:
    """What a measure, sum or date is of, by the words that govern it: up to three lemmas, « rafale atteindre »."""
    start = at(tokens, span.start, span.end)
    if start is None:
        return ""
    own = inside(tokens, span.start, span.end)
    said = (i for i in children(tokens, start) if i > start and i not in own and related(tokens[i], "acl", "acl:relcl"))
    found = [tokens[i].lemma.casefold() for i in said if tokens[i].has("VerbForm=Part")]  # « les 20 ans requis », « les 3 millions promis »
    for i in governors(tokens, start):
        if i in own:
            continue
        token = tokens[i]
        if token.pos in _NOUNS or token.pos in {"VERB", "ADJ"}:
            found.append(token.lemma.casefold())
        if token.pos in {"VERB", "AUX", "ADJ", "NOUN"}:
            found.extend(_subject(tokens, i, own))
        if token.pos == "VERB" or len(found) >= 3:
            break
    return " ".join(list(dict.fromkeys(w for w in found if w not in _EMPTY))[:3])


def _subject(tokens: Sequence[Token], verb: int, own: range) -> list[str]:
    return [
        tokens[i].lemma.casefold()
        for i in children(tokens, verb)
        if related(tokens[i], "nsubj", "nsubj:pass") and i not in own and tokens[i].pos in _NOUNS
    ]


def counts_of(about: frozenset[str]) -> str:
    """Whether the words about a number are of "people" or of "things"; nothing where they do not tell, or tell both."""
    people, things = (bool(about & named) for named in _beings())
    return "" if people == things else "people" if people else "things"


@cache
def _beings() -> tuple[frozenset[str], frozenset[str]]:
    """Words for people and for things, of both languages, in small letters."""
    people = (
        words(language, "counts", part, "nouns") for language in ("fr", "en") for part in ("people", "casualties", "anyone", "beings")
    )
    harmed = (words(language, "counts", "harm", "verbs") for language in ("fr", "en"))  # « neuf autres ont été blessés »
    things = (words(language, "counts", "things", "nouns") for language in ("fr", "en"))
    return frozenset(w.lower() for some in (*people, *harmed, fates().values()) for w in some), frozenset(
        w for some in things for w in some
    )
