"""Takes out of the built folder what never runs there; what the program does stays the same.

Symbols that only debuggers read, ICU's tables for languages the window does not speak, the graphics-card kernels of CTranslate2 (the
program translates on the processor), second copies of BLIS, of OpenSSL and of rapidfuzz, a library of pictures in reports that have none,
and what spaCy's pipelines bring along and the program never reads.
"""

from __future__ import annotations

import shutil
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from elf import MAGIC, compact, hollow, loads
from recoupe.pipelines import widened

_WORTH_IT = 1 << 16  # bytes that a library must lose to be rearranged
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


# What the packages here ask of libraries that are left out, put in their place
_HERE = Path(__file__).parent
_STAND_INS = {
    "blis/py.py": (_HERE / "blis_door.py").read_text("utf-8"),
    "cryptography/hazmat/primitives/ciphers/__init__.py": (_HERE / "cipher_door.py").read_text("utf-8"),
    "cryptography/hazmat/backends/__init__.py": "def default_backend():\n    return None\n",
    **dict.fromkeys((f"cryptography{part}/__init__.py" for part in ("", "/hazmat", "/hazmat/primitives")), ""),
    "PIL/__init__.py": "",
    "PIL/Image.py": "class Image:\n    pass  # reports have no pictures: nothing is one\n",
}


def slim(inside: Path) -> None:
    """Make the folder lean; `inside` holds the libraries."""
    if sys.platform == "linux" and not any(inside.glob("libcrypto.so.*")):
        raise SystemExit("This Python brings no libcrypto along, which stands in for `cryptography`; build with one that does.")
    for name in _STAND_INS:
        _stand_in(inside, name)
    for vocabulary in inside.glob("*/*/vocab"):
        _thin_pipeline(vocabulary.parent)
    if sys.platform == "linux":
        for twin in inside.glob("rapidfuzz/**/*_avx2.*.so"):  # its plain sister does the same, as fast on words
            twin.unlink()
        for library in _libraries(inside):
            _strip(library)
        for library in inside.glob("ctranslate2.libs/libctranslate2*"):
            library.write_bytes(hollow(library.read_bytes(), ".nv_fatbin"))
        for library in inside.glob("PySide6/Qt/lib/libicudata.so.*"):
            _thin_icu(library)
        for library in _libraries(inside):
            _compact(library)
    for link in inside.rglob("*"):
        if link.is_symlink() and not link.exists():  # what it led to was left out
            link.unlink()


def _stand_in(inside: Path, name: str) -> None:
    """Put a module in place of the library that the recipe left out, or of the copy it brought; other systems keep theirs."""
    place = inside / name
    package = inside / name.partition("/")[0]
    if name == "blis/py.py":
        doors = list(inside.glob("blis/py.*"))
        for door in doors:
            door.unlink()
        if not doors:
            return
    elif sys.platform != "linux" or any(package.rglob("*.so")):
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(_STAND_INS[name], "utf-8")


def _libraries(inside: Path) -> Iterator[Path]:
    for path in sorted(inside.rglob("*.so*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == MAGIC:
                    yield path


def _strip(library: Path) -> None:
    """Take the debuggers' symbols out. A library that patchelf rearranged may not survive it: such a one stays as it was."""
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / library.name
        subprocess.run(["strip", "--strip-unneeded", "-o", str(bare), str(library)], check=True)
        if loads(bare.read_bytes()):
            shutil.copy(bare, library)


def _compact(library: Path) -> None:
    """Take out what the loader never reads, where that is much: symbols that could not be stripped, holes as wide as huge pages."""
    whole = library.read_bytes()
    close = compact(whole)
    if len(whole) - len(close) > _WORTH_IT:
        library.write_bytes(close)


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


def _thin_pipeline(pipeline: Path) -> None:
    """Drop what `recoupe.pipelines` does not load, the tokeniser's table and the spellings, and pack the word vectors."""
    for unread in ("tokenizer", "vocab/strings.json", "accuracy.json", "README.md"):
        (pipeline / unread).unlink(missing_ok=True)
    vectors = pipeline / "vocab" / "vectors"
    if vectors.exists():
        data = np.load(vectors)
        packed = pack(data) if data.size and data.dtype == np.float32 else None
        if packed is not None:
            with vectors.open("wb") as file:
                np.save(file, packed)


def pack(vectors: np.ndarray) -> np.ndarray | None:
    """Numbers of five decimal figures in three bytes each, as `recoupe.pipelines.widened` reads them; None where one has more figures.

    The bits, from the lowest: 17 for the figures, 6 for how many of them stand behind the point, one for the sign.
    """
    size = np.abs(vectors.astype(np.float64))
    behind = np.clip(4 - np.floor(np.log10(np.where(size > 0, size, 1.0))), 0, 22)
    figures = np.rint(size * 10.0**behind)
    code = figures.astype("<u4") | behind.astype("<u4") << 17 | np.signbit(vectors).astype("<u4") << 23
    packed = np.ascontiguousarray(code[..., None].view(np.uint8)[..., :3])
    return packed if np.array_equal(widened(packed), vectors) else None
