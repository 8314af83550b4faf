"""Which articles are one account: those that took their words from each other, or from one dispatch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from recoupe.model import Article, Copy

_MOSTLY = 0.5  # share of an article's words that stand elsewhere, from which it bears no witness of its own


def independent(articles: Sequence[Article], copies: Sequence[Copy]) -> tuple[tuple[str, ...], ...]:
    """The articles' ids gathered into accounts: as many groups as there are independent witnesses, none empty.

    An article most of whose words stand in another belongs to that other's account, whichever was first; and one patched together from
    several belongs to the one it took most from. So two papers that print one dispatch are one account even where each cut it
    otherwise: what counts as independent must have no chain of copying to anything else. Groups, and the articles in each, stand in the
    order of `articles`; that order changes nothing else. `copies` are what `copies` found among them; others are passed over.
    """
    known = {a.id: a for a in articles}
    here = [c for c in copies if c.left in known and c.right in known]
    leader = {ident: ident for ident in known}
    for one, other in _ties(known, here):
        kept, given = leader[one], leader[other]
        leader = {ident: kept if led == given else led for ident, led in leader.items()}
    groups: dict[str, list[str]] = {}
    for article in articles:
        groups.setdefault(leader[article.id], []).append(article.id)
    return tuple(tuple(group) for group in groups.values())


def _ties(known: Mapping[str, Article], copies: Sequence[Copy]) -> Iterator[tuple[str, str]]:
    """Each two articles of one account that a copy binds directly."""
    for copy in copies:
        if copy.version or max(copy.left_share, copy.right_share) >= _MOSTLY:
            yield copy.left, copy.right
    for ident, article in known.items():
        shared = [c for c in copies if ident in {c.left, c.right}]
        if len(shared) > 1 and _elsewhere(article, shared) >= _MOSTLY:
            yield ident, max((c.left_share, c.right) if c.left == ident else (c.right_share, c.left) for c in shared)[1]


def _elsewhere(article: Article, copies: Sequence[Copy]) -> float:
    """The share of an article's words that stand in any of the articles it shares wording with."""
    words = {i: len(article.sentence_text(i).split()) for i in article.story}
    taken = {p.sentence for c in copies for pair in c.passages for p in pair if p.article == article.id}
    return sum(n for i, n in words.items() if i in taken) / max(sum(words.values()), 1)
