"""Names: which words are one, under which form they are compared, and how two of them are judged."""

from __future__ import annotations

import pytest

from builders import article
from recoupe.facts import compare, extract
from recoupe.facts.names import acronyms, cognates, judge_names, key_of, normal
from recoupe.linguistics import parse
from recoupe.model import Event, Fact, Link, Name, Place, Verdict


def named(text: str, language: str = "fr") -> dict[str, Fact]:
    piece = article(text, language=language)
    return {f.value.shown: f for f in extract(piece, parse(piece)) if isinstance(f.value, Name) and f.kind in {"name", "place"}}


def key(fact: Fact) -> str:
    assert isinstance(fact.value, Name)
    return fact.value.key


@pytest.mark.parametrize(
    ("left", "right"),
    [("X.ai", "X.AI"), ("x.AI", "X.ai"), ("Étienne Dubœuf", "Etienne Duboeuf"), ("Jean-Pierre", "Jean Pierre"), ("S.N.C.F.", "SNCF")],
)
def test_spellings_of_one_name(left: str, right: str) -> None:
    assert normal(left) == normal(right)


def test_towns_have_one_form_in_two_languages() -> None:
    assert key_of("Londres") == key_of("London")
    assert key_of("Pays-Bas") == key_of("Netherlands")


@pytest.mark.parametrize(("one", "other"), [("Le Caire", "Caire"), ("Le Havre", "Havre"), ("La Haye", "The Hague"), ("Les Lilas", "Lilas")])
def test_a_place_is_one_with_and_without_its_article(one: str, other: str) -> None:
    assert key_of(one, place=True) == key_of(other, place=True)


def test_a_surname_stands_for_the_full_name_of_its_article() -> None:
    found = named("Claire Fontanel a démissionné. Mme Fontanel dirigeait la banque depuis 2019.")
    assert key(found["Fontanel"]) == key(found["Claire Fontanel"]) == "claire fontanel"


def test_an_acronym_stands_for_its_expansion() -> None:
    assert acronyms("L'Agence nationale des fréquences (ANF) a ouvert une enquête.") == {"anf": "agence nationale des frequences"}


@pytest.mark.parametrize("text", ["Surprise, le pont tient.", "Les Lyonnais ont gagné.", "Rendez-vous Mardi."])
def test_capitals_that_name_nobody(text: str) -> None:
    assert named(text) == {}


@pytest.mark.parametrize(
    ("text", "language", "places"),
    [
        ("Le vaccin contre le Covid sera gratuit à Tours.", "fr", ["Tours"]),
        ("La grippe H5N1 a été détectée dans un élevage de l'Aude.", "fr", ["Aude"]),
        ("La chaîne France 3 a diffusé les images.", "fr", []),
        ("Il est invité sur France 2 dimanche soir.", "fr", []),
        ("Le RN a déposé une motion de censure.", "fr", []),
        ("Le BurEx du parti se réunira lundi.", "fr", []),
        ("Un Tchétchène a été arrêté lundi.", "fr", []),
        ("L'État a été condamné à Lille.", "fr", ["Lille"]),
        ("Deux mille postes disparaîtraient, selon une note consultée par Le Courrier de Loire.", "fr", []),
        ("La Croix-Rousse est un quartier de Lyon.", "fr", ["Croix-Rousse", "Lyon"]),
        ("Un cargo s'est échoué au large de La Rochelle.", "fr", ["La Rochelle"]),
        ("Le maire de L'Haÿ-les-Roses a porté plainte.", "fr", ["L'Haÿ-les-Roses"]),
        ("Le procureur de Nîmes Alain Roche a ouvert une enquête.", "fr", ["Nîmes"]),
        ("L'ancien ministre est arrivé au Caire mercredi.", "fr", ["Caire"]),
        ("Le chalutier Arlequin a coulé au large de Brest.", "fr", ["Brest"]),
        ("La ministre du Travail est attendue à Nantes.", "fr", ["Nantes"]),
        ("Des heurts ont eu lieu aux Minguettes dans la nuit.", "fr", ["Minguettes"]),
        ("L'incendie s'est déclaré dans la cité des Tilleuls, à Douai.", "fr", ["cité des Tilleuls", "Douai"]),
        ("La rixe a éclaté boulevard Gambetta à Cahors.", "fr", ["boulevard Gambetta", "Cahors"]),
        ("Ebola has killed three people in Gabon.", "en", ["Gabon"]),
        ("LONDON - Two people were hurt.", "en", ["LONDON"]),
    ],
)
def test_what_is_a_place(text: str, language: str, places: list[str]) -> None:
    assert [shown for shown, fact in named(text, language).items() if fact.kind == "place"] == places


