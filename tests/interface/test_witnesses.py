"""How many accounts there are, who shares words with whom, and names that all agree on."""

from dataclasses import replace
from itertools import combinations

import pytest
from divergent import study
from pytestqt.qtbot import QtBot

from builders import article
from recoupe.alignment import copies
from recoupe.interface.dialogs.legend import Legend
from recoupe.interface.dialogs.witnesses import Witnesses, said_line
from recoupe.interface.panes.heads import Heads
from recoupe.interface.selection import Selection
from recoupe.interface.session import Session
from recoupe.interface.table.names import NamesFold
from recoupe.interface.table.rows import Filter, arrange, foldable, rows_of
from recoupe.interface.table.view import TableView
from recoupe.interface.table.witnesses import accounts, borrowings
from recoupe.interface.theme import load_theme
from recoupe.model import Analysis, Comparison, Fact, Judgement, Name, Place, Project, Span, Verdict, fact_id
from recoupe.settings import Settings
from windows import Opened

DISPATCH = (
    "Le barrage de Serre a cédé mardi matin après trois jours de pluie. Les secours ont évacué 240 habitants de la vallée. "
    "La préfecture a fermé la route départementale jusqu’à nouvel ordre. Aucune victime n’est signalée à cette heure."
)
OWN = "Notre envoyée a suivi les familles au gymnase. Une mère raconte sa nuit passée sur un toit. Le maire promet des relogements."


def told_twice() -> Project:
    """Three papers, two of which print one dispatch with one figure changed."""
    articles = (
        replace(article(DISPATCH, "a"), outlet="Le Matin"),
        replace(article(DISPATCH.replace("240", "260"), "b"), outlet="Le Soir"),
        replace(article(OWN, "c"), outlet="La Semaine"),
    )
    return Project("Serre", articles, analysis=Analysis(copies=copies(articles)))


def named() -> Project:
    """A study in which two articles differ on a number and agree on a name and a place, one of them over and over."""
    project = study()
    people = []
    for ident, words in (("a", "mairie"), ("a", "séisme"), ("b", "mairie")):
        start = project.article(ident).text.index(words)
        span = Span(start, start + len(words))
        people.append(Fact(fact_id(ident, span, "name"), "name", Place(ident, 0), span, "mairie", Name("mairie", "mairie")))
    judged = tuple(Judgement(x.id, y.id, Verdict.AGREEMENT, "equal", 0.9) for x, y in combinations(people, 2))
    rows = [Comparison(f"{kind}-row", "e1", kind, "mairie", tuple(f.id for f in people), judged) for kind in ("name", "place")]
    known = project.analysis
    return replace(project, analysis=replace(known, facts=(*known.facts, *people), comparisons=(*rows, *known.comparisons)))


def table_on(qtbot: QtBot, project: Project, width: int = 1100) -> TableView:
    session = Session(Settings())
    session.open(project)
    table = TableView(session, Selection(), load_theme("light"))
    qtbot.addWidget(table)
    table.resize(width, 320)
    table.show()
    return table


def test_articles_that_print_one_dispatch_are_one_account(qtbot: QtBot) -> None:
    project = told_twice()
    assert [[a.id for a in group] for group in accounts(project)] == [["a", "b"], ["c"]]
    button = table_on(qtbot, project).bar.accounts
    assert button.text() == "3 articles, 2 independent accounts"
    assert "One account: Le Matin + Le Soir" in button.toolTip()


def test_where_all_are_independent_there_is_but_a_count(qtbot: QtBot) -> None:
    button = table_on(qtbot, study()).bar.accounts
    assert button.text() == "3 articles"
    assert button.icon().isNull()


@pytest.mark.parametrize(
    ("articles", "groups", "words"), [(1, 1, "1 article"), (2, 1, "2 articles, only one account"), (5, 5, "5 articles")]
)
def test_the_line_counts_in_words(articles: int, groups: int, words: str) -> None:
    assert said_line(articles, groups) == words


