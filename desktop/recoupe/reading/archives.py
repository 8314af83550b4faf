"""Opens the zip archives that office documents are, refusing those built to fill the memory."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import Any

from recoupe.errors import ReadingFailed

_MOST_ENTRIES = 5_000
_LARGEST_PART = 25_000_000  # bytes unpacked: the text of a long book takes a tenth of it
_HIGHEST_RATIO = 300  # a document's XML packs twenty to one, bombs a thousand to one
_RATIO_COUNTS_FROM = 5_000_000  # bytes: small parts may pack as they like


class Archive:
    """The parts of an office document, each read within limits."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise ReadingFailed("damaged", name=name, reason="it is no complete office document") from error
        self._entries = {info.filename: info for info in self._zip.infolist()}
        if len(self._entries) > _MOST_ENTRIES:
            raise ReadingFailed("hostile", name=name, reason="it holds thousands of parts")

    def __contains__(self, part: str) -> bool:
        return part in self._entries

    def read(self, part: str) -> bytes:
        """The bytes of a part. Raises `ReadingFailed`: `damaged` where it is missing or broken, `hostile` for a bomb."""
        info = self._entries.get(part)
        if info is None:
            raise ReadingFailed("damaged", name=self._name, reason="its text is missing")
        if info.flag_bits & 1:
            raise ReadingFailed("protected", name=self._name)
        packed = max(1, info.compress_size)
        if info.file_size > _LARGEST_PART or (info.file_size > _RATIO_COUNTS_FROM and info.file_size / packed > _HIGHEST_RATIO):
            raise ReadingFailed("hostile", name=self._name, reason="it unpacks to a monstrous size")
        try:
            with self._zip.open(info) as stream:
                # The size that the archive declares may be a lie: count what comes.
                data = stream.read(_LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError) as error:
            raise ReadingFailed("damaged", name=self._name, reason="a part of it cannot be unpacked") from error
        if len(data) > _LARGEST_PART:
            raise ReadingFailed("hostile", name=self._name, reason="it unpacks to a monstrous size")
        return data


def parse_xml(data: bytes, name: str) -> Any:  # noqa: ANN401  an element of the standard library
    """The root element of an XML part, entities and external references refused."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        return fromstring(data)
    except DefusedXmlException as error:
        raise ReadingFailed("hostile", name=name, reason="it defines entities that multiply without end") from error
    except (ParseError, ValueError) as error:
        raise ReadingFailed("damaged", name=name, reason="its text is not well-formed") from error
