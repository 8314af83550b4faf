"""The whole review of the five sample articles with the keyboard alone, each step undone by key."""

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton, QMenu

from hands import Keys
from recoupe.interface.dialogs.edit_fact import EditFact
from recoupe.interface.dialogs.note import WriteNote
from recoupe.interface.outline_model import View
from recoupe.model import Fact, Place, State, Verdict
from reviewing import whole_review
from windows import Opened

CARD = 12  # presses of Tab that lead from a text to anything on the card in it
RULINGS = {State.CONFIRMED: "V", State.NOT_A_DIVERGENCE: "D", State.TO_CHECK: "T"}


class ByKeyboard:
    """An editor without a mouse."""

    def __init__(self, opened: Opened) -> None:
        self.hands, self.opened, self.window = Keys(opened), opened, opened.window
        self.table, self.explanation = opened.window.table, opened.window.table.explanation

    def undo(self) -> None:
        self.hands.press("Ctrl+Z")

    def redo(self) -> None:
        self.hands.press("Ctrl+Y")

    def begin(self) -> None:
        self.hands.press("N")

    def choose(self, comparison: str) -> None:
        self.hands.go_to(self.table.table, "F6")
        self.hands.press("Ctrl+Home")
        self.hands.press_until("Down", lambda: self.opened.selection.comparison == comparison)

    def rule(self, state: State) -> None:
        self.hands.press(RULINGS[state])

    def note(self, text: str) -> None:
        def answer(_: WriteNote) -> None:
            self.hands.type(text)
            self.hands.press("Ctrl+Return")

        self.hands.answering(WriteNote, answer, lambda: self.hands.press("M"))

    def correct_figure(self, fact: Fact) -> None:
        def answer(dialog: EditFact) -> None:
            self.hands.type(f"{dialog.form.value().low * 10:f}")
            self.hands.press("Return")

        self.hands.go_to(self.hands.pane(fact.place.article).text, "F6")
        self.hands.answering(EditFact, answer, lambda: self.hands.press("Ctrl+K"))

    def correct_day(self, fact: Fact) -> None:
        def answer(_: EditFact) -> None:
            self.hands.press("Up", "Return")

        self.hands.answering(EditFact, answer, lambda: self.hands.follow_link(self.explanation.body, f"correct:{fact.id}"))

    def take_back(self, fact: Fact) -> None:
        self.hands.follow_link(self.explanation.body, f"restore:{fact.id}")

    def confirm_links(self, place: Place) -> None:
        self._at(place, "C")

    def join(self, places: tuple[Place, Place]) -> None:
        for place in places:
            self._at(place, "K")
        assert self.opened.selection.picked == places
        self.hands.press("J")

    def part(self, place: Place) -> None:
        self._at(place, "U")

    def turn_noise(self, place: Place) -> None:
        self._at(place, "X")

    def _at(self, place: Place, key: str) -> None:
        self.hands.read_to(place)
        self.hands.press(key)

    def bring_partners(self, place: Place) -> None:
        self._at(place, "B")
        self.hands.wait_for_card()

    def on_card(self, words: str) -> None:
        """The card is next after the text that it stands in; it is put away from anywhere."""
        if words == "Put away":
            self.hands.press("Escape")
            return
        self.hands.press_until("Tab", self.hands.on_card(words)[0].hasFocus, within=CARD)
        self.hands.press("Space")

    def only(self, verdict: Verdict) -> None:
        self.hands.go_to(self.table.bar.chips[verdict])
        self.hands.press("Space")

    def only_state(self, state: State) -> None:
        self._from_menu(self.table.bar.states, lambda action: action.data() == state)

    def by_place_in(self, article: int) -> None:
        wanted = self.table.bar.orders()[0 if article < 0 else article + 2][0]
        self._from_menu(self.table.bar.sorting, lambda action: action.text() == wanted)

    def _from_menu(self, button: QAbstractButton, fits: Callable[[object], bool]) -> None:
        def answer(menu: QMenu) -> None:
            self.hands.press_until("Down", lambda: menu.activeAction() is not None and fits(menu.activeAction()))
            self.hands.press("Return")

        self.hands.go_to(button)
        self.hands.answering(QMenu, answer, lambda: self.hands.press("Space"))

    def open_list(self) -> None:
        self.hands.press("F7")

    def view(self, view: View) -> None:
        box = self.window.outline.view
        self.hands.go_to(box)
        self.hands.press("Home")
        self.hands.press_until("Down", lambda: box.currentData() == view.value)

    def go_to_passage(self, row: int) -> None:
        tree = self.window.outline.tree
        self.hands.go_to(tree)
        self.hands.press("Home")
        self.hands.press_until("Down", lambda: tree.currentIndex().row() == row)


def test_the_whole_review_by_keyboard_with_every_step_undone(opened_five: Opened) -> None:
    whole_review(ByKeyboard(opened_five))
