"""The whole chain on the sample story: what an editor must find there, and that nothing but the texts decides it."""

from __future__ import annotations

import itertools
import json
import os
import random
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from builders import article
from recoupe.alignment import looks
from recoupe.alignment.rarity import Floats
from recoupe.alignment.trees import Trees
from recoupe.analysis import _understanding, analyse
from recoupe.errors import Cancelled
from recoupe.facts import assertions, kept, scorer, sides
from recoupe.files import seed
from recoupe.model import Analysis, Article, Corrected, Joined, Noise, Part, Parted, Place, Project, Quantity, Span, Verdict
from recoupe.model.plain import to_plain
from recoupe.reading import read_path


@pytest.fixture(scope="module")
def articles() -> tuple[Article, ...]:
    project = Project()
    for path in sorted(seed().glob("00*.txt")):
        project = project.with_articles(read_path(path, now=datetime(2026, 1, 1)))
    return project.articles


@pytest.fixture(scope="module")
def found(articles: tuple[Article, ...]) -> Analysis:
    return analyse(articles)


def stands(analysis: Analysis, articles: tuple[Article, ...], left: tuple[str, str], right: tuple[str, str]) -> set[Verdict]:
    """The verdicts between two wordings, each given as (start of the article's id, words its fact holds)."""
    texts = {a.id: a for a in articles}
    facts = {f.id: f for f in analysis.facts}

    def fits(ident: str, wanted: tuple[str, str]) -> bool:
        fact = facts[ident]
        sentence = texts[fact.place.article].sentence_text(fact.place.sentence)
        words = f"{texts[fact.place.article].quote(fact.span)} {fact.stance.source}"
        return fact.place.article.startswith(wanted[0]) and wanted[1] in words and bool(sentence)

    return {
        j.verdict
        for c in analysis.comparisons
        for j in c.judgements
        if (fits(j.left, left) and fits(j.right, right)) or (fits(j.left, right) and fits(j.right, left))
    }


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (("001", "CPU"), ("003", "GPU"), Verdict.CONTRADICTION),
        (("001", "20 000"), ("003", "1 000"), Verdict.CONTRADICTION),
        (("001", "100 millions"), ("003", "100 millions"), Verdict.AGREEMENT),
        (("001", "FT"), ("003", "Business Insider"), Verdict.ATTRIBUTION),
        (("002", "milliers de puces"), ("003", "10 000 GPU"), Verdict.PRECISION),
        (("001", "aurait créé"), ("002", "lance"), Verdict.CERTAINTY),
        (("001", "FT"), ("002", "Business Insider"), Verdict.ATTRIBUTION),
        (("000", "The Information"), ("001", "Financial Times"), Verdict.ATTRIBUTION),
        (("000", "The Information"), ("002", "Business Insider"), Verdict.ATTRIBUTION),
    ],
)
def test_the_sample_story_diverges_where_an_editor_sees_it(
    found: Analysis, articles: tuple[Article, ...], left: tuple[str, str], right: tuple[str, str], verdict: Verdict
) -> None:
    assert verdict in stands(found, articles, left, right)


def test_an_article_that_contradicts_itself_is_told(found: Analysis, articles: tuple[Article, ...]) -> None:
    other = stands(found, articles, ("001", "CPU"), ("001", "GPU")) | stands(found, articles, ("001", "CPU"), ("001", "cartes graphiques"))
    assert Verdict.CONTRADICTION in other


def test_an_article_shows_its_most_telling_number_first(found: Analysis) -> None:
    facts = {f.id: f for f in found.facts}
    rows = [[facts[i] for i in c.facts if isinstance(facts[i].value, Quantity)] for c in found.comparisons]
    twice = [(a, b) for row in rows for a, b in itertools.pairwise(row) if a.place.article == b.place.article]
    vague = [(a, b) for a, b in twice if b.value.exactness == "vague"]  # type: ignore[union-attr]
    assert vague
    assert not [a for a, b in twice if a.value.exactness == "vague" and b.value.exactness != "vague"]  # type: ignore[union-attr]


def test_the_order_of_the_articles_changes_nothing(found: Analysis, articles: tuple[Article, ...]) -> None:
    assert analyse(tuple(reversed(articles))) == found


def test_every_offset_quotes_its_own_article(found: Analysis, articles: tuple[Article, ...]) -> None:
    texts = {a.id: a for a in articles}
    for fact in found.facts:
        sentence = texts[fact.place.article].sentences[fact.place.sentence]
        assert sentence.span.contains(fact.span)
        assert texts[fact.place.article].quote(fact.span)


