"""What something is put down to: the words a sentence names as a cause, and what it says that is none."""

from __future__ import annotations

import pytest

from builders import article
from recoupe.facts import extract
from recoupe.facts.kinds.cause import judge
from recoupe.linguistics import parse
from recoupe.model import Assertion, Verdict


def causes(text: str, language: str = "fr") -> list[str]:
    piece = article(text, language=language)
    return [piece.quote(f.span) for f in extract(piece, parse(piece)) if f.kind == "cause"]


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("La route est coupée à cause d'un éboulement.", "un éboulement"),
        ("L'alpiniste est décédé des suites d'une chute.", "une chute"),
        ("Le conducteur, victime d'un arrêt cardiaque, a quitté la chaussée.", "un arrêt cardiaque"),
        ("Le préfet a fermé le pont en raison de la crue qui menace.", "la crue"),
        ("La panne est due à la rupture d'un câble et a pu être réparée à midi.", "la rupture d'un câble"),
        ("Le site subit des pertes, dues selon elle à l'effondrement du marché.", "l'effondrement du marché"),
        ("L'incendie, provoqué, d'après le maire, par un mégot, a duré deux jours.", "un mégot"),
        ("S'il n'a pas joué mardi, c'est pour ne courir aucun risque.", "ne courir aucun risque"),
        ("Si le portail n'est pas fermé, c'est que le moteur a lâché.", "le moteur a lâché"),
        ("Sept militants ont été interpellés pour outrage.", "outrage"),
        ("Un court-circuit est à l'origine de l'incendie.", "Un court-circuit"),
        ("Le promeneur a été écrasé par la chute d'un chêne.", "la chute d'un chêne"),
        ("C'est la chute des naissances qui a conduit le ministère à fermer la classe.", "la chute des naissances"),
        ("Le gouvernement a fermé la ligne faute de voyageurs.", "voyageurs"),
        ("La direction explique la baisse par la grève.", "la grève"),
        ("Le syndicat impute la panne à un défaut d'entretien.", "un défaut d'entretien"),
        ("Les experts attribuent l'effondrement à une surcharge du plancher.", "une surcharge du plancher"),
        ("L'accident résulte d'une erreur d'aiguillage.", "une erreur d'aiguillage"),
        ("La pollution provient d'un rejet industriel.", "un rejet industriel"),
        ("Le retard tient à un conflit social.", "un conflit social"),
        ("La panne vient d'un câble mal raccordé.", "un câble mal raccordé"),
        ("La hausse s'explique par la sécheresse.", "la sécheresse"),
        ("À l'origine du sinistre, un court-circuit dans la cuisine.", "un court-circuit dans la cuisine"),
        ("À l'origine de l'accident : une vitesse excessive.", "une vitesse excessive"),
        ("La cause du naufrage est une voie d'eau.", "une voie d'eau"),
        ("L'origine de l'incendie serait un mégot mal éteint.", "un mégot mal éteint"),
        ("Un problème de freins pourrait être la cause de l'accident.", "Un problème de freins"),
        ("La piste criminelle est privilégiée.", "criminelle"),
        ("Les enquêteurs privilégient l'hypothèse d'une erreur humaine.", "une erreur humaine"),
        ("L'incendie est d'origine électrique.", "électrique"),
        ("La chute des commandes a conduit l'usine à fermer.", "La chute des commandes"),
        ("Un rocher, en se détachant, a provoqué l'avalanche.", "Un rocher"),
        ("C'est un arbre qui avait cloué le train en gare.", "un arbre"),
        ("Le partage des coûts reste le point de blocage.", "Le partage des coûts"),
        ("Les négociations ont buté sur le calendrier.", "le calendrier"),
        ("Le cycliste a glissé sur une plaque de verglas.", "une plaque de verglas"),
        ("La faute en revient à un capteur défaillant.", "un capteur défaillant"),
        ("Le ministre est parti pour raisons de santé.", "santé"),
        ("La circulation a repris mardi, la neige ayant fondu dans la nuit.", "la neige ayant fondu dans la nuit"),
        ("Le concert a été annulé, une canalisation ayant cédé sous la scène.", "une canalisation ayant cédé sous la scène"),
        ("Les guichets restent fermés, le logiciel de paie ne fonctionnant plus.", "le logiciel de paie ne fonctionnant plus"),
        ("Le club a renoncé au tournoi, la subvention lui ayant été refusée.", "la subvention lui ayant été refusée"),
        ("Ce qui a mis le feu aux poudres : la suppression d'une pause.", "la suppression d'une pause"),
        ("Ce qui a tout déclenché, c'est une lettre anonyme.", "une lettre anonyme"),
        ("À en croire la mairie, c'est l'horaire, en pleine matinée, qui a découragé les habitants.", "l'horaire"),
        ("Le litige porte sur la fermeture de la cantine.", "la fermeture de la cantine"),
        ("Le conflit se nourrit d'un retard de paiement.", "un retard de paiement"),
        ("Tout est parti d'une dispute entre voisins.", "une dispute entre voisins"),
        ("Il doit sa jambe cassée à une chute de cheval.", "une chute de cheval"),
        ("• Le mobile : la jalousie.", "la jalousie"),
        ("La rupture d'une digue a immobilisé trente péniches.", "La rupture d'une digue"),
        ("Une crise cardiaque l'a terrassé sur le quai.", "Une crise cardiaque"),
        ("Une erreur de saisie lui avait fait perdre sa place.", "Une erreur de saisie"),
        ("L'usure des rails aura eu raison de la ligne.", "L'usure des rails"),
        ("La neige leur avait fait perdre une heure.", "La neige"),
        ("La fête ne doit rien au hasard, une planche pourrie ayant cédé dessous, dit le maire.", "une planche pourrie ayant cédé dessous"),
        ("La surchauffe d'un moteur pourrait expliquer la panne.", "La surchauffe d'un moteur"),
        ("La vétusté du toit en est la seule raison, jure un voisin.", "La vétusté du toit"),
        ("Les juges lui reprochent d'avoir détruit des pièces.", "avoir détruit des pièces"),
        ("Elle a retiré son offre pour le stade et les parkings voisins, afin de ménager ses finances.", "ménager ses finances"),
        ("Un passant a été légèrement blessé à la jambe par la chute d'une tuile.", "la chute d'une tuile"),
        ("La faute, estime le géographe, à un urbanisme débridé.", "un urbanisme débridé"),
        ("La brouille a pour origine un retard de loyer.", "un retard de loyer"),
        ("Plombée par la hausse du gaz, l'usine ferme.", "la hausse du gaz"),
        ("Par crainte d'un attentat, la gare a été évacuée.", "un attentat"),
        ("L'usine ferme car les commandes ont chuté.", "les commandes ont chuté"),
        ("Comme les commandes ont chuté, l'usine ferme.", "les commandes ont chuté"),
        ("Pour réduire ses coûts, le groupe ferme deux usines.", "réduire ses coûts"),
        ("Le joueur a quitté le club afin de se rapprocher de sa famille.", "se rapprocher de sa famille"),
        ("Il y a eu six arrestations pour vol.", "vol"),
        ("Le cycliste est mort après avoir été percuté par un tramway.", "été percuté par un tramway"),
        ("Si la rame s'est arrêtée, c'est que le courant manquait.", "le courant manquait"),
        ("C'est la rupture d'une conduite qui a tout déclenché.", "la rupture d'une conduite"),
        ("Trois hommes ont été arrêtés après l'incendie d'une école.", "l'incendie d'une école"),
        ("L'autorité reproche à la société une fuite de données.", "une fuite de données"),
        ("En cause, d'après la direction : l'envolée du prix de l'énergie.", "l'envolée du prix de l'énergie"),
        ("En cause, selon les pompiers, un court-circuit.", "un court-circuit"),
        ("Ce dernier s'est noyé dans sa voiture en tentant de franchir un pont submergé.", "noyé"),
        ("Le légiste a conclu à une mort par strangulation.", "strangulation"),
    ],
)
def test_a_cause(text: str, cause: str) -> None:
    assert causes(text) == [cause]


