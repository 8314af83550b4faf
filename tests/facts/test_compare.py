"""Facts of one event set side by side: what is reported, as what, and what is left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from builders import article
from recoupe.facts import compare, extract
from recoupe.facts.compare import Told, candidates
from recoupe.facts.evidence import of_two_things
from recoupe.facts.sides import sides
from recoupe.linguistics import parse
from recoupe.model import Comparison, Event, Leaning, Link, Place, Role, Verdict


def told(
    *texts: str,
    same: tuple[tuple[int, ...], ...] = ((0,),),
    published: tuple[date | None, ...] = (),
    leaning: tuple[int, ...] = (),
) -> tuple[Comparison, ...]:
    """What comparing one-paragraph articles gives; each tuple of `same` lists the sentences, by index, that tell one event.

    Of the first two articles the sentences of the indices in `leaning` lean towards each other.
    """
    dates = published or (date(2024, 5, 14),) * len(texts)
    pieces = [replace(article(text, ident), published=day) for ident, text, day in zip("abcdefgh", texts, dates, strict=False)]
    parses = {p.id: parse(p) for p in pieces}
    facts = [f for p in pieces for f in extract(p, parses[p.id])]
    events = []
    for n, indices in enumerate(same):
        members = tuple(Place(p.id, i) for p in pieces for i in indices if i < len(p.sentences))
        links = tuple(Link(a, b, 0.95) for a, b in combinations(members, 2) if a.article != b.article)
        events.append(Event(f"e{n}", members, 0.95, links))
    leanings = [Leaning(Place("a", n), Place("b", n), 0.4, 0.3, 0) for n in leaning]
    return compare(pieces, parses, facts, events, leanings)


def verdicts(rows: tuple[Comparison, ...], kind: str) -> set[Verdict]:
    return {j.verdict for row in rows if row.kind == kind for j in row.judgements}


@pytest.mark.parametrize(
    ("left", "right", "kind", "verdict"),
    [
        ("L'incendie a fait 12 blessés.", "L'incendie a fait 17 blessés.", "quantity", Verdict.CONTRADICTION),
        ("L'incendie a fait 297 blessés.", "L'incendie a fait près de 300 blessés.", "quantity", Verdict.PRECISION),
        ("L'incendie a fait douze blessés.", "L'incendie a fait 12 blessés.", "quantity", Verdict.AGREEMENT),
        ("Le chantier coûtera 2,5 millions d'euros.", "Le chantier coûtera 3 millions d'euros.", "money", Verdict.CONTRADICTION),
        ("Le vote aura lieu le 3 juin.", "Le vote aura lieu le 4 juin.", "date", Verdict.CONTRADICTION),
        ("Le maire, Jean Martin, a démissionné.", "Le maire, Jean Morin, a démissionné.", "name", Verdict.CONTRADICTION),
        ("La digue a cédé.", "La digue aurait cédé.", "certainty", Verdict.CERTAINTY),
        ("L'avis a paru dimanche après-midi.", "L'avis a paru dimanche soir.", "date", Verdict.CONTRADICTION),
        ("L'avis a paru en fin d'après-midi.", "L'avis a paru en début de soirée.", "time", Verdict.PRECISION),
        ("Le scrutin a été annulé.", "Le scrutin a été reporté.", "polarity", Verdict.CONTRADICTION),
        ("Il a été condamné pour meurtre.", "Il a été condamné pour coups mortels.", "name", Verdict.CONTRADICTION),
        ("Il a été condamné pour homicide.", "Il a été condamné pour homicide involontaire.", "name", Verdict.PRECISION),
        ("La maison d'arrêt de Tours est pleine.", "La maison centrale de Tours est pleine.", "name", Verdict.CONTRADICTION),
        ("Le préfet a déclenché le plan.", "Le préfet n'a pas déclenché le plan.", "polarity", Verdict.CONTRADICTION),
    ],
)
def test_two_articles(left: str, right: str, kind: str, verdict: Verdict) -> None:
    assert verdict in verdicts(told(left, right), kind)


def test_sentences_of_no_common_event_are_not_compared() -> None:
    assert told("Le maire a annoncé 12 mesures.", "La neige a retardé 17 trains.", same=()) == ()
    assert told("Le vote aura lieu le 3 juin.", "Le vote aura lieu le 4 juin.", same=()) == ()


def test_articles_without_an_event_in_common_are_on_two_stories() -> None:
    """Not even their only counts are held against each other."""
    texts = "Le toit a brûlé. L'incendie a fait 112 blessés.", "Le toit a brûlé. L'incendie a fait 117 blessés."
    assert Verdict.CONTRADICTION in verdicts(told(*texts), "quantity")
    assert not told(*texts, same=())


def test_what_one_article_leaves_out_is_no_conflict() -> None:
    rows = told("L'incendie a fait 12 blessés.", "L'incendie a fait des dégâts.")
    assert not verdicts(rows, "quantity")


def test_units_that_differ_are_not_set_against_each_other() -> None:
    rows = told("La piste mesure 40 mètres.", "La piste pèse 12 tonnes.")
    assert not verdicts(rows, "quantity")


def test_a_row_holds_every_article_that_tells_the_thing() -> None:
    rows = told("L'incendie a fait 12 blessés.", "L'incendie a fait 17 blessés.", "L'incendie a fait 12 blessés.")
    (row,) = [r for r in rows if r.kind == "quantity"]
    assert [f.split(":")[0] for f in row.facts] == ["a", "b", "c"]
    assert sorted(j.verdict for j in row.judgements) == [Verdict.AGREEMENT, Verdict.CONTRADICTION, Verdict.CONTRADICTION]
    assert row.verdict is Verdict.CONTRADICTION


def test_a_later_and_higher_toll_may_be_an_update() -> None:
    days = date(2024, 5, 14), date(2024, 5, 15)
    higher = told("L'incendie a fait 12 blessés.", "L'incendie a fait 17 blessés.", published=days)
    lower = told("L'incendie a fait 17 blessés.", "L'incendie a fait 12 blessés.", published=days)
    assert [r.note for r in higher if r.kind == "quantity"] == ["update"]
    assert [r.note for r in lower if r.kind == "quantity"] == [""]


@pytest.mark.parametrize(("left", "right", "rises"), [("12 blessés", "17 blessés", True), ("deux heures", "trois heures", False)])
def test_how_long_something_took_is_no_toll(left: str, right: str, rises: bool) -> None:
    days = (date(2024, 5, 14), date(2024, 5, 15))
    rows = told(
        f"L'incendie a fait {left}." if rises else f"L'incendie a duré {left}.",
        f"L'incendie a {'fait' if rises else 'duré'} {right}.",
        published=days,
    )
    assert {row.note == "update" for row in rows if row.verdict is Verdict.CONTRADICTION} == {rises}


def test_the_same_again_and_whatever_the_order_of_articles() -> None:
    texts = "L'incendie a fait 12 blessés selon la police.", "L'incendie aurait fait 17 blessés.", "On compte 12 blessés."
    assert told(*texts) == told(*texts)


def test_every_fact_and_reason_of_a_row_is_there() -> None:
    for row in told("L'incendie a fait 12 blessés.", "L'incendie a fait 17 blessés, selon le préfet."):
        assert len(row.facts) >= 2
        assert all(j.left in row.facts and j.right in row.facts and j.reason for j in row.judgements)
        assert all(0 <= j.confidence <= 1 for j in row.judgements)


def test_an_article_that_contradicts_itself_is_reported() -> None:
    rows = told("L'incendie a fait 12 blessés. Le matin, l'incendie a fait 17 blessés.", "L'incendie a fait des dégâts.", same=((0, 1),))
    assert any(
        j.left.startswith("a:") and j.right.startswith("a:") and j.verdict is Verdict.CONTRADICTION for r in rows for j in r.judgements
    )


def test_two_figures_for_two_things_are_no_self_contradiction() -> None:
    rows = told("L'incendie a fait 12 blessés. Le séisme a tué 17 personnes.", "L'incendie a fait des dégâts.", same=((0, 1),))
    assert not any(j.left[0] == j.right[0] for r in rows for j in r.judgements)


def test_what_one_article_lists_another_may_leave_out() -> None:
    left = "Elle chantera à Lyon, en Italie, à Madrid et au Mans."
    assert not verdicts(told(left, "Elle chantera à Lyon et à Tours."), "place") - {Verdict.AGREEMENT}


def test_people_have_no_other_name_in_another_language() -> None:
    french = article("Le directeur, Marc Hollander, a démissionné.", "a")
    english = article("The director, Marek Hollander, has resigned.", "b", language="en")
    parses = {p.id: parse(p) for p in (french, english)}
    facts = [f for p in (french, english) for f in extract(p, parses[p.id])]
    members = (Place("a", 0), Place("b", 0))
    rows = compare([french, english], parses, facts, [Event("e", members, 0.95, (Link(*members, 0.95),))])
    assert Verdict.CONTRADICTION in verdicts(rows, "name")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Le procès s'ouvre mardi matin à Lyon.", "Le procès s'ouvrira mardi matin à Lyon."),
        ("« Leur état est rassurant ce soir », a ajouté le ministère.", "« Leur état est rassurant ce soir », a ajouté le ministère."),
        ("Le préfet a réagi après les explosions mardi au port.", "Le préfet va réagir après les explosions mardi au port."),
    ],
)
def test_the_same_passing_words_are_one_day_though_printed_a_day_apart(left: str, right: str) -> None:
    rows = told(left, right, published=(date(2024, 5, 14), date(2024, 5, 15)))
    assert Verdict.CONTRADICTION not in verdicts(rows, "date")


def test_another_weekday_is_another_day() -> None:
    rows = told("Le procès s'ouvre mardi matin à Lyon.", "Le procès s'ouvre jeudi matin à Lyon.")
    assert verdicts(rows, "date") == {Verdict.CONTRADICTION}


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("Trois gardiens ont été blessés à Lyon.", "Deux gardiens ont été légèrement blessés à Lyon.", None),
        ("Trois gardiens ont été blessés, dont un sérieusement.", "Quatre gardiens ont été blessés.", Verdict.CONTRADICTION),
        ("On compte dix blessés, dont cinq dans un état grave.", "On compte dix blessés, dont 4 blessés graves.", Verdict.CONTRADICTION),
    ],
)
def test_the_badly_hurt_are_counted_apart(left: str, right: str, verdict: Verdict | None) -> None:
    assert verdicts(told(left, right), "quantity") - {Verdict.AGREEMENT} == ({verdict} if verdict else set())


def test_directions_from_two_places_are_not_compared() -> None:
    rows = told("L'attaque a eu lieu au sud-ouest du pays.", "L'attaque a eu lieu au sud-est de la capitale.")
    assert Verdict.CONTRADICTION not in verdicts(rows, "name")


def test_a_fact_beside_linked_passages_is_compared_too() -> None:
    left = "Un orage a frappé le festival. Les gradins ont été évacués en moins de 50 minutes."
    right = "Le festival a été frappé par un orage. L'évacuation des gradins a duré 45 minutes."
    assert Verdict.PRECISION in verdicts(told(left, right, leaning=(1,)), "duration")


def test_who_agrees_with_another_and_contradicts_it_contradicts_itself() -> None:
    left = "Le groupe a acheté 300 EPR. Son achat d'EPR surprend. Le groupe ferait le plein de SMR."
    right = "Le groupe vient d'acheter 300 SMR."
    rows = told(left, right, same=((0,), (0, 2)))
    own = [j for r in rows for j in r.judgements if j.left.partition(":")[0] == j.right.partition(":")[0] == "a"]
    assert [j.verdict for j in own] == [Verdict.CONTRADICTION]


def test_a_finding_told_in_several_sentences_is_one_row() -> None:
    left = "Le groupe a acheté 300 EPR. Son achat d'EPR surprend. Le groupe ferait le plein de SMR."
    right = "Le groupe vient d'acheter 300 SMR."
    rows = told(left, right, same=((0,), (0, 2)))
    assert len([r for r in rows if r.kind == "name" and r.verdict is Verdict.CONTRADICTION]) == 1


def test_what_adds_up_to_a_number_does_not_contradict_it() -> None:
    rows = told("Le ferry transportait 706 personnes.", "Le ferry transportait 612 passagers et 94 marins.")
    assert Verdict.CONTRADICTION not in verdicts(rows, "quantity")


def test_a_part_is_set_against_the_other_part_and_not_against_the_whole() -> None:
    left, right = "Le groupe supprime 1 400 postes, dont 400 en Italie.", "Le groupe supprime 900 postes, dont 300 en Italie."
    pairs = {tuple(int(f.partition(":")[2].partition("-")[0]) for f in (j.left, j.right)) for r in told(left, right) for j in r.judgements}
    assert (left.index("1 400"), right.index("900")) in pairs
    assert not pairs & {(left.index("1 400"), right.index("300")), (left.index("400 en"), right.index("900"))}


def test_numbers_of_one_noun_that_happen_to_add_up_still_differ() -> None:
    rows = told("L'accident a fait 17 blessés.", "L'accident a fait 12 blessés et 5 morts.")
    assert Verdict.CONTRADICTION in verdicts(rows, "quantity")


def test_the_ages_of_two_people_are_two_things() -> None:
    left = "Le notaire Paul Kerjean, 58 ans, a été condamné vendredi pour le meurtre d'Anne Morin."
    right = "Anne Morin, 41 ans, avait été retrouvée vendredi, tuée par le notaire Paul Kerjean."
    assert not verdicts(told(left, right), "quantity")
    right = "Le notaire Paul Kerjean, 59 ans, a été condamné vendredi pour le meurtre d'Anne Morin."
    assert Verdict.CONTRADICTION in verdicts(told(left, right), "quantity")


def test_two_people_have_a_sentence_each() -> None:
    rows = told("Paul Kerjean a été condamné à cinq ans de prison.", "Anne Morin a été condamnée à trois ans de prison.")
    assert not verdicts(rows, "duration")
    rows = told("Paul Kerjean a été condamné à cinq ans de prison.", "Paul Kerjan a été condamné à trois ans de prison.")
    assert Verdict.CONTRADICTION in verdicts(rows, "duration")


def test_an_ordinal_that_names_a_thing_differs_from_no_other() -> None:
    rows = told("Les élus du premier tour ont pris leurs fonctions.", "Les élus du second tour ont pris leurs fonctions.")
    assert Verdict.CONTRADICTION not in verdicts(rows, "quantity")
    rows = told("C'est sa troisième victoire de la saison.", "C'est sa quatrième victoire de la saison.")
    assert Verdict.CONTRADICTION in verdicts(rows, "quantity")


def test_a_day_that_the_other_article_tells_too_differs_from_no_other_day_there() -> None:
    left = "Le policier a été tué le 6 mai."
    right = "Le policier a été tué lundi 6 mai. Le policier tué a été honoré vendredi 10 mai."
    rows = told(left, right, same=((0, 1),))
    assert verdicts(rows, "date") == {Verdict.AGREEMENT}


def test_things_that_are_counted_exclude_no_other_thing() -> None:
    rows = told("Onze bateaux ont participé aux secours.", "Quatre hélicoptères ont participé aux secours.")
    assert Verdict.CONTRADICTION not in verdicts(rows, "name")
    assert Verdict.CONTRADICTION in verdicts(told("Un camion a percuté le mur.", "Un bateau a percuté le mur."), "name")


def test_counts_of_two_days_are_told_with_reserve_even_in_undated_articles() -> None:
    texts = "L'agence comptait {} 2 827 cas confirmés.", "L'agence comptait {} 2 593 cas confirmés."
    notes = []
    for days in (("mercredi", "mardi"), ("mardi", "mardi")):
        rows = told(*(t.format(d) for t, d in zip(texts, days, strict=True)), published=(None, None))
        notes += [r.note for r in rows if r.kind == "quantity" and r.verdict is Verdict.CONTRADICTION]
    assert notes == ["unsure", ""]


def test_an_article_that_names_two_of_a_family_does_not_contradict_itself() -> None:
    left = "Le tribunal a condamné Paul Kerjean lundi. Le tribunal a relaxé Anne Kerjean. Les juges ont condamné Kerjean à deux ans."
    right = "Le tribunal a condamné lundi Anne Kerjean à deux ans."
    rows = told(left, right, same=((0,), (0, 1, 2)))
    assert not [
        r for r in rows if {f.partition(":")[0] for f in r.facts} == {"a"} and r.kind == "name" and r.verdict is not Verdict.AGREEMENT
    ]


def test_what_is_counted_may_bear_a_second_name() -> None:
    rows = told("Le groupe a acheté des milliers de réacteurs compacts (SMR).", "Le groupe a acheté 10 000 SMR.")
    assert Verdict.PRECISION in verdicts(rows, "quantity")


@pytest.mark.parametrize(
    ("left", "right", "differ"),
    [
        ("Le ministre pourrait quitter Lille en juin.", "Le ministre pourait quitter Lille en juin.", False),
        ("Le chantier devrait durer trois mois.", "Le chantier devait durer trois mois.", True),
        ("Le ministre aurait quitté Lille en juin.", "Le ministre avait quitté Lille en juin.", True),
    ],
)
def test_a_slip_of_the_keys_makes_nothing_certain(left: str, right: str, differ: bool) -> None:
    assert bool(verdicts(told(left, right), "certainty") & {Verdict.CERTAINTY}) == differ


@pytest.mark.parametrize(
    ("left", "right", "kind", "verdict"),
    [
        ("L'explosion a fait 30 blessés.", "L'explosion a fait 3 blessés.", "quantity", Verdict.CONTRADICTION),
        ("Il risque une amende de 15 000 euros.", "Il risque une amende de 1 500 euros.", "money", Verdict.CONTRADICTION),
        ("Le film est interdit aux moins de 15 ans.", "Le film est interdit aux moins de 16 ans.", "quantity", Verdict.CONTRADICTION),
        ("Il est convoqué sous quinze jours.", "Il est convoqué sous deux semaines.", "duration", Verdict.AGREEMENT),
        ("Il est arrêté pour huit jours.", "Il est arrêté pour une semaine.", "duration", Verdict.AGREEMENT),
        ("Il est arrêté pour huit jours.", "Il est arrêté pour sept jours.", "duration", Verdict.CONTRADICTION),
    ],
)
def test_sentences_that_differ_by_one_figure(left: str, right: str, kind: str, verdict: Verdict) -> None:
    """A nought too many is a slip that a paper makes: figures far apart in one sentence are no two things."""
    assert verdicts(told(left, right), kind) == {verdict}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Les députés ont voté contre le texte.", "Les députés ont voté pour le texte."),
        ("Les élus ont voté la loi.", "Les élus ont voté contre la loi."),
        ("Les socialistes ont voté contre la loi.", "Les socialistes se sont abstenus sur la loi."),
        ("Le chômage est en hausse.", "Le chômage est en baisse."),
        ("Le chômage est en hausse.", "Le chômage recule."),
        ("Les ventes ont doublé.", "Les ventes ont triplé."),
        ("L'usine fermera ses portes.", "L'usine ne fermera pas."),
        ("La route reste fermée.", "La route a rouvert."),
        ("Le match a été reporté.", "Le match a bien eu lieu."),
        ("Les négociations ont repris.", "Les négociations sont rompues."),
        ("Le vaccin est efficace.", "Le vaccin est inefficace."),
        ("L'enfant a été retrouvé vivant.", "L'enfant a été retrouvé mort."),
        ("Le passager est sorti indemne de l'accident.", "Le passager a été blessé dans l'accident."),
        ("Le suspect a été interpellé.", "Le suspect est toujours en fuite."),
        ("Les travaux sont terminés.", "Les travaux sont toujours en cours."),
        ("Aucune suppression de postes n'est prévue.", "Quelque 150 postes seront supprimés."),
        ("Aucune interpellation n'a eu lieu.", "Douze manifestants ont été interpellés."),
        ("Il n'y a pas eu d'interpellation.", "Un homme a été interpellé."),
        ("Un pompier a été grièvement blessé.", "Un pompier a été légèrement blessé."),
        ("Ces traces étaient antérieures au crime.", "Ces traces étaient postérieures au crime."),
        ("L'incendie est accidentel.", "L'incendie est volontaire."),
    ],
)
def test_statements_in_contrary_words(left: str, right: str) -> None:
    assert Verdict.CONTRADICTION in verdicts(told(left, right), "polarity")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Un pompier a été grièvement blessé.", "Un pompier a été gravement blessé."),
        ("Un pompier a été grièvement blessé.", "Un pompier a été blessé."),
    ],
)
def test_statements_that_exclude_each_other_in_nothing(left: str, right: str) -> None:
    assert Verdict.CONTRADICTION not in verdicts(told(left, right), "polarity")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Un pompier a été conduit à l'hôpital de Carcassonne.", "Un pompier a été conduit à l'hôpital de Narbonne."),
        ("Une équipe a été envoyée par le CHU de Saint-Étienne.", "Le CHU de Clermont-Ferrand a envoyé une équipe."),
    ],
)
def test_the_town_of_a_hospital_is_a_place(left: str, right: str) -> None:
    assert verdicts(told(left, right), "place") == {Verdict.CONTRADICTION}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Le texte a été adopté à l'unanimité.", "Le texte a été adopté à une courte majorité."),
        ("Le texte a été adopté en première lecture.", "Le texte a été définitivement adopté."),
        ("Le commissaire a rendu un avis favorable.", "Le commissaire a rendu un avis défavorable."),
        ("La victime est dans un état critique.", "La victime est hors de danger."),
        ("Le suspect a été arrêté à l'aéroport.", "Le suspect a été arrêté à son domicile."),
    ],
)
def test_words_of_which_one_excludes_another(left: str, right: str) -> None:
    assert verdicts(told(left, right), "name") == {Verdict.CONTRADICTION}


@pytest.mark.parametrize("words", ["prend la tête de la course", "a la course en main", "arrive à pied"])
def test_a_limb_of_a_set_phrase_is_none(words: str) -> None:
    assert not verdicts(told("Le coureur est blessé au genou.", f"Le coureur {words}."), "name")


def test_what_each_gets_is_held_against_no_sum_of_all() -> None:
    rows = told("Il versera 30 000 euros à chacun des trois enfants.", "Il versera 90 000 euros aux enfants.")
    assert "money" not in {row.kind for row in rows if row.verdict is Verdict.CONTRADICTION}
    rows = told("Il versera 30 000 euros à chacun des trois enfants.", "Il versera 50 000 euros à chacun des enfants.")
    assert verdicts(rows, "money") == {Verdict.CONTRADICTION}


def test_a_bridge_is_no_other_place_than_its_town() -> None:
    assert not verdicts(told("La crue a atteint 5 mètres à Vierzon.", "La crue a atteint 5 mètres au pont Vieux."), "place")
    assert verdicts(told("La crue a atteint 5 mètres à Vierzon.", "La crue a atteint 5 mètres à Bourges."), "place") == {
        Verdict.CONTRADICTION
    }


def test_what_one_year_brings_says_nothing_of_the_next() -> None:
    rows = told("Pour 2024, le groupe vise une croissance de 4 %.", "L'an prochain, le groupe vise une croissance de 6 %.")
    assert Verdict.CONTRADICTION not in verdicts(rows, "percent")
    assert Verdict.CONTRADICTION in verdicts(
        told("Le groupe vise une croissance de 4 %.", "Le groupe vise une croissance de 6 %."), "percent"
    )


def test_who_tells_the_exact_number_too_is_not_less_exact() -> None:
    exact, rough = "La ville compte 12 400 élèves.", "La ville compte quelque 12 000 élèves."
    assert verdicts(told(exact, rough), "quantity") == {Verdict.PRECISION}
    assert verdicts(told(f"{exact} Il pleut.", f"{rough} {exact}", same=((0,),)), "quantity") <= {Verdict.AGREEMENT}


def test_a_heading_that_is_shorter_than_its_text_is_not_more_precise() -> None:
    pieces = [article("Les cortèges de plus de 5 000 personnes sont interdits. Il pleut.", "a")]
    other = article("Les cortèges de 5 000 personnes interdits. Les cortèges de plus de 5 000 personnes sont interdits.", "b")
    for role, wanted in ((Role.HEADING, set()), (Role.BODY, {Verdict.PRECISION})):
        titled = replace(other, sentences=(replace(other.sentences[0], role=role), *other.sentences[1:]))
        both = [*pieces, titled]
        parses = {p.id: parse(p) for p in both}
        members = (Place("a", 0), Place("b", 0))
        facts = [f for p in both for f in extract(p, parses[p.id])]
        rows = compare(both, parses, facts, [Event("e", members, 0.95, (Link(*members, 0.95),))])
        assert {r.verdict for r in rows if r.kind == "quantity"} - {Verdict.AGREEMENT} == wanted


def test_a_penalty_that_is_asked_is_none_that_was_given() -> None:
    """Else the five years that the prosecution wanted agree with the five that another paper says were given, and the four do not."""
    asked = "Le procureur a requis cinq ans de prison contre le notaire. Le tribunal a condamné le notaire à quatre ans de prison."
    rows = told(asked, "Le notaire a écopé de cinq ans de prison.", same=((0, 0), (1, 0)))
    assert verdicts(rows, "duration") == {Verdict.CONTRADICTION}
    assert not verdicts(told("Elle encourt dix ans de prison.", "Elle a été condamnée à dix ans de prison."), "duration")


def test_what_is_called_for_tells_two_calls_apart() -> None:
    rows = told("FO a appelé à poursuivre le mouvement.", "FO appelle à la reprise du travail.")
    assert not verdicts(rows, "polarity")
    rows = told("Le juge a ordonné sa remise en liberté.", "Le juge a ordonné son maintien en détention.")
    assert Verdict.AGREEMENT not in verdicts(rows, "polarity")


def test_two_causes_of_one_effect_exclude_each_other() -> None:
    rows = told("La route est coupée à cause d'un éboulement.", "La route est coupée en raison d'une crue.")
    assert verdicts(rows, "cause") == {Verdict.CONTRADICTION}


def test_a_cause_excludes_none_that_is_told_beside_it() -> None:
    rows = told(
        "La charpente s'est déformée à cause des flammes.", "Lors de l'incendie, la charpente s'est déformée à cause de la chaleur."
    )
    assert not verdicts(rows, "cause") & {Verdict.CONTRADICTION}


def test_a_cause_that_one_article_denies_is_held_against_the_other() -> None:
    """« La piste criminelle » tells « criminelle » in the words around it: those are its own."""
    rows = told("L'origine du feu serait criminelle, selon un riverain.", "La piste criminelle est écartée.")
    assert verdicts(rows, "cause") == {Verdict.CONTRADICTION}


def test_what_two_unions_say_contradicts_neither() -> None:
    known = "La CGT salue cet accord. FO dénonce cet accord."
    assert not verdicts(told("La CGT salue cet accord.", known, same=((0, 1),)), "polarity") & {Verdict.CONTRADICTION}
    rows = told("La CGT salue cet accord.", "La CGT dénonce cet accord.")
    assert verdicts(rows, "polarity") == {Verdict.CONTRADICTION}


def test_who_is_expected_somewhere_comes_there() -> None:
    rows = told("Le ministre est attendu sur place dimanche.", "Le ministre ne se rendra pas sur place dimanche.")
    assert Verdict.CONTRADICTION in verdicts(rows, "polarity")


def test_people_are_no_things() -> None:
    rows = told(
        "Le feu a fait quatre morts dans un immeuble de trois étages.", "Cinq personnes sont mortes dans un immeuble de six étages."
    )
    counted = [{f.partition(":")[2] for f in r.facts} for r in rows if r.kind == "quantity"]
    assert len(counted) == 2
    assert not counted[0] & counted[1]


def test_an_hour_is_held_against_the_one_told_in_its_zone() -> None:
    rows = told("La fusée a décollé à 21h22, heure de Paris.", "Le décollage a eu lieu à 17h22 heure locale (22h22 à Paris).")
    assert verdicts(rows, "time") == {Verdict.CONTRADICTION}


def test_two_short_forms_of_one_name_do_not_differ() -> None:
    left = "Fonderie Brissac : Brissac ferme son usine."
    rows = told(left, "Le groupe Brissac ferme une usine de Brissac.", "Brissac ferme son usine.")
    assert not verdicts(rows, "name") & {Verdict.CONTRADICTION}


def test_what_two_names_have_in_common_makes_them_no_one_bearer() -> None:
    """« Kerdoncuff » alone is short for both of two first names."""
    rows = told(
        "L'agent Bastien Kerdoncuff a quitté la salle.", "Kerdoncuff a quitté la salle.", "L'agent Baptiste Kerdoncuff a quitté la salle."
    )
    assert Verdict.CONTRADICTION in verdicts(rows, "name")


@pytest.mark.parametrize(("day", "differ"), [("le 15 mars", False), ("le 16 mars", True), ("le 15 mars 2023", True)])
def test_a_day_without_its_year_may_be_of_any(day: str, differ: bool) -> None:
    """One paper prints it before that day, the other after."""
    rows = told(
        f"Le conseil a été élu {day} à Brest.", "Le conseil a été élu le 15 mars à Brest.", published=(date(2024, 3, 1), date(2024, 5, 14))
    )
    assert (Verdict.CONTRADICTION in verdicts(rows, "date")) == differ


@pytest.mark.parametrize(("beginning", "differ"), [("Tout avait commencé à 16h45.", False), ("Tout avait commencé hier.", True)])
def test_an_hour_that_both_articles_tell_is_no_other_hour(beginning: str, differ: bool) -> None:
    rows = told("L'alerte a été donnée à 16h45 à Brest.", f"L'alerte a été donnée à 22h50 à Brest. {beginning}")
    assert (Verdict.CONTRADICTION in verdicts(rows, "time")) == differ


def test_verbs_that_have_nothing_in_common_need_more_to_be_of_one_matter() -> None:
    """A mayor who was elected, and a council that should choose, differ in no firmness, be their sentences ever so near."""

    def likely(left: str, right: str) -> float:
        pieces = (article(left, "a"), article(right, "b"))
        parses = {p.id: parse(p) for p in pieces}
        by_place = sides(pieces, parses, [f for p in pieces for f in extract(p, parses[p.id])])
        known = Told(pieces, by_place, score=lambda _family, _values: 0.3)
        event = Event("e", (Place("a", 0), Place("b", 0)), 0.9, (Link(Place("a", 0), Place("b", 0), 0.9),))
        return max(m.likely for m in candidates(event, by_place, known) if m.verdict is Verdict.CERTAINTY)

    assert likely("Le maire a choisi un adjoint.", "Le maire devrait choisir un adjoint.") == 0.3
    assert likely("Le maire a été élu samedi.", "Le conseil devrait choisir un adjoint.") == 0.0


def test_a_later_hour_is_no_update() -> None:
    rows = told("Le train est parti à 16h45.", "Le train est parti à 22h50.", published=(date(2024, 5, 14), date(2024, 5, 15)))
    assert [r.note for r in rows if r.kind == "time" and r.verdict is Verdict.CONTRADICTION] in (["unsure"], [""])


def test_causes_that_one_article_tells_both_of_exclude_each_other_in_none() -> None:
    both = "La chute est due à un malaise. L'homme est mort à la suite d'une chute due à une dispute."
    one = "L'homme est mort, sa chute est due à un malaise."
    assert Verdict.CONTRADICTION not in verdicts(told(both, one, same=((0, 1),)), "cause")


def test_causes_of_two_articles_exclude_each_other() -> None:
    rows = told("La panne est due à un câble rompu.", "La panne est due à la foudre.")
    assert Verdict.CONTRADICTION in verdicts(rows, "cause")


def test_two_sentences_that_credit_one_source_differ_by_no_other() -> None:
    both = "Selon l'avocate Jeanne Martin, citée par Le Monde, le pont a cédé dans la nuit."
    rows = told(both, "Le pont a cédé dans la nuit, selon l'avocate Jeanne Martin.")
    assert Verdict.ATTRIBUTION not in verdicts(rows, "attribution")
    rows = told("Selon Le Monde, le pont a cédé dans la nuit.", "Le pont a cédé dans la nuit, selon l'avocate Jeanne Martin.")
    assert Verdict.ATTRIBUTION in verdicts(rows, "attribution")


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("Le sentier sera fermé pendant l'hiver.", "Le sentier sera fermé en hiver.", set()),
        ("Le sentier sera fermé cet hiver.", "Le sentier sera fermé cet été.", {Verdict.CONTRADICTION}),
        ("Le sentier a fermé à l'hiver 2021.", "Le sentier a fermé à l'hiver 2022.", {Verdict.CONTRADICTION}),
    ],
)
def test_a_season_without_its_year_may_be_of_any(left: str, right: str, verdict: set[Verdict]) -> None:
    assert verdicts(told(left, right), "date") - {Verdict.AGREEMENT} == verdict


def test_the_ages_of_two_people_told_together() -> None:
    piece = article("Lucie et Manon Perrier, 34 et 39 ans, ont été secourues jeudi.")
    ages = [f for f in extract(piece, parse(piece)) if f.kind in {"quantity", "duration"}]
    assert [(f.kind, piece.quote(f.span)) for f in ages] == [("quantity", "34"), ("quantity", "39 ans")]


def test_names_that_both_articles_tell_exclude_each_other_nowhere() -> None:
    one = "Le typhon a frappé Busan et la ville d'Ulsan."
    other = "La ville d'Ulsan et celle de Busan ont été frappées par le typhon."
    assert Verdict.CONTRADICTION not in verdicts(told(one, other, same=(), leaning=(0,)), "place")


def test_what_lasts_since_one_day_began_on_it_however_long_the_words_make_it() -> None:
    rows = told("Il a subi onze contrôles depuis janvier.", "Il a subi onze contrôles depuis le début de l'année.")
    assert verdicts(rows, "date") == {Verdict.AGREEMENT}


def test_the_year_of_what_a_count_is_measured_against_is_not_its_own() -> None:
    rows = told("Le canton a compté douze attaques depuis juin.", "Le canton a compté douze attaques, contre trois en 2021.")
    assert not verdicts(rows, "date")


@pytest.mark.parametrize(
    ("left", "right", "comparable"),
    [
        ("Le drame a frappé une infirmière de 36 ans.", "Le drame a frappé un électricien de 43 ans.", False),
        ("Le drame a frappé une infirmière de 36 ans.", "Le drame a frappé Sophie Lenoir, 38 ans.", True),
        ("Le drame a frappé un homme de 36 ans.", "Le drame a frappé une victime de 38 ans.", True),
    ],
)
def test_an_age_of_a_woman_is_no_man_s(left: str, right: str, comparable: bool) -> None:
    assert (Verdict.CONTRADICTION in verdicts(told(left, right), "quantity")) == comparable


def test_a_sum_is_held_against_the_one_told_in_its_currency() -> None:
    dollars = "Le club touchera 38 millions d'euros (41 millions de dollars)."
    rows = [r for r in told("Le club toucherait 35 millions d'euros.", dollars) if r.kind == "money"]
    assert verdicts(tuple(rows), "money") == {Verdict.CONTRADICTION}
    assert not any(f.startswith(f"b:{dollars.index('41')}-") for r in rows for f in r.facts)


@pytest.mark.parametrize(
    ("left", "right", "two"),
    [
        ("Les bateaux vers les îles circulent.", "Onze lignes de bus ne circulaient pas.", True),
        ("Les nouvelles mesures commenceront en mai.", "La campagne s'est achevée en mars.", True),
        ("Le pont est ouvert.", "Le pont est fermé.", False),
        ("Le suspect est libre.", "Son compagnon a été écroué.", False),
        ("Le chef de file a quitté la salle.", "Le député est resté dans la salle.", False),
    ],
)
def test_statements_that_have_only_their_verb_in_common(left: str, right: str, two: bool) -> None:
    pieces = [article(left, "a"), article(right, "b")]
    parses = {p.id: parse(p) for p in pieces}
    by_place = sides(pieces, parses, [f for p in pieces for f in extract(p, parses[p.id])])
    one, other = (next(s for s in by_place[Place(ident, 0)] if s.family == "assertion") for ident in "ab")
    assert of_two_things(one, other) is two