def test_a_narrow_line_says_less_rather_than_push_others_out(qtbot: QtBot) -> None:
    bar = table_on(qtbot, told_twice(), 1100).bar
    said = []
    least, few = bar.minimumSizeHint().width(), bar.fontMetrics().horizontalAdvance("2 accounts")
    for width in (1600, least + few + 120, least):
        bar.resize(width, 40)
        said.append(bar.accounts.text())
    assert said == ["3 articles, 2 independent accounts", "2 accounts", ""]
    assert not bar.accounts.isHidden()


def test_what_a_paper_changed_in_a_dispatch_is_told_word_by_word() -> None:
    (found,) = borrowings(told_twice())
    (changed,) = [s for s in found.shared if not s.same]
    assert [c for c in changed.changes if c[0] != "equal"] == [("delete", "240"), ("insert", "260")]


def test_the_list_of_accounts_leads_to_the_changed_sentence(qtbot: QtBot) -> None:
    opened = Opened(qtbot, told_twice(), lambda *_: told_twice().analysis)
    opened.window.table.bar.accounts.click()
    opened.settle()
    dialog = next(d for d in opened.window.findChildren(Witnesses) if d.isVisible())
    words = dialog.body.toPlainText()
    assert "Word for word: 3. Changed: 1." in words
    dialog.body.anchorClicked.emit("0")
    assert opened.selection.place == Place("b", 1)
    dialog.close()


def test_agreed_names_are_folded_until_they_are_asked_for() -> None:
    rows = rows_of(named(), "en")
    assert {r.ident for r in arrange(rows, {}, Filter())} == {"hurt", "schools"}
    assert foldable(rows, {}, Filter()) == 2
    assert [r.ident for r in arrange(rows, {}, Filter(names=True))][-2:] == ["name-row", "place-row"]
    assert "name-row" in {r.ident for r in arrange(rows, {}, Filter(text="mairie"))}
    assert [r.ident for r in arrange(rows, {}, Filter(kinds=frozenset({"name"})))] == ["name-row"]


def test_the_foot_of_the_table_unfolds_the_names(qtbot: QtBot) -> None:
    table = table_on(qtbot, named())
    foot = table.findChild(NamesFold)
    assert foot.text() == "2 agreed names"
    foot.click()
    assert table.model.rowCount() == 4
    foot.click()
    assert table.model.rowCount() == 2


def test_a_cell_says_each_wording_once_and_a_name_at_its_longest() -> None:
    text = "Jeanne Roux parle. Roux se tait. JEANNE ROUX part."
    project = Project("", (article(text, "a"), article("Jeanne Roux parle.", "b")))
    spots = [("a", 0, 11), ("a", 19, 23), ("a", 33, 44), ("b", 0, 11)]
    facts = tuple(
        Fact(fact_id(i, Span(s, e), "name"), "name", Place(i, 0), Span(s, e), "Roux", Name("Jeanne Roux", "Jeanne Roux"))
        for i, s, e in spots
    )
    judged = tuple(Judgement(facts[0].id, f.id, Verdict.AGREEMENT, "equal", 0.9) for f in facts[1:])
    row = Comparison("r", "", "name", "Roux", tuple(f.id for f in facts), judged)
    project = replace(project, analysis=Analysis(facts, (), (row,)))
    assert rows_of(project, "en")[0].cells["a"].wording == "Jeanne Roux"


def test_the_button_of_the_table_opens_one_legend(qtbot: QtBot) -> None:
    opened = Opened(qtbot, study(), lambda *_: study().analysis)
    opened.window.table.bar.legend.click()
    opened.settle()
    assert len([d for d in opened.window.findChildren(Legend) if d.isVisible()]) == 1


def test_the_explanation_follows_the_order_of_the_articles_and_says_a_wording_once(qtbot: QtBot) -> None:
    project = named()
    table = table_on(qtbot, replace(project, articles=(project.article("b"), project.article("a"), project.article("c"))))
    table._selection.select_comparison("hurt")
    words = table.explanation.body.toPlainText()
    assert words.index("Le Soir") < words.index("Le Matin") < words.index("La Semaine")


