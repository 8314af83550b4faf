"""What numbers count, and which way dates lie: what only a parsed sentence tells."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

import builders
from recoupe.facts import extract
from recoupe.facts.counted import befallen_apart, counts_of
from recoupe.facts.kind import Found, SentenceContext
from recoupe.facts.kinds import KINDS
from recoupe.linguistics import parse
from recoupe.model import Period, Quantity

TUESDAY = date(2024, 5, 14)


def numbers(text: str, language: str = "fr") -> list[Found]:
    """What the numeric kinds find in a text, sentence by sentence, in order of place."""
    article = builders.article(text, published=TUESDAY, language=language)
    parsed = parse(article)
    found: list[Found] = []
    for i in article.story:
        reading = article.reading(article.sentences[i].span)
        context = SentenceContext(article, i, parsed.sentences[i], language, TUESDAY, reading)
        for kind in KINDS:
            if kind.name in {"quantity", "money", "percent", "date", "time", "duration"}:
                found.extend(kind.find(context))
    return sorted(found, key=lambda f: f.span)


COUNTED = [
    ("Quelque 1 200 manifestants ont défilé.", "Quelque 1 200 manifestants", "manifestant", ""),
    ("L'accident a fait deux blessés graves.", "deux blessés graves", "blessé", "grave"),
    ("Il y a eu 12 blessés, dont trois grièvement.", "trois", "blessé", "grave"),
    ("Il y a eu 12 blessés, dont un grave, soigné sur place.", "un grave", "blessé", "grave"),
    ("Il y a eu 12 blessés, dont deux graves et trois légers.", "trois légers", "blessé", "léger"),
    ("Six cents sapeurs-pompiers sont venus.", "Six cents sapeurs-pompiers", "sapeur-pompier", ""),
    ("Ils ont fermé 214 établissements scolaires.", "214 établissements scolaires", "établissement", "scolaire"),
    ("Quelque 40 000 autres foyers sont touchés.", "Quelque 40 000 autres foyers", "foyer", ""),
    ("Une centaine de policiers les cherchent.", "Une centaine de policiers", "policier", ""),
    ("On a compté 60 tonnes de fumier.", "60 tonnes de fumier", "fumier", ""),
    ("La ligne voit passer 22 trains par jour.", "22 trains", "train", "/day"),
]


@pytest.mark.parametrize(("text", "words", "about", "scope"), COUNTED)
def test_a_number_knows_what_it_counts(text: str, words: str, about: str, scope: str) -> None:
    """The noun as a lemma, what narrows it, and no more words than carry them."""
    found = next(f for f in numbers(text) if text[f.span.start : f.span.end] == words)
    assert (found.kind, found.about, found.scope) == ("quantity", about, scope)


def test_a_measure_is_about_the_words_that_govern_it() -> None:
    """« 158 km/h » is the speed of something."""
    (found,) = numbers("Une rafale a atteint 158 km/h.")
    assert "rafale" in found.about
    assert "atteindre" in found.about


def test_a_bare_number_takes_the_unit_it_leaves_out() -> None:
    """« cinq ans de prison, dont deux ferme » tells two lengths of time."""
    found = numbers("Il a été condamné à cinq ans de prison, dont deux ferme.")
    assert [(f.kind, f.value.point) for f in found if isinstance(f.value, Quantity)] == [
        ("duration", Decimal("1826.25")),
        ("duration", Decimal("730.5")),
    ]


def test_a_sentence_of_years_is_no_age() -> None:
    """« condamné à cinq ans » is no age, « mort à 72 ans » is one."""
    assert [f.kind for f in numbers("Il a été condamné à cinq ans de prison.")] == ["duration"]
    assert [f.kind for f in numbers("Il est mort à 72 ans à son domicile.")] == ["quantity"]
    assert [f.kind for f in numbers("Cet Américain de 43 ans vivait à Paris.")] == ["quantity"]


def test_a_share_is_of_what_is_counted_within_it() -> None:
    found = numbers("La direction prévoit un TGV sur deux et un TER sur trois. Le taux atteint 12 %.")
    assert [f.about for f in found if f.kind == "percent"] == ["tgv prévoir direction", "ter prévoir direction", "atteindre taux"]


def test_one_person_is_counted_where_harm_is_told() -> None:
    """« un gendarme a été blessé » is one injured; « un gendarme est venu » counts nobody."""
    assert [f.about for f in numbers("Un gendarme a été blessé.")] == ["gendarme"]
    assert numbers("Un gendarme est venu.") == []


def test_millions_without_a_currency_are_money_where_money_is_spoken_of() -> None:
    """« 31 millions de chiffre d'affaires » beside euros; « 2 millions de chômeurs » are people."""
    found = numbers("Il a vendu pour 12 millions d'euros, avec 31 millions de chiffre d'affaires et 2 millions de clients.")
    assert [f.kind for f in found] == ["money", "money", "quantity"]


def test_points_are_shares_where_rates_are_spoken_of() -> None:
    """« le taux gagne 2 points » against « 47 points » of a ranking."""
    assert [f.kind for f in numbers("Le taux de chômage gagne 2 points.")] == ["percent"]
    assert [f.kind for f in numbers("Le grimpeur totalise 47 points.")] == ["quantity"]


LEANS = [
    ("Le ministre a rencontré les élus jeudi.", date(2024, 5, 9)),
    ("Le ministre rencontrera les élus jeudi.", date(2024, 5, 16)),
    ("Le ministre doit rencontrer les élus jeudi.", date(2024, 5, 16)),
    ("Le ministre est attendu jeudi à Lyon.", date(2024, 5, 16)),
    ("Le ministre ne sera pas présent dimanche.", date(2024, 5, 19)),
    ("Les élus étaient réunis dimanche.", date(2024, 5, 12)),
    ("Le procès s'ouvrira le 2 mars.", date(2025, 3, 2)),
    ("Le procès s'est ouvert le 2 décembre.", date(2023, 12, 2)),
]


