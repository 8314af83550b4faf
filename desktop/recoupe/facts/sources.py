"""On whose word a sentence speaks: the people and bodies it credits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from recoupe.facts.kind import SentenceContext
from recoupe.facts.lexicon import words
from recoupe.facts.names import normal
from recoupe.facts.tree import Tokens, child, children, head_of, related, run
from recoupe.model import Span

LONGEST = 14  # words of a source's name
_GROWS = {"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADV", "X", "SYM"}
_LINKS = {"de", "du", "des", "d'", "à", "au", "aux", "en", "of", "at", "the", "for", "in", "l'", "la", "le", "les"}
_NOMINAL = {"NOUN", "PROPN", "PRON"}
_COUNTING = {
    "dénombrer",
    "recenser",
    "compter",
    "chiffrer",
    "estimer",
    "évaluer",
    "avancer",
    "revendiquer",
    "tabler",
    "count",
    "estimate",
    "put",
    "record",
    "report",
}


@dataclass(frozen=True, slots=True)
class Source:
    """Who is credited: the words that name them, a key to compare by, and the verb or introducer that credits them.

    `verb` is the index of the reporting verb, or of the word that governs an introduced source; `words` are the source's own.
    """

    span: Span
    shown: str
    key: str
    verb: int
    words: tuple[int, ...]


def sources(context: SentenceContext) -> tuple[Source, ...]:
    """Everyone the sentence credits, in order, each once."""
    found = {s.span: s for s in (*_introduced(context), *_speakers(context))}
    kept: list[Source] = []
    for span in sorted(found):
        if not any(k.span.overlaps(span) for k in kept):
            kept.append(found[span])
    return tuple(kept)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    introducers = sorted(words(language, "stance", "reporting", "introducers"), key=lambda w: (-len(w), w))
    ends = "|".join(re.escape(w).replace("'", "['’]").replace(r"\ ", r"\s+") for w in introducers)
    return re.compile(rf"(?<!\w)({ends})(?:\s+|(?<=d['’]))(?=\S)", re.IGNORECASE)


def _introduced(context: SentenceContext) -> list[Source]:
    """Sources behind « selon », « d'après », "according to"."""
    tokens, found = context.tokens, []
    weak = words(context.language, "stance", "reporting", "weak_introducers")
    for match in _pattern(context.language).finditer(context.reading.text):
        at = context.reading.source(match.end()) if match.end() < len(context.reading.text) else None
        start = next((i for i, t in enumerate(tokens) if at is not None and t.span.start >= at), None)
        if start is None:
            continue
        introducer = re.sub(r"\s+", " ", match.group(1).lower().replace("’", "'"))
        kept = _grown(tokens, start)
        if not kept or (introducer in weak and not _can_speak(tokens, kept, context.language)):
            continue
        if introducer in {"selon", "d'après"} and not _can_speak(tokens, kept, context.language):
            continue
        head = head_of(tokens, kept)
        found.append(_source(context, kept, tokens[head].head))
    return found


def _grown(tokens: Tokens, start: int) -> list[int]:
    """The noun group that begins at a word."""
    kept: list[int] = []
    for i in range(start, min(len(tokens), start + LONGEST)):
        token = tokens[i]
        name = token.entity in {"PER", "ORG", "MISC"} and bool(kept)
        if token.pos in _GROWS or name or (token.text.lower() in _LINKS and kept) or (token.text == "-" and kept):
            if kept and token.pos == "DET" and tokens[i - 1].pos in {"NOUN", "PROPN"} and token.text.lower() not in _LINKS:
                break
            kept.append(i)
        elif token.pos == "PRON" and kept and token.text.lower() in {"lui-même", "elle-même", "eux-mêmes", "elles-mêmes"}:
            kept.append(i)
        else:
            break
    while kept and tokens[kept[-1]].pos in {"ADP", "DET", "PUNCT", "ADV"}:
        kept.pop()
    return kept if any(tokens[i].pos in {"NOUN", "PROPN", "X"} for i in kept) else []


def _speakers(context: SentenceContext) -> list[Source]:
    """Subjects of reporting verbs: « a déclaré le maire », « le maire affirme que … »."""
    tokens, found = context.tokens, []
    verbs = words(context.language, "stance", "reporting", "verbs")
    quoted = any(t.text in {"«", "»", '"', "“", "”"} for t in tokens)
    for i, token in enumerate(tokens):
        if token.pos not in {"VERB", "AUX"} or token.lemma not in verbs:
            continue
        subject = child(tokens, i, "nsubj", "obl:agent")
        if subject is None or tokens[subject].pos not in _NOMINAL:
            continue
        if tokens[subject].pos == "PRON" or not _reports(tokens, i, subject, quoted=quoted):
            continue
        kept = _subject_group(tokens, subject)
        if _can_speak(tokens, kept, context.language):
            found.append(_source(context, kept, i))
    return found


def _reports(tokens: Tokens, verb: int, subject: int, *, quoted: bool) -> bool:
    """Whether a verb that can report does so here: it governs a clause, stands behind what is said, or counts."""
    governed = list(children(tokens, verb))
    clause = any(related(tokens[i], "ccomp", "parataxis") for i in governed)
    behind = subject > verb or (tokens[verb].head != verb and related(tokens[verb], "parataxis"))
    counts = tokens[verb].lemma in _COUNTING and any(
        related(tokens[i], "obj", "obl") and (tokens[i].pos == "NUM" or any(tokens[c].pos == "NUM" for c in children(tokens, i)))
        for i in governed
    )
    return clause or behind or quoted or counts or any(tokens[i].text == ":" for i in governed)


def _subject_group(tokens: Tokens, subject: int) -> list[int]:
    """The subject with its complements and its name, without its relative clauses and asides."""
    kept, rim = {subject}, [subject]
    while rim:
        at = rim.pop()
        for i in children(tokens, at):
            small = related(tokens[i], "det", "amod", "case", "flat", "nmod", "compound", "nummod", "fixed")
            name = related(tokens[i], "appos") and tokens[i].entity == "PER"
            if (small or name) and i not in kept:
                kept.add(i)
                rim.append(i)
    ordered = sorted(kept)
    while ordered and tokens[ordered[0]].pos in {"ADP", "PUNCT"}:
        ordered.pop(0)
    return ordered


def _can_speak(tokens: Tokens, kept: list[int], language: str) -> bool:
    """Whether a group names somebody: a person, a body, or a noun that can be a source."""
    nouns = words(language, "stance", "reporting", "source_nouns")
    return any(
        tokens[i].entity in {"PER", "ORG"}
        or tokens[i].pos == "PROPN"
        or tokens[i].lemma.lower() in nouns
        or tokens[i].text.lower() in nouns
        for i in kept
    )


def _source(context: SentenceContext, kept: list[int], verb: int) -> Source:
    tokens = context.tokens
    span = run(tokens, kept)
    civil = words(context.language, "names", "civilities")
    person = [i for i in kept if tokens[i].entity == "PER" and tokens[i].text.lower() not in civil]
    proper = person or [i for i in kept if tokens[i].pos == "PROPN" or tokens[i].entity in {"ORG", "MISC"}]
    if person:
        key = normal(" ".join(tokens[i].text for i in person))
    elif proper:
        key = normal(" ".join(tokens[i].text for i in kept if tokens[i].pos in {"NOUN", "PROPN", "ADJ", "X"}))
    else:
        key = normal(" ".join(tokens[i].lemma for i in kept if tokens[i].pos in {"NOUN", "ADJ"}))
    return Source(span, context.article.quote(span), key, verb, tuple(kept))
