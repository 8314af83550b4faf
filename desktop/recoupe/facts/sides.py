"""A fact with its surroundings, ready to be held against another: computed once, compared often."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile

from recoupe.facts.counted import fates
from recoupe.facts.lexicon import words
from recoupe.facts.names import key_of, seats
from recoupe.facts.outlook import outlook
from recoupe.facts.parts import each_gets, share_of
from recoupe.facts.posts import Post, is_function, post_of
from recoupe.facts.tree import Tokens, at_span, children, governors, head_of, is_content, related, subtree
from recoupe.facts.trends import trend
from recoupe.model import Article, Fact, Name, Parse, Period, Place, Quantity, Role

_LIST = 3  # names that make an enumeration
_OPPOSED = 8  # words from « contre » to the date of what stands against another
_SMALL = {"de", "d'", "d’", "âgé", "âgée", ",", "("}  # between a person and an age
_GENDERS = ("Gender=Fem", "Gender=Masc")
_RELATIVE = {"qui", "who", "which", "that"}
_AMONG = 4  # words from « ainsi que » to a name
_GAP = 5  # words between two names of one enumeration
AGES = frozenset({"age"})  # as a key has it, in both languages
WINDOW = 6  # words on either side that count as surroundings

FAMILIES = {
    "quantity": "figure",
    "money": "figure",
    "percent": "figure",
    "duration": "figure",
    "date": "date",
    "time": "time",
    "name": "name",
    "place": "name",
    "certainty": "assertion",
    "polarity": "assertion",
    "attribution": "attribution",
    "cause": "cause",
}


_FUNCTION = "function"  # the family of what a person is: held against the same of that person alone
SCORED = (*sorted(set(FAMILIES.values())), "beside", "place")  # what has a scorer of its own


@dataclass(frozen=True, slots=True)
class Side:
    """One fact as a comparison sees it. Word sets hold lemmas in lower case; `rank` of `count` counts its family in the sentence; `speaks`
    is true of a name whose bearer is credited with what the sentence says. `words` is how it is written, in lower case; `when` are
    the days that its sentence tells; `share` whether a number is told as a part or with one, `holder` the one person it befell;
    `main` is true of what its main clause states, `subject` is of whom; `spelt` are the words of a statement's sentence with their
    lemmas, « mot/lemme mot/lemme »; `before` and `after` the lemmas of the words next to the fact, whatever they are; `times` all
    dates of its sentence but itself; `post` what a person is beside the name; `actor` whom a statement names as its subject; `gender`
    that of the word an age is said of, where it tells the person's; `opposed` is true of what another is measured against, as 2019 in
    « dix, contre trois en 2019 »; `trend` is 1 or -1 where a figure tells by how much something rose or fell; `each`
    is true in a sentence that tells what each of several gets.
    """

    fact: Fact
    family: str
    about: frozenset[str]
    near: frozenset[str]
    sentence: frozenset[str]
    names: frozenset[str]
    verb: str
    dep: str
    role: Role
    rank: int
    count: int
    length: int
    depth: int
    speaks: bool
    enumerated: bool
    words: str = ""
    when: tuple[Period, ...] = ()
    number: Decimal | None = None
    share: str = ""
    holder: str = ""
    main: bool = False
    subject: frozenset[str] = frozenset()
    outlook: str = ""
    spelt: str = ""
    before: str = ""
    after: str = ""
    times: tuple[Period, ...] = ()
    opposed: bool = False
    post: Post | None = None
    actor: Name | None = None
    gender: str = ""
    trend: int = 0
    each: bool = False

    @property
    def place(self) -> Place:
        """The sentence it stands in."""
        return self.fact.place


def overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """The share of the smaller set's words that the other has."""
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def counts_apart(left: Side, right: Side) -> bool:
    """Whether two numbers count what two words name: « une trentaine de visiteurs », « une trentaine d'enquêteurs »."""
    counts = all(s.fact.kind == "quantity" and isinstance(s.fact.value, Quantity) and not s.fact.value.unit for s in (left, right))
    return counts and bool(left.about) and bool(right.about) and not left.about & right.about


