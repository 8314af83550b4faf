"""The preferences of translation: the engine and what it needs, models of this machine, the user's own words, what is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from recoupe.errors import RecoupeError, TranslationFailed
from recoupe.interface.accounts import account_of, engine_named, means_of
from recoupe.interface.dialogs.consent import ask_consent, consent_words
from recoupe.interface.dialogs.kept_translations import KeptTranslations
from recoupe.interface.dialogs.models import ModelsBox
from recoupe.interface.jobs import Job, Jobs
from recoupe.interface.messages import words_of
from recoupe.interface.verbatim import verbatim_label
from recoupe.progress import Progress
from recoupe.settings import Settings
from recoupe.translation import ENGINES, Engine
from recoupe.translation.cache import Cache
from recoupe.translation.engines.offline import OFFLINE
from recoupe.translation.keys import has_keyring, keep_key, key_of

_TRIAL = {
    "fr": "Le maire a annoncé lundi que 1 200 personnes seraient relogées.",
    "en": "The mayor said on Monday that 1,200 people would be rehoused.",
}

_TRIAL_TIMEOUT = 5.0  # seconds: somebody waits for the answer
_SHORTEST_TITLE = 24  # characters of an engine's title that are always seen


class TranslationPage(QWidget):
    """One page of the preferences. Every change is told at once by `changed`; keys go to the keyring when their field is left."""

    changed = Signal(object)

    def __init__(self, settings: Settings, jobs: Jobs, cache: Cache, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings, self._jobs, self._cache = settings, jobs, cache
        self._trial: Job | None = None
        self.engines, self.target = QComboBox(), QComboBox()
        self.engines.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)  # titles are long
        self.engines.setMinimumContentsLength(_SHORTEST_TITLE)
        self.server, self.user, self.region, self.key = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.test, self.take_back = QPushButton(self.tr("&Test")), QPushButton(self.tr("Take the permission &back"))
        self.said, self.note = verbatim_label(wrap=True), QLabel(wordWrap=True)
        self.glossary, self.models = QPlainTextEdit(settings.glossary), ModelsBox(jobs)
        self.kept = KeptTranslations(cache)
        self._lay_out()
        self._fill_engines()
        self._fill_targets()
        self._connect()
        self._show_engine()

    @property
    def settings(self) -> Settings:
        """The settings with what was chosen here."""
        return self._settings

    @property
    def engine(self) -> Engine | None:
        """The engine that is chosen; while none is, the one of this machine that translates then."""
        return engine_named(str(self.engines.currentData() or "")) or _of_this_machine()

    # Building

    def _lay_out(self) -> None:
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.glossary.setTabChangesFocus(True)
        self.glossary.setFixedHeight(96)
        self.glossary.setPlaceholderText("préfecture = prefecture\nConseil d’État = Council of State\nMaison-Neuve")
        self._form = QFormLayout()
        self._form.addRow(self.tr("Translate &with"), self.engines)
        self._form.addRow(self.tr("&Into"), self.target)
        self._form.addRow(self.tr("&Server"), self.server)
        self._form.addRow(self.tr("&Account"), self.user)
        self._form.addRow(self.tr("&Region"), self.region)
        self._form.addRow(self.tr("&Key"), self.key)
        buttons = QHBoxLayout()
        buttons.addWidget(self.test)
        buttons.addWidget(self.take_back)
        buttons.addStretch(1)
        words = QGroupBox(self.tr("Your own words"))
        inside = QVBoxLayout(words)
        inside.addWidget(QLabel(self.tr("A French word and its English one a line; a word alone is kept as it is."), wordWrap=True))
        inside.addWidget(self.glossary)
        column = QVBoxLayout(self)
        column.addLayout(self._form)
        column.addWidget(self.note)
        column.addLayout(buttons)
        column.addWidget(self.said)
        column.addWidget(self.models)
        column.addWidget(words)
        column.addWidget(self.kept)
        column.addStretch(1)

    def _fill_engines(self) -> None:
        self.engines.clear()
        private = _of_this_machine()
        self.engines.addItem(self.tr("By this machine: %1").replace("%1", private.title) if private else self.tr("None"), "")
        for engine in ENGINES:
            if engine.found() or not engine.rough:  # else a program of the system that isn't there: nothing to do about it here
                self.engines.addItem(self._title(engine), engine.name)
        self.engines.setCurrentIndex(max(self.engines.findData(self._settings.engine), 0))

    def _title(self, engine: Engine) -> str:
        where = self.tr("on this machine") if engine.offline else self._settings.servers.get(engine.name, "") or engine.host
        told = self.tr("%1 — %2, rough") if engine.rough else self.tr("%1 — %2")
        text = told.replace("%1", engine.title).replace("%2", where)
        return text if engine.found() else self.tr("%1 (install a model below)").replace("%1", text)

    def _fill_targets(self) -> None:
        for code, name in (("en", self.tr("English")), ("fr", self.tr("French"))):
            self.target.addItem(name, code)
        self.target.setCurrentIndex(max(self.target.findData(self._settings.target), 0))

    def _connect(self) -> None:
        self.engines.currentIndexChanged.connect(self._choose)
        self.target.currentIndexChanged.connect(lambda _: self._take(replace(self._settings, target=self.target.currentData())))
        self.server.editingFinished.connect(self._keep_server)
        self.user.editingFinished.connect(partial(self._keep_account, "user", self.user))
        self.region.editingFinished.connect(partial(self._keep_account, "region", self.region))
        self.key.editingFinished.connect(self._keep_key)
        self.test.clicked.connect(self._test)
        self.take_back.clicked.connect(self._take_back)
        self.glossary.textChanged.connect(lambda: self._take(replace(self._settings, glossary=self.glossary.toPlainText())))
        self.models.installed.connect(self._model_installed)
        self.models.changed.connect(self._models_changed)

    # What is shown

    def _show_engine(self) -> None:
        engine = self.engine
        asks = engine.asks if engine else ()
        for name, field in (("server", self.server), ("user", self.user), ("region", self.region), ("key", self.key)):
            self._form.setRowVisible(field, name in asks)
        if engine:
            account = account_of(self._settings, engine)
            self.server.setText(account.server)
            self.server.setPlaceholderText(f"https://{engine.host}/")
            self.user.setText(account.user)
            self.region.setText(account.region)
            self.key.setText("")
            self.key.setPlaceholderText(self.tr("required") if engine.needs_key else self.tr("optional"))
            if "key" in asks:
                self._look_up_key(engine)
        self.test.setEnabled(engine is not None)
        self.said.setText("")
        self._show_note()

    def _show_note(self) -> None:
        engine, server = self.engine, self._server()
        self.note.setVisible(engine is not None)
        self.take_back.setVisible(bool(server) and server in self._settings.consent)
        if engine is None:
            return
        if engine.offline:
            words = self.tr("Nothing of the text leaves this machine.")
            if engine.rough:
                words += " " + self.tr("It gives the gist only; figures and names are kept.")
        else:
            words = consent_words(engine, server or engine.host)
        if "key" in engine.asks and not has_keyring():
            words += " " + self.tr("This system has no keyring: the key is kept in a file that only you can read.")
        self.note.setText(words)

    def _server(self) -> str:
        engine = self.engine
        try:
            return engine.destination(account_of(self._settings, engine)) if engine else ""
        except TranslationFailed as failed:
            self.said.setText(words_of(failed))
            return ""

    def _look_up_key(self, engine: Engine) -> None:
        """A keyring may ask the user to open it: not on the window's own thread."""

        def show(known: str) -> None:
            if self.engine is engine and not self.key.isModified():
                self.key.setText(known)

        self._jobs.start(lambda _: key_of(engine.name), show, lambda _: None)

    # What the user does

    def _take(self, settings: Settings) -> None:
        if settings != self._settings:
            self._settings = settings
            self.changed.emit(settings)

    def _choose(self) -> None:
        self._take(replace(self._settings, engine=str(self.engines.currentData() or "")))
        self._show_engine()

    def _keep_server(self) -> None:
        if self.engine:
            servers = {**self._settings.servers, self.engine.name: self.server.text().strip()}
            self._take(replace(self._settings, servers={name: server for name, server in servers.items() if server}))
            self.engines.setItemText(self.engines.currentIndex(), self._title(self.engine))
            self._show_note()

    def _keep_account(self, what: str, field: QLineEdit) -> None:
        if self.engine:
            accounts = {**self._settings.accounts, f"{self.engine.name}.{what}": field.text().strip()}
            self._take(replace(self._settings, accounts={name: value for name, value in accounts.items() if value}))

    def _keep_key(self) -> None:
        engine = self.engine
        if engine is None or not self.key.isModified():
            return
        self.key.setModified(False)
        self._jobs.start(partial(_kept, engine.name, self.key.text()), lambda _: None, lambda error: self.said.setText(words_of(error)))

    def _take_back(self) -> None:
        server = self._server()
        self._take(replace(self._settings, consent=tuple(c for c in self._settings.consent if c != server)))
        self._show_note()

    def _model_installed(self) -> None:
        """Translate with a model of this machine from now on, if nothing was chosen yet."""
        if not self._settings.engine:
            self._take(replace(self._settings, engine=OFFLINE.name))

    def _models_changed(self) -> None:
        chosen = self._settings.engine
        self.engines.blockSignals(True)
        self._fill_engines()
        self.engines.setCurrentIndex(max(self.engines.findData(chosen), 0))
        self.engines.blockSignals(False)
        self._show_engine()

    def _test(self) -> None:
        """Have one sentence translated and show what came back."""
        engine, server = self.engine, self._server()
        if engine is None or (not engine.offline and not server):
            return
        if server and server not in self._settings.consent:
            if not ask_consent(self, engine, server):
                return
            self._take(replace(self._settings, consent=(*self._settings.consent, server)))
            self._show_note()
        if self._trial is not None:
            self._trial.stop()
        self.said.setText(self.tr("Asking %1…").replace("%1", engine.title))
        self._trial = self._jobs.start(self._trial_of(engine), self._tested, self._test_failed)

    def _trial_of(self, engine: Engine) -> Callable[[Progress], str]:
        settings, cache, typed = self._settings, self._cache, self.key.text().strip()
        target = settings.target
        source = "fr" if target == "en" else "en"

        def work(progress: Progress) -> str:
            means = means_of(settings, engine, cache)
            account = replace(means.account, key=typed or means.account.key) if "key" in engine.asks else means.account

            def wait(seconds: float) -> None:
                progress("waiting", 0, 0)
                means.pause(min(seconds, 3.0))

            return engine.ready(replace(account, timeout=_TRIAL_TIMEOUT), means.consent, wait).translate(_TRIAL[source], source, target)

        return work

    def _tested(self, answer: str) -> None:
        source = "fr" if self._settings.target == "en" else "en"
        self.said.setText(f"{_TRIAL[source]}\n→ {answer}")

    def _test_failed(self, error: RecoupeError) -> None:
        self.said.setText(words_of(error))


def _of_this_machine() -> Engine | None:
    """What translates while nothing is chosen."""
    return next((e for e in ENGINES if e.offline and e.found()), None)


def _kept(engine: str, key: str, _progress: Progress) -> None:
    keep_key(engine, key)
