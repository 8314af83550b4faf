"""Older project files brought up to today's format, one step per version.

A step takes the whole of `study.json` in one format and returns it in the next. A released format's step is never changed or removed:
studies open for ever.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from recoupe.model.plain import Unfit

FORMAT = 3

Step = Callable[[dict[str, Any]], dict[str, Any]]


def _with_revisions(data: dict[str, Any]) -> dict[str, Any]:
    """Format 2 may hold earlier versions of articles ("revisions"); where there are none it is as format 1 was."""
    return data | {"format": 2}


def _with_words(data: dict[str, Any]) -> dict[str, Any]:
    """Format 3 may say with which of the user's own words a translation was made ("words"); of older ones that isn't known."""
    return data | {"format": 3}


STEPS: dict[int, Step] = {1: _with_revisions, 2: _with_words}  # the step at N leads from format N to N + 1


class Newer(Unfit):
    """A study of a format that only a later program knows."""

    def __init__(self, found: int) -> None:
        super().__init__(f"format {found}")
        self.found = found


def upgraded(data: dict[str, Any]) -> dict[str, Any]:
    """The data in today's format; raises `Newer`, or `Unfit` where it names no format."""
    found = data.get("format")
    if type(found) is not int or found < 1:
        raise Unfit("it names no format")
    if found > FORMAT:
        raise Newer(found)
    for step in range(found, FORMAT):
        data = STEPS[step](data)
    return data
