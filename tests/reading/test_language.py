"""Which language a text is in, and at what cost to the rest of the program."""

import gc

from recoupe.reading import language as room
from recoupe.reading.language import language


def test_texts_of_some_languages() -> None:
    assert language("La mairie a annoncé que le pont serait fermé aux voitures dès lundi matin.") == "fr"
    assert language("The town hall said that the bridge would be closed to cars from Monday morning.") == "en"
    assert not language("1 234")


def test_what_is_known_of_languages_is_nothing_to_the_collector_of_garbage() -> None:
    language("La mairie a annoncé que le pont serait fermé.")
    gc.collect()
    known = room._known().word_lang_prob_map
    assert len(known) > 50_000
    assert not any(map(gc.is_tracked, known.values()))
