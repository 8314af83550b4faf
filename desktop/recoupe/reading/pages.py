"""Takes the article out of a web page: its title, its paragraphs, and what the page's head says of it.

The page is only parsed: no script is run and nothing that it refers to is loaded.
"""

from __future__ import annotations

import logging
import re
from typing import Any

from recoupe.model import Role
from recoupe.reading.blocks import Block, blocks_of, draft_of
from recoupe.reading.characters import fold
from recoupe.reading.draft import Draft
from recoupe.reading.encoding import decode_page
from recoupe.reading.noise_wording import wording
from recoupe.reading.page_head import PageHead, head_of
from recoupe.reading.trees import parse_html

_BY = re.compile(r"^(?:par|by)\s+(?=\w)", re.IGNORECASE)
_LEAST_BODY = 200  # characters: an extraction with less has probably missed the article


def page_draft(page: bytes | str, address: str = "") -> Draft:
    """The article of a page as text with labels; an empty text where the page holds none."""
    html = decode_page(page) if isinstance(page, bytes) else page
    tree = parse_html(html)
    if tree is None:
        return Draft("")
    head = head_of(tree, address)
    found = _extracted(html, address)
    blocks = _with_structure(_blocks_of_body(found.body), blocks_of(_body_of(tree))) if found is not None else []
    if sum(len(b.text) for b in blocks) < _LEAST_BODY:
        everything = blocks_of(_main_part(tree))
        if sum(len(b.text) for b in everything) > 2 * sum(len(b.text) for b in blocks):
            blocks = everything
    title = head.title or (found.title or "" if found is not None else "")
    author = _BY.sub("", head.author or (found.author or "" if found is not None else ""))
    outlet = head.outlet or (found.sitename or "" if found is not None else "")
    blocks = _with_opening(blocks, title, head, tree)
    return draft_of(blocks, title=title, outlet=outlet, author=author, published=head.published or _date_of(html), language=head.language)


def fragment_draft(html: str) -> Draft:
    """Everything that a copied piece of a page says, in its paragraphs: whoever copied it has chosen already."""
    tree = parse_html(html)
    return draft_of(blocks_of(tree)) if tree is not None else Draft("")


def _extracted(html: str, address: str) -> Any:  # noqa: ANN401  trafilatura is untyped
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its warnings on odd pages tell a user nothing
    return trafilatura.bare_extraction(html, url=address or None, include_comments=False, include_tables=True, with_metadata=True)


def _date_of(html: str) -> Any:  # noqa: ANN401  a date or None
    """The publication date by htmldate's heuristics, where the page's head names none; none where they fall over an odd page."""
    from datetime import date

    import htmldate

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = htmldate.find_date(html, original_date=True, outputformat="%Y-%m-%d", extensive_search=False)
        return date.fromisoformat(found) if found else None
    except Exception:  # noqa: BLE001  a page without its date is better than none, whatever a guess at the date fell over
        return None


def _blocks_of_body(body: Any) -> list[Block]:  # noqa: ANN401  an lxml element of trafilatura's own vocabulary
    """The paragraphs of trafilatura's tree: p, head, list/item, quote, table/row/cell."""
    blocks: list[Block] = []

    def flush(pieces: list[str], role: Role) -> None:
        for line in "".join(pieces).split("\n"):
            text = " ".join(line.split(" ")).strip()
            if text:
                blocks.append(Block(re.sub(r"[ \t]+", " ", text), role))
        pieces.clear()

    def walk(element: Any, pieces: list[str], role: Role) -> None:  # noqa: ANN401
        tag = str(element.tag)
        container = tag in {"p", "head", "item", "quote", "row", "list", "table", "main", "body", "div", "code"}
        own = Role.HEADING if tag == "head" else role
        if container:
            flush(pieces, role)
        elif tag == "lb":
            pieces.append("\n")
        elif tag == "cell" and pieces:
            pieces.append(" | ")
        if element.text and tag != "graphic":
            pieces.append(re.sub(r"\s*\n\s*", " ", element.text) if container or tag != "lb" else element.text)
        for child in element:
            if isinstance(child.tag, str):
                walk(child, pieces, own)
            if child.tail:
                pieces.append(re.sub(r"\s*\n\s*", " ", child.tail))
        if container:
            flush(pieces, own)

    pieces: list[str] = []
    walk(body, pieces, Role.BODY)
    flush(pieces, Role.BODY)
    return blocks


