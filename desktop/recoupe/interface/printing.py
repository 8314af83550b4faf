"""Prints a report, with a preview first."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageLayout, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

_MARGINS = QMarginsF(0, 0, 0, 0)  # printing a document adds two centimetres of its own
_MOST_UPRIGHT = 2  # articles that still fit beside each other on an upright page


def report_document(html: str) -> QTextDocument:
    """A report, as `reports.printed_html` gives it, as a document to print."""
    document = QTextDocument()
    document.setDefaultFont(QFont("Noto Sans", 9))
    document.setHtml(html)
    return document


def lay_out(device: QPagedPaintDevice, articles: int) -> None:
    """A4, on its side where more than two articles stand beside each other."""
    orientation = QPageLayout.Orientation.Portrait if articles <= _MOST_UPRIGHT else QPageLayout.Orientation.Landscape
    device.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), orientation, _MARGINS, QPageLayout.Unit.Millimeter))


class ReportPreview(QPrintPreviewDialog):
    """The preview of a report of so many articles on paper, which prints when the user says so."""

    def __init__(self, html: str, articles: int, parent: QWidget | None = None) -> None:
        self._document = report_document(html)
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)  # Qt's dialog does not keep it alive
        lay_out(self._printer, articles)
        self._printer.setDocName(self._document.metaInformation(QTextDocument.MetaInformation.DocumentTitle))
        super().__init__(self._printer, parent)
        self.paintRequested.connect(self._document.print_)
