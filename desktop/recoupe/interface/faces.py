"""How an article looks in the languages it is read in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from html import escape

from PySide6.QtCore import QCoreApplication

from recoupe.interface.panes.offsets import Shown
from recoupe.interface.panes.pane import Face
from recoupe.interface.panes.row import Row
from recoupe.interface.panes.translated import Mode, render
from recoupe.interface.tongue import window_language
from recoupe.model import Article, Place, Role, Span, Translation
from recoupe.translation.output import doubt_words, label
from recoupe.translation.translate import source_of
from recoupe.wording import date_text


def face_of(
    article: Article, translations: Sequence[Translation], target: str, mode: Mode, marks: Mapping[str, Span | None], *, noise: bool
) -> Face:
    """An article in its own words, in translation, or in both, with its findings where they then stand."""
    if mode is Mode.ORIGINAL or source_of(article, target) == target:
        return Face((article.text, article.sentences, noise), partial(Shown, article, with_noise=noise))
    rendering = render(article, translations, target, mode)
    said = tuple((i, t.text) for i, t in rendering.translations.items())
    return Face(
        (article.text, article.sentences, noise, mode, said),
        partial(rendering.shown, with_noise=noise),
        partial(rendering.findings, carried=marks),
        note=label(translations, window_language(), lambda day: date_text(day, window_language())) if translations else "",
        check=_to_check(translations),
        title=_title(article, rendering.translations),
        remark=partial(_remark, {t.place: t for t in translations}, article, mode),
    )


def _to_check(translations: Sequence[Translation]) -> str:
    """What the head of an article says of sentences to check, empty where there are none; those set right by hand are not."""
    doubtful = sum(bool(t.doubts) and not t.by_hand for t in translations)
    one = QCoreApplication.translate("Translation", "1 sentence to check")
    many = QCoreApplication.translate("Translation", "%1 sentences to check").replace("%1", str(doubtful))
    return "" if not doubtful else one if doubtful == 1 else many


def _title(article: Article, translations: Mapping[int, Translation]) -> str:
    """The translated headline, empty where there is none."""
    for index, translation in sorted(translations.items()):
        if article.sentences[index].role is Role.TITLE or article.sentence_text(index) == article.title:
            return translation.text
    first = translations.get(article.story[0]) if article.story and not article.title else None
    return first.text if first else ""


def _remark(by_place: Mapping[Place, Translation], article: Article, mode: Mode, place: Place) -> str:
    """The tooltip of a translated sentence: what is doubtful in it, and the original where that isn't shown."""
    translation = by_place.get(place)
    if translation is None:
        return ""
    lines = [f"<div><b>{escape(doubt_words(d, window_language(), translation.text))}</b></div>" for d in translation.doubts]
    if mode is Mode.TRANSLATION:
        lines.append(f"<div><i>{escape(article.sentence_text(place.sentence))}</i></div>")
    return "".join(lines)


def sentences_in_view(row: Row, article: str) -> tuple[int, ...]:
    """The sentences of an article that can be seen, by their numbers in the original."""
    for pane in row.panes:
        shown = pane.text.shown
        if pane.article.id == article and shown is not None:
            count = len(pane.article.sentences)
            numbers = [block.blockNumber() for block, _ in pane.text.visible_blocks()]
            inside = [i for n in numbers if n < len(shown.paragraphs) for i in shown.paragraphs[n].sentences]
            return tuple(i for i in inside if i < count)
    return ()
