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
