from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecheck.errors import RecordError
from notecheck.records import record_from_fields
from notecheck.values import Child, Record


def test_json_lines_give_every_field_of_a_record(read, data) -> None:
    records, messages = read(data / "notes.jsonl")
    assert not messages
    assert records == [
        Record(
            "a-1",
            "Maya showed me her bike.",
            Child("Maya", "she", 9),
            "Priya Shah",
            "home visit",
            "North",
            "W12",
            "2025-03-03",
            "4411",
            "notes.jsonl, line 1",
        ),
        Record(
            "notes.jsonl:3",
            "Leo was at school.\n\nHe likes maths.",
            Child("Leo", "he", 14.0),
            source="notes.jsonl, line 3",
        ),
        Record(
            "7",
            "Sam slept <3 hours. Mum & Dad were out.",
            Child(None, "they", None),
            source="notes.jsonl, line 4",
        ),
    ]


def test_json_list_gives_the_same_records_as_lines(read, here, data) -> None:
    lines = [json.loads(line) for line in (data / "notes.jsonl").read_text().splitlines() if line]
    (here / "notes.json").write_text(json.dumps(lines, indent=2))
    records, messages = read("notes.json")
    assert not messages
    assert [r.id for r in records] == ["a-1", "notes.json:2", "7"]
    assert [r.text for r in records] == [r.text for r in read(data / "notes.jsonl")[0]]


def test_json_object_is_one_record(read, here) -> None:
    (here / "note.json").write_text('{\n "text": "one"\n}')
    assert read("note.json") == ([Record("note.json", "one", source="note.json")], [])


def test_json_lines_of_joined_files_keep_every_record(read, here) -> None:
    (here / "notes.ndjson").write_bytes(b'\xef\xbb\xbf{"text": "one"}\r\n\xef\xbb\xbf{"text": "two"}')
    assert [r.id for r in read("notes.ndjson")[0]] == ["notes.ndjson:1", "notes.ndjson:2"]


def test_json_lines_cannot_smuggle_half_characters(read, here) -> None:
    (here / "notes.jsonl").write_text('{"text": "a \\ud83d b \\ud83d\\ude00", "child_name": "M\\udc00\\n\\u0000ya"}')
    (record,), _ = read("notes.jsonl")
    assert record.text == "a \ufffd b 😀"
    assert record.child.name == "M\ufffd ya"


@pytest.mark.parametrize(
    ("written", "pronouns"),
    [
        ("she", "she"),
        ("She/Her", "she"),
        (" HE / him", "he"),
        ("they/them/theirs", "they"),
        ("her", "she"),
        ("theirs", "they"),
        ("", None),
        (" ", None),
        (None, None),
    ],
)
def test_pronouns_are_read_as_people_write_them(written, pronouns) -> None:
    record = record_from_fields({"text": "x", "child_pronouns": written}, id_if_none="1", source="here")
    assert record.child.pronouns == pronouns


@pytest.mark.parametrize(
    ("written", "age"), [(9, 9), (9.5, 9.5), ("9", 9), (" 9.5 ", 9.5), (0, 0), (26, 26), ("", None), (None, None)]
)
def test_age_is_read_as_a_number_or_as_written(written, age) -> None:
    assert record_from_fields({"text": "x", "child_age": written}, id_if_none="1", source="here").child.age == age


FIELDS = "id text child_name child_pronouns child_age author record_type team worker date child_id".split()
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda v: st.lists(v) | st.dictionaries(st.text(), v),
    max_leaves=4,
)


@given(st.dictionaries(st.sampled_from(FIELDS), VALUES))
def test_any_fields_give_a_whole_record_or_one_sentence(fields) -> None:
    try:
        record = record_from_fields(fields, id_if_none="one", source="here")
    except RecordError as error:
        assert str(error).startswith("here: ")
        assert str(error).endswith(".")
    else:
        assert record.id
        assert record.text.strip()
        assert record.child.pronouns in (None, "she", "he", "they")
        assert record.child.age is None or 0 <= record.child.age <= 26
        assert all(v is None or isinstance(v, str) for v in (record.author, record.team, record.worker, record.date))
