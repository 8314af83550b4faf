"""What a format must bring."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from recoupe.reading.draft import Draft


@dataclass(frozen=True, slots=True)
class Reader:
    """One input format: its name for dialogs, its suffixes with the dot, and how its bytes become drafts.

    `read` is given the bytes and the file's name (for errors) and raises `ReadingFailed`. `begins` holds the first bytes by which a
    file of this format is known whatever its suffix.
    """

    title: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], tuple[Draft, ...]]
    begins: tuple[bytes, ...] = ()
