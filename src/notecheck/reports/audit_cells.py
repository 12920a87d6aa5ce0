"""Cells that a spreadsheet shows and never runs."""

from __future__ import annotations

import re
from typing import Any

import polars as pl

# A spreadsheet takes a cell that begins with one of these for a formula (OWASP, "CSV injection").
_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NOT_SHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_SHOWN_RUST = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x{fffe}\x{ffff}]"  # Polars holds no lone surrogates
_RUNS_RUST = r"^[ \u00a0]*[=+\-@\t\r\n＝＋－＠]"
MOST_LETTERS = 32_000  # of a cell; Excel takes 32,767


def harmless(value: Any) -> Any:
    """The value as it may be written to a cell: words that begin like a formula get an apostrophe before them."""
    if not isinstance(value, str):
        return value
    text = value if value.isalnum() else _NOT_SHOWN.sub(" ", value)
    if len(text) > MOST_LETTERS:
        text = text[:MOST_LETTERS]
    return "'" + text if text.lstrip(" \u00a0").startswith(_RUNS) or text.startswith(_RUNS) else text


def harmless_words(column: str) -> pl.Expr:
    """`harmless` for a whole column of words of a Polars table."""
    text = pl.col(column).str.replace_all(_NOT_SHOWN_RUST, " ").str.slice(0, MOST_LETTERS)
    return pl.when(text.str.contains(_RUNS_RUST)).then(pl.lit("'") + text).otherwise(text).alias(column)
