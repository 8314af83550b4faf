"""Colours, fonts and icons, light and dark; a colour for each verdict, never colour alone."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

from PySide6.QtCore import QT_TRANSLATE_NOOP, QByteArray, QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QImage, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from recoupe.errors import ResourceMissing
from recoupe.files import resource
from recoupe.model import Verdict

ICON_SIZES = (16, 18, 20, 24, 32, 36, 48)  # pixels; the sizes Qt asks for at 100 to 200 %, 18 in menus


SHAPES = {
    Verdict.CONTRADICTION: "◆",
    Verdict.CERTAINTY: "▲",
    Verdict.ATTRIBUTION: "■",
    Verdict.PRECISION: "⬟",
    Verdict.AGREEMENT: "●",
}

HOLLOW = {
    Verdict.CONTRADICTION: "◇",
    Verdict.CERTAINTY: "△",
    Verdict.ATTRIBUTION: "□",
    Verdict.PRECISION: "⬠",
    Verdict.AGREEMENT: "○",
}
DOUBT = "?"  # in place of the letter, where it is unsure whether the articles speak of one thing

LETTERS = {
    Verdict.CONTRADICTION: str(QT_TRANSLATE_NOOP("Letters", "C")),
    Verdict.CERTAINTY: str(QT_TRANSLATE_NOOP("Letters", "H")),
    Verdict.ATTRIBUTION: str(QT_TRANSLATE_NOOP("Letters", "S")),
    Verdict.PRECISION: str(QT_TRANSLATE_NOOP("Letters", "P")),
    Verdict.AGREEMENT: str(QT_TRANSLATE_NOOP("Letters", "A")),
}


def verdict_letter(verdict: Verdict) -> str:
    """The letter of a verdict in the window's language."""
    return QCoreApplication.translate("Letters", LETTERS[verdict])


def verdict_mark(verdict: Verdict, *, unsure: bool = False) -> str:
    """The sign of a verdict as text: its shape and its letter; what is unsure has a hollow shape and asks."""
    return HOLLOW[verdict] + DOUBT if unsure else SHAPES[verdict] + verdict_letter(verdict)


class Look(Protocol):
    """What of the user's settings decides the colours."""

    @property
    def theme(self) -> str:
        """One of "system", "light", "dark" and "contrast"."""

    @property
    def colour_blind(self) -> bool:
        """Whether verdicts take the palette that needs no red-green sight."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A colour, as "#rrggbb", for every role.

    Each verdict has an *ink* (for marks and words) and a *wash* (to lie behind words). `hedge` and `source` are the quiet marks of hedged
    passages and of who is quoted; `found` lies behind what a search found.
    """

    name: str
    dark: bool
    window: str
    base: str
    alternate: str
    border: str
    border_strong: str
    text: str
    muted: str
    accent: str
    accent_text: str
    selection: str
    hover: str
    focus: str
    band: str
    band_strong: str
    link: str
    link_strong: str
    noise: str
    hedge: str
    source: str
    found: str
    contradiction: str
    certainty: str
    attribution: str
    precision: str
    agreement: str
    contradiction_wash: str
    certainty_wash: str
    attribution_wash: str
    precision_wash: str
    agreement_wash: str

    def ink(self, verdict: Verdict) -> str:
        """The colour of a verdict's mark."""
        return str(getattr(self, verdict.value))

    def wash(self, verdict: Verdict) -> str:
        """The colour that lies behind words under a verdict."""
        return str(getattr(self, f"{verdict.value}_wash"))


def theme_for(settings: Look, system_dark: bool) -> Theme:
    """The theme that the settings ask for; "system" and "contrast" follow whether the system is dark."""
    dark = settings.theme == "dark" or (settings.theme != "light" and system_dark)
    name = f"contrast-{'dark' if dark else 'light'}" if settings.theme == "contrast" else ("dark" if dark else "light")
    return load_theme(name, "colour-blind-dark" if dark else "colour-blind-light") if settings.colour_blind else load_theme(name)


