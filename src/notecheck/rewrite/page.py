"""What every pass needs to know of a note, worked out once: its words, whom they mean, what must not be touched."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token

from notecheck.checks.base import acronyms_of
from notecheck.language.components import layout_of, speech_of
from notecheck.language.layout import Line
from notecheck.rewrite.names import Names
from notecheck.values import Record

# A question that an earlier draft put to the writer, or anything else that somebody set in square brackets.
ASKED = re.compile(r"\[[^\[\]\n]+\s[^\[\]\n]{8,}\]")
# The time or date that begins a line of a log: "22:15", "1410 –", "3/3, 10.20:".
_STAMP = re.compile(
    r"^\s*(?:\d{1,2}(?:\.\d{1,2}){2}\d{0,2}|\d{1,2}[:.]?\d{2}|\d{1,2}/\d{1,2}(?:/\d{2,4})?)(?:hrs|h|am|pm)?\s*[-–:,]?\s*(?=[^\d\s]|$)",
    re.I,
)
# The number that begins an entry: "1 ", "2.4 ", "3) ".
_NUMBERED = re.compile(r"^\s*\d{1,2}(?:\.\d{1,2})?[.)]?\s+(?=\D|$)")
_MARKS = " \t\"“”‘'([*_-–—•·"


_WIDEST_WINDOW = 100  # characters


@dataclass(frozen=True)
class Page:
    """A note on its way to a draft. `who` gives, by token index, whom a word means: "child", "group", "writer",
    "other" or "unclear"; words that mean nobody are absent."""

    doc: Doc
    record: Record
    names: Names
    who: Mapping[int, str]
    parsed: bool

    @cached_property
    def text(self) -> str:
        """The note, put together once: spaCy joins its tokens at every asking."""
        return str(self.doc.text)

    @cached_property
    def closed(self) -> list[tuple[int, int]]:
        """Offsets that are never changed: quotations, and questions that stand in square brackets."""
        quoted = [(s.start, s.end) for s in speech_of(self.doc) if s.kind == "quoted"]
        asked = [m.span() for m in ASKED.finditer(self.text)]
        return sorted(quoted + asked)

    def is_closed(self, start: int, end: int) -> bool:
        """Whether any of characters `start` to `end` must stay as they are."""
        at = bisect_right(self.closed, (end, -1))
        return any(a < end and start < b for a, b in self.closed[max(0, at - 2) : at + 1])

    def explains_letters(self, start: int, end: int) -> bool:
        """Whether any of characters `start` to `end` write out letters beside them, which would stand unexplained if
        they were said otherwise: "DNA (did not attend)"."""
        return any(a < end and start < b for a, b in self._long_forms)

    @cached_property
    def _long_forms(self) -> list[tuple[int, int]]:
        return [
            (a.long_start, a.long_end)
            for a in acronyms_of(self.doc)
            if a.explained and a.long_start is not None and a.long_end is not None
        ]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        return layout_of(self.doc)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def line_at(self, offset: int) -> Line:
        """The line that holds the character at `offset`."""
        return self.lines[max(0, bisect_right(self._line_starts, offset) - 1)]

    def in_label(self, offset: int) -> bool:
        """Whether `offset` is in a heading, or in the label of a form ("Child's views: …")."""
        line = self.line_at(offset)
        return line.kind == "heading" or (line.kind == "label" and offset < line.body)

    def in_heading(self, offset: int) -> bool:
        """Whether `offset` is in a heading, where there is no sentence."""
        return self.line_at(offset).kind == "heading"

    def in_capitals(self, offset: int) -> bool:
        """Whether the line is typed in capitals, as headings are."""
        line = self.line_at(offset)
        letters = [c for c in self.text[line.start : line.end] if c.isalpha()]
        return sum(c.isupper() for c in letters) > 0.8 * len(letters)

    def begins(self, offset: int) -> bool:
        """Whether a sentence begins at `offset`, so that a word there takes a capital."""
        text, line = self.text, self.line_at(offset)
        opening = text[line.start : offset]
        before = _NUMBERED.sub("", _STAMP.sub("", opening)).rstrip(_MARKS)
        if not before:
            return not line.continues or self._lines_are_whole or bool(opening.strip(_MARKS))
        if line.kind in ("bullet", "label") and offset >= line.body and not text[line.body : offset].strip(_MARKS):
            return True
        return before[-1] in ".!?…" and offset in self.sentence_offsets

    @cached_property
    def _lines_are_whole(self) -> bool:
        """Whether lines end where the writer ended them, not at the edge of a window: some are too long for one."""
        return any(line.end - line.start > _WIDEST_WINDOW for line in self.lines)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.doc.sents]

    def sentence_at(self, i: int) -> int:
        """The token at which the sentence of token `i` begins."""
        return self._sentence_starts[max(0, bisect_right(self._sentence_starts, i) - 1)]

    @cached_property
    def sentence_offsets(self) -> frozenset[int]:
        offsets = set()
        for sentence in self.doc.sents:
            first = next((t for t in sentence if t.text.strip(_MARKS + "\n")), None)
            if first is not None:
                offsets.add(first.idx)
        return frozenset(offsets)

    def means(self, token: Token) -> str | None:
        return self.who.get(token.i)
