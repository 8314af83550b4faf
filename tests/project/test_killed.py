"""A program killed while it saves leaves the old study or the new one, never half a file. Two hundred kills: tests/benchmarks/saving.py."""

import sys

import pytest
from killing import killed


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_a_killed_save_leaves_a_whole_study(tmp_path):
    opened = killed(tmp_path / "x.recoupe", 6)
    assert opened == sorted(opened)
    assert opened[-1] > 0
