"""Follows the sentences of an article into a later version of it, so that what the user ruled can move over."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher

from recoupe.model import Article

_NEAR = 70.0  # of 100: a sentence with a figure or a name changed stays above 85, two sentences on one subject below 60
_REACH = 40  # sentences on either side of the expected place in which a moved sentence is looked for


def carry_over(old: Article, new: Article) -> Mapping[int, int]:
    """For each sentence of the old version the index of the same one in the new, reworded or moved; a sentence that is gone is absent.

    No two old sentences are given the same new one.
    """
    before = [_even(old.sentence_text(i)) for i in range(len(old.sentences))]
    after = [_even(new.sentence_text(i)) for i in range(len(new.sentences))]
    found: dict[int, int] = {}
    for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        found.update({block.a + k: block.b + k for k in range(block.size)})
    taken = set(found.values())
    _pair_the_same(before, after, found, taken)
    _pair_the_near(before, after, found, taken)
    return dict(sorted(found.items()))


def _even(text: str) -> str:
    return text.translate({0x2019: "'", 0xA0: " ", 0x202F: " "}).strip()


def _pair_the_same(before: list[str], after: list[str], found: dict[int, int], taken: set[int]) -> None:
    """Sentences moved as they were."""
    places: dict[str, list[int]] = {}
    for j, text in enumerate(after):
        if j not in taken:
            places.setdefault(text, []).append(j)
    for i, text in enumerate(before):
        if i not in found and places.get(text):
            found[i] = places[text].pop(0)
            taken.add(found[i])


def _pair_the_near(before: list[str], after: list[str], found: dict[int, int], taken: set[int]) -> None:
    """Sentences reworded, the likest first."""
    from rapidfuzz import fuzz

    scored: list[tuple[float, int, int, int]] = []
    for i, text in enumerate(before):
        if i in found:
            continue
        expected = max((j for k, j in found.items() if k < i), default=-1) + 1
        near = (j for j in range(max(0, expected - _REACH), min(len(after), expected + _REACH)) if j not in taken)
        scores = ((fuzz.ratio(text, after[j], score_cutoff=_NEAR), j) for j in near)
        scored.extend((-score, abs(j - expected), i, j) for score, j in scores if score)
    for _, _, i, j in sorted(scored):
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
