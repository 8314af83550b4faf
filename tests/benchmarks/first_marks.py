"""Times the sample story from the start of the program: window, text, first marks, each article's facts, passages, verdicts.

    python tests/benchmarks/first_marks.py [--later SECONDS]

The program starts as a user starts it, its worker process beside it, with the five files on the command line; with --later they are opened
so many seconds after the window stood. Aims: first marks at most half a second after the text, verdicts at most 4 s after it. They hold on
two quiet cores; the processor time of the worker, which other programs stretch less, is printed beside the time on the wall.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
BEGUN = time.perf_counter()
AIMS = {"first marks": 0.5, "verdicts": 4.0}  # seconds after the text


def used(process: int | None) -> float:
    """Seconds of processor time that a process took; 0 where the system does not tell."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> int:
    """Print when each thing was seen; 1 where an aim was missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--later", type=float, default=0.0)
    later = parser.parse_args().later
    home = tempfile.mkdtemp()
    os.environ.update(XDG_CONFIG_HOME=home, XDG_DATA_HOME=home)
    from recoupe.interface.worker import begin

    begun = begin()
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from recoupe.files import seed
    from recoupe.interface.analyst import ProcessAnalyst
    from recoupe.interface.app import make_window
    from recoupe.interface.commands import articles
    from recoupe.interface.jobs import Jobs
    from recoupe.interface.session import Session
    from recoupe.settings import Settings

    app = QApplication([])
    jobs = Jobs()
    analyst = ProcessAnalyst(jobs, begun=begun)
    session = Session(Settings(theme="light"), analyst)
    window = make_window(app, session, jobs)
    window.show()
    app.processEvents()
    seen: dict[str, tuple[float, float]] = {}

    def note(what: str) -> None:
        seen.setdefault(what, (time.perf_counter() - BEGUN, used(begun.process.pid)))

    def look() -> None:
        analysis = session.project.analysis
        found = {
            "text": session.project.articles,
            "first marks": analysis.sighted or analysis.facts,
            "first facts": analysis.facts,
            "passages": analysis.events,
            "verdicts": analysis.comparisons,
        }
        for what, there in found.items():
            if there:
                QTimer.singleShot(0, lambda what=what: note(what))  # once it is drawn
        if analysis.comparisons and not session.busy:
            QTimer.singleShot(50, app.quit)

    note("window")
    session.changed.connect(lambda *_: look())
    session.busy_changed.connect(lambda _: look())
    paths = sorted(seed().glob("0*.txt"))
    QTimer.singleShot(int(later * 1000), lambda: articles.open_paths(session, window, paths))
    QTimer.singleShot(120_000, app.quit)
    analyst.start()
    app.exec()
    text = seen["text"][0]
    missed = False
    for what, (at, processor) in seen.items():
        aim = AIMS.get(what)
        over = aim is not None and at - text > aim
        missed |= over
        after = f"{at - text:+7.2f} s after the text" if what != "window" else ""
        print(f"{what:12} {at:6.2f} s   worker {processor:5.2f} s   {after}{'   over' if over else ''}")
    analyst.close()
    sys.stdout.flush()
    os._exit(int(missed or "verdicts" not in seen))  # the window has nothing to save


if __name__ == "__main__":  # the worker process imports this file too
    sys.exit(main())
