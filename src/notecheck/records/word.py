"""Word files (`.docx`): what stands on the page, in the order of the page.

Kept: paragraphs, tables, headings, lists (as "- "), content controls that were filled in, text boxes (after the
paragraph that holds them), insertions not yet accepted. Left out: headers and footers, footnotes, comments, pictures,
hidden text, tracked deletions.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from typing import Any, BinaryIO

from notecheck.errors import RecordError
from notecheck.records.cleaning import clean_text
from notecheck.records.encodings import read_all
from notecheck.records.text import record_of_text
from notecheck.records.word_layout import document_lines, list_styles
from notecheck.values import Record

_MOST_FILE = 100_000_000  # bytes; photographs make big files out of short notes
_MOST_UNPACKED = 400_000_000  # bytes, all parts together
_MOST_XML = 30_000_000  # bytes unpacked, any one part that holds text; about two million words
_MOST_PARTS = 5_000

_OLE = b"\xd0\xcf\x11\xe0"
_DAMAGED = "this Word file is damaged; open it in Word and save it again"
_WITH_PASSWORD = "this Word file is protected with a password; open it in Word and save a copy without one"
_OLD_WORD = "this is an old kind of Word file; open it in Word and save it as a Word document (.docx)"


def read_word(stream: BinaryIO, name: str) -> Iterator[Record]:
    """The document as one record. Nothing that it links to is fetched.

    Raises:
        RecordError: it is empty, damaged, of another kind, protected with a password, has no text or unpacks beyond
            what any note needs.
    """
    data = read_all(stream, name, _MOST_FILE)
    _refuse_other_kinds(data, name)
    _refuse_bombs(data, name)
    text = None
    # A damaged file can fail anywhere in three libraries; the reader is told the one thing that they can act on.
    with contextlib.suppress(Exception):
        text = _text(data)
    if text is None:
        raise RecordError(name, _DAMAGED)
    yield record_of_text(text, name)


def _text(data: bytes) -> str:
    import docx

    document: Any = docx.Document(io.BytesIO(data))
    return clean_text("\n".join(document_lines(document.element.body, list_styles(document.styles.element)))).strip(
        "\n"
    )


def _refuse_other_kinds(data: bytes, name: str) -> None:
    if data.startswith(_OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise RecordError(name, _WITH_PASSWORD if locked else _OLD_WORD)
    if not data.startswith(b"PK"):
        raise RecordError(name, "this is not a Word document, whatever its ending says; save it in Word as .docx")


def _refuse_bombs(data: bytes, name: str) -> None:
    """Sizes as the file declares them: unpacking stops there, so a lie only makes the file damaged."""
    import zipfile

    parts = None
    with contextlib.suppress(Exception), zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = package.infolist()
    if parts is None:
        raise RecordError(name, _DAMAGED)
    largest_xml = max((p.file_size for p in parts if p.filename.lower().endswith((".xml", ".rels"))), default=0)
    if len(parts) > _MOST_PARTS or largest_xml > _MOST_XML or sum(p.file_size for p in parts) > _MOST_UNPACKED:
        raise RecordError(name, "this Word file unpacks to far more than a case note holds, so it was left unread")
    if any(p.flag_bits & 1 for p in parts):
        raise RecordError(name, _WITH_PASSWORD)
