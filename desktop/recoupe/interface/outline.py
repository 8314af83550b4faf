"""The events as a named list, the twin of the link map: what all articles tell, all but one, or only one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from recoupe.interface.folding import folded, matches
from recoupe.interface.marks import paint_mark
from recoupe.interface.outline_model import Item, OutlineModel, View, fits, items_of
from recoupe.interface.selection import Selection
from recoupe.interface.session import Session
from recoupe.interface.table.rows import label_of
from recoupe.interface.theme import Theme
from recoupe.model import Project

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class OutlineDelegate(QStyledItemDelegate):
    """The words of a passage over who tells it."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines for a passage, one for a sentence of it."""
        lines = 1 if index.internalId() else 2
        return QSize(160, round(QFontMetricsF(option.font).lineSpacing() * lines) + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line or two."""
        model, theme, box = index.model(), self.theme, QRectF(option.rect)
        if not isinstance(model, OutlineModel):
            return
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, QColor(theme.selection if selected else theme.base))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        words = box.adjusted(4, 0, -10, 0)
        metrics = QFontMetricsF(option.font)
        height = metrics.lineSpacing()
        item, _ = model.place_at(index)
        painter.setFont(option.font)
        if index.internalId():
            painter.setPen(QColor(theme.muted))
            painter.drawText(
                words, Qt.AlignmentFlag.AlignVCenter, metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, words.width())
            )
            painter.restore()
            return
        top = box.center().y() - height
        if item.sign is not None:
            sign = QRectF(words.left(), box.center().y() - 8, 16, 16)
            paint_mark(painter, sign, item.sign.verdict, theme, unsure=item.sign.unsure)
        words.setLeft(words.left() + (24 if item.event else 0))  # what one alone tells bears no sign
        painter.setPen(QColor(theme.text))
        line = metrics.elidedText(item.title, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(QRectF(words.left(), top, words.width(), height), Qt.AlignmentFlag.AlignLeft, line)
        painter.setPen(QColor(theme.muted))
        small = QFont(option.font)
        painter.setFont(small)
        line = metrics.elidedText(model.below(item), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(QRectF(words.left(), top + height, words.width(), height), Qt.AlignmentFlag.AlignLeft, line)
        painter.restore()


class Passages(QTreeView):
    """The list itself; where it is empty, it says why."""

    empty = ""

    def say_empty(self, words: str) -> None:
        """Say this where the passages would stand; nothing while there are any."""
        self.empty = words
        self.setAccessibleDescription(words)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The passages, or why there are none."""
        super().paintEvent(event)
        if self.empty:
            box = self.viewport().rect().adjusted(12, 12, -12, -12)
            with QPainter(self.viewport()) as painter:
                painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
                painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self.empty)


