"""The article of a web page, with what the page's head says of it."""

from __future__ import annotations

from datetime import date

from recoupe.model import Role
from recoupe.reading.pages import page_draft

PARAGRAPHS = "".join(
    f"<p>Le conseil municipal a voté {n} fois la fermeture de la piscine, jugée bien trop coûteuse par la majorité sortante.</p>"
    for n in range(4)
)


def page(head: str = "", top: str = "<h1>La piscine va fermer</h1>", middle: str = "") -> str:
    return (
        f"<html lang='fr'><head>{head}</head><body><header><nav><a href='/'>Accueil</a><a href='/sport'>Sport</a></nav></header>"
        f"<article>{top}{PARAGRAPHS}{middle}{PARAGRAPHS.replace('fermeture', 'réouverture')}</article>"
        "<aside class='related'><a href='/x'>Un autre article du site, sur un tout autre sujet</a></aside>"
        "<footer>Mentions légales</footer></body></html>"
    )


def test_linked_data_comes_first() -> None:
    head = (
        '<script type="application/ld+json">{"@graph": [{"@type": "Organization", "name": "X"}, {"@type": "NewsArticle", "headline": '
        '"La piscine va fermer", "datePublished": "2024-05-14T22:00:00Z", "author": [{"name": "Élise Garnier"}, {"name": "Luc Roy"}], '
        '"publisher": {"name": "Le Cahier"}}]}</script><meta property="article:published_time" content="2020-01-01">'
    )
    draft = page_draft(page(head))
    assert (draft.title, draft.outlet, draft.author, draft.published, draft.language) == (
        "La piscine va fermer", "Le Cahier", "Élise Garnier, Luc Roy", date(2024, 5, 14), "fr",
    )  # fmt: skip


def test_damaged_linked_data_is_passed_over() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", </script><meta property="og:site_name" content="Le Cahier">'
    assert page_draft(page(head)).outlet == "Le Cahier"


def test_the_title_is_the_heading_that_the_head_means() -> None:
    head = "<title>La piscine va fermer - Le Cahier</title><meta property='og:title' content='Nevers : la piscine va fermer'>"
    assert page_draft(page(head, top="<h1>Le Cahier</h1><h1>La piscine va fermer</h1>")).title == "La piscine va fermer"
    assert page_draft(page("<title>La piscine va fermer - Le Cahier</title>", top="")).title == "La piscine va fermer"


def test_a_site_that_only_the_pages_title_names() -> None:
    assert page_draft(page("<title>La piscine va fermer | Terres &amp; Gens</title>"), "https://t.example/a").outlet == "Terres & Gens"
    assert page_draft(page("<title>Nevers - La piscine va fermer</title>"), "https://t.example/a").outlet == "t.example"


def test_an_author_is_named_without_the_by() -> None:
    assert page_draft(page("<meta name='author' content='Par Élise Garnier'>")).author == "Élise Garnier"


def test_what_a_mobile_page_sets_between_paragraphs_is_left_out() -> None:
    middle = "<amp-ad><p>Publicité</p></amp-ad><amp-embed><p>Voici pourquoi tout le monde achète cette lampe de bureau</p></amp-embed>"
    assert "lampe" not in page_draft(page(middle=middle)).text


def test_the_host_stands_for_an_outlet_without_name() -> None:
    assert page_draft(page(), "https://www.cahier.example/a.html").outlet == "cahier.example"


def test_headings_and_lists_stay_and_what_stands_beside_goes() -> None:
    middle = (
        "<h2>Et maintenant ?</h2><ul><li>un premier recours ;</li><li>puis un second.</li></ul>"
        "<div class='newsletter'><h3>Notre lettre</h3></div><ul><li><a href='/a'>Un lien vers ailleurs</a></li></ul>"
    )
    draft = page_draft(page(middle=middle))
    assert "\n\nEt maintenant ?\n\nun premier recours ;\npuis un second.\n\n" in draft.text
    assert [draft.text[x.span.start : x.span.end] for x in draft.labels if x.role is Role.HEADING] == ["Et maintenant ?"]
    for beside in ("Notre lettre", "ailleurs", "Accueil", "tout autre sujet", "Mentions"):
        assert beside not in draft.text


def test_a_standfirst_outside_the_article_is_kept() -> None:
    lead = "Le bassin des années 1970 coûte trop cher à la ville, qui n'a pas trouvé de repreneur pour ses deux piscines."
    draft = page_draft(page(f'<meta name="description" content="{lead}">', top=f"<h1>La piscine va fermer</h1><p>{lead}</p>"))
    assert draft.text.count(lead) == 1
    assert draft.text.startswith("La piscine va fermer\n\nLe bassin")


def test_nothing_comes_of_nothing() -> None:
    assert page_draft("").text == ""
    assert page_draft(b"<html></html>").text == ""
