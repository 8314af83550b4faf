"""People, places, bodies and things under one canonical form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from babel import Locale

from recoupe.facts.datewords import times
from recoupe.facts.kind import SentenceContext
from recoupe.facts.lexicon import lexicon, words
from recoupe.facts.misplaced import sort_of_place
from recoupe.facts.numbered import numbered
from recoupe.facts.tree import Tokens, related, run
from recoupe.model import Name, Span, Verdict

_SORTS = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "thing"}
SMALL = {"de", "du", "des", "d", "la", "le", "les", "l", "of", "the", "and", "et", "en", "a", "au", "aux", "pour", "for", "sur", "sous"}
_OPENERS = {"«", ":", "•", "-", "–", "—", '"', "“", "(", ".", "?", "!", "…"}
_OPENING_QUOTES = {"«", "“", '"'}
_CLOSING_QUOTES = {"»", "”", '"'}
_TITLE_OPENERS = {"le", "la", "les", "l'", "un", "une", "the", "a"}
_INSIDE = {"à", "dans", "en", "vers", "in", "at", "near", "to"}
_AFRICAN = {"N'", "N’", "M'", "M’"}  # « N'Djamena »
_ARTICLES = {"Le", "La", "Les", "L'", "L’"}
_KEY_ARTICLES = {"le", "la", "les", "l", "the"}
_CHANNELS = {"2", "3", "4", "5", "24"}
_PEOPLE_ENDS = re.compile(r"(?:ais|ois|ains|ins|iens|éens|[aeo]ns|ites|crates|istes|cains)$")
_MASCULINE = {"le", "du", "au"}
_TELLING_OF = {"qui", "dont", "lui", "elle", "who", "whose"}
_LONGEST_TITLE = 7  # words
_OF_A_BODY = 2  # words, « de l'association »
_EDGES = {"«", "»", '"', "“", "”", "(", ")", ",", ":", ";", "-", "–", "—", "•", "'"}


def normal(text: str) -> str:
    """A name as compared: lower case, without accents, full stops or doubled marks (« X.AI » and « x.ai » alike)."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("’", "'").replace("œ", "oe").replace("æ", "ae"))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = re.sub(r"(?<=\w)\.(?=\w)|\.(?=\s|$)", "", plain)
    return " ".join(w for w in (p.strip("+") for p in re.sub(r"[^\w$€%&+]+", " ", plain).split()) if w)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands: its words, its sort and whether a civility stood before it."""

    span: Span
    shown: str
    sort: str
    words: tuple[int, ...]


def mentions(context: SentenceContext) -> Iterator[Mention]:
    """The names of a sentence, in order, without articles and civilities; peoples (« les Belges ») and common words are no names."""
    numbers = [n.span for n in numbered(context)]
    yield from (m for m in _mentions(context) if not any(m.span.overlaps(span) for span in numbers))


def _mentions(context: SentenceContext) -> Iterator[Mention]:
    """The names of a sentence with those that are but numbers of things: « A7 », « TER 868517 »."""
    tokens = context.tokens
    titles = {t[0]: t for t in quoted_titles(tokens)}
    start = 0
    while start < len(tokens):
        if (title := titles.get(start)) is not None:
            span = run(tokens, title)
            yield Mention(span, context.article.quote(span), "thing", title)
            start = title[-1] + 1
            continue
        label = _label(tokens, start)
        end = start + 1
        if not label:
            start = end
            continue
        while end < len(tokens) and _label(tokens, end) == label:
            end += 1
        kept = _with_number(tokens, _trimmed(tokens, list(range(start, end)), context.language))
        kept = _with_rest(tokens, kept, context.language)
        sort = _sort(tokens, kept, start, context.language, label) if kept else ""
        if town := _town_of(tokens, kept, context.language):
            kept, sort = town, "place"
        if sort == "place":
            kept = _with_article(context, kept)
        if sort and _is_name(context, kept) and not _aside(tokens, kept) and not _is_function(tokens, kept, context.language):
            span = run(tokens, kept)
            yield Mention(span, context.article.quote(span), sort, tuple(kept))
        start = max(end, kept[-1] + 1) if kept else end


def _label(tokens: Tokens, index: int) -> str:
    """The sort of name a word belongs to: the model's, or that of a capital it passed over in mid-sentence."""
    token = tokens[index]
    if token.entity:
        return token.entity
    if token.pos == "PROPN" and token.text[:1].isupper() and len(token.text) > 1:
        return tokens[index - 1].entity if index and tokens[index - 1].entity else "MISC"
    return ""


