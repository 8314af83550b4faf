"""Makes the outline of a report from a study: cuts it down to what was chosen and puts everything into the report's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise
from pathlib import Path

from recoupe import __version__
from recoupe.model import (
    Analysis,
    Article,
    Certainty,
    Comparison,
    Event,
    Fact,
    Judgement,
    Means,
    Noted,
    Place,
    Project,
    Role,
    Span,
    State,
    Translation,
    Verdict,
)
from recoupe.reports.choosing import cut_down, states_of
from recoupe.reports.outline import Cell, Choice, Outline, Paper, Paragraph, Passage, Piece, Row, Said, Translated, Why, labels, numbered
from recoupe.reports.picture import matrix, timeline
from recoupe.reports.revised import revised
from recoupe.wording import (
    date_text,
    datetime_text,
    explain,
    kind_label,
    note_text,
    only_words_tell,
    share_text,
    state_label,
    stated_text,
    unbroken,
    word,
)

_AROUND = 90  # characters of a sentence shown on either side of a fact


def outline(project: Project, choice: Choice, *, now: datetime) -> Outline:
    """The report on a study as chosen."""
    states = states_of(project)
    chosen = cut_down(project, choice, states)
    teller = _Teller(chosen, choice, states)
    papers = tuple(teller.paper(a) for a in chosen.articles)
    engines = tuple(sorted({t.engine for t in chosen.translations if t.engine and not t.by_hand}))
    return Outline(
        choice.language,
        chosen.title or word("report", "title", choice.language),
        now,
        __version__,
        chosen,
        papers,
        tuple(teller.passage(e) for e in chosen.analysis.events),
        teller.rows,
        tuple(teller.only(a) for a in chosen.articles),
        (*teller.strangers(project.analysis), *teller.copies()),
        engines,
        timeline(chosen.articles, chosen.analysis.facts, choice.language),
        matrix(chosen.articles, chosen.analysis),
        sum(states.get(c.id, State.TO_CHECK) is not State.TO_CHECK for c in chosen.analysis.comparisons if _diverges(c)),
        revised(chosen, labels([(a.id, a.outlet) for a in chosen.articles]), choice.language),
    )


def _diverges(found: Comparison) -> bool:
    return found.verdict is not Verdict.AGREEMENT


@dataclass(frozen=True, slots=True)
class _Fact:
    fact: Fact
    rows: tuple[int, ...]
    verdict: Verdict


class _Teller:
    """Puts one study into words; holds what is looked up again and again."""

    def __init__(self, project: Project, choice: Choice, states: Mapping[str, State]) -> None:
        self._project, self._language, self._states, self._wording = project, choice.language, states, choice.wording
        self._labels = labels([(a.id, a.outlet) for a in project.articles])
        self._articles = {a.id: a for a in project.articles}
        self._facts = {f.id: f for f in project.analysis.facts}
        self._notes = {d.subject: d.text for d in project.decisions if isinstance(d, Noted)}
        self._numbers = numbered(project.analysis.events)
        self._passages: dict[Place, list[int]] = {}
        for event in project.analysis.events:
            for place in event.members:
                self._passages.setdefault(place, []).append(self._numbers[event.id])
        self._translations: dict[Place, list[Translation]] = {}
        for translation in project.translations:
            self._translations.setdefault(translation.place, []).append(translation)
        ranked = self._ranked()
        self._marked = self._marks(ranked)
        self.rows = tuple(self._row(n, c) for n, c in enumerate(ranked, 1))

    def _ranked(self) -> Sequence[Comparison]:
        """The gravest first, then the surest."""
        return sorted(self._project.analysis.comparisons, key=lambda c: (c.rank, -_confidence(c), self._numbers.get(c.event, 10**6)))

    def _marks(self, ranked: Sequence[Comparison]) -> Mapping[Place, Sequence[_Fact]]:
        """The facts of each sentence that stand in a row, with the rows' numbers and the gravest verdict each met."""
        rows: dict[str, list[int]] = {}
        verdicts: dict[str, Verdict] = {}
        for number, found in enumerate(ranked, 1):
            for ident in found.facts:
                rows.setdefault(ident, []).append(number)
            for judgement in found.judgements:
                for ident in (judgement.left, judgement.right):
                    verdicts[ident] = min(verdicts.get(ident, judgement.verdict), judgement.verdict, key=lambda v: v.gravity)
        marked: dict[Place, list[_Fact]] = {}
        for ident, numbers in rows.items():
            fact = self._facts[ident]
            marked.setdefault(fact.place, []).append(_Fact(fact, tuple(numbers), verdicts.get(ident, Verdict.AGREEMENT)))
        return marked

    def _say(self, code: str, **details: object) -> str:
        return word("report", code, self._language, **details)

    def paper(self, article: Article) -> Paper:
        """An article with its head and all its text but page noise."""
        paragraphs: dict[int, list[int]] = {}
        for index in article.story:
            paragraphs.setdefault(article.sentences[index].paragraph, []).append(index)
        told = tuple(
            Paragraph(article.sentences[group[0]].role.value, tuple(self.said(Place(article.id, i)) for i in group))
            for group in paragraphs.values()
        )
        return Paper(
            article.id,
            self._labels[article.id],
            self._title(article),
            article.outlet,
            date_text(article.published, self._language) if article.published else "",
            article.author,
            Path(article.origin.where).name if article.origin.means is Means.FILE else article.origin.where,
            article.language,
            sum(len(article.sentence_text(i).split()) for i in article.story),
            self._notes.get(article.id, ""),
            sum(s.role is Role.NOISE for s in article.sentences),
            told,
        )

    def _title(self, article: Article) -> str:
        """The title of an article; where it is translated into the report's language that first, labelled, with its own."""
        own = article.title or article.id
        titles = (i for i, s in enumerate(article.sentences) if s.role is Role.TITLE or article.sentence_text(i) == article.title)
        said = [t for i in titles for t in self._translations.get(Place(article.id, i), ()) if t.language == self._language]
        if not said or article.language == self._language or not article.title:
            return own
        code = "title_by_hand" if said[0].by_hand else "title_by_machine"
        return self._say(code, title=said[0].text.rstrip("."), own=own)

    def said(self, place: Place) -> Said:
        """A sentence with its facts marked and its translations."""
        article = self._articles[place.article]
        return Said(
            place.article,
            place.sentence,
            article.sentences[place.sentence].paragraph + 1,
            self._pieces(article, place),
            tuple(self._passages.get(place, ())),
            tuple(translated(t, self._language) for t in self._translations.get(place, ())),
        )

    def _pieces(self, article: Article, place: Place) -> tuple[Piece, ...]:
        """The sentence cut where a marked fact begins or ends; where facts overlap, each stretch carries all of theirs."""
        span = article.sentences[place.sentence].span
        facts = [f for f in self._marked.get(place, ()) if f.fact.span.overlaps(span)]
        ends = {p for f in facts for p in (f.fact.span.start, f.fact.span.end) if span.start < p < span.end}
        cuts = sorted({span.start, span.end, *ends})
        pieces: list[Piece] = []
        for start, end in pairwise(cuts):
            here = [f for f in facts if f.fact.span.start <= start and end <= f.fact.span.end]
            text = article.reading(replace(span, start=start, end=end)).text
            text = _evened(text, first=start == span.start, last=end == span.end)
            rows = tuple(dict.fromkeys(n for f in here for n in f.rows))
            pieces.append(Piece(_shown(text, article), rows, min((f.verdict for f in here), key=lambda v: v.gravity, default=None)))
        return tuple(p for p in pieces if p.text)

    def passage(self, event: Event) -> Passage:
        """An event with every article's sentences."""
        sides = tuple(tuple(self.said(p) for p in event.of(a.id)) for a in self._project.articles)
        strength = share_text(event.strength, self._language)
        return Passage(event.id, self._numbers[event.id], strength, event.by.value == "user", self._notes.get(event.id, ""), sides)

    def _row(self, number: int, found: Comparison) -> Row:
        facts = [self._facts[f] for f in found.facts]
        wordless = found.verdict is Verdict.CONTRADICTION and only_words_tell(facts, self._language)
        cells = tuple(tuple(self._cell(f, told=not wordless) for f in facts if f.place.article == a.id) for a in self._project.articles)
        state = self._states.get(found.id)
        shown = state_label(state or State.TO_CHECK, self._language) if state or _diverges(found) else ""
        about = self._wording.get(found.id) or found.about or kind_label(found.kind, self._language)
        return Row(
            found.id,
            number,
            kind_label(found.kind, self._language),
            about[:1].upper() + about[1:],
            found.verdict,
            shown,
            note_text(found.note, self._language),
            self._notes.get(found.id, ""),
            self._numbers.get(found.event),
            share_text(_confidence(found), self._language),
            cells,
            tuple(self._why(j) for j in sorted(found.judgements, key=lambda j: j.verdict.gravity)),
        )

    def _cell(self, fact: Fact, *, told: bool) -> Cell:
        article = self._articles[fact.place.article]
        sentence = article.sentences[fact.place.sentence].span
        before = article.reading(Span(sentence.start, max(sentence.start, fact.span.start))).text
        after = article.reading(Span(min(fact.span.end, sentence.end), sentence.end)).text
        hedged = fact.stance.certainty is Certainty.HEDGED and fact.kind != "certainty"
        return Cell(
            fact.id,
            stated_text(fact, self._language) if told else "",
            _shown(_shortened(_evened(before, first=True, last=False), from_end=True), article),
            article.quote(fact.span),
            _shown(_shortened(_evened(after, first=False, last=True), from_end=False), article),
            self.said(fact.place),
            fact.stance.source if fact.kind != "attribution" else "",
            word("certainty", "hedged", self._language) if hedged else "",
        )

    def _why(self, judgement: Judgement) -> Why:
        left, right = self._facts[judgement.left], self._facts[judgement.right]
        names = (self._labels[left.place.article], self._labels[right.place.article])
        return Why(*names, judgement.verdict, explain(judgement, left, right, self._language))

    def only(self, article: Article) -> tuple[Said, ...]:
        """What this article alone says: its sentences that are in no passage; titles and headings are no statements."""
        told = (Place(article.id, i) for i in article.story if article.sentences[i].role not in {Role.TITLE, Role.HEADING})
        return tuple(self.said(p) for p in told if p not in self._passages)

    def strangers(self, found: Analysis) -> tuple[str, ...]:
        """Which articles have nothing in common with the others of their study, in sentences; `found` is all that was found in it."""
        linked = found.linked()
        alone = [a.id for a in self._project.articles if found.facts and len(self._project.articles) > 1 and a.id not in linked]
        return tuple(self._say("unlinked_line", left=self._labels[ident]) for ident in alone)

    def copies(self) -> tuple[str, ...]:
        """Which articles share wording, in sentences."""
        lines = []
        for copy in self._project.analysis.copies:
            left, right = self._labels[copy.left], self._labels[copy.right]
            if copy.version:
                lines.append(self._say("version_line", left=left, right=right))
                continue
            shares = (share_text(copy.left_share, self._language), share_text(copy.right_share, self._language))
            lines.append(self._say("copy_line", left=left, right=right, left_share=shares[0], right_share=shares[1]))
        return tuple(lines)


