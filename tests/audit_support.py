"""Exports to audit, made for the tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

POOR = "YP presented as guarded. SW to refer to CAMHS and the IRO. A strategy discussion was held about the risk."
TO_CHILD = "Dear Maya, you told me that you sleep better now. You showed me your drawing and I was glad to see it."
PLAIN = "Maya came home from school and told her nan about the play. She laughed and went out to ride her bike."

HEADINGS = ("Case Note ID", "Person ID", "Contact Date", "Note Type", "Service Team", "Created By", "Case Note Detail")
MakeCsv = Callable[..., Path]


def row(number: int, text: str, team: str = "North", kind: str = "Home visit", day: str = "03/03/2025") -> list[str]:
    return [f"CN{number:05d}", f"P{number % 7:04d}", day, kind, team, f"Worker {number % 3}", text]


def rows(count: int) -> list[list[str]]:
    """Rows of three kinds of text, three teams and two months, each text a little different."""
    texts, kinds = (POOR, TO_CHILD, PLAIN), ("Home visit", "Phone call")
    return [
        row(
            n,
            f"{texts[n % 3]} It was visit number {n}.",
            ("North", "South", "East")[n % 3 if n % 5 else 0],
            kinds[n % 2],
            f"{n % 28 + 1:02d}/{3 + n % 2:02d}/2025",
        )
        for n in range(count)
    ]