@cache
def load_theme(name: str, verdicts: str = "") -> Theme:
    """The theme of `resources/themes/NAME.toml`, with the verdicts of another file where one is named."""
    document = _document(name)
    roles: dict[str, str] = {}
    for table in (document, _document(verdicts) if verdicts else {}):
        for group in ("surfaces", "reading", "verdicts"):
            roles |= table.get(group, {})
        roles |= {f"{verdict}_wash": colour for verdict, colour in table.get("washes", {}).items()}
    try:
        return Theme(name=f"{name}+{verdicts}" if verdicts else name, dark=document["dark"], **roles)
    except (KeyError, TypeError) as error:
        raise ResourceMissing("damaged", name=f"themes/{name}.toml", reason=error) from error


def _document(name: str) -> dict[str, Any]:
    path = resource("themes", f"{name}.toml")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ResourceMissing("missing", name=f"themes/{name}.toml") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ResourceMissing("damaged", name=f"themes/{name}.toml", reason=error) from error


def apply(app: QApplication, theme: Theme) -> None:
    """Give the whole program the colours of a theme; may be called again at any time."""
    app.setStyle("Fusion")  # the same shapes everywhere, and the only style that obeys a palette on every system
    app.setPalette(palette(theme))
    app.setStyleSheet(stylesheet(theme))


def palette(theme: Theme) -> QPalette:
    """The theme as Qt's own roles."""
    roles = {
        QPalette.ColorRole.Window: theme.window,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.base,
        QPalette.ColorRole.AlternateBase: theme.alternate,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.Button: theme.window,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.BrightText: theme.contradiction,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.accent_text,
        QPalette.ColorRole.ToolTipBase: theme.base,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.noise,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.attribution,
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Mid: theme.border,
        QPalette.ColorRole.Midlight: theme.hover,
        QPalette.ColorRole.Dark: theme.border_strong,
        QPalette.ColorRole.Light: theme.base,
        QPalette.ColorRole.Shadow: theme.border_strong,
    }
    made = QPalette()
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.noise))
    return made


def stylesheet(theme: Theme) -> str:
    """`resources/themes/window.qss` with the theme's colours in place of their names."""
    path = resource("themes", "window.qss")
    try:
        template = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ResourceMissing("missing", name="themes/window.qss") from error
    tick = resource("icons", f"tick-{'dark' if theme.dark else 'light'}.svg").as_posix()
    return re.sub(r"\{(\w+)\}", lambda found: tick if found[1] == "tick" else str(getattr(theme, found[1])), template)


READING_FONTS = ("Source Serif 4", "Charter", "Literata", "Iowan Old Style", "Georgia", "Noto Serif", "C059", "DejaVu Serif")


def reading_font(family: str = "", points: float = 12.0) -> QFont:
    """A proportional serif type for long texts: the wished family, or the best of those installed."""
    font = QFont()
    font.setFamilies([family, *READING_FONTS] if family else list(READING_FONTS))
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(points)
    return font


def icon(name: str, theme: Theme) -> QIcon:
    """The icon `resources/icons/NAME.svg`, its `currentColor` replaced by the theme's text colour (greyed when disabled)."""
    return _icon(name, theme.text, theme.noise)


@cache
def _icon(name: str, colour: str, disabled: str) -> QIcon:
    made = QIcon()
    for mode, ink in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
        for size in ICON_SIZES:
            made.addPixmap(drawing(name, ink, QSize(size, size)), mode)
    return made


def drawing(name: str, colour: str, size: QSize) -> QPixmap:
    """The drawing `resources/icons/NAME.svg` in one colour and size; ResourceMissing where there is none."""
    try:
        source = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    except OSError as error:
        raise ResourceMissing("missing", name=f"icons/{name}.svg") from error
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    return QPixmap.fromImage(image)
