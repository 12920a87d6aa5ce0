"""Whatever the bytes, out come records or sentences: never a crash, never the words of a note in a sentence."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from pathlib import Path

import docx
from hypothesis import given, settings
from hypothesis import strategies as st

from notecheck.errors import RecordError
from notecheck.records import read_paths
from notecheck.values import Record

CANARY = "zebedeecanary"
ENDINGS = [".txt", ".text", ".md", ".html", ".htm", ".docx", ".jsonl", ".ndjson", ".json", ".doc", ".xyz", ""]
STARTS = [
    b"",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xfe\xff",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"%PDF",
    b"{",
    b'{"text": "',
    b"[",
    b"<p>",
    b"<!--",
    b"<",
]
SENTENCE = re.compile(r"^(note\S*|standard input)(, (line|record) \d+)?: \S[^\n]*\.$")

any_bytes = st.builds(
    lambda start, parts: start + b"".join(parts),
    st.sampled_from(STARTS),
    st.lists(
        st.binary(max_size=40)
        | st.text(max_size=20).map(lambda s: s.encode("utf-8"))
        | st.sampled_from([CANARY.encode(), b"\n", b"\r", b"\x00", b'{"text": "', b'"}', b"</p>", b"&lt;", b"_x000D_"]),
        max_size=12,
    ),
)


def outcome(name: str, data: bytes) -> tuple[list[Record], list[RecordError]]:
    errors: list[RecordError] = []
    if not name:
        return list(read_paths(["-"], stdin=io.BytesIO(data), on_error=errors.append)), errors
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return list(read_paths([path], on_error=errors.append)), errors


def check(records: list[Record], errors: list[RecordError]) -> None:
    assert records or errors
    for record in records:
        assert record.id
        assert record.text.strip()
        assert "\r" not in record.text
        assert "\x00" not in record.text
        record.text.encode("utf-8")
    for error in errors:
        assert SENTENCE.match(str(error))
        assert CANARY not in str(error)
        assert error.__cause__ is None
        assert error.__context__ is None


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(ENDINGS), any_bytes)
def test_any_bytes_under_any_ending_give_records_or_sentences(ending, data) -> None:
    check(*outcome(f"note{ending}", data))


@settings(deadline=None)
@given(any_bytes)
def test_any_bytes_from_standard_input_give_records_or_sentences(data) -> None:
    check(*outcome("", data))


@settings(deadline=None)
@given(st.data())
def test_damaged_word_files_give_records_or_sentences(data) -> None:
    document = docx.Document()
    document.add_paragraph(CANARY)
    stream = io.BytesIO()
    document.save(stream)
    damaged = bytearray(stream.getvalue())
    for place, byte in data.draw(
        st.lists(st.tuples(st.integers(0, len(damaged) - 1), st.integers(0, 255)), max_size=30)
    ):
        damaged[place] = byte
    check(*outcome("note.docx", bytes(damaged[: data.draw(st.integers(0, len(damaged)))])))


@settings(max_examples=50, deadline=None)
@given(any_bytes, st.sampled_from(["word/document.xml", "word/styles.xml", "[Content_Types].xml", "_rels/.rels"]))
def test_word_files_with_any_part_replaced_give_records_or_sentences(data, replaced) -> None:
    document = docx.Document()
    document.add_paragraph(CANARY)
    stream, out = io.BytesIO(), io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as source, zipfile.ZipFile(out, "w") as target:
        for part in source.infolist():
            target.writestr(part.filename, data if part.filename == replaced else source.read(part))
    check(*outcome("note.docx", out.getvalue()))


@given(st.text(min_size=1).filter(lambda s: s.strip()))
def test_any_text_comes_back_from_json_lines_without_a_loss(text) -> None:
    import json

    plain = re.sub(r"[<&\r_\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]", "", text)
    records, errors = outcome("note.jsonl", json.dumps({"text": f"a{plain}"}).encode())
    assert not errors
    assert [r.text for r in records] == [f"a{plain}"]
