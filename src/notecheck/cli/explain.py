"""`notecheck explain`: why a rule is there, what to write instead, examples and source."""

from __future__ import annotations

from typing import Annotated

import typer

from notecheck.cli.options import ConfigPath, Lexicons, config_from


def explain(
    name: Annotated[
        str, typer.Argument(metavar="RULE|THEME|ACRONYM", help="A rule's id, a theme's name, or an acronym.")
    ],
    lexicon: Lexicons = None,
    config: ConfigPath = None,
) -> None:
    """Explain a rule, a theme or an acronym: why, what to write instead, examples, source."""
    from notecheck.checks.all_rules import with_all_rules
    from notecheck.lexicon.explain import explanation
    from notecheck.lexicon.loader import load_lexicon

    settings = config_from(config, lexicon, None)
    loaded = load_lexicon(settings.lexicons, settings.disable, tuple(sorted(settings.levels.items())))
    typer.echo(explanation(with_all_rules(loaded), name))
