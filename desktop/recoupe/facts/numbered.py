"""Things told by their number: roads, lines, trains, flights, the phase of a trial, an article of a law, the category of a cyclone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recoupe.facts.kind import Found, Ruling, SentenceContext
from recoupe.facts.roles import about_name
from recoupe.facts.tree import at_span
from recoupe.model import Name, Span, Verdict

_N = r"[\s\u00a0\u202f]"
_NUMBER = rf"(?:{_N}+n[°ºo]{_N}?|{_N}+(?:numéro|number){_N}+|{_N}+)"
_AIRLINERS = r"(?:220|3[0-58]0|31[89]|32[01]|400)(?!\d)"  # « l'A380 » is no motorway
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_PATTERNS = tuple(
    (sort, re.compile(pattern))
    for sort, pattern in (
        ("road", rf"(?<=[lLdD]['’])(?P<a>A){_N}?(?!{_AIRLINERS})(?P<n>\d{{1,3}})(?!\d)"),
        ("road", rf"\b[aA]utoroute{_N}+(?P<a>A){_N}?(?P<n>\d{{1,3}})(?!\d)"),
        ("road", rf"\bR(?P<a>[ND]){_N}?(?P<n>\d{{1,4}})(?!\d)"),
        ("road", rf"(?:(?<=\b[lL]a{_N})|(?<=\broute{_N}))(?P<a>[ND]){_N}?(?P<n>\d{{1,4}})(?!\d)"),
        ("road", rf"\b(?P<a>[nN]ationale|[dD]épartementale){_N}+(?P<n>\d{{1,4}})(?!\d)"),
        ("line", rf"\b(?P<a>[lL]igne|[lL]ine){_NUMBER}(?P<n>\d{{1,3}}|[A-Z])\b"),
        ("line", rf"\b(?P<a>RER){_N}(?P<n>[A-E])\b"),
        ("train", rf"\b(?P<a>TER|TGV|Ouigo|Intercités|Eurostar|[tT]rain){_NUMBER}(?P<n>\d{{3,6}})(?!\d)"),
        ("flight", rf"\b(?P<a>[vV]ol|[fF]light){_NUMBER}(?:[A-Z]{{2}}|[A-Z]\d|\d[A-Z])?{_N}?(?P<n>\d{{2,4}})(?!\d)"),
        ("phase", rf"\b(?P<a>[pP]hase){_N}+(?P<n>[1-4]|I{{1,3}}|IV)(?![\w,]\d|\w)"),
        ("law", rf"\b(?P<a>[aA]rticles?){_N}+(?P<n>[LRD]?\.?{_N}?\d+(?:[.-]\d+)*)"),
        ("category", rf"\b(?P<a>[cC]atégorie|[cC]ategory){_N}+(?P<n>[1-5])(?![,.]?\d)"),
    )
)
_NAMES = {"nationale": "n", "départementale": "d"}
SORTS = frozenset(sort for sort, _ in _PATTERNS)


def numbered(context: SentenceContext) -> Iterator[Found]:
    """The things that a sentence tells by their number, each stretch once."""
    tokens = context.tokens
    start, end = tokens[0].span.start, tokens[-1].span.end
    taken: list[Span] = []
    for sort, pattern in _PATTERNS:
        for match in pattern.finditer(context.article.text, start, end):
            span = Span(match.start(), match.end())
            inside = at_span(tokens, span)
            if inside and not any(span.overlaps(other) for other in taken):
                taken.append(span)
                yield Found(
                    span, Name(context.article.quote(span), _key(sort, match), sort), about_name(tokens, inside), "name", scope=sort
                )


def judge_numbered(left: Name, right: Name) -> Ruling:
    """One number of a sort against another: each is another thing."""
    return (Verdict.AGREEMENT, "same_name") if left.key == right.key else (Verdict.CONTRADICTION, "excludes")


def _key(sort: str, match: re.Match[str]) -> str:
    """« RN 7 » and « la nationale 7 » are one road, « phase III » and « phase 3 » one phase."""
    number = re.sub(r"\W", "", match["n"]).lower() if sort != "law" else re.sub(r"\s", "", match["n"]).lower()
    kind = match["a"].lower()
    if sort == "road":
        return f"{_NAMES.get(kind, kind)} {number}"
    return f"{sort} {_ROMAN.get(number, number) if sort == 'phase' else number}"
