"""Which articles tell one story, through the real encoder."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from builders import article
from recoupe.alignment.encoder import encoder
from recoupe.alignment.features import profiles
from recoupe.alignment.story_links import apart
from recoupe.facts import extract
from recoupe.linguistics import parse
from recoupe.model import Article, Sentence

BRIDGE = article(
    "Un pont s'effondre à Valmoire.\n"
    "Le pont de la Serve s'est effondré lundi à 7 h 30, faisant 4 morts. "
    "La maire, Odile Vaugirault, a décrété trois jours de deuil.\n"
    "L'ouvrage avait été construit en 1962. Une enquête a été confiée aux gendarmes de Valmoire. "
    "Le parquet de Nantes a ouvert une information judiciaire.",
    "a",
)
BRIDGE_AGAIN = article(
    "Effondrement d'un pont : six morts\n"
    "Les gendarmes sont chargés de l'enquête. "
    "Six personnes ont péri dans l'effondrement du pont de la Serve, lundi matin à Valmoire.\n"
    "Un deuil de trois jours sera observé, a annoncé Odile Vaugirault. "
    "Bâti il y a plus de soixante ans, le pont n'avait jamais été rénové. Le préfet s'est rendu sur place.",
    "b",
)
BANK = article(
    "La banque Corvelle ferme 40 agences\n"
    "La banque Corvelle a annoncé lundi la fermeture de 40 agences en France. "
    "Son directeur général, Paul Ardenne, a promis qu'il n'y aurait aucun licenciement.\n"
    "Les syndicats appellent à la grève. Le cours de l'action a perdu 4 % à Paris. "
    "La banque avait déjà supprimé 300 postes en 2019.",
    "c",
)


def strangers(*articles: Article, joined: Collection[tuple[int, int]] = ()) -> frozenset[tuple[int, int]]:
    parses = {a.id: parse(a) for a in articles}
    found = profiles(articles, parses, {a.id: extract(a, parses[a.id]) for a in articles})
    by_id = {a.id: a for a in articles}
    return apart(found, encoder().encode([by_id[p.place.article].sentence_text(p.place.sentence) for p in found]), joined)


def begun(whole: Article, sentences: int) -> Article:
    kept: tuple[Sentence, ...] = whole.sentences[:sentences]
    return replace(whole, text=whole.text[: kept[-1].span.end], sentences=kept)


def test_articles_of_two_stories_are_strangers() -> None:
    assert strangers(BRIDGE, BRIDGE_AGAIN, BANK) == {(0, 2), (1, 2)}


def test_one_story_in_other_words_and_order_is_one() -> None:
    assert strangers(BRIDGE, BRIDGE_AGAIN) == frozenset()


def test_whoever_joins_sentences_of_two_articles_rules_that_they_tell_one_story() -> None:
    first_of_bank = len(BRIDGE.sentences) + len(BRIDGE_AGAIN.sentences)
    assert strangers(BRIDGE, BRIDGE_AGAIN, BANK, joined=[(1, first_of_bank)]) == frozenset()


def test_a_few_sentences_are_compared_with_anything() -> None:
    assert strangers(BRIDGE, begun(BANK, 3)) == frozenset()


def test_nothing_is_apart_from_itself() -> None:
    assert strangers(BANK) == frozenset()
