"""`notecheck audit`: count over an export, compare two audits, and read the auditors' verdicts back."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from typer.core import TyperGroup

from notecheck.cli.check import CategoryName
from notecheck.cli.options import ConfigPath, Disable, Lexicons, NoReader, config_from

if TYPE_CHECKING:
    from notecheck.audit.settings import AuditSettings


class By(StrEnum):
    """Groupings that have to be asked for."""

    WORKER = "worker"


class DefaultGroup(TyperGroup):
    """A group whose first argument may also be what to audit, and whose help shows that way of using it first."""

    default = "run"

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """Put the name of the default command before arguments that name none."""
        if not args:
            args = ["--help"]
        elif args[0] not in self.commands and args[0] != "--help":
            args = [self.default, *args]
        return super().parse_args(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The help of the default command, then of the others."""
        run = self.commands[self.default]
        run.format_help(type(ctx)(run, info_name=ctx.info_name, parent=ctx.parent), formatter)
        super().format_help(ctx, formatter)


audit_app = typer.Typer(
    cls=DefaultGroup,
    help="Count over an export, so that people can do the judging: notecheck audit TABLE|FOLDER --out DIR.",
)


def _column(name: str) -> Any:
    return typer.Option(
        f"--{name}-column", metavar="HEADING", help=f"The column with the {name}.", rich_help_panel="Columns"
    )


