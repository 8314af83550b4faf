"""Rows of the table in the words of translations, the articles' own words beneath; no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from recoupe.interface.folding import folded
from recoupe.interface.table.rows import Cell, Row, label_of
from recoupe.interface.tongue import window_language
from recoupe.model import Article, Fact, Verdict
from recoupe.translation.annotated import heading
from recoupe.wording import quoted


@dataclass(frozen=True, slots=True)
class Said:
    """What translations say, by fact id: the words of a fact, of what it is about, and of its source; and by article id: its title.

    Articles that are read in the original are absent, and so are their facts.
    """

    words: Mapping[str, str] = field(default_factory=dict)
    abouts: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)

    def named(self, article: Article) -> Article:
        """An article under the title by which the reader knows it: wherever one is called by its title, it is called by this one."""
        title = self.titles.get(article.id, "")
        return replace(article, title=title) if title else article

    def heading(self, facts: Sequence[Fact], verdict: Verdict) -> str:
        """What a comparison of these facts is about, in the reader's words; empty where no translation says it."""
        return heading(facts, verdict, self.abouts)


def in_translation(rows: Sequence[Row], said: Said, articles: Sequence[Article] = ()) -> tuple[Row, ...]:
    """The rows as a reader of the translations finds them; a row without a translated fact stays as it is.

    `articles` are those of the study: cells that say what another article says call it as the reader knows it.
    """
    called = {label_of(a): name for a in articles if (name := label_of(said.named(a))) != label_of(a)}
    if called:
        rows = [_renamed(row, called) for row in rows]
    if not said.words and not said.abouts:
        return tuple(rows)
    told = said.words.keys() | said.abouts.keys()
    return tuple(_row(row, said) if not told.isdisjoint(row.comparison.facts) else row for row in rows)


def _renamed(row: Row, called: Mapping[str, str]) -> Row:
    if called.keys().isdisjoint(name for cell in row.cells.values() for name in cell.alike):
        return row
    cells = {ident: replace(cell, alike=tuple(called.get(name, name) for name in cell.alike)) for ident, cell in row.cells.items()}
    return replace(row, cells=cells)


def _row(row: Row, said: Said) -> Row:
    cells = {ident: _cell(cell, said) for ident, cell in row.cells.items()}
    title = said.heading([fact for cell in row.cells.values() for fact in cell.facts], row.verdict) or row.title
    found = folded(" ".join((title, *(cell.wording for cell in cells.values()))))
    return replace(row, title=title, cells=cells, searchable=f"{row.searchable} {found}")


def _cell(cell: Cell, said: Said) -> Cell:
    told = tuple((f.id, said.words[f.id]) for f in cell.facts if f.id in said.words)
    sources = tuple((f.id, said.sources[f.id]) for f in cell.facts if f.id in said.sources)
    if told or sources:
        named = dict(sources)
        whose = (
            named.get(f.id) or quoted(f.stance.source, "fr" if window_language() == "en" else "en") for f in cell.facts if f.stance.source
        )
        cell = replace(cell, source=", ".join(dict.fromkeys(whose)), sources=sources)
    if len(told) < len(cell.facts):
        return replace(cell, said=told)
    return replace(cell, wording=" · ".join(dict.fromkeys(words for _, words in told)), original=cell.wording, said=told)
