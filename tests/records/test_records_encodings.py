from __future__ import annotations

import pytest

TEXT = "Maya said “I’m fine” – café\nDad’s at nan’s\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("name", ["note.txt", "note", "note.html", "note.jsonl"])
def test_encodings_and_line_ends_all_read_the_same(read, here, name, encoding, line_end) -> None:
    if name == "note.html":
        source, expected = TEXT.replace("\n", "<br>\n"), TEXT.strip()
    elif name == "note.jsonl":
        source, expected = f'{{"text": "{TEXT}"}}\n'.replace("\n", "\\n", 2), TEXT
    else:
        source, expected = TEXT, TEXT
    (here / name).write_bytes(source.replace("\n", line_end).encode(encoding))
    records, messages = read(name)
    assert not messages
    assert [r.text for r in records] == [expected]


def test_utf16_with_big_endian_mark_is_read(read, here) -> None:
    (here / "note.txt").write_bytes(b"\xfe\xff" + TEXT.encode("utf-16-be"))
    assert read("note.txt")[0][0].text == TEXT


def test_one_bad_byte_leaves_the_other_quotation_marks_alone(read, here) -> None:
    (here / "note.txt").write_bytes("Maya said “yes” and Dad".encode() + b"\x92s friend")
    assert read("note.txt")[0][0].text == "Maya said “yes” and Dad’s friend"


def test_windows_text_that_was_stored_as_latin_1_gets_its_quotation_marks_back(read, here) -> None:
    (here / "note.txt").write_bytes("Dad\x92s \x93friend\x94".encode())
    assert read("note.txt")[0][0].text == "Dad’s “friend”"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("one_x000D_\ntwo", "one\ntwo"),
        ("one_x000D_\r\ntwo", "one\ntwo"),
        ("one_x000d_two", "one\ntwo"),
        ("one\n\n\ntwo  ", "one\n\n\ntwo  "),
        ("page\x0cline\x0bseparator\u2028paragraph\u2029end", "page\nline\nseparator\nparagraph\nend"),
        ("non\xa0breaking and\ttab", "non\xa0breaking and\ttab"),
    ],
)
def test_line_breaks_become_line_feeds_and_spaces_stay(read, here, source, text) -> None:
    (here / "note.txt").write_bytes(source.encode())
    assert read("note.txt")[0][0].text == text


def test_stray_control_characters_become_spaces_so_that_offsets_hold(read, here) -> None:
    long = "Maya went to school today and told her teacher. " * 20
    (here / "note.txt").write_bytes((long + "one\x00two\x1b[31mthree").encode())
    assert read("note.txt")[0][0].text == long + "one two [31mthree"
