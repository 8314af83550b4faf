"""Finds the words of a sentence that name a cause."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from recoupe.facts.causeforms import absolute, achieving, done, owed, told_so, worded
from recoupe.facts.causewords import CHARGE, LONGEST, PURPOSE, Named, behind_verbs, denied, leading, marked, opening, somebody, until_stop
from recoupe.facts.clauses import clauses
from recoupe.facts.contrasts import parted
from recoupe.facts.kind import SentenceContext
from recoupe.facts.lexicon import lexicon, words
from recoupe.facts.tree import Tokens, child, children, governors, head_of, is_content, related, subtree

_GERUNDS = ("advcl", "acl", "xcomp")
_NEAR_DEATH = 4  # words from « mort » to « étranglé »
_CLEFT = 30  # words from « c'est » to its « qui »
_TO_DEED = 14  # words from « pousse » to what it makes somebody do
_DEEDS = ("tion", "sion", "ture", "ment", "arrêt", "abandon", "mort", "décès", "chute", "baisse", "hausse", "perte", "départ")
_TO_WHOM = 8  # words for who is reproached
_BEFORE_AIM = 8  # words from the deed to its aim
_BEFORE_PLAIN_AIM = 18  # the same where nothing else can be meant: « afin de »
_PUT_IN = {
    "en",
    "effet",
    "donc",
    "bien",
    "pas",
    ",",
    "désormais",
    "aussi",
    "encore",
    "surtout",
    "toutefois",
    "également",
    "alors",
    "plutôt",
}
_OBJECTS = {"l'", "les", "le", "la", "tout", "tous", "toutes"}


def causes(context: SentenceContext) -> Iterator[Named]:
    """The words of each cause, the surest markers first; no word is in two causes."""
    taken: set[int] = set()
    for finder in _finders():
        for named in (part for one in finder(context) for part in parted(context.tokens, one)):
            kept = _trimmed(context, named.words)
            if kept and not taken & set(kept) and _telling(context, kept) and not _credited(context.tokens, kept[0]):
                taken |= set(kept)
                yield Named(tuple(kept), named.holds, named.scope)


def _credited(tokens: Tokens, first: int) -> bool:
    """Whether words stand behind « selon » or « d'après »: whoever says it is no cause of it."""
    before = [t.text.lower() for t in tokens[max(0, first - 2) : first]]
    return before[-1:] in (["selon"], ["d'après"]) or (before[-1:] == ["après"] and before[:1] in (["d'"], ["d’"]))


def _finders() -> tuple[Callable[[SentenceContext], Iterator[Named]], ...]:
    """What finds causes, the surest first."""
    grammar = (_governed, done, _reproached, _agents, _clefts, _charges, _blamed, told_so)
    return marked, _ways, worded, _leads, behind_verbs, owed, *grammar, achieving, opening, _by_itself, _aimed, leading, absolute


def _telling(context: SentenceContext, kept: list[int]) -> bool:
    """Whether the words name a cause by themselves, as « plusieurs facteurs » do not."""
    head = context.tokens[head_of(context.tokens, kept)]
    return head.lemma.lower() not in words(context.language, "cause", "vague") and any(is_content(context.tokens[i]) for i in kept)


def _governed(context: SentenceContext) -> Iterator[Named]:
    """The subject of « provoquer », « conduire à »; the object of « invoquer », « incriminer », « mettre en cause »."""
    tokens = context.tokens
    for i, token in enumerate(tokens):
        if token.pos != "VERB":
            continue
        if token.lemma in words(context.language, "cause", "subject_verbs"):
            subject = child(tokens, i, "nsubj")
            itself = child(tokens, i, "expl") is not None  # « la hausse s'explique par … »: the subject is the effect
            passive = subject is not None and tokens[subject].dep == "nsubj:pass"
            says = child(tokens, i, "ccomp") is not None  # « le rapport explique que … »
            acts = not says and child(tokens, i, "obj", "obl:arg", "xcomp", "obl") is not None
            acts = acts and (token.lemma not in words(context.language, "cause", "compelling") or _leads_to(tokens, i))
            if subject is not None and not itself and not passive and acts and not somebody(tokens, subject, context.language):
                yield _of(context, subject, i)
        blames = token.lemma in words(context.language, "cause", "object_verbs")
        blames = blames or (token.lemma == "mettre" and any(tokens[c].text == "cause" for c in children(tokens, i)))
        thing = child(tokens, i, "obj") if blames else None
        if thing is not None and not somebody(tokens, thing, context.language):
            yield _of(context, thing, i)


