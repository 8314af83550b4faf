"""Loading spaCy: once, without libraries that nothing here needs, and never in the way of a stop."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest

from recoupe import pipelines
from recoupe.analysis import prepare
from recoupe.errors import Cancelled, ResourceMissing
from recoupe.pipelines import pipeline


def test_loading_brings_no_command_line_and_no_second_framework_along() -> None:
    probe = (
        "import sys; from recoupe.pipelines import pipeline; pipeline('fr'); "
        "print([m for m in ('torch', 'spacy.cli', 'typer', 'requests') if m in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


def test_a_pipeline_is_loaded_once() -> None:
    assert pipeline("fr") is pipeline("fr")


def test_who_waits_for_a_pipeline_can_be_stopped() -> None:
    told: list[str] = []

    def stop(stage: str, _done: int, _total: int) -> None:
        told.append(stage)
        raise Cancelled

    with pipelines._locks["fr"], pytest.raises(Cancelled):  # as while another thread loads it
        pipeline("fr", stop)
    assert told == ["loading"]


def test_lemmas_are_looked_up_in_every_table() -> None:
    lemmas = {t.text: t.lemma_ for t in pipeline("fr")("Les travaux des chevaux finissaient vers les yeux du 2e maire")}
    assert (lemmas["travaux"], lemmas["finissaient"], lemmas["yeux"], lemmas["2e"]) == ("travail", "finir", "oeil", "deuxième")


def test_models_are_made_ready_beside_and_what_is_missing_is_told_later(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def load(language: str) -> None:
        asked.append(language)
        raise ResourceMissing("missing", name=language)

    monkeypatch.setattr("recoupe.analysis.pipeline", load)
    for language in ("fr", "en"):
        prepare(language)
        for thread in threading.enumerate():
            if thread.name == f"models-{language}":
                thread.join()
    assert asked == ["fr", "en"]
