"""The analysis lives in a process of its own: it can be stopped, replaced, and die without harm."""

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from builders import article
from recoupe.errors import AnalysisFailed, ReadingFailed, RecoupeError
from recoupe.interface import analyst
from recoupe.interface.analyst import ProcessAnalyst
from recoupe.interface.jobs import Jobs
from recoupe.interface.worker import Alive, Begun, Fault
from recoupe.model import Analysis, Article, Part

ONE = (article("Un train part."),)
TWO = (*ONE, article("Un avion part.", "b"))


class Desk:
    """An analyst and all that it said."""

    def __init__(self, entry: str, module: str = "analysing", begun: Begun | None = None) -> None:
        self.answers: list[Analysis] = []
        self.failures: list[Exception] = []
        self.told: list[str] = []
        self.parts: list[tuple[Part, int]] = []  # with how many answers were there before
        self.restarts: list[RecoupeError] = []
        self.jobs = Jobs()
        self.analyst = ProcessAnalyst(self.jobs, f"{module}:{entry}", self.restarts.append, begun)

    def ask(self, articles: tuple[Article, ...]) -> None:
        self.analyst.analyse(
            articles,
            (),
            Analysis,
            then=self.answers.append,
            failed=self.failures.append,
            told=lambda stage, _done, _total: self.told.append(stage),
            handed=lambda part: self.parts.append((part, len(self.answers))),
        )


class Ended:
    """Stands in for a process."""

    pid = None

    def __init__(self) -> None:
        self.ended = False

    def kill(self) -> None:
        self.ended = True

    def terminate(self) -> None:
        self.ended = True

    def join(self, _seconds: float) -> None:
        pass


@pytest.fixture
def desks(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Desk]]:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    made: dict[str, Desk] = {}

    class Made(dict[str, Desk]):
        def __missing__(self, entry: str) -> Desk:
            self[entry] = made[entry] = Desk(entry)
            return self[entry]

    yield Made()
    for desk in made.values():
        desk.analyst.close()


def test_one_process_answers_request_after_request(desks: dict[str, Desk], qtbot: QtBot) -> None:
    desk = desks["found"]
    desk.ask(ONE)
    qtbot.waitUntil(lambda: len(desk.answers) == 1, timeout=120_000)
    desk.ask(TWO)
    qtbot.waitUntil(lambda: len(desk.answers) == 2, timeout=120_000)
    first, second = desk.answers
    assert desk.told == ["aligning", "aligning"]
    assert len(second.events[0].members) == 2
    assert first.events[0].strength == second.events[0].strength == desk.analyst.process_id


def test_a_newer_request_replaces_the_one_running(desks: dict[str, Desk], qtbot: QtBot) -> None:
    desk = desks["slow"]
    desk.ask(ONE)
    qtbot.waitUntil(lambda: bool(desk.told), timeout=120_000)
    desk.ask(TWO)
    qtbot.waitUntil(lambda: bool(desk.answers), timeout=120_000)
    assert [len(a.events[0].members) for a in desk.answers] == [2]
    assert not desk.failures


def test_an_answered_request_holds_its_articles_no_longer(desks: dict[str, Desk], qtbot: QtBot) -> None:
    articles = (replace(ONE[0], id="c"),)
    held = sys.getrefcount(articles)
    desk = desks["found"]
    desk.ask(articles)
    assert sys.getrefcount(articles) > held
    qtbot.waitUntil(lambda: bool(desk.answers), timeout=120_000)
    qtbot.waitUntil(lambda: sys.getrefcount(articles) == held)


def test_after_a_stop_the_same_process_goes_on(desks: dict[str, Desk], qtbot: QtBot) -> None:
    desk = desks["slow"]
    desk.ask(ONE)
    qtbot.waitUntil(lambda: bool(desk.told), timeout=120_000)
    process = desk.analyst.process_id
    desk.analyst.stop()
    desk.ask(TWO)
    qtbot.waitUntil(lambda: bool(desk.answers), timeout=120_000)
    assert desk.analyst.process_id == process


def test_a_process_that_dies_is_replaced_and_the_user_told(desks: dict[str, Desk], qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "deaths").write_text("1")
    desk = desks["dying"]
    desk.ask((replace(TWO[0], title=str(tmp_path / "deaths")), TWO[1]))
    qtbot.waitUntil(lambda: bool(desk.answers), timeout=120_000)
    assert [e.code for e in desk.restarts] == ["restarted"]


def test_a_text_that_kills_every_process_is_given_up(desks: dict[str, Desk], qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "deaths").write_text("9")
    desk = desks["dying"]
    desk.ask((replace(TWO[0], title=str(tmp_path / "deaths")), TWO[1]))
    qtbot.waitUntil(lambda: bool(desk.failures), timeout=120_000)
    assert isinstance(desk.failures[0], AnalysisFailed)
    assert (tmp_path / "deaths").read_text() == "7"


