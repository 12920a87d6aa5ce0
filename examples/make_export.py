"""Make the example export: some 300 invented records of six teams, before and after a training day.

    python examples/make_export.py examples/export.xlsx

Nobody in it is real. The same seed gives the same file. Words are put together from the sentences in
`export_sentences.py`, as poor, mixed, good and written-to-the-child records, so that a report has something to show.
"""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter
from export_sentences import CLOSURE, CONTACT, OVERSIGHT, PHONE, STRATEGY, VISIT

SEED = 2023
TEAMS = {  # how each team wrote before and after: weights of poor, mixed, good, to the child
    "MASH": ((6, 3, 1, 0), (4, 4, 2, 1)),
    "Brief Intervention": ((5, 4, 1, 0), (3, 4, 2, 2)),
    "Assessment North": ((4, 4, 2, 0), (2, 4, 3, 2)),
    "Assessment South": ((4, 4, 1, 1), (4, 3, 2, 1)),
    "Social Work With Families": ((1, 3, 3, 3), (1, 2, 3, 5)),
    "Children Looked After": ((1, 3, 4, 2), (0, 2, 4, 5)),
}
STYLES = ("poor", "mixed", "good", "to")
KINDS = {  # kind of record: its sentences and how common it is
    "Contact": (CONTACT, 20),
    "Home visit": (VISIT, 28),
    "Phone call": (PHONE, 18),
    "Management oversight": (OVERSIGHT, 20),
    "Strategy discussion": (STRATEGY, 7),
    "Case closure summary": (CLOSURE, 7),
}
HEADINGS = (
    "Person ID", "Case Note ID", "Contact Date", "Note Type", "Title", "Service Team", "Created By", "Status",
    "Child Name", "Pronouns", "Age", "Case Note Detail",
)  # fmt: skip
CHILDREN = (
    "Maya Amir Ellie Kofi Freya Tomasz Aisha Callum Zuri Dylan Niamh Rafi Poppy Yusuf Grace Jayden Imani Oscar Leila "
    "Finn Precious Harley Sana Luca Bethany Idris Mollie Emeka Summer Reece"
).split()
SHE = frozenset("Maya Ellie Freya Aisha Zuri Niamh Poppy Grace Imani Leila Precious Sana Bethany Mollie Summer".split())
WORKERS = "R. Adeyemi,J. Clarke,P. Doyle,S. Hussain,T. Marsh,L. Okafor,H. Patel,C. Reid,M. Silva,K. Wood".split(",")
ADULTS = "Dawn,Lee,Nadia,Craig,Olu,Sharon,Marek,Tina,Joseph,Carly".split(",")
PERIODS = (date(2025, 2, 3), date(2025, 8, 4))


@dataclass(frozen=True)
class Child:
    """An invented child."""

    number: str
    name: str
    age: int
    adult: str

    @property
    def pronouns(self) -> str:
        return "she/her" if self.name in SHE else "he/him"

    def words(self) -> dict[str, str]:
        """What stands for each slot of a sentence."""
        she = self.name in SHE
        return {
            "child": self.name, "They": "She" if she else "He", "they": "she" if she else "he",
            "them": "her" if she else "him", "their": "her" if she else "his", "Their": "Her" if she else "His",
            "self": "herself" if she else "himself", "age": str(self.age), "adult": self.adult,
        }  # fmt: skip


def make_rows(seed: int = SEED, count: int = 300) -> list[list[object]]:
    """The rows under the headings, in order of date."""
    chance = random.Random(seed)
    children = [
        Child(f"{chance.randint(1, 99999):07d}", n, chance.randint(4, 17), chance.choice(ADULTS)) for n in CHILDREN
    ]
    teams = {c.number: chance.choice(list(TEAMS)) for c in children}
    earlier: dict[str, list[str]] = {}
    rows: list[list[object]] = []
    for number, (day, half) in enumerate(_days(chance, count), 1):
        child = chance.choice(children)
        team = teams[child.number]
        kind = chance.choices(list(KINDS), [k[1] for k in KINDS.values()])[0]
        style = chance.choices(STYLES, TEAMS[team][half])[0]
        text = _note(chance, child, kind, style, day)
        if kind == "Management oversight" and style in ("poor", "mixed") and chance.random() < 0.5:
            text = _with_copied_history(text, earlier.get(child.number, []))
        earlier.setdefault(child.number, []).append(text)
        rows.append([
            child.number, f"CN{400000 + number * 7}", day, kind, f"{kind} - {child.name}", team, chance.choice(WORKERS),
            "Complete", child.name, child.pronouns, child.age, _as_exported(chance, text),
        ])  # fmt: skip
    return rows + _odd_rows(rows)


