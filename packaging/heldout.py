"""Sentence vectors of the annotated stories, each by an encoder that was tuned without its story.

The file holds digests of the sentences and their vectors, no text. packaging/train_encoder.py --folds writes it.
"""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from recoupe.alignment.encoder import encoder

VECTORS = Path(__file__).with_name("alignment_vectors.npz")


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
    seen the story.
    """
    kept = _kept()
    missing = [text for text in texts if digest(story, text) not in kept]
    if missing:
        print(f"{story}: {len(missing)} of {len(texts)} sentences are cut anew; run train_encoder.py --folds", file=sys.stderr)
    anew = dict(zip(missing, encoder().encode(missing), strict=True))
    return np.stack([anew[text] if text in anew else kept[digest(story, text)] for text in texts]).astype(np.float32)
