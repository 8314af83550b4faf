"""Several articles in one file are parted only where it is beyond doubt."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading_helpers import NOW, pasted

from recoupe.reading import read_path

BODY = "\n\n".join(  # noqa: FLY002  one line a paragraph
    [
        "Le conseil municipal a voté lundi soir la fermeture de la piscine, jugée trop coûteuse par la majorité sortante.",
        "L'opposition a quitté la salle avant le vote, qu'elle juge illégal, et annonce un recours devant le tribunal.",
        "Le bassin accueillait encore 40 000 nageurs par an, dont une moitié d'élèves venus des écoles du canton.",
    ]
)


@pytest.mark.parametrize("separator", ["\n\n==========\n\n", "\f", "\n\n----------\n\n", "\n\n*****\n"])
def test_parts_at_a_clear_separator(separator: str, tmp_path: Path) -> None:
    file = tmp_path / "revue.txt"
    file.write_text(separator.join(f"Le titre numéro {n}\n\n{BODY}" for n in (1, 2, 3)))
    articles = read_path(file, now=NOW)
    assert [(a.id, a.title) for a in articles] == [(f"revue-{n}", f"Le titre numéro {n}") for n in (1, 2, 3)]


def test_parts_at_a_short_separator_where_every_part_is_signed() -> None:
    from recoupe.reading import read_paste

    text = "\n\n---\n\n".join(f"Le titre numéro {n}\n\nPar Élise Garnier, le 3 mai 2021\n\n{BODY}" for n in (1, 2))
    assert len(read_paste(text, now=NOW)) == 2


@pytest.mark.parametrize(
    "text",
    [
        f"Un titre\n\n{BODY}\n\n* * *\n\nUn intertitre\n\n{BODY}",
        f"Un titre\n\n{BODY}\n\n-----\n\n{BODY}",
        f"Un titre\n==========\n\n{BODY}\n\nUn intertitre\n==========\n\n{BODY}",
        f"Un titre\n\n{BODY}\fet la suite de la phrase sur la page suivante.\n\n{BODY}",
        f"Un titre\n\n{BODY}\n\n==========\n\nFin.",
    ],
)
def test_leaves_one_article_whole(text: str) -> None:
    assert pasted(text).text == text
