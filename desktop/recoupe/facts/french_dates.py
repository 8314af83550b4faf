"""French dates in a text: the patterns, the most telling first; `french_readers` says what each means."""

from __future__ import annotations

import re
from functools import cache

from recoupe.facts import french_readers as read
from recoupe.facts.datewords import Reader, Rule, choice, number_pattern
from recoupe.facts.french_readers import EASTER, FEASTS, MONTHS, PARTS, RANKS, SEASONS, WEEKDAYS

_M = f"(?:{choice(MONTHS)})"
_W = f"(?:{choice(WEEKDAYS)})"
_D = rf"(?:{number_pattern('fr', 31)}|premier)(?:er)?"
_N = number_pattern("fr", 69)
_Y = r"(?:1[0-9]|20)\d\d"
_U = r"(?:jours?|semaines?|mois|ans?|années?)"
_R = f"(?:{choice(RANKS)})"
_S = r"(?P<slice>début|mi|milieu|fin|courant)(?:-| (?:du mois |de l'année )?(?:de |d'|du )?)"

# words after a year that look like plurals and are none
_ENDING_IN_S = "mais|dans|vers|puis|sans|depuis|sous|lors|hors|plus|moins|alors|ses|ces|les|des|leurs|après|dès|très|nous|vous"


def _rule(pattern: str, reader: Reader) -> Rule:
    return Rule(re.compile(rf"(?<![\w-])(?:{pattern})(?![\w])"), reader)


