"""Two texts of a book's length in the window: how long it is held while they are opened, read, set in another size, compared and closed.

    python tests/benchmarks/books.py [--words 200000]

Offscreen; what is found is made up, five facts for every sentence, and comes as it does from the worker process. A turn is
an action, or one round of the event loop; what is told is the time of the processor that the window's own thread took for the longest of
each kind, which other programs stretch (to the double on a busy machine) but do not add to.
The texts are made by a process of their own: as in the program, what analyses them is not loaded beside the window, where the collector of
garbage would walk over it.
The exit code is 1 where one is over HELD, or where the reader was not brought back to the words that were read.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from decimal import Decimal
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from recoupe.interface.app import make_window
from recoupe.interface.commands import articles
from recoupe.interface.jobs import Jobs
from recoupe.interface.session import Session
from recoupe.interface.tidying import Tidying
from recoupe.model import Analysis, Article, Comparison, Event, Fact, Judgement, Link, Part, Place, Quantity, Span, Verdict
from recoupe.settings import Settings

T = TypeVar("T")
HELD = 100.0  # milliseconds
ASTRAY = 400  # characters that the first words in view may be off: some lines, since lines break elsewhere
SETTLED = 2.5  # seconds after each action


class Later:
    """An analyst that finds nothing until the benchmark does."""

    def analyse(self, articles: object, decisions: object, known: object, **then: Callable[..., None]) -> None:
        self.then, self.handed = then["then"], then["handed"]

    def stop(self) -> None:
        """Know nothing any more of who asked, which leads to the books."""
        self.then = self.handed = None


def findings(articles: Sequence[Article]) -> Analysis:
    """Five facts in every sentence; every other sentence is linked with that of the other book, and differs in one of the five."""
    left, right = articles
    facts: list[Fact] = []
    events: list[Event] = []
    rows: list[Comparison] = []
    for n, spoken in enumerate(zip(left.sentences, right.sentences, strict=False)):
        found = []
        for article, sentence in zip(articles, spoken, strict=True):
            wide = max((sentence.span.end - sentence.span.start) // 6, 1)
            for k in range(5):
                start = sentence.span.start + k * wide
                value = Decimal(n + (article is right and not k))
                span, worth = Span(start, start + min(wide, 6)), Quantity(value, value, point=value)
                found.append(Fact(f"{article.id}-{n}-{k}", "quantity", Place(article.id, n), span, "manifestant", worth))
        facts += found
        if n % 2 == 0:
            ends = Place(left.id, n), Place(right.id, n)
            events.append(Event(f"e{n}", ends, 0.9, (Link(*ends, 0.9),)))
            for k in range(5):
                pair, verdict = (found[k].id, found[k + 5].id), Verdict.AGREEMENT if k else Verdict.CONTRADICTION
                judged = Judgement(*pair, verdict, "equal" if k else "apart", 0.9)
                rows.append(Comparison(f"c{n}-{k}", f"e{n}", "quantity", "manifestants", pair, (judged,)))
    return Analysis(tuple(facts), tuple(events), tuple(rows))


class Reader:
    """Does things to the window, and keeps how long each held it."""

    def __init__(self) -> None:
        self.app = QApplication([])
        self.analyst = Later()
        self.session = Session(Settings(theme="light", language="en"), self.analyst)
        self.window = make_window(self.app, self.session, Jobs())
        self.tidying = Tidying(self.app, self.session)
        self.window.resize(1600, 900)
        self.window.show()
        self.worst: dict[str, float] = {}
        self.faults: list[str] = []

    def timed(self, what: str, do: Callable[[], object]) -> None:
        """One turn."""
        began = time.thread_time()
        do()
        self.worst[what] = max(self.worst.get(what, 0.0), (time.thread_time() - began) * 1000)

    def live(self, what: str, seconds: float, until: Callable[[], bool] = lambda: False) -> None:
        """Let the event loop turn."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and not until():
            self.timed(what, self.turn)
            time.sleep(0.002)

    def turn(self) -> None:
        """One round of the event loop; unlike that of the program, `processEvents` deletes nothing that is to be deleted later."""
        self.app.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def act(self, what: str, do: Callable[[], object]) -> None:
        """An action in the middle of reading: the reader is to stay where they are."""
        text = self.window.row.panes[0].text
        before = text.reading_offset
        if do == self.drag:
            do()  # which is many turns
        else:
            self.timed(what, do)
        self.live(what, SETTLED)
        self.live(what, 60, lambda: not any(pane.text.stretches.working for pane in self.window.row.panes))
        if abs(text.reading_offset - before) > ASTRAY:
            self.faults.append(f"{what}: the reader was at {before} and is at {text.reading_offset}")

    def drag(self) -> None:
        """The window's edge, dragged."""
        for width in range(1600, 1300, -30):
            self.timed("edge dragged", partial(self.window.resize, width, 880))
            self.live("edge dragged", 0.05)

    def compare(self) -> int:
        """Have findings come: facts of which nothing is said yet, then all. How many facts there are."""
        articles = self.session.project.articles
        found = self.beside(lambda: findings(articles))
        for article in articles:
            facts = tuple(f for f in found.facts if f.place.article == article.id)
            self.timed("facts come", partial(self.analyst.handed, Part(article=article.id, facts=facts)))
            self.live("facts come", SETTLED)
        self.beside(lambda: self.window.prepare(articles, found))
        self.timed("findings come", partial(self.analyst.then, found))
        self.live("marked", 60, lambda: not any(pane.text.marker.working for pane in self.window.row.panes))
        self.live("marked", SETTLED)
        return len(found.facts)

    def beside(self, work: Callable[[], T]) -> T:
        """Have something done in another thread, out of sight of the collector of garbage, as what a worker found is received."""
        with ThreadPoolExecutor(1) as other:
            gc.disable()
            coming = other.submit(work)
            self.live("beside", 120, coming.done)
            gc.freeze()
            gc.enable()
            return coming.result()

    def read(self, share: float) -> None:
        """Read at some share of the first text."""
        bar = self.window.row.panes[0].text.verticalScrollBar()
        self.timed("scrolled", lambda: bar.setValue(round(bar.maximum() * share)))
        self.live("scrolled", 1)
        self.act("edge dragged", self.drag)
        self.act("made wide", lambda: self.window.resize(1600, 900))
        for ident in ("larger", "smaller", "show_noise", "show_noise"):
            self.act(ident, self.window.actions_by_id[ident].trigger)


