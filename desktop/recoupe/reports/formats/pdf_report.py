"""The report as PDF, made without any display: the same contents as the HTML report, on A4 pages, its fonts embedded."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator, Sequence
from functools import partial
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, KeepTogether, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table
from reportlab.platypus.doctemplate import LayoutError

from recoupe.model import Verdict
from recoupe.reports.formats.pdf_styles import drawable, fonts, grid, markup, sheet
from recoupe.reports.look import SHAPES, colour, ink, letter, share_colour, wash
from recoupe.reports.outline import Cell, Outline, Paper, Passage, Row, Said
from recoupe.reports.telling import counts_line, made_line
from recoupe.wording import colon, share_text, verdict_label, word

_MARGIN = 15 * mm
_CHANGED = {
    "equal": "{}",
    "delete": f'<strike><font color="{ink(Verdict.CONTRADICTION)}">{{}}</font></strike>',
    "insert": f'<u><font color="{ink(Verdict.AGREEMENT)}">{{}}</font></u>',
}
_MOST_COLUMNS = 4  # articles beside each other on one page; more are told in several tables


def render(told: Outline) -> bytes:
    """The bytes of the file."""
    fonts()
    try:
        return _built(told, within_rows=False)
    except LayoutError:  # a row taller than a page
        return _built(told, within_rows=True)


def _built(told: Outline, *, within_rows: bool) -> bytes:
    size = landscape(A4) if len(told.papers) > 2 else A4
    written = io.BytesIO()
    document = SimpleDocTemplate(
        written,
        pagesize=size,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN + 4 * mm,
        title=told.title,
        author=f"Recoupe {told.version}",
        lang=told.language,
        invariant=True,
    )
    pages = _Pages(told, size[0] - 2 * _MARGIN, within_rows=within_rows)
    story = [*pages.front(), *pages.revised(), *pages.facts(), *pages.picture(), *pages.passages(), *pages.texts(), *pages.only()]
    document.build(story, onFirstPage=pages.foot, onLaterPages=pages.foot)
    return written.getvalue()


class _Pages:
    """Puts one outline into what fills the pages; `width` is that of a line, in points."""

    def __init__(self, told: Outline, width: float, *, within_rows: bool) -> None:
        self._told, self._width, self._styles = told, width, sheet()
        self._grid = partial(grid, within_rows=within_rows)

    def _say(self, code: str, **details: object) -> str:
        return word("report", code, self._told.language, **details)

    def _text(self, text: str, style: str = "body") -> Paragraph:
        """A paragraph of plain text."""
        return Paragraph(markup(text), self._styles[style])

    def _head(self, text: str, style: str = "section") -> Iterator[Any]:
        """A heading that does not stand alone at the foot of a page."""
        yield CondPageBreak(45 * mm)
        yield self._text(text, style)

    def _rich(self, text: str, style: str = "body") -> Paragraph:
        """A paragraph of markup that this module made."""
        return Paragraph(text, self._styles[style])

    def _muted(self, text: str) -> str:
        return f'<font size="7" color="{colour("surfaces", "muted")}">{markup(text)}</font>'

    def foot(self, canvas: Any, document: Any) -> None:  # noqa: ANN401 (reportlab has no types)
        """The line at the bottom of every page."""
        canvas.saveState()
        canvas.setFont("Report", 7.5)
        canvas.setFillColor(colour("surfaces", "muted"))
        title = self._told.title if len(self._told.title) < 90 else self._told.title[:89] + "…"
        canvas.drawString(_MARGIN, 9 * mm, drawable(f"Recoupe {self._told.version} · {title}"))
        canvas.drawRightString(document.pagesize[0] - _MARGIN, 9 * mm, f"{self._say('page')} {canvas.getPageNumber()}")
        canvas.restoreState()

    def _sign(self, verdict: Verdict, text: str = "") -> str:
        shape = f'<font name="ReportSymbols">{SHAPES[verdict]}</font>'
        return f'<font color="{ink(verdict)}">{shape}<b>\u00a0{letter(verdict, self._told.language)}{markup(text)}</b></font>'

    def front(self) -> Iterator[Any]:
        """Title, counts, legend and the articles."""
        told = self._told
        yield self._text(told.title, "title")
        yield self._text(counts_line(told), "counts")
        yield self._text(f"{made_line(told)} {self._say('caution')}", "small")
        signs = (f"{self._sign(v)}\u00a0{markup(verdict_label(v, told.language)).replace(' ', chr(160))}" for v in Verdict)
        yield self._rich("  &nbsp;&nbsp; ".join(signs), "legend")
        yield from self._head(self._say("articles"))
        rows = [[self._text(self._say(c), "head") for c in ("article", "outlet", "published", "origin")]]
        rows += [self._paper(p) for p in told.papers]
        yield self._grid(rows, self._width, (34, 26, 18, 22))
        for line in [*told.relations, *(self._say("translation_by_undated", engine=e) for e in told.engines)]:
            yield self._text(line, "small")

    def _paper(self, paper: Paper) -> list[Any]:
        title: list[Any] = [self._text(paper.title, "strong")]
        if paper.note:
            title.append(self._text(f"{self._say('note')}{colon(self._told.language)}{paper.note}", "note"))
        about = " · ".join(t for t in (paper.author, self._say("words", count=paper.words)) if t)
        return [
            title,
            [self._text(paper.outlet or self._say("outlet_unknown")), self._text(about, "small")],
            self._text(paper.published or self._say("published_unknown")),
            self._text(paper.where, "small"),
        ]

    def revised(self) -> Iterator[Any]:
        """What later versions changed: words taken out struck, words put in underlined."""
        if self._told.revised:
            yield from self._head(self._say("revised"))
        for revised in self._told.revised:
            yield self._rich(f"<b>{markup(revised.label)}</b>{colon(self._told.language)}{markup(revised.line)}")
            for change in revised.changes:
                about = f"{self._say(f'revised_{change.how}')}, {self._say('paragraph', number=change.paragraph)}"
                words = "".join(_CHANGED[kind].format(markup(text)) for kind, text in change.pieces)
                yield self._rich(f"{self._muted(about)} {words}", "bullet")

    def _groups(self) -> Iterator[range]:
        """The columns of articles that fit beside each other, in groups as even as can be."""
        count = len(self._told.papers)
        groups = -(-count // _MOST_COLUMNS)
        return (range(count * n // groups, count * (n + 1) // groups) for n in range(groups))

    def facts(self) -> Iterator[Any]:
        """The fact table: what diverges, then what agrees."""
        yield from self._head(self._say("facts_table"))
        if not self._told.rows:
            yield self._text(self._say("no_facts"))
        for code, rows in (("divergences", self._told.divergences), ("agreements", self._told.agreements)):
            for columns in self._groups() if rows else ():
                yield from self._head(f"{self._say(code)} ({len(rows)})", "group")
                yield self._facts(rows, columns)
                yield Spacer(1, 8)

    def _facts(self, rows: Sequence[Row], columns: range) -> Table:
        """A block of rows for each fact: what it is, what each article says, why they were judged as they were."""
        lines: list[list[Any]] = [[self._column(n) for n in columns]]
        fills, blocks = [], []
        for row in rows:
            if not any(row.cells[n] for n in columns):
                continue
            start, padding = len(lines), [""] * (len(columns) - 1)
            fills.append((0, start, wash(row.verdict), ink(row.verdict)))
            lines += [[self._what(row), *padding], [self._stated(row.cells[n]) for n in columns]]
            reasons = self._why(row, {self._told.papers[n].label for n in columns})
            lines += [[reasons, *padding]] if reasons else []
            blocks.append((start, len(lines) - 1, bool(reasons)))
        return self._grid(lines, self._width, [1] * len(columns), fills, blocks=blocks)

    def _column(self, number: int) -> list[Any]:
        paper = self._told.papers[number]
        return [self._text(paper.label, "head"), *([self._text(paper.title, "small")] if paper.title != paper.label else [])]

    def _what(self, row: Row) -> list[Any]:
        told = self._told
        tail = list(dict.fromkeys([row.kind, verdict_label(row.verdict, told.language)]))
        tail += [f"{self._say('confidence')} {row.confidence}"]
        tail += [self._say("event_of", number=row.passage)] if row.passage else []
        head = f"{self._sign(row.verdict, str(row.number))} <b>{markup(row.about)}</b>  {self._muted(' · '.join(tail))}"
        head += f"  <b>{markup(row.state)}</b>" if row.state else ""
        head += f"  <i>{self._muted(row.remark)}</i>" if row.remark else ""
        found: list[Any] = [self._rich(head)]
        if row.note:
            found.append(self._text(f"{self._say('note')}{colon(told.language)}{row.note}", "note"))
        return found

    def _why(self, row: Row, shown: Collection[str]) -> list[Any]:
        """Why the articles that are shown diverge from each other or from others."""
        found: list[Any] = []
        for why in row.telling:
            if why.left not in shown and why.right not in shown:
                continue
            sides = f"{why.left} / {why.right}{colon(self._told.language)}" if len(row.reasons) > 1 else ""
            found.append(self._rich(f"{self._sign(why.verdict)} {markup(sides + why.text)}", "small"))
        return found

    def _stated(self, stated: Sequence[Cell]) -> list[Any]:
        if not stated:
            return [self._text(self._say("not_stated"), "remark")]
        found: list[Any] = []
        for cell in stated:
            found += [self._text(cell.value, "strong")] if cell.value else []
            found.append(self._rich(self._quoted(cell)))
            about = [self._say("paragraph", number=cell.sentence.paragraph), cell.source, cell.hedged]
            found += [self._text(" · ".join(a for a in about if a), "small"), *self._translations(cell.sentence)]
        return found

    def _quoted(self, cell: Cell) -> str:
        return f"{markup(cell.before)}<b>{markup(cell.quote)}</b>{markup(cell.after)}"

    def _translations(self, said: Said) -> Iterator[Paragraph]:
        for t in said.translations:
            doubts = f" · {self._say('doubts')}{colon(self._told.language)}{', '.join(t.doubts)}" if t.doubts else ""
            yield self._rich(
                f'{markup(t.text)} <font size="7" color="{colour("surfaces", "muted")}">[{markup(t.label + doubts)}]</font>', "translation"
            )

    def picture(self) -> Iterator[Any]:
        """Who agrees with whom, and the timeline."""
        told = self._told
        if len(told.papers) > 1:
            yield KeepTogether(
                [self._text(self._say("matrix"), "section"), self._text(self._say("matrix_caption"), "small"), self._matrix()]
            )
        yield from self._head(self._say("timeline"))
        for columns in self._groups():
            rows = [[self._text("", "head"), *(self._text(told.papers[n].label, "head") for n in columns)]]
            rows += [
                [self._text(m.label, "strong"), *(self._dated(m.of(told.papers[n].id)) for n in columns)] for m in told.timeline.moments
            ]
            yield self._grid(rows, self._width, (20, *([80 / len(columns)] * len(columns))))
            yield Spacer(1, 8)

    def _matrix(self) -> Table:
        told = self._told
        rows = [["", *(self._text(p.label, "head") for p in told.papers)]]
        fills = []
        for y, one in enumerate(told.papers, 1):
            line: list[Any] = [self._text(one.label, "head")]
            for x, other in enumerate(told.papers, 1):
                cell = told.matrix.between(one.id, other.id)
                if x == y or cell.share is None:
                    line.append("" if x == y else self._text("–"))
                    continue
                pairs = self._say("pairs_one" if cell.pairs == 1 else "pairs_many", count=cell.pairs)
                line.append([self._text(share_text(cell.share, told.language), "strong"), self._text(pairs, "small")])
                fills.append((x, y, share_colour(cell.share), ""))
            rows.append(line)
        width = min(self._width, 110 + 95 * len(told.papers))
        return self._grid(rows, width, (110, *([95] * len(told.papers))), fills)

    def _dated(self, marks: Sequence[Any]) -> list[Any]:
        published = f'<font name="ReportSymbols" color="{colour("surfaces", "accent")}">◆</font> <b>{self._say("timeline_published")}</b>'
        return [self._rich(published) if not m.fact else self._text(f"{m.words} ({m.about})" if m.about else m.words) for m in marks]

    def passages(self) -> Iterator[Any]:
        """What several articles tell, each in its own words."""
        yield from self._head(self._say("events"))
        if not self._told.passages:
            yield self._text(self._say("no_events"))
            return
        for columns in self._groups():
            rows: list[list[Any]] = [[self._text("#", "head"), *(self._text(self._told.papers[n].label, "head") for n in columns)]]
            rows += [self._passage(p, columns) for p in self._told.passages if any(p.sides[n] for n in columns)]
            yield self._grid(rows, self._width, (9, *([91 / len(columns)] * len(columns))))
            yield Spacer(1, 8)

    def _passage(self, passage: Passage, columns: range) -> list[Any]:
        first: list[Any] = [self._text(str(passage.number), "strong"), self._text(passage.strength, "small")]
        first += [self._text(self._say("by_user"), "small")] if passage.by_user else []
        first += [self._text(passage.note, "note")] if passage.note else []
        sides = []
        for n in columns:
            side: list[Any] = []
            for said in passage.sides[n]:
                side += [self._rich(self._pieces(said)), *self._translations(said)]
            sides.append(side or [self._text(self._say("not_stated"), "remark")])
        return [first, *sides]

    def _pieces(self, said: Said) -> str:
        """A sentence with its facts on their verdict's colour, each with its letter and row."""
        parts = []
        for piece in said.pieces:
            if piece.verdict is None:
                parts.append(markup(piece.text))
                continue
            marks = " ".join(f"{letter(piece.verdict, self._told.language)}{n}" for n in piece.rows)
            raised = f'<super size="6.5"><font color="{ink(piece.verdict)}"><b>{marks}</b></font></super>'
            parts.append(f'<font backColor="{wash(piece.verdict)}">{markup(piece.text)}</font>{raised}')
        return "".join(parts)

    def texts(self) -> Iterator[Any]:
        """The articles side by side, paragraph by paragraph."""
        yield PageBreak()
        yield from self._head(self._say("side_by_side"))
        for columns in self._groups():
            papers = [self._told.papers[n] for n in columns]
            rows = [[self._text(p.label, "head") for p in papers]]
            most = max(len(p.paragraphs) for p in papers)
            rows += [[self._paragraph(p, line) for p in papers] for line in range(most)]
            yield self._grid(rows, self._width, [1] * len(papers), ruled=False)
            yield Spacer(1, 8)

    def _paragraph(self, paper: Paper, line: int) -> list[Any]:
        if line >= len(paper.paragraphs):
            return []
        group = paper.paragraphs[line]
        parts = []
        for said in group.sentences:
            numbers = "".join(f'<font size="6.5" color="{colour("surfaces", "accent")}">[{n}]\u00a0</font>' for n in said.passages)
            parts.append(numbers + self._pieces(said))
        found: list[Any] = [self._rich(" ".join(parts), "strong" if group.role in {"title", "lead", "heading"} else "body")]
        return [*found, *(t for said in group.sentences for t in self._translations(said))]

    def only(self) -> Iterator[Any]:
        """What a single article says."""
        yield from self._head(self._say("only"))
        if not any(self._told.only):
            yield self._text(self._say("only_none"))
            return
        for paper, sentences in zip(self._told.papers, self._told.only, strict=True):
            if sentences:
                yield self._text(paper.label, "strong")
            for said in sentences:
                place = self._say("paragraph", number=said.paragraph)
                yield self._rich(f"{self._pieces(said)} {self._muted(place)}", "bullet")
