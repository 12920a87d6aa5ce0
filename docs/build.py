"""Write the parts of the documentation that the code knows best: the commands and the rules.

python docs/build.py           write docs/commands.md, docs/rules.md and the picture for the README
python docs/build.py --check   exit with 1 where they are out of date
"""

from __future__ import annotations

import io
import os
import re
import sys
from pathlib import Path

os.environ["COLUMNS"] = "96"  # the same help text on every machine
os.environ["TERM"] = "dumb"
os.environ["NO_COLOR"] = "1"

from rich.console import Console
from typer.main import get_command
from typer.testing import CliRunner

from notecheck.checker import load
from notecheck.cli.app import app
from notecheck.lexicon.lexicon import Lexicon
from notecheck.lexicon.loader import load_lexicon
from notecheck.reports.terminal import Terminal
from notecheck.values import Child, Record

DOCS = Path(__file__).resolve().parent


def commands() -> str:
    """Every command with its help, as it is typed."""
    out = ["# Commands", "", "Made by `python docs/build.py` from `--help`; do not edit it by hand."]
    for words in [(), *_paths(get_command(app))]:
        shown = CliRunner().invoke(app, [*words, "--help"], prog_name="notecheck").output
        help_text = "\n".join(line.rstrip() for line in shown.strip().splitlines())
        out += ["", f"## `{' '.join(('notecheck', *words))}`", "", "```text", help_text, "```"]
    return "\n".join(out) + "\n"


def _paths(command: object, prefix: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for name, inner in sorted(getattr(command, "commands", {}).items()):
        found += [(*prefix, name), *_paths(inner, (*prefix, name))]
    return found


def rules(lexicon: Lexicon) -> str:
    """Every rule by theme: what it finds, why, what to write instead, where that comes from."""
    out = [
        "# Rules",
        "",
        "Made by `python docs/build.py` from the lexicons; do not edit it by hand.",
        "`notecheck explain RULE` shows the examples too.",
    ]
    for theme in sorted(lexicon.themes.values(), key=lambda t: (t.category, t.name)):
        mine = [r for r in lexicon.rules.values() if r.theme == theme.name]
        if not mine:
            continue
        out += ["", f"## {theme.category}: {theme.title}", ""]
        if theme.why:
            out += [theme.why, ""]
        for rule in mine:
            wording = " / ".join(rule.instead) or rule.ask or ""
            source = f"[{rule.source.title}]({rule.source.url})" if rule.source.url else rule.source.title
            level = "good" if rule.category == "strength" else rule.level
            shown = f" *{wording}*" if wording and rule.category != "strength" else ""
            out.append(f"- **`{rule.id}`** ({level}). {rule.why}{shown} Source: {source}.")
    return "\n".join(out) + "\n"


def picture() -> str:
    """The README's first command as it looks in a terminal, with no font fetched from anywhere."""
    console = Console(record=True, width=92, file=io.StringIO(), highlight=False, force_terminal=True)
    report = Terminal(io.StringIO(), show_suppressed=False, console=console)
    record = Record(
        "examples/note.txt", (DOCS.parent / "examples" / "note.txt").read_text("utf-8"), Child("Maya", "she", 14)
    )
    report.write(load().check(record))
    report.end()
    svg = console.export_svg(title="notecheck check examples/note.txt", unique_id="notecheck")
    return re.sub(r"@font-face \{.*?\}", "", svg, flags=re.S).replace("Fira Code", "Consolas, Menlo, DejaVu Sans Mono")


def main() -> int:
    """Write or check the generated pages."""
    pages = {"commands.md": commands(), "rules.md": rules(load_lexicon())}
    stale = [n for n, text in pages.items() if not (DOCS / n).is_file() or (DOCS / n).read_text("utf-8") != text]
    if "--check" in sys.argv:
        for name in stale:
            print(f"docs/{name} is out of date: run python docs/build.py", file=sys.stderr)
        return 1 if stale else 0
    (DOCS / "images").mkdir(exist_ok=True)
    (DOCS / "images" / "check.svg").write_text(picture(), encoding="utf-8")
    for name in stale:
        (DOCS / name).write_text(pages[name], encoding="utf-8")
        print(f"wrote docs/{name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
