"""The program's log: one file in the user's folder, rotated, never holding a word of an article or a key."""

from __future__ import annotations

import logging
import platform
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

import appdirs

from recoupe import __version__

_SIZE = 512 * 1024
_OLDER = 3


def log_path() -> Path:
    """Where the log is (or will be)."""
    return Path(appdirs.user_log_dir("recoupe", appauthor=False)) / "recoupe.log"


def start_log() -> Path | None:
    """Send the records of INFO and above to the log file; None where the folder cannot be written, and then nothing is logged."""
    path = log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=_SIZE, backupCount=_OLDER, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger("recoupe")
    root.setLevel(logging.INFO)
    for old in [h for h in root.handlers if isinstance(h, RotatingFileHandler)]:
        root.removeHandler(old)
        old.close()
    root.addHandler(handler)
    root.info("Recoupe %s on %s, Python %s", __version__, platform.platform(), sys.version.split()[0])
    return path
