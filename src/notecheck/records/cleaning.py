"""Plain text as the rest of the program expects it.

Offsets count from the text that leaves here, so everything that changes its length happens once, in this room.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

_CRLF = re.compile(r"\r\n?")
# Excel writes a carriage return inside a cell as _x000D_, usually with the line feed still after it.
_EXCEL_BREAK = re.compile(r"_x000d_\n?|_x000a_", re.IGNORECASE)
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def _replacements() -> Mapping[int, str]:
    """What stands for each odd character: always one character, so that offsets hold."""
    table = dict.fromkeys((*range(0x20), 0x7F), " ")
    for kept in "\t\n":
        del table[ord(kept)]
    # Windows-1252 that was read as Latin-1 leaves its quotation marks and dashes here.
    for code in range(0x80, 0xA0):
        table[code] = bytes([code]).decode("cp1252", "replace")
    table |= dict.fromkeys((0x0B, 0x0C, 0x2028, 0x2029), "\n")
    table |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
    return MappingProxyType(table)


_REPLACEMENTS = _replacements()


def clean_text(text: str) -> str:
    """Text with one kind of line break and nothing that cannot be shown.

    CRLF, CR, Excel's `_x000D_`, form feeds, vertical tabs and Unicode's line separators become a line feed; control
    characters, NUL among them, a space; stray Windows-1252 codes the character that was meant; lone surrogates U+FFFD.
    Non-breaking spaces, tabs, blank lines and the spaces at either end stay.
    """
    if "\r" in text:
        text = _CRLF.sub("\n", text)
    if "_x" in text or "_X" in text:
        text = _EXCEL_BREAK.sub("\n", text)
    return text.translate(_REPLACEMENTS) if _ODD.search(text) else text


def one_line(text: str) -> str:
    """A short value, such as a name or an id, on one line and without spaces at its ends."""
    return " ".join(clean_text(text).split())
