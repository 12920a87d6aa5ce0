"""`notecheck check`: what a child would stumble over or be hurt by in a note."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated, Literal

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


class CategoryName(StrEnum):
    """The categories of findings, as `--only` takes them."""

    ACRONYM = "acronym"
    JARGON = "jargon"
    VICTIM_BLAMING = "victim-blaming"
    CHILD_FOCUS = "child-focus"
    READABILITY = "readability"


def check(
    paths: Paths = None,
    child: ChildName = None,
    pronouns: PronounsOption = None,
    age: Age = None,
    record_type: RecordType = None,
    output: Annotated[
        Literal["terminal", "json", "jsonl", "html"], typer.Option("--format", help="How to show the result.")
    ] = "terminal",
    only: Annotated[
        list[CategoryName] | None, typer.Option("--only", help="Show one category only. Repeatable.")
    ] = None,
    disable: Disable = None,
    fail_on: Annotated[
        Literal["change", "consider", "note", "never"],
        typer.Option("--fail-on", help="Exit with status 1 from this level up."),
    ] = "never",
    lexicon: Lexicons = None,
    config: ConfigPath = None,
    show_suppressed: Annotated[
        bool, typer.Option("--show-suppressed", help="Also show what was held back, and why.")
    ] = False,
    no_reader: NoReader = False,
) -> int:
    """Check notes before they are saved: acronyms, jargon, blame, and words that lose the child."""
    from notecheck.cli.reading import Reading
    from notecheck.cli.start import starting

    reading = Reading(paths, child_from(child, pronouns, age), record_type)
    settings = config_from(config, lexicon, disable, no_reader)
    reading.require_input()
    with starting():
        from notecheck.checker import load
        from notecheck.reports import only_categories, writer_for

        checker = load(config=settings)
    writer = writer_for(output, sys.stdout, show_suppressed=show_suppressed)
    found = False
    writer.begin()
    for review in checker.check_many(reading.records()):
        review = only_categories(review, tuple(str(c) for c in only or ()))
        writer.write(review)
        found = found or _reaches(review, fail_on)
    writer.end()
    if reading.failed:
        return 2
    return 1 if found else 0


def _reaches(review: object, fail_on: str) -> bool:
    from notecheck.values import LEVELS, Review

    assert isinstance(review, Review)
    if fail_on == "never":
        return False
    least = LEVELS.index(fail_on)
    return any(LEVELS.index(f.level) >= least for f in review.findings)
