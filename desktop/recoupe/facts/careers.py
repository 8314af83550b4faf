"""What a named person is, where it excludes being something else: « Jean Petit, directeur général », « le talonneur Paul Roux »."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from recoupe.facts.kind import Found, Ruling, SentenceContext
from recoupe.facts.lexicon import lexicon, words
from recoupe.facts.names import key_of, mentions, normal, same
from recoupe.facts.posts import OF_FUNCTION, Post, feminine_of, is_function
from recoupe.facts.sides import Side
from recoupe.facts.tree import Tokens, run
from recoupe.model import Name, Place, Verdict

_FORMERLY = "former "
_LONGEST = 5  # words of a function
_FAR = 9  # words from a name back to the function before it
_GROUP = {"NOUN", "ADJ", "ADP", "DET", "PROPN", "NUM", "X"}
_CLOSING = {")", ",", ";", ".", "»", ":"}
_NEAR = 4  # words from a union or party to the name behind it
_AGED = 3  # words of « , 52 ans »


def functions(context: SentenceContext) -> Iterator[Found]:
    """The function beside each person's name, about that person; what is over is of another scope than what is not."""
    if context.language != "fr":
        return
    tokens, taken = context.tokens, set[int]()
    for mention in mentions(context):
        whole = mention.sort == "thing" and len(mention.words) > 1  # a name that no model knows for a person's
        if not mention.words or not (mention.sort == "person" or whole):
            continue
        start, end = mention.words[0], mention.words[-1] + 1
        for found in (_before(tokens, start) or _behind(tokens, end), _body(tokens, start, end)):
            if found is None or taken & set(found[0]):
                continue
            inside, (sort, key) = found
            taken |= set(inside)
            span = run(tokens, inside)
            former = (inside[0] and tokens[inside[0] - 1].text.lower() in _former()) or tokens[inside[0]].text.lower().startswith("ex-")
            scope = f"{_FORMERLY}{sort}" if former else f"{OF_FUNCTION}{sort}"
            yield Found(span, Name(context.article.quote(span), key, OF_FUNCTION + sort), mention.shown, "name", scope)


def judge_functions(left: Name, right: Name) -> Ruling:
    """Two functions of one set: the same, one that takes in the other, or two that one person does not have at a time."""
    wide: Mapping[str, list[str]] = lexicon("fr", "functions")[left.sort.removeprefix(OF_FUNCTION)].get("wide", {})
    if left.key == right.key:
        return Verdict.AGREEMENT, "same_name"
    if right.key in wide.get(left.key, ()) or left.key in wide.get(right.key, ()):
        return Verdict.PRECISION, "narrower"
    return Verdict.CONTRADICTION, "excludes"


def careers(by_place: Mapping[Place, Sequence[Side]]) -> Iterable[tuple[Side, Side]]:
    """The first mentions of two functions of one person, in two articles neither of which tells any that the other tells.

    What two functions are told to be of must have something in common where both tell it: who presides a union may direct a farm.
    """
    held: dict[str, dict[str, dict[str, list[Side]]]] = {}
    posts: dict[tuple[Place, str], Post] = {}
    for place, inside in sorted(by_place.items()):
        for side in inside:
            value = side.fact.value
            if isinstance(value, Name) and is_function(value):
                held.setdefault(side.fact.scope, {}).setdefault(place.article, {}).setdefault(key_of(side.fact.about), []).append(side)
            elif isinstance(value, Name) and value.sort == "person" and side.post is not None:
                posts[place, value.key] = side.post
    for sort in sorted(held):
        for one, other in combinations(sorted(held[sort]), 2):
            bearers: dict[str, list[str]] = {}  # by surname, for a long story names hundreds of people
            for namesake in sorted(held[sort][other]):
                bearers.setdefault(namesake.rpartition(" ")[2], []).append(namesake)
            for person, ours in sorted(held[sort][one].items()):
                for namesake in bearers.get(person.rpartition(" ")[2], ()):
                    theirs = held[sort][other][namesake]
                    if same(person, namesake) and not _told_alike(ours, theirs) and _of_one_body(posts, ours[0], theirs[0]):
                        yield ours[0], theirs[0]


def _told_alike(ours: Sequence[Side], theirs: Sequence[Side]) -> bool:
    """Whether any function that one article tells may be one that the other tells."""
    return any(judge_functions(a.fact.value, b.fact.value)[0] is not Verdict.CONTRADICTION for a in ours for b in theirs)  # type: ignore[arg-type]


def _of_one_body(posts: Mapping[tuple[Place, str], Post], left: Side, right: Side) -> bool:
    a, b = (posts.get((s.place, key_of(s.fact.about))) for s in (left, right))
    ours, theirs = (frozenset[str]() if post is None else post.of - _of_any() for post in (a, b))
    return not ours or not theirs or bool(ours & theirs)


