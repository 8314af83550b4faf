"""How firmly a sentence states something, and on whose word."""

from __future__ import annotations

import pytest

from builders import article
from recoupe.facts import extract
from recoupe.facts.assertions import relation
from recoupe.linguistics import parse
from recoupe.model import Assertion, Certainty, Fact, Name


def facts(text: str, language: str = "fr") -> tuple[Fact, ...]:
    piece = article(text, language=language)
    return extract(piece, parse(piece))


def statement(text: str, verb: str, language: str = "fr") -> Fact:
    return next(
        f for f in facts(text, language) if isinstance(f.value, Assertion) and f.kind != "cause" and f.value.what.split()[0] == verb
    )


def sources(text: str, language: str = "fr") -> list[str]:
    return [f.value.shown for f in facts(text, language) if f.kind == "attribution" and isinstance(f.value, Name)]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Le pont aurait cédé dans la nuit.", "céder"),
        ("Le suspect serait parti en Espagne.", "partir"),
        ("La hausse pourrait atteindre tout le pays.", "atteindre"),
        ("Les travaux devraient reprendre lundi.", "reprendre"),
        ("Le feu semble avoir pris dans un garage.", "prendre"),
        ("Le conducteur a probablement perdu le contrôle.", "perdre"),
        ("Le conducteur a probablemet perdu le contrôle.", "perdre"),  # a slip of the keys
        ("Le marché rouvrira lundi, sous réserve d'un accord.", "rouvrir"),
        ("Le marché rouvrira lundi, sous réseve d'un accord.", "rouvrir"),
        ("Le groupe envisagerait une vente.", "envisager"),
        ("Le groupe aurait vendu son siège, si l'on en croit la presse.", "vendre"),  # credits the press, sets no condition
        ("Le camion aurait calé en s'engageant sur le pont.", "caler"),
        ("L'Autriche n'exclut pas de fermer la frontière.", "fermer"),
        ("Le procureur n'a pas confirmé que l'arme avait été retrouvée.", "retrouver"),
        ("L'Élysée refuse de confirmer que le ministre a démissionné.", "démissionner"),
        ("L'avocat doute que le suspect ait agi seul.", "agir"),
        ("Rien ne prouve que le tir ait causé la mort.", "causer"),
        ("Il semble que l'avion ait manqué la piste.", "manquer"),
        ("La rumeur selon laquelle le ministre a démissionné court toujours.", "démissionner"),
        ("Elle souffrirait d'une entorse, avait indiqué son club.", "souffrir"),  # who says it stands behind: no indirect speech
    ],
)
def test_hedged(text: str, verb: str) -> None:
    assert statement(text, verb).stance.certainty is Certainty.HEDGED


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Le pont a cédé dans la nuit.", "céder"),
        ("Le ministre avait annoncé qu'il viendrait.", "venir"),  # a future seen from the past
        ("Le ministre a rappelé que l'élu devrait choisir.", "choisir"),
        ("Nous aimerions comprendre.", "aimer"),  # a courtesy
        ("Le maire a fait savoir qu'il siégerait dans l'opposition.", "siéger"),
        ("Elle a promis une baisse, ajoutant que le budget serait tenu.", "tenir"),
        ("Les travaux reprendront lundi.", "reprendre"),
        ("Les lettres partent demain.", "partir"),
    ],
)
def test_asserted(text: str, verb: str) -> None:
    assert statement(text, verb).stance.certainty is Certainty.ASSERTED


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Le comptable est accusé d'avoir détourné des fonds.", "fr", "accusé d'avoir détourné"),
        ("Le chef de service est suspecté d'avoir détourné des fonds.", "fr", "suspecté d'avoir détourné"),
        ("L'élu a été mis en examen pour avoir favorisé un ami.", "fr", "mis en examen pour avoir favorisé"),
        ("L'élu est jugé pour avoir détourné des fonds.", "fr", "jugé pour avoir détourné"),
        ("Le policier est mis en cause pour avoir frappé un passant.", "fr", "mis en cause pour avoir frappé"),
        ("L'infirmière est accusée d'avoir empoisonné son mari.", "fr", "accusée d'avoir empoisonné"),
        ("La société envisage de fermer le site.", "fr", "envisage de fermer"),
        ("Le groupe a l'intention de vendre sa filiale.", "fr", "a l'intention de vendre"),
        ("Les pirates menacent de détruire la clé.", "fr", "menacent de détruire"),
        ("The clerk is suspected of stealing the funds.", "en", "suspected of stealing"),
        ("The driver is alleged to have fled the scene.", "en", "alleged to have fled"),
    ],
)
def test_what_somebody_is_charged_with_or_has_a_mind_to_is_left_open(text: str, language: str, words: str) -> None:
    piece = article(text, language=language)
    hedged = [f for f in extract(piece, parse(piece)) if f.kind == "certainty"]
    assert words in [piece.quote(f.span) for f in hedged]


