"""What a sentence states as the case or not, firmly or not: one assertion for each clause."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from recoupe.facts.clauses import Clause, clauses, none
from recoupe.facts.counted import degree_of, degree_told
from recoupe.facts.kind import Found, Ruling, SentenceContext
from recoupe.facts.lexicon import lexicon, words
from recoupe.facts.outlook import outlook
from recoupe.facts.speakers import says_of_feeling
from recoupe.facts.stance import has_hedging_phrase, is_question
from recoupe.facts.tree import Tokens, child, children, infinitive, is_content, related, run
from recoupe.facts.unstated import LACKING, SET_PHRASES, unreal, unstated
from recoupe.model import COMING, Assertion, Verdict

INTENDED = "+"  # between a verb of wanting and what is wanted, in a statement's verb
REDUCED = "reduced"  # the scope of a statement that only a participle makes
_PREFIXES = {"in", "im", "il", "ir", "un", "dis", "anti", "non-"}
_ADJECTIVES = (
    "able",
    "ible",
    "ant",
    "ent",
    "eux",
    "if",
    "el",
    "al",
    "ique",
    "ace",
    "ain",
    "aire",
    "ect",
    "plet",
    "ide",
    "ite",
    "ul",
    "ful",
    "ive",
    "ous",
)
_TOWARDS = {"à", "au", "aux", "for", "to"}
_PLACE = {"lieu", "place"}
_WHEN = {"début", "milieu", "fin", "cours"}
_WHOLE = {"fr": {"tout", "toute", "tous", "toutes"}, "en": {"any", "all"}}
_NEAR_VERB = 2  # words from « grièvement » to « blessé »
_TO_VERB = 7  # words from « question » to what is out of it
_NONE = {"fr": {"aucun", "aucune", "sans", "nul", "nulle", "zéro"}, "en": {"no", "without", "zero"}}


def assertions(context: SentenceContext) -> Iterator[tuple[bool, Found]]:
    """Each clause that states something itself: whether it is hedged, and the fact it is.

    A verb that only introduces speech states nothing, and no more does a question.
    """
    tokens = context.tokens
    if is_question(context):
        return
    whole = has_hedging_phrase(context)
    for clause in clauses(tokens, context.language):
        if _only_reports(tokens, clause, context.language) or unstated(tokens, clause, context.language):
            continue
        hedged = bool(clause.hedge) or (whole and tokens[clause.top].dep == "root")
        value = Assertion(_content(tokens, clause, context.language), not clause.negated)
        kind = "certainty" if hedged else "polarity"
        coming = COMING if outlook(tokens, clause.group, context.language) == COMING else ""
        yield hedged, Found(run(tokens, clause.group), value, _about(tokens, clause), kind, scope=REDUCED if clause.reduced else coming)


def denials(context: SentenceContext) -> Iterator[Found]:
    """What the sentence denies without a verb, or by one that only says that there is none: « aucun blessé n'est à déplorer »."""
    negated = [c for c in clauses(context.tokens, context.language) if c.negated]
    yield from (found for c in negated if _exists(context, c) for found in _absent(context, c))
    yield from (_no_noun(context, c.subject) for c in negated if c.subject is not None and _undone(context, c))
    yield from _ruled_out(context)
    yield from _unthinkable(context)
    yield from _missing(context, frozenset(i for c in negated for i in (*c.group, c.subject, c.object) if i is not None))


def _exists(context: SentenceContext, clause: Clause) -> bool:
    """Whether a clause only says that something is there: « il y a », « on compte », « n'est à déplorer »."""
    tokens = context.tokens
    verbs = {
        tokens[clause.head].lemma.lower(),
        *(tokens[i].lemma.lower() for i in children(tokens, clause.head) if related(tokens[i], "xcomp")),
    }
    impersonal = any(related(tokens[i], "expl") for i in children(tokens, clause.top))
    there = verbs & words(context.language, "polarity", "there")
    return bool(verbs & words(context.language, "polarity", "existing")) or (bool(there) and impersonal)


