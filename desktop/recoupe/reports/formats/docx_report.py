"""The report as a Word document: summary, fact table, who agrees with whom, timeline, passages, and the articles with their marks."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.opc import phys_pkg
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from recoupe.model import Verdict
from recoupe.reports.formats.packing import Archive
from recoupe.reports.look import SHAPES, colour, ink, letter, share_colour, wash
from recoupe.reports.outline import Cell, Outline, Row, Said
from recoupe.reports.table import printable
from recoupe.reports.telling import counts_line, made_line
from recoupe.wording import colon, share_text, verdict_label, word

phys_pkg.ZipFile = Archive  # type: ignore[attr-defined]  # what python-docx writes with; it takes no other one

_FONT = "Calibri"
_CHANGED = {"delete": ink(Verdict.CONTRADICTION), "insert": ink(Verdict.AGREEMENT)}


def render(told: Outline) -> bytes:
    """The bytes of the file."""
    writer = _Writer(told)
    writer.front()
    writer.revised()
    writer.facts()
    writer.matrix()
    writer.timeline()
    writer.passages()
    writer.texts()
    written = io.BytesIO()
    writer.document.save(written)
    return written.getvalue()


class _Writer:
    """Puts one outline into one document."""

    def __init__(self, told: Outline) -> None:
        self._told = told
        self.document = docx.Document()
        self.document.core_properties.title = printable(told.title)
        self.document.core_properties.author = f"Recoupe {told.version}"
        self.document.core_properties.created = told.made_at
        self._page()
        self._styles()

    def _page(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        if len(self._told.papers) > 2:
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = Mm(297), Mm(210)
        self._room = section.page_width.mm - 36
        section.left_margin = section.right_margin = Mm(18)
        section.top_margin = section.bottom_margin = Mm(18)
        foot = section.footer.paragraphs[0]
        self._run(foot, f"{self._told.title} · {word('report', 'page', self._told.language)} ", small=True)
        _page_number(foot)

    def _styles(self) -> None:
        styles = self.document.styles
        for name, size in (("Normal", 10), ("Title", 24), ("Heading 1", 15), ("Heading 2", 11.5)):
            font = styles[name].font
            font.name, font.size = _FONT, Pt(size)
            font.color.rgb = _rgb(colour("surfaces", "text"))
            styles[name].element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:asciiTheme"), "")
            fonts = styles[name].element.rPr.rFonts
            for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
                fonts.attrib.pop(qn(attribute), None)
        styles["Normal"].paragraph_format.space_after = Pt(4)
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), "fr-FR" if self._told.language == "fr" else "en-GB")
        styles["Normal"].element.get_or_add_rPr().append(language)

    def _say(self, code: str, **details: object) -> str:
        return word("report", code, self._told.language, **details)

    def _run(
        self,
        paragraph: Any,  # noqa: ANN401
        text: str,
        *,
        bold: bool = False,
        italic: bool = False,
        small: bool = False,
        shade: str = "",
        tone: str = "",
    ) -> Any:  # noqa: ANN401
        run = paragraph.add_run(printable(text))
        run.bold, run.italic = bold or None, italic or None
        if small:
            run.font.size = Pt(8.5)
        if small or tone:
            run.font.color.rgb = _rgb(tone or colour("surfaces", "muted"))
        if shade:
            element = OxmlElement("w:shd")
            element.set(qn("w:val"), "clear")
            element.set(qn("w:fill"), shade[1:])
            run._element.get_or_add_rPr().append(element)  # noqa: SLF001 (python-docx offers no shading)
        return run

    def _line(self, text: str, **manner: Any) -> None:  # noqa: ANN401
        self._run(self.document.add_paragraph(), text, **manner)

    def front(self) -> None:
        """Title, counts, legend and the articles."""
        told = self._told
        self.document.add_heading(printable(told.title), 0)
        self._line(counts_line(told), bold=True)
        self._line(f"{made_line(told)} {self._say('caution')}", small=True)
        legend = self.document.add_paragraph()
        for verdict in Verdict:
            self._run(legend, f"{self._sign(verdict)} ", bold=True, tone=ink(verdict))
            self._run(legend, f"{verdict_label(verdict, told.language)}    ")
        self.document.add_heading(self._say("articles"), 1)
        heads = [self._say(c) for c in ("article", "outlet", "published", "author", "origin", "note")]
        table = self._table(heads, [54, 30, 30, 26, 34, 26])
        for p in told.papers:
            row = table.add_row().cells
            for cell, text in zip(
                row, (p.title, p.outlet, p.published or self._say("published_unknown"), p.author, p.where, p.note), strict=True
            ):
                self._run(cell.paragraphs[0], text)
        for line in told.relations:
            self._line(line)
        for engine in told.engines:
            self._line(self._say("translation_by_undated", engine=engine), small=True)

    def revised(self) -> None:
        """What later versions changed: words taken out struck, words put in underlined."""
        if self._told.revised:
            self.document.add_heading(self._say("revised"), 1)
        for revised in self._told.revised:
            head = self.document.add_paragraph()
            self._run(head, f"{revised.label}{colon(self._told.language)}", bold=True)
            self._run(head, revised.line)
            for change in revised.changes:
                paragraph = self.document.add_paragraph(style="List Bullet")
                about = f"{self._say(f'revised_{change.how}')}, {self._say('paragraph', number=change.paragraph)}"
                self._run(paragraph, f"{about}{colon(self._told.language)}", small=True)
                for kind, text in change.pieces:
                    run = self._run(paragraph, text, tone=_CHANGED.get(kind, ""))
                    run.font.strike, run.font.underline = kind == "delete" or None, kind == "insert" or None

    def facts(self) -> None:
        """The fact table, one column per article: what diverges, then what agrees."""
        self.document.add_heading(self._say("facts_table"), 1)
        if not self._told.rows:
            self._line(self._say("no_facts"))
        for code, rows in (("divergences", self._told.divergences), ("agreements", self._told.agreements)):
            if not rows:
                continue
            self.document.add_heading(f"{self._say(code)} ({len(rows)})", 2)
            table = self._table([p.label for p in self._told.papers], [1] * len(self._told.papers))
            for row in rows:
                self._fact(table, row)

    def _fact(self, table: Any, row: Row) -> None:  # noqa: ANN401
        """What it is over all columns, then what each article says, then why they were judged as they were."""
        self._what(_whole(table), row)
        line = table.add_row()
        _keep_whole(line)
        for cell, stated in zip(line.cells, row.cells, strict=True):
            self._stated(cell, stated)
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = bool(row.telling)
        if row.telling:
            cell = _whole(table)
            for n, why in enumerate(row.telling):
                paragraph = cell.paragraphs[0] if not n else cell.add_paragraph()
                sides = f"{why.left} / {why.right}{colon(self._told.language)}" if len(row.reasons) > 1 else ""
                self._run(paragraph, f"{self._sign(why.verdict)} ", bold=True, tone=ink(why.verdict))
                self._run(paragraph, sides + why.text, small=True)

    def _what(self, cell: Any, row: Row) -> None:  # noqa: ANN401
        _fill(cell, wash(row.verdict))
        first = cell.paragraphs[0]
        first.paragraph_format.keep_with_next = True
        self._run(first, f"{self._sign(row.verdict)}{row.number} ", bold=True, tone=ink(row.verdict))
        self._run(first, row.about, bold=True)
        tail = list(dict.fromkeys([row.kind, verdict_label(row.verdict, self._told.language)]))
        tail.append(f"{self._say('confidence')} {row.confidence}")
        tail += [self._say("event_of", number=row.passage)] if row.passage else []
        self._run(first, "  " + " · ".join(tail), small=True)
        if row.state:
            self._run(first, f"  {row.state}", bold=True)
        if row.remark:
            self._run(first, f"  {row.remark}", italic=True)
        if row.note:
            self._run(cell.add_paragraph(), f"{self._say('note')}{colon(self._told.language)}{row.note}", bold=True)

    def _stated(self, cell: Any, stated: Sequence[Cell]) -> None:  # noqa: ANN401
        paragraph = cell.paragraphs[0]
        if not stated:
            self._run(paragraph, self._say("not_stated"), italic=True, small=True)
        for n, one in enumerate(stated):
            paragraph = paragraph if not n else cell.add_paragraph()
            if one.value:
                self._run(paragraph, one.value, bold=True)
                paragraph = cell.add_paragraph()
            self._quoted(paragraph, one)
            about = [self._say("paragraph", number=one.sentence.paragraph), one.source, one.hedged]
            self._run(cell.add_paragraph(), " · ".join(a for a in about if a), small=True)
            self._translations(cell, one.sentence)

    def _quoted(self, paragraph: Any, cell: Cell) -> None:  # noqa: ANN401
        self._run(paragraph, cell.before)
        self._run(paragraph, cell.quote, bold=True)
        self._run(paragraph, cell.after)

    def _translations(self, place: Any, said: Said) -> None:  # noqa: ANN401
        for t in said.translations:
            paragraph = place.add_paragraph()
            self._run(paragraph, f"{t.text} ", italic=True)
            doubts = f" · {self._say('doubts')}{colon(self._told.language)}{', '.join(t.doubts)}" if t.doubts else ""
            self._run(paragraph, f"[{t.label}{doubts}]", small=True)

    def matrix(self) -> None:
        """Who agrees with whom."""
        told = self._told
        if len(told.papers) < 2:
            return
        self.document.add_heading(self._say("matrix"), 1)
        self._line(self._say("matrix_caption"), small=True)
        table = self._table(["", *(p.label for p in told.papers)], [40, *([30] * len(told.papers))])
        for one in told.papers:
            cells = table.add_row().cells
            self._run(cells[0].paragraphs[0], one.label, bold=True)
            for cell, other in zip(cells[1:], told.papers, strict=True):
                found = told.matrix.between(one.id, other.id)
                if one is other or found.share is None:
                    self._run(cell.paragraphs[0], "" if one is other else "–")
                    continue
                _fill(cell, share_colour(found.share))
                pairs = self._say("pairs_one" if found.pairs == 1 else "pairs_many", count=found.pairs)
                self._run(cell.paragraphs[0], share_text(found.share, told.language), bold=True)
                self._run(cell.paragraphs[0], f" ({pairs})")

    def timeline(self) -> None:
        """The times of the story and who tells of them."""
        told = self._told
        self.document.add_heading(self._say("timeline"), 1)
        table = self._table(["", *(p.label for p in told.papers)], [40, *([50] * len(told.papers))])
        for moment in told.timeline.moments:
            cells = table.add_row().cells
            self._run(cells[0].paragraphs[0], moment.label, bold=True)
            for cell, paper in zip(cells[1:], told.papers, strict=True):
                marks = [f"{m.words} ({m.about})" if m.about else m.words for m in moment.of(paper.id) if m.fact]
                shown = ["◆ " + self._say("timeline_published")] if len(marks) < len(moment.of(paper.id)) else []
                self._run(cell.paragraphs[0], "\n".join([*shown, *marks]))

    def passages(self) -> None:
        """What is told by several articles, each with its own words."""
        told = self._told
        self.document.add_heading(self._say("events"), 1)
        if not told.passages:
            self._line(self._say("no_events"))
            return
        table = self._table(["#", *(p.label for p in told.papers)], [14, *([60] * len(told.papers))])
        for passage in told.passages:
            line = table.add_row()
            _keep_whole(line)
            cells = line.cells
            self._run(cells[0].paragraphs[0], str(passage.number), bold=True)
            self._run(cells[0].add_paragraph(), passage.strength, small=True)
            for cell, side in zip(cells[1:], passage.sides, strict=True):
                if not side:
                    self._run(cell.paragraphs[0], self._say("not_stated"), italic=True, small=True)
                for n, said in enumerate(side):
                    self._pieces(cell.paragraphs[0] if not n else cell.add_paragraph(), said)
                    self._translations(cell, said)
            if passage.note:
                self._run(cells[0].add_paragraph(), passage.note, italic=True)

    def texts(self) -> None:
        """The articles, one after the other, with their facts and passages marked."""
        for paper in self._told.papers:
            self.document.add_heading(f"{printable(paper.label)}", 1)
            for group in paper.paragraphs:
                paragraph = self.document.add_paragraph(style="Heading 2" if group.role in {"title", "heading"} else None)
                for said in group.sentences:
                    for number in said.passages:
                        self._run(paragraph, f"[{number}] ", small=True, tone=colour("surfaces", "accent"))
                    self._pieces(paragraph, said)
                    paragraph.add_run(" ")
                for said in group.sentences:
                    self._translations(self.document, said)

    def _pieces(self, paragraph: Any, said: Said) -> None:  # noqa: ANN401
        for piece in said.pieces:
            self._run(paragraph, piece.text, shade=wash(piece.verdict) if piece.verdict else "")
            if piece.verdict:
                marks = " ".join(f"{letter(piece.verdict, self._told.language)}{n}" for n in piece.rows)
                self._run(paragraph, f"\u202f{marks}", bold=True, tone=ink(piece.verdict)).font.superscript = True

    def _sign(self, verdict: Verdict) -> str:
        return f"{SHAPES[verdict]}\u202f{letter(verdict, self._told.language)}"

    def _table(self, heads: Sequence[str], widths: Sequence[int]) -> Any:  # noqa: ANN401
        """A table whose first row is repeated on every page; widths in proportion."""
        table = self.document.add_table(rows=1, cols=len(heads))
        table.style = "Table Grid"
        table.autofit = False
        _rule(table)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(self._room * width / sum(widths))
        for cell, text in zip(table.rows[0].cells, heads, strict=True):
            _fill(cell, colour("surfaces", "hover"))
            self._run(cell.paragraphs[0], text, bold=True)
        repeated = OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001
        return table


def _rgb(colour_name: str) -> Any:  # noqa: ANN401
    return RGBColor.from_string(colour_name[1:].upper())


def _fill(cell: Any, fill: str) -> None:  # noqa: ANN401
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:fill"), fill[1:])
    cell._tc.get_or_add_tcPr().append(shading)  # noqa: SLF001


def _rule(table: Any) -> None:  # noqa: ANN401
    """Thin grey lines instead of black ones."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        edge = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("color", colour("surfaces", "border")[1:])):
            edge.set(qn(f"w:{name}"), value)
        borders.append(edge)
    table._tbl.tblPr.append(borders)  # noqa: SLF001


def _whole(table: Any) -> Any:  # noqa: ANN401
    """A new row of one cell over all columns, which stays with the next."""
    line = table.add_row()
    _keep_whole(line)
    return line.cells[0].merge(line.cells[-1])


def _keep_whole(line: Any) -> None:  # noqa: ANN401
    line._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001


def _page_number(paragraph: Any) -> None:  # noqa: ANN401
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        run.font.size = Pt(8.5)
        if kind:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        else:
            element = OxmlElement("w:instrText")
            element.text = text
        run._element.append(element)  # noqa: SLF001
