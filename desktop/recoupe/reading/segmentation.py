"""Cuts a text into paragraphs and sentences, by offsets."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise

from recoupe.model import Span
from recoupe.reading.abbreviations import NEVER_LAST, SELDOM_LAST, STARTERS

_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
# The end of a sentence: stops, then what closes (» ” ) [3]), with the thin space that French puts before them.
_STOP = re.compile(
    r"(?P<stop>[.!?…]+(?:[ \u00a0\u202f][!?…]+)*)"
    r"(?P<close>(?:[ \t\u00a0\u202f\u2009]?»|[”\"’)\]\u203a]|'(?!\w)|\[\d{1,3}\])*)"
    r"(?P<gap>\s*)"
)
_NEXT = re.compile(r"[«“„\"'‘(\[\-–—•·\s\u00a0\u202f]*")
_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"(?:[^\W_]\.-?)*[^\W_]+(?:[-'’][^\W_]+)*$")
_DOTTED = re.compile(r"(?:[^\W\d_]\.-?)+[^\W\d_]")
_SAID = re.compile(
    r"[\w.'’-]+(?: [A-Z][\w.'’-]+){0,3} "
    r"(?:said|says|told|asked|asks|added|adds|wrote|writes|warned|warns|insisted|explained|tweeted|replied)\b"
)
# An initial, not the letter that numbers something (« le plan B. Le Premier ministre… »)
_INITIAL = re.compile(
    r"(?:^|[,(«“\"–—-]\s?|[A-ZÀ-Þ][\w.'’-]* |\b(?:et|and|ou|or|par|by|avec|with|selon|chez|dont) )[A-ZÀ-Þ](?:\.-?[A-ZÀ-Þ])*$"
)
_NAME_PARTICLE = re.compile(r"(?:Le|La|Les|De|Du|Des|D['’]) ?(?=[A-ZÀ-Þ])")
_NUMBERING = re.compile(r"[\W_]*(?:\d{1,3}|[A-Za-zÀ-ÿ]|[IVX]{1,4})[.)°]?[\W_]*$")
_QUOTE = re.compile(r"[«»“”\"()]")
_SHORT_QUOTED = 30  # characters: below, a quoted sentence stays with what introduces or follows it
_LONG_QUOTATION = 200  # characters: a longer one is prose of its own, of which every sentence counts
_CRUMB = 18  # characters: below, a quoted exclamation is no sentence to compare
_LONG_BRACKET = 300  # characters: a longer pair of brackets was probably never meant as one
_LOOK_BACK = 40  # characters before a stop in which its word is looked for: keeps the work linear


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, title, heading or bullet: its span without outer white space; `block` counts the groups that blank lines part."""

    span: Span
    block: int


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text: its lines, those of a text wrapped at a fixed width joined again."""
    lines = _lines(text)
    if not lines:
        return ()
    width = _wrapping_width(text, lines)
    joined = [lines[0]]
    for before, line in pairwise(lines):
        if width and before.block == line.block and _runs_on(text, before.span, line.span, width):
            joined[-1] = Paragraph(Span(joined[-1].span.start, line.span.end), line.block)
        else:
            joined.append(line)
    return tuple(joined)


def _lines(text: str) -> list[Paragraph]:
    found: list[Paragraph] = []
    block, end = 0, 0
    for match in _LINE.finditer(text):
        line = match.group()
        stripped = line.strip()
        if not stripped or not any(c.isprintable() and not c.isspace() for c in stripped):
            continue
        start = match.start() + len(line) - len(line.lstrip())
        if found and len(_BREAK.findall(text, end, start)) > 1:
            block += 1
        end = start + len(stripped)
        found.append(Paragraph(Span(start, end), block))
    return found


def _wrapping_width(text: str, lines: list[Paragraph]) -> int:
    """The width at which the text was wrapped by hand or by a mailer, 0 where its lines are whole paragraphs."""
    inner = [a for a, b in pairwise(lines) if a.block == b.block]
    if len(inner) < 4:
        return 0
    width = max(len(line.span) for line in lines)
    if not 45 <= width <= 110:
        return 0
    full = sum(_runs_on(text, a.span, b.span, width) for a, b in pairwise(lines) if a.block == b.block)
    return width if full >= 0.7 * len(inner) else 0


def _runs_on(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether a line was broken only because its next word found no room."""
    head = text[following.start : following.end].split(None, 1)[0]
    return len(line) + 1 + len(head) > width and head[0] not in "•-–—*·"


