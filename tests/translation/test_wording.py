"""What happens to the words beside the engine: cut, kept out of its way, put in house style, by the user's glossary."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import article
from recoupe.errors import TranslationFailed
from recoupe.translation import preparing
from recoupe.translation.engine import server_address
from recoupe.translation.glossary import Glossary
from recoupe.translation.sanity import fault
from recoupe.translation.splitting import in_address, in_body, split
from recoupe.translation.style import in_style


@given(st.text(alphabet="aé .!?,;«»😀\u00a0", max_size=300), st.integers(12, 60))
def test_cutting_loses_nothing_and_keeps_to_the_limit(text: str, limit: int) -> None:
    for weigh in (in_body, in_address):
        pieces = split(text, limit, weigh)
        assert all(weigh(p) <= limit for p in pieces)
        assert "".join("".join(pieces).split()) == "".join(text.split())


def test_a_text_is_cut_at_sentence_ends_first() -> None:
    text = "Il a dit « non. » Elle a dit oui, puis non. Et puis ?"
    assert split(text, 40, in_body) == ("Il a dit « non. »", "Elle a dit oui, puis non. Et puis ?")


@pytest.mark.parametrize(
    ("french", "answer", "styled"),
    [
        ("Il a versé 12 000 euros.", "He paid 12 000 euros.", "He paid 12,000 euros."),
        ("Il a versé 12\u202f000 euros.", "He paid 12\u202f000 euros.", "He paid 12,000 euros."),
        ("Une hausse de 3,5 %.", "A rise of 3,5 %.", "A rise of 3.5%."),
        ("La loi compte 3,125 pages.", "The law has 3,125 pages.", "The law has 3.125 pages."),
        ("Près de 3 500 personnes.", "Nearly 3,500 people.", "Nearly 3,500 people."),
        ("Il coûte 1.250 francs.", "It costs 1.250 francs.", "It costs 1,250 francs."),
        ("« C'est non », dit-il.", "« It's no », he says.", "“It’s no”, he says."),
        ('Il dit "non".', 'He says "no".', "He says “no”."),
        ("Il doit 40 €.", "He owes 40 €.", "He owes €40."),
        ("Un plan de 10 Md€.", "A plan of 10 Md€.", "A plan of €10 billion."),
        ("Un plan de 2,5 M€.", "A plan of 2,5 M€.", "A plan of €2.5 million."),
        ("Le 1er mai.", "The 1er May.", "The 1st May."),
        ("Pourquoi ?", "Why ?", "Why?"),
        ("Arrivés vers 19 h 40.", "Arrived around 19 h 40.", "Arrived around 19:40."),
        ("Ouvert de 8h à 18h30.", "Open from 8h to 18h30.", "Open from 8:00 to 18:30."),
        ("Une vitesse de 90 km/h.", "A speed of 90 km/h.", "A speed of 90 km/h."),
        ("Le retour du loup", "The return of the wolf.", "The return of the wolf"),
        ("L'homme est mort.", "the man is dead.", "The man is dead."),
        ("En 2024 300 arbres.", "In 2024 300 trees.", "In 2024 300 trees."),
    ],
)
def test_english_house_style(french: str, answer: str, styled: str) -> None:
    assert in_style(french, answer, "en") == styled


def test_french_house_style() -> None:
    english, answer = 'He said "no": 1,200 people, 3.5%.', 'Il a dit "non": 1,200 personnes, 3.5%.'
    assert in_style(english, answer, "fr") == "Il a dit «\u00a0non\u00a0»\u00a0: 1\u202f200 personnes, 3,5\u202f%."


def test_a_headline_in_capitals_is_asked_in_small_letters_with_the_article_s_names() -> None:
    text = "GRÈVE À DIJON : LA SNCF S'EXPLIQUE\nÀ Dijon, la grève de la SNCF continue."
    assert preparing.in_capitals(text.splitlines()[0])
    assert preparing.lowered(text.splitlines()[0], preparing.spellings(text)) == "Grève à Dijon : la SNCF s'explique"
    assert not preparing.in_capitals("La SNCF et la RATP")


@pytest.mark.parametrize("line", ["12 000", "https://exemple.fr/a", "redaction@exemple.fr", "* * *", "14/05/2024"])
def test_what_has_no_words_stays(line: str) -> None:
    assert preparing.stays(line)


@pytest.mark.parametrize(
    ("line", "alike"), [("Marie Dupont", True), ("Jean-Marc de La Tour", True), ("Le Président", False), ("Vie locale", False)]
)
def test_a_lone_name_is_known_by_its_look(line: str, alike: bool) -> None:
    assert preparing.like_a_name(line) is alike


def test_the_glossary_puts_the_user_s_words_in() -> None:
    pairs = Glossary.read("# mes mots\npréfecture = prefecture\nMaison-Neuve\nConseil d'État → Council of State\n")
    assert pairs == (("préfecture", "prefecture"), ("Maison-Neuve", ""), ("Conseil d'État", "Council of State"))
    glossary = Glossary.of(pairs, "fr", "en").touching("Le Conseil d’État et la préfecture.")
    assert glossary.before("Le Conseil d’État et la préfecture.") == "Le Council of State et la prefecture."
    assert glossary.after("The Conseil d'État and the prefecture.") == "The Council of State and the prefecture."
    assert glossary.lost("The Privy Council and the prefecture.") == (("Conseil d'État", "Council of State"),)
    assert Glossary.of(pairs, "en", "fr").before("The prefecture") == "The préfecture"
    assert Glossary.of(pairs, "fr", "en").touching("Rien ici.").fingerprint == ""


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("http://127.0.0.1:5000", "http://127.0.0.1:5000/"),
        ("localhost:5000/translate", "http://localhost:5000/"),
        ("translate.example.org", "https://translate.example.org/"),
        (" https://example.org/libre/ ", "https://example.org/libre/"),
    ],
)
def test_a_server_s_address_is_made_whole(typed: str, address: str) -> None:
    assert server_address(typed) == address


@pytest.mark.parametrize("typed", ["", "ftp://example.org", "https://", "http://user:pass@example.org", "http://a:99999"])
def test_what_is_no_server_s_address_is_said_so(typed: str) -> None:
    with pytest.raises(TranslationFailed) as failed:
        server_address(typed)
    assert failed.value.code == "bad_server"


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ("The mayor announced on Monday that the school would close.", ""),
        ("MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY", "too_many_requests"),
        ("Le maire a annoncé lundi que l’école fermerait.", "garbage"),
        ("Der Bürgermeister hat am Montag mitgeteilt, dass die Schule nicht mehr für die Kinder ist.", "garbage"),
        ("no no no no no no no no", "garbage"),
        ("…", "garbage"),
    ],
)
def test_an_answer_that_is_no_translation_is_told(answer: str, code: str) -> None:
    assert fault("Le maire a annoncé lundi que l’école fermerait.", answer, "fr", "en") == code


def test_english_stays_english_in_a_french_story() -> None:
    from recoupe.translation import ENGINES, Means, translate_article
    from recoupe.translation.cache import Cache

    means = Means(ENGINES[0], Cache())
    assert translate_article(article("The mayor spoke.", language="en"), means, "en").translations == ()
