"""Puts a file in place whole or not at all: written to a neighbour, made safe on the disk, then moved over the old one."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

_BINARY = getattr(os, "O_BINARY", 0)  # Windows alone has it, and would write line ends of its own without
_FORGOTTEN = 3600  # seconds after which another save's unfinished neighbour is taken for dead


@contextlib.contextmanager
def replacing(path: Path, *, private: bool = False) -> Iterator[IO[bytes]]:
    """A file to write to that becomes `path` when the block ends well; otherwise `path` stays as it was. Raises `OSError`.

    A `private` file can be read by its user alone, from its first byte on and whatever the one before allowed.
    """
    path = path.resolve()  # a link stays a link
    _sweep(path)
    neighbour = path.with_name(f".{path.name}.{secrets.token_hex(6)}.part")
    try:
        with os.fdopen(os.open(neighbour, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600 if private else 0o666), "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if not private:
            with contextlib.suppress(OSError):  # the old file's permissions are kept where it had some
                neighbour.chmod(path.stat().st_mode & 0o777)
        neighbour.replace(path)
    except BaseException:
        neighbour.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def is_full(error: OSError) -> bool:
    """Whether an error means that there is no room left."""
    return error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def _sync_folder(folder: Path) -> None:
    """Make the new name itself safe; systems that cannot open a folder do without."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sweep(path: Path) -> None:
    """Remove what a save that was killed left behind."""
    for part in path.parent.glob(f".{_literal(path.name)}.*.part"):
        with contextlib.suppress(OSError):
            if time.time() - part.stat().st_mtime > _FORGOTTEN:
                part.unlink()


def _literal(name: str) -> str:
    return "".join(f"[{c}]" if c in "*?[" else c for c in name)
