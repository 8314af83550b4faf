"""What is taken out of the packaged folder changes nothing that runs."""

import importlib.util
import json
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import blis.py
import numpy as np
import pytest
import srsly
from spacy.strings import hash_string

import blis_door
import lean


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


def test_spellings_go_only_where_a_vector_answers_for_them(tmp_path: Path) -> None:
    words = ["maire", "préfet", "ROOT", "obl:arg"]
    (tmp_path / "strings.json").write_text(json.dumps(words), "utf-8")
    srsly.write_msgpack(tmp_path / "key2row", {hash_string("maire"): 0, hash_string("préfet"): 1})
    lean._thin_strings(tmp_path)
    assert json.loads((tmp_path / "strings.json").read_text("utf-8")) == ["ROOT", "obl:arg"]


def graphics_library() -> Path | None:
    found = importlib.util.find_spec("ctranslate2")
    libraries = sorted((Path(str(found.origin)).parents[1] / "ctranslate2.libs").glob("libctranslate2*")) if found else []
    return next((path for path in libraries if b".nv_fatbin" in path.read_bytes()), None)


@pytest.mark.skipif(sys.platform != "linux" or graphics_library() is None, reason="CTranslate2 brings no graphics-card kernels here")
def test_a_hollowed_library_still_loads(tmp_path: Path) -> None:
    library = graphics_library()
    assert library is not None
    whole = library.read_bytes()
    hollow = lean.hollow(whole, ".nv_fatbin")
    assert len(whole) - len(hollow) > 1_000_000
    assert (len(whole) - len(hollow)) % 4096 == 0
    assert lean.loads(hollow)
    assert lean.hollow(whole, ".no_such_section") == whole
    shutil.copytree(library.parent, tmp_path / "libs")
    (tmp_path / "libs" / library.name).write_bytes(hollow)
    loading = f"import ctypes; ctypes.CDLL({str(tmp_path / 'libs' / library.name)!r})"
    subprocess.run([sys.executable, "-c", loading], check=True)