def test_what_somebody_was_sentenced_for_is_told_firmly() -> None:
    assert not [f for f in facts("Le comptable a été condamné pour avoir détourné des fonds.") if f.kind == "certainty"]


def test_a_question_states_nothing_firmly() -> None:
    assert {f.stance.certainty for f in facts("Le maire a-t-il vendu douze terrains ?")} == {Certainty.HEDGED}


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Le préfet n'a pas déclenché le plan.", "déclencher"),
        ("Personne n'a été blessé.", "blesser"),
        ("La cuve n'était plus contrôlée.", "contrôler"),
        ("Le club n'a jamais payé sa dette.", "payer"),
        ("Aucun train ne circule.", "circuler"),
        ("L'incendie a fait des dégâts, mais aucun blessé.", "blesser"),
        ("Le club refuse de payer la somme.", "payer"),
        ("La ville a renoncé à construire le stade.", "construire"),
        ("Le maire s'est abstenu de répondre aux questions.", "répondre"),
    ],
)
def test_denied(text: str, verb: str) -> None:
    value = statement(text, verb).value
    assert isinstance(value, Assertion)
    assert not value.holds


def test_only_restricts_and_does_not_deny() -> None:
    value = statement("Il n'a vendu que trois toiles.", "vendre").value
    assert isinstance(value, Assertion)
    assert value.holds


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Douze personnes sont mortes, selon la préfecture.", "la préfecture"),
        ("D'après Le Journal des Alpes, le maire est parti.", "Le Journal des Alpes"),
        ("Le feu est éteint, a déclaré le colonel des pompiers.", "le colonel des pompiers"),
        ("« C'est fini », affirme Jeanne Martin.", "Jeanne Martin"),
        ("« C'est fini », a soupiré, la voix lasse, Jeanne Martin.", "Jeanne Martin"),
        ("Ils étaient sept cents, estiment les gendarmes.", "les gendarmes"),
        ("Le parquet indique que l'homme est en fuite.", "Le parquet"),
        ("La cuve datait de 2009, tempête la CGT.", "la CGT"),
        ("Le bilan est provisoire, a assuré le préfet, Jean Martin.", "le préfet, Jean Martin"),
        ("La procureure, Jeanne Martin, confirme que l'enquête est ouverte.", "La procureure, Jeanne Martin"),
        ("Le feu a fait dix blessés, selon le dernier bilan fourni mercredi par le ministre de la Santé.", "le ministre de la Santé"),
        ("Selon des chiffres publiés par la préfecture, ils étaient cent.", "la préfecture"),
        ("Selon le bilan de la préfecture, ils étaient cent.", "le bilan de la préfecture"),
        ("À en croire les riverains, le bruit a repris.", "les riverains"),
        ("Le Courrier des Alpes croit savoir que le maire partira.", "Le Courrier des Alpes"),
        ("Un mail de la direction annonçait la suppression de 120 postes.", "Un mail de la direction"),
        ("Les secours font état de quatre blessés graves.", "Les secours"),
        ("D'après l'exploitant du train, la vitesse était de 120 km/h.", "l'exploitant du train"),
        ("Le contrat est signé, nous a confirmé son agent.", "son agent"),
        ("Le préjudice s'élève à un million d'euros, a fait savoir dans la soirée le parquet.", "le parquet"),
        ("Son absence durerait six semaines, a-t-on ajouté de même source.", "même source"),
        ("Deux suspects ont été arrêtés, a-t-on appris de source policière.", "source policière"),
        ("Deux suspects ont été arrêtés, a-t-on appris mardi auprès du parquet de Lille.", "parquet de Lille"),
        ("Chez les riverains, on dénonce une gabegie.", "les riverains"),
        ("Du côté de la direction, on évoque un simple incident.", "la direction"),
        ("Le camion roulait trop vite, murmure-t-on chez les enquêteurs.", "les enquêteurs"),
        ("Le chiffre est faux, assure-t-on à la mairie.", "la mairie"),
        ("Comme l'a révélé la Gazette du Nord, le ministre est malade.", "la Gazette du Nord"),
        ("Le procureur a dit craindre un attentat.", "Le procureur"),
        ("Les grévistes étaient 200, chiffre revendiqué dans la soirée par le syndicat.", "le syndicat"),
        ("« Je suis heureuse », a réagi de son côté Mme Martin auprès de l'AFP.", "Mme Martin"),
        ("Côté coulisses, la Gazette du Nord croit savoir que le projet est enterré.", "la Gazette du Nord"),
        ("Tous vont bien, a assuré dans la nuit leur opérateur, Lumisat.", "leur opérateur, Lumisat"),
        ("On est loin du chiffre revendiqué dans le primaire par Force ouvrière.", "Force ouvrière"),
        ("Le SNES avance le chiffre de 40 % de grévistes.", "Le SNES"),
        (
            "« C'est grave », a souligné mercredi 24 juin la porte-parole Jeanne Martin, à l'issue du conseil.",
            "la porte-parole Jeanne Martin",
        ),
        ("« Il y a huit morts : deux Belges », a annoncé à l'AFP le gouverneur.", "le gouverneur"),
        ("La vente est faite, a révélé Le Figaro lundi 11 février.", "Le Figaro"),
        ("Il va bien, a expliqué son fils à Franceinfo.", "son fils"),
        ("Gérald Martin maire et ministre : Édouard Durand rappelle qu'il devra choisir.", "Édouard Durand"),
        ("Le chiffre de 300 blessés a été annoncé mardi par la préfecture.", "la préfecture"),
        # whoever says something is a source, by whatever noun
        ("Les usagers ont déclaré qu'ils trouvaient la ligne trop lente.", "Les usagers"),
        ("« On a tout perdu », raconte un curiste.", "un curiste"),
        ("Le suspect a été arrêté, indiquait de son côté la chaîne régionale.", "la chaîne régionale"),
        ("« C'est une honte », s'est emporté le patron du syndicat.", "le patron du syndicat"),
        ("Le projet est ruineux, cingle l'opposante Marie Lambert.", "l'opposante Marie Lambert"),
        ("Les assureurs, prudents, affirment que le contrat est faux.", "Les assureurs"),
        ("Les sapeurs-pompiers ont confirmé que le feu est éteint.", "Les sapeurs-pompiers"),
        # what a name takes in, and where it ends
        ("Cédric Duval, mort à la suite d'un contrôle à Paris, a dit à sept reprises qu'il étouffait.", "Cédric Duval"),
        (
            "Ils ont été entendus, a-t-on appris lundi de sources judiciaire et proche du dossier.",
            "sources judiciaire et proche du dossier",
        ),
        ("L'enquête est close, a-t-on appris mardi de source proche du dossier.", "source proche du dossier"),
        ("Une source proche du dossier évoque une « avancée ».", "Une source proche du dossier"),
        ("« Le pays tiendra », a assuré le chef de l'État lors d'un déplacement à l'hôpital.", "le chef de l'État"),
        ("Le couvre-feu sera levé, a promis la préfète à l'issue d'une visite du centre.", "la préfète"),
    ],
)
def test_who_is_credited(text: str, who: str) -> None:
    assert sources(text) == [who]


