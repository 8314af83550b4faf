"""Which language the window speaks, and its words in that language."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import parse
from PySide6.QtCore import QT_TRANSLATE_NOOP, QLocale, QObject, QTranslator

# What Qt's own dialogs say and its French does not know yet
UNTRANSLATED = (
    ("QFileDialog", QT_TRANSLATE_NOOP("QFileDialog", "&Look in:")),
    ("QFileDialog", QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:")),
    ("QPrintSettingsOutput", QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Page &Set:")),
)


def window_language() -> str:
    """The code "fr" or "en", as set by `QLocale.setDefault` when the program starts."""
    return "fr" if QLocale().name().startswith("fr") else "en"


class WrittenTranslator(QTranslator):
    """Speaks from a translators' .ts file as it is written: for a source tree, whose .qm files were not built."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = {
            (context.findtext("name") or "", message.findtext("source") or ""): _answer(message)
            for context in parse(path).iter("context")
            for message in context.iter("message")
        }

    def isEmpty(self) -> bool:
        """Whether there is nothing to say; Qt then does not take the translator."""
        return not self._words

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 -- Qt's name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        """The words for a text, None where there are none: Qt then asks the next translator (an empty text it would show)."""
        del disambiguation, n
        return self._words.get((context, sourceText)) or None


def _answer(message: Element) -> str:
    found = message.find("translation")
    return "" if found is None or found.get("type") is not None else found.text or ""
