"""Marks what a page prints above its title, under its pictures and below its last paragraph."""

from __future__ import annotations

import re

from recoupe.outlets import known_outlet
from recoupe.reading.characters import fold
from recoupe.reading.datelines import TIME, is_bare_date, is_byline
from recoupe.reading.page_lines import PageLines, ends_sentence

_TIME_ALONE = re.compile(rf"(?:{TIME})[ :|-]*")
_STEP = re.compile(r"\s*[>›»→]\s*|\s+[/|]\s+")  # between the parts of a breadcrumb trail
_NO_CRUMB = re.compile(r"[.?!:;,]")
_LONGEST_CRUMB = 40
_MASTHEAD = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ'’ -]{3,}[A-ZÀ-Þ]\s+[-–—|]\s+.{5,90}")
_DESK_CODE = re.compile(r"[a-z]{2,4}(?:-[a-z]{2,4})*(?:/[a-z]{1,4}(?:-[a-z]{2,4})*)+")
_NAME = r"[A-ZÀ-Þ][\w'’.-]+(?: (?:de |du |d'|le |la |van |von )?[A-ZÀ-Þ][\w'’.-]+){1,3}"
_FULL_NAME = re.compile(_NAME)
_FULL_NAMES = re.compile(rf"{_NAME}(?:(?:,| et| and|, et) {_NAME})*")
_PHOTO_AGENCY = (
    r"(?:AFP|Reuters|REUTERS|AP|AP Photo|SIPA|Sipa(?: Press)?|MAXPPP|MaxPPP|EPA|EPA-EFE|Getty(?: Images)?|GETTY(?: IMAGES)?|Hans Lucas|"
    r"HANS LUCAS|Abaca(?:press)?|ABACA(?:PRESS)?|Bestimage|BESTIMAGE|Shutterstock|Unsplash|Adobe Stock|iStock|NurPhoto|Anadolu|Icon Sport|"
    r"Presse Sports|"
    r"Radio France|France Télévisions|ANP|dpa|DPA|Belga|BELGA|Keystone|KEYSTONE|PA|PA Media|PA Wire|Bloomberg|Archives?|archives?)"
)
_CAPTION = re.compile(
    rf".*(?:[-–—(©|/,.]|\bpar\b|\bvia\b)\s*{_PHOTO_AGENCY}\)?\.?"
    r"|.*(?:©|\(c\)|Crédits?(?: photo)? ?:|Photo ?:|Photos? par )[^.]{1,80}\)?\.?"
    r"|.*\((?:[Pp]hoto|[Ii]llustration|[Ii]mage|[Cc]rédits?|[Aa]rchives?)\b[^()]{0,60}\)\.?"
    r"|.*\b(?:REUTERS|AFP|AP)/[A-Z].*"
    r"|.*\(?(?:photo d['’])?(?:\b[Ii]llustration|archives?)\)\.?"
    r"|.*\|\s*[A-ZÀ-Þ][A-ZÀ-Þ'’ -]{3,40}"
    r"|.* [-–—]\s[A-ZÀ-Þ]\.[ -]?[A-ZÀ-Þ](?:\.|[\w'’-]+)(?:\s*/.*)?"
)
_LONGEST_CAPTION = 320
_PUNCTUATED = re.compile(r"[.!?…:;»\"”][\s\u00a0]*$")
_BULLET = re.compile(r"[•▪●■◦‣*–—-]\s")


def mark_bylines(page: PageLines) -> None:
    """Mark who wrote, where and when, above the story and below it."""
    titled = page.titled
    chronicle = sum(is_bare_date(line) for line in page.lines if len(line) < 40) > 1  # its headings are days
    for i in range(page.count):
        if page.noise[i] or page.second <= i <= page.last:
            titled = titled or not page.noise[i]
            continue
        # Between the first paragraphs a bare date is likelier a heading of a chronicle.
        outside = i < page.first or i > page.last
        day = len(page.lines[i]) < 40 and is_bare_date(page.lines[i])
        if is_byline(page.lines[i], opening=not titled) and (not day or (outside and not chronicle)):
            page.noise[i] = "byline"
        titled = titled or not page.noise[i]
    end = page.last + 1
    if end == page.count - 1 and (_FULL_NAME.fullmatch(page.lines[end]) or _DESK_CODE.fullmatch(page.lines[end])):
        page.mark(end, "byline")


def mark_captions(page: PageLines) -> None:
    """Mark pictures' captions, known by their credit."""
    for i in range(page.count):
        line = page.lines[i]
        if not page.noise[i] and len(line) <= _LONGEST_CAPTION and _CAPTION.fullmatch(line) and not line.startswith(("«", '"', "“")):
            page.noise[i] = "caption"
    for i in range(1, page.count - 1):
        # The agency alone between the picture's description, which begins with it, and the caption
        agency, above, below = page.lines[i], page.lines[i - 1], page.lines[i + 1]
        if len(agency) <= 20 and re.fullmatch(_PHOTO_AGENCY, agency) and above.startswith(f"{agency} "):
            page.noise[i - 1] = page.noise[i] = "caption"
            if len(below) <= 150 and not _PUNCTUATED.search(below):
                page.noise[i + 1] = "caption"


