"""What a report says, before any format."""

from dataclasses import replace
from datetime import datetime

import studies
from recoupe.model import Analysis, Event, Noise, Place, Project, Reviewed, State, Translation, Verdict
from recoupe.reports.choosing import states_of
from recoupe.reports.outline import Choice
from recoupe.reports.telling import counts_line, made_line, outline

NOW = datetime(2024, 5, 17, 9, 0)


def told(project=None, **choice):
    return outline(project or studies.study(), Choice(**{"language": "fr", **choice}), now=NOW)


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_rows_come_the_gravest_first_then_the_surest():
    assert [(r.number, r.kind, r.verdict.value) for r in told().rows] == [
        (1, "Quantité", "contradiction"),
        (2, "Date", "contradiction"),
        (3, "Somme d’argent", "agreement"),
    ]


def test_a_row_gives_each_article_its_words_value_place_and_source():
    row = told().rows[0]
    (cell,) = row.cells[0]
    assert (plain(cell.value), cell.quote, cell.source, cell.sentence.paragraph) == ("1 200", "1 200 dockers", "la CGT", 2)
    assert (cell.before, plain(cell.after)) == ("", " ont cessé le travail mardi 14 mai, selon la CGT.")
    assert row.passage == 1
    assert plain(row.confidence) == "92 %"


def test_an_article_that_says_nothing_of_it_has_no_cell():
    assert told().rows[1].cells[2] == ()


def test_the_users_notes_and_rulings_are_told():
    row = told().rows[0]
    assert row.state == "Confirmé"
    assert row.note == "Rappeler la préfecture <script>alert(1)</script>"
    assert row.remark == "l’article le plus récent peut simplement être une mise à jour"
    assert told().papers[0].note == "Version de midi"
    assert told().reviewed == 1


def test_a_divergence_nobody_looked_at_is_to_check_and_an_agreement_needs_no_state():
    assert [r.state for r in told().rows] == ["Confirmé", "À vérifier", ""]


def test_the_last_ruling_on_a_comparison_counts():
    project = replace(studies.study(), decisions=(*studies.decisions(), Reviewed("ev1:quantity:docker", State.NOT_A_DIVERGENCE)))
    assert states_of(project)["ev1:quantity:docker"] is State.NOT_A_DIVERGENCE
    assert states_of(project)["ev9:quantity:navire"] is State.NOT_A_DIVERGENCE


def test_only_pairs_that_do_not_agree_are_explained_at_length():
    row = told().rows[0]
    assert [(w.left, w.right) for w in row.telling] == [("Le Quai", "Ouest & Cie"), ("Ouest & Cie", "c"), ("Le Quai", "c")]
    assert told().rows[2].telling == ()


def test_facts_are_marked_in_their_sentences():
    said = told().papers[0].paragraphs[1].sentences[0]
    assert [(p.text, p.rows, p.verdict) for p in said.pieces[:3]] == [
        ("1 200 dockers", (1,), Verdict.CONTRADICTION),
        (" ont cessé le travail ", (), None),
        ("mardi 14 mai", (2,), Verdict.CONTRADICTION),
    ]
    assert said.text == "1 200 dockers ont cessé le travail mardi 14 mai, selon la CGT."
    assert said.passages == (1,)


def test_page_noise_is_left_out_and_counted():
    paper = told().papers[0]
    assert paper.left_out == 1
    assert "Abonnez-vous" not in " ".join(s.text for g in paper.paragraphs for s in g.sentences)


def test_the_users_rulings_on_noise_are_obeyed():
    project = replace(studies.study(), decisions=(Noise(Place("b", 3), is_noise=True), Noise(Place("a", 3), is_noise=False)))
    a, b = told(project).papers[:2]
    assert (a.left_out, b.left_out) == (0, 1)


def test_a_translation_is_never_without_who_made_it():
    texts = [plain(t.label) for p in told(language="en").papers for g in p.paragraphs for s in g.sentences for t in s.translations]
    assert texts == ["Machine translation: Argos, 16 May 2024"] * 2 + ["Translated by the newsroom"]
    assert told().engines == ("Argos",)


def test_a_doubtful_translation_says_what_is_doubtful():
    doubts = [t.doubts for p in told().papers for g in p.paragraphs for s in g.sentences for t in s.translations]
    assert doubts == [(), ("nombre changé par la traduction (800)",), ()]


def test_what_only_one_article_says():
    assert [[s.text for s in sentences] for sentences in told().only] == [
        [],
        ["Un feu a été allumé."],
        ["Luc Morel appelle au calme <b>& co</b>."],
    ]


def test_copies_are_told_in_words():
    assert plain(told().relations[0]) == "Le Quai et Ouest & Cie ont des passages identiques (25 % du premier, 50 % du second)."


