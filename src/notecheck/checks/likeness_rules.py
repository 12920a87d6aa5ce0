"""How a finding by likeness is explained: by its theme, saying that no listed phrase was found."""

from __future__ import annotations

from collections.abc import Iterator

from notecheck.lexicon.lexicon import Lexicon, Rule
from notecheck.values import Source

BY_LIKENESS = "Found by likeness to wording of this kind, not by a listed phrase."
JARGON = "jargon/like"
_CATEGORIES = {
    "victim-blaming": (
        "This may read as blame.",
        "A child or a victim who reads it may feel that the harm was their doing.",
        "Could this read as their own fault? Who did what?",
    ),
    "child-focus": (
        "This may lose sight of the child.",
        "A child who reads it may feel judged, or like a case.",
        "What happened, and what was it like for the child?",
    ),
    "jargon": (
        "This may be hard to follow.",
        "A family may not know this wording of the service.",
        "How would you say it in words that the child would use?",
    ),
}
THEMES = {
    "victim-blaming": (
        "risk-as-choice", "provoked", "harm-without-actor", "consent-implied", "warned-so-responsible", "refuses-help",
        "burden-on-victim", "disbelief", "minimising", "mutual", "survivor-blamed",
    ),
    "child-focus": ("label", "judging-behaviour", "depersonalising", "service-centred"),
}  # fmt: skip


def rule_id(category: str, theme: str | None) -> str:
    """The id of a finding by likeness: `victim-blaming/like-mutual`, `jargon/like`."""
    return f"{category}/like-{theme}" if theme else f"{category}/like"


def likeness_rules(lexicon: Lexicon) -> Iterator[Rule]:
    """A rule for each theme that the reader knows, and one for jargon."""
    for category, themes in THEMES.items():
        yield _rule(lexicon, category, None)
        for theme in themes:
            yield _rule(lexicon, category, theme)
    yield _rule(lexicon, "jargon", None)


def _rule(lexicon: Lexicon, category: str, name: str | None) -> Rule:
    message, why, ask = _CATEGORIES[category]
    theme = lexicon.themes.get(name) if name else None
    return Rule(
        id=rule_id(category, name),
        category=category,
        theme=name or category,
        level="consider",
        message=(theme and theme.message) or message,
        why=f"{(theme and theme.why) or why} {BY_LIKENESS}",
        instead=(),
        explain=False,
        ask=(theme and theme.ask) or ask,
        source=theme.source if theme else Source("our judgement"),
        entry=None,
        file="language/reader",
    )
