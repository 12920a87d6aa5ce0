"""A draft checked before anybody sees it: what a check would mark in it, and did not mark in its note, is mended.

A wording that is marked is put in other words where there are some, or else goes back; a cut that takes words out of
what held a finding back is not made. What no wording of ours has caused is marked like any finding of the note.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from notecheck.checks.base import findings_of
from notecheck.rewrite.edits import Edit, Question, applied, merged
from notecheck.rewrite.page import ASKED
from notecheck.rewrite.placed import RANK
from notecheck.rewrite.splitting import RULE as SPLIT
from notecheck.rewrite.wording import for_finding
from notecheck.rewrite.work import Work
from notecheck.values import Finding

if TYPE_CHECKING:
    from notecheck.checker import Checker
    from notecheck.lexicon.lexicon import Lexicon

# What was put another way is read once more; hardly any draft needs it.
_LOOKS = 2
# Blame and lost focus are one family: a place that is marked as the one and then as the other is marked once.
_FAMILIES = {"victim-blaming": "blame", "child-focus": "blame"}


def looked_over(works: Sequence[Work], checker: Checker) -> list[Work]:
    """`works`, each with no more than its note has for the checks to find, as far as another wording can see to it."""
    return [_looked_over(work, checker) for work in works]


def _looked_over(work: Work, checker: Checker) -> Work:
    for _ in range(_LOOKS):
        edits = work.guarded.edits
        if not edits:
            break
        again = checker.read(replace(work.page.record, text=applied(work.page.text, edits)))
        mended = _mended(work, again, moved(edits), checker.lexicon)
        if mended is work:
            break
        work = mended
    return work


@dataclass(frozen=True, slots=True)
class Moved:
    """An edit, and where its words stand in the draft."""

    edit: Edit
    start: int
    end: int


def moved(edits: Sequence[Edit]) -> list[Moved]:
    """Where each edit, merged and in order, stands in the draft."""
    out, shift = [], 0
    for edit in edits:
        start = edit.start + shift
        out.append(Moved(edit, start, start + len(edit.after)))
        shift += len(edit.after) - (edit.end - edit.start)
    return out


def in_note(places: Sequence[Moved], offset: int, *, as_end: bool) -> int:
    """The offset in the note from which `offset` in the draft came; in words of ours, where what they replace begins,
    or ends."""
    shift = 0
    for place in places:
        if offset < place.start or (as_end and offset == place.start):
            break
        if offset < place.end or (as_end and offset == place.end):
            return place.edit.end if as_end else place.edit.start
        shift = place.edit.end - place.end
    return offset + shift


def _mended(work: Work, draft: Doc, places: Sequence[Moved], lexicon: Lexicon) -> Work:
    instead: dict[tuple[int, int, str], Edit | None] = {}
    more: list[Edit] = []
    questions = list(work.questions)
    new = list(_new(work, draft, places))
    if not new:
        return work
    for finding, start, end in new:
        ours = _cause(places, finding)
        others = {_key(e): _otherwise(e, finding) for e in ours} or dict.fromkeys(_cuts_near(work, start, end))
        instead |= others
        if not others and not work.page.is_closed(start, end):
            here = replace(finding, start=start, end=end, text=work.page.text[start:end])
            made, asked = for_finding(work.page, here, lexicon, set())
            made = [e for e in made if not work.page.explains_letters(e.start, e.end)]
            more += made
            questions += asked
            if not made:
                instead |= dict.fromkeys(_wordings_near(work, start, end))
        questions += [
            Question(e.start, e.end, f"“{e.after.strip()}” would be marked here too: how would you say it?")
            for e in ours
            if others[_key(e)] is None
        ]
    edits = (instead.get(_key(e), e) for e in work.edits)
    kept = [e for e in edits if e is not None]
    return replace(work, edits=merged([*kept, *more]) if more else tuple(kept), questions=tuple(questions))


def _cause(places: Sequence[Moved], finding: Finding) -> list[Edit]:
    """The words of ours that make up most of what is marked."""
    ours = [p for p in places if p.start < finding.end and finding.start < p.end and _is_wording(p.edit)]
    covered = sum(min(p.end, finding.end) - max(p.start, finding.start) for p in ours)
    return [p.edit for p in ours] if 2 * covered > finding.end - finding.start else []


def _new(work: Work, draft: Doc, places: Sequence[Moved]) -> Iterator[tuple[Finding, int, int]]:
    """What stands in the draft and did not in the note, with its place there."""
    before = [f for f in findings_of(work.page.doc) if f.suppressed_by is None]
    for finding in findings_of(draft):
        if finding.suppressed_by is not None:
            continue
        start = in_note(places, finding.start, as_end=False)
        end = max(in_note(places, finding.end, as_end=True), start + 1)
        if not any(f.start < end and start < f.end and family(f) == family(finding) for f in before):
            yield finding, start, end


def family(finding: Finding) -> str:
    """What kind of thing is marked: blame and lost focus count as one."""
    return _FAMILIES.get(finding.category, finding.category)


def _is_wording(edit: Edit) -> bool:
    """Whether the edit puts words of ours into the note, and no question."""
    return edit.rank == RANK and ASKED.search(edit.after) is None


def _otherwise(edit: Edit, finding: Finding) -> Edit | None:
    """Other words for what is marked as jargon; nothing for what reads as blame."""
    if finding.category != "jargon" or not edit.otherwise:
        return None
    return replace(edit, after=edit.otherwise, otherwise="")


def _cuts_near(work: Work, start: int, end: int) -> list[tuple[int, int, str]]:
    """The cuts in the sentences of the note that characters `start` to `end` touch."""
    return [_key(e) for e in _edits_near(work, start, end) if e.rule == SPLIT]


def _wordings_near(work: Work, start: int, end: int) -> list[tuple[int, int, str]]:
    """The same for words of ours: they may hold what makes the finding one ("an allegation of hitting")."""
    return [_key(e) for e in _edits_near(work, start, end) if _is_wording(e)]


def _edits_near(work: Work, start: int, end: int) -> Iterator[Edit]:
    bounds = [(s.start_char, s.end_char) for s in work.page.doc.sents if s.start_char < end and start < s.end_char]
    return (e for e in work.edits if any(a <= e.start < b for a, b in bounds))


def _key(edit: Edit) -> tuple[int, int, str]:
    return edit.start, edit.end, edit.rule