@pytest.mark.parametrize(
    "text",
    [
        "C'est une affaire qui pourrait durer.",
        "Moins d'un client sur cinq pousse encore la porte d'une agence.",
        "La route conduit au village.",
        "Comme l'a révélé Mediapart, le maire a touché 300 000 euros.",
        "La compagnie est visée par une quinzaine d'enquêtes.",
        "Les grenades utilisées par les forces de l'ordre sont interdites.",
        "Il a été condamné à six mois de prison.",
        "Le budget a été voté par le conseil.",
        "Trois touristes ont été tués par des hommes armés.",
        "Le maire a, pour sa part, été condamné à une amende.",
        "La hausse s'explique par divers facteurs.",
        "Le sommet se tient au palais ducal.",
        "La maire vient d'une famille d'ouvriers.",
        "Le joueur est lié à Marseille jusqu'en juin.",
        "Un car de touristes s'est garé sur la place.",
        "Le rapport explique que la digue a tenu.",
        "L'incendie est d'origine inconnue.",
        "Le banquier est mis en cause, loin devant ses clients.",
        "La somme liée à son départ sera versée en mars.",
        "Comme le révèle la presse, la cagnotte est vide.",
        "Ce qui étonne, c'est que la ville rassemble une équipe.",
        "Le patron a fondé une autre société, après avoir signé une lettre.",
        "Le nom de la société provient de la marque Untel.",
        "Il reproche à la chaîne qui diffuse la série un certain ton.",
        "Le directeur s'est expliqué, le visage marqué.",
        "Le maire est arrivé à midi, le préfet l'ayant accompagné.",
        "La boutique doit rendre ses clés au propriétaire.",
        "Il faut payer avant lundi, faute de quoi le bail tombe.",
        "La fête restera dans les mémoires, mais pas pour de bonnes raisons.",
        "Un champion emporté par la foule.",
    ],
)
def test_no_cause(text: str) -> None:
    assert causes(text) == []


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("A faulty valve was to blame for the delay.", "A faulty valve"),
        ("The match was stopped because of a storm.", "a storm"),
        ("Investigators attributed the crash to a brake failure.", "a brake failure"),
        ("The crash resulted from a brake failure.", "a brake failure"),
        ("The blaze was caused by a faulty cable.", "a faulty cable"),
        ("The delay was down to a strike.", "a strike"),
        ("The company put the losses down to bad weather.", "bad weather"),
        ("A faulty cable led to the fire.", "A faulty cable"),
        ("Bad weather forced the cancellation of the concert.", "Bad weather"),
        ("The concert was cancelled amid safety fears.", "safety fears"),
        ("The minister blamed fog for the collision.", "fog"),
        ("The collapse came from rotten beams.", "rotten beams"),
    ],
)
def test_an_english_cause(text: str, cause: str) -> None:
    assert causes(text, "en") == [cause]


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("L'accident est dû à la vitesse.", True),
        ("L'accident n'est pas dû à la vitesse.", False),
        ("L'hypothèse d'une fuite de gaz a été écartée.", False),
        ("L'hypothèse d'une fuite de gaz n'est pas écartée.", True),
        ("Ce n'est pas la pluie qui a retardé le départ.", False),
        ("Une fuite de gaz n'est pas à l'origine de l'explosion.", False),
        ("Le train n'a pas circulé à cause de la neige.", True),
    ],
)
def test_a_cause_may_be_denied(text: str, holds: bool) -> None:
    piece = article(text)
    assert [f.value.holds for f in extract(piece, parse(piece)) if f.kind == "cause"] == [holds]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "language", "cause", "none"),
    [
        ("Il a été blessé à cause non pas d'un tir mais d'une grille qu'il escaladait.", "fr", "une grille", "un tir"),
        ("Il est mort à cause cependant, non pas d'un tir ou autre, mais d'un portail.", "fr", "un portail", "tir ou autre"),
        ("La panne est due à une surchauffe et non à un piratage.", "fr", "une surchauffe", "un piratage"),
        ("Le retard s'explique non par la neige mais par une grève.", "fr", "une grève", "la neige"),
        ("L'explosion n'a pas été provoquée par le gaz, mais par un obus.", "fr", "un obus", "le gaz"),
        ("Le train a déraillé à cause d'un rail cassé, pas d'un sabotage.", "fr", "un rail cassé", "sabotage"),
        ("The crash was caused not by ice but by a burst tyre.", "en", "a burst tyre", "ice"),
        ("The blackout was due to a faulty cable, not a hack.", "en", "a faulty cable", "a hack"),
    ],
)
def test_of_two_causes_one_is_denied(text: str, language: str, cause: str, none: str) -> None:
    piece = article(text, language=language)
    found = {piece.quote(f.span): f.value.holds for f in extract(piece, parse(piece)) if f.kind == "cause"}  # type: ignore[union-attr]
    assert {words: holds for words, holds in found.items() if holds} == {cause: True}
    assert [words.removeprefix("un ") for words, holds in found.items() if not holds] == [none.removeprefix("un ")]


