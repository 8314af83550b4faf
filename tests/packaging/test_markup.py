"""Stories that are annotated in place: what stands where once the marks are taken away."""

import json
from pathlib import Path

import pytest

from gold import GOLD, KEPT_ASIDE, own_folder, own_names, own_stories
from markup import STORIES, build, build_all

FACTS = {
    "title": "Le pont",
    "published": {"a": "2024-05-14", "b": "2024-05-15"},
    "language": {"a": "fr", "b": "fr"},
    "facts": {
        "f1": {"kind": "quantity", "what": "people hurt", "values": {"a": "3", "b": "4"}, "verdict": {"a|b": "contradiction"}},
        "f1bis": {"kind": "quantity", "what": "people hurt", "values": {"b": "5"}, "verdict": {"b|b": "contradiction"}},
    },
}
LEFT = "⟦E1⟧ Le pont cède\n\n⟦E1 E2⟧ ⟪f1|Trois ⟪f1bis|blessés⟫⟫. ⟦?E3⟧ Ils vont bien.\n\n- ⟦#⟧ Partager\n"
RIGHT = "⟦E2⟧ ⟪f1|4 blessés⟫. ⟦E3⟧ Tous vont mieux. ⟦-⟧ Il pleut.\n"


def written(folder: Path, left: str = LEFT) -> Path:
    story = folder / "pont"
    story.mkdir()
    (story / "a.gold.txt").write_text(left, "utf-8")
    (story / "b.gold.txt").write_text(RIGHT, "utf-8")
    (story / "facts.json").write_text(json.dumps(FACTS), "utf-8")
    return story


def test_marks_are_taken_away_and_what_stood_there_is_told(tmp_path: Path) -> None:
    out = build(written(tmp_path), tmp_path / "out")
    text = (out / "a.txt").read_text("utf-8")
    assert text == "Le pont cède\n\nTrois blessés. Ils vont bien.\n\n- Partager\n"
    gold = json.loads((out / "gold.json").read_text("utf-8"))
    article = gold["articles"]["a"]
    assert [(text[s["start"] : s["end"]], s["tags"]) for s in article["sentences"]] == [
        ("Le pont cède", ["E1"]),
        ("Trois blessés.", ["E1", "E2"]),
        ("Ils vont bien.", ["?E3"]),
        ("Partager", ["#"]),
    ]
    assert [(m["fact"], text[m["start"] : m["end"]], m["sentence"]) for m in article["mentions"]] == [
        ("f1", "Trois blessés", 1),
        ("f1bis", "blessés", 1),
    ]
    assert gold["facts"]["f1bis"]["bis_of"] == "f1"
    assert gold["alignments"] == [{"a": "a", "i": 1, "b": "b", "j": 0, "events": ["E2"]}]
    assert gold["optional_alignments"] == [{"a": "a", "i": 2, "b": "b", "j": 1, "events": ["E3"]}]


@pytest.mark.parametrize("wrong", ["⟦E1⟧ ⟪f1|Trois blessés.", "⟦E1⟧ Trois⟫ blessés.", "⟦E1⟧ ⟪f7|Trois⟫ blessés.", "Trois blessés."])
def test_what_is_not_well_marked_is_named(wrong: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="pont"):
        build(written(tmp_path, wrong), tmp_path / "out")


def test_every_story_of_our_own_is_well_marked(tmp_path: Path) -> None:
    built = build_all(tmp_path)
    assert [path.name for path in built] == sorted({*own_names(), *KEPT_ASIDE})
    assert {s.name for s in own_stories()} == set(own_names())
    for path in built:
        gold = json.loads((path / "gold.json").read_text("utf-8"))
        assert gold["alignments"]
        assert any(v != "agreement" for fact in gold["facts"].values() for v in fact["verdict"].values())
    assert own_folder() != STORIES


@pytest.mark.skipif(not GOLD.is_dir(), reason="the annotated stories are not beside this checkout (../shared/gold)")
def test_what_others_built_of_their_marks_is_what_is_built_here(tmp_path: Path) -> None:
    for built in build_all(tmp_path, GOLD):
        theirs = GOLD / built.name
        assert json.loads((built / "gold.json").read_text("utf-8")) == json.loads((theirs / "gold.json").read_text("utf-8"))
        for path in built.glob("*.txt"):
            assert path.read_bytes() == (theirs / path.name).read_bytes()
