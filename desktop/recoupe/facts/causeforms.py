"""Causes told by a construction: « la neige ayant fondu », « ce qui a tout déclenché : … », « a eu raison de », « doit sa ruine à »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from recoupe.facts.causewords import STOPS, Named, denied, somebody, until_stop, word_at
from recoupe.facts.kind import SentenceContext
from recoupe.facts.lexicon import words
from recoupe.facts.tree import Tokens, child, children, head_of, is_content, related, subtree

_ABSOLUTE = 14  # words from an absolute clause's beginning to its participle
_COMPOUND = {"ayant", "étant"}
_OWN = {"son", "sa", "ses", "leur", "leurs"}
_OWED = 8  # words from « doit sa ruine » to « à »
_TOWARDS = {"à", "au", "aux"}
_BLAME = 5  # words from a reproach to the deed
_NEAR_COPULA = 4  # words from « est » to « la seule raison »
_HELPERS = {"faire", "pouvoir", "devoir", "sembler", "paraître", "avoir", "venir", "aller"}
_NOTHING = {"aucun", "aucune", "nul", "nulle", "tout", "rien"}


def absolute(context: SentenceContext) -> Iterator[Named]:
    """A thing with a participle of its own beside the main clause: « une vanne ayant cédé », « les pièces n'arrivant plus »."""
    tokens = context.tokens if context.language == "fr" else ()
    for i, token in enumerate(tokens):
        opens = not i or tokens[i - 1].text in {",", "–", "—", ":", ";"}
        if not opens or token.pos != "DET" or token.text.lower() in _NOTHING:
            continue
        verb = _participle(tokens, i)
        noun = next((n for n in range(i + 1, verb or i) if tokens[n].pos == "NOUN"), None)
        if verb is not None and noun is not None and not somebody(tokens, noun, context.language):
            yield Named(until_stop(tokens, i, nominal=False))


def _participle(tokens: Tokens, start: int) -> int | None:
    """The present participle of which the words from `start` on are the subject; a simple one only where it is denied."""
    for n in range(start + 2, min(len(tokens), start + _ABSOLUTE)):
        text = tokens[n].text.lower()
        told = (
            tokens[n].has("VerbForm=Fin") and tokens[n + 1 : n + 2] and tokens[n + 1].text.lower() not in _COMPOUND
        )  # « pourrie ayant cédé »
        if told or tokens[n].text in STOPS or text in {"qui", "que", "qu'", "dont", "en", "et"}:
            return None
        if text in _COMPOUND:
            return n
        if text.endswith("ant") and tokens[n].pos in {"VERB", "AUX"} and tokens[n - 1].text.lower() in {"ne", "n'"}:
            return n
    return None


def achieving(context: SentenceContext) -> Iterator[Named]:
    """What did something to somebody by a set phrase: « l'usure a eu raison du pont », « a fait perdre une heure », « a mis le feu à »."""
    tokens = context.tokens
    made, phrases = (words(context.language, "cause", part) for part in ("made", "phrases"))
    mishaps = words(context.language, "cause", "mishaps")
    harms = words(context.language, "cause", "effects") | words(context.language, "cause", "subject_verbs")
    for i, token in enumerate(tokens):
        if token.pos not in {"VERB", "AUX"}:
            continue
        subject = _subject(tokens, i)
        if subject is None or subject > i or tokens[subject].pos != "NOUN" or somebody(tokens, subject, context.language):
            continue
        does = any(f"{token.lemma} {tokens[c].lemma}" in phrases for c in children(tokens, i))
        does = does or (token.lemma in made and any(tokens[c].lemma == "faire" for c in (*children(tokens, i), token.head)))
        passive = tokens[subject].dep == "nsubj:pass" or child(tokens, i, "expl") is not None
        mishap = tokens[subject].lemma.lower() in mishaps and token.lemma in harms and not passive
        if does or (mishap and any(related(tokens[c], "obj", "obl", "obl:arg", "iobj") for c in children(tokens, i))):
            yield Named(_whole(tokens, subject), not denied(tokens, i, 3))


def _subject(tokens: Tokens, verb: int) -> int | None:
    """A verb's subject, or that of the verb that helps it: « une fuite pourrait expliquer »."""
    subject = child(tokens, verb, "nsubj")
    above = tokens[verb].head
    helped = subject is None and related(tokens[verb], "xcomp") and tokens[above].lemma in _HELPERS
    return child(tokens, above, "nsubj") if helped else subject


