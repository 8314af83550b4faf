"""The translations as a TMX 1.4 memory, one unit per sentence, with its engine, date and doubts."""

from __future__ import annotations

from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from recoupe.model import Article, Translation
from recoupe.reports.formats.format import Format
from recoupe.reports.outline import Outline
from recoupe.reports.table import printable


def _render(told: Outline) -> bytes:
    articles = {a.id: a for a in told.project.articles}
    units = [_unit(articles[t.place.article], t) for t in told.project.translations if t.place.article in articles]
    languages = {_language(articles[t.place.article].language) for t in told.project.translations if t.place.article in articles}
    source = languages.pop() if len(languages) == 1 else "*all*"
    header = (
        f'<header creationtool="Recoupe" creationtoolversion={quoteattr(told.version)} segtype="sentence" o-tmf="recoupe" adminlang="en"'
        f' srclang={quoteattr(source)} datatype="plaintext" creationdate="{_stamp(told.made_at)}">'
    )
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
        '<tmx version="1.4">',
        header,
        f'<prop type="title">{_text(told.title)}</prop>',
        "</header>",
        "<body>",
        *units,
        "</body>",
        "</tmx>",
    ]
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def _unit(article: Article, translation: Translation) -> str:
    ident = f"{article.id}.s{translation.place.sentence + 1}.{translation.language}"
    date = f' creationdate="{_stamp(translation.made_at)}"' if translation.made_at else ""
    how = "human" if translation.by_hand else "machine"
    props = [f'<prop type="origin">{how}</prop>', f'<prop type="article">{_text(article.title or article.id)}</prop>']
    if article.outlet:
        props.append(f'<prop type="outlet">{_text(article.outlet)}</prop>')
    if translation.engine and not translation.by_hand:
        props.append(f'<prop type="engine">{_text(translation.engine)}</prop>')
    props += [f'<prop type="doubt">{_text(f"{d.kind} {d.code} {d.original}".strip())}</prop>' for d in translation.doubts]
    source = _variant(_language(article.language), article.sentence_text(translation.place.sentence))
    return "\n".join(
        [f"<tu tuid={quoteattr(ident)}{date}>", *props, source, _variant(_language(translation.language), translation.text), "</tu>"]
    )


def _variant(language: str, text: str) -> str:
    return f"<tuv xml:lang={quoteattr(language)}><seg>{_text(text)}</seg></tuv>"


def _language(code: str) -> str:
    return code or "fr"


def _text(text: str) -> str:
    return escape(printable(text))


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y%m%dT%H%M%SZ")


FORMAT = Format("tmx", ".tmx", _render)
