"""PDF documents: their lines put back into reading order and their paragraphs made whole."""

from __future__ import annotations

import logging
import re
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

from recoupe.errors import ReadingFailed
from recoupe.reading.blocks import draft_of
from recoupe.reading.cork import is_cork, mended
from recoupe.reading.draft import Draft
from recoupe.reading.formats.reader import Reader
from recoupe.reading.layout import Line, blocks_of_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdfminer.layout import LTPage

_MOST_PAGES = 120  # an article has ten; a book is not to be compared
_LARGEST_STREAM = 60_000_000  # bytes unpacked
_LARGEST_TOTAL = 250_000_000  # bytes unpacked, all streams together
_STREAM = re.compile(rb"stream\r?\n")
_UNKNOWN = re.compile(r"\(cid:\d+\)")


def read(data: bytes, name: str) -> tuple[Draft, ...]:
    """The document's text; a scan without text is refused as such."""
    if b"%PDF-" not in data[:1024]:
        raise ReadingFailed("damaged", name=name, reason="it is no PDF document")
    _refuse_bombs(data, name)
    pages = _pages(data, name)
    if is_cork("".join(line.text for page in pages for line in page)):
        pages = [[replace(line, text=mended(line.text)) for line in page] for page in pages]
    blocks = blocks_of_pages(pages)
    said = "".join(block.text for block in blocks)
    if not said.strip() or len(_UNKNOWN.findall(said)) * 5 > len(said) / 4:
        raise ReadingFailed("no_text", name=name)
    return (draft_of(blocks),)


def _refuse_bombs(data: bytes, name: str) -> None:
    """Unpack every compressed stream within limits before the parser does it without any."""
    total = 0
    for match in _STREAM.finditer(data):
        if data[match.end() : match.end() + 1] != b"\x78":
            continue  # not zlib's first byte
        unpacked = _unpacked(memoryview(data)[match.end() :])
        if unpacked[:1] == b"\x78":
            total += len(_unpacked(memoryview(unpacked)))  # packed twice over
        total += len(unpacked)
        if len(unpacked) > _LARGEST_STREAM or total > _LARGEST_TOTAL:
            raise ReadingFailed("hostile", name=name, reason="it unpacks to a monstrous size")


def _unpacked(packed: memoryview) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, _LARGEST_STREAM + 1)
    except zlib.error:
        return b""


def _pages(data: bytes, name: str) -> list[list[Line]]:
    """The lines of each page, as they lie."""
    from io import BytesIO

    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LAParams
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect, PDFTextExtractionNotAllowed

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # its remarks on fonts and colours tell a user nothing
    settings = LAParams(boxes_flow=None, char_margin=1.5, line_margin=0.3)
    try:
        return [list(_lines(page)) for page in extract_pages(BytesIO(data), maxpages=_MOST_PAGES, laparams=settings)]
    except (PDFPasswordIncorrect, PDFEncryptionError, PDFTextExtractionNotAllowed) as error:
        raise ReadingFailed("protected", name=name) from error
    except Exception as error:  # the parser lets any of Python's errors through on a broken file
        raise ReadingFailed("damaged", name=name, reason="its pages cannot be made out") from error


def _lines(page: LTPage) -> Iterator[Line]:
    from pdfminer.layout import LTChar, LTTextContainer, LTTextLineHorizontal

    for box in page:
        if not isinstance(box, LTTextContainer):
            continue
        for line in box:
            if not isinstance(line, LTTextLineHorizontal):
                continue
            letters = [c for c in line if isinstance(c, LTChar)]
            text = line.get_text().strip()
            if not letters or not text:
                continue
            sizes = sorted(c.size for c in letters)
            bold = sum("bold" in c.fontname.lower() or "black" in c.fontname.lower() for c in letters) > len(letters) / 2
            yield Line(text, line.x0, line.x1, page.height - line.y1, page.height - line.y0, sizes[len(sizes) // 2], bold, page.height)


READER = Reader("PDF document", (".pdf",), read, (b"%PDF-",))
