"""The words that name a source: the noun group behind an introducer, beside a reporting verb or before it."""

from __future__ import annotations

from functools import cache

from recoupe.facts.lexicon import lexicon, words
from recoupe.facts.tree import Tokens, children, head_of, related

LONGEST = 14  # words of a source's name
_GROWS = {"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADV", "X", "SYM"}
_LINKS = {"de", "du", "des", "d'", "à", "au", "aux", "en", "of", "at", "the", "for", "in", "l'", "la", "le", "les"}
_LISTENERS = {"à", "au", "aux", "auprès", "sur", "dans", "chez", "to"}  # « à l'AFP », « au Figaro »: who was told, not who tells
# « du côté des syndicats, on … »: among whom somebody speaks, the longest first
_PLACES = ("du côté de ", "du côté du ", "du côté des ", "auprès de ", "auprès du ", "auprès des ", "chez ", "à ", "au ", "aux ", "dans ")
_QUOTES = {"«", "»", '"', "“", "”"}
_OPENING, _CLOSING = {"«", '"', "“"}, {"»", '"', "”"}
_QUOTED = 4  # words of a quotation, with its marks and a comma
_ENDS = {",", "»", '"', "”", "!", "?", "…", "–", "—"}
_NEAR_KIND = {"proche", "proches", "close", "familiar"}
_JOINED = {"et", "ou", "and", "or"}
_PARTS_OF_DAY = {"matin", "soir", "midi", "nuit", "après-midi", "soirée", "matinée", "jour", "hier", "aujourd'hui", "demain"}
_BEFORE_SAYING = {"avoir", "être", "se", "lui", "vouloir", "laisser", "croire"}  # « a voulu rassurer la ministre »
_JOINING = {"dont", "que", "qu'", "quand", "tandis"}  # what a parser may take for part of a subject
_RANK = 2  # words, « le colonel »
_HELPING = {
    "s'",
    "se",
    "a",
    "ont",
    "l'",
    "avait",
    "avaient",
    "est",
    "sont",
    "-t",
    "fait",
    "nous",
    "lui",
    "leur",
    "m'",
    "me",
    "vous",
    "y",
    "en",
}


def grown(tokens: Tokens, start: int, language: str) -> list[int]:
    """The noun group that begins at a word, without the day and without whom it was told to."""
    kept: list[int] = []
    while start < len(tokens) and _is_when(tokens, start, language):
        start += 1
    for i in range(start, min(len(tokens), start + LONGEST)):
        token = tokens[i]
        if _is_when(tokens, i, language) or (kept and (_told_to(tokens, i, kept) or _is_aside(tokens, i, language))):
            break
        if _kind_follows(tokens, i, kept):
            kept.append(i)
            continue
        name = token.entity in {"PER", "ORG", "MISC"} and bool(kept)
        substantive = token.pos == "VERB" and i > start and tokens[i - 1].pos in {"DET", "ADJ"} and not _has_noun(tokens, kept)
        if token.pos in _GROWS or name or substantive or (token.text.lower() in _LINKS and kept) or (token.text == "-" and kept):
            if kept and token.pos == "DET" and tokens[i - 1].pos in {"NOUN", "PROPN"} and token.text.lower() not in _LINKS:
                break
            kept.append(i)
        elif token.pos == "PRON" and kept and token.text.lower() in {"lui-même", "elle-même", "eux-mêmes", "elles-mêmes"}:
            kept.append(i)
        else:
            break
    while kept and tokens[kept[-1]].pos in {"ADP", "DET", "PUNCT", "ADV"}:
        kept.pop()
    return kept if any(tokens[i].pos in {"NOUN", "PROPN", "X", "VERB"} for i in kept) else []


def _has_noun(tokens: Tokens, kept: list[int]) -> bool:
    """Whether a group has its noun, so that a participle behind it is none: « l'exploitant », « la nouvelle élue »."""
    return any(tokens[i].pos in {"NOUN", "PROPN"} for i in kept)


def _kind_follows(tokens: Tokens, index: int, kept: list[int]) -> bool:
    """Whether a word goes on with what kind of source somebody is: « sources judiciaire et proche du dossier », "familiar with"."""
    text, before = tokens[index].text.lower(), tokens[index - 1].text.lower()
    if not any(tokens[i].text.lower() in {"source", "sources", "people", "person"} for i in kept):
        return False
    another = text in _JOINED and index + 1 < len(tokens) and tokens[index + 1].pos == "ADJ" and tokens[index - 1].pos == "ADJ"
    return another or (text in {"to", "with"} and before in _NEAR_KIND)


