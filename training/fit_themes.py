"""Stage 4: the theme head alone, on what the trained encoder says of the marked words of the pairs.

Themes are few and marked in pairs only, so that in joint training they are drowned by the other heads; fitted apart
they cost the encoder nothing.
"""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import export
import notes_data as data
import notes_task
import torch
import torch.nn.functional as F
from batching import Pieces, collate

from notecheck.language.pipeline import blank_pipeline

HELD_BACK = Path(__file__).parent / "held_back.json"
ROUGH_PASSES = 3


def _roughened(pairs: list[data.Pair], rng: random.Random) -> list[data.Pair]:
    return [replace(p, bad=data.roughen(data.with_somebody(p.bad, rng), rng, data.NAMES)) for p in pairs]


@torch.no_grad()
def _marked_words(model, pairs: list[data.Pair], pieces: Pieces) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    vectors, classes, whose = [], [], []
    for n, p in enumerate(pairs):
        x = collate([notes_task.encoded(p.bad, pieces).encoded])
        w = model.words(x["pieces"], x["shapes"], x["marks"], x["mask"], x["first"])[0]
        at = [i for i, y in enumerate(p.bad.themes) if y != data.IGNORE]
        vectors.append(w[at])
        classes += [p.bad.themes[i] for i in at]
        whose += [n] * len(at)
    return torch.cat(vectors), torch.tensor(classes), torch.tensor(whose)


def fit(base: Path, work: Path, name: str = "joint.pt", steps: int = 400) -> dict[str, float]:
    """Replace the theme head in `name`; gives the share of held-back pairs whose theme comes out right, in percent."""
    torch.manual_seed(1)
    model, saved = export.load(work / name)
    pieces, pairs = Pieces.load(base / "tokenizer.json"), data.pairs(blank_pipeline())
    held = set(json.loads(HELD_BACK.read_text(encoding="utf-8"))["pairs"])
    taught, asked = [p for p in pairs if p.id not in held], [p for p in pairs if p.id in held]
    tx, _, whose = _marked_words(model, asked, pieces)
    rng, seen = random.Random(5), [_marked_words(model, taught, pieces)]
    model.encoder.train()  # with its dropout, so that the few marks look a little different each time
    seen += [_marked_words(model, _roughened(taught, rng), pieces) for _ in range(ROUGH_PASSES)]
    model.eval()
    x, y = (torch.cat([s[k] for s in seen]) for k in (0, 1))
    head = torch.nn.Linear(x.shape[1], len(data.THEMES))
    optimiser = torch.optim.AdamW(head.parameters(), lr=0.01, weight_decay=0.3)
    for _ in range(steps):
        optimiser.zero_grad()
        F.cross_entropy(head(F.dropout(x, 0.3)), y, label_smoothing=0.05).backward()
        optimiser.step()
    out = {}
    for key, h in (("before", model.theme), ("after", head)):
        with torch.no_grad():
            p = h(tx).softmax(-1)
        right = 0
        for n, pair in enumerate(asked):
            total = p[whose == n].sum(0)
            focus = data.THEMES.index(pair.theme) >= data.FIRST_OF_FOCUS
            part = total[data.FIRST_OF_FOCUS :] if focus else total[: data.FIRST_OF_FOCUS]
            right += data.THEMES[int(part.argmax()) + (data.FIRST_OF_FOCUS if focus else 0)] == pair.theme
        out[key] = round(100 * right / len(asked), 1)
    saved["model"] |= {"theme.weight": head.weight.detach(), "theme.bias": head.bias.detach()}
    torch.save(saved, work / name)
    return out
