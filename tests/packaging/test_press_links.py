"""The labels of press articles: positions and nothing else, and where the articles are at hand, positions of sentences."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
PRESS = PACKAGING.parents[1] / "shared" / "press" / "pairs"


def test_labels_hold_no_word_of_an_article() -> None:
    lines = (PACKAGING / "press_links.txt").read_text("ascii").splitlines()
    told = [line for line in lines if not line.startswith("#")]
    assert len(told) >= 40
    assert all(re.fullmatch(r"\d{3} \|( \d+-\d+)* \|( \d+-\d+)*", line) for line in told)


@pytest.mark.skipif(not PRESS.is_dir(), reason="needs the press articles beside the checkout")
def test_every_label_is_of_two_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(PACKAGING))
    for name in ("press_links", "gold"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    import press_links

    pairs = press_links.pairs()
    assert pairs
    for pair in pairs:
        one, two = ({article.sentences[i].span.start for i in article.story} for article in pair.articles)
        assert {a for a, _ in pair.found} <= one
        assert {b for _, b in pair.found} <= two
    assert press_links.pairs(Path("nowhere")) == []
