from __future__ import annotations

import io
from pathlib import Path

import pytest

from notecheck.records import read_paths
from notecheck.values import Child, Record


def notes(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Note {name}")


def ids(reading: tuple[list[Record], list[str]]) -> list[str]:
    return [r.id for r in reading[0]]


def test_text_and_markdown_are_kept_as_they_are(read, here) -> None:
    text = "  # Visit\n\n* Maya &amp; <b>Mum</b>\n\n\n| a | b |  \n"
    for name in ("a.md", "a.txt", "a.text", "a.TXT"):
        (here / name).write_text(text)
        assert [r.text for r in read(name)[0]] == [text]


def test_folder_is_read_in_order_of_name_with_the_folders_in_it(read, here) -> None:
    notes(here, "f/b.txt", "f/A.md", "f/c/2.txt", "f/c/10.txt", "f/d.html", "f/c.jsonx")
    notes(here, "f/.hidden.txt", "f/.git/x.txt", "f/~$b.docx", "f/photo.png", "f/Thumbs.db", "f/LICENSE")
    records, messages = read("f")
    assert [r.id for r in records] == ["f/A.md", "f/b.txt", "f/c/10.txt", "f/c/2.txt", "f/d.html"]
    assert not messages


def test_folder_names_files_that_may_be_notes_but_cannot_be_read(read, here) -> None:
    notes(here, "f/a.txt", "f/b.pdf", "f/c.csv")
    records, messages = read("f")
    assert [r.id for r in records] == ["f/a.txt"]
    assert [m.split(":")[0] for m in messages] == ["f/b.pdf", "f/c.csv"]


def test_folder_without_notes_is_said(read, here) -> None:
    notes(here, "f/photo.png", "f/sub/.x.txt")
    assert read("f") == (
        [],
        [
            "f: there are no notes in this folder; "
            "notes end in .docx, .htm, .html, .json, .jsonl, .md, .ndjson, .text, .txt."
        ],
    )


def test_linked_folder_that_leads_back_is_not_followed(read, here) -> None:
    notes(here, "f/a.txt")
    (here / "f" / "loop").symlink_to(here / "f", target_is_directory=True)
    assert ids(read("f")) == ["f/a.txt"]


def test_ids_are_the_paths_as_typed_without_what_lies_above(read, here) -> None:
    notes(here, "f/a.txt", "g/b.txt")
    assert ids(read("f/a.txt")) == ["f/a.txt"]
    assert ids(read("./f/")) == ["f/a.txt"]
    assert ids(read(".")) == ["f/a.txt", "g/b.txt"]
    assert ids(read(here / "f")) == ["f/a.txt"]
    assert ids(read(here / "f" / "a.txt")) == ["a.txt"]
    assert ids(read("f/../g")) == ["g/b.txt"]


def test_ids_differ_where_names_are_the_same(read, here) -> None:
    notes(here, "f/a.txt", "g/a.txt")
    assert ids(read(here / "f/a.txt", here / "g/a.txt")) == ["a.txt", (here / "g/a.txt").as_posix()]


def test_file_named_twice_is_read_once(read, here) -> None:
    notes(here, "a.txt", "b.txt")
    assert ids(read("b.txt", ".", "./a.txt", here / "b.txt")) == ["b.txt", "a.txt"]


def test_pattern_that_the_shell_left_alone_is_followed(read, here) -> None:
    notes(here, "f/b.txt", "f/a.txt", "f/c.md")
    assert ids(read("f/*.txt")) == ["f/a.txt", "f/b.txt"]


def test_file_that_looks_like_a_pattern_is_read(read, here) -> None:
    notes(here, "what?.txt")
    assert ids(read("what?.txt")) == ["what?.txt"]


@pytest.mark.parametrize("name", ["-", "note"])
@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Maya likes maths.\n", [("{}", "Maya likes maths.\n")]),
        ('{"id": 1, "text": "one"}\n{"text": "two"}\n', [("1", "one"), ("{}:2", "two")]),
        ('\n\ufeff{"text": "one"}\n{"text": "two"}\n', [("{}:2", "one"), ("{}:3", "two")]),
        ('{\n "text": "one"\n}', [("{}", "one")]),
        ('[\n{"text": "one"}, {"text": "two"}]', [("{}:1", "one"), ("{}:2", "two")]),
        ('{"text": "one"\n{"text": "two"}\n', [("{}:2", "two")]),
        ("{s47} agreed", [("{}", "{s47} agreed")]),
        ('["No" said Maya]', [("{}", '["No" said Maya]')]),
        ("<p>left alone</p>", [("{}", "<p>left alone</p>")]),
    ],
)
def test_standard_input_and_files_without_ending_are_text_or_json(read, here, name, content, expected) -> None:
    (here / "note").write_text(content, encoding="utf-8")
    label = "standard input" if name == "-" else name
    records, _ = read(name, stdin=content.encode())
    assert [(r.id, r.text) for r in records] == [(i.format(label), t) for i, t in expected]


def test_standard_input_takes_its_place_among_files_and_is_read_once(read, here) -> None:
    notes(here, "a.txt", "b.txt")
    assert ids(read("a.txt", "-", "b.txt", "-", stdin=b"hello")) == ["a.txt", "standard input", "b.txt"]


def test_standard_input_of_the_process_is_the_default(here, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("café".encode("cp1252"))))
    assert [r.text for r in read_paths(["-"], on_error=pytest.fail)] == ["café"]


def test_lines_come_one_at_a_time(here) -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:
            line = b'{"text": "one"}\n'
            buffer[: len(line)] = line
            return len(line)

    records = read_paths(["-"], stdin=io.BufferedReader(Endless()), on_error=pytest.fail)
    assert [next(records).id for _ in range(3)] == ["standard input:1", "standard input:2", "standard input:3"]


def test_defaults_fill_what_a_text_lacks(read, here) -> None:
    notes(here, "a.txt")
    defaults = Record("", "", Child("Maya", "she", 9), author="Priya", record_type="home visit")
    (record,), _ = read("a.txt", defaults=defaults)
    assert (record.child, record.author, record.record_type) == (Child("Maya", "she", 9), "Priya", "home visit")
    assert (record.id, record.text) == ("a.txt", "Note a.txt")


@pytest.mark.parametrize(
    ("known", "child"),
    [
        ('"child_age": 0', Child("Maya", "she", 0)),
        ('"child_pronouns": "they"', Child("Maya", "they", 9)),
        ('"child_name": "MAYA"', Child("MAYA", "she", 9)),
        ('"child_name": "Leo"', Child("Leo", None, None)),
        ('"child_name": "Leo", "child_age": 4', Child("Leo", None, 4)),
    ],
)
def test_what_the_record_says_goes_before_defaults(read, here, known, child) -> None:
    (here / "a.jsonl").write_text(f'{{"text": "x", "author": "Jo", {known}}}')
    (record,), _ = read("a.jsonl", defaults=Record("", "", Child("Maya", "she", 9), author="Priya"))
    assert record.child == child
    assert record.author == "Jo"
