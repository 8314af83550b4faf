"""Writes pictures of the real window, for people to look at.

    python tests/benchmarks/pictures.py [FOLDER] [--only NAME]

Each picture is taken in a process of its own, off screen, with a sample story compared: light, dark, high contrast, in French, small, on
a sharp screen, one, three, five, six and twenty articles, a divergence chosen, partners in place, accounts, events, and the first page.
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
    "window-light": {"story": "short", "chosen": 2},
    "window-dark": {"story": "short", "theme": "dark", "chosen": 2},
    "window-contrast": {"story": "short", "theme": "contrast", "chosen": 2},
    "window-french": {"story": "short", "language": "fr", "chosen": 2},
    "small": {"story": "short", "size": (1024, 700), "chosen": 2},
    "small-french": {"story": "short", "size": (1024, 700), "language": "fr", "chosen": 2, "reveal": "outline"},
    "partners": {"story": "short", "chosen": 3, "act": "bring_partner"},
    "accounts": {"story": "short", "act": "witnesses"},
    "events": {"story": "short", "reveal": "outline"},
    "sharp": {"story": "short", "scale": "2", "size": (1600, 1000), "chosen": 2},
    "five-articles": {"chosen": 1},
    "five-articles-dark": {"theme": "dark", "chosen": 1},
    "six-panes": {"articles": 6, "size": (1920, 1080), "chosen": 1},
    "twenty-articles": {"articles": 20, "chosen": 1},
    "one-article": {"story": "short", "articles": 1},
    "two-stories": {"story": "both", "size": (1920, 1080), "chosen": 1},
    "strangers": {"story": "strangers"},
}


def take(name: str, path: Path) -> None:
    """Open the window as the shot says, wait until it is drawn, and save it."""
    from PySide6.QtCore import QPoint, QSettings
    from PySide6.QtGui import QPainter
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QDialog

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
    short, long = (sorted(seed().glob(names)) for names in ("halles/*.txt", "0*.txt"))
    files = {"short": short, "both": [*short, *long[1:3]], "strangers": [short[0], long[1]]}.get(str(shot.get("story")), long)
    wanted = int(str(shot.get("articles", len(files))))
    project = Project("")
    for file in (files * wanted)[:wanted]:
        project = project.with_articles(read_path(file, now=datetime(2026, 1, 1)))
    if wanted:
        session.open(replace(project, analysis=analyse(project.articles)))
    QTest.qWait(1500)
    if chosen := int(str(shot.get("chosen", 0))):
        rows = sorted(
            (c for c in session.project.analysis.comparisons if c.verdict is not Verdict.AGREEMENT),
            key=lambda c: (c.rank, -max(j.confidence for j in c.judgements)),
        )
        window.selection.select_comparison(rows[chosen - 1].id)
        QTest.qWait(1200)
    if part := shot.get("reveal"):
        window.reveal(str(part))
        QTest.qWait(800)
    if action := shot.get("act"):
        window.actions_by_id[str(action)].trigger()
        for _ in range(300):  # a minute on a busy machine
            if window.row.partners.open_at is not None or any(d.isVisible() for d in window.findChildren(QDialog)):
                break
            QTest.qWait(200)
        QTest.qWait(800)
    picture = window.grab()
    for dialog in (d for d in window.findChildren(QDialog) if d.isVisible()):  # a window of its own is not part of the grab
        with QPainter(picture) as painter:
            painter.drawPixmap(QPoint((window.width() - dialog.width()) // 2, (window.height() - dialog.height()) // 2), dialog.grab())
    picture.save(str(path))
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
