"""Applies to an article what the user ruled on its page noise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from recoupe.model import Article, Decision, Noise, Role


def resegment(article: Article, decisions: Iterable[Decision]) -> Article:
    """The article with the user's rulings on noise applied to its sentences; its text and spans are untouched.

    The last ruling on a sentence holds. An article to which no ruling applies is returned as it is, the same object.
    """
    ruled = {d.place.sentence: d.is_noise for d in decisions if isinstance(d, Noise) and d.place.article == article.id}
    changed = {
        index: is_noise
        for index, is_noise in ruled.items()
        if 0 <= index < len(article.sentences) and is_noise != (article.sentences[index].role is Role.NOISE)
    }
    if not changed:
        return article
    sentences = list(article.sentences)
    for index, is_noise in changed.items():
        sentences[index] = replace(sentences[index], role=Role.NOISE if is_noise else Role.BODY, noise="ruled" if is_noise else "")
    return replace(article, sentences=tuple(sentences))