@pytest.mark.parametrize(
    "text",
    [
        "Selon les cas, le délai varie.",
        "Le tarif change selon la saison.",
        "Il faut rappeler le maire.",
        "Le maire a visité l'école.",
        "La réforme lancée par le ministre sera votée.",
        "La nouvelle société, appelée Zéphyr, a ouvert lundi.",
        "La hausse est évaluée à 6 % par rapport à 2019.",
        "Il va bien, a ajouté M.",
        "Deux chercheurs travaillant chez Zéphyr ont été recrutés.",
        "Le gouvernement a décidé de réduire la taxe « carbone ».",
        "Le nombre de riverains malades est estimé à 3 000.",
        "L'air a été analysé ; la maladie se propage.",
        "Les enfants se font « masser » le dos.",
    ],
)
def test_nobody_is_credited(text: str) -> None:
    assert sources(text) == []


def test_a_figure_carries_its_source_and_firmness() -> None:
    figure = next(f for f in facts("Selon la police, 800 personnes auraient défilé.") if f.kind == "quantity")
    assert figure.stance.source == "la police"
    assert figure.stance.certainty is Certainty.HEDGED


@pytest.mark.parametrize(
    ("text", "verb", "certainty"),
    [
        ("The firm could close two plants.", "close", Certainty.HEDGED),
        ("The man reportedly fled to Spain.", "flee", Certainty.HEDGED),
        ("The firm closed two plants.", "close", Certainty.ASSERTED),
        ("The firm will close two plants.", "close", Certainty.ASSERTED),
    ],
)
def test_english_firmness(text: str, verb: str, certainty: Certainty) -> None:
    assert statement(text, verb, "en").stance.certainty is certainty


