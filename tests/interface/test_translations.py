"""The window speaks French as completely as English, and in French typography."""

import importlib.util
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from recoupe.files import resource
from recoupe.interface.app import speak
from recoupe.interface.tongue import WrittenTranslator, window_language

SOURCE = resource("translations", "recoupe_fr.ts")
TOOL = Path(__file__).resolve().parents[2] / "packaging" / "translations.py"
spec = importlib.util.spec_from_file_location("translations", TOOL)
translations = importlib.util.module_from_spec(spec)
spec.loader.exec_module(translations)
TEXTS = {key: answer or "" for key, answer in translations.texts(SOURCE).items()}


def test_no_text_of_the_window_is_without_its_french() -> None:
    assert translations.missing(SOURCE) == []


def test_places_to_fill_ellipses_and_mnemonics_are_kept() -> None:
    for (context, source), answer in TEXTS.items():
        assert sorted(re.findall(r"%\d", source)) == sorted(re.findall(r"%\d", answer)), (context, source)
        assert source.endswith("…") == answer.endswith("…"), (context, source)
        assert answer.count("&") <= 1 or "&&" in answer, (context, answer)
        assert ("&" in source) == ("&" in answer), (context, source)


def test_french_typography_is_kept() -> None:
    for key, answer in TEXTS.items():
        assert not re.search(r"(?<! ) [;?!:»]|« ", answer), (key, answer)
        assert "'" not in answer, (key, answer)
        assert "..." not in answer, (key, answer)


def test_letters_of_signs_differ() -> None:
    letters = [answer for (context, _), answer in TEXTS.items() if context == "Letters"]
    assert len(letters) == len(set(letters)) == 5


@pytest.fixture
def own_locale(qapp: QApplication):
    before = QLocale()
    yield qapp
    QLocale.setDefault(before)


def test_a_source_tree_speaks_french_without_being_built(own_locale: QApplication) -> None:
    translator = WrittenTranslator(SOURCE)
    assert translator.translate("Menus", "&File") == "&Fichier"
    assert translator.translate("Menus", "no such text") is None
    assert not translator.isEmpty()


def test_the_window_speaks_the_language_that_is_wished(own_locale: QApplication) -> None:
    loaded = speak(own_locale, "fr")
    try:
        assert window_language() == "fr"
        assert QCoreApplication.translate("Welcome", "Begin") == "Commencer"
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuler", "Qt's own words come from Qt"
        assert QCoreApplication.translate("Elsewhere", "A text of nobody's") == "A text of nobody's"
    finally:
        for translator in loaded:
            own_locale.removeTranslator(translator)
    speak(own_locale, "en")
    assert window_language() == "en"
    assert QCoreApplication.translate("Welcome", "Begin") == "Begin"
