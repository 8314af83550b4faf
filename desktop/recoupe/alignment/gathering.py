"""The pairs of every two articles gathered into events, the user's decisions obeyed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from recoupe.alignment.encoder import encoder
from recoupe.alignment.features import Profile, profiles
from recoupe.alignment.leanings import leanings
from recoupe.alignment.pairing import Pairs, pair
from recoupe.alignment.rarity import Flags, Floats
from recoupe.alignment.reasons import reasons
from recoupe.alignment.similarity import Story
from recoupe.alignment.story_links import apart
from recoupe.alignment.trees import scorer
from recoupe.model import Article, By, Confirmed, Decision, Event, Fact, Joined, Leaning, Link, Parse, Parted, Place
from recoupe.progress import Progress, silent

LINKED = 0.4  # probability below which no two sentences are linked, however little else two articles have in common
COPIED = 0.78  # the same between two that took over much of one text: of what is less sure there, only two thirds hold
TAKEN_OVER = 0.15, 0.25  # how near their sentences come in words, from where on the one limit rises, and from where the other holds
CARE = 0.5  # how much a link that is there to be found weighs beside one that holds: less than 1 would rather miss than be wrong
HELD = 0.47  # mean probability from which two groups are one event
UNLIKE = 0.05  # probability below which two sentences share no event of two articles, whatever stands between them


def load() -> None:
    """Load what aligning needs, so that nobody waits for it later."""
    encoder().load()
    scorer()


def ahead(articles: Sequence[Article]) -> AbstractContextManager[None]:
    """Have the articles' sentences encoded beside other work; `align` inside the context finds their vectors, or waits for them.

    The encoder leaves Python's lock to whoever parses meanwhile.
    """
    told = [article.sentence_text(index) for article in articles for index in article.story]
    return encoder().ahead(told) if len([a for a in articles if a.story]) > 1 else nullcontext()


def align(
    articles: Sequence[Article],
    parses: Mapping[str, Parse],
    facts: Mapping[str, Sequence[Fact]],
    decisions: Sequence[Decision] = (),
    *,
    progress: Progress = silent,
) -> tuple[Event, ...]:
    """Gather the sentences of two or more articles into events, in order of first member.

    A sentence may stand in several events, or in none. What the user joined, parted or confirmed is an input: a later ruling on the same
    two sentences overrides an earlier one. Page noise is in no event. The order of the articles changes nothing.
    """
    return relate(articles, parses, facts, decisions, progress=progress)[0]


def relate(
    articles: Sequence[Article],
    parses: Mapping[str, Parse],
    facts: Mapping[str, Sequence[Fact]],
    decisions: Sequence[Decision] = (),
    *,
    progress: Progress = silent,
) -> tuple[tuple[Event, ...], tuple[Leaning, ...], frozenset[tuple[str, str]]]:
    """The events, as `align` finds them, the pairs of sentences beside them that lean towards each other, and the strangers.

    Strangers are every two articles, by id and in order, that tell two stories; the others have nothing of these.
    """
    ordered = sorted((a for a in articles if a.story), key=lambda a: a.id)
    if len(ordered) < 2:
        return (), (), frozenset()
    told = profiles(ordered, parses, facts)
    by_id = {a.id: a for a in ordered}
    vectors = encoder().encode([by_id[p.place.article].sentence_text(p.place.sentence) for p in told], progress)
    rulings = Rulings.read(decisions, told)
    strangers = apart(told, vectors, rulings.together)
    named = frozenset((ordered[i].id, ordered[j].id) for i, j in strangers)
    story = Story(told, vectors, apart=strangers)
    if not any(story.twos):
        return (), (), named
    progress("pairing", 0, 1)
    found = pair(story, progress)
    table = Table.of(story, found, rulings)
    events = events_of(table, ordered, scorer().confidence)
    progress("pairing", 1, 1)
    return events, leanings(story, found, table.rulings.apart | table.rulings.together, events), named


def events_of(table: Table, articles: Sequence[Article], confidence: Callable[[Floats], Floats]) -> tuple[Event, ...]:
    """The events that a table of probabilities holds; `confidence` makes a link's probability one that can be shown."""
    shown = dict(zip(table.probability, confidence(np.array(list(table.probability.values()), np.float32)).tolist(), strict=True))
    events = [_event(group, table, shown) for group in gather(table)]
    return _named(sorted(events, key=lambda e: e.members), {a.id: a for a in articles})


