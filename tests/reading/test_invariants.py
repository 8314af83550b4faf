"""Whatever is read: offsets in range, in order, apart; the text untouched; the same answer every time."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from reading_helpers import NOW, pasted

from recoupe.errors import ReadingFailed
from recoupe.model import Role
from recoupe.reading import read_paste

_LINES = """Le maire|M. Durand|« Non »|“oui”|dit-il|a voté|12.500|14 h 30|etc.|J.-P.|Lire aussi :|Partager sur X|Newsletter
Commentaires|3 commentaires|Par Élise Garnier|Publié le 3 mai 2021|MarqueMarque|Pourquoi ?|Rien !|…|.|,|;|:|(|)|«|»|"|•|- |é|🍋|=====|---
Tout accepter|Nous utilisons des cookies|Accueil > Sport|PUBLICITÉ|18:42|www.exemple.fr|l'|L’"""
PIECES = st.sampled_from([*_LINES.replace("\n", "|").split("|"), *["\n", "\n\n", "\r\n", "\x0c", "\t", "\xa0", "\u202f", "\u200b"]])
TEXTS = st.lists(PIECES, min_size=1, max_size=60).map(" ".join) | st.text(max_size=300)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_what_is_read_is_sound(text: str) -> None:
    try:
        articles = read_paste(text, now=NOW)
    except ReadingFailed:
        assert not text.strip()
        return
    assert articles == read_paste(text, now=NOW)
    if len(articles) == 1:
        assert articles[0].text == text
    for article in articles:
        at = 0
        for sentence in article.sentences:
            span = sentence.span
            assert at <= span.start < span.end <= len(article.text)
            words = article.text[span.start : span.end]
            assert words == words.strip()
            assert article.text[at : span.start].strip() == "" or not any(c.isprintable() for c in article.text[at : span.start].strip())
            assert (sentence.role is Role.NOISE) == bool(sentence.noise)
            at = span.end
        paragraphs = [s.paragraph for s in article.sentences]
        assert paragraphs == sorted(paragraphs)
        assert all(a.end <= b.start for a, b in zip(article.doubled, article.doubled[1:], strict=False))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["Le maire a parlé.", "La ville « dort ».", "Il est 9 h 30.", "Qui sait ?"]), min_size=1, max_size=12))
def test_known_sentences_come_back(parts: list[str]) -> None:
    article = pasted(" ".join(["Voici le texte de la dépêche, qui ouvre ce paragraphe.", *parts]))
    assert [article.sentence_text(i) for i in range(1, len(article.sentences))] == parts
