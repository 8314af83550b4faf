"""Bytes become text whatever they were written in, and nothing is added or removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_helpers import read

from recoupe.errors import ReadingFailed
from recoupe.reading.encoding import decode, decode_page

FRENCH = "L’été « brûlant » à Nîmes, l’œuvre d’un préfet : où çà ? Coût : 5 000 €…"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_reads_french_in(encoding: str) -> None:
    assert decode(FRENCH.encode(encoding), "a.txt") == FRENCH


@pytest.mark.parametrize("encoding", ["mac_roman", "latin-1", "cp850"])
def test_reads_old_french_in(encoding: str) -> None:
    text = "L'été brûlant à Nîmes, préféré des préfets."
    assert decode(text.encode(encoding), "a.txt") == text


def test_reads_another_alphabet() -> None:
    text = "Президент заявил в понедельник, что переговоры продолжатся на следующей неделе."
    assert decode(text.encode("cp1251"), "a.txt") == text


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "empty"), (b" \n\t", "empty"), (b"abc\x00def" * 20, "binary"), (bytes(range(256)) * 9, "binary"), (b"\xff\xfe\x00", "damaged")],
)
def test_refuses(data: bytes, code: str) -> None:
    with pytest.raises(ReadingFailed) as failure:
        decode(data, "a.txt")
    assert failure.value.code == code


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cn", "Co"), blacklist_characters="\ufffd\ufeff"), min_size=1))
def test_utf8_comes_back_whole(text: str) -> None:
    if text.strip():
        assert decode(text.encode(), "a.txt") == text


def test_a_text_file_keeps_every_character(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    raw = "  Un titre\r\n\r\n\tUne phrase.\x0bUne\xa0autre.  \n\n"
    file.write_bytes(raw.encode())
    assert read(file).text == raw


def test_a_page_says_its_encoding_itself() -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body>«\x80»</body></html>'.encode("latin-1")
    assert "«€»" in decode_page(page)
    assert "é" in decode_page("<p>é</p>".encode())
    assert "é" in decode_page("<meta charset='utf-8'><p>é".encode("cp1252"))
    assert "é" in decode_page("<meta charset='nonsense'><p>é".encode("cp1252"))
