"""Makes the model that the tests of the offline engine run: a small transformer trained on `toy_language`, as an Argos package.

    nice python tests/translation/make_model.py tests/translation/data/toy-fr_en.argosmodel

Needs torch (the "models" extra) and some minutes. What it makes is kept beside the tests, so that they need neither.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import ctranslate2
import numpy as np
import sentencepiece
import torch
from torch import nn
from toy_language import pair

WIDTH, HEADS, LAYERS, INNER, LONGEST = 96, 4, 2, 256, 128
PAIRS, STEPS, BATCH = 30_000, 3_000, 32


class Small(nn.Module):
    """A transformer of two layers, normalised before each part as CTranslate2 has it."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(size, WIDTH, padding_idx=0)
        nn.init.normal_(self.embedding.weight, std=WIDTH**-0.5)
        self.body = nn.Transformer(WIDTH, HEADS, LAYERS, LAYERS, INNER, dropout=0.0, batch_first=True, norm_first=True)
        self.body.encoder.enable_nested_tensor = False
        self.out = nn.Linear(WIDTH, size)
        self.out.weight = self.embedding.weight
        self.register_buffer("places", positions())

    def forward(self, source: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        ahead = nn.Transformer.generate_square_subsequent_mask(target.shape[1])
        empty = source == 0
        said = self.body(
            self.placed(source), self.placed(target), tgt_mask=ahead, src_key_padding_mask=empty, memory_key_padding_mask=empty
        )
        return self.out(said)

    def placed(self, tokens: torch.Tensor) -> torch.Tensor:
        return self.embedding(tokens) * WIDTH**0.5 + self.places[: tokens.shape[1]]


def positions() -> torch.Tensor:
    angle = torch.arange(LONGEST)[:, None] / 10_000 ** (torch.arange(0, WIDTH, 2) / WIDTH)
    return torch.cat([angle.sin(), angle.cos()], dim=1)


def pieces(texts: list[str], folder: Path) -> sentencepiece.SentencePieceProcessor:
    (folder / "texts.txt").write_text("\n".join(texts), encoding="utf-8")
    sentencepiece.SentencePieceTrainer.train(
        input=str(folder / "texts.txt"), model_prefix=str(folder / "sentencepiece"), vocab_size=900, split_digits=True,
        character_coverage=1.0, pad_id=0, unk_id=1, bos_id=2, eos_id=3, minloglevel=2, num_threads=1, hard_vocab_limit=False,
    )  # fmt: skip
    return sentencepiece.SentencePieceProcessor(model_file=str(folder / "sentencepiece.model"))


def padded(rows: list[list[int]]) -> torch.Tensor:
    longest = max(map(len, rows))
    return torch.tensor([row + [0] * (longest - len(row)) for row in rows])


def train(model: Small, pairs: list[tuple[list[int], list[int]]]) -> None:
    chance = random.Random(3)
    best = torch.optim.AdamW(model.parameters(), lr=3e-3, betas=(0.9, 0.98), weight_decay=1e-3)
    pace = torch.optim.lr_scheduler.OneCycleLR(best, 3e-3, STEPS, pct_start=0.1)
    loss_of = nn.CrossEntropyLoss(ignore_index=0, label_smoothing=0.05)
    started = time.time()
    for step in range(STEPS):
        batch = chance.sample(pairs, BATCH)
        source, target = padded([s for s, _ in batch]), padded([[2, *t, 3] for _, t in batch])
        said = model(source, target[:, :-1])
        loss = loss_of(said.flatten(0, 1), target[:, 1:].flatten())
        best.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        best.step()
        pace.step()
        if step % 100 == 0:
            print(f"step {step} loss {loss.item():.3f} {time.time() - started:.0f} s", flush=True)


def converted(model: Small, words: list[str]) -> ctranslate2.specs.TransformerSpec:
    """The trained weights where CTranslate2 wants them."""
    spec = ctranslate2.specs.TransformerSpec.from_config((LAYERS, LAYERS), HEADS)
    weights = {name: value.detach().numpy() for name, value in model.state_dict().items()}

    def linear(part: object, name: str, rows: slice = slice(None)) -> None:
        prefix, bias = (name[:-7], "in_proj_bias") if name.endswith("in_proj") else (name, "bias")
        part.weight = weights[f"{prefix}in_proj_weight" if name.endswith("in_proj") else f"{name}.weight"][rows]
        part.bias = weights[f"{prefix}{bias}" if name.endswith("in_proj") else f"{name}.{bias}"][rows]

    def norm(part: object, name: str) -> None:
        part.gamma, part.beta = weights[f"{name}.weight"], weights[f"{name}.bias"]

    for half, name in ((spec.encoder, "encoder"), (spec.decoder, "decoder")):
        embeddings = half.embeddings[0] if name == "encoder" else half.embeddings
        embeddings.weight = weights["embedding.weight"]
        half.scale_embeddings = True
        half.position_encodings.encodings = weights["places"].astype(np.float32)
        norm(half.layer_norm, f"body.{name}.norm")
        for i, layer in enumerate(half.layer):
            at = f"body.{name}.layers.{i}"
            linear(layer.self_attention.linear[0], f"{at}.self_attn.in_proj")
            linear(layer.self_attention.linear[1], f"{at}.self_attn.out_proj")
            norm(layer.self_attention.layer_norm, f"{at}.norm1")
            if name == "decoder":
                linear(layer.attention.linear[0], f"{at}.multihead_attn.in_proj", slice(0, WIDTH))
                linear(layer.attention.linear[1], f"{at}.multihead_attn.in_proj", slice(WIDTH, None))
                linear(layer.attention.linear[2], f"{at}.multihead_attn.out_proj")
                norm(layer.attention.layer_norm, f"{at}.norm2")
            linear(layer.ffn.linear_0, f"{at}.linear1")
            linear(layer.ffn.linear_1, f"{at}.linear2")
            norm(layer.ffn.layer_norm, f"{at}.norm{2 if name == 'encoder' else 3}")
    linear(spec.decoder.projection, "out")
    spec.register_source_vocabulary(words)
    spec.register_target_vocabulary(words)
    spec.config.bos_token, spec.config.eos_token, spec.config.unk_token = "<s>", "</s>", "<unk>"
    spec.config.decoder_start_token = "<s>"
    return spec


def main(path: Path) -> None:
    torch.manual_seed(1)
    torch.set_num_threads(1)
    chance = random.Random(0)
    texts = [pair(chance) for _ in range(PAIRS)]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        cut = pieces([text for both in texts[:8000] for text in both], folder)
        words = [cut.id_to_piece(i) for i in range(cut.vocab_size())]
        model = Small(len(words))
        train(model, [(cut.encode(fr), cut.encode(en)) for fr, en in texts])
        spec = converted(model.eval(), words)
        spec.validate()
        spec.optimize(quantization="int8")
        (folder / "model").mkdir()
        spec.save(str(folder / "model"))
        card = {"package_version": "1.0", "argos_version": "1.0", "from_code": "fr", "from_name": "French", "to_code": "en",
                "to_name": "English", "target_prefix": ""}  # fmt: skip
        (folder / "metadata.json").write_text(json.dumps(card), encoding="utf-8")
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for file in ("metadata.json", "sentencepiece.model", *(f"model/{f.name}" for f in sorted((folder / "model").iterdir()))):
                package.write(folder / file, f"translate-fr_en-1_0/{file}")
    print(path.stat().st_size, "bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
