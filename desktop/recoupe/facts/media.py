"""Which sources are papers, stations and agencies: an article credits one for the report that it retells."""

from __future__ import annotations

import re
from functools import lru_cache

from recoupe.model import Name
from recoupe.outlets import folded, is_outlet_shaped, known_outlet

_SORTS = re.compile(
    r"(?<!\w)(?:site|journal|quotidien|hebdomadaire|hebdo|mensuel|magazine|chaîne|radio|station|agence|revue|média"
    r"|newspaper|daily|weekly|channel|website|broadcaster|news agency|outlet)(?!\w)",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"[A-ZÀ-Þ][\w'’&.-]*(?:\s+(?:(?:de|du|des|la|le|of|the)\s+)?[A-ZÀ-Þ0-9][\w'’&.-]*)*")
_ELIDED = re.compile(r"^[LlDd]['’]")
_ENGLISH_TITLE = re.compile(r"(?<!\w)The\s+[A-Z]")
_ARTICLES = ("", "le ", "la ", "the ")


def two_media(left: Name, right: Name) -> bool:
    """Whether both sources are media: « Le Parisien », « le site Untel », "The Copper Mirror"."""
    return is_medium(left) and is_medium(right)


def is_medium(name: Name) -> bool:
    """Whether a name is that of a paper, a station or an agency."""
    return name.sort != "person" and _is_medium(name.shown, name.key)


@lru_cache(maxsize=1 << 12)
def _is_medium(shown: str, key: str) -> bool:
    """`shown` are a source's own words; `key` may tell the name behind an acronym."""
    named = [match.group().rstrip(".") for match in _CAPITALS.finditer(_ELIDED.sub("", shown))]
    pieces = [folded(piece).replace("’", "'") for piece in (shown, key, *named)]
    if any(known_outlet(article + piece) for piece in pieces for article in _ARTICLES):
        return True
    if not named:  # « des informations de presse » name none
        return False
    shaped = any(is_outlet_shaped(piece) for piece in (*named, key.title()))
    return shaped or bool(_SORTS.search(shown)) or bool(_ENGLISH_TITLE.search(shown))
