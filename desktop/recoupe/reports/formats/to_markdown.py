"""The report as Markdown; what an article says is escaped, so that it stays text."""

from __future__ import annotations

import re

from recoupe.reports.formats.format import Format
from recoupe.reports.look import SHAPES, letter
from recoupe.reports.outline import Cell, Outline, Passage, Row, Said
from recoupe.reports.revised import Revised
from recoupe.reports.telling import counts_line, made_line
from recoupe.wording import colon, quoted, share_text, verdict_label, word

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_LINE_START = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")


def plain(text: str) -> str:
    """The text with everything escaped that Markdown would take for markup, on one line."""
    escaped = _SPECIAL.sub(r"\\\1", " ".join(re.split(r"[ \t\r\n\f\v]+", text)))
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if not m[2].isdigit() else m[0].replace(".", "\\."), escaped)


def _render(told: Outline) -> bytes:
    say = _Words(told.language)
    lines = [f"# {plain(told.title)}", "", counts_line(told), "", f"*{made_line(told)}* {say('caution')}", ""]
    lines += [f"- {SHAPES[v]} **{letter(v, told.language)}** {verdict_label(v, told.language)}" for v in SHAPES]
    lines += ["", f"## {say('articles')}", ""]
    for p in told.papers:
        facts = (p.outlet or say("outlet_unknown"), p.published or say("published_unknown"), p.author, p.where, say("words", count=p.words))
        lines.append(f"- **{plain(p.label)}**{say.colon}{plain(p.title)} ({', '.join(plain(f) for f in facts if f)})")
        lines += [f"  - {say('note')}{say.colon}{plain(p.note)}"] if p.note else []
    lines += ["", *(plain(line) + "\n" for line in told.relations)]
    lines += [f"## {say('revised')}", "", *(x for r in told.revised for x in _revised(r, say))] if told.revised else []
    for code, rows in (("divergences", told.divergences), ("agreements", told.agreements)):
        if rows:
            lines += [f"## {say(code)}", "", *(x for row in rows for x in _row(row, told, say))]
    lines += _matrix(told, say)
    lines += [f"## {say('events')}", "", *(x for p in told.passages for x in _passage(p, told, say))] if told.passages else []
    lines += [f"## {say('only')}", ""]
    for paper, sentences in zip(told.papers, told.only, strict=True):
        lines += [f"### {plain(paper.label)}", "", *(_sentence(s, say) for s in sentences), ""] if sentences else []
    return ("\n".join(lines).rstrip() + "\n").encode("utf-8", "replace")


class _Words:
    """The report's own words."""

    def __init__(self, language: str) -> None:
        self._language = language
        self.colon = colon(language)

    def __call__(self, code: str, **details: object) -> str:
        return word("report", code, self._language, **details)


def _revised(revised: Revised, say: _Words) -> list[str]:
    """What a later version changed: words taken out struck, words put in bold."""
    lines = [f"**{plain(revised.label)}**{say.colon}{plain(revised.line)}", ""]
    for change in revised.changes:
        words = "".join(_marked(kind, text) for kind, text in change.pieces)
        about = f"*{say(f'revised_{change.how}')}, {say('paragraph', number=change.paragraph)}*"
        lines.append(f"- {about}{say.colon}{words}")
    return [*lines, ""]


def _marked(kind: str, text: str) -> str:
    """Words with their mark, which never touches a space: Markdown would not see it."""
    words = plain(text.strip())
    if kind == "equal" or not words:
        return plain(text)
    sign = "~~" if kind == "delete" else "**"
    return f"{' ' * text[:1].isspace()}{sign}{words}{sign}{' ' * text[-1:].isspace()}"


def _row(row: Row, told: Outline, say: _Words) -> list[str]:
    lang = told.language
    lines = [f"### {SHAPES[row.verdict]} {letter(row.verdict, lang)}{row.number}. {plain(row.about)}", ""]
    tail = (row.kind, verdict_label(row.verdict, lang), f"{say('confidence')} {row.confidence}", row.state)
    lines += [" · ".join(t for t in tail if t), ""]
    lines += [f"| {say('article')} | {say('value')} | {say('quote')} | {say('place')} |", "|---|---|---|---|"]
    for paper, cells in zip(told.papers, row.cells, strict=True):
        lines += [f"| {plain(paper.label)} | {_value(c)} | {plain(quoted(c.quote, lang))} | {_place(c, say)} |" for c in cells]
        if not cells:
            lines.append(f"| {plain(paper.label)} | *{say('not_stated')}* | | |")
    lines.append("")
    lines += [f"*{plain(row.remark)}*", ""] if row.remark else []
    lines += [f"**{say('note')}**{say.colon}{plain(row.note)}", ""] if row.note else []
    lines += [f"- {plain(w.left)} / {plain(w.right)}{say.colon}{plain(w.text)}" for w in row.reasons]
    return [*lines, ""]


def _value(cell: Cell) -> str:
    return plain(f"{cell.value} ({cell.hedged})".strip() if cell.hedged else cell.value)


def _place(cell: Cell, say: _Words) -> str:
    source = f", {say('source').lower()}{say.colon}{plain(cell.source)}" if cell.source else ""
    return say("paragraph", number=cell.sentence.paragraph) + source


def _passage(passage: Passage, told: Outline, say: _Words) -> list[str]:
    by = f" · {say('by_user')}" if passage.by_user else ""
    lines = [f"### {say('event_of', number=passage.number)} ({say('strength').lower()} {passage.strength}{by})", ""]
    for paper, side in zip(told.papers, passage.sides, strict=True):
        lines += [f"**{plain(paper.label)}**", "", *(_sentence(s, say) for s in side), ""] if side else []
    return [*lines, *([f"**{say('note')}**{say.colon}{plain(passage.note)}", ""] if passage.note else [])]


def _sentence(said: Said, say: _Words) -> str:
    lines = [f"> {plain(said.text)} ({say('paragraph', number=said.paragraph)})"]
    for t in said.translations:
        doubts = f" · **{say('doubts')}{say.colon}{plain(', '.join(t.doubts))}**" if t.doubts else ""
        lines += [">", f"> *{plain(t.text)}* – {plain(t.label)}{doubts}"]
    return "\n".join([*lines, ""])


def _matrix(told: Outline, say: _Words) -> list[str]:
    if len(told.papers) < 2:
        return []
    lines = [f"## {say('matrix')}", "", say("matrix_caption"), "", "| |" + "".join(f" {plain(p.label)} |" for p in told.papers)]
    lines.append("|---" * (len(told.papers) + 1) + "|")
    for one in told.papers:
        cells = []
        for other in told.papers:
            cell = told.matrix.between(one.id, other.id)
            share = "" if one is other else "–" if cell.share is None else f"{share_text(cell.share, told.language)} ({cell.pairs})"
            cells.append(f" {share} |")
        lines.append(f"| **{plain(one.label)}** |" + "".join(cells))
    return [*lines, ""]


FORMAT = Format("markdown", ".md", _render)
