"""What is kept of earlier translations: how many sentences, how large, and a button that forgets them."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from recoupe.translation.cache import Cache


class KeptTranslations(QWidget):
    """One line about the cache; it asks its file when it is made and when it was emptied."""

    def __init__(self, cache: Cache, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cache = cache
        self.told, self.clear = QLabel(wordWrap=True), QPushButton(self.tr("&Empty"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.told, 1)
        line.addWidget(self.clear)
        self.clear.clicked.connect(self._clear)
        self._show()

    def _show(self) -> None:
        count, size = self._cache.count, QLocale().toString(self._cache.size / 1e6, "f", 1)
        many = self.tr("%1 sentences are kept from earlier translations (%2 MB).").replace("%1", QLocale().toString(count))
        one = self.tr("1 sentence is kept from earlier translations (%2 MB).")
        none = self.tr("No sentence is kept from earlier translations.")
        self.told.setText((one if count == 1 else many if count else none).replace("%2", size))
        self.clear.setEnabled(count > 0)

    def _clear(self) -> None:
        self._cache.clear()
        self._show()
