"""Word documents (Office Open XML), read without any word processor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from recoupe.errors import ReadingFailed
from recoupe.model import Role
from recoupe.reading.archives import Archive, parse_xml
from recoupe.reading.blocks import Block, draft_of
from recoupe.reading.draft import Draft
from recoupe.reading.formats.reader import Reader

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEFT_OUT = {f"{_W}{tag}" for tag in ("del", "moveFrom", "instrText", "footnoteReference", "commentReference", "pPr", "rPr", "txbxContent")}
_LEFT_OUT.add("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")


def read(data: bytes, name: str) -> tuple[Draft, ...]:
    """The document's paragraphs as it stands, deletions left out; headers, footers and notes are not read."""
    archive = Archive(data, name)
    root = parse_xml(archive.read("word/document.xml"), name)
    styles = _style_roles(archive, name)
    body = root.find(f"{_W}body")
    blocks = list(_blocks(body, styles)) if body is not None else []
    if not blocks:
        raise ReadingFailed("no_text", name=name)
    return (draft_of(blocks),)


def _style_roles(archive: Archive, name: str) -> dict[str, Role]:
    """The role that each paragraph style means, by its own name, which Word keeps in English whatever the user sees."""
    if "word/styles.xml" not in archive:
        return {}
    roles: dict[str, Role] = {}
    for style in parse_xml(archive.read("word/styles.xml"), name).iter(f"{_W}style"):
        label = style.find(f"{_W}name")
        said = (label.get(f"{_W}val") or "").lower() if label is not None else ""
        if said == "title":
            roles[style.get(f"{_W}styleId") or ""] = Role.TITLE
        elif said.startswith("heading") or said == "subtitle":
            roles[style.get(f"{_W}styleId") or ""] = Role.HEADING if said != "subtitle" else Role.BODY
    return roles


def _blocks(body: Any, styles: dict[str, Role]) -> Iterator[Block]:  # noqa: ANN401  an XML element
    in_tables = {id(p) for table in body.iter(f"{_W}tbl") for p in table.iter(f"{_W}p")}
    for paragraph in body.iter(f"{_W}p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        role = styles.get(style.get(f"{_W}val") or "", Role.BODY) if style is not None else Role.BODY
        item = id(paragraph) in in_tables or paragraph.find(f"{_W}pPr/{_W}numPr") is not None
        for line in "".join(_pieces(paragraph)).split("\n"):
            if text := " ".join(line.split(" ")).strip():
                yield Block(text, role, item)


def _pieces(element: Any) -> Iterator[str]:  # noqa: ANN401  an XML element
    for child in element:
        if child.tag in _LEFT_OUT:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag == f"{_W}tab":
            yield " "
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n" if child.get(f"{_W}type") is None else " "
        elif child.tag == f"{_W}noBreakHyphen":
            yield "‑"
        elif child.tag != f"{_W}p":
            yield from _pieces(child)


READER = Reader("Word document", (".docx", ".docm"), read)
