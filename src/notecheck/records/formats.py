"""Which reader reads which ending, and what to say of endings that none reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import BinaryIO

from notecheck.errors import RecordError
from notecheck.records.json_lines import read_json, read_json_lines
from notecheck.records.piped import read_piped
from notecheck.records.text import read_text
from notecheck.records.web_page import read_html
from notecheck.records.word import read_word
from notecheck.values import Record

Reader = Callable[[BinaryIO, str], Iterator[Record | RecordError]]
"""Takes an open file and its name; gives records and, for parts that cannot be read, errors; raises for the whole."""

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".txt": read_text,
        ".text": read_text,
        ".md": read_text,
        ".docx": read_word,
        ".html": read_html,
        ".htm": read_html,
        ".jsonl": read_json_lines,
        ".ndjson": read_json_lines,
        ".json": read_json,
    }
)

_OLD_WORD = "this is an old kind of Word file; open it in Word and save it as a Word document (.docx)"
_SAVE_AGAIN = "save it as a Word document (.docx) or as plain text (.txt)"
_TABLE = "this is a table, and tables are read by `notecheck audit`"

# Endings of files that may well be notes: these are spoken of in a folder too, where others are passed over.
UNREADABLE_NOTES: Mapping[str, str] = MappingProxyType(
    {
        ".doc": _OLD_WORD,
        ".dot": _OLD_WORD,
        ".docm": "this Word file holds macros; open it in Word and save it as a Word document (.docx)",
        ".pdf": f"PDF files cannot be read; {_SAVE_AGAIN}",
        ".rtf": f"rich text (RTF) files cannot be read; {_SAVE_AGAIN}",
        ".odt": f"OpenDocument files cannot be read; {_SAVE_AGAIN}",
        ".pages": f"Pages files cannot be read; {_SAVE_AGAIN}",
        ".msg": f"e-mail files cannot be read; {_SAVE_AGAIN}",
        ".eml": f"e-mail files cannot be read; {_SAVE_AGAIN}",
        ".csv": _TABLE,
        ".xlsx": _TABLE,
        ".parquet": _TABLE,
        ".xls": "this is an old kind of Excel file; save it as .xlsx and give it to `notecheck audit`",
    }
)


def reader_for(ending: str, where: str) -> Reader:
    """The reader for a file's ending; a file without one is read as standard input is.

    Args:
        ending: with its full stop, in lower case; empty for none.
        where: the file's name, for the message.

    Raises:
        RecordError: no reader reads this ending.
    """
    if not ending:
        return read_piped
    if ending in READERS:
        return READERS[ending]
    raise RecordError(where, UNREADABLE_NOTES.get(ending) or f'files ending in "{ending}" are not read; {_SAVE_AGAIN}')
