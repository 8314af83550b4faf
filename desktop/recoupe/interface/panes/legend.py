"""What the signs in the texts mean, and how many there are of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from recoupe.interface.marks import mark_icon
from recoupe.interface.signs import Judged
from recoupe.interface.theme import Theme
from recoupe.interface.tongue import window_language
from recoupe.model import Verdict
from recoupe.wording import colon, verdict_label, word


class Legend(QWidget):
    """One button a verdict, with its sign, its name and its count; pressing it asks for the next of its kind."""

    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Counter[Verdict] = Counter()
        self._buttons: dict[Verdict, QToolButton] = {}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        for verdict in Verdict:
            if verdict is not Verdict.AGREEMENT:
                button = QToolButton(autoRaise=True)
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
                button.setIconSize(QSize(14, 14))
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                button.clicked.connect(lambda _=False, asked=verdict: self.asked.emit(asked))
                line.addWidget(button)
                self._buttons[verdict] = button
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw the signs in other colours."""
        for verdict, button in self._buttons.items():
            button.setIcon(mark_icon(verdict, theme))
        self._show()

    def count(self, divergences: Iterable[Judged]) -> None:
        """Count the divergences of each kind."""
        self._counts = Counter(each.sign.verdict for each in divergences)
        self._show()

    def _show(self) -> None:
        lang = window_language()
        for verdict, button in self._buttons.items():
            count = self._counts[verdict]
            label = verdict_label(verdict, lang)
            button.setText(f"{label} {count}")
            button.setEnabled(count > 0)
            meaning = word("verdict_meaning", verdict.value, lang)
            button.setToolTip(meaning[:1].upper() + meaning[1:])
            button.setAccessibleName(f"{label}{colon(lang)}{count}")
