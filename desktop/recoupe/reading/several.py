"""Finds several articles in one text, where their separation is beyond doubt."""

from __future__ import annotations

import re

from recoupe.reading.datelines import is_byline
from recoupe.reading.draft import Draft
from recoupe.reading.segmentation import paragraphs

# A line of signs alone, or a page feed. Three stars may only part two sections: the parts themselves must look like articles.
_SEPARATOR = re.compile(r"(?:^|(?<=\n))[ \t]*(?:={5,}|-{3,}|\*{3,}|_{3,}|#{3,}|~{3,}|(?:\* ?){3,})[ \t]*(?:\r?\n|$)|\f")
_LEAST = 250  # characters of an article
_STATES = re.compile(r"[.;:…,][\"»”’)\]\s\u00a0]*$")


def parted(draft: Draft) -> tuple[Draft, ...]:
    """The articles of a draft, the draft itself where there is but one.

    Every part must begin with a title on a line of its own. A short separator counts only if every part also names its author or day.
    """
    if draft.labels:
        return (draft,)
    text = draft.text
    cuts = [m for m in _SEPARATOR.finditer(text) if m.group() == "\f" or _stands_alone(text, m)]
    if not cuts:
        return (draft,)
    begins = [0, *(m.end() for m in cuts)]
    ends = [*(m.start() for m in cuts), len(text)]
    parts = [p for b, e in zip(begins, ends, strict=True) if (p := text[b:e].strip())]
    sure = all(m.group() == "\f" or len("".join(m.group().split())) >= 5 for m in cuts)
    if len(parts) < 2 or not all(_is_article(part, dated=not sure) for part in parts):
        return (draft,)
    return tuple(Draft(part) for part in parts)


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Whether a line of signs has a blank line before it: under a line of words it underlines a title."""
    before = text[: match.start()].rstrip(" \t")
    return not before or before.endswith(("\n\n", "\n\r\n", "\f")) or (before.endswith("\n") and not before.rstrip("\n").strip())


def _is_article(part: str, *, dated: bool) -> bool:
    found = paragraphs(part)
    if len(part) < _LEAST or len(found) < 3:
        return False
    lines = [part[p.span.start : p.span.end] for p in found]
    titled = len(lines[0]) <= 200 and not _STATES.search(lines[0]) and not lines[0][0].islower()
    return titled and (not dated or any(is_byline(line) for line in lines[:4]))
