"""Two ends of one matter exclude each other wherever two articles tell them."""

from __future__ import annotations

from datetime import date

import pytest

from builders import article
from recoupe.facts import compare, extract
from recoupe.linguistics import parse
from recoupe.model import Verdict


def contradicted(left: str, right: str, kind: str) -> bool:
    """Whether two articles of which nothing is linked contradict each other in something of a kind."""
    pieces = [article(text, ident, published=date(2024, 5, 14)) for ident, text in (("a", left), ("b", right))]
    parses = {p.id: parse(p) for p in pieces}
    facts = [f for p in pieces for f in extract(p, parses[p.id])]
    return any(c.kind == kind and c.verdict is Verdict.CONTRADICTION for c in compare(pieces, parses, facts, ()))


@pytest.mark.parametrize(
    ("left", "right", "differ"),
    [
        ("Le suspect a été écroué mardi.", "Son ex-compagnon a été remis en liberté, selon son avocate.", True),
        ("Le suspect a avoué le crime.", "L'homme nie les faits.", True),
        ("Le suspect a été écroué mardi.", "Un homme a été remis en liberté, un autre a été écroué.", False),
        ("Le suspect n'a pas été écroué.", "L'homme a été remis en liberté.", False),
        ("Le suspect a été écroué mardi.", "L'homme a été entendu mardi.", False),
    ],
)
def test_who_was_freed_was_not_jailed(left: str, right: str, differ: bool) -> None:
    assert contradicted(left, right, "polarity") == differ
    assert contradicted(right, left, "polarity") == differ
