"""The small offline model, made by make_model.py, and where it gets installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from recoupe.translation.models import Model, install

PACKAGE = Path(__file__).parent / "data" / "toy-fr_en.argosmodel"


@pytest.fixture
def toy(own_folders: Path) -> Model:
    """The small model, installed from its package."""
    return install(PACKAGE)