def test_a_broadcaster_keeps_its_number() -> None:
    assert "France 3" in named("Le film sera diffusé sur France 3 lundi.")


def test_a_function_is_what_a_name_is_about() -> None:
    found = named("La ministre de la Santé, Claire Fontanel, a parlé.")
    assert "ministre" in found["Claire Fontanel"].about


def person(shown: str) -> Name:
    return Name(shown, key_of(shown), "person")


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("Jean Martin", "Jean Martin", Verdict.AGREEMENT),
        ("Martin", "Jean Martin", Verdict.AGREEMENT),
        ("Jean Martin", "Jean Morin", Verdict.CONTRADICTION),
        ("Jean Martin", "Jeanne Martin", Verdict.CONTRADICTION),
        ("Marc-Antoine Villars", "Antoine Villars", Verdict.CONTRADICTION),
    ],
)
def test_people(left: str, right: str, verdict: Verdict) -> None:
    assert judge_names(person(left), person(right))[0] is verdict


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("ANF", "Agence nationale des fréquences", Verdict.AGREEMENT),
        ("musée Lebrun", "musée Charles-Lebrun", Verdict.AGREEMENT),
        ("Moscou", "Russie", Verdict.AGREEMENT),
        ("Clio", "Mégane", Verdict.CONTRADICTION),
    ],
)
def test_other_names(left: str, right: str, verdict: Verdict) -> None:
    bodies = (Name(n, key_of(n), "organisation") for n in (left, right))
    assert judge_names(*bodies)[0] is verdict


def test_one_body_in_two_languages() -> None:
    assert cognates(normal("Agence européenne des médicaments"), normal("European Medicines Agency"))
    assert not cognates(normal("Banque de France"), normal("European Medicines Agency"))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Une voiture grise a pris la fuite.", "gris"),
        ("Il portait un fusil de chasse.", "fusil de chasse"),
        ("Le feu est parti du rez-de-chaussée.", "rez-de-chaussée"),
        ("Elle souffre de la clavicule droite.", "droit"),
    ],
)
def test_words_that_exclude_others(text: str, word: str) -> None:
    assert word in {key(f) for f in named(text).values()}


def test_a_place_by_its_adjective() -> None:
    assert key(named("La société grenobloise ferme.")["grenobloise"]) == "grenoble"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Le tableau « La Dame au manteau » a été volé.", "La Dame au manteau"),
        ("Le film « Le Chant de Marie » sort mercredi.", "Le Chant de Marie"),
    ],
)
def test_a_title_between_quotation_marks_is_one_name(text: str, title: str) -> None:
    assert title in named(text)


@pytest.mark.parametrize("text", ["« La situation est grave à Lyon », a-t-elle dit.", "Il parle d'un « échec »."])
def test_a_quotation_is_no_title(text: str) -> None:
    assert not {shown for shown in named(text) if len(shown.split()) > 1}


def test_a_sentence_opens_with_a_capital_that_names_nobody() -> None:
    assert "Ouverture des portes" not in named("Ouverture des portes à midi.")


