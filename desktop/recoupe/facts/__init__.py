"""What each article states, and where articles differ."""

from recoupe.facts.compare import compare
from recoupe.facts.corrected import compare_corrected
from recoupe.facts.extract import extract
from recoupe.facts.headings import worded
from recoupe.facts.kinds import KINDS
from recoupe.facts.sighting import sightings

__all__ = ["KINDS", "compare", "compare_corrected", "extract", "sightings", "worded"]
