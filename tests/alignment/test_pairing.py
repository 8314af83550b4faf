"""What is known of a pair: the same as a look at every table would tell, and bounded however long the articles are."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace

import numpy as np
import pytest

from recoupe.alignment import looks, ranking
from recoupe.alignment.features import Profile
from recoupe.alignment.pairing import Pairs, pair
from recoupe.alignment.ranking import near, ranks
from recoupe.alignment.rules import OTHERS
from recoupe.alignment.similarity import FEATURES, Story
from recoupe.alignment.surroundings import SURROUNDINGS, THIRDS, Links, surroundings, thirds
from recoupe.model import Place, Role


def profile(article: str, number: int, words: frozenset[str]) -> Profile:
    none: frozenset[str] = frozenset()
    place = Place(article, number)
    known = words, words, tuple(sorted(words))
    return Profile(place, Role.BODY, number // 3, "fr", 10, *known, none, none, none, none, none, none, none, none, words, False, {})


def story(*sizes: int, seed: int = 1) -> Story:
    """Articles of so many sentences in paragraphs of three, with words and vectors drawn by chance."""
    draw = np.random.default_rng(seed)
    held = [frozenset(f"mot{n}" for n in draw.integers(0, 50 + sum(sizes) // 4, 8)) for _ in range(sum(sizes))]
    places = [(f"a{a}", n) for a, size in enumerate(sizes) for n in range(size)]
    vectors = draw.normal(size=(sum(sizes), 16)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return Story([profile(a, n, words) for (a, n), words in zip(places, held, strict=True)], vectors)


def likely(found: Pairs) -> dict[tuple[int, int], float]:
    return dict(zip(zip(found.rows.tolist(), found.columns.tolist(), strict=True), found.probability.tolist(), strict=True))


@pytest.mark.parametrize(
    ("ours", "theirs", "lessened"),
    [
        ("paul morel", "anne morel", True),
        ("paul morel", "lea roy", True),
        ("paul morel", "morel", False),
        ("paul morel", "paul morel", False),
        ("paul morel", "hugo blanc", False),  # whom the other article does not know
    ],
)
def test_what_befell_one_person_is_not_what_befell_another(ours: str, theirs: str, lessened: bool) -> None:
    drawn = story(4, 4)
    alike = drawn.profiles[0].lemmas | {"autre"}
    like = replace(drawn.profiles[4], lemmas=alike, stems=alike, grams=tuple(sorted(alike)), core=alike)
    vectors = np.concatenate([drawn.raw[:4], drawn.raw[:1], drawn.raw[5:]])
    plain = Story([*drawn.profiles[:4], like, *drawn.profiles[5:]], vectors)
    known = {0: ours, 1: "anne morel", 2: "lea roy", 4: theirs, 5: "paul morel", 6: "anne morel", 7: "lea roy"}
    told = Story([replace(p, people=frozenset({known[n]} if n in known else ())) for n, p in enumerate(plain.profiles)], vectors)
    before, after = (likely(pair(known)) for known in (plain, told))
    assert (0, 4) in before
    assert after[0, 4] == pytest.approx(before[0, 4] * (OTHERS if lessened else 1))


def test_ranks_are_those_of_full_tables() -> None:
    known = story(8, 5, 9)
    rows, columns = known.pairs()
    found = ranks(known, rows, columns)
    cosine = known.meaning @ known.meaning.T
    for (i, j), line in zip(zip(rows, columns, strict=True), found, strict=True):
        seen = []
        for one, other in ((i, j), (j, i)):
            rivals = cosine[one, known.own[known.article[other]]]
            value = cosine[one, other]
            best = max(x for x in [*rivals.tolist(), -9.0] if abs(x - value) > 1e-6 or x == -9)
            seen.append((1 / (1 + (rivals > value + 1e-6).sum()), value - best, (value - rivals.mean()) / max(rivals.std(), 0.05)))
        wanted = [f(a, b) for a, b in zip(*seen, strict=True) for f in (min, max)]
        assert line[:6] == pytest.approx(wanted, abs=1e-4)


def test_what_was_taken_over_word_for_word_leaves_its_neighbours_behind() -> None:
    known = story(4, 4)
    taken = [replace(p, lemmas=known.profiles[n % 4].lemmas) for n, p in enumerate(known.profiles)]  # the second article copies the first
    copied = Story(taken, known.raw)
    rows, columns = known.pairs()
    found = dict(zip(FEATURES, copied.evidence(rows, columns, ranks(copied, rows, columns)).T, strict=True))
    same = columns - rows == 4
    assert (found["word_margin"][same] > 0).all()
    assert (found["word_margin_other"][~same] < 0).all()
    assert found["copied"] == pytest.approx(1)
    apart = dict(zip(FEATURES, known.evidence(rows, columns, ranks(known, rows, columns)).T, strict=True))
    assert (apart["copied_other"] < 1).all()


def test_what_is_said_of_whom_is_sought_in_the_other_sentence() -> None:
    def core(*told: set[str]) -> dict[str, float]:
        drawn = story(1, 1)
        said = [replace(p, core=frozenset(x), stems=frozenset({*x, "ville"})) for p, x in zip(drawn.profiles, told, strict=True)]
        known = Story(said, drawn.raw)
        return dict(zip(FEATURES, known.evidence(*known.pairs(), ranks(known, *known.pairs()))[0].tolist(), strict=True))

    apart = core({"maire", "vote"}, {"orage"})
    assert (apart["core"], apart["core_alike"], apart["core_told"], apart["core_told_other"]) == (0, 0, 0, 0)
    same = core({"maire", "vote"}, {"maire", "vote"})
    assert (same["core_alike"], same["core_told"], same["core_told_other"]) == pytest.approx((1, 1, 1))
    part = core({"maire", "vote"}, {"vote"})
    assert part["core_told"] < part["core_told_other"] == pytest.approx(1)


def test_of_a_long_story_the_nearest_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ranking, "_BEST", 2)
    known = story(40, 50)
    found = set(zip(*(x.tolist() for x in near(known)), strict=True))
    cosine = known.meaning @ known.meaning.T
    for i in range(40):
        j = 40 + int(cosine[i, 40:].argmax())
        assert (i, j) in found
    assert len(found) <= 2 * 2 * 90
    assert all(known.article[i] != known.article[j] for i, j in found)


def test_nothing_hangs_on_the_order_of_paragraphs() -> None:
    known = story(9, 9)
    order = np.array([*range(6, 9), *range(3, 6), *range(3), *range(9, 18)])
    turned = Story([known.profiles[i] for i in order], known.raw[order])
    rows, columns = known.pairs()
    place = np.argsort(order)
    moved = np.sort(np.stack([place[rows], place[columns]]), axis=0)
    one = known.evidence(rows, columns, ranks(known, rows, columns))
    other = turned.evidence(*moved, ranks(turned, *moved))
    assert one.shape == (81, len(FEATURES))
    assert other == pytest.approx(one, abs=1e-4)


def test_third_articles_witness() -> None:
    known = story(2, 2, 1)
    rows, columns = np.array([0, 0, 1, 0, 2]), np.array([2, 3, 2, 4, 4])
    probability = np.array([0.501, 0.25, 0.125, 0.749, 0.501], np.float32)
    found = dict(zip(THIRDS, thirds(known, rows, columns, probability)[0].tolist(), strict=True))
    assert found["witness"] == 0.5  # sentence 4 pairs with both, with 0 at 0.75 and with 2 at 0.5, in steps
    assert found["witnesses"] == 0.375
    assert (found["best"], found["best_other"]) == (0.5, 0.75)
    assert found["articles"] == 3


def test_rivals_and_siblings() -> None:
    known = story(2, 2)
    rows, columns = np.array([0, 0, 1]), np.array([2, 3, 2])
    probability = np.array([0.5, 0.25, 0.125], np.float32)
    found = {name: values[0] for name, values in zip(SURROUNDINGS, surroundings(known, rows, columns, probability).T, strict=True)}
    assert (found["rival"], found["rival_other"]) == (0.125, 0.25)
    assert found["place"] == found["place_other"] == 0
    assert (found["crowd"], found["crowd_other"]) == (0.125, 0.25)
    alike = np.clip(known.alike(np.array([0, 2]), np.array([1, 3])), 0, 1)
    assert sorted((found["sibling"], found["sibling_other"])) == pytest.approx(sorted(alike * [0.125, 0.25]))


def test_unknown_pairs_count_as_nothing() -> None:
    known = story(2, 2)
    links = Links(known, np.array([0]), np.array([3]), np.array([0.5], np.float32))
    assert links.of(np.array([3, 0, 0, -1]), np.array([0, 2, -1, 3])).tolist() == [0.5, 0, 0, 0]
    none = np.zeros(0, np.intp)
    assert surroundings(known, none, none, np.zeros(0, np.float32)).shape == (0, len(SURROUNDINGS))


def test_the_same_pairs_are_found_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    known = story(20, 30, 10)
    at_once = pair(known)
    looks.forget()
    monkeypatch.setattr(looks, "_AT_ONCE", 100)
    assert likely(pair(known)) == likely(at_once)


def test_memory_grows_as_the_sentences_do() -> None:
    def peak(sentences: int) -> int:
        known = story(sentences, sentences)
        looks.forget()
        tracemalloc.start()
        pair(known)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    assert peak(1_200) < 2.8 * peak(600)
