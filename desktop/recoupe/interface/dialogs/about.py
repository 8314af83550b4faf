"""Says what the program is, which version, and on whose work it stands."""

from __future__ import annotations

import platform

from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from recoupe import __version__
from recoupe.files import build
from recoupe.interface.theme import Theme, drawing
from recoupe.licences import shipped


class About(QDialog):
    """Name, version, licence, and the libraries with theirs; the details can be copied for a report of a fault."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Recoupe"))
        self.setMinimumWidth(480)
        picture = QLabel()
        picture.setPixmap(drawing("recoupe", theme.text, QSize(72, 72)))
        picture.setAccessibleName(self.tr("Icon of Recoupe"))
        name = QLabel("Recoupe")
        name.setProperty("role", "title")
        made = build() or self.tr("from source")
        release = QLabel(self.tr("Version %1").replace("%1", f"{__version__} ({made})"))
        release.setProperty("role", "muted")
        purpose = QLabel(self.tr("Sets press articles on one story side by side and shows where their facts agree and diverge."))
        purpose.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (name, release, purpose):
            words.addWidget(label)
        head = QHBoxLayout()
        head.setSpacing(18)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        thanks = QLabel(self.tr("Free software under the MIT licence. It stands on:"))
        thanks.setProperty("role", "muted")
        parts = QPlainTextEdit("\n".join(f"{part.name} {part.version}: {part.licence}" for part in shipped()), readOnly=True)
        parts.setAccessibleName(self.tr("Libraries and their licences"))
        parts.setMinimumHeight(200)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = QPushButton(self.tr("&Copy details"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details()))
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 22, 24, 16)
        whole.setSpacing(14)
        whole.addLayout(head)
        whole.addWidget(thanks)
        whole.addWidget(parts)
        whole.addWidget(buttons)


def details() -> str:
    """What a developer asks for first."""
    system = f"{platform.system()} {platform.release()} ({platform.machine()})"
    return "\n".join((f"Recoupe {__version__} ({build() or 'source'})", f"Python {platform.python_version()}, Qt {qVersion()}", system))