def _is_aside(tokens: Tokens, index: int, language: str) -> bool:
    """Whether a word begins the circumstance in which somebody speaks: « lors d'une visite », « à l'issue du conseil »."""
    if tokens[index].pos not in {"ADP", "ADV", "NOUN", "DET"} or tokens[index].entity:
        return False
    text = " ".join(t.text.lower() for t in tokens[index : index + 3]).replace("' ", "'")
    return any(text == p or text.startswith(f"{p} ") or (p.endswith("'") and text.startswith(p)) for p in _asides(language))


@cache
def _asides(language: str) -> frozenset[str]:
    return words(language, "stance", "reporting", "asides")


def _is_when(tokens: Tokens, index: int, language: str) -> bool:
    """Whether a word only dates what is said: « mardi », « 15 septembre », « samedi soir », « le 5 novembre »."""
    text = tokens[index].text.lower()
    calendar = _days(language)
    after = tokens[index + 1].text.lower() if index + 1 < len(tokens) else ""
    if text in {"le", "du", "au", "ce"} and (after[:1].isdigit() or after in calendar):
        return True
    return text in calendar or text in _PARTS_OF_DAY or (text[:1].isdigit() and (after in calendar or text.isdigit()))


@cache
def _days(language: str) -> frozenset[str]:
    """The names of days and months."""
    dates = lexicon(language, "dates")
    return frozenset(dates["months"]) | frozenset(dates["weekdays"])


def _told_to(tokens: Tokens, index: int, kept: list[int]) -> bool:
    """Whether « à », « auprès de » begins the listener: behind a person, or before a paper or agency."""
    if tokens[index].text.lower() == "auprès":
        return True
    if tokens[index].text.lower() not in _LISTENERS or tokens[index].pos != "ADP":
        return False
    if tokens[index].text.lower() not in {"à", "au", "aux", "to"} or tokens[kept[-1]].entity == "PER":
        return True
    noun = next((i for i in range(index + 1, min(len(tokens), index + 3)) if tokens[i].pos not in {"DET", "ADP"}), index)
    return tokens[noun].entity in {"ORG", "MISC"} or tokens[noun].pos == "PROPN"


def says_by_place(tokens: Tokens, verb: int) -> bool:
    """Whether a verb reports whatever it means, since it stands between the end of a quoted clause and its subject: « …, savourait X »."""
    first = _with_helpers(tokens, verb)
    finite = tokens[verb].has("VerbForm=Fin") or any(tokens[i].has("VerbForm=Fin") for i in range(first, verb))
    if (
        not finite
        or tokens[verb].pos != "VERB"
        or first < _QUOTED
        or tokens[first - 1].text != ","
        or tokens[first - 2].text not in _CLOSING
    ):
        return False
    opened = next((i for i in range(first - 3, -1, -1) if tokens[i].text in _OPENING), -1)
    titled = opened > 0 and tokens[opened - 1].pos in {"NOUN", "PROPN"}  # « le slogan "On ne lâche rien" »
    return not titled and any(t.has("VerbForm=Fin") or t.text in {"!", "?"} for t in tokens[opened + 1 : first - 2])


def _with_helpers(tokens: Tokens, verb: int) -> int:
    """Where a verb begins with its helpers and the pronouns before them."""
    first = verb
    while first and (tokens[first - 1].lemma in _BEFORE_SAYING or tokens[first - 1].text.lower() in _HELPING):
        first -= 1
    return first


def closes_quote(tokens: Tokens, verb: int) -> bool:
    """Whether a quotation ends right before a verb and its helpers: « …", précise sa famille »."""
    return any(tokens[i].text in _QUOTES for i in range(max(0, verb - 3), verb))


