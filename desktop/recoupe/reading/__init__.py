"""A file, a web page or a paste becomes an article."""

from recoupe.reading.formats import READERS
from recoupe.reading.opening import SUFFIXES, read_paste, read_path
from recoupe.reading.rulings import resegment

__all__ = ["READERS", "SUFFIXES", "read_paste", "read_path", "resegment"]
