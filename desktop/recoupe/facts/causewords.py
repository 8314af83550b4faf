"""Causes told by the words before them, wherever a parser puts these: « à cause de », « résulte de », "stems from"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from recoupe.facts.kind import SentenceContext
from recoupe.facts.lexicon import words
from recoupe.facts.tree import Tokens, child, governors, head_of

LONGEST = 16  # words of a cause
PURPOSE = "purpose"  # the scope of a cause that is somebody's aim
CHARGE = "charge"  # the same of what an inquiry looks into
_RELATIVES = {"qui", "que", "qu'", "dont", "lequel", "laquelle", "which", "who", "that"}
STOPS = {",", ";", ":", ".", "»", ")", "(", "?", "!", "—", "–", "…"}
_NOT = {"pas", "not", "n't", "nullement", "aucunement", "non", "never", "jamais"}
_LITTLE = frozenset({"ADV", "AUX", "PRON", "PART"})
_NEAR_HARM = 4  # words from a harm to « après avoir »
_OBJECT = 8  # words between a verb and the preposition behind its object


@dataclass(frozen=True, slots=True)
class Named:
    """The words that name a cause, by index; `holds` is false where the sentence says that it was none."""

    words: tuple[int, ...]
    holds: bool = True
    scope: str = ""


def marked(context: SentenceContext) -> Iterator[Named]:
    """What stands behind « en raison de », a noun group, or behind « parce que », all up to the next stop."""
    tokens = context.tokens
    clausal = words(context.language, "cause", "clausal")
    for match in _pattern(context.language).finditer(context.reading.text):
        marker = re.sub(r"\s+", " ", match.group(1).lower().replace("’", "'"))
        start = word_at(context, match.end())
        before = word_at(context, match.start())
        if start is None or before is None or _means_other(context, marker, before, start):
            continue
        start = _behind_source(context.tokens, start) if marker[-1] in ",:" else start
        back = 1 if marker.split(" ")[0] in _PREPOSITIONS else 2  # « n'est pas dû à », « n'a pas eu lieu à cause de »
        inside = until_stop(tokens, start, nominal=marker not in clausal)
        if marker not in clausal or any(tokens[i].pos in {"VERB", "AUX"} for i in inside):  # « car à l'origine de … »
            aside = any(tokens[i].text.lower() in {"non", "not"} for i in range(before, start))  # « à cause non pas de »
            yield Named(inside, not denied(tokens, before, back) and not aside)


def _behind_source(tokens: Tokens, start: int) -> int:
    """Where what is named begins behind whoever names it: « En cause, selon la direction : le prix de l'énergie »."""
    if tokens[start].text.lower() not in _ON_WHOSE_WORD:
        return start
    stop = next((i for i in range(start + 1, min(len(tokens), start + _SOURCE)) if tokens[i].text in {",", ":"}), None)
    return stop + 1 if stop is not None and stop + 1 < len(tokens) else start


