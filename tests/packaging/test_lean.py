"""What is taken out of the packaged folder changes nothing that runs."""

import importlib.util
import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import blis.py
import numpy as np
import pytest
from cryptography.hazmat.primitives import ciphers

import blis_door
import elf
import lean
from recoupe.pipelines import widened

if sys.platform == "linux":
    import cipher_door


@pytest.mark.parametrize("trans1", [False, True])
@pytest.mark.parametrize("trans2", [False, True])
@pytest.mark.parametrize("beta", [0.0, 1.0, 0.5])
def test_the_stand_in_multiplies_as_blis_does(trans1: bool, trans2: bool, beta: float) -> None:
    chance = np.random.default_rng(3)
    left = chance.random((7, 5) if trans1 else (5, 7), dtype="f")
    right = chance.random((4, 7) if trans2 else (7, 4), dtype="f")
    begun = chance.random((5, 4), dtype="f")
    theirs, ours = begun.copy(), begun.copy()
    blis.py.gemm(left, right, out=theirs, trans1=trans1, trans2=trans2, beta=beta)
    assert blis_door.gemm(left, right, out=ours, trans1=trans1, trans2=trans2, beta=beta) is ours
    np.testing.assert_allclose(ours, theirs, rtol=1e-5)
    alone = blis_door.gemm(left, right, trans1=trans1, trans2=trans2, alpha=2.0)
    np.testing.assert_allclose(alone, blis.py.gemm(left, right, trans1=trans1, trans2=trans2, alpha=2.0), rtol=1e-5)


def icu(entries: dict[str, bytes]) -> bytes:
    """An ICU package as ICU's own tools write it."""
    header = struct.pack("<HBB", 32, 0xDA, 0x27).ljust(32, b"\0")
    position = 4 + 8 * len(entries)
    index, names, body = struct.pack("<I", len(entries)), b"", b""
    start = position + sum(len(name) + 1 for name in entries)
    for name, content in entries.items():
        index += struct.pack("<II", position + len(names), start + len(body))
        names += name.encode() + b"\0"
        body += content
    return header + index + names + body


def members(package: bytes) -> dict[str, bytes]:
    """What an ICU package holds, read as ICU reads it: by the order of its index."""
    (header,) = struct.unpack_from("<H", package)
    (count,) = struct.unpack_from("<I", package, header)
    pairs = [struct.unpack_from("<II", package, header + 4 + 8 * i) for i in range(count)]
    ends = [place for _, place in pairs[1:]] + [len(package) - header]
    names = [package[header + n : package.index(b"\0", header + n)].decode() for n, _ in pairs]
    return {name: package[header + p : header + e] for name, (_, p), e in zip(names, pairs, ends, strict=True)}


def test_icu_keeps_the_languages_of_the_window_and_what_all_share() -> None:
    kept = ["icudt73l/coll/fr.res", "icudt73l/coll/root.res", "icudt73l/coll/ucadata.icu", "icudt73l/fr_CA.res", "icudt73l/lang/en.res"]
    kept += [
        "icudt73l/supplementalData.res",
        "icudt73l/uprops.icu",
        "icudt73l/utf8.cnv",
        "icudt73l/zone/pool.res",
        "icudt73l/zoneinfo64.res",
    ]
    gone = ["icudt73l/brkitr/thaidict.dict", "icudt73l/coll/zh.res", "icudt73l/ibm-970_P110_P110-2006_U2.cnv", "icudt73l/lang/sr_Latn.res"]
    names = sorted(kept + gone)
    package = icu({name: (name * 3).encode() for name in names})
    left = members(lean.icu_package(package))
    assert list(left) == sorted(kept)  # ICU searches by halves
    assert all(content.rstrip(b"\0") == (name * 3).encode() for name, content in left.items())


def test_vectors_of_five_figures_come_back_bit_for_bit() -> None:
    chance = np.random.default_rng(5)
    figures = chance.integers(-99999, 100000, (40, 30)) / 10.0 ** chance.integers(0, 12, (40, 30))
    vectors = np.vstack([np.zeros(30), -np.zeros(30), figures]).astype(np.float32)
    packed = lean.pack(vectors)
    assert packed is not None
    assert packed.nbytes * 4 == vectors.nbytes * 3
    assert widened(packed).tobytes() == vectors.tobytes()


def test_vectors_of_more_figures_are_left_alone() -> None:
    assert lean.pack(np.float32([[0.1234567, 2.0]])) is None


def test_a_pipeline_loses_what_is_never_read(tmp_path: Path) -> None:
    (tmp_path / "vocab").mkdir()
    vectors = np.float32([[-0.44171, 3.2509], [0.0, -4.5412]])
    np.save(tmp_path / "vocab" / "vectors.npy", vectors)
    (tmp_path / "vocab" / "vectors.npy").rename(tmp_path / "vocab" / "vectors")
    for name in ("tokenizer", "meta.json", "vocab/strings.json", "vocab/key2row"):
        (tmp_path / name).write_bytes(b"[]")
    lean._thin_pipeline(tmp_path)
    assert sorted(p.name for p in tmp_path.rglob("*") if p.is_file()) == ["key2row", "meta.json", "vectors"]
    np.testing.assert_array_equal(widened(np.load(tmp_path / "vocab" / "vectors")), vectors)


