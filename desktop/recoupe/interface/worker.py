"""The far side of the analysis: what the worker process does. It never sees Qt."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from recoupe.errors import Cancelled, RecoupeError
from recoupe.interface.standstill import Watch
from recoupe.model import Analysis, Article, Decision, Part

ENTRY = "recoupe.analysis:analyse"
IDLE = 4.0  # seconds without a request after which more is made ready


@dataclass(frozen=True, slots=True)
class Request:
    """Texts to analyse; `serial` tells a late answer from the one that is waited for."""

    serial: int
    articles: tuple[Article, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """How far the request has come."""

    serial: int
    stage: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Handed:
    """Some of what the request will find."""

    serial: int
    part: Part


@dataclass(frozen=True, slots=True)
class Answered:
    """The end of a request: findings, or what stopped them."""

    serial: int
    outcome: Analysis | Exception


@dataclass(frozen=True, slots=True)
class Stalled:
    """The last word of a worker in which nothing moves any more: where its threads were."""

    where: str


@dataclass(frozen=True, slots=True)
class Alive:
    """The worker is at work, though it has nothing else to tell."""


class Fault(Exception):
    """A fault of the program on the far side: of what kind, where, and what it says.

    The exception itself stays there: not every one can be put together again from what goes over a line.
    """

    def __init__(self, kind: str, where: str, words: str) -> None:
        super().__init__(kind, where, words)
        self.kind, self.where, self.words = kind, where, words

    def __str__(self) -> str:
        return f"{self.kind}: {self.words}\n{self.where}"


@dataclass(frozen=True, slots=True)
class Begun:
    """A worker process and the near end of the line to it."""

    process: SpawnProcess
    line: Connection


class Mouth:
    """The far end of the line for two threads, the one that works and the one that looks on: each message goes out whole."""

    def __init__(self, line: Connection) -> None:
        self._line = line
        self._one = threading.Lock()

    def say(self, message: Told | Handed | Answered) -> None:
        """Send a message, however long the other end takes to listen."""
        with self._one:
            self._line.send(message)

    def beat(self) -> None:
        """Tell that this process lives, unless something better is being told."""
        if self._one.acquire(blocking=False):
            try:
                with contextlib.suppress(OSError):
                    self._line.send(Alive())
            finally:
                self._one.release()

    def give_up(self, where: str) -> None:
        """End this process with its last word, where it can still be said."""
        if self._one.acquire(timeout=1):
            with contextlib.suppress(OSError):
                self._line.send(Stalled(where))
        os._exit(1)  # no thread that hangs is waited for


def begin(entry: str = ENTRY) -> Begun:
    """Start a worker. This needs no Qt: the program starts one before it loads its windows, so that both become ready side by side."""
    context = multiprocessing.get_context("spawn")
    near, far = context.Pipe()
    process = context.Process(target=serve, args=(far, entry), name="recoupe-analysis", daemon=True)
    process.start()
    far.close()  # so that the end of the process is the end of the line
    return Begun(process, near)


def serve(line: Connection, entry: str = ENTRY) -> None:
    """Answer requests until the line is closed. A message that comes during a request stops it: it is a newer one, or `None` for a stop.

    `entry` names the function that analyses; it is imported here, so that only this process pays for the models. Where its module has a
    function `prepare`, that begins to load them at once: for the language of most articles first, for others when there is nothing to do.

    A process in which a request stands still says so and ends, so that another one can take the request over.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the window, which then closes the line
    module, name = entry.split(":")
    home = import_module(module)
    analyse, prepare = getattr(home, name), getattr(home, "prepare", _nothing)
    mouth = Mouth(line)
    watch = Watch(mouth.give_up, mouth.beat)
    with contextlib.suppress(EOFError, OSError):
        prepare("fr")
        spare = True
        while True:
            if spare and not line.poll(IDLE):
                spare = False
                prepare("en")
                gc.freeze()  # the models stay: the collector need not walk over them again
            request = line.recv()
            if request is not None:
                with watch.over():
                    outcome = _outcome(analyse, request, line, mouth, watch)
                mouth.say(Answered(request.serial, outcome))


def _nothing(_language: str) -> None:
    """There is nothing to make ready."""


def _outcome(analyse: Callable[..., Analysis], request: Request, line: Connection, mouth: Mouth, watch: Watch) -> Analysis | Exception:
    told: Told | None = None

    def tell(message: Told | Handed) -> None:
        if line.poll():
            raise Cancelled
        with watch.waiting():
            mouth.say(message)

    def progress(stage: str, done: int, total: int) -> None:
        nonlocal told
        before, told = told, Told(request.serial, stage, done, total)
        if told != before:
            tell(told)
        elif line.poll():  # who waits for another thread says the same thirty times a second: that is no work, and no news
            raise Cancelled

    def hand(part: Part) -> None:
        tell(Handed(request.serial, part))

    try:
        return analyse(request.articles, request.decisions, progress, hand)
    except (EOFError, OSError, KeyboardInterrupt):
        raise
    except (Cancelled, RecoupeError) as error:
        return error
    except Exception as error:  # noqa: BLE001 - whatever it is, the window must hear of it
        return Fault(type(error).__name__, "".join(traceback.format_tb(error.__traceback__)), str(error))