class Outline(QWidget):
    """The list, with its views and a search. What is chosen is told to `selection`."""

    def __init__(self, session: Session, selection: Selection, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._selection = session, selection
        self._moving = False
        self.model = OutlineModel(self)
        self.view, self.article, self.search, self.tree = QComboBox(), QComboBox(), QLineEdit(), Passages()
        self._delegate = OutlineDelegate(theme, self)
        self._count, self._note = QLabel(), QLabel(wordWrap=True)
        self._lay_out()
        self._connect()
        self._taken: Project | None = None
        self._study: Callable[[], Project] = lambda: session.project
        self._note_of: Callable[[], str] = str

    def showEvent(self, event: QShowEvent) -> None:
        """List the study as it stands now: while nobody looks, nothing is listed."""
        super().showEvent(event)
        self._change()

    def _lay_out(self) -> None:
        self.view.setAccessibleName(self.tr("Which passages"))
        self.article.setAccessibleName(self.tr("Of which article"))
        self.search.setAccessibleName(self.tr("Search the passages"))
        self.search.setPlaceholderText(self.tr("Search the passages"))
        self.search.setClearButtonEnabled(True)
        self._count.setProperty("role", "muted")
        self._note.setProperty("role", "muted")
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.hide()
        tree = self.tree
        tree.setModel(self.model)
        tree.setItemDelegate(self._delegate)
        tree.setHeaderHidden(True)
        tree.setProperty("role", "plain")
        tree.setIndentation(18)
        tree.setAccessibleName(self.tr("Passages"))
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.view, 1)
        line.addWidget(self._count)
        head = QVBoxLayout()
        head.setContentsMargins(8, 8, 8, 0)
        head.setSpacing(6)
        head.addLayout(line)
        head.addWidget(self.article)
        head.addWidget(self.search)
        head.addWidget(self._note)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addWidget(tree, 1)
        self.setMinimumWidth(230)

    def _connect(self) -> None:
        for view in View:
            self.view.addItem("", view.value)
        self.view.currentIndexChanged.connect(lambda _: self._arrange())
        self.article.currentIndexChanged.connect(lambda _: self._arrange())
        self.search.textChanged.connect(lambda _: self._arrange())
        self.tree.selectionModel().currentChanged.connect(self._chosen)
        self.tree.clicked.connect(lambda index: self._chosen(index, QModelIndex()))
        self._session.changed.connect(lambda _, __: self._change())
        self._session.busy_changed.connect(lambda _: self._say_empty())
        self._selection.event_changed.connect(self._show_event)

    def read_as(self, study: Callable[[], Project], note: Callable[[], str]) -> None:
        """List passages in the words of the study that a function gives, from now on; `refresh` has it asked again.

        `note` says which machine these words are from, empty where they are the articles' own.
        """
        self._study, self._note_of = study, note
        self.refresh()

    def refresh(self) -> None:
        """List the study as it is read now."""
        self._change()

    def show_view(self, view: View) -> None:
        """List these passages."""
        self.view.setCurrentIndex(self.view.findData(view.value))

    def _change(self) -> None:
        project = self._study() if self.isVisible() else self._taken
        if project is not None and project is not self._taken:
            self._taken = project
            self._take(project)
            self._note.setText(self._note_of())
            self._note.setVisible(bool(self._note.text()))

    def _take(self, project: Project) -> None:
        items = items_of(project, self._session.settings.kinds)
        self._moving = True
        for n, view in enumerate(View):
            self.view.setItemText(n, f"{self._view_words(view)} ({sum(fits(i, view) for i in items)})")
        kept = self.article.currentData()
        self.article.clear()
        self.article.addItem(self.tr("any article"), "")
        for article in project.articles:
            self.article.addItem(label_of(article)[:60], article.id)
        self.article.setCurrentIndex(max(0, self.article.findData(kept)))
        self.model.take(project, items, ())
        self._moving = False
        self._arrange()

    def _view_words(self, view: View) -> str:
        return {
            View.LINKED: self.tr("All linked passages"),
            View.ALL: self.tr("Told by all"),
            View.ALL_BUT_ONE: self.tr("Told by all but one"),
            View.ONE: self.tr("Told by only one"),
        }[view]

    def _arrange(self) -> None:
        if self._moving:
            return
        view, wanted = View(self.view.currentData()), folded(self.search.text())
        self.article.setVisible(view in {View.ALL_BUT_ONE, View.ONE})
        article = str(self.article.currentData() or "") if not self.article.isHidden() else ""
        project = self.model._project  # noqa: SLF001 -- the model is ours
        shown = tuple(
            item
            for item in self.model.items
            if fits(item, view, article) and (not wanted or matches(wanted, folded(" ".join(self._words(project, item)))))
        )
        self._moving = True
        self.model.take(project, self.model.items, shown)
        self._moving = False
        self._count.setText(str(len(shown)) if wanted else "")
        self._say_empty()
        self._show_event(self._selection.event)

    def _words(self, project: Project, item: Item) -> list[str]:
        """What a passage is found by: the words listed, and those of the articles themselves."""
        both = (project,) if project is self._session.project else (project, self._session.project)
        known = [{a.id: a for a in each.articles} for each in both]
        return [a[p.article].sentence_text(p.sentence) for a in known for p in item.places if p.article in a]

    def _say_empty(self) -> None:
        comparing = self.tr("The articles are being compared…")
        words = comparing if self._session.busy else self.tr("There is no such passage.")
        self.tree.say_empty("" if self.model.shown else words)

    def _chosen(self, current: QModelIndex, _: QModelIndex) -> None:
        if self._moving or not current.isValid():
            return
        item, place = self.model.place_at(current)
        self._moving = True
        self._selection.select_comparison("")  # or a ruling would fall on a row that is no longer read
        self._selection.select_event(item.event)
        self._selection.select_place(place, again=True)
        self._moving = False

    def _show_event(self, ident: str) -> None:
        if self._moving:
            return
        self._moving = True
        row = next((n for n, item in enumerate(self.model.shown) if ident and item.event == ident), -1)
        if row >= 0:
            self.tree.setCurrentIndex(self.model.index(row, 0))
        self._moving = False

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._delegate.theme = theme
        self.tree.viewport().update()
