"""Takes the packaged int8 weights back into float32, so that training can go on from a released model.

What int8 has rounded away stays away: of the largest weight of each map up to one part in 128. A new model can so learn
from notes that came after the last one, without the two stages before.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import numpy as np
import onnx
import torch
from network import Reader, Sizes
from onnx import numpy_helper

# Linear maps whose weights the export turns round and gives names of its own, by the node that multiplies with them.
_SMALL = ("start", "upos", "xpos", "problem", "theme", "who")
_LARGE = ("arc_dep", "arc_head", "label_dep", "label_head")
_BIAFFINE = {"/MatMul_quant": "arc.weight", "/MatMul_2_quant": "label.weight"}


def unpack(model: Path, out: Path) -> None:
    """Write the weights of `model/model.onnx`, with sizes and labels, to `out` as `export.load` reads them.

    Raises:
        KeyError: the graph is not one that `export.py` wrote.
    """
    graph = onnx.load(str(model / "model.onnx")).graph
    labels = json.loads((model / "config.json").read_text(encoding="utf-8"))["labels"]
    arrays = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    heads = {n: arrays[f"reader.{n}.bias"].shape[0] for n in ("problem", "theme", "who")}
    sizes = Sizes(*map(len, labels.values()), heads["problem"], heads["theme"], heads["who"])
    reader = Reader(sizes)
    state = {name: torch.tensor(value) for name, value in _weights(graph, arrays).items()}
    missing = reader.load_state_dict(state, strict=False)
    if missing.missing_keys or missing.unexpected_keys:
        raise KeyError(missing)
    torch.save({"model": reader.state_dict(), "sizes": asdict(sizes), "labels": labels}, out)


def _weights(graph: onnx.GraphProto, arrays: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    out = {n.removeprefix("reader."): a for n, a in arrays.items() if n.startswith("reader.") and a.dtype == np.float32}
    out = {n: a for n, a in out.items() if not n.endswith("_scale")}
    for table in ("words", "positions", "shapes", "marks"):
        out[f"encoder.{table}.weight"] = _whole(arrays, f"reader.encoder.{table}.weight")
    # Only the first of the two types is ever used, and the export keeps that row alone.
    kind = arrays[next(n for n in graph.node if n.name == "/encoder/Add_1").input[1]].reshape(-1)
    out["encoder.types.weight"] = np.stack([kind, np.zeros_like(kind)])
    for node in graph.node:
        if node.name in _BIAFFINE:
            flat = _whole(arrays, node.input[1].removesuffix("_quantized"))
            size = flat.shape[0]
            out[_BIAFFINE[node.name]] = flat.reshape(size, -1, size).transpose(1, 0, 2)
        elif node.op_type in ("MatMul", "MatMulInteger") and (place := _linear(node.name)):
            out[f"{place}.weight"] = _whole(arrays, node.input[1].removesuffix("_quantized")).T
    return out


def _linear(node: str) -> str | None:
    """The linear map that a node belongs to, as the network names it."""
    place = node.removesuffix("_quant").removesuffix("/MatMul").strip("/").replace("/", ".")
    known = place.startswith("encoder.layers.") and node.endswith("_quant")
    return place if known or place in (*_SMALL, *_LARGE) else None


def _whole(arrays: dict[str, np.ndarray], name: str) -> np.ndarray:
    if name in arrays:
        return arrays[name]
    return (arrays[f"{name}_quantized"].astype(np.float32) - arrays[f"{name}_zero_point"]) * arrays[f"{name}_scale"]
