"""Words that a slip of the keys spelt: a letter left out, doubled or swapped with its neighbour, never the first."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, lru_cache

_MOST = 2  # slips in one sentence
_SHORTEST = 5  # letters: a slip in a shorter word makes another word too often


@lru_cache(maxsize=4096)
def meant(word: str, known: frozenset[str]) -> str:
    """The known word that a word is, or is but for one slip; the word itself where it is none. Small letters."""
    if word in known or len(word) < _SHORTEST - 1:
        return word
    slips = _slips(known)
    if word in slips:
        return slips[word]
    return next((w for w in _without_one(word) if w in known and len(w) >= _SHORTEST), word)


def misspelt(left: str, right: str) -> bool:
    """Whether two sentences are one but for a slip or two of the keys; each is given as its words in small letters, « mot/lemme ».

    A parser makes up a lemma for « pourait », and knows the one that « devait » and « devrait » share.
    """
    if left.count(" ") != right.count(" "):
        return False
    other = [(one.split("/"), two.split("/")) for one, two in zip(left.split(" "), right.split(" "), strict=True) if one != two]
    other = [(one, two) for one, two in other if one[0] != two[0]]
    return 0 < len(other) <= _MOST and all(one[-1] != two[-1] and _one_slip(one[0], two[0]) for one, two in other)


def _one_slip(one: str, other: str) -> bool:
    return meant(one, frozenset({other})) == other or meant(other, frozenset({one})) == one


def amended(text: str, known: frozenset[str]) -> str:
    """A text with its slips in known words put right, single spaces between its words."""
    return " ".join(_amended_word(w, known) for w in text.split())


def _amended_word(word: str, known: frozenset[str]) -> str:
    bare = word.strip(',;:.!?()«»"')
    return word.replace(bare, meant(bare, known)) if bare else word


@cache
def _slips(known: Collection[str]) -> dict[str, str]:
    """Every word that lacks a letter of a known one or has two of them swapped."""
    found: dict[str, str] = {}
    for word in sorted(known):
        if len(word) >= _SHORTEST:
            swapped = (word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(1, len(word) - 1))
            found |= dict.fromkeys((*_without_one(word), *swapped), word)
    return {slip: word for slip, word in found.items() if slip not in known}


def _without_one(word: str) -> list[str]:
    """A word without one of its letters, each but the first in turn."""
    return [word[:i] + word[i + 1 :] for i in range(1, len(word))]