def _is_name(context: SentenceContext, kept: list[int]) -> bool:
    """Whether words that look like a name are one: they have a capital that the start of a sentence does not explain."""
    tokens = context.tokens
    capitals = [i for i in kept if tokens[i].text[:1].isupper() or any(c.isupper() for c in tokens[i].text[1:])]
    if not capitals or all(tokens[i].text.lower() in words(context.language, "names", "calendar") for i in capitals):
        return False
    if len(kept) > 1:
        return not _is_heading(context, kept, capitals)
    only = tokens[kept[0]]
    if _ROMAN.fullmatch(only.text):  # « du XIXe siècle »
        return False
    opens = kept[0] == 0 or tokens[kept[0] - 1].text in _OPENERS
    if opens and _is_participle(tokens, kept[0]) and not _named_elsewhere(context.article.text, only.text):
        return False
    if opens and (
        only.pos in {"VERB", "AUX", "ADV", "PRON", "ADP", "DET", "CCONJ", "SCONJ", "INTJ"} or _is_common(context.article.text, only.text)
    ):
        return False
    follows = tokens[kept[0] + 1].text if kept[0] + 1 < len(tokens) else "."
    explained = follows == "," and (only.pos == "PROPN" or bool(only.entity)) and _aside_behind(tokens, kept[0] + 1)
    if opens and not explained and follows in {",", ":", "!", "?", "."} and not _named_elsewhere(context.article.text, only.text):
        return False
    if context.language == "en":
        return not (
            only.pos == "ADJ"
            or (only.entity == "MISC" and only.text.lower().endswith(("ese", "ish", "ian", "ians", "ans", "eans", "ench")))
        )
    before = tokens[kept[0] - 1].text.lower() if kept[0] else ""
    if before in {"un", "une", "cet", "cette", "ce", "l'", "le", "la"} and only.text.lower() in _nationalities():
        return False
    if before == "aux" and only.entity == "LOC" and related(only, "obl") and not _PEOPLE_ENDS.search(only.text):
        return True  # « aux Minguettes »
    plural = only.has("Number=Plur") or before in {"les", "des", "aux", "ces", "trois", "quatre", "deux"}
    return not (
        plural and re.search(r"(?:ais|ois|ards|ins|[aeo]ns|[aei]s|nes|ds|rcs|ecs|lges|sses|ques|s)$", only.text) and only.text[1:].islower()
    )


def _is_participle(tokens: Tokens, index: int) -> bool:
    """Whether a word that opens a sentence is a participle, which a model takes for a town: « Éventré hier au large du port, … »."""
    follows = tokens[index + 1] if index + 1 < len(tokens) else tokens[index]
    return tokens[index].text.endswith(("é", "ée", "és", "ées")) and (
        follows.pos == "ADV" or follows.text.lower() in {"par", "dans", "sur", "à", "en", "vers"}
    )


def _aside_behind(tokens: Tokens, comma: int) -> bool:
    """Whether a noun group stands between this comma and the next, or a clause that tells of a name: « Prunier, la doyenne, … »."""
    if comma + 1 < len(tokens) and tokens[comma + 1].text.lower() in _TELLING_OF:
        return True
    end = next((i for i in range(comma + 1, min(len(tokens), comma + 10)) if tokens[i].text == ","), None)
    return (
        end is not None and tokens[comma + 1].pos == "DET" and not any(tokens[i].has("VerbForm=Fin") for i in range(comma + 1, comma + 4))
    )


def _is_function(tokens: Tokens, kept: Sequence[int], language: str) -> bool:
    """Whether words only say what somebody is, « ministre de la Santé »: a function is nobody's name."""
    roles = words(language, "names", "roles", "single") | words(language, "names", "roles", "holders")
    opening = {" ".join(tokens[i].text for i in kept[:n]) for n in (1, 2)}
    return bool({*opening, *(w.lower() for w in opening if " " in w)} & roles) and all(tokens[i].entity != "PER" for i in kept)


def _is_heading(context: SentenceContext, kept: list[int], capitals: list[int]) -> bool:
    """Whether words are but a sentence's beginning, whose first has the capital that every sentence begins with."""
    tokens = context.tokens
    opens = kept[0] == 0 or tokens[kept[0] - 1].text in _OPENERS
    if not opens or capitals != [kept[0]] or context.language != "fr":
        return False
    common = all(tokens[i].pos in {"NOUN", "ADJ", "ADP", "DET", "VERB", "ADV", "NUM", "CCONJ"} for i in kept)
    return common and not _named_elsewhere(context.article.text, tokens[kept[0]].text)


