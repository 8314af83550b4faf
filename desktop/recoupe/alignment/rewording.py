"""What changed, word by word, between two wordings of one passage or two versions of one article (diff-match-patch)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import combinations

from diff_match_patch import diff_match_patch
from rapidfuzz.distance import LCSseq
from rapidfuzz.process import cdist

from recoupe.model import Article, Copy, Place

# a number with its groups and decimals is one word: of « 300 000 » nobody changes the thousands alone
_WORD = re.compile(r"\d{1,3}(?:[ .,\u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.,]\d+)?|\d+[.,]\d+|\w+(?:['’]|(?=\W|$))|\s+|[^\w\s]")
_BODY_WORD = re.compile(r"\w+")
_NEAR_VERBATIM = 0.75  # share of the words of both sentences that stand in both, in order
_SHORTEST = 6  # words: shorter sentences are alike by chance
_RUN = 3  # words in a row that must be shared before two sentences are compared in full
_COPIED = 0.2  # share of an article's words from which it is told as a copy
_VERSION = 0.6  # the same outlet has brought its own article up to date
_REWRITTEN = 0.85  # nearly the whole of both articles, where the outlets are not known
_MANY = 30  # sentences from which comparing them in one call is worth its preparation
_FIRST_SIGN = 0x100  # private characters stand for words; below are none to confuse them with

Change = tuple[str, str]


def changes(left: str, right: str) -> tuple[Change, ...]:
    """The way from one wording to the other, word by word: `("equal" | "delete" | "insert", text)` in order.

    The equal and deleted texts make up the left wording exactly, the equal and inserted ones the right. A word is replaced whole, be it for
    one accent. White space alone between two changed words belongs to the change, so that a rewritten phrase reads as one.
    """
    signs: dict[str, str] = {}
    coded = [_coded(text, signs) for text in (left, right)]
    words = {sign: word for word, sign in signs.items()}
    differ = diff_match_patch()
    differ.Diff_Timeout = 1.0
    found = differ.diff_main(*coded, checklines=False)
    differ.diff_cleanupMerge(found)
    names = {differ.DIFF_EQUAL: "equal", differ.DIFF_DELETE: "delete", differ.DIFF_INSERT: "insert"}
    return _tidied([(names[kind], "".join(words[sign] for sign in text)) for kind, text in found])


def _coded(text: str, signs: dict[str, str]) -> str:
    coded = []
    for match in _WORD.finditer(text):
        word = match.group()
        if word not in signs:
            signs[word] = _sign(len(signs))
        coded.append(signs[word])
    return "".join(coded)


def _tidied(found: list[Change]) -> tuple[Change, ...]:
    """Join changes that only white space parts: one deletion, then one insertion."""
    out: list[Change] = []
    deleted = inserted = ""
    for place, (kind, text) in enumerate(found):
        between = bool(deleted or inserted) and place + 1 < len(found)
        if kind == "delete":
            deleted += text
        elif kind == "insert":
            inserted += text
        elif between and not text.strip():
            deleted, inserted = deleted + text, inserted + text
        else:
            out += _flushed(deleted, inserted)
            deleted = inserted = ""
            out.append((kind, text))
    return tuple(out + _flushed(deleted, inserted))


def _flushed(deleted: str, inserted: str) -> list[Change]:
    return [(kind, text) for kind, text in (("delete", deleted), ("insert", inserted)) if text]


def copies(articles: Sequence[Article]) -> tuple[Copy, ...]:
    """The pairs of articles that share wording: an agency dispatch taken over, or two versions of one article.

    Of a version's pair the earlier article stands left; of other pairs the one whose id comes first. Shares count the words of the
    story, page noise left out.
    """
    signs: dict[str, str] = {}
    known = {a.id: _sentences(a, signs) for a in articles}
    indexed = {ident: _index(sentences) for ident, sentences in known.items()}
    found = []
    for one, other in combinations(sorted(articles, key=lambda a: a.id), 2):
        left, right = sorted((one, other), key=lambda a: (a.published or date.min, a.id)) if _dated(one, other) else (one, other)
        passages = _shared(known[left.id], known[right.id], indexed[right.id])
        shares = [_share(known[a.id], {p[side] for p in passages}) for side, a in enumerate((left, right))]
        if max(shares) < _COPIED:
            continue
        version = _is_version(left, right, min(shares), max(shares))
        if not version and left.id > right.id:
            left, right, passages = right, left, [(r, w) for w, r in passages]
            shares.reverse()
        places = tuple((Place(left.id, a), Place(right.id, b)) for a, b in sorted(passages))
        found.append(Copy(left.id, right.id, round(shares[0], 4), round(shares[1], 4), version, places))
    return tuple(found)


def _dated(one: Article, other: Article) -> bool:
    return one.published is not None and other.published is not None and one.published != other.published


def _is_version(left: Article, right: Article, least: float, most: float) -> bool:
    if left.outlet and right.outlet:
        return left.outlet.casefold() == right.outlet.casefold() and most >= _VERSION
    same_title = bool(left.title) and left.title.casefold() == right.title.casefold()
    return least >= _REWRITTEN or (same_title and most >= _VERSION)


def _sentences(article: Article, signs: dict[str, str]) -> dict[int, str]:
    """The sentences of the story, a character for each word."""
    words = ((i, _BODY_WORD.findall(article.sentence_text(i).casefold())) for i in article.story)
    return {i: "".join(signs.get(w) or signs.setdefault(w, _sign(len(signs))) for w in found) for i, found in words if found}


def _index(sentences: dict[int, str]) -> dict[str, list[int]]:
    """In which sentences each run of words stands."""
    index: dict[str, list[int]] = {}
    for j, words in sentences.items():
        if len(words) >= _SHORTEST:
            for run in _runs(words):
                index.setdefault(run, []).append(j)
    return index


def _shared(left: dict[int, str], right: dict[int, str], index: dict[str, list[int]]) -> list[tuple[int, int]]:
    """The near-verbatim pairs, each sentence at most once, the closest first; `index` is that of the right article."""
    scored: list[tuple[float, int, int]] = []
    for i, words in left.items():
        if len(words) >= _SHORTEST:
            met = sorted(set[int]().union(*(index[run] for run in _runs(words) if run in index)))
            near = _likenesses(words, [right[j] for j in met])
            scored += [(-likeness, i, met[n]) for n, likeness in near]
    taken: set[tuple[str, int]] = set()
    pairs = []
    for _, i, j in sorted(scored):
        if ("l", i) not in taken and ("r", j) not in taken:
            taken |= {("l", i), ("r", j)}
            pairs.append((i, j))
    return sorted(pairs)


def _likenesses(one: str, others: Sequence[str]) -> list[tuple[int, float]]:
    """Which of other sentences are near-verbatim the same, by number, and how alike they are.

    In two very long articles hundreds share three words in a row with a sentence, so they are compared all at once.
    """
    close = [n for n, other in enumerate(others) if 2 * min(len(one), len(other)) >= _NEAR_VERBATIM * (len(one) + len(other))]
    chosen = [others[n] for n in close]
    many = len(close) > _MANY
    common = cdist([one], chosen, scorer=LCSseq.similarity)[0].tolist() if many else [LCSseq.similarity(one, other) for other in chosen]
    found = ((n, 2 * shared / (len(one) + len(others[n]))) for n, shared in zip(close, common, strict=True))
    return [(n, likeness) for n, likeness in found if likeness >= _NEAR_VERBATIM]


def _sign(number: int) -> str:
    """A character of its own for the word of that number; more words than there are characters would share some."""
    number = _FIRST_SIGN + number % 0x100000
    return chr(number if number < 0xD800 else number + 0x800)  # surrogates are no characters


def _runs(words: str) -> set[str]:
    return {words[i : i + _RUN] for i in range(len(words) - _RUN + 1)}


def _share(sentences: dict[int, str], copied: set[int]) -> float:
    total = sum(map(len, sentences.values()))
    return sum(len(sentences[i]) for i in copied) / total if total else 0.0