def _ways(context: SentenceContext) -> Iterator[Named]:
    """Of what somebody died, where one verb tells both: « s'est noyé », « retrouvé mort étranglé »."""
    tokens = context.tokens
    dying = words(context.language, "cause", "dying") - words(context.language, "cause", "ways")
    for i, token in enumerate(tokens):
        if token.lemma.lower() not in words(context.language, "cause", "ways") or not token.has("VerbForm=Part"):
            continue
        before = tokens[max(0, i - _NEAR_DEATH) : i]
        itself = any(t.text.lower() in {"s'", "se", "s’"} for t in before[-3:])
        if itself or any(t.lemma.lower() in dying for t in before):
            yield Named((i,), holds=not denied(tokens, i, 2))


def _leads_to(tokens: Tokens, verb: int) -> bool:
    """Whether a verb says to what it leads: a deed behind « à », « de », « to », not a door that is pushed or a place where a road ends."""
    behind = range(verb + 1, min(len(tokens), verb + _TO_DEED))
    end = next((i for i in behind if tokens[i].text in {".", ";", ":"}), behind.stop)
    verbs = any(tokens[i].has("VerbForm=Inf") for i in range(verb + 1, end))
    nouns = (i for i in children(tokens, verb) if related(tokens[i], "obl", "nmod") and tokens[i].pos == "NOUN")
    return verbs or any(tokens[i].lemma.lower().endswith(_DEEDS) for i in nouns)


def _reproached(context: SentenceContext) -> Iterator[Named]:
    """What somebody is reproached with, wherever a parser hangs it: « reproche à la société une fuite de données »."""
    tokens = context.tokens
    for i, token in enumerate(tokens):
        if token.lemma not in words(context.language, "cause", "reproaches") or i + 1 == len(tokens):
            continue
        first = next(
            (n for n in range(i + 1, min(len(tokens), i + _TO_WHOM)) if tokens[n].pos == "DET" and tokens[n - 1].pos != "ADP"), None
        )
        relative = first is not None and any(tokens[n].text.lower() in {"qui", "que", "dont"} for n in range(i + 1, first))
        if first is not None and not relative and tokens[i + 1].text.lower() in {"à", "au", "aux"}:
            yield Named(until_stop(tokens, first, nominal=True))


def _by(tokens: Tokens, verb: int) -> Iterator[int]:
    """The nouns that a verb governs by « par », directly or, as parsers have it, through its object or what was hurt."""
    things = [i for i in children(tokens, verb) if related(tokens[i], "obj", "obl")]
    for i in (n for governor in (verb, *things) for n in children(tokens, governor)):
        noun = related(tokens[i], "obl", "nmod") and tokens[i].pos == "NOUN"
        if noun and any(tokens[c].text.lower() in {"par", "by"} for c in children(tokens, i)):
            yield i


def _agents(context: SentenceContext) -> Iterator[Named]:
    """What a passive of harm or change was done by, where that is nobody: « écrasé par la chute d'un arbre »."""
    tokens = context.tokens
    effects = words(context.language, "cause", "effects") | words(context.language, "cause", "subject_verbs")
    for verb, token in enumerate(tokens):
        if token.has("VerbForm=Part") and token.lemma in effects:
            yield from (_of(context, i, verb) for i in _by(tokens, verb) if not somebody(tokens, i, context.language))


def _clefts(context: SentenceContext) -> Iterator[Named]:
    """« C'est X qui a … », where X is nobody and did something to something."""
    tokens = context.tokens
    for i in range(len(tokens) - 3):
        inside = _cleft(tokens, i) if context.language == "fr" else ()
        relative = next((n for n in range(inside[-1] + 1, len(tokens)) if tokens[n].text.lower() == "qui"), 0) if inside else 0
        verb = next((n for n in range(relative + 1, min(len(tokens), relative + 8)) if tokens[n].pos == "VERB"), None)
        acts = verb is not None and any(
            related(tokens[c], "obj", "obl:arg", "iobj") or tokens[c].text.lower() in _OBJECTS
            for c in (*children(tokens, verb), *range(relative + 1, verb))
        )
        if inside and acts and not somebody(tokens, head_of(tokens, inside), context.language):
            yield Named(inside, holds=not any(tokens[n].text.lower() == "pas" for n in range(i, i + 4)))


