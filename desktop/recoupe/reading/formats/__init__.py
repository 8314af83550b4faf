"""The formats that articles come in: one file each, listed in READERS."""

from recoupe.reading.formats import from_html, from_text
from recoupe.reading.formats.reader import Reader

READERS: tuple[Reader, ...] = (from_text.READER, from_html.READER)

__all__ = ["READERS", "Reader"]
