"""What an analysis hands out on its way stands beside what is known, and never in its place."""

from dataclasses import replace

from recoupe.interface.arriving import with_part
from recoupe.model import Analysis, Part, Place, Sighting, Span
from windows import story

KNOWN = story().analysis
OF_A = tuple(f for f in KNOWN.facts if f.place.article == "a")
SEEN = Part("a", sighted=(Sighting(Place("a", 0), Span(0, 2), "quantity"),))


def test_sightings_then_facts_then_events_build_up_a_first_analysis() -> None:
    first = with_part(Analysis(), SEEN)
    assert first.partial
    assert first.sighted == SEEN.sighted
    second = with_part(first, Part("a", facts=OF_A))
    assert (second.facts, second.sighted) == (OF_A, ())
    third = with_part(second, Part(events=KNOWN.events))
    assert third.events == KNOWN.events
    assert third.partial


def test_sightings_of_an_article_whose_facts_are_known_add_nothing() -> None:
    assert with_part(KNOWN, SEEN) is KNOWN


def test_the_same_facts_again_add_nothing() -> None:
    assert with_part(KNOWN, Part("a", facts=tuple(replace(f) for f in OF_A))) is KNOWN


def test_facts_share_the_objects_that_are_equal() -> None:
    changed = (replace(OF_A[0], about="autre"), *(replace(f) for f in OF_A[1:]))
    after = with_part(KNOWN, Part("a", facts=changed))
    held = {f.id: f for f in after.facts}
    assert held[OF_A[0].id].about == "autre"
    assert all(held[f.id] is f for f in KNOWN.facts if f is not OF_A[0])


def test_verdicts_stay_with_the_facts_and_events_they_rest_on() -> None:
    after = with_part(with_part(KNOWN, Part("a", facts=())), Part(events=()))
    assert after.comparisons == KNOWN.comparisons
    assert {i for c in after.comparisons for i in c.facts} <= {f.id for f in after.facts}
    assert after.events == KNOWN.events


def test_an_article_without_facts_loses_its_sightings() -> None:
    assert with_part(with_part(Analysis(), SEEN), Part("a", facts=())).sighted == ()
