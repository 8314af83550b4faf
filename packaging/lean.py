"""Takes out of the built folder what never runs there; what the program does stays the same.

Symbols that only debuggers read, ICU's tables for languages the window does not speak, the graphics-card kernels of CTranslate2 (the
program translates on the processor), a second copy of BLIS, and the spelling of words of which spaCy's vectors need the hash alone.
"""

from __future__ import annotations

import json
import shutil
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

_PAGE = 4096
_ELF = b"\x7fELF"
_KEPT_LANGUAGES = {"root", "fr", "en"}
# ICU trees with one file a language
_BY_LANGUAGE = {"coll", "curr", "lang", "region", "unit", "zone", "rbnf", "brkitr", ""}
_COMMON = {
    "pool",
    "ucadata",
    "supplementalData",
    "likelySubtags",
    "zoneinfo64",
    "timezoneTypes",
    "windowsZones",
    "metaZones",
    "keyTypeData",
}


def slim(inside: Path) -> None:
    """Make the folder lean; `inside` holds the libraries."""
    if sys.platform == "linux":
        for library in _libraries(inside):
            _strip(library)
        for library in inside.glob("ctranslate2.libs/libctranslate2*"):
            library.write_bytes(hollow(library.read_bytes(), ".nv_fatbin"))
        for library in inside.glob("PySide6/Qt/lib/libicudata.so.*"):
            _thin_icu(library)
    for link in inside.rglob("*"):
        if link.is_symlink() and not link.exists():  # what it led to was left out
            link.unlink()
    for door in inside.glob("blis/py.*"):
        door.unlink()
        shutil.copy(Path(__file__).with_name("blis_door.py"), inside / "blis" / "py.py")
    for vocabulary in inside.glob("*/*/vocab"):
        _thin_strings(vocabulary)