def _means_other(context: SentenceContext, marker: str, before: int, start: int) -> bool:
    """Whether a marker stands for something else: « un car de touristes », « car s'il pleut », « lié à un club »."""
    tokens, first = context.tokens, marker.split(" ", maxsplit=1)[0]
    before_it = tokens[before - 1] if before else tokens[before]
    if first == "car":
        noun = before_it.pos in {"DET", "NUM"} or before_it.text.lower() in {"un", "le", "ce", "des", "les"}
        return noun or tokens[before].pos not in {"CCONJ", "SCONJ"} or tokens[start].text.lower() in {"si", "s'", "quand", "lorsque"}
    if marker == "due to":  # "the mayor is due to meet the minister"
        return tokens[start].has("VerbForm=Inf")
    if marker.endswith(" par") and tokens[start].lemma.lower() in words(context.language, "cause", "set_by"):
        return True
    if first == "faute":
        if tokens[start].text.lower() == "quoi":  # « faute de quoi » sets a condition
            return True
        return before_it.text.lower() in {"la", "une", "cette", "sa", "leur"}
    if marker.startswith("en cause"):
        return before > 0 and before_it.pos != "PUNCT"  # « mis en cause, il … »
    if marker in {"c'est que", "c'est qu'"}:  # « si la rame s'est arrêtée, c'est que … », not « ce qui étonne, c'est que … »
        return not any(t.text.lower() in {"si", "s'"} for t in tokens[:before])
    if marker.split(" ", maxsplit=1)[0].rstrip("es").endswith("é") and _undergone(context.language, marker):  # of things only
        return somebody(tokens, head_of(tokens, until_stop(tokens, start, nominal=True)), context.language)
    if marker.startswith("après avoir"):
        return not _befell(context, before)
    bound = first.startswith("lié") or first == "linked"
    if bound and before_it.lemma not in {"être", "be"}:  # « la somme liée à son départ »
        return True
    return bound and somebody(tokens, head_of(tokens, until_stop(tokens, start, nominal=True)), context.language)


def _undergone(language: str, marker: str) -> bool:
    return marker in {form for told in words(language, "cause", "undergone") for form in _spelt(told)}


def _befell(context: SentenceContext, after: int) -> bool:
    """Whether what happened « après avoir … » is a harm: « est mort après avoir été percuté », not « a signé après avoir lu »."""
    harms = words(context.language, "cause", "harms")
    above = list(governors(context.tokens, after))[1:4]
    return any(context.tokens[i].lemma.lower() in harms for i in (*above, *range(max(0, after - _NEAR_HARM), after)))


_ON_WHOSE_WORD = {"selon", "d'", "d’", "d'après", "après", "pour", "according"}
_SOURCE = 12  # words of « selon la direction du groupe »
_PREPOSITIONS = {
    "à",
    "en",
    "du",
    "par",
    "pour",
    "sous",
    "sur",
    "faute",
    "suite",
    "grâce",
    "because",
    "over",
    "following",
    "in",
    "on",
    "for",
}


def behind_verbs(context: SentenceContext) -> Iterator[Named]:
    """What a verb names by its preposition: « résulte d'une erreur », « imputent la panne à un défaut », "stemmed from a fault"."""
    tokens = context.tokens
    for i, token in enumerate(tokens):
        adjacent, behind_object = _governed(context.language)
        lemma = token.lemma.lower()
        preps = adjacent.get(lemma, frozenset()) if token.pos in {"VERB", "AUX", "ADJ"} else frozenset()
        at = _preposition(tokens, i, preps, _LITTLE) if preps else None
        if i and tokens[i - 1].text.lower() in {"se", "s'"} and lemma not in behind_object:  # « le sommet se tient à Vienne »
            at = None
        if at is not None and (lemma not in words(context.language, "cause", "of_things") or _of_thing(context, i)):
            inside = until_stop(tokens, at + 1, nominal=True)
            if lemma not in words(context.language, "cause", "origins") or not any(tokens[n].entity for n in inside):
                yield Named(inside, not denied(tokens, at, at - i + 3))
        preps = behind_object.get(lemma, frozenset()) if token.pos in {"VERB", "AUX", "ADJ"} else frozenset()
        at = _preposition(tokens, i, preps, None) if preps else None
        if at is not None:
            yield Named(until_stop(tokens, at + 1, nominal=True), not denied(tokens, i, 3))


def opening(context: SentenceContext) -> Iterator[Named]:
    """What follows a cause's own heading: « À l'origine du sinistre, un court-circuit », « Motif invoqué : le bruit »."""
    match = _opener(context.language).match(context.reading.text)
    start = word_at(context, match.end()) if match else None
    if start is not None:
        yield Named(until_stop(context.tokens, start, nominal=True))


