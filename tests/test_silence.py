"""Nothing is told to anyone, and nothing is loaded before it is needed."""

import os
import subprocess
import sys
from pathlib import Path

ENCODE = """
from recoupe.alignment.encoder import Encoder
assert Encoder().encode(["La mairie a rouvert."]) is not None
"""


def python(code: str, home: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "ORT_"))} | {"HOME": str(home)}
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True, env=environment)


def test_the_encoder_reports_to_nobody(tmp_path: Path) -> None:
    python(ENCODE, tmp_path)
    assert not [p for p in tmp_path.rglob("*") if "microsoft" in p.name.casefold() or "deviceid" in p.name.casefold()]


def test_the_window_waits_for_nothing_heavy(tmp_path: Path) -> None:
    heavy = "numpy spacy onnxruntime ctranslate2 jinja2 lxml trafilatura reportlab openpyxl docx pdfminer requests"
    python(
        f"import sys, recoupe.interface.app; print(found := [m for m in {heavy.split()} if m in sys.modules]); assert not found", tmp_path
    )
