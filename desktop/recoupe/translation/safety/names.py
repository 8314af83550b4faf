"""Whether the names of a sentence stand in its translation, as they are or as the other language calls them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from recoupe.model import Doubt, Fact, Name, Span, Token
from recoupe.translation.safety.exonyms import (
    LITTLE_WORDS,
    bodies,
    common_words,
    names_of,
    names_of_person,
    phrases_said,
    spelt_by_ear,
    words_of,
)
from recoupe.translation.safety.side import Side, plain
from recoupe.translation.safety.signs import CALENDAR, is_number_word

_TITLES = {"m", "mr", "mrs", "ms", "mme", "mlle", "mm", "me", "dr", "pr", "mgr", "st", "ste", "md", "mds", "mrd", "mrds"}
_ENDING = 2  # letters of a town beyond what its people's name keeps of it: « Grenoblois », "Grenoble"
_PEOPLES = tuple(
    sorted(
        (f"{end}{more}" for end in ("ais", "ois", "ain", "ien", "een", "in") for more in ("", "s", "e", "es", "ne", "nes")),
        key=len,
        reverse=True,
    )
)
_ENGLISH_ENDS = {"ian", "ians", "ean", "eans", "ese", "ish"}
_LINKS = {"de", "des", "du", "d"}
_ARTICLES = {"la", "l", "le", "les"}
_SPACES = {" ", "\u00a0", "\u202f"}
_DETERMINED = re.compile(
    r"(?<!\w)(?:les?|la|une?|des?|aux?|du|ces?|cette|leurs?|l['’]|the|an?|\d+|deux|trois|plusieurs|quelques|jeunes?)$", re.IGNORECASE
)
_FAMILY = re.compile(r"(?<!\w)(?:les|des|aux|the)\s+$", re.IGNORECASE)  # « les Dumont », "the Dumonts"
_WORKING = {"PRON", "DET", "ADP", "ADV", "VERB", "AUX", "CCONJ", "SCONJ", "INTJ", "NUM", "PUNCT"}


def doubts_of_names(source: Side, target: Side) -> Iterator[Doubt]:
    """The names that the translation has lost, or for which it says another."""
    words = target.words()
    said = {w for w, _ in words}
    soft = _soft(source.language)
    yield from _of_complements(source, target, said)
    yield from _of_bodies(source, target)
    phrases = phrases_said(source, target)
    names = [(w, span) for w, span in _name_words(source) if not any(p.contains(span) for p in phrases)]
    lost = [(w, span) for w, span in names if not _stands(source, w, span, said)]
    if not lost:
        return
    strange = _strange(source, target)
    for word, span in lost:
        if word in soft:
            rival = next((place for place in strange if _institution(target, place)), None)
            if rival is None:
                continue  # « le Conseil » may well be the cabinet
            place: Span | None = rival
        else:
            place = next(iter(strange), None)
        if place is not None:
            strange.remove(place)
        yield Doubt("changed" if place else "lost", "name", source.text[span.start : span.end], place)


def _of_complements(source: Side, target: Side, said: set[str]) -> Iterator[Doubt]:
    """What tells one institution from another of its kind: « Cour de cassation », « Cour des comptes », « ministre de la Justice »."""
    if source.language != "fr":
        return
    words = source.words()
    told = {e for w, _ in words for e in names_of(w, "fr", source.context)}
    for word, span in (c for n, (head, _) in enumerate(words) if head in _institutions("fr") for c in _complements(words[n + 1 :])):
        own = common_words(word)
        if not own or said & {*own, word}:
            continue
        rival = next((s for w, s in target.words() if w in _common("en") - told and target.text[s.start].isupper()), None)
        if rival is not None:
            yield Doubt("changed", "name", source.text[span.start : span.end], rival)


def _of_bodies(source: Side, target: Side) -> Iterator[Doubt]:
    """A body that became another of those every paper names: the Council of State is no Court of Auditors."""
    ours, theirs = bodies(source), bodies(target)
    lost, put = (next((b for b in own if b not in other), None) for own, other in ((ours, theirs), (theirs, ours)))
    if lost is not None and put is not None:
        yield Doubt("changed", "name", source.text[ours[lost].start : ours[lost].end], theirs[put])


def _complements(after: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    """The words after an institution's that may tell it from others: « mondiale » and « santé » of « mondiale de la santé »."""
    found: list[tuple[str, Span]] = []
    linked = False
    for word, span in after[:5]:
        if word in _LINKS or (linked and word in _ARTICLES):
            linked = True
        elif not found or (linked and len(found) < 2):
            found.append((word, span))
            linked = False
        else:
            break
    return found


