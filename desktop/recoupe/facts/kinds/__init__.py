"""Every kind of fact, in the order of the table's filter."""

from recoupe.facts.kind import Kind
from recoupe.facts.kinds import attribution, cause, certainty, name, place, polarity

KINDS: tuple[Kind, ...] = (name.KIND, place.KIND, certainty.KIND, attribution.KIND, polarity.KIND, cause.KIND)
