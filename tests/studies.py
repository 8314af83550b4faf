"""A small study that holds one of everything, for the tests of saving and reporting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from builders import article
from recoupe.model import (
    Analysis,
    Article,
    Assertion,
    By,
    Certainty,
    Comparison,
    Confirmed,
    Copy,
    Corrected,
    Decision,
    Dismissed,
    Doubt,
    Event,
    Exactness,
    Fact,
    Joined,
    Judgement,
    Link,
    Means,
    Name,
    Noise,
    Noted,
    Origin,
    Parted,
    Period,
    Place,
    Project,
    Quantity,
    Reviewed,
    Role,
    Span,
    Stance,
    State,
    Translation,
    Value,
    Verdict,
    fact_id,
)

READ_AT = datetime(2024, 5, 16, 9, 30)
TEXTS = {
    "a": "Grève au port\n"
    "1 200 dockers ont cessé le travail mardi 14 mai, selon la CGT. Le port a perdu 2,5 millions d’euros.\nAbonnez-vous !",
    "b": "Les dockers débrayent\n"
    "Près de 800 dockers ont débrayé mercredi, selon la préfecture. La perte serait de 2,5 M€.\nUn feu a été allumé.",
    "c": "Un port à l’arrêt 🚢\nPlus de 1 000 dockers sont en grève. Luc Morel appelle au calme <b>& co</b>.",
}


def _article(ident: str, published: date | None, outlet: str) -> Article:
    base = article(TEXTS[ident], ident, published=published, outlet=outlet)
    title = replace(base.sentences[0], role=Role.TITLE)
    origin = Origin(Means.FILE, f"{ident}.txt", READ_AT)
    return replace(base, title=base.sentence_text(0), origin=origin, sentences=(title, *base.sentences[1:]), author="Ada Martin")


def articles() -> tuple[Article, Article, Article]:
    """Three papers on one strike: the second a day later, the third without a date; the first ends in page noise."""
    a, b, c = _article("a", date(2024, 5, 14), "Le Quai"), _article("b", date(2024, 5, 15), "Ouest & Cie"), _article("c", None, "")
    noise = replace(a.sentences[3], role=Role.NOISE, noise="newsletter")
    return replace(a, sentences=(*a.sentences[:3], noise)), b, c


def fact(
    ident: str, words: str, kind: str, about: str, value: Value, *, source: str = "", certainty: Certainty = Certainty.ASSERTED
) -> Fact:
    """A fact at the first place where the words stand in the article's text."""
    found = next(x for x in articles() if x.id == ident)
    start = found.text.index(words)
    span = Span(start, start + len(words))
    sentence = next(i for i, s in enumerate(found.sentences) if s.span.contains(span))
    return Fact(fact_id(ident, span, kind), kind, Place(ident, sentence), span, about, value, Stance(certainty, source))


def count(low: int | None, high: int | None, exactness: Exactness = Exactness.EXACT, point: int | None = None) -> Quantity:
    """A plain count."""
    ends = [None if end is None else Decimal(end) for end in (low, high, point)]
    return Quantity(ends[0], ends[1], "", exactness, ends[2])


def facts() -> dict[str, Fact]:
    """The facts of the three articles by a short name."""
    euros = Quantity(Decimal(2500000), Decimal(2500000), "EUR")
    about_800 = count(760, 840, Exactness.ROUNDED, 800)
    return {
        "a_count": fact("a", "1 200 dockers", "quantity", "docker", count(1200, 1200), source="la CGT"),
        "b_count": fact("b", "Près de 800 dockers", "quantity", "docker", about_800, source="la préfecture"),
        "c_count": fact("c", "Plus de 1 000 dockers", "quantity", "docker", count(1000, None, Exactness.BOUND, 1000)),
        "a_day": fact("a", "mardi 14 mai", "date", "débrayage", Period(datetime(2024, 5, 14), datetime(2024, 5, 15))),
        "b_day": fact("b", "mercredi", "date", "débrayage", Period(datetime(2024, 5, 15), datetime(2024, 5, 16))),
        "a_loss": fact("a", "2,5 millions d’euros", "money", "perte", euros),
        "b_loss": fact("b", "2,5 M€", "money", "perte", euros, certainty=Certainty.HEDGED),
        "c_name": fact("c", "Luc Morel", "name", "appeler", Name("Luc Morel", "luc morel", "person")),
        "c_calm": fact("c", "appelle au calme", "polarity", "appel", Assertion("appel au calme")),
    }


