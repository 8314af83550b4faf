"""On whose word a sentence speaks: the people and bodies it credits."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from recoupe.facts.kind import SentenceContext
from recoupe.facts.lexicon import words
from recoupe.facts.names import normal
from recoupe.facts.speakers import among, among_before, behind, can_speak, closes_quote, grown, name_beside, speaks, subject_group
from recoupe.facts.tree import Tokens, child, children, head_of, related, run, subtree
from recoupe.model import Span

_LEARNED_NEAR = 7  # words from « appris » to the body behind « auprès de »
_BY_NEAR = 8  # words from a participle to its « par »
_COUNT_NEAR = 5  # words from a verb of counting to its number
_FAR_FROM_DO = 4  # words from « faire » to what is done
_QUOTE_NEAR = 9  # words from a reporting verb to the quotation it opens
_THEN = {"puis", "et", "mais", "then"}  # whatever a parser takes it for
_NOBODY = {"personne", "nul", "aucun", "aucune", "nobody", "no"}
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
    introduced source; `words` are the source's own. What stands before the word at `begins` is not said on its word: « le maire a ouvert la
    séance et a annoncé que … ».
    """

    span: Span
    shown: str
    key: str
    verb: int
    words: tuple[int, ...]
    person: bool = False
    begins: int = 0


def sources(context: SentenceContext) -> tuple[Source, ...]:
    """Everyone the sentence credits, in order, each once."""
    told = (*_introduced(context), *_speakers(context), *_agents(context), *_unnamed(context))
    found = {s.span: s for s in told or _minded(context)}
    kept: list[Source] = []
    civil = words(context.language, "names", "civilities")
    for span in sorted(s for s in found if found[s].shown.lower() not in civil):
        if not any(k.span.overlaps(span) for k in kept):
            kept.append(found[span])
    return tuple(kept)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    told = words(language, "stance", "reporting", "introducers")
    told |= {f"{w[:-1]}{end}" for w in told if w.endswith(" de") and language == "fr" for end in ("u", "es", "'")}
    introducers = sorted(told, key=lambda w: (-len(w), w))
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
        introducer = re.sub(r" d(?:u|es|')$", " de", introducer)
        if introducer == "auprès de" and not _learned(context, start):
            continue  # « a réagi Mme Martin auprès de l'AFP » says who was told
        kept = _itself(tokens, start, introducer) or grown(tokens, start, context.language)
        if not kept or (introducer in weak and not can_speak(tokens, kept, context.language)):
            continue
        kept = _giver(context, head_of(tokens, kept)) or kept
        head = head_of(tokens, kept)
        figure = tokens[kept[0]].pos == "NUM" or tokens[kept[0]].lemma.lower() == "affaire"
        if introducer == "chiffre de" and figure:  # « avance le chiffre de 40 % de grévistes », « le chiffre d'affaires »
            continue
        if tokens[head].lemma.lower() in words(context.language, "stance", "reporting", "measures"):
            continue
        found.append(source_of(context, kept, tokens[head].head))
    return found


def _giver(context: SentenceContext, head: int) -> list[int]:
    """Who gave what somebody goes by: « selon le bilan fourni par la préfecture »; nobody where it is no paper, or where none is told."""
    tokens = context.tokens
    if tokens[head].lemma.lower() not in words(context.language, "stance", "reporting", "papers"):
        return []
    given = (i for i in children(tokens, head) if i > head and related(tokens[i], "acl", "amod") and tokens[i].has("VerbForm=Part"))
    return next((kept for i in given for by in sorted(_by(tokens, i)) if (kept := _behind_by(context, by))), [])


def _learned(context: SentenceContext, start: int) -> bool:
    """Whether a verb before says that something was learned: « a-t-on appris mardi auprès de la préfecture »."""
    before = context.tokens[max(0, start - _LEARNED_NEAR) : start]
    return any(t.lemma in words(context.language, "stance", "reporting", "learning") for t in before)


