"""What tests of translating share."""

from __future__ import annotations

import pytest

from recoupe.interface.checker import Checker
from recoupe.model import Translation
from recoupe.progress import Progress
from recoupe.translation.annotated import Annotated


@pytest.fixture
def unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Translations are taken as they come: the worker process has tests of its own."""

    def annotate(_self: Checker, _article: object, translations: tuple[Translation, ...], _facts: object, _progress: Progress) -> Annotated:
        return Annotated(tuple(translations), {})

    monkeypatch.setattr(Checker, "annotate", annotate)
