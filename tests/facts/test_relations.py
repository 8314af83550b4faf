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


@pytest.mark.parametrize(("left", "right"), [("manger", "signer"), ("dormir", "licencier"), ("sortir", "arrêter"), ("vider", "remplir")])
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
    ],
)
def test_a_set_phrase_is_one_verb(text: str, verb: str) -> None:
    piece = article(text)
    told = [f.value.what.split(" ")[0] for f in extract(piece, parse(piece)) if f.kind == "polarity"]  # type: ignore[union-attr]
    assert verb in told
