"""The near side of the analysis: keeps one worker process, gives it the newest request and brings its findings back."""

from __future__ import annotations

import contextlib
import gc
import logging
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import SimpleQueue

from recoupe.errors import AnalysisFailed, Cancelled, RecoupeError
from recoupe.interface.jobs import Jobs
from recoupe.interface.worker import ENTRY, Alive, Answered, Begun, Handed, Request, Stalled, Told, begin
from recoupe.model import Analysis, Article, Decision, Part
from recoupe.project.history import sharing

log = logging.getLogger(__name__)
SILENCE = 90  # looks in a row at which a worker that was asked had not even told that it lives, after which it is given up
LOOK = 1.0  # seconds from one look to the next; looks are counted, so that a machine that sleeps is not taken for a worker that hangs


class End:
    """Tells the thread that speaks to a worker that the worker is gone."""


@dataclass
class Wish:
    """The request that is waited for, and whom to tell."""

    request: Request
    known: Callable[[], Analysis]
    then: Callable[[Analysis], None]
    failed: Callable[[Exception], None]
    told: Callable[[str, int, int], None]
    handed: Callable[[Part], None]
    tries: int = 1


class ProcessAnalyst:
    """Runs analyses in one long-lived process, the newest only. A process that dies is replaced and the request given again, once.

    So is one that goes silent: a worker tells every second that it is at work, whatever it does, unless it was halted from outside or
    its threads hold each other up in a way that even the one that looks on cannot see.

    The first process may have begun before, and is then taken over.
    """

    def __init__(
        self, jobs: Jobs, entry: str = ENTRY, restarted: Callable[[RecoupeError], None] = lambda _: None, begun: Begun | None = None
    ) -> None:
        self._jobs = jobs
        self._entry = entry
        self._restarted = restarted
        self._begun = begun
        self._process: SpawnProcess | None = None
        self._line: Connection | None = None
        self._outbox: SimpleQueue[Request | End | None] = SimpleQueue()
        self._serial = 0
        self.prepare: Callable[[tuple[Article, ...], Analysis], None] = lambda _articles, _analysis: None  # called beside the window
        self._wish: Wish | None = None

    @property
    def process_id(self) -> int | None:
        """The worker's process id while it lives."""
        return self._process.pid if self._process is not None else None

    def start(self) -> None:
        """Start the worker ahead of the first request; nothing happens where it runs already."""
        if self._line is not None:
            return
        begun, self._begun = self._begun or begin(self._entry), None
        near = begun.line
        self._process, self._line = begun.process, near
        self._outbox = SimpleQueue()
        threading.Thread(target=self._listen, args=(near, begun.process), daemon=True, name="analysis-answers").start()
        threading.Thread(target=self._speak, args=(near, self._outbox), daemon=True, name="analysis-requests").start()

    def analyse(
        self,
        articles: tuple[Article, ...],
        decisions: tuple[Decision, ...],
        known: Callable[[], Analysis],
        *,
        then: Callable[[Analysis], None],
        failed: Callable[[Exception], None],
        told: Callable[[str, int, int], None],
        handed: Callable[[Part], None],
    ) -> None:
        """Begin; an analysis still running is told to stop and its answer is not wanted any more.

        What it finds on its way is `handed` out. `known` tells the findings at hand, whose objects new ones share where they are equal.
        """
        self._serial += 1
        self._wish = Wish(Request(self._serial, articles, decisions), known, then, failed, told, handed)
        self._send(self._wish.request)

    def stop(self) -> None:
        """Forget what is running and let the worker stop at its next step."""
        if self._wish is not None:
            self._wish = None
            if self._line is not None:
                self._send(None)

    def close(self) -> None:
        """End the worker."""
        self._wish = None
        self._outbox.put(End())
        process = self._process
        self._line = self._process = None
        if process is not None:
            process.terminate()  # which ends the line, and with it both threads
            process.join(1)
            process.kill()  # one that is halted hears nothing milder, and Python would wait for it at its own end

    def _send(self, request: Request | None) -> None:
        self.start()
        self._outbox.put(request)

    @staticmethod
    def _speak(line: Connection, outbox: SimpleQueue[Request | End | None]) -> None:
        """In its own thread: a request may be larger than the line takes at once, and the worker may not listen for seconds."""
        with contextlib.suppress(OSError, ValueError):
            while not isinstance(message := outbox.get(), End):
                line.send(message)
                del message  # which holds the articles, while the next one may be hours away

    def _listen(self, line: Connection, process: SpawnProcess) -> None:
        """In its own thread: whatever comes over the line goes home, and its end in any case."""
        silent = 0
        try:
            while True:
                if line.poll(LOOK):
                    silent = 0
                    self._bring(_received(line))
                    continue
                silent = silent + 1 if self._wish is not None else 0
                if silent >= SILENCE:
                    log.info("the analysis has gone silent and is begun anew")
                    process.kill()
        except (EOFError, OSError):
            pass
        except Exception as error:
            log.debug("the worker's words were not understood", exc_info=True)
            process.kill()
            self._jobs.call_home(partial(sys.excepthook, type(error), error, error.__traceback__))
        finally:
            self._jobs.call_home(partial(self._lost, line))

    def _bring(self, message: Told | Handed | Answered | Stalled | Alive) -> None:
        """In the thread that listens: have a message heard at home."""
        if isinstance(message, Alive):
            return
        if isinstance(message, Stalled):
            log.info("the analysis stood still and is begun anew:\n%s", message.where)
            return
        wish = self._wish
        if isinstance(message, Answered) and isinstance(message.outcome, Analysis) and wish is not None:
            with _unwalked() as keep:
                found = sharing(message.outcome, wish.known())
                message = replace(message, outcome=found)
                with contextlib.suppress(Exception):  # what fails here is asked for again at home, and told there
                    self.prepare(wish.request.articles, found)
                keep()
        self._jobs.call_home(partial(self._hear, message))

    def _hear(self, message: Told | Handed | Answered) -> None:
        wish = self._wish
        if wish is None or message.serial != wish.request.serial:
            return
        if isinstance(message, Told):
            wish.told(message.stage, message.done, message.total)
            return
        if isinstance(message, Handed):
            wish.handed(message.part)
            return
        self._wish = None
        match message.outcome:
            case Analysis() as analysis:
                wish.then(analysis)
            case Cancelled():
                log.debug("the worker stopped of itself")
                wish.failed(message.outcome)
            case RecoupeError() as error:
                wish.failed(error)
            case fault:
                wish.failed(AnalysisFailed("fault"))
                sys.excepthook(type(fault), fault, fault.__traceback__)

    def _lost(self, line: Connection) -> None:
        """The worker died. Give its request to a new one, but not for ever: a text may be what kills it."""
        if line is not self._line:
            return
        self._line = self._process = None
        self._outbox.put(End())
        wish = self._wish
        if wish is None:
            return
        if wish.tries == 1:
            wish.tries = 2
            self._restarted(AnalysisFailed("restarted"))
            self._send(wish.request)
        else:
            self._wish = None
            wish.failed(AnalysisFailed("crashed"))


def _received(line: Connection) -> Told | Handed | Answered | Stalled | Alive:
    """The next message."""
    with _unwalked() as keep:
        message: Told | Handed | Answered | Stalled | Alive = line.recv()
        if isinstance(message, Answered | Handed):
            keep()
    return message


@contextlib.contextmanager
def _unwalked() -> Iterator[Callable[[], None]]:
    """Work that the collector of garbage does not walk over; nor over its results ever after where these are to be kept from it.

    Findings are large and stay: a walk over those of a book holds every thread up for a tenth of a second, in whichever it is made. They
    hold no circles, so that they are freed without it as soon as nothing refers to them.
    """
    gc.disable()
    try:
        yield gc.freeze
    finally:
        gc.enable()
