"""Words for verdicts, values and errors in French and English."""

import re
import tomllib
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

import studies
from recoupe import errors
from recoupe.files import resource
from recoupe.model import (
    COMING,
    FACT_KINDS,
    Assertion,
    Certainty,
    Exactness,
    Fact,
    Judgement,
    Name,
    Period,
    Place,
    Quantity,
    Span,
    Stance,
    State,
    Verdict,
)
from recoupe.wording import (
    date_text,
    datetime_text,
    error_text,
    explain,
    join,
    kind_label,
    note_text,
    only_words_tell,
    quoted,
    reason_text,
    share_text,
    stage_text,
    state_label,
    stated_text,
    typeset,
    unbroken,
    value_text,
    verdict_label,
    word,
)

NB, NARROW = "\u00a0", "\u202f"


def spaced(text):
    """Expected words are written here with plain spaces."""
    return text.replace(NB, " ").replace(NARROW, " ")


def quantity(low, high=..., unit="", exactness=Exactness.EXACT, point=None):
    high = low if high is ... else high
    ends = [None if n is None else Decimal(str(n)) for n in (low, high, point)]
    return Quantity(ends[0], ends[1], unit, exactness, ends[2])


def period(start, end, grain="day", exactness=Exactness.EXACT, *, anchored=True):
    return Period(datetime(*start), datetime(*end), grain, exactness, anchored)


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (quantity(12000), "12 000", "12,000"),
        (quantity(1200), "1 200", "1,200"),
        (quantity("0.5"), "0,5", "0.5"),
        (quantity(-3), "−3", "−3"),
        (quantity(285, 315, exactness=Exactness.ROUNDED, point=300), "environ 300", "about 300"),
        (quantity(300, None, exactness=Exactness.BOUND, point=300), "300 ou plus", "300 or more"),
        (quantity(None, 300, exactness=Exactness.BOUND), "300 au plus", "300 at most"),
        (quantity(3, 5, exactness=Exactness.RANGE), "de 3 à 5", "3 to 5"),
        (quantity(2000, None, exactness=Exactness.VAGUE), "au moins 2 000 (vague)", "at least 2,000 (vague)"),
        (quantity(2, 9, exactness=Exactness.VAGUE), "entre 2 et 9 (vague)", "between 2 and 9 (vague)"),
        (quantity(None, None, exactness=Exactness.VAGUE), "nombre non précisé", "unspecified number"),
        (quantity(1_000_000), "1 million", "1 million"),
        (quantity(2_500_000), "2,5 millions", "2.5 million"),
        (quantity(3_000_000_000), "3 milliards", "3 billion"),
        (quantity(1_234_567), "1 234 567", "1,234,567"),
        (quantity(12000, unit="EUR"), "12 000 €", "€12,000"),
        (quantity(2_500_000, unit="EUR"), "2,5 millions d’euros", "€2.5 million"),
        (quantity(1_500_000, unit="USD"), "1,5 million de dollars", "$1.5 million"),
        (quantity(1, unit="USD"), "1 dollar", "$1"),
        (quantity(3, unit="CHF"), "3 francs suisses", "3 Swiss francs"),
        (quantity(20, unit="XXQ"), "20 XXQ", "20 XXQ"),
        (quantity(300, 500, "EUR", Exactness.RANGE), "de 300 à 500 €", "€300 to €500"),
        (quantity(1800, unit="EUR/month"), "1 800 € par mois", "€1,800 a month"),
        (quantity("12.5", unit="%"), "12,5 %", "12.5%"),
        (quantity(10, 12, "%", Exactness.RANGE), "de 10 à 12 %", "10 to 12%"),
        (quantity(1, unit="pt"), "1 point", "1 point"),
        (quantity(2, unit="pt"), "2 points", "2 points"),
        (quantity(5400, unit="s"), "1 heure 30 minutes", "1 hour 30 minutes"),
        (quantity(40, unit="s"), "40 secondes", "40 seconds"),
        (quantity(3, unit="d"), "3 jours", "3 days"),
        (quantity(730, unit="d"), "2 ans", "2 years"),
        (quantity(60, unit="d"), "2 mois", "2 months"),
        (quantity(52, unit="year"), "52 ans", "52 years"),
        (quantity(1, unit="rank"), "1er", "1st"),
        (quantity(12, unit="rank"), "12e", "12th"),
        (quantity(22, unit="rank"), "22e", "22nd"),
        (quantity("0.5", unit="d"), "12 heures", "12 hours"),
        (quantity("1.5", unit="d"), "1,5 jour", "1.5 days"),
        (quantity("8.916667", unit="d"), "214 heures", "214 hours"),
        (quantity(510, unit="clock"), "8 h 30", "8:30 am"),
        (quantity(1307, unit="clock/local"), "21 h 47 (heure locale)", "9:47 pm (local time)"),
        (quantity(720, unit="clock/UTC"), "12 h (UTC)", "12 pm (UTC)"),
        (quantity(2300, unit="kg"), "2,3 t", "2.3 t"),
        (quantity(5_000_000_000, unit="B"), "5 Go", "5 GB"),
        (quantity(-5, unit="°C"), "−5 °C", "−5 °C"),
        (period((2024, 5, 14), (2024, 5, 15)), "14 mai 2024", "14 May 2024"),
        (period((2024, 5, 1), (2024, 5, 2)), "1er mai 2024", "1 May 2024"),
        (period((2024, 5, 14), (2024, 5, 17)), "du 14 au 16 mai 2024", "14 to 16 May 2024"),
        (period((2024, 5, 30), (2024, 6, 3)), "du 30 mai au 2 juin 2024", "30 May to 2 June 2024"),
        (period((1, 5, 14), (1, 5, 15), anchored=False), "14 mai", "14 May"),
        (period((2024, 5, 14, 8, 30), (2024, 5, 14, 8, 31), "minute"), "14 mai 2024, 8 h 30", "14 May 2024, 8:30 am"),
        (period((1, 1, 1, 8), (1, 1, 1, 9), "hour", anchored=False), "8 h", "8 am"),
        (period((2024, 5, 14, 18), (2024, 5, 15), "part"), "14 mai 2024, soir", "14 May 2024, evening"),
        (period((2024, 5, 14, 5), (2024, 5, 14, 12), "part"), "14 mai 2024, matin", "14 May 2024, morning"),
        (period((2024, 5, 14, 0), (2024, 5, 14, 6), "part"), "14 mai 2024, nuit", "14 May 2024, night"),
        (period((2024, 5, 13), (2024, 5, 20), "week"), "semaine du 13 mai 2024", "week of 13 May 2024"),
        (period((2024, 5, 1), (2024, 6, 1), "month"), "mai 2024", "May 2024"),
        (period((2024, 4, 1), (2024, 6, 1), "month"), "avril 2024 – mai 2024", "April 2024 – May 2024"),
        (period((2024, 3, 1), (2024, 6, 1), "season"), "printemps 2024", "spring 2024"),
        (period((2023, 12, 1), (2024, 3, 1), "season"), "hiver 2023–2024", "winter 2023–2024"),
        (period((2024, 6, 21), (2024, 9, 21), "season"), "été 2024", "summer 2024"),
        (period((2024, 1, 1), (2025, 1, 1), "year"), "2024", "2024"),
        (period((2020, 1, 1), (2030, 1, 1), "decade"), "années 2020", "2020s"),
        (period((2024, 5, 14), (2024, 5, 15), exactness=Exactness.ROUNDED), "vers le 14 mai 2024", "around 14 May 2024"),
        (Period(datetime(2024, 5, 14), datetime.max, exactness=Exactness.BOUND), "à partir du 14 mai 2024", "from 14 May 2024 on"),
        (Period(datetime(2024, 5, 1), datetime.max, "month", Exactness.BOUND), "à partir de mai 2024", "from May 2024 on"),
        (period((2024, 5, 14), (2024, 5, 15), exactness=Exactness.BOUND), "au plus tard le 14 mai 2024", "by 14 May 2024"),
        (period((2028, 1, 1), (2029, 1, 1), "year", Exactness.BOUND), "au plus tard : 2028", "by 2028"),
        (Period(datetime.min, datetime(2024, 5, 14), exactness=Exactness.BOUND), "avant le 14 mai 2024", "before 14 May 2024"),
        (Name("M. Durand", "durand"), "M. Durand", "M. Durand"),
        (Name("", "durand"), "durand", "durand"),
        (Assertion("départ"), "départ", "départ"),
        (Assertion("départ", holds=False), "non : départ", "not: départ"),
    ],
)
def test_values_read_as_a_newspaper_would_write_them(value, french, english):
    assert (spaced(value_text(value, "fr")), spaced(value_text(value, "en"))) == (french, english)


