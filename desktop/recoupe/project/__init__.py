"""A study kept: saved, opened, undone."""

from recoupe.project.history import History
from recoupe.project.lock import Lock
from recoupe.project.recovery import Keeper, Kept, discard, kept_copies
from recoupe.project.store import SUFFIX, missing_sources, open_study, read_original, save_study

__all__ = [
    "SUFFIX",
    "History",
    "Keeper",
    "Kept",
    "Lock",
    "discard",
    "kept_copies",
    "missing_sources",
    "open_study",
    "read_original",
    "save_study",
]