def _undone(context: SentenceContext, clause: Clause) -> bool:
    """Whether a clause says that what its subject names is not done: « aucun licenciement n'aura lieu », « la fermeture n'est pas
    envisagée »; not « le retour n'est pas prévu avant lundi », which denies the day alone.
    """
    tokens = context.tokens
    subject = clause.subject
    if subject is None or tokens[subject].lemma.lower() not in _deverbal(context.language):
        return False
    near = [i for verb in {clause.top, clause.head} for i in children(tokens, verb)]
    verbs = {tokens[clause.head].lemma.lower(), *(tokens[i].lemma.lower() for i in near if related(tokens[i], "xcomp"))}
    held = bool(verbs & words(context.language, "polarity", "there")) and any(tokens[i].lemma.lower() in _PLACE for i in near)
    if not held and not verbs & words(context.language, "polarity", "occurring"):
        return False
    plain = {*_PLACE, *words(context.language, "polarity", "negators"), "ne", "n'", "n’"}
    beside = {i for i in near if tokens[i].text.lower() not in plain}
    limited = any((related(tokens[i], "obl", "advcl") and i > clause.head) or related(tokens[i], "advmod") for i in beside)
    return not limited or bool(none(tokens, subject))


def _absent(context: SentenceContext, clause: Clause) -> Iterator[Found]:
    """The nouns that a clause says there are none of."""
    tokens = context.tokens
    near = [i for i in (clause.subject, clause.object, *children(tokens, clause.head)) if i is not None]
    nouns = {i for i in near if tokens[i].pos == "NOUN" or (related(tokens[i], "conj") and tokens[i].pos in {"NOUN", "VERB", "ADJ"})}
    nouns = {n for n in nouns if not any(related(tokens[i], "aux") for i in children(tokens, n))}  # « …, ont indiqué les pompiers »
    for noun in sorted(n for n in nouns if related(tokens[n], "nsubj", "obj", "conj", "obl:arg")):
        yield _no_noun(context, noun)


def _no_noun(context: SentenceContext, noun: int) -> Found:
    """The denial of a noun, from its determiner on."""
    first = min((i for i in children(context.tokens, noun) if i < noun), default=noun)
    lemma = _noun(context.tokens, noun, context.language)
    return Found(run(context.tokens, range(first, noun + 1)), Assertion(lemma, holds=False), lemma, "polarity")


def _ruled_out(context: SentenceContext) -> Iterator[Found]:
    """The nouns that a clause sets aside whole: « exclut tout licenciement », « a refusé toute négociation »."""
    tokens = context.tokens
    aside = words(context.language, "polarity", "denials")
    for clause in clauses(tokens, context.language):
        if clause.negated or clause.hedge or tokens[clause.head].lemma.lower() not in aside:
            continue
        for noun in (i for i in (clause.subject, clause.object) if i is not None and tokens[i].pos == "NOUN"):
            whole = next((i for i in children(tokens, noun) if tokens[i].text.lower() in _WHOLE[context.language]), None)
            if whole is not None:
                lemma = _noun(tokens, noun, context.language)
                yield Found(run(tokens, (*clause.group, whole, noun)), Assertion(lemma, holds=False), lemma, "polarity")


def _unthinkable(context: SentenceContext) -> Iterator[Found]:
    """What is out of the question: « pas question de reporter la fête », « il est hors de question de vendre »."""
    tokens = context.tokens
    for i, token in enumerate(tokens[:-2]):
        before = {t.text.lower() for t in tokens[max(0, i - 2) : i]}
        if token.text.lower() != "question" or not before & {"pas", "plus", "hors", "aucunement", "nullement"}:
            continue
        verb = next((n for n in range(i + 1, min(len(tokens), i + _TO_VERB)) if tokens[n].has("VerbForm=Inf")), None)
        if verb is None or not any(t.text.lower() in {"de", "d'"} for t in tokens[i + 1 : verb]):
            continue
        thing = child(tokens, verb, "obj", "obl:arg")
        said = " ".join([_verb(tokens, verb, context.language), *([tokens[thing].lemma.lower()] if thing is not None else [])])
        yield Found(run(tokens, range(max(0, i - 1), verb + 1)), Assertion(said, holds=False), said, "polarity")


