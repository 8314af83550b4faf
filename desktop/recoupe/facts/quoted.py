"""One quotation credited to two people: whoever speaks, the words can be only one's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from recoupe.facts.names import normal
from recoupe.facts.sides import Side
from recoupe.model import Article, Place

_MARKED = re.compile(r"«([^«»]*)(?:»|$)|^([^«»]*)»|“([^“”]*)(?:”|$)|^([^“”]*)”|\"([^\"]*)(?:\"|$)")
_ARTICLE = re.compile(r"^(?:l['’]|(?:le|la|les|un|une|des|ce|cet|cette|son|sa|ses|leur|leurs|the|an?|his|her|their)\s)", re.IGNORECASE)
_NAMED = re.compile(r"\b[A-ZÀ-Þ]")  # « le service météorologique » may be Météo-France
_LEAST = 5  # words, below which two people may have said the same


def misquoted(articles: Sequence[Article], by_place: Mapping[Place, Sequence[Side]]) -> Iterable[tuple[Side, Side]]:
    """Every two sources, of two articles, that are credited with one and the same quotation, or one of them with a part of it."""
    texts = {a.id: a for a in articles}
    said: dict[tuple[str, ...], list[tuple[Side, tuple[str, ...]]]] = {}
    for place, inside in sorted(by_place.items()):
        if any(s.family == "attribution" for s in inside):
            article = texts[place.article]
            text, start = article.sentence_text(place.sentence), article.sentences[place.sentence].span.start
            for match in _MARKED.finditer(text):
                quoted = tuple(normal(match.group(match.lastindex or 0)).split())
                speaker = _speaker(inside, start + match.start(), start + match.end()) if len(quoted) >= _LEAST else None
                if speaker is None:
                    continue
                for n in range(len(quoted) - _LEAST + 1):
                    said.setdefault(quoted[n : n + _LEAST], []).append((speaker, quoted))
    met: set[tuple[str, str]] = set()
    for words in sorted(said):
        for (left, ours), (right, theirs) in combinations(said[words], 2):
            pair = left.fact.id, right.fact.id
            if left.place.article != right.place.article and pair not in met and _one_within(ours, theirs):
                met.add(pair)
                yield left, right


def _speaker(inside: Sequence[Side], start: int, end: int) -> Side | None:
    """Who by name is credited with what is quoted between two offsets; nobody where that is not plain."""
    credited = [s for s in inside if s.family == "attribution" and not start <= s.fact.span.start < end]
    quoted = {s.fact.stance.source for s in inside if start <= s.fact.span.start < end}
    told = [s for s in credited if getattr(s.fact.value, "shown", "") in quoted] or credited
    return told[0] if len(told) == 1 and _NAMED.search(_ARTICLE.sub("", getattr(told[0].fact.value, "shown", ""))) else None


def _one_within(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether one of two quotations is the other, or a part of it."""
    shorter, longer = sorted((f" {' '.join(words)} " for words in (ours, theirs)), key=len)
    return shorter in longer