def analysis() -> Analysis:
    """Two events and three comparisons: a contradiction, a date that differs and an amount that agrees but for its certainty."""
    f = facts()
    strike = Event(
        "ev1",
        (Place("a", 1), Place("b", 1), Place("c", 1)),
        0.91,
        (
            Link(Place("a", 1), Place("b", 1), 0.93, reasons=(("figures", "1 200"), ("meaning", ""))),
            Link(Place("a", 1), Place("c", 1), 0.89),
        ),
    )
    loss = Event("ev2", (Place("a", 2), Place("b", 2)), 1.0, (Link(Place("a", 2), Place("b", 2), 1.0, By.USER),), By.USER)
    counts = (f["a_count"].id, f["b_count"].id, f["c_count"].id)
    judgements = (
        Judgement(counts[0], counts[1], Verdict.CONTRADICTION, "apart", 0.92),
        Judgement(counts[0], counts[2], Verdict.PRECISION, "bound", 0.8),
        Judgement(counts[1], counts[2], Verdict.CONTRADICTION, "apart", 0.5),
    )
    days, losses = (f["a_day"].id, f["b_day"].id), (f["a_loss"].id, f["b_loss"].id)
    comparisons = (
        Comparison("ev1:quantity:docker", "ev1", "quantity", "docker", counts, judgements, "update"),
        Comparison("ev1:date:débrayage", "ev1", "date", "débrayage", days, (Judgement(*days, Verdict.CONTRADICTION, "other_day", 0.9),)),
        Comparison("ev2:money:perte", "ev2", "money", "perte", losses, (Judgement(*losses, Verdict.AGREEMENT, "equal"),)),
    )
    copies = (Copy("a", "b", 0.25, 0.5, False, ((Place("a", 2), Place("b", 2)),)),)
    return Analysis(tuple(f.values()), (strike, loss), comparisons, copies)


def decisions() -> tuple[Decision, ...]:
    """One ruling of each sort."""
    return (
        Joined((Place("a", 2), Place("b", 2))),
        Parted((Place("a", 0), Place("c", 0))),
        Confirmed(Place("a", 1), Place("b", 1)),
        Corrected(facts()["b_count"].id, count(800, 800)),
        Corrected(facts()["c_name"].id, Name("Luc Morel", "luc morel", "person")),
        Dismissed("ev9:quantity:navire"),
        Noise(Place("a", 3), is_noise=True),
        Noted("ev1:quantity:docker", "Rappeler la préfecture <script>alert(1)</script>"),
        Noted("a", "Version de midi"),
        Reviewed("ev1:quantity:docker", State.CONFIRMED),
    )


def translations() -> tuple[Translation, ...]:
    """A machine translation, a doubtful one, and one the user wrote."""
    made = datetime(2024, 5, 16, 10, 0)
    doubt = Doubt("changed", "figure", "800", Span(7, 10))
    return (
        Translation(Place("a", 1), "en", "1,200 dockers stopped work on Tuesday 14 May, according to the CGT.", "Argos", made, words="5f"),
        Translation(Place("b", 1), "en", "Nearly 900 dockers walked out on Wednesday.", "Argos", made, (doubt,)),
        Translation(Place("c", 1), "en", "More than 1,000 dockers are on strike.", "", made, by_hand=True),
    )


def study() -> Project:
    """The whole study."""
    return Project("La grève du port", articles(), decisions(), analysis(), translations())