def _strange(source: Side, target: Side) -> list[Span]:
    """The names of the translation that nothing in the original accounts for, those at its start last."""
    known = {w for w, _ in source.words()}
    expected = (
        known
        | {e for w in known for e in names_of(w, source.language, source.context)}
        | CALENDAR[target.language]
        | _common(target.language)
    )
    found = [
        span
        for w, span in target.words()
        if target.text[span.start].isupper() and len(w) > 1 and not {w, w.removesuffix("s")} & expected and not _adjective(w, known)
    ]
    working = {t.span.start for t in target.tokens if t.pos in _WORKING}  # "The", which opens a sentence
    opening = [s for s in found if _opens(target, s) and s.end - s.start > 2 and s.start not in working]
    return [s for s in found if not _opens(target, s)] + opening


def _institution(side: Side, span: Span) -> bool:
    """Whether a word of a translation names a kind of institution: the Senate is no National Assembly."""
    return plain(side.text[span.start : span.end]) in _institutions(side.language)


def _name_words(side: Side) -> Iterator[tuple[str, Span]]:
    """The words of the sentence that belong to names: capitalised, and at its start only where they are parsed as names."""
    by_start = {t.span.start: t for t in side.tokens}
    named = [f.span for f in side.facts if isinstance(f.value, Name)]
    for word, span in side.words():
        shown = side.text[span.start : span.end]
        if not shown[0].isupper() or len(word) < 2 or word in _TITLES | LITTLE_WORDS | CALENDAR[side.language]:
            continue
        token = by_start.get(span.start)
        if _roman(shown) or is_number_word(word, side.language) or not _namely(side, span, token, named):
            continue
        yield word, span


def _namely(side: Side, span: Span, token: Token | None, named: list[Span]) -> bool:
    """Whether a capitalised word is a name's: anywhere but at the start of a sentence a capital says so, there the parser does."""
    if not _opens(side, span):
        return True
    if token is not None and token.pos in _WORKING:
        return False
    proper = token is None or token.pos == "PROPN"
    named_here = any(n.contains(span) for n in named) or bool(token and token.entity)
    follows = side.text[span.end : span.end + 2]
    leads = len(follows) == 2 and follows[0] in " -" and follows[1].isupper()  # « Nadia Haddad a … »
    return (proper and (named_here or leads or side.text[span.start : span.end].isupper())) or (named_here and leads)


def _opens(side: Side, span: Span) -> bool:
    """Whether nothing but signs stands before the word, or a sentence, quotation or clause ended there."""
    before = side.text[: span.start].rstrip(" «“\"'(\u00a0\u202f—–-•▪‣*")
    return not before or before[-1] in ".!?…:"


def _roman(shown: str) -> bool:
    return len(shown) > 1 and set(shown) <= set("IVXLCM")


def _stands(side: Side, word: str, span: Span, said: set[str]) -> bool:
    """Whether a name's word stands among the words said: itself, its plural, or what the other language calls it.

    What is part of a person's name is called only as people are: Virginie Martin is not Virginia Martin, nor Pascale for Pascal.
    """
    near = [span, *(p for p in _beside(side, span) if _capital(side, p))]
    whole = side.text[min(p.start for p in near) : max(p.end for p in near)]
    families = {f"{word}s", f"{word}es"} if _FAMILY.search(side.text[: span.start]) else set()
    if {word, *families} & said or spelt_by_ear(word, whole, said, side.language):
        return True
    people = _people(side, span)
    if names_of_person(word, side.language, side) & said or (people and _adjective(word, said)):
        return True
    return (people or not _of_person(side, span)) and bool(names_of(word, side.language, side.context) & said)


