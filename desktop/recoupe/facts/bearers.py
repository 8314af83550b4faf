"""Who speaks behind a function: « le maire » and « Jeanne Martin » are one source where the article says that she is the mayor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import cache, lru_cache

from rapidfuzz import fuzz

from recoupe.facts.lexicon import lexicon, words
from recoupe.facts.names import normal, same, weighty
from recoupe.model import Fact, Name

ONE_WORD = 85  # the same of two words of a name
ONE_SPELLING = 80  # likeness of two keys that are one name spelt in two ways


def with_functions(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The same facts, each source's key holding the functions that its article gives the person, or the person whom a function means."""
    every = tuple(facts)
    held = _held(every)
    holders: dict[str, set[str]] = defaultdict(set)
    for person, functions in held.items():
        for function in functions:
            holders[function].add(person)
    told = _told(every)
    return tuple(_named(fact, held, holders, told) if fact.kind == "attribution" else fact for fact in every)


def _held(facts: Iterable[Fact]) -> dict[str, set[str]]:
    """The functions of each person: what stands beside the name, there or in a source's own words."""
    held: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        if isinstance(fact.value, Name) and fact.value.sort == "person":
            said = fact.value.shown if fact.kind == "attribution" else fact.about
            held[fact.value.key] |= _functions(normal(said))
    return held


def _told(facts: Iterable[Fact]) -> dict[str, set[str]]:
    """Every weighty word that stands beside the name of each person."""
    told: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        if isinstance(fact.value, Name) and fact.value.sort == "person":
            told[fact.value.key] |= weighty(normal(f"{fact.value.shown} {fact.about}"))
    return told


def _named(fact: Fact, held: dict[str, set[str]], holders: dict[str, set[str]], told: dict[str, set[str]]) -> Fact:
    value = fact.value
    if not isinstance(value, Name):
        return fact
    if value.sort == "person":
        return replace(fact, value=replace(value, key=" ".join([value.key, *sorted(held.get(value.key, ()))])))
    functions = _functions(value.key)
    people = set.intersection(*(holders.get(f, set()) for f in functions)) if functions else set()
    if len(people) != 1:
        return fact
    person = next(iter(people))
    narrower = weighty(value.key) - functions
    if narrower and not narrower & told[person]:  # « le président français » is not the president of the club
        return fact
    return replace(fact, value=replace(value, key=" ".join([person, *sorted(held[person] | set(value.key.split()))]), sort="person"))


def one_source(left: Name, right: Name) -> bool:
    """Whether two sources are one: the same name, however spelt, or an office and its head (« le préfet », « la préfecture »)."""
    if (
        left.key == right.key
        or same(left.key, right.key)
        or fuzz.ratio(left.key, right.key) >= ONE_SPELLING
        or _spelt_alike(left.key, right.key)
    ):
        return True
    if _seated(left.key) & _seated(right.key) or _of_capital(left.key, right.key) or _of_capital(right.key, left.key):
        return True
    if "person" not in {left.sort, right.sort} and _one_teller(left.key, right.key):
        return True
    shared = _offices(left.key) & _offices(right.key)
    if not shared or "person" in {left.sort, right.sort}:
        return bool(shared)
    ours, theirs = ({w for w in weighty(k) if w not in _office_of()} for k in (left.key, right.key))
    return not ours or not theirs or bool(ours & theirs)


def _seated(key: str) -> frozenset[int]:
    """Which bodies a source's words name, by their seat or by their matter: « la place Beauvau », « le ministère de l'Intérieur »."""
    told = set(key.split())
    return frozenset(n for n, line in enumerate(_list_of("seated")) if any(set(phrase.split()) <= told for phrase in line))


def _of_capital(capital: str, other: str) -> bool:
    """Whether a source is but a capital, named for the government whose authorities the other names: « Londres »."""
    told = set(other.split())
    governs = bool(told & {normal(w) for w in words("fr", "names", "roles", "governing")})
    return governs and any(capital == normal(line[0]) and told & set(line[1:]) for line in _list_of("capitals"))