def test_what_a_pipeline_loses_is_not_opened_by_the_program() -> None:
    """spaCy would open the tokeniser's table and the spellings; the program's own loading asks it not to."""
    probe = (
        "import sys\nseen = set()\n"
        "sys.addaudithook(lambda event, args: event == 'open' and seen.add(str(args[0])))\n"
        "from recoupe.pipelines import pipeline\n"
        "[pipeline(language)('Le maire has left.') for language in ('fr', 'en')]\n"
        "print([p for p in seen if 'core_' in p and p.endswith(('/tokenizer', 'strings.json', 'accuracy.json', 'README.md'))])\n"
        "print(any(p.endswith('vocab/vectors') for p in seen))"
    )
    answer = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert answer.stdout.split() == ["[]", "True"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep the package itself")
@pytest.mark.parametrize("size", [16, 24, 32])
def test_the_stand_in_enciphers_as_cryptography_does(size: int) -> None:
    key, vector, text = os.urandom(size), os.urandom(16), os.urandom(160)
    theirs = ciphers.Cipher(ciphers.algorithms.AES(key), ciphers.modes.CBC(vector)).encryptor()
    secret = theirs.update(text) + theirs.finalize()
    cipher = cipher_door.Cipher(cipher_door.algorithms.AES(key), cipher_door.modes.CBC(vector), None)
    ours, back = cipher.encryptor(), cipher.decryptor()
    assert ours.update(text[:70]) + ours.update(text[70:]) + ours.finalize() == secret
    assert back.update(secret) + back.finalize() == text
    assert cipher.decryptor().update(secret[:33]) == text[:32]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep the package itself")
def test_the_stand_in_refuses_what_cryptography_refuses() -> None:
    key, vector = b"k" * 16, b"v" * 16
    with pytest.raises(ValueError, match="key size"):
        cipher_door.algorithms.AES(b"short")
    with pytest.raises(ValueError, match="IV size"):
        cipher_door.Cipher(cipher_door.algorithms.AES(key), cipher_door.modes.CBC(b""))
    halfway = cipher_door.Cipher(cipher_door.algorithms.AES(key), cipher_door.modes.CBC(vector)).encryptor()
    halfway.update(b"not a block")
    with pytest.raises(ValueError, match="block length"):
        halfway.finalize()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep the packages themselves")
def test_what_is_left_out_can_still_be_imported_by_those_who_ask_for_it(tmp_path: Path) -> None:
    """PDF files are read, the keyring's tools and the makers of PDF reports imported, with nothing but the stand-ins in reach."""
    for name in lean._STAND_INS:
        lean._stand_in(tmp_path, name)
    assert not (tmp_path / "blis").exists()  # only where the recipe brought it along
    probe = (
        "import PIL, cryptography, pdfminer.pdfdocument, secretstorage, reportlab.platypus, openpyxl.drawing.image; "
        "print(PIL.__file__, cryptography.__file__)"
    )
    where = {**os.environ, "PYTHONPATH": str(tmp_path)}
    answer = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True, env=where)
    assert [Path(p).parents[1] for p in answer.stdout.split()] == [tmp_path, tmp_path]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep the package itself")
def test_no_folder_is_made_in_which_the_stand_in_would_find_nothing(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="libcrypto"):
        lean.slim(tmp_path)


def wheel_library(folder: str, stem: str) -> Path | None:
    """A library that a wheel brought along."""
    found = importlib.util.find_spec(folder)
    place = Path(str(found.origin)).parents[1] / f"{folder}.libs" if found else Path()
    return next(iter(sorted(place.glob(f"{stem}*"))), None)


def loaded(library: Path) -> None:
    subprocess.run([sys.executable, "-c", f"import ctypes; ctypes.CDLL({str(library)!r})"], check=True)


@pytest.mark.skipif(sys.platform != "linux" or wheel_library("ctranslate2", "libgomp") is None, reason="no such library here")
def test_a_compacted_library_still_loads(tmp_path: Path) -> None:
    library = wheel_library("ctranslate2", "libgomp")
    assert library is not None
    whole = library.read_bytes()
    close = elf.compact(whole)
    assert len(whole) - len(close) > 1_000_000
    assert elf.loads(close)
    assert elf.compact(close) == close
    (tmp_path / library.name).write_bytes(close)
    loaded(tmp_path / library.name)


def test_a_library_of_another_processor_is_left_alone() -> None:
    header = bytearray(64)
    header[:4] = elf.MAGIC
    struct.pack_into("<H", header, 18, 183)  # aarch64, whose pages may be wider
    assert elf.compact(bytes(header)) == bytes(header)


def graphics_library() -> Path | None:
    library = wheel_library("ctranslate2", "libctranslate2")
    return library if library is not None and b".nv_fatbin" in library.read_bytes() else None


@pytest.mark.skipif(sys.platform != "linux" or graphics_library() is None, reason="CTranslate2 brings no graphics-card kernels here")
def test_a_hollowed_library_still_loads(tmp_path: Path) -> None:
    library = graphics_library()
    assert library is not None
    whole = library.read_bytes()
    hollow = elf.hollow(whole, ".nv_fatbin")
    assert len(whole) - len(hollow) > 1_000_000
    assert (len(whole) - len(hollow)) % 4096 == 0
    assert elf.loads(hollow)
    assert elf.hollow(whole, ".no_such_section") == whole
    shutil.copytree(library.parent, tmp_path / "libs")
    (tmp_path / "libs" / library.name).write_bytes(hollow)
    loaded(tmp_path / "libs" / library.name)
