"""Says which language a text is in."""

from __future__ import annotations

_SAMPLE = 4000  # characters: langdetect is sure of itself long before


def language(text: str) -> str:
    """The ISO 639-1 code of a text's language, empty where it has no words to tell by. The same text always gets the same answer."""
    from langdetect import DetectorFactory, LangDetectException, detect_langs

    DetectorFactory.seed = 0
    sample = text if len(text) <= _SAMPLE else text[: _SAMPLE // 2] + "\n" + text[len(text) // 2 : len(text) // 2 + _SAMPLE // 2]
    try:
        guesses = detect_langs(sample)
    except LangDetectException:
        return ""
    best = guesses[0]
    return str(best.lang).split("-")[0] if best.prob >= 0.5 else ""
