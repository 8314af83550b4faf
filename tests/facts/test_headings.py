"""A row is headed by words that its articles wrote, not by lemmas, and names in common make one row each."""

import pytest

from builders import article
from recoupe.facts import compare, extract
from recoupe.facts.headings import heading, worded
from recoupe.linguistics import parse
from recoupe.model import Article, Comparison, Event, Place, Verdict


def said(text: str, kind: str, words: str) -> str:
    """What the fact of a kind that stands at some words is headed by."""
    one = article(text)
    parsed = parse(one)
    start = text.index(words)
    fact = next(f for f in extract(one, parsed) if f.kind == kind and f.span.start <= start < f.span.end)
    return worded(fact, parsed.sentences[fact.place.sentence])


@pytest.mark.parametrize(
    ("text", "kind", "words", "wanted"),
    [
        ("Le maire a dénombré 45 manifestants blessés.", "quantity", "45", "manifestants blessés"),
        ("Les pompiers ont évacué 120 habitants du quartier.", "quantity", "120", "habitants du quartier"),
        ("La direction fermera l'usine de Vesoul.", "polarity", "fermera", "La direction fermera l'usine de Vesoul"),
        ("Le conducteur n'avait pas bu.", "polarity", "avait", "Le conducteur n'avait pas bu"),
        ("Le maire estime les dégâts à 3,2 millions d'euros.", "polarity", "estime", "Le maire estime les dégâts à 3,2 millions d'euros"),
        ("Le chauffeur aurait grillé un feu rouge.", "certainty", "aurait", "Le chauffeur aurait grillé un feu rouge"),
        ("Il est soupçonné d'avoir menti.", "certainty", "avoir", "Il est soupçonné d'avoir menti"),
        ("La fusion a été annoncée le 3 mars 2021.", "date", "3 mars", "La fusion a été annoncée …"),
        ("Les syndicats protestent -- 40 d'entre eux à Lyon.", "quantity", "40", "syndicats"),
        ("Les secours ont cherché pendant six heures.", "duration", "six", "Les secours ont cherché pendant …"),
        ("Une facture de 4 000 euros a disparu.", "money", "4 000", "facture"),
        ("L'accident a fait 9 blessés, dont deux grièvement.", "quantity", "deux", "blessés"),
        ("Neuf personnes ont été blessées, dont deux grièvement.", "quantity", "deux", "blessé grave"),
        (
            "« Nous avons perdu tout ce que nous avions bâti ici », dit Anne Roux.",
            "attribution",
            "Anne",
            "« Nous avons perdu tout ce que nous avions bâti … »",
        ),
        ("Arrivé troisième au premier tour, le candidat renonce.", "quantity", "troisième", "Arrivé … au premier tour"),
        ("Le club est onzième du championnat.", "quantity", "onzième", "Le club est … du championnat"),
        ("La cour a infligé six mois de prison à l'élu.", "duration", "six", "prison"),
        ("La police de Lens a arrêté trois hommes mardi à l'aube.", "quantity", "trois", "hommes"),
        ("Une trentaine d'opérations non urgentes ont été reportées.", "quantity", "trentaine", "opérations non urgentes"),
        ("La mairie a fermé dix classes en juin.", "quantity", "dix", "classes"),
        ("La mairie a fermé dix classes en juin.", "date", "juin", "La mairie a fermé classes en …"),
        ("L'incendie de mardi a fait dix blessés.", "date", "mardi", "incendie de …"),
        ("Le maire Paul Kerdoncuff a parlé.", "name", "Paul", "maire …"),
        ("La première adjointe, Anne Roux, a parlé.", "name", "Anne", "première adjointe …"),
        ("Entendu pendant trois heures par les gendarmes, le capitaine, Paul Kerdoncuff, est libre.", "name", "Paul", "capitaine …"),
        ("L'avis du procureur de Lens, Paul Kerdoncuff, est attendu.", "name", "Paul", "avis du procureur de Lens …"),
        ("Le Chili rappelle mercredi son ambassadeur Paul Kerdoncuff.", "name", "Paul", "ambassadeur …"),
        ("En plus de rencontrer Paul Kerdoncuff, la société recrute.", "name", "Paul", "rencontrer …"),
        ("Le maire ne sera plus protégé par Paul Kerdoncuff.", "name", "Paul", "Le maire ne sera plus protégé par …"),
        ("Une plainte vise Paul Kerdoncuff.", "name", "Paul", "Une plainte vise …"),
        ("L'incendie s'est déclaré à Roubaix.", "place", "Roubaix", "L'incendie s'est déclaré à …"),
    ],
)
def test_a_fact_is_headed_by_the_words_around_it(text: str, kind: str, words: str, wanted: str) -> None:
    assert said(text, kind, words) == wanted


