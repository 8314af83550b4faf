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


def test_looking_at_the_preferences_and_translating_offline_opens_no_socket(tmp_path: Path) -> None:
    """A library that fetches tries a socket of its own as it loads."""
    package = Path(__file__).parent / "translation" / "data" / "toy-fr_en.argosmodel"
    python(
        f"""
import socket, sys
from pathlib import Path
class Closed(socket.socket):
    def __init__(self, family=-1, *given, **more):
        assert family == socket.AF_UNIX, "a socket"
        super().__init__(family, *given, **more)
socket.socket = Closed
import recoupe.interface.dialogs.translation
from recoupe.translation.models import install
from recoupe.translation import ENGINES, Account, Consent
install(Path({str(package)!r}))
offline = next(e for e in ENGINES if e.name == "offline").ready(Account(), Consent())
assert offline.translate("Le maire a annoncé la fermeture.", "fr", "en")
assert "requests" not in sys.modules
""",
        tmp_path,
    )
