"""Every command that the README and the guides show is one that notecheck has, with options that it takes."""

from __future__ import annotations

import re
import shlex

import pytest
from conftest import ROOT
from typer.main import get_command

from notecheck.cli.app import app

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
_COMMAND = re.compile(r"^\s*(?:\S+/)?notecheck (?P<rest>[a-z].*)$|`notecheck (?P<inline>[a-z][^`]*)`", re.M)


def _shown() -> list[tuple[str, str]]:
    found = []
    for page in PAGES:
        for match in _COMMAND.finditer(page.read_text("utf-8")):
            words = (match["rest"] or match["inline"]).split(" > ")[0].split("#")[0].strip()
            found.append((page.name, words))
    return sorted(set(found))


@pytest.mark.parametrize(("page", "words"), _shown())
def test_readme_shows_only_commands_and_options_that_are_there(page: str, words: str) -> None:
    command = get_command(app)
    for word in shlex.split(words):
        commands = getattr(command, "commands", {})
        inner = commands.get(word)
        if commands and inner is None and hasattr(command, "default"):
            command = commands[command.default]  # `notecheck audit TABLE`: the group's own work
        if inner is not None:
            command = inner
        elif word.startswith("--"):
            known = {option for parameter in command.params for option in parameter.opts}
            assert word.split("=")[0] in known, f"{page}: {command.name} does not take {word}"
    assert command is not get_command(app), f"{page}: there is no command in 'notecheck {words}'"


def test_readme_links_lead_somewhere() -> None:
    broken = []
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#\s]+)\)", page.read_text("utf-8")):
            if not target.startswith("http") and not (page.parent / target).exists():
                broken.append(f"{page.name}: {target}")
    assert broken == []


def test_readme_python_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    code = re.search(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.S)
    assert code
    exec(compile(code[1], "README.md", "exec"), {})
    assert "placed herself at risk" in capsys.readouterr().out
