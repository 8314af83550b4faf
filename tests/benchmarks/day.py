"""Eight hours of an editor's use, as fast as the window follows: whether memory, windows and open files stay what they were.

    python tests/benchmarks/day.py [--hours 8]

An action every five seconds, two studies an hour: articles are opened from files, compared by the real worker process, gone through, ruled
upon, noted, joined and parted, undone and redone, searched, saved, reported, closed, and opened again. After each hour everything is
closed and what the window and its worker hold is printed, with the longest time that one action held the window's own thread. The exit
code is 1 where either process grows by more than GROWTH after the second hour (in the first, models and caches fill), where windows or
open files are left behind, or where one action in a hundred holds the window longer than HELD. Linux only: it reads /proc.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent))

import load
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from recoupe.files import seed
from recoupe.interface.analyst import ProcessAnalyst
from recoupe.interface.app import make_window
from recoupe.interface.commands import articles, project, review
from recoupe.interface.jobs import Jobs
from recoupe.interface.safekeeping import Safekeeping
from recoupe.interface.session import Session
from recoupe.model import Confirmed, Joined, Noise, Parted, Place, Project, State
from recoupe.project import Keeper
from recoupe.reports import write_report
from recoupe.settings import Settings

ACTIONS = 720  # an hour
STUDIES = 2  # an hour
GROWTH = 60.0  # MB
HELD = 100.0  # milliseconds
PATIENCE = 600.0  # seconds for one analysis on a loaded machine
PRESSED = (
    *("next_divergence", "previous_divergence", "next_passage", "previous_passage", "bring_partner", "next_pane", "previous_pane"),
    *("larger", "smaller", "standard_size", "show_noise", "show_agreements", "outline", "table", "find", "escape", "let_go", "follow"),
    *("confirm_divergence", "dismiss", "check_again", "copy_quote", "move_left", "move_right", "even_out"),
)


def resident(process: int | str) -> float:
    """The memory that a process holds, in MB."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def often(sorted_times: list[float]) -> float:
    """What ninety-nine in a hundred stay below."""
    return sorted_times[int(len(sorted_times) * 0.99)]


