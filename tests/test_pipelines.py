"""Loading spaCy: once, without libraries that nothing here needs, and never in the way of a stop."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from recoupe import pipelines
from recoupe.alignment import encoder
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


def test_no_two_libraries_of_native_code_are_set_up_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    under_way: list[str] = []
    most: list[int] = []

    def setting_up(what: str) -> Callable[..., object]:
        def work(*_: object) -> object:
            under_way.append(what)
            time.sleep(0.05)  # in which the others come to their turn if they may
            most.append(len(under_way))
            under_way.remove(what)
            return object()

        return work

    monkeypatch.setattr(pipelines, "_loaded", {})
    monkeypatch.setattr(pipelines, "_load", setting_up("spacy"))
    monkeypatch.setattr(encoder, "_session", setting_up("onnxruntime"))
    monkeypatch.setattr(encoder, "_tokenizer", setting_up("tokenizers"))
    together = threading.Barrier(3)
    doors = (partial(pipeline, "fr"), partial(pipeline, "en"), encoder.Encoder().load)
    threads = [threading.Thread(target=lambda door=door: (together.wait(), door())) for door in doors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1, 1, 1, 1]


def test_who_waits_for_another_library_can_be_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipelines, "_loaded", {})
    let_go, held = threading.Event(), threading.Event()

    def hold() -> None:
        with pipelines.set_up_alone():
            held.set()
            let_go.wait()

    def stop(_stage: str, _done: int, _total: int) -> None:
        raise Cancelled

    other = threading.Thread(target=hold)
    other.start()
    held.wait()
    with pytest.raises(Cancelled):
        pipeline("fr", stop)
    let_go.set()
    other.join()
    assert not pipelines._locks["fr"].locked()


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


def linked(source: Path, copy: Path, but: str) -> None:
    """A model's folder without one of its files, the others where they are."""
    for path in source.rglob("*"):
        if path.is_file() and path.relative_to(source).as_posix() != but:
            place = copy / path.relative_to(source)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, place) if sys.platform == "win32" else place.symlink_to(path)


@pytest.mark.parametrize(
    ("file", "content"),
    [("vocab/vectors", None), ("vocab/vectors", b""), ("vocab/lookups.bin", b"\x07"), ("ner/model", b"\x00" * 99), ("meta.json", b"{")],
    ids=["vectors gone", "vectors empty", "a table of one number", "a model of nothing", "half a description"],
)
def test_a_damaged_pipeline_is_said_in_one_sentence_and_never_used(
    file: str, content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    linked(pipeline("fr").path, tmp_path, file)
    if content is not None:
        (tmp_path / file).write_bytes(content)
    monkeypatch.setattr(pipelines, "MODELS", {"fr": str(tmp_path)})
    monkeypatch.setattr(pipelines, "_loaded", {})
    with pytest.raises(ResourceMissing):
        pipeline("fr")
