"""Drives the worker process as no user would: asks, edits, stops, kills and halts it at random, hundreds of times.

    python tests/benchmarks/worker.py [--times 300] [--seed N] [--patience 45]

Each time something is done to a real worker with real texts at a moment drawn by chance, most often while its models are loading, for
that is when threads could wait for each other. Then it is asked to the end, and answers as it should, or says why not; what is found is
held to what was found before of the same texts. The exit code is 1 where other findings come, where a worker to which nothing was done
began anew, or where none answered though it had used next to no time of the processor for as long as the patience (in seconds; a busy
machine tries nobody's): then both processes are printed as py-spy sees them, if it is here. POSIX only: it sends signals.
"""

from __future__ import annotations

import argparse
import hashlib
import logging
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent))

from first_marks import used
from PySide6.QtCore import QCoreApplication

from recoupe.errors import RecoupeError
from recoupe.files import seed
from recoupe.interface import analyst
from recoupe.interface.analyst import ProcessAnalyst
from recoupe.interface.jobs import Jobs
from recoupe.model import Analysis, Article
from recoupe.reading import read_paste, read_path

NOW = datetime(2024, 5, 16)
LONGEST = 3.0  # seconds after which something is done to the worker at the latest: its models have long been loaded then
IDLE = 0.5  # seconds of the processor within the patience that are no work
ROUGH = {"killed", "halted"}  # after these a worker begins anew
SILENCE = {True: 10, False: analyst.SILENCE}  # whether the worker is halted, and for how long it may then be silent


class Stuck(Exception):
    """No answer came."""


def stories() -> list[tuple[Article, ...]]:
    """Texts that take from a tenth of a second to some seconds."""
    five = tuple(read_path(path, now=NOW)[0] for path in sorted(seed().glob("00*.txt")))
    short = tuple(
        replace(read_paste(f"Le feu a fait {n} blessés mardi soir à Lorient, selon les pompiers.", now=NOW)[0], id=str(n)) for n in (12, 17)
    )
    return [short, five[:2], five[1:3], five]


