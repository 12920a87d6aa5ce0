"""Reading lexicon files: YAML by theme for phrases, CSV for acronyms.

A fault names the file, the entry and what is wrong with it; a lexicon with a fault is refused whole, because a rule
that silently is not there looks just like a clean note.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from pydantic import ValidationError

from notecheck.errors import ConfigError, LexiconError
from notecheck.lexicon.lexicon import Lexicon, Rule, Theme, rules_in, theme_of
from notecheck.lexicon.phrases import PhraseError, pieces_of
from notecheck.lexicon.schema import AcronymRow, ThemeFile
from notecheck.values import LEVELS, Level

_YAML = (".yml", ".yaml")
# Data for other rooms (word classes for frames, prompts for audits) that is not made of rules.
_NOT_RULES = frozenset({"classes", "prompts", "readability"})


def shipped_folder() -> Path:
    """Where the lexicons that come with notecheck lie: in the wheel, or at the top of a source checkout.

    Raises:
        LexiconError: neither is there, so the installation is broken.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "lexicons", package.parent.parent / "lexicons"):
        if folder.is_dir():
            return folder
    raise LexiconError("lexicons", None, "the lexicons that belong to notecheck are missing; please install it again")


@lru_cache(maxsize=8)
def load_lexicon(
    paths: tuple[str, ...] = (),
    disable: tuple[str, ...] = (),
    levels: tuple[tuple[str, Level], ...] = (),
) -> Lexicon:
    """The shipped lexicons with a council's own added, rules switched off and levels changed.

    The result depends on its arguments and the files alone, so the four checks of a pipeline share one copy.

    Args:
        paths: further YAML or CSV files, or folders of them.
        disable: ids of rules, themes or whole categories to switch off.
        levels: pairs of rule id and level.

    Raises:
        LexiconError: a file cannot be read or an entry is at fault.
        ConfigError: a rule id that does not exist.
    """
    files = [*_files_in(shipped_folder())]
    for path in paths:
        files += _files_in(Path(path)) if Path(path).is_dir() else [Path(path)]
    lexicon = read_lexicon(files)
    return _with_settings(lexicon, disable, dict(levels))


def read_lexicon(files: Iterable[Path]) -> Lexicon:
    """Read and join lexicon files, in order; a later acronym row is added to the earlier ones."""
    rules: dict[str, Rule] = {}
    themes: dict[str, Theme] = {}
    acronyms: dict[str, list[AcronymRow]] = {}
    digest = hashlib.sha256()
    for path in files:
        raw = _read(path)
        digest.update(raw.encode())
        if path.suffix.lower() == ".csv":
            for row in read_acronyms(raw, path.name):
                # A council's own row for the same meaning takes the place of the shipped one.
                others = [m for m in acronyms.get(row.acronym, []) if m.meaning.lower() != row.meaning.lower()]
                acronyms[row.acronym] = [*others, row]
            continue
        file = read_theme(raw, path.name)
        themes.setdefault(file.theme, theme_of(file, path.name))
        for rule in rules_in(file, path.name, path.is_relative_to(shipped_folder())):
            if rule.id in rules:
                raise LexiconError(path.name, rule.id, f"this id is already used in {rules[rule.id].file}")
            rules[rule.id] = rule
    frozen = {letters: tuple(rows) for letters, rows in acronyms.items()}
    return Lexicon(
        MappingProxyType(rules), MappingProxyType(themes), MappingProxyType(frozen), version=digest.hexdigest()[:12]
    )


