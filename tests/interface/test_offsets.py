"""Every place in an article is found again in the text shown, whatever Qt counts."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from builders import article
from recoupe.interface.panes.offsets import Shown, Stretch, units
from recoupe.model import Role, Span


def shown_words(shown: Shown, span: Span) -> str:
    """What the stretches of a span cover, read as Qt does: in UTF-16 units."""
    parts = []
    for stretch in shown.stretches(span):
        wide = shown.paragraphs[stretch.paragraph].text.encode("utf-16-le")
        parts.append(wide[2 * stretch.start : 2 * (stretch.start + stretch.length)].decode("utf-16-le"))
    return " ".join(parts)


def test_a_character_beyond_the_basic_plane_counts_twice_in_qt() -> None:
    made = article("Un 🚀 part. Il vole.")
    shown = Shown(made)
    span = Span(made.text.index("part"), made.text.index("part") + 4)
    assert shown.stretches(span) == (Stretch(0, 6, 4),)
    assert shown.offset(6) == span.start
    assert shown.offset(3) == shown.offset(4) == 3
    assert shown_words(shown, span) == "part"


def test_a_doubled_word_is_shown_once_and_found_from_both_sides() -> None:
    text = "Le patron de TeslaTesla achète."
    made = replace(article(text), doubled=(Span(18, 23),))
    shown = Shown(made)
    assert shown.text == "Le patron de Tesla achète."
    assert shown.position(text.index("achète")) == shown.text.index("achète")
    assert shown.offset(shown.text.index("achète")) == text.index("achète")
    assert shown_words(shown, Span(13, 30)) == "Tesla achète"


def test_white_space_is_evened_out_but_no_break_spaces_stay() -> None:
    made = article("Il  y a   12\u202f000\u00a0%  ici.")
    assert Shown(made).text == "Il y a 12\u202f000\u00a0% ici."


def test_hidden_noise_leaves_the_rest_in_place() -> None:
    made = article("Abonnez-vous.\nLe train part. Il arrive.")
    noisy = replace(made, sentences=(replace(made.sentences[0], role=Role.NOISE), *made.sentences[1:]))
    shown = Shown(noisy, with_noise=False)
    assert shown.text == "Le train part. Il arrive."
    assert shown.stretches(noisy.sentences[0].span) == ()
    assert shown_words(shown, noisy.sentences[2].span) == "Il arrive."


def test_a_bullet_that_no_sentence_holds_is_shown() -> None:
    made = article("Trois points.\n• Un premier. Suite.")
    bare = replace(made, sentences=(made.sentences[0], replace(made.sentences[1], span=Span(16, 27)), made.sentences[2]))
    assert Shown(bare).paragraphs[1].text == "• Un premier. Suite."


def test_a_position_tells_its_sentence() -> None:
    shown = Shown(article("Un. Deux.\nTrois."))
    assert [shown.sentence_at(p) for p in (0, 5, 10)] == [0, 1, 2]
    assert shown.sentence_at(99) is None


@given(st.text(alphabet="aé  \n🚀«»\u00a0.\u202f", max_size=60), st.data())
def test_every_offset_shown_comes_back(text: str, data: st.DataObject) -> None:
    made = article(text)
    shown = Shown(made)
    assert units(shown.text) == sum(p.length for p in shown.paragraphs) + max(len(shown.paragraphs) - 1, 0)
    for sentence in made.sentences:
        assert shown_words(shown, sentence.span).split() == made.text[sentence.span.start : sentence.span.end].split()
    if shown.text:
        position = data.draw(st.integers(0, units(shown.text) - 1))
        wide = shown.text.encode("utf-16-le")[2 * position : 2 * position + 2].decode("utf-16-le", "ignore")
        if wide.strip(" \n"):
            assert made.text[shown.offset(position)] == wide
            assert shown.position(shown.offset(position)) == position
