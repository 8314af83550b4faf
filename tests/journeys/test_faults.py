"""What goes wrong around the program is said once, in words, and takes nothing with it."""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders import article
from recoupe import analysis, pipelines
from recoupe.__main__ import main
from recoupe.alignment import encoder, gathering
from recoupe.errors import ResourceMissing
from recoupe.interface.analyst import ProcessAnalyst
from recoupe.interface.app import keep_settings, make_window
from recoupe.interface.jobs import Jobs
from recoupe.interface.main_window import MainWindow
from recoupe.interface.messages import ErrorNet, words_of
from recoupe.interface.session import Session
from recoupe.model import Project
from recoupe.settings import Settings, load_settings, settings_path
from windows import Opened, nothing, story

ONE = "Incendie à Lorient\n\nLe feu a fait 12 blessés mardi soir, selon les pompiers. Le maire, Jean Le Gall, s'est rendu sur place.\n"
TWO = "Un incendie ravage un entrepôt de Lorient\n\nDix-sept personnes ont été blessées mardi dans l'incendie, selon la préfecture.\n"


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    for name, text in (("a.txt", ONE), ("b.txt", TWO)):
        (tmp_path / name).write_text(text, "utf-8")
    return [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]


@pytest.fixture
def unspoilt() -> Iterator[None]:
    """What was loaded before the fault is loaded anew, and so it is after it."""
    for forget in (pipelines._loaded.clear, analysis._understanding.forget):
        forget()
    yield
    for forget in (pipelines._loaded.clear, analysis._understanding.forget):
        forget()


def model_folder(tmp_path: Path, damage: str) -> Path:
    """A models folder whose encoder is missing or damaged."""
    folder = tmp_path / "models" / "encoder"
    folder.mkdir(parents=True)
    if damage != "missing":
        (folder / "version.txt").write_text("x")
        (folder / "tokenizer.json").write_text("{" if damage == "tokenizer" else encoder_file("tokenizer.json").read_text("utf-8"), "utf-8")
        (folder / "model.onnx").write_bytes(encoder_file("model.onnx").read_bytes()[:5000])
    return tmp_path


def encoder_file(name: str) -> Path:
    return _RESOURCE("models", "encoder", name)


_RESOURCE = encoder.resource


@pytest.mark.parametrize("damage", ["missing", "tokenizer", "model"])
def test_a_spoilt_encoder_is_said_in_one_sentence(
    files: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], damage: str
) -> None:
    root = model_folder(tmp_path / "spoilt", damage)
    monkeypatch.setattr(encoder, "resource", root.joinpath)
    monkeypatch.setattr(gathering, "encoder", encoder.Encoder)
    assert main(["compare", *files]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("recoupe: A part of Recoupe is ")
    assert "Install Recoupe again" in said.err
    with pytest.raises(ResourceMissing) as caught:
        encoder.Encoder().load()
    crossed = pickle.loads(pickle.dumps(caught.value))
    assert str(crossed) == str(caught.value)


def test_a_missing_language_model_is_said_in_one_sentence(
    files: list[str], unspoilt: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pipelines, "MODELS", {"fr": "no_such_model", "en": "no_such_model"})
    assert main(["compare", *files]) == 1
    assert capsys.readouterr().err == "recoupe: A part of Recoupe is missing (no_such_model). Install Recoupe again.\n"


def test_damaged_caches_and_settings_cost_nothing(
    files: list[str], own_folders: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # One that an earlier test loaded would keep its vectors in that test's home, and here nothing would be there to damage.
    monkeypatch.setattr(gathering, "encoder", encoder.Encoder)
    assert main(["compare", *files, "--format", "json"]) == 0
    first = capsys.readouterr().out
    kept = [p for p in own_folders.rglob("*") if p.is_file()]
    assert kept
    for path in kept:
        path.write_bytes(b"\x00 no longer what it was" * 300)
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_bytes(b"\xff\xfe{")
    assert main(["compare", *files, "--format", "json"]) == 0
    assert capsys.readouterr().out == first
    assert load_settings() == Settings()


def test_a_home_that_cannot_be_written_costs_only_the_keeping(
    files: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "no folder").touch()
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "no folder" / "home"))
    monkeypatch.setattr(gathering, "encoder", encoder.Encoder)
    assert main(["compare", *files]) == 0
    assert "12 blessés" in capsys.readouterr().out
    keep_settings(Settings(language="fr"))
    assert load_settings() == Settings()