def sides(articles: Sequence[Article], parses: Mapping[str, Parse], facts: Sequence[Fact]) -> dict[Place, list[Side]]:
    """Every fact's side, by sentence, in order.

    A sentence that the comparison before held too, with the very same parse and facts, keeps its sides.
    """
    global _kept  # noqa: PLW0603  put in place whole: another thread's comparison merely finds less
    by_place: dict[Place, list[Fact]] = {}
    for fact in facts:
        by_place.setdefault(fact.place, []).append(fact)
    roles = {a.id: a for a in articles}
    before, now = _kept, {}
    for place, inside in sorted(by_place.items()):
        if place.article in parses:
            tokens, role = parses[place.article].sentences[place.sentence], roles[place.article].sentences[place.sentence].role
            known = before.get(id(tokens))
            if known is None or not known.made_of(tokens, inside, role):
                known = _Kept(tokens, inside, role, _of_sentence(inside, tokens, role, parses[place.article].language))
            now[place] = known
    _kept = {id(known.tokens): known for known in now.values()}
    return {place: list(known.sides) for place, known in now.items()}


@dataclass(frozen=True, slots=True)
class _Kept:
    """The sides of a sentence, and what they were made of."""

    tokens: Tokens
    facts: Sequence[Fact]
    role: Role
    sides: Sequence[Side]

    def made_of(self, tokens: Tokens, facts: Sequence[Fact], role: Role) -> bool:
        """Whether they would be made of the very same again."""
        same = len(facts) == len(self.facts) and all(one is other for one, other in zip(facts, self.facts, strict=True))
        return same and tokens is self.tokens and role is self.role


_kept: Mapping[int, _Kept] = {}  # by the identity of the parse, which is held


def _of_sentence(facts: Sequence[Fact], tokens: Tokens, role: Role, language: str) -> list[Side]:
    content = frozenset(t.lemma.lower() for t in tokens if is_content(t))
    names = frozenset(f.value.key for f in facts if isinstance(f.value, Name) and f.kind in {"name", "place"} and not is_function(f.value))
    families = [_FUNCTION if is_function(f.value) else FAMILIES[f.kind] for f in facts]
    listed = _listed(facts, families, tokens)
    spelt = " ".join(f"{t.text}/{t.lemma}".lower().replace(" ", "") for t in tokens)
    when = tuple(f.value for f in facts if isinstance(f.value, Period) and f.value.grain in {"day", "part"})
    found = []
    for n, fact in enumerate(facts):
        inside = at_span(tokens, fact.span)
        head = head_of(tokens, inside) if inside else 0
        start, end = (inside[0], inside[-1] + 1) if inside else (0, 0)
        around = [*tokens[max(0, start - WINDOW) : start], *tokens[end : end + WINDOW]]
        chain = list(governors(tokens, head)) if tokens else []
        verbs = [tokens[i] for i in chain if tokens[i].pos in {"VERB", "AUX"}]
        found.append(
            Side(
                fact=fact,
                family=families[n],
                about=_about(fact),
                near=frozenset(t.lemma.lower() for t in around if is_content(t)),
                sentence=content,
                names=names - {fact.value.key} if isinstance(fact.value, Name) else names,
                verb=verbs[0].lemma.lower() if verbs else "",
                dep=tokens[head].dep.partition(":")[0] if tokens else "",
                role=role,
                rank=families[:n].count(families[n]),
                count=families.count(families[n]),
                length=len(tokens),
                depth=len(chain),
                enumerated=isinstance(fact.value, Name) and (n in listed or _enumerated(tokens, head) or _one_of_several(tokens, start)),
                main=any(tokens[i].dep == "root" for i in inside),
                subject=_subject(tokens, inside),
                outlook=outlook(tokens, inside, language) if families[n] == "assertion" else "",
                before=tokens[start - 1].lemma.lower() if start else "",
                after=tokens[end].lemma.lower() if 0 < end < len(tokens) else "",
                spelt=spelt if families[n] == "assertion" else "",
                speaks=any(f.kind == "attribution" and f.span.overlaps(fact.span) for f in facts),
                words=" ".join(tokens[i].text.lower() for i in inside),
                when=when,
                opposed=_opposed(tokens, start),
                times=tuple(f.value for f in facts if isinstance(f.value, Period) and f is not fact),
                number=_number_of(fact, facts) if fact.kind == "name" else None,
                share=share_of(tokens, inside) if families[n] == "figure" else "",
                actor=_actor(tokens, inside, facts) if families[n] == "assertion" else None,
                trend=trend(tokens, inside, head, language) if fact.kind in {"percent", "money", "quantity"} else 0,
                each=each_gets(tokens, language),
                gender=_gender(tokens, inside, language) if families[n] == "figure" and _is_age(fact) else "",
                post=post_of(tokens, inside, language) if _is_person(fact) else None,
                holder=(_aged(fact, facts) or _holder(tokens, chain, facts)) if families[n] == "figure" else "",
            )
        )
    return found


