"""Shows what was taken out of a web page before it joins the study: its labels, which can be set right, and its text."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from recoupe.interface.panes.labels import LabelsDialog
from recoupe.interface.theme import Theme
from recoupe.interface.verbatim import verbatim_label
from recoupe.model import Article, Role

ROOM = QSize(640, 620)


class ApproveDialog(LabelsDialog):
    """One article that was fetched. What the page prints around it is shown in grey; `everything` says whether the rest is taken unseen."""

    def __init__(self, article: Article, theme: Theme, *, more: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(article, parent)
        self.setWindowTitle(self.tr("Add this article?"))
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setHtml(_text_of(article, theme))
        self.text.setAccessibleName(self.tr("Text of the article"))
        where = verbatim_label(article.origin.where, wrap=True)
        where.setProperty("role", "muted")
        words = sum(len(article.sentence_text(i).split()) for i in article.story)
        one = self.tr("1 word. What is grey belongs to the page and is not compared.")
        many = self.tr("%1 words. What is grey belongs to the page and is not compared.").replace("%1", str(words))
        self.words = QLabel(one if words == 1 else many)
        self.words.setProperty("role", "muted")
        others = self.tr("Add the other %1 as they are").replace("%1", str(more))
        self.everything = QCheckBox(self.tr("Add the other one as it is") if more == 1 else others)
        self.everything.setVisible(more > 0)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)  # noqa: S101 (made so by the dialog this one is; for the type checker)
        column.insertWidget(0, where)
        column.insertWidget(2, self.text, 1)
        column.insertWidget(3, self.words)
        column.insertWidget(4, self.everything)
        buttons = self.findChild(QDialogButtonBox)
        if buttons is not None:
            buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("&Add"))
            leave: QPushButton = buttons.button(QDialogButtonBox.StandardButton.Cancel)
            leave.setText(self.tr("&Leave it"))
        self.resize(ROOM.boundedTo(self.screen().availableSize() - QSize(40, 80)))


def _text_of(article: Article, theme: Theme) -> str:
    """The article's paragraphs as rich text, its title and headings in bold and page noise in grey."""
    lines: list[str] = []
    paragraph = -1
    for index, sentence in enumerate(article.sentences):
        words = escape(article.sentence_text(index))
        if sentence.role is Role.NOISE:
            words = f"<span style='color:{theme.noise}'>{words}</span>"
        elif sentence.role in {Role.TITLE, Role.HEADING}:
            words = f"<b>{words}</b>"
        if sentence.paragraph != paragraph:
            lines.append(words)
            paragraph = sentence.paragraph
        else:
            lines[-1] += f" {words}"
    return "".join(f"<p>{line}</p>" for line in lines)
