"""The rows as a Qt model: a column for what is compared, one for each article, one for the review."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from recoupe.interface.latest import Latest
from recoupe.interface.table.rows import Cell, Filter, Order, Row, arrange, foldable, label_of, rows_of
from recoupe.interface.table.translated import Said, in_translation
from recoupe.interface.tongue import window_language
from recoupe.interface.verbatim import verbatim
from recoupe.model import Analysis, Article, Project, State
from recoupe.wording import colon, date_text, note_text, state_label, verdict_label

Index = QModelIndex | QPersistentModelIndex
Made = tuple[tuple[Article, ...], Analysis, tuple[Row, ...]]  # rows, and the articles and findings they were made of
_ROOT = QModelIndex()  # a table has no rows below its rows


class Arranged(NamedTuple):
    """The rows that are shown, in order; where each is shown, and every row, by comparison; how many of agreed names are folded."""

    shown: tuple[Row, ...]
    positions: Mapping[str, int]
    by_ident: Mapping[str, Row]
    folded: int


def _arranged(
    rows: tuple[Row, ...], _: object, ruled: frozenset[tuple[str, State]], chosen: Filter, order: Order, article: str
) -> Arranged:
    states = dict(ruled)
    shown = arrange(rows, states, chosen, order, article)
    positions = {row.ident: n for n, row in enumerate(shown)}
    return Arranged(shown, positions, {row.ident: row for row in rows}, foldable(rows, states, chosen))


class ComparisonModel(QAbstractTableModel):
    """What is compared, by row; who says what, by column. Filtering and order are done here, on plain rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self.shown: tuple[Row, ...] = ()
        self.articles: tuple[Article, ...] = ()
        self.states: Mapping[str, State] = {}
        self.notes: Mapping[str, str] = {}
        self.filter = Filter()
        self.order = Order.GRAVITY
        self.order_article = ""
        self.review_titled = True
        self.folded = 0
        self._by_ident: Mapping[str, Row] = {}
        self._positions: Mapping[str, int] = {}
        self._arranging: Latest[tuple[Row, ...], Arranged] = Latest(_arranged)
        self._language = window_language()
        self._own: tuple[Row, ...] = ()
        self._said = Said()
        self._shows: Made = ((), Analysis(), ())
        self._ready: Made = self._shows

    def say(self, said: Said) -> None:
        """Show facts in the words of translations from now on, where there are any."""
        if said != self._said:
            self._said = said
            self.beginResetModel()
            self.rows = in_translation(self._own, said, self.articles)
            self._show_arranged()
            self.endResetModel()

    def take(self, project: Project, states: Mapping[str, State], notes: Mapping[str, str]) -> None:
        """Show another state of the study; rows whose comparison did not change are kept."""
        self._own = self._rows_for(project)
        rows = in_translation(self._own, self._said, project.articles)
        arranged = self._arrange(rows, states)
        same = project.articles == self.articles and arranged.shown == self.shown
        if not same:
            self.beginResetModel()
        self.rows, self.articles, self.states, self.notes = rows, project.articles, states, notes
        self._take_arranged(arranged)
        if not same:
            self.endResetModel()
        elif self.shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.shown) - 1, self.columnCount() - 1))

    def prepare(self, project: Project) -> tuple[Row, ...]:
        """Make the rows of a study that will be shown next. This may be called beside the window: it shows nothing."""
        rows = self._made(project)
        self._ready = project.articles, project.analysis, rows
        self._arrange(rows, {})
        return rows

    def _rows_for(self, project: Project) -> tuple[Row, ...]:
        """The rows of a study; a ruling or a note changes none of them."""
        fitting = (made for made in (self._shows, self._ready) if made[1] is project.analysis and made[0] == project.articles)
        self._shows = self._ready = next(fitting, None) or (project.articles, project.analysis, self._made(project))
        return self._shows[2]

    def _made(self, project: Project) -> tuple[Row, ...]:
        articles, _, rows = self._shows
        alike = [(a.id, label_of(a)) for a in articles] == [(a.id, label_of(a)) for a in project.articles]
        return rows_of(project, self._language, {row.ident: row for row in rows} if alike else {})

    def arrange(self, chosen: Filter, order: Order, article: str = "") -> None:
        """Show the rows that the filter lets through, in that order."""
        self.beginResetModel()
        self.filter, self.order, self.order_article = chosen, order, article
        self._show_arranged()
        self.endResetModel()

    def _show_arranged(self) -> None:
        self._take_arranged(self._arrange(self.rows, self.states))

    def _arrange(self, rows: tuple[Row, ...], states: Mapping[str, State]) -> Arranged:
        """The rows as they are wished for; a ruling moves none where nobody asks for rows by how far their review has come."""
        ruled = frozenset(states.items()) if self.filter.states else frozenset()
        return self._arranging(rows, ruled, self.filter, self.order, self.order_article)

    def _take_arranged(self, arranged: Arranged) -> None:
        self.shown, self.folded = arranged.shown, arranged.folded
        self._positions, self._by_ident = arranged.positions, arranged.by_ident

    def state_of(self, row: Row) -> State:
        """How far the review of a row has come."""
        return self.states.get(row.ident, State.TO_CHECK)

    def position(self, ident: str) -> int:
        """The row that shows a comparison, or -1."""
        return self._positions.get(ident, -1)

    def row(self, ident: str) -> Row | None:
        """The row of a comparison, shown or not."""
        return self._by_ident.get(ident)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Rows shown, after filtering."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """What is compared, the articles, the review."""
        return 0 if parent.isValid() else len(self.articles) + 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The outlets; the title of the article in the tooltip, the translated one first where there is one."""
        if orientation is Qt.Orientation.Vertical:
            return None
        article = self.article_of(section)
        if role == Qt.ItemDataRole.DisplayRole:
            if article is None:
                return self.tr("What is compared") if section == 0 else self.tr("Review") if self.review_titled else ""
            return label_of(self.as_read(article))
        if role == Qt.ItemDataRole.ToolTipRole and article is None:
            return self.tr("Review") if section else None
        if role == Qt.ItemDataRole.ToolTipRole and article is not None:
            day = date_text(article.published, self._language) if article.published else self.tr("date unknown")
            titles = dict.fromkeys((self.as_read(article).title, article.title))
            return verbatim("\n".join(part for part in (*titles, article.outlet, day) if part))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def as_read(self, article: Article) -> Article:
        """An article under the title by which the reader knows it: a translated one where it is read in translation."""
        return self._said.named(article)

    def article_of(self, column: int) -> Article | None:
        """The article of a column, None for the first and the last."""
        return self.articles[column - 1] if 1 <= column <= len(self.articles) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words, the row and cell they come from, and a sentence for screen readers."""
        if not index.isValid() or index.row() >= len(self.shown):
            return None
        row = self.shown[index.row()]
        article = self.article_of(index.column())
        cell = row.cells.get(article.id) if article is not None else None
        state = self.state_of(row)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            spoken = role != Qt.ItemDataRole.DisplayRole
            if article is not None:
                told = self._cell_text(cell, article, spoken=spoken)
            else:
                told = self._head_text(row, spoken=spoken) if index.column() == 0 else self._state_text(row, state, spoken=spoken)
            return verbatim(told) if role == Qt.ItemDataRole.ToolTipRole else told
        return None

    def _head_text(self, row: Row, *, spoken: bool) -> str:
        if not spoken:
            return row.title
        parts = (row.title, row.kind, verdict_label(row.verdict, self._language), note_text(row.comparison.note, self._language))
        return ", ".join(part for part in parts if part)

    def _state_text(self, row: Row, state: State, *, spoken: bool) -> str:
        note = self.notes.get(row.ident, "")
        words = state_label(state, self._language)
        return f"{words}\n{note}" if spoken and note else words

    def _cell_text(self, cell: Cell | None, article: Article, *, spoken: bool) -> str:
        if cell is None:
            return self.tr("not stated")
        if not spoken:
            return cell.wording
        verdict = verdict_label(cell.verdict, self._language) if cell.verdict is not None else ""
        verdict += f", {note_text('unsure', self._language)}" if cell.unsure else ""
        sentence = article.sentence_text(cell.place.sentence)
        return "\n".join(
            part for part in (f"{label_of(self.as_read(article))}{colon(self._language)}{cell.wording}", verdict, sentence) if part
        )
