"""The comparison as JSON: the program's public, machine-readable answer (`recoupe.comparison`, version 1).

Offsets are Unicode code points into `text`, end exclusive. A sentence's id is its article's id and its number in the article from 1,
sentences marked as noise counted but not listed; a fact's id is its article's id and its number in reading order.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from itertools import chain
from typing import Any

from recoupe.model import (
    Analysis,
    Article,
    Certainty,
    Comparison,
    Event,
    Fact,
    Judgement,
    Means,
    Origin,
    Place,
    Role,
    Sentence,
    Span,
    Stance,
    Value,
    Verdict,
)
from recoupe.model.plain import Unfit, from_plain, to_plain
from recoupe.reports.formats.format import Format
from recoupe.reports.outline import Outline
from recoupe.reports.revised import Revised
from recoupe.wording import note_codes, note_text

NAME, VERSION = "recoupe.comparison", 1


def comparison(articles: Iterable[Article], analysis: Analysis, paths: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The whole comparison as plain data; `paths` gives each article's path by its id, where it is not the one it was read from."""
    articles = tuple(articles)
    shown = {a.id for a in articles}
    facts = [f for f in _in_order(analysis.facts, [a.id for a in articles]) if f.place.article in shown]
    fact_ids = _fact_ids(facts)
    events = [e for e in analysis.events if len({p.article for p in e.members} & shown) > 1]
    event_ids = {e.id: f"e{n}" for n, e in enumerate(events, 1)}
    groups = [c for c in (_restricted(c, fact_ids) for c in analysis.comparisons) if c is not None]
    return {
        "format": NAME,
        "version": VERSION,
        "articles": [_article(a, (paths or {}).get(a.id, a.origin.where)) for a in articles],
        "events": [_event(e, event_ids[e.id], shown) for e in events],
        "facts": [_fact(f, fact_ids[f.id], next(a for a in articles if a.id == f.place.article)) for f in facts],
        "fact_groups": [_group(c, f"g{n}", event_ids.get(c.event), fact_ids) for n, c in enumerate(groups, 1)],
    }


def _in_order(facts: Sequence[Fact], articles: Sequence[str]) -> list[Fact]:
    place = {ident: n for n, ident in enumerate(articles)}
    return sorted(facts, key=lambda f: (place.get(f.place.article, len(place)), f.span, f.kind))


def _fact_ids(facts: Sequence[Fact]) -> dict[str, str]:
    counts: dict[str, int] = {}
    found = {}
    for fact in facts:
        article = fact.place.article
        counts[article] = counts.get(article, 0) + 1
        found[fact.id] = f"{article}.f{counts[article]}"
    return found


def _restricted(found: Comparison, fact_ids: Mapping[str, str]) -> Comparison | None:
    """The comparison among the facts that are shown; None where fewer than two are left."""
    facts = tuple(f for f in found.facts if f in fact_ids)
    judgements = tuple(j for j in found.judgements if j.left in fact_ids and j.right in fact_ids)
    if len(facts) < 2 or not judgements:
        return None
    return Comparison(found.id, found.event, found.kind, found.about, facts, judgements, found.note)


def _sentence_id(place: Place) -> str:
    return f"{place.article}.s{place.sentence + 1}"


def _article(article: Article, path: str) -> dict[str, Any]:
    return {
        "id": article.id,
        "path": path,
        "title": article.title,
        "outlet": article.outlet or None,
        "published": article.published.isoformat() if article.published else None,
        "language": article.language,
        "text": article.text,
        "sentences": [
            {
                "id": _sentence_id(Place(article.id, i)),
                "start": s.span.start,
                "end": s.span.end,
                "paragraph": s.paragraph,
                "role": s.role.value,
            }
            for i, s in enumerate(article.sentences)
            if s.role is not Role.NOISE
        ],
        "noise": [
            {"start": s.span.start, "end": s.span.end, "reason": s.noise or "noise"} for s in article.sentences if s.role is Role.NOISE
        ],
    }


def _event(event: Event, ident: str, shown: set[str]) -> dict[str, Any]:
    sentences = {article: [_sentence_id(p) for p in event.of(article)] for article in sorted(event.articles) if article in shown}
    return {"id": ident, "score": round(event.strength, 4), "sentences": sentences}


def _fact(fact: Fact, ident: str, article: Article) -> dict[str, Any]:
    return {
        "id": ident,
        "article": article.id,
        "sentence": _sentence_id(fact.place),
        "start": fact.span.start,
        "end": fact.span.end,
        "text": article.text[fact.span.start : fact.span.end],
        "kind": fact.kind,
        "value": _value(fact.value),
        "certainty": fact.stance.certainty.value,
        "source": fact.stance.source,
    }


