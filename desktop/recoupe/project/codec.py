"""A project as plain JSON, and back: `study.json` inside a `.recoupe` file, documented in `FORMAT` below.

    {"format": 3, "program": "recoupe", "version": "0.1.0",
     "project": {"title", "articles", "decisions", "analysis", "translations", "revisions"},
     "originals": {ARTICLE: {"name": "originals/ARTICLE/FILE", "read_at": "…"}},
     "copy_of": "/path/of/the/study.recoupe"}          (in a recovery copy only)

The members of "project" are the dataclasses of the model field by field, defaults left out (see `model.plain`). Keys are sorted by the
order of the fields, so one project always gives the same bytes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import Any, NoReturn

from recoupe import __version__
from recoupe.model import Analysis, Article, Place, Project
from recoupe.model.plain import Unfit, from_plain, to_plain
from recoupe.project.upgrade import FORMAT, upgraded

_MOST_BYTES = 48 * 2**20
_MOST_OBJECTS = 3_000_000  # each becomes some hundred bytes of memory


@dataclass(frozen=True, slots=True)
class Original:
    """Where in the study the file stands that an article was read from."""

    name: str
    read_at: str = ""


@dataclass(frozen=True, slots=True)
class Study:
    """What a study file holds.

    The project, the program's version that saved it, where the original files stand by article, and (in a recovery
    copy) the path of the study it is a copy of.
    """

    project: Project
    version: str = __version__
    originals: dict[str, Original] = field(default_factory=dict)
    copy_of: str = ""


def encode(study: Study) -> bytes:
    """The study as UTF-8 JSON, compact and the same every time.

    What would be too large to be opened again is written without its findings, which can be made anew; raises `Unfit` where even that is
    too large.
    """
    raw = _encoded(study)
    if _is_too_large(raw):
        raw = _encoded(replace(study, project=replace(study.project, analysis=Analysis())))
    if _is_too_large(raw):
        raise Unfit("too large for a study")
    return raw


def _is_too_large(raw: bytes) -> bool:
    return len(raw) > _MOST_BYTES or raw.count(b"[") + raw.count(b"{") > _MOST_OBJECTS


def _encoded(study: Study) -> bytes:
    data: dict[str, object] = {
        "format": FORMAT,
        "program": "recoupe",
        "version": study.version,
        "project": to_plain(study.project),
        "originals": {ident: to_plain(original) for ident, original in sorted(study.originals.items())},
    }
    if study.copy_of:
        data["copy_of"] = study.copy_of
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def decode(raw: bytes) -> Study:
    """The study that `encode` wrote, or an older program; raises `Unfit` for what is none and `Newer` for a later format."""
    if _is_too_large(raw):
        raise Unfit("too large for a study")
    try:
        data = json.loads(raw.decode("utf-8", "surrogatepass"), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise Unfit("no JSON") from error
    if not isinstance(data, dict):
        raise Unfit("no study")
    data = upgraded(data)
    project: Project = from_plain(Project, data.get("project"), "project")
    originals = data.get("originals", {})
    if not isinstance(originals, dict):
        raise Unfit("originals: no object")
    found = {ident: from_plain(Original, entry, f"originals.{ident}") for ident, entry in originals.items()}
    return Study(_checked(project), str(data.get("version", "")), found, str(data.get("copy_of", "")))


def _no_constant(name: str) -> NoReturn:
    raise Unfit(f"{name} is no number")


def _checked(project: Project) -> Project:
    """The project if its articles hold together; findings that point to nothing are dropped, for they can be made again."""
    sentences: dict[str, int] = {}
    for article in project.articles:
        if article.id in sentences:
            raise Unfit(f"article {article.id!r} stands there twice")
        _check_spans(article)
        sentences[article.id] = len(article.sentences)
    for revision in project.revisions:
        _check_spans(revision.earlier)
        if revision.earlier.id not in sentences:
            raise Unfit(f"an earlier version of {revision.earlier.id!r}, which is no article of the study")
    lengths = {a.id: len(a.text) for a in project.articles}

    def stands(place: Place) -> bool:
        return 0 <= place.sentence < sentences.get(place.article, 0)

    translations = tuple(t for t in project.translations if stands(t.place))
    analysis = project.analysis if _holds(project.analysis, stands, lengths) else Analysis()
    if translations == project.translations and analysis is project.analysis:
        return project
    return replace(project, analysis=analysis, translations=translations)


def _check_spans(article: Article) -> None:
    at = 0
    for sentence in article.sentences:
        if not at <= sentence.span.start <= sentence.span.end <= len(article.text):
            raise Unfit(f"article {article.id!r}: its sentences do not fit its text")
        at = sentence.span.start
    if any(not 0 <= d.start <= d.end <= len(article.text) for d in article.doubled):
        raise Unfit(f"article {article.id!r}: doubled words do not fit its text")


def _holds(analysis: Analysis, stands: Any, lengths: dict[str, int]) -> bool:  # noqa: ANN401 (a callable)
    facts = {f.id for f in analysis.facts}
    events = {e.id for e in analysis.events}
    return (
        all(stands(f.place) and 0 <= f.span.start <= f.span.end <= lengths[f.place.article] for f in analysis.facts)
        and all(stands(p) for e in analysis.events for p in e.members)
        and all(stands(link.left) and stands(link.right) for e in analysis.events for link in e.links)
        and all(c.event in events | {""} and facts.issuperset(c.facts) for c in analysis.comparisons)
        and all(facts.issuperset((j.left, j.right)) for c in analysis.comparisons for j in c.judgements)
        and all(c.left in lengths and c.right in lengths for c in analysis.copies)
        and all(stands(p) for c in analysis.copies for pair in c.passages for p in pair)
    )