def _cleft(tokens: Tokens, start: int) -> tuple[int, ...]:
    """The words between « c'est » and « qui », where both are there."""
    if tokens[start].text.lower() not in {"c'", "ce", "c’"}:
        return ()
    copula = next((n for n in range(start + 1, start + 3) if tokens[n].lemma == "être"), None)
    relative = next((n for n in range(start + 3, min(len(tokens), start + _CLEFT)) if tokens[n].text.lower() == "qui"), None)
    if copula is None or relative is None or any(tokens[n].text in {":", ";"} for n in range(copula, relative)):
        return ()
    aside = next((n for n in range(copula, relative) if tokens[n].text == ","), relative)
    if aside < relative and tokens[relative - 1].text != ",":  # « c'est la date, en plein été, qui … »
        return ()
    inside = list(range(copula + 1, aside))
    while inside and tokens[inside[0]].text.lower() in _PUT_IN:
        inside.pop(0)
    return tuple(inside)


def _charges(context: SentenceContext) -> Iterator[Named]:
    """What somebody was arrested or sentenced for: « interpellés pour outrage », « arrêtés après l'incendie d'une école »."""
    tokens = context.tokens
    penal = words(context.language, "cause", "penal")
    for i, token in enumerate(tokens):
        behind = any(tokens[c].text.lower() in {"pour", "for", "après", "after", "over"} for c in children(tokens, i))
        if not behind or token.pos != "NOUN" or token.has("NumType=Card") or token.lemma.lower() in _calendar(context.language):
            continue
        if token.lemma.lower() in words(context.language, "cause", "vague"):  # « a pour sa part été condamné »
            continue
        group = _group(tokens, i)
        above = {tokens[g].lemma for g in (*list(governors(tokens, i))[1:3], *range(max(0, group[0] - 3), group[0]))}
        if above & penal and not any(tokens[n].pos == "NUM" for n in group):  # « pour six mois » says how long
            looked_into = above & penal <= words(context.language, "cause", "inquiries")
            yield Named(until_stop(tokens, group[0], nominal=True), scope=CHARGE if looked_into else "")


def _calendar(language: str) -> frozenset[str]:
    dates = lexicon(language, "dates")
    return frozenset(dates["months"]) | frozenset(dates["weekdays"])


def _blamed(context: SentenceContext) -> Iterator[Named]:
    """What is said to be to blame, the cause or at the origin: « une fuite est à l'origine du feu », « la cause est une fuite »."""
    tokens = context.tokens
    for i in range(len(tokens)):
        if not _names_causes(context, i):
            continue
        near = [tokens[i].head, *children(tokens, i), *children(tokens, tokens[i].head)]
        copula = next((c for c in near if tokens[c].lemma in words(context.language, "cause", "copulas")), None)
        governor = i if child(tokens, i, "nsubj") is not None else tokens[i].head
        subject = child(tokens, governor, "nsubj")
        if copula is None or subject is None:
            continue
        if subject == i and copula > i:  # « la cause du naufrage est une voie d'eau »
            yield Named(until_stop(tokens, copula + 1, nominal=True), not denied(tokens, copula + 2, 2))
        elif subject < i and not somebody(tokens, subject, context.language):
            yield _of(context, subject, governor)


def _names_causes(context: SentenceContext, index: int) -> bool:
    """Whether a word says of something that it is the cause; in « à cause de », « d'origine humaine » it says so of what follows."""
    tokens, token = context.tokens, context.tokens[index]
    before = tokens[index - 1].text.lower() if index else ""
    if before == "en" and index > 1 and tokens[index - 2].text.lower().startswith(("mis", "met")):  # « mis en cause » is accused
        return False
    if tokens[token.head].lemma in words(context.language, "cause", "judging") and related(token, "xcomp", "obj"):
        return False  # « déclaré coupable », « reconnu responsable » is a judgement on somebody
    aimed = any(tokens[c].text.lower() == "pour" for c in children(tokens, index))  # « pas pour de bonnes raisons »
    phrase = aimed or before in {"d'", "d’", "pour"} or (before, token.lemma) in {("à", "cause"), ("en", "raison")}
    if phrase or (token.pos == "VERB" and token.lemma != "blame"):
        return False
    return token.lemma in words(context.language, "cause", "nouns") or _pair(context, index)


def _pair(context: SentenceContext, index: int) -> bool:
    """Whether a noun and what stands beside it name a cause: « point de blocage », "stumbling block"."""
    below = {context.tokens[c].lemma for c in children(context.tokens, index)}
    return any(f"{context.tokens[index].lemma} {w}" in words(context.language, "cause", "noun_pairs") for w in below) or any(
        f"{w} {context.tokens[index].lemma}" in words(context.language, "cause", "noun_pairs") for w in below
    )