def behind(tokens: Tokens, verb: int, language: str) -> list[int]:
    """Who stands behind a reporting verb that closes a clause: « …, a réagi, la voix lasse, la maire »; nobody where it opens one."""
    first = _with_helpers(tokens, verb)
    if not first or tokens[first - 1].text not in _ENDS:
        return []
    at = verb + 1
    while at < len(tokens) and at < verb + 9:
        if tokens[at].has("VerbForm=Inf") and tokens[at].lemma in {"avoir", "être"}:  # « a dit avoir vu un homme »
            return []
        if tokens[at].pos in {"ADV", "VERB", "AUX"} or _is_when(tokens, at, language):
            at += 1
        elif tokens[at].pos == "ADP" and (end := _phrase_end(tokens, at)) is not None:
            at = end
        else:
            break
    if at < len(tokens) and tokens[at].text == ",":
        closing = next((i for i in range(at + 1, min(len(tokens), at + 10)) if tokens[i].text == ","), None)
        at = closing + 1 if closing is not None else at
    return grown(tokens, at, language) if at < len(tokens) and tokens[at].pos in {"DET", "PROPN", "NOUN", "NUM", "ADJ"} else []


def among(tokens: Tokens, start: int) -> list[int]:
    """The body or people that a phrase names at once behind « dit-on »: « chez les enquêteurs », « mardi auprès du parquet »."""
    noun = _behind_place(tokens, start)
    while noun is None and start < len(tokens) and (_is_when(tokens, start, "fr") or tokens[start].pos in {"ADV", "VERB"}):
        start += 1
        noun = _behind_place(tokens, start)
    return grown(tokens, noun, "fr") if noun is not None else []


def among_before(tokens: Tokens, speaker: int) -> list[int]:
    """The same before « on », where nothing stands between but a comma: « du côté de la direction, on … »."""
    end = speaker - 1 if speaker and tokens[speaker - 1].text == "," else speaker
    for start in range(max(0, end - LONGEST), end):
        noun = _behind_place(tokens, start) if not start or tokens[start - 1].pos in {"PUNCT", "CCONJ"} else None
        kept = grown(tokens, noun, "fr") if noun is not None else []
        if kept and kept[-1] == end - 1:
            return kept
    return []


def _behind_place(tokens: Tokens, start: int) -> int | None:
    """The word behind « chez », « à », « auprès de », « du côté de » at some place; None where none of these stands there."""
    text = " ".join(t.text.lower() for t in tokens[start : start + 4]) + " "
    place = next((p for p in _PLACES if text.startswith(p)), None)
    return None if place is None else start + place.count(" ")


def _phrase_end(tokens: Tokens, start: int) -> int | None:
    """Where a phrase between verb and speaker ends, « dans la soirée », « à l'AFP », if a noun group follows it at once."""
    noun = next((i for i in range(start + 1, min(len(tokens), start + 5)) if tokens[i].pos in {"NOUN", "PROPN"}), None)
    if noun is None or any(tokens[i].pos not in {"DET", "ADJ", "ADP", "NUM"} for i in range(start + 1, noun)):
        return None
    follows = noun + 1
    while follows < len(tokens) and tokens[follows].pos == "PROPN" and tokens[follows].entity == tokens[noun].entity:
        follows += 1
    named = follows < len(tokens) and (tokens[follows].pos in {"DET", "PROPN", "NUM", "ADP", "ADV"} or bool(tokens[follows].entity))
    return follows if named else None


def subject_group(tokens: Tokens, subject: int, language: str) -> list[int]:
    """The subject with its complements and its name, without its relative clauses and asides."""
    kept, rim = {subject}, [subject]
    while rim:
        at = rim.pop()
        for i in children(tokens, at):
            small = related(tokens[i], "det", "amod", "case", "flat", "nmod", "compound", "nummod", "fixed")
            name = related(tokens[i], "appos") and tokens[i].entity in {"PER", "ORG", "MISC"}
            if (small or name) and i not in kept:
                kept.add(i)
                rim.append(i)
    ends = {"?", "!", ":", ";", "»"} | ({","} if tokens[min(kept)].lemma.lower() == "côté" else set())  # « Côté coulisses, le journal »
    last = max((i for i in range(min(kept), max(kept)) if tokens[i].text in ends), default=-1)
    # of « Untel maire : le préfet rappelle », what stands nearest the verb
    ordered = _before_aside(tokens, [i for i in sorted(kept) if i > last], language)
    while ordered and (tokens[ordered[0]].pos in {"ADP", "PUNCT"} or tokens[ordered[0]].text.lower() in _JOINING):
        ordered.pop(0)
    if ordered and tokens[ordered[-1]].text.lower() in _NEAR_KIND:  # « une source proche », "a source close": to what follows
        ordered = sorted({*ordered, *grown(tokens, ordered[0], language)})
    return _whole_name(tokens, ordered)