def test_a_process_in_which_nothing_moves_is_replaced_and_leaves_word_where_it_stood(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    caplog.set_level("INFO", logger="recoupe")
    (tmp_path / "times").write_text("1")
    desk = Desk("stuck", module="analysing_stuck")
    desk.ask((replace(TWO[0], title=str(tmp_path / "times")), TWO[1]))
    qtbot.waitUntil(lambda: bool(desk.answers), timeout=120_000)
    desk.analyst.close()
    assert [e.code for e in desk.restarts] == ["restarted"]
    assert "in stuck" in caplog.text


@pytest.mark.skipif(sys.platform == "win32", reason="no process is halted there")
def test_a_process_that_is_halted_is_replaced(
    desks: dict[str, Desk], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "times").write_text("1")
    desk = desks["halted"]
    desk.ask((replace(TWO[0], title=str(tmp_path / "times")), TWO[1]))
    qtbot.waitUntil(lambda: bool(desk.told), timeout=120_000)
    with monkeypatch.context() as impatient:
        impatient.setattr(analyst, "SILENCE", 2)
        qtbot.waitUntil(lambda: bool(desk.restarts), timeout=120_000)
    qtbot.waitUntil(lambda: bool(desk.answers), timeout=120_000)
    assert [e.code for e in desk.restarts] == ["restarted"]


@pytest.mark.skipif(sys.platform == "win32", reason="no process is halted there")
def test_a_process_that_is_halted_is_ended_with_the_program(desks: dict[str, Desk], qtbot: QtBot) -> None:
    desk = desks["slow"]
    desk.ask(ONE)
    qtbot.waitUntil(lambda: bool(desk.told), timeout=120_000)
    (process,) = multiprocessing.active_children()
    assert process.pid is not None
    os.kill(process.pid, signal.SIGSTOP)
    desk.analyst.close()
    process.join(60)
    assert process.exitcode in {-signal.SIGTERM, -signal.SIGKILL}


def test_a_process_that_only_tells_that_it_lives_is_left_at_work(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analyst, "LOOK", 0.25)
    monkeypatch.setattr(analyst, "SILENCE", 6)
    near, far = multiprocessing.Pipe()
    process = Ended()
    desk = Desk("", begun=Begun(process, near))
    desk.ask(ONE)
    beats = QTimer(interval=50)
    beats.timeout.connect(lambda: far.send(Alive()))
    beats.start()
    qtbot.wait(2500)
    assert not process.ended
    beats.stop()
    qtbot.waitUntil(lambda: process.ended, timeout=60_000)
    far.close()
    desk.analyst.close()


def test_words_that_nobody_understands_end_in_a_sentence(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    caught: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: caught.append(error))
    monkeypatch.setattr("recoupe.interface.analyst.begin", lambda _entry: begun())
    process = Ended()
    fars = []

    def begun() -> Begun:
        near, far = multiprocessing.Pipe()
        fars.append(far)
        far.send_bytes(b"no message of ours")
        return Begun(process, near)

    desk = Desk("")
    desk.ask(ONE)
    qtbot.waitUntil(lambda: bool(desk.failures), timeout=60_000)
    assert [getattr(e, "code", "") for e in desk.failures] == ["crashed"]
    assert process.ended
    assert len(caught) == len(fars) == 2


def test_findings_come_without_a_walk_over_all_that_is_held(desks: dict[str, Desk], qtbot: QtBot) -> None:
    walks: list[int] = []

    def seen(phase: str, info: dict[str, int]) -> None:
        if phase == "start" and threading.current_thread().name == "analysis-answers":
            walks.append(info["generation"])

    gc.callbacks.append(seen)
    try:
        desk = desks["plenty"]
        desk.ask(ONE)
        qtbot.waitUntil(lambda: bool(desk.answers), timeout=120_000)
    finally:
        gc.callbacks.remove(seen)
    assert len(desk.answers[0].events) == 20_000
    assert not walks
    assert gc.isenabled()


def test_a_failure_crosses_over_whole(desks: dict[str, Desk], qtbot: QtBot) -> None:
    desk = desks["failing"]
    desk.ask(ONE)
    qtbot.waitUntil(lambda: bool(desk.failures), timeout=120_000)
    error = desk.failures[0]
    assert isinstance(error, ReadingFailed)
    assert error.details == {"name": "a"}


def test_a_fault_goes_to_the_error_net(desks: dict[str, Desk], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    caught: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: caught.append(error))
    desk = desks["faulty"]
    desk.ask(ONE)
    qtbot.waitUntil(lambda: bool(caught), timeout=120_000)
    [fault] = caught
    assert isinstance(fault, Fault)
    assert (fault.kind, fault.words) == ("ZeroDivisionError", "a fault")
    assert "in faulty" in fault.where
    assert [e.code for e in desk.failures if isinstance(e, AnalysisFailed)] == ["fault"]


def test_a_fault_that_cannot_be_put_together_again_is_told_like_any_other(
    desks: dict[str, Desk], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: caught.append(error))
    desk = desks["stubborn"]
    desk.ask(ONE)
    qtbot.waitUntil(lambda: bool(caught), timeout=120_000)
    assert "Stubborn" in str(caught[0])


def test_what_is_found_on_the_way_comes_before_the_end(desks: dict[str, Desk], qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "deaths").write_text("0")
    desk = desks["handing"]
    desk.ask((replace(TWO[0], title=str(tmp_path / "deaths")), TWO[1]))
    qtbot.waitUntil(lambda: bool(desk.answers), timeout=20000)
    assert [(p.article, before) for p, before in desk.parts] == [("a", 0)]


def test_a_process_that_dies_after_handing_something_out_begins_anew(desks: dict[str, Desk], qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "deaths").write_text("1")
    desk = desks["handing"]
    desk.ask((replace(TWO[0], title=str(tmp_path / "deaths")), TWO[1]))
    qtbot.waitUntil(lambda: bool(desk.answers), timeout=20000)
    assert [p.article for p, _ in desk.parts] == ["a", "a"]
    assert [e.code for e in desk.restarts] == ["restarted"]


def test_nothing_is_handed_out_after_a_stop(desks: dict[str, Desk], qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "deaths").write_text("0")
    desk = desks["handing"]
    desk.ask((replace(TWO[0], title=str(tmp_path / "deaths")), TWO[1]))
    desk.analyst.stop()
    qtbot.wait(300)
    assert not desk.parts
    assert not desk.answers
