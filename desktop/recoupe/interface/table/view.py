"""The table of facts under the panes: its rows, the filters over them, the review queue, and why a row is judged as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QSplitter, QStackedWidget, QTableView, QVBoxLayout, QWidget

from recoupe.interface.commands.review import (
    advancement,
    notes_of,
    states_of,
    with_correction,
    with_note,
    with_state,
    without_correction,
)
from recoupe.interface.dialogs.edit_fact import EditFact
from recoupe.interface.latest import Latest
from recoupe.interface.selection import Selection
from recoupe.interface.session import Session
from recoupe.interface.table.changed import Changed
from recoupe.interface.table.delegate import MARK, PADDING, CellDelegate, row_height
from recoupe.interface.table.explanation import Explanation
from recoupe.interface.table.filters import FilterBar
from recoupe.interface.table.model import ComparisonModel
from recoupe.interface.table.names import NamesFold
from recoupe.interface.table.rows import Filter, Order, Row, divergences, label_of
from recoupe.interface.table.translated import Said
from recoupe.interface.table.witnesses import accounts
from recoupe.interface.theme import Theme
from recoupe.interface.tongue import window_language
from recoupe.model import Corrected, Project, State, Value, Verdict
from recoupe.wording import state_label

LEAST_COLUMN = 80  # pixels of an article's column: narrower, no wording could be read


class Tally(NamedTuple):
    """How many rows there are of each verdict, how many unsure ones, and which are divergences, by id."""

    verdicts: Mapping[Verdict, int]
    unsure: int
    divergences: tuple[str, ...]


def _tally(rows: tuple[Row, ...], _: Tally | None) -> Tally:
    return Tally(
        Counter(row.verdict for row in rows), sum(row.comparison.unsure for row in rows), tuple(row.ident for row in divergences(rows))
    )


_tallies: Latest[tuple[Row, ...], Tally] = Latest(_tally)


class Grid(QTableView):
    """A table that tells when its room changes."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell it once the view has taken its size."""
        super().resizeEvent(event)
        self.resized.emit()


