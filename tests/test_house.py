"""The house stays as ARCHITECTURE.md says: one direction of imports, small modules, no heavy start."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

PACKAGE = ROOT / "src" / "notecheck"

# A room may import from those named with it; every room may use the values, errors and settings.
MAY_IMPORT = {
    "records": set(),
    "language": set(),
    "lexicon": {"language"},
    "checks": {"language", "lexicon"},
    "review": {"language", "lexicon", "checks"},
    "checker": {"language", "lexicon", "checks", "review", "rewrite"},
    "rewrite": {"language", "lexicon", "checks", "review", "checker"},
    "audit": {"records", "language", "lexicon", "checks", "review", "checker"},
    "reports": {"audit", "rewrite", "lexicon"},
}
EVERYBODY = {"values", "errors", "config", "__init__"}


def _modules() -> list[Path]:
    return sorted(p for p in PACKAGE.rglob("*.py"))


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imported_rooms(path: Path) -> set[str]:
    rooms: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("notecheck"):
            names = [node.module] if node.module != "notecheck" else [f"notecheck.{a.name}" for a in node.names]
        elif isinstance(node, ast.Import):
            names = [a.name for a in node.names if a.name.startswith("notecheck.")]
        rooms.update(name.split(".")[1] for name in names if "." in name)
    return rooms


@pytest.mark.parametrize(
    "path", [p for p in _modules() if _room(p) in MAY_IMPORT], ids=lambda p: str(p.relative_to(PACKAGE))
)
def test_house_rooms_import_in_one_direction(path: Path) -> None:
    room = _room(path)
    allowed = MAY_IMPORT[room] | EVERYBODY | {room, "__version__"}
    assert _imported_rooms(path) <= allowed


@pytest.mark.parametrize("path", _modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_house_modules_stay_small(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 320


@pytest.mark.parametrize(
    "path", [p for p in _modules() if p.read_text("utf-8").strip()], ids=lambda p: str(p.relative_to(PACKAGE))
)
def test_house_modules_say_what_they_are_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["rewrite", "--help"], ["audit", "--help"]])
def test_house_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = (
        f"import sys; sys.argv = ['notecheck', *{arguments!r}]\n"
        "from notecheck.cli.app import run\n"
        "run()\n"
        "heavy = {'spacy', 'onnxruntime', 'numpy', 'polars', 'textstat', 'lxml', 'lemminflect'} & set(sys.modules)\n"
        "sys.exit(f'loaded {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_house_importing_the_package_loads_nothing_heavy() -> None:
    code = "import sys, notecheck; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_house_every_command_is_in_the_manual() -> None:
    from typer.main import get_command

    from notecheck.cli.app import app

    manual = (ROOT / "docs" / "commands.md").read_text("utf-8")
    missing = [name for name in get_command(app).commands if f"## `notecheck {name}`" not in manual]  # type: ignore[attr-defined]
    assert missing == []