@pytest.mark.parametrize(("text", "day"), LEANS)
def test_the_tense_tells_which_way_a_date_lies(text: str, day: date) -> None:
    """From Tuesday 14 May 2024."""
    (found,) = (f for f in numbers(text) if f.kind == "date")
    assert isinstance(found.value, Period)
    assert found.value.start.date() == day


def test_the_day_before_counts_from_the_last_day_told() -> None:
    """« la veille » of a day that an earlier sentence told, not of the paper's."""
    article = builders.article("Il était parti la veille.", published=TUESDAY)
    tokens = parse(article).sentences[0]
    reading = article.reading(article.sentences[0].span)
    context = SentenceContext(article, 0, tokens, "fr", TUESDAY, reading, mentioned=date(2024, 5, 3))
    (found,) = next(k for k in KINDS if k.name == "date").find(context)
    assert isinstance(found.value, Period)
    assert found.value.start.date() == date(2024, 5, 2)


def test_english_compounds_count_their_last_noun() -> None:
    """ "18 climate satellites" are satellites."""
    text = "The rocket carried 18 climate satellites into orbit."
    found = next(f for f in numbers(text, "en") if f.kind == "quantity")
    assert found.about == "satellite"
    assert text[found.span.start : found.span.end] == "18 climate satellites"


@pytest.mark.parametrize(
    ("sentence", "about", "scope"),
    [
        ("Dix-sept personnes ont été blessées mardi.", "blessé", ""),
        ("Dix-sept personnes blessées sont à l'hôpital.", "blessé", ""),
        ("Deux personnes sont mortes.", "mort", ""),
        ("Trois pompiers ont été blessés.", "pompier", "blessé"),
        ("Deux pompiers blessés sont rentrés chez eux.", "pompier", "blessé"),
        ("Deux pompiers ont été légèrement blessés.", "pompier", "blessé léger"),
    ],
)
def test_people_are_counted_by_what_befell_them(sentence: str, about: str, scope: str) -> None:
    found = next(f for f in numbers(sentence) if f.kind == "quantity")
    assert (found.about, found.scope) == (about, scope)


def test_an_hour_in_brackets_is_told_without_them() -> None:
    piece = builders.article("Le décollage a eu lieu à 17h22 heure locale (22h22 à Paris).")
    assert [piece.quote(f.span) for f in extract(piece, parse(piece)) if f.kind == "time"] == ["à 17h22 heure locale", "22h22 à Paris"]


def facts_of(text: str) -> dict[str, tuple[str, str]]:
    """What each number of an article counts and what narrows it, by its words."""
    article = builders.article(text, published=TUESDAY)
    return {article.text[f.span.start : f.span.end]: (f.about, f.scope) for f in extract(article, parse(article)) if f.kind == "quantity"}


@pytest.mark.parametrize(
    ("text", "number", "about"),
    [
        ("Il y avait 250 tracteurs. Les organisateurs en ont recensé plus de 500, plaque par plaque.", "plus de 500", "tracteur"),
        ("Quarante grévistes ont été licenciés. Le préfet, lui, en annonce une centaine.", "une centaine", "gréviste"),
        ("Les pompiers ont reçu 300 appels. Il y en avait eu 80 la veille, et 1 200 le mois dernier.", "1 200", "appel"),
        ("La police a compté 3 500 manifestants. Ils étaient près de 700 la veille.", "près de 700", "manifestant"),
    ],
)
def test_a_pronoun_stands_for_what_the_sentence_before_counted(text: str, number: str, about: str) -> None:
    assert facts_of(text)[number][0] == about


@pytest.mark.parametrize(
    "text",
    [
        "Il y avait 250 tracteurs. En mars, le préfet a reçu 12 lettres, et puis 40.",
        "Il y avait 250 tracteurs. Ils étaient 700, dit le préfet.",  # people, of whom nothing was said
        "Il y avait 250 tracteurs.\n\nLe préfet en annonce 700.",
    ],
)
def test_no_pronoun_stands_for_what_is_counted_elsewhere(text: str) -> None:
    assert [about for about, _ in facts_of(text).values()].count("tracteur") == 1


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("On y compte 700 visiteurs la semaine.", "/week"),
        ("On y a compté 700 visiteurs la semaine dernière.", ""),
        ("On y a compté 700 visiteurs l'an passé.", ""),
        ("On y a compté 700 visiteurs la nuit du 14 juillet.", ""),
    ],
)
def test_a_stretch_of_time_that_is_one_is_no_rate(text: str, scope: str) -> None:
    assert facts_of(text)["700 visiteurs"] == ("visiteur", scope)


def test_people_are_told_from_things() -> None:
    assert counts_of(frozenset({"malfaiteur", "cagoulé"})) == counts_of(frozenset({"blesser"})) == "people"
    assert counts_of(frozenset({"étage", "rue"})) == "things"
    assert counts_of(frozenset({"poste"})) == counts_of(frozenset()) == counts_of(frozenset({"passager", "avion"})) == ""


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [("typhon", "mort", True), ("mort", "passager", False), ("mort", "blessé", False), ("typhon", "cyclone", False), ("mort", "", False)],
)
def test_the_dead_are_not_counted_as_things_are(left: str, right: str, apart: bool) -> None:
    one, other = (frozenset(w.split()) for w in (left, right))
    assert befallen_apart(one, other) == befallen_apart(other, one) == apart