def test_english_sources() -> None:
    assert sources("Twelve people died, according to the prefecture.", "en") == ["the prefecture"]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Trois marins ont perdu la vie.", "mourir"),
        ("Les deux clubs sont tombés d'accord.", "conclure"),
        ("Les gendarmes ont fait usage de leurs armes.", "utiliser"),
        ("Le suspect a été remis en liberté.", "libérer"),
        ("Le président a jeté l'éponge.", "abandonner"),
    ],
)
def test_a_set_phrase_is_the_verb_it_stands_for(text: str, verb: str) -> None:
    assert statement(text, verb)


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("voler", "dérober", "like"),
        ("tuer", "décéder", "like"),
        ("ouvrir", "fermer", "contrary"),
        ("échapper", "fuir", "like"),
        ("steal", "rob", "like"),
        ("manger", "construire", ""),
        ("payer", "payer", "same"),
    ],
)
def test_how_verbs_stand_to_each_other(left: str, right: str, kind: str) -> None:
    assert relation(left, right) == kind


def test_what_somebody_wants_is_no_statement() -> None:
    found = facts("Les familles veulent qu'une enquête soit ouverte.")
    assert not [f for f in found if isinstance(f.value, Assertion) and f.value.what.startswith("ouvrir")]


def test_never_to_stop_is_to_go_on() -> None:
    value = statement("Le maire ne cesse de critiquer le préfet.", "critiquer").value
    assert isinstance(value, Assertion)
    assert value.holds


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("L'enquête a été confiée à la brigade criminelle, a précisé le parquet.", ["le parquet"]),
        ("Environ 79 % des conseils comptent moins de 20 élus, selon le ministère.", ["le ministère"]),
        ("La préfecture a recensé 79 écoles fermées.", ["La préfecture"]),
    ],
)
def test_what_is_told_of_is_no_speaker(text: str, who: list[str]) -> None:
    assert sources(text) == who


@pytest.mark.parametrize(
    ("text", "kind", "firm"),
    [
        ("Il semble que la panne, qui a touché 12 000 foyers, soit réparée.", "quantity", True),
        ("La centrale, qui a coûté 3 milliards d'euros, pourrait fermer.", "money", True),
        ("Le vaccin pourrait être proposé, mais la Haute Autorité a rendu 12 avis.", "quantity", True),
        ("La panne aurait touché 12 000 foyers.", "quantity", False),
        ("Le club pourrait vendre le joueur, qui coûterait 3 millions d'euros.", "money", False),
    ],
)
def test_a_hedge_does_not_reach_what_is_told_in_passing(text: str, kind: str, firm: bool) -> None:
    found = [f.stance.certainty is Certainty.ASSERTED for f in facts(text) if f.kind == kind]
    assert found == [firm]


def test_the_conditional_behind_a_verb_of_saying_is_the_future_of_its_past() -> None:
    assert statement("La Fédération a indiqué dans un communiqué que le match serait rejoué.", "rejouer").kind == "polarity"
