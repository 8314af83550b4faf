"""Number safety: whether a translation says the figures, dates, names, negations and hedges of its original."""

from recoupe.translation.safety.checking import check
from recoupe.translation.safety.marking import carry_marks
from recoupe.translation.safety.side import Side

__all__ = ["Side", "carry_marks", "check"]
