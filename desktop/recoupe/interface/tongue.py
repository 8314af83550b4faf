"""Which language the window speaks, for the words that do not come from Qt's translations."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def window_language() -> str:
    """The code "fr" or "en", as set by `QLocale.setDefault` when the program starts."""
    return "fr" if QLocale().name().startswith("fr") else "en"
