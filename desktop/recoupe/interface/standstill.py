"""Sees that work has come to a standstill: threads that wait for each other use no time of the processor."""

from __future__ import annotations

import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager

STILL = 30  # looks in a row at which nothing had moved, after which nothing will
_LOOK = 1.0  # seconds from one look to the next; looks are counted, so that a machine that sleeps is not taken for one that hangs
_MOVED = 0.01  # seconds of the processor since the last look that are work; looking itself takes far less


class Watch:
    """Looks on from a thread of its own while work is under way; `stands` is called once with where every thread is when nothing moves.

    A text that takes minutes keeps the processor busy and is never mistaken. `beat` is called at each look: whoever hears it knows that
    this process can still tell. A thread that waits for another in foreign code, with Python's own lock in its hand, stops this one too.
    """

    def __init__(
        self, stands: Callable[[str], None], beat: Callable[[], None] = lambda: None, *, still: int = 0, look: float = _LOOK
    ) -> None:
        self._stands, self._beat = stands, beat
        self._still = still or STILL
        self._pause = look
        self._working = threading.Event()
        threading.Thread(target=self._look_on, daemon=True, name="standstill").start()

    @contextmanager
    def over(self) -> Iterator[None]:
        """Watch over what is done inside."""
        self._working.set()
        try:
            yield
        finally:
            self._working.clear()

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """Look away inside: the other end may take its time."""
        was = self._working.is_set()
        self._working.clear()
        try:
            yield
        finally:
            if was:
                self._working.set()

    def _look_on(self) -> None:
        used, still = 0.0, 0
        while still < self._still:
            time.sleep(self._pause)
            if self._working.is_set():
                self._beat()
            now = time.process_time()
            still = still + 1 if self._working.is_set() and now - used < _MOVED else 0
            used = now
        self._stands(whereabouts())


def whereabouts() -> str:
    """Where every thread of this process is."""
    names = {thread.ident: thread.name for thread in threading.enumerate()}
    frames = sys._current_frames().items()  # noqa: SLF001 (the one way to see other threads)
    return "\n".join(f"{names.get(ident, ident)}:\n{''.join(traceback.format_stack(frame))}" for ident, frame in frames)
