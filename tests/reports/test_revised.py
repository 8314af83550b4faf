"""What a later version of an article changed is told word by word, before everything else, in every report."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import datetime

import docx
import pytest
from openpyxl import load_workbook
from pdfminer.high_level import extract_text

import studies
from builders import article
from recoupe.model import Article, Means, Noise, Origin, Place, Project
from recoupe.project import with_later_version
from recoupe.reports import FORMATS, Choice, changed, render_report, revised
from recoupe.reports.revised import How

OLD = article("La piscine fermera en mars. Elle coûte 300 000 euros à la ville. Le maire regrette cette décision. Les nageurs protestent.")
NEW = article("La piscine fermera en mars. Les nageurs protestent. Elle coûte 350 000 euros à la ville. Un vote aura lieu lundi.")
NOW = datetime(2024, 5, 17, 9, 0)


def told(old: Article, new: Article) -> list[tuple[str, str]]:
    signs = {"equal": "", "delete": "-", "insert": "+"}
    return [(c.how.value, "".join(f"{signs[k]}{t}" for k, t in c.pieces)) for c in changed(old, new)]


def test_reworded_added_and_removed_in_the_order_of_the_text_and_mere_moves_left_out() -> None:
    assert told(OLD, NEW) == [
        ("reworded", "Elle coûte -300 000+350 000 euros à la ville."),
        ("removed", "-Le maire regrette cette décision."),
        ("added", "+Un vote aura lieu lundi."),
    ]


def test_typography_is_no_change() -> None:
    assert told(article("L'eau coûte 12 000 euros."), article("L’eau coûte 12\u202f000 euros.")) == []


def test_page_noise_is_no_change() -> None:
    study = Project("", (OLD,), (Noise(Place("a", 3), True), Noise(Place("a", 2), True)))
    before = with_later_version(study, "a", NEW)
    assert [c.how for c in changed(OLD, before.articles[0])] == [How.REWORDED, How.REMOVED, How.ADDED]


def test_the_places_are_those_of_the_version_that_has_the_sentence() -> None:
    assert [(c.before, c.after) for c in changed(OLD, NEW)] == [(1, 2), (2, None), (None, 3)]


def test_of_several_replacements_the_latest_leads_and_each_is_told_against_the_next() -> None:
    first = with_later_version(Project("", (OLD,)), "a", NEW)
    newest = replace(NEW, text=NEW.text.replace("lundi", "mardi"))
    found = revised(with_later_version(first, "a", newest), {"a": "Le Matin"}, "en")
    assert [len(r.changes) for r in found] == [1, 3]
    assert "lundi" in dict(found[0].changes[0].pieces)["delete"]


@pytest.mark.parametrize(
    ("language", "line"), [("en", "1 sentence reworded, 1 added, 1 removed"), ("fr", "1 phrase reformulée, 1 ajoutée, 1 supprimée")]
)
def test_one_line_says_how_much_and_since_when(language: str, line: str) -> None:
    read = replace(OLD, origin=Origin(Means.FILE, "x.txt", datetime(2024, 5, 14, 8, 30)))
    [found] = revised(with_later_version(Project("", (read,)), "a", NEW), {"a": "Le Matin"}, language)
    assert line in found.line
    assert "2024" in found.line


def study() -> Project:
    a = studies.articles()[0]
    later = replace(a, text=a.text.replace("2,5 millions", "3,5 millions").replace("mardi 14 mai", "lundi 13 mai"))
    return with_later_version(studies.study(), "a", later)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("chosen", FORMATS, ids=lambda f: f.name)
def test_every_report_leads_with_it(chosen, language: str) -> None:
    raw = render_report(study(), chosen, Choice(language), now=NOW)
    match chosen.name:
        case "docx":
            text = "\n".join(p.text for p in docx.Document(io.BytesIO(raw)).paragraphs)
        case "pdf":
            text = " ".join(extract_text(io.BytesIO(raw)).split())
        case "xlsx":
            sheet = load_workbook(io.BytesIO(raw)).worksheets[0]
            text = " ".join(str(c) for row in sheet.iter_rows(values_only=True) for c in row)
        case "csv" | "tmx":
            return  # a table of facts and a memory of translations: neither has room for it
        case _:
            text = raw.decode()
    assert "2,5" in text.replace("\\", "")
    assert "3,5" in text.replace("\\", "")


def test_as_data_the_changes_stand_beside_the_comparison() -> None:
    chosen = next(f for f in FORMATS if f.name == "json")
    assert "revisions" not in json.loads(render_report(studies.study(), chosen, Choice("en"), now=NOW))
    [found] = json.loads(render_report(study(), chosen, Choice("en"), now=NOW))["revisions"]
    assert found["article"] == "a"
    assert [(c["how"], c["sentence"]) for c in found["changes"]] == [("reworded", "a.s2"), ("reworded", "a.s3")]
    assert "3,5 millions" in found["changes"][1]["is"]
    assert "2,5 millions" in found["changes"][1]["was"]


def test_an_article_left_out_of_the_report_has_no_changes_there() -> None:
    chosen = next(f for f in FORMATS if f.name == "json")
    raw = render_report(study(), chosen, Choice("en", articles=frozenset({"b", "c"})), now=NOW)
    assert "revisions" not in json.loads(raw)