def _shown(text: str, article: Article) -> str:
    """An article's words for reading: only where lines may break is changed."""
    return unbroken(text) if article.language == "fr" else text


def _shortened(text: str, *, from_end: bool) -> str:
    """The words nearest to a fact, whole, with an ellipsis where some are left out."""
    if len(text) <= _AROUND:
        return text
    kept = text[-_AROUND:].partition(" ")[2] if from_end else text[:_AROUND].rpartition(" ")[0]
    return f"… {kept}" if from_end else f"{kept} …"


def _confidence(found: Comparison) -> float:
    """How sure the gravest verdict is."""
    return max((j.confidence for j in found.judgements if j.verdict is found.verdict), default=0.0)


def _evened(text: str, *, first: bool, last: bool) -> str:
    """White space evened out, no-break spaces kept; a piece inside a sentence keeps one space at its ends."""
    parts = text.replace("\u00a0", "\ue000").replace("\u202f", "\ue001").split()
    even = " ".join(parts).replace("\ue000", "\u00a0").replace("\ue001", "\u202f")
    before = " " if not first and text[:1].isspace() and text[:1] not in "\u00a0\u202f" else ""
    after = " " if not last and even and text[-1:].isspace() and text[-1:] not in "\u00a0\u202f" else ""
    return before + even + after


