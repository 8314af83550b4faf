"""Apertium, where the system has it: a real engine without any network, rough as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import article
from recoupe.errors import TranslationFailed
from recoupe.translation import ENGINES, Means, translate_article
from recoupe.translation.cache import Cache

APERTIUM = next(e for e in ENGINES if e.name == "apertium")
TEXT = "Les manifestants étaient 12 000 à Dijon, selon la préfecture. Le maire n'est pas venu."


needs_apertium = pytest.mark.skipif(
    not APERTIUM.found(), reason="Apertium's French and English are not installed (apertium-fra-cat, apertium-eng-cat)"
)


@needs_apertium
def test_figures_and_names_come_through(tmp_path: Path) -> None:
    outcome = translate_article(article(TEXT), Means(APERTIUM, Cache(tmp_path / "c.sqlite")), "en")
    assert not outcome.failures
    first, second = (t.text for t in outcome.translations)
    assert "12,000" in first
    assert "Dijon" in first
    assert "not" in second


def test_it_is_offered_as_rough_and_only_when_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert APERTIUM.rough
    assert APERTIUM.offline
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not APERTIUM.found()
    outcome = translate_article(article(TEXT), Means(APERTIUM, Cache(tmp_path / "c.sqlite")), "en")
    assert outcome.stopped is not None
    assert str(outcome.stopped) == "Apertium is not installed. Install it in the preferences."


@needs_apertium
def test_a_locale_that_the_system_does_not_have_is_no_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "xx_XX.UTF-8")
    assert APERTIUM.found()
    assert "mayor" in APERTIUM.ready(*_nothing()).translate("Le maire parle.", "fr", "en")


def test_a_program_that_fails_is_told_by_its_failure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "apertium"
    program.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    with pytest.raises(TranslationFailed, match="Apertium failed"):
        APERTIUM.ready(*_nothing()).translate(TEXT, "fr", "en")


def _nothing() -> tuple[object, object]:
    from recoupe.translation import Account, Consent

    return Account(), Consent()
