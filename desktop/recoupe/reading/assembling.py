"""Makes an article of a draft: paragraphs, sentences, roles, noise, language and what the text says of itself."""

from __future__ import annotations

import re
from dataclasses import replace

from recoupe.model import Article, Origin, Role, Sentence, Span
from recoupe.reading.characters import fold, slug
from recoupe.reading.cleaning import noise_of, noise_of_sentences
from recoupe.reading.credits import author_in, outlet_in
from recoupe.reading.datelines import stamp_before
from recoupe.reading.doubled import doubled
from recoupe.reading.draft import Draft
from recoupe.reading.language import language
from recoupe.reading.metadata import published_in
from recoupe.reading.noise_wording import wording
from recoupe.reading.segmentation import Paragraph, paragraphs, sentences

_ENDS = re.compile(r"[.;:!?…][\"»”’)\]\s\u00a0]*$")
_STATES = re.compile(r"[.;:…][\"»”’)\]\s\u00a0]*$")
_BULLET = re.compile(r"[•▪●■◦‣*–—-]\s")
_OPENING = 8  # paragraphs in which a page says when it appeared
_LONGEST_TITLE = 220
_LONGEST_HEADING = 130
_LONGEST_LEAD = 400


def assemble(draft: Draft, ident: str, origin: Origin) -> Article:
    """The article of a draft; its text is the draft's, unaltered."""
    text = draft.text
    found = _stamps_apart(text, paragraphs(text))
    noise = noise_of(text, found, titled=any(label.role is Role.TITLE for label in draft.labels))
    roles = _roles(text, found, noise, draft)
    cut: list[Sentence] = []
    for number, (paragraph, reason, role) in enumerate(zip(found, noise, roles, strict=True)):
        whole = role in (Role.TITLE, Role.HEADING) or bool(
            reason and _is_one_piece(text[paragraph.span.start : paragraph.span.end], reason)
        )
        spans = (paragraph.span,) if whole else sentences(text, paragraph.span)
        said = [text[span.start : span.end] for span in spans]
        reasons = [reason] * len(spans) if reason or whole else noise_of_sentences(said, last=number == len(found) - 1)
        cut.extend(Sentence(span, Role.NOISE if why else role, number, why) for span, why in zip(spans, reasons, strict=True))
    if all(sentence.role is Role.NOISE for sentence in cut):  # whoever opened this wants to read it all the same
        cut = [replace(sentence, role=Role.BODY, noise="") for sentence in cut]
    lines = [text[p.span.start : p.span.end] for p in found]
    bylines = [line for line, reason in zip(lines, noise, strict=True) if reason == "byline"]
    around = [
        line for line, reason in zip(lines, noise, strict=True) if reason not in {"", "byline", "comment", "related", "ad", "caption"}
    ]
    story = [line for line, reason in zip(lines, noise, strict=True) if not reason]
    return Article(
        id=slug(ident),
        title=draft.title or _title(text, cut),
        outlet=draft.outlet or outlet_in(bylines, around, next((line for line in story if len(line) > 90), "")),
        published=draft.published or published_in(bylines, story[:6]),
        language=draft.language or language("\n".join(story)),
        origin=origin,
        text=text,
        sentences=tuple(cut),
        doubled=doubled(text),
        author=draft.author or author_in(bylines),
    )


def _stamps_apart(text: str, found: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs, a publication stamp that runs into the first sentence cut off as a line of its own."""
    parted: list[Paragraph] = []
    for paragraph in found:
        start, end = paragraph.span.start, paragraph.span.end
        at = stamp_before(text[start:end]) if len(parted) < _OPENING else 0
        if at:
            stamp = text[start : start + at].rstrip(" \t\u00a0-–—|•·")
            parted.append(replace(paragraph, span=Span(start, start + len(stamp))))
        parted.append(replace(paragraph, span=Span(start + at, end)))
    return tuple(parted)


def _is_one_piece(line: str, reason: str) -> bool:
    """Whether a line of noise is one button or by-line rather than sentences."""
    return reason == "byline" or not _ENDS.search(line)


def _title(text: str, cut: list[Sentence]) -> str:
    return next((" ".join(text[s.span.start : s.span.end].split()) for s in cut if s.role is Role.TITLE), "")


def _roles(text: str, found: tuple[Paragraph, ...], noise: list[str], draft: Draft) -> list[Role]:
    """What each paragraph is for, from the format's labels first, then from its shape and place."""
    roles = [Role.NOISE if reason else Role.BODY for reason in noise]
    story = [i for i, reason in enumerate(noise) if not reason]
    for i in story:
        roles[i] = _labelled(found[i].span, draft) or Role.BODY
    labelled = any(roles[i] is Role.HEADING for i in story)
    lines = [text[p.span.start : p.span.end] for p in found]
    title = next((i for i in story if roles[i] is Role.TITLE), None)
    if title is None and story and _is_title(lines, story):
        title = story[0]
        roles[title] = Role.TITLE
    body = [i for i in story if roles[i] is Role.BODY]
    if title is not None and len(body) >= 3 and _is_lead(lines[body[0]]) and body[0] <= title + 4:
        roles[body[0]] = Role.LEAD
    if not labelled:
        for before, i, after in zip([-1, *story], story, [*story[1:], -1], strict=False):
            if roles[i] is Role.BODY and _is_heading(lines, found, (before, i, after)):
                roles[i] = Role.HEADING
    return roles


def _labelled(span: Span, draft: Draft) -> Role | None:
    return next((label.role for label in draft.labels if label.span.contains(span)), None)


def _is_title(lines: list[str], story: list[int]) -> bool:
    """Whether the first paragraph of the story is its title: short, without a full stop, with something after it."""
    first = lines[story[0]]
    return len(story) > 1 and len(first) <= _LONGEST_TITLE and not _STATES.search(first) and not _BULLET.match(first)


def _is_lead(line: str) -> bool:
    return len(line) <= _LONGEST_LEAD and bool(_ENDS.search(line)) and not _BULLET.match(line)


def _is_heading(lines: list[str], found: tuple[Paragraph, ...], places: tuple[int, int, int]) -> bool:
    """A short line without a full stop, on its own, with running text after it; `places`: what comes before, the line, what follows."""
    before, at, after = places
    line = lines[at]
    if len(line) > _LONGEST_HEADING or _STATES.search(line) or _BULLET.match(line) or after < 0:
        return False
    _, stop, tail = line.rpartition(". ")
    if stop and wording().of_line(fold(tail)):  # a paragraph that a button was stuck to
        return False
    if line[0] in '«“"' and line[-1] in '»”"':
        return False
    alone = found[after].block != found[at].block or len(lines[after]) > 2 * len(line)
    parted = before < 0 or found[before].block != found[at].block or len(lines[before]) > 2 * len(line)
    return alone and parted and len(lines[after]) > len(line) and bool(_ENDS.search(lines[after]) or _BULLET.match(lines[after]))