def written(home: str, words: int) -> list[Path]:
    """Write the books."""
    import load  # with all that analyses them

    paths = []
    for made in load.articles(2, words):
        paths.append(Path(home) / f"{made.id}.txt")
        paths[-1].write_text(made.text, "utf-8")
    return paths


def main() -> int:
    """Read two books, and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=200_000)
    words = parser.parse_args().words
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), home))
        with ProcessPoolExecutor(1, get_context("spawn")) as other:
            paths = other.submit(written, home, words).result()
        reader = Reader()
        reader.live("opened", 2)
        gc.collect()
        gc.freeze()  # as the program does before its window stands
        reader.worst.clear()
        reader.timed("opened", lambda: articles.open_paths(reader.session, reader.window, paths))
        reader.live("opened", 120, lambda: len(reader.session.project.articles) == len(paths))
        reader.live("opened", 3 * SETTLED)
        for share in (0.0, 0.04, 0.5, 1.0):
            reader.read(share)
        before = gc.get_freeze_count()
        facts = reader.compare()
        reader.session.forget_changes()
        reader.timed("closed", reader.window.actions_by_id["new"].trigger)
        reader.live("closed", 3 * SETTLED)
        if gc.get_freeze_count() > before:
            reader.faults.append(f"{gc.get_freeze_count() - before} objects of what was closed are still there")
    if "recoupe.analysis" in sys.modules:
        reader.faults.append("the analysis is loaded beside the window")
    print(f"{facts} facts")
    for what, longest in reader.worst.items():
        print(f"{what:14} {longest:6.1f} ms{'' if longest <= HELD else '   over'}")
    print(*reader.faults, sep="\n")
    return int(bool(reader.faults) or any(longest > HELD for longest in reader.worst.values()))


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # threads of Qt need not be waited for