def _noun(tokens: Tokens, index: int, language: str) -> str:
    """A noun's lemma, or the verb behind one made of a participle, « blessé », or of a deed, with its object: « suppression de postes »."""
    lemma = tokens[index].lemma.lower()
    if lemma.endswith("é"):
        return lemma[:-1] + "er"
    what = child(tokens, index, "nmod", "obl")
    deed = _deed(tokens, index, language)
    return " ".join([deed or lemma, *([tokens[what].lemma.lower()] if deed and what is not None and tokens[what].pos == "NOUN" else [])])


def _deed(tokens: Tokens, noun: int, language: str) -> str:
    """The verb behind a noun of what is done, with what stands under it where that makes the meaning: « remise en liberté »."""
    known, lemma = _deverbal(language), tokens[noun].lemma.lower()
    below = (f"{lemma} {tokens[i].lemma.lower()}" for i in children(tokens, noun))
    return next((known[phrase] for phrase in below if phrase in known), known.get(lemma, ""))


@cache
def _deverbal(language: str) -> dict[str, str]:
    """The verbs behind nouns of what is done: « suppression »."""
    return dict(lexicon(language, "polarity").get("deverbal", {}))


def states(context: SentenceContext) -> Iterator[Found]:
    """What an adjective beside a noun says of it, where another word says the contrary: « son conducteur, indemne, »."""
    tokens, known = context.tokens, words(context.language, "polarity", "states")
    for i, token in enumerate(tokens):
        head = token.head
        if token.lemma.lower() in known and head != i and related(token, "amod", "appos", "acl") and tokens[head].pos in {"NOUN", "PROPN"}:
            about = f"{tokens[head].lemma.lower()} {token.lemma.lower()}"
            yield Found(token.span, Assertion(f"{token.lemma.lower()} {tokens[head].lemma.lower()}"), about, "polarity", scope=REDUCED)


def judge_assertions(left: Assertion, right: Assertion) -> Ruling:
    """Whether two statements of the same matter hold together; how firmly they stand is judged beside."""
    opposed = relation(left.what.split(" ")[0], right.what.split(" ")[0]) == "contrary"
    if left.holds and right.holds and _otherwise(left.what, right.what):
        return Verdict.CONTRADICTION, "contrary"
    if (left.holds == right.holds) != opposed:
        return Verdict.AGREEMENT, "same_statement"
    return Verdict.CONTRADICTION, "contrary" if opposed else "denied"


def _otherwise(left: str, right: str) -> bool:
    """Whether two statements tell how badly somebody was hurt, each otherwise: « grièvement blessé », « légèrement blessé »."""
    ours, theirs = ({d for w in what.split(" ")[1:] if (d := degree_of(w))} for what in (left, right))
    return bool(ours and theirs) and not ours & theirs


@lru_cache(maxsize=1 << 16)
def relation(left: str, right: str) -> str:
    """How two verbs stand to each other: "same", "like", "contrary" or nothing known."""
    if left == right:
        return "same"
    if INTENDED in left and INTENDED in right:  # who wants two things wants nothing alike
        left, right = left.partition(INTENDED)[2], right.partition(INTENDED)[2]
        return relation(left, right)
    ours, theirs = _senses().get(left, frozenset()), _senses().get(right, frozenset())
    if any((line, not side) in theirs for line, side in ours) or _prefixed(left, right) or _prefixed(right, left):
        return "contrary"
    return "like" if ours & theirs else ""


def _prefixed(one: str, other: str) -> bool:
    """Whether an adjective is another with a prefix that denies it: « inefficace », « irrecevable », "unstable"."""
    return one.endswith(_ADJECTIVES) and other.endswith(one) and other.removesuffix(one) in _PREFIXES


@cache
def _senses() -> dict[str, frozenset[tuple[str, bool]]]:
    """For each verb of the lines of contraries: the lines it stands in, and on which side. Both languages share the senses."""
    senses: dict[str, set[tuple[str, bool]]] = {}
    for language in ("fr", "en"):
        for line in lexicon(language, "polarity")["contrary"]:
            for side in ("one", "other"):
                for verb in line[side]:
                    senses.setdefault(_plain(verb), set()).add((line["sense"], side == "one"))
        for line in lexicon(language, "polarity")["alike"]:
            for verb in line["words"]:
                senses.setdefault(_plain(verb), set()).add((f"like {line['sense']}", True))
    return {verb: frozenset(found) for verb, found in senses.items()}