def _leads(context: SentenceContext) -> Iterator[Named]:
    """What is thought, or is not, to be the cause: « la piste criminelle », « l'hypothèse d'une erreur », « d'origine électrique »."""
    tokens = context.tokens
    leads, kinds = (words(context.language, "cause", part) for part in ("leads", "kinds"))
    aside = words(context.language, "cause", "setting_aside")
    for i, token in enumerate(tokens):
        origin = token.lemma == "origine" and i and tokens[i - 1].text.lower() in {"d'", "d’"}
        if token.lemma.lower() not in leads and not origin:
            continue
        above = list(governors(tokens, i))[1:3]
        dropped = any(tokens[g].lemma in aside for g in above)
        doubted = any(c.negated for c in clauses(tuple(tokens), context.language) if {c.head, c.top} & {i, *above})
        kind = next((c for c in children(tokens, i) if tokens[c].lemma.lower() in kinds), None)
        named = None if origin else next((c for c in children(tokens, i) if related(tokens[c], "nmod") and tokens[c].pos == "NOUN"), None)
        if kind is not None:
            yield Named((kind,), dropped == doubted)
        elif named is not None:
            yield Named(tuple(_group(tokens, named)), dropped == doubted)


def _by_itself(context: SentenceContext) -> Iterator[Named]:
    """A thing that does harm as it moves or breaks: « un rocher, en se détachant, a emporté la cabane »."""
    tokens = context.tokens
    effects = words(context.language, "cause", "effects")
    for i, token in enumerate(tokens):
        gerund = token.lemma in effects and any(_is_gerund(tokens, c) for c in children(tokens, i))
        subject = child(tokens, i, "nsubj") if gerund else None
        if subject is not None and not somebody(tokens, subject, context.language):
            yield _of(context, subject, i)


def _is_gerund(tokens: Tokens, index: int) -> bool:
    marked = any(tokens[c].text.lower() == "en" for c in children(tokens, index))
    return marked and tokens[index].text.lower().endswith("ant") and related(tokens[index], *_GERUNDS)


def _aimed(context: SentenceContext) -> Iterator[Named]:
    """What somebody left, chose or stopped something for: « a quitté le club afin de se rapprocher des siens »."""
    tokens = context.tokens
    motives, aims = (words(context.language, "cause", part) for part in ("motives", "aims"))
    for i, token in enumerate(tokens):
        done = token.text.lower() in aims and any(t.has("VerbForm=Inf") for t in tokens[i + 1 : i + 4])
        back = _BEFORE_PLAIN_AIM if token.text.lower() in words(context.language, "cause", "plain_aims") else _BEFORE_AIM
        if done and any(t.lemma in motives for t in tokens[max(0, i - back) : i]):
            yield Named(until_stop(tokens, i + 1, nominal=False), scope=PURPOSE)


def _negated(context: SentenceContext, verb: int) -> bool:
    found = clauses(tuple(context.tokens), context.language)
    return any(c.negated for c in found if verb in {c.head, c.top, c.finite})


def _of(context: SentenceContext, noun: int, verb: int) -> Named:
    """A noun with its complements as a cause, unless its clause is denied."""
    return Named(tuple(_group(context.tokens, noun)), not _negated(context, verb))


def _group(tokens: Tokens, head: int) -> list[int]:
    """A noun with its complements, without relative clauses and asides."""
    aside = {i for c in subtree(tokens, head) for i in (c,) if related(tokens[c], "acl:relcl", "appos", "parataxis")}
    cut = {i for a in aside if a != head for i in subtree(tokens, a)}
    return sorted(subtree(tokens, head) - cut)


def _trimmed(context: SentenceContext, inside: tuple[int, ...]) -> list[int]:
    """The words without a preposition, stop or day at their edges, as one unbroken run, at most LONGEST of them."""
    tokens, kept = context.tokens, sorted(inside)
    while kept and (tokens[kept[0]].pos in {"ADP", "PUNCT", "CCONJ"}):
        kept.pop(0)
    days = frozenset(lexicon(context.language, "dates")["weekdays"])
    while kept and (tokens[kept[-1]].pos in {"PUNCT", "ADP", "CCONJ", "DET"} or tokens[kept[-1]].text.lower() in days):
        kept.pop()
    return list(range(kept[0], kept[-1] + 1))[:LONGEST] if kept else []
