"""Asks which report to write: its format, its language, what goes in."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from recoupe.interface.outline_model import items_of
from recoupe.interface.table.rows import label_of
from recoupe.interface.tongue import window_language
from recoupe.interface.verbatim import verbatim
from recoupe.model import Project, State, Verdict
from recoupe.reports import FORMATS, Choice, Format
from recoupe.wording import state_label, verdict_label

T = TypeVar("T")

PURPOSES = {
    "html": QT_TRANSLATE_NOOP("Export", "To read or publish: the articles side by side, one file that opens without network."),
    "pdf": QT_TRANSLATE_NOOP("Export", "To file or send: the same on pages."),
    "docx": QT_TRANSLATE_NOOP("Export", "To edit further in a word processor."),
    "markdown": QT_TRANSLATE_NOOP("Export", "Plain text with headings and tables, for wikis and notes."),
    "text": QT_TRANSLATE_NOOP("Export", "Plain text that any program opens."),
    "csv": QT_TRANSLATE_NOOP("Export", "The fact table, for a spreadsheet."),
    "xlsx": QT_TRANSLATE_NOOP("Export", "The fact table and the passages, as a workbook."),
    "json": QT_TRANSLATE_NOOP("Export", "Everything that was found, for other programs."),
    "tmx": QT_TRANSLATE_NOOP("Export", "The translated sentences, for translators’ tools."),
}


class PassageList(QWidget):
    """The shared passages of a study, each with a tick, and one tick for all of them."""

    toggled = Signal()

    def __init__(self, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.all = QCheckBox(self.tr("All passages"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Passages"))
        self.list.setWordWrap(False)
        self.list.setSpacing(2)  # a tick is higher than a line
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        titles = [(item.event, item.title) for item in items_of(project, ()) if item.event]
        for ident, title in [*titles, ("", self.tr("Facts outside shared passages"))]:
            item = QListWidgetItem(title)
            item.setToolTip(verbatim(title))
            item.setData(Qt.ItemDataRole.UserRole, ident)
            item.setCheckState(Qt.CheckState.Checked)
            self.list.addItem(item)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.all)
        column.addWidget(self.list, 1)
        self.all.setCheckState(Qt.CheckState.Checked)
        self.all.clicked.connect(self._tick_all)
        self.list.itemChanged.connect(self._look)

    @property
    def chosen(self) -> frozenset[str] | None:
        """The ids of the ticked events, empty for what stands outside every event; None where all are ticked."""
        ticked = [str(i.data(Qt.ItemDataRole.UserRole)) for i in self._items() if i.checkState() is Qt.CheckState.Checked]
        return None if len(ticked) == self.list.count() else frozenset(ticked)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _tick_all(self) -> None:
        wanted = Qt.CheckState.Checked if self.chosen is not None else Qt.CheckState.Unchecked
        for item in self._items():
            item.setCheckState(wanted)
        self._look()

    def _look(self) -> None:
        chosen = self.chosen
        part = Qt.CheckState.PartiallyChecked if chosen else Qt.CheckState.Unchecked
        self.all.setCheckState(Qt.CheckState.Checked if chosen is None else part)
        self.toggled.emit()


class ExportDialog(QDialog):
    """`format` and `choice` say what to write."""

    def __init__(self, project: Project, target: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        language = window_language()
        self.setWindowTitle(self.tr("Export a report"))
        self.setMinimumWidth(620)
        self.formats = QListWidget()
        self.formats.setAccessibleName(self.tr("Format"))
        self.formats.setMinimumWidth(250)
        self.formats.setSpacing(2)
        for each in FORMATS:
            self.formats.addItem(QListWidgetItem(f"{each.title(language)}  ({each.suffix})"))
        self.purpose = QLabel(wordWrap=True)
        self.purpose.setProperty("role", "muted")
        self.purpose.setMinimumHeight(self.fontMetrics().lineSpacing() * 2)
        self.language = QComboBox()
        for code, name in (("fr", self.tr("French")), ("en", self.tr("English"))):
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(0, self.language.findData(target or language)))
        self.language.setAccessibleName(self.tr("Language of the report"))
        self.articles = {a.id: QCheckBox(label_of(a)[:36].replace("&", "&&")) for a in project.articles}
        self.verdicts = {v: QCheckBox(verdict_label(v, language)) for v in Verdict}
        self.states = {s: QCheckBox(state_label(s, language)) for s in State}
        self.passages = PassageList(project)
        self._lay_out()
        self.formats.currentRowChanged.connect(self._show_purpose)
        self.formats.setCurrentRow(0)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Language"), self.language)
        left = QVBoxLayout()
        left.addWidget(self.formats, 1)
        left.addWidget(self.purpose)
        left.addLayout(form)
        passages = QGroupBox(self.tr("Passages"))
        QVBoxLayout(passages).addWidget(self.passages)
        self.passages.toggled.connect(self._look)
        left.addWidget(passages, 1)
        right = QVBoxLayout()
        groups = ((self.tr("Articles"), self.articles), (self.tr("Divergences"), self.verdicts), (self.tr("Review"), self.states))
        for title, boxes in groups:
            group = QGroupBox(title)
            column = QVBoxLayout(group)
            column.setSpacing(3)
            for box in boxes.values():
                box.setChecked(True)
                box.toggled.connect(self._look)
                column.addWidget(box)
            right.addWidget(group)
        right.addStretch(1)
        halves = QHBoxLayout()
        halves.setSpacing(20)
        halves.addLayout(left, 1)
        halves.addLayout(right, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.write = QPushButton(self.tr("&Export…"))
        self.write.setDefault(True)
        buttons.addButton(self.write, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 18, 20, 16)
        whole.setSpacing(14)
        whole.addLayout(halves, 1)
        whole.addWidget(buttons)

    @property
    def format(self) -> Format:
        """The format chosen."""
        return FORMATS[max(0, self.formats.currentRow())]

    @property
    def choice(self) -> Choice:
        """What goes in; where everything does, nothing is listed."""
        return Choice(
            language=str(self.language.currentData()),
            articles=_chosen(self.articles),
            events=self.passages.chosen,
            states=_chosen(self.states),
            verdicts=_chosen(self.verdicts),
        )

    def _show_purpose(self) -> None:
        self.purpose.setText(QCoreApplication.translate("Export", str(PURPOSES.get(self.format.name, ""))))

    def _look(self) -> None:
        groups = (self.articles.values(), self.verdicts.values(), self.states.values())
        ticked = all(any(box.isChecked() for box in group) for group in groups)
        self.write.setEnabled(ticked and self.passages.chosen != frozenset())


def _chosen(boxes: dict[T, QCheckBox]) -> frozenset[T] | None:
    chosen = frozenset(key for key, box in boxes.items() if box.isChecked())
    return None if len(chosen) == len(boxes) else chosen
