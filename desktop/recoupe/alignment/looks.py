"""What every two articles say of their pairs of sentences, kept from one alignment to the next.

All of it hangs on two articles alone, but for what third ones witness. So after an edit in one article what is known of any two others
is found again, by the very profiles and vectors it was made from, and of these only the pairs are looked at anew of which a third
article says something else.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from recoupe.alignment.features import Profile
from recoupe.alignment.ranking import near, ranks
from recoupe.alignment.rarity import Flags, Floats, Indices
from recoupe.alignment.rules import of_others, same_words
from recoupe.alignment.similarity import Story
from recoupe.alignment.surroundings import THIRDS, surroundings, thirds
from recoupe.alignment.trees import Scorer, scorer
from recoupe.progress import Progress, silent

UNLIKE = 0.01  # probability at the first look below which a pair is not looked at again
_ALL = 60_000  # pairs up to which every one is looked at: about seven articles of 800 words; beyond, the nearest of each sentence
_AT_ONCE = 16_384  # pairs whose evidence is held at one time
_KEPT = 96 << 20  # bytes of looks that are kept for the next alignment; beyond, some articles are looked at anew
_STEPS = 1_000  # of the work on two articles, for whoever is told of its progress


@dataclass(frozen=True, slots=True)
class Look:
    """The pairs of two articles' sentences that are not plainly unlike, by numbers among the sentences of the two.

    `first` is what the first look makes of each, `evidence` what the second has to go by but for what third articles witness, `others`
    and `same` what `recoupe.alignment.rules` knows of them; `second` the logarithm of the odds at the second look, with `thirds` for
    what third articles witnessed then.
    """

    rows: Indices
    columns: Indices
    first: Floats
    evidence: Floats
    others: Flags
    same: Flags
    thirds: Floats
    second: NDArray[np.float64]

    @property
    def size(self) -> int:
        """Bytes that it takes, roughly."""
        return self.evidence.nbytes + self.thirds.nbytes + 32 * len(self.rows)


@dataclass(frozen=True, slots=True)
class _Known:
    """What was looked at last; the profiles and the scorer are held, for they are known again by being the same objects."""

    profiles: Sequence[Profile] = ()
    scorer: Scorer | None = None
    looks: Mapping[Hashable, Look] = field(default_factory=dict)


_known = _Known()


def forget() -> None:
    """Look at everything anew."""
    global _known  # noqa: PLW0603
    _known = _Known()


def looks(story: Story, progress: Progress = silent) -> list[Look]:
    """What every two articles say of their pairs, in the order of `story.twos`.

    Of a large story only pairs are looked at of which one sentence is among the nearest to the other in its article, which keeps the work
    and the memory proportional to sentences times articles.
    """
    global _known  # noqa: PLW0603  put in place whole: another thread's alignment merely finds less
    judge, every = scorer(), story.all_pairs <= _ALL
    before = _known.looks if _known.scorer is judge else {}
    state = [_state(story, own) for own in story.own]
    keys = [(every, state[one], state[other]) for one, other in story.twos]
    missing = [(key, two) for key, two in zip(keys, story.twos, strict=True) if key not in before]
    found = dict(zip((key for key, _ in missing), _first(story, [two for _, two in missing], judge, progress, every=every), strict=True))
    again = _again(story, [before.get(key) or found[key] for key in keys], judge)
    sizes = np.cumsum([look.size for look in again])
    kept = int(np.searchsorted(sizes, _KEPT, side="right"))
    _known = _Known(tuple(story.profiles), judge, dict(zip(keys[:kept], again[:kept], strict=True)))
    return again


def _state(story: Story, own: slice) -> Hashable:
    """What tells an article from itself as it was: its profiles by identity, its vectors by their digest."""
    return tuple(map(id, story.profiles[own])), blake2b(story.raw[own].tobytes(), digest_size=16).digest()


def _first(story: Story, twos: Sequence[tuple[int, int]], judge: Scorer, progress: Progress, *, every: bool) -> list[Look]:
    """The first looks at every two of these articles; small ones are taken together, which costs the scorer less."""
    taken: list[list[_Part]] = [[] for _ in twos]
    waiting: list[tuple[int, _Part]] = []
    for number, two in enumerate(twos):
        told = _share(progress, number, len(twos))
        for part in _parts(story.between(*two), told, every=every):
            waiting.append((number, part))
            if sum(len(p.rows) for _, p in waiting) >= _AT_ONCE:
                _look(waiting, judge, taken)
                waiting = []
    _look(waiting, judge, taken)
    return [_whole(story.between(*two), parts) for two, parts in zip(twos, taken, strict=True)]


def _share(progress: Progress, number: int, count: int) -> Progress:
    """Tells of the work on all articles what it is told of that on two of them."""
    return lambda stage, done, total: progress(stage, number * _STEPS + _STEPS * done // max(total, 1), count * _STEPS)


@dataclass(frozen=True, slots=True)
class _Part:
    """Some pairs of two articles' sentences, and what was found of them so far."""

    rows: Indices
    columns: Indices
    evidence: Floats
    same: Flags
    first: Floats

    def only(self, kept: Indices) -> _Part:
        return _Part(self.rows[kept], self.columns[kept], self.evidence[kept], self.same[kept], self.first[kept])


