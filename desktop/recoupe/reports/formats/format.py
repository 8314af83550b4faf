"""What a report format must bring."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from recoupe.reports.outline import Outline
from recoupe.wording import word


@dataclass(frozen=True, slots=True)
class Format:
    """A format that a report can be written in: its short name, the end of its files' names, and what makes the file's bytes."""

    name: str
    suffix: str
    render: Callable[[Outline], bytes]

    def title(self, language: str) -> str:
        """What to call it in a file dialog."""
        return word("format", self.name, language)
