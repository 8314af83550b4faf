"""The pairs of sentences that may tell the same thing, each with a probability."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from recoupe.alignment.looks import looks
from recoupe.alignment.rarity import Floats, Indices
from recoupe.alignment.rules import by_rule
from recoupe.alignment.similarity import FEATURES, Story
from recoupe.alignment.trees import both_looks
from recoupe.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of sentences of two articles, the lower number first, and of each: the probability that it tells one event, how alike it is in
    meaning, and how much of the words of its articles stands in both.
    """

    rows: Indices
    columns: Indices
    probability: Floats
    alike: Floats
    taken_over: Floats

    @staticmethod
    def of(rows: Indices, columns: Indices, probability: Floats, evidence: Floats) -> Pairs:
        """Pairs, and what the evidence on them says of the rest."""
        alike, one, other = (evidence[:, FEATURES.index(name)] for name in ("cosine", "copied", "copied_other"))
        return Pairs(rows, columns, probability, alike, np.asarray((one + other) / 2, np.float32))


def pair(story: Story, progress: Progress = silent) -> Pairs:
    """The pairs that are not plainly unlike, and the probability that their two sentences tell one event."""
    found = []
    for look, here in zip(looks(story, progress), (story.of_two(*two) for two in story.twos), strict=True):
        probability = by_rule(both_looks(look.second, look.first), look.others, look.same)
        found.append(Pairs.of(here[look.rows], here[look.columns], probability, look.evidence))
    return Pairs(*(np.concatenate([getattr(part, name) for part in found]) for name in Pairs.__slots__))
