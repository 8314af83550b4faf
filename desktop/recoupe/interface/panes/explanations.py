"""The words of tooltips over passages and facts: values side by side, the rule, how sure, who says it."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from recoupe.interface.panes.findings import Mark, Tie, event_at
from recoupe.interface.theme import Theme, verdict_mark
from recoupe.interface.tongue import window_language
from recoupe.model import Article, By, Certainty, Comparison, Fact, Place, Project, Verdict
from recoupe.wording import (
    colon,
    confidence_text,
    kind_label,
    note_text,
    only_words_tell,
    quoted,
    reason_text,
    share_text,
    verdict_label,
    word,
    worth_text,
)

Words = Mapping[str, str]
NONE: Words = MappingProxyType({})


def short_name(article: Article) -> str:
    """What an article is called where there is little room: its outlet, or its title, or its file."""
    return article.outlet or article.title or article.id


def explain_marks(project: Project, marks: tuple[Mark, ...], theme: Theme, said: Words = NONE, titles: Words = NONE) -> str:
    """The comparison behind the gravest mark under the mouse.

    `said` holds the words of translations by fact and, for what is compared, by comparison; `titles` translated headlines by article:
    all as far as the reader reads them.
    """
    comparisons = {c.id: c for c in project.analysis.comparisons}
    for mark in marks[:1]:
        comparison = comparisons.get(mark.comparison)
        if comparison is not None:
            return explain_comparison(project, comparison, mark.fact, theme, said=said, titles=titles)
    return ""


def explain_comparison(
    project: Project, comparison: Comparison, fact: Fact, theme: Theme, *, said: Words = NONE, titles: Words = NONE
) -> str:
    """Every article's wording and value, the rule that judged this fact against the others, and how sure that is."""
    lang = window_language()
    facts = {f.id: f for f in project.analysis.facts}
    mine = [j for j in comparison.judgements if fact.id in {j.left, j.right}]
    gravest = min(mine or comparison.judgements, key=lambda j: j.verdict.gravity)
    ink, about = theme.ink(gravest.verdict), said.get(comparison.id) or in_original(comparison.about, project.article(fact.place.article))
    head = (
        f"<div style='margin-bottom:4px'><b style='color:{ink}'>{verdict_mark(gravest.verdict, unsure=comparison.unsure)} "
        f"{escape(verdict_label(gravest.verdict, lang))}</b>"
        f" <span style='color:{theme.muted}'>{escape(kind_label(comparison.kind, lang))} · {escape(about)}</span></div>"
    )
    known = [facts[ident] for ident in comparison.facts if ident in facts]
    wordless = comparison.verdict is Verdict.CONTRADICTION and only_words_tell(known, lang)
    rows = "".join(
        _row(
            project,
            each,
            theme,
            said.get(each.id, ""),
            titles,
            worth="" if wordless else worth_text(each, lang),
            strong=each.id == fact.id,
        )
        for each in known
    )
    sure = "" if comparison.unsure else escape(confidence_text(gravest.confidence, lang))
    note = escape(_sentence(note_text(comparison.note, lang))) if comparison.note else ""
    return (
        f"{head}<table cellspacing='0' cellpadding='3'>{rows}</table>"
        f"<div style='margin-top:4px'>{escape(_sentence(reason_text(gravest, lang)))}</div>"
        f"<div style='color:{theme.muted}'>{'<br>'.join(filter(None, (sure, note)))}</div>"
    )


def in_original(words: str, article: Article) -> str:
    """An article's own words, in its quotation marks where the window speaks another language."""
    return words if not words or article.language in {"", window_language()} else quoted(words, article.language)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _row(project: Project, fact: Fact, theme: Theme, translated: str, titles: Words, *, worth: str, strong: bool) -> str:
    lang = window_language()
    try:
        article = project.article(fact.place.article)
    except KeyError:
        return ""
    words, own = escape(quoted(article.quote(fact.span), article.language or "fr")), ""
    if translated:  # in the reader's words, the article's own beneath
        own = f"<br><span style='color:{theme.muted}'>{words}</span>"
        words = escape(quoted(translated, "en" if article.language == "fr" else "fr"))
    value = escape(worth)
    stance = []
    if fact.stance.certainty is Certainty.HEDGED:
        stance.append(word("certainty", "hedged", lang))
    if fact.stance.source:
        stance.append(word("explain", "according", lang, source=in_original(fact.stance.source, article)))
    told = f" <span style='color:{theme.muted}'>({escape(', '.join(stance))})</span>" if stance else ""
    name = escape((article.outlet or titles.get(article.id) or short_name(article))[:32])
    whose = f"<td style='color:{theme.muted}'>{'▸ ' if strong else ''}{name}</td>"
    return f"<tr>{whose}<td><b>{words}</b>{own}</td><td>{value}{told}</td></tr>"


def explain_place(project: Project, place: Place, theme: Theme) -> str:
    """Which event a sentence tells and in how many articles."""
    event = event_at(project, place)
    if event is None:
        return ""
    others = len([a for a in event.articles if a != place.article])
    told = QCoreApplication.translate("Tooltips", "Articles that tell this too: %1").replace("%1", str(others))
    sure = QCoreApplication.translate("Tooltips", "linked with a confidence of %1").replace(
        "%1", share_text(event.strength, window_language())
    )
    hint = QCoreApplication.translate("Tooltips", "Double-click or press Space to bring the other wordings here.")
    quiet = f"<span style='color:{theme.muted}'>{escape(hint)}</span>"
    return f"<table width='330'><tr><td>{escape(told)}, {escape(sure)}<br>{quiet}</td></tr></table>"


def explain_tie(project: Project, left: str, right: str, tie: Tie) -> str:
    """How sure a link between two articles is, and what the surest of its sentences rests on."""
    lang = window_language()
    if tie.by is By.USER:
        return QCoreApplication.translate("Tooltips", "Linked or confirmed by you")
    ends = {Place(left, i) for i in tie.left}, {Place(right, i) for i in tie.right}
    links = [
        link
        for event in project.analysis.events
        for link in event.links
        if event.id == tie.event and any(link.left in here and link.right in there for here, there in (ends, ends[::-1]))
    ]
    surest = max(links, key=lambda link: link.confidence, default=None)
    language = project.article(left).language
    told = "".join(f"<br>{escape(_evidence(code, shown, language))}" for code, shown in (surest.reasons if surest else ()) if code)
    return f"<div>{escape(confidence_text(tie.confidence, lang))}{told}</div>"


def _evidence(code: str, shown: str, language: str) -> str:
    """One piece of evidence; the article's own words stand in quotes where the window speaks another language than they do."""
    label = {
        "figures": QCoreApplication.translate("Tooltips", "same figures"),
        "names": QCoreApplication.translate("Tooltips", "same names"),
        "words": QCoreApplication.translate("Tooltips", "words in common"),
        "dates": QCoreApplication.translate("Tooltips", "same dates"),
        "meaning": QCoreApplication.translate("Tooltips", "close in meaning"),
        "position": QCoreApplication.translate("Tooltips", "neighbours are linked too"),
    }.get(code, code)
    if not shown:
        return label
    if language in {"", window_language()} or not any(c.isalpha() for c in shown):
        return f"{label}{colon(window_language())}{shown}"
    original = QCoreApplication.translate("Tooltips", "%1, in the original").replace("%1", label)
    return f"{original}{colon(window_language())}{', '.join(quoted(words, language) for words in shown.split(', '))}"