@cache
def _of_any() -> frozenset[str]:
    """Words that do not say of which body somebody is at the head: those of functions themselves, « le groupe », « le club »."""
    own = {normal(word) for phrase in _known() for word in phrase.split()}
    return frozenset(own | {normal(w) for w in words("fr", "names", "posts", "bodies")})


def _before(tokens: Tokens, start: int) -> tuple[list[int], tuple[str, str]] | None:
    """The function before a name: « le directeur général de la banque, Jean Petit »."""
    first = start - 1
    if first >= 0 and tokens[first].text == ",":
        first -= 1
    end = first + 1
    while first >= 0 and end - first <= _FAR and (tokens[first].pos in _GROUP or tokens[first].text == "-"):
        first -= 1
    for at in range(first + 1, end):
        found = _at(tokens, at, end)
        if found is not None:
            return None if found[1] in _only_behind() else found
    return None


def _behind(tokens: Tokens, end: int) -> tuple[list[int], tuple[str, str]] | None:
    """The function behind a name and a comma: « Jean Petit, 52 ans, directeur général »."""
    at = end
    if at + _AGED < len(tokens) and tokens[at].text in {",", "("} and tokens[at + 2].text.lower() in {"ans", "an"}:
        at += _AGED
    if at >= len(tokens) or tokens[at].text not in {",", "("}:
        return None
    at += 1
    while at < len(tokens) and (tokens[at].pos == "DET" or tokens[at].text.lower() in _former()):
        at += 1
    return _at(tokens, at, len(tokens))


def _at(tokens: Tokens, start: int, end: int) -> tuple[list[int], tuple[str, str]] | None:
    """The longest function that begins at a word."""
    for length in range(min(_LONGEST, end - start), 0, -1):
        inside = range(start, start + length)
        texts, lemmas = ([getattr(tokens[i], how).lower() for i in inside] for how in ("text", "lemma"))
        for phrase in (texts, lemmas, [texts[0], *lemmas[1:]]):
            if (known := _known().get(" ".join(phrase).replace("' ", "'").replace(" - ", "-"))) is not None:
                return list(inside), known
    return None


def _body(tokens: Tokens, start: int, end: int) -> tuple[list[int], tuple[str, str]] | None:
    """The union or party of whoever bears a name, with the word before it: « Jean Petit (RN) », « Anne Roux, déléguée CGT »."""
    if end < len(tokens) and tokens[end].text in {",", "("}:
        for at in range(end + 1, min(len(tokens), end + _FAR)):
            if tokens[at].text in _CLOSING:
                break
            if (found := _cased_at(tokens, at)) is not None:
                last = at + found[0]
                bracketed = at == end + 1 and tokens[end].text == "(" and last < len(tokens) and tokens[last].text == ")"
                return list(range(end, last + 1) if bracketed else range(end + 1, last)), found[1]
    for at in range(max(1, start - _NEAR), start):
        if (found := _cased_at(tokens, at)) is not None and tokens[at - 1].pos in {"NOUN", "ADJ"}:
            return list(range(at - 1, at + found[0])), found[1]
    return None


def _cased_at(tokens: Tokens, start: int) -> tuple[int, tuple[str, str]] | None:
    """How many words a body's name has that begins at a word, and which body it is."""
    for length in range(_LONGEST, 0, -1):
        name = " ".join(t.text for t in tokens[start : start + length]).replace(" - ", "-")
        if (known := _known().get(name)) is not None and name in _cased():
            return length, known
    return None


@cache
def _cased() -> frozenset[str]:
    """Names that are written with capitals only."""
    tables = [table for table in lexicon("fr", "functions").values() if table.get("cased")]
    return frozenset(name for table in tables for name in (*table["words"], *table.get("same", {})))


@cache
def _known() -> Mapping[str, tuple[str, str]]:
    """Every function, masculine and feminine, with its set and the word it is compared by."""
    found: dict[str, tuple[str, str]] = {}
    for sort, table in lexicon("fr", "functions").items():
        for phrase, key in ({word: word for word in table["words"]} | table.get("same", {})).items():
            if table.get("cased"):
                found[phrase] = sort, key
                continue
            first, _, rest = phrase.partition(" ")
            for form in (first, *feminine_of(first)):
                found |= dict.fromkeys((f"{form} {rest}".strip(), f"ex-{form} {rest}".strip()), (sort, key))
    return found


@cache
def _only_behind() -> frozenset[tuple[str, str]]:
    """Functions whose noun, before a name, is mostly something else: « le centre Jean-Moulin »."""
    tables = lexicon("fr", "functions").items()
    return frozenset((sort, table.get("same", {}).get(word, word)) for sort, table in tables for word in table.get("behind", ()))


@cache
def _former() -> frozenset[str]:
    return words("fr", "names", "posts", "former")
