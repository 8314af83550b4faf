"""The bands between two neighbouring panes: which of them may be in view, and where each stands."""

from __future__ import annotations

from collections.abc import Iterable

from recoupe.interface.panes.findings import Tie
from recoupe.interface.panes.geometry import Band
from recoupe.interface.panes.pane import Pane


class Bands:
    """Finds bands by the sentences they tie, so that hundreds out of view cost nothing."""

    def __init__(self, left: Pane, right: Pane, ties: tuple[Tie, ...]) -> None:
        self._left, self._right = left, right
        self._by_sentence: tuple[dict[int, list[Tie]], dict[int, list[Tie]]] = {}, {}
        self._measured: dict[Tie, Band] = {}
        for tie in ties:
            for sentences, known in zip((tie.left, tie.right), self._by_sentence, strict=True):
                for sentence in sentences:
                    known.setdefault(sentence, []).append(tie)

    def forget(self) -> None:
        """A text was laid out anew."""
        self._measured.clear()

    @property
    def scrolls(self) -> tuple[float, float]:
        """How far the two texts are scrolled."""
        return self._left.text.verticalScrollBar().value(), self._right.text.verticalScrollBar().value()

    def near(self) -> Iterable[tuple[Tie, Band]]:
        """The ties of sentences in view, each with its place in the two texts."""
        found: dict[int, Tie] = {}
        if self._left.text.stretches.working or self._right.text.stretches.working:
            return []  # where a passage stands would be known only with all above it laid out
        for pane, by_sentence in zip((self._left, self._right), self._by_sentence, strict=True):
            for sentence in pane.text.places.sentences_in_view():
                found.update((id(tie), tie) for tie in by_sentence.get(sentence, ()))
        return [(tie, self._band(tie)) for tie in found.values()]

    def _band(self, tie: Tie) -> Band:
        known = self._measured.get(tie)
        if known is None:
            left, right = self._left.text, self._right.text
            known = self._measured[tie] = Band(
                left.sentence_box(tie.left[0])[0],
                left.sentence_box(tie.left[-1])[1],
                right.sentence_box(tie.right[0])[0],
                right.sentence_box(tie.right[-1])[1],
            )
        return known
