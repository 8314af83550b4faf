"""Parses HTML into a tree, whatever its state."""

from __future__ import annotations

import re
from typing import Any

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
_DEEPEST = 400  # nested elements: pages stay below fifty, and recursion must not follow a page built to exhaust it


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


def depth_within(tree: Any, limit: int = _DEEPEST) -> bool:  # noqa: ANN401
    """Whether no element of a tree lies deeper than `limit`."""
    level, depth = [tree], 0
    while level:
        depth += 1
        if depth > limit:
            return False
        level = [child for element in level for child in element]
    return True