class Editor:
    """Someone at work, the same way every time."""

    def __init__(self, folder: Path) -> None:
        self.app = QApplication([])
        self.folder, self.chance = folder, random.Random(8)
        self.jobs = Jobs()
        self.analyst = ProcessAnalyst(self.jobs)
        self.session = Session(Settings(theme="light", language="en"), self.analyst)
        self.faults: list[str] = []
        self.session.failed.connect(self.faults.append)
        sys.excepthook = lambda kind, _error, _trace: self.faults.append(f"a fault: {kind.__name__}")
        self.window = make_window(self.app, self.session, self.jobs)
        self.keeping = Safekeeping(self.session, self.jobs, Keeper(folder / "kept"))
        self.window.resize(1600, 900)
        self.window.show()
        self.held: list[float] = []
        self.done = self.saved = 0
        self.stories = [sorted(seed().glob("00*.txt"))[:4], *(self.story(n) for n in range(5))]

    def story(self, number: int) -> list[Path]:
        """A story of our own making, in files."""
        paths = []
        for made in load.articles(2 + number % 3, 300 + 150 * number):
            paths.append(self.folder / f"story-{number}-{made.id}.txt")
            paths[-1].write_text(f"{made.text} ({number})", "utf-8")
        return paths

    def act(self, do: Callable[[], object]) -> None:
        """One action, and what the window does about it before it hears the next."""
        began = time.thread_time()
        do()
        self.app.processEvents()
        self.held.append((time.thread_time() - began) * 1000)
        self.done += 1

    def wait(self, until: Callable[[], bool]) -> None:
        """Let the window work until something is so."""
        end = time.monotonic() + PATIENCE
        while not until():
            if time.monotonic() > end:
                raise TimeoutError
            began = time.thread_time()
            self.app.processEvents()
            self.held.append((time.thread_time() - began) * 1000)
            time.sleep(0.002)

    def quiet(self) -> bool:
        """Whether nothing runs any more."""
        return not self.session.busy and not self.jobs.running

    def place(self) -> Place:
        """A sentence somewhere."""
        chosen = self.chance.choice(self.session.project.articles)
        return Place(chosen.id, self.chance.randrange(len(chosen.sentences)))

    def rule(self) -> None:
        """A ruling, as dialogs and menus make them."""
        study, rows = self.session.project, self.session.project.analysis.comparisons
        draw = self.chance.random()
        if draw < 0.5 and rows:
            self.session.do("rule", review.with_state(study, self.chance.choice(rows).id, self.chance.choice(list(State))))
        elif draw < 0.8 and rows:
            self.session.do("note", review.with_note(study, self.chance.choice(rows).id, f"à vérifier, {self.done}"))
        else:
            kind = self.chance.choice([Parted, Joined, Confirmed, Noise])
            one, other = sorted((self.place(), self.place()))
            if kind is Noise:
                ruled = Noise(one, is_noise=True)
            elif one.article == other.article:
                return
            else:
                ruled = Confirmed(one, other) if kind is Confirmed else kind((one, other))
            self.session.do("rule", Project(study.title, study.articles, (*study.decisions, ruled), study.analysis, study.translations))

    def step(self) -> None:
        """What an editor does next."""
        draw, analysis = self.chance.random(), self.session.project.analysis
        if draw < 0.3:
            self.act(lambda: self.window.selection.select_place(self.place()))
        elif draw < 0.5 and analysis.comparisons:
            self.act(lambda: self.window.selection.select_comparison(self.chance.choice(analysis.comparisons).id))
        elif draw < 0.62:
            self.act(self.rule)
        elif draw < 0.72:
            self.act(self.window.actions_by_id[self.chance.choice(["undo", "undo", "redo"])].trigger)
        else:
            self.act(self.window.actions_by_id[self.chance.choice(PRESSED)].trigger)
        if self.session.busy and self.chance.random() < 0.5:
            self.wait(lambda: not self.session.busy)
        if not self.session.project.articles:
            self.act(self.session.redo)

    def study(self, actions: int) -> None:
        """One study from its opening to its closing."""
        paths = self.chance.choice(self.stories)
        self.act(lambda: articles.open_paths(self.session, self.window, paths))
        self.wait(lambda: self.quiet() and len(self.session.project.articles) == len(paths))
        for _ in range(actions):
            self.step()
        self.wait(self.quiet)
        file = self.folder / f"study-{self.saved % 3}.recoupe"
        self.saved += 1
        self.act(lambda: project.save_to(self.session, self.window, file))
        self.wait(lambda: self.session.saved)
        write_report(self.session.project, self.folder / "report.html", language="fr")
        self.close()
        self.act(lambda: project.open_path(self.session, self.window, file))
        self.wait(lambda: self.quiet() and bool(self.session.project.articles))
        self.close()

    def close(self) -> None:
        """Close the study; rulings that were not saved are let go."""
        self.session.forget_changes()
        self.act(self.window.actions_by_id["new"].trigger)
        self.wait(self.quiet)

    def rest(self) -> tuple[float, float, int, int]:
        """What is held when all is closed: the window's memory and its worker's in MB, widgets, open files."""
        for _ in range(3):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self.app.processEvents()
            gc.collect()
        files = len(os.listdir("/proc/self/fd"))  # noqa: PTH208  a count, of what is no file
        return resident("self"), resident(self.analyst.process_id or "self"), len(self.app.allWidgets()), files


def main() -> int:
    """Work, print a line an hour, and say whether anything grew."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hours", type=int, default=8)
    hours = parser.parse_args().hours
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), home))
        editor = Editor(Path(home))
        rests, holds = [], []
        for hour in range(1, hours + 1):
            editor.held.clear()
            for _ in range(STUDIES):
                editor.study(ACTIONS // STUDIES)
            rests.append(editor.rest())
            holds.append(sorted(editor.held))
            window, worker, widgets, files = rests[-1]
            print(
                f"hour {hour}: {editor.done:5} actions   window {window:6.1f} MB   worker {worker:6.1f} MB   {widgets:4} widgets   "
                f"{files:3} files open   window held {often(holds[-1]):5.1f} ms (99 %), {holds[-1][-1]:5.1f} ms (longest)",
                flush=True,
            )
        editor.keeping.close()
        editor.session.close()
        editor.analyst.close()
    settled = rests[min(1, len(rests) - 1)]
    faults = editor.faults[:9]
    faults += [
        f"{name} grew by {now - then:.0f} MB"
        for name, now, then in zip(("window", "worker"), rests[-1], settled, strict=False)
        if now - then > GROWTH
    ]
    faults += [
        f"{name}: {now} after {then}"
        for name, now, then in zip(("widgets", "files"), rests[-1][2:], settled[2:], strict=True)
        if now > then + 4
    ]
    faults += [f"the window was held {often(h):.0f} ms" for h in holds if often(h) > HELD]
    print("\n".join(faults) or "nothing grew")
    return int(bool(faults))


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # threads of Qt need not be waited for
