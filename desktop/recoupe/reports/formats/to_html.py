"""The report as one HTML file that needs nothing else: no network, no script; whatever an article says stays text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from recoupe.errors import ResourceMissing
from recoupe.files import resource
from recoupe.model import Verdict
from recoupe.reports.drawing import matrix_svg, timeline_svgs
from recoupe.reports.formats.format import Format
from recoupe.reports.look import SHAPES, colour, ink, letter, wash
from recoupe.reports.outline import Outline
from recoupe.reports.telling import counts_line, made_line
from recoupe.wording import colon, verdict_label, word

if TYPE_CHECKING:
    from jinja2 import Template


@cache
def _template(name: str) -> Template:
    from jinja2 import Environment, StrictUndefined, TemplateError  # the window loads this room before any report is asked for

    path = resource("report", name)
    try:
        return Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True).from_string(
            path.read_text(encoding="utf-8")
        )
    except FileNotFoundError as error:
        raise ResourceMissing("missing", name=path.name) from error
    except (OSError, ValueError, TemplateError) as error:
        raise ResourceMissing("damaged", name=path.name, reason=str(error)) from error


def render_html(told: Outline, template: str = "report.html.j2") -> str:
    """The report through a template of `resources/report`."""
    lang = told.language

    def say(code: str, **details: object) -> str:
        return word("report", code, lang, **details)

    def voice(section: str, code: str) -> str:
        return word(section, code, lang)

    labels = {p.id: p.label for p in told.papers}
    shown: dict[str, Any] = {
        "told": told,
        "say": say,
        "word": voice,
        "colon": colon(lang),
        "label": lambda verdict: verdict_label(verdict, lang),
        "letter": lambda verdict: letter(verdict, lang),
        "shape": SHAPES,
        "ink": ink,
        "wash": wash,
        "colour": colour,
        "verdicts": tuple(Verdict),
        "made": made_line(told),
        "counts": counts_line(told),
        "is_page": lambda where: where.startswith(("https://", "http://")),
        # drawn by this program, every word in them escaped where they are drawn
        "timelines": tuple(Markup(svg) for svg in timeline_svgs(told.timeline, labels, lang)),  # noqa: S704
        "matrix": Markup(matrix_svg(told.matrix, labels, lang)),  # noqa: S704
    }
    return _template(template).render(shown)


FORMAT = Format("html", ".html", lambda told: render_html(told).encode("utf-8"))
