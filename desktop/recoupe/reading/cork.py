"""Mends the letters of PDF documents that LaTeX made with fonts that do not say what they show.

Such fonts carry LaTeX's own 8-bit encoding (T1, the "Cork" encoding) without a table to Unicode; a reader that takes it for Adobe's
standard encoding sees Ø for é and (cid:28) for fi.
"""

from __future__ import annotations

import re

_CID = re.compile(r"\(cid:(\d{1,3})\)")
_LOW = dict(
    zip(
        [*range(0x0E, 0x18), *range(0x1B, 0x20)],
        ["‹", "›", "“", "”", "„", "«", "»", "–", "—", "", "ff", "fi", "fl", "ffi", "ffl"],
        strict=True,
    )
)
_CORK = {
    **_LOW,
    **{code: chr(code) for code in range(0xC0, 0x100)},
    0x27: "’",
    0x60: "‘",
    0xD7: "Œ",
    0xF7: "œ",
    0xDF: "SS",
    0xFF: "ß",
    0x9C: "Ĳ",
    0xB8: "ÿ",
    0x98: "Ÿ",
}
# What Adobe's standard encoding shows for the codes above 0xA0 that it knows
_STANDARD = {
    "Æ": 0xE1, "ª": 0xE3, "Ł": 0xE8, "Ø": 0xE9, "Œ": 0xEA, "º": 0xEB, "æ": 0xF1, "ı": 0xF5, "ł": 0xF8, "ø": 0xF9, "œ": 0xFA, "ß": 0xFB,
    "`": 0xC1, "´": 0xC2, "ˆ": 0xC3, "˜": 0xC4, "¯": 0xC5, "˘": 0xC6, "˙": 0xC7, "¨": 0xC8, "˚": 0xCA, "¸": 0xCB, "˝": 0xCD, "˛": 0xCE,
    "ˇ": 0xCF, "—": 0xD0,
}  # fmt: skip


def is_cork(text: str) -> bool:
    """Whether a document's text shows the signs of that mistake: unknown letters that Cork knows, and Ø where French has é."""
    unknown = [int(code) for code in _CID.findall(text)]
    known = sum(code in _CORK for code in unknown)
    return len(unknown) >= 3 and known >= 0.9 * len(unknown) and text.count("Ø") > text.count("é")


def mended(text: str) -> str:
    """The text with the letters that LaTeX meant."""
    shown = "".join(_CORK.get(_STANDARD[c], c) if c in _STANDARD else c for c in text)
    return _CID.sub(lambda m: _CORK.get(int(m.group(1)), m.group()), shown)