@pytest.mark.parametrize(
    "text",
    [
        "Le député a pour sa part été condamné à une amende.",
        "C'est désormais un binôme qui dirige le parti.",
        "L'avocat dénonce une bavure policière.",
        "La plainte vise trois cadres de la société.",
    ],
)
def test_what_only_looks_like_a_cause(text: str) -> None:
    assert not causes(text)


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (Assertion("rupture vanne"), Assertion("vanne défectueux"), Verdict.AGREEMENT),
        (Assertion("problème frein"), Assertion("problème aiguillage"), Verdict.CONTRADICTION),
        (Assertion("erreur"), Assertion("erreur pilotage"), Verdict.AGREEMENT),
        (Assertion("court-circuit"), Assertion("défaillance électrique"), Verdict.AGREEMENT),
        (Assertion("coronavirus"), Assertion("covid-19"), Verdict.AGREEMENT),
        (Assertion("automatisation tâche"), Assertion("automation task"), Verdict.AGREEMENT),
        (Assertion("fuite gaz", holds=False), Assertion("fuite gaz"), Verdict.CONTRADICTION),
    ],
)
def test_one_cause_or_two(left: Assertion, right: Assertion, verdict: Verdict) -> None:
    assert judge(left, right)[0] is verdict


def test_what_is_due_to_happen_has_no_cause() -> None:
    assert causes("The mayor is due to meet the minister on Thursday.", "en") == []
    assert causes("The delay is due to a strike.", "en") == ["a strike"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le couple a été déclaré coupable de fraude pour l'emploi de son fils.", "fr"),
        ("La société a été reconnue responsable de la fuite.", "fr"),
        ("The firm was found responsible for the leak.", "en"),
    ],
)
def test_who_is_found_guilty_is_no_cause(text: str, language: str) -> None:
    assert not causes(text, language)


def test_what_an_inquiry_looks_into_is_held_against_no_cause() -> None:
    """« une enquête pour homicide » beside « l'hypothèse d'un court-circuit »: the one is no other answer than the other."""
    inquiry, cause = (article(t) for t in ("Une enquête pour homicide a été ouverte.", "Un court-circuit est à l'origine du feu."))
    left, right = ([f for f in extract(a, parse(a)) if f.kind == "cause"] for a in (inquiry, cause))
    assert [f.scope for f in left] == ["charge"]
    assert [f.scope for f in right] == [""]
