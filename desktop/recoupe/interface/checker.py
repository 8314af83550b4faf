"""Has translations checked in a process of their own: the parsers would hold the window up for a second and more."""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from concurrent.futures.process import BrokenProcessPool
from importlib import import_module

from recoupe.model import Article, Fact, Translation
from recoupe.progress import Progress
from recoupe.translation.annotated import Annotated


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

        A worker that dies leaves the translations unchecked, as they came.
        """
        if self._pool is None:
            self._pool = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))
        future: Future[Annotated] = self._pool.submit(_annotate, article, tuple(translations), tuple(facts))
        try:
            while True:
                progress("checking", 0, 0)
                try:
                    return future.result(timeout=0.2)
                except NotYet:
                    continue
        except BrokenProcessPool:
            self._pool = None
            return Annotated(tuple(translations), {})
        finally:
            future.cancel()

    def close(self) -> None:
        """End the worker without waiting for it."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None
