"""A CTranslate2 model in memory, saying one sentence at a time."""

from __future__ import annotations

import os
from pathlib import Path

import ctranslate2
import sentencepiece

from recoupe.errors import TranslationFailed

_BEAM = 2  # for a plain machine's sake; larger beams hardly read better
_SPACE = "▁"  # what SentencePiece writes for a space


class Speaker:
    """The model of a folder, loaded. `pieces` is the name of its SentencePiece file, `prefix` a token some models want first."""

    def __init__(self, folder: Path, pieces: str, prefix: str = "") -> None:
        weights = folder / "model" if (folder / "model").is_dir() else folder
        try:
            self._pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / pieces))
            self._translator = ctranslate2.Translator(
                str(weights), device="cpu", inter_threads=1, intra_threads=min(4, os.cpu_count() or 1)
            )
        except (RuntimeError, ValueError, OSError) as error:
            raise _damaged(error) from None
        self._prefix = prefix

    def say(self, sentence: str) -> str:
        """The sentence in the model's other language."""
        tokens = self._pieces.encode(sentence, out_type=str)
        try:
            result = self._translator.translate_batch(
                [tokens],
                target_prefix=[[self._prefix]] if self._prefix else None,
                beam_size=_BEAM,
                length_penalty=0.2,
                replace_unknowns=True,
                max_decoding_length=3 * len(tokens) + 20,
            )
        except (RuntimeError, ValueError) as error:
            raise _damaged(error) from None
        said = [token for token in result[0].hypotheses[0] if token != self._prefix]
        return "".join(said).replace(_SPACE, " ").strip()


def _damaged(error: Exception) -> TranslationFailed:
    return TranslationFailed("damaged_model", reason=(str(error).splitlines() or [type(error).__name__])[0][:160])