def _parts(two: Story, progress: Progress, *, every: bool) -> Iterable[_Part]:
    """The pairs of two articles that are worth a look, so many at a time."""
    rows, columns = two.pairs() if every else near(two, progress)
    standing = ranks(two, rows, columns, progress)
    for start in range(0, max(len(rows), 1), _AT_ONCE):
        progress("pairing", 2 * len(rows) + start, 3 * len(rows))
        here = slice(start, start + _AT_ONCE)
        evidence = two.evidence(rows[here], columns[here], standing[here])
        same = same_words(two, rows[here], columns[here])
        yield _Part(rows[here], columns[here], evidence, same, np.zeros(len(same), np.float32))


def _look(waiting: Sequence[tuple[int, _Part]], judge: Scorer, taken: Sequence[list[_Part]]) -> None:
    """Look at all pairs that wait, and take what is not plainly unlike."""
    if not waiting:
        return
    first = judge.look(np.concatenate([part.evidence for _, part in waiting]))
    begins = np.cumsum([0, *(len(part.rows) for _, part in waiting)]).tolist()
    for (number, part), (begin, end) in zip(waiting, pairwise(begins), strict=True):
        looked = replace(part, first=first[begin:end])
        taken[number].append(looked.only(np.flatnonzero((looked.first >= UNLIKE) | looked.same)))


def _whole(two: Story, parts: Sequence[_Part]) -> Look:
    """What was found of two articles, and what surrounds each pair in them."""
    rows, columns, evidence, same, first = (
        np.concatenate([getattr(part, name) for part in parts]) for name in ("rows", "columns", "evidence", "same", "first")
    )
    around = surroundings(two, rows, columns, first)
    nothing = np.full((len(rows), len(THIRDS)), np.nan, np.float32)
    return Look(rows, columns, first, np.hstack([evidence, around]), of_others(two, rows, columns), same, nothing, np.zeros(len(rows)))


def _again(story: Story, found: Sequence[Look], judge: Scorer) -> list[Look]:
    """The second looks: at all pairs of which third articles do not witness what they witnessed before."""
    here = [story.of_two(*two) for two in story.twos]
    rows, columns = (np.concatenate([own[end] for own, end in zip(here, ends, strict=True)]) for ends in _ends(found))
    witnessed = thirds(story, rows, columns, np.concatenate([look.first for look in found]))
    changed = (np.concatenate([look.thirds for look in found]) != witnessed).any(axis=1)
    second = np.concatenate([look.second for look in found])
    begins = np.cumsum([0, *(len(look.rows) for look in found)]).tolist()
    parts = [slice(begin, end) for begin, end in pairwise(begins)]
    if changed.any():
        evidence = np.concatenate([look.evidence[changed[part]] for look, part in zip(found, parts, strict=True)])
        second[changed] = judge.second.odds(np.hstack([evidence, witnessed[changed]]))
    return [replace(look, thirds=witnessed[part], second=second[part]) for look, part in zip(found, parts, strict=True)]


def _ends(found: Sequence[Look]) -> tuple[list[Indices], list[Indices]]:
    return [look.rows for look in found], [look.columns for look in found]
