"""Lays out panes, table, menus and status bar; decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QSettings, QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from recoupe.interface.actions import Action
from recoupe.interface.checker import Checker
from recoupe.interface.commands import articles, events, facts, project, translation
from recoupe.interface.dialogs.palette import Entry
from recoupe.interface.dialogs.preferences import Preferences
from recoupe.interface.dropping import Dropping
from recoupe.interface.faces import sentences_in_view
from recoupe.interface.jobs import Jobs
from recoupe.interface.menus import ARTICLE_MENU, PASSAGE_MENU, Menus
from recoupe.interface.messages import MessageBar, words_of
from recoupe.interface.outline import Outline
from recoupe.interface.panes.find_bar import FindBar
from recoupe.interface.panes.findings import event_signs, marks_by_article
from recoupe.interface.panes.legend import Legend
from recoupe.interface.panes.pane import Pane
from recoupe.interface.panes.row import Row
from recoupe.interface.progress_line import ProgressLine
from recoupe.interface.selection import Selection
from recoupe.interface.session import Session
from recoupe.interface.table.view import TableView
from recoupe.interface.theme import Theme, icon
from recoupe.interface.tongue import window_language
from recoupe.interface.translating import Translator
from recoupe.interface.welcome import Welcome
from recoupe.interface.workspace import Workspace
from recoupe.model import Analysis, Article, Place, Project
from recoupe.wording import stage_text


class MainWindow(Dropping):
    """The window. It builds its menus from `ACTIONS` and hands everything done in it to their commands."""

    def __init__(self, session: Session, selection: Selection, jobs: Jobs, theme: Theme) -> None:
        super().__init__()
        self.jobs = jobs
        self._session, self.selection, self._theme = session, selection, theme
        self._end_translating: Callable[[], None] = lambda: None
        self.row = Row(session, selection, theme)
        self.table = TableView(session, selection, theme)
        self.outline = Outline(session, selection, theme)
        self.welcome = Welcome(theme, session.settings.recent)
        self.find_bar = FindBar(session, self.row, theme)
        self.messages = MessageBar(theme)
        self.translator = Translator(jobs, session, Checker(), self)
        self.receive(session, self)
        self.setWindowIcon(icon("recoupe", theme))
        self._menus = Menus(self, theme, self.run)
        self.actions_by_id, self.menus_by_id = self._menus.actions, self._menus.menus
        self._workspace = Workspace(self.welcome, self.outline, self.row, self.table)
        self._workspace.frame(self.messages, self.find_bar)
        self.setCentralWidget(self._workspace)
        self._make_status()
        self._connect()
        self._restore()
        self._show_study()

    # What commands may ask

    @property
    def theme(self) -> Theme:
        """The colours of now."""
        return self._theme

    @property
    def frame(self) -> QWidget:
        """The widget that dialogs belong to."""
        return self

    def tell(self, text: str, button: str = "", call: Callable[[], None] = lambda: None) -> None:
        """Say something in the message bar."""
        self.messages.tell(text, button, call)

    def say(self, text: str) -> None:
        """Say something in passing."""
        self.statusBar().showMessage(text, 6000)

    def work(self, what: str) -> Callable[[], None]:
        """Show that something is under way."""
        return self.progress.begin(what)

    def entries(self) -> tuple[Entry, ...]:
        """Everything that can be done, for lists of it."""
        return self._menus.entries(self._session, self.selection, self._theme)

    def reveal(self, part: str) -> None:
        """Show or hide a part of the window."""
        if part == "full_screen":
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)  # a window that filled the screen before does again
        elif part == "find":
            self._toggle_find()
        else:
            shown = {"table": self.table, "outline": self.outline}[part]
            shown.setVisible(not shown.isVisible())

    def shows(self, part: str) -> bool:
        """Whether a part of the window is shown."""
        parts = {"find": self.find_bar, "table": self.table, "outline": self.outline}
        return self.isFullScreen() if part == "full_screen" else parts[part].isVisible()

    def prepare(self, articles: tuple[Article, ...], found: Analysis) -> None:
        """Work out what will be shown of new findings. This is called beside the window, before it hears of them."""
        study = Project(articles=articles, analysis=found, decisions=self._session.project.decisions)
        marks_by_article(study, self._session.settings.kinds)
        event_signs(study, self._session.settings.kinds)
        self.table.prepare(study)

    def leave(self, then: Callable[[], None]) -> None:
        """Do something that would lose what is not saved, after asking."""
        if not self._session.would_lose:
            then()
            return
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Save the study?"))
        box.setText(self.tr("This study was changed since it was last saved."))
        box.setInformativeText(self.tr("Without saving, your rulings and notes are lost. The articles' own files are never touched."))
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        answer = box.exec()
        if answer == buttons.Discard:
            then()
        elif answer == buttons.Save:
            path = self._session.path or project.ask_where(self._session, self)
            if path is not None:
                project.save_to(self._session, self, path, then)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self.row.set_theme(theme)
        self.table.set_theme(theme)
        self.outline.set_theme(theme)
        self.welcome.set_theme(theme)
        self.find_bar.set_theme(theme)
        self.messages.set_theme(theme)
        self._legend.set_theme(theme)
        self.progress.set_theme(theme)
        self._menus.set_theme(theme)
        for dialog in self.findChildren(Preferences):
            dialog.set_theme(theme)

    # Building

    def run(self, action: Action, checked: bool = False) -> None:
        """Do what an action does, if it can be done now."""
        del checked
        if action.enabled(self._session, self.selection):
            action.command(self._session, self.selection, self)
        self._refresh()

    def _make_status(self) -> None:
        self.progress = ProgressLine(self._theme)
        self._legend = Legend(self._theme)
        for widget in (self.progress, self._legend):
            self.statusBar().addPermanentWidget(widget)
        self.progress.stop_asked.connect(self._stop_all)
        self._legend.asked.connect(lambda verdict: facts.next_of(self._session, self.selection, self, verdict))

    def _stop_all(self) -> None:
        project.stop(self._session, self.selection, self)
        self.progress.clear()

    def _connect(self) -> None:
        self._session.changed.connect(lambda *_: self._show_study())
        self._session.changed.connect(partial(events.keep_card_true, self._session, self))
        self._session.settings_changed.connect(lambda _: self._show_study())
        self._session.saved_changed.connect(self._show_title)
        self._session.busy_changed.connect(self._show_busy)
        self._session.progressed.connect(lambda stage, done, total: self.progress.tell(stage_text(stage, window_language()), done, total))
        self._session.error_met.connect(lambda error: self.tell(words_of(error)))
        for signal in (self.selection.comparison_changed, self.selection.event_changed, self.selection.place_changed):
            signal.connect(lambda _: self._refresh())
        self._connect_welcome()
        self.table.bar.legend_asked.connect(self.actions_by_id["legend"].trigger)
        self.table.bar.accounts_asked.connect(self.actions_by_id["witnesses"].trigger)
        self.find_bar.closed.connect(self._toggle_find)
        self.messages.left.connect(self._read_on)
        self._connect_translator()
        self.row.pane_added.connect(self._furnish)
        self.row.menu_asked.connect(self._passage_menu)
        self.row.passage_opened.connect(self._open_passage)
        self.row.passage_picked.connect(self._pick_passage)
        self.row.partners.confirm_asked.connect(lambda place, other: events.confirm_pair(self._session, place, other))
        self.row.partners.part_asked.connect(lambda place, other: events.part_from(self._session, place, other))

    def _connect_translator(self) -> None:
        self.row.set_faces(self.translator.face, self.translator.wording)
        self.outline.read_as(self.translator.study, self.translator.note)
        self.translator.set_on_screen(partial(sentences_in_view, self.row))
        self.translator.shown_changed.connect(self._show_languages)
        self.translator.busy_changed.connect(self._show_translating)
        self.translator.progressed.connect(
            lambda _, done, total: self.progress.tell(stage_text("translating", window_language()), done, total)
        )
        self.translator.ended.connect(partial(translation.tell_outcome, self._session, self.selection, self))

    def _show_languages(self, _article: str) -> None:
        """Panes and table in the languages that are wanted now."""
        self.row.refresh()
        self.table.say(self.translator.said())
        self.outline.refresh()
        events.tell_card_anew(self._session, self)

    def _show_translating(self, busy: bool) -> None:
        """The bar of the status line while texts are translated."""
        words = stage_text("translating", window_language())
        self._session.translating = busy
        if busy:
            self._end_translating = self.work(words)
        else:
            self._end_translating()
        self._refresh()

    def _connect_welcome(self) -> None:
        page = self.welcome
        for signal, ident in (
            (page.open_asked, "open_articles"),
            (page.paste_asked, "paste"),
            (page.page_asked, "add_page"),
            (page.open_study_asked, "open_study"),
        ):
            signal.connect(self.actions_by_id[ident].trigger)
        page.story_asked.connect(lambda ident: self.actions_by_id[ident].trigger())
        page.study_chosen.connect(lambda path: project.open_path(self._session, self, Path(path)))
        page.locate_asked.connect(lambda path: project.locate(self._session, self, path))
        page.forget_asked.connect(lambda path: self._session.change_settings(self._session.settings.without_recent(path)))
        page.dropped.connect(lambda data: articles.take_mime(self._session, self, data))
        self._session.settings_changed.connect(lambda settings: page.set_recent(settings.recent))

    def _turn_page(self) -> None:
        """Welcome while there is nothing to read, the panes from the first article on."""
        reading = bool(self._session.project.articles)
        if self._workspace.turn(to_work=reading) and reading:
            self._read_on()

    def _furnish(self, pane: Pane) -> None:
        """Fill the menu of a pane when it opens; it then concerns that pane."""
        menu = pane.header.menu
        menu.aboutToShow.connect(pane.text.setFocus)
        pane.header.check_asked.connect(self.actions_by_id["doubts"].trigger)
        self._menus.fill(menu, ARTICLE_MENU)

    def _open_passage(self, place: Place) -> None:
        self.row.reach(place)
        events.bring_partner(self._session, self.selection, self)

    def _pick_passage(self, place: Place) -> None:
        self.row.reach(place)
        events.pick(self._session, self.selection, self)

    def _passage_menu(self, place: Place | None, spot: QPoint) -> None:
        if place is not None:
            self.row.reach(place)
        menu = QMenu(self)
        self._menus.fill(menu, PASSAGE_MENU)
        menu.exec(spot)
        menu.deleteLater()

    # Telling

    def _refresh(self) -> None:
        self._menus.show(self._session, self.selection)
        self._show_title()

    def _show_study(self) -> None:
        self._refresh()
        self._turn_page()
        self._legend.count(facts.open_divergences(self._session))
        self._legend.setVisible(len(self._session.project.articles) > 1)

    def _show_title(self) -> None:
        name = self._session.path.stem if self._session.path else self._session.project.title or self.tr("Untitled study")
        self.setWindowTitle(f"{name}[*] — Recoupe" if self._session.project.articles else "Recoupe[*]")
        self.setWindowModified(not self._session.saved)

    def _show_busy(self, busy: bool) -> None:
        self.progress.set_comparing(busy)
        self.actions_by_id["stop"].setEnabled(busy)

    def _toggle_find(self) -> None:
        if self.find_bar.isVisible():
            self.find_bar.close_search()
            self._read_on()
        else:
            self.find_bar.open()

    def _read_on(self) -> None:
        """Give the keys back to the text that is read: what held them is put away."""
        if self.row.current is not None:
            self.row.current.text.setFocus()

    # Coming and going

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about what is not saved; stop what runs without waiting for it."""
        if not self._session.would_lose:
            self._keep_geometry()
            self._session.stop()
            self.translator.close()
            self.jobs.stop_all(closing=True)
            event.accept()
            return
        event.ignore()
        self.leave(self._close_unasked)

    def follow(self, other: MainWindow) -> None:
        """Stand where another window on the same study stands, showing what it shows."""
        self.restoreGeometry(other.saveGeometry())
        self._workspace.split = other._workspace.split
        for article in self._session.project.articles:
            self.translator.set_mode(article.id, other.translator.mode(article.id))
        for part in ("table", "outline"):
            if other.shows(part) != self.shows(part):
                self.reveal(part)
        self.selection.select_event(other.selection.event)
        self.selection.select_place(other.selection.place)
        self.selection.select_comparison(other.selection.comparison)
        self.selection.pick(other.selection.picked)

    def retire(self) -> None:
        """Go without asking: another window has the study."""
        self._keep_geometry()
        self.translator.close()
        self.hide()
        self.deleteLater()

    def _close_unasked(self) -> None:
        self._session.forget_changes()
        self.close()

    def _restore(self) -> None:
        kept = QSettings()
        shape = kept.value("window/geometry")
        if not (isinstance(shape, QByteArray) and self.restoreGeometry(shape)):
            self.resize(QSize(1360, 860).boundedTo(self.screen().availableSize() - QSize(0, 40)))  # the frame takes its share
        split = kept.value("window/split")
        if isinstance(split, QByteArray):
            self._workspace.split = split
        self.table.setVisible(kept.value("window/table", True, bool) is True)

    def _keep_geometry(self) -> None:
        kept = QSettings()
        kept.setValue("window/geometry", self.saveGeometry())
        kept.setValue("window/split", self._workspace.split)
        kept.setValue("window/table", self.table.isVisibleTo(self))
