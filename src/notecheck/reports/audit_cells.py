"""Cells that a spreadsheet shows and never runs."""

from __future__ import annotations

import re
from typing import Any

# A spreadsheet takes a cell that begins with one of these for a formula (OWASP, "CSV injection").
_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NOT_SHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def harmless(value: Any) -> Any:
    """The value as it may be written to a cell: words that begin like a formula get an apostrophe before them."""
    if not isinstance(value, str):
        return value
    text = _NOT_SHOWN.sub(" ", value)[:32_000]
    return "'" + text if text.lstrip(" \u00a0").startswith(_RUNS) or text.startswith(_RUNS) else text
