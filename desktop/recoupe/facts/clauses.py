"""The clauses of a sentence: what is said of whom, whether it is denied, and how firmly it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from recoupe.facts.bare import Bare, bare, denies
from recoupe.facts.lexicon import words
from recoupe.facts.slips import meant
from recoupe.facts.tree import Tokens, child, children, infinitive, related
from recoupe.model import Token

_HELPERS = {
    "fr": {
        "rester",
        "demeurer",
        "devenir",
        "aller",
        "venir",
        "pouvoir",
        "devoir",
        "falloir",
        "risquer",
        "sembler",
        "paraître",
        "finir",
        "avoir",
        "révéler",
        "avérer",
        "déclarer",
    },
    "en": {"go", "seem", "appear", "stay", "remain", "become", "prove"},
}
_GROUP = ("aux", "cop", "expl", "compound:prt")
_FINITE = ("Mood=Ind", "Mood=Cnd", "Mood=Sub", "VerbForm=Fin")
_EMPHASIS = 5  # words from « bel » to the verb
_ALONE = {"pouvoir", "savoir", "oser"}  # verbs that « ne » denies by itself
_LATER = {"tard", "tôt", "loin", "haut", "bas"}  # behind « plus » that denies nothing
_NO = {"aucun", "aucune", "nul", "nulle", "no"}
_FAR = 4  # words from « loin de » to the verb
_FIRST_PERSON = {"je", "j'", "nous", "i", "we"}


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate with its helpers.

    `head` is the index of the word that carries the meaning (the participle, the infinitive behind a modal, the noun behind a copula),
    `finite` that of the word that carries mood, `top` that of the word that governs them both. `hedge` is a code, empty where the clause
    is asserted; `reduced` marks a participle that stands for a clause.
    """

    head: int
    finite: int
    top: int
    group: tuple[int, ...]
    subject: int | None
    object: int | None
    negated: bool
    hedge: str
    reduced: bool = False


@lru_cache(maxsize=8)
def clauses(tokens: tuple[Token, ...], language: str) -> tuple[Clause, ...]:
    """Every finite clause, and every infinitive or participle that stands for one (« le plan, activé mardi »), in order."""
    beside = {c.head: c for b in bare(tokens, language, lambda i: _negated(tokens, i, i, language)) for c in [_beside(tokens, b, language)]}
    taken = {i for c in beside.values() for i in (c.head, c.top)}
    outer = (i for i in range(len(tokens)) if i not in taken and not _is_inner(tokens, i, language))
    found = [clause for i in outer if (clause := _clause(tokens, i, language)) is not None]
    heads = {c.head for c in found}  # « a décidé de suspendre » is one clause, not that and « suspendre »
    return tuple(sorted([*found, *(c for c in beside.values() if c.head not in heads)], key=lambda c: c.top))


def _beside(tokens: Tokens, found: Bare, language: str) -> Clause:
    """An infinitive or participle as a clause: of the subject, and as firm, as the verb it hangs on."""
    governor = found.governor
    helpers = [i for i in children(tokens, governor) if related(tokens[i], *_GROUP)]
    finite = _finite(tokens, (*helpers, governor))
    own = child(tokens, found.head, "nsubj")
    charged = child(tokens, governor, "obj") if found.open else None  # « accuse le comptable d'avoir menti »
    if charged is not None and charged != found.head and tokens[charged].pos in {"NOUN", "PROPN"} and own is None:
        own = charged if found.head not in children(tokens, charged) else None
    return Clause(
        head=found.head,
        finite=found.head if finite is None else finite,
        top=found.head,
        group=found.group,
        subject=_antecedent(tokens, governor, child(tokens, governor, "nsubj", "csubj")) if own is None else own,
        object=child(tokens, found.head, "obj", "obl:arg", "ccomp"),
        negated=found.denied,
        hedge="verb" if found.open else _hedge(tokens, governor, governor, finite, language) if finite is not None else "",
    )