def _days(chance: random.Random, count: int) -> list[tuple[date, int]]:
    days = [(PERIODS[half] + timedelta(days=chance.randint(0, 25)), half) for half in (0, 1) for _ in range(count // 2)]
    return sorted(days)


def _note(chance: random.Random, child: Child, kind: str, style: str, day: date) -> str:
    sections = KINDS[kind][0]
    parts = []
    for heading, by_style, (least, most) in sections:
        pool = by_style.get(style) or ()
        chosen = chance.sample(pool, min(len(pool), chance.randint(least, most)))
        if not chosen:
            continue
        if style == "poor" and parts and chance.random() < 0.3 and heading:
            continue  # a box left empty
        body = " ".join(chosen)
        label = "" if style == "to" or not heading else f"{heading}\n"
        parts.append(label + body)
    past, longpast, recent = (f"{(day - timedelta(days=ago)):%d/%m/%Y}" for ago in (200, 700, 60))
    slots = {
        **child.words(),
        "when": f"{day.day} {day:%B}",
        "soon": f"{(day + timedelta(days=7)):%d/%m/%Y}",
        "worker": chance.choice(WORKERS).split(". ")[1],
        "past": past,
        "longpast": longpast,
        "recent": recent,
    }
    return "\n\n".join(parts).format(**slots)


def _with_copied_history(text: str, earlier: list[str]) -> str:
    if not earlier:
        return text
    words = earlier[-1].replace("\n", " ").split()
    return text + "\n\nHistory\n" + " ".join(words[: min(len(words), 90)])


def _as_exported(chance: random.Random, text: str) -> str:
    """Some systems give rich text as HTML, some with Excel's own line breaks."""
    way = chance.random()
    if way < 0.25:
        return "".join(f"<p>{p.replace('&', '&amp;').replace(chr(10), '<br>')}</p>" for p in text.split("\n\n"))
    return text.replace("\n", "_x000D_\n") if way < 0.35 else text


def _odd_rows(rows: list[list[object]]) -> list[list[object]]:
    """What every export has: a group note on three children's files, and rows with nothing in them."""
    group = [list(rows[n]) for n in (40, 41, 42)]
    for row in group:
        row[3], row[11] = "Group session", (
            "Group session at the youth centre. Seven young people came. We cooked together and "
            "talked about what makes "
            "a good friend. Everybody took home what they had cooked."
        )  # fmt: skip
    empty = [list(rows[n]) for n in (60, 61)]
    empty[0][11], empty[1][11] = "", "<p>&nbsp;</p>"
    return group + empty


def write(path: Path) -> None:
    """Write the export as the reporting warehouse would: a title and a run date first."""
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"created": date(2025, 9, 1), "title": "Case notes (example, invented)"})
    sheet = book.add_worksheet("Case notes")
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write(0, 0, "CN07 Case notes by service team (example: nobody in it is real)")
    sheet.write(1, 0, "Run date: 01/09/2025 07:00")
    sheet.write_row(3, 0, HEADINGS)
    for at, row in enumerate(make_rows(), 4):
        for column, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(at, column, value, day)
            elif isinstance(value, str):
                sheet.write_string(at, column, value)
            else:
                sheet.write(at, column, value)
    sheet.set_column(0, 10, 16)
    sheet.set_column(11, 11, 80)
    book.close()


if __name__ == "__main__":
    write(Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).with_name("export.xlsx")))
