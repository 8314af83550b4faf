"""On whose word a sentence speaks: the people and bodies it credits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from recoupe.facts.kind import SentenceContext
from recoupe.facts.lexicon import words
from recoupe.facts.names import normal
from recoupe.facts.speakers import behind, can_speak, closes_quote, grown, name_beside, subject_group
from recoupe.facts.tree import Tokens, child, children, head_of, related, run, subtree
from recoupe.model import Span

_QUOTE_NEAR = 9  # words from a reporting verb to the quotation it opens
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

    `person` says whether a person's name is among them; `verb` is the index of the reporting verb, or of the word that governs an
    introduced source; `words` are the source's own.
    """

    span: Span
    shown: str
    key: str
    verb: int
    words: tuple[int, ...]
    person: bool = False


def sources(context: SentenceContext) -> tuple[Source, ...]:
    """Everyone the sentence credits, in order, each once."""
    found = {s.span: s for s in (*_introduced(context), *_speakers(context), *_agents(context))}
    kept: list[Source] = []
    for span in sorted(found):
        if not any(k.span.overlaps(span) for k in kept):
            kept.append(found[span])
    return tuple(kept)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    introducers = sorted(words(language, "stance", "reporting", "introducers"), key=lambda w: (-len(w), w))
    ends = "|".join(re.escape(w).replace("'", "['’]").replace(r"\ ", r"\s+") for w in introducers)
    return re.compile(rf"(?<!\w)({ends})(?:\s+|(?<=d['’])|(?<=source)(?=[.,;])|(?<=sources)(?=[.,;]))(?=\S)", re.IGNORECASE)


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
        kept = _itself(tokens, start, introducer) or grown(tokens, start, context.language)
        if not kept or (introducer in weak and not can_speak(tokens, kept, context.language)):
            continue
        head = head_of(tokens, kept)
        if tokens[head].lemma.lower() in words(context.language, "stance", "reporting", "measures"):
            continue
        found.append(_source(context, kept, tokens[head].head))
    return found


def _itself(tokens: Tokens, start: int, introducer: str) -> list[int]:
    """The source that its introducer names itself: « de source policière », « de même source »."""
    if not introducer.endswith(("source", "sources")):
        return []
    own = [i for i in range(max(0, start - 2), start) if tokens[i].text.lower() in {"même", "bonne", "source", "sources"}]
    return [*own, *([start] if tokens[start].pos == "ADJ" else [])]


def _speakers(context: SentenceContext) -> list[Source]:
    """Subjects of reporting verbs: « le maire affirme que … », « …, a déclaré le maire »."""
    tokens, found = context.tokens, []
    verbs = words(context.language, "stance", "reporting", "verbs")
    for i, token in enumerate(tokens):
        if (token.pos not in {"VERB", "AUX"} or token.lemma not in verbs) and token.text.lower() not in spoken_forms(context.language):
            continue
        if token.has("VerbForm=Part") and token.has("Tense=Past") and not _helped(tokens, i):
            continue  # « la société, appelée X, … » says nothing
        subject = child(tokens, i, "nsubj")
        # between a subject and its verb an aside stands between two commas; one comma alone closes what is said
        inverted = subject is None or subject > i or sum(t.text == "," for t in tokens[subject:i]) < 2 or closes_quote(tokens, i)
        kept = behind(tokens, i, context.language) if inverted else []
        before = subject is not None and tokens[subject].pos in {"NOUN", "PROPN"} and not (subject < i and closes_quote(tokens, i))
        if not kept and subject is not None and before and _reports(context, i, subject):
            kept = subject_group(tokens, subject)
        if kept and can_speak(tokens, kept, context.language):
            found.append(_source(context, kept, i))
    return found


def _helped(tokens: Tokens, participle: int) -> bool:
    """Whether an auxiliary stands with a participle."""
    near = (*children(tokens, participle), *range(max(0, participle - 3), participle))
    return any(tokens[i].pos == "AUX" or tokens[i].lemma in {"avoir", "être", "have", "be"} for i in near)


def _agents(context: SentenceContext) -> list[Source]:
    """Who stands behind the participle of a reporting verb: « le chiffre avancé par le syndicat », « annoncé mardi par le parquet »."""
    tokens, found = context.tokens, []
    verbs = words(context.language, "stance", "reporting", "verbs") - words(context.language, "stance", "reporting", "deeds")
    for i, token in enumerate(tokens):
        participle = token.has("VerbForm=Part") and token.lemma in verbs
        for c in children(tokens, i) if participle else ():
            by = next((n for n in children(tokens, c) if related(tokens[n], "case") and tokens[n].text.lower() in {"par", "by"}), None)
            kept = grown(tokens, by + 1, context.language) if by is not None else []
            if kept and can_speak(tokens, kept, context.language):
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


def _reports(context: SentenceContext, verb: int, subject: int) -> bool:
    """Whether a verb that can report does so here: it governs a clause, stands behind what is said, quotes, counts, or tells a thing."""
    tokens = context.tokens
    governed = [i for c in (verb, child(tokens, verb, "xcomp")) if c is not None for i in children(tokens, c)]
    clause = any(related(tokens[i], "ccomp", "parataxis") for i in governed)
    back = subject > verb or (tokens[verb].head != verb and related(tokens[verb], "parataxis"))
    quoted = any(t.text in _QUOTES for t in tokens[verb : verb + _QUOTE_NEAR])
    counts = tokens[verb].lemma in _COUNTING and any(
        related(tokens[i], "obj", "obl") and any(tokens[c].pos == "NUM" for c in subtree(tokens, i)) for i in governed
    )
    tells = tokens[verb].lemma in words(context.language, "stance", "reporting", "telling") and any(
        related(tokens[i], "obj") for i in governed
    )
    phrase = any(related(tokens[i], "obj") and tokens[i].text.lower() in {"état", "part", "savoir"} for i in governed)
    return clause or back or quoted or counts or tells or phrase or any(tokens[i].text == ":" for i in governed)


def _source(context: SentenceContext, kept: list[int], verb: int) -> Source:
    tokens = context.tokens
    kept = [*kept, *name_beside(tokens, kept)]
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
    return Source(span, context.article.quote(span), key, verb, tuple(kept), bool(person))
