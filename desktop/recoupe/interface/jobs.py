"""Runs long work beside the windows and brings the answer back."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from recoupe.errors import Cancelled, RecoupeError
from recoupe.progress import Progress

log = logging.getLogger(__name__)
Answer = TypeVar("Answer")


class Job:
    """One piece of work under way. After `stop` nothing of it is delivered any more, not even a failure.

    What is `to_the_end` is not among what the user means by stopping everything: a file that is being saved is saved.
    """

    def __init__(self, *, to_the_end: bool = False) -> None:
        self.to_the_end = to_the_end
        self._stopped = threading.Event()

    @property
    def stopped(self) -> bool:
        """Whether a stop was asked."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """Ask the work to stop at its next step; it may be called twice."""
        self._stopped.set()


class Jobs(QObject):
    """Starts work in threads and delivers what becomes of it on the thread of this object, which outlives them all.

    One object owns the one queued signal, so that no QObject is ever destroyed on the wrong thread.
    """

    _home = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: set[Job] = set()
        self._home.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        work: Callable[[Progress], Answer],
        then: Callable[[Answer], None],
        failed: Callable[[RecoupeError], None],
        told: Callable[[str, int, int], None] = lambda *_: None,
        *,
        to_the_end: bool = False,
    ) -> Job:
        """Begin work that takes a `Progress` and returns frozen data; its answer, failure and progress come back to this thread.

        A failure that is no RecoupeError goes to `sys.excepthook`: it is a fault of the program.
        """
        job = Job(to_the_end=to_the_end)
        self._running.add(job)

        def progress(stage: str, done: int, total: int) -> None:
            if job.stopped:
                raise Cancelled
            self.call_home(lambda: None if job.stopped else told(stage, done, total))

        def run() -> None:
            try:
                answer = work(progress)
            except Cancelled:
                self._end(job, lambda: None)
            except RecoupeError as error:
                self._end(job, partial(failed, error))
            except Exception as error:
                log.debug("a job failed", exc_info=True)
                self._end(job, partial(sys.excepthook, type(error), error, error.__traceback__))
            else:
                self._end(job, partial(then, answer))

        threading.Thread(target=run, daemon=True, name="job").start()
        return job

    @property
    def running(self) -> int:
        """How many jobs have not ended."""
        return len(self._running)

    def stop_all(self, *, closing: bool = False) -> None:
        """Ask everything to stop; nothing is waited for, so a hung connection does not hold the window.

        What is to be brought to its end goes on, unless the window is `closing`: nobody is there then to hear of it.
        """
        for job in self._running:
            if closing or not job.to_the_end:
                job.stop()

    def call_home(self, call: Callable[[], None]) -> None:
        """Have something called on the thread of this object; safe from every thread."""
        try:
            self._home.emit(call)
        except RuntimeError:
            log.debug("the window is gone; an answer is dropped")

    def _deliver(self, call: Callable[[], None]) -> None:
        call()

    def _end(self, job: Job, deliver: Callable[[], None]) -> None:
        """In the job's thread: forget the job at home, and deliver its outcome there unless it was stopped meanwhile."""

        def arrive() -> None:
            self._running.discard(job)
            if not job.stopped:
                deliver()

        self.call_home(arrive)