def _value(value: Value) -> dict[str, Any]:
    """A value with every field named, numbers as decimal strings: `{"type": "quantity", "low": "1200", "high": null, …}`."""
    return {"type": type(value).__name__.lower(), **{f.name: to_plain(getattr(value, f.name)) for f in fields(value)}}


def _group(found: Comparison, ident: str, event: str | None, fact_ids: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": ident,
        "event": event,
        "kind": found.kind,
        "about": found.about,
        "facts": [fact_ids[f] for f in found.facts],
        "verdict": found.verdict.value,
        "verdicts": {f"{fact_ids[j.left]}|{fact_ids[j.right]}": j.verdict.value for j in found.judgements},
        "note": note_text(found.note, "en"),
    }


def read_comparison(data: object) -> tuple[tuple[Article, ...], Analysis]:
    """The articles and findings that a comparison tells of; written again, they give the same data. Raises `Unfit`.

    What the format leaves out is lost: why sentences are linked, the reasons of verdicts, how articles were cleaned.
    """
    if not isinstance(data, dict) or data.get("format") != NAME or data.get("version") != VERSION:
        raise Unfit(f"no {NAME} of version {VERSION}")
    try:
        articles = tuple(_read_article(a) for a in data["articles"])
        places = {s["id"]: Place(a["id"], int(s["id"].rpartition(".s")[2]) - 1) for a in data["articles"] for s in a["sentences"]}
        events = tuple(_read_event(e, places) for e in data["events"])
        facts = tuple(_read_fact(f, places) for f in data["facts"])
        groups = tuple(_read_group(g) for g in data["fact_groups"])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Unfit(f"{NAME}: {error}") from error
    return articles, Analysis(facts, events, groups)


def _read_article(data: Mapping[str, Any]) -> Article:
    kept = [Sentence(Span(s["start"], s["end"]), Role(s["role"]), s["paragraph"]) for s in data["sentences"]]
    noise = [Sentence(Span(n["start"], n["end"]), Role.NOISE, 0, n["reason"]) for n in data["noise"]]
    sentences = tuple(sorted(chain(kept, noise), key=lambda s: s.span))
    published = date.fromisoformat(data["published"]) if data["published"] else None
    origin = Origin(Means.FILE, data["path"])
    return Article(data["id"], data["title"], data["outlet"] or "", published, data["language"], origin, data["text"], sentences)


def _read_event(data: Mapping[str, Any], places: Mapping[str, Place]) -> Event:
    members = sorted(places[s] for ids in data["sentences"].values() for s in ids)
    return Event(data["id"], tuple(members), float(data["score"]))


def _read_fact(data: Mapping[str, Any], places: Mapping[str, Place]) -> Fact:
    stance = Stance(Certainty(data["certainty"]), data["source"])
    value = from_plain(
        Value, {"is": data["value"]["type"].capitalize()} | {k: v for k, v in data["value"].items() if k != "type"}, data["id"]
    )
    return Fact(data["id"], data["kind"], places[data["sentence"]], Span(data["start"], data["end"]), "", value, stance)


def _read_group(data: Mapping[str, Any]) -> Comparison:
    pairs = ((*pair.split("|"), verdict) for pair, verdict in data["verdicts"].items())
    judgements = tuple(Judgement(left, right, Verdict(verdict), "") for left, right, verdict in pairs)
    note = note_codes("en").get(data["note"], data["note"])
    return Comparison(data["id"], data["event"] or "", data["kind"], data["about"], tuple(data["facts"]), judgements, note)


def _revised(revised: Revised) -> dict[str, Any]:
    """What a later version of an article changed; a sentence that is gone has no id, for ids are those of the version that stands."""
    changes = [
        {
            "how": change.how.value,
            "sentence": None if change.after is None else _sentence_id(Place(revised.article, change.after)),
            "was": "".join(text for kind, text in change.pieces if kind != "insert"),
            "is": "".join(text for kind, text in change.pieces if kind != "delete"),
        }
        for change in revised.changes
    ]
    return {"article": revised.article, "changes": changes}


def _render(told: Outline) -> bytes:
    data = comparison(told.project.articles, told.project.analysis)
    if told.revised:
        data["revisions"] = [_revised(r) for r in told.revised]
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


FORMAT = Format("json", ".json", _render)
