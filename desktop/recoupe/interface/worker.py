"""The far side of the analysis: what the worker process does. It never sees Qt."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import Connection
from typing import Any

from recoupe.errors import Cancelled
from recoupe.model import Analysis, Article, Decision, Means, Origin, Role, Sentence, Span


@dataclass(frozen=True, slots=True)
class Request:
    """Texts to analyse; `serial` tells a late answer from the one that is waited for."""

    serial: int
    articles: tuple[Article, ...]
    decisions: tuple[Decision, ...]
    previous: Analysis


@dataclass(frozen=True, slots=True)
class Told:
    """How far the request has come."""

    serial: int
    stage: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Answered:
    """The end of a request: findings, or what stopped them."""

    serial: int
    outcome: Analysis | Exception


def serve(line: Connection, entry: str = "recoupe.analysis:analyse") -> None:
    """Answer requests until the line is closed. A message that comes during a request stops it: it is a newer one, or `None` for a stop.

    `entry` names the function that analyses; it is imported here, so that only this process pays for the models.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the window, which then closes the line
    module, name = entry.split(":")
    analyse = getattr(import_module(module), name)
    with contextlib.suppress(EOFError, OSError):
        _warm_up(analyse, line)
        while True:
            request = line.recv()
            if request is not None:
                line.send(Answered(request.serial, _outcome(analyse, request, line)))


def _warm_up(analyse: Callable[..., Analysis], line: Connection) -> None:
    """Load the models while the user is still choosing files, by analysing next to nothing; a request that comes ends it."""

    def progress(stage: str, done: int, total: int) -> None:
        del stage, done, total
        if line.poll():
            raise Cancelled

    with contextlib.suppress(Exception):  # whatever is wrong will be told when it is asked for
        analyse(tuple(_sentence(ident) for ident in ("one", "two")), (), Analysis(), progress)


def _sentence(ident: str) -> Article:
    text = "Le train part à huit heures."
    sentence = Sentence(Span(0, len(text)), Role.BODY, 0)
    return Article(ident, "", "", None, "fr", Origin(Means.PASTE, ""), text, (sentence,))


def _outcome(analyse: Callable[..., Analysis], request: Request, line: Connection) -> Analysis | Exception:
    def progress(stage: str, done: int, total: int) -> None:
        if line.poll():
            raise Cancelled
        line.send(Told(request.serial, stage, done, total))

    arguments: tuple[Any, ...] = (request.articles, request.decisions, request.previous, progress)
    try:
        return analyse(*arguments)
    except (EOFError, OSError, KeyboardInterrupt):
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, the window must hear of it
        return error
