"""What a sign tells: a verdict, and whether it is claimed or only worth a second reading. No Qt."""

from __future__ import annotations

from typing import NamedTuple

from recoupe.model import Comparison, Verdict


class Sign(NamedTuple):
    """A verdict as it is shown; an `unsure` one may be of two different things."""

    verdict: Verdict
    unsure: bool = False

    @property
    def rank(self) -> int:
        """Its place by weight, 0 for the first: the gravest divergences, then what is unsure in the same order, then agreements."""
        behind = len(Verdict) if self.unsure or self.verdict is Verdict.AGREEMENT else 0
        return self.verdict.gravity + behind


def sign_of(comparison: Comparison) -> Sign:
    """The sign of a whole comparison."""
    return Sign(comparison.verdict, comparison.unsure)


def signs_of_facts(comparison: Comparison) -> dict[str, Sign]:
    """The gravest sign that each fact of a comparison met, by the fact's id; what agrees is never unsure."""
    found: dict[str, Verdict] = {}
    for judgement in comparison.judgements:
        for ident in (judgement.left, judgement.right):
            known = found.get(ident)
            if known is None or judgement.verdict.gravity < known.gravity:
                found[ident] = judgement.verdict
    return {ident: Sign(verdict, comparison.unsure and verdict is not Verdict.AGREEMENT) for ident, verdict in found.items()}