def leading(context: SentenceContext) -> Iterator[Named]:
    """A reason or an aim that a sentence begins with: « Comme les ventes ont chuté, … », « Pour réduire ses frais, … »."""
    tokens = context.tokens
    first = next((i for i, t in enumerate(tokens) if t.text not in STOPS and t.text not in {"«", '"', "•", "-"}), None)
    if first is None:
        return
    end = next((i for i in range(first, len(tokens)) if tokens[i].text in STOPS), len(tokens))
    if end >= len(tokens) or tokens[end].text != "," or end - first < 3:
        return
    inside = tuple(range(first + 1, min(end, first + 1 + LONGEST)))
    text = tokens[first].text.lower()
    reports = words(context.language, "stance", "reporting", "verbs")
    told = [i for i in inside if _finite(tokens, i)]
    said = bool(told) and bool({tokens[told[0]].lemma, tokens[tokens[told[0]].head].lemma} & reports)  # « comme l'a dit … »
    if text in words(context.language, "cause", "initial") and told and not said:
        yield Named(inside)
    aims = text in words(context.language, "cause", "aims")
    if aims and any(tokens[i].has("VerbForm=Inf") for i in inside[:3]) and len(tokens) - end > len(inside) // 2:
        yield Named(inside, scope=PURPOSE)


def somebody(tokens: Tokens, head: int, language: str) -> bool:
    """Whether a noun is a person or body that acts, not a circumstance."""
    token = tokens[head]
    people = words(language, "names", "roles", "holders") | words(language, "names", "roles", "single") | words(language, "cause", "people")
    people |= words(language, "stance", "reporting", "source_nouns")
    named = token.entity not in {"", "LOC"} or (token.pos == "PROPN" and token.text[:1].isupper())
    return named or token.pos == "PRON" or token.lemma.lower() in people


def _of_thing(context: SentenceContext, verb: int) -> bool:
    """Whether a verb has a thing for subject."""
    subject = child(context.tokens, verb, "nsubj")
    return subject is not None and not somebody(context.tokens, subject, context.language)


def denied(tokens: Tokens, at: int, back: int) -> bool:
    """Whether a word of negation stands among the few words before."""
    return any(tokens[i].text.lower() in _NOT for i in range(max(0, at - back), at))


def until_stop(tokens: Tokens, start: int, *, nominal: bool) -> tuple[int, ...]:
    """The words from one on up to the next stop, of a noun group up to a relative or a finite verb."""
    end = start
    while end < len(tokens) and end - start < LONGEST and tokens[end].text not in STOPS:
        if nominal and end > start and (_finite(tokens, end) or tokens[end].text.lower() in _RELATIVES or _denies_next(tokens, end)):
            break
        end += 1
    return tuple(range(start, end))


def _denies_next(tokens: Tokens, index: int) -> bool:
    """Whether a second predicate begins that is denied: « … et n'ont pas repris »."""
    follows = tokens[index + 1].text.lower() if index + 1 < len(tokens) else ""
    return tokens[index].text.lower() in {"ne", "n'"} or (tokens[index].pos == "CCONJ" and follows in {"ne", "n'"})


def _finite(tokens: Tokens, index: int) -> bool:
    return tokens[index].pos in {"VERB", "AUX"} and tokens[index].has("VerbForm=Fin")


def word_at(context: SentenceContext, offset: int) -> int | None:
    """The first word at or behind a place in the sentence as read."""
    if offset >= len(context.reading.text):
        return None
    at = context.reading.source(offset)
    return next((i for i, t in enumerate(context.tokens) if t.span.end > at), None)


def _preposition(tokens: Tokens, verb: int, wanted: frozenset[str], between: frozenset[str] | None) -> int | None:
    """Where one of these prepositions stands behind a verb, with only words of these kinds between; None: any, up to a stop."""
    for at in range(verb + 1, min(len(tokens) - 1, verb + 1 + _OBJECT)):
        if tokens[at].text.lower() in wanted:
            nominal = tokens[at + 1].pos in {"DET", "NOUN", "ADJ", "PROPN", "NUM"} and not tokens[at + 1].has("VerbForm=Inf")
            return at if nominal else None
        if tokens[at].text in STOPS or (between is not None and tokens[at].pos not in between and tokens[at].text.lower() not in _NOT):
            return None
    return None


