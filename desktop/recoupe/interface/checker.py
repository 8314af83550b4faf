"""Has translations checked in a process of their own: the parsers would hold the window up for a second and more."""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from importlib import import_module

from recoupe.model import Article, Fact, Translation
from recoupe.progress import Progress
from recoupe.translation.annotated import Annotated

LOOK = 0.2  # seconds from one look to the next; looks are counted, so that a machine that sleeps is not taken for a check that hangs
PATIENCE = 600  # looks at a check under way, models loaded and all, after which it is given up
A_SENTENCE = 10  # looks more for each sentence


def _annotate(article: Article, translations: tuple[Translation, ...], facts: tuple[Fact, ...]) -> Annotated:
    """In the worker: only that process pays for the parsers."""
    annotated: Annotated = import_module("recoupe.checking").annotate(article, translations, facts)
    return annotated


class Checker:
    """One worker process, started at the first check and ended with the program."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None

    def annotate(self, article: Article, translations: Sequence[Translation], facts: Sequence[Fact], progress: Progress) -> Annotated:
        """The doubts of translations and the places of facts in them; meant for a job's thread, and stopped by its progress.

        A worker that dies, or is at it beyond all measure, leaves the translations unchecked, as they came.
        """
        if self._pool is None:
            self._pool = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))
        left = PATIENCE + A_SENTENCE * len(translations)
        future: Future[Annotated] = Future()
        try:
            future = self._pool.submit(_annotate, article, tuple(translations), tuple(facts))
            while True:
                progress("checking", 0, 0)
                try:
                    return future.result(timeout=LOOK)
                except NotYet:
                    left -= future.running()
                if left < 0:
                    self._kill()
        except BrokenProcessPool:
            self._pool = None
            return Annotated(tuple(translations), {})
        finally:
            future.cancel()

    def close(self) -> None:
        """End the worker without waiting for it: Python would, at its own end, for as long as a check takes."""
        if self._pool is not None:
            self._kill()
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None

    def _kill(self) -> None:
        """End the worker at once; whoever waits for it hears that it died."""
        pool = self._pool
        for process in list((getattr(pool, "_processes", None) or {}).values()):  # the pool itself has no word for this yet
            with suppress(OSError, ValueError):
                process.kill()
