"""A translation's figures, dates, names, negations and hedges are held against the original.

The sentences in tests/translation/data were written for this: each with a right translation and one spoilt in one way. The long ones
were written after the rules.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from builders import article
from recoupe.checking import annotate, check_translations
from recoupe.facts import extract
from recoupe.linguistics import parse
from recoupe.model import Article, Doubt, Place, Role, Sentence, Span, Translation

DATA = Path(__file__).parent / "translation" / "data"
KINDS = {"digit": {"figure"}, "swap": {"figure"}, "scale": {"figure"}, "date": {"date", "figure"}}


def one(text: str, language: str = "fr") -> Article:
    return replace(article(text, language=language), sentences=(Sentence(Span(0, len(text)), Role.BODY, 0),))


def doubts(french: str, english: str) -> tuple[Doubt, ...]:
    return doubts_of(one(french), Translation(Place("a", 0), "en", english, "test"))


def doubts_of(original: Article, translation: Translation) -> tuple[Doubt, ...]:
    return check_translations(original, [translation])[0].doubts


def test_spoilt_translations_are_caught_and_right_ones_let_pass() -> None:
    rows = [line.split("\t") for name in ("figures", "words") for line in _lines(f"safety-{name}.tsv")]
    assert len(rows) == 300
    missed, flagged, misnamed = [], [], Counter[str]()
    for kind, french, english, old, new in rows:
        assert english.count(old) == 1
        if found := doubts(french, english):
            flagged.append((english, found))
        found = doubts(french, english.replace(old, new))
        if not found:
            missed.append((french, english.replace(old, new)))
        elif not any(d.kind in KINDS.get(kind, {kind}) for d in found):
            misnamed[kind] += 1
    assert len(missed) <= 6, missed
    assert len(flagged) <= 6, flagged
    assert sum(misnamed.values()) <= 6, misnamed


def test_long_sentences_of_the_press_are_judged_as_surely() -> None:
    rows = [line.split("\t") for line in _lines("safety-long.tsv")]
    missed = [en.replace(old, new) for fr, en, old, new in rows if not doubts(fr, en.replace(old, new))]
    flagged = [(en, found) for fr, en, _, _ in rows if (found := doubts(fr, en))]
    assert len(missed) <= 1, missed
    assert len(flagged) <= 1, flagged


def test_sentences_written_after_the_rules_are_judged_as_surely() -> None:
    """Before anything was mended for them 54 of the 60 spoilt ones were caught and one right one was flagged."""
    rows = [line.split("\t") for line in _lines("safety-fresh.tsv")]
    missed = [en.replace(old, new) for _, fr, en, old, new in rows if not doubts(fr, en.replace(old, new))]
    flagged = [(en, found) for _, fr, en, _, _ in rows if (found := doubts(fr, en))]
    assert len(missed) <= 1, missed
    assert len(flagged) <= 1, flagged


def test_sentences_of_three_later_sittings_are_judged_as_surely() -> None:
    """Written 60, 40 and 30 at a time, each before the rules met them: 55, 36 and 28 were caught at first, one of each flagged."""
    rows = [line.split("\t") for line in _lines("safety-unseen.tsv")]
    assert len(rows) == 130
    missed = [en.replace(old, new) for _, fr, en, old, new in rows if not doubts(fr, en.replace(old, new))]
    flagged = [(en, found) for _, fr, en, _, _ in rows if (found := doubts(fr, en))]
    assert len(missed) <= 2, missed
    assert len(flagged) <= 1, flagged


def test_free_but_faithful_wordings_of_sources_days_and_institutions_are_let_pass() -> None:
    rows = [line.split("\t") for line in _lines("safety-right.tsv")]
    assert [(en, found) for fr, en in rows if (found := doubts(fr, en))] == []


@pytest.mark.parametrize(
    ("french", "english", "code", "kind"),
    [
        ("La réunion aura lieu la semaine prochaine.", "The meeting took place last week.", "changed", "date"),
        ("Il a été vu la veille.", "He was seen the day after.", "changed", "date"),
        ("Le tanker libérien a coulé.", "The Libyan tanker sank.", "changed", "name"),
        ("Le vent souffle à l'ouest de la ville.", "The wind is blowing east of the city.", "changed", "name"),
        ("L'avocat n'exclut pas un recours.", "The lawyer rules out an appeal.", "lost", "negation"),
        ("Selon une voisine, la porte était ouverte.", "The door was open.", "lost", "hedge"),
        ("L'Organisation mondiale du commerce s'inquiète.", "The World Health Organization is worried.", "changed", "name"),
    ],
)
def test_what_turns_a_sentence_round_is_told(french: str, english: str, code: str, kind: str) -> None:
    assert (code, kind) in {(d.code, d.kind) for d in doubts(french, english)}


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("Le projet, sans précédent, a été présenté à huis clos.", "The unprecedented project was presented behind closed doors."),
        ("Sans surprise, le parti arrive en tête.", "Unsurprisingly, the party comes first with a clear lead."),
        ("Le couple vit sans électricité.", "The couple have been living with no electricity."),
        ("Il dément être l'auteur des faits.", "He says he did not commit the offence."),
        ("Il conteste cette version.", "He challenges this account."),
        ("Le groupe a perdu 12 millions d'euros en un an.", "The group lost 12 million euros over the year."),
        ("Le rapport de la Cour des comptes est sévère.", "The Court of Auditors' report is harsh."),
        ("La fusion devrait aboutir à l'automne.", "The merger should be completed in the autumn."),
        ("La place était vide hier soir.", "The square was empty last night."),
    ],
)
def test_what_is_right_in_other_words_is_let_pass(french: str, english: str) -> None:
    assert doubts(french, english) == ()


def _lines(name: str) -> list[str]:
    return (DATA / name).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("french", "english", "expected"),
    [
        ("Il a versé 12 000 euros.", "He paid 1,200 euros.", Doubt("changed", "figure", "12 000 euros", Span(8, 19))),
        ("Il a parcouru 12 km.", "He covered 12 m.", Doubt("changed", "unit", "12 km", Span(11, 15))),
        ("La prime est de 300 euros.", "The bonus is 300 dollars.", Doubt("changed", "unit", "300 euros", Span(13, 24))),
        ("Il part lundi.", "He leaves.", Doubt("lost", "date", "lundi", None)),
        ("Il part lundi.", "He leaves on Sunday.", Doubt("changed", "date", "lundi", Span(13, 19))),
        ("Paul Verdier a parlé.", "Paul Vernier spoke.", Doubt("changed", "name", "Verdier", Span(5, 12))),
        ("Le mur est tombé.", "The wall reportedly fell.", Doubt("added", "hedge", "", Span(9, 19))),
        ("Le mur est tombé.", "The wall did not fall.", Doubt("added", "negation", "", Span(13, 16))),
        ("Le mur est tombé.", "The wall fell 12 times.", Doubt("added", "figure", "", Span(14, 22))),
    ],
)
def test_a_doubt_says_what_was_there_and_where_it_stands_now(french: str, english: str, expected: Doubt) -> None:
    assert expected in doubts(french, english)


def test_the_doubts_of_an_article_go_with_its_translations() -> None:
    french = article("Le maire a compté 300 arbres. Il est parti.")
    said = (Translation(Place("a", 0), "en", "The mayor counted 30 trees.", "x"), Translation(Place("a", 1), "en", "He left.", "x"))
    checked = check_translations(french, said)
    assert [len(t.doubts) for t in checked] == [1, 0]
    assert [replace(t, doubts=()) for t in checked] == list(said)


def test_a_doubt_of_the_glossary_stays() -> None:
    kept = Doubt("lost", "glossary", "préfecture")
    said = Translation(Place("a", 0), "en", "The police station has spoken.", "x", doubts=(kept,))
    assert check_translations(article("La préfecture a parlé."), [said])[0].doubts == (kept,)


def test_marks_of_facts_are_carried_into_the_english_sentence() -> None:
    french = one("Selon Claire Dumont, 12 000 personnes auraient défilé à Londres le 14 mars 2025, pour 2,4 millions d'euros.")
    english = "According to Claire Dumont, 12,000 people reportedly marched in London on 14 March 2025, at a cost of 2.4 million euros."
    facts = extract(french, parse(french))
    marks = annotate(french, [Translation(Place("a", 0), "en", english, "x")], facts).marks
    said = {french.text[f.span.start : f.span.end]: english[m.start : m.end] for f in facts if (m := marks.get(f.id))}
    assert said["Claire Dumont"] == "Claire Dumont"
    assert said["Londres"] == "London"
    assert said["12 000 personnes"] == "12,000 people"
    assert "2.4 million euros" in said.values()
    assert any("14 March 2025" in words for words in said.values())
    assert "reportedly" in said.values()


def test_an_english_article_is_checked_in_french() -> None:
    english = one("The unions say 1,200 people did not come on Monday.", "en")
    right = Translation(Place("a", 0), "fr", "Les syndicats disent que 1 200 personnes ne sont pas venues lundi.", "x")
    assert doubts_of(english, right) == ()
    wrong = replace(right, text="Les syndicats disent que 12 000 personnes sont venues mardi.")
    assert {d.kind for d in doubts_of(english, wrong)} == {"figure", "negation", "date"}
