"""Plain text: the article is the file, decoded, nothing added or removed."""

from __future__ import annotations

from recoupe.reading.draft import Draft
from recoupe.reading.encoding import decode
from recoupe.reading.formats.reader import Reader


def read(data: bytes, name: str) -> tuple[Draft, ...]:
    """One draft whose text is the decoded file."""
    return (Draft(decode(data, name)),)


READER = Reader("Plain text", (".txt", ".text"), read)