@dataclass(frozen=True, slots=True)
class Rulings:
    """What the user ruled, by indices of profiles."""

    joined: tuple[tuple[int, ...], ...] = ()
    together: frozenset[tuple[int, int]] = frozenset()
    apart: frozenset[tuple[int, int]] = frozenset()

    @staticmethod
    def read(decisions: Sequence[Decision], found: Sequence[Profile]) -> Rulings:
        """The rulings on sentences that are there; the last one on a pair counts."""
        index = {p.place: i for i, p in enumerate(found)}
        ruled: dict[tuple[int, int], bool] = {}
        joined: list[tuple[int, ...]] = []
        for decision in decisions:
            if isinstance(decision, Confirmed):
                places: tuple[Place, ...] = (decision.left, decision.right)
            elif isinstance(decision, Joined | Parted):
                places = decision.places
            else:
                continue
            known = tuple(sorted({index[p] for p in places if p in index}))
            ruled |= {(i, j): not isinstance(decision, Parted) for i in known for j in known if i < j}
            if isinstance(decision, Joined):
                joined.append(known)
        together = frozenset(p for p, held in ruled.items() if held)
        apart = frozenset(p for p, held in ruled.items() if not held)
        groups = tuple(g for g in joined if not any((i, j) in apart for i in g for j in g))
        return Rulings(groups, together, apart)


@dataclass(frozen=True, slots=True)
class Table:
    """The probability of the pairs of sentences that may tell one event, lower index first, the user's rulings written in."""

    story: Story
    probability: Mapping[tuple[int, int], float]
    alike: Mapping[tuple[int, int], float]
    linked: frozenset[tuple[int, int]]
    rulings: Rulings

    @staticmethod
    def of(story: Story, found: Pairs, rulings: Rulings | None = None) -> Table:
        """The table of these pairs; all others have probability 0. No ruling on one pair decides whether another is linked."""
        rulings = rulings or Rulings()
        pairs = list(zip(found.rows.tolist(), found.columns.tolist(), strict=True))
        chosen = np.flatnonzero(_linked(story, found)).tolist()
        table = dict(zip(pairs, found.probability.tolist(), strict=True))
        alike = dict(zip(pairs, found.alike.tolist(), strict=True))
        table |= dict.fromkeys(rulings.together, 1.0) | dict.fromkeys(rulings.apart, 0.0)
        return Table(story, table, alike, (frozenset(pairs[n] for n in chosen) | rulings.together) - rulings.apart, rulings)

    def apart(self, one: Sequence[int], other: Sequence[int]) -> bool:
        """Whether the user parted any of one group from any of the other."""
        apart = self.rulings.apart
        return bool(apart) and any((min(i, j), max(i, j)) in apart for i in one for j in other)

    def held(self, one: Sequence[int], other: Sequence[int]) -> bool:
        """Whether two groups hold together: their pairs of two articles on average, and where no third article bears witness, each pair."""
        article, known = self.story.article, self.probability
        cross = [known.get((i, j) if i < j else (j, i), 0.0) for i in one for j in other if article[i] != article[j]]
        witnessed = len({int(article[n]) for n in (*one, *other)}) > 2
        return bool(cross) and sum(cross) / len(cross) >= HELD and (witnessed or min(cross) >= UNLIKE)


def _linked(story: Story, found: Pairs) -> Flags:
    """Which pairs are linked: of every two articles as many as make the F measure greatest that can be expected of their links.

    Where much surely matches, what is unsure is left out; where little does, the likeliest are listed, though never what is less likely
    than the least that these articles allow. The greatest F comes of linking what is likelier than it, divided by 1 + CARE² (van
    Rijsbergen 1979; Lipton, Elkan & Naryanaswamy 2014).
    """
    probability = found.probability
    linked: Flags = probability >= _least(found.taken_over)
    two = story.article[found.rows] * len(story.own) + story.article[found.columns]
    order = np.lexsort((-probability, two))
    for own in np.split(order, np.flatnonzero(np.diff(two[order])) + 1):
        likely = probability[own].astype(float)
        right = np.cumsum(likely)
        best = np.max((1 + CARE**2) * right / (CARE**2 * right[-1:] + np.arange(1, len(own) + 1)), initial=0)
        linked[own] &= likely >= best / (1 + CARE**2)
    return linked


