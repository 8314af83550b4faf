"""Finds words that a page's tooltip wrote twice, « moteurmoteur », so that they are read once."""

from __future__ import annotations

import re

from recoupe.model import Span
from recoupe.reading.characters import words

# Words that are their own half twice over; a doubling of such a half proves nothing.
_TRUE_WORDS = words(
    """blabla bonbon boubou béribéri beriberi cancan chercher chichi chouchou coucou couscous cracra cricri dondon doudou flonflon foufou
    froufrou glouglou gnangnan grigri joujou loulou nounou pioupiou ronron testes tintin tonton toutou traintrain trantran youyou zinzin
    tamtam murmur pompom tartar berber hotshots fanfan tsétsé tchintchin chinchin cuicui quinquin zozio guiliguili piripiri galgal
    tartare bambam pompon tchatcha khoikhoi pawpaw rentrent entent kiskis cocorico mourmour tchoutchou teufteuf clopclop toctoc tictic
    dingding dongdong taptap tuktuk pouspous pschitpschitt yéyé gaga papa dada bobo chacha zouzou titi toto lolo jojo momo coco"""
)
# Two capitals twice over are a pet name as often as an acronym (« MIMI »): only well-known acronyms count.
_SHORT_ACRONYMS = words("IA AI UE EU US UK PS LR RN TV PC VR JO G7 5G 4G")
_GLUED = re.compile(r"(?<![^\W_])(?P<half>[^\W_](?:[^\n]{1,40}?))(?P=half)(?![^\W_])")
_SPACED = re.compile(r"(?<![\w'’-])(?P<half>[^\W\d_]{5,}) (?P=half)(?![\w'’-])")
# Words said twice on purpose, or by grammar
_SAID_TWICE = words(
    """beaucoup vraiment toujours jamais encore presque petit petite petits petites grand grande grands longtemps doucement
    tellement très trop nous vous merci allez maman enfin plein pleine super loin vite tralala bravo rouge bonjour comme
    contre avant après entre depuis pendant selon quand leurs elles really never quite"""
)


def doubled(text: str) -> tuple[Span, ...]:
    """The second copies of words written twice, in order.

    Glued copies (« MoteurMoteur », « Marie CurieMarie Curie ») are found by their shape. Copies with a space between
    (« serveur serveur ») are as often a slip or a figure of speech, and are taken where the word is no adverb or interjection.
    """
    found = [Span(m.end("half"), m.end()) for m in _glued(text)]
    for match in _SPACED.finditer(text):
        half = match.group("half")
        span = Span(match.end("half"), match.end())
        plain = half.islower() and half not in _SAID_TWICE and not half.endswith("ment")
        if plain and not any(span.overlaps(other) for other in found):
            found.append(span)
    return tuple(sorted(found))


def _glued(text: str) -> list[re.Match[str]]:
    return [m for m in _GLUED.finditer(text) if _is_tooltip(m.group("half"))]


def _is_tooltip(half: str) -> bool:
    """Whether a half is long and wordlike enough that its doubling can be no word of its own."""
    if half != half.strip() or (half + half).lower() in _TRUE_WORDS:
        return False
    letters = sum(c.isalpha() for c in half)
    if letters < 0.6 * len(half):
        return False
    if half.isupper():
        return (letters >= 3 and len(set(half)) > 1) or half in _SHORT_ACRONYMS
    if half[0].isupper():
        return letters >= 3 or any(c.isupper() for c in half[1:])
    return letters >= 3 and len(set(half)) > 1
