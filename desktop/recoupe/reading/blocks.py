"""Paragraphs with their roles, as formats with structure give them, made into one text with labels."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from recoupe.model import Role, Span
from recoupe.reading.characters import words
from recoupe.reading.draft import Draft, Label

_SKIPPED = words("""script style noscript template svg math iframe object embed canvas select option textarea head title form button""")
_BLOCKS = words(
    """address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4
    h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul"""
)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or list item, and what its format says it is."""

    text: str
    role: Role = Role.BODY
    item: bool = False  # of a list or table: stands close to its neighbours


def draft_of(
    blocks: list[Block], *, title: str = "", outlet: str = "", author: str = "", published: date | None = None, language: str = ""
) -> Draft:
    """A draft whose text is the blocks, a blank line between them, items of one list on neighbouring lines."""
    parts: list[str] = []
    labels: list[Label] = []
    at = 0
    for number, block in enumerate(blocks):
        if number:
            gap = "\n" if block.item and blocks[number - 1].item else "\n\n"
            parts.append(gap)
            at += len(gap)
        parts.append(block.text)
        if block.role is not Role.BODY:
            labels.append(Label(Span(at, at + len(block.text)), block.role))
        at += len(block.text)
    return Draft("".join(parts), title, outlet, author, published, language, tuple(labels))


def blocks_of(tree: Any) -> list[Block]:  # noqa: ANN401  an lxml element
    """Every visible paragraph of an HTML tree, in order, without recursion: pages nest as deep as they like."""
    blocks: list[Block] = []
    pieces: list[str] = []
    roles: list[Role] = [Role.BODY]
    items = 0

    def flush() -> None:
        lines = (re.sub(r"[ \t\r\n\f]+", " ", line).strip() for line in "".join(pieces).split("\v"))
        blocks.extend(Block(line, roles[-1], items > 0) for line in lines if line)
        pieces.clear()

    stack: list[tuple[Any, bool]] = [(tree, False)]
    while stack:
        element, leaving = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        block = tag in _BLOCKS
        if leaving:
            if block:
                flush()
                items -= tag in {"li", "td", "th"}
                if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
                    roles.pop()
            if element is not tree and element.tail:
                pieces.append(element.tail)
            continue
        stack.append((element, True))
        if not tag or tag in _SKIPPED or _is_hidden(element):
            continue
        if block:
            flush()
            items += tag in {"li", "td", "th"}
            if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
                roles.append(Role.TITLE if tag == "h1" and not any(b.role is Role.TITLE for b in blocks) else Role.HEADING)
        elif tag == "br":
            pieces.append("\v")
        if element.text:
            pieces.append(element.text)
        stack.extend((child, False) for child in reversed(element))
    flush()
    return blocks


def _is_hidden(element: Any) -> bool:  # noqa: ANN401
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style or element.get("hidden") is not None
