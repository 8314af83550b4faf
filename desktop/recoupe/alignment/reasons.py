"""Why two sentences were put together, as codes with what they rest on."""

from __future__ import annotations

from recoupe.alignment.features import Profile
from recoupe.alignment.similarity import Story

_MEANING = 0.35  # centred cosine from which the meaning alone is a reason
_SHOWN = 3  # words, figures or names shown of each


def reasons(story: Story, left: int, right: int) -> tuple[tuple[str, str], ...]:
    """The reasons of a link, the weightiest first; never empty."""
    one, other = story.profiles[left], story.profiles[right]
    weight = story.lemmas.weight
    found = []
    figures = sorted(one.figures & other.figures)
    if figures:
        found.append((3.0 * len(figures), "figures", _said(one, [f for f in figures if not f.startswith("digits ")] or figures)))
    names = sorted(one.names & other.names, key=lambda n: (-weight.get(n, 0.0), n))
    if names:
        found.append((sum(weight.get(n, 1.0) for n in names), "names", _said(one, names)))
    words = sorted((one.lemmas & other.lemmas) - one.names, key=lambda w: (-weight.get(w, 0.0), w))
    if words:
        found.append((sum(weight.get(w, 0.0) for w in words) / 2, "words", _said(one, words)))
    cosine = float(story.meaning[left] @ story.meaning[right])
    if cosine >= _MEANING or not found:
        found.append((8 * cosine, "meaning", ""))
    return tuple((code, said) for _, code, said in sorted(found, key=lambda f: (-f[0], f[1])))


def _said(profile: Profile, features: list[str]) -> str:
    said = (profile.shown.get(f, f.removeprefix("digits ")) for f in features)
    return ", ".join(list(dict.fromkeys(said))[:_SHOWN])
