"""Saved web pages."""

from __future__ import annotations

from recoupe.errors import ReadingFailed
from recoupe.reading.draft import Draft
from recoupe.reading.formats.reader import Reader
from recoupe.reading.pages import page_draft


def read(data: bytes, name: str) -> tuple[Draft, ...]:
    """The article of a page; nothing that the page refers to is loaded."""
    if not data.strip():
        raise ReadingFailed("empty", name=name)
    draft = page_draft(data)
    if not draft.text.strip():
        raise ReadingFailed("no_text", name=name)
    return (draft,)


READER = Reader("Web page", (".html", ".htm", ".xhtml"), read)
