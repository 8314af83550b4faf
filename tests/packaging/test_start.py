"""The first window waits for nothing that it does not show."""

import subprocess
import sys


def test_what_only_commands_need_is_not_loaded_before_the_window() -> None:
    """Reports, the network, the licences and every engine are loaded where they are first asked for."""
    late = (
        "recoupe.reports",
        "recoupe.licences",
        "recoupe.reading.fetch",
        "importlib.metadata",
        "ssl",
        "numpy",
        "spacy",
        "onnxruntime",
        "lxml",
    )
    probe = f"import sys, recoupe.interface.app; print([name for name in {late} if name in sys.modules])"
    answer = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"
