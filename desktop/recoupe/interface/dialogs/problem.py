"""Gathers what helps to find a fault, for the user to look at, change and send."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from recoupe.interface.dialogs.about import details
from recoupe.logs import log_path
from recoupe.writing import replacing

_LINES = 60  # of the log: a session or two


class ProblemReport(QDialog):
    """A text to send, with the version, the system and the end of the log. Nothing is sent from here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Report a problem"))
        self.resize(680, 520)
        words = QLabel(
            self.tr(
                "Say below what you did, what you expected and what came instead. Then copy or save the text and send it to whoever looks "
                "after Recoupe for you; add the study or the articles only if you may share them. Recoupe sends nothing by itself, and "
                "its log holds no word of your articles."
            ),
            wordWrap=True,
        )
        self.text = QPlainTextEdit(self._draft())
        self.text.setAccessibleName(self.tr("Report"))
        self.answer = QLabel(wordWrap=True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("&Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        keep = buttons.addButton(self.tr("&Save as…"), QDialogButtonBox.ButtonRole.ActionRole)
        keep.clicked.connect(self._ask_where)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 22, 24, 16)
        whole.setSpacing(14)
        whole.addWidget(words)
        whole.addWidget(self.text, 1)
        whole.addWidget(self.answer)
        whole.addWidget(buttons)

    def save(self, path: Path) -> None:
        """Write the report; what hinders is said in the dialog."""
        try:
            with replacing(path) as file:
                file.write(self.text.toPlainText().encode())
        except OSError as error:
            self.answer.setText(self.tr("The report was not saved: %1").replace("%1", error.strerror or str(error)))
        else:
            self.answer.setText(self.tr("Saved as %1").replace("%1", str(path)))

    def _draft(self) -> str:
        asked = (self.tr("What I did:"), self.tr("What I expected:"), self.tr("What came instead:"))
        return "\n\n\n".join(asked) + f"\n\n\n{details()}\n\n{end_of_log()}"

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.answer.setText(self.tr("Copied."))

    def _ask_where(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the report"), str(Path.home() / "recoupe-report.txt"))
        if name:
            self.save(Path(name))


def end_of_log() -> str:
    """The last lines of the log; nothing where none could be kept."""
    try:
        return "\n".join(log_path().read_text("utf-8", errors="replace").splitlines()[-_LINES:])
    except OSError:
        return ""