def mark_live_times(page: PageLines) -> None:
    """Mark the times of a live feed, each alone on its line."""
    times = [i for i in range(page.count) if _TIME_ALONE.fullmatch(page.folded[i])]
    if len(times) > 1:
        for i in times:
            page.mark(i, "live")


def mark_head(page: PageLines) -> None:
    """Mark the breadcrumb, the sections and the paper's name above the title, and names and sections between it and the story."""
    _mark_masthead(page)
    top = [i for i in range(min(page.first, page.count)) if not page.noise[i]]
    title = _title(page, top)
    if title is None:
        return
    above = [i for i in top if i < title]
    short = len(above) > 3 or all(len(page.lines[i]) <= 45 and not _PUNCTUATED.search(page.lines[i]) for i in above)
    shown = len(above) > 1 or any(page.noise[:title]) or any(known_outlet(page.folded[i]) for i in above)
    if above and short and shown and not page.titled:
        for i in above:
            page.noise[i] = "menu"
    sections = {page.folded[i] for i in range(title) if page.noise[i] == "menu"}
    is_page = any(page.noise[: page.first + 1])
    for i in range(page.first, min(page.second, page.count - 1)):
        if not page.noise[i] and _FULL_NAMES.fullmatch(page.lines[i]) and page.noise[i - 1] == page.noise[i + 1] == "byline":
            page.noise[i] = "byline"
    for i in top:
        if i <= title or not is_page or page.noise[i]:
            continue
        if page.folded[i] in sections:
            page.noise[i] = "menu"
        elif _FULL_NAMES.fullmatch(page.lines[i]) or known_outlet(page.folded[i].split(",")[0]):
            page.noise[i] = "byline"
        elif (
            len(page.lines[i]) <= 30 and len(page.lines[i].split()) <= 3 and not _PUNCTUATED.search(page.lines[i]) and page.beside_noise(i)
        ):
            page.noise[i] = "menu"


def _title(page: PageLines, top: list[int]) -> int | None:
    """The line of the title: the first that could be one, unless a menu stands between it and the next that could."""
    could = [i for i in top if _could_be_title(page.lines[i])]
    if not could:
        return None
    title = could[0]
    for following in could[1:]:
        between = [i for i in top if title < i < following]
        if len(between) < 2 or any(len(page.lines[i].split()) > 4 or _PUNCTUATED.search(page.lines[i]) for i in between):
            break
        title = following
    return title


def _could_be_title(line: str) -> bool:
    return len(line) >= 25 and len(line.split()) >= 4 and not line.rstrip().endswith((".", ";", ":")) and not _CAPTION.fullmatch(line)


def _mark_masthead(page: PageLines) -> None:
    for i in range(min(page.first, page.count - 1, 6)):
        if page.noise[i] or len(page.lines[i]) > 120:
            continue
        titles_follow = any(not page.noise[j] and len(page.lines[j]) > 20 for j in range(i + 1, min(page.first, i + 4)))
        if not titles_follow:
            continue
        if _is_trail(page.lines[i]) and not ends_sentence(page.lines[i]):
            page.noise[i] = "breadcrumb"
        elif all(page.noise[:i]) and _MASTHEAD.fullmatch(page.lines[i]):
            page.noise[i] = "menu"


def _is_trail(line: str) -> bool:
    """Whether a line is a breadcrumb trail, « Accueil > Société ». Split, not matched: a row of arrows can be read in countless ways."""
    parts = [part for part in _STEP.split(line) if part]
    return len(parts) > 1 and all(len(part) <= _LONGEST_CRUMB and not _NO_CRUMB.search(part) for part in parts)


def mark_edges(page: PageLines) -> None:
    """Mark wording that counts as noise only outside the story, or beside other noise."""
    title = next((i for i in range(page.count) if not page.noise[i] and len(page.lines[i]) > 20), 0)
    for i in range(page.count):
        if not page.noise[i] and page.folded[i] and (i < title or i > page.last or page.beside_noise(i)):
            page.noise[i] = page.of_edge(i)


def mark_foot(page: PageLines) -> None:
    """Mark what is left below the story once its foot is known to be the page's: lines that are no sentences."""
    foot = range(page.last + 1, page.count)
    known = [i for i in foot if page.noise[i]]
    if page.last < 0 or len(known) < 2:
        return
    title = next((page.folded[i] for i in range(page.count) if not page.noise[i]), "")
    signed = " ".join(line for line, reason in zip(page.lines, page.noise, strict=True) if reason == "byline")
    for i in foot:
        line = page.lines[i]
        if _FULL_NAMES.fullmatch(line) and line in signed:
            page.mark(i, "byline")
        again = len(title) > 20 and fold(line).startswith(title)
        sentence = _PUNCTUATED.search(line) is not None and (len(line) >= 40 or not page.beside_noise(i))
        if again or (i > known[0] and not sentence and not _BULLET.match(line)):
            page.mark(i, "menu")
