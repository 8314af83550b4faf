"""Marks page noise, paragraph by paragraph, without deleting a word.

What a news page prints around its article is recognised in three ways: by wording (a whole line that only a page says), by shape
(by-lines, breadcrumbs, times of a live feed), and by place (what follows « Commentaires » or « À lire aussi »).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from recoupe.reading.characters import fold
from recoupe.reading.datelines import TIME, is_bare_date, is_byline
from recoupe.reading.noise_wording import wording
from recoupe.reading.segmentation import Paragraph

_LONGEST_NOISE = 400  # characters: longer paragraphs are judged sentence by sentence only
_LONGEST_NOTICE = 2000  # characters: but cookie notices run on
_LONGEST_BOX = 25  # lines: a list of related articles has a dozen
_DOUBLED = re.compile(r"(?<!\w)([^\W\d_]{3,})\1(?!\w)")
_ENDS = re.compile(r"[.!?…][\"»”’)\]\s\u00a0]*$")
_TIME_ALONE = re.compile(rf"(?:{TIME})[ :|-]*")
_CRUMB = re.compile(r"[^.?!:;,]{2,40}(?:\s+[>›»/→|]\s+[^.?!:;,]{2,40})+")
_MASTHEAD = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ'’ -]{3,}[A-ZÀ-Þ]\s+[-–—|]\s+.{5,90}")
_PROMOTION = re.compile(r"[!%€$]|\b(?:gratuit|offre|promo|livraison|remise|https?:|www\.|free|sale|deal)", re.IGNORECASE)
_DESK_CODE = re.compile(r"[a-z]{2,4}(?:-[a-z]{2,4})*(?:/[a-z]{1,4}(?:-[a-z]{2,4})*)+")
_FULL_NAME = re.compile(r"[A-ZÀ-Þ][\w'’.-]+(?: (?:de |du |d'|le |la |van |von )?[A-ZÀ-Þ][\w'’.-]+){1,3}")
_NUMBERED = re.compile(r"\s*\d+[.)]\s")
_NICK = re.compile(r"[\w.@-]{2,25}(?: [\w.-]{1,15})? ?: ")


def noise_of(text: str, found: Sequence[Paragraph], *, titled: bool = False) -> list[str]:
    """For each paragraph the kind of page noise it is, empty where it belongs to the article.

    `titled`: the format itself says which paragraph is the title, so that a by-line above it is not taken for one.
    """
    return _Page(text, found, titled=titled).reasons()


def noise_of_sentences(said: Sequence[str], *, last: bool) -> list[str]:
    """The kind of page noise of each sentence of a paragraph, empty where it belongs to the article.

    In the page's `last` paragraph the closing sentences are also held against what a page says at its foot.
    """
    reasons = [wording().of_sentence(fold(sentence[:200])) for sentence in said]
    if last:
        for i in range(len(said) - 1, 0, -1):
            reasons[i] = reasons[i] or wording().of_line(fold(said[i])) or wording().of_edge(fold(said[i]))
            if not reasons[i]:
                break
    return reasons


class _Totals:
    """Running totals from the end of a page: for each line, what stands from there on."""

    def __init__(self, count: int) -> None:
        self.lines = [0] * (count + 1)
        self.signs = [0] * (count + 1)
        self.lengths = [0] * (count + 1)
        self.first = [count] * (count + 1)

    def add(self, at: int, *, counts: bool, sign: bool, length: int) -> None:
        """Add a line; the one after it was added before."""
        self.lines[at] = self.lines[at + 1] + counts
        self.signs[at] = self.signs[at + 1] + (counts and sign)
        self.lengths[at] = self.lengths[at + 1] + (length if counts else 0)
        self.first[at] = at if counts else self.first[at + 1]


class _Page:
    """The paragraphs of one page, with what is known of each."""

    def __init__(self, text: str, found: Sequence[Paragraph], *, titled: bool) -> None:
        self.titled = titled
        self.wording = wording()
        self.lines = [text[p.span.start : p.span.end] for p in found]
        self.blocks = [p.block for p in found]
        self.folded = [fold(_DOUBLED.sub(r"\1", line)) if len(line) <= _LONGEST_NOTICE else "" for line in self.lines]
        self.noise = [self._of_line(folded) for folded in self.folded]
        self.count = len(self.lines)
        self.said = Counter(self.folded)
        self._place()

    def _of_line(self, folded: str) -> str:
        reason = self.wording.of_line(folded)
        return reason if reason == "cookies" or len(folded) <= _LONGEST_NOISE else ""

    def _place(self) -> None:
        """Find again where the story begins and ends, from what is not yet known to be noise."""
        prose = [i for i in range(self.count) if not self.noise[i] and _is_prose(self.lines[i])]
        self.first = prose[0] if prose else self.count
        self.second = prose[1] if len(prose) > 1 else self.count
        self.last = prose[-1] if prose else -1

    def reasons(self) -> list[str]:
        """The kind of noise of each paragraph, empty for the article's own."""
        self._mark_comments()
        self._place()
        self._mark_bylines()
        self._mark_live_times()
        self._mark_boxes()
        self._mark_masthead()
        self._place()
        self._mark_edges()
        return self.noise

    def _mark_comments(self) -> None:
        heads = [i for i in range(self.count) if self.wording.comments_start.fullmatch(self.folded[i])]
        if not heads:
            return
        own = set(heads)
        after = _Totals(self.count)  # what of a comment section stands after each line
        for i in range(self.count - 1, -1, -1):
            sign = i in own or bool(self.wording.comments_sign.fullmatch(self.folded[i]))
            after.add(i, counts=not self.noise[i] or i in own, sign=sign, length=len(self.lines[i]))
        for i in heads:
            follow = i > self.first and self._comments_follow(i, after)
            if self.wording.comments_ambiguous.fullmatch(self.folded[i]) and not follow:
                continue
            if not self.noise[i]:
                self.noise[i] = "comment"
            if follow:
                self.noise[i:] = [reason or "comment" for reason in self.noise[i:]]
                return

    def _comments_follow(self, at: int, after: _Totals) -> bool:
        """Whether what stands after a line such as « 3 commentaires » is comments rather than more of the article."""
        lines, signs, length = after.lines[at + 1], after.signs[at + 1], after.lengths[at + 1]
        if not lines or signs >= 2 or (signs and lines <= 12):
            return True
        following = self.lines[after.first[at + 1]]
        if _NUMBERED.match(following) or _NICK.match(following):
            return at > self.count // 2
        return length < 0.3 * (after.lengths[0] - length) and not (_is_prose(following) and len(following) > 160)

    def _mark_bylines(self) -> None:
        titled = self.titled
        for i in range(self.count):
            if self.noise[i] or self.second <= i <= self.last:
                titled = titled or not self.noise[i]
                continue
            # Between the first paragraphs a bare date is likelier a heading of a chronicle.
            if is_byline(self.lines[i], opening=not titled) and (i < self.first or i > self.last or not is_bare_date(self.lines[i])):
                self.noise[i] = "byline"
            titled = titled or not self.noise[i]
        end = self.last + 1
        if (
            end == self.count - 1
            and not self.noise[end]
            and (_FULL_NAME.fullmatch(self.lines[end]) or _DESK_CODE.fullmatch(self.lines[end]))
        ):
            self.noise[end] = "byline"

    def _mark_live_times(self) -> None:
        times = [i for i in range(self.count) if _TIME_ALONE.fullmatch(self.folded[i])]
        if len(times) > 1:
            for i in times:
                self.noise[i] = self.noise[i] or "live"

    def _mark_boxes(self) -> None:
        """What stands under a heading such as « Newsletter » or « À lire aussi » belongs to it."""
        for i in range(self.count - 1):
            reason = self.noise[i]
            if reason not in {"newsletter", "related", "ad", "summary", "cookies"} or self.lines[i].rstrip().endswith((".", "!")):
                continue
            for j in self._box(i, reason):
                self.noise[j] = self.noise[j] or reason

    def _box(self, at: int, reason: str) -> list[int]:
        reach = range(at + 1, min(self.count, at + _LONGEST_BOX))
        same = [j for j in reach if self.blocks[j] == self.blocks[at]]
        short = len(same) <= 6 and all(len(self.lines[j]) <= 170 for j in same)
        if reason == "ad":
            return same if same and short and self.folded[at] in _AD_HEADS and _PROMOTION.search(self.lines[same[0]]) else []
        if reason == "newsletter":
            return same if short and len(self.lines[at]) <= 60 and ":" not in self.lines[at] else []
        if reason == "summary":
            return [j for j in same if self.said[self.folded[j]] > 1]
        if reason == "cookies":
            return [j for j in same if j < self.first and short]
        return self._related(at, same)

    def _related(self, at: int, same: list[int]) -> list[int]:
        """The titles listed under « À lire aussi » alone on its line."""
        if ":" in self.folded[at][:-1] or len(self.folded[at]) > 60:
            return []
        if same:
            return same if len(same) <= 12 and all(_is_titlelike(self.lines[j]) for j in same) else []
        titles = []
        for j in range(at + 1, min(self.count, at + _LONGEST_BOX)):
            if not (_is_titlelike(self.lines[j]) or self.noise[j]):
                break
            titles.append(j)
        closes_page = bool(titles) and titles[-1] == self.count - 1
        return titles if closes_page or len(titles) <= 1 else titles[:-1]

    def _mark_masthead(self) -> None:
        """A breadcrumb or the paper's own name above the title."""
        for i in range(min(self.first, self.count - 1, 6)):
            if self.noise[i] or len(self.lines[i]) > 120:
                continue
            titles_follow = any(not self.noise[j] and len(self.lines[j]) > 20 for j in range(i + 1, min(self.first, i + 4)))
            if not titles_follow:
                continue
            if _CRUMB.fullmatch(self.lines[i]) and not _ENDS.search(self.lines[i]):
                self.noise[i] = "breadcrumb"
            elif not any(not reason for reason in self.noise[:i]) and _MASTHEAD.fullmatch(self.lines[i]):
                self.noise[i] = "menu"

    def _mark_edges(self) -> None:
        """Wording that counts as noise only outside the story, or beside other noise."""
        title = next((i for i in range(self.count) if not self.noise[i] and len(self.lines[i]) > 20), 0)
        for i in range(self.count):
            if self.noise[i] or not self.folded[i]:
                continue
            outside = i < title or i > self.last
            boxed = any(
                0 <= j < self.count and self.noise[j] and self.blocks[j] == self.blocks[i] and self.noise[j] != "byline"
                for j in (i - 1, i + 1)
            )
            if outside or boxed:
                reason = self.wording.of_edge(self.folded[i])
                self.noise[i] = reason if reason == "cookies" or len(self.folded[i]) <= _LONGEST_NOISE else ""


_AD_HEADS = frozenset({"publicite", "annonce", "annonces", "pub", "advertisement", "sponsorise", "contenu sponsorise", "ad"})


def _is_prose(line: str) -> bool:
    """Whether a paragraph is running text: long enough and ended by a stop."""
    return len(line) >= 90 and bool(_ENDS.search(line))


def _is_titlelike(line: str) -> bool:
    """Whether a line could be the title of another article."""
    return len(line) <= 170 and not line.rstrip().endswith((".", ";", ":"))