def _helping(token: Token, language: str) -> bool:
    return (infinitive(token) if language == "fr" else token.lemma) in _HELPERS[language]


def _is_inner(tokens: Tokens, index: int, language: str) -> bool:
    """Whether a verb is the second half of « va fermer », « pourrait être »: its helper's clause speaks for it."""
    token = tokens[index]
    head = tokens[token.head]
    return related(token, "xcomp") and token.head != index and _helping(head, language) and token.pos in {"VERB", "AUX", "ADJ", "NOUN"}


def _clause(tokens: Tokens, top: int, language: str) -> Clause | None:
    token = tokens[top]
    if related(token, "aux", "cop", "case", "mark", "fixed") or (token.text.lower() == "bel" and _set_phrase(tokens, top)):
        return None
    helpers = [i for i in children(tokens, top) if related(tokens[i], *_GROUP)]
    finite = _finite(tokens, (*helpers, top))
    if finite is None and (emphasis := _emphasis(tokens, top)) is not None:
        helpers, finite = [emphasis, *helpers], emphasis
    participle = token.pos in {"VERB", "ADJ"} and token.has("VerbForm=Part") and token.has("Tense=Past")
    placed = any(related(tokens[i], "obl", "obj", "advmod", "xcomp") for i in children(tokens, top))
    reduced = finite is None and participle and placed and related(token, "acl", "advcl", "conj", "root", "parataxis", "appos")
    reduced = reduced or (finite is None and placed and _set_off(tokens, top))
    if finite is None and not reduced:
        return None
    head, group = top, [*helpers, top]
    state = _state(tokens, top, language)
    leads = state is not None or _refuses(tokens, top, language) or _helping(token, language) or _carries_out(tokens, top, language)
    if leads and (inner := _inner(tokens, top) if state is None else state) is not None:
        head = inner
        helped = [i for i in children(tokens, inner) if related(tokens[i], *_GROUP)]
        finite = _finite(tokens, helped) if finite is None else finite  # « le nouveau venu aurait fermé », read as « venu … fermé »
        reduced = reduced and finite is None
        group += [inner, *helped]
    group += [i for g in (top, head) for i in children(tokens, g) if tokens[i].has("Polarity=Neg")]
    group += _none(tokens, (top, head))
    finite = top if finite is None else finite
    subject = (
        child(tokens, top, "nsubj", "csubj") if child(tokens, top, "nsubj", "csubj") is not None else child(tokens, head, "nsubj", "csubj")
    )
    return Clause(
        head=head,
        finite=finite,
        top=top,
        group=tuple(sorted(set(group))),
        subject=_antecedent(tokens, top, subject),
        object=child(tokens, head, "obj", "obl:arg", "ccomp"),
        negated=_denied(tokens, top, head, language),
        hedge=_hedge(tokens, top, head, finite, language) or _left_open(tokens, top, language),
        reduced=reduced,
    )


def _none(tokens: Tokens, verbs: Iterable[int]) -> list[int]:
    """The subject that denies its clause by itself: « aucun mandat n'a été délivré »."""
    subjects = (i for verb in verbs for i in children(tokens, verb) if related(tokens[i], "nsubj"))
    return [n for i in subjects if (denying := none(tokens, i)) for n in (*denying, i)]


def none(tokens: Tokens, noun: int) -> list[int]:
    """The words beside a noun that say there is none of it."""
    return [i for i in children(tokens, noun) if tokens[i].text.lower() in _NO]


def _set_phrase(tokens: Tokens, index: int) -> bool:
    return [t.text.lower() for t in tokens[index : index + 3]] == ["bel", "et", "bien"]


def _emphasis(tokens: Tokens, verb: int) -> int | None:
    """The helper before « bel et bien », which parsers part from its verb: « ont bel et bien été prévenus »."""
    bel = (
        next((i for i in range(max(1, verb - _EMPHASIS), verb) if _set_phrase(tokens, i)), None)
        if tokens[verb].has("VerbForm=Part")
        else None
    )
    return bel - 1 if bel is not None and tokens[bel - 1].pos == "AUX" else None


