"""All checks of a translated sentence."""

from __future__ import annotations

from recoupe.model import Doubt
from recoupe.translation.safety.bearings import doubts_of_bearings
from recoupe.translation.safety.contrasts import doubts_of_contrasts
from recoupe.translation.safety.figures import doubts_of_figures
from recoupe.translation.safety.force import doubts_of_force
from recoupe.translation.safety.names import doubts_of_names
from recoupe.translation.safety.regions import doubts_of_regions
from recoupe.translation.safety.side import Side

_KNOWN = {"fr", "en"}


def check(source: Side, target: Side) -> tuple[Doubt, ...]:
    """What the translation lost, changed or added of the original's figures, units, dates, names, negations and hedges.

    Facts are compared by worth, so that « 2,4 milliards » and "2.4 billion" are the same; figures, months and weekdays that are no
    facts are compared as they stand. Languages other than French and English are not judged.
    """
    if not {source.language, target.language} <= _KNOWN or source.language == target.language:
        return ()
    found = [*doubts_of_figures(source, target), *doubts_of_names(source, target), *doubts_of_force(source, target)]
    # what is told as changed already need not be told as pointing elsewhere
    told = [d.span for d in found if d.kind in {"date", "name", "figure"} and d.span]
    more = (*doubts_of_bearings(source, target), *doubts_of_regions(source, target), *doubts_of_contrasts(source, target))
    denied = any(d.kind == "negation" for d in found)
    found += [d for d in more if d.span and not any(d.span.overlaps(t) for t in told) and not (denied and d.kind == "negation")]
    return tuple(dict.fromkeys(found))