@cache
def _list_of(name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(normal(phrase) for phrase in line) for line in lexicon("fr", "names")["roles"][name])


def _one_teller(left: str, right: str) -> bool:
    """Whether two sources are what one body found or wrote: « un sondage Ifop », « une enquête de l'Ifop », or a company's own words."""
    findings = {normal(w) for part in ("carriers", "findings") for w in words("fr", "names", "roles", part)} - {"source"}
    companies = {normal(w) for w in words("fr", "names", "roles", "companies")}
    ours, theirs = (weighty(key) - findings for key in (left, right))
    return bool(ours) and bool(theirs) and (ours == theirs or (ours <= companies and theirs <= companies))


def _spelt_alike(left: str, right: str) -> bool:
    """Whether each word of the shorter name is a word of the other but for a letter: « Korea Herald », « le quotidien Korean Herald »."""
    ours, theirs = sorted((weighty(left) - _known_functions(), weighty(right) - _known_functions()), key=len)
    return len(ours) > 1 and all(max(fuzz.ratio(word, other) for other in theirs) >= ONE_WORD for word in ours)


def may_be_one(left: Name, right: Name) -> bool:
    """Whether nothing tells two speakers apart, so that their being different cannot be reported.

    A person may be the nameless holder of any function (« le député » and « l'élue », « la chercheuse » and « l'astronome »), and a
    « communiqué » comes from somebody. Two sources told to be other ones are two: « de sources concordantes », « de source judiciaire ».
    """
    if _is_origin(left) and _is_origin(right):
        return False
    if _carries(left) or _carries(right):
        return True
    if left.sort == right.sort == "person":
        return False
    nameless = [n for n in (left, right) if n.sort != "person"]
    if len(nameless) == 1:
        return bool(_functions(nameless[0].key))
    told = [_functions(n.key) for n in nameless]
    return all(told) and (any(functions <= _loose() for functions in told) or all(functions <= _learned() for functions in told))


def _carries(name: Name) -> bool:
    """Whether a source is but what somebody's words stand in, without saying whose."""
    return name.sort != "person" and bool(set(name.key.split())) and set(name.key.split()) <= _carriers()


def _is_origin(name: Name) -> bool:
    """Whether a source is called one, and told of which kind."""
    return name.sort != "person" and bool(_origins() & weighty(name.key)) and bool(weighty(name.key) - _origins())


@cache
def _origins() -> frozenset[str]:
    return frozenset(normal(w) for code in ("fr", "en") for w in words(code, "names", "roles", "origins"))


@lru_cache(maxsize=8192)
def _functions(key: str) -> frozenset[str]:
    inside = f" {key} "
    return frozenset(f for f in _known_functions() if f" {f} " in inside)


@cache
def _carriers() -> frozenset[str]:
    return frozenset(normal(w) for code in ("fr", "en") for w in words(code, "names", "roles", "carriers"))


@cache
def _learned() -> frozenset[str]:
    """What one who knows a matter may be called, whichever."""
    return frozenset(normal(w) for code in ("fr", "en") for w in words(code, "names", "roles", "learned"))


@cache
def _loose() -> frozenset[str]:
    """Functions that leave open which other one their holder has."""
    return frozenset(normal(w) for code in ("fr", "en") for w in words(code, "names", "roles", "loose"))


@cache
def _known_functions() -> frozenset[str]:
    """Nouns for one person by what she is, as keys."""
    found = (words(code, "names", "roles", part) for code in ("fr", "en") for part in ("single", "holders", "loose", "learned"))
    return frozenset(normal(w) for every in found for w in every)


def office_of(word: str) -> str:
    """The office that a word names, its head or its seat: « parquet » of « procureur »; the word itself where it names none."""
    return _office_of().get(normal(word), word)


@lru_cache(maxsize=8192)
def _offices(key: str) -> frozenset[str]:
    inside, table = f" {key} ", _office_of()
    return frozenset(office for word, office in table.items() if f" {word} " in inside)


@cache
def _office_of() -> dict[str, str]:
    return {normal(word): normal(line[0]) for code in ("fr", "en") for line in lexicon(code, "names")["roles"]["offices"] for word in line}
