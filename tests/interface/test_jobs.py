"""Long work comes home on the window's thread, or not at all once it was stopped."""

import sys
import threading
import time

import pytest
from pytestqt.qtbot import QtBot

from recoupe.errors import Cancelled, ReadingFailed, RecoupeError
from recoupe.interface.jobs import Jobs
from recoupe.progress import Progress


@pytest.fixture
def jobs(qtbot: QtBot) -> Jobs:
    return Jobs()


def never(_: object) -> None:
    raise AssertionError("this should not have been delivered")


def test_an_answer_comes_home_on_the_windows_thread(jobs: Jobs, qtbot: QtBot) -> None:
    got: list[tuple[int, threading.Thread]] = []
    jobs.start(lambda _: 6 * 7, lambda answer: got.append((answer, threading.current_thread())), never)
    qtbot.waitUntil(lambda: bool(got))
    assert got == [(42, threading.main_thread())]
    assert jobs.running == 0


def test_progress_is_told_in_order(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[int] = []
    ended: list[None] = []

    def work(progress: Progress) -> None:
        for n in range(5):
            progress("reading", n, 5)

    jobs.start(work, ended.append, never, lambda _stage, done, _total: told.append(done))
    qtbot.waitUntil(lambda: bool(ended))
    assert told == [0, 1, 2, 3, 4]


def test_a_known_failure_is_delivered_as_such(jobs: Jobs, qtbot: QtBot) -> None:
    failures: list[RecoupeError] = []

    def work(_: Progress) -> None:
        raise ReadingFailed("empty", name="a.txt")

    jobs.start(work, never, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert failures[0].code == "empty"


def test_a_fault_goes_to_the_error_net(jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    caught: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: caught.append(error))
    jobs.start(lambda _: 1 // 0, never, never)
    qtbot.waitUntil(lambda: bool(caught))
    assert isinstance(caught[0], ZeroDivisionError)


def test_after_a_stop_nothing_is_delivered(jobs: Jobs, qtbot: QtBot) -> None:
    heard: list[str] = []
    running = threading.Event()

    def work(progress: Progress) -> None:
        try:
            while True:
                running.set()
                progress("reading", 0, 1)
                time.sleep(0.005)
        except Cancelled:
            heard.append("stop")
            raise

    job = jobs.start(work, never, never)
    assert running.wait(60)
    job.stop()
    qtbot.waitUntil(lambda: jobs.running == 0)
    assert heard == ["stop"]


def test_an_answer_that_comes_after_the_stop_is_dropped(jobs: Jobs, qtbot: QtBot) -> None:
    go = threading.Event()
    job = jobs.start(lambda _: go.wait(60), never, never)
    job.stop()
    go.set()
    qtbot.waitUntil(lambda: jobs.running == 0)


def test_a_stop_leaves_what_is_to_be_brought_to_its_end(jobs: Jobs, qtbot: QtBot) -> None:
    go = threading.Event()
    came: list[bool] = []
    jobs.start(lambda _: go.wait(60), came.append, never, to_the_end=True)
    jobs.stop_all()
    go.set()
    qtbot.waitUntil(lambda: jobs.running == 0)
    assert came == [True]


def test_a_window_that_closes_hears_of_nothing_any_more(jobs: Jobs, qtbot: QtBot) -> None:
    go = threading.Event()
    jobs.start(lambda _: go.wait(60), never, never, to_the_end=True)
    jobs.stop_all(closing=True)
    go.set()
    qtbot.waitUntil(lambda: jobs.running == 0)
