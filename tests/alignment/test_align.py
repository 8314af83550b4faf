"""Events found in whole articles, through the real encoder and scorer."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations, permutations

import pytest

from builders import article
from recoupe.alignment import align, looks
from recoupe.facts import extract
from recoupe.linguistics import parse
from recoupe.model import Article, By, Confirmed, Decision, Event, Joined, Parted, Place, Role, Sentence, Span

ONE = article(
    "Un pont s'effondre à Valmoire.\n"
    "Le pont de la Serve s'est effondré lundi à 7 h 30, faisant 4 morts. "
    "La maire, Odile Vaugirault, a décrété trois jours de deuil.\n"
    "L'ouvrage avait été construit en 1962. Une enquête a été confiée aux gendarmes de Valmoire.\n"
    "Le club de pétanque de la ville fête ses cent ans samedi.",
    "a",
)
TWO = article(
    "Effondrement d'un pont : six morts\n"
    "Les gendarmes sont chargés de l'enquête. "
    "Six personnes ont péri dans l'effondrement du pont de la Serve, lundi matin à Valmoire.\n"
    "Un deuil de trois jours sera observé, a annoncé Odile Vaugirault. "
    "Bâti il y a plus de soixante ans, le pont n'avait jamais été rénové.\n"
    "Les cours du cuivre ont battu un record à Londres.",
    "b",
)
THREE = article(
    "Bridge collapse kills four in Valmoire\n"
    "Four people died on Monday when the Serve bridge collapsed in Valmoire. Mayor Odile Vaugirault declared three days of mourning.",
    "c",
    language="en",
)


def aligned(*articles: Article, decisions: tuple[Decision, ...] = ()) -> tuple[Event, ...]:
    parses = {a.id: parse(a) for a in articles}
    facts = {a.id: extract(a, parses[a.id]) for a in articles}
    return align(articles, parses, facts, decisions)


def at(piece: Article, words: str) -> Place:
    return next(Place(piece.id, i) for i in range(len(piece.sentences)) if words in piece.sentence_text(i))


def together(events: tuple[Event, ...], *places: Place) -> bool:
    return any(set(places) <= set(e.members) for e in events)


@pytest.fixture(scope="module")
def events() -> tuple[Event, ...]:
    return aligned(ONE, TWO, THREE)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (at(ONE, "4 morts"), at(TWO, "Six personnes")),  # another figure under the same head counts for the pair
        (at(ONE, "deuil"), at(TWO, "deuil")),
        (at(ONE, "gendarmes"), at(TWO, "gendarmes")),
        (at(ONE, "deuil"), at(THREE, "mourning")),
        (at(TWO, "Six personnes"), at(THREE, "Four people")),
    ],
)
def test_what_tells_the_same_is_found(events: tuple[Event, ...], left: Place, right: Place) -> None:
    assert together(events, left, right)


def test_what_stands_alone_is_left_alone(events: tuple[Event, ...]) -> None:
    alone = {at(ONE, "pétanque"), at(TWO, "cuivre")}
    assert not alone & {p for e in events for p in e.members}


def test_events_are_in_order_with_links_between_articles(events: tuple[Event, ...]) -> None:
    assert list(events) == sorted(events, key=lambda e: e.members)
    assert len({e.id for e in events}) == len(events)
    for event in events:
        assert len(event.articles) > 1
        assert list(event.members) == sorted(set(event.members))
        across = {(a, b) for a, b in combinations(event.members, 2) if a.article != b.article}
        assert {(link.left, link.right) for link in event.links} == across  # be it that little speaks for a pair by itself
        for link in event.links:
            assert link.left < link.right
            assert link.left.article != link.right.article
            assert 0 <= link.confidence <= 1
            assert link.reasons


def test_the_reasons_name_what_is_shared(events: tuple[Event, ...]) -> None:
    left, right = at(ONE, "deuil"), at(TWO, "deuil")
    (link,) = {x for e in events for x in e.links if (x.left, x.right) == (left, right)}
    reasons = dict(link.reasons)
    assert "Vaugirault" in reasons["names"]
    assert "deuil" in reasons["words"]


def test_the_order_of_the_articles_changes_nothing(events: tuple[Event, ...]) -> None:
    for order in permutations((ONE, TWO, THREE)):
        assert aligned(*order) == events


def test_less_than_two_articles_have_no_event() -> None:
    assert aligned() == ()
    assert aligned(ONE) == ()
    noise = replace(TWO, sentences=tuple(replace(s, role=Role.NOISE, noise="share") for s in TWO.sentences))
    assert aligned(ONE, noise) == ()


def test_two_identical_articles_meet_sentence_by_sentence() -> None:
    found = aligned(ONE, replace(ONE, id="b"))
    for i in range(len(ONE.sentences)):
        assert together(found, Place("a", i), Place("b", i))


def test_noise_is_in_no_event() -> None:
    place = at(TWO, "deuil")
    sentences = tuple(replace(s, role=Role.NOISE, noise="share") if i == place.sentence else s for i, s in enumerate(TWO.sentences))
    assert not any(place in e.members for e in aligned(ONE, replace(TWO, sentences=sentences)))


def test_rulings_are_obeyed_and_the_rest_stays(events: tuple[Event, ...]) -> None:
    left, right = at(ONE, "deuil"), at(TWO, "deuil")
    odd = (at(ONE, "pétanque"), at(TWO, "cuivre"))
    kept = (at(ONE, "4 morts"), at(TWO, "Six personnes"))
    found = aligned(ONE, TWO, THREE, decisions=(Parted((left, right)), Joined(odd), Confirmed(*kept)))
    assert not together(found, left, right)
    assert together(found, at(ONE, "gendarmes"), at(TWO, "gendarmes"))
    (joined,) = [e for e in found if set(odd) <= set(e.members)]
    assert joined.by is By.USER
    links = {(x.left, x.right): x for e in found for x in e.links}
    assert links[kept].by is By.USER
    assert links[kept].confidence == 1.0


def shuffled(piece: Article, seed: int) -> Article:
    """The article with its paragraphs in another order."""
    chance = random.Random(seed)
    paragraphs: dict[int, list[Sentence]] = {}
    for s in piece.sentences:
        paragraphs.setdefault(s.paragraph, []).append(s)
    text, sentences = "", []
    for number, paragraph in enumerate(chance.sample(list(paragraphs.values()), len(paragraphs))):
        shift = len(text) - paragraph[0].span.start
        sentences += [replace(s, span=Span(s.span.start + shift, s.span.end + shift), paragraph=number) for s in paragraph]
        text += piece.text[paragraph[0].span.start : paragraph[-1].span.end] + "\n"
    return replace(piece, text=text, sentences=tuple(sentences))


def test_the_order_of_the_paragraphs_changes_nothing(events: tuple[Event, ...]) -> None:
    def wordings(found: tuple[Event, ...], *articles: Article) -> set[frozenset[str]]:
        by_id = {a.id: a for a in articles}
        return {frozenset(by_id[p.article].sentence_text(p.sentence) for p in e.members) for e in found}

    for seed in range(3):
        turned = [shuffled(a, seed + n) for n, a in enumerate((ONE, TWO, THREE))]
        assert wordings(aligned(*turned), *turned) == wordings(events, ONE, TWO, THREE)


def test_of_long_stories_the_nearest_pairs_give_the_same_events(events: tuple[Event, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looks, "_ALL", 0)
    assert [e.members for e in aligned(ONE, TWO, THREE)] == [e.members for e in events]
