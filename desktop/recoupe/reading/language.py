"""Says which language a text is in."""

from __future__ import annotations

from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from langdetect import DetectorFactory

_SAMPLE = 4000  # characters: langdetect is sure of itself long before
_loading = Lock()


def language(text: str) -> str:
    """The ISO 639-1 code of a text's language, empty where it has no words to tell by. The same text always gets the same answer."""
    from langdetect import LangDetectException

    with _loading:
        known = _known()
    sample = text if len(text) <= _SAMPLE else text[: _SAMPLE // 2] + "\n" + text[len(text) // 2 : len(text) // 2 + _SAMPLE // 2]
    detector = known.create()
    try:
        detector.append(sample)
        guesses = detector.get_probabilities()
    except LangDetectException:
        return ""
    best = guesses[0]
    return str(best.lang).split("-")[0] if best.prob >= 0.5 else ""


@cache
def _known() -> DetectorFactory:
    """What is known of languages, which takes a while to load.

    It comes as 90,000 lists of numbers, and Python's collector of garbage walks over lists each time: as tuples it leaves them alone.
    """
    from langdetect import DetectorFactory, detector_factory

    known = DetectorFactory()
    known.load_profile(detector_factory.PROFILES_DIRECTORY)
    known.seed = 0
    for letters, likely in known.word_lang_prob_map.items():
        known.word_lang_prob_map[letters] = tuple(likely)
    return known
