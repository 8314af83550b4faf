"""Parses HTML into a tree, whatever its state."""

from __future__ import annotations

import re
from typing import Any

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)


def parse_html(html: str) -> Any | None:  # noqa: ANN401  lxml's elements are untyped here
    """The tree of a page, None where there is nothing to parse. Nothing the page refers to is loaded."""
    import lxml.html
    from lxml.etree import ParserError

    text = _DECLARATION.sub("", html.replace("\x00", ""))
    if not text.strip():
        return None
    parser = lxml.html.HTMLParser(no_network=True, huge_tree=False, recover=True, remove_comments=True, remove_pis=True)
    try:
        return lxml.html.fromstring(text, parser=parser)
    except (ParserError, ValueError):
        return None
