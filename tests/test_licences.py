"""What is shipped, and under which licence, comes from the packages themselves."""

from email.message import Message

import pytest

from recoupe.licences import BESIDE, licence_of, shipped


class Package:
    """A distribution with the metadata it is given."""

    def __init__(self, **fields: str | list[str]) -> None:
        self.metadata = Message()
        for name, value in fields.items():
            for one in [value] if isinstance(value, str) else value:
                self.metadata[name.replace("_", "-")] = one


def test_everything_the_program_needs_is_listed_once_with_a_licence() -> None:
    parts = shipped()
    names = [p.name.casefold() for p in parts]
    assert {"numpy", "spacy", "pyside6_essentials", "thinc", "urllib3"} <= set(names)  # thinc and urllib3 are needed by what is needed
    assert not {"recoupe", "pytest", "ruff", "mypy"} & set(names)
    assert len(names) == len(set(names))
    assert names == sorted(names)
    assert all(p.licence for p in parts)
    assert {name for name, *_ in BESIDE} <= {p.name for p in parts}


@pytest.mark.parametrize(
    ("fields", "licence"),
    [
        ({"License_Expression": "MIT", "License": "other"}, "MIT"),
        ({"Classifier": ["License :: OSI Approved :: BSD License", "Topic :: Text"]}, "BSD License"),
        ({"Classifier": ["License :: OSI Approved"], "License": "LGPL-LR\nThe whole text…"}, "LGPL-LR"),
        ({"Name": "x"}, "see its page"),
    ],
)
def test_the_clearest_statement_of_a_package_counts(fields: dict[str, str | list[str]], licence: str) -> None:
    assert licence_of(Package(**fields)) == licence
