"""Dates as exports write them, and dates inside a note."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"), 1
    )
    for name in names.split()
}  # fmt: skip
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?=\D|\Z)")
_NUMBERS = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})(?=\D|\Z)")
_WORDS = re.compile(
    r"(?:\w{3,9},? )?(\d{1,2})(?:st|nd|rd|th)?[ \-/](?:of )?([A-Za-z]{3,9})\.?,?[ \-/](\d{4}|\d{2})(?=\D|\Z)"
)
_EXCEL_DAY = re.compile(r"[34]\d{4}(?:\.\d+)?\Z")  # a date that lost its format: days since 1899-12-30

_OPENS_LINE = re.compile(
    r"(?:^|(?<=[.;]\s))[ \t]*(?:[-–—•*][ \t]*)?(?:On |In )?"
    r"(?P<date>\d{1,2}[/.\-]\d{1,2}[/.\-](?:\d{4}|\d{2})\b"
    r"|\d{1,2}(?:st|nd|rd|th)?[ \-](?:of )?[A-Z][a-z]{2,8}\.?,?[ \-]\d{2,4}\b"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{4}\b)",
    re.MULTILINE,
)


def parse_date(text: str) -> date | None:
    """A date at the start of the text: ISO, `dd/mm/yyyy`, `d-MMM-yyyy`, `3rd March 2025`, or Excel's day number.

    The day comes before the month, as in Britain. A year of two digits lies in this century up to 2079. None where
    there is no such date.
    """
    text = text.strip()
    if found := _ISO.match(text):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.match(text):
        return _date(_year(found[3]), int(found[2]), int(found[1]))
    if found := _WORDS.match(text):
        return _date(_year(found[3]), _MONTHS.get(found[2].lower(), 0), int(found[1]))
    if _EXCEL_DAY.match(text):
        return date.fromordinal(date(1899, 12, 30).toordinal() + int(float(text)))
    return None


@dataclass(frozen=True, slots=True)
class OutOfOrder:
    """Dates of a history that go neither forwards nor backwards: `later` stands before `earlier`."""

    dates: int  # how many dates the history holds
    later: date
    earlier: date


def out_of_order(text: str) -> OutOfOrder | None:
    """Whether the dates that open lines or sentences of a note jump about.

    A history may run from the first date to the last or from the last to the first; None where it does either, or where
    fewer than three dates open a line or sentence.
    """
    found = [d for m in _OPENS_LINE.finditer(text) if (d := _of_history(m["date"]))]
    steps = list(pairwise(found))
    back = [s for s in steps if s[1] < s[0]]
    forward = [s for s in steps if s[1] > s[0]]
    if len(found) < 3 or not back or not forward:
        return None
    later, earlier = back[0] if len(back) <= len(forward) else (forward[0][1], forward[0][0])
    return OutOfOrder(len(found), max(later, earlier), min(later, earlier))


def _of_history(text: str) -> date | None:
    if text[0].isalpha():  # a month and its year
        name, _, year = text.partition(" ")
        return _date(int(year), _MONTHS.get(name.lower(), 0), 1)
    return parse_date(text)


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits) - (100 if int(digits) >= 80 else 0)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