def _set_off(tokens: Tokens, index: int) -> bool:
    """Whether an adjective is a participle between commas, and so says what befell somebody: « une employée, touchée à la main, »."""
    token = tokens[index]
    verbal = token.pos == "ADJ" and token.lemma.endswith(("er", "ir", "re")) and token.lemma != token.text.lower()
    return verbal and related(token, "amod") and index > 0 and tokens[index - 1].text == ","


def _state(tokens: Tokens, verb: int, language: str) -> int | None:
    """The adjective that tells how somebody came out of it: « a été retrouvé vivant », « est sorti indemne »."""
    if tokens[verb].lemma not in words(language, "polarity", "ending"):
        return None
    known = words(language, "polarity", "states")
    return next((i for i in children(tokens, verb) if i > verb and tokens[i].lemma.lower() in known), None)


def _inner(tokens: Tokens, verb: int) -> int | None:
    """What a helping verb leads to: « va fermer », « s'est révélé négatif », where parsers may see an object."""
    inner = child(tokens, verb, "xcomp")
    if inner is not None and not tokens[inner].has("VerbForm=Inf"):  # « n'a pas jugé utile d'activer »
        inner = next((i for i in children(tokens, verb) if related(tokens[i], "xcomp") and tokens[i].has("VerbForm=Inf")), inner)
    told = child(tokens, verb, "obj") if inner is None else None
    return told if told is not None and tokens[told].pos == "ADJ" else inner


def _refuses(tokens: Tokens, verb: int, language: str) -> bool:
    """Whether a verb says that what it governs is not done: « refuse de payer », "has yet to sign"."""
    unmet = language == "en" and tokens[verb].lemma == "have" and any(tokens[c].text.lower() == "yet" for c in children(tokens, verb))
    return unmet or tokens[verb].lemma in words(language, "polarity", "refusing")


def _carries_out(tokens: Tokens, verb: int, language: str) -> bool:
    """Whether a verb says that what it governs is done, or, denied, is not: « accepte de reporter », « n'a pas jugé utile d'activer »."""
    led = any(related(tokens[i], "xcomp") and tokens[i].has("VerbForm=Inf") for i in children(tokens, verb))
    deemed = tokens[verb].lemma in words(language, "polarity", "deeming") and _negated(tokens, verb, verb, language)
    return led and (deemed or tokens[verb].lemma in words(language, "polarity", "doing"))


def _denied(tokens: Tokens, top: int, head: int, language: str) -> bool:
    """Whether a clause says that its matter is not so, by itself or by the verb it hangs on."""
    if head != top and _refuses(tokens, top, language):
        return not _doubled(tokens, top)
    far = any(tokens[i].text.lower() in {"loin", "far"} for i in range(max(0, head - _FAR), head))  # « est loin d'être fermé »
    denier = _denier(tokens, top, language)
    turned = denier is not None and not _negated(tokens, denier, denier, language)
    without = language == "fr" and _is_without(tokens, top)
    return ((_negated(tokens, top, head, language) or without) != far) != turned


def _is_without(tokens: Tokens, top: int) -> bool:
    """Whether a clause stands behind « sans que »: what it tells was not so."""
    own = {i for i in children(tokens, top) if i < top} | {top}
    own |= {c for i in own if i != top for c in children(tokens, i) if c < top}
    first = min(own)
    lead = " ".join(t.text.lower() for t in tokens[max(0, first - 3) : first + 3])
    return "sans que " in f"{lead} " or "sans qu' " in f"{lead} "


