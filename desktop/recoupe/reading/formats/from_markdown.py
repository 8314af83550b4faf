"""Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recoupe.errors import ReadingFailed
from recoupe.model import Role
from recoupe.reading.blocks import Block, draft_of
from recoupe.reading.draft import Draft
from recoupe.reading.encoding import decode
from recoupe.reading.formats.reader import Reader
from recoupe.reading.metadata import dates_in

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*\r?\n", re.DOTALL)
_FIELD = re.compile(r"^(\w+)[ \t]*:[ \t]*[\"']?(.*?)[\"']?[ \t]*$", re.MULTILINE)


def read(data: bytes, name: str) -> tuple[Draft, ...]:
    """The text that the marks stand for; a front matter gives title, author and date."""
    from markdown_it import MarkdownIt

    source = decode(data, name)
    front = _FRONT.match(source)
    fields = {key.lower(): value for key, value in _FIELD.findall(front.group(1))} if front is not None else {}
    tokens = MarkdownIt("commonmark").enable("table").parse(source[front.end() :] if front is not None else source)
    blocks = _blocks(tokens)
    title = fields.get("title", "")
    if title and not any(block.role is Role.TITLE for block in blocks):
        blocks.insert(0, Block(title, Role.TITLE))
    if not blocks:
        raise ReadingFailed("no_text", name=name)
    days = dates_in(fields.get("date", ""))
    return (draft_of(blocks, title=title, author=fields.get("author", ""), published=days[0] if days else None),)


def _blocks(tokens: list[Token]) -> list[Block]:
    blocks: list[Block] = []
    role, items = Role.BODY, 0
    for token in tokens:
        if token.type == "heading_open":
            first = token.tag == "h1" and not any(b.role is Role.TITLE for b in blocks)
            role = Role.TITLE if first else Role.HEADING
        elif token.type == "heading_close":
            role = Role.BODY
        elif token.type in ("list_item_open", "tr_open"):
            items += 1
        elif token.type in ("list_item_close", "tr_close"):
            items -= 1
        elif token.type == "inline":
            blocks.extend(Block(line, role, items > 0) for line in _said(token) if line)
        elif token.type in ("fence", "code_block"):
            blocks.extend(Block(line.strip(), role, item=True) for line in token.content.splitlines() if line.strip())
    return blocks


def _said(token: Token) -> list[str]:
    """The lines of a paragraph without its marks."""
    pieces: list[str] = []
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            pieces.append(child.content)
        elif child.type == "softbreak":
            pieces.append(" ")
        elif child.type == "hardbreak":
            pieces.append("\n")
    return [line.strip() for line in "".join(pieces).split("\n")]


READER = Reader("Markdown", (".md", ".markdown"), read)
