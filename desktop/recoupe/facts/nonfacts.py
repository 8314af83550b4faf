"""Numbers that state nothing of the story: telephones, addresses, model names, list numbers, the stamps of a live blog."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from recoupe.facts.clock import stamps
from recoupe.facts.datewords import even
from recoupe.facts.kind import SentenceContext
from recoupe.facts.lexicon import words
from recoupe.facts.scores import spans

# in the text as it is written: capitals tell
_CASED = (
    r"^[A-ZÉÈÀ][\w' -]{2,40}(?: \([^)]*\))?, (?:le )?\d{1,2}(?:er)? \w+ \d{4} ?[-–—(]",  # QUIMPER, 12 mars 2025 –
    r"^[A-Z][\w' -]{2,40}(?:, [\w .]+)?, [A-Z][a-z]+\.? \d{1,2}(?:, \d{4})? ?[-–—(]",  # LYON, Feb. 11 –
    r"(?<![\d.,])\d{5}(?= [A-ZÉÈ][\w'’-]+)(?! [A-Z][\w-]+ (?:ont|sont|était))",  # 29000 Quimper
    r"(?<=[a-zà-ÿ])\d+\b|\b(?![TQHS][1-4]\b)[A-Za-z]+\d[\w]*(?:-\d+)?",  # A320
    r"\b(?!(?:[Mm]id?|[Ee]arly|[Ll]ate)-)[A-Za-zÀ-ÿ]+-\d+(?:\.\d+)*\b",  # Covid-19
    r"\b[A-Z]{2,5} \d{1,3}\b(?! ?(?:[%€A-Z]|[a-zà-ÿ]+s\b))",  # the brigade CSI 93
    r"(?<=l['’])[AE] ?\d{1,3}\b|\b(?:la|une|cette) (?:[DNM]|R[DN]) ?\d{1,4}\b",  # the road D 920
    r"\b[A-ZÉ][a-zà-ÿ]+-(?:[Dd]eux|[Tt]rois|[Qq]uatre|[Cc]inq|[Ss]ix|[Ss]ept|[Hh]uit|[Nn]euf|[Dd]ix|[Cc]ent|[Mm]ille)-[A-ZÉ][a-zà-ÿ]+",
)
_PLAIN = (
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|[#@]\w+",
    r"(?<!\d)(?:\+\d{1,3}[ .-]?)?(?:\(0\))?0?\d(?:[ .-]\d\d){4}(?!\d)",  # 01 23 45 67 89
    r"(?<!\d)0\d{2,4} \d{3} \d{3,4}(?!\d)|\(\d{3}\) \d{3}-\d{4}",
    r"(?<!\d)(?:0 ?8\d\d|08 \d\d|39 \d\d|36 \d\d)(?: \d\d){0,3}(?= ?\(|\b)(?=.{0,30}(?:appel|numéro|gratuit))",
    r"\b(?:au|le|numéro|fédération|plateforme|ligne|appel\w*|compose[rz]) (?:le )?3\d(?:\d\d| \d\d)\b(?! [a-zà-ÿ]+s\b)",
    r"\bnuméro(?: [a-zà-ÿ'-]+){0,3} (?:3\d{3}|1\d{1,2})\b(?! [a-zà-ÿ]+s\b| [%€])",  # le numéro national unique 3977
    r"(?<!\d)(?:3\d{3}|1\d{1,2})(?=,? (?:comme |est |reste |devient )?(?:le |un |ce |son )?numéro\b)",  # 3977 comme le numéro d'appel
    r"\b(?:CALLED)(?: (?:le|au|aux|du))?(?: numéro)? (?:URGENT)(?:(?: ou| et| or)(?: le| au)? (?:URGENT))?\b(?! ?[a-zà-ÿ%€/\d])",
    r"(?<!\d)\d{1,4}(?: ?(?:bis|ter))?,? (?:STREETS)\b(?! de (?:bataille|scène)| (?:kilo|centi)?met| (?:mile|feet|foot|yard|inch))",
    r"\bnuméro \d+(?: (?:bis|ter))?(?= (?:de la|du|des|de l'|d'une|de cette) ?(?:STREETS))",
    r"\b(?:cs|bp|tsa|cedex) ?\d+",
    r"\b(?:MAKES)[ -]?\d+\b(?! (?:personnes|euros|%))",
    r"(?<!\w)(?:NUMBERED) (?:n ?[°o] ?)?\d+(?:[-.]\d+)*\b(?! (?:ans|personnes|euros|%))",
    r"\b(?:n|nº|n°|no\.) ?[°ºo]? ?\d+(?: \d{3})*",
    r"[\"«“] ?\d+ ?[\"»”]|\b\d ?x ?\d\b",  # a title, 4x4
    r"\([0-9]{2,3}\)",  # (29): a département
    r"(?<!\w)(?:NAMES)(?!\w)",
    r"^\s*(?:\d{1,2}[.)°/-]|\(\d{1,2}\)|#\d+)\s(?=\D)",  # list numbers
    r"(?<![\d,.-])\d{1,3}-\d{1,3}(?![\w,.-]*\d)(?! ?[a-zà-ÿ%€°])",  # (3-1): a score or the like
    r"(?<![\d,.-])\d{1,3}-\d{1,3}(?= (?:face|contre|devant|grâce|sur|lors|au|aux|après|dans|en|à|pour|against|over|in|at|on|to) )",
    r"\b\d{1,2}e(?:r)? (?:arrondissement|rue)\b",
    r"\b(?:isbn|issn|siret|siren|rcs|tva|iban|ref|réf)\b\W*[\d\w -]*\d",
)
_PROPER_YEAR = re.compile(r"(?P<name>(?<![.!?…«\"] )\b[A-ZÉÈ][\w’'-]*(?: [A-Z][\w’'-]*)*) (?P<year>(?:19|20)\d\d)\b")


def nonfacts(context: SentenceContext) -> tuple[tuple[int, int], ...]:
    """The stretches of the reading whose numbers are no facts."""
    return (*_masks(context.reading.text), *spans(context.reading.text, context.language))


def _masks(text: str) -> Iterator[tuple[int, int]]:
    plain = even(text)
    yield from stamps(text)
    for pattern, cased in _patterns():
        for m in pattern.finditer(text if cased else plain):
            if m.end() > m.start():
                yield m.span()
    dated = words("fr", "nonfacts", "dated")
    for m in _PROPER_YEAR.finditer(text):
        if re.split(r"[ ']", even(m["name"]))[-1] not in dated:
            yield m.span("year")


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """The patterns with their word lists put in, and whether capitals tell. The lists serve both languages: names cross borders."""
    lists = {
        key: "|".join(re.escape(w) for w in sorted(words("fr", "nonfacts", key.lower()), key=len, reverse=True))
        for key in ("STREETS", "MAKES", "NUMBERED", "NAMES", "CALLED", "URGENT")
    }

    def filled(pattern: str) -> re.Pattern[str]:
        for key, choice in lists.items():
            pattern = pattern.replace(key, choice)
        return re.compile(pattern)

    return (*((re.compile(p), True) for p in _CASED), *((filled(p), False) for p in _PLAIN))


def masked(masks: tuple[tuple[int, int], ...], start: int, end: int) -> bool:
    """Whether a stretch touches a masked one."""
    return any(s < end and start < e for s, e in masks)
