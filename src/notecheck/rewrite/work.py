"""A draft while it is made: what the passes propose, and what the guard lets through."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from notecheck.rewrite.edits import Edit, Passed, Question
from notecheck.rewrite.guard import guarded
from notecheck.rewrite.page import Page
from notecheck.rewrite.splitting import capital_after, first_after


@dataclass(frozen=True)
class Work:
    """A note on its way to a draft: `edits`, merged, in order of place, and `notes`, what the draft says of itself."""

    page: Page
    edits: tuple[Edit, ...]
    questions: tuple[Question, ...]
    notes: tuple[str, ...]

    @cached_property
    def guarded(self) -> Passed:
        """The edits that keep every fact, with their capitals, and a question for each place that lost one."""
        return guarded(self.page, _with_capitals(self.page.text, self.edits))


def _with_capitals(text: str, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """A capital after every cut."""
    for edit in edits:
        if first_after(edit):
            edits = capital_after(text, edit, edits)
    return tuple(sorted(edits, key=lambda e: (e.start, e.end)))
