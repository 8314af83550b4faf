"""A later version takes an article's place: what was ruled on words that are still there holds for them, wherever they stand now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from builders import article
from recoupe.model import (
    Analysis,
    Comparison,
    Confirmed,
    Corrected,
    Decision,
    Event,
    Fact,
    Joined,
    Judgement,
    Link,
    Noise,
    Noted,
    Parted,
    Place,
    Project,
    Reviewed,
    Revision,
    Span,
    State,
    Translation,
    Verdict,
    fact_id,
)
from recoupe.project import with_later_version
from recoupe.project.codec import Study, decode, encode
from windows import fact, number

OLD = article(
    "La piscine fermera en mars. Elle coûte 300 000 euros par an à la ville. Elle compte 4 bassins. Le maire regrette cette décision.",
    outlet="Le Matin",
)
NEW = article(
    "Mise à jour du dossier de la piscine. Elle compte 4 bassins. La piscine fermera en mars. Elle coûte 350 000 euros par an à la ville.",
    "la-piscine",
    published=date(2024, 5, 16),
)
OTHER = article("La piscine coûte 300 000 euros. Elle a 4 bassins. On ferme en mars.", "b", outlet="Le Soir")
COST, BASINS = fact(OLD, "300 000 euros", "money", number(300_000)), fact(OLD, "4 bassins", "quantity", number(4))
COST_B, BASINS_B = fact(OTHER, "300 000 euros", "money", number(300_000)), fact(OTHER, "4 bassins", "quantity", number(4))
LINK = Link(Place("a", 2), Place("b", 1), 0.9)
EVENT = Event("basins", (Place("a", 2), Place("b", 1)), 0.9, (LINK,))


def row(ident: str, left: Fact, right: Fact) -> Comparison:
    return Comparison(ident, "", left.kind, "", (left.id, right.id), (Judgement(left.id, right.id, Verdict.AGREEMENT, "equal"),))


STUDY = Project(
    "Piscine",
    (OLD, OTHER),
    analysis=Analysis((COST, BASINS, COST_B, BASINS_B), (EVENT,), (row("cost", COST, COST_B), row("basins", BASINS, BASINS_B))),
)
NOW = datetime(2024, 5, 16, 12, 0)


def after(*decisions: Decision) -> Project:
    return with_later_version(replace(STUDY, decisions=decisions), "a", NEW, now=NOW)


def test_it_stands_in_the_earlier_ones_place_under_its_id_and_the_earlier_is_kept() -> None:
    found = after()
    assert [a.id for a in found.articles] == ["a", "b"]
    assert (found.articles[0].text, found.articles[0].outlet, found.articles[0].published) == (NEW.text, "Le Matin", date(2024, 5, 16))
    assert found.revisions == (Revision(OLD, NOW),)


@pytest.mark.parametrize(
    ("ruled", "moved"),
    [
        (Joined((Place("a", 0), Place("b", 2))), Joined((Place("a", 2), Place("b", 2)))),
        (Parted((Place("a", 0), Place("a", 3), Place("b", 2))), Parted((Place("a", 2), Place("b", 2)))),
        (Joined((Place("a", 3), Place("b", 2))), None),
        (Confirmed(Place("a", 2), Place("b", 1)), Confirmed(Place("a", 1), Place("b", 1))),
        (Confirmed(Place("a", 3), Place("b", 1)), None),
        (Noise(Place("a", 1), True), Noise(Place("a", 3), True)),
        (Noise(Place("a", 3), True), None),
        (Noise(Place("b", 1), True), Noise(Place("b", 1), True)),
        (Corrected(BASINS.id, number(5)), Corrected(fact_id("a", Span(50, 59), "quantity"), number(5))),
        (Corrected(COST.id, number(5)), None),
        (Noted("a", "source sûre"), Noted("a", "source sûre")),
        (Noted("cost", "à vérifier"), Noted("cost", "à vérifier")),
        (Reviewed("basins", State.CONFIRMED), Reviewed("basins", State.CONFIRMED)),
        (Reviewed("cost", State.CONFIRMED), None),
    ],
)
def test_rulings_move_with_the_words_they_are_about(ruled: Decision, moved: Decision | None) -> None:
    assert after(ruled).decisions == (() if moved is None else (moved,))


def test_the_findings_move_with_their_words_until_they_are_made_anew() -> None:
    found = after().analysis
    texts = {f.id: (NEW if f.place.article == "a" else OTHER).text[f.span.start : f.span.end] for f in found.facts}
    assert list(texts.values()) == ["350 000 euros", "4 bassins", "300 000 euros", "4 bassins"]
    assert found.events[0].members == (Place("a", 1), Place("b", 1))
    assert found.events[0].links[0].left == Place("a", 1)
    assert [c.id for c in found.comparisons] == ["cost", "basins"]
    assert all(j.left in texts and j.right in texts for c in found.comparisons for j in c.judgements)


def test_translations_stay_with_sentences_that_are_what_they_were() -> None:
    said = tuple(Translation(Place("a", n), "en", f"{n}", "x") for n in range(4))
    found = with_later_version(replace(STUDY, translations=said), "a", NEW)
    assert [(t.place.sentence, t.text) for t in found.translations] == [(2, "0"), (1, "2")]


def test_a_second_version_keeps_both_before_it() -> None:
    newest = article("La piscine reste ouverte. Elle compte 4 bassins.", "x")
    found = with_later_version(after(Noted("cost", "!")), "a", newest)
    assert [r.earlier.text for r in found.revisions] == [OLD.text, NEW.text]
    assert found.articles[0].text == newest.text


def test_it_is_saved_with_the_study() -> None:
    found = after(Confirmed(Place("a", 2), Place("b", 1)))
    assert decode(encode(Study(found))).project == found


def test_the_same_text_again_changes_nothing_that_was_ruled() -> None:
    ruled = (Noise(Place("a", 1), True), Corrected(COST.id, number(7)), Reviewed("cost", State.CONFIRMED))
    found = with_later_version(replace(STUDY, decisions=ruled), "a", replace(OLD, id="again"))
    assert found.decisions == ruled
    assert found.analysis == STUDY.analysis
