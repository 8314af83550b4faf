"""Every kind of fact, in the order of the table's filter."""

from recoupe.facts.kind import Kind
from recoupe.facts.kinds import (
    attribution,
    cause,
    certainty,
    date,
    duration,
    money,
    name,
    percent,
    place,
    polarity,
    quantity,
    time,
)

KINDS: tuple[Kind, ...] = (
    quantity.KIND,
    money.KIND,
    percent.KIND,
    date.KIND,
    time.KIND,
    duration.KIND,
    name.KIND,
    place.KIND,
    certainty.KIND,
    attribution.KIND,
    polarity.KIND,
    cause.KIND,
)
