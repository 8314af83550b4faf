"""Looks for a newer version at an address, when the user says so."""

from __future__ import annotations

from functools import partial
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from recoupe import __version__
from recoupe.errors import RecoupeError
from recoupe.interface.jobs import Job, Jobs
from recoupe.interface.messages import words_of
from recoupe.updates import Release, announced


class Updates(QDialog):
    """The address where versions are announced, a button to ask it, and what it answered. `configured` carries an address that answered."""

    configured = Signal(str)

    def __init__(self, address: str, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self.setWindowTitle(self.tr("Check for updates"))
        self.setMinimumWidth(520)
        here = QLabel(self.tr("This is version %1.").replace("%1", __version__))
        privacy = QLabel(
            self.tr(
                "Recoupe asks this address only when you press the button, and tells it nothing but its own version. "
                "Whoever gave you Recoupe can tell you the address."
            ),
            wordWrap=True,
        )
        privacy.setProperty("role", "muted")
        self.address = QLineEdit(address)
        self.address.setPlaceholderText("https://")
        self.answer = QLabel(wordWrap=True)
        self.answer.setOpenExternalLinks(True)
        self.answer.setAccessibleName(self.tr("Answer"))
        form = QFormLayout()
        form.addRow(self.tr("&Address"), self.address)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.ask = buttons.addButton(self.tr("Check &now"), QDialogButtonBox.ButtonRole.ActionRole)
        self.ask.setDefault(True)
        self.ask.clicked.connect(self.check)
        self.ask.setEnabled(bool(address.strip()))
        self.address.textChanged.connect(lambda text: self.ask.setEnabled(bool(text.strip())))
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 22, 24, 16)
        whole.setSpacing(14)
        for part in (here, privacy):
            whole.addWidget(part)
        whole.addLayout(form)
        whole.addWidget(self.answer)
        whole.addWidget(buttons)

    def check(self) -> None:
        """Ask the address; the answer comes beside the window."""
        address = self.address.text().strip()
        if not address:
            return
        self.ask.setEnabled(False)
        self.answer.setText(self.tr("Asking…"))
        self._job = self._jobs.start(lambda _: announced(address), partial(self._tell, address), self._fail)

    def reject(self) -> None:
        """Close; an answer still on its way is not waited for."""
        if self._job is not None:
            self._job.stop()
        super().reject()

    def _tell(self, address: str, release: Release) -> None:
        self.ask.setEnabled(True)
        self.configured.emit(address)
        if not release.newer:
            self.answer.setText(self.tr("This is the newest version."))
            return
        words = self.tr("Version %1 is out.").replace("%1", escape(release.version))
        link = f' <a href="{escape(release.page)}">{escape(release.page)}</a>' if release.page else ""
        notes = f"<br>{escape(release.notes)}" if release.notes else ""
        self.answer.setText(f"{words}{link}{notes}")

    def _fail(self, error: RecoupeError) -> None:
        self.ask.setEnabled(True)
        self.answer.setText(escape(words_of(error)))
