"""Puts the lines of printed pages back into reading order: columns, running heads, paragraphs, hyphens."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from statistics import median

from recoupe.model import Role
from recoupe.reading.blocks import Block
from recoupe.reading.characters import fold, words

_MARGIN = 0.12  # share of the page's height at its top and bottom in which running heads and page numbers stand
_PAGE_NUMBER = re.compile(r"(?:-|page|p\.)? ?(?:\d{1,3}|[ivxl]{1,6})(?: ?(?:/|sur|of) ?\d{1,3})? ?-?")
_ENDS = re.compile(r"[.!?…:][\"»”’)\]\s\u00a0]*$")
_BULLET = re.compile(r"^[•▪●■◦‣·–—*-]\s")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
# What follows a hyphen that is no end of a line's doing, and what comes before one
_KEPT_AFTER = re.compile(r"(?:t-|il|elle|ils|elles|on|je|tu|nous|vous|ce|ci|là|même|mêmes|moi|toi|lui|leur|le|la|les|y|en|à-|de-|d')\b")
_KEPT_BEFORE = words(
    "vice ex non demi mi semi sous grand peut porte après avant dix vingt trente quarante cinquante soixante quatre contre nord sud est "
    "ouest self well half tout toute celui celle ceux celles lui elle eux là c'est-à rendez chef arc sapeurs procès week mi"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its words, its box in points from the page's top left corner, its letters' size, and its page's height."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool
    page_height: float


def blocks_of_pages(pages: list[list[Line]]) -> list[Block]:
    """The paragraphs of a document in reading order, headings labelled by their letters' size."""
    kept = _without_running_heads(pages)
    ordered = [line for page in kept for line in _in_order(_rows(page))]
    if not ordered:
        return []
    size = _body_size(ordered)
    hyphenated = {m.lower() for line in ordered for m in re.findall(r"\w+-\w+", line.text)}
    groups: list[list[Line]] = []
    for line in ordered:
        if groups and not _begins_paragraph(groups[-1], line, size):
            groups[-1].append(line)
        else:
            groups.append([line])
    return _titled([_block(group, size, hyphenated) for group in groups], groups, size)