class TableView(QWidget):
    """Rows are comparisons, columns are articles. A selected row is told to `selection`, which takes the panes there."""

    def __init__(self, session: Session, selection: Selection, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._selection, self._theme = session, selection, theme
        self._moving = False
        self.model = ComparisonModel(self)
        self.table = Grid()
        self.bar = FilterBar(theme)
        self.explanation = Explanation(theme)
        self.changed = Changed(theme)
        self.names = NamesFold(theme)
        self._delegate = CellDelegate(theme, self)
        self._empty = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._empty.setProperty("role", "muted")
        self._empty.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()
        self._connect()
        self._take(session.project)

    def _lay_out(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setItemDelegate(self._delegate)
        table.setAccessibleName(self.tr("Table of facts"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setFrameShape(QTableView.Shape.NoFrame)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(row_height(table.font()))
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setSectionsClickable(True)
        table.horizontalHeader().setSortIndicatorShown(True)
        table.horizontalHeader().setMinimumSectionSize(56)
        self._pages = QStackedWidget()
        self._pages.addWidget(table)
        self._pages.addWidget(self._empty)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setHandleWidth(1)
        front = QWidget()
        column = QVBoxLayout(front)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.changed)
        column.addWidget(self._pages, 1)
        column.addWidget(self.names)
        halves.addWidget(front)
        halves.addWidget(self.explanation)
        halves.setStretchFactor(0, 7)
        halves.setStretchFactor(1, 3)
        halves.setCollapsible(0, False)
        halves.setSizes([900, 400])
        self.explanation.setMinimumWidth(max(300, self.explanation.least_width))
        table.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(halves, 1)

    def _connect(self) -> None:
        self.bar.changed.connect(self._arrange)
        self.bar.step_asked.connect(self.step)
        self.names.toggled.connect(self.bar.show_names)
        self.table.horizontalHeader().sectionClicked.connect(self.bar.sort_by_column)
        self.table.selectionModel().currentRowChanged.connect(self._row_chosen)
        self.table.resized.connect(self._share_width)
        self.table.clicked.connect(self._cell_clicked)
        self.table.activated.connect(self._cell_clicked)
        self.explanation.ruled.connect(self.rule)
        self.explanation.noted.connect(self.write_note)
        self.explanation.correct_asked.connect(self.correct)
        self.explanation.restore_asked.connect(self.restore)
        for asking in (self.explanation.place_asked, self.changed.place_asked):
            asking.connect(lambda place: self._selection.select_place(place, again=True))
        self._session.changed.connect(lambda _, after: self._take(after))
        self._session.busy_changed.connect(lambda _: self._empty.setText(self._why_empty()))
        self._selection.comparison_changed.connect(self._show_selected)

    # What is shown

    def prepare(self, project: Project) -> None:
        """Work out what will be shown next. This may be called beside the window: it shows nothing."""
        _tallies(self.model.prepare(project))
        accounts(project)  # which loads what the window must not wait for

    def say(self, said: Said) -> None:
        """Show facts in the words of translations; the selected row stays selected."""
        anchor = self._anchor()
        self._moving = True
        self.model.say(said)
        self._moving = False
        self._name_articles(self._session.project)
        self._keep_place(anchor)

    def _take(self, project: Project) -> None:
        """Show another state of the study; the row at the top and the selected one stay where they are."""
        columns = [a.id for a in self.model.articles]
        anchor = self._anchor()
        self._moving = True
        self.model.take(project, states_of(project), notes_of(project))
        self._moving = False
        self._name_articles(project)
        tally = _tallies(self.model.rows)
        done, total = advancement(tally.divergences, self.model.states)
        self.bar.set_counts(tally.verdicts, done, total, tally.unsure)
        self.names.count(self.model.folded)
        if columns != [a.id for a in project.articles]:
            self._share_width()
            self._show_order()
        self._keep_place(anchor)

    def _name_articles(self, project: Project) -> None:
        """Call the articles as the reader knows them, wherever they are named beside the rows."""
        named = tuple(self.model.as_read(a) for a in project.articles)
        self.bar.set_articles(named)
        self.bar.set_accounts([[self.model.as_read(a) for a in group] for group in accounts(project)])
        self.changed.take(project, {a.id: label_of(a) for a in named})

    def _arrange(self, chosen: Filter, order: Order, article: str) -> None:
        self._moving = True
        self.model.arrange(chosen, order, article)
        self._moving = False
        self.names.count(self.model.folded)
        self._keep_place(("", 0))
        self._show_order()

    def _show_order(self) -> None:
        """An arrow over the column that the rows are in order of; none where they follow the passages."""
        model, head = self.model, self.table.horizontalHeader()
        ordered = next((n for n, a in enumerate(model.articles, start=1) if a.id == model.order_article), 0)
        head.setSortIndicator(ordered if model.order is not Order.EVENT else -1, Qt.SortOrder.DescendingOrder)

    def _anchor(self) -> tuple[str, int]:
        """The comparison at the top of the view, and how far it is scrolled out."""
        top = self.table.rowAt(0)
        if 0 <= top < len(self.model.shown):
            return self.model.shown[top].ident, self.table.verticalScrollBar().value()
        return "", 0

    def _keep_place(self, anchor: tuple[str, int]) -> None:
        position = self.model.position(anchor[0]) if anchor[0] else -1
        if position >= 0:
            self.table.scrollTo(self.model.index(position, 0), QAbstractItemView.ScrollHint.PositionAtTop)
        self._show_selected(self._selection.comparison, scroll=position < 0)
        self._pages.setCurrentIndex(0 if self.model.shown else 1)
        self._empty.setText(self._why_empty())
        self.explanation.expect_rows(bool(self.model.shown))

    @property
    def empty_text(self) -> str:
        """Why no row is shown, where none is."""
        return "" if self.model.shown else self._empty.text()

    def _why_empty(self) -> str:
        if self.model.rows:
            return self.tr("No row fits the filters.")
        if self._session.busy:
            return self.tr("The articles are being compared…")
        if len(self._session.project.articles) < 2:
            return self.tr("Open a second article: what both state will be compared here.")
        if not self._session.settled:
            return self.tr("Comparing did not come to its end. F5 compares anew.")
        if not self._session.project.analysis.events:
            return self.tr(
                "The articles have no passage in common: they seem to tell different stories."
                " If they tell one, pick a passage of each (K) and join them (J).",
            )
        return self.tr("The articles state nothing in common that can be compared.")

    def _share_width(self) -> None:
        """A generous first column, a narrow last one; the articles share what is left, or scroll where that is too little to read."""
        head = self.table.horizontalHeader()
        room, last = self.table.viewport().width(), self.model.columnCount() - 1
        widest = max(self.fontMetrics().horizontalAdvance(state_label(s, window_language())) for s in State)
        spoken = widest + 2 * PADDING + 2 * MARK + 10
        first = min(215, max(150, room * 28 // 100))
        self.model.review_titled = room >= 4.5 * spoken
        review = spoken if self.model.review_titled else 2 * PADDING + 2 * MARK + 6
        shared = room - first - review >= LEAST_COLUMN * max(last - 1, 1)
        for column in range(last + 1):
            stretched = shared and 0 < column < last
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch if stretched else QHeaderView.ResizeMode.Interactive)
            if not stretched:
                width = LEAST_COLUMN if 0 < column < last else first if column == 0 else review
                self.table.setColumnWidth(column, width)

    # Selection

    def _row_chosen(self, current: QModelIndex, _: QModelIndex) -> None:
        if self._moving or not current.isValid():
            return
        row = self.model.shown[current.row()]
        self._selection.select_event(row.comparison.event)
        self._selection.select_comparison(row.ident)
        self._explain(row)

    def _cell_clicked(self, index: QModelIndex) -> None:
        """A click goes to what the row compares, in an article's cell to that very sentence: on the row chosen already too."""
        article = self.model.article_of(index.column())
        row = self.model.shown[index.row()]
        self._selection.select_comparison(row.ident, again=True)
        if article is not None and article.id in row.cells:
            self._selection.select_place(row.cells[article.id].place)

    def _show_selected(self, ident: str, *, scroll: bool = True) -> None:
        position = self.model.position(ident) if ident else -1
        row = self.model.row(ident)
        self._moving = True
        if position < 0:
            self.table.clearSelection()
            self.table.selectionModel().clearCurrentIndex()
        else:
            column = max(0, self.table.currentIndex().column())
            index = self.model.index(position, column)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.table.selectionModel().setCurrentIndex(index, flags)
            if scroll:
                self.table.scrollTo(index)
        self._moving = False
        self._explain(row)

    def _explain(self, row: Row | None) -> None:
        if row is None:
            self.explanation.clear()
            return
        articles = {a.id: self.model.as_read(a) for a in self.model.articles}
        state = self.model.state_of(row)
        corrected = frozenset(d.fact for d in self._session.project.decisions if isinstance(d, Corrected))
        self.explanation.show_row(row, articles, state, self.model.notes.get(row.ident, ""), corrected)

    # The review

    def step(self, by: int) -> None:
        """Go to the next or the previous divergence among the rows shown, in their order."""
        found = [row.ident for row in self.model.shown if row.verdict is not Verdict.AGREEMENT]
        if found:
            now = self._selection.comparison
            at = found.index(now) + by if now in found else (0 if by > 0 else -1)
            self._selection.select_comparison(found[at % len(found)])

    def rule(self, state: State) -> None:
        """Rule on the selected comparison, and on no other."""
        ident, project = self._selection.comparison, self._session.project
        if ident:
            self._session.do(self.ruling_label(state), with_state(project, ident, state))

    def ruling_label(self, state: State) -> str:
        """What the step is called in the menu."""
        return {
            State.TO_CHECK: self.tr("check again"),
            State.CONFIRMED: self.tr("confirm a divergence"),
            State.NOT_A_DIVERGENCE: self.tr("set a divergence aside"),
            State.CORRECTED: self.tr("correct a value"),
        }[state]

    def write_note(self, text: str) -> None:
        """Note something on the selected comparison."""
        ident, project = self._selection.comparison, self._session.project
        if ident and text.strip() != notes_of(project).get(ident, ""):
            self._session.do(self.tr("write a note"), with_note(project, ident, text))

    def correct(self, fact: str) -> None:
        """Ask for the right value of a fact of the selected comparison."""
        project, ident = self._session.project, self._selection.comparison
        found = next((f for f in project.analysis.facts if f.id == fact), None)
        if found is None:
            return
        dialog = EditFact(found, self.model.as_read(project.article(found.place.article)), self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._take_value(fact, ident, dialog.value))
        dialog.open()

    def _take_value(self, fact: str, comparison: str, value: Value | None) -> None:
        if value is not None:
            label = self.ruling_label(State.CORRECTED)
            self._session.do(label, with_correction(self._session.project, fact, value, comparison))

    def restore(self, fact: str) -> None:
        """Have a fact be worth again what was read."""
        project, ident = self._session.project, self._selection.comparison
        self._session.do(self.tr("take a correction back"), with_state(without_correction(project, fact), ident, State.TO_CHECK))

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self._delegate.theme = theme
        self.bar.set_theme(theme)
        self.names.set_theme(theme)
        self.explanation.set_theme(theme)
        self.changed.set_theme(theme)
        self.table.viewport().update()