def test_a_heading_stays_short_however_long_the_sentence() -> None:
    long = (
        "Le président de la commission d'enquête parlementaire sur la gestion des barrages hydroélectriques de la vallée, "
        "qui avait été nommé au printemps dernier après la démission de son prédécesseur, a longuement critiqué hier devant la presse "
        "les retards pris par l'exploitant dans les travaux de consolidation de la digue."
    )
    one = article(long)
    parsed = parse(one)
    headings = [heading([f], {"a": parsed}, agreed=False) for f in extract(one, parsed)]
    assert any(headings)
    assert all(len(h.split()) <= 14 for h in headings)


def compared(*texts: str) -> tuple[tuple[Article, ...], tuple[Comparison, ...]]:
    """What articles of some sentences each are found to say, every first sentence telling one event, every second another."""
    articles = tuple(article(text, ident) for ident, text in zip("abc", texts, strict=False))
    parses = {a.id: parse(a) for a in articles}
    facts = [f for a in articles for f in extract(a, parses[a.id])]
    events = [Event(f"e{n}", tuple(Place(a.id, n) for a in articles), strength=0.9) for n in range(len(articles[0].sentences))]
    return articles, compare(articles, parses, facts, events)


def test_a_name_in_common_is_one_row_headed_by_its_fullest_form() -> None:
    _, found = compared(
        "Le maire Henri Lemoal a inauguré la piscine. Henri Lemoal a salué les ouvriers.",
        "La piscine a été inaugurée par Henri Lemoal. Les ouvriers ont été salués par Lemoal.",
    )
    names = [c for c in found if c.kind == "name" and c.verdict is Verdict.AGREEMENT]
    assert [c.about for c in names] == ["Henri Lemoal"]
    assert len(names[0].facts) == 4


def test_names_that_differ_stay_rows_of_their_own() -> None:
    _, found = compared(
        "Le maire Henri Lemoal a inauguré la piscine de Brest.",
        "Le maire Paul Kerjean a inauguré la piscine de Brest.",
    )
    assert [c.about for c in found if c.verdict is Verdict.CONTRADICTION]
    assert not any(c.about in {"Henri Lemoal", "Paul Kerjean"} for c in found if c.verdict is Verdict.CONTRADICTION)


def test_what_all_affirm_is_headed_by_no_figure_that_only_one_tells() -> None:
    """Beside a row that says that 120 is contradicted by 80, « 120 pompiers ont lutté » would not be what all agree on."""
    _, found = compared("Les 120 pompiers ont éteint le feu mardi.", "Les 80 pompiers ont éteint le feu mardi.")
    assert [c.about for c in found if c.kind == "polarity"] == ["Les … pompiers ont éteint le feu"]
    _, found = compared("Les 80 pompiers ont éteint le feu mardi.", "Les 80 pompiers ont éteint le feu mardi.")
    assert [c.about for c in found if c.kind == "polarity"] == ["Les 80 pompiers ont éteint le feu"]


def test_a_source_that_all_credit_heads_its_row_itself() -> None:
    """The statements may differ for all that."""
    _, found = compared(
        "Les impôts n'augmenteront pas, a promis l'adjoint Paul Lafont.", "Les impôts augmenteront, a promis l'adjoint Paul Lafont."
    )
    assert [c.about for c in found if c.kind == "attribution"] == ["l'adjoint Paul Lafont"]
