"""The colours, shapes and letters of verdicts on paper: those of the light theme, so that a report looks like the window."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from recoupe.errors import ResourceMissing
from recoupe.files import resource
from recoupe.model import Verdict
from recoupe.wording import word

SHAPES = {
    Verdict.CONTRADICTION: "◆",
    Verdict.CERTAINTY: "▲",
    Verdict.ATTRIBUTION: "■",
    Verdict.PRECISION: "⬟",
    Verdict.AGREEMENT: "●",
}

LOW, HIGH = "#fdf6f5", "#7fb58b"  # of a share of agreement


@cache
def _theme() -> dict[str, Any]:
    path = resource("themes", "light.toml")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ResourceMissing("missing", name=path.name) from error
    except (OSError, ValueError) as error:
        raise ResourceMissing("damaged", name=path.name, reason=str(error)) from error


def ink(verdict: Verdict) -> str:
    """The colour of a verdict's words and marks, as #rrggbb."""
    return str(_theme()["verdicts"][verdict.value])


def wash(verdict: Verdict) -> str:
    """The colour behind a passage under a verdict, as #rrggbb."""
    return str(_theme()["washes"][verdict.value])


def colour(group: str, name: str) -> str:
    """Another colour of the theme, as #rrggbb."""
    return str(_theme()[group][name])


def letter(verdict: Verdict, language: str) -> str:
    """The letter that stands for a verdict where there is no room for its name."""
    return word("letter", verdict.value, language)


def share_colour(share: float) -> str:
    """The colour of a share of agreement, from pale at 0 to green at 1, as #rrggbb; dark words can be read on all of them."""
    return mixed(LOW, HIGH, share)


def mixed(low: str, high: str, share: float) -> str:
    """The colour a share of the way from one to another, as #rrggbb."""
    parts = ((int(low[i : i + 2], 16), int(high[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts)
