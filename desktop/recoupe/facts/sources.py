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
_QUOTES = {"«", "»", '"', "“", "”"}
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
        head = head_of(tokens, kept)
        if tokens[head].lemma.lower() in words(context.language, "stance", "reporting", "measures"):
            continue
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
    """Subjects of reporting verbs: « le maire affirme que … », « …, a déclaré le maire »."""
    tokens, found = context.tokens, []
    verbs = words(context.language, "stance", "reporting", "verbs")
    quoted = any(t.text in _QUOTES for t in tokens)
    for i, token in enumerate(tokens):
        if (token.pos not in {"VERB", "AUX"} or token.lemma not in verbs) and token.text.lower() not in spoken_forms(context.language):
            continue
        subject = child(tokens, i, "nsubj")
        # between a subject and its verb an aside stands between two commas; one comma alone closes what is said
        inverted = subject is None or subject > i or sum(t.text == "," for t in tokens[subject:i]) < 2 or _closes_quote(tokens, i)
        kept = _behind(tokens, i) if inverted else []
        if not kept and subject is not None and tokens[subject].pos in {"NOUN", "PROPN"} and _reports(tokens, i, subject, quoted=quoted):
            kept = _subject_group(tokens, subject)
        if kept and _can_speak(tokens, kept, context.language):
            found.append(_source(context, kept, i))
    return found


@cache
def spoken_forms(language: str) -> frozenset[str]:
    """The forms in which a reporting verb closes what somebody said: « affirme », « estiment », « relevait », « a déclaré »."""
    verbs = words(language, "stance", "reporting", "verbs")
    irregular = words(language, "stance", "reporting", "forms")
    if language != "fr":
        return irregular
    stems = {v.removeprefix("se ").removeprefix("s'")[:-2] for v in verbs if v.endswith("er")}
    return irregular | {_softened(stem, end) + end for stem in stems for end in ("e", "ent", "ait", "aient", "é", "a", "èrent")}


def _softened(stem: str, end: str) -> str:
    """A stem before its ending: « annonçait », « jugeait », « rappelle », « relève »."""
    if end in {"ait", "aient", "a"}:
        return stem[:-1] + "ç" if stem.endswith("c") else stem + "e" if stem.endswith("g") else stem
    if end in {"e", "ent"} and stem.endswith("el"):
        return stem + "l" if stem.endswith("ppel") else stem[:-2] + "èl"
    if end in {"e", "ent"} and len(stem) > 2 and stem[-2] in "eé" and stem[-1] not in "lr":
        return stem[:-2] + "è" + stem[-1]
    return stem


def _closes_quote(tokens: Tokens, verb: int) -> bool:
    """Whether a quotation ends right before a verb and its helpers: « …", précise sa famille »."""
    return any(tokens[i].text in _QUOTES for i in range(max(0, verb - 3), verb))


def _behind(tokens: Tokens, verb: int) -> list[int]:
    """Who stands behind a reporting verb that closes a clause: « …, a réagi, la voix lasse, la maire »; nobody where it opens one."""
    first = verb
    while first and (
        tokens[first - 1].lemma in {"avoir", "être", "se", "lui"}
        or tokens[first - 1].text.lower() in {"s'", "se", "a", "ont", "l'", "avait", "avaient", "est", "sont", "-t", "fait"}
    ):
        first -= 1
    if not first or tokens[first - 1].text not in {",", "»", '"', "”", "!", "?", "…", "–", "—"}:
        return []
    at = verb + 1
    while at < len(tokens) and tokens[at].pos in {"ADV", "VERB", "ADP"} and at < verb + 4:
        if tokens[at].pos == "ADP":
            end = next((i for i in range(at, min(len(tokens), at + 5)) if tokens[i].pos == "DET"), None)
            if end is None or end == at + 1:
                break
        at += 1
    if at < len(tokens) and tokens[at].text == ",":
        closing = next((i for i in range(at + 1, min(len(tokens), at + 10)) if tokens[i].text == ","), None)
        at = closing + 1 if closing is not None else at
    return _grown(tokens, at) if at < len(tokens) and tokens[at].pos in {"DET", "PROPN", "NOUN", "NUM", "ADJ"} else []


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
        bool(tokens[i].entity) or tokens[i].pos == "PROPN" or tokens[i].lemma.lower() in nouns or tokens[i].text.lower() in nouns
        for i in kept
    )


def _name_beside(tokens: Tokens, kept: list[int]) -> list[int]:
    """The name set behind a function: « le préfet, Jean Martin »."""
    at = kept[-1] + 1
    if any(tokens[i].entity == "PER" for i in kept) or at >= len(tokens) or tokens[at].text != ",":
        return []
    end = at + 1
    while end < len(tokens) and tokens[end].entity == "PER":
        end += 1
    return list(range(at, end)) if end > at + 1 else []


def _source(context: SentenceContext, kept: list[int], verb: int) -> Source:
    tokens = context.tokens
    kept = [*kept, *_name_beside(tokens, kept)]
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