def _denier(tokens: Tokens, top: int, language: str) -> int | None:
    """The verb that denies a clause: the one it hangs on, or the one just before its « que » or its helper, wherever a parser hangs it."""
    governor = tokens[top].head
    if any(t.text == ";" for t in tokens[min(governor, top) : max(governor, top)]):
        return None
    if governor != top and related(tokens[top], "ccomp", "csubj", "xcomp") and _excludes(tokens, top, governor, language):
        return governor
    if governor != top and related(tokens[top], "ccomp") and denies(tokens, governor, language):
        return governor
    opens = [i for i in children(tokens, top) if tokens[i].text.lower() in {"que", "qu'", "that"} or tokens[i].has("VerbForm=Inf")]
    before = min(opens, default=0) - 1
    return before if before >= 0 and before < top and denies(tokens, before, language) else None


def _excludes(tokens: Tokens, top: int, governor: int, language: str) -> bool:
    """Whether what governs a clause rules it out: « il est faux que », « il est faux de dire que », « exclut que l'homme ait agi »."""
    false = words(language, "stance", "hedge", "false")
    if tokens[governor].lemma.lower() in false or (
        tokens[governor].has("VerbForm=Inf") and tokens[tokens[governor].head].lemma.lower() in false
    ):
        return True
    subjunctive = any(tokens[i].has("Mood=Sub") for i in (top, *children(tokens, top)))
    return subjunctive and tokens[governor].lemma.lower() in words(language, "stance", "hedge", "excluding")


def _finite(tokens: Tokens, among: Iterable[int]) -> int | None:
    """The first of these words that carries mood."""
    return next((i for i in among if any(tokens[i].has(f) for f in _FINITE) and tokens[i].pos in {"VERB", "AUX"}), None)


def _antecedent(tokens: Tokens, top: int, subject: int | None) -> int | None:
    """The noun a relative clause speaks of, where its subject is a relative pronoun, or where a participle has none."""
    own = tokens[top]
    relative = subject is None or tokens[subject].text.lower() in {"qui", "who", "which", "that"}
    if relative and related(own, "acl", "amod") and own.head != top:
        return own.head
    return subject


def _negated(tokens: Tokens, top: int, head: int, language: str) -> bool:
    """« ne » with a second word, wherever that stands; « ne … que » and an expletive « ne » deny nothing."""
    near = [i for g in (top, head) for i in children(tokens, g)]
    negators = words(language, "polarity", "negators")
    below = {i for n in near for i in (n, *children(tokens, n))}
    if language != "fr":
        return any(tokens[i].text.lower() in negators or tokens[i].has("Polarity=Neg") for i in below)
    if _second_half(tokens, top, near) or _never(tokens, min(top, head)):
        return True
    start = min(i for i in (top, head, *near) if i >= min(top, head) - 4)
    before = range(max(0, start - 2), max(top, head))
    particle = next((i for i in (*near, *before) if tokens[i].text.lower() in {"n'", "ne"} and i < max(top, head)), None)
    if particle is None:
        return any(tokens[i].text.lower() == "pas" and not _is_step(tokens, i) and not _apart(tokens, i, head) for i in near)
    behind = range(particle + 1, min(len(tokens), max(top, head, particle) + 3))
    denied = any(tokens[i].text.lower() in negators and not _restricts(tokens, i) for i in {*below, *behind})
    return denied or _lone_ne(tokens, particle, max(top, head))


def _never(tokens: Tokens, verb: int) -> bool:
    """Whether « jamais » stands right before a verb and denies it: « un accord jamais signé »; not « à jamais », « plus que jamais »."""
    before = tokens[verb - 2].text.lower() if verb > 1 else ""
    return verb > 0 and tokens[verb - 1].text.lower() == "jamais" and before not in {"à", "que", "si"}


def _second_half(tokens: Tokens, top: int, near: Sequence[int]) -> bool:
    """Whether a verb is the second of « n'a ni confirmé ni infirmé »."""
    return related(tokens[top], "conj") and any(tokens[i].text.lower() == "ni" and i < top for i in near)


