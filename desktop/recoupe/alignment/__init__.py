"""The same event found in several articles."""

from recoupe.alignment.accounts import independent
from recoupe.alignment.gathering import align
from recoupe.alignment.rewording import changes, copies

__all__ = ["align", "changes", "copies", "independent"]
