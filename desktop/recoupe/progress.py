"""Lets long work tell how far it is, and hear that it should stop."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told by long work between its steps; raises `errors.Cancelled` when a stop was asked.

    `stage` is a short code (`"reading"`, `"parsing"`, `"encoding"` …) that the window puts into words; `done` and `total` count steps
    of that stage.
    """

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Say how far the stage is; raise `Cancelled` to stop the caller."""


def silent(stage: str, done: int, total: int) -> None:
    """Progress for callers who neither watch nor stop the work."""
