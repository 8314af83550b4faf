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
    ordered = [line for page in kept for line in _in_order(page)]
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


def _rows(pieces: list[Line]) -> list[list[Line]]:
    """Pieces that share a base line, to within letters of another size, from left to right; rows from top to bottom."""
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda ln: ln.bottom):
        if rows and piece.bottom - rows[-1][0].bottom <= 0.4 * min(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda ln: ln.left) for row in rows]


def _whole(row: list[Line]) -> Line:
    """The pieces of a row as one line: justified words stand apart, but belong together."""
    widest = max(row, key=lambda ln: len(ln.text))
    return Line(
        " ".join(piece.text for piece in row),
        row[0].left,
        max(piece.right for piece in row),
        min(piece.top for piece in row),
        max(piece.bottom for piece in row),
        widest.size,
        all(piece.bold for piece in row),
        widest.page_height,
    )


def _in_order(pieces: list[Line]) -> list[Line]:
    """Lines from top to bottom, column after column; what crosses all columns parts the page into bands."""
    rows = _rows(pieces)
    gutter = _gutter(pieces, len(rows))
    if gutter is None:
        return [_whole(row) for row in rows]
    ordered: list[Line] = []
    band: list[Line] = []
    for row in [*rows, []]:
        if row and not any(piece.left < gutter < piece.right for piece in row):
            band += row
            continue
        ordered += _in_order([piece for piece in band if piece.right <= gutter])
        ordered += _in_order([piece for piece in band if piece.left >= gutter])
        band = []
        if row:
            ordered.append(_whole(row))
    return ordered


def _gutter(pieces: list[Line], rows: int) -> float | None:
    """Where the first column ends, None for a single column.

    A gutter has at least three rows on either side, side by side over most of the lower column's height, and is crossed by few.
    """
    best: tuple[int, float] | None = None
    for edge, _ in Counter(round(piece.left) for piece in pieces).most_common(40):
        left = [piece for piece in pieces if piece.right <= edge - 2]
        right = [piece for piece in pieces if piece.left >= edge - 1]
        crossing = _rows([piece for piece in pieces if piece.right > edge - 2 and piece.left < edge - 1])
        if len(crossing) > 0.5 * rows or not _is_column(left) or not _is_column(right):
            continue
        tops, bottoms = zip(*((min(ln.top for ln in side), max(ln.bottom for ln in side)) for side in (left, right)), strict=True)
        height = min(bottom - top for top, bottom in zip(tops, bottoms, strict=True))
        if min(bottoms) - max(tops) < 0.6 * height:
            continue
        if best is None or len(crossing) < best[0]:
            best = (len(crossing), (max(piece.right for piece in left) + edge) / 2)
    return best[1] if best is not None else None


def _is_column(pieces: list[Line]) -> bool:
    """Whether pieces fill a width of their own in three rows or more, rather than being the ragged ends or indents of others."""
    rows = [_whole(row) for row in _rows(pieces)]
    if len(rows) < 3:
        return False
    width = max(row.right for row in rows) - min(row.left for row in rows)
    return width > 60 and sum(row.right - row.left > 0.6 * width for row in rows) >= 0.5 * len(rows)


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
    if line.size > 1.15 * size and gap > -line.size:  # a title's lines are centred as often as not
        return gap > 0.9 * line.size
    same_column = gap > -0.5 * size and line.left < before.right and before.left < line.right
    if not same_column:  # next column or next page: the sentence tells
        return bool(_ENDS.search(before.text)) and not line.text[0].islower()
    if gap > 0.75 * line.size:
        return True
    left, right = min(ln.left for ln in group), max(ln.right for ln in group)
    if _BULLET.match(group[0].text):  # a list's lines hang under their bullet
        return line.left < left - 0.5 * size or (line.left <= left + 0.3 * size and len(group) > 1 and group[1].left > left + 0.5 * size)
    indented = line.left > left + 0.7 * size and before.left <= left + 0.5 * size
    hanging = len(group) == 1 and line.left < before.left - 0.7 * size and not _ENDS.search(before.text)
    ended = bool(_ENDS.search(before.text) or before.text.endswith(";")) and before.right < right - 0.12 * (right - left) and len(group) > 1
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
