"""The events as a named list, the twin of the link map: what all articles tell, all but one, or only one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
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
from recoupe.interface.panes.findings import event_verdicts
from recoupe.interface.selection import Selection
from recoupe.interface.session import Session
from recoupe.interface.table.rows import label_of
from recoupe.interface.theme import Theme
from recoupe.interface.tongue import window_language
from recoupe.interface.verbatim import verbatim
from recoupe.model import By, Event, Place, Project, Verdict
from recoupe.wording import share_text, verdict_label, word

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class View(StrEnum):
    """Which passages to list."""

    LINKED = "linked"
    ALL = "all"
    ALL_BUT_ONE = "all_but_one"
    ONE = "one"


@dataclass(frozen=True, slots=True)
class Item:
    """A passage of the list: an event, or a sentence that only one article tells (then `event` is empty)."""

    event: str
    title: str
    places: tuple[Place, ...]
    missing: tuple[str, ...]
    strength: float
    by: By
    verdict: Verdict | None


def items_of(project: Project, kinds: tuple[str, ...]) -> tuple[Item, ...]:
    """Every event, in the order of the first article that tells it, then every sentence that stands alone."""
    rank = {a.id: n for n, a in enumerate(project.articles)}
    articles = {a.id: a for a in project.articles}
    verdicts = event_verdicts(project, kinds)
    events = sorted(project.analysis.events, key=lambda e: min((rank.get(p.article, 99), p.sentence) for p in e.members))
    found = [_item(event, articles, verdicts) for event in events if all(p.article in articles for p in event.members)]
    told = {place for event in project.analysis.events for place in event.members}
    for article in project.articles:
        for n in article.story:
            place = Place(article.id, n)
            if place not in told:
                missing = tuple(a.id for a in project.articles if a.id != article.id)
                found.append(Item("", article.sentence_text(n), (place,), missing, 0.0, By.PROGRAM, None))
    return tuple(found)


def _item(event: Event, articles: Mapping[str, object], verdicts: Mapping[str, Verdict]) -> Item:
    first = min(event.members, key=lambda p: (list(articles).index(p.article), p.sentence))
    title = articles[first.article].sentence_text(first.sentence)  # type: ignore[attr-defined]
    missing = tuple(ident for ident in articles if ident not in event.articles)
    return Item(event.id, title, event.members, missing, event.strength, event.by, verdicts.get(event.id))


def fits(item: Item, view: View, article: str = "") -> bool:
    """Whether a passage is of a view; `article` is the one that must be the only teller, or the one that does not tell it."""
    if view is View.ONE:
        return not item.event and (not article or item.places[0].article == article)
    if not item.event:
        return False
    if view is View.ALL:
        return not item.missing
    if view is View.ALL_BUT_ONE:
        return len(item.missing) == 1 and (not article or item.missing[0] == article)
    return True


class OutlineModel(QAbstractItemModel):
    """Two levels: passages, and under each event the sentences that tell it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = Project()
        self.items: tuple[Item, ...] = ()
        self.shown: tuple[Item, ...] = ()
        self._names: dict[str, str] = {}

    def take(self, project: Project, items: tuple[Item, ...], shown: tuple[Item, ...]) -> None:
        """List these passages."""
        self.beginResetModel()
        self._project, self.items, self.shown = project, items, shown
        self._names = {a.id: label_of(a) for a in project.articles}
        self.endResetModel()

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        """A passage carries 0, a sentence the number of its passage and 1."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, child: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        """The passage of a sentence."""
        number = child.internalId() if child.isValid() else 0
        return self.createIndex(number - 1, 0, 0) if number else QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Passages, or the sentences of an event."""
        if not parent.isValid():
            return len(self.shown)
        if parent.internalId():
            return 0
        item = self.shown[parent.row()]
        return len(item.places) if item.event else 0

    def columnCount(self, parent: Index = _ROOT) -> int:
        """One."""
        del parent
        return 1

    def place_at(self, index: Index) -> tuple[Item, Place]:
        """The passage and the sentence of an index; a passage stands for its first sentence."""
        number = index.internalId()
        item = self.shown[number - 1] if number else self.shown[index.row()]
        return item, item.places[index.row()] if number else item.places[0]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of the passage, and for a screen reader who tells it and what it is worth."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        item, place = self.place_at(index)
        article = self._project.article(place.article)
        words = article.sentence_text(place.sentence)
        if index.internalId():
            told = f"{self._names[place.article]}: {words}"
        else:
            told = item.title if role == Qt.ItemDataRole.DisplayRole else f"{item.title}\n{self.below(item)}"
        return verbatim(told) if role == Qt.ItemDataRole.ToolTipRole else told

    def below(self, item: Item) -> str:
        """Who tells it, how sure the link is."""
        if not item.event:
            return self._names.get(item.places[0].article, "")
        language = window_language()
        tellers = dict.fromkeys(self._names[p.article] for p in item.places)
        parts = [self.tr("all articles") if not item.missing else ", ".join(tellers)]
        if len(item.missing) == 1 and len(self._names) > 2:
            parts = [self.tr("all but %1").replace("%1", self._names[item.missing[0]])]
        parts.append(word("report", "by_user", language) if item.by is By.USER else share_text(item.strength, language))
        if item.verdict is not None:
            parts.append(verdict_label(item.verdict, language))
        return " · ".join(parts)


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
        if item.verdict is not None:
            paint_mark(painter, QRectF(words.left(), box.center().y() - 8, 16, 16), item.verdict, theme)
        words.setLeft(words.left() + 24)
        painter.setPen(QColor(theme.text))
        line = metrics.elidedText(item.title, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(QRectF(words.left(), top, words.width(), height), Qt.AlignmentFlag.AlignLeft, line)
        painter.setPen(QColor(theme.muted))
        small = QFont(option.font)
        painter.setFont(small)
        line = metrics.elidedText(model.below(item), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(QRectF(words.left(), top + height, words.width(), height), Qt.AlignmentFlag.AlignLeft, line)
        painter.restore()


class Outline(QWidget):
    """The list, with its views and a search. What is chosen is told to `selection`."""

    def __init__(self, session: Session, selection: Selection, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._selection = session, selection
        self._moving = False
        self.model = OutlineModel(self)
        self.view, self.article, self.search, self.tree = QComboBox(), QComboBox(), QLineEdit(), QTreeView()
        self._delegate = OutlineDelegate(theme, self)
        self._count = QLabel()
        self._lay_out()
        self._connect()
        self._take(session.project)

    def _lay_out(self) -> None:
        self.view.setAccessibleName(self.tr("Which passages"))
        self.article.setAccessibleName(self.tr("Of which article"))
        self.search.setAccessibleName(self.tr("Search the passages"))
        self.search.setPlaceholderText(self.tr("Search the passages"))
        self.search.setClearButtonEnabled(True)
        self._count.setProperty("role", "muted")
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
        self._session.changed.connect(lambda _, after: self._take(after))
        self._selection.event_changed.connect(self._show_event)

    def show_view(self, view: View) -> None:
        """List these passages."""
        self.view.setCurrentIndex(self.view.findData(view.value))

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
            if fits(item, view, article) and (not wanted or matches(wanted, folded(" ".join(_words(project, item)))))
        )
        self._moving = True
        self.model.take(project, self.model.items, shown)
        self._moving = False
        self._count.setText(str(len(shown)) if wanted else "")
        self._show_event(self._selection.event)

    def _chosen(self, current: QModelIndex, _: QModelIndex) -> None:
        if self._moving or not current.isValid():
            return
        item, place = self.model.place_at(current)
        self._moving = True
        self._selection.select_event(item.event)
        self._selection.select_place(place)
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


def _words(project: Project, item: Item) -> list[str]:
    return [project.article(p.article).sentence_text(p.sentence) for p in item.places]
