"""The windows that ask: what is typed into them is what comes out."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from divergent import study
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QLineEdit, QListView, QPlainTextEdit, QScrollArea
from pytestqt.qtbot import QtBot

from builders import article
from recoupe.interface.dialogs.about import About, details
from recoupe.interface.dialogs.add_page import AddPage, looks_like_page
from recoupe.interface.dialogs.edit_fact import ClockForm, EditFact, PeriodForm, QuantityForm
from recoupe.interface.dialogs.export import PURPOSES, ExportDialog
from recoupe.interface.dialogs.legend import Legend
from recoupe.interface.dialogs.palette import CommandPalette, Entry, ranked
from recoupe.interface.dialogs.preferences import Preferences
from recoupe.interface.dialogs.shortcuts import ShortcutSheet
from recoupe.interface.dialogs.translation import TranslationPage
from recoupe.interface.jobs import Jobs
from recoupe.interface.theme import load_theme
from recoupe.model import Assertion, Exactness, Fact, Name, Period, Place, Quantity, Span, Verdict
from recoupe.reports import FORMATS
from recoupe.settings import Settings
from recoupe.translation.cache import Cache
from recoupe.wording import verdict_label

THEME = load_theme("light")


def entries(done: list[str]) -> list[Entry]:
    def entry(title: str, group: str, keys: str = "", *, enabled: bool = True) -> Entry:
        return Entry(title, group, lambda: done.append(title), keys, enabled=enabled)

    return [
        entry("Open articles", "File", "Ctrl+O"),
        entry("Save", "File", "Ctrl+S", enabled=False),
        entry("Étendre la sélection", "Edit"),
        entry("Reopen", "File"),
    ]


def test_the_palette_ranks_beginnings_first_and_what_cannot_be_done_last() -> None:
    found = entries([])
    assert [e.title for e in ranked(found, "open")] == ["Open articles", "Reopen"]
    assert [e.title for e in ranked(found, "file")] == ["Open articles", "Reopen", "Save"]
    assert [e.title for e in ranked(found, "selection eten")] == ["Étendre la sélection"]
    assert ranked(found, "xyz") == []


def test_the_palette_does_what_is_chosen_by_key(qtbot: QtBot) -> None:
    done: list[str] = []
    palette = CommandPalette(entries(done), THEME)
    qtbot.addWidget(palette)
    qtbot.keyClicks(palette.search, "open")
    qtbot.keyClick(palette.search, Qt.Key.Key_Down)
    qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert done == ["Reopen"]


def test_the_palette_does_nothing_that_cannot_be_done(qtbot: QtBot) -> None:
    done: list[str] = []
    palette = CommandPalette(entries(done), THEME)
    qtbot.addWidget(palette)
    qtbot.keyClicks(palette.search, "save")
    qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert done == []


def test_the_palette_says_that_nothing_fits(qtbot: QtBot) -> None:
    palette = CommandPalette(entries([]), THEME)
    qtbot.addWidget(palette)
    assert palette.none.isHidden()
    qtbot.keyClicks(palette.search, "xyz")
    assert not palette.none.isHidden()


def test_the_sheet_lists_every_command_with_its_keys(qtbot: QtBot) -> None:
    sheet = ShortcutSheet(entries([]), THEME)
    qtbot.addWidget(sheet)
    text = sheet.sheet.toPlainText()
    assert all(e.title in text and e.keys in text for e in entries([]))
    sheet.search.setText("ctrl")
    sheet.search.setText("reopen")
    assert "Open articles" not in sheet.sheet.toPlainText()


def test_the_legend_explains_every_sign(qtbot: QtBot) -> None:
    legend = Legend(THEME)
    qtbot.addWidget(legend)
    words = " ".join(label.text() for label in legend.findChildren(type(legend._swatch("#000000"))))
    assert all(verdict_label(v, "en") in words for v in Verdict)
    assert "not in conflict" in words


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("https://a.fr/x\nlemonde.fr/article", ("https://a.fr/x", "https://lemonde.fr/article")),
        ("https://a.fr\nhttps://a.fr", ("https://a.fr",)),
        ("", ()),
    ],
)
def test_addresses_are_completed_and_counted_once(text: str, addresses: tuple[str, ...], qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    dialog = AddPage()
    qtbot.addWidget(dialog)
    dialog.field.setPlainText(text)
    assert dialog.addresses == addresses
    assert dialog.add.isEnabled() == bool(addresses)


def test_what_is_no_address_is_named(qtbot: QtBot) -> None:
    dialog = AddPage()
    qtbot.addWidget(dialog)
    dialog.field.setPlainText("file:///etc/passwd")
    assert not dialog.add.isEnabled()
    assert "file:///etc/passwd" in dialog.trouble.text()
    assert not looks_like_page("https://localhost-without-dot")
    assert not looks_like_page("https://[")


def quantity(low: str | None, high: str | None, unit: str = "") -> Quantity:
    return Quantity(Decimal(low) if low else None, Decimal(high) if high else None, unit)


def test_the_pictures_of_the_preferences_follow_the_theme_chosen(qtbot: QtBot) -> None:
    """Dark ones could not be seen on the dark list."""
    dialog = Preferences(Settings(theme="light"), load_theme("light"))
    qtbot.addWidget(dialog)

    def darkest() -> int:
        image = dialog.pages.item(0).icon().pixmap(18, 18).toImage()
        spots = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
        return min(spot.lightness() for spot in spots if spot.alpha() > 200)

    light = darkest()
    dialog.theme.setCurrentIndex(dialog.theme.findData("dark"))
    assert darkest() > light + 100


def test_a_figure_is_corrected_at_both_ends_until_they_differ(qtbot: QtBot) -> None:
    form = QuantityForm(quantity("12", "12"))
    qtbot.addWidget(form)
    form.low.clear()
    qtbot.keyClicks(form.low, "1 250,5")
    assert form.value() == Quantity(Decimal("1250.5"), Decimal("1250.5"), "", Exactness.EXACT, Decimal("1250.5"))
    form.high.setText("1300")
    assert form.value() == Quantity(Decimal("1250.5"), Decimal(1300), "", Exactness.RANGE, None)
    form.high.setText("")
    assert form.value() == Quantity(Decimal("1250.5"), None, "", Exactness.BOUND, None)
    for wrong in ("twelve", "NaN", "9999"):
        form.low.setText(wrong)
        form.high.setText("12")
        assert form.value() is None, wrong


def test_a_time_and_a_day_are_corrected(qtbot: QtBot) -> None:
    clock = ClockForm(quantity("900", "900", "clock"))
    qtbot.addWidget(clock)
    assert clock.clock.time() == QTime(15, 0)
    clock.clock.setTime(QTime(8, 5))
    assert clock.value().low == Decimal(485)
    period = PeriodForm(Period(datetime(2024, 5, 14), datetime(2024, 5, 15)))
    qtbot.addWidget(period)
    period.first.setDate(QDate(2024, 5, 16))
    assert period.value() == Period(datetime(2024, 5, 16), datetime(2024, 5, 17), "day", Exactness.EXACT)
    period.timed.setChecked(True)
    period.clock.setTime(QTime(9, 30))
    assert period.value() == Period(datetime(2024, 5, 16, 9, 30), datetime(2024, 5, 16, 9, 31), "minute", Exactness.EXACT)
    period.last.setDate(QDate(2024, 5, 1))
    assert period.value() is None


@pytest.mark.parametrize("value", [Name("Dijon", "dijon", "place"), Assertion("route coupée"), quantity("3", "3", "EUR")])
def test_correcting_shows_the_sentence_and_asks_for_another_value(value: object, qtbot: QtBot) -> None:
    text = article("La route de Dijon est coupée.")
    start = text.text.index("Dijon")
    dialog = EditFact(Fact("f", "name", Place("a", 0), Span(start, start + 5), "route", value), text)
    qtbot.addWidget(dialog)
    ok = dialog._buttons.button(dialog._buttons.StandardButton.Ok)
    assert not ok.isEnabled()
    field = dialog.form.findChildren(QLineEdit)[0]
    field.clear()
    qtbot.keyClicks(field, "7")
    assert ok.isEnabled()
    assert dialog.value != value


def test_every_report_format_has_a_purpose_and_can_be_chosen(qtbot: QtBot) -> None:
    assert set(PURPOSES) == {f.name for f in FORMATS}
    dialog = ExportDialog(study())
    qtbot.addWidget(dialog)
    for n, each in enumerate(FORMATS):
        dialog.formats.setCurrentRow(n)
        assert dialog.format is each
        assert dialog.purpose.text()


def test_a_report_holds_what_is_ticked(qtbot: QtBot) -> None:
    dialog = ExportDialog(study())
    qtbot.addWidget(dialog)
    assert dialog.choice.articles is dialog.choice.verdicts is dialog.choice.states is dialog.choice.events is None
    dialog.articles["c"].setChecked(False)
    dialog.verdicts[Verdict.AGREEMENT].setChecked(False)
    assert dialog.choice.articles == {"a", "b"}
    assert dialog.choice.verdicts == set(Verdict) - {Verdict.AGREEMENT}
    for box in dialog.states.values():
        box.setChecked(False)
    assert not dialog.write.isEnabled()


def test_a_report_can_be_of_one_passage(qtbot: QtBot) -> None:
    dialog = ExportDialog(study())
    qtbot.addWidget(dialog)
    passages = dialog.passages
    assert passages.list.count() == len(study().analysis.events) + 1
    passages.all.click()
    assert dialog.choice.events == frozenset()
    assert not dialog.write.isEnabled()
    passages.list.item(0).setCheckState(Qt.CheckState.Checked)
    assert dialog.choice.events == {passages.list.item(0).data(Qt.ItemDataRole.UserRole)}
    assert passages.all.checkState() is Qt.CheckState.PartiallyChecked
    assert dialog.write.isEnabled()
    passages.all.click()
    assert dialog.choice.events is None
    assert passages.all.checkState() is Qt.CheckState.Checked


def test_every_preference_is_told_at_once(qtbot: QtBot) -> None:
    dialog = Preferences(Settings(language="en"), THEME)
    qtbot.addWidget(dialog)
    told: list[Settings] = []
    dialog.changed.connect(told.append)
    dialog.theme.setCurrentIndex(dialog.theme.findData("contrast"))
    dialog.colour_blind.setChecked(True)
    dialog.language.setCurrentIndex(dialog.language.findData("fr"))
    dialog.size_field.setValue(15.5)
    dialog.spacing.setValue(160)
    dialog.kinds["cause"].setChecked(False)
    last = told[-1]
    assert (last.theme, last.colour_blind, last.language, last.reading_size, last.line_spacing) == ("contrast", True, "fr", 15.5, 160)
    assert "cause" not in last.kinds
    assert len(told) == 6


def test_about_names_version_and_licences(qtbot: QtBot) -> None:
    dialog = About(THEME)
    qtbot.addWidget(dialog)
    assert details().startswith("Recoupe ")
    assert "LGPL" in dialog.findChild(QPlainTextEdit).toPlainText()


def made(qtbot: QtBot) -> list[QDialog]:
    project = study()
    fact = project.analysis.facts[0]
    return [
        CommandPalette(entries([]), THEME),
        ShortcutSheet(entries([]), THEME),
        Legend(THEME),
        AddPage(),
        EditFact(fact, project.article(fact.place.article)),
        ExportDialog(project),
        Preferences(Settings(), THEME),
        About(THEME),
    ]


def test_no_control_of_a_dialog_is_nameless(qtbot: QtBot) -> None:
    for dialog in made(qtbot):
        qtbot.addWidget(dialog)
        dialog.show()
        for kind in (QAbstractButton, QComboBox, QLineEdit, QListView, QPlainTextEdit):
            for control in dialog.findChildren(kind):
                inner = (
                    control.objectName().startswith("qt_")
                    or isinstance(control.parent(), QComboBox)
                    or "ComboBox" in type(control).__name__
                )
                if control.isVisible() and not (inner and not isinstance(control, QComboBox)):
                    name = QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
                    assert name.strip(), f"{type(dialog).__name__}: {control}"
        dialog.close()


def test_dialogs_fit_a_small_screen(qtbot: QtBot) -> None:
    for dialog in made(qtbot):
        qtbot.addWidget(dialog)
        assert dialog.minimumSizeHint().width() <= 1000, type(dialog).__name__
        assert dialog.minimumSizeHint().height() <= 680, type(dialog).__name__


def test_the_day_of_a_period_is_shown(qtbot: QtBot) -> None:
    form = PeriodForm(Period(datetime(2015, 1, 1), datetime(2016, 1, 1), "year"))
    qtbot.addWidget(form)
    assert form.first.date() == QDate(2015, 1, 1)
    assert form.last.date() == QDate(2015, 12, 31)
    assert form.value().grain == "year"
    assert form.value().end == datetime.combine(date(2016, 1, 1), datetime.min.time())


def test_the_page_of_translation_needs_no_scrolling_sideways(qtbot: QtBot, tmp_path: Path) -> None:
    page = TranslationPage(Settings(engine="offline"), Jobs(), Cache(tmp_path / "cache.sqlite"))
    dialog = Preferences(Settings(engine="offline"), load_theme("light"), translation=page)
    qtbot.addWidget(dialog)
    dialog.show_page("translation")
    dialog.show()
    area = next(a for a in dialog.findChildren(QScrollArea) if a.isAncestorOf(page))
    assert area.isVisible()
    assert area.horizontalScrollBar().maximum() == 0