def quoted_titles(tokens: Tokens) -> Iterator[tuple[int, ...]]:
    """The words of works named between quotation marks, « La Dame au manteau »: an article and a name, and no verb that carries mood."""
    for start, token in enumerate(tokens):
        if token.text not in _OPENING_QUOTES:
            continue
        end = next((i for i in range(start + 1, min(len(tokens), start + _LONGEST_TITLE + 2)) if tokens[i].text in _CLOSING_QUOTES), start)
        inside = tuple(range(start + 1, end))
        first = tokens[inside[0]] if inside else token
        named = first.text.lower() in _TITLE_OPENERS and first.text[:1].isupper() and any(tokens[i].entity for i in inside)
        plain = all(tokens[i].pos not in {"VERB", "AUX", "PUNCT", "PRON"} for i in inside)
        if len(inside) > 1 and named and plain:
            yield inside


@cache
def _nationalities() -> frozenset[str]:
    """Every form of the names of peoples: « Lyonnaise », « Américain »."""
    return frozenset(form for adjective in lexicon("fr", "peoples")["of"] for form in inflected(adjective)) | frozenset(
        form for adjective in words("fr", "peoples", "nations") for form in inflected(adjective)
    )


def inflected(adjective: str) -> tuple[str, ...]:
    """The masculine, feminine and plural forms of an adjective of place."""
    doubled = adjective.endswith("en")
    feminine = (
        adjective[:-2] + "elle" if adjective.endswith("eau") else adjective + "ne" if doubled else adjective + "e" * (adjective[-1] != "e")
    )
    return adjective, feminine, feminine + "s", adjective if adjective[-1] == "s" else adjective + "s"


@lru_cache(maxsize=4096)
def _is_common(text: str, word: str) -> bool:
    """Whether an article writes a word without a capital elsewhere."""
    return re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", text) is not None


@lru_cache(maxsize=4096)
def _named_elsewhere(text: str, word: str) -> bool:
    """Whether an article writes a word with its capital inside a sentence."""
    return re.search(rf"[\w,] {re.escape(word)}(?!\w)", text) is not None


def _aside(tokens: Tokens, kept: list[int]) -> bool:
    """Whether a name only places the one before it: « Négrondes (Dordogne) »."""
    first = kept[0]
    return (
        first > 1
        and tokens[first - 1].text == "("
        and (tokens[first - 2].pos == "PROPN" or bool(tokens[first - 2].entity))
        and tokens[first].entity == "LOC"
    )


def _trimmed(tokens: Tokens, kept: list[int], language: str) -> list[int]:
    civil = words(language, "names", "civilities")
    while kept and (
        tokens[kept[0]].pos in {"DET", "ADP", "PUNCT", "PRON", "CCONJ"}
        or tokens[kept[0]].text.lower() in civil
        or tokens[kept[0]].text in _EDGES
    ):
        kept = kept[1:]
    bodies = words(language, "names", "organisations", "heads")
    if len(kept) > _OF_A_BODY and tokens[kept[-1]].text in bodies and tokens[kept[-2]].pos in {"DET", "ADP"}:
        kept = kept[:-1]  # « secteur Éducation de l'association »
        while kept and tokens[kept[-1]].pos in {"ADP", "DET"}:
            kept = kept[:-1]
    if len(kept) > 1 and normal(tokens[kept[0]].text) in words(language, "names", "no_places", "matters"):
        kept = kept[1:]  # « affaire Martin »
    if len(kept) > 1 and tokens[kept[0]].text in words(language, "names", "crafts") and tokens[kept[1]].text[:1].isupper():
        kept = kept[1:]  # « cargo Marie-Galante »
    while len(kept) > 1 and tokens[kept[-1]].text in times(language) and tokens[kept[-2]].text[:1].isupper():
        kept = kept[:-1]  # « au Caire mercredi »
    while kept and (tokens[kept[-1]].pos in {"PUNCT", "ADP", "DET", "CCONJ"} or tokens[kept[-1]].text in _EDGES):
        kept = kept[:-1]
    return kept


