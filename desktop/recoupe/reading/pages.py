"""Takes the article out of a web page: its title, its paragraphs, and what the page's head says of it."""

from __future__ import annotations

from datetime import date

from recoupe.model import Role, Span
from recoupe.reading.draft import Draft, Label


def page_draft(page: bytes | str, address: str = "") -> Draft:
    """The article of a page, as text with labels; nothing the page refers to is loaded and no script is run."""
    import trafilatura

    found = trafilatura.bare_extraction(page, url=address or None, include_comments=False, include_tables=True, with_metadata=True)
    if found is None:
        return Draft("")
    title = (found.title or "").strip()
    body = (found.text or "").strip()
    text = f"{title}\n\n{body}" if title and not body.startswith(title) else body
    labels = (Label(Span(0, len(title)), Role.TITLE),) if title and text.startswith(title) else ()
    published = date.fromisoformat(found.date[:10]) if found.date else None
    return Draft(text, title, found.sitename or "", found.author or "", published, labels=labels)
