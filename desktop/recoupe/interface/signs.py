"""What a sign tells: a verdict, and whether it is claimed or only worth a second reading. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from recoupe.interface.latest import Latest
from recoupe.model import Analysis, Comparison, Verdict


class Sign(NamedTuple):
    """A verdict as it is shown; an `unsure` one may be of two different things."""

    verdict: Verdict
    unsure: bool = False

    @property
    def rank(self) -> int:
        """Its place by weight, 0 for the first: the gravest divergences, then what is unsure in the same order, then agreements."""
        return _RANKS[self]


_RANKS = {
    (verdict, unsure): verdict.gravity + (len(Verdict) if unsure or verdict is Verdict.AGREEMENT else 0)
    for verdict in Verdict
    for unsure in (False, True)
}


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


class Judged(NamedTuple):
    """What a comparison comes to; `facts` holds the sign of each of its facts, `confidence` is that of its gravest verdict."""

    comparison: Comparison
    sign: Sign
    rank: int
    confidence: float
    facts: Mapping[str, Sign]


def judged_of(comparison: Comparison) -> Judged:
    """What one comparison comes to."""
    sign = sign_of(comparison)
    confidence = max((j.confidence for j in comparison.judgements if j.verdict is sign.verdict), default=0.0)
    return Judged(comparison, sign, sign.rank, confidence, signs_of_facts(comparison))


def _judge(analysis: Analysis, known: Mapping[str, Judged] | None) -> Mapping[str, Judged]:
    found: dict[str, Judged] = {}
    for comparison in analysis.comparisons:
        before = known.get(comparison.id) if known else None
        found[comparison.id] = before if before is not None and before.comparison is comparison else judged_of(comparison)
    return found


judged: Latest[Analysis, Mapping[str, Judged]] = Latest(_judge)  # what the comparisons of an analysis come to, by id
