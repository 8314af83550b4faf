"""Page noise is marked with its kind, and an article's own words never are."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading_helpers import pasted, said

from recoupe.model import Article, Role

LINES = Path(__file__).parent / "lines"

STORY = (
    "Le conseil municipal a voté lundi soir la fermeture de la piscine, jugée trop coûteuse par la majorité sortante. "
    "Le bassin accueillait encore 40 000 nageurs par an."
)
MORE = (
    "L'opposition a quitté la salle avant le vote, qu'elle juge illégal, et annonce un recours devant le tribunal administratif "
    "de la région."
)


def noise(article: Article) -> list[str]:
    return said(article, Role.NOISE)


def page(*above: str, below: tuple[str, ...] = (), between: tuple[str, ...] = ()) -> str:
    return "\n\n".join([*above, "La piscine municipale va fermer", STORY, *between, MORE, *below])


@pytest.mark.parametrize("line", (LINES / "noise.txt").read_text(encoding="utf-8").splitlines())
def test_what_pages_print_is_noise(line: str) -> None:
    assert noise(pasted(page(below=(line,)))) != []
    assert said(pasted(page(below=(line,))), Role.BODY, Role.LEAD)[-1] == MORE


@pytest.mark.parametrize("line", (LINES / "story.txt").read_text(encoding="utf-8").splitlines())
def test_what_articles_say_is_not(line: str) -> None:
    assert noise(pasted(page(between=(line,)))) == []


def test_a_whole_pasted_page() -> None:
    article = pasted(
        page(
            "Aller au contenu principal",
            "Nous utilisons des cookies pour mesurer l'audience.\nTout accepter\nContinuer sans accepter",
            "Accueil > Région > Sports",
            below=(
                "Newsletter\nChaque matin, l'essentiel de la région.\nVotre adresse e-mail\nJe m'inscris",
                "À lire également\nLa patinoire rouvrira en mars\nPourquoi les piscines coûtent cher",
                "2 commentaires",
                "Nageur12, il y a 3 heures\nC'est une honte, nous avions voté pour un maire qui promettait tout le contraire avant !",
                "Laisser un commentaire",
                "Mentions légales | Contact | Gérer mes cookies",
            ),
            between=("Lire aussi : Le budget de la ville en cinq graphiques", "PUBLICITÉ\nVotre véranda à -30 % jusqu'à dimanche !"),
        )
    )
    assert said(article, Role.TITLE) == ["La piscine municipale va fermer"]
    story = [s for i in article.story for s in [article.sentence_text(i)]]
    assert " ".join(story) == f"La piscine municipale va fermer {STORY} {MORE}"
    assert {s.noise for s in article.sentences if s.role is Role.NOISE} == {
        "skip", "cookies", "breadcrumb", "newsletter", "related", "comment", "ad", "legal",
    }  # fmt: skip


def test_a_comment_count_at_the_top_opens_no_comments() -> None:
    article = pasted(page("Par Jeanne Morin | 34 commentaires", "34 commentaires"))
    assert said(article, Role.BODY, Role.LEAD) != []
    assert article.sentence_text(article.story[-1]) == MORE


def test_a_heading_named_reactions_stays_the_articles() -> None:
    article = pasted(page(between=("Les réactions",), below=(STORY, MORE, STORY)))
    assert noise(article) == []


def test_times_of_a_live_feed() -> None:
    article = pasted(f"La piscine municipale va fermer\n\n18:42\n{STORY}\n\n18:15\n{MORE}\n\n17:50\n{STORY}")
    assert noise(article) == ["18:42", "18:15", "17:50"]


def test_noise_glued_to_a_paragraph() -> None:
    article = pasted(page(between=(f"{STORY} Lire aussi : Le budget de la ville",)))
    assert noise(article) == ["Lire aussi : Le budget de la ville"]


def test_a_page_of_nothing_but_noise_is_left_readable() -> None:
    article = pasted("Tout accepter\n\nPartager sur Facebook\n\nNewsletter")
    assert noise(article) == []


def test_a_byline_above_and_a_bare_date_between() -> None:
    article = pasted(page("Par Élise Garnier, envoyée spéciale à Brest. Publié le 3 mars 2025 à 18 h 12", between=("Le 14 juillet 1998",)))
    assert [s.noise for s in article.sentences if s.role is Role.NOISE] == ["byline"]


def test_a_cookie_notice_in_the_middle_of_a_page_without_the_word() -> None:
    article = pasted(
        f"La région vote son budget\n\n{STORY}\n\nLe respect de votre vie privée est notre priorité\n\n"
        "Nous et nos 842 partenaires stockons et accédons à des informations non sensibles sur votre terminal.\n\n"
        f"Cliquez sur « Tout accepter » ou paramétrez vos choix.\n\n{MORE}"
    )
    assert [s.noise for s in article.sentences if s.role is Role.NOISE] == ["cookies"] * 3


def test_a_row_of_buttons_that_wide_gaps_part() -> None:
    article = pasted(f"La région vote son budget\n\nOffrir l'article  Ajouter à vos sélections\tPartager\n\n{STORY}\n\n{MORE}")
    assert [article.sentence_text(i) for i, s in enumerate(article.sentences) if s.role is Role.NOISE] == [
        "Offrir l'article Ajouter à vos sélections Partager"
    ]


def test_a_paragraph_that_a_button_is_stuck_to_is_no_heading() -> None:
    article = pasted(f"La région vote son budget\n\n{STORY}\n\nLa digue a été gravement endommagée. Publicité\n\n{STORY}\n\n{MORE}")
    told = {article.sentence_text(i): s.role for i, s in enumerate(article.sentences)}
    assert told["La digue a été gravement endommagée."] is Role.BODY
    assert told["Publicité"] is Role.NOISE
