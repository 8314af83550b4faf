"""Turns the bytes of a text file into text, whatever they were written in."""

from __future__ import annotations

import codecs
import re

from recoupe.errors import ReadingFailed

# UTF-32's mark begins with UTF-16's: the longer must be tried first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 200_000  # bytes looked at for guessing an encoding: enough for any language's letters, and bounded for a huge file
_ALLOWED_CONTROLS = frozenset("\t\n\r\f\v\x1b\x85")


def decode(data: bytes, name: str) -> str:
    """The text of a file's bytes, nothing added or removed but a byte order mark.

    Raises `ReadingFailed`: `empty` for nothing but white space, `binary` for what is no text in any encoding.
    """
    if not data.strip():
        raise ReadingFailed("empty", name=name)
    text = _decoded(data, name)
    if _looks_binary(text):
        raise ReadingFailed("binary", name=name)
    if not text.strip():
        raise ReadingFailed("empty", name=name)
    return text


def _decoded(data: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise ReadingFailed("damaged", name=name, reason=f"it is not valid {encoding.removesuffix('-sig').upper()}") from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if wide := _wide(data):
        return data.decode(wide, errors="replace")
    if b"\x00" in data[:_SAMPLE]:
        raise ReadingFailed("binary", name=name)
    return data.decode(_guess(data), errors="replace")


def _wide(data: bytes) -> str:
    """UTF-16 without its mark: in a text of Latin letters every second byte is nought."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 8:
        return ""
    if sample[1::2].count(0) > 0.7 * half and sample[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return ""


def _guess(data: bytes) -> str:
    """The likeliest old encoding of a text; Windows' Western one where nothing tells it from its neighbours."""
    sample = data[:_SAMPLE]
    if _is_french(sample, "cp1252"):
        return "cp1252"
    if _is_french(sample, "mac_roman"):
        return "mac_roman"
    if _is_french(sample, "cp850"):
        return "cp850"
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best is not None else "cp1252"


_FRENCH = frozenset("àâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ«»’‘“”…–—€°·•\u00a0²³ª©®")


def _is_french(sample: bytes, encoding: str) -> bool:
    """Whether every letter beyond ASCII is one that French (or its typography) uses, in this encoding."""
    text = sample.decode(encoding, errors="replace")
    beyond = [c for c in text if c > "\x7f"]
    known = sum(c in _FRENCH for c in beyond)
    return bool(beyond) and known >= 0.97 * len(beyond)


def _looks_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    odd = sum(1 for c in sample if (c < " " and c not in _ALLOWED_CONTROLS) or c == "\ufffd")
    return "\x00" in sample or odd > 0.02 * len(sample)


def decode_page(data: bytes) -> str:
    """The text of a web page: its byte order mark, then its own declaration, then UTF-8, then a guess."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    declared = re.search(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{2,20})", data[:4096], re.IGNORECASE)
    if declared is not None:
        name = declared.group(1).decode("ascii").lower()
        # Browsers read Latin-1 as Windows' Western encoding, and so do the pages that declare it.
        name = "cp1252" if name in {"iso-8859-1", "latin1", "latin-1", "windows-1252", "ascii", "us-ascii"} else name
        try:
            return data.decode(codecs.lookup(name).name, errors="strict" if name == "utf-8" else "replace")
        except (LookupError, UnicodeDecodeError):
            pass
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_wide(data) or _guess(data), errors="replace")
