"""A quick start for commands that check notes: what is left out and put off while the checker is built.

Only the command line does this, since it has the process to itself; whoever imports notecheck keeps their own settings.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

_COMMANDS = ("spacy.cli", "spacy.cli.info")


@contextmanager
def starting() -> Iterator[None]:
    """Import and build what a command needs inside this.

    Everything made at the start lives as long as the process, so the garbage collector need not look through it, now or
    later.
    """
    gc.disable()
    try:
        _import_spacy()
        yield
        gc.freeze()
    finally:
        gc.enable()


def _import_spacy() -> None:
    """Import spaCy without its own command line, which it imports with itself for the sake of `spacy.info`.

    Downloads, projects and the network libraries that these need are two fifths of what spaCy's import takes. Empty
    modules stand in for them meanwhile; afterwards `spacy.cli` and `spacy.info` are there as ever, on first use.
    """
    if "spacy" in sys.modules:
        return
    commands, info = (ModuleType(name) for name in _COMMANDS)
    info.info = _info  # type: ignore[attr-defined]
    sys.modules.update(zip(_COMMANDS, (commands, info), strict=True))
    try:
        import_module("spacy")
    finally:
        for name in _COMMANDS:
            sys.modules.pop(name, None)


def _info(*args: Any, **kwargs: Any) -> Any:
    return import_module("spacy.cli.info").info(*args, **kwargs)