def test_events_join_articles_and_never_one_alone(found: Analysis) -> None:
    assert found.events
    for event in found.events:
        assert len(event.articles) >= 2
        assert list(event.members) == sorted(set(event.members))


def test_one_article_gives_facts_and_no_event(articles: tuple[Article, ...]) -> None:
    alone = analyse(articles[:1])
    assert alone.facts
    assert not alone.events


def test_two_identical_articles_agree_on_everything(articles: tuple[Article, ...]) -> None:
    twin = replace(articles[3], id="twin")
    both = analyse((articles[3], twin))
    across = [
        (j, c)
        for c in both.comparisons
        for j in c.judgements
        if j.left.partition(":")[0] != j.right.partition(":")[0] and not _inside(c, both)
    ]
    assert across
    assert {j.verdict for j, _ in across} == {Verdict.AGREEMENT}


def _inside(row: object, analysis: Analysis) -> bool:
    """Whether a row holds an article's contradiction with itself, which its twin naturally repeats."""
    assert hasattr(row, "facts")
    owners = [ident.partition(":")[0] for ident in row.facts]
    return len(owners) != len(set(owners))


def test_rulings_are_obeyed(found: Analysis, articles: tuple[Article, ...]) -> None:
    event = found.events[0]
    left = event.members[0]
    right = next(p for p in event.members if p.article != left.article)
    parted = analyse(articles, (Parted((left, right)),))
    assert not any(left in e.members and right in e.members for e in parted.events)
    alone = {Place(a.id, i) for a in articles for i in a.story} - {p for e in found.events for p in e.members}
    first = min(alone)
    second = min(p for p in alone if p.article != first.article)
    joined = analyse(articles, (Joined((first, second)),))
    assert any(first in e.members and second in e.members for e in joined.events)
    silenced = analyse(articles, (Noise(left, is_noise=True),))
    assert not any(left in e.members for e in silenced.events)
    assert not any(f.place == left for f in silenced.facts)


def test_a_corrected_value_is_judged_in_place_of_the_one_read() -> None:
    one = article("La préfecture compte 1 200 manifestants dans les rues de Lyon samedi.", "a")
    two = article("Selon la préfecture, 1 500 manifestants ont défilé samedi dans les rues de Lyon.", "b")
    (fact,) = (f for f in analyse((one, two)).facts if f.place.article == "b" and f.kind == "quantity")
    mended = Corrected(fact.id, Quantity(Decimal(1200), Decimal(1200)))
    corrected = analyse((one, two), (mended,))
    (row,) = (c for c in corrected.comparisons if fact.id in c.facts and c.kind == "quantity")
    assert row.verdict is Verdict.AGREEMENT


