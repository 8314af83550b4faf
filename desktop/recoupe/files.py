"""Finds the program's own files, wherever it is installed.

The wheel and the packaged application copy `resources/` and `seeds/` inside the package, so one rule serves a source tree, an
editable install, a wheel and a frozen folder.
"""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent
_ROOT = _HERE if (_HERE / "resources").is_dir() else _HERE.parents[1]


def resource(*parts: str) -> Path:
    """The path of a file under `resources/`; it is not checked to exist."""
    return _ROOT.joinpath("resources", *parts)


def build() -> str:
    """Which build this is, as the packaging wrote it: a date and a revision; empty in a source tree."""
    written = resource("build.txt")
    return written.read_text("utf-8").strip() if written.is_file() else ""


def seed(*parts: str) -> Path:
    """The path of a file under `seeds/`, the sample stories; it is not checked to exist."""
    return _ROOT.joinpath("seeds", *parts)