def sentences(text: str, span: Span) -> tuple[Span, ...]:
    """The sentences of a paragraph, in order, each without outer white space."""
    whole = text[span.start : span.end]
    quoted = _Quotations(whole)
    cuts: list[tuple[int, int]] = []  # where a sentence ends, where the next begins
    start = 0
    for match in _STOP.finditer(whole):
        end, following = match.end("close"), match.end()
        if following >= len(whole):
            break
        if _ends_sentence(whole, match, start) and quoted.may_cut(start, end):
            cuts.append((end, following))
            start = following
    begins = [0, *(b for _, b in cuts)]
    ends = [*(e for e, _ in cuts), len(whole)]
    return tuple(Span(span.start + b, span.start + e) for b, e in zip(begins, ends, strict=True))


def _ends_sentence(text: str, match: re.Match[str], start: int) -> bool:
    """Whether the stop found ends the sentence that began at `start`."""
    following = match.end()
    opening = _NEXT.match(text, following)
    first = opening.end() if opening is not None else following
    if first >= len(text):
        return False
    word = _WORD.match(text, first)
    starter = word is not None and word.group().lower() in STARTERS and word.group()[0].isupper()
    if not match.group("gap"):
        # « fin.Le » : a lost space, but not a dotted name
        before = text[max(start, match.start() - 4) : match.start()]
        return (
            starter and not match.group("close") and len(before) == 4 and before.isalpha() and before.islower() and len(match.group()) == 1
        )
    if text[first] in ",;:.!?…%€/»”" or (text[first].islower() and not _is_brand(text, first)):
        return False
    if match.end("close") - start <= 8 and _NUMBERING.fullmatch(text, start, match.end("close")):
        return False
    if match.group("stop") != "." or match.group("close"):
        return not (match.group("close")[-1:] in ('"', "”") and match.group("stop") != "." and _SAID.match(text, first))
    before = text[max(start, match.start() - _LOOK_BACK) : match.start()]
    titled = _LAST_WORD.search(before)
    named = _INITIAL.search(before) or (titled is not None and titled.group() in NEVER_LAST)
    if starter and word is not None and named and _NAME_PARTICLE.match(text, word.start()):
        return False  # J. Le Goff, Mme De Vries
    return starter or not _is_abbreviation(before)


def _is_brand(text: str, at: int) -> bool:
    """Whether a name written with a small first letter stands here: iPhone, eBay, d.Light."""
    token = text[at : at + 24].split(None, 1)[0]
    return len(token) > 2 and any(c.isupper() for c in token[1:4]) and token[0].isascii()


def _is_abbreviation(before: str) -> bool:
    """Whether the last word before a full stop is one that is cut short and seldom ends a sentence."""
    found = _LAST_WORD.search(before.rsplit(None, 1)[-1]) if before.strip() else None
    if found is None:
        return before.endswith(("n°", "N°"))
    word = found.group()
    if _DOTTED.fullmatch(word) or (len(word) == 1 and word.isupper()):
        return True  # U.S, a.m, initials
    tail = re.split(r"['’]", word)[-1]
    last = tail.rsplit("-", 1)[-1]
    if len(last) == 1 and last.isupper() and "-" in tail:
        return True  # J.-P.
    return tail in NEVER_LAST or tail.lower() in SELDOM_LAST


class _Quotations:
    """The quotations and brackets of a paragraph, so that a short quoted sentence is not torn from its frame."""

    def __init__(self, text: str) -> None:
        self._spans = _enclosed(text)
        self._starts = [s for s, _ in self._spans]

    def may_cut(self, start: int, end: int) -> bool:
        """Whether a sentence begun at `start` may end at `end`, as far as quotation marks go."""
        at = bisect_right(self._starts, end - 1) - 1
        if at < 0:
            return True
        opened, closed = self._spans[at]
        if not opened < end <= closed:
            return True
        before, after = end - max(opened, start), closed - end
        if closed - opened > _LONG_QUOTATION:
            return before >= _CRUMB and after >= _CRUMB
        return before >= _SHORT_QUOTED and after >= _SHORT_QUOTED


def _enclosed(text: str) -> list[tuple[int, int]]:
    """Outermost stretches between an opening mark and its closing one, in order."""
    spans: list[tuple[int, int]] = []
    closing = {"«": "»", "“": "”", '"': '"', "(": ")", "”": "”"}
    marks = [(m.start(), m.group()) for m in _QUOTE.finditer(text)]
    positions: dict[str, list[int]] = {}
    for position, mark in marks:
        positions.setdefault(mark, []).append(position)
    past = -1
    for position, mark in marks:
        if position <= past or mark not in closing:
            continue
        if mark == '"' and position and text[position - 1].isdigit():
            continue  # seconds or inches: 5'40"
        candidates = positions.get(closing[mark], [])
        index = bisect_left(candidates, position + 1)
        if index >= len(candidates):
            continue
        end = candidates[index]
        if mark == "(" and end - position > _LONG_BRACKET:
            continue
        spans.append((position, end))
        past = end
    return spans