def _plain(verb: str) -> str:
    """A verb of the lexicon as statements have it: without its pronoun, its particle joined."""
    return verb.removeprefix("s'").removeprefix("se ").replace(" ", "_")


@cache
def _idioms(language: str) -> dict[tuple[str, str], str]:
    """Verb and noun of a set phrase, and the verb that says the same."""
    found: dict[tuple[str, str], str] = {}
    for meaning, phrases in lexicon(language, "polarity")["idioms"].items():
        found |= {(verb, noun): meaning for verb, _, noun in (p.partition(" ") for p in phrases)}
    return found


def _only_reports(tokens: Tokens, clause: Clause, language: str) -> bool:
    """Whether a clause is but the frame of what somebody said."""
    lemma = tokens[clause.head].lemma
    if lemma not in words(language, "stance", "reporting", "verbs") and not says_of_feeling(tokens, clause.head, language):
        return False
    governed = [
        *children(tokens, clause.head),
        *(n for i in children(tokens, clause.head) if related(tokens[i], "xcomp") for n in children(tokens, i)),
    ]
    frames = any(related(tokens[i], "ccomp") for i in governed)  # « croit savoir que » frames as « sait que » does
    return frames or related(tokens[clause.top], "parataxis") or (clause.subject is not None and clause.subject > clause.head)


def _content(tokens: Tokens, clause: Clause, language: str) -> str:
    """The verb first, then whom and what it concerns, as lemmas."""
    parts = [_idiom(tokens, clause.head, language) or _verb(tokens, clause.head, language) + _wanted(tokens, clause.head, language)]
    parts += [tokens[i].lemma.lower() for i in (clause.subject, clause.object) if i is not None and is_content(tokens[i])]
    how = (
        tokens[i].text.lower() for i in children(tokens, clause.head) if tokens[i].pos == "ADV" and degree_told(tokens[i].text, language)
    )
    return " ".join([*parts, *how])


def _wanted(tokens: Tokens, head: int, language: str) -> str:
    """What a verb of wanting leads to, joined to it: « veut concurrencer » says something else than « veut partir », « appelle à la
    reprise » something else than « appelle à poursuivre ».
    """
    lemma = tokens[head].lemma.lower()
    aim = None
    if lemma in words(language, "polarity", "calling"):
        aims = (i for i in children(tokens, head) if i > head and related(tokens[i], "obl", "xcomp", "ccomp", "advcl"))
        aim = next((i for i in aims if any(tokens[c].text.lower() in _TOWARDS for c in children(tokens, i))), None)
    elif lemma in words(language, "polarity", "ordering"):
        aim = child(tokens, head, "obj")
    if aim is not None:
        verb = _verb(tokens, aim, language) if tokens[aim].pos == "VERB" else _deed(tokens, aim, language)
        return f"{INTENDED}{verb}" if verb else ""
    inner = child(tokens, head, "xcomp", "ccomp") if tokens[head].lemma.lower() in words(language, "polarity", "wanting") else None
    return f"{INTENDED}{_verb(tokens, inner, language)}" if inner is not None and tokens[inner].has("VerbForm=Inf") else ""


def _idiom(tokens: Tokens, head: int, language: str) -> str:
    """The verb that says in one word what a set phrase says: « ont perdu la vie » is « mourir »."""
    verb, known = tokens[head].lemma.lower(), _idioms(language)
    below = [i for c in children(tokens, head) for i in (c, *children(tokens, c)) if c > head and tokens[i].pos in {"NOUN", "PROPN"}]
    pairs = (f"{tokens[one].lemma.lower()} {tokens[other].lemma.lower()}" for one in below for other in below if one < other)
    if whole := next((known[verb, pair] for pair in pairs if (verb, pair) in known), ""):  # « mettre la clé sous la porte »
        return whole
    for i in children(tokens, head):
        near = related(tokens[i], "obj", "obl", "advmod", "xcomp", "nmod") or tokens[i].dep == "nsubj:pass"
        said = known.get((verb, tokens[i].text.lower())) or known.get(
            (verb, tokens[i].lemma.lower())
        )  # « fermer ses portes », « la porte »
        if near and not _times(tokens, i) and said:
            return said
        led = (
            next((known.get((verb, tokens[c].text.lower())) for c in children(tokens, i) if related(tokens[c], "case")), None)
            if near
            else None
        )
        if led and tokens[i].pos in {"NOUN", "PROPN", "PRON"}:  # « ont voté contre le texte »
            return led
    return known.get((verb, ""), "")


