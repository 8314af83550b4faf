"""Sets right what the program understood of a fact: a figure, a date, a name, an assertion."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from html import escape

from PySide6.QtCore import QDate, Qt, QTime, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from recoupe.interface.tongue import window_language
from recoupe.interface.verbatim import verbatim_label
from recoupe.model import Article, Assertion, Exactness, Fact, Name, Period, Quantity, Value
from recoupe.wording import kind_label, quoted, value_text

CURRENCIES = ("EUR", "USD", "GBP", "CHF", "CAD", "JPY", "CNY")
TIMED = {"minute", "hour", "part"}


class QuantityForm(QWidget):
    """A number, or a range; an empty end is open."""

    changed = Signal()

    def __init__(self, value: Quantity, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = value
        self.low, self.high = QLineEdit(_plain(value.low)), QLineEdit(_plain(value.high))
        self.about = QCheckBox(self.tr("a rounded figure"))
        self.about.setChecked(value.exactness is not Exactness.EXACT)
        self.unit = QComboBox(editable=True)
        units = CURRENCIES if value.unit in CURRENCIES else ()
        self.unit.addItems(list(dict.fromkeys((value.unit, *units))))
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.tr("&From"), self.low)
        form.addRow(self.tr("&Up to"), self.high)
        form.addRow(self.tr("&Unit"), self.unit)
        form.addRow("", self.about)
        self.high.setToolTip(self.tr("The same as “from” for a single figure; empty for “or more”"))
        self.low.textEdited.connect(self._follow)
        for field in (self.low, self.high):
            field.textChanged.connect(self.changed)
        self.unit.currentTextChanged.connect(self.changed)
        self.about.toggled.connect(self.changed)
        self._single = value.low == value.high

    def _follow(self, text: str) -> None:
        """One figure is both ends, until they are given different ones."""
        if self._single:
            self.high.setText(text)

    def value(self) -> Quantity | None:
        """The quantity, or None while a field holds no number."""
        try:
            low, high = _number(self.low.text()), _number(self.high.text())
        except InvalidOperation:
            return None
        if (low is None and high is None) or (low is not None and high is not None and low > high):
            return None
        if low is None or high is None:
            exactness = Exactness.BOUND
        elif low != high:
            exactness = Exactness.RANGE
        else:
            exactness = Exactness.ROUNDED if self.about.isChecked() else Exactness.EXACT
        return Quantity(low, high, self.unit.currentText().strip(), exactness, low if low == high else None)


class ClockForm(QWidget):
    """A time of the day."""

    changed = Signal()

    def __init__(self, value: Quantity, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        minutes = int(value.point or value.low or value.high or 0)
        self._unit = value.unit
        self.clock = QTimeEdit(QTime(minutes // 60 % 24, minutes % 60))
        self.clock.setDisplayFormat("HH:mm")
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.tr("&Time"), self.clock)
        self.clock.timeChanged.connect(lambda _: self.changed.emit())

    def value(self) -> Quantity:
        """Minutes since midnight."""
        minutes = Decimal(self.clock.time().hour() * 60 + self.clock.time().minute())
        return Quantity(minutes, minutes, self._unit, Exactness.EXACT, minutes)


class PeriodForm(QWidget):
    """A day, or days from one to another; a time of the day where the text gives one."""

    changed = Signal()

    def __init__(self, value: Period, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = value
        last = value.end - timedelta(microseconds=1)
        self.first, self.last = _day_field(value.start), _day_field(last)
        self.clock = QTimeEdit(QTime(value.start.hour, value.start.minute))
        self.clock.setDisplayFormat("HH:mm")
        self.timed = QCheckBox(self.tr("at a time of the day"))
        self.timed.setChecked(value.grain in TIMED)
        self.clock.setEnabled(self.timed.isChecked())
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.tr("&First day"), self.first)
        form.addRow(self.tr("&Last day"), self.last)
        form.addRow(self.timed, self.clock)
        self.clock.setAccessibleName(self.tr("Time of the day"))
        self.first.dateChanged.connect(lambda day: self.last.setDate(max(self.last.date(), day)))
        for signal in (self.first.dateChanged, self.last.dateChanged, self.clock.timeChanged):
            signal.connect(lambda _: self.changed.emit())
        self.timed.toggled.connect(self.clock.setEnabled)
        self.timed.toggled.connect(lambda _: self.changed.emit())

    def value(self) -> Period | None:
        """The period, or None while it ends before it begins."""
        first, last = _day(self.first.date()), _day(self.last.date())
        if last < first:
            return None
        if self.timed.isChecked() and first == last:
            start = datetime.combine(first, time(self.clock.time().hour(), self.clock.time().minute()))
            return Period(start, start + timedelta(minutes=1), "minute", Exactness.EXACT)
        grain = "day" if first == last else self._before.grain if self._before.grain not in {*TIMED, "day"} else "day"
        return Period(datetime.combine(first, time()), datetime.combine(last + timedelta(days=1), time()), grain, Exactness.EXACT)


class NameForm(QWidget):
    """A name, as it should be known in the whole study."""

    changed = Signal()

    def __init__(self, value: Name, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = value
        self.name = QLineEdit(value.shown)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.tr("&Name"), self.name)
        self.name.textChanged.connect(self.changed)

    def value(self) -> Name | None:
        """The name, or None while it is empty."""
        shown = " ".join(self.name.text().split())
        return replace(self._before, shown=shown, key=shown) if shown else None


class AssertionForm(QWidget):
    """Whether something is affirmed or denied."""

    changed = Signal()

    def __init__(self, value: Assertion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = value
        self.what = QLineEdit(value.what)
        self.holds = QComboBox()
        self.holds.addItem(self.tr("affirmed"), True)
        self.holds.addItem(self.tr("denied"), False)
        self.holds.setCurrentIndex(0 if value.holds else 1)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.tr("&What"), self.what)
        form.addRow(self.tr("&Is"), self.holds)
        self.what.textChanged.connect(self.changed)
        self.holds.currentIndexChanged.connect(self.changed)

    def value(self) -> Assertion | None:
        """The assertion, or None while it says nothing."""
        what = self.what.text().strip()
        return Assertion(what, bool(self.holds.currentData())) if what else None


class EditFact(QDialog):
    """The fact in its sentence, the fields of its value, and what is understood of them. `value` is the value as set right."""

    def __init__(self, fact: Fact, article: Article, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Correct: %1").replace("%1", kind_label(fact.kind, window_language())))
        self.setMinimumWidth(480)
        sentence = QLabel(in_sentence(fact, article))
        sentence.setWordWrap(True)
        sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        source = verbatim_label(article.outlet or article.title or article.id)
        source.setProperty("role", "muted")
        self.form = form_for(fact.value)
        self._before = self.form.value()
        self.understood = verbatim_label()
        self.understood.setProperty("role", "heading")
        note = QLabel(self.tr("The article’s text is not changed. The comparison is made again with this value, and you can undo it."))
        note.setProperty("role", "muted")
        note.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 18, 20, 16)
        whole.setSpacing(12)
        for widget in (source, sentence, self.form, self.understood, note, self._buttons):
            whole.addWidget(widget)
        self.form.changed.connect(self._show)
        self._show()

    @property
    def value(self) -> Value | None:
        """The value as the fields give it."""
        return self.form.value()

    def _show(self) -> None:
        value = self.value
        known = value_text(value, window_language()) if value is not None else self.tr("this is no value yet")
        self.understood.setText(self.tr("Understood as: %1").replace("%1", known))
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(value is not None and value != self._before)


def form_for(value: Value) -> QuantityForm | ClockForm | PeriodForm | NameForm | AssertionForm:
    """The fields that a value needs."""
    if isinstance(value, Quantity):
        return ClockForm(value) if value.unit == "clock" else QuantityForm(value)
    if isinstance(value, Period):
        return PeriodForm(value)
    return NameForm(value) if isinstance(value, Name) else AssertionForm(value)


def in_sentence(fact: Fact, article: Article) -> str:
    """The sentence as rich text, the fact's words in bold."""
    sentence = article.sentences[fact.place.sentence].span
    before = article.text[sentence.start : max(sentence.start, fact.span.start)]
    within = article.text[fact.span.start : fact.span.end]
    after = article.text[min(fact.span.end, sentence.end) : sentence.end]
    return quoted(f"{escape(before)}<b>{escape(within)}</b>{escape(after)}", article.language)


def _plain(number: Decimal | None) -> str:
    return "" if number is None else f"{number.normalize():f}"


def _number(text: str) -> Decimal | None:
    """A number as typed in French or English, None for an empty field; InvalidOperation where it is none."""
    bare = "".join(text.split()).replace("\N{NARROW NO-BREAK SPACE}", "").replace(",", ".")
    number = Decimal(bare) if bare else None
    if number is not None and not number.is_finite():
        raise InvalidOperation
    return number


def _day_field(moment: datetime) -> QDateEdit:
    field = QDateEdit(QDate(moment.year, moment.month, moment.day))
    field.setCalendarPopup(True)
    field.setDisplayFormat("d MMMM yyyy")
    return field


def _day(chosen: QDate) -> date:
    return date(chosen.year(), chosen.month(), chosen.day())
