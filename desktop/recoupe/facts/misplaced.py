"""Names that a model takes for places and that are none: diseases, broadcasters, parties, peoples, portfolios."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recoupe.facts.lexicon import words
from recoupe.facts.tree import Tokens

_STRAIN = re.compile(r"h\d+n\d+\w*")
_INNER_CAPITAL = re.compile(r"[A-ZÀ-Þ]?[a-zà-ÿ]+[A-ZÀ-Þ]\w*")  # « BurEx », « MoDem »
_LONGEST_ACRONYM = 6
_ONE_OF = {"un", "une", "cet", "cette", "deux", "trois", "jeune", "jeunes"}
_INSIDE = {"à", "en", "dans", "vers", "depuis", "in", "at", "from", "near", "to"}
_OF = {"de", "du", "des", "d'", "à", "au", "aux", "la", "le", "les", "l'", "for", "of", "the", "et", "and", ","}
_TITLING = {"Le", "La", "L'", "L’", "Les"}
_FAR = 7  # words from « ministère » to the last of its portfolios


def sort_of_place(tokens: Tokens, kept: Sequence[int], key: str, language: str) -> str:
    """What a name is that a model takes for a place: "place", "organisation", "thing", or nothing where it names none of these."""
    if _STRAIN.fullmatch(key) or key.split(" ", maxsplit=1)[0] in words(language, "names", "no_places", "diseases"):
        return ""
    if _airs(tokens, kept, key, language):
        return "organisation"
    if len(kept) > 1:
        return "thing" if language == "fr" and key.split(" ", maxsplit=1)[0] in words("fr", "names", "no_places", "heads") else "place"
    text = tokens[kept[0]].text
    before = tokens[kept[0] - 1].text.lower() if kept[0] else ""
    if key in words(language, "names", "no_places", "common") or _is_portfolio(tokens, kept[0], language):
        return ""
    if language == "fr" and before in _ONE_OF and key not in words("fr", "names", "exonyms"):
        return ""  # « un Tchétchène »
    short = text.isupper() and text.isalpha() and 1 < len(text) <= _LONGEST_ACRONYM
    named = (short or _INNER_CAPITAL.fullmatch(text)) and key not in words(language, "names", "no_places", "acronyms_of_places")
    if not named or before in _INSIDE or _shouted(tokens, kept[0]):
        return "place"
    follows = tokens[kept[0] + 1] if kept[0] + 1 < len(tokens) else tokens[kept[0]]
    return "" if follows.pos == "NUM" or follows.text[:1].isdigit() else "organisation"  # « le PN 63 »


def _shouted(tokens: Tokens, index: int) -> bool:
    """Whether a sentence is all in capitals, or opens with a place in capitals as a dispatch does: « LONDON - »."""
    if index == 0 and len(tokens) > 1 and tokens[1].text in {"-", "–", "—", ",", "("}:
        return True
    letters = [t.text for t in tokens if t.text.isalpha()]
    return sum(t.isupper() for t in letters) * 2 > len(letters)


def _airs(tokens: Tokens, kept: Sequence[int], key: str, language: str) -> bool:
    """Whether a name is a broadcaster's or a paper's: « France 3 », « la chaîne Untel », « Franceinfo », « Le Courrier de l'Ouest »."""
    first, last = key.split(" ", maxsplit=1)[0], key.rsplit(" ", maxsplit=1)[-1]
    outlets = words(language, "names", "no_places", "outlets")
    channel = (
        first == "france"
        and len(kept) > 1
        and (
            last in words(language, "names", "no_places", "after_france")
            or last.isdigit()
            or last in words(language, "names", "no_places", "channels")
        )
    )
    whole = not any("-" in tokens[i].text for i in kept[:2])  # « La Croix-Rousse » is no paper
    titled = whole and kept[0] > 0 and tokens[kept[0] - 1].text in _TITLING and first in words(language, "names", "no_places", "papers")
    return channel or titled or key in outlets or (first in words(language, "names", "no_places", "media") and len(kept) > 1)


def _is_portfolio(tokens: Tokens, index: int, language: str) -> bool:
    """Whether a name is what a minister is in charge of: « ministère du Travail », « secrétaire d'État au Logement »."""
    at = index - 1
    while at >= 0 and index - at < _FAR and (tokens[at].text.lower() in _OF or tokens[at].text[:1].isupper() or tokens[at].pos == "ADJ"):
        if tokens[at].lemma.lower() in words(language, "names", "no_places", "ministries"):
            return True
        at -= 1
    return at >= 0 and index - at > 1 and tokens[at].lemma.lower() in words(language, "names", "no_places", "ministries")