def _libraries(inside: Path) -> Iterator[Path]:
    for path in sorted(inside.rglob("*.so*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == _ELF:
                    yield path


def _strip(library: Path) -> None:
    """Take the debuggers' symbols out. A library that patchelf rearranged may not survive it: such a one stays as it was."""
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / library.name
        subprocess.run(["strip", "--strip-unneeded", "-o", str(bare), str(library)], check=True)
        if loads(bare.read_bytes()):
            shutil.copy(bare, library)


def loads(elf: bytes) -> bool:
    """Whether each loaded segment lies in the file as it will lie in its pages, which the loader insists on."""
    (headers,) = struct.unpack_from("<Q", elf, 32)
    (count,) = struct.unpack_from("<H", elf, 56)
    segments = [struct.unpack_from("<IIQQQQQQ", elf, headers + 56 * i) for i in range(count)]
    return all((start - virtual) % _PAGE == 0 for kind, _, start, virtual, *_ in segments if kind == 1)


def hollow(elf: bytes, name: str) -> bytes:
    """The 64-bit library with the whole pages of one read-only section taken out of the file; in memory they read as zeros.

    The segment that holds the section becomes three: before, the hollow, which has no bytes in the file, and after.
    """
    (headers, sections) = struct.unpack_from("<QQ", elf, 32)
    (count,) = struct.unpack_from("<H", elf, 56)
    (section_count, names) = struct.unpack_from("<HH", elf, 60)
    table = [struct.unpack_from("<IIQQQQIIQQ", elf, sections + 64 * i) for i in range(section_count)]
    spelled = table[names][4]
    found = [s for s in table if elf[spelled + s[0] : elf.index(b"\0", spelled + s[0])].decode() == name]
    if not found:
        return elf
    _, _, _, _, offset, size, *_ = found[0]
    begin, end = -(-offset // _PAGE) * _PAGE, (offset + size) // _PAGE * _PAGE
    gone = end - begin
    segments = [struct.unpack_from("<IIQQQQQQ", elf, headers + 56 * i) for i in range(count)]
    free = min(s[4] for s in table if s[4] and s[1] != 8)
    if gone <= 0 or headers + 56 * (count + 2) > free:
        return elf
    kept: list[tuple[int, ...]] = []
    for kind, flags, start, virtual, physical, filed, held, align in segments:
        if kind == 1 and start <= begin and end <= start + filed:
            shift = virtual - start
            kept.append((kind, flags, start, virtual, physical, begin - start, begin - start, align))
            kept.append((kind, flags, begin, begin + shift, begin + shift, 0, gone, align))
            rest = start + filed - end
            kept.append((kind, flags, begin, end + shift, end + shift, rest, held - (end - start), align))
        else:
            kept.append((kind, flags, start - gone if start >= end else start, virtual, physical, filed, held, align))
    out = bytearray(elf[:begin] + elf[end:])
    for i, segment in enumerate(kept):
        struct.pack_into("<IIQQQQQQ", out, headers + 56 * i, *segment)
    struct.pack_into("<H", out, 56, len(kept))
    moved = sections - gone if sections >= end else sections
    struct.pack_into("<Q", out, 40, moved)
    for i, section in enumerate(table):
        fields = list(section)
        if fields[4] >= end:
            fields[4] -= gone
        if section is found[0]:
            fields[1] = 8  # NOBITS: a section without bytes in the file
        struct.pack_into("<IIQQQQIIQQ", out, moved + 64 * i, *fields)
    return bytes(out)


def icu_package(data: bytes, wanted: frozenset[str] | set[str] = frozenset(_KEPT_LANGUAGES)) -> bytes:
    """An ICU data package with only the wanted languages, and only the character sets of the Western world.

    The layout is that of ICU's `ucmndata.h`: a header, a count, pairs of offsets to name and data, the names, the data.
    """
    (header,) = struct.unpack_from("<H", data, 0)
    (count,) = struct.unpack_from("<I", data, header)
    pairs = [struct.unpack_from("<II", data, header + 4 + 8 * i) for i in range(count)]
    ends = [place for _, place in pairs[1:]] + [len(data) - header]
    entries = []
    for (named, place), end in zip(pairs, ends, strict=True):
        name = data[header + named : data.index(b"\0", header + named)]
        if _wanted(name.decode().split("/", 1)[-1], wanted):
            entries.append((name, data[header + place : header + end]))
    position = 4 + 8 * len(entries)
    names, places = bytearray(), []
    for name, _ in entries:
        places.append(position + len(names))
        names += name + b"\0"
    position = -(-(position + len(names)) // 16) * 16
    index, body = bytearray(struct.pack("<I", len(entries))), bytearray()
    for (_, content), named in zip(entries, places, strict=True):
        index += struct.pack("<II", named, position + len(body))
        body += content + b"\0" * (-len(content) % 16)
    return bytes(data[:header] + (index + names).ljust(position, b"\0") + body)


def _wanted(name: str, languages: frozenset[str] | set[str]) -> bool:
    tree, _, file = name.rpartition("/")
    stem, _, kind = file.rpartition(".")
    if kind == "cnv":
        return stem.startswith(
            ("ibm-5348", "ibm-9447", "iso-8859", "ibm-1252", "ibm-850", "macos-0", "utf", "us-ascii", "ibm-923", "ibm-912")
        )
    if kind == "dict" or tree == "translit":
        return False
    if kind != "res" or tree not in _BY_LANGUAGE:
        return True
    language = stem.split("_")[0]
    # every language has two or three letters; longer names are tables that all of them share
    return language in languages or stem in _COMMON or not (language.isalpha() and language.islower() and 2 <= len(language) <= 3)


def _thin_icu(library: Path) -> None:
    """Rebuild the library around the smaller package: it holds one symbol, the package itself."""
    listed = subprocess.run(["readelf", "-sW", "--dyn-syms", str(library)], check=True, capture_output=True, text=True).stdout
    row = next(line.split() for line in listed.splitlines() if "icudt" in line and line.endswith("_dat"))
    place, symbol = int(row[1], 16), row[-1]
    size = int(row[2], 0)
    sections = subprocess.run(["readelf", "-SW", str(library)], check=True, capture_output=True, text=True).stdout
    rodata = next(line.split("]")[1].split() for line in sections.splitlines() if " .rodata " in line)
    offset = place - int(rodata[2], 16) + int(rodata[3], 16)
    package = icu_package(library.read_bytes()[offset : offset + size])
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "package.bin"
        raw.write_bytes(package)
        text = Path(folder) / "package.s"
        text.write_text(
            f'.section .rodata\n.balign 16\n.globl {symbol}\n.type {symbol}, %object\n{symbol}:\n.incbin "{raw}"\n'
            f'.size {symbol}, .-{symbol}\n.section .note.GNU-stack,"",%progbits\n',
            "utf-8",
        )
        object_file = text.with_suffix(".o")
        subprocess.run(["as", "-o", str(object_file), str(text)], check=True)
        soname = library.name
        subprocess.run(
            ["ld", "-shared", "-z", "noexecstack", "--hash-style=gnu", f"-soname={soname}", "-o", str(library), str(object_file)],
            check=True,
        )


def _thin_strings(vocabulary: Path) -> None:
    """Drop the spelling of words that stand there for their vectors alone: a text that has such a word brings its spelling along."""
    import srsly
    from spacy.strings import hash_string

    listed, rows = vocabulary / "strings.json", vocabulary / "key2row"
    if not listed.exists() or not rows.exists():
        return
    with_vector = srsly.read_msgpack(rows)
    kept = [word for word in json.loads(listed.read_text("utf-8")) if hash_string(word) not in with_vector]
    listed.write_text(json.dumps(kept, ensure_ascii=False, separators=(",", ":")), "utf-8")
