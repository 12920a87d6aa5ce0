"""The fact guard: every sentence of the draft against its original; one that loses a fact goes back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from notecheck.rewrite.edits import Edit, Passed, Question, applied
from notecheck.rewrite.facts import facts_of, harm_in, lost
from notecheck.rewrite.page import ASKED, Page
from notecheck.rewrite.placed import RANK
from notecheck.rewrite.telegraphic import PLAN


def guarded(page: Page, edits: Sequence[Edit]) -> Passed:
    """The edits of those sentences that keep their facts; a question for each of the others.

    Args:
        page: the note.
        edits: merged, in order of place.
    """
    text = page.text
    kept: list[Edit] = []
    questions: list[Question] = []
    for start, end, mine in stretches(page, edits):
        fault = _fault(page, text, start, end, mine)
        if fault is None:
            kept += mine
            continue
        people = [e for e in mine if e.rank != RANK]
        if len(people) < len(mine) and _fault(page, text, start, end, people) is None:
            kept += people
            reason = f"The wording here was left as it was: {fault}. Please put it plainly."
        else:
            reason = f"This sentence was left as it was: {fault}. Please write it yourself."
        questions.append(Question(start, end, reason))
    return Passed(tuple(kept), tuple(questions))


def stretches(page: Page, edits: Sequence[Edit]) -> Iterable[tuple[int, int, list[Edit]]]:
    """Sentences with their edits; sentences that one edit joins count as one."""
    bounds: list[tuple[int, int]] = []
    at = 0
    sentences = [(s.start_char, s.end_char) for s in page.doc.sents]
    for start, end in sentences:
        if bounds and at < len(edits) and any(e.start < start < e.end for e in edits if e.start >= bounds[-1][0]):
            bounds[-1] = (bounds[-1][0], end)
        else:
            bounds.append((start, end))
    for number, (start, end) in enumerate(bounds):
        final = number == len(bounds) - 1
        mine = []
        while at < len(edits) and (edits[at].start < end or final or (edits[at].end <= end and edits[at].start <= end)):
            mine.append(edits[at])
            at += 1
        if mine:
            yield start, max(end, mine[-1].end), mine


def _fault(page: Page, text: str, start: int, end: int, edits: list[Edit]) -> str | None:
    """What the draft of one stretch would change. A lexicon's wording stands for what it replaces, so the original is
    read with it in place; the harm that the original names counts as it was."""
    original = text[start:end]
    settled = [e for e in edits if e.rank == RANK or e.rule == PLAN or _is_name(page, text[e.start : e.end])]
    baseline = applied(text, settled, start, end)
    drafted = applied(text, edits, start, end)
    after = _facts(drafted)
    fault = lost(_facts(baseline), after, _spare(page, original, edits))
    if fault is not None:
        return fault
    if not harm_in(original):
        return None
    named = applied(text, [e for e in edits if _is_name(page, text[e.start : e.end])], start, end)
    gone = _facts(named).harm - after.harm
    replaced = " ".join(text[e.start : e.end] for e in edits if e.rank == RANK)
    if gone and not (harm_in(replaced) and harm_in(drafted)):
        return "the harm would be softened"
    return None


def _is_name(page: Page, words: str) -> bool:
    """Whether an edit replaces the child's name, which may look like a month or a "will"."""
    return words.replace("’", "'").removesuffix("'s").lower() in page.names.single


def _facts(text: str):  # type: ignore[no-untyped-def]
    return facts_of(ASKED.sub(" ", text))


def _spare(page: Page, original: str, edits: list[Edit]) -> set[str]:
    """Capitalised words that may go: the child's and the writer's names, pronouns, and the first words of sentences."""
    spare = set(page.names.single | page.names.surnames)
    spare |= {i.lower() for i in page.names.initials} | {
        i.lower() for name in page.names.single for i in name.split("-")
    }
    for edit in edits:
        if edit.rank != RANK:
            before = page.text[edit.start : edit.end]
            spare |= {
                w.strip(".,'’").lower() for w in before.replace("’", "'").replace("'s", " ").split() if len(w) <= 12
            }
    return spare
