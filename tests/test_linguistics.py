"""What the parse promises to the rooms that read it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import article
from recoupe.linguistics import parse
from recoupe.model import Role, Span


def words(text: str, language: str = "fr", **changes: object):
    piece = replace(article(text, language=language), **changes)
    return piece, parse(piece)


def test_every_word_points_into_the_article() -> None:
    piece, parsed = words("La digue aurait cédé. Trois hommes l’ont vue.")
    for sentence in parsed.sentences:
        for token in sentence:
            assert piece.text[token.span.start : token.span.end].replace("’", "'") == token.text


def test_the_conditional_is_told() -> None:
    _, parsed = words("La digue aurait cédé.")
    assert any(t.has("Mood=Cnd") for t in parsed.sentences[0])


def test_names_have_their_sort() -> None:
    _, parsed = words("Jean Dupont habite à Lyon.")
    assert {t.text: t.entity for t in parsed.sentences[0] if t.entity} == {"Jean": "PER", "Dupont": "PER", "Lyon": "LOC"}


def test_sentences_follow_our_cut_not_the_parsers() -> None:
    _, parsed = words("« C'est fini ! On rentre ! » a lancé le maire")
    assert sum(t.dep == "root" for t in parsed.sentences[0]) == 1


def test_noise_gives_no_words() -> None:
    piece = article("Abonnez-vous à notre lettre.\nLe maire a démissionné.")
    noise = replace(piece.sentences[0], role=Role.NOISE, noise="newsletter")
    parsed = parse(replace(piece, sentences=(noise, *piece.sentences[1:])))
    assert parsed.sentences[0] == ()
    assert parsed.sentences[1]


def test_a_doubled_word_is_read_once_and_offsets_hold_behind_it() -> None:
    piece, parsed = words("Avec ChatGPTChatGPT, tout change.", doubled=(Span(12, 19),))
    tokens = parsed.sentences[0]
    assert [t.text for t in tokens][:3] == ["Avec", "ChatGPT", ","]
    assert piece.text[tokens[3].span.start : tokens[3].span.end] == "tout"


def test_white_space_makes_no_words() -> None:
    _, parsed = words("Il y avait  12\u202f000 personnes.")
    assert [t.text for t in parsed.sentences[0]] == ["Il", "y", "avait", "12", "000", "personnes", "."]


@pytest.mark.parametrize(
    ("text", "word", "label", "head"),
    [
        ("He was killed by three men.", "men", "obl:agent", "killed"),
        ("The mayor of Lyon left.", "Lyon", "nmod", "mayor"),
        ("She is the mayor.", "is", "cop", "mayor"),
        ("She is the mayor.", "She", "nsubj", "mayor"),
        ("Police seized the weapons.", "weapons", "obj", "seized"),
        ("They left in March.", "in", "case", "March"),
    ],
)
def test_english_speaks_universal_dependencies(text: str, word: str, label: str, head: str) -> None:
    _, parsed = words(text, language="en")
    tokens = parsed.sentences[0]
    token = next(t for t in tokens if t.text == word)
    assert (token.dep, tokens[token.head].text) == (label, head)


def test_the_tree_of_every_sentence_has_no_loop() -> None:
    _, parsed = words("It is what it is, said the man who was in charge of being there. Is it?", language="en")
    for tokens in parsed.sentences:
        for i in range(len(tokens)):
            at, steps = i, 0
            while tokens[at].head != at:
                at, steps = tokens[at].head, steps + 1
                assert steps <= len(tokens)


@pytest.mark.parametrize(
    ("text", "word", "mood"),
    [
        ("Une trentaine d'enquêteurs restent mobilisés.", "restent", "Mood=Ind"),
        ("Les lettres partent début mars.", "partent", "Mood=Ind"),
        ("Le groupe serait en faillite.", "serait", "Mood=Cnd"),
        ("Le médicament réduirait les douleurs.", "réduirait", "Mood=Cnd"),
        ("Quatre cents emplois disparaîtraient.", "disparaîtraient", "Mood=Cnd"),
        ("Il souffrirait d'une entorse.", "souffrirait", "Mood=Cnd"),
        ("La facture s'élèverait à deux millions.", "élèverait", "Mood=Cnd"),
        ("Le cheval tirait la charrette.", "tirait", "Mood=Ind"),
        ("Les coureurs couraient vers le but.", "couraient", "Mood=Ind"),
    ],
)
def test_the_conditional_is_known_by_its_ending(text: str, word: str, mood: str) -> None:
    _, parsed = words(text)
    assert mood in next(t for t in parsed.sentences[0] if t.text == word).morph


@pytest.mark.parametrize("name", ["X.ai", "X.AI", "Booking.com", "S.Oliver"])
def test_a_name_with_a_dot_inside_is_a_name(name: str) -> None:
    _, parsed = words(f"Le patron aurait créé {name}, une entreprise de logiciels.")
    (token,) = (t for t in parsed.sentences[0] if t.text == name)
    assert token.pos == "PROPN"


@pytest.mark.parametrize(
    ("headline", "verb", "lemma", "subject", "thing"),
    [
        ("Jeanne Martin lance X.ai, une société de conseil", "lance", "lancer", "Jeanne", "X.ai"),
        ("Le préfet dément toute négligence", "dément", "démentir", "préfet", "négligence"),
        ("Le groupe dément.", "dément", "démentir", "groupe", ""),
    ],
)
def test_a_verb_among_names_governs_them(headline: str, verb: str, lemma: str, subject: str, thing: str) -> None:
    _, parsed = words(headline)
    tokens = parsed.sentences[0]
    (at,) = (i for i, t in enumerate(tokens) if t.text == verb)
    assert (tokens[at].pos, tokens[at].lemma) == ("VERB", lemma)
    governed = [(t.dep, t.text) for t in tokens if t.head == at]
    assert ("nsubj", subject) in governed
    assert not thing or ("obj", thing) in governed


def test_an_edited_article_is_parsed_as_if_it_were_new() -> None:
    old, parsed = words("Il pleut. La digue a cédé à Lyon. Trois hommes l’ont vue, selon le maire.")
    new = article("Il neige enfin. La digue a cédé à Lyon. Trois hommes l’ont vue, selon le maire.")
    assert parse(new, before=(old, parsed)) == parse(new)
    doubled = replace(new, doubled=(Span(new.text.index("digue"), new.text.index("digue") + 5),))
    assert parse(doubled, before=(old, parsed)) == parse(doubled)
    assert parse(replace(new, language="en"), before=(old, parsed)) == parse(replace(new, language="en"))


def test_a_sentence_is_parsed_alike_in_every_company() -> None:
    sentences = ["La digue a cédé.", "Le maire, lui, n’a rien vu venir.", "Vingt personnes auraient été évacuées mardi à Saint-Malo."]
    _, together = words(" ".join(sentences))
    for index, sentence in enumerate(sentences):
        _, alone = words(sentence)
        assert [(t.text, t.lemma, t.pos, t.dep, t.head, t.morph) for t in alone.sentences[0]] == [
            (t.text, t.lemma, t.pos, t.dep, t.head, t.morph) for t in together.sentences[index]
        ]


def test_a_finite_verb_before_an_infinitive_is_the_main_one() -> None:
    _, parsed = words("La direction compte supprimer 300 postes.")
    tokens = parsed.sentences[0]
    assert {t.text: (t.dep, t.lemma) for t in tokens if t.pos == "VERB"} == {
        "compte": ("root", "compter"),
        "supprimer": ("xcomp", "supprimer"),
    }
    assert tokens[1].dep == "nsubj"


def test_the_subject_is_the_noun_and_no_adjective_of_its_group() -> None:
    _, parsed = words("La direction de l'équipementier automobile Vermont-Plastics a annoncé lundi la fermeture de son usine.")
    tokens = parsed.sentences[0]
    found = {t.text: (t.dep, tokens[t.head].text) for t in tokens}
    assert found["direction"] == ("nsubj", "annoncé")
    assert found["automobile"] == ("amod", "équipementier")


def test_what_a_restriction_leaves_is_the_object() -> None:
    _, parsed = words("La CGT ne compte que 260 grévistes sur un effectif de 900 et assure que la ligne roule.")
    tokens = parsed.sentences[0]
    found = {t.text: (t.dep, tokens[t.head].text) for t in tokens}
    assert found["grévistes"] == ("obj", "compte")
    assert found["assure"] == ("conj", "compte")
