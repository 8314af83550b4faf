"""Looks whether an installation is whole: every part is loaded, the sample story compared, a report written in every format."""

from __future__ import annotations

import logging
import os
import pkgutil
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from pathlib import Path

import recoupe
from recoupe.analysis import analyse
from recoupe.files import resource, seed
from recoupe.model import Project, Verdict
from recoupe.reading import READERS, read_path
from recoupe.reports import FORMATS, write_report
from recoupe.translation import ENGINES

log = logging.getLogger(__name__)
_WAIT = 120  # seconds the window may take to compare the sample story on a slow machine
_CONTRAST = 7.0  # to 1: what WCAG 2 asks of text at its highest level
_ALIKE = 0.1  # the share of the menus' words that may be the same in both languages: « Article », « Zoom »


class _NotWhole(Exception):
    """A part is missing or does not work."""


def _rooms() -> str:
    names = [m.name for m in pkgutil.walk_packages(recoupe.__path__, "recoupe.") if not m.name.endswith("__main__")]
    for name in names:
        import_module(name)
    return f"{len(names)} modules"


def _resources() -> str:
    files = [p for p in resource().rglob("*") if p.is_file()]
    for path in files:
        if path.suffix == ".toml":
            tomllib.loads(path.read_text("utf-8"))
        elif not path.stat().st_size:
            raise _NotWhole(f"{path.name} is empty")
    for part in ("icons", "lexicons", "models", "report", "themes", "translations", "wording"):
        if not any(p.is_relative_to(resource(part)) for p in files):
            raise _NotWhole(f"resources/{part} is missing")
    return f"{len(files)} files"


def _sample() -> tuple[Project, str]:
    project = Project("Sample")
    for path in sorted(seed().glob("0*.txt")):
        project = project.with_articles(read_path(path, now=datetime.now()))
    started = time.perf_counter()
    analysis = analyse(project.articles)
    seconds = time.perf_counter() - started
    divergences = sum(c.verdict is not Verdict.AGREEMENT for c in analysis.comparisons)
    if not analysis.events or not divergences:
        raise _NotWhole("the sample story gave nothing")
    whole = Project("Sample", project.articles, (), analysis)
    return whole, f"{len(project.articles)} articles, {len(analysis.events)} events, {divergences} divergences in {seconds:.1f} s"


def _reports(project: Project) -> str:
    with tempfile.TemporaryDirectory() as folder:
        for known in FORMATS:
            path = Path(folder) / f"report{known.suffix}"
            write_report(project, path, language="en", format=known)
            if not path.stat().st_size:
                raise _NotWhole(f"the {known.name} report is empty")
    return ", ".join(f.name for f in FORMATS)


def _window() -> str:
    """Build the real window, off screen where there is none, and have its worker process compare the sample story."""
    _see_to_a_display()
    from recoupe.interface.rehearsal import compare_in_window

    events = compare_in_window(sorted(seed().glob("0*.txt")), _WAIT)
    if not events:
        raise _NotWhole("the window compared nothing")
    return f"{events} events drawn"


def _see_to_a_display() -> None:
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _accessible(project: Project) -> str:
    """Go through the window as a screen reader does, in both its languages and in high contrast."""
    _see_to_a_display()
    from recoupe.interface.rehearsal import meet

    english, french = meet(project, "en"), meet(project, "fr")
    for met in (english, french):
        if met.nameless or not met.controls:
            raise _NotWhole(f"{met.controls} controls, without a name: {', '.join(met.nameless) or 'none'}")
        if len(met.texts) != len(project.articles) or not all(met.texts):
            raise _NotWhole("the articles cannot be read by a screen reader")
        if met.contrast < _CONTRAST:
            raise _NotWhole(f"the theme of high contrast has {met.contrast:.1f}")
    alike = sum(one == other for one, other in zip(english.actions, french.actions, strict=True))
    if alike > len(english.actions) * _ALIKE or english.cancel == french.cancel:
        raise _NotWhole(f"the window does not speak French: {alike} of {len(english.actions)} words are English, and “{french.cancel}”")
    return f"{french.controls} controls with names in English and French, contrast {french.contrast:.0f} to 1"


def self_check() -> int:
    """Check every part and say how it went, a line each; 0 where all is well, 1 otherwise."""
    failures = 0

    def check(title: str, work: Callable[[], str]) -> None:
        nonlocal failures
        try:
            answer = work()
        except Exception as error:  # any failure of a part is what this command is for
            log.exception("self-check: %s", title)
            failures += 1
            answer = f"FAILED: {error!r}"
        sys.stdout.write(f"{title:12} {answer}\n")
        sys.stdout.flush()

    found: list[Project] = []

    def sample() -> str:
        project, told = _sample()
        found.append(project)
        return told

    sys.stdout.write(f"Recoupe {recoupe.__version__}, Python {sys.version.split()[0]}, {sys.platform}\n")
    check("modules", _rooms)
    check("resources", _resources)
    check("readers", lambda: ", ".join(r.title for r in READERS))
    check("engines", lambda: ", ".join(e.title for e in ENGINES))
    check("sample", sample)
    check("reports", lambda: _reports(found[0]))
    check("window", _window)
    check("accessible", lambda: _accessible(found[0]))
    sys.stdout.write("All is well.\n" if not failures else f"{failures} part(s) failed; installing Recoupe again should mend it.\n")
    return 1 if failures else 0