def test_no_line_can_end_inside_a_value():
    for value in (quantity(12000, unit="EUR"), quantity(2_500_000), quantity("12.5", unit="%"), period((2024, 5, 14), (2024, 5, 15))):
        assert " " not in value_text(value, "fr")


def test_thousands_are_set_apart_by_a_narrow_space_in_french():
    assert value_text(quantity(12000), "fr") == f"12{NARROW}000"


def test_french_is_typeset_and_english_left_alone():
    assert typeset("Qui est-ce ? L'homme : « lui » !", "fr") == f"Qui est-ce{NARROW}? L’homme{NB}: «{NB}lui{NB}»{NARROW}!"
    assert typeset("Who? It's: him!", "en") == "Who? It's: him!"
    assert unbroken("l'homme : 5 %") == f"l'homme{NB}: 5{NB}%"


def test_quotation_marks_and_lists():
    assert quoted("mot", "fr") == f"«{NB}mot{NB}»"
    assert quoted("word", "en") == "“word”"
    assert quoted("il dit « non » et part", "fr") == f"«{NB}il dit “non” et part{NB}»"
    assert quoted("he said “no”", "en") == "“he said ‘no’”"
    assert [join(x, "fr") for x in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == ["", "a", "a et b", "a, b et c"]
    assert join(("a", "b"), "en") == "a and b"


def test_dates_and_shares():
    assert spaced(date_text(datetime(2024, 8, 1), "fr")) == "1er août 2024"
    assert spaced(datetime_text(datetime(2024, 8, 1, 14, 5), "fr")) == "1er août 2024 à 14 h 05"
    assert spaced(datetime_text(datetime(2024, 8, 1, 0, 5), "en")) == "1 August 2024 at 12:05 am"
    assert (spaced(share_text(0.834, "fr")), share_text(0.834, "en")) == ("83 %", "83%")


# the books


def book(lang):
    return tomllib.loads(resource("wording", f"{lang}.toml").read_text(encoding="utf-8"))


def test_both_books_hold_the_same_words():
    french, english = book("fr"), book("en")
    own = {"currency", "scale", "sign"}  # where one language needs no word, the code serves
    for section in set(french) | set(english):
        if section.startswith("error_"):
            assert section not in english
        elif section not in own:
            assert set(french[section]) == set(english[section]), section


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_code_of_the_model_has_words(lang):
    labels = [verdict_label(v, lang) for v in Verdict] + [state_label(s, lang) for s in State] + [kind_label(k, lang) for k in FACT_KINDS]
    assert all(label[0].isupper() for label in labels)
    assert len(set(labels[:9])) == 9


def failures():
    found, left = [], [errors.RecoupeError]
    while left:
        kind = left.pop()
        left += kind.__subclasses__()
        found += [(kind, code) for code in kind.SENTENCES]
    return found


@pytest.mark.parametrize(("kind", "code"), failures(), ids=lambda x: getattr(x, "__name__", x))
def test_every_error_has_a_french_sentence_with_the_same_details(kind, code):
    english, french = kind.SENTENCES[code], book("fr")[f"error_{kind.__name__}"][code]
    names = [set(), set()]
    for n, sentence in enumerate((english, french)):
        sentence.format_map(type("Seen", (dict,), {"__missing__": lambda _self, key, n=n: names[n].add(key) or ""})())
    assert names[0] == names[1]


def test_an_error_is_told_in_the_users_language():
    error = errors.StudyFailed("missing", name="x.recoupe")
    assert spaced(error_text(error, "fr")).startswith("« x.recoupe » est introuvable.")
    assert error_text(error, "en").startswith("“x.recoupe” was not found.")
    assert error_text(errors.StudyFailed("unheard", name="x"), "fr") == "unheard: x"


def test_the_reason_of_a_failure_is_told_in_the_users_language_too():
    error = errors.TranslationFailed("bad_package", name="x.zip", reason="it holds links")
    assert "il contient des liens" in error_text(error, "fr")
    assert "it holds links" in error_text(error, "en")
    assert "Zerfall" in error_text(errors.ReadingFailed("damaged", name="x", reason="Zerfall"), "fr")


def test_every_reason_that_the_program_gives_has_french_words():
    given = set()
    for path in Path(errors.__file__).parent.rglob("*.py"):
        given |= set(re.findall(r'reason="([^"{]+)"', path.read_text(encoding="utf-8")))
    assert given <= set(book("fr")["error_reasons"])


def test_unknown_codes_and_languages_fall_back():
    assert kind_label("new_kind", "fr") == "new kind"
    assert verdict_label(Verdict.AGREEMENT, "de") == "Agreement"
    assert verdict_label(Verdict.AGREEMENT, "fr_CA") == "Accord"
    assert note_text("", "fr") == ""
    assert stage_text("reading", "en") == "Reading the articles"


# why


def fact(value, kind="quantity", *, certainty=Certainty.ASSERTED, source=""):
    return Fact("x", kind, Place("a", 0), Span(0, 1), "", value, Stance(certainty, source))


def why(verdict, reason, left, right, *, lang="fr", confidence=0.9):
    return spaced(explain(Judgement("l", "r", verdict, reason, confidence), left, right, lang))


def test_a_verdict_is_explained_by_both_values_the_rule_and_how_sure():
    said = why(Verdict.CONTRADICTION, "apart", fact(quantity(1200)), fact(quantity(800)))
    assert said == (
        "1 200 d’un côté, 800 de l’autre. Les deux valeurs ne se recoupent pas : l’une au moins est fausse ou dépassée. "
        "Confiance élevée (90 %)."
    )
    english = why(Verdict.PRECISION, "rounding", fact(quantity(297)), fact(quantity(300)), lang="en", confidence=0.7)
    assert english == "297 on one side, 300 on the other. One value is the other one rounded. Fair confidence (70%)."


def test_low_confidence_sends_the_reader_to_the_texts():
    assert "à vérifier dans les textes" in why(Verdict.CONTRADICTION, "apart", fact(quantity(1)), fact(quantity(2)), confidence=0.4)


def test_a_difference_of_source_names_both():
    left, right = fact(quantity(9), source="la police"), fact(quantity(9))
    assert why(Verdict.ATTRIBUTION, "other_source", left, right).startswith(
        "9 (selon la police) d’un côté, 9 (sans source citée) de l’autre."
    )


def test_a_difference_of_certainty_names_both():
    left, right = fact(Assertion("x"), "certainty"), fact(Assertion("x"), "certainty", certainty=Certainty.HEDGED)
    assert why(Verdict.CERTAINTY, "hedged", left, right).startswith("Affirmé d’un côté, avec réserve de l’autre.")


def test_a_difference_of_contrary_verbs_names_both():
    left, right = fact(Assertion("rouvrir route"), "polarity"), fact(Assertion("rester fermé"), "polarity")
    assert why(Verdict.CONTRADICTION, "contrary", left, right).startswith("« rouvrir » d’un côté, « rester » de l’autre.")
    assert only_words_tell([left, right], "fr")
    assert not only_words_tell([left, replace(right, value=Assertion("rouvrir route", holds=False))], "fr")
    assert not only_words_tell([fact(quantity(1)), fact(quantity(1))], "fr")


def test_an_unknown_reason_is_explained_by_what_the_verdict_means():
    assert reason_text(Judgement("l", "r", Verdict.AGREEMENT, "unheard"), "en") == "both say the same."


@pytest.mark.parametrize("reason", sorted(book("fr")["reason"]))
def test_every_reason_is_a_sentence_in_both_languages(reason):
    for lang in ("fr", "en"):
        assert reason_text(Judgement("l", "r", Verdict.AGREEMENT, reason), lang).endswith(".")


def test_what_a_fact_states_in_a_word():
    facts = studies.facts()
    assert stated_text(facts["c_calm"], "fr") == "affirmé"
    assert stated_text(fact(Assertion("x", holds=False), "polarity"), "en") == "denied"
    assert stated_text(replace(fact(Assertion("x"), "polarity"), scope=COMING), "fr") == "annoncé"
    assert stated_text(fact(Assertion("gel"), "cause"), "fr") == ""
    assert spaced(stated_text(facts["a_loss"], "fr")) == "2,5 millions d’euros"


def test_every_stage_that_long_work_tells_of_has_its_words() -> None:
    """One that had none stood in the status bar as it is called in the code."""
    sources = (Path(errors.__file__).parent).rglob("*.py")
    told = {stage for path in sources for stage in re.findall(r'\bprogress\("(\w+)"', path.read_text(encoding="utf-8"))}
    assert {"loading", "parsing", "comparing"} <= told
    for language in ("en", "fr"):
        book = tomllib.loads(resource("wording", f"{language}.toml").read_text(encoding="utf-8"))
        assert told <= book["stage"].keys()


@pytest.mark.parametrize(("lang", "one", "many"), [("en", "1 word", "2 words"), ("fr", "1 mot", "2 mots")])
def test_one_of_a_kind_is_said_in_the_singular(lang: str, one: str, many: str) -> None:
    assert (word("report", "words", lang, count=1), word("report", "words", lang, count=2)) == (one, many)
