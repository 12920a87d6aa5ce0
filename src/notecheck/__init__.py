"""notecheck: a child's case recording, read as the child may one day read it.

    >>> import notecheck
    >>> review = notecheck.check("YP placed herself at risk.")

Importing this package is cheap: spaCy and the reader are loaded on first use.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from notecheck.values import Child, Draft, Finding, Record, Review

if TYPE_CHECKING:
    from notecheck.checker import Checker

__version__ = "0.1.0"
__all__ = ["Child", "Draft", "Finding", "Record", "Review", "__version__", "check", "load", "rewrite"]


def load(*args: Any, **kwargs: Any) -> Checker:
    """Build a checker: see `notecheck.checker.load`."""
    from notecheck.checker import load as load_checker

    return load_checker(*args, **kwargs)


@lru_cache(maxsize=1)
def _default() -> Checker:
    return load()


def check(text: str | Record, *, child: Child | None = None) -> Review:
    """Check one text with a checker that is loaded once, on first use."""
    return _default().check(text, child=child)


def rewrite(text: str | Record, *, child: Child | None = None, author: str | None = None) -> Draft:
    """Draft one text again, written to the child, with a checker that is loaded once, on first use."""
    return _default().rewrite(text, child=child, author=author)