def _itself(tokens: Tokens, start: int, introducer: str) -> list[int]:
    """The source that its introducer names itself: « de source policière », « de même source »."""
    if not introducer.endswith(("source", "sources")):
        return []
    own = [i for i in range(max(0, start - 2), start) if tokens[i].text.lower() in {"même", "bonne", "source", "sources"}]
    named = grown(tokens, own[-1], "fr") if own and tokens[start].pos == "ADJ" else []
    return [*own, *(i for i in named if i not in own)]


def _speakers(context: SentenceContext) -> list[Source]:
    """Subjects of reporting verbs: « le maire affirme que … », « …, a déclaré le maire »."""
    tokens = context.tokens
    found: list[Source] = []
    deeds, forms = words(context.language, "stance", "reporting", "deeds"), spoken_forms(context.language)
    for i, token in enumerate(tokens):
        if not speaks(tokens, i, context.language, forms) or _does(tokens, i):
            continue
        if token.has("VerbForm=Part") and token.has("Tense=Past") and not _helped(tokens, i) and not _is_present(context, i):
            continue  # « la société, appelée X, … » says nothing
        own = child(tokens, i, "nsubj")
        if own is not None and token.has("VerbForm=Part") and token.has("Tense=Pres") and tokens[i - 1].text == ",":
            own = child(tokens, token.head, "nsubj")  # « X nie son implication, affirmant que … »
        subject = _shared_subject(tokens, i) if own is None else own
        if subject is not None and _is_spoken_of(context, subject, i):
            continue
        # between a subject and its verb an aside stands between two commas; one comma alone closes what is said
        inverted = own is None or own > i or sum(t.text == "," for t in tokens[own:i]) < 2 or closes_quote(tokens, i)
        closing = behind(tokens, i, context.language)
        kept = closing or (_as_told(context, i) if inverted else [])
        if not inverted and (token.lemma in deeds or not any(tokens[n].entity == "PER" for n in kept)):
            kept = []
        before = subject is not None and tokens[subject].pos in {"NOUN", "PROPN"} and not any(t.text in _QUOTES for t in tokens[subject:i])
        if not kept and subject is not None and before and reports(context, i, subject):
            kept = subject_group(tokens, subject, context.language)
        if not kept or _is_told_of(tokens, kept, i) or tokens[kept[0]].text.lower() in _NOBODY:
            continue
        if can_speak(tokens, kept, context.language) or _says(context, i, kept) or (kept == closing and _closes(context, i, kept)):
            source = source_of(context, kept, i)
            shared = own is None and subject in kept
            if not (shared and any(s.span == source.span for s in found)):  # « a assuré que … et a précisé que … » is one
                found.append(replace(source, begins=_opening(tokens, i)) if shared else source)
    return found


def _shared_subject(tokens: Tokens, verb: int) -> int | None:
    """The subject of the verb before, where « et » joins a second one to it: « a ouvert la séance et a annoncé que … »."""
    first = tokens[verb].head
    if not related(tokens[verb], "conj") or first >= verb or tokens[first].pos not in {"VERB", "AUX"}:
        return None
    joined = any(related(tokens[i], "cc") for i in children(tokens, verb)) or tokens[_opening(tokens, verb) - 1].text.lower() in _THEN
    return child(tokens, first, "nsubj") if joined and not any(t.text in _QUOTES for t in tokens[first:verb]) else None


def _opening(tokens: Tokens, verb: int) -> int:
    """Where the second of two joined verbs begins, with its helpers and its « et »."""
    return min((i for i in children(tokens, verb) if i < verb and related(tokens[i], "aux", "expl", "cc", "advmod")), default=verb)


def _does(tokens: Tokens, verb: int) -> bool:
    """Whether « faire » says nothing, as it does in « fait savoir », « fait état de »."""
    telling = {"savoir", "valoir", "état", "part", "observer", "remarquer", "comprendre", "entendre", "allusion", "référence", "mention"}
    near = (t.text.lower() for t in tokens[verb + 1 : verb + _FAR_FROM_DO])
    quotes = any(t.text == ":" and after.text in _QUOTES for t, after in zip(tokens[verb:], tokens[verb + 1 :], strict=False))
    return tokens[verb].lemma == "faire" and not quotes and not any(text in telling for text in near)


