"""The public contract `recoupe.comparison`, version 1."""

import json

import pytest

import studies
from recoupe.model import Analysis
from recoupe.model.plain import Unfit
from recoupe.reports import comparison, read_comparison


@pytest.fixture
def data():
    return comparison(studies.articles(), studies.analysis(), {"a": "press/a.txt"})


def test_the_top_level_is_the_contract(data):
    assert list(data) == ["format", "version", "articles", "events", "facts", "fact_groups"]
    assert (data["format"], data["version"]) == ("recoupe.comparison", 1)


def test_an_article_gives_its_text_its_sentences_and_apart_its_noise(data):
    a, b, c = data["articles"]
    assert list(a) == ["id", "path", "title", "outlet", "published", "language", "text", "sentences", "noise"]
    assert (a["path"], b["path"]) == ("press/a.txt", "b.txt")
    assert a["sentences"][0] == {"id": "a.s1", "start": 0, "end": 13, "paragraph": 0, "role": "title"}
    assert [s["id"] for s in a["sentences"]] == ["a.s1", "a.s2", "a.s3"]
    assert [(a["text"][n["start"] : n["end"]], n["reason"]) for n in a["noise"]] == [("Abonnez-vous !", "newsletter")]
    assert (c["outlet"], c["published"], a["published"]) == (None, None, "2024-05-14")


def test_offsets_count_code_points_and_give_each_facts_words(data):
    texts = {a["id"]: a["text"] for a in data["articles"]}
    assert data["facts"]
    for fact in data["facts"]:
        assert texts[fact["article"]][fact["start"] : fact["end"]] == fact["text"]
    assert next(f for f in data["facts"] if f["kind"] == "name")["text"] == "Luc Morel"  # after a ship beyond the first plane


def test_facts_are_numbered_in_reading_order_and_say_on_whose_word(data):
    first = data["facts"][0]
    assert (first["id"], first["sentence"], first["certainty"], first["source"]) == ("a.f1", "a.s2", "asserted", "la CGT")
    assert first["value"] == {"type": "quantity", "low": "1200", "high": "1200", "unit": "", "exactness": "exact", "point": None}


def test_events_list_sentences_by_article(data):
    assert data["events"][0] == {"id": "e1", "score": 0.91, "sentences": {"a": ["a.s2"], "b": ["b.s2"], "c": ["c.s2"]}}


def test_a_group_judges_every_pair_and_takes_the_gravest(data):
    group = data["fact_groups"][0]
    assert list(group) == ["id", "event", "kind", "about", "facts", "verdict", "verdicts", "note"]
    assert group["verdicts"] == {"a.f1|b.f1": "contradiction", "a.f1|c.f1": "precision", "b.f1|c.f1": "contradiction"}
    assert (group["verdict"], group["event"], group["note"]) == ("contradiction", "e1", "later article: may be an update")
    assert data["fact_groups"][2]["verdict"] == "agreement"


def test_only_the_chosen_articles_are_told(data):
    two = comparison(studies.articles()[:2], studies.analysis())
    assert {f["article"] for f in two["facts"]} == {"a", "b"}
    assert two["fact_groups"][0]["verdicts"] == {"a.f1|b.f1": "contradiction"}
    assert list(two["events"][0]["sentences"]) == ["a", "b"]


def test_an_event_that_only_one_chosen_article_tells_is_left_out():
    assert len(comparison(studies.articles()[1:], studies.analysis())["events"]) == 1


def test_what_is_read_back_gives_the_same_data(data):
    back = json.loads(json.dumps(data))
    articles, analysis = read_comparison(back)
    assert comparison(articles, analysis) == data


def test_nothing_found_is_still_a_comparison():
    empty = comparison((), Analysis())
    assert empty["articles"] == empty["fact_groups"] == []


@pytest.mark.parametrize(
    "bad", [None, [], {}, {"format": "recoupe.comparison", "version": 2}, {"format": "recoupe.comparison", "version": 1}]
)
def test_what_is_no_comparison_is_refused(bad):
    with pytest.raises(Unfit):
        read_comparison(bad)
