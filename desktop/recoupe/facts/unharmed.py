"""That nobody came to harm: counts of none in any words, and the harmed whom another article counts against them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import permutations

from recoupe.facts.clauses import clauses
from recoupe.facts.counted import degree_of, fates, lexical
from recoupe.facts.kind import Found, SentenceContext
from recoupe.facts.lexicon import lexicon, words
from recoupe.facts.sides import Side
from recoupe.facts.tree import Tokens, run
from recoupe.model import Place, Quantity, Token

_DEAD = "mort"
_VICTIM = "victime"  # dead or hurt
_NONE = Quantity(Decimal(0), Decimal(0), point=Decimal(0))


def none_harmed(context: SentenceContext) -> Iterator[Found]:
    """A count of none wherever a sentence says so without a number: « pas de blessé », « ni mort ni blessé », « personne n'a été tué »."""
    tokens, language = context.tokens, lexical(context.language)
    for i, token in enumerate(tokens):
        fate = _fate(token)
        if fate and (first := _denied(tokens, i, language)) is not None:
            degree = degree_of(" ".join(t.lemma.casefold() for t in tokens[i + 1 : i + 2]))
            yield Found(run(tokens, range(first, i + 1)), _NONE, fate, "quantity", degree)
    nobody = words(language, "counts", "unharmed", "nobody")
    for clause in clauses(tokens, context.language):
        subject = clause.subject
        if clause.negated and subject is not None and tokens[subject].text.casefold() in nobody and (fate := _fate(tokens[clause.head])):
            yield Found(run(tokens, (subject, *clause.group)), _NONE, fate, "quantity")


def of_harm(left: Side, right: Side) -> bool:
    """Whether one says that nobody was harmed and the other counts those who were, however badly and whoever they are."""
    for none, other in ((left, right), (right, left)):
        if _is_none(none) and not _is_none(other) and _befallen(other) & _excluded(none):
            degree = degree_of(none.fact.scope)
            return not degree or degree == degree_of(other.fact.scope)
    return False


def unharmed(by_place: Mapping[Place, Sequence[Side]]) -> Iterable[tuple[Side, Side]]:
    """Every count of none against the first count of the harmed in another article, where neither article tells both."""
    told: dict[str, list[Side]] = {}
    for _, here in sorted(by_place.items()):
        for side in here:
            if side.fact.kind == "quantity" and (_is_none(side) or _befallen(side)):
                told.setdefault(side.place.article, []).append(side)
    for ours, theirs in permutations(sorted(told), 2):
        for none in filter(_is_none, told[ours]):
            harmed = [s for s in told[theirs] if of_harm(none, s)]
            both = any(of_harm(none, s) for s in told[ours]) or any(_is_none(s) and _excluded(s) & _excluded(none) for s in told[theirs])
            if harmed and not both:
                yield from ((none, s) for s in harmed if s.fact.value == harmed[0].fact.value)


def _denied(tokens: Tokens, noun: int, language: str) -> int | None:
    """The word that says that there is none of what a noun names, with but small words between."""
    for i in range(noun - 1, -1, -1):
        text, lemma = tokens[i].text.casefold().replace("’", "'"), tokens[i].lemma.casefold()
        if text in words(language, "counts", "unharmed", "none"):
            return i
        if not {text, lemma} & words(language, "counts", "unharmed", "between"):
            return None
    return None


def _fate(token: Token) -> str:
    """What befell those whom a word names: dead, hurt or either."""
    forms = (token.lemma.casefold(), token.text.casefold().removesuffix("s").removesuffix("e"))
    if any(form in _victims() for form in forms):
        return _VICTIM
    return next((fate for form in forms if (fate := fates().get(form)) in _harms()), "")


def _is_none(side: Side) -> bool:
    value = side.fact.value
    return isinstance(value, Quantity) and not value.unit and value.point == 0 and bool(_excluded(side))


def _excluded(none: Side) -> frozenset[str]:
    """What befell nobody, by a count of none."""
    told = _words_of(none)
    if told & _victims():
        return _harms()
    return frozenset({_DEAD} & told) or (_harms() - {_DEAD} if told & _harms() else frozenset())


def _befallen(side: Side) -> frozenset[str]:
    """What befell those counted, of all that is harm."""
    value = side.fact.value
    counted = isinstance(value, Quantity) and not value.unit and (value.low or value.point or 0) > 0
    return _words_of(side) & _harms() if counted else frozenset()


def _words_of(side: Side) -> frozenset[str]:
    told = side.about | frozenset(side.fact.scope.split())
    return frozenset(fates().get(w, w) for w in told)


@cache
def _harms() -> frozenset[str]:
    hurt = (lexicon(language, "counts")["unharmed"]["hurt"] for language in ("fr", "en"))
    return frozenset({_DEAD, *(w for some in hurt for w in some)})


@cache
def _victims() -> frozenset[str]:
    return frozenset(w for language in ("fr", "en") for w in lexicon(language, "counts")["unharmed"]["victims"])
