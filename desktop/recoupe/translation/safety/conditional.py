"""French conditionals told by their form: parsers take some for an imperfect, and with them a rumour for a fact."""

from __future__ import annotations

import re

# what stands before "-rait" and "-raient" in a conditional: « prépar-e », « fin-i », « pre-nd », « conna-ît »
_STEMS = r"e|[iîï]|nd|ud|rd|[îi]t|ett|batt|bev|cev|dev|uiv|viv|ver|enver|pour|cour|mour|au|oi|plai|clu|omp"
_FORM = re.compile(rf"\w*(?:{_STEMS})rai(?:en)?t", re.IGNORECASE)
# imperfects that end alike
_IMPERFECTS = re.compile(
    r"(?:(?:re|at|é|sou)?t|cha?v|v|ad?m|(?:a|re|in|ex|con|tran)s?p|soup|emp|dés|c|déch|dél)irai(?:en)?t"
    r"|(?:con|trans|res)pirai(?:en)?t|admirai(?:en)?t|chavirai(?:en)?t|(?:rest|inst)aurai(?:en)?t|(?:sav|en)ourai(?:en)?t|arbitrai(?:en)?t|\w*(?:cl|fl)airai(?:en)?t",
    re.IGNORECASE,
)


def conditional(word: str) -> bool:
    """Whether a word ends as a conditional of the third person does and is none of the imperfects that end alike."""
    return bool(_FORM.fullmatch(word)) and not _IMPERFECTS.fullmatch(word)
