"""A file, a web page or a paste becomes an article."""

from recoupe.reading.formats import READERS
from recoupe.reading.opening import SUFFIXES, read_paste, read_path
from recoupe.reading.rulings import resegment
from recoupe.reading.versions import carry_over
from recoupe.reading.web import read_page

__all__ = ["READERS", "SUFFIXES", "carry_over", "read_page", "read_paste", "read_path", "resegment"]
