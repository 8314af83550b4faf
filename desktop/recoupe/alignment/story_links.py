"""Which articles tell one story: between others no passage is linked and nothing is compared.

Story link detection (Allan, Topic Detection and Tracking, 2002): a logistic regression on how near two articles come in meaning as a
whole and sentence by sentence, and on the names they share. Single sentences of any two articles are alike now and then; whole articles
of two stories are not. Trained by `packaging/train_story_links.py`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, combinations, groupby, pairwise
from typing import Any

import numpy as np

from recoupe.alignment.features import Profile
from recoupe.alignment.rarity import Floats
from recoupe.errors import ResourceMissing
from recoupe.files import resource

FEATURES = ("meaning", "nearest", "names", "names_shared", "shorter", "longer")
SHORT = 5  # sentences, below which an article is too short to be told apart from anything
_LONG = 40  # sentences, from which on length says nothing more: annotated articles are no longer
_AT_ONCE = 256  # sentences whose likeness with an article's is held at one time


def apart(profiles: Sequence[Profile], vectors: Floats, joined: Collection[tuple[int, int]]) -> frozenset[tuple[int, int]]:
    """Every two articles, by number and the lower one first, that tell two stories.

    `profiles` stand article by article, and `vectors` holds one of length 1 for each. Two articles that both tell a third one's story tell
    one, and so do two of which the user `joined` sentences, given by number.
    """
    linked = {(i, j) for i, j, values in compared(profiles, vectors) if values is None or probability(values) >= _model()["least"]}
    article = [k for k, held in enumerate(_own(profiles)) for _ in range(held.start, held.stop)]
    leader = list(range(len(set(article))))
    for i, j in sorted(linked | {(article[a], article[b]) for a, b in joined}):
        kept, given = leader[i], leader[j]
        leader = [kept if led == given else led for led in leader]
    return frozenset((i, j) for i, j in combinations(range(len(leader)), 2) if leader[i] != leader[j])


def compared(profiles: Sequence[Profile], vectors: Floats) -> Iterator[tuple[int, int, tuple[float, ...] | None]]:
    """Every two articles and what speaks for their telling one story, in the order of `FEATURES`; `None` where one is too short."""
    own = _own(profiles)
    names = [frozenset(name for p in profiles[held] for name in p.names) for held in own]
    middle = [_middle(vectors[held]) for held in own]
    for i, j in combinations(range(len(own)), 2):
        lengths = sorted(held.stop - held.start for held in (own[i], own[j]))
        if lengths[0] < SHORT:
            yield i, j, None
            continue
        shared = len(names[i] & names[j])
        near = _nearest(vectors[own[i]], vectors[own[j]])
        part = shared / (1 + min(len(names[i]), len(names[j])))
        shorter, longer = (math.log(min(n, _LONG)) for n in lengths)
        yield i, j, (float(middle[i] @ middle[j]), near, part, math.log1p(shared), shorter, longer)


def probability(values: Sequence[float]) -> float:
    """How likely two articles tell one story, from what `compared` says of them."""
    model = _model()
    odds = model["bias"] + sum(w * v for w, v in zip(model["weights"], values, strict=True))
    return 1 / (1 + math.exp(-odds))


def _own(profiles: Sequence[Profile]) -> list[slice]:
    """The sentences of each article."""
    ends = list(accumulate((len(list(held)) for _, held in groupby(profiles, key=lambda p: p.place.article)), initial=0))
    return [slice(begin, end) for begin, end in pairwise(ends)]


def _middle(vectors: Floats) -> Floats:
    mean = vectors.mean(axis=0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), np.float32)


def _nearest(one: Floats, other: Floats) -> float:
    """How near the sentences of two articles come to their nearest in the other, on average over both."""
    here, there = np.empty(len(one), np.float32), np.full(len(other), -1, np.float32)
    for start in range(0, len(one), _AT_ONCE):
        lines = slice(start, start + _AT_ONCE)
        alike = one[lines] @ other.T
        here[lines], there = alike.max(axis=1), np.maximum(there, alike.max(axis=0))
    return float(np.concatenate([here, there]).mean())


@cache
def _model() -> Mapping[str, Any]:
    path = resource("models", "story_links.json")
    try:
        model: Mapping[str, Any] = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ResourceMissing("missing", name=path.name) from error
    except ValueError as error:
        raise ResourceMissing("damaged", name=path.name, reason=str(error)) from error
    return model
