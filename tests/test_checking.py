"""A translation's figures, dates, names, negations and hedges are held against the original.

The sentences in tests/translation/data were written for this: each with a right translation and one spoilt in one way. The long ones
were written after the rules.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from builders import article
from recoupe.checking import annotate, check_translations
from recoupe.facts import extract
from recoupe.linguistics import parse
from recoupe.model import Article, Assertion, Doubt, Place, Role, Sentence, Span, Translation

DATA = Path(__file__).parent / "translation" / "data"
KINDS = {"digit": {"figure"}, "swap": {"figure"}, "scale": {"figure"}, "date": {"date", "figure"}}


def one(text: str, language: str = "fr") -> Article:
    return replace(article(text, language=language), sentences=(Sentence(Span(0, len(text)), Role.BODY, 0),))


def doubts(french: str, english: str) -> tuple[Doubt, ...]:
    return doubts_of(one(french), Translation(Place("a", 0), "en", english, "test"))


def doubts_of(original: Article, translation: Translation) -> tuple[Doubt, ...]:
    return check_translations(original, [translation])[0].doubts


def all_doubts(pairs: Sequence[tuple[str, str]]) -> list[tuple[Doubt, ...]]:
    """The doubts of many French sentences with their English, read as one article: parsed at once, judged each alone."""
    sentences, at = [], 0
    for number, (french, _) in enumerate(pairs):
        sentences.append(Sentence(Span(at, at + len(french)), Role.BODY, number))
        at += len(french) + 1
    whole = replace(article("x", language="fr"), text="\n".join(french for french, _ in pairs), sentences=tuple(sentences))
    return [t.doubts for t in check_translations(whole, [Translation(Place("a", n), "en", en, "test") for n, (_, en) in enumerate(pairs)])]


def judged(rows: Sequence[tuple[str, str, str, str]]) -> tuple[list[str], list[tuple[str, tuple[Doubt, ...]]]]:
    """Of French and English sentences with what is spoilt in the latter: the spoilt ones that pass, the right ones that are flagged."""
    assert all(english.count(old) == 1 for _, english, old, _ in rows)
    spoilt = [(french, english.replace(old, new)) for french, english, old, new in rows]
    missed = [english for (_, english), found in zip(spoilt, all_doubts(spoilt), strict=True) if not found]
    right = [(french, english) for french, english, _, _ in rows]
    return missed, [(english, found) for (_, english), found in zip(right, all_doubts(right), strict=True) if found]


def rows_of(name: str) -> list[tuple[str, str, str, str]]:
    """French, English, the words that are spoilt, and by what; what kind of spoiling it is stands before them in most files."""
    return [(*line.split("\t")[-4:],) for line in _lines(name)]  # type: ignore[misc]


def test_spoilt_translations_are_caught_and_right_ones_let_pass() -> None:
    rows = [line.split("\t") for name in ("figures", "words") for line in _lines(f"safety-{name}.tsv")]
    assert len(rows) == 300
    missed, flagged = judged([(fr, en, old, new) for _, fr, en, old, new in rows])
    found = all_doubts([(fr, en.replace(old, new)) for _, fr, en, old, new in rows])
    kinds = zip((row[0] for row in rows), found, strict=True)
    misnamed = Counter(kind for kind, told in kinds if told and not any(d.kind in KINDS.get(kind, {kind}) for d in told))
    assert len(missed) <= 6, missed
    assert len(flagged) <= 6, flagged
    assert sum(misnamed.values()) <= 6, misnamed


def test_long_sentences_of_the_press_are_judged_as_surely() -> None:
    rows = rows_of("safety-long.tsv")
    missed, flagged = judged(rows)
    assert len(missed) <= 1, missed
    assert len(flagged) <= 1, flagged


def test_sentences_written_after_the_rules_are_judged_as_surely() -> None:
    """Before anything was mended for them 54 of the 60 spoilt ones were caught and one right one was flagged."""
    rows = rows_of("safety-fresh.tsv")
    missed, flagged = judged(rows)
    assert len(missed) <= 1, missed
    assert len(flagged) <= 1, flagged


def test_sentences_of_three_later_sittings_are_judged_as_surely() -> None:
    """Written 60, 40 and 30 at a time, each before the rules met them: 55, 36 and 28 were caught at first, one of each flagged."""
    rows = rows_of("safety-unseen.tsv")
    assert len(rows) == 130
    missed, flagged = judged(rows)
    assert len(missed) <= 2, missed
    assert len(flagged) <= 1, flagged


def test_sentences_of_the_last_three_sittings_are_judged_as_surely() -> None:
    """Written 140, 63 and 60 at a time, each before the rules met them: 121, 58 and 58 were caught at first; 3, 8 and 1 were flagged."""
    rows = rows_of("safety-later.tsv")
    assert len(rows) == 263
    missed, flagged = judged(rows)
    assert len(missed) <= 5, missed
    assert len(flagged) <= 5, flagged


def test_idioms_of_the_press_are_judged_as_surely() -> None:
    """Written 60 at a time, each before the rules met them: 53, 53, 59, 53 and 57 of the spoilt ones were caught at first.

    Of the right ones 6, 4, 12, 1 and 2 were flagged then.
    """
    rows = rows_of("safety-idioms.tsv")
    assert len(rows) == 300
    missed, flagged = judged(rows)
    assert len(missed) <= 4, missed
    assert len(flagged) <= 3, flagged


def test_free_but_faithful_wordings_of_sources_days_and_institutions_are_let_pass() -> None:
    french, english = zip(*(line.split("\t") for line in _lines("safety-right.tsv")), strict=True)
    found = all_doubts(list(zip(french, english, strict=True)))
    assert [(en, told) for en, told in zip(english, found, strict=True) if told] == []


@pytest.mark.parametrize(
    ("french", "english", "code", "kind"),
    [
        ("La réunion aura lieu la semaine prochaine.", "The meeting took place last week.", "changed", "date"),
        ("Il a été vu la veille.", "He was seen the day after.", "changed", "date"),
        ("Le tanker libérien a coulé.", "The Libyan tanker sank.", "changed", "name"),
        ("Le vent souffle à l'ouest de la ville.", "The wind is blowing east of the city.", "changed", "name"),
        ("L'avocat n'exclut pas un recours.", "The lawyer rules out an appeal.", "lost", "negation"),
        ("Selon une voisine, la porte était ouverte.", "The door was open.", "lost", "hedge"),
        ("Un voisin affirme avoir vu la scène.", "A neighbour witnessed the scene.", "lost", "hedge"),
        ("Le dossier est clos faute de preuves.", "The case is closed on the evidence.", "lost", "negation"),
        ("Sans mandat, ils ont fouillé la maison.", "With a warrant, they searched the house.", "lost", "negation"),
        ("Le bénéfice est en hausse de 8 %.", "Profit is down 8%.", "changed", "figure"),
        ("Le loyer a triplé.", "The rent has doubled.", "changed", "figure"),
        ("Le taux passe de 3 à 5 %.", "The rate goes from 5 to 3%.", "changed", "figure"),
        ("Il arrive au Soudan.", "He is arriving in South Sudan.", "added", "name"),
        ("La fête a lieu en hiver.", "The festival takes place in summer.", "changed", "date"),
        ("Il a été vu hier.", "He was seen today.", "changed", "date"),
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
        ("Une faute de conduite a causé l'accident.", "A driving error caused the accident."),
        ("Le musée est ouvert de 9 heures à 18 h 30.", "The museum is open from 9 a.m. to 6.30 p.m."),
        ("Le roi d'Espagne est attendu à Rome.", "The Spanish king is expected in Rome."),
        ("Il est mort dans la nuit de lundi à mardi.", "He died in the early hours of Tuesday."),
        ("La quadragénaire a été entendue.", "The woman, in her forties, was questioned."),
        ("Les prix ont chuté de moitié.", "Prices have halved."),
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


def test_what_is_stated_is_called_by_its_whole_sentence_where_no_words_are_found() -> None:
    original = one("Les pertes s'élèvent à 2 millions d'euros.")
    facts = [f for f in extract(original, parse(original)) if f.kind == "polarity"] or [
        f for f in extract(original, parse(original)) if f.kind == "certainty"
    ]
    assert facts
    told = annotate(original, [Translation(Place("a", 0), "en", "Stands for nothing at all.", "test")], facts)
    assert told.abouts[facts[0].id]


def test_what_is_affirmed_is_marked_where_the_translation_states_as_much() -> None:
    original = one("Deux communes sont privées d'eau.")
    facts = [f for f in extract(original, parse(original)) if f.kind == "polarity"]
    assert facts
    english = "Two townships are deprived of water."
    told = annotate(original, [Translation(Place("a", 0), "en", english, "test")], facts)
    span = told.marks[facts[0].id]
    assert "are deprived" in english[span.start : span.end]


def test_english_is_held_against_its_french_as_well() -> None:
    def back(english: str, french: str) -> tuple[Doubt, ...]:
        return doubts_of(one(english, "en"), Translation(Place("a", 0), "fr", french, "test"))

    assert back("The school is closed.", "L'école est fermée.") == ()
    assert back("He left without his bag.", "Il est parti sans son sac.") == ()
    assert [d.kind for d in back("He denied the charges.", "Il a admis les faits.")] == ["negation"]
    assert [d.kind for d in back("He left without his bag.", "Il est parti avec son sac.")] == ["negation"]


def test_what_is_affirmed_beside_a_denial_is_not_marked_on_the_word_that_denies() -> None:
    original = one("Le maire a fondé le club en 2015, mais il ne le dirige plus.")
    facts = [f for f in extract(original, parse(original)) if f.kind == "polarity"]
    affirmed = [f for f in facts if isinstance(f.value, Assertion) and f.value.holds]
    assert affirmed
    english = "The mayor who set the club up in 2015 does not run it now."
    told = annotate(original, [Translation(Place("a", 0), "en", english, "test")], facts)
    spans = [told.marks[f.id] for f in affirmed if f.id in told.marks]
    assert all("not" not in english[s.start : s.end].split() for s in spans)


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("Le train a déraillé près de Valence.", "The train derailed near Valencia."),
        ("Le maire de Vienne, en Isère, a porté plainte.", "The mayor of Vienna, in Isère, filed a complaint."),
        ("Pascal Aubin a été élu.", "Pascale Aubin was elected."),
        ("Michel Roux est mort.", "Michele Roux has died."),
        ("Sébastien Ferrand a été entendu.", "Sebastian Ferrand was questioned."),
        ("François Delmas est parti.", "Francis Delmas has left."),
        ("Caroline Dupré a été blessée.", "Carolina Dupré was injured."),
        ("Virginie Lambert dirige la banque.", "Virginia Lambert runs the bank."),
        ("Il est né à Tours.", "He was born in Troyes."),
        ("La Bretagne a été touchée par la tempête.", "Britain was hit by the storm."),
        ("Le procès de Paul Jourdain a commencé.", "The trial of Paul Jordan has begun."),
        ("Le parquet de Nantes a ouvert une enquête.", "Prosecutors in Nance have opened an inquiry."),
        ("Simon Bouchet a signé.", "Simon Buchet has signed."),
        ("Maurice a gagné la finale.", "Mauritius won the final."),
    ],
)
def test_a_name_that_merely_resembles_is_another_name(french: str, english: str) -> None:
    assert "name" in {d.kind for d in doubts(french, english)}


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("Il vit entre Londres, Pékin, Bruxelles, Genève et Moscou.", "He lives between London, Beijing, Brussels, Geneva and Moscow."),
        ("À Valence, l'armée espagnole a déblayé les rues.", "In Valencia, the Spanish army has been clearing the streets."),
        ("Le festival de Valence, dans la Drôme, est annulé.", "The festival in Valence, in the Drôme, has been cancelled."),
        ("Les inspecteurs de l'AIEA sont rentrés à Vienne.", "The IAEA inspectors are back in Vienna."),
        ("Un séisme a frappé Oulan-Bator et Erevan.", "An earthquake struck Ulaanbaatar and Yerevan."),
        ("La Grande-Bretagne et les Pays-Bas ont signé.", "The UK and the Netherlands have signed."),
        ("Une délégation de Côte d'Ivoire est venue à Roland-Garros.", "A delegation from Ivory Coast came to the French Open."),
        ("Vladimir Poutine a reçu Alexandre Loukachenko.", "Vladimir Putin received Alexandre Lukashenko."),
        ("Sergueï Choïgou et Evgueni Prigojine se sont opposés.", "Sergei Shoigu and Evgeni Prigozhin clashed."),
        ("Le pape François a prié avec le roi Philippe VI.", "Pope Francis prayed with King Felipe VI."),
        ("Les Grenoblois ont battu les Lyonnais.", "Grenoble beat Lyon."),
        ("Les Dumont ont vendu leur maison.", "The Dumonts have sold their house."),
        ("Élodie Cœuret-Bénard a été réélue.", "Elodie Coeuret-Benard was re-elected."),
        ("Cinq Kurdes ont été arrêtés à Francfort.", "Five Kurds were arrested in Frankfurt."),
        ("La tempête a traversé la Bretagne et la Normandie.", "The storm swept across Brittany and Normandy."),
        ("L'île Maurice a accueilli le sommet.", "Mauritius hosted the summit."),
    ],
)
def test_a_name_that_the_other_language_has_of_its_own_is_the_same_name(french: str, english: str) -> None:
    assert [d for d in doubts(french, english) if d.kind == "name"] == []


def test_a_town_with_a_namesake_abroad_is_told_apart_by_what_its_article_names() -> None:
    said = Translation(Place("a", 1), "en", "Two hundred people died in Valencia.", "x")
    abroad = article("L'Espagne est en deuil. Deux cents personnes sont mortes à Valence.")
    at_home = article("La Drôme est en deuil. Deux cents personnes sont mortes à Valence.")
    assert [[d.kind for d in check_translations(one, [said])[0].doubts] for one in (abroad, at_home)] == [[], ["name"]]


def test_on_whose_word_a_fact_is_told_is_said_in_the_translation_s_words() -> None:
    original = one("Selon la préfecture, 1 200 personnes ont défilé à Dijon.")
    facts = extract(original, parse(original))
    english = "According to the prefecture, 1,200 people marched in Dijon."
    told = annotate(original, [Translation(Place("a", 0), "en", english, "test")], facts)
    number = next(f for f in facts if f.kind == "quantity")
    assert number.stance.source
    assert told.sources[number.id].lower() == "the prefecture"
