"""The preferences of translation: engines and their fields, consent, models from files and addresses, what is kept."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from PySide6.QtWidgets import QInputDialog, QMessageBox
from pytestqt.qtbot import QtBot

from recoupe.files import resource
from recoupe.interface.accounts import engine_named
from recoupe.interface.dialogs.consent import ask_consent, consent_words
from recoupe.interface.dialogs.kept_translations import KeptTranslations
from recoupe.interface.dialogs.translation import TranslationPage
from recoupe.interface.jobs import Jobs
from recoupe.interface.tongue import WrittenTranslator
from recoupe.settings import Settings
from recoupe.translation import ENGINES
from recoupe.translation.cache import Cache
from recoupe.translation.models import installed
from windows import Opened

TESTS = Path(__file__).parents[1]
PACKAGE = TESTS / "translation" / "data" / "toy-fr_en.argosmodel"


def test_the_question_says_what_goes_where(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    google = engine_named("google")
    assert google is not None
    words = consent_words(google, "translate.google.com")
    assert "sent to translate.google.com" in words
    assert "web address" in words
    monkeypatch.setattr(QMessageBox, "exec", lambda self: self.reject())
    window = Opened(qtbot).window
    assert not ask_consent(window, google, "translate.google.com")


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[TranslationPage]:
    jobs = Jobs()
    made = TranslationPage(Settings(), jobs, Cache(tmp_path / "c.sqlite"))
    qtbot.addWidget(made)
    made.show()
    yield made
    qtbot.waitUntil(lambda: not jobs.running, timeout=120_000)


def test_a_model_is_installed_and_tried_and_removed_in_the_preferences(page: TranslationPage, qtbot: QtBot) -> None:
    page.models.install(PACKAGE)
    qtbot.waitUntil(lambda: page.models.list.count() == 1, timeout=120_000)
    assert page.models.list.item(0).text().startswith("French → English (Argos 1.0) — ")
    page.engines.setCurrentIndex(page.engines.findData("offline"))
    assert page.settings.engine == "offline"
    assert page.note.text() == "Nothing of the text leaves this machine."
    page.test.click()
    qtbot.waitUntil(lambda: "→" in page.said.text(), timeout=120_000)
    page.models.list.setCurrentRow(0)
    page.models.remove.click()
    qtbot.waitUntil(lambda: page.models.list.count() == 0, timeout=120_000)
    assert installed() == ()


def test_the_first_model_is_what_texts_are_translated_with(page: TranslationPage, qtbot: QtBot) -> None:
    page.models.install(PACKAGE)
    qtbot.waitUntil(lambda: page.models.list.count() == 1, timeout=120_000)
    assert page.settings.engine == "offline"
    assert page.engines.currentData() == "offline"


def test_what_translates_while_nothing_is_chosen_can_be_tried(page: TranslationPage, qtbot: QtBot) -> None:
    """The list said « By this machine », and the button beside it was grey."""
    page.models.install(PACKAGE)
    qtbot.waitUntil(lambda: page.models.list.count() == 1, timeout=120_000)
    page.engines.setCurrentIndex(0)
    assert page.settings.engine == ""
    assert page.note.text().startswith("Nothing of the text leaves this machine.")
    page.test.click()
    qtbot.waitUntil(lambda: "→" in page.said.text(), timeout=120_000)


def test_a_model_changes_no_choice_that_was_made(qtbot: QtBot, tmp_path: Path) -> None:
    jobs = Jobs()
    page = TranslationPage(Settings(engine="deepl"), jobs, Cache(tmp_path / "c.sqlite"))
    qtbot.addWidget(page)
    page.models.install(PACKAGE)
    qtbot.waitUntil(lambda: page.models.list.count() == 1 and not jobs.running, timeout=120_000)
    assert page.settings.engine == "deepl"


def test_the_keys_are_at_the_same_button_after_a_model_was_installed(page: TranslationPage, qtbot: QtBot) -> None:
    page.models.add.setFocus()
    page.models.install(PACKAGE)
    assert page.window().focusWidget() is page.models.stop
    qtbot.waitUntil(lambda: page.models.list.count() == 1, timeout=120_000)
    assert page.window().focusWidget() is page.models.add


def test_a_file_that_is_no_model_is_said_so(page: TranslationPage, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "letter.argosmodel"
    path.write_text("Dear all", encoding="utf-8")
    page.models.install(path)
    qtbot.waitUntil(lambda: "no translation model" in page.models.told.text(), timeout=120_000)


def test_each_engine_shows_the_fields_it_asks_for(page: TranslationPage, qtbot: QtBot) -> None:
    for engine in ENGINES:
        index = page.engines.findData(engine.name)
        if index < 0:
            assert not engine.found()
            continue
        page.engines.setCurrentIndex(index)
        shown = {name for name in ("server", "user", "region", "key") if getattr(page, name).isVisible()}
        assert shown == set(engine.asks) - {"model"}
    page.engines.setCurrentIndex(page.engines.findData("libretranslate"))
    page.server.setText("http://127.0.0.1:5000")
    page.server.editingFinished.emit()
    assert page.settings.servers == {"libretranslate": "http://127.0.0.1:5000"}
    assert "127.0.0.1:5000" in page.note.text()


def test_the_keys_stay_at_the_test_button_while_an_engine_is_tried(page: TranslationPage, qtbot: QtBot) -> None:
    """They went on to the next button, which takes the permission back."""
    page.models.install(PACKAGE)
    qtbot.waitUntil(lambda: page.test.isEnabled() and not page._jobs.running, timeout=60_000)
    page.test.setFocus()
    page.test.click()
    qtbot.waitUntil(lambda: "→" in page.said.text(), timeout=60_000)
    assert page.focusWidget() is page.test


def test_a_server_of_one_s_own_is_named_with_its_engine(page: TranslationPage) -> None:
    page.engines.setCurrentIndex(page.engines.findData("libretranslate"))
    page.server.setText("http://127.0.0.1:5000")
    page.server.editingFinished.emit()
    assert page.engines.currentText() == "LibreTranslate — http://127.0.0.1:5000"


def test_a_permission_can_be_taken_back(qtbot: QtBot, tmp_path: Path) -> None:
    page = TranslationPage(Settings(engine="google", consent=("translate.google.com", "x")), Jobs(), Cache(tmp_path / "c.sqlite"))
    qtbot.addWidget(page)
    page.show()
    page.take_back.click()
    assert page.settings.consent == ("x",)
    assert not page.take_back.isVisible()


@pytest.mark.parametrize(
    ("count", "english", "french"),
    [
        (0, "No sentence is kept", "Aucune phrase n’est gardée"),
        (1, "1 sentence is kept", "1 phrase est gardée"),
        (2, "2 sentences are kept", "2 phrases sont gardées"),
    ],
)
def test_what_is_kept_is_counted_in_words(qtbot: QtBot, tmp_path: Path, count: int, english: str, french: str) -> None:
    cache = Cache(tmp_path / "c.sqlite")
    for n in range(count):
        cache.put(str(n), "Said.", datetime(2024, 5, 14, 12))
    line = KeptTranslations(cache)
    qtbot.addWidget(line)
    assert line.told.text().startswith(english)
    words = WrittenTranslator(resource("translations", "recoupe_fr.ts"))
    told = {0: "No sentence is kept from earlier translations."}.get(count, "")
    source = told or ("1 sentence is" if count == 1 else "%1 sentences are") + " kept from earlier translations (%2 MB)."
    assert str(words.translate("KeptTranslations", source)).replace("%1", str(count)).startswith(french)


def test_the_question_before_texts_are_sent_is_asked_in_french_too() -> None:
    words = WrittenTranslator(resource("translations", "recoupe_fr.ts"))
    assert words.translate("Consent", "May Recoupe send texts to %1?") == "Recoupe peut-il envoyer des textes à %1\u202f?"


class Shelf(BaseHTTPRequestHandler):
    """A web server with the small model on it, each under the name of a fault."""

    content = PACKAGE.read_bytes()

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        start = int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").rstrip("-"))
        self.send_response(206 if start else 200)
        lie = 500 if self.path.startswith("/lie") and self.command == "HEAD" else 0
        self.send_header("Content-Length", str(len(self.content) - start + lie))
        self.end_headers()
        if self.command == "GET":
            half = self.path.startswith("/cut") and not start
            self.wfile.write(self.content[start : len(self.content) // 2 if half else None])

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def shelf() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Shelf)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def from_address(page: TranslationPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, address: str) -> list[str]:
    """Download from an address as a user would: typed, looked at, agreed to; what was told before the agreement."""
    told: list[str] = []

    def exec_(box: QMessageBox) -> int:
        told.append(box.informativeText())
        wanted = "another" if "direction" in box.text() else "Download"
        next(b for b in box.buttons() if wanted in b.text()).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", exec_)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: (address, True))
    page.models.download.click()
    qtbot.waitUntil(lambda: not page._jobs.running and not page.models.stop.isVisibleTo(page), timeout=60_000)
    return told


@pytest.mark.network
def test_a_model_of_another_address_is_weighed_first_and_goes_on_where_it_broke_off(
    page: TranslationPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, shelf: str
) -> None:
    told = from_address(page, qtbot, monkeypatch, f"{shelf}/cut/model.argosmodel")
    assert told[1].startswith("0.7 MB")
    assert "without a checksum" in told[1]
    assert "broke off" in page.models.told.text()
    told = from_address(page, qtbot, monkeypatch, f"{shelf}/cut/model.argosmodel")
    assert "of it is here already" in told[1]
    assert page.models.told.text() == "Installed: French → English (Argos 1.0)"
    assert len(installed()) == 1


@pytest.mark.network
def test_what_an_address_holds_is_not_trusted(page: TranslationPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, shelf: str) -> None:
    told = []
    for address in (f"{shelf}/lie/model.argosmodel", f"{shelf}/model.argosmodel#sha256={'0' * 64}", "no address"):
        from_address(page, qtbot, monkeypatch, address)
        told.append(page.models.told.text())
    assert ["its size differs" in told[0], "its checksum differs" in told[1], "not the address" in told[2]] == [True] * 3
    assert installed() == ()