@cache
def _governed(language: str) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Verbs and the prepositions at once behind them, or behind their objects, that lead to a cause."""
    return _table(language, "oblique"), _table(language, "behind_object")


def _table(language: str, part: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in words(language, "cause", part):
        verb, _, prep = line.rpartition(" ")
        found.setdefault(verb, set()).update(_FORMS.get(prep, (prep,)))
    return {verb: frozenset(forms) for verb, forms in found.items()}


_GOVERNED_BY = frozenset({"à", "au", "aux", "par"})
_ASIDE = (
    r"(?:\s+(?:selon|d['’]après)\s+\w+|\s*,\s*[^,;.:]{2,45},"
    r"|\s+(?:non pas|non|not|notamment|principalement|essentiellement|surtout|probablement|sans doute|entre autres|en (?:grande )?partie))?"
)
_OF = frozenset({"de", "du", "des", "d'", "to", "of", "by"})
_NOT_THAT = (
    r"(?:\s*,?\s+(?:cependant|toutefois|pourtant|notamment|principalement|essentiellement|surtout|probablement|sans doute|entre autres"
    r"|en (?:grande )?partie|mainly|largely|partly|probably)\s*,?)?(?:\s*,?\s+(?:non(?:\s+pas)?|not))?"
)
_FORMS = {"de": ("de", "d'", "du", "des"), "à": ("à", "au", "aux")}


@cache
def _pattern(language: str) -> re.Pattern[str]:
    told = words(language, "cause", "markers") | words(language, "cause", "undergone")
    markers = {form for marker in told for form in _spelt(marker)}
    ends = "|".join(_parted(w) for w in sorted(markers, key=lambda w: (-len(w), w)))
    return re.compile(rf"(?<!\w)({ends})(?:\s+|(?<=['’]))(?=\S)", re.IGNORECASE)


def _parted(marker: str) -> str:
    """A marker's pattern; before its preposition something may be put in: « dues, selon elle, à », « à cause non pas de »."""
    stem, _, last = marker.rpartition(" ")
    if stem and last in _GOVERNED_BY:
        return rf"{_plain(stem)}{_ASIDE}\s+{last}"
    return rf"{_plain(stem)}{_NOT_THAT}\s+{_plain(last)}" if stem and last in _OF else _plain(marker)


def _spelt(marker: str) -> Sequence[str]:
    """A marker in every form its last word has, its participle in every gender and number: « causé par », « causées par »."""
    stem, _, last = marker.rpartition(" ")
    lasts = {"de": ("de", "d'", "du", "des"), "à": ("à", "au", "aux"), "que": ("que", "qu'")}.get(last, (last,))
    stems = [stem[:-1] + end for end in ("", "e", "s", "es")] if stem.endswith("*") else [stem]
    return [f"{s} {w}" if s else w for s in stems for w in lasts]


@cache
def _opener(language: str) -> re.Pattern[str]:
    heads = "|".join(_plain(w) for w in sorted(words(language, "cause", "openers"), key=lambda w: (-len(w), w)))
    fronts = "|".join(_plain(w) for w in sorted(words(language, "cause", "fronts"), key=lambda w: (-len(w), w)))
    return re.compile(
        rf"\W*(?:(?:{heads})(?:\s[^,:;.?!]{{1,60}})?\s*[:?]\s*|(?:{fronts})(?:\s[^,:;.?!]{{1,60}})?\s*,\s*)(?=\S)", re.IGNORECASE
    )


def _plain(phrase: str) -> str:
    return re.escape(phrase).replace("'", "['’]").replace(r"\ ", r"\s+")
