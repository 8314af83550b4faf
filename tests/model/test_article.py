"""An article's text is whole; a reading leaves out what a tooltip doubled and still knows where each character stands."""

from dataclasses import replace

from builders import article
from recoupe.model import Project, Role, Span


def test_reading_leaves_doubled_words_out_and_maps_back() -> None:
    text = "Le patron de TeslaTesla a parlé."
    doubled = replace(article(text), doubled=(Span(18, 23),))
    reading = doubled.reading(doubled.sentences[0].span)
    assert reading.text == "Le patron de Tesla a parlé."
    at = reading.text.index("a parlé")
    assert text[reading.source(at) :] == "a parlé."
    assert reading.span(13, 18) == Span(13, 18)
    assert reading.span(10, 20) == Span(10, 25)


def test_reading_that_begins_inside_a_doubled_word() -> None:
    doubled = replace(article("GoogleGoogle a parlé."), doubled=(Span(6, 12),))
    assert doubled.reading(Span(8, 21)).text == " a parlé."


def test_reading_of_an_empty_stretch_is_empty() -> None:
    plain = article("Un mot.")
    reading = plain.reading(Span(3, 3))
    assert reading.text == ""
    assert reading.span(0, 0) == Span(3, 3)


def test_quote_evens_out_white_space() -> None:
    plain = article("Dix\u00a0mille   euros.")
    assert plain.quote(Span(0, len(plain.text))) == "Dix mille euros."


def test_story_leaves_page_noise_out() -> None:
    plain = article("Un.\nDeux.")
    noisy = replace(plain, sentences=(plain.sentences[0], replace(plain.sentences[1], role=Role.NOISE, noise="share")))
    assert noisy.story == (0,)


def test_articles_of_one_name_get_ids_of_their_own() -> None:
    project = Project().with_articles([article("Un.", "a"), article("Deux.", "a"), article("Trois.", "a")])
    assert [a.id for a in project.articles] == ["a", "a-2", "a-3"]