def _with_rest(tokens: Tokens, kept: list[int], language: str) -> list[int]:
    """The words with those that a model cut off their name: « La France insoumise », « N'Djamena »."""
    if not kept:
        return kept
    before, after = kept[0] - 1, kept[-1] + 1
    if before > 0 and tokens[before].text in _AFRICAN and tokens[before].span.end == tokens[kept[0]].span.start:
        kept = [before, *kept]
    follows = tokens[after].text.lower() if after < len(tokens) else ""
    if tokens[kept[-1]].text == "France" and follows in words(language, "names", "no_places", "after_france"):
        kept = [*kept, after]
    return kept


def _with_article(context: SentenceContext, kept: list[int]) -> list[int]:
    """The words of a place with the article that belongs to its name: « à La Rochelle »; at the start of a sentence every article has a
    capital, and only another sentence can tell.
    """
    tokens, before = context.tokens, kept[0] - 1
    if context.language != "fr" or before < 0 or tokens[before].text not in _ARTICLES:
        return kept
    opens = before == 0 or tokens[before - 1].text in _OPENERS
    whole = [before, *kept]
    return kept if opens and not _named_elsewhere(context.article.text, context.article.quote(run(tokens, whole))) else whole


def _with_number(tokens: Tokens, kept: list[int]) -> list[int]:
    """The words with the number that makes a broadcaster of a country: « France 3 », which a model may cut in two."""
    after = kept[-1] + 1 if kept else 0
    channel = bool(kept) and after < len(tokens) and tokens[kept[-1]].text == "France" and tokens[after].text in _CHANNELS
    follows = tokens[after + 1].text if after + 1 < len(tokens) else "."
    return [*kept, after] if channel and follows not in {"-", "–", ",", "%"} else kept


def _sort(tokens: Tokens, kept: list[int], start: int, language: str, label: str) -> str:
    """What sort of thing bears a name; nothing where it is no name of the story."""
    first = tokens[kept[0]].text.lower()
    before = tokens[kept[0] - 1].text.lower() if kept[0] else ""
    if before in words(language, "names", "civilities") or tokens[start].text.lower() in words(language, "names", "civilities"):
        return "person"
    if before in words(language, "names", "crafts"):
        return "thing"  # « le chalutier Arlequin »
    if (label != "LOC" and _is_body(tokens, kept, language)) or _is_club(tokens, kept, language):
        return "organisation"
    if label == "PER" and _is_called_after(tokens, kept, language):
        return "place"
    if first in words(language, "names", "places", "heads"):
        return "place"
    if first in words(language, "names", "organisations", "heads"):
        return "organisation"
    if label == "MISC" and before in {"de", "d'"} and _governs_a_town(tokens, kept, language):
        return "place"
    if len(kept) == 1 and before in _MASCULINE and first in lexicon("fr", "peoples")["of"] and label == "LOC":
        return "organisation"  # « selon Le Parisien »: no town is called by its people
    if label == "LOC":
        return sort_of_place(tokens, kept, normal(" ".join(tokens[i].text for i in kept)), language)
    return _SORTS.get(label, "thing")


def _town_of(tokens: Tokens, kept: Sequence[int], language: str) -> list[int]:
    """The town behind « de » in the name of a body that has none of its own, whether a model took it for one name or for two:
    « l'hôpital de Narbonne »; empty for « le musée de France », « le lycée Jean-Moulin de Béziers ».
    """
    if not kept or tokens[kept[0]].lemma.lower() not in words(language, "names", "of_one_town"):
        return []
    behind = next((n for n, i in enumerate(kept) if n and tokens[i].text.lower() in {"de", "d'", "du"}), None)
    town = list(kept[behind + 1 :]) if behind is not None else []
    named = any(tokens[i].text[:1].isupper() for i in kept[1:behind]) or not town
    if named or not all(
        tokens[i].text[:1].isupper() or tokens[i].text.startswith("-") or tokens[i].text in {"sur", "en", "-"} for i in town
    ):
        return []
    return town if key_of(" ".join(tokens[i].text for i in town), place=True) not in areas() else []


def _is_body(tokens: Tokens, kept: Sequence[int], language: str) -> bool:
    """Whether the noun that a name stands behind makes it a body's: « le groupe Stellantis », « le fabricant de jouets Smoby »."""
    if not kept[0] or tokens[kept[0] - 1].pos in {"ADP", "PUNCT", "DET"}:
        return False
    beside, governor = tokens[kept[0] - 1].lemma.lower(), tokens[kept[0]].head
    near = {beside, tokens[governor].lemma.lower()} if related(tokens[kept[0]], "appos", "flat") and governor < kept[0] else {beside}
    maker = len(kept) == 1 and bool(near & words(language, "names", "makers"))
    return maker or bool(near & words(language, "names", "bodies"))


