"""Whether a translation still says that something is lacking: « faute de preuves » is "for lack of evidence", never "on the evidence"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recoupe.model import Doubt, Span
from recoupe.translation.safety.lists import found
from recoupe.translation.safety.side import Side

# words whose first or last syllable denies: "unaided", "homeless", "gluten-free"; "under" and "nevertheless" do not
_AFFIX = re.compile(
    r"(?<!\w)(?:un(?!der|ion|it|til|iq|iv|icorn|cle|anim|to\b)\w{3,}|dis(?!tric|cuss|play|tan|cover|aster|h|k|ease|trib|tinct|patch)\w{3,}"
    r"|non-?\w{3,})|(?<!\w)(?!never|none|regard|b)\w{2,}less(?:ly)?(?!\w)|\w-free(?!\w)|(?<!\w)sans(?!\w)",
    re.IGNORECASE,
)
_DETERMINED = re.compile(r"(?:une|la|sa|leur|cette|chaque|toute|aucune|lourde|grave|simple|grosse|première|seule)\s+$", re.IGNORECASE)
_IDEA = r"(?:hypothèse|piste|scénario|thèse|éventualité|possibilité|idée)s?"
_RULED_OUT = re.compile(
    rf"(?<!\w){_IDEA}(?!\w)[^.;:]{{0,60}}?(?<!\w)(?:écart|exclu|abandonn)\w*|(?<!\w)(?:écart|exclu)\w*\s+(?:\w+\s+)?(?:l['’])?{_IDEA}(?!\w)"
    r"|(?<!\w)(?:écart|exclu)\w*\s+toute?(?!\w)",
    re.IGNORECASE,
)
_DEPRIVED = re.compile(r"(?:^|,\s*|(?:est|sont|été|était|étaient|rest\w+)\s+(?:\w+ment\s+)?)(priv[ée]e?s?\s+d(?:e\s|['’]))", re.IGNORECASE)
_NE = re.compile(r"(?<!\w)(?:ne\s|n['’])", re.IGNORECASE)


def doubts_of_lacks(source: Side, target: Side) -> Iterator[Doubt]:
    """Something the original lacks, cannot do or rules out, where no word of the translation says so.

    English says such things in so many ways that one fitting word, anywhere in the sentence, lets it pass.
    """
    lack = next(iter(_lacks(source)), None)
    if lack is None or _says(target, "denies", "lacking"):
        lack = next(iter(_ruled_out(source)), None)
        if lack is None or _says(target, "denies", "lacking", "denies_softly", "denials", "ruling"):
            return
    put = re.search(r"(?<!\w)with(?!\w)" if target.language == "en" else r"(?<!\w)avec(?!\w)", target.text, re.IGNORECASE)
    words = " ".join(source.text[lack.start : lack.end + 20].split()[:3]).strip(" ,.;")
    yield Doubt("lost", "negation", words, Span(*put.span()) if put else None)


def _lacks(side: Side) -> list[Span]:
    """Words such as « faute de » and « sans » with what is lacking; « une faute de » is a slip."""
    idle = [*found(side, "idle_without"), *found(side, "idle_lacks")]
    lacks = (s for s in found(side, "lacks") if not any(i.overlaps(s) for i in idle))
    deprived = [Span(*m.span(1)) for m in _DEPRIVED.finditer(side.text)] if side.language == "fr" else []
    return deprived + [s for s in lacks if side.text[s.start].lower() != "f" or not _DETERMINED.search(side.text[: s.start])]


def _ruled_out(side: Side) -> list[Span]:
    """Words for what cannot be, and ideas that are ruled out; where these are denied themselves nothing is known."""
    if _NE.search(side.text):
        return []
    idle = found(side, "idle_lacks")
    ideas = [Span(*m.span()) for m in _RULED_OUT.finditer(side.text)]
    return [s for s in (*found(side, "cannot"), *ideas) if not any(i.overlaps(s) for i in idle)]


def _says(side: Side, *lists: str) -> bool:
    denies = bool(_AFFIX.search(side.text)) or (side.language == "fr" and bool(_NE.search(side.text)))
    return denies or any(found(side, each) for each in lists)
