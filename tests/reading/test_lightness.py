"""The room costs little until it is used: a window must show before any heavy library is loaded."""

from __future__ import annotations

import subprocess
import sys

HEAVY = (
    "trafilatura",
    "htmldate",
    "pdfminer",
    "langdetect",
    "charset_normalizer",
    "lxml",
    "markdown_it",
    "striprtf",
    "rapidfuzz",
    "certifi",
)


def test_importing_the_room_loads_no_heavy_library() -> None:
    code = "import sys, recoupe.reading; print(' '.join(sorted({name.split('.')[0] for name in sys.modules})))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert [name for name in HEAVY if name in loaded] == []
