"""The whole review of the five sample articles with the mouse alone, each step undone from its menu; only words and figures are typed."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QCalendarWidget, QComboBox, QDateEdit, QDialogButtonBox, QFrame, QMenu, QTableView, QToolButton, QWidget

from hands import Keys, Mouse
from recoupe.interface.dialogs.edit_fact import EditFact
from recoupe.interface.outline_model import View
from recoupe.model import Fact, Place, State, Verdict
from reviewing import whole_review
from windows import Opened

ARROW = 8  # pixels from the right edge of a field to the middle of the arrow that opens its calendar or list


class ByMouse:
    """An editor with a mouse; what can only be written is typed where the mouse has clicked."""

    def __init__(self, opened: Opened) -> None:
        self.hands, self.opened, self.window = Mouse(opened), opened, opened.window
        self.keys = Keys(opened)
        self.table, self.explanation = opened.window.table, opened.window.table.explanation

    def undo(self) -> None:
        self.hands.from_menus("undo")

    def redo(self) -> None:
        self.hands.from_menus("redo")

    def begin(self) -> None:
        self.hands.click_item(self.table.table, 0)

    def choose(self, comparison: str) -> None:
        self.hands.click_item(self.table.table, self.table.model.position(comparison))
        assert self.opened.selection.comparison == comparison

    def rule(self, state: State) -> None:
        buttons = self.explanation.findChildren(QToolButton)
        self.hands.click(next(b for b in buttons if b.property("state") == state.value))

    def note(self, text: str) -> None:
        self.hands.click(self.explanation.note)
        self.keys.type(text)
        self.hands.click_item(self.table.table, self.table.table.currentIndex().row())  # elsewhere

    def correct_figure(self, fact: Fact) -> None:
        def answer(dialog: EditFact) -> None:
            self.hands.click(dialog.form.low, QPoint(8, dialog.form.low.height() // 2), twice=True)
            self.keys.type(f"{dialog.form.value().low * 10:f}")
            self.end(dialog)

        self._correct(fact, answer)

    def correct_day(self, fact: Fact) -> None:
        def answer(dialog: EditFact) -> None:
            field = dialog.findChild(QDateEdit)
            self.hands.answering(QWidget, self._pick_a_day, lambda: self.hands.click(field, self._arrow(field)))
            self.end(dialog)

        self._correct(fact, answer)

    def _pick_a_day(self, popup: QWidget) -> None:
        calendar = popup.findChild(QCalendarWidget)
        days = calendar.findChild(QTableView)
        model = days.model()
        cells = [model.index(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
        wanted = "12" if calendar.selectedDate().day() != 12 else "13"  # stands once in every month
        cell = next(c for c in cells if str(c.data()) == wanted)
        self.hands.click(days.viewport(), days.visualRect(cell).center())

    def _correct(self, fact: Fact, answer: object) -> None:
        self.hands.answering(EditFact, answer, lambda: self.hands.follow_link(self.explanation.body, f"correct:{fact.id}"))

    def end(self, dialog: EditFact) -> None:
        self.hands.click(dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok))

    @staticmethod
    def _arrow(field: QWidget) -> QPoint:
        return QPoint(field.width() - ARROW, field.height() // 2)

    def take_back(self, fact: Fact) -> None:
        self.hands.follow_link(self.explanation.body, f"restore:{fact.id}")

    def confirm_links(self, place: Place) -> None:
        self.hands.on_passage(place, "confirm_link")

    def join(self, places: tuple[Place, Place]) -> None:
        for place in places:
            self.hands.on_passage(place, "pick")
        assert self.opened.selection.picked == places
        self.hands.on_passage(places[0], "join")

    def part(self, place: Place) -> None:
        self.hands.on_passage(place, "part")

    def turn_noise(self, place: Place) -> None:
        self.hands.on_passage(place, "noise")

    def bring_partners(self, place: Place) -> None:
        view, at = self.hands.point(place)
        self.hands.click(view, at, twice=True)
        self.hands.wait_for_card()

    def on_card(self, words: str) -> None:
        self.hands.click(self.hands.on_card(words)[0])

    def only(self, verdict: Verdict) -> None:
        self.hands.click(self.table.bar.chips[verdict])

    def only_state(self, state: State) -> None:
        button = self.table.bar.states

        def answer(menu: QMenu) -> None:
            self.hands.choose(menu, next(a for a in menu.actions() if a.data() == state))

        self.hands.answering(QMenu, answer, lambda: self.hands.click(button))

    def by_place_in(self, article: int) -> None:
        head = self.table.table.horizontalHeader()
        column = article + 1
        middle = head.sectionViewportPosition(column) + head.sectionSize(column) // 2
        self.hands.click(head.viewport(), QPoint(middle, head.height() // 2))

    def open_list(self) -> None:
        self.hands.from_menus("outline")

    def view(self, view: View) -> None:
        box: QComboBox = self.window.outline.view
        row = box.findData(view.value)

        def answer(_: QFrame) -> None:
            lines = box.view()
            self.hands.click(lines.viewport(), lines.visualRect(lines.model().index(row, 0)).center())

        if box.currentIndex() != row:
            self.hands.answering(QFrame, answer, lambda: self.hands.click(box))

    def go_to_passage(self, row: int) -> None:
        self.hands.click_item(self.window.outline.tree, row)


def test_the_whole_review_by_mouse_with_every_step_undone(opened_five: Opened) -> None:
    whole_review(ByMouse(opened_five))
