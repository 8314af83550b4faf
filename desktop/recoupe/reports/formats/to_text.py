"""The report as plain text for a terminal: what diverges first, then what is confirmed."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from recoupe.reports.formats.format import Format
from recoupe.reports.look import SHAPES, letter
from recoupe.reports.outline import Cell, Outline, Passage, Row
from recoupe.reports.revised import Revised
from recoupe.reports.table import labelled
from recoupe.reports.telling import counts_line, made_line
from recoupe.wording import colon, quoted, verdict_label, word

_WIDTH = 100
_ONE_LINE = 1_000_000  # for the clipboard: where it is pasted, lines break as they should there


def _render(told: Outline) -> bytes:
    lines = [told.title, "=" * min(len(told.title), _WIDTH), counts_line(told), ""]
    for paper in told.papers:
        facts = [
            "" if paper.label.startswith(paper.outlet) else paper.outlet,
            paper.published or word("report", "published_unknown", told.language),
        ]
        lines.append(f"  {paper.label}{colon(told.language)}{quoted(paper.title, told.language)} ({', '.join(f for f in facts if f)})")
    lines += ["", *(f"  {line}" for line in told.relations)]
    for revised in told.revised:
        lines += ["", word("report", "revised", told.language).upper(), *_revised(revised, told)]
    for code, rows in (("divergences", told.divergences), ("agreements", told.agreements)):
        if rows:
            lines += ["", word("report", code, told.language).upper(), *(x for row in rows for x in _row(row, told))]
    if not told.rows:
        lines += ["", word("report", "no_facts", told.language)]
    if told.passages:
        lines += ["", word("report", "events", told.language).upper(), *(x for p in told.passages for x in _passage(p, told))]
    lines += ["", *_wrapped(word("report", "caution", told.language), ""), made_line(told)]
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def _revised(revised: Revised, told: Outline) -> list[str]:
    """What a later version changed: words taken out between [- -], words put in between {+ +}."""
    lines = ["", *_wrapped(f"{revised.label}{colon(told.language)}{revised.line}", "  ")]
    signs = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
    for change in revised.changes:
        words = "".join(signs[kind].format(text) for kind, text in change.pieces)
        about = (
            word("report", f"revised_{change.how}", told.language),
            word("report", "paragraph", told.language, number=change.paragraph),
        )
        lines += _wrapped(f"{', '.join(about)}{colon(told.language)}{words}", "      ")
    return lines


def row_text(told: Outline, row: Row) -> str:
    """One row with its sources, for the clipboard."""
    return _pasted(_row(row, told, _ONE_LINE))


def passage_text(told: Outline, passage: Passage) -> str:
    """One passage with its sources, for the clipboard."""
    return _pasted(_passage(passage, told, _ONE_LINE))


def _pasted(lines: Iterable[str]) -> str:
    return "\n".join(line.strip() for line in lines).strip() + "\n"


def _row(row: Row, told: Outline, width: int = _WIDTH) -> list[str]:
    lang = told.language
    tail = [
        *dict.fromkeys([row.kind, verdict_label(row.verdict, lang)]),
        f"{word('report', 'confidence', lang).lower()} {row.confidence}",
        row.state,
    ]
    lines = ["", f"{SHAPES[row.verdict]} {letter(row.verdict, lang)}{row.number}  {row.about} ({', '.join(t for t in tail if t)})"]
    for paper, cells in zip(told.papers, row.cells, strict=True):
        for alike in _alike(cells):
            lines += _wrapped(f"{paper.label}{colon(lang)}{_stated(alike, told)}", "      ", width)
            translations = dict.fromkeys(labelled(t) for cell in alike for t in cell.sentence.translations)
            lines += [w for text in translations for w in _wrapped(f"→ {text}", "        ", width)]
    lines += [w for text in (row.remark, row.note) if text for w in _wrapped(f"({text})", "      ", width)]
    return lines


def _alike(cells: Sequence[Cell]) -> Iterable[list[Cell]]:
    """What an article says, each thing once with all its places: a name stands in a dozen of its sentences."""
    groups: dict[tuple[str, ...], list[Cell]] = {}
    for cell in cells:
        worth = cell.value or cell.quote
        groups.setdefault((worth.casefold(), cell.hedged), []).append(cell)
    return groups.values()


def _stated(alike: Sequence[Cell], told: Outline) -> str:
    """What cells of one article that say the same say, in the words of the first; the sources each once."""
    cell = next((c for c in alike if c.source), alike[0])
    numbers = ", ".join(str(n) for n in sorted({c.sentence.paragraph for c in alike}))
    about = [word("report", "paragraph", told.language, number=numbers)]
    if cell.source:
        about.append(word("explain", "according", told.language, source=cell.source))
    if cell.hedged:
        about.append(cell.hedged)
    value = f"{cell.value} – " if cell.value else ""
    return f"{value}{quoted(cell.quote, told.language)} ({', '.join(about)})"


def _passage(passage: Passage, told: Outline, width: int = _WIDTH) -> list[str]:
    lines = ["", f"{passage.number}. ({word('report', 'strength', told.language).lower()} {passage.strength})"]
    for paper, side in zip(told.papers, passage.sides, strict=True):
        source = ", ".join(part for part in (paper.label, paper.published) if part)
        for said in side:
            lines += _wrapped(f"{source}{colon(told.language)}{said.text}", "   ", width)
            lines += [w for t in said.translations for w in _wrapped(f"→ {labelled(t)}", "     ", width)]
    return lines


def _wrapped(text: str, indent: str, width: int = _WIDTH) -> list[str]:
    return textwrap.wrap(
        _shown(text), width, initial_indent=indent, subsequent_indent=indent + "  ", break_long_words=False, break_on_hyphens=False
    )


def _shown(text: str) -> str:
    """The text without characters that would steer a terminal."""
    return "".join(c if c.isprintable() or c in "\u00a0\u202f" else " " for c in text)


FORMAT = Format("text", ".txt", _render)
