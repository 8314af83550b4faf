"""Translation models of this machine: installed from a file or downloaded, listed with their sizes, removed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from recoupe.errors import RecoupeError
from recoupe.interface.dialogs.model_sources import choose_offer, confirm, size_text
from recoupe.interface.jobs import Job, Jobs
from recoupe.interface.messages import words_of
from recoupe.interface.verbatim import verbatim_label
from recoupe.progress import Progress
from recoupe.translation.models import Model, install, installed, remove
from recoupe.translation.offers import Offer

Answer = TypeVar("Answer")


class ModelsBox(QGroupBox):
    """The list of models, and what can be done with it. `changed` is told when one came or went, `installed` before it when one came."""

    changed = Signal()
    installed = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Models of this machine"))
        self._jobs = jobs
        self._job: Job | None = None
        self._asked_at: QWidget | None = None  # the button that began the work
        self.list = QListWidget()
        self.list.setFixedHeight(84)
        self.list.setAccessibleName(self.tr("Installed models"))
        self.add, self.remove = QPushButton(self.tr("Install from a &file…")), QPushButton(self.tr("Re&move"))
        self.download, self.stop = QPushButton(self.tr("&Download…")), QPushButton(self.tr("Sto&p"))
        self.bar, self.told = QProgressBar(textVisible=False), verbatim_label(wrap=True)
        buttons = QHBoxLayout()
        for button in (self.add, self.download, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        line = QHBoxLayout()
        line.addWidget(self.bar, 1)
        line.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(self.tr("With a model, texts are translated here and nothing is sent anywhere."), wordWrap=True))
        column.addWidget(self.list)
        column.addLayout(buttons)
        column.addLayout(line)
        column.addWidget(self.told)
        self.add.clicked.connect(self._choose_file)
        self.download.clicked.connect(self._choose_offer)
        self.remove.clicked.connect(self._remove)
        self.stop.clicked.connect(self._stop)
        self.list.itemSelectionChanged.connect(lambda: self.remove.setEnabled(bool(self.list.selectedItems())))
        self._fill()
        self._show_work(running=False)

    def install(self, path: Path) -> None:
        """Install a model from a file."""
        self._begin(lambda progress: install(path, progress), self._came)

    def fetch(self, offer: Offer) -> None:
        """Download a model and install it."""
        self._begin(lambda progress: _fetched(offer, progress), self._came)

    def _fill(self) -> None:
        self.list.clear()
        for model in installed():
            item = QListWidgetItem(f"{model.title} — {size_text(model.size)}")
            item.setData(Qt.ItemDataRole.UserRole, model.ident)
            self.list.addItem(item)
        self.remove.setEnabled(False)

    def _choose_file(self) -> None:
        kind = self.tr("Translation models (*.argosmodel *.zip);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Install a translation model"), "", kind)
        if name:
            # a converted model may also be a folder: any file inside it stands for it
            path = Path(name)
            self.install(path.parent if path.name in {"model.bin", "source.spm", "target.spm"} else path)

    def _choose_offer(self) -> None:
        """Say what there is and how large it is before anything is fetched."""
        chosen = choose_offer(self)
        if isinstance(chosen, Offer):
            self.fetch(chosen)
        elif chosen:
            self._begin(lambda _: _looked_up(chosen), self._confirm)
            self.told.setText(self.tr("Asking how large it is…"))

    def _confirm(self, offer: Offer) -> None:
        """Fetch what an address turned out to hold, once its size is told."""
        self._job = None
        self._show_work(running=False)
        self.told.setText("")
        if confirm(self, offer):
            self.fetch(offer)

    def _begin(self, work: Callable[[Progress], Answer], then: Callable[[Answer], None]) -> None:
        self._stop()
        self.told.setText("")
        self._show_work(running=True)
        self._job = self._jobs.start(work, then, self._failed, self._step)

    def _step(self, stage: str, done: int, total: int) -> None:
        self.bar.setRange(0, 1000 if total else 0)
        self.bar.setValue(round(1000 * done / total) if total else 0)
        known = {"downloading": self.tr("Downloading: %1 of %2"), "unpacking": self.tr("Unpacking: %1 of %2")}
        words = known.get(stage, self.tr("Trying it…"))
        self.told.setText(words.replace("%1", size_text(done)).replace("%2", size_text(total)))

    def _came(self, model: Model) -> None:
        self._job = None
        self._show_work(running=False)
        self._fill()
        self.told.setText(self.tr("Installed: %1").replace("%1", model.title))
        self.installed.emit()
        self.changed.emit()

    def _failed(self, error: RecoupeError) -> None:
        self._job = None
        self._show_work(running=False)
        self.told.setText(words_of(error))

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()
            self._job = None
            self._show_work(running=False)
            self.told.setText(self.tr("Stopped. A download goes on from here the next time."))

    def _show_work(self, *, running: bool) -> None:
        self.bar.setVisible(running)
        self._pass_keys(running=running)
        self.stop.setVisible(running)
        self.add.setEnabled(not running)
        self.download.setEnabled(not running)
        if running:
            self.bar.setRange(0, 0)

    def _pass_keys(self, *, running: bool) -> None:
        """Let the keys go from a button that is disabled to the one that stops the work, and back, or they would end in another field."""
        focused = self.window().focusWidget()
        if running and focused in {self.add, self.download}:
            self._asked_at = focused
            self.stop.setVisible(True)
            self.stop.setFocus()
        elif not running and focused is self.stop and self._asked_at is not None:
            self.add.setEnabled(True)
            self.download.setEnabled(True)
            self._asked_at.setFocus()

    def _remove(self) -> None:
        for item in self.list.selectedItems():
            ident = str(item.data(Qt.ItemDataRole.UserRole))
            self._jobs.start(partial(_removed, ident), self._gone, self._failed)

    def _gone(self, _: None) -> None:
        self._fill()
        self.told.setText(self.tr("Removed."))
        self.changed.emit()


def _removed(ident: str, _progress: object) -> None:
    remove(ident)


def _fetched(offer: Offer, progress: Progress) -> Model:
    # the network comes in now, not when the preferences are looked at
    model: Model = import_module("recoupe.translation.downloading").download(offer, progress)
    return model


def _looked_up(address: str) -> Offer:
    offer: Offer = import_module("recoupe.translation.downloading").offer_at(address)
    return offer