def _times(tokens: Tokens, noun: int) -> bool:
    """Whether a noun says when, as « en fin de journée », which puts an end to nothing."""
    told = tokens[noun].lemma.lower() in _WHEN and child(tokens, noun, "nmod") is not None
    return told and any(related(tokens[i], "case") for i in children(tokens, noun))


def _about(tokens: Tokens, clause: Clause) -> str:
    """Whom and what the clause concerns and its verb, in the order of the sentence."""
    near = {clause.head, *(i for i in (clause.subject, clause.object) if i is not None)}
    near |= {i for i in children(tokens, clause.head) if related(tokens[i], "obl", "xcomp")}
    return " ".join(tokens[i].lemma.lower() for i in sorted(near) if is_content(tokens[i]))


def _verb(tokens: Tokens, head: int, language: str) -> str:
    """A predicate's lemma: with its particle in English; of a French form that the model left as it stands (« quitte »), the infinitive."""
    token, lemma = tokens[head], tokens[head].lemma.lower()
    if language == "en":
        particle = child(tokens, head, "compound:prt")
        return lemma if particle is None else f"{lemma}_{tokens[particle].lemma.lower()}"
    case = child(tokens, head, "case") if token.pos == "NOUN" else None
    if case is not None and (phrase := f"{tokens[case].lemma.lower()}_{lemma}") in _senses():  # « hors service », « en panne »
        return phrase
    if lemma.endswith("i") and lemma == token.text.lower() and token.has("VerbForm=Part"):  # « consenti »
        return lemma + "r"
    if lemma.rstrip("es").endswith("enu") and lemma == token.text.lower():  # « abstenue », « obtenus »
        return lemma[: lemma.rindex("enu")] + "enir"
    if (
        token.pos == "NOUN" and lemma.endswith("é") and head and tokens[head - 1].text.lower() == "avoir"
    ):  # « accusée d'avoir empoisonné », not « ont eu congé »
        return lemma[:-1] + "er"
    return infinitive(token)


def _missing(context: SentenceContext, spoken: frozenset[int]) -> Iterator[Found]:
    """What a phrase without a verb of its own denies: « aucun blessé », « pas une vitre », « sans licenciement »."""
    tokens = context.tokens
    without = any(unreal(tokens, c, context.language) for c in clauses(tokens, context.language))
    for i, token in enumerate(tokens):
        text = token.text.lower()
        after = [t.text.lower() for t in tokens[i + 1 : i + 3]]
        pair = text == "pas" and bool(after) and (after[0] in {"un", "une", "de", "d'"} or after[1:] == ["moindre"])
        if not (text in _NONE[context.language] or pair):
            continue
        noun = next((n for n in range(i + 1, min(len(tokens), i + 5)) if tokens[n].pos == "NOUN"), None)
        if noun is None or any(tokens[n].text in {",", ".", ";", ":"} for n in range(i, noun)) or {i, noun} & spoken:
            continue
        if text in LACKING and tokens[i + 1].text.lower() in {*SET_PHRASES, "que", "qu'", "qu’"}:
            continue
        if text in LACKING and (_conditions(tokens, noun) or without):
            continue
        yield Found(
            run(tokens, range(i, noun + 1)),
            Assertion(_noun(tokens, noun, context.language), holds=False),
            tokens[noun].lemma.lower(),
            "polarity",
        )


def _conditions(tokens: Tokens, noun: int) -> bool:
    """Whether what is lacking sets a condition: « sans loi, il n'y a rien », « sans ce mur, la pluie aurait tout emporté »."""
    verb = tokens[noun].head
    if verb <= noun:
        return False
    around = [tokens[verb], *(tokens[i] for i in children(tokens, verb))]
    return any(t.has("Mood=Cnd") or t.text.lower() in {"n'", "n’", "ne", "not", "n't", "would"} for t in around)
