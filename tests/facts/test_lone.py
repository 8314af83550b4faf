"""Numbers, and days since when something lasts, that nothing else answers are held against each other; telling values are one."""

from builders import article
from recoupe.facts import extract
from recoupe.facts.lone import Lone
from recoupe.facts.sides import Side, sides
from recoupe.linguistics import parse


def lone(one: str, other: str) -> tuple[Lone, list[Side]]:
    """What two articles tell, and all of it in order."""
    articles = (article(one, "a"), article(other, "b"))
    parses = {a.id: parse(a) for a in articles}
    by_place = sides(articles, parses, [f for a in articles for f in extract(a, parses[a.id])])
    every = [side for _, here in sorted(by_place.items()) for side in here]

    def confirms(side: Side, asked: str) -> bool:
        return any(s.place.article == asked and s.fact.kind == side.fact.kind and s.fact.value == side.fact.value for s in every)

    return Lone(by_place, confirms), every


def pairs(one: str, other: str) -> set[tuple[str, str]]:
    """The words of every two numbers that are held against each other."""
    return {(left.words, right.words) for left, right in lone(one, other)[0].pairs({("a", "b")})}


def equals(one: str, other: str) -> set[tuple[str, str]]:
    """The words of every two numbers that are one if they are equal."""
    return {(left.words, right.words) for left, right in lone(one, other)[0].equals({("a", "b")})}


def test_an_only_sum_answers_an_only_sum() -> None:
    assert pairs("La mairie paiera 18 millions d'euros.", "La piscine est critiquée. Elle a coûté 12 millions d'euros.") == {
        ("18 millions d' euros", "12 millions d' euros")
    }


def test_what_the_other_tells_as_well_is_answered() -> None:
    assert not pairs("La mairie paiera 18 millions d'euros.", "Les 18 millions d'euros sont votés. La caution est de 2 millions d'euros.")


def test_where_many_are_left_only_one_near_in_value_could_answer() -> None:
    several = "La part A vaut 10 %. La part B vaut 25 %. La part C vaut 60 %. La part D vaut 14,7 %."
    assert {left for left, right in pairs(several, "La participation a été de 17,4 %.")} == {"10 %", "25 %", "14,7 %"}


def test_large_counts_of_like_size_may_count_the_same_under_other_names() -> None:
    assert ("12 000 foyers", "9 500 abonnés") in pairs("La panne a touché 12 000 foyers.", "Le courant manquait à 9 500 abonnés.")
    assert not pairs("La panne a touché 12 000 foyers.", "Le courant manquait à 300 abonnés.")
    assert not pairs("Il y avait deux camions.", "Trois fourgons sont venus."), "small counts are told of many things"


def test_since_when_something_lasts_is_told_of_one_thing() -> None:
    told = pairs("Elle dirigeait la ville depuis 2014. Le pont date de 1998.", "Le pont est neuf. Elle était à sa tête depuis 2008.")
    assert told == {("depuis 2014", "depuis 2008")}


def test_articles_on_two_stories_have_nothing_to_answer() -> None:
    found, _ = lone("Le ferry portait 217 passagers.", "Le train portait 312 passagers, puis 217 passagers.")
    assert not [*found.pairs(()), *found.equals(())]


def test_a_number_of_several_digits_is_one_wherever_it_is_told() -> None:
    assert equals("Le ferry portait 217 passagers.", "Parmi eux, 217 passagers étaient assis.")
    assert not equals("Trois hommes sont venus.", "Il y avait trois hommes."), "three are told of many things"


def test_a_small_measure_needs_words_in_common() -> None:
    assert equals("Le bateau filait à 12 nœuds vers le port.", "Le bateau entrait au port à 22 km/h.")
    assert not equals("La réunion a duré trois jours.", "Il a plu pendant trois jours.")
    assert not equals("La deuxième vague a touché la digue du port.", "La deuxième partie a touché la digue du port.")


def test_rivals_are_the_values_that_nothing_answers() -> None:
    found, every = lone("Il vend 30 hectares et achète 50 hectares.", "Il en garde 40 hectares.")
    left, _, right = (s for s in every if s.fact.kind == "quantity")
    assert found.rivals(left, right) == 1
