"""What a sentence states as the case and what it says is not so, in the forms that the press has for it."""

from __future__ import annotations

import pytest

from builders import article
from recoupe.facts import extract
from recoupe.facts.assertions import relation
from recoupe.linguistics import parse
from recoupe.model import Assertion


def told(text: str, language: str = "fr") -> dict[str, bool]:
    """The verb of every statement of a text, and whether it holds."""
    piece = article(text, language=language)
    values = [f.value for f in extract(piece, parse(piece)) if f.kind in {"polarity", "certainty"}]
    return {v.what.split(" ")[0]: v.holds for v in values if isinstance(v, Assertion)}


@pytest.mark.parametrize(
    ("text", "verb", "holds"),
    [
        ("Le maire nie avoir signé ce contrat.", "signer", False),
        ("Le maire ne nie pas avoir signé ce contrat.", "signer", True),
        ("Le maire dément avoir reçu de l'argent.", "recevoir", False),
        ("Le maire affirme n'avoir jamais signé ce contrat.", "signer", False),
        ("Le maire affirme avoir signé ce contrat.", "signer", True),
        ("Le maire jure ne lui avoir rien promis.", "promettre", False),
        ("La société dément que des données ont été volées.", "voler", False),
        ("Le train a heurté un arbre sans dérailler.", "dérailler", False),
        ("Le train a heurté un arbre avant de dérailler.", "dérailler", True),
        ("Le pont a été fermé puis rouvert.", "rouvrir", True),
        ("Le projet est loin d'être abandonné.", "abandonner", False),
        ("Les pompiers ont bel et bien été prévenus.", "prévenir", True),
        ("Aucun blessé n'est à déplorer.", "blesser", False),
        ("Il n'y a pas eu de blessés.", "blesser", False),
        ("Il n'y a ni mort ni blessé.", "mort", False),
        ("Il n'y a ni mort ni blessé.", "blesser", False),
        ("Le test s'est révélé négatif.", "négatif", True),
        ("Il a soufflé dans le ballon, qui s'est avéré positif.", "positif", True),
        ("Son conducteur, indemne et choqué, a été entendu.", "indemne", True),
        ("Une employée, touchée à la main par un éclat, a été soignée.", "toucher", True),
        ("La Suède s'est abstenue.", "abstenir", True),
        ("Il est faux que la taxe ait augmenté.", "augmenter", False),
        ("Il est faux de dire que la taxe a augmenté.", "augmenter", False),
        ("Les enquêteurs excluent que la foudre ait provoqué l'incendie.", "provoquer", False),
        ("Le joueur conteste avoir touché le ballon.", "toucher", False),
        ("L'usine ne compte plus que 200 salariés.", "compter", True),
        ("Il n'a pas seulement perdu sa licence.", "perdre", True),
        ("Il n'en reste pas moins président.", "rester", True),
        ("Le village reste à jamais marqué par la crue.", "marquer", True),
        ("La jeune femme n'a pu être réanimée.", "réanimer", False),
        ("Les ouvriers ne peuvent rejoindre leur poste.", "rejoindre", False),
        ("Le maire ne peut que constater les dégâts.", "constater", True),
        ("Ils ont volé des bijoux sans que l'alarme se déclenche.", "déclencher", False),
        ("Le maire a signé sans que le conseil ait été consulté.", "consulter", False),
        ("Le ministre n'a ni confirmé ni infirmé l'envoi de troupes.", "infirmer", False),
        ("Ce club, avec lequel il n'a, assure-t-il, jamais signé de contrat, le réclame.", "signer", False),
        ("L'ancien trader se défend d'avoir détourné 8 millions d'euros.", "détourner", False),
        ("La société n'a retiré le lot incriminé que six mois plus tard.", "retirer", True),
        ("La cheffe conteste que des élèves aient été exclus ; deux d'entre eux ont pourtant été renvoyés.", "renvoyer", True),
        ("Aucun licenciement n'aura lieu.", "licencier", False),
        ("La suppression de postes n'aura pas lieu.", "supprimer", False),
        ("La boutique a mis la clé sous la porte.", "fermer", True),
        ("La librairie a mis la clef sous le paillasson.", "fermer", True),
        ("Les documents ont été mis sous clé.", "mettre", True),
        ("Les élèves ont eu congé mardi.", "congé", True),
        ("Il est accusé d'avoir empoisonné son voisin.", "empoisonner", True),
    ],
)
def test_a_french_statement(text: str, verb: str, holds: bool) -> None:
    assert told(text).get(verb) is holds


