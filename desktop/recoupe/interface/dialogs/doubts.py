"""The sentences to check: what became of what, the translation, the original beneath; a row leads to its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from recoupe.interface.session import Session
from recoupe.interface.table.rows import label_of
from recoupe.interface.theme import Theme
from recoupe.interface.tongue import window_language
from recoupe.interface.translating import Translator
from recoupe.model import Place
from recoupe.translation.output import doubt_words

Index = QModelIndex | QPersistentModelIndex
_PLACE, _ROW = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_SIDE, _ABOVE, _BETWEEN = 12, 9, 3  # pixels around the words of a row, and between them
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence to check, in words: whose it is, what became of what, the translation, the original."""

    place: Place
    article: str
    told: tuple[str, ...]
    translation: str
    original: str


class _Delegate(QStyledItemDelegate):
    """A row: the article, what became of what, the translation, and the original in a quieter colour, each as long as it is."""

    def __init__(self, theme: Theme, view: QListWidget) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words need at the width of the list."""
        width = self._view.viewport().width()
        height = sum(_height(words, font, width - 2 * _SIDE) + _BETWEEN for words, font, _ in self._parts(option.font, index))
        return QSize(160, round(height) + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the parts one under another, and a line under them all."""
        painter.save()
        box = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, QColor(self._theme.selection if selected else self._theme.base))
        top, width = box.top() + _ABOVE, box.width() - 2 * _SIDE
        for words, font, colour in self._parts(option.font, index):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            height = _height(words, font, width)
            painter.drawText(QRectF(box.left() + _SIDE, top, width, height), _WRAPPED, words)
            top += height + _BETWEEN
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(self._theme.border))
        painter.restore()

    def _parts(self, plain: QFont, index: Index) -> list[tuple[str, QFont, str]]:
        row = index.data(_ROW)
        bold = QFont(plain)
        bold.setBold(True)
        text, muted = self._theme.text, self._theme.muted
        told = [(words, bold, text) for words in row.told]
        return [(row.article, plain, muted), *told, (row.translation, plain, text), (row.original, plain, muted)]


class Doubts(QDialog):
    """The list, kept up to date while it is open. `place_asked`, `correct_asked` and `retry_asked` tell the Place of a sentence."""

    place_asked = Signal(object)
    correct_asked = Signal(object)
    retry_asked = Signal(object)

    def __init__(self, session: Session, translator: Translator, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._translator = session, translator
        self._rows: tuple[Row, ...] = ()
        self.setWindowTitle(self.tr("Sentences to check"))
        self.head, self.list = QLabel(), _List()
        self.head.setWordWrap(True)
        self.list.setItemDelegate(_Delegate(theme, self.list))
        self.list.setAccessibleName(self.tr("Sentences to check"))
        self.go = QPushButton(self.tr("&Go to the sentence"))
        self.correct = QPushButton(self.tr("&Correct…"))
        self.retry = QPushButton(self.tr("Translate with &another engine"))
        self._lay_out()
        self._connect()
        self._fill()
        self.resize(680, 560)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for button in (self.go, self.correct, self.retry):
            button.setAutoDefault(False)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)  # Enter in the list goes to a sentence
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 14)
        whole.setSpacing(12)
        whole.addWidget(self.head)
        whole.addWidget(self.list, 1)
        whole.addWidget(buttons)

    def _connect(self) -> None:
        self.list.itemClicked.connect(lambda item: self.place_asked.emit(item.data(_PLACE)))
        self.list.itemActivated.connect(lambda item: self.place_asked.emit(item.data(_PLACE)))
        for button, signal in ((self.go, self.place_asked), (self.correct, self.correct_asked), (self.retry, self.retry_asked)):
            button.clicked.connect(lambda _=False, signal=signal: self._ask(signal))
        self._session.changed.connect(self._fill)
        self._session.settings_changed.connect(self._fill)

    @property
    def place(self) -> Place | None:
        """The sentence of the chosen row."""
        item = self.list.currentItem()
        place = item.data(_PLACE) if item is not None else None
        return place if isinstance(place, Place) else None

    def choose(self, place: Place | None) -> None:
        """Stand on the row of a sentence, if it has one."""
        row = next((n for n, row in enumerate(self._rows) if row.place == place), -1)
        if row >= 0:
            self.list.setCurrentRow(row)

    def _ask(self, signal: Signal) -> None:
        if self.place is not None:
            signal.emit(self.place)  # type: ignore[attr-defined]

    def _fill(self, *_: object) -> None:
        """List what is doubtful now; what was chosen stays so, or the row that took its place."""
        rows = rows_of(self._session, self._translator)
        if rows == self._rows and self.list.count():
            return
        kept, at = self.place, self.list.currentRow()
        self._rows = rows
        self.list.clear()
        for row in rows:
            item = QListWidgetItem("\n".join((row.article, *row.told, row.translation, row.original)))
            item.setData(_PLACE, row.place)
            item.setData(_ROW, row)
            self.list.addItem(item)
        self.list.setCurrentRow(min(max(at, 0), len(rows) - 1))
        self.choose(kept)
        self.list.setVisible(bool(rows))
        for button in (self.go, self.correct, self.retry):
            button.setEnabled(bool(rows))
        self.head.setText(self._words())

    def _words(self) -> str:
        count = len(self._rows)
        if count:
            many = self.tr("In %1 sentences the translation may not say what the original says.").replace("%1", str(count))
            return self.tr("In 1 sentence the translation may not say what the original says.") if count == 1 else many
        if any(self._translator.translations(a.id) for a in self._session.project.articles):
            return self.tr("No sentence is to be checked: no figure, date, name or reserve was found to differ from the originals.")
        return self.tr("Nothing is translated yet. What a translation loses, changes or adds will be listed here.")


class _List(QListWidget):
    """Rows as high as their words are at its width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "plain")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the rows take the height that they need now."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


def rows_of(session: Session, translator: Translator) -> tuple[Row, ...]:
    """Every sentence to check, in the order of the articles and of their texts."""
    project = session.project
    known = {t.place: t for a in project.articles for t in translator.told(a)}
    language, rows = window_language(), []
    for place in translator.doubtful():
        article, said = project.article(place.article), known[place]
        told = tuple(dict.fromkeys(doubt_words(d, language, said.text) for d in said.doubts))
        rows.append(Row(place, label_of(translator.named(article)), told, said.text, article.sentence_text(place.sentence)))
    return tuple(rows)


def _height(words: str, font: QFont, width: float) -> float:
    """Pixels that words take when wrapped at a width."""
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 100_000), _WRAPPED, words).height()
