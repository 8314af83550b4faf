"""Who is credited, in the forms in which papers close, open and frame what somebody said."""

from __future__ import annotations

import pytest

from builders import article
from recoupe.facts import extract
from recoupe.linguistics import parse


def credited(text: str) -> list[str]:
    piece = article(text)
    return [piece.quote(f.span) for f in extract(piece, parse(piece)) if f.kind == "attribution"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Hors de leurs terres, rétorque l'armateur, la société Blanchard.", "l'armateur"),
        ("Le lien n'est que soupçonné, insiste le centre régional de vigilance.", "le centre régional de vigilance"),
        ("« On nous doit des explications », tonne son colistier, le boulanger Jean Martin.", "son colistier, le boulanger Jean Martin"),
        ("« Nous tenons », a voulu rassurer la ministre de la Culture, attendue jeudi.", "la ministre de la Culture"),
        ("« Tout va bien », veut croire le maire.", "le maire"),
        ("Le site sera fermé, a laissé entendre la direction.", "la direction"),
        ("Reste une plainte, dont le syndicat Alpha fait état, et qui viserait un cadre.", "le syndicat Alpha"),
        ("La préfecture fait état de trois blessés.", "La préfecture"),
        ("Lundi, la liste a remis sa requête, a-t-on appris auprès du greffe.", "greffe"),
        ("De l'aveu même du directeur, le site fermera.", "directeur"),
        ("De l'avis des experts, le site fermera.", "experts"),
        ("Aux dires des voisins, il criait.", "voisins"),
        ("À écouter le maire, tout va bien.", "le maire"),
        ("Pour Me Anne Dupont, avocate de dix victimes, le compte n'y est pas.", "Me Anne Dupont"),
        ("Pour le syndicat, la mesure est injuste.", "le syndicat"),
        ("Le maire a ouvert la séance et a annoncé que la piscine fermerait.", "Le maire"),
        ("La CGT ne compte que 260 grévistes sur un effectif de 900 et assure que la ligne roule.", "La CGT"),
        ("La ville ne comptait que 12 policiers, dénonce l'élu.", "l'élu"),
        ("Le ministre a assuré mardi devant les députés que 300 policiers seraient envoyés.", "Le ministre"),
        ("La Fédération a indiqué dans un communiqué que le match serait rejoué.", "La Fédération"),
        ("Sur France Inter, l'ancienne ministre Anne Royal a jugé que la réforme était inutile.", "l'ancienne ministre Anne Royal"),
        ("Une étude de l'Inserm montre que 12 % des enfants dorment mal.", "Une étude de l'Inserm"),
        ("La CGT a dénoncé mardi la suppression de 200 postes par la direction.", "La CGT"),
        ("« On a tenu bon », savourait l'ailier Jean Martin.", "l'ailier Jean Martin"),
        ('"Nous partons", s\'est réjouie la nouvelle élue, 38 ans.', "la nouvelle élue"),
        ("« Il est mort », s'effondre sa mère.", "sa mère"),
        ("Anne Dupont nie son rôle, affirmant que « rien ne s'est passé ».", "Anne Dupont"),
        (
            "La direction de l'équipementier automobile a annoncé lundi la fermeture de son usine.",
            "La direction de l'équipementier automobile",
        ),
        ("Pour l'opposition, le projet coûtera 40 millions d'euros.", "l'opposition"),
        ("Pour les experts, la digue cédera avant dix ans.", "les experts"),
        ("Pour la CGT, ce plan supprimera 200 postes.", "la CGT"),
        ("Les Républicains (LR) ont annoncé qu'ils voteraient le texte.", "Les Républicains"),
        ("Le porte-parole, le colonel Yves Martin, a confirmé que la route rouvrait.", "Le porte-parole, le colonel Yves Martin"),
    ],
)
def test_who_is_credited(text: str, who: str) -> None:
    assert credited(text) == [who]


@pytest.mark.parametrize(
    "text",
    [
        "Pour la fête, les rues seront fermées.",
        "Le chiffre d'affaires de la société atteint 12 millions d'euros.",
        "Personne ne nie que le toit ait cédé.",
        "La direction compte supprimer 300 postes.",
        "Pour la SNCF, ce retard coûtera 3 millions d'euros.",
        "Pour les habitants du bourg, la facture d'eau grimpera de douze pour cent.",
        "Le train a du retard, un arbre est tombé.",
        "La ville a vendu le terrain à un promoteur.",
        "À suivre, la météo des plages.",
    ],
)
def test_nobody_is_credited(text: str) -> None:
    assert credited(text) == []


def test_what_stands_before_a_joined_verb_is_not_said_on_its_word() -> None:
    piece = article("Le préfet a visité les 300 sinistrés et a promis que 12 digues seraient réparées.")
    told = {piece.quote(f.span): f.stance.source for f in extract(piece, parse(piece)) if f.kind == "quantity"}
    assert told == {"300 sinistrés": "", "12 digues": "Le préfet"}


def test_a_paper_and_those_it_has_it_from_are_two_sources() -> None:
    assert credited("Trois hommes sont en fuite, a appris Le Monde de sources syndicales.") == ["Le Monde", "sources syndicales"]