def _before_aside(tokens: Tokens, kept: list[int], language: str) -> list[int]:
    """The group without what is put in behind a comma and names nobody: « Les assureurs, prudents »."""
    comma = next((n for n, i in enumerate(kept) if n and i > kept[n - 1] + 1 and tokens[kept[n - 1] + 1].text == ","), len(kept))
    tail = kept[comma:]
    function = bool(tail) and (tokens[tail[0]].pos == "DET" or can_speak(tokens, tail, language))  # and not « Untel, mort à Paris »
    return kept if any(tokens[i].entity for i in tail) or (function and any(tokens[i].pos == "NOUN" for i in tail)) else kept[:comma]


def _whole_name(tokens: Tokens, kept: list[int]) -> list[int]:
    """The group with the rest of the name it breaks off in: « Le site Daily » of « Le site Daily Planet »."""
    end = kept[-1] + 1 if kept else 0
    while kept and end < len(tokens) and tokens[end].text.startswith("-") and tokens[end].span.start == tokens[end - 1].span.end:
        end += 2 if tokens[end].text == "-" else 1  # « Les sapeurs-pompiers »
    end = min(end, len(tokens))
    sort = tokens[end - 1].entity if kept else ""
    while sort and end < len(tokens) and (tokens[end].entity == sort or (tokens[end].text == "-" and tokens[end - 1].text != "-")):
        end += 1
    while sort and tokens[end - 1].text == "-":
        end -= 1
    return [*kept, *range(kept[-1] + 1, end)] if kept else kept


def speaks(tokens: Tokens, index: int, language: str, forms: frozenset[str]) -> bool:
    """Whether a word is a verb that credits its subject with what is said; `forms` are those of such verbs that models may misread."""
    token = tokens[index]
    if token.text.lower() in forms:
        return True
    if token.pos not in {"VERB", "AUX"}:
        return False
    if language == "fr" and says_by_place(tokens, index):
        return True
    return token.lemma in words(language, "stance", "reporting", "verbs") or says_of_feeling(tokens, index, language)


def says_of_feeling(tokens: Tokens, index: int, language: str) -> bool:
    """Whether a verb reports because it stands behind « se »: « s'est emporté le patron »."""
    reflexive = tokens[index].lemma.removeprefix("se ").removeprefix("s'") in words(language, "stance", "reporting", "reflexive")
    return reflexive and any(t.text.lower() in {"se", "s'", "s’"} for t in tokens[max(0, index - 2) : index])


def can_speak(tokens: Tokens, kept: list[int], language: str) -> bool:
    """Whether a group names somebody: a person, a body, or a noun that can be a source."""
    nouns = words(language, "stance", "reporting", "source_nouns") | words(language, "names", "roles", "single")
    itself = tokens[head_of(tokens, kept)]
    if {itself.lemma.lower(), itself.text.lower()} & _who_speak(language):
        return True
    return any(
        bool(tokens[i].entity) or tokens[i].pos == "PROPN" or tokens[i].lemma.lower() in nouns or tokens[i].text.lower() in nouns
        for i in kept
    )


@cache
def _who_speak(language: str) -> frozenset[str]:
    """Further nouns for people and bodies that may be a source."""
    people = words(language, "counts", "people", "nouns") | words(language, "counts", "beings", "nouns")
    return words(language, "stance", "reporting", "speakers") | people


def name_beside(tokens: Tokens, kept: list[int]) -> list[int]:
    """The name set behind a function: « le préfet, Jean Martin », « leur exploitant, Untel SA »."""
    at = kept[-1] + 1
    if any(tokens[i].entity == "PER" for i in kept) or at >= len(tokens) or tokens[at].text != ",":
        return []
    first = at + 1
    ranked = [t.pos for t in tokens[first : first + _RANK]]
    if ranked == ["DET", "NOUN"] and first + _RANK < len(tokens) and tokens[first + _RANK].entity == "PER":
        first += _RANK  # « le porte-parole, le colonel Jean Martin »
    end = first
    sort = tokens[end].entity if end < len(tokens) else ""
    while sort and end < len(tokens) and tokens[end].entity == sort:
        end += 1
    closed = end >= len(tokens) or tokens[end].text in {",", ".", "»"}
    return list(range(at, end)) if closed and end > first + (1 if sort == "PER" else 0) else []
