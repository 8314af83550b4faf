"""Inputs that breeding found (`make fuzz`), which once brought a reader down or held it for a minute: each is read, or refused in words."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from reading_helpers import NOW

from recoupe.errors import ReadingFailed
from recoupe.reading import read_path

LONGEST = 10  # seconds of the processor for one input; most take a hundredth
FOUND = sorted((Path(__file__).parent / "found").iterdir())


@pytest.mark.parametrize("path", FOUND, ids=lambda p: p.name)
def test_what_was_found_is_read_or_refused(path: Path) -> None:
    begun = process_time()
    try:
        articles = read_path(path, now=NOW)
    except ReadingFailed:
        return
    finally:
        assert process_time() - begun < LONGEST
    for article in articles:
        spans = [s.span for s in article.sentences]
        assert spans
        assert all(0 <= s.start < s.end <= len(article.text) for s in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))
