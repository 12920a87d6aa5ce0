"""`notecheck lexicon`: check, list and begin lexicon entries."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from notecheck.cli.options import ConfigPath, Lexicons, config_from

lexicon_app = typer.Typer(help="Look after the lists of phrases and acronyms.", no_args_is_help=True)


@lexicon_app.command("check")
def check(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="Your own lexicon files; ours are always checked with them."),
    ] = None,
    config: ConfigPath = None,
) -> int:
    """Run every example of every entry."""
    from notecheck.checker import load
    from notecheck.lexicon.selfcheck import faults

    settings = config_from(config, paths, None, no_reader=True)
    checker = load(config=settings)
    count = 0
    for fault in faults(checker.lexicon, checker.check):
        count += 1
        typer.echo(f"{fault.file}, entry {fault.rule}: “{fault.example}” {fault.what}.", err=True)
    rules = sum(1 for r in checker.lexicon.rules.values() if r.proof)
    if count:
        typer.echo(f"{count} of the examples do not do what they should.", err=True)
        return 1
    typer.echo(f"{rules} rules and {len(checker.lexicon.acronyms)} acronyms: every example does what it should.")
    return 0


@lexicon_app.command("list")
def list_rules(
    category: Annotated[str | None, typer.Argument(help="One category or theme only.")] = None,
    lexicon: Lexicons = None,
    config: ConfigPath = None,
) -> None:
    """List the rules, with their levels."""
    from notecheck.checks.all_rules import with_all_rules
    from notecheck.lexicon.loader import load_lexicon

    settings = config_from(config, lexicon, None)
    loaded = with_all_rules(load_lexicon(settings.lexicons, settings.disable, tuple(sorted(settings.levels.items()))))
    if category == "acronym":
        for letters, rows in sorted(loaded.acronyms.items()):
            typer.echo(f"{letters:12} {'; '.join(r.meaning for r in rows)}")
        return
    for rule in loaded.rules.values():
        if category in (None, rule.category, rule.theme):
            off = "  (off)" if rule.id in loaded.disabled else ""
            level = "good" if rule.category == "strength" else rule.level
            typer.echo(f"{level:9} {rule.id}{off}")


_NEW = """\
# A lexicon of our own. 'notecheck lexicon check {name}' runs its examples; docs/adding-a-rule.md explains each key.
theme: our-words
title: Words that we have agreed not to use
category: {category}
entries:
  - id: {rule}
    phrases:
      - the words to find
    level: consider
    why: One sentence that says what a child would make of these words.
    instead:
      - the words to write
    source: {{title: our judgement}}
    flag:
      - We use the words to find in this sentence.
      - And The words to find in this one.
    ok:
      - A sentence that is near it and is fine.
      - The hard case, which is fine too.
"""


@lexicon_app.command("new")
def new(
    rule: Annotated[
        str, typer.Argument(metavar="CATEGORY/SHORT-NAME", help="The id of the new rule, such as jargon/our-panel.")
    ],
    out: Annotated[Path | None, typer.Option("--out", help="The file to write; otherwise it is shown.")] = None,
) -> None:
    """Begin a lexicon file with one entry to fill in."""
    from notecheck.errors import NotecheckError
    from notecheck.lexicon.schema import RULE_ID

    if not RULE_ID.match(rule):
        raise NotecheckError(f"'{rule}' is not of the form category/short-name, such as jargon/our-panel.")
    text = _NEW.format(rule=rule, category=rule.split("/")[0], name=out or "council.yml")
    if out is None:
        typer.echo(text, nl=False)
        return
    if out.exists():
        raise NotecheckError(f"{out} is already there; notecheck does not write over it.")
    out.write_text(text, encoding="utf-8")
    typer.echo(f"Wrote {out}. Fill it in, then run: notecheck lexicon check {out}")
