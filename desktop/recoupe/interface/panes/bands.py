"""The bands between two neighbouring panes: which of them may be in view, and where each stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from recoupe.interface.panes.findings import Joint, Tie, with_sign
from recoupe.interface.panes.geometry import Band
from recoupe.interface.panes.pane import Pane
from recoupe.interface.signs import Sign


class Bands:
    """Finds bands by the sentences they tie, so that hundreds out of view cost nothing."""

    def __init__(self, left: Pane, right: Pane, joined: tuple[Joint, ...]) -> None:
        self._left, self._right, self._joined = left, right, joined
        self._signs: Mapping[str, Sign] = {}
        self._by_sentence: tuple[dict[int, list[Joint]], dict[int, list[Joint]]] = {}, {}
        self._measured: dict[Joint, Band] = {}
        for joint in joined:
            for sentences, known in zip((joint.left, joint.right), self._by_sentence, strict=True):
                for sentence in sentences:
                    known.setdefault(sentence, []).append(joint)

    def ties(self, left: Pane, right: Pane, joined: tuple[Joint, ...]) -> bool:
        """Whether these are the bands of what is tied between two panes: a ruling changes but the signs that they bear."""
        return left is self._left and right is self._right and joined is self._joined

    def set_signs(self, signs: Mapping[str, Sign]) -> None:
        """Have each band bear the sign of its event."""
        self._signs = signs

    def forget(self) -> None:
        """A text was laid out anew."""
        self._measured.clear()

    @property
    def scrolls(self) -> tuple[float, float]:
        """How far the two texts are scrolled."""
        return self._left.text.verticalScrollBar().value(), self._right.text.verticalScrollBar().value()

    def near(self) -> Iterable[tuple[Tie, Band]]:
        """The ties of sentences in view, each with its place in the two texts."""
        found: dict[int, Joint] = {}
        if self._left.text.stretches.working or self._right.text.stretches.working:
            return []  # where a passage stands would be known only with all above it laid out
        for pane, by_sentence in zip((self._left, self._right), self._by_sentence, strict=True):
            for sentence in pane.text.places.sentences_in_view():
                found.update((id(joint), joint) for joint in by_sentence.get(sentence, ()))
        return [(with_sign(joint, self._signs), self._band(joint)) for joint in found.values()]

    def _band(self, joint: Joint) -> Band:
        known = self._measured.get(joint)
        if known is None:
            left, right = self._left.text, self._right.text
            known = self._measured[joint] = Band(
                left.sentence_box(joint.left[0])[0],
                left.sentence_box(joint.left[-1])[1],
                right.sentence_box(joint.right[0])[0],
                right.sentence_box(joint.right[-1])[1],
            )
        return known
