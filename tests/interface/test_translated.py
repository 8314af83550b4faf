"""An article in translation is again an article: sentences keep their numbers, facts their marks, doubts their places."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from builders import article
from recoupe.interface.panes.findings import Findings, Mark
from recoupe.interface.panes.translated import Mode, render
from recoupe.model import Article, Doubt, Fact, Name, Place, Project, Role, Span, Translation, Verdict
from windows import Opened

FRENCH = article("Le maire de Lille a compté 300 arbres. Il est parti.\nPartager.\n• Fin à Lille.")
FRENCH = replace(FRENCH, sentences=tuple(replace(s, role=Role.NOISE) if s.paragraph == 1 else s for s in FRENCH.sentences))
DOUBT = Doubt("changed", "figure", "300 arbres", Span(27, 35))
SAID = (
    Translation(Place("a", 0), "en", "The mayor of Lille counted 30 trees.", "x", doubts=(DOUBT,)),
    Translation(Place("a", 1), "en", "He left.", "x"),
)


def fact(text: Article, words: str, sentence: int) -> Fact:
    at = text.text.index(words)
    return Fact(f"a:{at}", "place", Place("a", sentence), Span(at, at + len(words)), "", Name(words, words))


def words(text: Article, index: int) -> str:
    span = text.sentences[index].span
    return text.text[span.start : span.end]


def test_a_corrected_sentence_leaves_the_reader_where_he_was(qtbot: QtBot) -> None:
    """In the translation: the view went to the original of what stood at its top."""
    one = article("\n".join(f"La piste numéro {n} est écartée par le procureur de la République, qui attend." for n in range(60)))
    said = tuple(Translation(Place("a", n), "en", f"Lead number {n} is ruled out. " * 4, "x") for n in range(60))
    opened = Opened(qtbot, Project("", (one,), translations=said))
    opened.window.translator.set_mode("a", Mode.BOTH)
    opened.settle()
    text = opened.window.row.panes[0].text
    twin = text.document().findBlockByNumber(41)
    text.verticalScrollBar().setValue(round(text.document().documentLayout().blockBoundingRect(twin).top()) + 20)
    opened.settle()
    before = text.cursorForPosition(QPoint(5, 5)).block().blockNumber()
    opened.window.translator.write(one, 22, "Set right by hand.", "correct")
    opened.settle()
    assert before == text.cursorForPosition(QPoint(5, 5)).block().blockNumber() == 41


def test_the_band_of_an_indented_twin_reaches_as_far_as_its_words(qtbot: QtBot) -> None:
    """It stopped short by the indent, so that words stood out of their band."""
    one = article("La piste criminelle est écartée par le procureur de la République, qui attend les conclusions des experts. " * 3)
    said = tuple(Translation(Place("a", n), "en", "The prosecutor awaits what the experts say. " * 3, "x") for n in range(3))
    opened = Opened(qtbot, Project("", (one,), translations=said))
    opened.window.translator.set_mode("a", Mode.BOTH)
    text = opened.window.row.panes[0].text
    text.set_findings(Findings(aligned=frozenset(range(len(text.shown.article.sentences)))))
    for block, _ in text.visible_blocks():
        lines = [block.layout().lineAt(n).naturalTextRect() for n in range(block.layout().lineCount())]
        bands = [path.boundingRect() for _, path in text.sketch(block).passages]
        assert max(band.right() for band in bands) >= max(line.right() for line in lines) - 1


def test_in_translation_each_sentence_stands_in_place_of_its_original() -> None:
    rendering = render(FRENCH, SAID, "en", Mode.TRANSLATION)
    assert [words(rendering.article, i) for i in range(4)] == [SAID[0].text, SAID[1].text, "Partager.", words(FRENCH, 3)]
    shown = rendering.shown(with_noise=False)
    assert shown.text == "The mayor of Lille counted 30 trees. He left.\n• Fin à Lille."
    assert shown.sentence_at(shown.position(rendering.article.sentences[1].span.start)) == 1


def test_in_both_each_paragraph_has_its_translation_under_it() -> None:
    rendering = render(FRENCH, SAID, "en", Mode.BOTH)
    shown = rendering.shown(with_noise=True)
    assert shown.text.split("\n") == [
        "Le maire de Lille a compté 300 arbres. Il est parti.",
        "The mayor of Lille counted 30 trees. He left.",
        "Partager.",
        "• Fin à Lille.",
    ]
    second = shown.paragraphs[1]
    assert shown.sentence_at(second.position) == 0
    assert shown.sentence_at(second.position + second.length - 1) == 1


def test_findings_go_to_both_wordings() -> None:
    lille = fact(FRENCH, "Lille", 0)
    found = Findings(frozenset({0, 3}), (Mark(lille, Verdict.CONTRADICTION, "c"),), frozenset({Place("a", 1)}), frozenset({0}))
    both = render(FRENCH, SAID, "en", Mode.BOTH)
    moved = both.findings(found, {lille.id: Span(13, 18)})
    assert [both.article.text[m.span.start : m.span.end] for m in moved.marks] == ["Lille", "Lille"]
    assert moved.aligned == {0, 3, 4}
    assert moved.lit == {0, 4}
    assert moved.quiet == {Place("a", 1), Place("a", 5)}
    assert [both.article.text[s.start : s.end] for s in moved.doubts] == ["30 trees"]
    english = render(FRENCH, SAID, "en", Mode.TRANSLATION).findings(found, {lille.id: None})
    assert len(english.marks) == 1


def test_a_fact_that_is_not_found_again_is_marked_at_the_end_of_its_sentence() -> None:
    lille = fact(FRENCH, "Lille", 0)
    english = render(FRENCH, SAID, "en", Mode.TRANSLATION)
    moved = english.findings(Findings(marks=(Mark(lille, Verdict.CONTRADICTION, "c"),)), {lille.id: None})
    assert [english.article.text[m.span.start : m.span.end] for m in moved.marks] == ["trees."]


def test_while_no_fact_was_looked_for_no_word_is_marked_that_has_nothing_to_do_with_it() -> None:
    lille = fact(FRENCH, "Lille", 0)
    found = Findings(marks=(Mark(lille, Verdict.CONTRADICTION, "c"),))
    assert render(FRENCH, SAID, "en", Mode.TRANSLATION).findings(found, {}).marks == ()
    assert len(render(FRENCH, SAID, "en", Mode.BOTH).findings(found, {}).marks) == 1


def test_a_fact_of_a_sentence_left_in_french_keeps_its_words() -> None:
    lille = fact(FRENCH, "Lille.", 3)
    lille = replace(lille, span=Span(FRENCH.text.rindex("Lille"), FRENCH.text.rindex("Lille") + 5))
    for mode in Mode:
        rendering = render(FRENCH, SAID, "en", mode)
        moved = rendering.findings(Findings(marks=(Mark(lille, Verdict.PRECISION, "c"),)), {})
        assert [rendering.article.text[m.span.start : m.span.end] for m in moved.marks] == ["Lille"]


def test_a_doubled_word_is_shown_once_in_both_languages() -> None:
    french = replace(article("Le patron de TeslaTesla a parlé. Il rit."), doubled=(Span(18, 23),))
    said = (Translation(Place("a", 1), "en", "He laughs.", "x"),)
    assert render(french, said, "en", Mode.TRANSLATION).shown(with_noise=True).text == "Le patron de Tesla a parlé. He laughs."
    assert render(french, said, "en", Mode.BOTH).shown(with_noise=True).text.startswith("Le patron de Tesla a parlé. Il rit.\n")


@given(
    st.lists(st.sampled_from(["Un deux.", "Trois quatre cinq.", "😀 six."]), min_size=1, max_size=6),
    st.integers(0, 63),
    st.sampled_from(Mode),
)
def test_every_sentence_is_shown_whatever_is_translated(sentences: list[str], chosen: int, mode: Mode) -> None:
    french = article("\n".join(" ".join(sentences[i : i + 2]) for i in range(0, len(sentences), 2)))
    said = tuple(Translation(Place("a", i), "en", f"Said {i}.", "x") for i in range(len(french.sentences)) if chosen >> i & 1)
    rendering = render(french, said, "en", mode)
    shown = rendering.shown(with_noise=True)
    for i in range(len(french.sentences)):
        span = rendering.article.sentences[i].span
        assert shown.sentence_at(shown.position(span.start)) == i
        expected = {t.place.sentence: t.text for t in said}.get(i) if mode is Mode.TRANSLATION else None
        assert words(rendering.article, i) == (expected or words(french, i))
    if mode is Mode.BOTH:
        assert all(t.text in shown.text for t in said)


@pytest.mark.parametrize("mode", Mode)
def test_without_any_translation_the_original_is_shown(mode: Mode) -> None:
    assert (
        render(FRENCH, (), "en", mode).shown(with_noise=True).text
        == "Le maire de Lille a compté 300 arbres. Il est parti.\nPartager.\n• Fin à Lille."
    )