def _opposed(tokens: Tokens, start: int) -> bool:
    """Whether « contre » or « par rapport à » stands before, with no comma between."""
    for token in reversed(tokens[max(0, start - _OPPOSED) : start]):
        if token.pos == "PUNCT":
            return False
        if token.text.lower() in {"contre", "rapport", "against", "versus"}:
            return True
    return False


def _about(fact: Fact) -> frozenset[str]:
    """What a fact is about, and what befell those counted under one word: « trois morts », « trois habitants sont décédés »."""
    about = fact.about.lower().split()
    if fact.kind != "quantity":
        return frozenset(about)
    befallen = (fate for word in (*about, *fact.scope.split()) if (fate := fates().get(word)))
    return frozenset(w for w in about if w not in fates()) | frozenset(befallen)


def _is_person(fact: Fact) -> bool:
    return fact.kind == "name" and isinstance(fact.value, Name) and fact.value.sort == "person"


def _subject(tokens: Tokens, inside: Sequence[int]) -> frozenset[str]:
    """The lemmas of what the words of a statement have for subject; empty for a pronoun."""
    subjects = (i for verb in inside for i in _subjects(tokens, verb))
    return frozenset(seats().get(key_of(w), w) for w in (tokens[i].lemma.lower() for i in subjects if is_content(tokens[i])))


def _actor(tokens: Tokens, inside: Sequence[int], facts: Sequence[Fact]) -> Name | None:
    """The one person or body that a statement names as its subject."""
    spans = [tokens[i].span for verb in inside for i in _subjects(tokens, verb)]
    named = {f.value for f in facts if _is_bearer(f) and any(f.span.overlaps(s) for s in spans)}
    return named.pop() if len(named) == 1 else None  # type: ignore[return-value]


def _is_bearer(fact: Fact) -> bool:
    return fact.kind == "name" and isinstance(fact.value, Name) and fact.value.sort in {"person", "organisation"}


def _subjects(tokens: Tokens, verb: int) -> Iterator[int]:
    """What a verb has for subject: its own, what « qui » stands for, or that of the verb it hangs on: « Paul a annoncé saisir le juge »."""
    for at in governors(tokens, verb):
        own = [i for i in children(tokens, at) if related(tokens[i], "nsubj")]
        if own:
            relative = related(tokens[at], "acl") and tokens[own[0]].text.lower() in _RELATIVE
            yield from (tokens[at].head,) if relative else own
        if own or tokens[at].pos not in {"VERB", "AUX"} or not related(tokens[at], "xcomp", "conj"):
            return


def _holder(tokens: Tokens, chain: Sequence[int], facts: Sequence[Fact]) -> str:
    """The one person whom the verb above a figure says something was done to: « Fillon, condamné à deux ans », « Paul a été condamné »."""
    verb = next((i for i in chain if tokens[i].pos == "VERB"), None)
    if verb is None or not tokens[verb].has("VerbForm=Part"):
        return ""
    bearer = next((i for i in children(tokens, verb) if tokens[i].dep == "nsubj:pass"), None)
    if bearer is None and related(tokens[verb], "acl"):
        bearer = tokens[verb].head
    if bearer is None:
        return ""
    under = subtree(tokens, bearer) - subtree(tokens, verb)
    stands = [tokens[i].span for i in (under | {bearer})]
    keys = {
        f.value.key
        for f in facts
        if f.kind == "name" and isinstance(f.value, Name) and f.value.sort == "person" and any(f.span.overlaps(s) for s in stands)
    }
    return keys.pop() if len(keys) == 1 else ""