def _is_club(tokens: Tokens, kept: Sequence[int], language: str) -> bool:
    """Whether a name of several words is a club's: « Manchester City », « Stade Rennais »; not « Stade de France », « à Kansas City »."""
    first, last = (normal(tokens[i].text) for i in (kept[0], kept[-1]))
    placed = kept[0] > 0 and tokens[kept[0] - 1].text.lower() in _INSIDE
    if len(kept) == 1 or placed or not all(tokens[i].text[:1].isupper() or tokens[i].pos == "ADJ" for i in kept):
        return False
    people = tokens[kept[1]].text.lower() in {form for of in lexicon("fr", "peoples")["of"] for form in inflected(of)}
    opens = first in words(language, "names", "clubs_first") and (people or first != "stade")
    return opens or last in words(language, "names", "clubs_last")


def _is_called_after(tokens: Tokens, kept: Sequence[int], language: str) -> bool:
    """Whether somebody's name is that of a school or street: « le lycée professionnel Jean-Moulin »."""
    at = kept[0] - 1
    at -= at > 0 and tokens[at].pos == "ADJ"
    return at >= 0 and tokens[at].lemma.lower() in words(language, "names", "called_after")


def _governs_a_town(tokens: Tokens, kept: Sequence[int], language: str) -> bool:
    """Whether a name that a model knows nothing of stands behind somebody whose office is a town's: « le procureur de Nîmes »."""
    office = tokens[kept[0] - 2] if kept[0] > 1 else tokens[kept[0]]
    return not any(tokens[i].entity for i in kept) and office.lemma.lower() in words(language, "names", "of_towns")


@cache
def exonyms() -> dict[str, str]:
    """French names of places and bodies, and the form they are compared by, with and without the article of « Le Caire »."""
    known = {normal(k): normal(v) for k, v in lexicon("fr", "names")["exonyms"].items()}
    bare = {_bare(k): _bare(v) for k, v in known.items() if len(_bare(k)) >= _STEM}
    return bare | {k: _bare(v) for k, v in known.items()}


@cache
def seats() -> dict[str, str]:
    """Capitals and palaces, and the state each stands for (« Moscou » for Russia), as keys."""
    return {key_of(k, place=True): normal(v) for k, v in lexicon("fr", "names")["metonyms"].items()}


def key_of(shown: str, *, place: bool = False) -> str:
    """The canonical form of a name before the rest of its article is known; of a place without its article (« Le Havre », « du Havre »)."""
    plain = normal(shown)
    return exonyms().get(plain) or (_bare(plain) if place else plain)


def _bare(key: str) -> str:
    """A key without the article it begins with."""
    first, _, rest = key.partition(" ")
    return rest if rest and first in _KEY_ARTICLES else key


_ROMAN = re.compile(r"[IVXL]+(?:er|e|ème|th|st|nd|rd)")
_STEM = 4  # letters of a place's name that its people's has too
_ACRONYM = (2, 8)  # letters


@dataclass(frozen=True, slots=True)
class _Parts:
    """A key taken apart: a long story holds the same few names against each other millions of times."""

    words: tuple[str, ...]
    weighty: frozenset[str]
    initials: str
    run_together: str
    short: tuple[str, ...]  # the words that could be acronyms


@lru_cache(maxsize=8192)
def _parts(key: str) -> _Parts:
    words_of = tuple(key.split())
    telling = tuple(w for w in words_of if w not in SMALL)
    return _Parts(
        words=words_of,
        weighty=frozenset(telling) or frozenset(words_of),
        initials="".join(w[0] for w in telling),
        run_together=key.replace(" ", ""),
        short=tuple(w for w in telling if _ACRONYM[0] <= len(w) <= _ACRONYM[1]),
    )


def initials(key: str) -> str:
    """The acronym that a full name gives: its weighty words' first letters."""
    return _parts(key).initials


def weighty(key: str) -> frozenset[str]:
    """The words of a key that tell it from others."""
    return _parts(key).weighty


def same(left: str, right: str) -> bool:
    """Whether two keys can name the same: one holds the other's words, or is its acronym, or only spacing differs."""
    one, other = _parts(left), _parts(right)
    a, b = one.weighty, other.weighty
    if not a or not b:
        return left == right
    return a <= b or b <= a or one.run_together == other.run_together or _abbreviates(one, other) or _abbreviates(other, one)