@pytest.mark.parametrize(
    ("text", "function"),
    [
        ("Le bilan a été fourni par le ministre de la Santé.", "ministre de la Santé"),
        ("L'ancien Premier ministre a été condamné à cinq ans de prison.", "Premier ministre"),
    ],
)
def test_a_function_names_nobody(text: str, function: str) -> None:
    assert function not in named(text)


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("Roubaix", "Hauts-de-France", Verdict.PRECISION),
        ("Bergame", "Italie", Verdict.PRECISION),
        ("Bergame", "Brescia", Verdict.CONTRADICTION),
        ("Finistère", "Morbihan", Verdict.CONTRADICTION),
        ("Dakar", "Sénégal", Verdict.AGREEMENT),
    ],
)
def test_a_town_and_a_region_may_both_be_told_of_one_place(left: str, right: str, verdict: Verdict) -> None:
    assert judge_names(*(Name(n, key_of(n), "place") for n in (left, right)))[0] is verdict


@pytest.mark.parametrize(
    ("text", "shown", "key", "kind"),
    [
        ("Le siège sera installé dans la capitale des Gaules.", "capitale des Gaules", "lyon", "place"),
        ("Le match aura lieu dans la cité phocéenne.", "cité phocéenne", "marseille", "place"),
        ("La tempête Odalie a frappé le Finistère.", "tempête Odalie", "tempete odalie", "name"),
        ("Les secours ont rejoint le cargo Belle Aurore.", "Belle Aurore", "belle aurore", "name"),
        ("Elle est chargée du secteur Éducation de l'association.", "Éducation", "education", "name"),
        ("Orvane, qui conteste, ira en justice.", "Orvane", "orvane", "name"),
        ("L'affaire Morel fait du bruit. Paul Morel est parti.", "Morel", "paul morel", "name"),
        ("Le feu a pris au 4e étage.", "4e étage", "quatrième étage", "name"),
        ("Les rescapés ont été conduits à l'hôtel de ville.", "hôtel de ville", "mairie", "name"),
    ],
)
def test_what_is_named(text: str, shown: str, key: str, kind: str) -> None:
    piece = article(text)
    found = [f for f in extract(piece, parse(piece)) if isinstance(f.value, Name) and f.value.shown == shown]
    assert [(f.value.key, f.kind) for f in found if isinstance(f.value, Name)] == [(key, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "Éventré hier par un rocher, le navire a coulé.",
        "La piscine a rouvert.",
        "Paul a peint l'église.",
        "La halle du XIXe siècle a brûlé.",
    ],
)
def test_what_is_no_name(text: str) -> None:
    piece = article(text)
    assert {f.value.shown for f in extract(piece, parse(piece)) if isinstance(f.value, Name)} <= {"navire", "Paul"}


@pytest.mark.parametrize(
    ("text", "shown", "key"),
    [
        ("L'accident a eu lieu sur l'A7.", "A7", "a 7"),
        ("L'autoroute A 13 est fermée.", "autoroute A 13", "a 13"),
        ("Un camion s'est couché sur la D 906.", "D 906", "d 906"),
        ("Un camion s'est couché sur la RD906.", "RD906", "d 906"),
        ("La nationale 20 est coupée.", "nationale 20", "n 20"),
        ("La RN 20 est coupée.", "RN 20", "n 20"),
        ("Le TER 868517 a déraillé.", "TER 868517", "train 868517"),
        ("Le train n° 4650 a pris feu.", "train n° 4650", "train 4650"),
        ("Le vol AF 447 a disparu.", "vol AF 447", "flight 447"),
        ("L'essai de phase III a échoué.", "phase III", "phase 3"),
        ("La ligne 13 du métro est à l'arrêt.", "ligne 13", "line 13"),
        ("L'article 49.3 sera engagé.", "article 49.3", "law 49.3"),
        ("Un ouragan de catégorie 4.", "catégorie 4", "category 4"),
    ],
)
def test_things_told_by_their_number(text: str, shown: str, key: str) -> None:
    piece = article(text)
    found = [f.value.key for f in extract(piece, parse(piece)) if isinstance(f.value, Name) and f.value.shown == shown]
    assert found == [key]


