"""What is no article, or means harm, is refused with the fitting code, quickly and in little memory."""

from __future__ import annotations

import io
import os
import time
import zipfile
import zlib
from pathlib import Path

import pytest
from reading_helpers import FIXTURES, NOW, read

from recoupe.errors import ReadingFailed
from recoupe.reading import read_paste, read_path

WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
ENTITIES = '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><l>&b;</l>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/hostname">]><l>&a;</l>'


def zipped(parts: dict[str, bytes | str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def lying() -> bytes:
    """An archive whose directory declares a small size for a large part."""
    data = bytearray(zipped({"word/document.xml": b"<a>" + b" " * 40_000_000}))
    size = (40_000_003).to_bytes(4, "little")
    return bytes(data.replace(size, (1000).to_bytes(4, "little")))


CASES: dict[str, tuple[bytes, str]] = {
    "bomb.docx": (zipped({"word/document.xml": b"<a>" + b" " * 60_000_000}), "hostile"),
    "lying.docx": (lying(), "damaged"),
    "entities.docx": (zipped({"word/document.xml": ENTITIES}), "hostile"),
    "outside.odt": (zipped({"content.xml": OUTSIDE}), "hostile"),
    "deep.docx": (zipped({"word/document.xml": WORD.format("<w:p>" + "<w:r>" * 60_000 + "</w:r>" * 60_000 + "</w:p>")}), "hostile"),
    "many.odt": (zipped({f"{n}": b"" for n in range(5001)}), "hostile"),
    "other.docx": (zipped({"a": b"b"}), "damaged"),
    "broken.docx": (b"PK\x03\x04 and no more", "damaged"),
    "empty.docx": (zipped({"word/document.xml": WORD.format("")}), "no_text"),
    "malformed.odt": (zipped({"content.xml": "<a><b></a>"}), "damaged"),
    "no.pdf": (b"This is no PDF at all.", "damaged"),
    "half.pdf": ((FIXTURES / "columns.pdf").read_bytes()[:9000], "damaged"),
    "bomb.pdf": (b"%PDF-1.4\n1 0 obj <<>> stream\n" + zlib.compress(b"0" * 80_000_000, 9) + b"\nendstream", "hostile"),
    "no.rtf": (b"no rtf", "damaged"),
    "no.eml": (b"no message", "damaged"),
    "scripts.html": (b"<script>fetch('http://x.example')</script><img src='http://x.example/y.png'>", "no_text"),
    "random.txt": (bytes(range(256)) * 100, "binary"),
    "picture.png": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "binary"),
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \r\n ", "empty"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "unknown_format"),
    "some.zip": (zipped({"a": b"b"}), "unknown_format"),
}


@pytest.mark.parametrize("name", CASES)
def test_refuses(name: str, tmp_path: Path) -> None:
    data, code = CASES[name]
    file = tmp_path / name
    file.write_bytes(data)
    began = time.process_time()
    with pytest.raises(ReadingFailed) as failure:
        read_path(file, now=NOW)
    assert failure.value.code == code
    assert name in str(failure.value)
    assert time.process_time() - began < 20


def test_refuses_a_huge_file_unread(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as stream:
        stream.truncate(200_000_000)
    with pytest.raises(ReadingFailed, match="too large") as failure:
        read_path(file, now=NOW)
    assert failure.value.code == "too_large"


def test_refuses_what_is_missing_or_no_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    for path, code in ((tmp_path / "none.txt", "missing"), (pipe, "unreadable"), (tmp_path, "folder")):
        with pytest.raises(ReadingFailed) as failure:
            read_path(path, now=NOW)
        assert failure.value.code == code


def test_an_unreadable_file_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Une phrase.")

    def refused(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refused)
    with pytest.raises(ReadingFailed, match="Permission denied"):
        read_path(file, now=NOW)


def test_an_empty_paste_is_refused() -> None:
    with pytest.raises(ReadingFailed) as failure:
        read_paste(" \n", now=NOW)
    assert failure.value.code == "empty"


@pytest.mark.parametrize(
    "text",
    [
        "Le maire a dit « non » à la foule. " * 28_000,
        "a" * 1_000_000,
        '"' * 500_000 + ". " * 250_000,
        "« " * 500_000,
        "M. " * 330_000,
        "abcabd" * 170_000,
        "x" + " " * 500_000 + "\t" * 400_000 + ".",
        "Lire aussi\n" * 20_000,
        "Commentaires\n" * 20_000,
    ],
    ids=["prose", "one word", "quotes and stops", "open quotes", "abbreviations", "near copies", "white space", "links", "comments"],
)
def test_a_megabyte_takes_seconds_not_hours(text: str, tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_text(text)
    began = time.process_time()
    assert read(file).text == text
    assert time.process_time() - began < 45


def test_an_article_in_german_is_read(tmp_path: Path) -> None:
    file = tmp_path / "de.txt"
    file.write_text("Die Stadt schließt das Schwimmbad im Frühjahr. Der Bürgermeister bedauert das sehr, die Opposition protestiert.")
    article = read(file)
    assert (article.language, len(article.sentences)) == ("de", 2)


def test_two_identical_articles_are_both_read(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Un titre\n\nUne phrase.")
    first, second = read_path(tmp_path, now=NOW)
    assert (first.id, second.id) == ("a", "b")
    assert first.text == second.text
