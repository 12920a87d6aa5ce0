"""Frames: one file a theme. `all_frames` lists them, `frame_rules` makes a rule of each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module

from notecheck.checks.frames.frame import Frame
from notecheck.lexicon.lexicon import Lexicon, Proof, Rule
from notecheck.values import Source

THEMES = (
    "risk_as_choice", "provoked", "harm_without_actor", "consent_implied", "warned_so_responsible", "refuses_help",
    "burden_on_victim", "disbelief", "minimising", "mutual", "survivor_blamed",
    "label", "judging_behaviour", "depersonalising", "service_centred",
)  # fmt: skip
OURS = Source("our judgement")


@lru_cache(maxsize=1)
def all_frames() -> tuple[Frame, ...]:
    """Every frame, theme by theme."""
    return tuple(f for theme in THEMES for f in import_module(f"{__name__}.{theme}").FRAMES)


def frame_rules(lexicon: Lexicon) -> Iterator[Rule]:
    """A rule for every frame, sourced like the rest of its theme."""
    for frame in all_frames():
        theme = lexicon.themes.get(frame.theme)
        yield Rule(
            id=frame.id,
            category=frame.category,
            theme=frame.theme,
            level=frame.level,
            message=frame.message,
            why=frame.why,
            instead=(),
            explain=False,
            ask=frame.ask,
            source=theme.source if theme else OURS,
            entry=None,
            file=frame.file,
            proof=Proof(frame.flag, frame.ok),
        )