_PART = f"(?P<p>{choice(PARTS)})"
_OF_PART = (
    rf"(?:(?:en|dans la|dans l'|au|à l'|en fin de|en début de|à la|au petit|dès l'|dès le|le|au cours de la|au début de la) ?)?{_PART}"
)
_YEAR = rf"(?: (?:de )?(?P<y>{_Y}))?"


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of French dates, the most telling first."""
    whole = rf"(?:(?P<w>{_W}),? )?(?:le )?(?P<d>{_D}) (?P<m>{_M})(?: (?P<q>prochain|dernier)(?!e)|{_YEAR})"
    return (
        _rule(rf"(?P<y>{_Y})-(?P<m>[01]\d)-(?P<d>[0-3]\d)", read.numeric),
        _rule(rf"(?P<d>[0-3]?\d)[/.](?P<m>[01]?\d)[/.](?P<y>{_Y}|\d\d)", read.numeric),
        _rule(
            rf"(?:dans |pendant |au cours de )?la nuit (?:du |de )(?:{_W} )?(?P<d1>{_D})(?: "
            rf"(?P<m1>{_M}))? (?:au|à) (?:{_W} )?(?P<d2>{_D})(?: (?P<m>{_M}))?{_YEAR}",
            read.night,
        ),
        _rule(
            rf"(?:dans |pendant |au cours de )?la nuit (?:de |du )?{_W} (?:à|au) (?:le )?(?P<w>{_W}) (?P<d>{_D}) (?P<m>{_M}){_YEAR}",
            read.night_before,
        ),
        _rule(rf"(?:dans |pendant |au cours de )?la nuit (?:de |du )?(?P<w>{_W}) (?:à|au) (?P<w2>{_W})", read.night),
        _rule(rf"(?:dans |pendant )?la nuit de (?P<w>{_W})", read.night),
        _rule(rf"la semaine du (?P<d>{_D}) (?P<m>{_M}){_YEAR}", read.week_of),
        _rule(
            rf"(?:du |entre le |de |le |les |des )?(?:{_W} )?(?P<d1>{_D})(?: (?P<m1>{_M}))?(?:, {_D})*"
            rf"(?: au | et le | et | à |-| ou le | ou )(?:{_W} )?(?P<d2>{_D}) (?P<m>{_M}){_YEAR}",
            read.stretch,
        ),
        _rule(rf"{whole} (?:au |dans la |dans l'|en |à l')?{_PART}", read.full),
        _rule(rf"(?:dans la |l'|le |au |en |à l')?{_PART} (?:du |de ){whole}", read.full),
        _rule(whole, read.full),
        _rule(rf"(?:le |au |du )(?P<r>{_R}) (?P<w>{_W}) (?:de |d'|du mois de |du mois d')(?P<m>{_M}){_YEAR}", read.ranked_weekday),
        _rule(rf"(?:de |entre )(?P<m1>{_M})(?: (?P<y1>{_Y}))? (?:à|et) (?P<m2>{_M})(?: (?P<y2>{_Y}))?", read.month_stretch),
        _rule(rf"(?:la |à la |le |au )?{_S}(?P<m>{_M})(?: (?P<q>prochain|dernier))?{_YEAR}", read.month),
        _rule(rf"(?P<m>{_M}) (?P<y>{_Y})", read.month),
        _rule(rf"(?P<m>{_M}) (?P<q>prochain|dernier)", read.month),
        _rule(rf"(?:le |au |du |ce |de )?(?P<r>{_R}) (?P<unit>trimestre|semestre)(?: (?P<q>dernier|prochain))?{_YEAR}", read.quarter),
        _rule(rf"t(?P<t>[1-4])(?: (?P<y>{_Y}))", read.quarter),
        _rule(rf"(?:les |des |aux )(?P<n>{_N}) (?P<r>premiers|derniers) mois (?:de |d')?(?:l'année )?(?P<y>{_Y})?", read.first_months),
        _rule(rf"(?:l'|le |au |en |cet |à l'|ce )(?P<s>{choice(SEASONS)})(?: (?P<q>dernier|prochain|passé)|{_YEAR})", read.season),
        _rule(rf"(?<!vacances de )(?<!vacances d')(?<!marché de )(?P<f>{choice(FEASTS | EASTER)})(?: (?P<y>{_Y}))?", read.feast),
        _rule(rf"(?:entre|de|depuis) (?P<y1>{_Y}) (?:et|à|jusqu'en) (?P<y2>{_Y})", read.years),
        _rule(rf"(?P<y1>{_Y})[-/](?P<y2>{_Y}|\d\d)", read.years),
        _rule(rf"(?:en |(?:pour |dans )?(?:les |des |aux )(?:années |saisons )?)?(?P<y1>{_Y}) et (?:en )?(?P<y2>{_Y})", read.both_years),
        _rule(r"(?:les |des |aux |dans les )?années (?P<y>(?:1[5-9]|20)\d0|[2-9]0)", read.decade),
        _rule(r"(?:le |au |du |ce )?(?P<c>[ivx]+|\d{1,2})(?:e|ème|er) siècle", read.century),
        _rule(rf"(?:la |à la |le |au )?{_S}(?:l'année )?(?P<y>{_Y})", read.year),
        _rule(
            rf"(?:ce |cette |le |la )?(?P<day>avant-hier|hier|demain|après-demain|aujourd'hui)"
            rf"(?:,? (?:dans la |en |au |dans l'|à l'|en fin d'|en fin de |en début de |en début d')?{_PART})"
            rf"?",
            read.deictic,
        ),
        _rule(
            rf"(?P<w>{_W}) (?P<d>\d{{1,2}}(?:er)?)(?![.,]\d)(?: (?:au |dans la )?{_PART})?"
            rf"(?! (?:\d|h\b|%|millions?\b|milliards?\b|(?!(?:{_ENDING_IN_S})\b)[^\W\d]+s\b))",
            read.on_weekday,
        ),
        _rule(
            rf"(?:dans la |dans l'|le |en |l'|à l')?(?:fin de |début de )?{_PART} (?:de |du )(?:ce )?(?P<w>{_W})(?: "
            rf"(?P<q>dernier|prochain))?",
            read.on_weekday,
        ),
        _rule(rf"(?P<w>{_W}) en (?P<later>huit|quinze)", read.on_weekday),
        _rule(
            rf"(?<!chaque )(?P<w>{_W})(?: (?P<q>prochain|dernier|passé|suivant))?(?:,? {_OF_PART})?(?: (?P<q2>dernier|prochain))?",
            read.on_weekday,
        ),
        _rule(rf"(?:ce|cet|cette) {_PART}", read.this_part),
        _rule(r"la (?P<p>nuit) dernière", read.this_part),
        _rule(
            r"(?:(?<=la )|(?<=le )|(?<=au )|(?<=du )|(?<=l'))(?P<day>avant-veille|veille|lendemain|surlendemain)(?: "
            r"(?:au |dans la )?(?P<p>matin|soir|soirée|matinée))?(?! (?:de|du|des|d'))",
            read.told({"avant-veille": -2, "veille": -1, "lendemain": 1, "surlendemain": 2}),
        ),
        _rule(r"(?P<day>le même jour|le jour même|ce jour-là)", read.told({"le même jour": 0, "le jour même": 0, "ce jour-là": 0})),
        _rule(
            rf"(?:il y a|voilà|voici) (?:environ |près de |plus de |à peine |presque |tout juste )?"
            rf"(?P<n>{_N}|une quinzaine de|une dizaine de) (?P<u>{_U})",
            read.ago(-1),
        ),
        _rule(
            rf"dans (?:environ |moins de |près de |(?:un peu |à peine )?(?:plus|moins) (?:de |d'))?"
            rf"(?P<n>{_N}|une quinzaine de|une dizaine de) (?P<u>{_U})(?! (?:prochain|suivant))",
            read.ago(1),
        ),
        _rule(
            rf"(?P<n>{_N}|une quinzaine de|une dizaine de) (?P<u>jours?|semaines?) (?P<way>plus tôt|auparavant|plus tard)", read.after_told
        ),
        _rule(
            r"(?:dès |à |depuis |pour )la rentrée(?: (?P<q>prochaine|dernière)| (?P<y>20\d\d))?"
            r"(?! (?:de|des|d'|du|littéraire|judiciaire|parlementaire|sociale|politique))",
            read.back_to_school,
        ),
        _rule(r"(?:la |cette |le |ce |l')(?P<u>semaine|mois|an|année) (?P<q>derni(?:er|ère)|prochaine?|passée?)", read.unit),
        _rule(r"(?:cette |ce )(?P<u>semaine|mois|année)(?:-ci)?", read.unit),
        _rule(
            r"(?:en |la |à la |le |au )?(?P<slice>fin|début|milieu) (?:de la |de l'|du |de |d')(?P<u>semaine|mois|année)"
            r"(?P<q> prochaine?)?",
            read.unit_slice,
        ),
        _rule(r"(?:ce |le |du |au )?week-end(?: (?P<q>dernier|prochain|passé))?", read.weekend),
        _rule(rf"(?:au mois |du mois |le mois )?(?:de |d')?(?P<m>{_M})", read.month),
        _rule(rf"(?:les |du |le )(?P<d>{_D})(?: au | et | et le )(?P<d2>{_D})(?! ?(?:%|€|[a-zà-ÿ°]))", read.lone_day),
        _rule(r"(?:le |du |au |dès le )(?P<d>\d{1,2}|1er)(?= ?(?:[,.;:!?)]|$|au soir|au matin|et|dans|à|pour|en|par|lors))", read.lone_day),
        _rule(rf"(?:(?<=avant )|en |l'année |l'an |depuis |dès |jusqu'en |fin |de l'année )(?P<y>{_Y})", read.year),
        _rule(
            r"(?:(?<=[^\w ] )|(?<=[^\w ])|(?<=^)|(?<=ou )|(?<=et )|(?:de |d'|à |pour |sur |vers |contre |en ))(?P<y>(?:1[5-9]|20)\d\d)"
            rf"(?! ?(?:[%€$°h/]|km|m\b|ha\b|kg|(?!(?:{_ENDING_IN_S})\b)[a-zà-ÿ-]+s\b|millions?|milliards?|de |d')|[.,]\d|-\d)",
            read.year,
        ),
    )
