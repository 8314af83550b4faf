"""Where press articles differ: positions and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

REAL = Path(__file__).resolve().parents[2] / "packaging" / "press_real.txt"


def test_the_list_holds_no_word_of_an_article() -> None:
    told = [line for line in REAL.read_text("ascii").splitlines() if not line.startswith("#")]
    assert len(told) > 50
    assert all(re.fullmatch(r"\d{3} a:\d+ b:\d+", line) for line in told)
    assert len(set(told)) == len(told)