def _is_age(fact: Fact) -> bool:
    return isinstance(fact.value, Quantity) and fact.value.unit == "year"


def _gender(tokens: Tokens, inside: Sequence[int], language: str) -> str:
    """The gender of whom an age is said of: « une infirmière de 36 ans », « Sophie Martin, 36 ans »; none of « la victime »."""
    before = [i for i in range(inside[0] - 1 if inside else -1, -1, -1) if tokens[i].text.casefold() not in _SMALL]
    name = list(takewhile(lambda i: tokens[i].pos == "PROPN", before))
    said = name or [i for i in before[:1] if tokens[i].pos == "NOUN" and tokens[i].has("Number=Sing")]
    if any(tokens[i].lemma.casefold() in words("en" if language == "en" else "fr", "counts", "epicene", "nouns") for i in said):
        return ""
    told = {t for i in (*said, *(d for n in said for d in children(tokens, n) if d < n)) for t in _GENDERS if tokens[i].has(t)}
    return told.pop() if len(told) == 1 else ""


def _aged(fact: Fact, facts: Sequence[Fact]) -> str:
    """The person whose age a figure is, where the words about it name somebody; « l'homme de 59 ans » may be anybody."""
    about = set(key_of(fact.about).split())
    if not about & AGES:
        return ""
    people = {f.value.key for f in facts if f.kind == "name" and isinstance(f.value, Name) and f.value.sort == "person"}
    return next((key for key in sorted(people) if about & set(key.split())), "")


def _number_of(name: Fact, facts: Sequence[Fact]) -> Decimal | None:
    """How many there are of a thing, or of what bears a short name; None where the name is another word or no number counts it."""
    if not name.scope and not name.value.shown.isupper():  # type: ignore[union-attr]
        return None
    counts = (f.value for f in facts if f.kind == "quantity" and f.span.overlaps(name.span) and isinstance(f.value, Quantity))
    return next((v.point for v in counts), None)


def _one_of_several(tokens: Tokens, start: int) -> bool:
    """Whether a name is told as one among others: « ainsi que l'Allemagne », « notamment à Lyon »."""
    before = [t.text.lower() for t in tokens[max(0, start - _AMONG) : start] if t.pos not in {"DET", "ADP"}][-2:]
    return before[-1:] == ["notamment"] or before == ["ainsi", "que"] or before[-1:] == ["including"]


def _listed(facts: Sequence[Fact], families: Sequence[str], tokens: Tokens) -> set[int]:
    """The names that follow each other, three or more, with but commas and small words between: « à Lyon, en Italie et au Mans »."""
    listed: set[int] = set()
    chain: list[int] = []
    for n in sorted((n for n, f in enumerate(families) if f == "name"), key=lambda n: facts[n].span.start):
        linked = bool(chain) and _only_small(tokens, facts[chain[-1]].span.end, facts[n].span.start)
        chain = [*chain, n] if linked else [n]
        if len(chain) >= _LIST:
            listed.update(chain)
    return listed


def _only_small(tokens: Tokens, start: int, end: int) -> bool:
    """Whether nothing but a comma or « et » and small words stand between two places of a text."""
    between = [t for t in tokens if t.span.start >= start and t.span.end <= end]
    joined = any(t.text in {",", "/"} or t.pos == "CCONJ" or t.text.lower() in {"puis", "que", "comme"} for t in between)
    return joined and len(between) <= _GAP and all(t.pos in {"PUNCT", "CCONJ", "ADP", "DET", "ADV", "SCONJ"} for t in between)


def _enumerated(tokens: Tokens, head: int) -> bool:
    """Whether a name stands in a list of three or more, of which each article may give its own part."""
    first = head
    while related(tokens[first], "conj") and tokens[first].head != first:
        first = tokens[first].head
    listed = [i for i, t in enumerate(tokens) if related(t, "conj") and t.head == first]
    if tokens[first].pos == "PROPN":  # « Jeanne Martin, neurologue et présidente du club » is one
        listed = [i for i in listed if tokens[i].pos != "NOUN" or any(related(tokens[c], "det", "nummod") for c in children(tokens, i))]
    return len(listed) >= 2
