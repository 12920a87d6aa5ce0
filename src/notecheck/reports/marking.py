"""Findings numbered and cut into the text: what the terminal and the page have in common."""

from __future__ import annotations

from dataclasses import dataclass

from notecheck.values import Category, Finding, Review

_IN_ORDER_OF_HURT: tuple[Category, ...] = ("victim-blaming", "child-focus", "jargon", "acronym", "readability")
Numbers = dict[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the note; `category` and `number` are set where a finding marks it."""

    text: str
    category: str | None = None
    number: int = 0


def numbered(findings: tuple[Finding, ...]) -> Numbers:
    """One number for every rule and wording, so that a repeated acronym is explained once."""
    numbers: Numbers = {}
    for f in findings:
        numbers.setdefault(_key(f), len(numbers) + 1)
    return numbers


def grouped(findings: tuple[Finding, ...], numbers: Numbers) -> list[tuple[int, list[Finding]]]:
    """The findings by their number, in order."""
    groups: dict[int, list[Finding]] = {}
    for f in findings:
        groups.setdefault(numbers[_key(f)], []).append(f)
    return sorted(groups.items())


def sections(review: Review, numbers: Numbers) -> list[tuple[Category, list[tuple[int, list[Finding]]]]]:
    """The findings by category, what hurts most first, and in each by number."""
    groups = grouped(review.findings, numbers)
    by_category = [(c, [g for g in groups if g[1][0].category == c]) for c in _IN_ORDER_OF_HURT]
    return [(category, found) for category, found in by_category if found]


def pieces(review: Review, numbers: Numbers) -> list[Piece]:
    """The note cut at its findings. Where one begins inside another it marks what is left of it; where nothing is
    left, its number stands alone after the longer one."""
    text = review.record.text
    out: list[Piece] = []
    at = 0
    for f in sorted(review.findings, key=lambda f: (f.start, f.end)):
        start = max(at, f.start)
        if start > at:
            out.append(Piece(text[at:start]))
        out.append(Piece(text[start : max(start, f.end)], f.category, numbers[_key(f)]))
        at = max(at, f.end)
    out.append(Piece(text[at:]))
    return out


def _key(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.text.lower()
