"""Finds the dates of a sentence; relative ones are resolved from the publication date."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise

from recoupe.facts import english_dates, french_dates
from recoupe.facts.calendar import Clue
from recoupe.facts.datewords import Dated, calendar_words, even, matches
from recoupe.facts.kind import SentenceContext
from recoupe.model import Exactness, Period, Token

_FRENCH_BY = re.compile(r"(?:avant|d'ici(?: à| au)?|au plus tard|d'ici la)(?: (?:la |le |l'|les |du |au |en )?)$")
_FRENCH_AFTER = re.compile(r"(?:pas avant|après|au-delà (?:de|du))(?: (?:la |le |l'|les |du )?)$")
_ENGLISH_BY = re.compile(r"(?:before|by|no later than)(?: (?:the )?)$")
_ENGLISH_AFTER = re.compile(r"(?:not before|after|not until|beyond)(?: (?:the )?)$")
_SINCE = re.compile(r"\b(?:depuis|since)(?: le| la| l'| les| last)? ?$")
# what is put off to a day lies ahead of it: « a été reporté au 9 septembre »
_PUT_OFF = re.compile(
    r"\b(?:report|renvoy|repouss|ajourn|décal|différ|avanc|fix|convoqu|retard)(?:é|ée|és|ées|er|e|ent) (?:[\w'-]+ ){0,2}"
    r"(?:au|à|à la|à l')(?: \w+)? ?$"
)
_MEANT_FOR = re.compile(r"\b(?:pour|d'ici(?: à)?|for|by)(?: le| la| l'| the)? ?$")  # « reporté pour janvier »
# What lasts until a day or begins on one may have been said before it: « a prolongé l'interdiction jusqu'au 30 octobre »
_LASTING = re.compile(
    r"\b(?:(?:jusqu'|d'ici (?:à )?|(?:à partir|à compter) d|dès )(?:au|à|à la|à l'|en|aux|u|e|e la|e l'|le|la|l')?"
    r"|until|till|through|as of|(?:starting|beginning|effective)(?: on| from)?)(?: the)? ?$"
)
_TOLD_YEAR = re.compile(r"(?:de )?l'an (?:dernier|prochain|passé)|(?:de )?l'année (?:dernière|prochaine|passée)|(?:next|last) year")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_BESIDE = re.compile(r",? ?(?:le |les |la |on |de )?")
_FUTURE = "Tense=Fut"
_PAST = ("Tense=Past", "Tense=Imp")


def dates(context: SentenceContext) -> tuple[Dated, ...]:
    """Every date of a sentence, by offsets in its reading, in order."""
    clues = _Clues(context)
    text = even(context.reading.text)
    rules = english_dates.rules() if context.language == "en" else french_dates.rules()
    found = _in_told_year(sorted(matches(rules, text, clues.at), key=lambda d: d.start), text)
    return tuple(_bounded(d, text, context.language) for d in found if _sure(d, context))


def _in_told_year(found: list[Dated], text: str) -> list[Dated]:
    """The dates, a day without a year in that of the words beside it: « l'an prochain, du 7 au 15 mai », "3 April last year"."""
    for n, (one, other) in enumerate(pairwise(found)):
        for year, day, at in ((one, other, n + 1), (other, one, n)):
            told = _TOLD_YEAR.fullmatch(text[year.start : year.end]) and year.period.grain == "year" and year.period.anchored
            bare = day.period.grain in {"day", "part"} and not _YEAR.search(text[day.start : day.end])
            if told and bare and _BESIDE.fullmatch(text[one.end : other.start]):
                found[at] = replace(day, period=_moved(day.period, year.period.start.year))
    return found


def _moved(period: Period, year: int) -> Period:
    """A period in another year; itself where it has no such day there."""
    try:
        first, last = period.start.replace(year=year), period.end.replace(year=year + period.end.year - period.start.year)
    except ValueError:
        return period
    return replace(period, start=first, end=last)


def _sure(found: Dated, context: SentenceContext) -> bool:
    """Whether the words are no name: « Sept », "May" and "March" open names of people and things."""
    words = context.reading.text[found.start : found.end]
    if context.language == "en":
        return not re.fullmatch(r"(?:may|march|fall|spring)", words)
    return not re.fullmatch(r"(?:Avril|Mai|Mars|Juillet|Août|Dimanche|Printemps)", words) or found.start == 0 or _day_of(words)


def _day_of(words: str) -> bool:
    return words.lower() in calendar_words("fr")["weekdays"]


def _bounded(found: Dated, text: str, language: str) -> Dated:
    """The date with « avant », « d'ici », « pas avant » before it: a bound, not the day itself."""
    before = text[: found.start]
    by, after = (_ENGLISH_BY, _ENGLISH_AFTER) if language == "en" else (_FRENCH_BY, _FRENCH_AFTER)
    late = after.search(before) or (by.search(before) if _denied(before, language) else None)
    if late is not None:
        period = Period(found.period.start, datetime.max, found.period.grain, Exactness.BOUND, found.period.anchored)
        return Dated(late.start(), found.end, period)
    early = by.search(before)
    if early is not None:
        return Dated(early.start(), found.end, replace(found.period, exactness=Exactness.BOUND))
    return found


def _denied(before: str, language: str) -> bool:
    """« aucun retour avant lundi » tells the earliest day, not the latest."""
    words = r"\b(?:no|not|never|n't)\b" if language == "en" else r"\b(?:pas|aucun|aucune|guère|ni)\b|\bn[e']"
    clause = re.split(r"[.;:,]", before)[-1]
    return bool(re.search(words, clause)) and bool(re.search(r"\b(?:avant|before)\b", clause))