class Rider:
    """Asks a worker for one thing after the other, the same way for the same seed, but for what time makes of it."""

    def __init__(self, chance: random.Random, patience: float) -> None:
        self.app = QCoreApplication([])
        self.chance, self.patience = chance, patience
        self.jobs = Jobs()
        self.restarts: list[RecoupeError] = []
        self.outcomes: list[Analysis | Exception] = []
        self.counts: Counter[str] = Counter()
        self.faults: list[str] = []
        self.known: dict[tuple[Article, ...], str] = {}
        self.last = Analysis()
        self.analyst = self.fresh()
        self.asked: tuple[Article, ...] = ()

    def fresh(self) -> ProcessAnalyst:
        """A worker that has only begun."""
        made = ProcessAnalyst(self.jobs, restarted=self.restarts.append)
        made.start()
        return made

    def ask(self, articles: tuple[Article, ...]) -> None:
        """Ask for a comparison; what was asked before is not wanted any more."""
        self.outcomes.clear()
        self.asked = articles
        self.analyst.analyse(
            articles,
            (),
            lambda: self.last,
            then=self.outcomes.append,
            failed=self.outcomes.append,
            told=lambda *_: None,
            handed=lambda _: None,
        )

    def live(self, seconds: float) -> None:
        """Let time go by."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.app.processEvents()
            time.sleep(0.002)

    def answered(self) -> Analysis | Exception:
        """Wait for the answer; raises Stuck where the worker does nothing for as long as the patience lasts."""
        looked, work = time.monotonic(), used(self.analyst.process_id)
        while not self.outcomes:
            self.live(0.02)
            now = used(self.analyst.process_id)
            if abs(now - work) > IDLE:
                looked, work = time.monotonic(), now
            if time.monotonic() - looked > self.patience:
                raise Stuck
        return self.outcomes[-1]

    def edited(self, articles: tuple[Article, ...]) -> tuple[Article, ...]:
        """The texts with a sentence more in one of them, one of few: the same texts come again."""
        at = self.chance.randrange(len(articles))
        longer = f"{articles[at].text}\n\nAu total, {self.chance.randrange(3, 6)} personnes ont été entendues.\n"
        changed = replace(read_paste(longer, now=NOW)[0], id=articles[at].id)
        return (*articles[:at], changed, *articles[at + 1 :])

    def signal(self, what: signal.Signals) -> None:
        """Send a signal to the worker, if there is one."""
        process = self.analyst.process_id
        if process is not None:
            with suppress(ProcessLookupError):
                os.kill(process, what)

    def once(self, texts: list[tuple[Article, ...]]) -> str:
        """One thing done at some moment, and the answer awaited. Returns what was done."""
        self.restarts.clear()
        if self.chance.random() < 0.5:
            self.analyst.close()
            self.analyst = self.fresh()
            self.live(self.chance.uniform(0, LONGEST))
        doing: dict[str, Callable[[], None]] = {
            "asked": lambda: None,
            "edited": lambda: self.ask(self.edited(self.asked)),
            "edited in a hurry": self._hurry,
            "stopped": self.analyst.stop,
            "stopped and asked": lambda: (self.analyst.stop(), self.ask(self.asked))[0],
            "killed": lambda: self.signal(signal.SIGKILL),
            "halted for a while": self._halted,
            "halted": lambda: self.signal(signal.SIGSTOP),
            "ended": self.analyst.close,
        }
        self.ask(self.chance.choice(texts))
        self.live(self.chance.uniform(0, LONGEST) ** 2 / LONGEST)
        weights = [4, 3, 2, 1, 2, 2, 1, 0.3, 1]
        (done,) = self.chance.choices(list(doing), weights)
        analyst.SILENCE = SILENCE[done == "halted"]
        doing[done]()
        if done in {"stopped", "ended"}:
            self.live(self.chance.uniform(0, 0.3))
            self.ask(self.asked)
        outcome = self.answered()
        self.signal(signal.SIGCONT)  # the answer may have been there before the worker was halted
        if isinstance(outcome, Analysis):
            self.last = outcome
            self._same(outcome)
        if self.restarts and done not in ROUGH:
            self.faults.append(f"{done}: began anew though nothing had been done to it")
        return f"{done}: {'found' if isinstance(outcome, Analysis) else getattr(outcome, 'code', repr(outcome))}"

    def _same(self, outcome: Analysis) -> None:
        """The same texts give the same findings, whatever was done to the worker."""
        found = hashlib.sha256(repr((outcome.facts, outcome.events, outcome.comparisons)).encode()).hexdigest()
        if self.known.setdefault(self.asked, found) != found:
            self.faults.append("the same texts gave other findings")

    def _hurry(self) -> None:
        for _ in range(self.chance.randrange(3, 30)):
            self.ask(self.edited(self.asked))
            self.live(self.chance.uniform(0, 0.05))

    def _halted(self) -> None:
        self.signal(signal.SIGSTOP)
        self.live(self.chance.uniform(0, 1.5))
        self.signal(signal.SIGCONT)


def pictured(process: int | None) -> str:
    """Where the threads of a process are."""
    spy = shutil.which("py-spy", path=f"{Path(sys.executable).parent}:{os.environ.get('PATH', '')}")
    if spy is None or process is None:
        return f"process {process}: install py-spy to see where its threads are"
    return subprocess.run([spy, "dump", "--locals", "--pid", str(process)], capture_output=True, text=True, check=False).stdout


def main() -> int:
    """Ride, and tell what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=300)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--patience", type=float, default=45)
    given = parser.parse_args()
    number = given.seed if given.seed is not None else random.SystemRandom().randrange(10_000)
    print(f"seed {number}", flush=True)
    logging.basicConfig(stream=sys.stdout, level=logging.INFO)  # a worker that is given up says where it stood
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), home))
        rider, texts = Rider(random.Random(number), given.patience), stories()
        try:
            for turn in range(1, given.times + 1):
                rider.counts[rider.once(texts)] += 1
                if turn % 25 == 0:
                    print(f"{turn:4} of {given.times}", flush=True)
        except Stuck:
            print(f"no answer after {turn} times", pictured(rider.analyst.process_id), pictured(os.getpid()), sep="\n", flush=True)
            return 1
        finally:
            rider.analyst.close()
            print(*(f"{count:5}  {what}" for what, count in sorted(rider.counts.items())), *rider.faults, sep="\n", flush=True)
    return int(bool(rider.faults))


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # a thread that stands still need not be waited for