def _lone_ne(tokens: Tokens, particle: int, head: int) -> bool:
    """Whether « ne » denies alone: « n'a pu être sauvé », « ne peuvent rentrer »; not « ne peut que constater »."""
    between = [t for t in tokens[particle + 1 : head + 1] if t.pos in {"VERB", "AUX"}]
    able = any(infinitive(t) in _ALONE for t in between)
    return able and not any(t.text.lower() in {"que", "qu'", "qu’"} for t in tokens[particle + 1 : head + 2])


def _restricts(tokens: Tokens, negator: int) -> bool:
    """Whether a second word of « ne » denies nothing with the next: « ne … plus que deux », « ne … pas seulement », « ne … pas moins »."""
    text, after = tokens[negator].text.lower(), tokens[negator + 1].text.lower() if negator + 1 < len(tokens) else ""
    more = text == "plus" and after in {"que", "qu'", "qu’", *_LATER}
    return more or (text == "pas" and after in {"seulement", "uniquement", "moins"})


def _apart(tokens: Tokens, one: int, other: int) -> bool:
    """Whether a stop stands between two words: « Pas de panique, le bus est maintenu »."""
    return any(tokens[i].text in {",", ":", ";", "."} for i in range(min(one, other), max(one, other)))


def _is_step(tokens: Tokens, pas: int) -> bool:
    """Whether « pas » is the noun, whatever a parser takes it for: « une trace de pas a été relevée »."""
    return pas > 0 and (tokens[pas].pos == "NOUN" or tokens[pas - 1].pos == "DET" or tokens[pas - 1].text.lower() in {"de", "faux"})


def _hedge(tokens: Tokens, top: int, head: int, finite: int, language: str) -> str:
    """The code of what weakens a clause: "conditional", "modal", "adverb", "verb", or nothing."""
    near = {i for g in (top, head) for i in children(tokens, g)}
    helpers = {tokens[i].lemma.lower() for i in (top, *(n for n in near if related(tokens[n], "aux")))}
    modals = words(language, "stance", "hedge", "modals")
    conditional = tokens[finite].has("Mood=Cnd")
    if language == "fr" and conditional and not _spared(tokens, top, finite, head):
        return "modal" if helpers & modals else "conditional"
    if language == "en" and helpers & modals and not under_condition(tokens, top, language):
        return "modal"
    adverbs = words(language, "stance", "hedge", "adverbs")
    if any(tokens[i].lemma.lower() in adverbs or meant(tokens[i].text.lower(), adverbs) in adverbs for i in near):
        return "adverb"
    verbs = words(language, "stance", "hedge", "verbs")
    if tokens[top].lemma in verbs and top != head:
        return "verb"
    governor = tokens[top].head
    if governor != top and related(tokens[top], "xcomp", "ccomp") and tokens[governor].lemma in verbs:
        return "verb"
    return "verb" if _doubted(tokens, top, language) else ""


def _doubted(tokens: Tokens, top: int, language: str) -> bool:
    """Whether a clause hangs on a doubt, on a confirmation that is withheld or on a rumour: « doute que », « ne confirme pas que »,
    « refuse de confirmer que », « rien ne prouve que », « la rumeur selon laquelle ».
    """
    governor = tokens[top].head
    if any(tokens[i].text.lower() in {"laquelle", "lequel"} and child(tokens, i, "case") is not None for i in children(tokens, top)):
        return tokens[governor].lemma.lower() in words(language, "stance", "hedge", "hearsay")
    que = next((i for i in children(tokens, top) if tokens[i].text.lower() in {"que", "qu'", "qu’"}), 0)
    doubts = words(language, "stance", "hedge", "doubts")
    if que > 1 and tokens[que - 1].text.lower() in doubts and tokens[que - 2].pos not in {"DET", "ADP"}:  # whatever a parser takes it for
        return True
    if governor == top or not related(tokens[top], "ccomp"):
        return False
    lemma = tokens[governor].lemma.lower()
    if lemma in words(language, "stance", "hedge", "doubting"):
        return not _negated(tokens, governor, governor, language)
    if _left_open(tokens, governor, language):  # « n'exclut pas qu'il se soit enfui »
        return True
    withheld = _negated(tokens, governor, governor, language) or _refuses(tokens, tokens[governor].head, language)
    return lemma in words(language, "stance", "hedge", "confirming") and withheld


