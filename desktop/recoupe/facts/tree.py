"""Walks over the words of one parsed sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from recoupe.model import Span, Token

Tokens = Sequence[Token]

_CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "NUM"}


class _Same:
    """Tokens known again by being the same object: to compare a sentence word by word would cost more than is saved."""

    __slots__ = ("tokens",)

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens

    def __hash__(self) -> int:
        return id(self.tokens)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.tokens is self.tokens


@lru_cache(maxsize=4)
def _governed(same: _Same) -> dict[int, list[int]]:
    """What every word of a sentence governs: asked for word by word, it would take the square of a sentence's length."""
    found: dict[int, list[int]] = {}
    for i, token in enumerate(same.tokens):
        if token.head != i:
            found.setdefault(token.head, []).append(i)
    return found


def children(tokens: Tokens, head: int) -> Iterator[int]:
    """The words that one word governs, in order."""
    return iter(_governed(_Same(tokens)).get(head, ()))


def child(tokens: Tokens, head: int, *labels: str) -> int | None:
    """The first word that `head` governs by one of these relations; a relation takes in its subtypes (`nsubj` and `nsubj:pass`)."""
    return next((i for i in children(tokens, head) if related(tokens[i], *labels)), None)


def related(token: Token, *labels: str) -> bool:
    """Whether a word hangs on its head by one of these relations or their subtypes."""
    return token.dep in labels or token.dep.partition(":")[0] in labels


def subtree(tokens: Tokens, head: int) -> frozenset[int]:
    """A word with all that hangs on it, directly or not."""
    inside, rim = {head}, [head]
    while rim:
        at = rim.pop()
        for i in children(tokens, at):
            if i not in inside:
                inside.add(i)
                rim.append(i)
    return frozenset(inside)


def governors(tokens: Tokens, index: int) -> Iterator[int]:
    """The word itself, then its head, its head's head, up to the root."""
    seen = set()
    while index not in seen:
        seen.add(index)
        yield index
        index = tokens[index].head


def at_span(tokens: Tokens, span: Span) -> list[int]:
    """The words that overlap a stretch of the article; words stand in order."""
    first = bisect_right(tokens, span.start, key=lambda t: t.span.end)
    last = first
    while last < len(tokens) and tokens[last].span.start < span.end:
        last += 1
    return list(range(first, last))


def head_of(tokens: Tokens, inside: Sequence[int]) -> int:
    """The word of a stretch that governs the others: the first whose own head lies outside."""
    members = set(inside)
    return next((i for i in inside if tokens[i].head not in members or tokens[i].head == i), inside[0])


def infinitive(token: Token) -> str:
    """A verb's lemma; of a French form that the model left as it stands (« reste »), the infinitive."""
    lemma = token.lemma.lower()
    left = token.pos in {"VERB", "AUX"} and lemma.endswith("e") and not lemma.endswith("re") and lemma == token.text.lower()
    return f"{lemma}r" if left else lemma


def is_content(token: Token) -> bool:
    """Whether a word carries meaning by itself: a noun, name, verb, adjective or number."""
    return token.pos in _CONTENT and len(token.text) > 1


def run(tokens: Tokens, indices: Sequence[int]) -> Span:
    """The stretch of the article from the first to the last of these words."""
    return Span(min(tokens[i].span.start for i in indices), max(tokens[i].span.end for i in indices))
