"""Whatever two papers may say, the whole chain answers soundly: read, analysed, told as JSON, saved and opened again."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import studies
from recoupe.analysis import analyse
from recoupe.errors import ReadingFailed
from recoupe.facts.sides import FAMILIES
from recoupe.model import Analysis, Article, Project, Role, Verdict
from recoupe.project import open_study, save_study
from recoupe.reading import read_paste
from recoupe.reports import comparison, read_comparison

NOW = datetime(2024, 5, 16, 9, 30)
FEW = settings(
    max_examples=10,
    deadline=None,
    derandomize=True,
    phases=(Phase.generate,),  # an example is short enough to read; to shrink it would take minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)

WHO = """La préfecture|Le maire de Dijon|M. Durand|Élise Le Goff|L’AFP|Selon nos informations, la police|D’après le Parisien, Renault
The mayor|Les pompiers|12 élus|🍋 Citron|ﷺ محمد|Ὀδυσσεύς|Ils|Personne|Près de 300 manifestants|Une trentaine de blessés"""
DID = """a annoncé|aurait démenti|n’a pas confirmé|dément|compte|a compté|pourrait perdre|said|ont défilé avec|est mort de|a tiré sur|«
est de"""
WHAT = """1 200 manifestants|3 000 manifestants|2,5 millions d’euros|€2.5 million|12,5 %|entre 3 et 5 blessés|plus de 10^30 euros
99999999999999999999999999999999999999 euros|0 blessé|-4 °C|1/2 tonne|³√8 km|le 31 février 2024|mardi 14 mai|le 30/02/0000|en l’an 99999
à 25 h 99|à 14 h 30|pendant 3 jours et 1e400 heures|dans les années 80|la veille|il y a dix milliards d’années|lundi en huit|5 Mds$
des « milliers » de personnes|٣٤٥ جريحا|１２３ personnes|Ⅻ morts|½ litre|1.234.567,89 £|vingt-douze mille|neuf mille millions
un mort et demi|dans la nuit de lundi à mardi|ce week-end|à Pâques|last Monday|avant le 2 janvier|yesterday|in 9999|en l’an 1"""
END = [".", "…", "?", "!", ", dit-il.", ", a-t-on appris dimanche.", " », selon la CGT.", ";", ", à cause de la pluie.", ", en 2019."]
END += [", il y a deux jours.", ".\n", ".\n\n", ".\r\n", " le mois dernier.", " demain soir."]
ODD = ["\n\n\n", "\u200b", "\u202e", "\u2066", "\x00", "\x07", "\x1b[31m", "\ufeff", "e\u0301", "👨‍👩‍👧‍👦", "𝔘𝔫", "\U0010ffff", "\x85"]
ODD += ["\u2028", "\t", "Abonnez-vous !", "Lire aussi :", "ChatGPTChatGPT", "((((", "|", '"', "'"]


def words(said: str) -> st.SearchStrategy[str]:
    return st.sampled_from(said.replace("\n", "|").split("|"))


SENTENCES = st.tuples(words(WHO), words(DID), words(WHAT), st.sampled_from(END)).map(lambda p: f"{p[0]} {p[1]} {p[2]}{p[3]}")
LONG = st.tuples(SENTENCES, st.integers(20, 60)).map(lambda p: p[0].rstrip(".…?!\r\n") + ", " + "qui marche, et " * p[1])
ARBITRARY = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)
TEXTS = st.lists(SENTENCES | SENTENCES | SENTENCES | st.sampled_from(ODD) | ARBITRARY | LONG, min_size=1, max_size=5).map(" ".join)
DATES = st.none() | st.sampled_from([date.min, date(2024, 2, 29), date(2024, 5, 14), date(9999, 12, 31)]) | st.dates()


@st.composite
def stories(draw: st.DrawFn) -> tuple[Article, ...]:
    """Two or three articles, which often repeat one another's sentences and numbers."""
    shared = draw(TEXTS)
    made = []
    for ident in draw(st.sampled_from(["ab", "abc", "é-1 x"[:3]])):
        own = draw(TEXTS)
        text = draw(st.sampled_from([shared, own, f"{shared}\n\n{own}", f"{own} {shared}"]))
        try:
            (first, *_) = read_paste(text, now=NOW)
        except ReadingFailed:
            continue
        made.append(replace(first, id=ident, published=draw(DATES), outlet=draw(st.sampled_from(["", "L’Écho", "|:+"]))))
    return tuple(made)