@audit_app.command("run", hidden=True)
def run(
    path: Annotated[
        Path, typer.Argument(metavar="TABLE|FOLDER", help="An export, a folder of notes, or a Word report.")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder for the report.")],
    first: Annotated[
        datetime | None,
        typer.Option("--from", formats=["%Y-%m-%d", "%d/%m/%Y"], metavar="DATE", help="The first day of the period."),
    ] = None,
    last: Annotated[
        datetime | None,
        typer.Option("--to", formats=["%Y-%m-%d", "%d/%m/%Y"], metavar="DATE", help="The last day of the period."),
    ] = None,
    sample: Annotated[
        int | None, typer.Option("--sample", min=1, help="Audit this many records, drawn at random.")
    ] = None,
    seed: Annotated[int, typer.Option("--seed", help="The same seed draws the same records again.")] = 1,
    stratify: Annotated[
        Literal["record_type", "team", "month"] | None,
        typer.Option("--stratify", help="Draw from each of these its share."),
    ] = None,
    allocation: Annotated[
        Literal["proportional", "equal"], typer.Option("--allocation", help="The share of each stratum.")
    ] = "proportional",
    by: Annotated[
        list[By] | None,
        typer.Option("--by", help="Also give figures by worker; see the word of caution."),
    ] = None,
    only: Annotated[list[CategoryName] | None, typer.Option("--only", help="One category only. Repeatable.")] = None,
    text_column: Annotated[str | None, _column("text")] = None,
    id_column: Annotated[str | None, _column("id")] = None,
    child_column: Annotated[str | None, _column("child")] = None,
    date_column: Annotated[str | None, _column("date")] = None,
    type_column: Annotated[str | None, _column("type")] = None,
    team_column: Annotated[str | None, _column("team")] = None,
    worker_column: Annotated[str | None, _column("worker")] = None,
    sheet: Annotated[
        str | None, typer.Option("--sheet", help="The worksheet to read.", rich_help_panel="Columns")
    ] = None,
    show_text: Annotated[bool, typer.Option("--show-text", help="Put phrases from the notes in the report.")] = False,
    show_ids: Annotated[bool, typer.Option("--show-ids", help="Leave children's ids as they are.")] = False,
    salt: Annotated[
        str | None, typer.Option("--salt", help="Make the same pseudonyms as another audit with this salt.")
    ] = None,
    workers: Annotated[int, typer.Option("--workers", min=1, help="Processes to work with.")] = 1,
    disable: Disable = None,
    lexicon: Lexicons = None,
    config: ConfigPath = None,
    no_reader: NoReader = False,
) -> int:
    """Audit an export: a report, a workbook and tables. A run that is stopped goes on when it is started again."""
    from notecheck.audit.settings import AuditSettings
    from notecheck.values import CATEGORIES

    columns = {
        "text": text_column, "id": id_column, "child_id": child_column, "date": date_column, "record_type": type_column,
        "team": team_column, "worker": worker_column,
    }  # fmt: skip
    settings = AuditSettings(
        config=config_from(config, lexicon, disable, no_reader),
        columns={field: heading for field, heading in columns.items() if heading},
        sheet=sheet,
        first=first.date() if first else None,
        last=last.date() if last else None,
        sample=sample,
        seed=seed,
        stratify=stratify,
        allocation=allocation,
        only=tuple(c for c in CATEGORIES if not only or c in only),
        show_text=show_text,
        show_ids=show_ids,
        by_worker=bool(by) or stratify == "worker",
    )
    return _audit(path, out, settings, workers, salt)


def _audit(path: Path, out: Path, settings: AuditSettings, workers: int, salt: str | None) -> int:
    from notecheck.audit.audit import audit
    from notecheck.audit.sentences import UPLOADED, in_brief
    from notecheck.audit.source import open_source
    from notecheck.cli.progress import Progressing
    from notecheck.errors import NotecheckError
    from notecheck.reports.audit_folder import write_folder

    source = open_source(path, settings.columns, settings.sheet)
    typer.echo(UPLOADED, err=True)
    for line in source.said:
        typer.echo(f"  {line}", err=True)
    try:
        with Progressing() as shown:
            done = audit(path, out, settings, workers=workers, salt=salt, steps=shown.steps, source=source)
    except KeyboardInterrupt:
        raise NotecheckError("stopped; run the same command again to go on from here.") from None
    written = write_folder(done, out)
    for line in in_brief(done.answers):
        typer.echo(line)
    if done.unread:
        typer.echo(f"{len(done.unread):,} rows could not be read; they are listed in unread.csv.", err=True)
    typer.echo(f"Wrote {written[0]}, {', '.join(p.name for p in written[1:])}.")
    return 0


@audit_app.command("compare")
def compare(
    before: Annotated[Path, typer.Argument(metavar="BEFORE", help="The folder of the earlier audit.")],
    after: Annotated[Path, typer.Argument(metavar="AFTER", help="The folder of the later audit.")],
    output: Annotated[Literal["text", "json"], typer.Option("--format", help="How to show it.")] = "text",
) -> None:
    """Compare two audits: differences with intervals, and a warning where they cannot be compared."""
    import dataclasses
    import json

    from notecheck.audit.compare import compare as compared

    found = compared(before, after)
    if output == "json":
        typer.echo(json.dumps({"version": 1, **dataclasses.asdict(found)}, ensure_ascii=False))
        return
    for line in found.sentences():
        typer.echo(line)


@audit_app.command("agreement")
def agreement(
    workbook: Annotated[Path, typer.Argument(metavar="WORKBOOK", help="The workbook that the auditors filled in.")],
    output: Annotated[Literal["text", "json"], typer.Option("--format", help="How to show it.")] = "text",
    write_config: Annotated[
        bool, typer.Option("--write-config", help="Turn the rules down in notecheck.toml.")
    ] = False,
    config: ConfigPath = None,
) -> None:
    """Read the auditors' verdicts back: agreement rule by rule, with each other, and what to turn down."""
    import dataclasses
    import json

    from notecheck.audit.agreement import read_agreement
    from notecheck.audit.agreement import write_config as write
    from notecheck.audit.sentences import of_agreement
    from notecheck.config import FILE_NAME

    found = read_agreement(workbook)
    if output == "json":
        rules = [
            {**dataclasses.asdict(r), "precision": dataclasses.asdict(r.precision), "turn_down": r.turn_down}
            for r in found.rules
        ]
        typer.echo(json.dumps({"version": 1, **dataclasses.asdict(found), "rules": rules}, ensure_ascii=False))
    else:
        for line in of_agreement(found):
            typer.echo(line)
    if write_config:
        path = Path(config or FILE_NAME)
        done = write(found, path)
        said = f"Turned down in {path}: {', '.join(done)}." if done else f"There was nothing to turn down in {path}."
        typer.echo(said, err=True)
