"""OpenDocument texts, as LibreOffice writes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from recoupe.errors import ReadingFailed
from recoupe.model import Role
from recoupe.reading.archives import Archive, parse_xml
from recoupe.reading.blocks import Block, draft_of
from recoupe.reading.draft import Draft
from recoupe.reading.formats.reader import Reader

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_LEFT_OUT = {f"{_TEXT}note", f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_OFFICE}annotation-end", f"{_TEXT}bookmark"}


def read(data: bytes, name: str) -> tuple[Draft, ...]:
    """The document's paragraphs; notes, comments and deleted passages are not read."""
    flat = data.lstrip()[:5] == b"<?xml"
    if flat:
        content = data
    else:
        archive = Archive(data, name)
        if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise ReadingFailed("protected", name=name)
        content = archive.read("content.xml")
    root = parse_xml(content, name)
    titles = {"Title"} | {
        style.get(f"{_STYLE}name") for style in root.iter(f"{_STYLE}style") if style.get(f"{_STYLE}parent-style-name") == "Title"
    }
    body = root.find(f".//{_OFFICE}text")
    blocks = list(_blocks(body, titles, item=False)) if body is not None else []
    if not blocks:
        raise ReadingFailed("no_text", name=name)
    return (draft_of(blocks),)


def _blocks(element: Any, titles: set[str | None], *, item: bool) -> Iterator[Block]:  # noqa: ANN401  an XML element
    for child in element:
        if child.tag in _LEFT_OUT:
            continue
        if child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
            role = Role.HEADING if child.tag == f"{_TEXT}h" else Role.BODY
            if child.get(f"{_TEXT}style-name") in titles:
                role = Role.TITLE
            for line in "".join(_pieces(child)).split("\n"):
                if text := line.strip():
                    yield Block(text, role, item)
        else:
            inside = item or child.tag in (f"{_TEXT}list-item", f"{_TABLE}table-cell")
            yield from _blocks(child, titles, item=inside)


def _pieces(element: Any) -> Iterator[str]:  # noqa: ANN401  an XML element
    # White space in the file itself is for its layout only, as in HTML.
    yield _even(element.text)
    for child in element:
        if child.tag == f"{_TEXT}s":
            yield " " * min(int(child.get(f"{_TEXT}c") or 1), 100)
        elif child.tag == f"{_TEXT}tab":
            yield " "
        elif child.tag == f"{_TEXT}line-break":
            yield "\n"
        elif child.tag not in _LEFT_OUT:
            yield from _pieces(child)
        yield _even(child.tail)


def _even(text: str | None) -> str:
    return (text or "").replace("\n", " ").replace("\t", " ").replace("\r", " ")


READER = Reader("OpenDocument text", (".odt", ".fodt"), read)