def sound(articles: Iterable[Article], found: Analysis) -> None:
    """Every finding points at what is there, and says of it what it may say."""
    texts = {a.id: a for a in articles}
    facts = {f.id: f for f in found.facts}
    assert len(facts) == len(found.facts)
    for fact in found.facts:
        sentence = texts[fact.place.article].sentences[fact.place.sentence]
        assert sentence.role is not Role.NOISE
        assert sentence.span.start <= fact.span.start < fact.span.end <= sentence.span.end
    assert len({e.id for e in found.events}) == len(found.events)
    for event in found.events:
        assert len(event.articles) > 1
        assert list(event.members) == sorted(set(event.members))
        assert 0 <= event.strength <= 1
        assert all(link.left < link.right and link.left.article != link.right.article for link in event.links)
        assert all(texts[p.article].sentences[p.sentence].role is not Role.NOISE for p in event.members)
    events = {e.id: e for e in found.events}
    assert len({c.id for c in found.comparisons}) == len(found.comparisons)
    for row in found.comparisons:
        assert row.event in events or row.event == ""
        pairs = [frozenset((j.left, j.right)) for j in row.judgements]
        assert len(set(pairs)) == len(pairs)
        assert all(len(p) == 2 and p <= set(row.facts) for p in pairs)
        assert all(0 <= j.confidence <= 1 and j.reason for j in row.judgements)
        assert {FAMILIES[facts[f].kind] for f in row.facts} == {FAMILIES[row.kind]}


def verdicts(found: Analysis, swap: dict[str, str] | None = None) -> dict[tuple[str, ...], Verdict]:
    """What was judged of every pair of facts, whichever came first; the articles' ids exchanged where asked."""

    def of(ident: str) -> str:
        article, _, rest = ident.partition(":")
        return f"{(swap or {}).get(article, article)}:{rest}"

    return {tuple(sorted((of(j.left), of(j.right)))): j.verdict for c in found.comparisons for j in c.judgements}


@FEW
@given(stories())
def test_the_chain_is_sound_on_any_text(articles: tuple[Article, ...]) -> None:
    before = [a.text for a in articles]
    found = analyse(articles)
    sound(articles, found)
    assert [a.text for a in articles] == before
    assert analyse(tuple(reversed(articles))) == found
    data = comparison(articles, found)
    again = json.loads(json.dumps(data))
    assert comparison(*read_comparison(again)) == data


@FEW
@given(stories())
def test_articles_that_change_places_are_judged_the_same(articles: tuple[Article, ...]) -> None:
    one, other, *_ = (*articles, *articles)[:2] if articles else (None, None)
    if one is None or one is other:
        return
    here = verdicts(analyse((one, other)))
    there = verdicts(analyse((replace(one, id=other.id), replace(other, id=one.id))), {one.id: other.id, other.id: one.id})
    assert {p: v for p, v in here.items() if p in there} == {p: v for p, v in there.items() if p in here}


@FEW
@given(stories(), st.text(max_size=20), st.integers(0, 10))
def test_a_study_of_any_text_is_saved_and_opened_whole(tmp_path: Path, articles: tuple[Article, ...], title: str, taken: int) -> None:
    found = analyse(articles)
    project = Project(title, articles, studies.decisions()[:taken], found)
    path = tmp_path / "étude.recoupe"
    save_study(project, path)
    assert open_study(path) == project
    whole = path.read_bytes()
    save_study(open_study(path), path)
    assert path.read_bytes() == whole
