"""A draft as text to copy, and as a word diff; both begin with how many places are left for the writer."""

from __future__ import annotations

from typing import TextIO

from notecheck.reports.draft_words import Asked, asked, first_line, stretches
from notecheck.values import Draft

WHO = " [who?]"


class DraftText:
    """The draft alone, under its first line."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def begin(self) -> None:
        pass

    def write(self, draft: Draft) -> None:
        self._stream.write(f"{first_line(draft)}\n\n{self._body(draft).rstrip()}\n\n{_left(draft)}")

    def end(self) -> None:
        self._stream.flush()

    def _body(self, draft: Draft) -> str:
        """The draft, with a mark behind every word of the note that could be somebody else: whoever copies it sees."""
        return "".join(piece.after + (WHO if piece.is_unclear else "") for piece in stretches(draft))


class DraftDiff(DraftText):
    """The note with every change in place: [-what was-]{+what the draft has+}."""

    def _body(self, draft: Draft) -> str:
        return "".join(
            piece.after
            if piece.change is None
            else (f"[-{piece.before}-]" if piece.before else "") + (f"{{+{piece.after}+}}" if piece.after else "")
            for piece in stretches(draft)
        )


def _left(draft: Draft) -> str:
    if not draft.left_for_you:
        return ""
    lines = (f"{n}. “{_marked(question)}”: {question.reason}\n" for n, question in enumerate(asked(draft), 1))
    return "Left for you:\n" + "".join(lines) + "\n"


def _marked(question: Asked) -> str:
    """The words asked about; within a sentence, between marks."""
    if len(question.words) == 1:
        return question.words[0][0]
    return "".join(f"*{word}*" if own else word for word, own in question.words)