def made_line(told: Outline) -> str:
    """When and with what the report was made."""
    return word("report", "made", told.language, when=datetime_text(told.made_at, told.language), version=told.version)


def counts_line(told: Outline) -> str:
    """How much there is, in one line."""
    lang = told.language

    def counted(name: str, count: int) -> str:
        which = "none" if not count and name == "divergences" else "one" if count == 1 else "many"
        return word("report", f"count_{name}_{which}", lang, count=count)

    parts = [counted("articles", len(told.papers)), counted("events", len(told.passages))]
    parts += [counted("divergences", len(told.divergences)), counted("agreements", len(told.agreements))]
    if told.divergences:
        parts.append(word("report", "reviewed", lang, done=told.reviewed, total=len(told.divergences)))
    return " · ".join(parts)


def translated(found: Translation, language: str) -> Translated:
    """A translated sentence with who made it and when, and what is doubtful in it, in a language's words."""
    if found.by_hand:
        label = word("report", "translation_by_hand", language)
    elif found.made_at is None:
        label = word("report", "translation_by_undated", language, engine=found.engine)
    else:
        label = word("report", "translation_by", language, engine=found.engine, when=date_text(found.made_at, language))
    doubts = tuple(
        f"{word('doubt', d.kind, language)} {word('doubt', d.code, language)}" + (f" ({d.original})" if d.original else "")
        for d in found.doubts
    )
    return Translated(found.language, found.text, label, doubts)