def _without_running_heads(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without what stands at the edge of most of them, and without their numbers."""

    def shape(line: Line) -> str:
        return re.sub(r"\d+", "#", fold(line.text))

    def edge(line: Line) -> bool:
        return line.top < _MARGIN * line.page_height or line.bottom > (1 - _MARGIN) * line.page_height

    seen = Counter(s for page in pages for s in {shape(line) for line in page if edge(line)})
    often = {s for s, count in seen.items() if count >= 2 and count >= 0.4 * len(pages)}
    return [
        [line for line in page if not (edge(line) and (shape(line) in often or _PAGE_NUMBER.fullmatch(fold(line.text))))] for page in pages
    ]


def _rows(lines: list[Line]) -> list[Line]:
    """Pieces of one printed line, torn apart by wide spaces, joined again where nothing parts them as columns."""
    joined: list[Line] = []
    for line in sorted(lines, key=lambda ln: (round(ln.top), ln.left)):
        before = joined[-1] if joined else None
        if before is not None and abs(before.top - line.top) < 0.3 * line.size and 0 <= line.left - before.right < 0.9 * line.size:
            joined[-1] = Line(
                f"{before.text} {line.text}", before.left, line.right, before.top, max(before.bottom, line.bottom), before.size, before.bold,
                line.page_height,
            )  # fmt: skip
        else:
            joined.append(line)
    return joined


def _in_order(lines: list[Line]) -> list[Line]:
    """Lines from top to bottom, column after column; what crosses all columns parts the page into bands."""
    gutter = _gutter(lines)
    if gutter is None:
        return _from_top(lines)
    ordered: list[Line] = []
    band: list[Line] = []
    for line in [*sorted(lines, key=lambda ln: ln.top), None]:
        if line is not None and not line.left < gutter - 1 < gutter + 1 < line.right:
            band.append(line)
            continue
        ordered += _in_order([ln for ln in band if ln.right <= gutter + 1])
        ordered += _in_order([ln for ln in band if ln.right > gutter + 1])
        band = []
        if line is not None:
            ordered.append(line)
    return ordered


def _from_top(lines: list[Line]) -> list[Line]:
    """Lines of one column from top to bottom; those that share a base line, to within letters of another size, from left to right."""
    ordered: list[Line] = []
    row: list[Line] = []
    for line in sorted(lines, key=lambda ln: ln.bottom):
        if row and line.bottom - row[0].bottom > 0.4 * min(line.size, row[0].size):
            ordered += sorted(row, key=lambda ln: ln.left)
            row = []
        row.append(line)
    return ordered + sorted(row, key=lambda ln: ln.left)


def _gutter(lines: list[Line]) -> float | None:
    """Where the first column ends, None for a single column.

    A gutter has at least three lines on either side, side by side over most of the lower column's height, and is crossed by few.
    """
    best: tuple[float, float] | None = None
    for edge in sorted({round(line.left) for line in lines})[:60]:
        left = [line for line in lines if line.right <= edge - 2]
        right = [line for line in lines if line.left >= edge - 1]
        crossing = len(lines) - len(left) - len(right)
        if len(left) < 3 or len(right) < 3 or crossing > 0.5 * len(lines):
            continue
        shared = min(max(ln.bottom for ln in left), max(ln.bottom for ln in right)) - max(
            min(ln.top for ln in left), min(ln.top for ln in right)
        )
        height = min(max(ln.bottom for ln in side) - min(ln.top for ln in side) for side in (left, right))
        if shared < 0.6 * height or not _is_column(left) or not _is_column(right):
            continue
        position = (max(line.right for line in left) + edge) / 2
        if best is None or crossing < best[0]:
            best = (crossing, position)
    return best[1] if best is not None else None


def _is_column(lines: list[Line]) -> bool:
    """Whether lines fill a width of their own, rather than being the ragged ends or indents of others."""
    width = max(ln.right for ln in lines) - min(ln.left for ln in lines)
    return sum(ln.right - ln.left > 0.6 * width for ln in lines) >= 0.5 * len(lines) and width > 60


def _body_size(lines: list[Line]) -> float:
    weights: Counter[float] = Counter()
    for line in lines:
        weights[round(line.size, 1)] += len(line.text)
    return weights.most_common(1)[0][0]


def _begins_paragraph(group: list[Line], line: Line, size: float) -> bool:
    before = group[-1]
    if abs(before.size - line.size) > 0.1 * size or before.bold != line.bold or _BULLET.match(line.text):
        return True
    gap = line.top - before.bottom
    same_column = gap > -0.5 * size and line.left < before.right and before.left < line.right
    if not same_column:  # next column or next page: the sentence tells
        return bool(_ENDS.search(before.text)) and not line.text[0].islower()
    if gap > 0.75 * line.size:
        return True
    left, right = min(ln.left for ln in group), max(ln.right for ln in group)
    indented = line.left > left + 0.7 * size and before.left <= left + 0.5 * size
    hanging = len(group) == 1 and line.left < before.left - 0.7 * size and not _ENDS.search(before.text)
    ended = bool(_ENDS.search(before.text)) and before.right < right - 0.12 * (right - left) and len(group) > 1
    return (indented and not hanging) or ended


def _block(group: list[Line], size: float, hyphenated: set[str]) -> Block:
    text = group[0].text
    for line in group[1:]:
        text = _joined(text, line.text, hyphenated)
    text = re.sub(r"[ \t]+", " ", text.translate(_LIGATURES).replace("\u00ad", "")).strip()
    large = median(line.size for line in group) > 1.15 * size
    bold = all(line.bold for line in group) and len(text) < 120
    heading = (large or bold) and len(text) < 220 and not re.search(r"[.,;]$", text)
    return Block(text, Role.HEADING if heading else Role.BODY, bool(_BULLET.match(text)))


def _joined(text: str, following: str, hyphenated: set[str]) -> str:
    """Two lines of a paragraph as one; a word divided at the line's end is made whole."""
    if text.endswith("\u00ad"):
        return text[:-1] + following
    parted = re.search(r"([\w'’-]*[^\W\d_])[-‐]$", text)
    if parted is None:
        return f"{text} {following}"
    head, tail = parted.group(1), following.split(None, 1)[0]
    whole = re.match(r"[\w-]*", tail)
    compound = f"{head}-{whole.group() if whole is not None else ''}".lower()
    if not tail[0].islower() or compound in hyphenated or _KEPT_AFTER.match(tail) or head.lower() in _KEPT_BEFORE:
        return text + following
    return text[:-1] + following


def _titled(blocks: list[Block], groups: list[list[Line]], size: float) -> list[Block]:
    """The largest heading near the beginning is the title."""
    early = [i for i, block in enumerate(blocks[:8]) if block.role is Role.HEADING and groups[i][0].size > 1.15 * size]
    if early:
        title = max(early, key=lambda i: (groups[i][0].size, -i))
        blocks[title] = Block(blocks[title].text, Role.TITLE)
    return blocks
