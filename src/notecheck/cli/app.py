"""The command line: its commands, and how an error leaves it."""

from __future__ import annotations

import sys
from enum import IntEnum
from typing import Annotated

import typer

from notecheck import __version__
from notecheck.cli.audit import audit_app
from notecheck.cli.check import check
from notecheck.cli.config import config
from notecheck.cli.explain import explain
from notecheck.cli.lexicon import lexicon_app
from notecheck.cli.rewrite import rewrite
from notecheck.errors import NotecheckError


class Exit(IntEnum):
    """Exit statuses, as the contract fixes them."""

    DONE = 0
    FOUND = 1
    FAILED = 2


app = typer.Typer(
    name="notecheck",
    help="Reads a child's case recording as the child may one day read it. Nothing leaves this computer.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"notecheck {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


app.command("check")(check)
app.command("rewrite")(rewrite)
app.add_typer(audit_app, name="audit")
app.command("explain")(explain)
app.command("config")(config)
app.add_typer(lexicon_app, name="lexicon")


def run() -> int:
    """Run the command line and return its exit status; a fault is one sentence on standard error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # a Windows console may still be on an old code page
    try:
        outcome = app(standalone_mode=False)
    except NotecheckError as error:
        typer.echo(f"notecheck: {error}", err=True)
        return Exit.FAILED
    except typer.Exit as done:
        return done.exit_code
    except (KeyboardInterrupt, typer.Abort):
        typer.echo("notecheck: stopped.", err=True)
        return Exit.FAILED
    except BrokenPipeError:
        sys.stderr.close()
        return Exit.DONE
    except Exception as error:
        if not hasattr(error, "format_message"):
            # The type of error and where it was raised, never its message: that could hold words of a note.
            fault = f"{type(error).__name__} at {_place(error)}"
            message = f"notecheck: something went wrong inside notecheck ({fault}); please report it without the note."
            typer.echo(message, err=True)
            return Exit.FAILED
        if message := error.format_message():  # there is none where help was shown instead
            typer.echo(f"notecheck: {message}", err=True)
        return Exit.FAILED
    return outcome if isinstance(outcome, int) else Exit.DONE


def _place(error: BaseException) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    if trace is None:
        return "an unknown place"
    return f"{trace.tb_frame.f_globals.get('__name__', '?')}, line {trace.tb_lineno}"
