"""Stage 5: from weights to the int8 ONNX model that the package carries."""

from __future__ import annotations

import hashlib
import json
import tempfile
from pathlib import Path

import notes_data
import onnx
import torch
from network import BASE_SHA256, Reader, Sizes
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

INPUTS = ("pieces", "shapes", "marks", "first", "hard")
OUTPUTS = ("upos", "xpos", "start", "arcs", "heads", "labels", "problems", "themes", "who")


class Packaged(nn.Module):
    """The network with sentence-wise decoding of heads inside the graph.

    `hard` is 1 for words at which a sentence must begin; heads are chosen inside the sentences that these and the
    network's own starts make, so that no arc crosses a boundary. It takes one window at a time, so nothing is padded.
    """

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader
        size = reader.sizes.label + 1
        # Laid out as one plain matrix here, or the quantiser would not see that it is constant.
        self.register_buffer("label_flat", reader.label.weight.detach().permute(1, 0, 2).reshape(size, -1).contiguous())

    def labels(self, ldep: Tensor, lhead: Tensor, chosen: Tensor) -> Tensor:
        at = lhead.gather(1, chosen[:, :, None].expand(-1, -1, lhead.shape[2]))
        b, w, size = ldep.shape
        mixed = (ldep @ self.label_flat).view(b, w, self.reader.sizes.deps, size)
        return (mixed * at[:, :, None, :]).sum(3)

    def forward(self, pieces: Tensor, shapes: Tensor, marks: Tensor, first: Tensor, hard: Tensor):
        r = self.reader
        w = r.words(pieces, shapes, marks, None, first)
        start = torch.sigmoid(r.start(w).squeeze(2))
        number = ((start > 0.5) | (hard > 0)).long().cumsum(1)
        at = torch.arange(first.shape[1])
        same = (number[:, :, None] == number[:, None, :]) & (at[:, None] != at[None, :])[None]
        scores, ldep, lhead = r.arcs(w)
        allowed = torch.cat([torch.ones_like(same[:, :, :1]), same], 2)
        scores = torch.where(allowed, scores, torch.tensor(-10000.0))
        heads = scores.argmax(2)
        labels = self.labels(ldep, lhead, heads).argmax(2)
        return (
            r.upos(w).argmax(2).int(),
            r.xpos(w).argmax(2).int(),
            start,
            scores,
            heads.int(),
            labels.int(),
            r.problem(w).softmax(-1),
            r.theme(w).softmax(-1),
            r.who(w).softmax(-1),
        )


def load(weights: Path) -> tuple[Reader, dict]:
    """A trained reader and what was saved beside its weights."""
    saved = torch.load(weights)
    model = Reader(Sizes(**saved["sizes"]))
    model.load_state_dict(saved["model"])
    return model.eval(), saved


def to_onnx(model: Reader, path: Path) -> None:
    """Write the float32 graph."""
    pieces, words = 12, 9
    example = (
        torch.ones(1, pieces, dtype=torch.long),
        torch.zeros(1, pieces, dtype=torch.long),
        torch.zeros(1, pieces, dtype=torch.long),
        torch.arange(words)[None],
        torch.zeros(1, words, dtype=torch.long),
    )
    axes = {n: {1: "pieces"} for n in INPUTS[:3]} | {n: {1: "words"} for n in (*INPUTS[3:], *OUTPUTS)}
    axes["arcs"] = {1: "words", 2: "heads"}
    torch.onnx.export(
        Packaged(model),
        example,
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def quantise(source: Path, target: Path, reduce_range: bool = True) -> None:
    """Dynamic int8. Weights keep to 7 bits: processors with AVX2 and no VNNI add pairs of products in 16 bits,
    which 8-bit weights overflow. The smallest heads stay in float32: they cost nothing and decide what is shown."""
    small = {f"/{h}/MatMul" for h in ("problem", "theme", "who", "start", "upos", "xpos")}
    missing = small - {n.name for n in onnx.load(str(source), load_external_data=False).graph.node}
    assert not missing, missing
    quantize_dynamic(
        str(source),
        str(target),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=reduce_range,
        op_types_to_quantize=["MatMul", "Gather"],
        nodes_to_exclude=sorted(small),
        extra_options={"MatMulConstBOnly": True},
    )


def package(weights: Path, base: Path, out: Path, calibration: dict, version: str, reduce_range: bool = True) -> None:
    """Write `model.onnx`, `tokenizer.json` and `config.json` into `out`."""
    model, saved = load(weights)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        to_onnx(model, Path(folder) / "float.onnx")
        quantise(Path(folder) / "float.onnx", out / "model.onnx", reduce_range)
    onnx.checker.check_model(str(out / "model.onnx"))
    tokenizer = json.loads((base / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer["padding"] = tokenizer["truncation"] = None
    (out / "tokenizer.json").write_text(
        json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )
    config = {
        "version": version,
        "labels": saved["labels"],
        "problems": list(notes_data.PROBLEMS),
        "themes": list(notes_data.THEMES),
        "who": list(notes_data.WHO),
        "first_focus_theme": notes_data.FIRST_OF_FOCUS,
        **calibration,
        "base_sha256": BASE_SHA256,
        "sha256": {n: hashlib.sha256((out / n).read_bytes()).hexdigest() for n in ("model.onnx", "tokenizer.json")},
    }
    (out / "config.json").write_text(json.dumps(config, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
