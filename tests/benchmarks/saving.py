"""Kills a saving program two hundred times (or as often as asked): `python tests/benchmarks/saving.py [TIMES]`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

_TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(_TESTS), str(_TESTS / "project")]

from killing import killed  # noqa: E402 (the tests' folders come first)


def main() -> None:
    """Kill, open, and tell how many studies were whole."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as folder:
        opened = killed(Path(folder) / "x.recoupe", times, seed=times)
        left = len(list(Path(folder).iterdir())) - 1
    print(f"{times} kills while saving: {len(opened)} times a study stood there, every time whole:")
    print("the last that was told of, or the one after;")
    print(f"{opened[-1]} saves in all, {left} unfinished neighbours left to be swept")


if __name__ == "__main__":
    main()