def _whole(tokens: Tokens, noun: int) -> tuple[int, ...]:
    """A noun with its complements, up to a relative clause or an aside."""
    below = subtree(tokens, noun)
    end = next((i for i in sorted(below) if i > noun and tokens[i].text in STOPS | {"qui", "que", "dont"}), len(tokens))
    return tuple(i for i in range(min(below), min(end, max(below) + 1)))


def owed(context: SentenceContext) -> Iterator[Named]:
    """« doit sa ruine à la fermeture de la mine »: what is somebody's own, owed to a thing."""
    tokens = context.tokens
    for i, token in enumerate(tokens[:-3]):
        if token.lemma != "devoir" or not any(t.text.lower() in _OWN for t in tokens[i + 1 : i + 3]):
            continue
        at = next((n for n in range(i + 3, min(len(tokens) - 1, i + _OWED)) if tokens[n].text.lower() in _TOWARDS), None)
        if at is not None and tokens[at + 1].pos in {"DET", "NOUN", "ADJ"} and not any(tokens[n].text in STOPS for n in range(i, at)):
            inside = until_stop(tokens, at + 1, nominal=True)
            if not somebody(tokens, head_of(tokens, inside), context.language):
                yield Named(inside)


def done(context: SentenceContext) -> Iterator[Named]:
    """The deed that somebody is reproached with: « lui reproche d'avoir détruit des pièces »."""
    tokens = context.tokens
    for i, token in enumerate(tokens):
        if token.lemma not in words(context.language, "cause", "reproaches"):
            continue
        for n in range(i + 1, min(len(tokens) - 1, i + _BLAME)):
            if tokens[n].text in STOPS:
                break
            if tokens[n].text.lower() in {"d'", "de"} and tokens[n + 1].has("VerbForm=Inf"):
                yield Named(until_stop(tokens, n + 1, nominal=False))
                break


def told_so(context: SentenceContext) -> Iterator[Named]:
    """What stands before « en est la seule raison », « serait la cause », however the sentence was parsed."""
    tokens = context.tokens
    for i, token in enumerate(tokens):
        if token.lemma.lower() not in words(context.language, "cause", "nouns") or token.pos not in {"NOUN", "ADJ"}:
            continue
        copula = next(
            (n for n in range(i - 1, max(0, i - _NEAR_COPULA), -1) if tokens[n].lemma == "être" and tokens[n].has("VerbForm=Fin")), None
        )
        itself = copula is not None and tokens[copula - 1].text.lower() == "en"
        if copula is None or not itself:
            continue
        start = next((n + 1 for n in range(copula - 2, -1, -1) if tokens[n].text in STOPS), 0)
        inside = tuple(range(start, copula - 1))
        plain = bool(inside) and tokens[start].pos == "DET" and not any(tokens[n].has("VerbForm=Fin") for n in inside)
        if plain and not somebody(tokens, head_of(tokens, inside), context.language):
            yield Named(inside)


def worded(context: SentenceContext) -> Iterator[Named]:
    """What follows « ce qui a tout déclenché : », « tout est parti de », « le litige porte sur »."""
    text = context.reading.text
    for match in _worded(context.language).finditer(text) if context.language == "fr" else ():
        start = word_at(context, match.end())
        if start is not None and any(is_content(t) for t in context.tokens[start : start + 6]):
            yield Named(until_stop(context.tokens, start, nominal=True))


@cache
def _worded(language: str) -> re.Pattern[str]:
    quarrels = "|".join(sorted(words(language, "cause", "quarrels"), key=len, reverse=True))
    starts = "|".join(sorted(words(language, "cause", "sparks"), key=len, reverse=True))
    over = r"(?:porte(?:nt|rait)?|portait|repose(?:nt)?|bute(?:nt)?|se\s+cristallise(?:nt)?|se\s+concentre(?:nt)?)\s+(?:\w+\s+)?sur"
    fed = r"se\s+nourrit\s+(?:aussi\s+|également\s+)?(?:de|d['’]|du|des)"
    return re.compile(
        rf"(?:(?<!\w)ce\s+qui\s+(?:a|avait|aurait)\s+(?:{starts})[^:,;.?!]{{0,40}}(?:\s*:|\s*,\s*c['’]est)"
        rf"|(?<!\w)tout\s+(?:est|serait|était)\s+parti\s+(?:de|d['’]|du|des)"
        rf"|(?<!\w)(?:{quarrels})\s+(?:[\w'’-]+\s+){{0,4}}?(?:{over}|{fed}))\s*(?=\S)",
        re.IGNORECASE,
    )
