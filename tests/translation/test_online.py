"""An online engine meets whatever servers do: nothing that came is lost, nothing goes elsewhere, every failure has its sentence."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from libre_server import Cut, Drip, Hang, Libre, Status, serving

from builders import article
from recoupe.errors import Cancelled, TranslationFailed
from recoupe.model import Place, Translation
from recoupe.translation import ENGINES, Account, Consent, Means, translate_article
from recoupe.translation.cache import Cache

pytestmark = pytest.mark.network

LIBRE = next(e for e in ENGINES if e.name == "libretranslate")
TEXT = "Le maire a annoncé la fermeture. Les habitants ont manifesté lundi. La préfecture a compté 12 000 personnes.\nLe procès est ouvert."
KEY = "very-secret-key"


@pytest.fixture
def server() -> Iterator[Libre]:
    with serving(Libre()) as libre:
        yield libre


@pytest.fixture
def means(server: Libre, tmp_path: Path) -> Callable[..., Means]:
    waits: list[float] = []

    def made(*, allowed: bool = True, key: str = "", timeout: float = 30) -> Means:
        account = Account(server=server.address, key=key, timeout=timeout)
        consent = Consent(frozenset({LIBRE.destination(account)} if allowed else ()))
        return Means(LIBRE, Cache(tmp_path / "cache.sqlite"), account, consent, pause=waits.append)

    made.waits = waits
    return made


def test_every_sentence_is_translated_once_and_kept(server: Libre, means: Callable[..., Means]) -> None:
    outcome = translate_article(article(TEXT), means(), "en")
    assert [t.text.startswith("English: ") for t in outcome.translations] == [True] * 4
    assert outcome.asked == len(server.asked) == 4
    again = translate_article(article(TEXT), means(), "en")
    assert again.asked == 0
    assert [t.text for t in again.translations] == [t.text for t in outcome.translations]


def test_the_text_travels_in_the_body_not_in_the_address(server: Libre, means: Callable[..., Means]) -> None:
    translate_article(article(TEXT), means(), "en")
    assert set(server.addresses) == {"/translate"}


def test_without_consent_nothing_is_sent(server: Libre, means: Callable[..., Means]) -> None:
    with pytest.raises(TranslationFailed) as failed:
        translate_article(article(TEXT), means(allowed=False), "en")
    assert failed.value.code == "no_consent"
    assert not server.addresses


def test_consent_for_one_server_is_not_for_another(means: Callable[..., Means]) -> None:
    allowed = means()
    other = Account(server="http://127.0.0.1:9/")
    with pytest.raises(TranslationFailed, match="have not allowed"):
        LIBRE.ready(other, allowed.consent)


def test_too_many_requests_waits_as_long_as_the_server_asks(server: Libre, means: Callable[..., Means]) -> None:
    server.behaviour = lambda text, n: Status(429, (("Retry-After", "7"),)) if n == 1 else f"It is said: {text}"
    outcome = translate_article(article(TEXT), means(), "en")
    assert len(outcome.translations) == 4
    assert sum(means.waits) == pytest.approx(7)


def test_a_server_that_asks_for_an_hour_is_left_alone_and_nothing_is_lost(server: Libre, means: Callable[..., Means]) -> None:
    server.behaviour = lambda text, n: Status(429, (("Retry-After", "3600"),)) if n > 2 else f"It is said: {text}"
    outcome = translate_article(article(TEXT), means(), "en")
    assert len(outcome.translations) == 2
    assert outcome.stopped is not None
    assert outcome.stopped.code == "too_many_requests"
    server.behaviour = lambda text, _: f"It is said: {text}"
    resumed = translate_article(article(TEXT), means(), "en")
    assert len(resumed.translations) == 4
    assert resumed.asked == 2


def test_an_error_that_passes_is_tried_again_with_growing_waits(server: Libre, means: Callable[..., Means]) -> None:
    server.behaviour = lambda text, n: Status(500) if n < 3 else f"It is said: {text}"
    assert len(translate_article(article(TEXT), means(), "en").translations) == 4
    assert sum(means.waits) == pytest.approx(1 + 3)


@pytest.mark.parametrize(
    ("answer", "code", "sentence"),
    [
        (Status(500), "failed", "LibreTranslate failed: error 500. What is translated is kept."),
        (Status(429), "too_many_requests", "refuses more requests"),
        (Hang(), "timeout", "did not answer"),
        (Drip(), "timeout", "did not answer"),
        (Cut(), "unreachable", "cannot be reached"),
        (Status(302, (("Location", "http://example.org/"),)), "refused", "sends to another address"),
        (Status(400), "refused", "told so"),
        (Status(400, body='{"error":' * 50_000), "refused", "error 400"),
    ],
)
def test_a_failing_server_stops_the_work_and_keeps_what_came(
    server: Libre, means: Callable[..., Means], answer: object, code: str, sentence: str
) -> None:
    server.behaviour = lambda text, n: f"It is said: {text}" if n == 1 else answer
    started = time.monotonic()
    outcome = translate_article(article(TEXT), means(timeout=1.5), "en")  # the first sentence must make it on a loaded machine
    assert outcome.stopped is not None
    assert outcome.stopped.code == code
    assert sentence in str(outcome.stopped)
    assert [t.place for t in outcome.translations] == [Place("a", 0)]
    assert time.monotonic() - started < 20  # the two that never end are cut off; without a limit they would take a minute


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ("", "empty"),
        (Status(200, body="<html><body><h1>502 Bad Gateway</h1></body></html>"), "garbage"),
        (Status(200, body='{"surprise": 1}'), "garbage"),
        (Status(200, body="[" * 100_000), "garbage"),
        (Status(200, body="[]"), "empty"),
        (Status(200, body='{"translatedText": 12}'), "empty"),
        ("<!DOCTYPE html><html><body>Sign in</body></html>", "garbage"),
        ("applause " * 60, "garbage"),
        ("the mayor the mayor the mayor the mayor the mayor the mayor", "garbage"),
        ("Los habitantes de la ciudad se manifestaron el lunes por las calles", "garbage"),
    ],
)
def test_one_bad_answer_leaves_that_sentence_in_french_and_the_rest_goes_on(
    server: Libre, means: Callable[..., Means], answer: object, code: str
) -> None:
    server.behaviour = lambda text, _: answer if "manifesté" in text else f"It is said: {text}"
    outcome = translate_article(article(TEXT), means(), "en")
    assert outcome.stopped is None
    assert [(place, failed.code) for place, failed in outcome.failures] == [(Place("a", 1), code)]
    assert len(outcome.translations) == 3


def test_a_sentence_sent_back_untranslated_is_no_translation(server: Libre, means: Callable[..., Means]) -> None:
    server.behaviour = lambda text, _: text
    outcome = translate_article(article("Les habitants de la ville ont manifesté dans les rues."), means(), "en")
    assert [failed.code for _, failed in outcome.failures] == ["garbage"]


def test_a_server_that_is_gone_is_said_so(means: Callable[..., Means], tmp_path: Path) -> None:
    account = Account(server="http://127.0.0.1:9/", timeout=0.5)
    gone = Means(LIBRE, Cache(tmp_path / "c.sqlite"), account, Consent(frozenset({"127.0.0.1:9"})), pause=lambda _: None)
    outcome = translate_article(article(TEXT), gone, "en")
    assert outcome.stopped is not None
    assert outcome.stopped.code == "unreachable"


def test_a_wrong_key_is_named_but_never_shown(server: Libre, means: Callable[..., Means]) -> None:
    server.key = "right"
    outcome = translate_article(article(TEXT), means(key=KEY), "en")
    assert outcome.stopped is not None
    assert outcome.stopped.code == "bad_key"
    assert KEY not in str(outcome.stopped) + repr(outcome.stopped) + repr(means(key=KEY))


def test_a_server_that_repeats_the_key_in_its_refusal_is_not_quoted(server: Libre, means: Callable[..., Means]) -> None:
    server.behaviour = lambda _text, _n: Status(400, body=f'{{"error": "key {KEY} expired"}}')
    outcome = translate_article(article(TEXT), means(key=KEY), "en")
    assert KEY not in str(outcome.stopped)
    assert "error 400" in str(outcome.stopped)


def test_a_stop_keeps_what_was_told_and_asks_nothing_twice(server: Libre, means: Callable[..., Means]) -> None:
    told: list[Translation] = []

    def stop_after_two(_stage: str, _done: int, _total: int) -> None:
        if len(told) == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        translate_article(article(TEXT), means(), "en", progress=stop_after_two, told=told.append)
    assert len(told) == len(server.asked) == 2
    assert translate_article(article(TEXT), means(), "en").asked == 2


def test_a_stop_is_heard_while_waiting_for_a_busy_server(server: Libre, means: Callable[..., Means]) -> None:
    server.behaviour = lambda _text, _n: Status(429, (("Retry-After", "50"),))
    calls = []

    def stop(_stage: str, _done: int, _total: int) -> None:
        calls.append(1)
        if len(calls) > 5:
            raise Cancelled

    with pytest.raises(Cancelled):
        translate_article(article(TEXT), means(), "en", progress=stop)
    assert sum(means.waits) < 2


def test_what_is_on_screen_comes_first(server: Libre, means: Callable[..., Means]) -> None:
    told: list[int] = []
    translate_article(article(TEXT), means(), "en", first=lambda: (3, 2), told=lambda t: told.append(t.place.sentence))
    assert told == [3, 2, 0, 1]


def test_a_long_text_goes_in_pieces_cut_at_sentence_ends(server: Libre, means: Callable[..., Means]) -> None:
    french, english = "Le maire a annoncé la fermeture de cette école de la ville", "The mayor has announced that this school is to close"
    server.behaviour = lambda text, _: text.replace(french, english)
    long = "« " + f"{french} ; " * 60 + "fin »"
    outcome = translate_article(article(long), means(), "en")
    assert outcome.asked == 1
    assert len(server.asked) == 2
    assert all(len(q.encode()) <= LIBRE.limit and q.endswith((";", "fin »")) for q in server.asked)
    assert outcome.translations[0].text.count(english) == 60


def test_a_headline_in_capitals_goes_in_small_letters_and_comes_back_in_capitals(server: Libre, means: Callable[..., Means]) -> None:
    server.behaviour = lambda text, _: "The mayor of Dijon backs down" if "recule" in text else "In Dijon, the mayor is backing down."
    outcome = translate_article(article("LE MAIRE DE DIJON RECULE\nÀ Dijon, le maire recule, dit-on."), means(), "en")
    assert server.asked[0] == "Le maire de Dijon recule"
    assert outcome.translations[0].text == "THE MAYOR OF DIJON BACKS DOWN"


def test_names_alone_and_lines_without_words_are_not_sent(server: Libre, means: Callable[..., Means]) -> None:
    outcome = translate_article(article("Marie Dupont\n* * *\n12 000"), means(), "en", names={"Marie Dupont"})
    assert [t.text for t in outcome.translations] == ["Marie Dupont", "* * *", "12 000"]
    assert not server.asked


def test_a_lone_name_that_an_engine_talks_about_is_kept(server: Libre, means: Callable[..., Means]) -> None:
    server.behaviour = lambda _text, _n: "Marie Dupont is a French politician of the left"
    assert translate_article(article("Marie Dupont"), means(), "en").translations[0].text == "Marie Dupont"


def test_the_user_s_own_words_go_in_and_what_is_lost_of_them_is_told(server: Libre, means: Callable[..., Means]) -> None:
    server.behaviour = lambda text, _: "The Council of State has spoken." if "Council of State" in text else "The prefecture spoke."
    own = replace(means(), glossary=(("Conseil d'État", "Council of State"), ("préfecture", "county hall")))
    outcome = translate_article(article("Le Conseil d'État a parlé. La préfecture a parlé."), own, "en")
    assert server.asked[:2] == ["Le Council of State a parlé.", "La county hall a parlé."]
    assert server.asked[2:] == ["La préfecture a parlé.", "préfecture"]  # asked once more, and what it calls the word: no use here
    assert [[d.kind for d in t.doubts] for t in outcome.translations] == [[], ["glossary"]]


def test_where_an_engine_loses_a_word_of_the_user_s_what_it_says_for_the_original_is_replaced(
    server: Libre, means: Callable[..., Means]
) -> None:
    answers = {"Le préfet parle de la préfecture.": "The prefect speaks of the prefecture.", "préfecture": "The prefecture."}
    server.behaviour = lambda text, _: answers.get(text, "Nonsense comes of a word that is strange.")
    own = replace(means(), glossary=(("préfecture", "county hall"),))
    outcome = translate_article(article("Le préfet parle de la préfecture."), own, "en")
    assert [(t.text, t.doubts) for t in outcome.translations] == [("The prefect speaks of the county hall.", ())]


def test_what_was_written_by_hand_wins_over_the_engine(server: Libre, means: Callable[..., Means]) -> None:
    by_hand = Translation(Place("a", 1), "en", "My own words.", "x", by_hand=True)
    outcome = translate_article(article(TEXT), means(), "en", kept=[by_hand])
    assert outcome.translations[1] is by_hand
    assert outcome.asked == 3


def test_an_english_article_can_be_shown_in_french(server: Libre, means: Callable[..., Means]) -> None:
    server.behaviour = lambda _text, _n: 'Le maire a dit : "non" à 1,200 personnes.'
    english = article('The mayor said "no" to 1,200 people.', language="en")
    assert translate_article(english, means(), "fr").translations[0].text == (
        "Le maire a dit\u00a0: «\u00a0non\u00a0» à 1\u202f200 personnes."
    )
