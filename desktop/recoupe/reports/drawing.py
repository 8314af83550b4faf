"""The story's picture as SVG, for the HTML report and the window: the timeline and the matrix of who agrees with whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from recoupe.reports.look import HIGH, LOW, colour, mixed
from recoupe.reports.picture import Agreement, Mark, Matrix, Moment, Timeline
from recoupe.wording import share_text, word

_FONT = "font-family:'Noto Sans','Segoe UI','Helvetica Neue',Arial,sans-serif"
_ROW, _LABEL, _TOP = 30, 215, 44  # pixels: height of a line, width of the dates, height of the heads
_SQUARE, _MATRIX_LEFT, _MATRIX_TOP = 92, 170, 54  # pixels
_MARGIN = 6  # pixels
_MOST_LINES = 16  # of a timeline, on one page under its heading
_WIDE = 0.56  # mean width of a character, in sizes of the font


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of a drawing, as #rrggbb. A share of agreement is shown between `low` (none) and `high` (all)."""

    text: str
    muted: str
    accent: str
    border: str
    border_strong: str
    base: str
    alternate: str
    low: str
    high: str


def on_paper() -> Inks:
    """The colours of reports: those of the light theme."""
    names = ("text", "muted", "accent", "border", "border_strong", "base", "alternate")
    return Inks(low=LOW, high=HIGH, **{name: colour("surfaces", name) for name in names})


