"""What a report format must bring."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from recoupe.model import Project
from recoupe.reports.outline import Choice, Outline
from recoupe.reports.telling import outline
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

    def text(self, project: Project, language: str) -> str:
        """The report on all of a study, as text: for formats that are text."""
        return self.render(outline(project, Choice(language), now=datetime.now())).decode("utf-8")
