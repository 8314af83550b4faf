"""Asks for what a text does not say of itself: its outlet, its date, its title."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from recoupe.model import Article


class LabelsDialog(QDialog):
    """The labels of one article; `article` is the article as labelled."""

    def __init__(self, article: Article, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article = article
        self.setWindowTitle(self.tr("Article details"))
        self.setMinimumWidth(460)
        self.outlet, self.title, self.author = QLineEdit(article.outlet), QLineEdit(article.title), QLineEdit(article.author)
        for line in (self.outlet, self.title, self.author):
            line.setCursorPosition(0)  # a long title is read from its beginning
        self.outlet.setPlaceholderText(self.tr("the paper, agency or site"))
        self.known = QCheckBox(self.tr("known"))
        self.day = QDateEdit()
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("d MMMM yyyy")
        shown = article.published or date.today()
        self.day.setDate(QDate(shown.year, shown.month, shown.day))
        self.known.setChecked(article.published is not None)
        self.day.setEnabled(article.published is not None)
        self.known.toggled.connect(self.day.setEnabled)
        self.language = QComboBox()
        for code, name in (("fr", self.tr("French")), ("en", self.tr("English"))):
            self.language.addItem(name, code)
        if article.language not in {"fr", "en"}:
            self.language.addItem(article.language or self.tr("language unknown"), article.language)
        self.language.setCurrentIndex(self.language.findData(article.language))
        dated = QHBoxLayout()
        dated.addWidget(self.known)
        dated.addWidget(self.day, 1)
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        form.addRow(self.tr("&Outlet"), self.outlet)
        form.addRow(self.tr("&Title"), self.title)
        published = QLabel(self.tr("&Published"))
        published.setBuddy(self.known)  # a form gives none to a row of two fields, and the & would be seen
        form.addRow(published, dated)
        form.addRow(self.tr("&Author"), self.author)
        form.addRow(self.tr("&Language"), self.language)
        self.day.setAccessibleName(self.tr("Date of publication"))
        self.known.setToolTip(self.tr("Words such as “Monday” or “yesterday” are resolved from the date of publication"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addLayout(form)
        whole.addWidget(buttons)

    @property
    def article(self) -> Article:
        """The article with the labels as they stand in the dialog."""
        chosen = self.day.date()
        return replace(
            self._article,
            outlet=self.outlet.text().strip(),
            title=self.title.text().strip(),
            author=self.author.text().strip(),
            published=date(chosen.year(), chosen.month(), chosen.day()) if self.known.isChecked() else None,
            language=str(self.language.currentData() or ""),
        )