def _is_told_of(tokens: Tokens, kept: list[int], verb: int) -> bool:
    """Whether a group is what somebody else speaks of: « elle "salue le courage des agents" »."""
    head = head_of(tokens, kept)
    subject = child(tokens, verb, "nsubj")
    if tokens[head].head != verb or not related(tokens[head], "obj") or subject is None or subject in kept or subject > verb:
        return False
    between = [t.text for t in tokens[subject:verb]]  # a parser may take what stands before a stop for the subject
    closed = '"' in between and sum(t.text == '"' for t in tokens[:verb]) % 2 == 0
    return tokens[subject].pos in {"NOUN", "PROPN"} and not closed and not {",", "»", "”"} & set(between)


def _says(context: SentenceContext, verb: int, kept: list[int]) -> bool:
    """Whether a verb of saying makes a source of whatever noun it has for subject: « les curistes ont raconté que … »."""
    tokens = context.tokens
    head = head_of(tokens, kept)
    own = tokens[head].head == verb and related(tokens[head], "nsubj", "obj") and tokens[head].pos == "NOUN"
    if not own or tokens[verb].lemma not in words(context.language, "stance", "reporting", "saying"):
        return False
    told = any(related(tokens[i], "ccomp") and tokens[i].has("VerbForm=Fin") for i in children(tokens, verb))
    return told or closes_quote(tokens, verb)


def _closes(context: SentenceContext, verb: int, kept: list[int]) -> bool:
    """Whether a verb that only says something closes a sentence with whoever says it: « …, certifie le prestataire »."""
    tokens = context.tokens
    idle = words(context.language, "stance", "reporting", "deeds")
    follows = kept[0] == verb + 1 and tokens[kept[0]].pos == "DET" and tokens[head_of(tokens, kept)].pos == "NOUN"
    end = kept[-1] + 1
    closed = end >= len(tokens) or tokens[end].text in {".", ",", ";", "!", "?", "…", "»"}
    return follows and closed and tokens[verb].lemma not in idle and tokens[verb].pos == "VERB"


def _is_spoken_of(context: SentenceContext, subject: int, verb: int) -> bool:
    """Whether a verb's subject says nothing: what is entrusted or revealed, or so many bodies that number something themselves."""
    tokens = context.tokens
    if tokens[subject].dep == "nsubj:pass" and subject < verb:
        return tokens[verb].has("VerbForm=Part")
    told = tokens[verb].lemma in _COUNTING and any(t.pos == "NUM" for t in tokens[verb + 1 : verb + _COUNT_NEAR])
    return told and tokens[subject].lemma in {"pourcent", "pour-cent", "percent", "%"}


def _is_present(context: SentenceContext, index: int) -> bool:
    """Whether a form that a parser took for a participle is none: « certifie », « estiment »."""
    text = context.tokens[index].text.lower()
    return context.language == "fr" and text.endswith(("e", "ent")) and not text.endswith("ée") and text in spoken_forms("fr")


def _as_told(context: SentenceContext, verb: int) -> list[int]:
    """Who stands behind the verb of « comme l'a révélé X », « ainsi que le rapporte X »."""
    tokens = context.tokens
    before = {tokens[i].text.lower() for i in range(max(0, verb - 5), verb)}
    if context.language != "fr" or not before & {"comme", "ainsi"} or not before & {"l'", "le", "l’"} or verb + 1 == len(tokens):
        return []
    return grown(tokens, verb + 1, context.language)


def _helped(tokens: Tokens, participle: int) -> bool:
    """Whether an auxiliary stands with a participle."""
    near = (*children(tokens, participle), *range(max(0, participle - 3), participle))
    return any(tokens[i].pos == "AUX" or tokens[i].lemma in {"avoir", "être", "have", "be"} for i in near)


