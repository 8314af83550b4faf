"""The words of the trade: everything else in the program speaks them."""

from recoupe.model.article import Article, Means, Origin, Place, Reading, Role, Sentence, Span
from recoupe.model.comparison import Analysis, Comparison, Judgement, Part, Sighting, Verdict
from recoupe.model.decisions import (
    Confirmed,
    Corrected,
    Decision,
    Dismissed,
    Joined,
    Noise,
    Noted,
    Parted,
    Reviewed,
    State,
)
from recoupe.model.event import By, Copy, Event, Leaning, Link
from recoupe.model.fact import COMING, FACT_KINDS, Certainty, Fact, Stance, fact_id
from recoupe.model.parse import Parse, Token
from recoupe.model.project import Project, Revision
from recoupe.model.translation import Doubt, Translation
from recoupe.model.values import Assertion, Exactness, Name, Period, Quantity, Value

__all__ = [
    "COMING",
    "FACT_KINDS",
    "Analysis",
    "Article",
    "Assertion",
    "By",
    "Certainty",
    "Comparison",
    "Confirmed",
    "Copy",
    "Corrected",
    "Decision",
    "Dismissed",
    "Doubt",
    "Event",
    "Exactness",
    "Fact",
    "Joined",
    "Judgement",
    "Leaning",
    "Link",
    "Means",
    "Name",
    "Noise",
    "Noted",
    "Origin",
    "Parse",
    "Part",
    "Parted",
    "Period",
    "Place",
    "Project",
    "Quantity",
    "Reading",
    "Reviewed",
    "Revision",
    "Role",
    "Sentence",
    "Sighting",
    "Span",
    "Stance",
    "State",
    "Token",
    "Translation",
    "Value",
    "Verdict",
    "fact_id",
]
