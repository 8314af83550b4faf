"""A window for tests: real widgets, an analysis that answers at once, no process and no disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from PySide6.QtCore import QAbstractAnimation, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders import article
from recoupe.interface.app import make_window
from recoupe.interface.jobs import Jobs
from recoupe.interface.main_window import MainWindow
from recoupe.interface.session import Session
from recoupe.model import (
    Analysis,
    Article,
    Certainty,
    Comparison,
    Decision,
    Event,
    Fact,
    Judgement,
    Link,
    Place,
    Project,
    Quantity,
    Span,
    Stance,
    Verdict,
    fact_id,
)
from recoupe.settings import Settings

Analyse = Callable[[Sequence[Article], Sequence[Decision]], Analysis]


class AtOnce:
    """An analyst that answers before it returns; `asked` counts how often it was."""

    def __init__(self, analyse: Analyse) -> None:
        self.analyse_now, self.asked = analyse, 0

    def analyse(self, articles, decisions, known, *, then, failed, told, handed) -> None:
        self.asked += 1
        then(self.analyse_now(articles, decisions))

    def stop(self) -> None:
        pass


def nothing(articles: Sequence[Article], decisions: Sequence[Decision]) -> Analysis:
    """Finds nothing."""
    return Analysis()


class Opened:
    """A window and what stands behind it."""

    def __init__(self, qtbot: QtBot, project: Project | None = None, analyse: Analyse = nothing, settings: Settings | None = None) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.qtbot = qtbot
        self.analyst = AtOnce(analyse)
        self.session = Session(settings or Settings(theme="light"), self.analyst)
        self.jobs = Jobs()
        self.window: MainWindow = make_window(app, self.session, self.jobs)
        self.selection = self.window.selection
        qtbot.addWidget(self.window, before_close_func=lambda _: self.session.forget_changes())
        self.window.resize(1280, 800)
        if project is not None:
            self.session.open(project)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.settle()

    def settle(self) -> None:
        """Let timers of the panes run out, those that they start too, however long this machine takes."""
        self.qtbot.wait(80)
        self.qtbot.waitUntil(lambda: not any(self._pending()))

    def _pending(self) -> Iterator[bool]:
        """Whether each timer that ends of itself, and each movement, is under way."""
        yield from (t.isActive() for t in self.window.findChildren(QTimer) if t.isSingleShot() or t.interval() == 0)
        running = QAbstractAnimation.State.Running
        yield from (a.state() is running for a in self.window.findChildren(QAbstractAnimation))

    def act(self, ident: str) -> None:
        """Do an action as its menu would."""
        self.window.actions_by_id[ident].trigger()
        self.settle()


def fact(of: Article, words: str, kind: str, value: Quantity, *, hedged: bool = False, source: str = "") -> Fact:
    """The fact that these words of an article state."""
    start = of.text.index(words)
    sentence = next(i for i, s in enumerate(of.sentences) if s.span.start <= start < s.span.end)
    span = Span(start, start + len(words))
    stance = Stance(Certainty.HEDGED if hedged else Certainty.ASSERTED, source)
    return Fact(fact_id(of.id, span, kind), kind, Place(of.id, sentence), span, "manifestant", value, stance)


def number(n: int) -> Quantity:
    """A plain count."""
    return Quantity(Decimal(n), Decimal(n), point=Decimal(n))


FILLER = " ".join(f"La ville raconte sa journée numéro {n} sans que rien ne change." for n in range(60))


def story() -> Project:
    """Two papers on one march, in another order, that differ on a number and agree on a place; long enough to scroll."""
    left = article(
        f"Dijon défile.\nSelon la police, 1 200 manifestants ont marché à Dijon. Le maire a salué le calme.\n{FILLER}\n"
        "Un magasin a brûlé dans la nuit. Personne n’est blessé.",
        "a",
        outlet="Le Matin",
    )
    right = article(
        f"Un magasin aurait brûlé pendant la nuit.\n{FILLER}\n"
        "À Dijon, ils étaient 3 000 manifestants à marcher. Un calme salué par le maire.",
        "b",
        outlet="Le Soir",
    )
    last = len(left.sentences) - 2
    end = len(right.sentences) - 2
    march = (Place("a", 1), Place("b", end))
    fire = (Place("a", last), Place("b", 0))
    events = (
        Event("march", march, 0.92, (Link(*march, 0.92, reasons=(("names", "Dijon"),)),)),
        Event("fire", fire, 0.71, (Link(*fire, 0.71),)),
    )
    facts = (
        fact(left, "1 200 manifestants", "quantity", number(1200), source="la police"),
        fact(right, "3 000 manifestants", "quantity", number(3000)),
        fact(left, "a brûlé", "certainty", number(1)),
        fact(right, "aurait brûlé", "certainty", number(1), hedged=True),
        fact(left, "Dijon.", "place", number(1)),
        fact(right, "Dijon", "place", number(1)),
    )
    comparisons = (
        Comparison("c-number", "march", "quantity", "manifestant", *_pair(facts[0], facts[1], Verdict.CONTRADICTION)),
        Comparison("c-fire", "fire", "certainty", "brûler", *_pair(facts[2], facts[3], Verdict.CERTAINTY)),
        Comparison("c-place", "march", "place", "dijon", *_pair(facts[4], facts[5], Verdict.AGREEMENT)),
    )
    return Project("Dijon", (left, right), analysis=Analysis(facts, events, comparisons))


def _pair(left: Fact, right: Fact, verdict: Verdict) -> tuple[tuple[str, str], tuple[Judgement, ...]]:
    return (left.id, right.id), (Judgement(left.id, right.id, verdict, "apart", 0.9),)
