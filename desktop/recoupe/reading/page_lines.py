"""The paragraphs of one page and what is known of each, for those who mark its noise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from recoupe.reading.characters import fold
from recoupe.reading.noise_wording import wording
from recoupe.reading.segmentation import Paragraph

LONGEST_NOISE = 400  # characters: longer paragraphs are judged sentence by sentence only
_LONGEST_NOTICE = 2000  # characters: but cookie notices run on
_GAP = re.compile(r"[ \u00a0]{2,}|\t+")
_ORNAMENTS = " |><*-"  # what links and headings are dressed with
_DOUBLED = re.compile(r"(?<!\w)([^\W\d_]{3,})\1(?!\w)")
_ENDS = re.compile(r"[.!?…][\"»”’)\]\s\u00a0]*$")


class PageLines:
    """A page as its lines; `noise` holds the kind of noise of each, empty as long as it is taken for the article's.

    `first` and `second` are the indices of the first two paragraphs of running text, `last` that of the last full sentence.
    """

    def __init__(self, text: str, found: Sequence[Paragraph], *, titled: bool) -> None:
        self.titled = titled
        self.wording = wording()
        self.lines = [text[p.span.start : p.span.end] for p in found]
        self.blocks = [p.block for p in found]
        self.folded = [fold(_DOUBLED.sub(r"\1", line)).strip(_ORNAMENTS) if len(line) <= _LONGEST_NOTICE else "" for line in self.lines]
        self.count = len(self.lines)
        self.said = Counter(self.folded)
        kinds = {folded: self._of_line(folded) for folded in self.said}
        self.noise = [kinds[folded] or self._of_row(line) for folded, line in zip(self.folded, self.lines, strict=True)]
        self.place()

    def _of_line(self, folded: str) -> str:
        reason = self.wording.of_line(folded)
        return reason if reason == "cookies" or len(folded) <= LONGEST_NOISE else ""

    def _of_row(self, line: str) -> str:
        """The kind of noise of a row of buttons, which a copied page parts by wide gaps."""
        pieces = _GAP.split(line.strip()) if len(line) <= LONGEST_NOISE else []
        kinds = [self.wording.of_line(fold(piece).strip(_ORNAMENTS)) for piece in pieces]
        return kinds[0] if len(kinds) > 1 and all(kinds) else ""

    def of_edge(self, at: int) -> str:
        """The kind of noise that a line is where it stands outside the story."""
        reason = self.wording.of_edge(self.folded[at])
        return reason if reason == "cookies" or len(self.folded[at]) <= LONGEST_NOISE else ""

    def place(self) -> None:
        """Find again where the story begins and ends, from what is not yet known to be noise."""
        prose = [i for i in range(self.count) if not self.noise[i] and is_prose(self.lines[i])]
        self.first = prose[0] if prose else self.count
        self.second = prose[1] if len(prose) > 1 else self.count
        told = (i for i in range(self.count - 1, -1, -1) if not self.noise[i] and is_told(self.lines[i]))
        self.last = next(told, -1)

    def mark(self, at: int, reason: str) -> None:
        """Call a line noise unless it is known as such already."""
        self.noise[at] = self.noise[at] or reason

    def beside_noise(self, at: int) -> bool:
        """Whether a line touches, without a blank line between, another that is noise and no by-line."""
        return any(
            0 <= j < self.count and self.noise[j] not in {"", "byline"} and self.blocks[j] == self.blocks[at] for j in (at - 1, at + 1)
        )


def is_prose(line: str) -> bool:
    """Whether a paragraph is running text: long enough and ended by a stop."""
    return len(line) >= 90 and ends_sentence(line)


def is_told(line: str) -> bool:
    """Whether a paragraph is at least a full sentence, as the last of an article may be no more than that."""
    return len(line) >= 55 and ends_sentence(line)


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return bool(_ENDS.search(line))


def is_titlelike(line: str) -> bool:
    """Whether a line could be the title of another article."""
    return len(line) <= 170 and not line.rstrip().endswith((".", ";", ":"))
