"""A translated article written out: labelled, escaped, with what is doubtful in place."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from builders import article
from recoupe.model import Doubt, Place, Role, Span, Translation
from recoupe.translating import translate_path
from recoupe.translation import ENGINES, Means
from recoupe.translation.cache import Cache
from recoupe.translation.output import OUTPUT_FORMATS, doubt_words, written

WHEN = datetime(2024, 5, 14, 12)
FRENCH = replace(article("Le maire <a> a compté 300 arbres. Il est parti.\nPartager cette page.\nFin & suite."), outlet="Le Journal")
FRENCH = replace(FRENCH, sentences=tuple(replace(s, role=Role.NOISE) if s.paragraph == 1 else s for s in FRENCH.sentences))
DOUBT = Doubt("changed", "figure", "300 arbres", Span(22, 30))
SAID = (
    Translation(Place("a", 0), "en", "The mayor <a> counted 30 trees.", "Google Translate", WHEN, (DOUBT,)),
    Translation(Place("a", 1), "en", "He left.", "Google Translate", WHEN),
)


def test_text_keeps_paragraphs_leaves_noise_out_and_says_who_translated() -> None:
    text = written([(FRENCH, SAID)], "en", "text")
    assert text.startswith(
        "The mayor <a> counted 30 trees. He left.\n\nFin & suite.\n\n— Machine translation by Google Translate, 2024-05-14."
    )
    assert "Left in the original, because no translation came: 1." in text
    assert "figure changed: 300 arbres" in text
    assert "Partager" not in text


def test_json_gives_each_sentence_with_its_offsets_and_doubts() -> None:
    data = json.loads(written([(FRENCH, SAID)], "en", "json"))
    assert (data["format"], data["version"], data["source"], data["target"]) == ("recoupe.translation", 1, "fr", "en")
    assert [s["id"] for s in data["sentences"]] == ["a.s1", "a.s2", "a.s4"]
    first = data["sentences"][0]
    assert FRENCH.text[first["start"] : first["end"]] == first["text"]
    assert first["doubts"] == [{"code": "changed", "kind": "figure", "original": "300 arbres", "start": 22, "end": 30}]
    assert data["sentences"][2]["translation"] is None


@pytest.mark.parametrize(
    ("doubt", "words", "parole"),
    [
        (DOUBT, "figure changed: 30 trees ← 300 arbres", "chiffre changé\u00a0: 30 trees ← 300 arbres"),
        (replace(DOUBT, code="lost", span=None), "figure lost: 300 arbres", "chiffre perdu\u00a0: 300 arbres"),
        (replace(DOUBT, kind="date"), "date changed: 30 trees ← 300 arbres", "date changée\u00a0: 30 trees ← 300 arbres"),
        (replace(DOUBT, code="added", original=""), "figure added: 30 trees", "chiffre ajouté\u00a0: 30 trees"),
    ],
)
def test_a_doubt_says_what_became_of_what(doubt: Doubt, words: str, parole: str) -> None:
    assert doubt_words(doubt, "en", SAID[0].text) == words
    assert doubt_words(doubt, "fr", SAID[0].text) == parole


def test_days_are_written_as_whoever_asks_writes_them() -> None:
    day = replace(FRENCH, published=WHEN.date())
    for form in OUTPUT_FORMATS:
        text = written([(day, SAID)], "en", form, lambda d: f"{d.day} May")
        assert "14 May" in text
        assert "2024-05-14" not in text.replace("2024-05-14T12:00:00", "")


def test_html_sets_both_languages_side_by_side_and_escapes_them() -> None:
    page = written([(FRENCH, SAID)], "en", "bilingual-html")
    assert '<td class="original" lang="fr">Le maire &lt;a&gt; a compté 300 arbres. Il est parti.</td>' in page
    assert 'counted <mark title="figure changed: 300 arbres">30 trees</mark>.' in page
    assert '<span class="left" lang="fr">Fin &amp; suite.</span>' in page
    assert "<script" not in page
    assert "http" not in page


def test_several_articles_are_one_document() -> None:
    told = [(FRENCH, SAID), (replace(FRENCH, id="b", outlet="Le Quotidien"), ())]
    data = json.loads(written(told, "en", "json"))
    assert [a["article"] for a in data["articles"]] == ["a", "b"]
    page = written(told, "en", "bilingual-html")
    assert page.count("<!DOCTYPE") == page.count("</html>") == 1
    assert page.count("<article>") == page.count("</article>") == page.count("<table>") == 2
    assert "Le Journal" in page
    assert "Le Quotidien" in page
    first, second = written(told, "en", "text").split("2024-05-14.")
    assert "The mayor" in first
    assert "Le maire" in second


def test_a_sentence_written_by_hand_is_not_called_a_machine_s() -> None:
    by_hand = tuple(replace(t, by_hand=True) for t in SAID)
    assert "Machine" not in written([(FRENCH, by_hand)], "en", "text")


def test_a_doubt_that_nobody_knows_is_told_by_its_own_name() -> None:
    assert doubt_words(Doubt("bent", "colour", "rouge"), "en") == "colour bent: rouge"


def test_an_unknown_format_is_a_fault() -> None:
    with pytest.raises(ValueError, match="pdf"):
        written([(FRENCH, SAID)], "en", "pdf")


@pytest.mark.usefixtures("toy")
def test_a_file_is_read_translated_checked_and_written_in_one_go(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Le maire de Lille a annoncé lundi que la grève durerait 12 jours.\n\nAucun blessé n'a été signalé à Metz.\n", encoding="utf-8"
    )
    offline = next(e for e in ENGINES if e.name == "offline")
    told = translate_path(path, Means(offline, Cache(tmp_path / "c.sqlite")), "en", now=WHEN)
    text = written([(article, outcome.translations) for article, outcome in told], "en", "text")
    assert "The mayor of Lille announced on Monday that the strike would last 12 days." in text
    assert "No injuries were reported in Metz." in text
    assert "To check" not in text
    assert [outcome.asked for _, outcome in told] == [2]
