"""The five articles that the project started from, as they are read."""

from __future__ import annotations

from datetime import date

import pytest
from reading_helpers import read, said

from recoupe.files import seed
from recoupe.model import Role

SEEDS = ("000-projet-de-laboratoire", "001-presse-citron", "002-lancement-xai", "003-dix-mille-gpu", "004-plainte-openai")


@pytest.mark.parametrize("name", SEEDS)
def test_the_text_is_the_files(name: str) -> None:
    path = seed(f"{name}.txt")
    article = read(path)
    assert article.text == path.read_bytes().decode()
    assert (article.id, article.language) == (name, "fr")


def test_what_is_noise() -> None:
    marked = {name: said(read(seed(f"{name}.txt")), Role.NOISE) for name in SEEDS}
    assert [len(marked[name]) for name in SEEDS] == [0, 13, 1, 0, 1]
    assert marked["004-plainte-openai"] == ["date 2024-03"]
    assert marked["002-lancement-xai"] == ["au sommaire"]
    assert marked["001-presse-citron"][0] == "Passer au contenu"
    assert marked["001-presse-citron"][-1].startswith("Votre adresse e-mail ne sera pas publiée.")


def test_what_was_written_twice() -> None:
    article = read(seed("002-lancement-xai.txt"))
    assert [article.text[s.start : s.end] for s in article.doubled] == [
        "ChatGPT", "porte", "Elon Musk", "Tesla", "chiens", "SpaceX", "Twitter", "Google", "Microsoft",
    ]  # fmt: skip


def test_when_they_appeared() -> None:
    days = [read(seed(f"{name}.txt")).published for name in SEEDS]
    assert days == [None, date(2023, 4, 18), None, None, date(2024, 3, 1)]


def test_titles() -> None:
    assert read(seed("001-presse-citron.txt")).title.startswith("FOMO, liberté d’expression")
    assert read(seed("003-dix-mille-gpu.txt")).title == ""
