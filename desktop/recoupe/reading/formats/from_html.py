"""Saved web pages."""

from __future__ import annotations

from recoupe.errors import ReadingFailed
from recoupe.reading.draft import Draft
from recoupe.reading.formats.reader import Reader
from recoupe.reading.pages import page_draft

_LARGEST = 10_000_000  # bytes: parsing takes some thirty times as much memory


def read(data: bytes, name: str) -> tuple[Draft, ...]:
    """The article of a page; nothing that the page refers to is loaded."""
    if not data.strip():
        raise ReadingFailed("empty", name=name)
    if len(data) > _LARGEST:
        raise ReadingFailed("too_large", name=name, size=len(data) // 1_000_000, limit=_LARGEST // 1_000_000)
    draft = page_draft(data)
    if not draft.text.strip():
        raise ReadingFailed("no_text", name=name)
    return (draft,)


READER = Reader("Web page", (".html", ".htm", ".xhtml"), read)
