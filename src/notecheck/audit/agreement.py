"""The auditors' verdicts, read back from the workbook: agreement rule by rule, and with each other."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from notecheck.audit.answers import Share
from notecheck.audit.intervals import Interval, kappa
from notecheck.audit.tables import Row, open_table
from notecheck.errors import ConfigError, NotecheckError

FINDINGS_SHEET = "Findings"
VERDICTS = ("agree", "disagree", "not relevant")
GRADES = ("Outstanding", "Good", "Requires improvement", "Inadequate")
ENOUGH = 5  # verdicts on a rule before anything is said about turning it down
_RULE = re.compile(r"[a-z0-9-]+(?:/[A-Za-z0-9&-]+)?")
WRONG_FROM = 0.5  # a rule is turned down when this share of its verdicts or more is "disagree"


@dataclass(frozen=True, slots=True)
class RuleAgreement:
    """What was said of one rule. `precision` is agree over agree and disagree; "not relevant" counts for neither."""

    rule: str
    agree: int
    disagree: int
    not_relevant: int

    @property
    def precision(self) -> Share:
        """With Wilson's interval."""
        return Share.of(self.agree, self.agree + self.disagree)

    @property
    def turn_down(self) -> bool:
        """Whether enough was said against it."""
        judged = self.agree + self.disagree
        return judged >= ENOUGH and self.disagree / judged >= WRONG_FROM


@dataclass(frozen=True)
class Agreement:
    """All of it. `between` is Cohen's kappa over the findings that both auditors judged."""

    rules: Sequence[RuleAgreement]
    both: int
    same: int
    between: Interval | None
    odd: int  # cells that hold something else

    @property
    def judged(self) -> int:
        """Verdicts given."""
        return sum(r.agree + r.disagree + r.not_relevant for r in self.rules)


def read_agreement(path: Path) -> Agreement:
    """Read the auditors' columns.

    Raises:
        NotecheckError: it is no workbook of an audit, or nobody has filled anything in.
    """
    table = open_table(path, FINDINGS_SHEET)
    places = {name: i for i, name in enumerate(table.headings)}
    missing = [name for name in ("Rule", "Auditor", "Second auditor") if name not in places]
    if missing:
        raise NotecheckError(
            f"{path.name}: the sheet {FINDINGS_SHEET} has no column “{missing[0]}”; is this a workbook of an audit?"
        )
    said: dict[str, Counter[str]] = {}
    pairs: Counter[tuple[str, str]] = Counter()
    odd = 0
    for rule, verdicts in _verdicts(table.rows(), places):
        given = [v for v in verdicts if v in VERDICTS]
        odd += sum(1 for v in verdicts if v and v not in VERDICTS)
        said.setdefault(rule, Counter()).update(given)
        if len(given) == 2:
            pairs[given[0], given[1]] += 1
    rules = [
        RuleAgreement(rule, n["agree"], n["disagree"], n["not relevant"])
        for rule, n in sorted(said.items())
        if n.total()
    ]
    if not rules:
        raise NotecheckError(
            f"{path.name}: nobody has chosen agree, disagree or not relevant on the sheet {FINDINGS_SHEET} yet."
        )
    rules.sort(key=lambda r: (not r.turn_down, -(r.agree + r.disagree), r.rule))
    return Agreement(rules, pairs.total(), sum(n for (a, b), n in pairs.items() if a == b), kappa(pairs), odd)


def _verdicts(rows: Iterator[Row], places: dict[str, int]) -> Iterator[tuple[str, list[str]]]:
    for row in rows:
        rule = row.cells[places["Rule"]].strip().removeprefix("'")
        verdicts = [" ".join(row.cells[places[c]].lower().split()) for c in ("Auditor", "Second auditor")]
        if _RULE.fullmatch(rule):
            yield rule, verdicts


def write_config(agreement: Agreement, path: Path) -> list[str]:
    """Turn the rules down in a `notecheck.toml`, leaving everything else in it as it is.

    Returns:
        The rules that were turned down; those that the file already speaks of are left alone.

    Raises:
        ConfigError: the file is not valid TOML or cannot be written.
    """
    try:
        before = path.read_text(encoding="utf-8-sig") if path.exists() else ""
        known = tomllib.loads(before)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise ConfigError(f"{path}: this file cannot be read as TOML; put it right first.") from None
    levels = known.get("levels", {})
    rules = [r.rule for r in agreement.rules if r.turn_down and r.rule not in levels]
    if not rules:
        return []
    lines = "".join(
        f'"{rule}" = "note"  # turned down after an audit: most verdicts were “disagree”\n' for rule in rules
    )
    after = _with_levels(before, lines)
    try:
        tomllib.loads(after)
        path.write_text(after, encoding="utf-8")
    except (OSError, tomllib.TOMLDecodeError):
        raise ConfigError(f"{path}: this file cannot be written to; add the rules under [levels] yourself.") from None
    return rules


def _with_levels(before: str, lines: str) -> str:
    rows = before.splitlines(keepends=True)
    for at, row in enumerate(rows):
        if row.split("#")[0].strip() == "[levels]":
            end = row if row.endswith("\n") else row + "\n"
            return "".join(rows[:at]) + end + lines + "".join(rows[at + 1 :])
    gap = "" if not before else "\n" if before.endswith("\n") else "\n\n"
    return f"{before}{gap}[levels]\n{lines}"
