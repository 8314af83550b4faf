"""Marks what stands under a heading such as « Newsletter » or « À lire aussi »."""

from __future__ import annotations

import re

from recoupe.reading.characters import words
from recoupe.reading.page_lines import PageLines, ends_sentence, is_prose, is_titlelike

_LONGEST_BOX = 25  # lines: a list of related articles has a dozen
_LONGEST_FORM = 8  # lines of a subscription box
_AD_HEADS = words("publicite annonce annonces pub advertisement sponsorise ad")
_PROMOTION = re.compile(r"[!%€$]|\b(?:gratuit|offre|promo|livraison|remise|https?:|www\.|free|sale|deal)", re.IGNORECASE)
_LETTER_HEAD = re.compile(r"(?:notre |nos |la |les |votre )?newsletters?\b.{0,60}")
_FIELD = re.compile(r"(?:votre |mon )?(?:adresse )?(?:e-?)?mail|s'inscrire|je m'inscris|inscription|ok|valider")
# Links of their own rather than headings of a list
_LINK_ALONE = re.compile(
    r"(?:en savoir plus|voir plus|lire (?:la suite|plus|l'article)|tous les|toutes? l|learn more|show|load|afficher|charger|diaporama).*"
)


def mark_boxes(page: PageLines) -> None:
    """Mark the lines of every box whose heading is known as noise."""
    for i in range(page.count - 1):
        if not page.noise[i] and _LETTER_HEAD.fullmatch(page.folded[i]) and _is_form(page, i):
            page.noise[i] = "newsletter"
        if page.lines[i].rstrip().endswith((".", "!")):
            continue
        for j in _box(page, i):
            page.mark(j, page.noise[i])


def _is_form(page: PageLines, at: int) -> bool:
    """Whether a field or button of a subscription form follows closely."""
    near = range(at + 1, min(page.count, at + _LONGEST_FORM))
    return any(page.noise[j] == "newsletter" or _FIELD.fullmatch(page.folded[j]) for j in near)


def _box(page: PageLines, at: int) -> list[int]:
    reason = page.noise[at]
    reach = range(at + 1, min(page.count, at + _LONGEST_BOX))
    same = [j for j in reach if page.blocks[j] == page.blocks[at]]
    if reason == "ad":
        short = len(same) <= 4 and all(len(page.lines[j]) <= 170 for j in same)
        return same if same and short and page.folded[at] in _AD_HEADS and _PROMOTION.search(page.lines[same[0]]) else []
    if reason == "newsletter":
        return _form(page, at, same) if len(page.lines[at]) <= 60 and ":" not in page.lines[at] else []
    if reason == "summary":
        return [j for j in same if page.said[page.folded[j]] > 1]
    if reason == "cookies":
        known = [j for j in same if page.noise[j] == "cookies" and j < page.first]
        return [j for j in same if known and j < known[-1] and len(page.lines[j]) <= 170]
    return _related(page, at, same) if reason == "related" and at > page.first else []


def _form(page: PageLines, at: int, same: list[int]) -> list[int]:
    """A subscription box: up to its last known line; a short promise under the heading belongs to it too."""
    near = [j for j in same if j <= at + _LONGEST_FORM]
    known = [j for j in near if page.noise[j] == "newsletter" or page.of_edge(j)]
    if known:
        return [j for j in near if j <= known[-1] and not (is_prose(page.lines[j]) and len(page.lines[j]) > 200)]
    whole = len(same) <= 3 and same == near and not any(is_prose(page.lines[j]) for j in same)
    return same if whole else []


def _related(page: PageLines, at: int, same: list[int]) -> list[int]:
    """The titles listed under « À lire aussi » alone on its line."""
    if ":" in page.folded[at][:-1] or len(page.folded[at]) > 60 or _LINK_ALONE.fullmatch(page.folded[at]):
        return []
    titles: list[int] = []
    for j in same or range(at + 1, min(page.count, at + _LONGEST_BOX)):
        if not (page.noise[j] or is_titlelike(page.lines[j])) or (ends_sentence(page.lines[j]) and is_prose(page.lines[j])):
            break
        titles.append(j)
    ends_there = not titles or titles[-1] == page.count - 1 or (bool(same) and titles == same)
    # What stands last before running text may be a heading of the article.
    listed = ends_there or len(titles) == 1 or page.lines[titles[-1]].startswith(("•", "-", "–"))
    return titles if listed else titles[:-1]
