"""Translated articles written out: as text, as JSON, or in two columns as HTML."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from html import escape
from itertools import groupby

from recoupe.model import Article, Doubt, Role, Translation
from recoupe.translation.engines import ENGINES
from recoupe.translation.translate import source_of

OUTPUT_FORMATS = ("text", "json", "bilingual-html")
Dated = Callable[[date], str]  # a day in words

_WORDS = {
    "en": {
        "colon": ": ",
        "machine": "Machine translation by {engine}, {date}.",
        "rough": "A rough translation, for the gist only.",
        "left": "Left in the original, because no translation came: {count}.",
        "check": "To check against the original: {count}.",
        "lost": "lost",
        "changed": "changed",
        "added": "added",
        "figure": "figure",
        "unit": "unit",
        "date": "date",
        "name": "name",
        "negation": "negation",
        "hedge": "hedge",
        "glossary": "your own word",
        "outdated": "translated with another list of words",
    },
    "fr": {
        "colon": "\u00a0: ",
        "machine": "Traduction automatique par {engine}, {date}.",
        "rough": "Traduction approximative, pour le sens général.",
        "left": "Dans l’original, faute de traduction : {count}.",
        "check": "À vérifier sur l’original : {count}.",
        "lost": "perdu",
        "changed": "changé",
        "added": "ajouté",
        "figure": "chiffre",
        "unit": "unité",
        "date": "date",
        "name": "nom",
        "negation": "négation",
        "hedge": "réserve",
        "glossary": "mot du glossaire",
        "outdated": "traduit avec une autre liste de mots",
    },
}

_FEMININE = frozenset({"unit", "date", "negation", "hedge"})  # in French: « date changée »


def written(told: Sequence[tuple[Article, Sequence[Translation]]], target: str, form: str, dated: Dated = date.isoformat) -> str:
    """Translated articles in one of `OUTPUT_FORMATS`, always labelled with engine and date: one document, however many there are.

    `dated` puts days into words. A sentence without a translation stands in the original. As JSON one article is an object of its own;
    several stand in the list "articles" of one object. ValueError for a format that is none.
    """
    if form not in OUTPUT_FORMATS:
        raise ValueError(form)
    articles = [
        (article, {t.place.sentence: t for t in translations if t.place.article == article.id and t.language == target})
        for article, translations in told
    ]
    if form == "text":
        return "\n".join(_text(article, said, target, dated) for article, said in articles)
    if form == "json":
        return _json([_data(article, said, target, dated) for article, said in articles])
    sections = [_section(article, said, target, dated) for article, said in articles]
    return _html(sections, ", ".join(_title(a) for a, _ in articles), target)


def label(translations: Sequence[Translation], target: str, dated: Dated = date.isoformat) -> str:
    """Which engines made a translation and when, in the target language; `dated` puts the day into words."""
    words = _WORDS.get(target, _WORDS["en"])
    made = [t for t in translations if not t.by_hand]
    names = ", ".join(dict.fromkeys(t.engine for t in made))
    latest = max((t.made_at for t in made if t.made_at), default=None)
    told = words["machine"].format(engine=names, date=dated(latest.date()) if latest else "—") if made else ""
    rough = any(e.rough for e in ENGINES if e.title in {t.engine for t in made})
    return f"{told} {words['rough']}" if rough else told


def doubt_words(doubt: Doubt, target: str, text: str = "") -> str:
    """A doubt in words: what kind of thing became of what; what it became is told where the translation's text is given."""
    words = _WORDS.get(target, _WORDS["en"])
    if (doubt.kind, doubt.code) == ("glossary", "changed"):
        return words["outdated"]
    told = f"{words.get(doubt.kind, doubt.kind)} {words.get(doubt.code, doubt.code)}"  # a study made elsewhere may hold any
    if words is _WORDS["fr"] and doubt.kind in _FEMININE and doubt.code in words:
        told += "e"
    became = text[doubt.span.start : doubt.span.end].strip() if doubt.span else ""
    what = " ← ".join(part for part in (became, doubt.original) if part)
    return f"{told}{words['colon']}{what}" if what else told


def _paragraphs(article: Article) -> Iterator[tuple[Role, list[int]]]:
    for _, group in groupby(article.story, key=lambda i: article.sentences[i].paragraph):
        indices = list(group)
        yield article.sentences[indices[0]].role, indices


def _remarks(article: Article, said: Mapping[int, Translation], target: str, dated: Dated) -> list[str]:
    words = _WORDS.get(target, _WORDS["en"])
    found = [label(list(said.values()), target, dated)]
    left = [i for i in article.story if i not in said]
    doubtful = sum(bool(t.doubts) for t in said.values())
    if left and said:
        found.append(words["left"].format(count=len(left)))
    if doubtful:
        found.append(words["check"].format(count=doubtful))
    return [f for f in found if f]


def _text(article: Article, said: Mapping[int, Translation], target: str, dated: Dated) -> str:
    paragraphs = []
    for _, indices in _paragraphs(article):
        paragraphs.append(" ".join(said[i].text if i in said else article.sentence_text(i) for i in indices))
    remarks = _remarks(article, said, target, dated)
    for index, translation in sorted(said.items()):
        remarks += [f"  “{translation.text}”: {doubt_words(d, target)}" for d in translation.doubts if index in said]
    tail = "\n".join(remarks)
    return "\n\n".join(paragraphs) + (f"\n\n— {tail}\n" if tail else "\n")


