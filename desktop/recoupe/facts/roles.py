"""What a name is there for: the function its bearer holds, or what the sentence does with it."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.facts.tree import Tokens, children, head_of, is_content, related


def about_name(tokens: Tokens, inside: Sequence[int]) -> str:
    """The role of a name as lemmas: its title or apposition (« maire Quimperlé »), else the word that governs it.

    Empty where the name governs everything and nothing stands beside it.
    """
    head = head_of(tokens, inside)
    members = set(inside)
    beside = [i for i in children(tokens, head) if i not in members and related(tokens[i], "appos", "nmod", "amod")]
    governor = tokens[head].head
    if governor not in members and related(tokens[head], "appos", "flat", "nmod") and tokens[governor].pos == "NOUN":
        near = [governor, *(i for i in children(tokens, governor) if i not in members and related(tokens[i], "nmod", "amod"))]
        return _lemmas(tokens, near)
    titles = [i for i in beside if tokens[i].pos == "NOUN"]
    if titles:
        return _lemmas(tokens, [titles[0], *(i for i in children(tokens, titles[0]) if related(tokens[i], "nmod", "amod"))])
    return _lemmas(tokens, [governor]) if governor not in members else ""


def _lemmas(tokens: Tokens, indices: Sequence[int]) -> str:
    return " ".join(tokens[i].lemma.lower() for i in sorted(indices) if is_content(tokens[i]))
