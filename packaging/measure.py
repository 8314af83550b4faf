"""How well events match an annotated story: pair F1 as ../shared/gold/score.py counts it, and how true the confidences are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from gold import Story as Annotated
from gold import stands_for
from recoupe.model import Article, Event

_BINS = 10


@dataclass(slots=True)
class Figures:
    """What was measured, story by story; `links` holds each link's confidence and whether it is right."""

    precision: dict[str, float] = field(default_factory=dict)
    recall: dict[str, float] = field(default_factory=dict)
    f1: dict[str, float] = field(default_factory=dict)
    links: list[tuple[float, bool]] = field(default_factory=list)

    def add(self, annotated: Annotated, articles: Sequence[Article], events: Sequence[Event]) -> None:
        """Measure one story."""
        told = {a.id: stands_for(annotated, a) for a in articles}
        index = {t: n for n, t in enumerate(annotated.sentences)}
        said = set()
        for event in events:
            members = [(p.article, index[t]) for p in event.members for t in told[p.article][p.sentence]]
            said |= {(min(i, j), max(i, j)) for a, i in members for b, j in members if a != b}
            for link in event.links:
                pairs = [(a, b) for a in told[link.left.article][link.left.sentence] for b in told[link.right.article][link.right.sentence]]
                labels = {annotated.label(a, b) for a, b in pairs}
                if True in labels or False in labels:
                    self.links.append((link.confidence, True in labels))
        label = {(i, j): annotated.label(annotated.sentences[i], annotated.sentences[j]) for i, j in annotated.pairs()}
        right = sum(label[p] is True for p in said)
        wrong = sum(label[p] is False for p in said)
        wanted = sum(x is True for x in label.values())
        name = annotated.name
        self.precision[name] = right / max(right + wrong, 1)
        self.recall[name] = right / max(wanted, 1)
        self.f1[name] = 2 * right / max(right + wrong + wanted, 1)

    @property
    def mean(self) -> float:
        """The mean pair F1 over the stories."""
        return float(np.mean(list(self.f1.values())))

    @property
    def calibration_error(self) -> float:
        """The expected calibration error: by how much confidences miss the share of right links, in ten bins, weighed by links."""
        confidence = np.array([c for c, _ in self.links])
        right = np.array([r for _, r in self.links], float)
        bins = np.minimum((confidence * _BINS).astype(int), _BINS - 1)
        gaps = [(bins == b).mean() * abs(confidence[bins == b].mean() - right[bins == b].mean()) for b in sorted(set(bins.tolist()))]
        return float(sum(gaps))


def show(figures: Figures, tell: Callable[[str], None] = print) -> None:
    """Say the figures, a line a story."""
    for name in sorted(figures.f1):
        tell(f"{name:16} F1 {figures.f1[name]:.3f}  precision {figures.precision[name]:.3f}  recall {figures.recall[name]:.3f}")
    tell(
        f"mean F1 {figures.mean:.3f}, least {min(figures.f1.values()):.3f}, calibration error {figures.calibration_error:.3f}, "
        f"{len(figures.links)} links"
    )