@pytest.mark.parametrize(
    ("text", "verb", "holds"),
    [
        ("The mayor denied taking bribes.", "take", False),
        ("The mayor denied that the bridge had been closed.", "close", False),
        ("The firm has yet to sign the deal.", "sign", False),
        ("The train hit a tree without stopping.", "stop", False),
    ],
)
def test_an_english_statement(text: str, verb: str, holds: bool) -> None:
    assert told(text, "en").get(verb) is holds


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Le retour des habitants n'est pas prévu avant lundi.", "revenir"),
        ("Le licenciement de trois salariés n'est pas encore décidé.", "licencier"),
    ],
)
def test_a_day_or_a_stage_that_is_denied_denies_not_the_deed(text: str, verb: str) -> None:
    assert verb not in told(text)


@pytest.mark.parametrize("text", ["La police n'exclut pas qu'il ait agi seul.", "Ils n'excluaient pas qu'elle se fût réfugiée à l'étage."])
def test_what_is_not_ruled_out_is_left_open(text: str) -> None:
    piece = article(text)
    found = {
        f.kind for f in extract(piece, parse(piece)) if isinstance(f.value, Assertion) and f.value.what.startswith(("agir", "réfugier"))
    }
    assert found == {"certainty"}


@pytest.mark.parametrize(
    "text", ["Le maire promet de signer ce contrat.", "Le maire demande à signer ce contrat.", "Le club espère signer ce contrat."]
)
def test_what_is_wanted_is_not_told_as_done(text: str) -> None:
    assert "signer" not in told(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("allumer", "éteindre"),
        ("accuser", "innocenter"),
        ("prolonger", "écourter"),
        ("imposer", "lever"),
        ("obligatoire", "facultatif"),
        ("abstenir", "refuser"),
        ("respecter", "enfreindre"),
        ("extend", "shorten"),
        ("impose", "lift"),
    ],
)
def test_contraries(one: str, other: str) -> None:
    assert relation(one, other) == "contrary"


@pytest.mark.parametrize(
    ("text", "noun", "language"),
    [
        ("Sans règles, sans policiers, il n'y a plus de liberté.", "policier", "fr"),
        ("Sans digue, la rivière aurait emporté le village.", "digue", "fr"),
        ("Without rules, nobody would play.", "rule", "en"),
    ],
)
def test_what_is_lacking_as_a_condition_is_not_denied(text: str, noun: str, language: str) -> None:
    assert noun not in told(text, language)


def test_what_is_lacking_in_truth_is_denied() -> None:
    assert told("L'équipe est partie sans entraîneur.")["entraîneur"] is False


@pytest.mark.parametrize("text", ["Une trace de pas a été relevée samedi.", "Des traces de pas ont été relevées."])
def test_a_step_denies_nothing(text: str) -> None:
    assert told(text)["relever"] is True


def test_a_trace_that_was_found_contradicts_that_none_was() -> None:
    assert relation("découvrir", "retrouver") == "like"


@pytest.mark.parametrize(
    "text",
    [
        "Sans ce crédit, le prêt n'aurait pas pu être signé.",
        "Le pilote n'aurait pas pu assister au départ si la fusée avait décollé.",
        "La digue aurait tenu si l'eau n'avait pas monté.",
        "Sans cette pluie, le feu aurait gagné le village.",
        "Si la pluie revenait, le pont tiendrait.",
        "Si la pluie revient, le pont pourrait tenir.",
        "L'eau a été coupée avant que le pont ne tienne.",
        "À moins que le maire ne signe, la fête aura lieu.",
        "Le maire aurait dû signer.",
        "Si le tribunal l'approuve, le maire signera.",
        "À moins que la préfète ne s'y oppose, le maire pourra signer.",
    ],
)
def test_what_did_not_happen_is_neither_stated_nor_denied(text: str) -> None:
    assert not {"signer", "assister", "tenir", "gagner", "crédit", "pluie"} & told(text).keys()


@pytest.mark.parametrize("text", ["Sans surprise, le texte a été adopté.", "La plainte a été classée sans suite."])
def test_a_set_phrase_denies_nothing(text: str) -> None:
    assert all(told(text).values())


def test_who_tells_it_behind_denies_nothing() -> None:
    assert "indiquer" not in told("Aucune victime n'est à déplorer, ont indiqué les pompiers.")


def test_a_rumour_beside_what_was_lacking_is_one_all_the_same() -> None:
    assert told("La digue aurait cédé sans faire de victimes.")["céder"]


def test_what_is_decided_is_stated_once() -> None:
    piece = article("Paris a décidé de suspendre son aide au développement.")
    assert [f.value.what.split(" ")[0] for f in extract(piece, parse(piece)) if isinstance(f.value, Assertion)] == ["suspendre"]
