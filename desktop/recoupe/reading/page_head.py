"""What a page's head says of its article: JSON-LD first, then Open Graph and other meta elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from recoupe.reading.characters import fold, words

_ARTICLES = words(
    """Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle LiveBlogPosting BlogPosting TechArticle
    Report WebPage"""
)
_MOST_DATA = 500_000  # characters of JSON-LD read: articles' need a few thousand
_SUFFIX = re.compile(r"\s+[-–—|•·]\s+[^-–—|•·]{2,40}$")


@dataclass(frozen=True, slots=True)
class PageHead:
    """Title, outlet, author, first publication date, standfirst and language as the page declares them; empty where it does not."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    published: date | None = None
    description: str = ""
    language: str = ""


def head_of(tree: Any, address: str = "") -> PageHead:  # noqa: ANN401  an lxml element
    """Read the head of a parsed page."""
    data = _linked_data(tree)
    meta = _meta(tree)
    host = re.sub(r"^www\.", "", urlsplit(address).hostname or "")
    author = _names(data.get("author")) or meta.get("author", "") or meta.get("article:author", "")
    language = (tree.get("lang") or meta.get("og:locale", ""))[:2].lower()
    return PageHead(
        title=_title(tree, data, meta),
        outlet=meta.get("og:site_name", "") or _names(data.get("publisher")) or _site_in_title(tree) or host,
        author="" if author.startswith(("http:", "https:")) else author,
        published=_first_date(
            data.get("datePublished"),
            meta.get("article:published_time"),
            meta.get("datepublished"),
            meta.get("date"),
            meta.get("dc.date.issued"),
            meta.get("dc.date"),
            meta.get("pubdate"),
            meta.get("publish-date"),
            meta.get("og:article:published_time"),
        ),
        description=_clean(str(data.get("description") or "")) or meta.get("og:description", "") or meta.get("description", ""),
        language=language if re.fullmatch(r"[a-z]{2}", language) else "",
    )


def _clean(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^<>]{1,200}>", "", text)).strip()


def _meta(tree: Any) -> dict[str, str]:  # noqa: ANN401
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        content = _clean(element.get("content") or "")
        if name and content:
            found.setdefault(name, content)
    return found


def _title(tree: Any, data: dict[str, Any], meta: dict[str, str]) -> str:  # noqa: ANN401
    """The heading that the reader sees, where it is the one that the head declares; else the declared one without the site's name."""
    page_title = _clean(" ".join(tree.xpath("//head/title//text()")[:1]))
    declared = [
        t for t in (_clean(str(data.get("headline") or "")), meta.get("og:title", ""), meta.get("twitter:title", ""), page_title) if t
    ]
    headings = [text for element in tree.iter("h1") if (text := _clean(element.text_content()))]
    for heading in headings:
        if any(_alike(heading, title) for title in declared):
            return heading
    if len(headings) == 1 and (not declared or len(headings[0]) > 25):
        return headings[0]
    if not declared:
        return headings[0] if headings else ""
    site = fold(meta.get("og:site_name", ""))
    bare = _SUFFIX.sub("", declared[0])
    return (
        bare
        if bare != declared[0] and (fold(declared[0][len(bare) :]).strip(" -|") in {site, ""} or declared[0] == page_title)
        else declared[0]
    )


def _site_in_title(tree: Any) -> str:  # noqa: ANN401
    """The site's name where the page's title is its heading and that name behind a bar or dash."""
    page_title = _clean(" ".join(tree.xpath("//head/title//text()")[:1]))
    for element in tree.iter("h1"):
        heading, suffix = _clean(element.text_content()), _SUFFIX.search(page_title)
        if heading and suffix is not None and fold(page_title[: suffix.start()]) == fold(heading):
            return suffix.group().strip(" -–—|•·")
    return ""


def _alike(heading: str, title: str) -> bool:
    """Whether most words of a heading stand in a declared title, or the other way round."""
    a, b = set(re.findall(r"\w{3,}", fold(heading))), set(re.findall(r"\w{3,}", fold(title)))
    if fold(heading) == fold(title):
        return True
    return len(a & b) >= 2 and len(a & b) >= 0.6 * min(len(a), len(b))


def _linked_data(tree: Any) -> dict[str, Any]:  # noqa: ANN401
    """The JSON-LD object that describes the article; empty where there is none."""
    best: dict[str, Any] = {}
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            found = json.loads((script.text or "")[:_MOST_DATA], strict=False)
        except (ValueError, RecursionError):
            continue
        for entry in _entries(found):
            kinds = entry.get("@type")
            names = {str(k) for k in kinds} if isinstance(kinds, list) else {str(kinds)}
            if names & _ARTICLES and ("headline" in entry or "datePublished" in entry) and (not best or names != {"WebPage"}):
                best = {**best, **entry}
    return best


def _entries(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401  JSON
    """Every object of a JSON-LD script, graphs and lists opened."""
    stack = [value]
    while stack:
        current = stack.pop()
        if isinstance(current, list):
            stack.extend(reversed(current))
        elif isinstance(current, dict):
            yield current
            stack.extend(current[key] for key in ("@graph", "mainEntity") if isinstance(current.get(key), (list, dict)))


def _names(value: Any) -> str:  # noqa: ANN401  JSON
    """The names in an author or publisher entry, which may be a text, an object or a list of either."""
    if isinstance(value, str):
        return _clean(value)
    if isinstance(value, dict):
        return _clean(str(value.get("name") or ""))
    if isinstance(value, list):
        return ", ".join(name for entry in value[:5] if (name := _names(entry)))
    return ""


def _first_date(*values: Any) -> date | None:  # noqa: ANN401  JSON and meta contents
    for value in values:
        match = re.search(r"((?:19|20)\d{2})-?(\d{2})-?(\d{2})", str(value or ""))
        if match is not None:
            try:
                return date(*(int(part) for part in match.groups()))
            except ValueError:
                continue
    return None
