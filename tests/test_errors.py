"""Every failure is a sentence for the user, whole on either side of a process boundary."""

import pickle
import string

import pytest

from recoupe import errors

KINDS = [k for k in vars(errors).values() if isinstance(k, type) and issubclass(k, errors.RecoupeError)]


@pytest.mark.parametrize("kind", KINDS)
def test_each_code_gives_a_sentence(kind: type[errors.RecoupeError]) -> None:
    for code, sentence in kind.SENTENCES.items():
        names = [name for _, name, _, _ in string.Formatter().parse(sentence) if name]
        words = str(kind(code, **dict.fromkeys(names, "…")))
        assert words.endswith(".")
        assert "{" not in words


def test_an_unknown_code_still_says_something() -> None:
    assert str(errors.ReadingFailed("odd", name="x.txt")) == "odd: x.txt"


def test_an_error_crosses_a_process_boundary_whole() -> None:
    error = pickle.loads(pickle.dumps(errors.ReadingFailed("empty", name="a.txt")))
    assert isinstance(error, errors.ReadingFailed)
    assert error.details == {"name": "a.txt"}
    assert "a.txt" in str(error)