def _agents(context: SentenceContext) -> list[Source]:
    """Who stands behind the participle of a reporting verb: « le chiffre avancé par le syndicat », « annoncé mardi par le parquet »."""
    tokens, found = context.tokens, []
    verbs = words(context.language, "stance", "reporting", "verbs") - words(context.language, "stance", "reporting", "deeds")
    for i, token in enumerate(tokens):
        active = any(related(tokens[c], "aux:tense") and tokens[c].lemma == "avoir" for c in children(tokens, i))
        passive = any(tokens[c].dep == "aux:pass" for c in children(tokens, i))
        if token.has("VerbForm=Part") and token.lemma in verbs and (passive or not active):  # « a dénoncé la mort de civils par l'armée »
            found += [source_of(context, kept, i) for by in _by(tokens, i) if (kept := _behind_by(context, by))]
    return found


def _by(tokens: Tokens, participle: int) -> set[int]:
    """Each « par » that belongs to a participle: as a parser hangs it, or near it with no verb or stop between."""
    hung = {n for c in children(tokens, participle) for n in children(tokens, c) if related(tokens[n], "case")}
    near = range(participle + 1, min(len(tokens) - 1, participle + _BY_NEAR))
    end = next((n for n in near if tokens[n].pos in {"PUNCT", "VERB", "AUX"}), near.stop)
    return {n for n in (*hung, *range(participle + 1, end)) if tokens[n].text.lower() in {"par", "by"}}


def _behind_by(context: SentenceContext, by: int) -> list[int]:
    """The speaker behind « par »; nobody behind « par rapport à »."""
    tokens = context.tokens
    set_phrase = tokens[by + 1].text.lower() == "rapport" if by + 1 < len(tokens) else True
    kept = [] if set_phrase else grown(tokens, by + 1, context.language)
    return kept if kept and can_speak(tokens, kept, context.language) else []


def _unnamed(context: SentenceContext) -> list[Source]:
    """Those among whom somebody speaks: « chez X, on dénonce … », « …, murmure-t-on à la mairie », « a-t-on appris auprès de X »."""
    tokens, found = context.tokens, []
    verbs = words(context.language, "stance", "reporting", "verbs")
    for i, token in enumerate(tokens if context.language == "fr" else ()):
        if token.text.lower() not in {"on", "-on", "-t-on"}:
            continue
        near = [n for n in (*range(i - 1, max(-1, i - 4), -1), *range(i + 1, min(len(tokens), i + 4))) if tokens[n].text != "-t"]
        verb = next((n for n in near if tokens[n].lemma in verbs or tokens[n].text.lower() in spoken_forms("fr")), None)
        kept = [] if verb is None else among(tokens, max(i, verb) + 1) if token.text.startswith("-") else among_before(tokens, i)
        if verb is not None and kept and can_speak(tokens, kept, "fr"):
            found.append(source_of(context, kept, verb))
    return found


def _minded(context: SentenceContext) -> list[Source]:
    """Whose view a sentence gives that begins « Pour Me Untel, … », « Pour les experts, … »: a person or body, and a clause behind it."""
    tokens = context.tokens
    first = next((i for i, t in enumerate(tokens) if t.text not in {"«", '"', "•", "-", "–", "—"}), None)
    if first is None or tokens[first].text != "Pour" or context.language != "fr":
        return []
    kept = grown(tokens, first + 1, "fr")
    end = kept[-1] + 1 if kept else len(tokens)
    states = any(tokens[i].has("VerbForm=Fin") for i in range(end, len(tokens)))
    head = tokens[head_of(tokens, kept)] if kept else tokens[first]
    person = any(tokens[i].entity == "PER" for i in kept)
    judges = {head.lemma.lower(), head.text.lower()} & words("fr", "stance", "reporting", "minded")
    one = bool(kept) and tokens[kept[0]].text.lower() in {"le", "la", "l'", "son", "sa"}
    body = one and head.lemma.lower() in words("fr", "stance", "reporting", "source_nouns")
    limited = any(tokens[i].lemma.lower() in {"seul", "seule"} for i in kept)  # « Pour la seule commune de Lens, la facture … »
    if limited or not ((person or judges or body) and states and end < len(tokens) and tokens[end].text == ","):
        return []
    return [source_of(context, kept, tokens[head_of(tokens, kept)].head)]


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


