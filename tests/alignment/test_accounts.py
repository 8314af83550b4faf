"""« Five papers, two independent accounts »: which articles only repeat another."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from builders import article
from recoupe.alignment import copies, independent
from recoupe.model import Article

FIRE = (
    "Un incendie s'est déclaré mardi soir dans un entrepôt de la zone portuaire.",
    "Les pompiers ont mobilisé soixante hommes et douze véhicules pendant toute la nuit.",
    "La préfecture a demandé aux riverains de rester chez eux et de fermer leurs fenêtres.",
    "Aucune victime n'est à déplorer, a précisé le colonel des sapeurs-pompiers.",
)
OWN = (
    "Sur le quai, Josette regarde les flammes lécher la charpente où son père a travaillé.",
    "Elle se souvient des sacs de café, de leur odeur, des dockers qui chantaient le matin.",
    "Le propriétaire des lieux, joint par téléphone, refuse pour l'heure de dire un mot.",
    "Les experts de l'assurance sont attendus jeudi, et la police scientifique dès demain.",
)
FLOOD = (
    "La rivière est sortie de son lit vers quatre heures et a envahi la rue basse du village.",
    "Trente familles dorment au gymnase, où la Croix-Rouge a dressé des lits de camp.",
    "Le pont de pierre, fermé depuis samedi, restera interdit aux voitures jusqu'à nouvel ordre.",
    "Le maire demande que l'état de catastrophe naturelle soit reconnu sans attendre.",
)


def piece(ident: str, *sentences: str) -> Article:
    return replace(article(" ".join(sentences), ident), outlet=f"Le Courrier {ident}")


def accounts(*articles: Article) -> list[str]:
    return ["".join(group) for group in independent(articles, copies(articles))]


def test_articles_in_words_of_their_own_are_each_an_account() -> None:
    assert accounts(piece("a", *FIRE), piece("b", *OWN), piece("c", *FLOOD)) == ["a", "b", "c"]


def test_five_papers_may_be_two_accounts() -> None:
    found = accounts(
        piece("a", *FIRE), piece("b", *OWN), piece("c", *FIRE[:3]), piece("d", OWN[0], OWN[1], OWN[3]), piece("e", "Au feu !", *FIRE)
    )
    assert found == ["ace", "bd"]


def test_a_dispatch_cut_in_two_ways_is_one_account() -> None:
    assert accounts(piece("a", *FIRE), piece("b", *FIRE[:2]), piece("c", *FIRE[2:])) == ["abc"]


def test_a_borrowed_quotation_leaves_an_account_independent() -> None:
    assert accounts(piece("a", *FIRE), piece("b", *OWN, FIRE[3])) == ["a", "b"]


def test_what_is_patched_together_from_others_bears_no_witness() -> None:
    patched = piece("c", *FIRE[:1], "Voici ce que l'on sait ce mercredi de l'affaire dont chacun parle au bourg.", FLOOD[0])
    assert accounts(piece("a", *FIRE), piece("b", *FLOOD), patched) in (["ac", "b"], ["a", "bc"])


def test_two_versions_are_one_account() -> None:
    later = replace(piece("b", *FIRE[:3], OWN[0]), outlet="Le Courrier a")
    assert accounts(piece("a", *FIRE), later) == ["ab"]


def test_the_order_of_the_articles_orders_the_groups_and_nothing_else() -> None:
    pieces = (piece("a", *FIRE), piece("b", *OWN), piece("c", *FIRE[:3]), piece("d", *OWN[1:]))
    found = copies(pieces)
    for order in permutations(pieces):
        groups = independent(order, found)
        assert {frozenset(g) for g in groups} == {frozenset("ac"), frozenset("bd")}
        assert groups[0][0] == order[0].id


def test_copies_of_articles_that_are_gone_are_passed_over() -> None:
    pieces = (piece("a", *FIRE), piece("b", *FIRE))
    assert independent(pieces[:1], copies(pieces)) == (("a",),)
    assert independent((), ()) == ()
