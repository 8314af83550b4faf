"""The command palette: every action and setting, found by typing a few letters of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from recoupe.interface.folding import folded
from recoupe.interface.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
ROW = 34  # pixels


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be done: its name, the menu it stands in, its keys, and the doing."""

    title: str
    group: str
    call: Callable[[], None]
    keys: str = ""
    hint: str = ""
    picture: QIcon | None = None
    enabled: bool = True


def ranked(entries: Sequence[Entry], wanted: str) -> list[Entry]:
    """The entries that hold every word typed, those first whose name begins with it; what cannot be done now comes last."""
    words = folded(wanted).split()
    scored = []
    for n, entry in enumerate(entries):
        title, whole = folded(entry.title), folded(f"{entry.title} {entry.group} {entry.hint}")
        if all(word in whole for word in words):
            first = words[0] if words else ""
            at_start = title.startswith(first)
            in_title = all(word in title for word in words)
            scored.append(((not entry.enabled, not at_start if words else False, not in_title, n), entry))
    return [entry for _, entry in sorted(scored, key=lambda pair: pair[0])]


class EntryModel(QAbstractListModel):
    """The entries that fit what is typed."""

    def __init__(self, entries: Sequence[Entry], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries = tuple(entries)
        self.shown: list[Entry] = ranked(self._entries, "")

    def want(self, text: str) -> None:
        """Show what fits."""
        self.beginResetModel()
        self.shown = ranked(self._entries, text)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many fit."""
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name; for a screen reader also the menu and the keys."""
        entry = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (entry.title, entry.group, entry.keys) if part)
        return entry.hint if role == Qt.ItemDataRole.ToolTipRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What cannot be done now is shown, greyed."""
        return super().flags(index) if self.shown[index.row()].enabled else Qt.ItemFlag.ItemIsSelectable


class EntryDelegate(QStyledItemDelegate):
    """Icon, name, menu, and the keys at the right."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line."""
        del index
        return QSize(200, max(ROW, round(QFontMetricsF(option.font).height()) + 14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one entry."""
        model = index.model()
        if not isinstance(model, EntryModel):
            return
        entry, theme, box = model.shown[index.row()], self._theme, QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(theme.selection))
        inner = box.adjusted(14, 0, -14, 0)
        if entry.picture is not None:
            mode = QIcon.Mode.Normal if entry.enabled else QIcon.Mode.Disabled
            painter.drawPixmap(int(inner.left()), int(inner.center().y() - 8), entry.picture.pixmap(QSize(16, 16), mode))
        words = inner.adjusted(28, 0, 0, 0)
        metrics = QFontMetricsF(option.font)
        side = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(option.font)
        painter.setPen(QColor(theme.muted))
        painter.drawText(words, side | Qt.AlignmentFlag.AlignRight, entry.keys)
        words.setRight(words.right() - metrics.horizontalAdvance(entry.keys) - 16)
        painter.setPen(QColor(theme.text if entry.enabled else theme.noise))
        title = metrics.elidedText(entry.title, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, side | Qt.AlignmentFlag.AlignLeft, title)
        words.setLeft(words.left() + metrics.horizontalAdvance(title) + 12)
        painter.setPen(QColor(theme.noise))
        painter.drawText(
            words, side | Qt.AlignmentFlag.AlignLeft, metrics.elidedText(entry.group, Qt.TextElideMode.ElideRight, words.width())
        )
        painter.restore()


class CommandPalette(QDialog):
    """Type, choose with the arrows, press Enter."""

    def __init__(self, entries: Sequence[Entry], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(self.tr("Commands"))
        self.setObjectName("palette")
        self.setStyleSheet(f"#palette {{ background: {theme.base}; border: 1px solid {theme.border_strong}; }}")
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("What would you like to do?"))
        self.search.setAccessibleName(self.tr("Search commands and settings"))
        font = QFont(self.search.font())
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self.search.setFont(font)
        self.model = EntryModel(entries, self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(EntryDelegate(theme, self))
        self.list.setUniformItemSizes(True)
        self.list.setProperty("role", "plain")
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 8, 8, 8)
        whole.setSpacing(6)
        whole.addWidget(self.search)
        whole.addWidget(self.list, 1)
        self.none = QLabel(self.tr("Nothing is called that. Try another word."))
        self.none.setProperty("role", "muted")
        self.none.setContentsMargins(14, 6, 14, 6)
        self.none.hide()
        whole.addWidget(self.none)
        whole.addStretch(0)
        self.search.textChanged.connect(self._want)
        self.search.installEventFilter(self)
        self.list.clicked.connect(self._choose)
        self.list.entered.connect(self.list.setCurrentIndex)
        self._want("")

    def open_over(self, window: QWidget) -> None:
        """Show it over the upper middle of a window."""
        width = min(620, window.width() - 40)
        self.resize(width, min(440, window.height() - 120))
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + 72)
        self.show()
        self.search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while one goes on typing."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            if event.key() in steps:
                self._step(steps[Qt.Key(event.key())])
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._choose(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _want(self, text: str) -> None:
        self.model.want(text)
        self.none.setVisible(not self.model.shown)
        self.list.setCurrentIndex(self.model.index(0, 0))

    def _step(self, by: int) -> None:
        row = min(max(self.list.currentIndex().row() + by, 0), self.model.rowCount() - 1)
        self.list.setCurrentIndex(self.model.index(row, 0))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and self.model.shown[index.row()].enabled:
            entry = self.model.shown[index.row()]
            self.accept()
            entry.call()