def _least(taken: Floats) -> Floats:
    """The least probability of a link between two articles: the more they took over from each other, the greater."""
    begin, end = TAKEN_OVER
    return np.asarray(LINKED + (COPIED - LINKED) * np.clip((taken - begin) / (end - begin), 0, 1), np.float32)


def gather(links: Table) -> list[tuple[int, ...]]:
    """The events as groups of indices: average linkage, so that no hub chains two topics, then links left over.

    Of links that are equally sure those of sentences nearer in meaning come first, so that nothing hangs on where a sentence stands.
    """
    story = links.story
    found = sorted(links.linked)
    order = sorted(found, key=lambda p: (-links.probability[p], -links.alike.get(p, 0.0), p))
    group: dict[int, tuple[int, ...]] = {i: (i,) for pair in order for i in pair}
    for joined in links.rulings.joined:
        _merge(group, [group.get(i, (i,)) for i in joined])
    for i, j in order:
        one, other = group[i], group[j]
        if one != other and not links.apart(one, other) and links.held(one, other):
            _merge(group, [one, other])
    events = _Events(g for g in sorted(set(group.values())) if len(set(story.article[list(g)].tolist())) > 1)
    for i, j in order:
        if not events.of(i) & events.of(j):
            _add_left_over(events, i, j, links)
    return sorted(events.groups)


class _Events:
    """Groups of sentences, found by their members."""

    def __init__(self, groups: Iterable[tuple[int, ...]]) -> None:
        self.groups: set[tuple[int, ...]] = set()
        self._by_member: dict[int, set[tuple[int, ...]]] = {}
        for group in groups:
            self.add(group)

    def of(self, sentence: int) -> set[tuple[int, ...]]:
        """The groups that hold a sentence."""
        return self._by_member.get(sentence, set())

    def add(self, group: tuple[int, ...]) -> None:
        self.groups.add(group)
        for i in group:
            self._by_member.setdefault(i, set()).add(group)

    def remove(self, group: tuple[int, ...]) -> None:
        self.groups.remove(group)
        for i in group:
            self._by_member[i].remove(group)


def _merge(group: dict[int, tuple[int, ...]], parts: Sequence[tuple[int, ...]]) -> None:
    whole = tuple(sorted({i for part in parts for i in part}))
    for i in whole:
        group[i] = whole


def _add_left_over(events: _Events, i: int, j: int, links: Table) -> None:
    """A sentence may tell two events: join those of the other one's that it fits the whole of, else make a small one.

    To join the best alone would let the least difference between two links decide which event loses a sentence.
    """
    fits = sorted((e, a) for a, b in ((i, j), (j, i)) for e in events.of(b) if not links.apart([a], e) and links.held([a], e))
    for event, joining in fits:
        events.remove(event)
        events.add(tuple(sorted({*event, joining})))
    if not fits:
        events.add((i, j))


def _event(group: Sequence[int], links: Table, shown: Mapping[tuple[int, int], float]) -> Event:
    story = links.story
    told = []
    for i, j in combinations(group, 2):
        if story.article[i] != story.article[j] and (i, j) not in links.rulings.apart:
            by = By.USER if (i, j) in links.rulings.together else By.PROGRAM
            why = reasons(story, i, j) if by is By.PROGRAM else ()
            places = story.profiles[i].place, story.profiles[j].place
            told.append(Link(*places, 1.0 if by is By.USER else round(shown.get((i, j), 0.0), 4), by, why))
    members = tuple(sorted(story.profiles[i].place for i in group))
    strength = round(sum(x.confidence for x in told) / len(told), 4) if told else 1.0
    by = By.USER if any(set(g) <= set(group) for g in links.rulings.joined) else By.PROGRAM
    return Event("", members, strength, tuple(sorted(told, key=lambda x: (x.left, x.right))), by)


def _named(events: Sequence[Event], articles: Mapping[str, Article]) -> tuple[Event, ...]:
    """Give each event an id made of where its first member stands, and of as many more as it takes to tell it from the others."""
    taken: set[str] = set()
    out = []
    for event in events:
        ident = ""
        for place in event.members:
            span = articles[place.article].sentences[place.sentence].span
            ident = f"{ident}+{place.article}:{span.start}-{span.end}" if ident else f"{place.article}:{span.start}-{span.end}"
            if ident not in taken:
                break
        taken.add(ident)
        out.append(Event(ident, event.members, event.strength, event.links, event.by))
    return tuple(out)
