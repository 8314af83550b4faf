"""The annotated stories seen as if for the first time: by encoders and scorers that learned nothing from them.

`alignment_vectors.npz` holds digests of their sentences and vectors, no text, each by an encoder that was tuned without its story
(packaging/train_encoder.py --folds writes it); `alignment_left_out.npz` what was learned without each fold of stories
(packaging/train_alignment.py --evaluate writes it). One thing is not left out: the vectors that a fold's scorer learned from come from
encoders of other folds, which had seen the fold's stories.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from gold import folds, own_names
from recoupe.alignment import gathering, looks
from recoupe.alignment.encoder import encoder
from recoupe.alignment.trees import read_scorer
from recoupe.progress import Progress, silent

VECTORS = Path(__file__).with_name("alignment_vectors.npz")
LEFT_OUT = Path(__file__).with_name("alignment_left_out.npz")


def digest(story: str, text: str) -> str:
    """Under which name a sentence's vector is kept; per story, since two stories may share a sentence."""
    return hashlib.blake2b(f"{story}\x1f{text}".encode(), digest_size=12).hexdigest()


@cache
def _kept() -> dict[str, NDArray[np.float16]]:
    with np.load(VECTORS) as stored:
        return dict(zip(stored["keys"].tolist(), stored["vectors"], strict=True))


def held_out_vectors(story: str, texts: list[str]) -> NDArray[np.float32]:
    """The vectors of a story's sentences.

    A sentence that is cut otherwise than when the encoders were tuned gets the packaged encoder's vector, and a word about it: that one has
    seen the story. Those of stories of our own are the packaged encoder's, which learned nothing from them.
    """
    if story in own_names():
        return encoder().encode(texts)
    kept = _kept()
    missing = [text for text in texts if digest(story, text) not in kept]
    if missing:
        print(f"{story}: {len(missing)} of {len(texts)} sentences are cut anew; run train_encoder.py --folds", file=sys.stderr)
    anew = dict(zip(missing, encoder().encode(missing), strict=True))
    return np.stack([anew[text] if text in anew else kept[digest(story, text)] for text in texts]).astype(np.float32)


@contextmanager
def left_out(story: str) -> Iterator[None]:
    """Align as if the program had never seen this story: with the encoder and the scorer of its fold.

    For benchmarks; a story that is in no fold is aligned as the program does.
    """
    fold = folds().get(story)
    if fold is None:
        yield
        return
    with np.load(LEFT_OUT) as stored:
        scorer = read_scorer({n.partition(".")[2]: stored[n] for n in stored.files if n.startswith(f"{fold}.")})

    def encode(texts: Sequence[str], _: Progress = silent) -> NDArray[np.float32]:
        return held_out_vectors(story, list(texts))

    folded = SimpleNamespace(encode=encode, ahead=lambda _: nullcontext(), load=lambda: None)
    with (
        patch.object(gathering, "encoder", lambda: folded),
        patch.object(gathering, "scorer", lambda: scorer),
        patch.object(looks, "scorer", lambda: scorer),
    ):
        yield
