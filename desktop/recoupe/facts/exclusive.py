"""Things told by a common word, of which one excludes another: the colour of a car, the floor, the weapon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from recoupe.facts.kind import Found, Ruling, SentenceContext
from recoupe.facts.lexicon import lexicon
from recoupe.facts.tree import Tokens, children, is_content, related, run
from recoupe.model import Name, Verdict

LONGEST = 5  # words of a phrase
_BEFORE = 2  # words from a preposition to the noun of a place, or from « médaille » to « or »
_WHERE = {
    "à",
    "au",
    "aux",
    "dans",
    "en",
    "vers",
    "devant",
    "derrière",
    "sous",
    "sur",
    "près",
    "at",
    "in",
    "into",
    "inside",
    "near",
    "outside",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One word or phrase of a set: the set's name, the key it is compared by, and where it may stand."""

    sort: str
    key: str
    needs_noun: bool
    subject_only: bool
    placed: bool = False  # counts only where it says where something is
    after: frozenset[str] = frozenset()  # counts only right behind one of these
    itself: bool = False  # counts only behind an article, and with nothing hung on it: no « tête de liste », no « en main »


def things(context: SentenceContext) -> Iterator[Found]:
    """The words of the sentence that belong to a set, longest first, each word in one find only."""
    tokens, known, begin = context.tokens, _entries(context.language), _beginnings(context.language)
    lemmas, texts = [t.lemma.lower() for t in tokens], [t.text.lower() for t in tokens]
    starts = [i for i in range(len(tokens)) if _first(lemmas[i]) in begin or _first(texts[i]) in begin]
    taken: set[int] = set()
    for length in range(LONGEST, 0, -1):
        for start in starts:
            inside = range(start, start + length)
            if inside.stop > len(tokens) or taken & set(inside):
                continue
            entry = known.get(_phrase(lemmas[start : inside.stop])) or known.get(_phrase(texts[start : inside.stop]))
            if entry is not None and _stands(tokens, list(inside), entry):
                taken |= set(inside)
                span = run(tokens, inside)
                yield Found(
                    span, Name(context.article.quote(span), entry.key, entry.sort), _about(tokens, list(inside)), "name", scope=entry.sort
                )


def judge_things(left: Name, right: Name) -> Ruling:
    """One word of a set against another: the same, a wider one, or one that it excludes."""
    wide: Mapping[str, list[str]] = lexicon("fr", "exclusive")[left.sort].get("wide", {})
    if left.key == right.key:
        return Verdict.AGREEMENT, "same_name"
    if right.key in wide.get(left.key, ()) or left.key in wide.get(right.key, ()):
        return Verdict.PRECISION, "narrower"
    return Verdict.CONTRADICTION, "excludes"


@cache
def sorts() -> frozenset[str]:
    """The names of all sets."""
    return frozenset(lexicon("fr", "exclusive"))


@cache
def _entries(language: str) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for sort, table in lexicon(language, "exclusive").items():
        pairs = table["french"] if "french" in table else {word: word for word in table["words"]} | table.get("same", {})
        for word, key in pairs.items():
            behind = frozenset(table.get("after", ()))
            entry = Entry(
                sort,
                key,
                table.get("needs_noun", False),
                table.get("subject_only", False),
                "where" in table,
                behind,
                table.get("itself", False),
            )
            found |= dict.fromkeys((word + end for end in (("", "e", "s", "es") if entry.needs_noun else ("",))), entry)
    return found


@cache
def _beginnings(language: str) -> frozenset[str]:
    """What the words of sets begin with: most words of a text begin none."""
    return frozenset(_first(phrase) for phrase in _entries(language))


def _first(phrase: str) -> str:
    """The first word of a phrase, an elided one without its apostrophe."""
    return phrase.split(" ", maxsplit=1)[0].split("'", maxsplit=1)[0]


def _phrase(words: list[str]) -> str:
    return " ".join(words).replace("' ", "'")


def _stands(tokens: Tokens, inside: list[int], entry: Entry) -> bool:
    """Whether a word stands where its set asks: an adjective beside a noun, an actor as the one who acts."""
    head = inside[-1] if entry.needs_noun else inside[0]
    token = tokens[head]
    if (token.entity and any(tokens[i].text[:1].isupper() for i in inside)) or (
        token.text[:1].isupper() and head > 0 and tokens[head - 1].text not in {"«", ":", "•"}
    ):
        return False
    if inside[0] and tokens[inside[0] - 1].text == "-" and tokens[inside[0] - 1].span.end == tokens[inside[0]].span.start:
        return False  # the « rouge » of « la Croix-rouge »
    before = tokens[max(0, inside[0] - _BEFORE) : inside[0]]
    if entry.after and not any({t.lemma.lower(), t.text.lower()} & entry.after for t in before):
        return False
    if entry.itself and not _is_itself(tokens, inside):
        return False
    if entry.needs_noun:
        beside = head > 0 and tokens[head - 1].pos in {"NOUN", "PROPN"}
        return token.pos in {"ADJ", "NOUN"} and (beside or (tokens[token.head].pos in {"NOUN", "PROPN"} and token.head != head))
    if entry.subject_only:
        return token.pos == "NOUN" and related(token, "nsubj", "obl:agent", "root")
    if entry.placed and not any(t.text.lower() in _WHERE for t in before):
        return False
    return token.pos in {"NOUN", "PROPN", "ADJ"} or len(inside) > 1


def _is_itself(tokens: Tokens, inside: list[int]) -> bool:
    """Whether a noun is told by itself: behind an article or a number, and not of something."""
    before, end = tokens[inside[0] - 1] if inside[0] else None, inside[-1] + 1
    told = before is not None and (before.pos in {"DET", "NUM"} or before.text.lower() in {"au", "aux", "du", "des"})
    return told and not (end < len(tokens) and tokens[end].text.lower() in {"de", "du", "des", "d'", "d’", "of"})


def _about(tokens: Tokens, inside: list[int]) -> str:
    """The noun that the word qualifies, or the verb that governs it, with that verb's subject."""
    head = tokens[inside[0]].head
    near = {head, *(i for i in children(tokens, head) if related(tokens[i], "nsubj", "obj"))} - set(inside)
    return " ".join(tokens[i].lemma.lower() for i in sorted(near) if is_content(tokens[i]))
