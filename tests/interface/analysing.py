"""Stand-ins for the analysis, run in the worker process by the tests."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

from recoupe.errors import ReadingFailed, ResourceMissing
from recoupe.model import Analysis, Event, Part, Place, Sighting, Span
from recoupe.progress import Progress


def found(articles: tuple, decisions: tuple, progress: Progress, hand: Callable[[Part], None]) -> Analysis:
    """One event that holds the first sentence of every article; its strength tells which process found it."""
    progress("aligning", 1, 2)
    return Analysis(events=(Event(f"e{len(decisions)}", tuple(Place(a.id, 0) for a in articles), float(os.getpid())),))


def plenty(articles: tuple, decisions: tuple, progress: Progress, hand: Callable[[Part], None]) -> Analysis:
    """Finds far more than anyone would read."""
    return Analysis(events=tuple(Event(f"e{n}", (Place(articles[0].id, n),), 1.0) for n in range(20_000)))


def slow(articles: tuple, decisions: tuple, progress: Progress, hand: Callable[[Part], None]) -> Analysis:
    """Takes for ever where there is one article."""
    while len(articles) == 1:
        progress("aligning", 0, 1)
        time.sleep(0.005)
    return found(articles, decisions, progress, hand)


def dying(articles: tuple, decisions: tuple, progress: Progress, hand: Callable[[Part], None]) -> Analysis:
    """Dies as often as the file named by the first article says."""
    path = Path(articles[0].title)
    left = int(path.read_text())
    if left:
        path.write_text(str(left - 1))
        os._exit(1)
    return found(articles, decisions, progress, hand)


def halted(articles: tuple, decisions: tuple, progress: Progress, hand: Callable[[Part], None]) -> Analysis:
    """Is halted from outside as often as the file named by the first article says."""
    path = Path(articles[0].title)
    left = int(path.read_text())
    if left:
        path.write_text(str(left - 1))
        progress("aligning", 0, 2)
        os.kill(os.getpid(), signal.SIGSTOP)
    return found(articles, decisions, progress, hand)


def failing(articles: tuple, decisions: tuple, progress: Progress, hand: Callable[[Part], None]) -> Analysis:
    """Fails as a user should be told."""
    raise ReadingFailed("empty", name=articles[0].id)


def faulty(articles: tuple, decisions: tuple, progress: Progress, hand: Callable[[Part], None]) -> Analysis:
    """Has a fault of its own."""
    raise ZeroDivisionError("a fault")


class Stubborn(Exception):
    """Cannot be unpickled: it does not hand on what it is made of."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__(f"{one} and {two}")


def stubborn(articles: tuple, decisions: tuple, progress: Progress, hand: Callable[[Part], None]) -> Analysis:
    """Has a fault that no other process can put together again."""
    raise Stubborn(1, 2)


def missing(articles: tuple, decisions: tuple, progress: Progress, hand: Callable[[Part], None]) -> Analysis:
    """Lacks a file of the program."""
    raise ResourceMissing("missing", name="models/encoder")


def handing(articles: tuple, decisions: tuple, progress: Progress, hand: Callable[[Part], None]) -> Analysis:
    """Hands one article's sightings out, dies once where the first article names a file that says so, then goes on to the end."""
    hand(Part(articles[0].id, sighted=(Sighting(Place(articles[0].id, 0), Span(0, 2), "quantity"),)))
    return dying(articles, decisions, progress, hand)
