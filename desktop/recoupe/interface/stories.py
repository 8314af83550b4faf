"""The sample stories that come with the program: what each is called, and its articles. No Qt."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from recoupe.files import seed


@dataclass(frozen=True, slots=True)
class Story:
    """A story to try the program on. `action` is the id of the action that opens it."""

    action: str
    title: str
    about: str
    paths: tuple[Path, ...]


def stories(language: str) -> tuple[Story, ...]:
    """Every sample story, in words of a language ("fr" or "en"), in the order in which they are offered."""
    listed = tomllib.loads(seed("stories.toml").read_text("utf-8"))["story"]
    return tuple(Story(s["action"], s["title"][language], s["about"][language], tuple(sorted(seed().glob(s["articles"])))) for s in listed)


def story_paths(action: str) -> tuple[Path, ...]:
    """The articles of the story that an action opens."""
    return next(story.paths for story in stories("en") if story.action == action)
