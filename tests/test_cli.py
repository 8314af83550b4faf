"""The command line behaves as a good Unix command does: answers on standard output, words on standard error, telling exit codes."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from recoupe.__main__ import main
from recoupe.analysis import analyse
from recoupe.model import Noted, Project, Verdict
from recoupe.project import save_study
from recoupe.reading import read_path

ONE = "Incendie à Lorient\n\nLe feu a fait 12 blessés mardi soir, selon les pompiers. Le maire, Jean Le Gall, s'est rendu sur place.\n"
TWO = "Un incendie ravage un entrepôt de Lorient\n\nDix-sept personnes ont été blessées mardi dans l'incendie, selon la préfecture.\n"


@pytest.fixture
def story(tmp_path: Path) -> tuple[str, str]:
    (tmp_path / "a.txt").write_text(ONE, "utf-8")
    (tmp_path / "b.txt").write_text(TWO, "utf-8")
    return str(tmp_path / "a.txt"), str(tmp_path / "b.txt")


def test_the_comparison_as_json_is_the_public_contract(story: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *story, "--format", "json", "--published", "a=2024-05-14", "--published", "b=2024-05-15"]) == 0
    answer = capsys.readouterr()
    told = json.loads(answer.out)
    assert told["format"] == "recoupe.comparison"
    assert [a["published"] for a in told["articles"]] == ["2024-05-14", "2024-05-15"]
    assert [a["text"] for a in told["articles"]] == [ONE, TWO]
    (row,) = (g for g in told["fact_groups"] if g["verdict"] == "contradiction")
    facts = {f["id"]: f["text"] for f in told["facts"]}
    assert {facts[i] for i in row["facts"]} == {"12 blessés", "Dix-sept personnes"}
    assert answer.err == ""


def test_the_comparison_as_text_names_both_papers_and_the_verdict(story: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *story]) == 0
    text = capsys.readouterr().out
    assert "Contradiction" in text
    assert "12 blessés" in text
    assert "Dix-sept personnes" in text


def test_output_goes_to_the_file_asked_for(story: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.json"
    assert main(["compare", *story, "--format", "json", "-o", str(out)]) == 0
    assert json.loads(out.read_text("utf-8"))["version"] == 1
    assert capsys.readouterr().out == ""


def test_a_report_is_written_in_the_format_its_name_asks_for(story: tuple[str, str], tmp_path: Path) -> None:
    out = tmp_path / "récit.html"
    assert main(["report", *story, "-o", str(out), "--language", "fr", "--title", "L'incendie"]) == 0
    assert "L’incendie" in out.read_text("utf-8").replace("&#39;", "’").replace("'", "’")


def test_what_cannot_be_read_is_said_and_the_rest_compared(
    story: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.txt").write_bytes(bytes(range(256)) * 40)
    unreadable = [str(tmp_path / name) for name in ("empty.txt", "picture.txt", "gone.txt")]
    assert main(["compare", *story, *unreadable]) == 1
    answer = capsys.readouterr()
    assert "“empty.txt” is empty" in answer.err
    assert "“picture.txt” is not a text" in answer.err
    assert "“gone.txt” was not found" in answer.err
    assert answer.err.count("recoupe: ") == 3
    assert "12 blessés" in answer.out


def test_one_article_is_too_few(story: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", story[0]]) == 1
    assert "at least two articles; 1 could be read" in capsys.readouterr().err


def test_a_date_for_an_article_that_is_not_there_is_said(story: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *story, "--published", "z=2024-05-14"]) == 1
    assert "No article has the id “z”; the ids are: a, b." in capsys.readouterr().err


@pytest.mark.parametrize(
    "wrong", [["compare"], ["compare", "a.txt", "--published", "yesterday"], ["compare", "a.txt", "--format", "pdf"], ["--odd"]]
)
def test_a_wrong_command_line_is_exit_code_2(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(wrong)
    assert stop.value.code == 2
    assert "usage: recoupe" in capsys.readouterr().err


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--version"])
    assert stop.value.code == 0
    assert capsys.readouterr().out.startswith("Recoupe ")


def test_an_unknown_report_format_names_the_known_ones(story: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", *story, "-o", str(tmp_path / "out.xyz")]) == 1
    error = capsys.readouterr().err
    assert "“out.xyz”" in error
    assert ".html" in error


def test_a_study_is_reported_with_its_rulings(story: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles = [article for path in story for article in read_path(Path(path), now=datetime(2026, 1, 1))]
    analysis = analyse(articles)
    row = next(c for c in analysis.comparisons if c.verdict is Verdict.CONTRADICTION)
    kept = Project("Lorient", tuple(articles), (Noted(row.id, "Rappeler les pompiers."),), analysis)
    save_study(kept, tmp_path / "feu.recoupe")
    assert main(["report", str(tmp_path / "feu.recoupe"), "-o", str(tmp_path / "out.md")]) == 0
    text = (tmp_path / "out.md").read_text("utf-8")
    assert "Lorient" in text
    assert "Rappeler les pompiers." in text
    assert main(["compare", str(tmp_path / "feu.recoupe"), "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["articles"]) == 2


def test_a_report_can_be_cut_down_to_articles_verdicts_and_states(
    story: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, report = tmp_path / "out.csv", tmp_path / "out.md"
    assert main(["report", *story, "-o", str(table), "--verdict", "contradiction", "--state", "to_check"]) == 0
    assert "12 blessés" in table.read_text("utf-8-sig")
    assert main(["report", *story, "-o", str(table), "--verdict", "agreement", "--verdict", "precision"]) == 0
    assert "12 blessés" not in table.read_text("utf-8-sig")
    assert main(["report", *story, "-o", str(report), "--article", "a"]) == 0
    assert "Dix-sept" not in report.read_text("utf-8")
    capsys.readouterr()
    assert main(["report", *story, "-o", str(report), "--article", "z"]) == 1
    assert "“z”" in capsys.readouterr().err
