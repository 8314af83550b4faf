"""Sentences already translated, kept between sessions (SQLite), so that nothing is asked twice."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import threading
from datetime import datetime
from pathlib import Path

import appdirs

_SCHEMA = "CREATE TABLE IF NOT EXISTS translations (key TEXT PRIMARY KEY, text TEXT NOT NULL, made_at TEXT NOT NULL) WITHOUT ROWID"


def cache_folder() -> Path:
    """The user's cache folder for translations."""
    return Path(appdirs.user_cache_dir("recoupe", appauthor=False))


def data_folder() -> Path:
    """The user's folder for translation models and, where the system has no keyring, keys."""
    return Path(appdirs.user_data_dir("recoupe", appauthor=False)) / "translation"


def key(engine: str, source: str, target: str, glossary: str, sentence: str) -> str:
    """What an answer is kept under: a digest, so that the file holds no original."""
    return hashlib.sha256(repr((engine, source, target, glossary, sentence)).encode()).hexdigest()


class Cache:
    """The kept answers of one file; usable from any thread.

    A cache is a comfort: where its file is damaged it is set aside and a new one begun, and where nothing can be written translation
    goes on without.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or cache_folder() / "translations.sqlite"
        self._lock = threading.Lock()
        self._base = self._open()

    def get(self, key: str) -> tuple[str, datetime] | None:
        """The text kept under a key and when it was made."""
        with self._lock:
            try:
                row = self._base.execute("SELECT text, made_at FROM translations WHERE key = ?", (key,)).fetchone()
                return (row[0], datetime.fromisoformat(row[1])) if row else None
            except (sqlite3.Error, ValueError):
                return None

    def put(self, key: str, text: str, made_at: datetime) -> None:
        """Keep a text, at once."""
        with self._lock, contextlib.suppress(sqlite3.Error), self._base:
            self._base.execute("INSERT OR REPLACE INTO translations VALUES (?, ?, ?)", (key, text, made_at.isoformat()))

    @property
    def size(self) -> int:
        """Bytes on disk."""
        return sum(p.stat().st_size for p in self._files() if p.exists())

    @property
    def count(self) -> int:
        """Sentences kept."""
        with self._lock:
            try:
                return int(self._base.execute("SELECT COUNT(*) FROM translations").fetchone()[0])
            except sqlite3.Error:
                return 0

    def clear(self) -> None:
        """Forget everything and give the room back."""
        with self._lock, contextlib.suppress(sqlite3.Error):
            with self._base:
                self._base.execute("DELETE FROM translations")
            self._base.execute("VACUUM")
            self._base.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._base.close()

    def _files(self) -> tuple[Path, ...]:
        return tuple(self._path.with_name(self._path.name + end) for end in ("", "-wal", "-shm"))

    def _open(self) -> sqlite3.Connection:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            return self._connect(str(self._path))
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):  # no room, no right, or locked: do without a file
                return self._connect(":memory:")
            self._set_aside()
            return self._connect(str(self._path))
        except OSError:
            return self._connect(":memory:")

    def _set_aside(self) -> None:
        for path in self._files():
            with contextlib.suppress(OSError):
                path.replace(path.with_name(path.name + ".damaged"))

    @staticmethod
    def _connect(path: str) -> sqlite3.Connection:
        base = sqlite3.connect(path, timeout=5, check_same_thread=False)
        try:
            base.execute("PRAGMA journal_mode = WAL")
            base.execute(_SCHEMA)
            base.commit()
            if path != ":memory:":
                os.chmod(path, 0o600)  # noqa: PTH101 - one call beside sqlite3's own strings
        except sqlite3.Error:
            base.close()
            raise
        return base
