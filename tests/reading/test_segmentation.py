"""Sentences of French and English press prose, by offsets."""

from __future__ import annotations

import pytest

from recoupe.model import Span
from recoupe.reading.segmentation import paragraphs, sentences


def cut(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "parts",
    [
        ["La séance s'est ouverte à 14 h 30.", "Elle a duré une heure."],
        ["M. Durand et Mme Petit sont venus.", "MM. Roux et Blanc aussi."],
        ["Le Dr. Morin, le Pr. Alba et Me. Sorel témoignent.", "La cour a délibéré."],
        ["« Il en manque », a dit à la presse M. Le Roux, qui proteste.", "Le maire a répondu à Mme. De Vries."],
        ["Ont signé J. Martin, J.-P. Le Goff et A. De Vries.", "Les autres attendent."],
        ["Ils ont tous retenu le plan B.", "Le plan A est mort."],
        ["Selon l'art. 3 et le n° 4 de la loi, p. 12, c'est non.", "Fin de l'histoire."],
        ["Des pommes, des poires, etc.", "Le marché ferme à midi."],
        ["Des pommes, des poires, etc., sont vendues.", "Le marché ferme."],
        ["Le parking compte 10.000 places.", "Le stade, 4.500."],
        ["L'entreprise a.Marque a été créée en 2015.", "Elle vend iTruc et b.Machin."],
        ["« Une phrase assez longue pour compter ici », indique-t-il.", "Il s'en va."],
        ["« Vraiment ? » demande la maire.", "Personne ne répond."],
        ["« Non ! » a-t-il crié.", "« Si ! »"],
        ["“Une IA qui comprend l’univers…”, souffle-t-elle.", "Puis rien."],
        ["Il n'a dit qu'un mot : « Accord. »", "La salle a applaudi."],
        ["On attend toujours…", "La préfecture se tait."],
        ["Les pertes… colossales ruinent la région.", "On le savait."],
        ["Le bilan (douze morts, selon M. Roy) s'alourdit.", "Deux disparus."],
        ["Il a plu 12 mm. à Lyon et 3 km. plus loin rien.", "Demain, beau temps."],
        ["Le chiffre est faux.[3]", "La source aussi."],
        ["Y a-t-il un risque ?", "Oui !", "Lequel ?"],
        ["The U.S. economy grew, Mr. Smith said.", "It did not last."],
        ["Shares fell at 3 p.m. in London.", "They rose again."],
        ['"Are you hungry?" Hollander said.', "Nobody was."],
        ["Il est arrivé vers 20 h.", "30 minutes plus tard, il repartait."],
    ],
)
def test_cuts_press_prose(parts: list[str]) -> None:
    assert cut(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "whole",
    [
        "« Une pause pour qui ? Les autres n'ont pas signé », ironise une chercheuse.",
        "1. Que reproche-t-on au ministre ?",
        "• le premier modèle, en motorisation 1.2 uniquement ;",
        "Son temps : 4h19'12\", soit 43,1 km/h.",
        "Le vote aura lieu le 3 sept. prochain, a dit le maire.",
    ],
)
def test_keeps_whole(whole: str) -> None:
    assert cut(whole) == [whole]


def test_a_long_quotation_is_cut_inside() -> None:
    first = "« Nous avons cherché pendant des semaines dans toute la vallée."
    second = "Personne n'a jamais voulu nous dire où se trouvait la source »"
    assert cut(f"{first} {second}, raconte le guide.") == [first, f"{second}, raconte le guide."]


def test_a_lost_space_after_a_stop_is_seen() -> None:
    assert cut("Le match est terminé.Les joueurs rentrent.") == ["Le match est terminé.", "Les joueurs rentrent."]


def test_lines_are_paragraphs_and_blank_lines_part_blocks() -> None:
    text = "Titre\n\nUn.\r\nDeux.\r\n\r\n\tTrois.\u2029Quatre."
    found = paragraphs(text)
    assert [text[p.span.start : p.span.end] for p in found] == ["Titre", "Un.", "Deux.", "Trois.", "Quatre."]
    assert [p.block for p in found] == [0, 1, 1, 2, 2]


def test_a_text_wrapped_at_a_width_is_joined() -> None:
    wrapped = (
        "La mairie a confirmé lundi que les travaux de la\nplace reprendraient au mois de mars, après deux ans\nd'interruption et trois "
        "appels d'offres. Le chantier\ndurera dix-huit mois et coûtera quatre millions\nd'euros à la commune.\n\n"
        "- un premier point ;\n- un second."
    )
    found = [" ".join(wrapped[p.span.start : p.span.end].split()) for p in paragraphs(wrapped)]
    assert len(found) == 3
    assert found[0].endswith("à la commune.")
    assert found[1:] == ["- un premier point ;", "- un second."]
