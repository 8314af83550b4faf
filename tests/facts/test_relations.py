"""How two verbs stand to each other: what can tell one thing, and what cannot both be true of it."""

from __future__ import annotations

import pytest

from builders import article
from recoupe.facts import extract
from recoupe.facts.assertions import relation
from recoupe.linguistics import parse


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("suspendre", "autoriser"),
        ("rétablir", "interrompre"),
        ("condamner", "saluer"),
        ("contester", "accepter"),
        ("retrouver", "volatiliser"),
        ("réclamer", "renoncer"),
        ("équiper", "dépourvoir"),
        ("nommer", "révoquer"),
        ("maintenir", "déprogrammer"),
        ("construire", "démolir"),
        ("négocier", "boycotter"),
        ("rembourser", "empocher"),
        ("appeler", "incliner"),
        ("inculper", "témoigner"),
    ],
)
def test_what_excludes_each_other(left: str, right: str) -> None:
    assert relation(left, right) == relation(right, left) == "contrary"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("sectionner", "trancher"),
        ("octroyer", "débloquer"),
        ("homologuer", "valider"),
        ("dérober", "exfiltrer"),
        ("solliciter", "réclamer"),
        ("ajourner", "repousser"),
        ("délocaliser", "transférer"),
        ("résilier", "rompre"),
        ("remorquer", "acheminer"),
        ("déceler", "épingler"),
    ],
)
def test_what_may_tell_one_thing(left: str, right: str) -> None:
    assert relation(left, right) == relation(right, left) == "like"


@pytest.mark.parametrize(("one", "other"), [("recevable", "irrecevable"), ("stable", "instable"), ("complet", "incomplet")])
def test_an_adjective_with_a_prefix_that_denies_it(one: str, other: str) -> None:
    assert relation(one, other) == relation(other, one) == "contrary"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("manger", "signer"),
        ("dormir", "licencier"),
        ("sortir", "arrêter"),
        ("vider", "remplir"),
        ("former", "informer"),
        ("citer", "inciter"),
    ],
)
def test_what_may_be_said_of_two_things(left: str, right: str) -> None:
    """The lists hold no verb that is said of everything: a lorry is filled where another is emptied."""
    assert relation(left, right) == ""


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Le syndicat a déposé un recours.", "plaindre"),
        ("La mairie a saisi le juge.", "plaindre"),
        ("Les deux camps ont entamé des discussions.", "négocier"),
        ("Le préfet a mis le chantier en pause.", "suspendre"),
        ("L'avocat a interjeté appel.", "appeler"),
        ("Le ministre a présenté des excuses.", "excuser"),
        ("Le patron a rendu son mandat.", "démissionner"),
        ("La région a apporté son soutien.", "soutenir"),
        ("Le conducteur a été testé positif au cannabis.", "positif"),
        ("Le tribunal a mis fin au conflit.", "finir"),
        ("L'adjoint a été mis en examen.", "inculper"),
        ("L'adjoint a été entendu comme témoin.", "témoigner"),
        ("Le préfet met en garde contre une crue en fin de journée.", "mettre"),
    ],
)
def test_a_set_phrase_is_one_verb(text: str, verb: str) -> None:
    piece = article(text)
    told = [f.value.what.split(" ")[0] for f in extract(piece, parse(piece)) if f.kind == "polarity"]  # type: ignore[union-attr]
    assert verb in told


def told(text: str) -> set[tuple[str, bool]]:
    piece = article(text)
    found = [f.value for f in extract(piece, parse(piece)) if f.kind == "polarity"]
    return {(v.what.split(" ")[0], v.holds) for v in found}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Le conseil a accepté, par calcul, de reporter la fête.", ("reporter", True)),
        ("Le maire s'est résolu à fermer la piscine.", ("fermer", True)),
        ("La direction n'a pas jugé utile d'activer le plan.", ("activer", False)),
        ("Pas question de reporter la cérémonie.", ("reporter", False)),
        ("Dans les couloirs, pas le moindre extincteur.", ("extincteur", False)),
        ("La borne était hors service.", ("hors_service", True)),
        ("Pas de panique, la ligne est maintenue.", ("maintenir", True)),
        ("Des pourparlers ont été engagés samedi.", ("négocier", True)),
    ],
)
def test_what_is_said_to_be_done(text: str, statement: tuple[str, bool]) -> None:
    """A verb that says that another is done, or is not, leaves that other one to be compared."""
    assert statement in told(text)


def test_what_denies_by_its_subject_is_marked_whole() -> None:
    """The reader must see the « aucun » that denies."""
    piece = article("Aucun mandat n'a été décerné.")
    assert "Aucun mandat n'a été décerné" in [piece.quote(f.span) for f in extract(piece, parse(piece))]
