"""Finds the publication date in the text itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from recoupe.reading.characters import fold

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier janv jan january",
            "fevrier fevr fev feb february", "mars mar march", "avril avr apr april", "mai may", "juin jun june",
            "juillet juil jul july", "aout aug august", "septembre sept sep september", "octobre oct october", "novembre nov november",
            "decembre dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATES = (
    (re.compile(r"(?<!\d)(?P<y>(?:19|20)\d{2})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)"), "ymd"),
    (re.compile(rf"(?<!\d)(?P<d>\d{{1,2}})(?:er|st|nd|rd|th)? (?P<n>{_NAME})\.?,? (?P<y>(?:19|20)\d{{2}})(?!\d)"), "named"),
    (re.compile(rf"(?<!\w)(?P<n>{_NAME})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>(?:19|20)\d{{2}})(?!\d)"), "named"),
    (re.compile(r"(?<!\d)(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>(?:19|20)\d{2}|\d{2})(?!\d)"), "dmy"),
    (re.compile(r"(?<!\d)(?P<y>(?:19|20)\d{2})-(?P<m>0[1-9]|1[0-2])(?![\d-])"), "ym"),
    (re.compile(r"(?<![\d/])(?P<m>0[1-9]|1[0-2])/(?P<y>(?:19|20)\d{2})(?![\d/])"), "ym"),
    (re.compile(rf"(?<!\w)(?<!\d )(?<!er )(?P<n>{_NAME})\.? (?P<y>(?:19|20)\d{{2}})(?!\d)"), "month"),
)
_STAMP = re.compile(
    r"\b(?:publie|publication|paru|poste|mis en ligne|mise en ligne|mis a jour|mise a jour|maj|modifie|actualise|edition du|date|"
    r"article original|published|posted|updated|first published)\w*\b"
)
# LYON, 3 mai 2021 –   Lyon (Rhône), 3 mai 2021 (AFP) -
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][\w'’ -]{1,30},? (?:\([^)]{2,30}\),? )?(?:le )?\d{1,2}(?:er)? [\w.]{3,10} (?:\d{4} )?(?:\([^)]{2,20}\) ?)?[-–—] "
)


def dates_in(line: str) -> list[date]:
    """The full dates that a line writes out, in order of the patterns; a month without its day counts as its first day."""
    folded = fold(line)
    found: list[tuple[int, date]] = []
    taken: list[tuple[int, int]] = []
    for pattern, shape in _DATES:
        for match in pattern.finditer(folded):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            day = _date(match, shape)
            if day is not None:
                found.append((match.start(), day))
                taken.append(match.span())
    return [day for _, day in sorted(found)]


def _date(match: re.Match[str], shape: str) -> date | None:
    year = int(match["y"])
    year += 2000 if year < 100 else 0
    month = _MONTHS[match["n"]] if shape in {"named", "month"} else int(match["m"])
    try:
        return date(year, month, 1 if shape in {"ym", "month"} else int(match["d"]))
    except ValueError:
        return None


def published_in(bylines: Iterable[str], opening: Iterable[str]) -> date | None:
    """The day the article, as it stands, appeared: from its publication line, else from a stamp in its opening paragraphs.

    Of « Publié le 17, mis à jour le 18 » the first counts: relative days in the text were written on that day.
    """
    told = [days[0] for line in bylines if (days := dates_in(line))]
    if told:  # a whole day rather than a month that begins with its first
        return next((day for day in told if day.day > 1), told[0])
    for line in opening:
        head = line[:90]
        folded = fold(head)
        stamp = _STAMP.search(folded)
        if stamp is not None and stamp.start() <= 30 and (days := dates_in(head)):
            return days[0]
        if (_DATELINE.match(head)) and (days := dates_in(head)):
            return days[0]
    return None
