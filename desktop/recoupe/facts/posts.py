"""Posts that people hold: « la procureure de la République à Lorient, Jeanne Martin », « Jeanne Martin, procureure de Lorient »."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from recoupe.facts.lexicon import lexicon, words
from recoupe.facts.names import SMALL, key_of, normal
from recoupe.facts.tree import Tokens
from recoupe.model import Name

OF_FUNCTION = "function "  # before the name of a set of functions, as a name's sort
_FAR = 12  # words from a name back to the noun of its post
_BEHIND = 8  # words that a post behind a name may be long
_GROUP = {"NOUN", "ADJ", "ADP", "DET", "PROPN", "NUM"}
_CLOSING = {",", ".", ";", ":", ")", "»", "–", "—", "-", "!", "?", "…", "”", '"'}
_OF = {"de", "du", "des", "d'", "d’", "à", "au", "aux", "en", "chargé", "chargée", "of", "for", "at"}
_HEAD = "head"
_MASCULINE = (
    ("trice", "teur"),
    ("euse", "eur"),
    ("eure", "eur"),
    ("ienne", "ien"),
    ("enne", "en"),
    ("ière", "ier"),
    ("ère", "er"),
    ("ète", "et"),
    ("effe", "ef"),
    ("ente", "ent"),
    ("ante", "ant"),
    ("ate", "at"),
    ("guée", "gué"),
    ("ointe", "oint"),
)


@dataclass(frozen=True, slots=True)
class Post:
    """The noun of a post, masculine, what it is a post of (as keys), and whether its holder has left it."""

    noun: str
    of: frozenset[str]
    former: bool = False

    def is_one(self, other: Post) -> bool:
        """Whether two posts can be one: one noun, or two for who is at the head of one thing, and one of them told as closely as the other
        or less closely.
        """
        if self.former != other.former or self.sort != other.sort:
            return False
        return (self.noun == other.noun or bool(self.of & other.of)) and (self.of <= other.of or other.of <= self.of)

    @property
    def sort(self) -> str:
        """What the post is called where several nouns stand for it."""
        return _HEAD if self.noun in _heads() else self.noun


def is_function(value: object) -> bool:
    """Whether a value is what somebody is, and no name."""
    return isinstance(value, Name) and value.sort.startswith(OF_FUNCTION)


def post_of(tokens: Tokens, inside: Sequence[int], language: str) -> Post | None:
    """The post that stands before a person's name or behind it; None where there is none."""
    return _before(tokens, inside[0], inside[-1] + 1, language) or _behind(tokens, inside[-1] + 1, language) if inside else None


def _before(tokens: Tokens, start: int, end: int, language: str) -> Post | None:
    at = start - 1
    civil = words(language, "names", "civilities")
    while at >= 0 and tokens[at].text.lower() in civil and masculine(tokens[at].text, language) not in _nouns(language):
        at -= 1
    last = at
    if at >= 0 and tokens[at].text == ",":
        if end < len(tokens) and tokens[end].text not in _CLOSING:
            return None  # « selon le maire, Jeanne Martin a parlé »: the two may be two people
        last = at = at - 1
    if at >= 0 and tokens[at].text == ")":  # « le maire de Riom (Puy-de-Dôme), Jeanne Martin »
        at = next((i - 1 for i in range(at, max(-1, at - _BEHIND), -1) if tokens[i].text == "("), at)
        last = at
    first = at
    while first >= 0 and at - first < _FAR and (tokens[first].pos in _GROUP or tokens[first].text in {"'", "’"}):
        first -= 1
    nouns = [i for i in range(first + 1, at + 1) if _is_noun(tokens, i, language)]
    if not nouns:
        return None
    noun = nouns[-1]
    for earlier in reversed(nouns[:-1]):
        if earlier + 1 < noun and tokens[earlier + 1].text.lower() in _OF:
            noun = earlier
    return _post(tokens, noun, range(noun + 1, last + 1), language)