def _json(articles: Sequence[dict[str, object]]) -> str:
    whole = articles[0] if len(articles) == 1 else {"format": "recoupe.translations", "version": 1, "articles": articles}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _data(article: Article, said: Mapping[int, Translation], target: str, dated: Dated) -> dict[str, object]:
    sentences = []
    for index in article.story:
        span, translation = article.sentences[index].span, said.get(index)
        sentences.append(
            {
                "id": f"{article.id}.s{index + 1}",
                "start": span.start,
                "end": span.end,
                "text": article.sentence_text(index),
                "translation": translation.text if translation else None,
                "engine": translation.engine if translation else None,
                "made_at": _moment(translation.made_at) if translation else None,
                "by_hand": bool(translation and translation.by_hand),
                "doubts": [_plain(d) for d in translation.doubts] if translation else [],
            }
        )
    return {
        "format": "recoupe.translation",
        "version": 1,
        "article": article.id,
        "source": source_of(article, target),
        "target": target,
        "label": label(list(said.values()), target, dated),
        "sentences": sentences,
    }


def _moment(when: datetime | None) -> str | None:
    return when.isoformat(timespec="seconds") if when else None


def _plain(doubt: Doubt) -> dict[str, object]:
    place = {"start": doubt.span.start, "end": doubt.span.end} if doubt.span else {}
    return {"code": doubt.code, "kind": doubt.kind, "original": doubt.original, **place}


_STYLE = """
body { font: 1.05rem/1.55 Georgia, "Source Serif 4", serif; max-width: 72rem; margin: 2rem auto; padding: 0 1.5rem; }
body { color: #1c1c1c; background: #fff; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
td { vertical-align: top; padding: .45rem 1rem .45rem 0; width: 50%; }
tr.title td, tr.heading td { font-weight: bold; }
tr.lead td { font-size: 1.06em; }
td.original { color: #555; border-right: 1px solid #ddd; } td.said { padding-left: 1rem; }
mark { background: #ffe9a8; color: inherit; border-bottom: 2px solid #b27b00; }
.left { color: #777; font-style: italic; }
article + article { margin-top: 4rem; break-before: page; }
footer { margin-top: 2rem; border-top: 1px solid #ddd; padding-top: .7rem; color: #555; font: .9rem/1.5 system-ui, sans-serif; }
@media (prefers-color-scheme: dark) {
  body { color: #e6e6e6; background: #1b1b1b; } td.original, footer { color: #a9a9a9; border-color: #444; }
  mark { background: #4d3c06; border-color: #e0b140; }
}
@media print { body { margin: 0; max-width: none; font-size: 10.5pt; } tr { break-inside: avoid; } }
"""


def _html(sections: Sequence[str], title: str, target: str) -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="{target}">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{chr(10).join(sections)}\n</body>\n</html>\n"
    )


def _title(article: Article) -> str:
    return article.title or (article.sentence_text(article.story[0]) if article.story else article.id)


def _section(article: Article, said: Mapping[int, Translation], target: str, dated: Dated) -> str:
    source = source_of(article, target)
    rows = []
    for role, indices in _paragraphs(article):
        original = " ".join(escape(article.sentence_text(i)) for i in indices)
        answer = " ".join(_marked(said[i], target) if i in said else _left(article, i, source) for i in indices)
        rows.append(
            f'<tr class="{role}"><td class="original" lang="{source}">{original}</td><td class="said" lang="{target}">{answer}</td></tr>'
        )
    remarks = "".join(f"<p>{escape(remark)}</p>" for remark in _remarks(article, said, target, dated))
    origin = ", ".join(escape(part) for part in (article.outlet, dated(article.published) if article.published else "") if part)
    return (
        f"<article>\n{f'<p>{origin}</p>' if origin else ''}\n"
        f"<table>\n{chr(10).join(rows)}\n</table>\n<footer>{remarks}</footer>\n</article>"
    )


def _left(article: Article, index: int, source: str) -> str:
    return f'<span class="left" lang="{source}">{escape(article.sentence_text(index))}</span>'


def _marked(translation: Translation, target: str) -> str:
    """A translation with its doubts in place, each with what the original says; those without a place stand behind it."""
    parts, at = [], 0
    placed = sorted((d for d in translation.doubts if d.span), key=lambda d: d.span.start if d.span else 0)
    for doubt in placed:
        if doubt.span is None or doubt.span.start < at:
            continue
        parts.append(escape(translation.text[at : doubt.span.start]))
        words = escape(translation.text[doubt.span.start : doubt.span.end])
        parts.append(f'<mark title="{escape(doubt_words(doubt, target))}">{words}</mark>')
        at = doubt.span.end
    parts.append(escape(translation.text[at:]))
    behind = "; ".join(doubt_words(d, target) for d in translation.doubts if d.span is None)
    return "".join(parts) + (f" <mark>[{escape(behind)}]</mark>" if behind else "")