def _doubled(tokens: Tokens, top: int) -> bool:
    """Whether a refusal is itself denied: « ne refuse pas de payer », « ne cesse de critiquer »."""
    before = range(max(0, top - 3), top)
    return any(tokens[i].text.lower() in {"ne", "n'", "not", "n't", "never"} for i in (*before, *children(tokens, top)))


def _left_open(tokens: Tokens, top: int, language: str) -> str:
    """A clause that denies a denial leaves its matter open: « n'exclut pas de saisir la cour », "has not ruled out"."""
    open_verbs = words(language, "stance", "hedge", "excluding")
    return "verb" if tokens[top].lemma in open_verbs and _negated(tokens, top, top, language) else ""


def _spared(tokens: Tokens, top: int, finite: int, head: int) -> bool:
    """Whether a conditional is no hearsay: under a condition, a courtesy, or a future seen from the past."""
    if under_condition(tokens, top, "fr"):
        return True
    subject = child(tokens, top, "nsubj")
    polite = words("fr", "stance", "hedge", "polite")
    if tokens[head].lemma in polite and subject is not None and tokens[subject].text.lower() in _FIRST_PERSON:
        return True
    governor = tokens[top].head
    if governor > top:  # what is said first, and who says it behind, is no indirect speech: « il souffrirait …, a indiqué le club »
        return False
    simple = finite == top or not related(tokens[finite], "aux:tense")
    reminding = tokens[governor].lemma in words("fr", "stance", "hedge", "reminding")
    modal = tokens[top].lemma in words("fr", "stance", "hedge", "modals") and not reminding
    return governor != top and related(tokens[top], "ccomp") and simple and not modal and _is_past(tokens, governor)


def _is_past(tokens: Tokens, verb: int) -> bool:
    return (
        tokens[verb].has("Tense=Imp")
        or (tokens[verb].has("Tense=Past") and tokens[verb].has("VerbForm=Fin"))
        or any(related(tokens[i], "aux:tense") and tokens[i].has("Mood=Ind") for i in children(tokens, verb))
        or _beside_past(tokens, verb)
    )


def _beside_past(tokens: Tokens, verb: int) -> bool:
    """Whether a participle or infinitive tells of what a past verb does: « a promis …, ajoutant que », « a fait savoir que »."""
    token = tokens[verb]
    bare = token.has("VerbForm=Inf") or (token.has("VerbForm=Part") and token.has("Tense=Pres"))
    return bare and token.head != verb and _is_past(tokens, token.head)


def under_condition(tokens: Tokens, top: int, language: str) -> bool:
    """Whether a clause hangs on a condition; « si l'on en croit X » credits X and is none."""
    conditions = words(language, "stance", "hedge", "condition")
    credit = words(language, "stance", "hedge", "credit")
    return any(
        related(tokens[i], "advcl")
        and tokens[i].lemma.lower() not in credit
        and any(
            (related(tokens[m], "mark", "fixed") or tokens[m].pos in {"SCONJ", "ADP"})
            and (tokens[m].lemma.lower() in conditions or tokens[m].text.lower() in conditions or _provided(tokens, m))
            for m in children(tokens, i)
        )
        for i in children(tokens, top)
    )


def _provided(tokens: Tokens, que: int) -> bool:
    """Whether a « que » belongs to « à moins que », « à condition que »."""
    return que > 1 and tokens[que].text.lower() in {"que", "qu'", "qu’"} and tokens[que - 1].text.lower() in {"moins", "condition"}
