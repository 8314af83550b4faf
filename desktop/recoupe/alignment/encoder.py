"""Sentences as vectors, by the packaged model on ONNX Runtime, cached by text."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from recoupe.alignment.vectors import Vector, VectorCache
from recoupe.errors import Cancelled, ResourceMissing
from recoupe.files import resource
from recoupe.pipelines import set_up_alone
from recoupe.progress import Progress, silent

WIDTH = 384
_THREADS = 2
_LONGEST_TEXT = 2_000  # characters: more than a sentence has; the rest is not read
_LONGEST = 160  # tokens
_TOLD_EVERY = 16  # sentences between two words of progress
_PAUSE = 0.03  # seconds between two words of progress while another thread encodes


class Encoder:
    """The packaged sentence encoder, loaded at first need.

    Each sentence is encoded on its own: in a batch the int8 model scales its numbers by the batch's largest, so that a sentence's
    vector would depend on its company, and the same articles in another order would give other events. Two threads of one sentence
    each are as fast as batches.
    """

    def __init__(self, threads: int = _THREADS) -> None:
        self._threads = threads
        self._model: tuple[Any, Any] | None = None
        self._cache = VectorCache(_version(), WIDTH)
        self._loading = threading.Lock()
        self._recent: dict[str, Vector] = {}  # those asked for last
        self._under_way: Future[object] | None = None
        self._told = 0, 1

    @contextmanager
    def ahead(self, texts: Sequence[str]) -> Iterator[None]:
        """Encode texts beside other work: `encode` will find them, or wait for them. Leaving stops what is not done by then.

        A model that is needed is loaded before, in a sixth of a second: the parsers, which take eight times as long, are set up after it
        and not beside it, and sentences are encoded meanwhile.
        """
        if self._model is None and not self._has(texts):
            with suppress(ResourceMissing):  # told where its vectors are asked for
                self.load()
        left = threading.Event()

        def progress(stage: str, done: int, total: int) -> None:
            del stage
            self._told = done, total
            if left.is_set():
                raise Cancelled

        with ThreadPoolExecutor(1) as pool:
            self._under_way = pool.submit(self._vectors, texts, progress)
            try:
                yield
            finally:
                left.set()
                self._under_way = None

    def encode(self, texts: Sequence[str], progress: Progress = silent) -> NDArray[np.float32]:
        """One vector of length 1 a text, shape (texts, WIDTH); from the cache where the text was seen before."""
        if self._under_way is not None:
            while not self._under_way.done():
                progress("encoding", *self._told)
                wait([self._under_way], _PAUSE)
            self._under_way.result()
        known = self._vectors(texts, progress)
        if not texts:
            return np.zeros((0, WIDTH), np.float32)
        return np.stack([known[text] for text in texts]).astype(np.float32)

    def _has(self, texts: Sequence[str]) -> bool:
        """Whether all these texts were encoded before."""
        wanted = set(texts)
        return len(self._cache.get(list(wanted))) == len(wanted)

    def _vectors(self, texts: Sequence[str], progress: Progress) -> dict[str, Vector]:
        wanted = list(dict.fromkeys(texts))
        known = {text: self._recent[text] for text in wanted if text in self._recent}
        if len(known) < len(wanted):
            known |= self._cache.get([text for text in wanted if text not in known])
        missing = [text for text in wanted if text not in known]
        if missing:
            known |= self._encode_anew(missing, progress)
        self._recent = known
        return known

    def _encode_anew(self, texts: list[str], progress: Progress) -> dict[str, Vector]:
        session, tokenizer = self.load()

        def encode(text: str) -> Vector:
            sound = text[:_LONGEST_TEXT].encode("utf-8", "replace").decode()  # half a surrogate pair is no character
            coded = tokenizer.encode(f"query: {sound}")
            feeds = {"input_ids": np.array([coded.ids]), "attention_mask": np.array([coded.attention_mask])}
            return np.asarray(session.run(None, feeds)[0][0]).astype(np.float16)

        found: dict[str, Vector] = {}
        with ThreadPoolExecutor(self._threads) as pool:
            for start in range(0, len(texts), _TOLD_EVERY):
                progress("encoding", start, len(texts))
                part = texts[start : start + _TOLD_EVERY]
                found.update(zip(part, pool.map(encode, part), strict=True))
        self._cache.put(found)
        progress("encoding", len(texts), len(texts))
        return found

    def load(self) -> tuple[Any, Any]:
        """The model's session and tokenizer, loaded once; raises ResourceMissing."""
        with self._loading:
            if self._model is None:
                with set_up_alone():
                    self._model = _session(), _tokenizer()
            return self._model


def _session() -> Any:  # noqa: ANN401
    import onnxruntime  # a window without articles must not pay for it

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_cpu_mem_arena = False  # a long sentence's working memory would be kept for good
    try:
        path = str(resource("models", "encoder", "model.onnx"))
        return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise ResourceMissing("damaged", name="models/encoder", reason=error) from error


def _tokenizer() -> Any:  # noqa: ANN401
    from tokenizers import Tokenizer

    try:
        tokenizer = Tokenizer.from_file(str(resource("models", "encoder", "tokenizer.json")))
    except Exception as error:
        raise ResourceMissing("damaged", name="models/encoder", reason=error) from error
    tokenizer.no_padding()
    tokenizer.enable_truncation(_LONGEST)
    return tokenizer


@cache
def encoder() -> Encoder:
    """The one encoder of this process."""
    return Encoder()


def _version() -> str:
    """Which model this is: the digest that its builder wrote beside it."""
    path = resource("models", "encoder", "version.txt")
    try:
        return path.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ResourceMissing("missing", name="models/encoder") from error
