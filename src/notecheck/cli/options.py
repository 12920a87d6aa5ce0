"""Options that several commands share, and the identity that they give to records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from notecheck.config import Config
    from notecheck.values import Child

Paths = Annotated[list[str] | None, typer.Argument(metavar="PATH", help="Files, folders, or - for standard input.")]
ChildName = Annotated[
    str | None,
    typer.Option("--child", metavar="NAME", help="The child's name; a nickname after a slash: William/Billy."),
]
PronounsOption = Annotated[str | None, typer.Option("--pronouns", metavar="she|he|they", help="The child's pronouns.")]
Age = Annotated[float | None, typer.Option("--age", help="The child's age in years.", min=0, max=26)]
RecordType = Annotated[
    str | None, typer.Option("--record-type", help="What kind of record this is, such as 'home visit'.")
]
Lexicons = Annotated[
    list[str] | None,
    typer.Option("--lexicon", metavar="PATH", help="A lexicon of your own, added to ours. Repeatable."),
]
Disable = Annotated[
    list[str] | None,
    typer.Option("--disable", metavar="RULE", help="Switch a rule, theme or category off. Repeatable."),
]
ConfigPath = Annotated[
    str | None, typer.Option("--config", metavar="PATH", help="Settings, in place of the nearest notecheck.toml.")
]
NoReader = Annotated[bool, typer.Option("--no-reader", help="Work by listed phrases and rules alone.")]


def child_from(name: str | None, pronouns: str | None, age: float | None) -> Child:
    """The child that the options describe.

    Raises:
        ConfigError: pronouns that are not she, he or they.
    """
    from notecheck.errors import ConfigError
    from notecheck.values import Child, pronouns_from

    known = pronouns_from(pronouns) if pronouns else None
    if pronouns and known is None:
        raise ConfigError(f"'{pronouns}' is not among the pronouns that --pronouns takes: she, he or they.")
    return Child(name, known, age)


def config_from(
    config: str | None, lexicons: list[str] | None, disable: list[str] | None, no_reader: bool = False
) -> Config:
    """The settings for this run: the file that was named or the nearest one, with the options added."""
    from notecheck.config import Config, find_config, read_config

    path = config or find_config()
    base = read_config(path) if path else Config()
    return base.with_options(tuple(lexicons or ()), tuple(disable or ()), False if no_reader else None)
