"""The pairs of sentences that may tell the same thing, each with a calibrated probability."""

from __future__ import annotations

import numpy as np

from recoupe.alignment.similarity import Floats, Indices, Story


def pair(story: Story) -> tuple[Indices, Indices, Floats]:
    """Every pair worth a look and the probability that its two sentences tell one event."""
    rows, columns = story.pairs()
    return rows, columns, probability(story.evidence(rows, columns))


def probability(evidence: Floats) -> Floats:
    """A first estimate from meaning, words and figures alone."""
    cosine, lemmas, figures = evidence[:, 0], evidence[:, 8], evidence[:, 17]
    return np.asarray(1 / (1 + np.exp(-(9 * cosine + 4 * lemmas + 0.3 * figures - 3.8))), np.float32)
