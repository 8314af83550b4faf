"""Marks the readers' comments below an article."""

from __future__ import annotations

import re

from recoupe.reading.page_lines import PageLines, is_prose

_NUMBERED = re.compile(r"\s*\d+[.)]\s")
_NICK = re.compile(r"[\w.@-]{2,25}(?: [\w.-]{1,15})? ?: ")


def mark_comments(page: PageLines) -> None:
    """Mark the line that opens a comment section and, where comments do follow it, everything after."""
    heads = [i for i in range(page.count) if page.wording.comments_start.fullmatch(page.folded[i])]
    if not heads:
        return
    own = set(heads)
    after = _Totals(page.count)
    for i in range(page.count - 1, -1, -1):
        sign = i in own or bool(page.wording.comments_sign.fullmatch(page.folded[i]))
        after.add(i, counts=not page.noise[i] or i in own, sign=sign, length=len(page.lines[i]))
    for i in heads:
        follow = i > page.first and _comments_follow(page, i, after)
        if page.wording.comments_ambiguous.fullmatch(page.folded[i]) and not (follow and _is_sure(i, after)):
            continue  # an article may have a heading « Réactions »
        page.mark(i, "comment")
        if follow:
            page.noise[i:] = [reason or "comment" for reason in page.noise[i:]]
            return


class _Totals:
    """Running totals from the end of a page: for each line, what stands from there on."""

    def __init__(self, count: int) -> None:
        self.lines = [0] * (count + 1)
        self.signs = [0] * (count + 1)
        self.lengths = [0] * (count + 1)
        self.first = [count] * (count + 1)

    def add(self, at: int, *, counts: bool, sign: bool, length: int) -> None:
        """Add a line; the one after it was added before."""
        self.lines[at] = self.lines[at + 1] + counts
        self.signs[at] = self.signs[at + 1] + (counts and sign)
        self.lengths[at] = self.lengths[at + 1] + (length if counts else 0)
        self.first[at] = at if counts else self.first[at + 1]


def _is_sure(at: int, after: _Totals) -> bool:
    return not after.lines[at + 1] or after.signs[at + 1] > 0


def _comments_follow(page: PageLines, at: int, after: _Totals) -> bool:
    """Whether what stands after a line such as « 3 commentaires » is comments rather than more of the article."""
    lines, signs, length = after.lines[at + 1], after.signs[at + 1], after.lengths[at + 1]
    if not lines or signs >= 2 or (signs and lines <= 12):
        return True
    following = page.lines[after.first[at + 1]]
    if _NUMBERED.match(following) or _NICK.match(following):
        return at > page.count // 2
    return length < 0.3 * (after.lengths[0] - length) and not (is_prose(following) and len(following) > 160)
