"""Writes pictures of the real window, for people to look at.

    python tests/benchmarks/pictures.py [FOLDER] [--only NAME]

Each picture is taken in a process of its own, off screen, with the sample articles compared: light, dark, high contrast, in French,
small, on a sharp screen, three and six panes, a divergence chosen, the events listed, and the welcome page.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHOTS: dict[str, dict[str, object]] = {
    "welcome": {"articles": 0},
    "welcome-dark": {"articles": 0, "theme": "dark"},
    "window-light": {"chosen": 1},
    "window-dark": {"theme": "dark", "chosen": 1},
    "window-contrast": {"theme": "contrast", "chosen": 1},
    "window-french": {"language": "fr", "chosen": 1},
    "three-articles": {"articles": 3, "chosen": 2},
    "three-french-dark": {"articles": 3, "language": "fr", "theme": "dark"},
    "small": {"articles": 3, "size": (1024, 700), "chosen": 1},
    "six-panes": {"articles": 6, "size": (1920, 1080), "chosen": 1},
    "sharp": {"articles": 3, "scale": "2", "size": (1600, 1000)},
    "events": {"articles": 3, "reveal": "outline"},
}


def take(name: str, path: Path) -> None:
    """Open the window as the shot says, wait until it is drawn, and save it."""
    from PySide6.QtCore import QSettings
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from recoupe.analysis import analyse
    from recoupe.files import seed
    from recoupe.interface.app import make_window, speak
    from recoupe.interface.jobs import Jobs
    from recoupe.interface.session import Session
    from recoupe.model import Project, Verdict
    from recoupe.reading import read_path
    from recoupe.settings import Settings

    shot = SHOTS[name]
    app = QApplication(["recoupe"])
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    settings = replace(Settings(), theme=str(shot.get("theme", "light")), language=str(shot.get("language", "en")))
    translators = speak(app, settings.language)
    session = Session(settings)
    window = make_window(app, session, Jobs())
    width, height = shot.get("size", (1600, 1000))  # type: ignore[misc]
    window.resize(width, height)
    window.show()
    wanted = int(str(shot.get("articles", 5)))
    project = Project("")
    for file in (sorted(seed().glob("0*.txt")) * 2)[:wanted]:
        project = project.with_articles(read_path(file, now=datetime(2026, 1, 1)))
    if wanted:
        session.open(replace(project, analysis=analyse(project.articles)))
    QTest.qWait(1500)
    if chosen := int(str(shot.get("chosen", 0))):
        rows = sorted(
            (c for c in session.project.analysis.comparisons if c.verdict is not Verdict.AGREEMENT),
            key=lambda c: (c.verdict.gravity, -max(j.confidence for j in c.judgements)),
        )
        window.selection.select_comparison(rows[chosen - 1].id)
        QTest.qWait(1200)
    if part := shot.get("reveal"):
        window.reveal(str(part))
        QTest.qWait(800)
    window.grab().save(str(path))
    del translators


def main() -> None:
    """Take every picture, or the one asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "pictures")
    parser.add_argument("--only", choices=SHOTS)
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    if arguments.here:
        take(arguments.only, arguments.folder / f"{arguments.only}.png")
        return
    for name in [arguments.only] if arguments.only else SHOTS:
        with tempfile.TemporaryDirectory() as home:
            settings = {"QT_QPA_PLATFORM": "offscreen", "HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}
            scale = {"QT_SCALE_FACTOR": str(SHOTS[name]["scale"])} if "scale" in SHOTS[name] else {}
            command = [sys.executable, __file__, str(arguments.folder), "--only", name, "--here"]
            done = subprocess.run(command, env={**os.environ, **settings, **scale}, check=False)
        print(f"{name}: {'taken' if done.returncode == 0 else 'FAILED'}", flush=True)


if __name__ == "__main__":
    main()
