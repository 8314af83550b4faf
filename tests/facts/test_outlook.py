"""What is done and what is still to come."""

from __future__ import annotations

import pytest

from builders import article
from recoupe.facts import compare, extract
from recoupe.facts.outlook import DONE
from recoupe.facts.sides import sides
from recoupe.linguistics import parse
from recoupe.model import COMING, Event, Link, Place, Verdict


def outlooks(text: str, language: str = "fr") -> set[str]:
    """The outlook of every statement of a sentence."""
    piece = article(text, "a", language=language)
    parsed = parse(piece)
    found = sides([piece], {"a": parsed}, extract(piece, parsed))
    return {s.outlook for here in found.values() for s in here if s.family == "assertion"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Le conseil a adopté le budget.", DONE),
        ("Le musée fut fermé.", DONE),
        ("Les familles se sont constituées parties civiles.", DONE),
        ("Le pont a été fermé.", DONE),
        ("Le conseil adoptera le budget.", COMING),
        ("Le conseil va adopter le budget.", COMING),
        ("Le conseil doit adopter le budget mardi.", COMING),
        ("Le pont sera fermé.", COMING),
        ("Le conseil adopte le budget.", ""),
        ("Le pont est fermé.", ""),
        ("Le conseil avait adopté le budget.", ""),
        ("Le conseil aurait adopté le budget.", ""),
    ],
)
def test_tenses(text: str, told: str) -> None:
    assert outlooks(text) == {told}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The council adopted the budget.", DONE),
        ("The council has adopted the budget.", DONE),
        ("The council will adopt the budget.", COMING),
        ("The council is going to adopt the budget.", COMING),
        ("The council had adopted the budget.", ""),
    ],
)
def test_english_tenses(text: str, told: str) -> None:
    assert outlooks(text, "en") == {told}


def reasons(left: str, right: str) -> list[tuple[Verdict, str]]:
    """What is said of the statements of two linked sentences that are judged at all."""
    pieces = [article(left, "a"), article(right, "b")]
    parses = {p.id: parse(p) for p in pieces}
    facts = [f for p in pieces for f in extract(p, parses[p.id])]
    members = (Place("a", 0), Place("b", 0))
    rows = compare(pieces, parses, facts, [Event("e", members, 0.95, (Link(*members, 0.95),))])
    return [(j.verdict, j.reason) for row in rows for j in row.judgements if row.kind in {"polarity", "certainty"}]


ANNOUNCED = (Verdict.CERTAINTY, "announced")


def test_what_is_done_and_what_is_announced_are_not_equally_certain() -> None:
    assert ANNOUNCED in reasons("La ministre s'est rendue mercredi à Lyon.", "La ministre doit se rendre mercredi à Lyon.")
    assert ANNOUNCED in reasons("Le démontage va débuter lundi.", "Le démontage a débuté lundi.")
    assert ANNOUNCED in reasons(
        "Les familles se sont constituées parties civiles.", "Elles ont annoncé qu'elles se constitueraient parties civiles."
    )
    assert ANNOUNCED in reasons("La France a renforcé sa flotte.", "La France a décidé de renforcer sa flotte.")
    assert ANNOUNCED in reasons("Le condamné a fait appel.", "Le condamné a annoncé son intention de faire appel.")
    assert ANNOUNCED in reasons("L'essai a démarré en mars.", "L'essai débutera à l'automne.")
    assert ANNOUNCED in reasons("La halle sera inscrite aux monuments.", "La halle, désormais inscrite aux monuments, rouvre.")
    assert ANNOUNCED in reasons("L'état de catastrophe sera reconnu.", "Le ministre a annoncé que l'état de catastrophe avait été reconnu.")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("La ministre s'est rendue mercredi à Lyon.", "La ministre se rend mercredi à Lyon."),
        ("La France renforcera sa flotte.", "La France a décidé de renforcer sa flotte."),
        ("L'armée a apporté son appui.", "Paris a annoncé que l'armée apportait son appui."),
        ("Le maire a dit son avis.", "Le maire va dire son avis."),
        ("La ministre ne s'est pas rendue à Lyon.", "La ministre ne se rendra pas à Lyon."),
        ("La ministre avait rencontré les élus.", "La ministre rencontrera les élus."),
        ("Le coureur a écopé d'une amende de 500 francs.", "Le coureur devra payer une amende de 500 francs."),
        ("Le syndicat a annoncé saisir le juge.", "Le syndicat a annoncé son intention de saisir le juge."),
    ],
)
def test_what_may_be_one_or_two_visits_is_left_alone(left: str, right: str) -> None:
    assert ANNOUNCED not in reasons(left, right)