def timeline_svg(told: Timeline, labels: Mapping[str, str], language: str, inks: Inks | None = None) -> str:
    """A line for each time of the story, a column for each article: a diamond where it appeared, a dot where it dates something."""
    inks = inks or on_paper()
    column = max(130, min(320, 1000 // max(1, len(told.articles))))
    width, y, body = _LABEL + column * len(told.articles), _TOP, []
    for index, ident in enumerate(told.articles):
        x = _LABEL + column * index
        body.append(_text(x + 8, 24, _short(labels.get(ident, ident), column - 12, 13), 13, weight=600, fill=inks.text))
        body.append(f'<line x1="{x + 14}" x2="{x + 14}" y1="{_TOP - 8}" y2="{{bottom}}" stroke="{inks.border}"/>')
    for moment in told.moments:
        if moment.after_gap:
            body.append(_gap(y, width, inks))
            y += 16
        body.append(_line_of(moment, told, y, column, language=language, inks=inks))
        y += _ROW * max(1, *(_depth(moment, a) for a in told.articles))
    drawn = "".join(body).replace("{bottom}", str(y))
    return _svg(width, y + 6, word("report", "timeline", language), drawn, inks)


def timeline_svgs(told: Timeline, labels: Mapping[str, str], language: str, inks: Inks | None = None) -> Iterator[str]:
    """The same in pieces that fit on a page each."""
    piece: list[Moment] = []
    lines = 0
    for moment in told.moments:
        depth = max(1, *(_depth(moment, a) for a in told.articles))
        if piece and lines + depth > _MOST_LINES:
            yield timeline_svg(Timeline(told.articles, tuple(piece)), labels, language, inks)
            piece, lines = [], 0
        piece.append(moment)
        lines += depth
    yield timeline_svg(Timeline(told.articles, tuple(piece)), labels, language, inks)


def _depth(moment: Moment, article: str) -> int:
    return len(moment.of(article))


def _gap(y: int, width: int, inks: Inks) -> str:
    """A broken line: much time lies between."""
    points = " ".join(f"{x},{y + (4 if n % 2 else 12)}" for n, x in enumerate(range(0, width, 8)))
    return f'<polyline points="{points}" fill="none" stroke="{inks.border_strong}" stroke-width="0.8"/>'


def _line_of(moment: Moment, told: Timeline, y: int, column: int, *, language: str, inks: Inks) -> str:
    width = _LABEL + column * len(told.articles)
    rule = f'<line x1="0" x2="{width}" y1="{y}" y2="{y}" stroke="{inks.border}" stroke-width="0.6"/>'
    parts = [rule, _text(0, y + 20, _short(moment.label, _LABEL - 6, 12.5), 12.5, fill=inks.text)]
    for index, ident in enumerate(told.articles):
        x = _LABEL + column * index + 14
        for line, mark in enumerate(moment.of(ident)):
            parts.append(_mark(mark, x, y + 15 + _ROW * line, column - 30, language=language, inks=inks))
    return "".join(parts)


def _mark(mark: Mark, x: int, y: int, room: int, *, language: str, inks: Inks) -> str:
    accent = inks.accent
    if not mark.fact:
        sign = f'<path d="M{x} {y - 6}l6 6l-6 6l-6 -6z" fill="{accent}"/>'
        return sign + _text(x + 12, y + 4.5, word("report", "timeline_published", language), 12, fill=accent, weight=600)
    sign = f'<circle cx="{x}" cy="{y}" r="4" fill="{inks.base}" stroke="{accent}" stroke-width="2"/>'
    words = f"{mark.words} ({mark.about})" if mark.about else mark.words
    told = _text(x + 12, y + 4.5, _short(words, room, 12), 12, fill=inks.text)
    return f'<g id="{escape(mark.fact)}"><title>{escape(mark.sentence)}</title>{sign}{told}</g>'


def matrix_svg(told: Matrix, labels: Mapping[str, str], language: str, inks: Inks | None = None) -> str:
    """A square for every two articles, the deeper the more of their compared facts agree, with the share and how many pairs it rests on."""
    inks = inks or on_paper()
    last = len(told.articles) - 1
    body = []
    for n, ident in enumerate(told.articles):
        label = labels.get(ident, ident)
        if n < last:
            x = _MATRIX_LEFT + _SQUARE * (n + 0.5)
            body.append(_text(x, _MATRIX_TOP - 12, _short(label, _SQUARE - 6, 12), 12, anchor="middle", weight=600, fill=inks.text))
        if n:
            y = _MATRIX_TOP + _SQUARE * (n - 0.5)
            body.append(_text(_MATRIX_LEFT - 10, y + 4, _short(label, _MATRIX_LEFT - 14, 12), 12, anchor="end", weight=600, fill=inks.text))
        for m, other in enumerate(told.articles[:n]):
            at = (_MATRIX_LEFT + _SQUARE * m, _MATRIX_TOP + _SQUARE * (n - 1))
            body.append(_square(told.between(ident, other), at, language, inks))
    side = _SQUARE * max(1, last) + 4
    return _svg(_MATRIX_LEFT + side, _MATRIX_TOP + side, word("report", "matrix", language), "".join(body), inks)


def _square(cell: Agreement, at: tuple[int, int], language: str, inks: Inks) -> str:
    x, y = at
    fill = inks.alternate if cell.share is None else mixed(inks.low, inks.high, cell.share)
    box = f'<rect x="{x + 1}" y="{y + 1}" width="{_SQUARE - 2}" height="{_SQUARE - 2}" rx="4" fill="{fill}"'
    box += f' stroke="{inks.border}"/>'
    middle, centre = x + _SQUARE / 2, y + _SQUARE / 2
    if cell.share is None:
        return box + _text(middle, centre + 4, "–", 14, anchor="middle", fill=inks.muted)
    pairs = word("report", "pairs_one" if cell.pairs == 1 else "pairs_many", language, count=cell.pairs)
    share = _text(middle, centre + 2, share_text(cell.share, language), 17, anchor="middle", weight=600, fill=inks.text)
    return box + share + _text(middle, centre + 22, pairs, 11.5, anchor="middle", fill=inks.text)


def _text(x: float, y: float, words: str, size: float, *, anchor: str = "start", weight: int = 400, fill: str) -> str:
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" font-weight="{weight}" text-anchor="{anchor}" fill="{fill}">{escape(words)}</text>'
    )


def _short(words: str, room: float, size: float) -> str:
    """The words cut to about that many pixels."""
    most = max(4, int(room / (size * _WIDE)))
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def _svg(width: float, height: float, title: str, body: str, inks: Inks) -> str:
    """The drawing on paper of its own, with a margin at its left."""
    wide = width + _MARGIN
    paper = f'<rect x="-{_MARGIN}" width="{wide:g}" height="{height:g}" fill="{inks.base}"/>'
    size = f'viewBox="-{_MARGIN} 0 {wide:g} {height:g}" width="{wide:g}" height="{height:g}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" style="{_FONT}"><title>{escape(title)}</title>{paper}{body}</svg>'
