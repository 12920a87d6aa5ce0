"""Where sentences begin, by what is on the page: line breaks, bullets, labels and full stops.

The reader adds the boundaries that no mark on the page shows.
"""

from __future__ import annotations

from spacy.tokens import Doc

from notecheck.language.layout import Line

_ENDS = frozenset({".", "!", "?", "…", "...", "?!", "!!", "??"})
_CLOSERS = frozenset({'"', "'", "”", "’", ")", "]", "''"})
_NEVER_END = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "st",
        "rd",
        "e.g",
        "i.e",
        "etc",
        "approx",
        "vs",
        "no",
        "nos",
        "tel",
        "ref",
        "ext",
        "dob",
        "cllr",
        "inc",
        "dept",
        "hrs",
        "mins",
        "yrs",
        "esp",
        "incl",
    ]
)


def sentence_starts(doc: Doc, layout: tuple[Line, ...]) -> list[int]:
    """Token indices at which a sentence begins, in order; the first token always does."""
    starts = {0} if len(doc) else set()
    starts.update(_line_starts(doc, layout))
    ended = False
    previous = ""
    for token in doc:
        text = token.text
        if ended and not token.is_space and text not in _CLOSERS:
            if not (text[0].islower() and previous == "…"):
                starts.add(token.i)
            ended = False
        if text in _ENDS:
            ended = _ends_sentence(doc, token.i)
        elif ended and text not in _CLOSERS and not token.is_space:
            ended = False
        previous = text
    return sorted(starts)


def _line_starts(doc: Doc, layout: tuple[Line, ...]) -> list[int]:
    wanted: list[int] = []
    for line in layout:
        if line.kind == "blank" or line.continues:
            continue
        wanted.append(line.start)
        if line.kind == "label":
            wanted.append(line.body)
    starts: list[int] = []
    at = 0
    for token in doc:
        if at >= len(wanted):
            break
        if token.is_space:
            continue
        if token.idx >= wanted[at]:
            starts.append(token.i)
            while at < len(wanted) and wanted[at] <= token.idx:
                at += 1
    return starts


def _ends_sentence(doc: Doc, i: int) -> bool:
    token = doc[i]
    if i == 0 or i + 1 >= len(doc):
        return False
    before = doc[i - 1]
    if before.whitespace_ and token.text == "." and doc[i + 1].text[0].islower():
        return False
    if token.text == ".":
        if before.lower_.rstrip(".") in _NEVER_END and not before.whitespace_:
            return False
        if len(before) == 1 and before.is_upper and doc[i + 1].is_title and before.text != "I":
            return False  # initials: "T. Marsh"
        after = doc[i + 1]
        if not token.whitespace_ and not after.is_space and after.text not in _CLOSERS and not after.is_title:
            return False
        if after.text[0].islower() and before.like_num:
            return False
    return True
