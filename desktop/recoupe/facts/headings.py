"""What a row of the comparison is called: the articles' own words around its facts, a gap where they fill in what they state.

A row on the buyer of a paper is headed « … a racheté le journal », one on a toll « blessés graves », one that all agree on a name by that
name. Lemmas would head it « acheter journal », which nobody writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from recoupe.facts.datewords import times
from recoupe.facts.posts import is_function
from recoupe.facts.ranks import PLACE
from recoupe.facts.tree import Tokens, at_span, children, governors, head_of, related, subtree
from recoupe.model import Fact, Name, Parse, Quantity

GAP = "…"
_LONGEST = 12  # words: what a reader takes in at a glance, and a column shows
_STATEMENTS = {"certainty", "polarity"}
_FIGURES = {"quantity", "money", "percent", "duration"}
_TELLING = 2  # words beside the gap: fewer say less than the noun does
_BESIDE = 2  # words that a noun and its adjective may stand apart
_SPREAD = 5  # words that a verb and its auxiliary may stand apart
_EITHER = '"'
_OPENING, _CLOSING = {"«", "“", _EITHER}, {"»", "”", _EITHER}
_QUOTED = 9  # words of a quotation that head a row
_SENTENCE = 4  # words that a quotation has at least
_GROUP = ("aux", "cop", "expl", "fixed")
_NOUNS = {"NOUN", "PROPN"}
_MODIFIERS = ("amod", "flat", "compound", "fixed")
_LEADS = ("case", "det")
_SHORTEST = 4  # letters of a noun that says what somebody is: « Me » says little
_LEADING = {"DET", "ADP"}
_TITLES = {*_NOUNS, *_LEADING, "ADJ"}
_RELATIVES = {"qui", "who", "which", "that"}
_DENIALS = {"ne", "n'", "n’", "pas", "jamais", "guère", "not", "never", "n't"}
_NOT = {"non", "non-"}  # before an adjective: « opérations non urgentes »
_AND_NO_MORE = "plus"  # a denial beside « ne », not in « en plus de »


def heading(facts: Sequence[Fact], parses: Mapping[str, Parse], *, agreed: bool) -> str:
    """The words that head a row, at most some sixty characters; empty where its sentences offer none.

    `agreed` says that the articles agree on it: then a name is its own heading. Otherwise the first of the facts whose words make a
    phrase heads the row: two words or more, or what a figure counts.
    """
    if agreed and isinstance(facts[0].value, Name):
        return max((f.value.shown for f in facts if isinstance(f.value, Name)), key=len)
    if is_function(facts[0].value):
        return facts[0].about  # the person
    sentences = [parses[f.place.article].sentences[f.place.sentence] for f in facts]
    apart = _told_apart(sentences) if agreed and facts[0].kind in _STATEMENTS else frozenset()
    phrases = [worded(f, tokens, apart) for f, tokens in zip(facts, sentences, strict=True)]
    fitting = [
        text
        for fact, text in zip(facts, phrases, strict=True)
        if (1 if _names_itself(fact, text) else 2) <= len(text.replace(GAP, " ").split()) <= _LONGEST
    ]
    return next(iter(fitting or [text for text in phrases if text.strip(GAP + " ")]), "")


def _names_itself(fact: Fact, text: str) -> bool:
    """Whether one word is enough: what a figure counts, what somebody is."""
    return (fact.kind in _FIGURES and GAP not in text) or (_is_person(fact) and text.endswith(f" {GAP}") and text[0].islower())


def _is_person(fact: Fact) -> bool:
    return fact.kind == "name" and isinstance(fact.value, Name) and fact.value.sort == "person"


def _told_apart(sentences: Sequence[Tokens]) -> frozenset[str]:
    """The numbers and places, in small letters, that only some of the sentences have: what all affirm has none of them in its heading."""
    told = [frozenset(t.text.lower() for t in tokens if t.pos == "NUM" or t.entity == "LOC") for tokens in sentences]
    return frozenset(word for words in told for word in words if not all(word in other for other in told))


def worded(fact: Fact, tokens: Tokens, apart: frozenset[str] = frozenset()) -> str:
    """What one fact is about, in words of its sentence, a gap for the words of a statement that are `apart`; empty where it offers none."""
    inside = at_span(tokens, fact.span)
    if not inside:
        return ""
    head = head_of(tokens, inside)
    if _is_person(fact) and (title := _title(tokens, inside[0])):
        return _joined(tokens, {*title, *inside}, frozenset(inside))
    if fact.kind in _FIGURES:
        counted = _counted(tokens, inside, fact.about)
        if counted is not None and _is_measured(fact) and not _joins(tokens, counted, head, inside):
            measured = _gapped(tokens, head, inside)
            if _TELLING <= len(measured.replace(GAP, " ").split()) <= _LONGEST:
                return measured
        if counted is None and fact.kind == "quantity" and fact.scope and fact.about:
            return f"{fact.about} {fact.scope}"  # « dont une grièvement »: its noun stands nowhere
        if counted is not None:
            figure = {i for i in inside if counted not in inside or tokens[i].pos == "NUM"}
            return _joined(tokens, _phrase(tokens, counted) - figure, frozenset())
    if fact.kind in _STATEMENTS:
        own = _clause(tokens, _predicate(tokens, head), lead="nummod")
        helping = {i for i, t in enumerate(tokens) if related(t, "aux") and t.head in own}  # « reconnaît avoir menti »
        kept = own | helping
        return _joined(tokens, kept, frozenset(i for i in kept if tokens[i].text.lower() in apart))
    if fact.kind == "attribution":
        told = _told(tokens, head, fact.about)
        quoted = _quotation(tokens, told)
        return quoted or _joined(tokens, _clause(tokens, told, lead="nummod") - set(inside), frozenset())
    if isinstance(fact.value, Quantity) and fact.value.unit == "rank" and fact.about == PLACE:  # « arrivé … au premier tour »
        return _joined(tokens, {*_around(tokens, head, inside), *subtree(tokens, head)}, frozenset(inside))
    return _gapped(tokens, head, inside)


def _title(tokens: Tokens, first: int) -> Sequence[int]:
    """The words before a name that say what its bearer is: « le maire Paul Roux », « la procureure de Lens, Anne Roux »; none where a
    verb or nothing of the kind stands there.
    """
    apart = first and tokens[first - 1].text == ","
    start = end = first - 1 if apart else first
    while start and tokens[start - 1].pos in _TITLES and end - start < _LONGEST and (apart or tokens[start - 1].pos not in _LEADING):
        start -= 1
        if tokens[start].pos == "DET" and start and tokens[start - 1].pos != "ADP":
            break  # « rappelle mercredi son ambassadeur »
    while start < end and tokens[start].pos in _LEADING:
        start += 1
    held = tokens[start:end]
    said = any(t.pos == "NOUN" and len(t.text) >= _SHORTEST for t in held)
    return range(start, end) if said and not any(t.text.isdigit() for t in held) else ()


def _gapped(tokens: Tokens, head: int, inside: Sequence[int]) -> str:
    """What a value stands in, a gap in its place; no other figure, which would read as if it were its own, and nothing past a semicolon."""
    first = max((i + 1 for i in range(inside[0]) if tokens[i].text == ";"), default=0)
    last = next((i for i in range(inside[-1], len(tokens)) if tokens[i].text == ";"), len(tokens))
    near = (i for i in _around(tokens, head, inside) if first <= i < last)
    around = {i for i in near if tokens[i].pos != "NUM" and not tokens[i].text.isdigit()}
    return _joined(tokens, around | set(inside), frozenset(inside))


def _joins(tokens: Tokens, noun: int, head: int, inside: Sequence[int]) -> bool:
    """Whether a noun and a figure hang together without a verb between: « une dette de 300 euros », « six mois de prison »."""
    return noun in inside or tokens[noun].head in inside or noun in governors(tokens, head)


def _is_measured(fact: Fact) -> bool:
    """Whether a figure measures: its noun may stand across a verb from it."""
    return fact.kind in _FIGURES and isinstance(fact.value, Quantity) and fact.value.unit not in {"", "rank", "year"}


def _predicate(tokens: Tokens, index: int) -> int:
    """The word that makes the statement which a word stands in: its verb, or what it says that something is."""
    for at in governors(tokens, index):
        if related(tokens[at], "aux", "cop"):
            return tokens[at].head
        if tokens[at].pos in {"VERB", "AUX"} or any(related(tokens[i], "cop") for i in children(tokens, at)):
            return at
    return index


def _told(tokens: Tokens, source: int, about: str) -> int:
    """The word that makes the statement which a source is credited with: a verb of it that does not govern the source, if there is one."""
    above, lemmas = set(governors(tokens, source)), set(about.split())
    verbs = [i for i, t in enumerate(tokens) if t.pos in {"VERB", "AUX"} and t.lemma.lower() in lemmas]
    own = [_predicate(tokens, i) for i in verbs if i not in above]
    return next(iter([*own, *verbs]), source)


def _quotation(tokens: Tokens, told: int) -> str:
    """How the quotation begins that a word stands in, in quotation marks; empty where it stands in none, or in a word or two."""
    first = next((i for i in range(told, -1, -1) if tokens[i].text in _OPENING), None)
    last = next((i for i in range(told, len(tokens)) if tokens[i].text in _CLOSING), None)
    if first is None or last is None or any(tokens[i].text in _CLOSING - _OPENING for i in range(first, told)):
        return ""
    if tokens[first].text == _EITHER and sum(t.text == _EITHER for t in tokens[: first + 1]) % 2 == 0:  # it closed one
        return ""
    inside = range(first + 1, last)
    shown = _joined(tokens, inside[:_QUOTED], frozenset())
    return f"« {shown}{f' {GAP}' if len(inside) > _QUOTED else ''} »" if len(inside) >= _SENTENCE else ""


def _counted(tokens: Tokens, inside: Sequence[int], about: str) -> int | None:
    """The noun that a figure counts: the nearest to it of the words it is about, the first of them before the others."""
    for lemma in about.split():
        found = [i for i, t in enumerate(tokens) if t.lemma.lower() == lemma and t.pos in _NOUNS]
        if found:
            return min(found, key=lambda i: (abs(i - inside[-1]), i))
    return None


def _around(tokens: Tokens, head: int, inside: Sequence[int]) -> set[int]:
    """What a value stands in: the noun it belongs to, or the clause."""
    governor = tokens[head].head
    if governor == head:
        return _clause(tokens, head) | set(inside)
    if tokens[governor].pos in _NOUNS and not related(tokens[head], "conj") and not _only_dates(tokens, head):
        leads = {i for i in children(tokens, head) if related(tokens[i], *_LEADS)}
        return _phrase(tokens, governor) | leads | set(inside)
    verb = _predicate(tokens, governor)
    branch = _branch(tokens, head, verb)
    leads = {i for c in (branch, head) for i in children(tokens, c) if related(tokens[i], "case")}
    return _clause(tokens, verb, branch) | leads | set(inside)


def _branch(tokens: Tokens, index: int, top: int) -> int:
    """The word under `top` that `index` hangs on."""
    before = index
    for at in governors(tokens, index):
        if at == top:
            break
        before = at
    return before


def _clause(tokens: Tokens, verb: int, wanted: int | None = None, lead: str = "") -> set[int]:
    """A verb with what makes it a statement: its auxiliaries and denial, its subject, and the complement that tells most.

    `wanted` is the complement that must be among them, by the word that governs it; `lead` what may stand before a noun beside articles.
    """
    governed = {i: tokens[i].text.lower() for i in _governed(tokens, verb)}
    denials = _DENIALS | ({_AND_NO_MORE} if _DENIALS & set(governed.values()) else set())
    kept = {verb, *(i for i, word in governed.items() if related(tokens[i], *_GROUP) or word in denials)}
    if verb - min(kept) <= _SPREAD:
        kept |= set(range(min(kept), verb))
    later = [i for label in ("obj", "xcomp", "obl") for i in children(tokens, verb) if i > verb and related(tokens[i], label)]
    for i in dict.fromkeys([*_subject(tokens, verb), *([wanted] if wanted is not None else []), *later[:1]]):
        before = (*_LEADS, "mark", lead) if i > verb else ("det", lead)
        phrase = _phrase(tokens, i, before)
        kept |= phrase if len(kept | phrase) <= _LONGEST else _phrase(tokens, i, before, depth=0)
    return kept


def _governed(tokens: Tokens, verb: int) -> list[int]:
    """What hangs on a verb or, as parsers will have it, on its auxiliary."""
    own = list(children(tokens, verb))
    return own + [i for aux in own if related(tokens[aux], "aux", "cop") for i in children(tokens, aux)]


def _subject(tokens: Tokens, verb: int) -> list[int]:
    """The subject of a verb: what « qui » stands for, and for the second of two verbs that of the first; at most one."""
    own = next((i for i in _governed(tokens, verb) if related(tokens[i], "nsubj")), None)
    if own is None:
        return _subject(tokens, tokens[verb].head) if related(tokens[verb], "conj") and tokens[verb].head != verb else []
    relative = related(tokens[verb], "acl") and tokens[own].text.lower() in _RELATIVES
    return [tokens[verb].head if relative else own]


def _phrase(tokens: Tokens, noun: int, lead: tuple[str, ...] = (), *, depth: int = 1) -> set[int]:
    """A noun with what names it closer: its adjectives, and one complement unless `depth` is 0; before it, what `lead` relates to it."""
    beside = (i for i in children(tokens, noun) if related(tokens[i], *_MODIFIERS) and abs(i - noun) <= _BESIDE)
    told = [i for i in beside if not _only_dates(tokens, i)]
    kept = {noun, *told, *(i - 1 for i in told if i and tokens[i - 1].text.lower() in _NOT)}
    kept |= {i for i in children(tokens, noun) if i < noun and related(tokens[i], *lead)}
    before = noun - 1
    while "nummod" in lead and before >= 0 and tokens[before].pos == "NUM":
        kept.add(before)
        before -= 1
    behind = (i for i in children(tokens, noun) if i > noun and related(tokens[i], "nmod", "obj") and tokens[i].pos in _NOUNS)
    nearest = next((i for i in behind if not _only_dates(tokens, i)), None)
    if nearest is not None and any(t.pos == "CCONJ" for t in tokens[noun + 1 : nearest]):
        nearest = None  # « 3 200 personnes et compte 450 producteurs »: what follows belongs to the next
    if not depth or nearest is None:
        return kept
    deeper = int(tokens[nearest].has("NumType=Card"))  # « millions d'euros »: the noun that counts says nothing alone
    return kept | _phrase(tokens, nearest, (*_LEADS, *({"nummod"} & set(lead))), depth=deeper)


def _only_dates(tokens: Tokens, index: int) -> bool:
    """Whether a word is a day, a month or a part of the day that a parser hung on the noun before it, of which it says nothing:
    « arrêté trois hommes mardi », « dix classes en juin »; not « l'incendie de mardi ».
    """
    case = next((tokens[i].text.lower() for i in children(tokens, index) if related(tokens[i], "case")), "")
    return tokens[index].text in times("fr") | times("en") and case not in {"de", "d'", "du", "of"}


def _joined(tokens: Tokens, kept: Iterable[int], gap: frozenset[int]) -> str:
    """The words in their order, spaced as in the article; the gap once for all that it covers."""
    text, last = "", -2
    for i in _trimmed(tokens, sorted(kept), gap):
        if i in gap:
            if not text.endswith(GAP):
                text += (" " if text and not _elided(tokens[last].text) else "") + GAP
        elif any(map(str.isalnum, tokens[i].text)) or (last == i - 1 and tokens[i].text in {"-", "'", "’"}):
            touching = last == i - 1 and last not in gap and tokens[last].span.end == tokens[i].span.start
            text += ("" if not text or touching or (last not in gap and _elided(tokens[last].text)) else " ") + tokens[i].text
        else:
            continue
        last = i
    return text


def _trimmed(tokens: Tokens, kept: Sequence[int], gap: frozenset[int]) -> Sequence[int]:
    """The words without those at the end that would lead on to something left out."""
    end = len(kept)
    while end and kept[end - 1] not in gap and tokens[kept[end - 1]].pos in {"ADP", "DET", "SCONJ", "CCONJ"}:
        end -= 1
    return kept[:end]


def _elided(word: str) -> bool:
    return word.endswith(("'", "’"))
