"""Lines of plain text, built up piece by piece as a browser would set them.

Follows the rules for `innerText` in the HTML standard (https://html.spec.whatwg.org/#the-innertext-idl-attribute), with
two differences: list items get their bullet, and empty lines never pile up.
"""

from __future__ import annotations

import re

_SPACES = re.compile(r"[ \t\n]+")
_MANY_LINES = re.compile(r"\n{3,}")


class Layout:
    """Collects words and breaks. A break is only written once words follow it."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._line_feeds = 0  # at the end of what is written
        self._owed = 0  # line feeds that a block has asked for
        self._space = False  # whether a space is owed before the next word
        self._bullet = False
        self._tab = False
        self._row_begun = False

    def write(self, text: str, keep_lines: bool) -> None:
        """Add words; outside `keep_lines`, runs of spaces and line breaks count as one space."""
        if keep_lines:
            if text:
                self._break()
                self._put(text)
            return
        words = _SPACES.sub(" ", text)
        body = words.strip(" ")
        if not body:
            self._space = self._space or bool(words)
            return
        spaced = self._space or words[0] == " "
        at_start = self._break()
        self._put(f" {body}" if spaced and not at_start else body)
        self._space = words[-1] == " "

    def line_break(self) -> None:
        """A `<br>`: one line feed, except before the first words of an item or a cell."""
        if self._bullet or self._tab:
            return
        self._break()
        if self._pieces:
            self._put("\n")

    def block(self, line_feeds: int) -> None:
        """The edge of a block: at least this many line feeds before the next words."""
        self._owed = max(self._owed, line_feeds)
        self._space = False

    def bullet(self) -> None:
        """The next words begin a list item."""
        self._bullet = True

    def row(self) -> None:
        """A row of a table begins."""
        self._row_begun = self._tab = False

    def cell(self) -> None:
        """A cell begins; a tab parts it from the one before it."""
        self._tab = self._row_begun
        self._owed = 0 if self._tab else self._owed
        self._space = False

    def end_of(self, name: str) -> None:
        """A list item or a row ends: what it had not yet written falls away."""
        if name == "li":
            self._bullet = False
        else:
            self._tab = self._row_begun = False

    def text(self) -> str:
        """Everything so far, without blank lines in a row or at the ends."""
        lines = "".join(self._pieces).split("\n")
        text = "\n".join(line.rstrip(" \t") if line.strip(" \t\xa0") else "" for line in lines)
        return _MANY_LINES.sub("\n\n", text).strip(" \t\n")

    def _break(self) -> bool:
        """Write the breaks that are owed; whether the next words stand at the start of a line or cell."""
        if self._tab:
            self._put("\t")
        elif self._owed > self._line_feeds and self._pieces:
            self._put("\n" * (self._owed - self._line_feeds))
        at_start = self._tab or self._line_feeds > 0 or not self._pieces
        if self._bullet:
            self._put("- ")
        self._owed, self._tab, self._bullet = 0, False, False
        self._row_begun = True
        return at_start

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        tail = len(text) - len(text.rstrip("\n"))
        self._line_feeds = self._line_feeds + tail if tail == len(text) else tail
        self._space = False