def _body_of(tree: Any) -> Any:  # noqa: ANN401
    found = tree.xpath("//body")
    return found[0] if found else tree


def _with_structure(extracted: list[Block], page: list[Block]) -> list[Block]:
    """The extracted paragraphs as the page itself has them, with the headings and lists between them that the extraction left out."""
    kept = _places(extracted, page)
    if not kept or sum(len(page[i].text) for i in kept) < 0.85 * sum(len(block.text) for block in extracted):
        return extracted
    first, last = min(kept), max(kept)
    return [block for i, block in enumerate(page[: last + 1]) if i in kept or (i > first and _belongs(block))]


def _places(extracted: list[Block], page: list[Block]) -> set[int]:
    """Where the extracted paragraphs stand in the page; of several places of the same words the one nearest to the others."""
    wanted = {fold(block.text) for block in extracted}
    said = [fold(block.text) for block in page]
    whole = " ".join(sorted(wanted - set(said)))  # extracted paragraphs that the page divides otherwise
    where: dict[str, list[int]] = {}
    for i, folded in enumerate(said):
        if folded in wanted or (len(folded) > 60 and folded in whole):
            where.setdefault(folded, []).append(i)
    single = sorted(places[0] for places in where.values() if len(places) == 1)
    middle = single[len(single) // 2] if single else 0
    return {min(places, key=lambda i: abs(i - middle)) for places in where.values()}


def _belongs(block: Block) -> bool:
    """Whether a heading or list item among an article's paragraphs is the article's own."""
    if block.aside or block.linked > 0.5 or wording().of_line(fold(block.text)):
        return False
    return (block.role is not Role.BODY and len(block.text) <= 200) or block.item or len(block.text) > 80


def _main_part(tree: Any) -> Any:  # noqa: ANN401  an lxml element
    """The part of a page that should hold its article."""
    for path in ("//article", "//main", "//*[@role='main']", "//body"):
        found = tree.xpath(path)
        if found:
            return max(found, key=lambda element: len(element.text_content()))
    return tree


def _with_opening(blocks: list[Block], title: str, head: PageHead, tree: Any) -> list[Block]:  # noqa: ANN401
    """The blocks under their title, and under the standfirst where the page shows one that the extraction left out."""
    kept = list(blocks)
    wanted = fold(title)
    if wanted:
        same = next((i for i, block in enumerate(kept[:4]) if fold(block.text) == wanted), None)
        if same is not None:
            kept[same] = Block(kept[same].text, Role.TITLE)
            return kept
    opening = [Block(title, Role.TITLE)] if title else []
    lead = fold(head.description)
    if len(lead) > 60 and not lead.endswith("...") and not _is_said(lead, kept[:8]) and _is_shown(tree, lead):
        opening.append(Block(head.description, Role.BODY))
    return opening + kept


def _is_said(folded: str, blocks: list[Block]) -> bool:
    """Whether a block says a text already, to within a word or a sign."""
    wanted = set(folded.split())
    return any(len(wanted & set(fold(block.text).split())) >= 0.85 * len(wanted) for block in blocks)


def _is_shown(tree: Any, folded: str) -> bool:  # noqa: ANN401
    """Whether a text stands in the page as a paragraph of its own."""
    return any(
        fold(element.text_content()) == folded for element in tree.iter("p", "h2", "h3", "div", "span", "header") if len(element) <= 3
    )