class Desk:
    """A window whose analysis runs in a real process."""

    def __init__(self, qtbot: QtBot, entry: str) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.jobs = Jobs()
        self.analyst = ProcessAnalyst(self.jobs, f"analysing:{entry}", lambda error: self.window.tell(words_of(error)))
        self.session = Session(Settings(theme="light", language="en"), self.analyst)
        self.window: MainWindow = make_window(app, self.session, self.jobs)
        qtbot.addWidget(self.window, before_close_func=lambda _: self.session.forget_changes())
        self.told: list[str] = []
        self.session.progressed.connect(lambda stage, *_: self.told.append(stage))


@pytest.fixture
def desk(request: pytest.FixtureRequest, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1] / "interface"))
    made = Desk(qtbot, request.param)
    yield made
    made.session.close()
    made.analyst.close()


@pytest.mark.parametrize("desk", ["slow"], indirect=True)
def test_a_worker_killed_at_work_is_said_and_the_analysis_comes(desk: Desk, qtbot: QtBot) -> None:
    one, two = article(ONE, "a"), article(TWO, "b")
    desk.session.do("add", Project("", (one,)))
    qtbot.waitUntil(lambda: bool(desk.told), timeout=120_000)
    killed = desk.analyst.process_id
    assert killed is not None
    os.kill(killed, signal.SIGKILL)
    qtbot.waitUntil(lambda: "started again" in desk.window.messages.text, timeout=120_000)
    assert desk.session.busy
    desk.session.do("add", Project("", (one, two)))
    qtbot.waitUntil(lambda: bool(desk.session.project.analysis.events), timeout=120_000)
    assert desk.analyst.process_id not in {None, killed}
    assert not desk.session.busy
    assert desk.session.undo_label == "add"


@pytest.mark.parametrize("desk", ["missing"], indirect=True)
def test_a_missing_part_of_the_program_is_said_by_the_window(desk: Desk, qtbot: QtBot) -> None:
    desk.session.do("add", Project("", (article(ONE, "a"), article(ONE, "b"))))
    qtbot.waitUntil(lambda: bool(desk.window.messages.text), timeout=120_000)
    assert "models/encoder" in desk.window.messages.text
    assert not desk.session.busy
    assert [a.id for a in desk.session.project.articles] == ["a", "b"]
    assert "did not come to its end" in desk.window.table.empty_text


def test_a_slot_that_fails_at_every_tick_shows_one_dialog(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    opened = Opened(qtbot, story(), lambda *_: story().analysis)
    net = ErrorNet(opened.window)
    monkeypatch.setattr(sys, "excepthook", net.catch)
    ticks: list[int] = []

    quoted = "words of an article"

    def fail() -> None:
        ticks.append(1)
        raise ZeroDivisionError(quoted)

    timer = QTimer(interval=1)
    timer.timeout.connect(fail)
    timer.start()
    qtbot.waitUntil(lambda: len(ticks) >= 20)
    timer.stop()
    opened.settle()
    dialogs = [w for w in QApplication.topLevelWidgets() if type(w).__name__ == "FaultDialog" and w.isVisible()]
    assert dialogs == [net.dialog]
    assert net.dialog is not None
    assert net.dialog.details.count("Traceback") == 1
    assert quoted in net.dialog.details
    assert "ZeroDivisionError" in caplog.text
    assert "test_faults.py" in caplog.text
    assert quoted not in caplog.text, "a message may quote an article; the log never does"
    assert opened.session.project.articles
    net.dialog.close()


def test_what_was_chosen_in_an_article_is_let_go_with_it(qtbot: QtBot) -> None:
    opened = Opened(qtbot, analyse=nothing)
    opened.session.do("add", story())
    chosen = story().analysis.events[0].members[0]
    opened.selection.select_place(chosen)
    opened.act("pick")
    opened.act("undo")
    assert opened.selection.place is None
    assert opened.selection.picked == ()
    for ident in ("noise", "part", "join", "confirm_link", "bring_partner"):
        opened.window.actions_by_id[ident].trigger()