@lru_cache(maxsize=8192)
def handles(key: str) -> frozenset[str]:
    """Marks of a key: two that are the `same`, or one seat of power, have one in common."""
    parts = _parts(key)
    starts = parts.initials if len(parts.words) > 1 else ""
    acronyms = {starts[a:b] for a in range(len(starts)) for b in range(a + _ACRONYM[0], min(len(starts), a + _ACRONYM[1]) + 1)}
    return parts.weighty | acronyms | {parts.run_together, seats().get(key, key)}


def _abbreviates(short: _Parts, full: _Parts) -> bool:
    """Whether a word of one key is the acronym of words of the other: « pj » of « police judiciaire »."""
    return len(full.words) > 1 and any(w in full.initials and w not in full.words for w in short.short)


def cognates(left: str, right: str) -> bool:
    """Whether two names of several words are one in two languages: most words of the shorter begin as one of the other's (« Agence
    spatiale européenne », "European Space Agency").
    """
    a, b = sorted((weighty(left), weighty(right)), key=len)
    alike = sum(any(w[:3] == v[:3] for v in b) for w in a)
    return len(a) > 1 and alike / len(a) > 0.6


def called_after(left: str, right: str) -> bool:
    """Whether one of two keys is called by the people of the place that the other names: « Centre spatial guyanais » and « Guyane »."""
    place, name = sorted((left, right), key=len)
    stem = place[:-1]
    return len(stem) >= _STEM and " " not in place and any(w.startswith(stem) and w != place for w in name.split()[1:])


def _other_first_name(left: Name, right: Name) -> bool:
    """Whether two full names of people begin differently: « Marc-Antoine Villars » is not « Antoine Villars », but « T. Villars » may
    stand in « Roi T. Villars ».
    """
    short, long = sorted((left.key.split(), right.key.split()), key=len)
    if len(short) < 2 or short[0] == long[0]:
        return False
    compound = "-" in (left if left.key.split() == long else right).shown.split()[0]
    return long[-len(short) :] != short or (compound and len(long) > len(short))


@cache
def areas() -> frozenset[str]:
    """What takes in towns, as keys: countries, regions, parts of the world."""
    named = {key_of(n, place=True) for code in ("fr", "en") for n in Locale(code).territories.values()}
    return frozenset(named.union(*(words("fr", "names", "areas", part) for part in ("regions", "departments", "parts"))))


def _of_two_states(left: str, right: str) -> bool:
    """Whether one is a state, and the other the seat of another: « La Valette » is not in Tunisia."""
    return any(one in seats() and other in seats().values() for one, other in ((left, right), (right, left)))


def judge_names(left: Name, right: Name) -> tuple[Verdict, str]:
    """Agreement for one bearer, precision where one names it more closely, contradiction for two bearers.

    A town and a region exclude each other only where the one is not in the other, which nothing here knows.
    """
    if left.key == right.key:
        return Verdict.AGREEMENT, "same_name"
    if seats().get(left.key, left.key) == seats().get(right.key, right.key):
        return Verdict.AGREEMENT, "same_name"
    if left.sort == right.sort == "person" and _other_first_name(left, right):
        return Verdict.CONTRADICTION, "other_name"
    if same(left.key, right.key):
        closer = left.sort == right.sort == "product" or any(c.isdigit() for c in left.key + right.key)
        return (Verdict.PRECISION, "fuller_name") if closer else (Verdict.AGREEMENT, "same_name")
    if left.sort == right.sort == "place" and (left.key in areas()) != (right.key in areas()) and not _of_two_states(left.key, right.key):
        return Verdict.PRECISION, "narrower"
    return Verdict.CONTRADICTION, "other_name"


_BRACKETED = re.compile(r"\(\s*([A-Z][\w.&-]{1,11})\s*\)")


def acronyms(text: str) -> dict[str, str]:
    """The acronyms a text explains, « Agence nationale de la sécurité (ANS) », by key: acronym → expansion.

    The words before the bracket are taken back to the one that gives the acronym's first letter, as long as they can give the others.
    """
    known = {}
    for match in _BRACKETED.finditer(text):
        acronym = normal(match.group(1)).replace(" ", "")
        before = re.findall(r"[^\W_]+", text[max(0, match.start() - 160) : match.start()])
        for count in range(2, min(len(before), 3 * len(acronym) + 2) + 1):
            key = normal(" ".join(before[-count:]))
            if initials(key) == acronym and key.split()[0] not in SMALL:
                known[acronym] = key
                break
    return known