def test_a_name_written_often_is_explained_once_with_how_often(qtbot: QtBot) -> None:
    text = "Jeanne Roux parle. Jeanne Roux part."
    project = Project("", (article(text, "a"), article("Jeanne Roux parle.", "b")))
    spots = [("a", 0, 0, 11), ("a", 1, 19, 30), ("b", 0, 0, 11)]
    value = Name("Jeanne Roux", "Jeanne Roux")
    facts = tuple(Fact(fact_id(i, Span(s, e), "name"), "name", Place(i, n), Span(s, e), "Roux", value) for i, n, s, e in spots)
    judged = tuple(Judgement(facts[0].id, f.id, Verdict.AGREEMENT, "equal", 0.9) for f in facts[1:])
    row = Comparison("r", "", "name", "Roux", tuple(f.id for f in facts), judged)
    table = table_on(qtbot, replace(project, analysis=Analysis(facts, (), (row,))))
    table._selection.select_comparison("r")
    words = table.explanation.body.toPlainText()
    assert words.count("Jeanne Roux »") == 2
    assert "×2" in words


def test_a_narrow_line_over_the_table_asks_for_no_more_than_a_small_screen(qtbot: QtBot) -> None:
    bar = table_on(qtbot, told_twice(), 1100).bar
    bar.set_counts({Verdict.CONTRADICTION: 12, Verdict.AGREEMENT: 120}, 3, 45)
    assert bar.done.text() == "3 of 45 done"
    least = bar.minimumSizeHint().width()
    bar.resize(least, 40)
    assert bar.done.text() == "3/45"
    assert "3 of 45" in bar.done.toolTip()
    full = bar.fontMetrics().horizontalAdvance("3 articles, 2 independent accounts" + "3 of 45 done")
    short = bar.fontMetrics().horizontalAdvance("2 accounts" + "3/45")
    bar.resize(1600, 40)
    assert bar.done.text() == "3 of 45 done"
    assert bar.minimumSizeHint().width() == least <= 1600 - full + short


def test_where_all_agree_that_is_said(qtbot: QtBot) -> None:
    bar = table_on(qtbot, study()).bar
    bar.set_counts({Verdict.AGREEMENT: 4}, 0, 0)
    assert bar.done.text() == "no divergence"


def test_nothing_is_said_of_choosing_a_row_where_there_is_none(qtbot: QtBot) -> None:
    one = Project("", (article(OWN, "a"),))
    assert table_on(qtbot, one).explanation.body.toPlainText() == ""
    assert "Choose a row" in table_on(qtbot, study()).explanation.body.toPlainText()


def test_titles_of_one_line_leave_no_gap_and_heads_stay_level(qtbot: QtBot) -> None:
    opened = Opened(qtbot, study(), lambda *_: study().analysis)
    heads = [pane.header for pane in opened.window.row.panes]
    assert {head.title.sizeHint().height() for head in heads} == {heads[0].title.sizeHint().height()}
    short = heads[0].height()
    articles = (replace(opened.session.project.articles[0], title="Un titre qui ne tient pas " * 9), *opened.session.project.articles[1:])
    opened.session.do("Retitle", replace(opened.session.project, articles=articles))
    opened.settle()
    assert {head.height() for head in heads} == {heads[0].height()}
    assert heads[0].height() > short
    assert heads[0].height() >= heads[0].wanted_height(heads[0].width())


def test_columns_of_many_articles_scroll_rather_than_shrink_to_nothing(qtbot: QtBot) -> None:
    project = study()
    many = tuple(replace(a, id=f"{a.id}{n}") for n in range(6) for a in project.articles)
    grid = table_on(qtbot, replace(project, articles=(*project.articles, *many))).table
    assert min(grid.columnWidth(n) for n in range(1, 22)) >= 80
    assert grid.horizontalScrollBar().maximum() > 0
    few = table_on(qtbot, project).table
    assert few.horizontalScrollBar().maximum() == 0
    assert sum(few.columnWidth(n) for n in range(5)) == few.viewport().width()


def test_a_head_names_the_nearest_copy_and_counts_the_rest() -> None:
    articles = tuple(
        replace(article(DISPATCH, ident), outlet=name) for ident, name in (("a", "Le Matin"), ("b", "Le Soir"), ("c", "L’Heure"))
    )
    project = Project("", articles, analysis=Analysis(copies=copies(articles)))
    (told,) = [part for part in Heads().heading(project, articles[0]).facts if "worded" in part]
    assert told.endswith("and 1 more")
