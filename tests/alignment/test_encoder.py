"""The packaged encoder: whole, independent of company, and the same from the cache."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest

from recoupe.alignment.encoder import WIDTH, Encoder
from recoupe.errors import Cancelled, ResourceMissing
from recoupe.files import resource

TEXTS = [
    "Le train a déraillé près de la gare.",
    "A train came off the rails near the station.",
    "Le prix du blé recule encore cette semaine.",
]


def test_the_version_is_that_of_the_files() -> None:
    folder = resource("models", "encoder")
    digest = hashlib.sha256((folder / "model.onnx").read_bytes() + (folder / "tokenizer.json").read_bytes()).hexdigest()
    assert (folder / "version.txt").read_text().strip() == digest[:16]


def test_a_vector_does_not_depend_on_its_company_or_on_the_cache() -> None:
    together = Encoder().encode(TEXTS)
    cached = Encoder().encode(TEXTS[::-1])[::-1]
    assert together.shape == (3, WIDTH)
    assert np.array_equal(together, cached)
    alone = Encoder()
    alone._cache.get = lambda texts: {}  # type: ignore[method-assign]
    assert np.array_equal(alone.encode(TEXTS[1:2])[0], together[1])


def test_the_same_said_in_two_languages_lies_closer_than_another_matter() -> None:
    french, english, other = Encoder().encode(TEXTS)
    assert french @ english > max(french @ other, english @ other) + 0.05


def test_vectors_have_length_one() -> None:
    assert np.linalg.norm(Encoder().encode(TEXTS), axis=1) == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize("text", ["", "?", "é" * 100_000, "日本 😀 \x00 \ud800"])
def test_any_text_has_a_vector(text: str) -> None:
    assert np.isfinite(Encoder().encode([text])).all()


def test_nothing_to_encode_loads_nothing() -> None:
    encoder = Encoder()
    assert encoder.encode([]).shape == (0, WIDTH)
    assert encoder._model is None


def test_a_stop_is_heard() -> None:
    def stop(stage: str, done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        Encoder().encode(TEXTS, stop)


def test_vectors_made_ahead_are_those_made_at_need() -> None:
    encoder = Encoder()
    with encoder.ahead(TEXTS):
        vectors = encoder.encode(TEXTS[::-1])[::-1]
    assert np.array_equal(vectors, Encoder().encode(TEXTS))


def test_the_model_is_there_before_other_work_begins_where_it_is_needed() -> None:
    Encoder().encode(TEXTS)
    again, other = Encoder(), Encoder()
    with again.ahead(TEXTS):
        assert again._model is None
    with other.ahead([*TEXTS, "Une phrase de plus, que personne n'a dite."]):
        assert other._model is not None


def test_who_waits_for_vectors_made_ahead_can_be_stopped_and_ends_them() -> None:
    told: list[str] = []

    def stop(stage: str, done: int, total: int) -> None:
        told.append(stage)
        raise Cancelled

    encoder = Encoder()
    sentences = [f"Le train numéro {n} est parti à l'heure." for n in range(400)]
    with pytest.raises(Cancelled), encoder.ahead(sentences):
        encoder.encode(sentences, stop)
    assert told == ["encoding"]
    assert encoder._under_way is None
    assert len(encoder._recent) < len(sentences)


def test_a_fault_met_ahead_is_told_to_who_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Encoder) -> None:
        raise ResourceMissing("damaged", name="models/encoder", reason="")

    monkeypatch.setattr(Encoder, "load", fail)
    encoder = Encoder()
    with pytest.raises(ResourceMissing), encoder.ahead(["Un texte que personne n'a encore vu."]):
        encoder.encode(["Un texte que personne n'a encore vu."])
