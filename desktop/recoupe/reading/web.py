"""Reads the article at a web address."""

from __future__ import annotations

import codecs
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from recoupe.errors import ReadingFailed
from recoupe.model import Article, Means, Origin
from recoupe.progress import Progress, silent
from recoupe.reading.assembling import assemble
from recoupe.reading.characters import slug
from recoupe.reading.draft import Draft
from recoupe.reading.encoding import decode
from recoupe.reading.formats import from_pdf
from recoupe.reading.pages import page_draft

if TYPE_CHECKING:
    from recoupe.reading.fetch import Page

_LONGEST_ID = 60


def read_page(address: str, *, now: datetime, allow_private: bool = False, progress: Progress = silent) -> Article:
    """The article at an address, for the user to approve. Raises `FetchFailed`, or `ReadingFailed` where the page holds no text."""
    from recoupe.reading.fetch import fetch  # the first window must not wait for it

    page = fetch(address, allow_private=allow_private, progress=progress)
    draft = _draft(page)
    if not draft.text.strip():
        raise ReadingFailed("no_text", name=page.address)
    tail = urlsplit(page.address).path.rstrip("/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    ident = slug(draft.title or tail or urlsplit(page.address).hostname or "")[:_LONGEST_ID].strip("-")
    return assemble(draft, ident, Origin(Means.PAGE, page.address, now))


def _draft(page: Page) -> Draft:
    if page.kind == "application/pdf":
        return from_pdf.read(page.data, page.address)[0]
    if page.kind == "text/plain":
        return Draft(decode(page.data, page.address))
    if page.charset:
        try:
            return page_draft(page.data.decode(codecs.lookup(page.charset).name), page.address)
        except (LookupError, UnicodeDecodeError):
            pass
    return page_draft(page.data, page.address)
