"""`recoupe translate`, and `--translate` for `compare` and `report`, with a real model and no network."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recoupe.cli import main
from recoupe.translation.models import install

PACKAGE = Path(__file__).parent / "translation" / "data" / "toy-fr_en.argosmodel"


@pytest.fixture
def story(tmp_path: Path) -> tuple[str, str]:
    """Two articles in the words that the small model knows."""
    texts = (
        "Le maire de Lille a annoncé lundi que la grève durerait 12 jours.\n\nAucun blessé n'a été signalé à Metz.\n",
        "Le maire de Lille a annoncé lundi que la grève durerait 14 jours.\n\nLa réunion n'a pas eu lieu mardi.\n",
    )
    for name, text in zip("ab", texts, strict=True):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    install(PACKAGE)
    return str(tmp_path / "a.txt"), str(tmp_path / "b.txt")


def test_an_article_is_translated_to_standard_output(story: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["translate", story[0], "--engine", "offline"]) == 0
    answer = capsys.readouterr()
    assert answer.out.startswith(
        "The mayor of Lille announced on Monday that the strike would last 12 days.\n\nNo injuries were reported in Metz."
    )
    assert "Machine translation by Offline" in answer.out
    assert not answer.err


def test_two_columns_are_written_to_a_file(story: tuple[str, str], tmp_path: Path) -> None:
    out = tmp_path / "out.html"
    assert main(["translate", *story, "--format", "bilingual-html", "-o", str(out)]) == 0
    assert "The meeting did not take place on Tuesday." in out.read_text("utf-8")


def test_nothing_is_sent_without_permission(story: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["translate", story[0], "--engine", "google"]) == 1
    assert "you have not allowed it" in capsys.readouterr().err


def test_a_direction_without_a_model_leaves_the_original_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    install(PACKAGE)
    path = tmp_path / "e.txt"
    path.write_text(
        "The mayor of the city said on Monday that the school would be closed for the winter and that it was sad.\n", encoding="utf-8"
    )
    assert main(["translate", str(path), "--to", "fr"]) == 1
    answer = capsys.readouterr()
    assert "does not translate from en to fr" in answer.err
    assert answer.out.startswith("The mayor of the city")


def test_a_comparison_can_carry_translations(story: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *story, "--translate", "offline"]) == 0
    assert "the strike would last 14 days" in capsys.readouterr().out


def test_json_says_what_is_doubtful(story: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["translate", story[0], "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert [s["doubts"] for s in data["sentences"]] == [[], []]
