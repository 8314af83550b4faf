"""A study kept: saved, opened, undone."""

from recoupe.project.following import followed, left_standing, unplaced
from recoupe.project.history import History
from recoupe.project.lock import Lock
from recoupe.project.recovery import Keeper, Kept, discard, kept_copies
from recoupe.project.store import SUFFIX, missing_sources, open_study, read_original, save_study
from recoupe.project.versions import is_later_version, with_later_version

__all__ = [
    "SUFFIX",
    "History",
    "Keeper",
    "Kept",
    "Lock",
    "discard",
    "followed",
    "is_later_version",
    "kept_copies",
    "left_standing",
    "missing_sources",
    "open_study",
    "read_original",
    "save_study",
    "unplaced",
    "with_later_version",
]