@dataclass(frozen=True, slots=True)
class _Clues:
    """What the sentence tells about which way a date in it lies."""

    context: SentenceContext

    def at(self, position: int) -> Clue:
        """The clue for a date at an offset of the reading."""
        before = even(self.context.reading.text[max(0, position - 20) : position])
        tokens = self.context.tokens
        if _PUT_OFF.search(even(self.context.reading.text[max(0, position - 60) : position])):
            return Clue(self.context.anchor, 1, self.context.mentioned)
        if _SINCE.search(before):
            return Clue(self.context.anchor, -1, self.context.mentioned)
        lean, governor, date = self._lean(position)
        if governor is None:
            return Clue(self.context.anchor, int(_MEANT_FOR.search(before) is not None), self.context.mentioned)
        lasting = lean < 0 and _LASTING.search(before) is not None and not _lasted(tokens, governor)
        lean = 1 if _MEANT_FOR.search(before) is not None else 0 if lasting else lean
        done = not lean and not lasting and tokens[governor].has("VerbForm=Part")
        return Clue(self.context.anchor, lean, self.context.mentioned, done, _open(tokens, governor, date))

    def _lean(self, position: int) -> tuple[int, int | None, int]:
        """Which way the governing words look, the word that says so, and the one that is governed.

        Where no word says so, it is the governed one; None where there are no words.
        """
        tokens = self.context.tokens
        offset = self.context.reading.source(position) if position < len(self.context.reading.text) else position
        here = bisect_right(tokens, offset, key=lambda t: t.span.end)
        if here >= len(tokens):
            return 0, None, 0
        tense = calendar_words(self.context.language)["tense"]
        seen: set[int] = set()
        at = here
        while at not in seen:
            seen.add(at)
            lean = _tense(tokens, at, frozenset(tense["ahead"]))
            if lean is not None:
                return lean, at, here
            if at != here and tokens[at].pos == "NOUN" and _looks_back_on(tokens, at, frozenset(tense["behind"])):
                return -1, at, here
            at = tokens[at].head
        return 0, here, here


def _lasted(tokens: tuple[Token, ...], governor: int) -> bool:
    """Whether a verb tells what was going on, so that its end lies back as well: « les routes étaient fermées jusqu'au 30 octobre »."""
    return any(
        tokens[i].has("Tense=Imp") for i in range(len(tokens)) if i == governor or (tokens[i].head == governor and tokens[i].pos == "AUX")
    )


def _open(tokens: tuple[Token, ...], governor: int, date: int) -> bool:
    """Whether a date may belong to what befell an infinitive's object rather than to it: « installer les maires élus le 15 mars »."""
    objects = {i for i in range(governor + 1, date) if tokens[i].head == governor and tokens[i].dep == "obj"}
    said_of = (i for i in range(governor + 1, date) if tokens[i].head in objects and tokens[i].head < i)
    return tokens[governor].has("VerbForm=Inf") and any(tokens[i].dep in {"acl", "amod"} for i in said_of)


def _looks_back_on(tokens: tuple[Token, ...], noun: int, behind: frozenset[str]) -> bool:
    """« après les explosions mardi »: what something follows has happened, whatever the verb above says is to come."""
    return any(t.head == noun and t.dep == "case" and t.text.casefold() in behind for t in tokens[max(0, noun - 4) : noun])


def _tense(tokens: tuple[Token, ...], index: int, ahead: frozenset[str]) -> int | None:
    """Which way one word looks: -1 back, 1 ahead, 0 where it may be either; None where its head must tell."""
    token = tokens[index]
    helpers = [t for t in tokens if t.head == index and t is not token and t.pos == "AUX"]
    if any(h.has(_FUTURE) or h.lemma in {"will", "shall", "aller"} for h in helpers):
        return 1
    if token.pos not in {"VERB", "AUX"}:
        return 1 if token.lemma in ahead and token.pos == "ADJ" else None
    if token.has(_FUTURE) or any(h.lemma in ahead and h.has("Tense=Pres") for h in helpers):
        return 1
    if any(h.dep == "aux:tense" and h.lemma in {"avoir", "être"} and not h.has("Mood=Cnd") for h in helpers):
        return -1
    if token.has("VerbForm=Part") and not any(h.dep.startswith("aux") and not h.dep.endswith("pass") for h in helpers):
        denied = any(t.head == index and t.text.lower() in {"pas", "plus", "jamais", "not", "never"} for t in tokens)
        return _participle(token, helpers, frozenset() if denied else ahead)  # « n'était toujours pas fixé lundi »
    if token.has("VerbForm=Inf"):
        if _had_to(tokens, token.head):
            return -1
        return 1 if token.text.endswith(("r", "re", token.lemma)) else 0
    if token.lemma in ahead and token.has("Tense=Pres") and not token.has("VerbForm=Part"):
        return 1
    past = any(token.has(p) for p in _PAST)
    return -1 if past and not any(h.has("Mood=Cnd") for h in helpers) else 0


def _had_to(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether what governs an infinitive says that it was done: « ont dû quitter », « a pu regagner »; not « ont décidé de quitter »."""
    helped = any(t.head == index and t.dep == "aux:tense" and not t.has("Mood=Cnd") for t in tokens)
    return helped and tokens[index].lemma in {"devoir", "pouvoir", "falloir", "finir"}


def _participle(token: Token, helpers: list[Token], ahead: frozenset[str]) -> int:
    """A participle alone or passive: « convoqué jeudi » may lie either way, « était convoqué », "was held" lie back."""
    if token.lemma in ahead or any(h.has("Mood=Sub") for h in helpers):
        return 1
    return -1 if any(h.has("Tense=Past") or h.has("Tense=Imp") for h in helpers) else 0
