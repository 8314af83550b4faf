"""Finds who wrote an article and which paper printed it, in what the page prints around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from recoupe.outlets import is_outlet_shaped, known_outlet
from recoupe.reading.characters import fold

_WORD = r"[A-ZÀ-Þ][\w'’.-]*"
_NAME = rf"{_WORD}(?:\s+(?:(?:de|du|des|la|le|van|von|di)\s+|d['’])*{_WORD}){{0,4}}"
_AUTHOR = re.compile(
    r"(?:^|[|–—•·-] ?|\b(?:[ÉEée]crit|[Rr]édigé|[Pp]ublié|[Ss]igné|[Pp]osté|[Pp]ropos recueillis|[Ww]ritten|[Pp]osted|"
    rf"[Pp]ublished) )(?:[Pp]ar|PAR|[Bb]y|BY)\s+(?P<name>{_NAME}(?:(?:,| et| and) {_NAME})*)"
)
_FULL_NAMES = re.compile(rf"(?:{_WORD}(?:\s+(?:(?:de|du|la|le|van|von)\s+|d['’])?{_WORD}){{1,3}}(?:,| et| and|$)\s*)+")
_PIECES = re.compile(
    r"\s+[-–—|•·/]\s+|\s*[|•·]\s*|,\s+|\.\s+|\s{2,}|"
    r"\s?(?=Publié|Posté|Mis à jour|Published)|[()]|\s(?:avec|with)\s(?=(?:l['’])?(?:AFP|agences?|Reuters|AP)\b)"
)
_OWN_NAME = re.compile(
    r"(?:[Aa]ctualités? d[eu']|[Ss]uivez|[Ss]uivre|[Aa]joute[rz]|[Nn]ewsletter d[eu']|[Aa]bonnez-vous à|[Vv]ous aimez|"
    r"©(?: Copyright)?(?: \d{4})?)\s?"
    rf"(?P<name>(?:(?:Le|La|Les) |L['’])?[A-ZÀ-Þ0-9][\w'’-]+(?: (?:& )?{_WORD}){{0,2}})"
)
_AGENCY = re.compile(r"AFP|Agence France-Presse|Reuters|AP|Associated Press|Belga|ATS|EFE|DPA|ANSA")
_SIGNED = re.compile(r"[A-ZÀ-Þ][^.!?]{2,60}\((?P<name>AFP|Reuters|AP|Belga|ATS)\) ?[-–—]")
_NO_OUTLET = re.compile(
    r"nous|vous|google|facebook|twitter|whatsapp|instagram|tout\w*|ces?t?t?e?|notre|votre|l['’]actu\w*|un|une", re.IGNORECASE
)


def author_in(bylines: Iterable[str]) -> str:
    """The name that a by-line gives after « Par » or “By”, or of which it consists; never a paper's."""
    lines = [" ".join(line.split()) for line in bylines]
    for line in lines:
        match = _AUTHOR.search(line)
        if match is not None and not known_outlet(fold(match["name"])) and not fold(match["name"]).startswith("redaction"):
            return match["name"].strip(" .,-")
    for line in lines:
        if (
            _FULL_NAMES.fullmatch(line)
            and not re.match(r"(?:Par|By|Article|Propos|Publié|La|Le|Les)\b|R[ée]dac", line)
            and not known_outlet(fold(line))
            and not is_outlet_shaped(line)
        ):
            return line
    return ""


def outlet_in(bylines: Iterable[str], around: Iterable[str], opening: str) -> str:
    """The paper that the by-line names, else the one that the lines around the article do; an agency only for want of a paper.

    `opening` is the story's first paragraph, where an agency signs: « PARIS, 3 mai (AFP) – ».
    """
    named = [*(_plain_outlets(bylines)), *(_plain_outlets(around)), *(_told_outlets(around))]
    if signed := _SIGNED.match(opening[:100]):
        named.append(signed["name"])
    return next((name for name in named if not _AGENCY.fullmatch(name)), named[0] if named else "")


def _plain_outlets(lines: Iterable[str]) -> Iterator[str]:
    """Pieces of lines that are a known paper's name, or made like one."""
    for line in lines:
        pieces = [p.strip(" .,") for p in _PIECES.split(re.sub(r"^(?:Par|By|PAR|BY|Rédigé par)\s+", "", line)) if p and p.strip(" .,")]
        for piece in pieces:
            if name := known_outlet(fold(piece)):
                yield name
            elif len(line) <= 160 and is_outlet_shaped(piece) and len(pieces) > 1:
                yield piece


def _told_outlets(lines: Iterable[str]) -> Iterator[str]:
    """Names in lines that speak of the paper itself: « pour suivre l'actualité de … », « © 2024 … »."""
    for line in lines:
        match = _OWN_NAME.search(line)
        if match is not None and not _NO_OUTLET.fullmatch(match["name"].split()[0]):
            yield match["name"]
