"""What every sign of the window means, in plain words, for a reader who knows neither the program nor French."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from recoupe.interface.marks import mark_pixmap
from recoupe.interface.theme import Theme
from recoupe.interface.tongue import window_language
from recoupe.model import Verdict
from recoupe.wording import verdict_label

MEANINGS = {
    Verdict.CONTRADICTION: QT_TRANSLATE_NOOP("Legend", "The articles cannot all be right: 12 injured in one, 15 in another."),
    Verdict.CERTAINTY: QT_TRANSLATE_NOOP("Legend", "One states it as a fact, another with reserve: “is dead”, “is said to be dead”."),
    Verdict.ATTRIBUTION: QT_TRANSLATE_NOOP("Legend", "The articles say the same, but on the word of different sources, or of none."),
    Verdict.PRECISION: QT_TRANSLATE_NOOP("Legend", "One article is more exact than another, and both can be right: “nearly 300”, “297”."),
    Verdict.AGREEMENT: QT_TRANSLATE_NOOP("Legend", "The articles say the same, perhaps in other words."),
}

WIDTH = 470  # pixels of an explanation


def meaning(verdict: Verdict) -> str:
    """What a verdict means, with an example, in the window's language."""
    return QCoreApplication.translate("Legend", str(MEANINGS[verdict]))


class Legend(QDialog):
    """The signs of verdicts, of passages, and of what is not stated."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(self.tr("Legend"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(1, 1)
        for verdict in Verdict:
            mark = QLabel()
            mark.setPixmap(mark_pixmap(verdict, theme, 22, self.devicePixelRatioF()))
            self._add(mark, verdict_label(verdict, window_language()), meaning(verdict))
        unsure = QLabel()
        unsure.setPixmap(mark_pixmap(Verdict.CONTRADICTION, theme, 22, self.devicePixelRatioF(), unsure=True))
        words = self.tr(
            "The articles may be telling of two different things: a hollow sign of any shape. It stands after all that is sure."
        )
        self._add(unsure, self.tr("Unsure"), words)
        rule = QFrame()
        rule.setProperty("role", "rule")
        self._grid.addWidget(rule, self._grid.rowCount(), 0, 1, 2)
        self._add(
            self._swatch(theme.band_strong), self.tr("Linked passage"), self.tr("Passages of several articles that tell the same thing.")
        )
        words = self.tr("A solid link was confirmed or is nearly certain; a dashed one is less sure.")
        self._add(QLabel("━━\n╍╍"), self.tr("Solid and dashed links"), words)
        words = self.tr("An article that does not speak of it is not in conflict with the others.")
        self._add(QLabel("—"), self.tr("Not stated"), words)
        words = self.tr("Something in the passage is stated with reserve, or on someone’s word.")
        self._add(self._line("┊", theme.hedge), self.tr("Dotted line beside a passage"), words)
        words = self.tr("Words of a translation that may not say what the original says.")
        self._add(self._line("~~~", theme.contradiction), self.tr("Wavy line"), words)
        words = self.tr("Grey text is page noise (share bars, newsletters). It is not compared; you can take it in again.")
        self._add(self._swatch(theme.noise), self.tr("Grey text"), words)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 16)
        whole.setSpacing(18)
        whole.addLayout(self._grid)
        whole.addWidget(buttons)

    def _add(self, sign: QLabel, name: str, words: str) -> None:
        row = self._grid.rowCount()
        sign.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        text = QLabel(f'<b>{escape(name)}</b><br><span style="color:{self._theme.muted}">{escape(words)}</span>')
        text.setWordWrap(True)
        text.setFixedWidth(WIDTH)
        text.setMinimumHeight(text.heightForWidth(WIDTH))  # a grid would take the height of another width
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._grid.addWidget(sign, row, 0)
        self._grid.addWidget(text, row, 1)

    @staticmethod
    def _line(drawn: str, colour: str) -> QLabel:
        sample = QLabel(drawn)
        sample.setStyleSheet(f"color: {colour}; font-weight: bold;")
        return sample

    @staticmethod
    def _swatch(colour: str) -> QLabel:
        sample = QLabel()
        sample.setFixedSize(22, 16)
        sample.setStyleSheet(f"background: {colour}; border-radius: 3px;")
        return sample