def reports(context: SentenceContext, verb: int, subject: int) -> bool:
    """Whether a verb that can report does so here: it governs a clause, stands behind what is said, quotes, counts, or tells a thing."""
    tokens = context.tokens
    if _has_only(tokens, verb):
        return False
    governed = [i for c in (verb, child(tokens, verb, "xcomp")) if c is not None for i in children(tokens, c)]
    clause = any(related(tokens[i], "ccomp", "parataxis") for i in governed) or _says_of_itself(context, verb)
    back = subject > verb or (tokens[verb].head != verb and related(tokens[verb], "parataxis"))
    quoted = any(t.text in _QUOTES for t in tokens[verb : verb + _QUOTE_NEAR])
    counts = tokens[verb].lemma in _COUNTING and any(
        related(tokens[i], "obj", "obl") and any(tokens[c].pos == "NUM" for c in subtree(tokens, i))
        for i in (children(tokens, verb) if tokens[verb].lemma == "compter" else governed)
    )
    tells = tokens[verb].lemma in words(context.language, "stance", "reporting", "telling") and any(
        related(tokens[i], "obj") for i in governed
    )
    set_phrase = {"état", "part", "savoir"}
    phrase = any(related(tokens[i], "obj") and tokens[i].text.lower() in set_phrase for i in governed)
    phrase = phrase or (tokens[verb].lemma == "faire" and any(t.text.lower() in set_phrase for t in tokens[verb + 1 : verb + 3]))
    return clause or back or quoted or counts or tells or phrase or any(tokens[i].text == ":" for i in governed)


def _has_only(tokens: Tokens, verb: int) -> bool:
    """Whether « compter » tells what somebody has: « la ville ne compte que 12 policiers »."""
    near = [t.text.lower() for t in tokens[max(0, verb - 3) : verb + 3]]
    limited = bool({"ne", "n'"} & set(near)) and bool({"que", "qu'", "plus"} & set(near))
    return tokens[verb].lemma == "compter" and limited


def _says_of_itself(context: SentenceContext, verb: int) -> bool:
    """Whether a verb of saying governs an infinitive: « dit vouloir saisir la justice », « assure ne rien savoir »."""
    tokens = context.tokens
    inner = child(tokens, verb, "xcomp", "ccomp", "obj")
    itself = tokens[verb].lemma in words(context.language, "stance", "reporting", "with_infinitive")
    return itself and inner is not None and any(tokens[i].has("VerbForm=Inf") for i in (inner, *children(tokens, inner)))


def _before_origin(tokens: Tokens, kept: list[int]) -> list[int]:
    """The words of a source without those of whom it has it from: « a appris Le Monde de sources syndicales »."""
    origin = next((n for n, i in enumerate(kept) if n and tokens[i].text.lower() in {"source", "sources"}), 0)
    return kept[: origin - 1] if origin > 1 and tokens[kept[origin - 1]].text.lower() in {"de", "d'"} else kept


def _before_bracket(tokens: Tokens, kept: list[int]) -> list[int]:
    """The words of a source without a bracket behind them, as an acronym stands in: « Les Républicains (LR) »."""
    opened = next((i for i in range(kept[0] + 1, kept[-1] + 1) if tokens[i].text == "("), None)
    if opened is None or any(tokens[i].text == ")" for i in range(opened, kept[-1])):
        return kept
    return [i for i in kept if i < opened]


def source_of(context: SentenceContext, kept: list[int], verb: int) -> Source:
    """The source that some words name, with the name set behind them."""
    tokens = context.tokens
    kept = _before_bracket(tokens, _before_origin(tokens, kept))
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
        noun = any(tokens[i].pos == "NOUN" for i in kept)
        without = [tokens[i].text for i in kept if tokens[i].pos in {"ADJ", "VERB"}]  # « la nouvelle élue »
        key = normal(" ".join(tokens[i].lemma for i in kept if tokens[i].pos in {"NOUN", "ADJ"}) if noun else " ".join(without))
    return Source(span, context.article.quote(span), key, verb, tuple(kept), bool(person))
