"""`notecheck config`: which settings are in force, and from where."""

from __future__ import annotations

import typer

from notecheck.cli.options import ConfigPath, config_from


def config(path: ConfigPath = None) -> None:
    """Show the settings that are in force and the file that they come from."""
    settings = config_from(path, None, None)
    typer.echo(
        f"Settings from {settings.path}" if settings.path else "No notecheck.toml was found: everything is as it comes."
    )
    for name in ("lexicons", "disable", "known_acronyms", "explain_anyway"):
        typer.echo(f"{name}: {', '.join(getattr(settings, name)) or 'none'}")
    typer.echo(f"levels: {', '.join(f'{rule} = {level}' for rule, level in settings.levels.items()) or 'none'}")
    typer.echo(f"reader: {'on' if settings.reader else 'off'}")
