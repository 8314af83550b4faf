"""Numbers that state nothing of the story: telephones, addresses, model names, list numbers, the stamps of a live blog."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recoupe.facts.clock import stamps
from recoupe.facts.datewords import even
from recoupe.facts.kind import SentenceContext

_STREETS = r"rue|avenue|boulevard|bd|place|quai|impasse|chemin|route|allée|allées|cours|square|passage|sentier|villa|faubourg|esplanade|rond-point|street|road|lane|drive"
_PATTERNS = tuple(
    re.compile(p)
    for p in (
        r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|[#@]\w+",
        r"(?<!\d)(?:\+\d{1,3}[ .-]?)?(?:\(0\))?0?\d(?:[ .-]\d\d){4}(?!\d)",  # 01 23 45 67 89
        r"(?<!\d)(?:0 ?8\d\d|08 \d\d|39 \d\d|36 \d\d)(?: \d\d){0,3}(?= ?\(|\b)(?=.{0,30}(?:appel|numéro|gratuit))",
        rf"(?<!\d)\d{{1,4}}(?: ?(?:bis|ter))?,? (?:{_STREETS})\b(?! de (?:bataille|scène))",
        rf"\bnuméro \d+(?: (?:bis|ter))?(?= (?:de la|du|des|de l'|d'une|de cette) ?(?:{_STREETS}))",
        r"^[A-ZÉÈÀ][\w' -]{2,40}(?: \([^)]*\))?, (?:le )?\d{1,2}(?:er)? \w+ \d{4} ?[-–—(]",  # QUIMPER, 12 mars 2025 –
        r"\b(?:cs|bp|tsa|cedex) ?\d+",
        r"(?<![\d.,])\d{5}(?= [A-ZÉÈ][\w'’-]+)(?! [A-Z][\w-]+ (?:ont|sont|était))",  # 29000 Quimper
        r"\b(?:rn|rd|rs|rq|bfm|gpt|ps|windows|ios|android|iphone|galaxy|boeing|airbus|formule|peugeot|renault|citroën|audi|bmw|playstation|xbox|model|mig|su|f)[ -]?\d+\b(?! (?:personnes|euros|%))",
        r"\b(?:articles?|art\.|alinéa|chapitre|chap\.|page|p\.|pages|volume|vol\.|tome|figure|fig\.|tableau|annexe|épisode|section|décret|directive|bus|tramway|tram|métro|rer|chambre|vol|train|route|nationale|départementale|autoroute|canal) (?:n ?[°o] ?)?\d+(?:[-.]\d+)*\b(?! (?:ans|personnes|euros|%))",
        r"\b(?:n|nº|n°|no\.) ?[°ºo]? ?\d+(?: \d{3})*",
        r"\([0-9]{2,3}\)",  # (29): a département
        r"(?<=[a-zà-ÿ])\d+\b|\b(?![TQHS][1-4]\b)[A-Za-z]+\d[\w]*(?:-\d+)?|\b(?![Mm]i-)[A-Za-z]+-\d+(?:\.\d+)*\b",  # A320, covid-19, gpt-4
        r"(?<![\w])(?:g7|g20|g8|top 14|pro d2|ligue [12]|national [12]|france [2345]|rmc|tf1|bfmtv|20 minutes|24 heures du mans|canal\+? 24|france 24|m6|c8|w9)(?!\w)",
        r"^\s*(?:\d{1,2}[.)°/-]|\(\d{1,2}\)|#\d+)\s(?=\D)",  # list numbers
        r"\b\d{1,2}e(?:r)? (?:arrondissement|rue)\b",
        r"\b(?:isbn|issn|siret|siren|rcs|tva|iban|ref|réf)\b\W*[\d\w -]*\d",
        r"\bw3c|\bmp3\b|\b[345]g\b|\b(?:2|3)d\b|\bco2\b|\bo2\b|\bh2o\b|\bb2b\b",
        r"(?<=ve )république",
    )
)
_KEEP_CASE = {5, 7, 12}
_PROPER_YEAR = re.compile(r"(?P<name>(?<![.!?…«\"] )\b[A-ZÉÈ][\w’'-]*(?: [A-Z][\w’'-]*)*) (?P<year>(?:19|20)\d\d)\b")
_CALENDAR = re.compile(
    r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|sept|spring|summer|autumn|winter|fall|"
    r"en|depuis|avant|après|dès|fin|début|mi|courant|entre|de|d'|hiver|été|printemps|automne|noël|pâques|pentecôte|toussaint|ascension|saint-sylvestre|christmas|easter|trimestre|semestre|quarter|half|[tqhs][1-4]|in|since|by|before|after|until|from|during|the|for|of|and|to|early|late|mid|"
    r"le|la|les|et|au|l'|year|année|créé|créée|fondé|fondée|né|née|à)$",
    re.IGNORECASE,
)


def nonfacts(context: SentenceContext) -> tuple[tuple[int, int], ...]:
    """The stretches of the reading whose numbers are no facts."""
    return tuple(_masks(context.reading.text))


def _masks(text: str) -> Iterator[tuple[int, int]]:
    plain = even(text)
    yield from stamps(text)
    for index, pattern in enumerate(_PATTERNS):
        source = text if index in _KEEP_CASE else plain
        for m in pattern.finditer(source):
            if m.end() > m.start():
                yield m.span()
    for m in _PROPER_YEAR.finditer(text):
        if not _CALENDAR.search(even(m["name"]).split(" ")[-1]):
            yield m.span("year")


def masked(masks: tuple[tuple[int, int], ...], start: int, end: int) -> bool:
    """Whether a stretch touches a masked one."""
    return any(s < end and start < e for s, e in masks)
