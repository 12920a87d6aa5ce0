"""The reader's network: the MiniLM encoder and small heads on the first piece of each word."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from notecheck.language.reader.features import MARKS, SHAPES

BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
WIDTH, LAYERS, ATTENTION_HEADS, INNER = 384, 6, 12, 1536


@dataclass(frozen=True)
class Sizes:
    """How many classes each head has."""

    upos: int
    xpos: int
    deps: int
    problems: int
    themes: int
    who: int
    arc: int = 256
    label: int = 128
    dropout: float = 0.25


class Attention(nn.Module):
    """Self-attention as in BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        q, k, v = self.query(x), self.key(x), self.value(x)
        if torch.onnx.is_in_onnx_export():
            return OneWindow.apply(q, k, v)
        return attend(q, k, v, bias)


def attend(q: Tensor, k: Tensor, v: Tensor, bias: Tensor | None = None) -> Tensor:
    """Attention of all heads; `bias` keeps it off what is only padding."""
    b, t, _ = q.shape
    q, k, v = (x.view(b, t, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS).transpose(1, 2) for x in (q, k, v))
    # In bfloat16 this one operator is many times slower on a processor.
    mixed = F.scaled_dot_product_attention(q.float(), k.float(), v.float(), attn_mask=bias, dropout_p=0.0)
    return mixed.transpose(1, 2).reshape(b, t, WIDTH)


class OneWindow(torch.autograd.Function):
    """Attention over one window without padding, as the one operator that ONNX Runtime has for it."""

    @staticmethod
    def symbolic(g, q, k, v):
        return g.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=ATTENTION_HEADS).setType(q.type())

    @staticmethod
    def forward(ctx, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        return attend(q, k, v)


class Layer(nn.Module):
    """One transformer layer, post-norm."""

    def __init__(self) -> None:
        super().__init__()
        self.attention = Attention()
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        x = self.norm1(x + self.drop(self.out(self.attention(x, bias))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """MiniLM with two small tables added to its input: how words are written, and what they are."""

    def __init__(self, vocabulary: int = 30522) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.types = nn.Embedding(2, WIDTH)
        self.shapes, self.marks = nn.Embedding(SHAPES, WIDTH), nn.Embedding(MARKS, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.marks.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = nn.Dropout(0.1)

    def forward(self, pieces: Tensor, shapes: Tensor, marks: Tensor, mask: Tensor | None) -> Tensor:
        """Vectors of the pieces; `mask` is 0 for padding, and None where there is none."""
        at = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.positions(at) + self.types.weight[0] + self.shapes(shapes) + self.marks(marks)
        x = self.drop(self.norm(x))
        bias = None if mask is None else ((1.0 - mask.to(x.dtype)) * -10000.0)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def load_base(self, path: Path) -> None:
        """Fill with the base weights. Raises ValueError where the file is not the one we know."""
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if digest != BASE_SHA256:
            raise ValueError(f"{path.name} has SHA-256 {digest}, not {BASE_SHA256}")
        w = load_file(path)
        state = {
            "words.weight": w["embeddings.word_embeddings.weight"],
            "positions.weight": w["embeddings.position_embeddings.weight"],
            "types.weight": w["embeddings.token_type_embeddings.weight"],
            "norm.weight": w["embeddings.LayerNorm.weight"],
            "norm.bias": w["embeddings.LayerNorm.bias"],
        }
        names = {
            "attention.query": "attention.self.query",
            "attention.key": "attention.self.key",
            "attention.value": "attention.self.value",
            "out": "attention.output.dense",
            "norm1": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "norm2": "output.LayerNorm",
        }
        for i in range(LAYERS):
            for ours, theirs in names.items():
                for part in ("weight", "bias"):
                    state[f"layers.{i}.{ours}.{part}"] = w[f"encoder.layer.{i}.{theirs}.{part}"]
        missing = self.load_state_dict(state, strict=False)
        assert not missing.unexpected_keys and set(missing.missing_keys) == {"shapes.weight", "marks.weight"}


class Biaffine(nn.Module):
    """Scores of (dependent, head) pairs."""

    def __init__(self, size: int, labels: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(labels, size + 1, size + 1))
        nn.init.normal_(self.weight, std=0.02)

    @staticmethod
    def with_one(x: Tensor) -> Tensor:
        return torch.cat([x, torch.ones_like(x[..., :1])], -1)


class Reader(nn.Module):
    """Encoder and heads; see `forward` for what comes out."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.encoder = Encoder()
        self.drop = nn.Dropout(sizes.dropout)
        self.upos, self.xpos = nn.Linear(WIDTH, sizes.upos), nn.Linear(WIDTH, sizes.xpos)
        self.start = nn.Linear(WIDTH, 1)
        self.problem, self.theme, self.who = (nn.Linear(WIDTH, n) for n in (sizes.problems, sizes.themes, sizes.who))
        self.root = nn.Parameter(torch.zeros(WIDTH))
        self.arc_dep, self.arc_head = nn.Linear(WIDTH, sizes.arc), nn.Linear(WIDTH, sizes.arc)
        self.label_dep, self.label_head = nn.Linear(WIDTH, sizes.label), nn.Linear(WIDTH, sizes.label)
        self.arc, self.label = Biaffine(sizes.arc, 1), Biaffine(sizes.label, sizes.deps)

    def words(self, pieces: Tensor, shapes: Tensor, marks: Tensor, mask: Tensor | None, first: Tensor) -> Tensor:
        """One vector a word: that of its first piece. `first` is (batch, words), padded with 0."""
        x = self.encoder(pieces, shapes, marks, mask)
        return x.gather(1, first[:, :, None].expand(-1, -1, WIDTH))

    def arcs(self, w: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Arc scores (batch, word, 1 + word; column 0 is the root) and the vectors for labels."""
        heads = torch.cat([self.root.expand(w.shape[0], 1, -1), w], 1)
        dep, head = (self.drop(F.gelu(f(x))) for f, x in ((self.arc_dep, w), (self.arc_head, heads)))
        scores = Biaffine.with_one(dep) @ self.arc.weight[0] @ Biaffine.with_one(head).transpose(1, 2)
        ldep, lhead = (self.drop(F.gelu(f(x))) for f, x in ((self.label_dep, w), (self.label_head, heads)))
        return scores, Biaffine.with_one(ldep), Biaffine.with_one(lhead)

    def labels(self, ldep: Tensor, lhead: Tensor, chosen: Tensor) -> Tensor:
        """Label scores (batch, word, label) for the chosen heads (batch, word)."""
        at = lhead.gather(1, chosen[:, :, None].expand(-1, -1, lhead.shape[2]))
        size, n = ldep.shape[-1], self.sizes.deps
        b, w, _ = ldep.shape
        flat = self.label.weight.permute(1, 0, 2).reshape(size, n * size)
        mixed = (ldep.reshape(b * w, size) @ flat).view(b, w, n, size)
        return (mixed @ at[:, :, :, None]).squeeze(3)


def same_sentence(starts: Tensor, lengths_mask: Tensor) -> Tensor:
    """Which (word, 1 + head) pairs are allowed: the root, and other words of the same sentence."""
    number = starts.cumsum(1)
    same = (number[:, :, None] == number[:, None, :]) & lengths_mask[:, None, :]
    same = same & ~torch.eye(same.shape[1], dtype=torch.bool, device=same.device)
    return torch.cat([torch.ones_like(same[:, :, :1]), same], 2)
