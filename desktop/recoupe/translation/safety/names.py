"""Whether the names of a sentence stand in its translation, as they are or as the other language calls them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache

from babel import Locale

from recoupe.files import resource
from recoupe.model import Doubt, Fact, Name, Span, Token
from recoupe.translation.safety.side import Side, plain
from recoupe.translation.safety.signs import CALENDAR, is_number_word

_TITLES = {"m", "mr", "mrs", "ms", "mme", "mlle", "mm", "me", "dr", "pr", "mgr", "st", "ste", "md", "mds", "mrd", "mrds"}
_WORDS_OF_NAMES = {"de", "du", "des", "la", "le", "les", "l", "d", "et", "en", "aux", "au", "sur", "of", "the", "and", "a", "an", "in"}
_ENDING = 2  # letters of a town beyond what its people's name keeps of it: « Grenoblois », "Grenoble"
_ENGLISH_ENDS = {"ian", "ians", "ean", "eans", "ese", "ish"}
_LINKS = {"de", "des", "du", "d"}
_ARTICLES = {"la", "l", "le", "les"}
_WORKING = {"PRON", "DET", "ADP", "ADV", "VERB", "AUX", "CCONJ", "SCONJ", "INTJ", "NUM", "PUNCT"}


def doubts_of_names(source: Side, target: Side) -> Iterator[Doubt]:
    """The names that the translation has lost, or for which it says another."""
    words = target.words()
    said = {w for w, _ in words}
    soft = _soft(source.language)
    yield from _of_complements(source, target, said)
    lost = [(w, span) for w, span in _name_words(source) if not _stands(w, said, source.language)]
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
    table = _table("fr")
    told = {e for w, _ in words for e in table.get(w, ())}
    for word, span in (c for n, (head, _) in enumerate(words) if head in _institutions("fr") for c in _complements(words[n + 1 :])):
        own = _sections()["common"].get(word, "").split()
        if not own or said & {*own, word}:
            continue
        rival = next((s for w, s in target.words() if w in _common("en") - told and target.text[s.start].isupper()), None)
        if rival is not None:
            yield Doubt("changed", "name", source.text[span.start : span.end], rival)


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


def called(word: str, language: str) -> frozenset[str]:
    """What the word of a name, in plain letters, is called in the other language: itself too."""
    return frozenset((word, *_table(language).get(word, ())))


def _strange(source: Side, target: Side) -> list[Span]:
    """The names of the translation that nothing in the original accounts for, those at its start last."""
    known = {w for w, _ in source.words()}
    table = _table(source.language)
    expected = known | {e for w in known for e in table.get(w, ())} | CALENDAR[target.language] | _common(target.language)
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
        if not shown[0].isupper() or len(word) < 2 or word in _TITLES | _WORDS_OF_NAMES | CALENDAR[side.language]:
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


def _stands(word: str, said: set[str], language: str) -> bool:
    """Whether a name's word stands among the words said: itself, its plural or possessive, or what the other language calls it."""
    forms = {word, word.removesuffix("s"), f"{word}s", f"{word}e"} | set(_table(language).get(word, ()))
    return bool(forms & said) or _adjective(word, said)


def _adjective(word: str, said: set[str]) -> bool:
    """Whether a word for the people of a place (« Lyonnais ») is said by the place."""
    ends = ("aises", "aise", "ais", "oises", "oise", "ois", "iennes", "ienne", "iens", "ien")
    stem = next((word.removesuffix(e) for e in ends if word.endswith(e)), "")
    return len(stem) >= 4 and any(s.startswith(stem) and (len(s) - len(stem) <= _ENDING or s[len(stem) :] in _ENGLISH_ENDS) for s in said)


@cache
def _sections() -> Mapping[str, Mapping[str, str]]:
    with resource("lexicons", "fr", "exonyms.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def _table(language: str) -> Mapping[str, frozenset[str]]:
    """What a word of a name may be called in the other language, by plain word."""
    pairs = [(fr, en) for section in _sections().values() for fr, english in section.items() for en in english.split()]
    french, english = Locale("fr").territories, Locale("en").territories
    for code in french.keys() & english.keys():
        if len(code) == 2:
            own = [w for w in _plain_words(french[code]) if w not in _WORDS_OF_NAMES]
            other = [w for w in _plain_words(english[code]) if w not in _WORDS_OF_NAMES]
            pairs += [(a, b) for a in own for b in other]
    table: dict[str, set[str]] = {}
    for fr, en in pairs:
        key, word = (fr, en) if language == "fr" else (en, fr)
        table.setdefault(key, set()).add(word)
    return {key: frozenset(words) for key, words in table.items()}


@cache
def _soft(language: str) -> frozenset[str]:
    """Words of names that may be worded freely."""
    return _institutions(language) | _common(language)


@cache
def _institutions(language: str) -> frozenset[str]:
    return _words_of("institutions", language)


@cache
def _common(language: str) -> frozenset[str]:
    return _words_of("common", language) | (_words_of("peoples", language) if language == "en" else frozenset())


def _words_of(section: str, language: str) -> frozenset[str]:
    pairs = _sections()[section]
    return frozenset(pairs) if language == "fr" else frozenset(w for english in pairs.values() for w in english.split())


def _plain_words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in plain(text)).split()


def place_of_name(fact: Fact, source: Side, target: Side) -> Span | None:
    """Where the translation says a name of the original: the stretch that holds the most of its words."""
    own = [w for w, _ in Side(source.text[fact.span.start : fact.span.end], source.language).words() if w not in _WORDS_OF_NAMES]
    forms = {form for w in own for form in (w, w.removesuffix("s"), *_table(source.language).get(w, ()))}
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