def test_a_stop_is_heard() -> None:
    def stop(_stage: str, _done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        analyse((article("Un texte.", "a"), article("Un autre.", "b")), progress=stop)


def test_a_comparison_after_an_edit_is_the_one_made_afresh(articles: tuple[Article, ...]) -> None:
    analyse(articles)
    first = articles[0]
    at = first.sentences[first.story[3]].span
    text = first.text[: at.start] + "Mardi, " + first.text[at.start :]
    moved = [
        replace(s, span=Span(s.span.start + 7 * (s.span.start > at.start), s.span.end + 7 * (s.span.start >= at.start)))
        for s in first.sentences
    ]
    edited = (replace(first, text=text, sentences=tuple(moved)), *articles[1:])
    again = analyse(edited)
    _understanding.forget()
    assert again == analyse(edited)


SAID = (
    "Le maire de Dijon a annoncé mardi {n} postes supprimés à l'usine.",
    "Selon la préfecture, {n} manifestants ont marché dans la soirée.",
    "Anne Morel aurait perdu {n} millions d'euros en 2019.",
    "Le tunnel de {n} kilomètres ne fermera pas, a promis le ministre Luc Petit.",
    "L'incendie a fait {n} blessés à cause d'une fuite de gaz.",
)


def edited_by_chance(texts: list[list[str]], chance: random.Random) -> None:
    """One sentence more, less, otherwise or elsewhere in one of the articles."""
    lines = chance.choice(texts)
    at = chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            lines.insert(at, chance.choice(SAID).format(n=chance.randrange(2, 90)))
        case 1 if len(lines) > 3:
            del lines[at]
        case 2:
            lines.insert(chance.randrange(len(lines)), lines.pop(at))
        case _:
            lines[at] = lines[at].replace("a ", "aurait ", 1).replace("1", "7")


def test_however_articles_are_edited_each_comparison_is_byte_for_byte_the_one_made_afresh() -> None:
    chance = random.Random(5)
    texts = [[chance.choice(SAID).format(n=chance.randrange(2, 90)) for _ in range(10)] for _ in range(3)]
    written = []
    for _ in range(8):
        edited_by_chance(texts, chance)
        made = [article("\n".join(lines), ident) for lines, ident in zip(texts, "abc", strict=True)]
        written.append((made, plain_of(analyse(made))))
        assert '"comparisons": [{' in written[-1][1]
    assert len({found for _, found in written}) == len(written)
    for made, found in reversed(written):
        forget_all()
        assert plain_of(analyse(made)) == found


def test_articles_that_are_edited_come_and_go_leave_nothing_behind_in_a_comparison() -> None:
    chance = random.Random(11)
    forget_all()
    texts = [[chance.choice(SAID).format(n=chance.randrange(2, 90)) for _ in range(9)] for _ in range(5)]
    written = []
    for step in range(7):
        edited_by_chance(texts, chance)
        made = [article("\n".join(lines), ident) for lines, ident in zip(texts, "abcde", strict=True)]
        made = chance.sample(made, len(made) - step % 3)  # one or two of them are taken out, and the others stand in another order
        written.append((made, plain_of(analyse(made))))
    for made, found in reversed(written):
        forget_all()
        assert plain_of(analyse(made)) == found


def test_what_third_articles_witness_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [line.format(n=n) for n, line in enumerate(SAID, 3)]
    made = [article("\n".join(lines[n:] + lines[:n]), ident) for n, ident in enumerate("abc")]
    forget_all()
    asked: list[int] = []
    odds = Trees.odds

    def counting(trees: Trees, evidence: Floats) -> Floats:
        asked.append(len(evidence))
        return odds(trees, evidence)

    monkeypatch.setattr(Trees, "odds", counting)
    analyse(made)
    first, asked[:] = sum(asked), []
    analyse(made)
    assert not sum(asked)
    other = [*made[:2], article("La préfecture a compté 40 manifestants dans la soirée à Lyon.", "c")]
    warm = plain_of(analyse(other))
    assert 0 < sum(asked) < first
    forget_all()
    assert plain_of(analyse(other)) == warm


def plain_of(found: Analysis) -> str:
    return json.dumps(to_plain(found), ensure_ascii=False)


def forget_all() -> None:
    """As in a process that has compared nothing yet."""
    _understanding.forget()
    looks.forget()
    kept.forget()
    sides._kept = {}
    for keeping in (assertions.relation, scorer._likelihood):
        keeping.cache_clear()


def test_articles_of_long_ago_are_let_go_and_understood_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recoupe.analysis._KEPT", 60)
    _understanding.forget()
    texts = [f"Le maire a compté {n} morts à Dijon." for n in range(2, 8)]
    first = analyse((article(texts[0], "a"), article(texts[1], "b")))
    analyse((article(texts[0], "a"), article(texts[1], "b")))
    for text in texts[2:]:
        analyse((article(text, "c"), article(texts[1], "b")))
        assert sum(len(a.text) for a in _understanding._kept) <= 2 * len(text)
    assert article(texts[0], "a") not in _understanding._kept
    assert analyse((article(texts[0], "a"), article(texts[1], "b"))) == first
    _understanding.forget()


def test_however_much_is_open_stays_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recoupe.analysis._KEPT", 1)
    opened = (article("Le maire a compté 2 morts à Dijon.", "a"), article("Le maire a compté 3 morts à Dijon.", "b"))
    analyse(opened)
    assert all(a in _understanding._kept for a in opened)
    _understanding.forget()


def test_what_is_found_is_handed_out_on_the_way(articles: tuple[Article, ...]) -> None:
    _understanding.forget()
    parts: list[Part] = []
    whole = analyse(articles[::-1], hand=parts.append)
    order = [a.id for a in articles[::-1]]
    assert [p.article for p in parts if p.sighted is not None] == order
    assert [p.article for p in parts if p.facts is not None] == order
    assert parts[0].sighted
    assert parts[-1].events == whole.events
    assert sorted((f for p in parts for f in p.facts or ()), key=lambda f: f.id) == sorted(whole.facts, key=lambda f: f.id)
    again: list[Part] = []
    analyse(articles, hand=again.append)
    assert all(p.sighted is None for p in again)


@pytest.mark.parametrize("stage", ["extracting", "parsing", "aligning", "pairing", "comparing"])
def test_a_stop_is_heard_at_every_stage(articles: tuple[Article, ...], stage: str) -> None:
    _understanding.forget()

    def stop(now: str, _done: int, _total: int) -> None:
        if now == stage:
            raise Cancelled

    with pytest.raises(Cancelled):
        analyse(articles[:2], progress=stop)
    assert analyse(articles[:2]).facts


PROBE = """
import json, sys
from datetime import datetime
from pathlib import Path
from recoupe.analysis import analyse
from recoupe.model import Project
from recoupe.model.plain import to_plain
from recoupe.reading import read_path
from recoupe.reports.formats.to_json import comparison
for paths in json.loads(sys.argv[1]):
    project = Project()
    for path in paths:
        project = project.with_articles(read_path(Path(path), now=datetime(2026, 1, 1)))
    found = analyse(project.articles)
    print(json.dumps(comparison(sorted(project.articles, key=lambda a: a.id), found), sort_keys=True))
"""
ELSEWHERE = (
    {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Pacific/Kiritimati", "OMP_NUM_THREADS": "1"},
    {"PYTHONHASHSEED": "77", "LC_ALL": "tr_TR.UTF-8", "LANG": "fr_FR.UTF-8", "TZ": "America/Los_Angeles", "OMP_NUM_THREADS": "8"},
    {"PYTHONHASHSEED": "4096", "LC_ALL": "C.UTF-8", "TZ": "UTC", "OMP_NUM_THREADS": "2"},
)


def made_up(folder: Path, number: int) -> list[str]:
    """Three articles drawn by chance that tell much the same of a day, as files."""
    chance = random.Random(number)
    who = ["Le maire de Brest", "La préfecture", "Anne Morel", "Un témoin", "Le syndicat", "L’AFP"]
    did = ["a annoncé", "aurait compté", "a démenti", "n’a pas confirmé", "évoque"]
    what = ["{n} blessés", "{n} millions d’euros", "la fermeture de {n} écoles", "un accord sur {n} ans", "{n} % de hausse"]
    when = ["mardi", "la veille", "le {d} mai", "vers {d} heures", "dans la nuit de lundi à mardi"]
    day = [" ".join(map(chance.choice, (who, did, what, when))) for _ in range(9)]
    paths = []
    for name in "cab":
        lines = [line.format(n=chance.randrange(2, 90), d=chance.randrange(1, 23)) for line in chance.sample(day, 6)]
        paths.append(folder / f"{name}-{number}.txt")
        paths[-1].write_text("Publié le 14 mai 2024\n\n" + ". ".join(lines) + ".", "utf-8")
    return [str(p) for p in paths]


def test_the_hash_seed_the_locale_the_zone_the_cores_the_cache_and_the_order_change_nothing(tmp_path: Path) -> None:
    stories = [[str(p) for p in sorted(seed().glob("00*.txt"))], *(made_up(tmp_path, n) for n in range(3))]
    answers = set()
    for number, settings in enumerate(ELSEWHERE):
        given = json.dumps([story[::-1] if number % 2 else story for story in stories])
        home = dict.fromkeys(("HOME", "XDG_CACHE_HOME"), str(tmp_path / str(number % 2)))  # the third finds the first one's vectors
        command = [sys.executable, "-c", PROBE, given]
        answer = subprocess.run(command, env={**os.environ, **settings, **home}, capture_output=True, text=True, check=False)
        assert answer.returncode == 0, answer.stderr[-2000:]
        answers.add(answer.stdout)
    (told,) = answers
    assert len(told.splitlines()) == len(stories)
    assert all(json.loads(line)["events"] for line in told.splitlines())


def test_another_story_in_one_study_changes_nothing_of_a_story_and_is_compared_by_itself(
    articles: tuple[Article, ...], found: Analysis
) -> None:
    project = Project()
    for path in sorted(seed("halles").glob("*.txt")):
        project = project.with_articles(read_path(path, now=datetime(2026, 1, 1)))
    both = analyse((*articles, *project.articles))
    alone = analyse(project.articles)

    def rows(analysis: Analysis) -> set[tuple[str, ...]]:
        return {tuple(sorted(c.facts)) for c in analysis.comparisons}

    assert rows(both) == rows(found) | rows(alone)
    assert {frozenset(e.members) for e in both.events} == {frozenset(e.members) for e in (*found.events, *alone.events)}