def _of_person(side: Side, span: Span) -> bool:
    """Whether a word is one of several that make a person's name: another that is no place's or body's stands right beside it."""
    return any(_capital(side, other) and not _known_word(side, other) for other in _beside(side, span))


def _beside(side: Side, span: Span) -> list[Span]:
    """The words right before and after a word, parted from it by nothing but a space."""
    places = [place for _, place in side.words()]
    at = places.index(span)
    before, after = places[:at][-1:], places[at + 1 :][:1]
    near = [p for p in before if side.text[p.end : span.start] in _SPACES and not _opens_plainly(side, p)]
    return near + [p for p in after if side.text[span.end : p.start] in _SPACES]


def _opens_plainly(side: Side, span: Span) -> bool:
    """Whether a word has its capital because a sentence begins with it: « Selon Londres »."""
    token = next((t for t in side.tokens if t.span.start == span.start), None)
    return _opens(side, span) and (token is None or token.pos != "PROPN")


def _capital(side: Side, span: Span) -> bool:
    shown = side.text[span.start : span.end]
    return len(shown) > 1 and shown[0].isupper() and not shown.isupper()


def _known_word(side: Side, span: Span) -> bool:
    """Whether a word of a name is a place's, a people's or a body's, or says little alone."""
    word = plain(side.text[span.start : span.end])
    return bool(names_of(word, side.language, side.context)) or word in _TITLES | LITTLE_WORDS | CALENDAR[side.language]


def _people(side: Side, span: Span) -> bool:
    """Whether a word may be a people's, as it has an article: « les Lyonnais », « une Grenobloise »."""
    return bool(_DETERMINED.search(side.text[: span.start].rstrip(" \u00a0")))


def _adjective(word: str, said: set[str]) -> bool:
    """Whether a word for the people of a place (« Lyonnais ») is said by the place."""
    stem = next((word.removesuffix(e) for e in _PEOPLES if word.endswith(e)), "")
    stems = {stem, stem.removesuffix("e"), stem[:-1] if stem[-2:-1] == stem[-1:] else stem}  # « Strasbourgeois », « Lyonnais »
    return any(
        s.startswith(one) and (len(s) - len(one) <= _ENDING or s[len(one) :] in _ENGLISH_ENDS)
        for one in stems
        if len(one) >= 4
        for s in said
    )


@cache
def _soft(language: str) -> frozenset[str]:
    """Words of names that may be worded freely."""
    return _institutions(language) | _common(language)


@cache
def _institutions(language: str) -> frozenset[str]:
    return words_of("institutions", language)


@cache
def _common(language: str) -> frozenset[str]:
    return words_of("common", language) | (words_of("peoples", language) if language == "en" else frozenset())


def place_of_name(fact: Fact, source: Side, target: Side) -> Span | None:
    """Where the translation says a name of the original: the stretch that holds the most of its words."""
    own = [w for w, _ in Side(source.text[fact.span.start : fact.span.end], source.language).words() if w not in LITTLE_WORDS]
    forms = {
        form
        for w in own
        for form in (w, w.removesuffix("s"), *names_of(w, source.language, source.context), *names_of_person(w, source.language, source))
    }
    hits = [span for w, span in target.words() if w in forms or w.removesuffix("s") in forms]
    best: tuple[Span, ...] = ()
    for first in range(len(hits)):
        run = [hits[first]]
        for span in hits[first + 1 :]:
            if span.start - run[-1].end > 5 or len(run) == len(own) + 1:  # "of the" may stand between
                break
            run.append(span)
        if len(run) > len(best):
            best = tuple(run)
    return Span(best[0].start, best[-1].end) if best else None
