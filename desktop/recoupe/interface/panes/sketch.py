"""Where the marks of each paragraph are to be drawn, worked out once a layout and kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath, QTextBlock

from recoupe.interface.panes.findings import Findings, Mark
from recoupe.interface.panes.offsets import Shown, Stretch
from recoupe.model import Place, Span, Verdict

BADGE = 0.72  # the size of a sign, in heights of an x-line


@dataclass(slots=True)
class MarkSketch:
    """A mark in one paragraph: the boxes of its words line by line, and its sign where the mark ends here and no weightier one does."""

    mark: Mark
    boxes: list[QRectF]
    badge: QRectF | None


@dataclass(slots=True)
class Sketch:
    """What is drawn around one paragraph, in pixels from the top left of its block."""

    passages: list[tuple[int, QPainterPath]] = field(default_factory=list)  # sentence index, outline
    marks: list[MarkSketch] = field(default_factory=list)
    lanes: list[tuple[float, float]] = field(default_factory=list)  # top and bottom of each passage with reserve
    doubts: list[QRectF] = field(default_factory=list)  # words of a translation to check
    seen: list[QRectF] = field(default_factory=list)  # facts on which nothing is said yet


def line_boxes(block: QTextBlock, stretch: Stretch) -> Iterator[QRectF]:
    """The boxes that a run of units takes in its block, one a line, white space at line ends left out."""
    layout = block.layout()
    text = block.text()
    end = stretch.start + stretch.length
    for n in range(layout.lineCount()):
        line = layout.lineAt(n)
        begun = max(stretch.start, line.textStart())
        stop = min(end, line.textStart() + line.textLength())
        while stop > begun and text[stop - 1 : stop] in {" ", "\u2028"}:
            stop -= 1
        if stop > begun:
            left, right = _x(line.cursorToX(begun)), _x(line.cursorToX(stop))
            yield QRectF(min(left, right), line.y(), abs(right - left), line.height())


def leading(block: QTextBlock) -> float:
    """The room between two lines of a paragraph beyond their own height."""
    layout = block.layout()
    if layout.lineCount() < 2:
        return 0.0
    first, second = layout.lineAt(0), layout.lineAt(1)
    return float(max(second.y() - first.y() - first.height(), 0.0))


def _x(answer: object) -> float:
    """PySide gives the x together with the cursor it belongs to."""
    return float(answer[0] if isinstance(answer, tuple) else answer)  # type: ignore[arg-type]


def outline(boxes: list[QRectF], left: float, right: float, gap: float) -> QPainterPath:
    """A soft shape behind a passage: its lines joined, whole lines out to the column's edges."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for n, box in enumerate(boxes):
        widened = box.adjusted(0, 0, 0, gap if n < len(boxes) - 1 else 0)
        widened.setLeft(box.left() - 3 if n == 0 else left)
        widened.setRight(box.right() + 3 if n == len(boxes) - 1 else right)
        path.addRoundedRect(widened, 3.5, 3.5)
        if n and widened.left() < boxes[n - 1].right() and widened.right() > boxes[n - 1].left() - 3:
            joint_left = max(widened.left(), boxes[n - 1].left() - 3 if n == 1 else left)
            path.addRect(QRectF(joint_left, box.top() - 4, max(min(widened.right(), right) - joint_left, 0), 8))
    return path


def sketch(block: QTextBlock, shown: Shown, findings: Findings, marks: tuple[Mark, ...], badge: float) -> Sketch:
    """Work out a paragraph; `marks` are those of the findings that may stand in it, `badge` the size of a sign."""
    made = Sketch()
    index = block.blockNumber()
    paragraph = shown.paragraphs[index]
    right = block.layout().boundingRect().right() + 3
    left = block.blockFormat().leftMargin() - 3
    ident = shown.article.id
    gap = leading(block)
    for sentence in paragraph.sentences:
        if sentence not in findings.aligned | findings.picked and Place(ident, sentence) not in findings.quiet:
            continue
        boxes = [box for stretch in in_block(shown, index, shown.article.sentences[sentence].span) for box in line_boxes(block, stretch)]
        if not boxes:
            continue
        if sentence in findings.aligned or sentence in findings.picked:
            made.passages.append((sentence, outline(boxes, left, right, gap)))
        if Place(ident, sentence) in findings.quiet:
            made.lanes.append((boxes[0].top(), boxes[-1].bottom()))
    weightiest = {mark.span.end: mark for mark in sorted(marks, key=lambda m: -m.sign.rank)}  # one sign where several facts end
    for mark in marks:
        stretches = in_block(shown, index, mark.span)
        boxes = [box for stretch in stretches for box in line_boxes(block, stretch)]
        if boxes and mark.verdict is Verdict.AGREEMENT:
            made.marks.append(MarkSketch(mark, boxes, None))
        elif boxes:
            last = boxes[-1]
            sign = QRectF(last.right() - badge - 1, last.center().y() - badge * 0.86, badge, badge)
            made.marks.append(MarkSketch(mark, _without_badge(boxes, badge), sign if weightiest[mark.span.end] is mark else None))
    own = set(paragraph.sentences)
    spans = (s.span for s in findings.seen if s.place.sentence in own)
    made.seen = [box for span in spans for stretch in in_block(shown, index, span) for box in line_boxes(block, stretch)]
    made.doubts = [box for span in findings.doubts for stretch in in_block(shown, index, span) for box in line_boxes(block, stretch)]
    return made


def in_block(shown: Shown, index: int, span: Span) -> list[Stretch]:
    """The stretches of a span that stand in one paragraph."""
    return [s for s in shown.stretches(span) if s.paragraph == index]


def _without_badge(boxes: list[QRectF], badge: float) -> list[QRectF]:
    """The boxes of the words themselves: room for the sign is kept behind the last one."""
    return [*boxes[:-1], boxes[-1].adjusted(0, 0, -badge - 2, 0)]