def read_theme(raw: str, name: str) -> ThemeFile:
    """One YAML file.

    Raises:
        LexiconError: the YAML is broken, or an entry is at fault.
    """
    try:
        data = yaml.load(raw, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise LexiconError(
            name, None, f"line {mark.line + 1} is not valid YAML" if mark else "it is not valid YAML"
        ) from None
    if not isinstance(data, Mapping):
        raise LexiconError(name, None, "it should hold a theme with its entries")
    try:
        file = ThemeFile.model_validate(data)
    except ValidationError as error:
        raise _explained(error, data, name) from None
    for entry in file.entries:
        for phrase in (*entry.phrases, *entry.unless):
            try:
                pieces_of(phrase)
            except PhraseError as fault:
                raise LexiconError(name, entry.id, str(fault)) from None
    return file


def read_acronyms(raw: str, name: str) -> list[AcronymRow]:
    """One CSV file of acronyms. Lines that begin with "#" are notes for whoever keeps the file.

    Raises:
        LexiconError: a column is missing or a row is at fault; the row number counts the header as 1.
    """
    reader = csv.DictReader(io.StringIO(raw))
    columns = [c.strip().lower() for c in reader.fieldnames or ()]
    if "acronym" not in columns or "meaning" not in columns:
        raise LexiconError(name, None, "its first line must name the columns, at least 'acronym' and 'meaning'")
    unknown = [c for c in columns if c not in AcronymRow.model_fields]
    if unknown:
        raise LexiconError(
            name, None, f"there is no column '{unknown[0]}'; the columns are {', '.join(AcronymRow.model_fields)}"
        )
    rows: list[AcronymRow] = []
    for cells in reader:
        values = {
            k.strip().lower(): (v or "").strip()
            for k, v in cells.items()
            if isinstance(k, str) and isinstance(v, str) and v.strip()
        }
        if not values or values.get("acronym", "").startswith("#"):
            continue
        try:
            rows.append(AcronymRow.model_validate(values))
        except ValidationError as error:
            first = error.errors()[0]
            column = ".".join(str(p) for p in first["loc"])
            raise LexiconError(name, f"in row {reader.line_num}", f"column '{column}': {_fault(first)}") from None
    return rows


def _with_settings(lexicon: Lexicon, disable: Sequence[str], levels: Mapping[str, Level]) -> Lexicon:
    off: set[str] = set()
    for name in disable:
        ids = _named(lexicon, name)
        if not ids:
            raise ConfigError(_unknown(lexicon, name))
        off.update(ids)
    rules = dict(lexicon.rules)
    for name, level in levels.items():
        if level not in LEVELS:
            raise ConfigError(f"The level of {name} is '{level}'; it can be change, consider or note.")
        ids = _named(lexicon, name)
        if not ids:
            raise ConfigError(_unknown(lexicon, name))
        for rule_id in ids:
            if rule_id in rules:
                rules[rule_id] = replace(rules[rule_id], level=level)
    return replace(
        lexicon, rules=MappingProxyType(rules), disabled=frozenset(off), levels=MappingProxyType(dict(levels))
    )


# Findings that no lexicon entry makes; they can be switched off like the others.
BUILT_IN = (
    "acronym/unexplained",
    "acronym/explained-later",
    "acronym/written-out-elsewhere",
    "readability/hard-sentence",
)


# Rules that are not in lexicon files: frames, and findings by likeness.
_IN_CODE = (
    "victim-blaming/frame-",
    "child-focus/frame-",
    "victim-blaming/like",
    "child-focus/like",
    "jargon/like",
)


def _named(lexicon: Lexicon, name: str) -> list[str]:
    """The ids that `name` stands for: one rule, every rule of a theme, or every rule of a category."""
    if name in lexicon.rules or name in BUILT_IN or name.startswith(_IN_CODE):
        return [name]
    if name in ("acronym", "readability"):
        return [b for b in BUILT_IN if b.startswith(name)]
    by_theme = [r.id for r in lexicon.rules.values() if r.theme == name or r.category == name]
    if by_theme or name in lexicon.themes:
        by_theme.append(name)  # for the rules of the theme or category that are not in lexicon files
    return by_theme


def _unknown(lexicon: Lexicon, name: str) -> str:
    near = lexicon.near(name)
    hint = f"; did you mean {' or '.join(near)}?" if near else "; 'notecheck lexicon list' shows them all."
    return f"There is no rule called '{name}'{hint}"


def _files_in(folder: Path) -> list[Path]:
    found = [p for p in folder.rglob("*") if p.suffix.lower() in (*_YAML, ".csv")]
    return sorted(p for p in found if not _NOT_RULES & set(p.relative_to(folder).parts))


def _read(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError:
        raise LexiconError(str(path), None, "this file cannot be read; is the path right?") from None
    if path.suffix.lower() not in (*_YAML, ".csv"):
        raise LexiconError(path.name, None, "a lexicon is a .yml file of phrases or a .csv file of acronyms")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")  # what Excel writes when asked for plain CSV


def _explained(error: ValidationError, data: Mapping[str, Any], name: str) -> LexiconError:
    first = error.errors()[0]
    location = list(first["loc"])
    entry: str | None = None
    if location[:1] == ["entries"] and len(location) > 1 and isinstance(location[1], int):
        raw = data["entries"][location[1]]
        entry = (
            str(raw.get("id", f"number {location[1] + 1}")) if isinstance(raw, Mapping) else f"number {location[1] + 1}"
        )
        location = location[2:]
    where = ".".join(str(p) for p in location)
    fault = _fault(first)
    return LexiconError(name, entry, f"'{where}': {fault}" if where else fault)


def _fault(error: Mapping[str, Any]) -> str:
    kind, message = error["type"], str(error["msg"])
    if kind == "extra_forbidden":
        return "this key is not known"
    if kind == "missing":
        return "this is missing"
    return message.removeprefix("Value error, ").rstrip(".")