def _behind(tokens: Tokens, end: int, language: str) -> Post | None:
    at = end
    if at + 3 < len(tokens) and tokens[at].text in {",", "("} and tokens[at + 2].text.lower() in {"ans", "an"}:
        at += 3  # « Jeanne Martin, 52 ans, maire de Lyon »
    if at >= len(tokens) or tokens[at].text not in {",", "("}:
        return None
    first = at + 1
    if (held := _by_deed(tokens, first, language)) is not None:
        return held
    while first < len(tokens) and (tokens[first].pos in {"DET", "ADJ"} or tokens[first].text.lower() in _former()):
        if _is_noun(tokens, first, language):
            break
        first += 1
    if first >= len(tokens) or not _is_noun(tokens, first, language):
        return None
    last = first + 1
    while last < len(tokens) and last - first < _BEHIND and (tokens[last].pos in _GROUP or tokens[last].text in {"'", "’"}):
        last += 1
    whose = first + 1 < last and tokens[first + 1].entity == "PER"  # « Jean Petit, le maire Paul Roux » is a list
    return None if whose else _post(tokens, first, range(first + 1, last), language)


def _by_deed(tokens: Tokens, first: int, language: str) -> Post | None:
    """« qui dirige le festival », « à la tête des urgences »."""
    told = [t.text.lower() for t in tokens[first : first + 3]]
    noun = lexicon(language, "names")["posts"]["held_by"].get(tokens[first + 1].lemma.lower(), "") if len(told) > 1 else ""
    if told[:1] in (["qui"], ["who"]) and noun:
        at = first + 2
    elif told == ["à", "la", "tête"]:
        noun, at = "chef", first + 3
    else:
        return None
    last = at
    while last < len(tokens) and last - at < _BEHIND and (tokens[last].pos in _GROUP or tokens[last].text in {"'", "’"}):
        last += 1
    of = _told(tokens, range(at, last))
    return Post(noun, of) if of else None


def _told(tokens: Tokens, of: Iterable[int]) -> frozenset[str]:
    """What a post is told to be of, as keys."""
    told = [i for i in of if tokens[i].pos in {"NOUN", "ADJ", "PROPN", "NUM"} or tokens[i].entity]
    keys = {word for i in told for word in key_of(tokens[i].lemma if tokens[i].pos == "ADJ" else tokens[i].text).split()}
    return frozenset(w for w in keys if len(w) > 1) - SMALL - _said_of_all()


def _post(tokens: Tokens, noun: int, of: Iterable[int], language: str) -> Post:
    head = masculine(tokens[noun].text, language)
    former = any(tokens[i].text.lower() in _former() for i in range(max(0, noun - 2), noun)) or head.startswith("ex-")
    ranked = [i for i in (noun - 1,) if i >= 0 and tokens[i].pos in {"ADJ", "NUM"} and tokens[i].text.lower() not in _former()]
    return Post(head.removeprefix("ex-"), _told(tokens, [*ranked, *of]), former)


def _is_noun(tokens: Tokens, i: int, language: str) -> bool:
    return masculine(tokens[i].text, language) in _nouns(language)


@lru_cache(maxsize=8192)
def masculine(noun: str, language: str) -> str:
    """The noun of a function in the masculine, lower case: « procureure » and « procureur » are one function."""
    word = noun.lower()
    if language != "fr":
        return word
    known = _nouns("fr") | words("fr", "names", "roles", "single")
    for ending, other in _MASCULINE:
        if word.endswith(ending) and word.removesuffix(ending) + other in known:
            return word.removesuffix(ending) + other
    return word


def feminine_of(noun: str) -> tuple[str, ...]:
    """The feminine forms that a masculine noun of a function may have: « directrice », « avocate », « présidente »."""
    shaped = tuple(noun.removesuffix(ending) + other for other, ending in _MASCULINE if noun.endswith(ending))
    return (*shaped, f"{noun}e")


@cache
def _nouns(language: str) -> frozenset[str]:
    one = words(language, "names", "posts", "one")
    return one | {f"ex-{w}" for w in one}


@cache
def _heads() -> frozenset[str]:
    return words("fr", "names", "posts", "head") | words("en", "names", "posts", "head")


@cache
def _former() -> frozenset[str]:
    return words("fr", "names", "posts", "former") | words("en", "names", "posts", "former")


@cache
def _said_of_all() -> frozenset[str]:
    return frozenset(normal(w) for code in ("fr", "en") for w in words(code, "names", "posts", "said_of_all"))
