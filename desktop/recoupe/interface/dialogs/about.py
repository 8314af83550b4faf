"""Says what the program is, which version, and on whose work it stands."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from recoupe import __version__
from recoupe.interface.theme import Theme, drawing

PARTS = (
    ("Qt for Python", "PySide6-Essentials", "LGPL-3.0"),
    ("spaCy", "spacy", "MIT"),
    ("ONNX Runtime", "onnxruntime", "MIT"),
    ("trafilatura", "trafilatura", "Apache-2.0"),
    ("CTranslate2", "ctranslate2", "MIT"),
    ("deep-translator", "deep-translator", "MIT"),
    ("pdfminer.six", "pdfminer.six", "MIT"),
    ("Jinja", "jinja2", "BSD-3-Clause"),
)


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
        release = QLabel(self.tr("Version %1").replace("%1", __version__))
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
        parts = QLabel("<br>".join(f"{title} {found(package)} <span>({licence})</span>" for title, package, licence in PARTS))
        parts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
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


def found(package: str) -> str:
    """The version of a library, or nothing where it cannot be told."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def details() -> str:
    """What a developer asks for first."""
    system = f"{platform.system()} {platform.release()} ({platform.machine()})"
    return "\n".join((f"Recoupe {__version__}", f"Python {platform.python_version()}, Qt {qVersion()}", system))
