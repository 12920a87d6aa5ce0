"""One optimiser for all stages: a slow encoder, fast heads, warm-up and linear decay."""

from __future__ import annotations

import torch
from network import Reader
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn


class Schedule:
    """AdamW whose learning rate climbs for the first tenth of the steps and then falls to nothing.

    `mean` holds a running mean of the weights, which notes it has not seen agree with better than the last weights.
    """

    def __init__(self, model: Reader, encoder_rate: float, heads_rate: float, steps: int, warm: float = 0.1) -> None:
        tables = {"shapes.weight", "marks.weight"}
        slow = [p for n, p in model.encoder.named_parameters() if n not in tables]
        fast = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
        fast += [p for n, p in model.encoder.named_parameters() if n in tables]
        self.model = model
        self.mean = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.997))
        self.optimiser = torch.optim.AdamW(
            [{"params": slow, "lr": encoder_rate}, {"params": fast, "lr": heads_rate}],
            betas=(0.9, 0.98),
            weight_decay=0.01,
            fused=True,
        )
        first = max(1, int(steps * warm))
        self.rates = torch.optim.lr_scheduler.LambdaLR(
            self.optimiser, lambda i: min((i + 1) / first, max(0.0, (steps - i) / max(1, steps - first)))
        )

    def step(self, loss: torch.Tensor) -> None:
        """One update from one loss."""
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        self.rates.step()
        self.mean.update_parameters(self.model)
