"""The same event found in several articles."""

from recoupe.alignment.accounts import independent
from recoupe.alignment.gathering import ahead, align, load, relate
from recoupe.alignment.rewording import changes, copies

__all__ = ["ahead", "align", "changes", "copies", "independent", "load", "relate"]
