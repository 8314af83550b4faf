"""Tells a second window that a study is already open: a lock that the system takes back when its holder dies, however it dies."""

from __future__ import annotations

import contextlib
import getpass
import os
import socket
import sys
from pathlib import Path
from typing import IO

from recoupe.errors import StudyFailed


class Lock:
    """Holds a study (or another file) for this window until `release`; a hidden neighbour carries the holder's name."""

    def __init__(self, file: IO[str] | None, path: Path) -> None:
        self._file, self._path = file, path

    @classmethod
    def take(cls, path: Path) -> Lock:
        """The lock on a file; raises `StudyFailed` ("locked") where another window holds it.

        In a folder that cannot be written to there is nothing to protect: the lock is then empty.
        """
        lock_path = path.resolve().with_name(f".{path.name}.lock")
        while True:
            try:
                file = lock_path.open("a+", encoding="utf-8", errors="replace")
            except OSError:
                return cls(None, lock_path)
            if not _hold(file):
                owner = _owner(file)
                file.close()
                raise StudyFailed("locked", name=path.name, owner=owner)
            if _is_still(file, lock_path):
                break
            file.close()  # its holder took it away between our opening and locking it
        file.truncate(0)
        file.write(_whoever())
        file.flush()
        return cls(file, lock_path)

    def release(self) -> None:
        """Let go; doing it twice does no harm."""
        if self._file is None:
            return
        if sys.platform == "win32":  # a file in use cannot be removed there
            self._file.close()
            with contextlib.suppress(OSError):
                self._path.unlink()
        else:
            self._path.unlink(missing_ok=True)
            self._file.close()
        self._file = None


def is_held(path: Path) -> bool:
    """Whether some window holds the file."""
    try:
        Lock.take(path).release()
    except StudyFailed:
        return True
    return False


def _whoever() -> str:
    """The user and the machine, as far as the system knows a name for either."""
    try:
        return f"{getpass.getuser()}, {socket.gethostname()}"
    except (KeyError, OSError):  # a user without an entry, as in a container
        return socket.gethostname()


def _owner(file: IO[str]) -> str:
    file.seek(0)
    return file.read(200)


def _is_still(file: IO[str], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except OSError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _hold(file: IO[str]) -> bool:
        file.seek(2**30)  # beyond the holder's name, which others must be able to read
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            file.seek(0)
        return True
else:
    import fcntl

    def _hold(file: IO[str]) -> bool:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
