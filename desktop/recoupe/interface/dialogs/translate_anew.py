"""Asks what is to be translated anew, and with which engine; says what that means before it is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QButtonGroup, QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from recoupe.interface.dialogs.consent import consent_words
from recoupe.interface.verbatim import verbatim_label
from recoupe.translation import Engine


@dataclass(frozen=True, slots=True)
class Extent:
    """How much there is to translate anew: sentences that an engine made or would make, and those written by hand, which stay."""

    sentences: int
    by_hand: int


class TranslateAnew(QDialog):
    """One question: "sentence", "article" or "all" (those that are given an extent), and the engine.

    `said_by` are the titles of the engines that the present translations are from; `server` says where an engine sends texts, empty for
    nowhere.
    """

    def __init__(
        self,
        extents: Mapping[str, Extent],
        engines: Sequence[Engine],
        chosen: Engine | None,
        *,
        said_by: Sequence[str],
        server: Callable[[Engine], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Translate anew"))
        self.setMinimumWidth(460)
        self._extents, self._engines, self._said_by, self._server = extents, engines, said_by, server
        titles = {"sentence": self.tr("This &sentence"), "article": self.tr("This &article"), "all": self.tr("A&ll articles")}
        self.choices = {what: QRadioButton(titles[what]) for what in ("sentence", "article", "all") if what in extents}
        self._group = QButtonGroup(self)
        self.engines = QComboBox()
        for engine in engines:
            where = self.tr("on this machine") if engine.offline else engine.host
            self.engines.addItem(self.tr("%1 — %2").replace("%1", engine.title).replace("%2", where), engine.name)
        self.engines.setCurrentIndex(max(self.engines.findData(chosen.name if chosen else ""), 0))
        self.told = verbatim_label(wrap=True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = buttons.addButton(self.tr("&Translate"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(self.tr("What there is gives way to what the engine says now. One undo brings it back."), wordWrap=True))
        for button in self.choices.values():
            self._group.addButton(button)
            button.toggled.connect(self._tell)
            column.addWidget(button)
        form = QFormLayout()
        form.addRow(self.tr("&With"), self.engines)
        column.addLayout(form)
        column.addWidget(self.told)
        column.addWidget(buttons)
        self.engines.currentIndexChanged.connect(self._tell)
        self.choices["article" if "article" in self.choices else next(iter(self.choices))].setChecked(True)
        self._tell()

    @property
    def scope(self) -> str:
        """What is to be translated: "sentence", "article" or "all"."""
        return next((what for what, button in self.choices.items() if button.isChecked()), "")

    @property
    def engine(self) -> Engine:
        """The engine that is to do it."""
        return self._engines[self.engines.currentIndex()]

    def _tell(self) -> None:
        extent, engine = self._extents.get(self.scope, Extent(0, 0)), self.engine
        words = [self._count(extent.sentences)]
        if extent.by_hand:
            words.append(self._kept(extent.by_hand))
        if engine.title in self._said_by:
            words.append(self.tr("%1 is asked again even for what it has said before.").replace("%1", engine.title))
        server = self._server(engine)
        words.append(consent_words(engine, server) if server else self.tr("Nothing of the text leaves this machine."))
        self.told.setText(" ".join(words))
        self.go.setEnabled(extent.sentences > 0)

    def _count(self, sentences: int) -> str:
        if not sentences:
            return self.tr("There is nothing to translate.")
        many = self.tr("%1 sentences are translated.").replace("%1", str(sentences))
        return self.tr("1 sentence is translated.") if sentences == 1 else many

    def _kept(self, by_hand: int) -> str:
        many = self.tr("%1 sentences that you wrote stay as they are.").replace("%1", str(by_hand))
        return self.tr("1 sentence that you wrote stays as it is.") if by_hand == 1 else many
