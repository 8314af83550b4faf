"""Vectors of texts already encoded, kept between sessions, so that a text seen before costs nothing."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

import appdirs
import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float16]

_SCHEMA = "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID"
_ASKED_AT_ONCE = 500  # SQLite takes at least 999 parameters
_KEPT = 200_000  # vectors, 160 MB; beyond, the cache is begun anew


def cache_path() -> Path:
    """Where the vectors are kept."""
    return Path(appdirs.user_cache_dir("recoupe", appauthor=False)) / "vectors.sqlite"


class VectorCache:
    """The kept vectors of one model; opened for each use, so any thread or process may hold one.

    A cache is a comfort: a damaged file is set aside and a new one begun, and where nothing can be read or written the texts are
    simply encoded again. Keys are digests of model and text, so the file holds no text.
    """

    def __init__(self, version: str, width: int, path: Path | None = None) -> None:
        self._version = version
        self._width = width
        self._given = path

    @property
    def _path(self) -> Path:
        """Looked up at each use: the one encoder of a process may have been made before the user's folder was settled."""
        return self._given or cache_path()

    def get(self, texts: Sequence[str]) -> dict[str, Vector]:
        """The vectors of those texts that are kept."""
        if not self._path.exists():
            return {}
        by_key = {self._key(text): text for text in texts}
        try:
            with contextlib.closing(self._open()) as base:
                rows = [row for part in _parts(list(by_key)) for row in base.execute(_asking(len(part)), part)]
        except sqlite3.DatabaseError as error:
            self._set_aside(error)
            return {}
        whole = ((by_key[bytes(key)], blob) for key, blob in rows if len(blob) == 2 * self._width)
        found = {text: np.frombuffer(blob, np.float16) for text, blob in whole}
        return {text: vector for text, vector in found.items() if np.isfinite(vector).all()}

    def put(self, vectors: Mapping[str, Vector]) -> None:
        """Keep vectors by their texts."""
        if not vectors:
            return
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
        rows = [(self._key(text), vector.astype(np.float16).tobytes()) for text, vector in vectors.items()]
        try:
            with contextlib.closing(self._open()) as base, base:
                if base.execute("SELECT COUNT(*) FROM vectors").fetchone()[0] > _KEPT:
                    base.execute("DELETE FROM vectors")
                base.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)
        except sqlite3.DatabaseError as error:
            self._set_aside(error)

    def _key(self, text: str) -> bytes:
        return hashlib.blake2b(f"{self._version}\x1f{text}".encode("utf-8", "surrogatepass"), digest_size=16).digest()

    def _open(self) -> sqlite3.Connection:
        base = sqlite3.connect(self._path, timeout=2)
        try:
            base.execute(_SCHEMA)
        except sqlite3.Error:
            base.close()
            raise
        return base

    def _set_aside(self, error: sqlite3.DatabaseError) -> None:
        if isinstance(error, sqlite3.OperationalError):  # locked, no room or no right: nothing is wrong with the file
            return
        with contextlib.suppress(OSError):
            self._path.replace(self._path.with_name(self._path.name + ".damaged"))


def _parts(keys: list[bytes]) -> list[list[bytes]]:
    return [keys[i : i + _ASKED_AT_ONCE] for i in range(0, len(keys), _ASKED_AT_ONCE)]


def _asking(count: int) -> str:
    return f"SELECT key, vector FROM vectors WHERE key IN ({','.join('?' * count)})"  # noqa: S608 (question marks only)
