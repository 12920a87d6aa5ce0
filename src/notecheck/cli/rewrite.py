"""`notecheck rewrite`: a draft of a note, written to the child."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from notecheck.cli.options import (
    Age,
    ChildName,
    ConfigPath,
    Disable,
    Lexicons,
    NoReader,
    Paths,
    PronounsOption,
    RecordType,
    child_from,
    config_from,
)

if TYPE_CHECKING:
    from notecheck.values import Record


def rewrite(
    paths: Paths = None,
    child: ChildName = None,
    pronouns: PronounsOption = None,
    age: Age = None,
    author: Annotated[
        str | None, typer.Option("--author", metavar="NAME", help="Who wrote the note, and becomes “I” in the draft.")
    ] = None,
    record_type: RecordType = None,
    output: Annotated[
        Literal["terminal", "text", "diff", "json", "jsonl", "html"],
        typer.Option("--format", help="How to show the draft."),
    ] = "terminal",
    disable: Disable = None,
    lexicon: Lexicons = None,
    config: ConfigPath = None,
    no_reader: NoReader = False,
) -> int:
    """Draft notes again, written to the child, for you to read, change and own."""
    from notecheck.cli.reading import Reading
    from notecheck.cli.start import starting

    reading = Reading(paths, child_from(child, pronouns, age), record_type, author)
    settings = config_from(config, lexicon, disable, no_reader)
    reading.require_input()
    with starting():
        from notecheck.checker import load
        from notecheck.reports.draft_writers import draft_writer_for

        checker = load(config=settings)
    writer = draft_writer_for(output, sys.stdout)
    writer.begin()
    for draft in checker.rewrite_many(_named(reading.records(), bool(child))):
        writer.write(draft)
    writer.end()
    return 2 if reading.failed else 0


def _named(records: Iterator[Record], given: bool) -> Iterator[Record]:
    """The records, each with a child: where nobody has said who it is, the person at the keyboard is asked."""
    for record in records:
        if record.child.name or given or not _somebody_is_there():
            yield record
        else:
            yield _asked(record)


def _somebody_is_there() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _asked(record: Record) -> Record:
    from notecheck.rewrite.proposing import proposed_child

    name = proposed_child(record.text)
    if name and typer.confirm(f"Is {record.id} about {name}?", default=True, err=True):
        return replace(record, child=replace(record.child, name=name))
    answer = typer.prompt(
        "What is the child's name? (Enter to leave it open)", default="", show_default=False, err=True
    )
    return replace(record, child=replace(record.child, name=answer.strip() or None))
