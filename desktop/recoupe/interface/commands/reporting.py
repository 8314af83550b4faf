"""Telling others: reports to files and to paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from recoupe.errors import RecoupeError
from recoupe.interface.commands.desk import Desk
from recoupe.interface.messages import words_of
from recoupe.interface.selection import Selection
from recoupe.interface.session import Session
from recoupe.interface.tongue import window_language


def export(session: Session, selection: Selection, desk: Desk) -> None:
    """Choose a report and where to write it."""
    from recoupe.interface.dialogs.export import ExportDialog  # the first window must not wait for it
    from recoupe.reports import write_report

    del selection
    if not _complete(session, desk):
        return
    dialog = ExportDialog(desk.translator.study(), parent=desk.frame)
    if not dialog.exec():
        return
    suffix = dialog.format.suffix
    stem = session.path.stem if session.path else session.project.title or QCoreApplication.translate("Commands", "Report")
    folder = session.path.parent if session.path else Path.home()
    title = QCoreApplication.translate("Commands", "Export a report")
    kind = f"{dialog.format.title(window_language())} (*{suffix})"
    name, _ = QFileDialog.getSaveFileName(desk.frame, title, str(folder / f"{stem}{suffix}"), kind)
    if not name:
        return
    path = Path(name) if name.endswith(suffix) else Path(name + suffix)
    project, chosen, form = session.project, dialog.choice, dialog.format
    chosen = replace(chosen, wording=desk.translator.wording(chosen.language))
    done = desk.work(QCoreApplication.translate("Commands", "Writing the report…"))

    def take(_: None) -> None:
        done()
        words = QCoreApplication.translate("Commands", "The report is written: %1").replace("%1", path.name)
        desk.tell(words, QCoreApplication.translate("Commands", "Open it"), lambda: show(path))

    def fail(error: RecoupeError) -> None:
        done()
        desk.tell(words_of(error))

    desk.jobs.start(lambda _: write_report(project, path, format=form, choice=chosen), take, fail)


def show(path: Path) -> None:
    """Open a file in whatever the system opens it with."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def print_report(session: Session, selection: Selection, desk: Desk) -> None:
    """Show the report as it will be printed, and print it."""
    from recoupe.interface.printing import ReportPreview  # the first window must not wait for it
    from recoupe.reports import Choice, printed_html

    del selection
    if not _complete(session, desk):
        return
    project = session.project
    done = desk.work(QCoreApplication.translate("Commands", "Writing the report…"))

    def take(html: str) -> None:
        done()
        ReportPreview(html, len(project.articles), desk.frame).exec()

    def fail(error: RecoupeError) -> None:
        done()
        desk.tell(words_of(error))

    choice = Choice(window_language(), wording=desk.translator.wording(window_language()))
    desk.jobs.start(lambda _: printed_html(project, choice), take, fail)


def _complete(session: Session, desk: Desk) -> bool:
    """Whether the findings are the study's own and all there are; otherwise it is said why there is no report yet."""
    if session.settled:
        return True
    if session.busy:
        desk.tell(QCoreApplication.translate("Commands", "The articles are still being compared. A report can be made when that is done."))
    else:
        words = QCoreApplication.translate("Commands", "Comparing was stopped before its end. A report needs all that there is to find.")
        desk.tell(words, QCoreApplication.translate("Commands", "Compare"), session.analyse_again)
    return False
