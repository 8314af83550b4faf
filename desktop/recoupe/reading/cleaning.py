"""Marks page noise, paragraph by paragraph, without deleting a word.

What a news page prints around its article is recognised in three ways: by wording (a whole line that only a page says), by shape
(by-lines, breadcrumbs, captions, times of a live feed), and by place (what follows « Commentaires » or « À lire aussi »).
"""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.reading.boxes import mark_boxes
from recoupe.reading.characters import fold
from recoupe.reading.comments import mark_comments
from recoupe.reading.noise_wording import wording
from recoupe.reading.page_lines import PageLines
from recoupe.reading.segmentation import Paragraph
from recoupe.reading.surroundings import mark_bylines, mark_captions, mark_edges, mark_foot, mark_head, mark_live_times


def noise_of(text: str, found: Sequence[Paragraph], *, titled: bool = False) -> list[str]:
    """For each paragraph the kind of page noise it is, empty where it belongs to the article.

    `titled`: the format itself says which paragraph is the title, so that a by-line above it is not taken for one.
    """
    page = PageLines(text, found, titled=titled)
    mark_comments(page)
    mark_captions(page)
    page.place()
    mark_bylines(page)
    mark_live_times(page)
    mark_boxes(page)
    mark_head(page)
    page.place()
    mark_edges(page)
    mark_foot(page)
    return page.noise


def noise_of_sentences(said: Sequence[str], *, last: bool) -> list[str]:
    """The kind of page noise of each sentence of a paragraph, empty where it belongs to the article.

    In the page's `last` paragraph the closing sentences are also held against what a page says at its foot.
    """
    reasons = [wording().of_sentence(fold(sentence[:200])) for sentence in said]
    if len(said) > 1 and said[-1][-1].isalnum():  # a button that copying stuck to a paragraph
        reasons[-1] = reasons[-1] or wording().of_line(fold(said[-1][:200]))
    if last:
        for i in range(len(said) - 1, 0, -1):
            reasons[i] = reasons[i] or wording().of_line(fold(said[i])) or wording().of_edge(fold(said[i]))
            if not reasons[i]:
                break
    return reasons
