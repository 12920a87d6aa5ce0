"""Settings: `notecheck.toml` and what the command line adds to it."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

from notecheck.errors import ConfigError
from notecheck.values import LEVELS, Level

FILE_NAME = "notecheck.toml"


@dataclass(frozen=True)
class Config:
    """What a council, a team or one run has chosen.

    `known_acronyms` are letters that everybody knows and that need no explanation, beyond those that notecheck ships;
    `explain_anyway` takes letters off that list.
    """

    lexicons: tuple[str, ...] = ()
    disable: tuple[str, ...] = ()
    levels: Mapping[str, Level] = field(default_factory=dict)
    known_acronyms: tuple[str, ...] = ()
    explain_anyway: tuple[str, ...] = ()
    reader: bool = True
    threads: int = 0  # processor threads of the reader; 0 leaves it to ONNX Runtime
    path: str | None = None  # the file it was read from

    def with_options(
        self, lexicons: tuple[str, ...] = (), disable: tuple[str, ...] = (), reader: bool | None = None
    ) -> Config:
        """These settings with options of one run added to them."""
        return replace(
            self,
            lexicons=self.lexicons + lexicons,
            disable=self.disable + disable,
            reader=self.reader if reader is None else reader,
        )


def find_config(start: Path | None = None) -> Path | None:
    """The nearest `notecheck.toml` in the current folder or one above it, else the one in the home folder."""
    here = (start or Path.cwd()).resolve()
    home = Path.home()
    for folder in (here, *here.parents, home):
        path = folder / FILE_NAME
        if path.is_file():
            return path
    return None


def read_config(path: str | Path) -> Config:
    """Read one settings file.

    Raises:
        ConfigError: the file cannot be read, is not valid TOML, or holds a setting that is not known.
    """
    path = Path(path)
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError:
        raise ConfigError(f"{path}: this file cannot be read; is the path right?") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: it is not valid TOML ({error}).") from None
    return _config_from(data, path)


_LISTS = ("lexicons", "disable", "known_acronyms", "explain_anyway")


def _config_from(data: Mapping[str, Any], path: Path) -> Config:
    known = (*_LISTS, "levels", "reader")
    for key in data:
        if key not in known:
            near = difflib.get_close_matches(key, known, 1)
            hint = f"did you mean '{near[0]}'?" if near else f"the settings are {', '.join(known)}."
            raise ConfigError(f"{path}: there is no setting called '{key}'; {hint}")
    values: dict[str, Any] = {}
    for key in _LISTS:
        value = data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise ConfigError(
                f'{path}: \'{key}\' should be a list of words in quotation marks, such as ["one", "two"].'
            )
        values[key] = tuple(value)
    levels = data.get("levels", {})
    if not isinstance(levels, dict) or not all(v in LEVELS for v in levels.values()):
        raise ConfigError(f"{path}: under 'levels' each rule is given change, consider or note.")
    reader = data.get("reader", True)
    if not isinstance(reader, bool):
        raise ConfigError(f"{path}: 'reader' is either true or false.")
    # Paths in a settings file are meant from where the file lies, not from where the command is typed.
    lexicons = tuple(str((path.parent / p).resolve()) for p in values.pop("lexicons"))
    return Config(
        lexicons=lexicons, levels=cast("dict[str, Level]", dict(levels)), reader=reader, path=str(path), **values
    )
