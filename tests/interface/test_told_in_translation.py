"""What is told of an article that is read in translation: the reader's words first, the article's own beneath."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from recoupe.interface.checker import Checker
from recoupe.interface.commands import articles
from recoupe.interface.dialogs.export import ExportDialog
from recoupe.interface.panes.explanations import explain_tie
from recoupe.interface.panes.findings import Tie, marks_by_article
from recoupe.interface.panes.translated import Mode
from recoupe.interface.signs import Sign
from recoupe.interface.table.translated import Said, in_translation
from recoupe.model import FACT_KINDS, By, Copy, Link, Place, Project, Span, Stance, Translation, Verdict
from recoupe.translation.annotated import Annotated
from windows import Opened, story

TITLE, SENTENCE = "Dijon marches.", "According to the police, 1,200 protesters marched in Dijon."
NUMBER = "1,200 protesters"
ABOUT = "Protesters in Dijon"


def study() -> Project:
    """Two papers without an outlet, called by their French headlines, one worded as the other; the first is translated in part."""
    project = story()
    nameless = tuple(replace(a, outlet="", title=a.sentence_text(0)) for a in project.articles)
    kept = (Translation(Place("a", 0), "en", TITLE, "DeepL"), Translation(Place("a", 1), "en", SENTENCE, "DeepL"))
    found = replace(project.analysis, copies=(Copy("a", "b", 0.3, 0.4, False, ()),))
    return replace(project, articles=nameless, analysis=found, translations=kept)


@pytest.fixture
def opened(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Opened:
    project = study()
    fact = next(f for f in project.analysis.facts if f.id == project.analysis.comparisons[0].facts[0])
    start = SENTENCE.index(NUMBER)

    def annotate(_self: Checker, _article: object, translations: tuple[Translation, ...], *_: object) -> Annotated:
        return Annotated(tuple(translations), {fact.id: Span(start, start + len(NUMBER))}, {fact.id: ABOUT})

    monkeypatch.setattr(Checker, "annotate", annotate)
    return Opened(qtbot, project, lambda *_: project.analysis)


def read(opened: Opened, mode: Mode) -> None:
    opened.window.translator.set_mode("a", mode)
    opened.window.translator.check(opened.session.project.article("a"))
    opened.qtbot.waitUntil(lambda: not opened.jobs.running, timeout=60_000)
    opened.settle()


def tooltip(opened: Opened) -> list[str]:
    """The lines of the tooltip over the number."""
    marks = marks_by_article(opened.session.project, FACT_KINDS)["a"]
    made = QTextDocument()
    made.setHtml(opened.window.row.explain(Place("a", 1), tuple(m for m in marks if m.comparison == "c-number")))
    plain = made.toPlainText().replace("\N{NARROW NO-BREAK SPACE}", " ").replace("\N{NO-BREAK SPACE}", " ")
    return [line.strip() for line in plain.splitlines()]


def heads(opened: Opened) -> list[str]:
    return [opened.window.table.model.headerData(n, Qt.Orientation.Horizontal) for n in (1, 2)]


def test_the_tooltip_of_a_mark_quotes_the_translation_with_the_original_beneath(opened: Opened) -> None:
    own = "« 1 200 manifestants »"
    assert own in tooltip(opened)
    read(opened, Mode.TRANSLATION)
    lines = tooltip(opened)
    assert lines[lines.index(own) - 1] == f"“{NUMBER}”"
    assert "« 3 000 manifestants »" in lines
    assert any(TITLE.rstrip(".") in line for line in lines)
    read(opened, Mode.ORIGINAL)
    assert f"“{NUMBER}”" not in tooltip(opened)


def test_a_column_is_called_by_the_headline_that_the_reader_reads(opened: Opened) -> None:
    before = heads(opened)
    read(opened, Mode.TRANSLATION)
    assert heads(opened) == [TITLE, before[1]]
    tip = opened.window.table.model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert tip.index(TITLE) < tip.index(before[0])
    read(opened, Mode.ORIGINAL)
    assert heads(opened) == before


def test_the_head_of_a_pane_calls_the_article_it_is_worded_as_by_the_headline_that_is_read(opened: Opened) -> None:
    def worded() -> str:
        return " ".join(opened.window.row.pane("b").header.facts.text().replace("&nbsp;", " ").split())

    before = worded()
    assert "worded as in “Dijon défile.”" in before
    read(opened, Mode.TRANSLATION)
    assert f"worded as in “{TITLE}”" in worded()
    read(opened, Mode.ORIGINAL)
    assert worded() == before


def test_another_language_to_read_in_changes_table_and_panes_at_once(opened: Opened) -> None:
    before = heads(opened)
    read(opened, Mode.TRANSLATION)
    opened.session.change_settings(replace(opened.session.settings, target="fr"))
    assert heads(opened) == before
    opened.session.change_settings(replace(opened.session.settings, target="en"))
    assert heads(opened) == [TITLE, before[1]]


def test_the_note_over_a_pane_is_in_the_language_of_the_window(opened: Opened) -> None:
    project = opened.session.project
    english = tuple(replace(a, language="en") if a.id == "a" else a for a in project.articles)
    made = Translation(Place("a", 1), "fr", "Selon la police, 1 200 manifestants.", "DeepL")
    opened.session.do("read", replace(project, articles=english, translations=(made,)))
    opened.session.change_settings(replace(opened.session.settings, target="fr"))
    read(opened, Mode.TRANSLATION)
    assert "Machine translation by DeepL" in opened.window.row.pane("a").header.facts.text().replace("&nbsp;", " ")


def test_a_cell_calls_the_article_that_says_the_same_by_the_headline_that_is_read(opened: Opened) -> None:
    articles = opened.session.project.articles
    rows = opened.window.table.model.rows
    own = replace(rows[0], cells={i: replace(c, alike=(articles[0].title, "Le Soir")) for i, c in rows[0].cells.items()})
    told = in_translation([own, rows[1]], Said(titles={"a": TITLE}), articles)
    assert {c.alike for c in told[0].cells.values()} == {(TITLE, "Le Soir")}
    assert told[1] is rows[1]
    assert in_translation([own], Said(), articles) == (own,)


def test_an_outlet_stays_the_head_of_its_column(opened: Opened) -> None:
    project = opened.session.project
    named = tuple(replace(a, outlet="Le Matin") if a.id == "a" else a for a in project.articles)
    opened.session.do("label", replace(project, articles=named))
    read(opened, Mode.TRANSLATION)
    assert heads(opened)[0] == "Le Matin"


def test_the_tooltip_of_a_mark_says_in_translation_what_is_compared(opened: Opened) -> None:
    own = f"« {opened.session.project.analysis.comparisons[0].about} »"  # the article's own words
    assert any(line.endswith(f" · {own}") for line in tooltip(opened))
    read(opened, Mode.TRANSLATION)
    assert any(line.endswith(f" · {ABOUT}") for line in tooltip(opened))
    read(opened, Mode.ORIGINAL)
    assert any(line.endswith(f" · {own}") for line in tooltip(opened))


def test_filters_and_orders_call_an_article_by_its_translated_headline_and_stay_as_chosen(opened: Opened) -> None:
    bar = opened.window.table.bar
    own = [words for words, _, article in bar.orders() if article == "a"]
    offered = {action.data(): action for action in bar.articles.menu().actions() if action.isCheckable()}
    offered["b"].setChecked(True)
    read(opened, Mode.TRANSLATION)
    assert [words for words, _, article in bar.orders() if article == "a"] == [f"As in {TITLE}"] != own
    assert offered["a"].text() == TITLE
    assert bar.filter.articles == {"b"}
    read(opened, Mode.ORIGINAL)
    assert [words for words, _, article in bar.orders() if article == "a"] == own


def outline_words(opened: Opened) -> list[str]:
    model = opened.window.outline.model
    rows = [model.index(n, 0) for n in range(model.rowCount())]
    return [str(model.data(i)) for row in rows for i in (row, *(model.index(n, 0, row) for n in range(model.rowCount(row))))]


def test_the_list_of_passages_is_in_the_words_that_are_read_and_says_whose_they_are(opened: Opened) -> None:
    opened.act("outline")
    opened.settle()
    outline, before = opened.window.outline, outline_words(opened)
    assert any("1 200" in words for words in before)
    assert not outline._note.isVisibleTo(outline)
    read(opened, Mode.TRANSLATION)
    assert SENTENCE in outline_words(opened)
    assert any(words.startswith(f"{TITLE}: ") for words in outline_words(opened))
    assert "Machine translation by DeepL" in outline._note.text()
    for words in ("protesters", "manifestants"):  # it is found in either language
        outline.search.setText(words)
        assert SENTENCE in outline_words(opened)
    outline.search.clear()
    read(opened, Mode.ORIGINAL)
    assert outline_words(opened) == before
    assert not outline._note.isVisibleTo(outline)


def test_the_card_of_partners_speaks_the_language_that_is_read_and_changes_with_it(opened: Opened) -> None:
    def card() -> list[str]:
        shown = opened.window.row.pane("b").text.card.shown
        return [label.text() for label in shown.findChildren(QLabel)] if shown is not None else []

    place = next(p for p in opened.session.project.analysis.events[0].members if p.article == "b")
    opened.window.row.reach(place)
    opened.act("bring_partner")
    opened.qtbot.waitUntil(lambda: bool(card()), timeout=60_000)
    assert not any("protesters" in words for words in card())
    read(opened, Mode.TRANSLATION)
    opened.qtbot.waitUntil(lambda: any("protesters" in words for words in card()), timeout=60_000)
    assert any("Machine translation by DeepL" in words for words in card())


def test_a_sentence_is_copied_as_it_is_read_with_its_own_words_beneath(opened: Opened) -> None:
    def copied() -> list[str]:
        QGuiApplication.clipboard().clear()
        opened.selection.select_place(Place("a", 1))
        opened.act("copy_quote")
        return QGuiApplication.clipboard().text().replace("\N{NO-BREAK SPACE}", " ").splitlines()

    own = "« Selon la police, 1 200 manifestants ont marché à Dijon. » (Dijon défile., 2024-05-14)"
    assert copied() == [own]
    read(opened, Mode.TRANSLATION)
    assert copied() == [f"“{SENTENCE}” ({TITLE}, 2024-05-14) [Machine translation: DeepL]", own]
    opened.window.translator.write(opened.session.project.article("a"), 1, "1,200 marched.", "correct the translation")
    assert copied() == [f"“1,200 marched.” ({TITLE}, 2024-05-14) [Translated by the newsroom]", own]
    read(opened, Mode.ORIGINAL)
    assert copied() == [own]


def test_a_report_is_chosen_among_articles_and_passages_as_they_are_read(opened: Opened) -> None:
    read(opened, Mode.TRANSLATION)
    dialog = ExportDialog(opened.window.translator.study())
    opened.qtbot.addWidget(dialog)
    assert dialog.articles["a"].text() == TITLE
    assert SENTENCE in [dialog.passages.list.item(n).text() for n in range(dialog.passages.list.count())]


def test_the_study_as_it_is_read_is_the_study_itself_where_nothing_is_translated(opened: Opened) -> None:
    translator = opened.window.translator
    assert translator.study() is opened.session.project
    read(opened, Mode.BOTH)
    first = translator.study()
    assert first.article("a").sentence_text(1) == SENTENCE
    assert first.article("a").title == TITLE
    assert first.article("b") is opened.session.project.article("b")
    assert translator.study() is first
    read(opened, Mode.ORIGINAL)
    assert translator.study() is opened.session.project


def test_a_step_to_undo_calls_an_article_by_the_headline_that_is_read(opened: Opened) -> None:
    session, desk = opened.session, opened.window
    articles.move(session, desk, "a", 1)
    assert TITLE not in session.undo_label
    session.undo()
    read(opened, Mode.TRANSLATION)
    articles.move(session, desk, "a", 1)
    assert TITLE in session.undo_label
    session.undo()
    articles.remove(session, desk, "a")
    assert TITLE in session.undo_label


@pytest.mark.parametrize("window", ["en", "fr"])
def test_the_tooltip_of_a_link_quotes_what_is_in_another_language_than_the_window_s(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, window: str
) -> None:
    monkeypatch.setattr("recoupe.interface.panes.explanations.window_language", lambda: window)
    project = opened.session.project
    event = project.analysis.events[0]
    left, right = (next(p for p in event.members if p.article == ident) for ident in ("a", "b"))
    link = Link(left, right, 0.9, reasons=(("words", "manifestant, rue"), ("figures", "1 200")))
    project = replace(project, analysis=replace(project.analysis, events=(replace(event, links=(link,)),)))
    tie = Tie(event.id, (left.sentence,), (right.sentence,), 0.9, By.PROGRAM, Sign(Verdict.AGREEMENT, unsure=False))
    told = explain_tie(project, left.article, right.article, tie).replace("\u00a0", " ").replace("\u202f", " ")
    quotes = "words in common, in the original: « manifestant », « rue »"
    assert (quotes in told) == (window == "en")
    assert ("words in common : manifestant, rue" in told) == (window == "fr")
    assert f"same figures{' ' if window == 'fr' else ''}: 1 200" in told  # a French colon stands apart


def test_a_cell_says_on_whose_word_in_the_translation_s_words_or_in_quotes(opened: Opened) -> None:
    [row] = [r for r in opened.window.table.model.rows if r.ident == "c-number"]
    fact = row.cells["a"].facts[0]
    told = replace(fact, stance=Stance(source="la préfecture"))
    cell = replace(row.cells["a"], facts=(told,), source="la préfecture")
    row = replace(row, cells={**row.cells, "a": cell})
    for said, source in (
        (Said({fact.id: NUMBER}, sources={fact.id: "the prefecture"}), "the prefecture"),
        (Said({fact.id: NUMBER}), "« la préfecture »"),
        (Said({}), "la préfecture"),
    ):
        [shown] = in_translation([row], said)
        assert shown.cells["a"].source.replace("\u00a0", " ").replace("\u202f", " ") == source
