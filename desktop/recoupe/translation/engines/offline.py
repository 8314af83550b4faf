"""A translation model of this machine: nothing of the text leaves."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from recoupe.errors import TranslationFailed
from recoupe.pipelines import set_up_alone
from recoupe.translation.engine import Account, Engine, Wait
from recoupe.translation.models import Model, installed
from recoupe.translation.sanity import fault
from recoupe.translation.splitting import in_body, split

_TITLE = "Offline"
_LIMIT = 700  # bytes; these models were trained on single sentences and lose the thread beyond


class Offline:
    """The installed models, each loaded at its first sentence and kept while the engine is."""

    def __init__(self, account: Account, _wait: Wait) -> None:
        self._wanted = account.model
        self._models = installed()
        if not self._models:
            raise TranslationFailed("not_installed", engine=_TITLE)
        self._speakers: dict[str, Any] = {}

    def identity(self, source: str, target: str) -> str:
        """The model that answers, and its weights: another model of another direction changes nothing."""
        model = self._model(source, target)
        return f"offline {model.ident}@{model.checksum[:12]}"

    def translate(self, text: str, source: str, target: str) -> str:
        """The text in the target language."""
        model = self._model(source, target)
        if model.ident not in self._speakers:
            # the library comes in now, not when the program starts
            with set_up_alone():
                speaking = import_module("recoupe.translation.speaking")
                self._speakers[model.ident] = speaking.Speaker(model.folder, model.pieces, model.prefix)
        speaker = self._speakers[model.ident]
        answer = " ".join(speaker.say(piece) for piece in split(text, _LIMIT, in_body))
        code = fault(text, answer, source, target)
        if code:
            raise TranslationFailed(code, engine=_TITLE)
        return answer

    def _model(self, source: str, target: str) -> Model:
        fitting = [m for m in self._models if (m.source, m.target) == (source, target)]
        if not fitting:
            raise TranslationFailed("language", engine=_TITLE, source=source, target=target)
        return next((m for m in fitting if m.ident == self._wanted), fitting[0])


OFFLINE = Engine(name="offline", title=_TITLE, limit=_LIMIT, open=Offline, asks=("model",), found=lambda: bool(installed()))
