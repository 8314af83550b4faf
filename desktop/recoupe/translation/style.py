"""House style of a translated sentence: quotes, numbers and spaces as its language writes them. No value is changed."""

from __future__ import annotations

import re

_NARROW = "\u202f"  # no-break, before ; ! ? and inside French numbers
_WIDE = "\u00a0"  # no-break, inside French quotes and before a colon
_GAP = r"[ \u00a0\u202f\u2009]"
_GROUPED = re.compile(rf"(?<![\d,.])\d{{1,3}}(?:{_GAP}\d{{3}})+(?!\d)")
_DECIMAL_COMMA = re.compile(r"(?<![\d,.])\d+,\d+(?![\d,])")
_DOTTED = re.compile(r"(?<![\d,.])\d{1,3}(?:\.\d{3})+(?![\d.])")
_DECIMAL_POINT = re.compile(r"(?<![\d,.])\d+\.\d+(?![\d.])")
_COMMAED = re.compile(r"(?<![\d,.])\d{1,3}(?:,\d{3})+(?![\d,])")
_CLOCK = re.compile(rf"(?<![\w,.:])(\d|1\d|2[0-4]){_GAP}?h(?:{_GAP}?([0-5]\d))?(?!\w)")
_ORDINAL = re.compile(r"(?<![\w,.])(\d{1,3})(?:er|ère|re|e|ème|ième)\b")


def in_style(original: str, answer: str, target: str) -> str:
    """The answer as its language's papers would print it."""
    if target == "en":
        styled = _english(original, answer)
    elif target == "fr":
        styled = _french(original, answer)
    else:
        styled = answer
    return _framed(original, " ".join(styled.split(" ")).strip())


def _english(original: str, text: str) -> str:
    text = _english_numbers(original, text)
    text = re.sub(rf"«{_GAP}*", "“", text)
    text = re.sub(rf"{_GAP}*»", "”", text)
    text = _paired(text, "“", "”")
    text = text.replace("‹", "‘").replace("›", "’")
    text = re.sub(r"(?<=\w)'(?=\w)", "’", text)
    text = re.sub(rf"{_GAP}+([;:!?])(?=[\s”’)\]]|$)", r"\1", text)
    return text.replace(_NARROW, " ").replace(_WIDE, " ")


def _english_numbers(original: str, text: str) -> str:
    """Figures that came over in French writing; only those that stand in the original in the same writing, where two readings exist."""
    plain = re.sub(_GAP, " ", original)
    for found in set(_GROUPED.findall(text)):
        if re.sub(_GAP, " ", found) in plain:
            text = text.replace(found, re.sub(_GAP, ",", found))
    for found in set(_DECIMAL_COMMA.findall(text)) & set(_DECIMAL_COMMA.findall(original)):
        text = _swapped(text, found, found.replace(",", "."))
    for found in set(_DOTTED.findall(text)) & set(_DOTTED.findall(original)):
        text = _swapped(text, found, found.replace(".", ","))
    text = re.sub(rf"(?<=\d){_GAP}+%", "%", text)
    amount = r"(?<![\d.,])(\d[\d.,]*(?<=\d))"
    text = re.sub(rf"{amount}{_GAP}?M(?:d|ds|rd|rds)?{_GAP}?€", lambda m: f"€{m[1]} {'billion' if 'd' in m[0] else 'million'}", text)
    text = re.sub(rf"{amount}{_GAP}?€(?![\w])", r"€\1", text)
    text = _CLOCK.sub(lambda m: f"{int(m[1])}:{m[2] or '00'}" if m[0].strip() in plain else m[0], text)
    return _ORDINAL.sub(lambda m: m[1] + _suffix(int(m[1])) if m[0] in original else m[0], text)


def _swapped(text: str, old: str, new: str) -> str:
    return re.sub(rf"(?<![\d,.]){re.escape(old)}(?![\d]|[.,]\d)", new, text)


def _suffix(number: int) -> str:
    if number % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _french(original: str, text: str) -> str:
    for found in set(_COMMAED.findall(text)) & set(_COMMAED.findall(original)):
        text = _swapped(text, found, found.replace(",", _NARROW))
    for found in set(_DECIMAL_POINT.findall(text)) & set(_DECIMAL_POINT.findall(original)):
        text = _swapped(text, found, found.replace(".", ","))
    text = _GROUPED.sub(lambda m: re.sub(_GAP, _NARROW, m[0]), text)
    text = re.sub(rf"(?<=\d){_GAP}*%", f"{_NARROW}%", text)
    text = _paired(text, "“", "”")
    text = re.sub(rf"[“«]{_GAP}*", f"«{_WIDE}", text)
    text = re.sub(rf"{_GAP}*[”»]", f"{_WIDE}»", text)
    text = re.sub(r"(?<=\w)'(?=\w)", "’", text)
    text = re.sub(rf"(?<=[\w»)]){_GAP}*([;!?])(?=[\s»]|$)", rf"{_NARROW}\1", text)
    return re.sub(rf"(?<=[\w»)]){_GAP}*:(?=\s|$)", f"{_WIDE}:", text)


def _paired(text: str, opening: str, closing: str) -> str:
    """Straight double quotes turned, where they come in pairs."""
    if text.count('"') % 2:
        return text
    parts = text.split('"')
    return "".join(part + (("", opening, closing)[1 + i % 2] if i < len(parts) - 1 else "") for i, part in enumerate(parts))


def _framed(original: str, text: str) -> str:
    """A capital and a full stop only where the original has them."""
    if original[:1].isupper() and text[:1].islower():
        text = text[0].upper() + text[1:]
    if text.endswith(".") and not text.endswith("..") and original[-1:].isalnum():
        text = text[:-1]
    return text
