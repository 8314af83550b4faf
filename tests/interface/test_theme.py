"""Colours that can be read and told apart, and signs that need no colour."""

import re
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from recoupe.errors import ResourceMissing
from recoupe.files import resource
from recoupe.interface.marks import mark_path, mark_pixmap
from recoupe.interface.theme import Theme, drawing, icon, load_theme, stylesheet, theme_for, verdict_mark
from recoupe.model import Verdict
from recoupe.settings import Settings

THEMES = [
    load_theme(name, blind)
    for name in ("light", "dark", "contrast-light", "contrast-dark")
    for blind in ("", f"colour-blind-{'dark' if 'dark' in name else 'light'}")
]
every_theme = pytest.mark.parametrize("theme", THEMES, ids=lambda t: t.name)

# Machado, Oliveira and Fernandes (2009), deuteranopia of full strength, on linear RGB.
DEUTERANOPIA = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))


def linear(colour: str) -> list[float]:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def luminance(colour: str) -> float:
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def lab(parts: list[float]) -> tuple[float, float, float]:
    """CIE L*a*b* of linear RGB."""
    r, g, b = parts
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883,
    )
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str) -> float:
    """How far two colours are apart for a reader with deuteranopia; about 2 can just be seen."""
    seen = [
        lab([min(1.0, max(0.0, sum(m * p for m, p in zip(row, linear(c), strict=True)))) for row in DEUTERANOPIA]) for c in (one, other)
    ]
    return sum((p - q) ** 2 for p, q in zip(*seen, strict=True)) ** 0.5


@every_theme
def test_every_text_stands_out_from_what_it_lies_on(theme: Theme) -> None:
    surfaces = (theme.window, theme.base, theme.alternate, theme.selection, theme.hover)
    for surface in surfaces:
        assert contrast(theme.text, surface) >= 7, surface
        assert contrast(theme.muted, surface) >= 4.5, surface
    for surface in (theme.window, theme.base, theme.alternate):
        for ink in (theme.noise, theme.accent, theme.hedge, theme.source, *map(theme.ink, Verdict)):
            assert contrast(ink, surface) >= 4.5, (ink, surface)
    for behind in (theme.band, theme.band_strong, theme.found, *map(theme.wash, Verdict)):
        assert contrast(theme.text, behind) >= 4.5, behind
    for verdict in Verdict:
        assert contrast(theme.muted, theme.wash(verdict)) >= 4.5, verdict
        assert contrast(theme.base, theme.ink(verdict)) >= 4.5, verdict
        assert contrast(theme.ink(verdict), theme.wash(verdict)) >= 4.5, verdict
    assert contrast(theme.accent_text, theme.accent) >= 4.5


@every_theme
def test_edges_of_controls_and_links_can_be_seen(theme: Theme) -> None:
    for edge in (theme.border_strong, theme.focus, theme.link_strong):
        assert contrast(edge, theme.base) >= 3, edge
        assert contrast(edge, theme.window) >= 3, edge


@pytest.mark.parametrize("theme", [t for t in THEMES if "colour-blind" in t.name], ids=lambda t: t.name)
def test_verdicts_stay_apart_without_red_green_sight(theme: Theme) -> None:
    for one, other in combinations(Verdict, 2):
        assert distance(theme.ink(one), theme.ink(other)) >= 14, (one, other)


def test_the_usual_palette_would_not_do_without_red_green_sight() -> None:
    """The measure can tell: this is why there is a palette of its own, and why signs have shapes."""
    theme = load_theme("light")
    assert distance(theme.contradiction, theme.certainty) < 14


def test_signs_differ_by_shape_and_by_letter() -> None:
    marks = [verdict_mark(v) for v in Verdict]
    assert all(len(m) == 2 for m in marks)
    assert len({m[0] for m in marks}) == len({m[1] for m in marks}) == len(Verdict)
    box = QRectF(0, 0, 16, 16)
    for one, other in combinations(Verdict, 2):
        assert mark_path(one, box) != mark_path(other, box)


def test_signs_differ_in_grey_at_their_smallest(qtbot: QtBot) -> None:
    theme = load_theme("light")
    pictures = [
        mark_pixmap(v, theme, 16).toImage().convertToFormat(mark_pixmap(v, theme, 16).toImage().Format.Format_Grayscale8) for v in Verdict
    ]
    for one, other in combinations(pictures, 2):
        differing = sum(one.pixel(x, y) != other.pixel(x, y) for x in range(16) for y in range(16))
        assert differing > 40


def test_the_theme_follows_settings_and_system() -> None:
    assert theme_for(Settings(), True).name == "dark"
    assert theme_for(Settings(), False).name == "light"
    assert theme_for(Settings(theme="light"), True).name == "light"
    assert theme_for(Settings(theme="contrast"), True).name == "contrast-dark"
    assert theme_for(Settings(theme="dark", colour_blind=True), False).name == "dark+colour-blind-dark"


@every_theme
def test_the_style_sheet_leaves_no_colour_unnamed(theme: Theme, qapp: QApplication) -> None:
    sheet = stylesheet(theme)
    assert not re.search(r"\{\w+\}", sheet)
    assert set(re.findall(r"#[0-9a-f]{6}", sheet)) <= {str(getattr(theme, name)) for name in Theme.__dataclass_fields__}
    for address in re.findall(r"url\((.*?)\)", sheet):
        assert Path(address).is_file()


@pytest.mark.parametrize("path", sorted(resource("icons").glob("*.svg")), ids=lambda p: p.stem)
def test_every_icon_is_drawn_and_takes_the_colour_of_the_theme(path: Path, qapp: QApplication) -> None:
    image = drawing(path.stem, "#123456", QSize(64, 64)).toImage()
    opaque = [image.pixelColor(x, y) for x in range(64) for y in range(64) if image.pixelColor(x, y).alpha() > 200]
    assert len(opaque) >= 4
    if "currentColor" in path.read_text(encoding="utf-8"):
        assert any(c.name() == "#123456" for c in opaque)


def test_what_is_disabled_is_paler(qapp: QApplication) -> None:
    theme = load_theme("light")
    usual = icon("open", theme).pixmap(24).toImage()
    assert icon("open", theme).pixmap(QSize(24, 24), icon("open", theme).Mode.Disabled).toImage() != usual


def test_a_missing_icon_is_named() -> None:
    with pytest.raises(ResourceMissing, match=r"icons/none\.svg"):
        drawing("none", "#000000", QSize(16, 16))