@pytest.mark.parametrize("text", ["A 12 ans, il a couru 3 lignes.", "Il roule en Audi A4.", "L'A380 a décollé.", "Ils ont 4 articles."])
def test_numbers_that_name_no_thing(text: str) -> None:
    piece = article(text)
    assert not [f for f in extract(piece, parse(piece)) if f.scope in {"road", "line", "law"}]


def differing(one: str, other: str) -> list[str]:
    """The kinds of the rows of names and places that differ between two sentences of one event."""
    pieces = (article(one, "a"), article(other, "b"))
    parses = {p.id: parse(p) for p in pieces}
    event = Event("e", (Place("a", 0), Place("b", 0)), 0.9, (Link(Place("a", 0), Place("b", 0), 0.9),))
    found = compare(pieces, parses, [f for p in pieces for f in extract(p, parses[p.id])], (event,))
    return [c.kind for c in found if c.verdict is Verdict.CONTRADICTION and c.kind in {"name", "place"}]


def test_what_is_told_as_one_among_others_excludes_nobody() -> None:
    left, right = "Les États-Unis ont proposé leur aide, ainsi que l'Allemagne.", "Les États-Unis, comme la Norvège, ont offert leur aide."
    assert not differing(left, right)
    assert not differing("Il a plu notamment à Brest.", "Il a plu à Nantes.")


def test_a_paper_is_no_place() -> None:
    left = "Dix grenades ont été lancées, selon les informations du Parisien."
    assert not differing(left, "Dix grenades ont été lancées dans la capitale française.")


def test_what_somebody_is_governor_of_is_not_where_it_happened() -> None:
    assert not differing("Il y a huit morts, a annoncé le gouverneur de Tillabéri.", "Huit personnes ont été tuées près de Niamey.")
    assert differing("Le drame a eu lieu à Brest.", "Le drame a eu lieu à Nantes.") == ["place"]


@pytest.mark.parametrize(
    ("text", "sort", "told"),
    [
        ("Elle a décroché la médaille d'argent.", "medal", True),
        ("L'argent réuni sera rendu aux donateurs.", "medal", False),
        ("Mathis s'est offert un doublé.", "goals", True),
        ("Le prix a doublé en un an.", "goals", False),
    ],
)
def test_a_word_of_a_set_stands_behind_what_the_set_asks_for(text: str, sort: str, told: bool) -> None:
    assert (sort in {f.scope for f in named(text).values()}) == told


def test_a_colour_within_a_name_is_none() -> None:
    assert {f.scope for f in named("La Croix-rouge libanaise a compté les blessés.").values()} == {""}
    assert "colour" in {f.scope for f in named("Une voiture rouge a percuté le mur.").values()}


@pytest.mark.parametrize(
    ("text", "shown", "sort"),
    [
        ("Le groupe Stellantis supprimera 300 postes à Sochaux.", "Stellantis", "organisation"),
        ("Le quotidien Marca annonce sa venue à Madrid.", "Marca", "organisation"),
        ("Le Stade brestois a battu le Stade Rennais samedi.", "Stade Rennais", "organisation"),
        ("Le match aura lieu à Kansas City samedi.", "Kansas City", "place"),
        ("La France insoumise votera la censure.", "France insoumise", "organisation"),
        ("La frégate Chevalier-Paul a quitté Toulon lundi.", "Chevalier-Paul", "thing"),
        ("Le président est arrivé à N'Djamena mardi.", "N'Djamena", "place"),
        ("Le blessé est à l'hôpital de Narbonne.", "Narbonne", "place"),
        ("L'ambassade a été fermée, selon le ministre Jean Martin.", "Jean Martin", "person"),
    ],
)
def test_what_bears_a_name(text: str, shown: str, sort: str) -> None:
    value = named(text)[shown].value
    assert isinstance(value, Name)
    assert value.sort == sort
