"""What a user reads when something cannot be read: each sentence, word for word."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

CANARY = "Zebedee-canary"  # stands for the words of a note: no message may hold it
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
TABLE = "this is a table, and tables are read by `notecheck audit`."
SAVE = "save it as a Word document (.docx) or as plain text (.txt)."
SAVE_NOTE = "save the note as a Word document (.docx) or as plain text (.txt)."
OLD_WORD = "this is an old kind of Word file; open it in Word and save it as a Word document (.docx)."
DAMAGED = "this Word file is damaged; open it in Word and save it again."
LOCKED = "this Word file is protected with a password; open it in Word and save a copy without one."
NOT_RECORD = 'this is not a record, such as {"id": "1", "text": "…"}.'


def zipped(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/") + ".xml", content)
    return stream.getvalue()


def word(*paragraphs: str) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def encrypted_zip() -> bytes:
    data = bytearray(zipped(word__document=b"x"))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


WHOLE_FILES = {
    # nothing in it
    "empty.txt": (b"", "it is empty."),
    "empty.docx": (b"", "it is empty."),
    "empty.jsonl": (b"", "it is empty."),
    "mark.txt": (b"\xef\xbb\xbf", "there is no text in it."),
    "spaces.txt": (b" \r\n\t \xc2\xa0\n", "there is no text in it."),
    "spaces.md": (b"\n\n", "there is no text in it."),
    "spaces.html": (b"  \n", "there is no text in it."),
    "spaces.jsonl": (b"\n \n", "there is no text in it."),
    "spaces.json": (b"\n \n", "there is no text in it."),
    "tags.html": (b"<html><head><title>x</title></head><body><p>&nbsp;</p></body>", "there is no text in this page."),
    "comment.html": (b"<!-- only this -->", "there is no text in this page."),
    "none.json": (b"[]", "there are no records in it."),
    "blank.docx": (word("", "  "), "there is no text in it."),
    # no text at all, or something else under another name
    "binary.txt": (bytes(range(256)) * 4, f"this is not text; {SAVE_NOTE}"),
    "binary.jsonl": (bytes(range(256)) * 4, f"this is not text; {SAVE_NOTE}"),
    "picture.html": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(50), f"this is not text; {SAVE_NOTE}"),
    "really-pdf.txt": (b"%PDF-1.7\n" + CANARY.encode(), f"this is really a PDF; {SAVE_NOTE}"),
    "really-rtf.txt": (b"{\\rtf1 " + CANARY.encode(), f"this is really a rich text (RTF) file; {SAVE_NOTE}"),
    "really-word.txt": (
        word(CANARY),
        "this is really a Word, Excel or zip file; give it its own ending back, such as .docx.",
    ),
    "really-old.txt": (
        OLE,
        "this is really an Office file, an old one or one with a password; save it as a new .docx.",
    ),
    "half.txt": (b"\xff\xfea\x00b", "its characters cannot be read; save it again as UTF-8 text."),
    # Word
    "broken.docx": (word(CANARY)[:3000], DAMAGED),
    "cut.docx": (b"PK\x03\x04", DAMAGED),
    "other.docx": (zipped(something=CANARY.encode()), DAMAGED),
    "text.docx": (
        CANARY.encode(),
        "this is not a Word document, whatever its ending says; save it in Word as .docx.",
    ),
    "locked.docx": (OLE + "EncryptedPackage".encode("utf-16-le"), LOCKED),
    "zip-locked.docx": (encrypted_zip(), LOCKED),
    "renamed.docx": (OLE + "WordDocument".encode("utf-16-le"), OLD_WORD),
    "bomb.docx": (
        zipped(word__document=b" " * 31_000_000),
        "this Word file unpacks to far more than a case note holds, so it was left unread.",
    ),
    # endings that no reader reads
    "old.doc": (OLE, OLD_WORD),
    "macro.docm": (b"PK", "this Word file holds macros; open it in Word and save it as a Word document (.docx)."),
    "scan.PDF": (b"%PDF", f"PDF files cannot be read; {SAVE}"),
    "note.rtf": (b"{\\rtf", f"rich text (RTF) files cannot be read; {SAVE}"),
    "note.odt": (b"PK", f"OpenDocument files cannot be read; {SAVE}"),
    "mail.msg": (OLE, f"e-mail files cannot be read; {SAVE}"),
    "export.csv": (b"id,text", TABLE),
    "export.xlsx": (b"PK", TABLE),
    "photo.jpeg": (b"\xff\xd8", f'files ending in ".jpeg" are not read; {SAVE}'),
    "note.zzz": (CANARY.encode(), f'files ending in ".zzz" are not read; {SAVE}'),
    # JSON
    "bad.json": (b'[{"text": "' + CANARY.encode(), "this is not valid JSON."),
    "word.json": (b'"' + CANARY.encode() + b'"', 'this is not a list of records, each with a "text".'),
    "deep.json": (b"[" * 100_000, "this is nested too deeply to be a record."),
}

LINES = [
    (CANARY, "this line is not valid JSON."),
    (f'{{"text": "{CANARY}"', "this line is not valid JSON."),
    (f'{{"text": "{CANARY}", "child_age": NaN}}', "this line is not valid JSON."),
    (f'{{"text": "{CANARY}", "child_age": {"9" * 5000}}}', "this line is not valid JSON."),
    ('{"a":' * 100_000, "this line is nested too deeply to be a record."),
    (f'["{CANARY}"]', NOT_RECORD),
    (f'"{CANARY}"', NOT_RECORD),
    ("null", NOT_RECORD),
    (f'{{"note": "{CANARY}"}}', 'there is no "text" in this record.'),
    ('{"text": null}', 'there is no "text" in this record.'),
    (f'{{"text": ["{CANARY}"]}}', '"text" should be words in quotation marks.'),
    ('{"text": 5}', '"text" should be words in quotation marks.'),
    ('{"text": ""}', 'the "text" of this record is empty.'),
    ('{"text": " \\n\\u00a0"}', 'the "text" of this record is empty.'),
    ('{"text": "<p>&nbsp;</p>"}', 'the "text" of this record is empty.'),
    ('{"text": "x", "id": [1]}', '"id" should be words in quotation marks or a whole number.'),
    ('{"text": "x", "id": true}', '"id" should be words in quotation marks or a whole number.'),
    ('{"text": "x", "worker": 1.5}', '"worker" should be words in quotation marks or a whole number.'),
    ('{"text": "x", "team": {}}', '"team" should be words in quotation marks or a whole number.'),
    ('{"text": "x", "child_id": []}', '"child_id" should be words in quotation marks or a whole number.'),
    ('{"text": "x", "child_name": 4}', '"child_name" should be words in quotation marks.'),
    ('{"text": "x", "author": {}}', '"author" should be words in quotation marks.'),
    ('{"text": "x", "record_type": []}', '"record_type" should be words in quotation marks.'),
    ('{"text": "x", "date": 20250303}', '"date" should be words in quotation marks.'),
    (f'{{"text": "x", "child_pronouns": "{CANARY}"}}', '"child_pronouns" should be she, he or they.'),
    ('{"text": "x", "child_pronouns": 1}', '"child_pronouns" should be she, he or they.'),
    ('{"text": "x", "child_age": "nine"}', '"child_age" should be a number of years from 0 to 26.'),
    ('{"text": "x", "child_age": -1}', '"child_age" should be a number of years from 0 to 26.'),
    ('{"text": "x", "child_age": 1e999}', '"child_age" should be a number of years from 0 to 26.'),
    ('{"text": "x", "child_age": true}', '"child_age" should be a number of years from 0 to 26.'),
]


@pytest.mark.parametrize("name", WHOLE_FILES)
def test_bad_file_gives_one_sentence_and_the_rest_is_read(read, here, name) -> None:
    content, sentence = WHOLE_FILES[name]
    (here / name).write_bytes(content)
    (here / "good.txt").write_text("Maya likes maths.")
    records, messages = read(name, "good.txt")
    assert [r.id for r in records] == ["good.txt"]
    assert messages == [f"{name}: {sentence}"]
    assert CANARY not in messages[0]


@pytest.mark.parametrize(("line", "sentence"), LINES)
def test_bad_line_gives_one_sentence_and_the_rest_is_read(read, here, line, sentence) -> None:
    (here / "notes.jsonl").write_text(f'{{"id": "a", "text": "one"}}\n\n{line}\n{{"id": "b", "text": "two"}}\n')
    records, messages = read("notes.jsonl")
    assert [r.id for r in records] == ["a", "b"]
    assert messages == [f"notes.jsonl, line 3: {sentence}"]
    assert CANARY not in messages[0]


def test_bad_item_of_a_json_list_is_named_by_its_place(read, here) -> None:
    (here / "notes.json").write_text('[{"text": "one"}, {"text": 2}, 3, {"text": "four"}]')
    records, messages = read("notes.json")
    assert [r.id for r in records] == ["notes.json:1", "notes.json:4"]
    assert messages == [
        'notes.json, record 2: "text" should be words in quotation marks.',
        f"notes.json, record 3: {NOT_RECORD}",
    ]


@pytest.mark.parametrize("typed", ["", "missing.txt", "no such folder/", "*.docx", "nul\x00l.txt", "x" * 5000])
def test_missing_path_is_said(read, here, typed) -> None:
    records, messages = read(typed)
    assert not records
    assert len(messages) == 1
    assert messages[0].endswith(": there is no such file or folder.")


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (PermissionError, "it cannot be opened; you may not have permission, or another program may be using it."),
        (OSError, "it cannot be read; the disk or the network may have failed."),
    ],
)
def test_file_that_cannot_be_opened_is_said(read, here, monkeypatch, fault, sentence) -> None:
    (here / "a.txt").write_text("one")
    (here / "b.txt").write_text("two")
    original = Path.open

    def refuse(path: Path, *args: object) -> object:
        if path.name == "a.txt":
            raise fault
        return original(path, *args)

    monkeypatch.setattr(Path, "open", refuse)
    records, messages = read("a.txt", "b.txt")
    assert [r.id for r in records] == ["b.txt"]
    assert messages == [f"a.txt: {sentence}"]


@pytest.mark.parametrize(
    ("piped", "sentence"),
    [
        (b"", "it is empty."),
        (b" \n", "there is no text in it."),
        (bytes(100), f"this is not text; {SAVE_NOTE}"),
        (b"%PDF-1.4", f"this is really a PDF; {SAVE_NOTE}"),
    ],
)
def test_bad_standard_input_is_said(read, piped, sentence) -> None:
    assert read("-", stdin=piped) == ([], [f"standard input: {sentence}"])


def test_file_beyond_any_note_is_left_unread(read, here) -> None:
    (here / "long.txt").write_bytes(b"word " * 2_100_000)
    (here / "long.jsonl").write_bytes(
        b'{"id": "a", "text": "one"}\n' + b"x" * 10_000_001 + b'\n{"id": "b", "text": "two"}'
    )
    records, messages = read("long.txt", "long.jsonl")
    assert [r.id for r in records] == ["a", "b"]
    assert messages == [
        "long.txt: this is larger than 10 MB, too large to be a case note.",
        "long.jsonl, line 2: this line is too long to be a case note.",
    ]


def test_no_error_carries_the_note_behind_it(here) -> None:
    from notecheck.records import read_paths

    (here / "notes.jsonl").write_text(f'{{"text": "{CANARY}"\n{{"text": "{CANARY}", "child_age": "{CANARY}"}}\n')
    (here / "broken.docx").write_bytes(word(CANARY)[:3000])
    errors: list[BaseException] = []
    assert not list(read_paths(["notes.jsonl", "broken.docx"], on_error=errors.append))
    assert len(errors) == 3
    assert all(error.__cause__ is None and error.__context__ is None for error in errors)