def test_an_article_without_a_passage_in_common_is_told_however_little_of_the_report_is_chosen():
    study = studies.study()
    assert not any("aucun passage commun" in line for line in told(study).relations)
    apart = replace(
        study, analysis=replace(study.analysis, events=tuple(e for e in study.analysis.events if "c" not in e.articles), comparisons=())
    )
    assert [plain(line) for line in told(apart).relations if "aucun passage commun" in line] == [
        "c n’a aucun passage commun avec les autres articles : il semble raconter une autre histoire."
    ]


def test_a_report_speaks_its_own_language():
    english = told(language="en")
    assert [r.kind for r in english.rows] == ["Quantity", "Date", "Amount of money"]
    assert counts_line(english) == "3 articles · 2 linked passages · 2 divergences · 1 fact agreed on · 1 of 2 reviewed"
    assert plain(made_line(english)).startswith("Report made on 17 May 2024 at 9 am with Recoupe ")


def test_counts_are_told_right_when_there_is_none():
    assert (
        counts_line(told(Project("", studies.articles()))) == "3 articles · 0 passages rapprochés · aucune divergence · 0 faits concordants"
    )


# what was chosen


def test_chosen_articles_leave_the_others_out_everywhere():
    two = told(articles=frozenset({"a", "b"}))
    assert [p.id for p in two.papers] == ["a", "b"]
    assert all(len(r.cells) == 2 for r in two.rows)
    assert [len(w.sides) for w in two.passages] == [2, 2]
    assert {t.place.article for t in two.project.translations} == {"a", "b"}


def test_chosen_events_leave_out_the_rows_of_the_others():
    assert [(r.about, r.passage) for r in told(events=frozenset({"ev2"})).rows] == [("Perte", 1)]
    found = studies.analysis()
    adrift = replace(found, comparisons=tuple(replace(c, event=None) for c in found.comparisons))
    project = replace(studies.study(), analysis=adrift)
    assert len(told(project, events=frozenset({""})).rows) == len(told(project).rows) > 0
    assert not told(project, events=frozenset({"ev2"})).rows


def test_chosen_verdicts_and_states():
    assert [r.about for r in told(verdicts=frozenset({Verdict.AGREEMENT})).rows] == ["Perte"]
    assert [r.about for r in told(states=frozenset({State.CONFIRMED})).rows] == ["Docker"]


def test_two_papers_of_one_outlet_are_told_apart():
    a, b, _ = studies.articles()
    both = told(Project("", (a, replace(b, outlet="Le Quai"))))
    assert [p.label for p in both.papers] == ["Le Quai (a)", "Le Quai (b)"]


def test_a_row_whose_articles_offer_no_words_is_headed_by_its_kind():
    project = studies.study()
    first = replace(project.analysis.comparisons[0], about="")
    shown = told(replace(project, analysis=replace(project.analysis, comparisons=(first,))))
    assert shown.rows[0].about == "Quantité"


def test_a_long_sentence_is_cut_around_its_fact():
    a, b, c = studies.articles()
    filler = "mot " * 60
    text = f"{filler}1 200 dockers {filler}".strip()
    start = text.index("1 200")
    fact = replace(studies.facts()["a_count"], place=Place("a", 0), span=studies.Span(start, start + 13))
    long = replace(a, text=text, sentences=(replace(a.sentences[1], span=studies.Span(0, len(text))),))
    judged = replace(studies.analysis().comparisons[0].judgements[0], left=fact.id)
    row = replace(studies.analysis().comparisons[0], facts=(fact.id, judged.right), judgements=(judged,))
    analysis = Analysis((fact, studies.facts()["b_count"]), (), (row,))
    (cell,) = told(Project("", (long, b, c), (), analysis)).rows[0].cells[0]
    assert cell.before.startswith("… mot")
    assert cell.after.endswith("mot …")
    assert len(cell.before) < 100 > len(cell.after)


def test_an_event_of_one_sentence_in_each_article_may_hold_several():
    project = studies.study()
    event = Event("ev1", (Place("a", 1), Place("a", 2), Place("b", 1)), 0.8)
    shown = told(replace(project, analysis=replace(project.analysis, events=(event,))))
    assert [len(side) for side in shown.passages[0].sides] == [2, 1, 0]


def test_an_english_report_calls_translated_articles_and_rows_by_their_english_and_says_so():
    project = studies.study()
    first = project.articles[0]
    place = Place(first.id, 0)
    said = Translation(place, "en", "A headline in English.", "DeepL", datetime(2024, 5, 14))
    titled = replace(first, title=first.sentence_text(0))
    project = replace(project, articles=(titled, *project.articles[1:]), translations=(said,))
    found = project.analysis.comparisons[0].id
    english = told(project, language="en", wording={found: "Marchers"})
    assert english.papers[0].title == f"A headline in English (machine translation of “{titled.title}”)"
    assert next(row.about for row in english.rows if row.id == found) == "Marchers"
    own = told(project)
    assert own.papers[0].title == titled.title
    assert next(row.about for row in own.rows if row.id == found) != "Marchers"
    by_hand = replace(project, translations=(replace(said, by_hand=True),))
    assert "(translation of" in told(by_hand, language="en").papers[0].title
