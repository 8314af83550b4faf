"""Paragraphs with their roles, as formats with structure give them, made into one text with labels."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from recoupe.model import Role, Span
from recoupe.reading.characters import words
from recoupe.reading.draft import Draft, Label

_SKIPPED = words("""script style noscript template svg math iframe object embed canvas select option textarea head title form button
    amp-ad amp-embed amp-sidebar amp-social-share amp-consent amp-sticky-ad""")
_BLOCKS = words(
    """address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4
    h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul"""
)

_ITEMS = words("li td th")
_HEADINGS = words("h1 h2 h3 h4 h5 h6")
_ASIDES = words("nav footer aside figure figcaption")
_ASIDE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|social|partage|related|associe|similaire|recommend\w*|newsletter|comment(?:s|aires?)?|promo\w*|pub|ads?|advert\w*|"
    r"sidebar|footer|nav|menu|breadcrumb|tags?|outbrain|taboola|cookie\w*|paywall|subscribe|abonne\w*|player|caption|legende)(?:$|[\s_-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or list item, and what its format says it is."""

    text: str
    role: Role = Role.BODY
    item: bool = False  # of a list or table: stands close to its neighbours
    linked: float = 0.0  # share of its letters that are a link's
    aside: bool = False  # stands in navigation, a footer, a share bar … of its page


def draft_of(
    blocks: list[Block], *, title: str = "", outlet: str = "", author: str = "", published: date | None = None, language: str = ""
) -> Draft:
    """A draft whose text is the blocks, a blank line between them, items of one list on neighbouring lines."""
    parts: list[str] = []
    labels: list[Label] = []
    at = 0
    for number, block in enumerate(blocks):
        if number:
            gap = "\n" if block.item and blocks[number - 1].item else "\n\n"
            parts.append(gap)
            at += len(gap)
        parts.append(block.text)
        if block.role is not Role.BODY:
            labels.append(Label(Span(at, at + len(block.text)), block.role))
        at += len(block.text)
    return Draft("".join(parts), title, outlet, author, published, language, tuple(labels))


def blocks_of(tree: Any) -> list[Block]:  # noqa: ANN401  an lxml element
    """Every visible paragraph of an HTML tree, in order."""
    return _Walk().of(tree)


class _Walk:
    """One walk through a tree, without recursion: pages nest as deep as they like."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.pieces: list[str] = []
        self.linked = 0  # letters of the pieces that stand in links
        self.roles: list[Role] = [Role.BODY]
        self.items = self.links = self.asides = 0
        self.titled = False

    def of(self, tree: Any) -> list[Block]:  # noqa: ANN401
        """The blocks of a tree."""
        stack: list[tuple[Any, bool]] = [(tree, False)]
        while stack:
            element, leaving = stack.pop()
            tag = element.tag if isinstance(element.tag, str) else ""
            if leaving:
                self._leave(element, tag)
                if element is not tree:
                    self._say(element.tail)
                continue
            if not tag or tag in _SKIPPED or _is_hidden(element):
                if element is not tree:
                    self._say(element.tail)
                continue
            self._enter(element, tag)
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(element))
        self._flush()
        return self.blocks

    def _enter(self, element: Any, tag: str) -> None:  # noqa: ANN401
        if tag in _BLOCKS:
            self._flush()
            self.items += tag in _ITEMS
            self.asides += _is_aside(element, tag)
            if tag in _HEADINGS:
                self.roles.append(Role.TITLE if tag == "h1" and not self.titled else Role.HEADING)
                self.titled = self.titled or tag == "h1"
        elif tag == "br":
            self.pieces.append("\v")
        self.links += tag == "a"
        self._say(element.text)

    def _leave(self, element: Any, tag: str) -> None:  # noqa: ANN401
        self.links -= tag == "a"
        if tag in _BLOCKS:
            self._flush()
            self.items -= tag in _ITEMS
            self.asides -= _is_aside(element, tag)
            if tag in _HEADINGS:
                self.roles.pop()

    def _say(self, text: str | None) -> None:
        if text:
            self.pieces.append(text)
            self.linked += len(text) if self.links else 0

    def _flush(self) -> None:
        whole = "".join(self.pieces)
        share = self.linked / max(1, len(whole.strip()))
        lines = (re.sub(r"[ \t\r\n\f]+", " ", line).strip() for line in whole.split("\v"))
        self.blocks.extend(Block(line, self.roles[-1], self.items > 0, share, self.asides > 0) for line in lines if line)
        self.pieces.clear()
        self.linked = 0


def _is_hidden(element: Any) -> bool:  # noqa: ANN401
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style or element.get("hidden") is not None


def _is_aside(element: Any, tag: str) -> bool:  # noqa: ANN401
    """Whether an element says of itself that it stands beside the article."""
    return tag in _ASIDES or bool(_ASIDE_NAMES.search(f"{element.get('class') or ''} {element.get('id') or ''}"))
