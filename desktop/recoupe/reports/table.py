"""The fact table as lines of text: what the CSV file and the workbook hold."""

from __future__ import annotations

import re

from recoupe.reports.outline import Cell, Outline, Row, Translated
from recoupe.wording import colon, verdict_label, word

_UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """The text without the characters that XML forbids."""
    return _UNPRINTABLE.sub("", text)


def head(told: Outline) -> list[str]:
    """The columns' names: what is compared first, then five columns for each article."""

    def say(code: str) -> str:
        return word("report", code, told.language)

    columns = [
        "#",
        say("about"),
        say("kind"),
        say("verdict"),
        say("confidence"),
        say("state"),
        say("remark"),
        say("note"),
        say("event_column"),
    ]
    for paper in told.papers:
        columns += [
            f"{paper.label}{colon(told.language)}{say(code).lower()}" for code in ("value", "quote", "place", "source", "translation")
        ]
    return [*columns, say("why")]


def line(row: Row, told: Outline) -> list[str]:
    """One row of the table under `head`."""
    cells = [
        str(row.number), row.about, row.kind, verdict_label(row.verdict, told.language), row.confidence, row.state, row.remark, row.note,
        str(row.passage or ""),
    ]  # fmt: skip
    for stated in row.cells:
        cells += _stated(stated, told)
    why = [f"{w.left} / {w.right}{colon(told.language)}{w.text}" for w in row.reasons]
    return [*cells, "\n".join(why)]


def _stated(stated: tuple[Cell, ...], told: Outline) -> list[str]:
    if not stated:
        return [word("report", "not_stated", told.language), "", "", "", ""]
    values = [f"{c.value} ({c.hedged})".strip() if c.hedged else c.value for c in stated]
    places = [word("report", "paragraph", told.language, number=c.sentence.paragraph) for c in stated]
    translations = [labelled(t) for c in stated for t in c.sentence.translations]
    columns = (values, [c.quote for c in stated], places, [c.source for c in stated if c.source], translations)
    return ["\n".join(dict.fromkeys(text for text in column if text)) for column in columns]


def labelled(translation: Translated) -> str:
    """A translation with what is to be known of it."""
    return f"{translation.text} [{translation.remark}]"
