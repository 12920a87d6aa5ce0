"""Where a note explains its own acronyms.

After Schwartz and Hearst (2003), "A simple algorithm for identifying abbreviation definitions in biomedical text":
a long form with its short form in brackets, or the other way round, matched letter by letter from the right. On top of
that the initials of whole words are tried first, which copes with skipped small words, hyphens, trailing words and line
breaks; forms without brackets are read ("…, or LADO", "SGO stands for …"); and so are explanations in other words
("Cafcass, which is a group of people who …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from notecheck.checks.acronym_forms import find_words, fold, piece, without_plural
from notecheck.checks.acronym_matching import Meanings, Span, long_after, long_before

_BRACKET = re.compile(r"[(\[]([^()\[\]\n]{1,160}(?:\n[^()\[\]\n]{1,120})?)[)\]]")
_MARKS = "\"'“”‘’*_"
_SHORT = r"[A-Za-z][\w&./+’'-]{0,10}[\w+]"
# Words that go before a short form inside its bracket, and what may follow it there.
_SHORT_FIRST = re.compile(
    r"(?:(?:the|an?|or|also|aka|called|known as|referred to as|hereafter|abbreviated to|in short|short:)[,:]?\s+){0,3}"
    rf"[{_MARKS}]?({_SHORT})[{_MARKS}]?\.?(?=\Z|[,;:]|\s(?:for short|from here|in this|below|hereafter|[–—-])|\s?=)",
    re.I,
)
_SHORT_LAST = re.compile(
    rf"(?:,|;|\sor|[–—-]|=)\s*(?:(?:or|the|an?|aka|known as|called)\s+){{0,2}}[{_MARKS}]?({_SHORT})[{_MARKS}]?\Z", re.I
)
_INNER_LINK = re.compile(r"\s*(?:[,:;=–—-]|(?:is\s)?short for|stands? for|means?|for)\s*(?:an?\s|the\s)?", re.I)
_OPENERS = re.compile(r"(?:the|an?|i\.?e\.?,?|that is,?|meaning|short for|stands for|which is|which means)\s+", re.I)
_SHORT_AT_END = re.compile(rf"(?<![A-Za-z0-9])({_SHORT})[{_MARKS}]?\s?\Z")
# Between a long form and a short form that follows it without brackets, and the other way round.
_LINK_BEFORE = re.compile(
    r"(?:,? or (?:the |an? )?"
    r"|,? (?:also |otherwise |sometimes |usually )?(?:known|referred to|written) as (?:the |an? )?"
    r"|,? (?:or )?called (?:the |an? )?|,? (?:shortened|abbreviated) (?:to|as) |,? in short,? "
    rf"| ?[=–—/] ?| - |: )[{_MARKS}]?\Z"
)
_LINK_ENDS = (" or", " as", " the", " a", " an", " called", " to", " short", "short,", "=", "–", "—", "/", "-", ":")
_LINK_AFTER = re.compile(
    rf"[{_MARKS}]?(?:\.? (?:That|This|It|Which) (?:stands for|is short for|means) | ?[=–—:] ?| - "
    r"|,? (?:which |that )?(?:is short for|stands? for|standing for|meaning|means) "
    r"|,? or |, (?:that is|i\.?e\.?),? | is )(?:an? |the )?",
    re.I,
)
# "… is your independent reviewing officer. That is a long name, so most people say IRO."
_CUE = re.compile(
    r"\b(?:called?|calls|say|says|short|shorten|shortens|shortened|stands?|letters|initials|name|known|write)\b", re.I
)
_CUE_REACH = 110  # characters between the long form and the short form that such a sentence may take
# "Cafcass, which is a group of people …", "a MARAC (a meeting about …)", "PEP means …"
_GLOSS = re.compile(
    rf"[{_MARKS}]?(?:, (?:which|who) (?:is|are|means) (?:an?|the|when|where|how|what|people|our|short)\b"
    r"|,? (?:means|is when|is where|is what we call|is the name (?:of|for)) "
    r"| ?\((?:an?|the|when|where|people|this is|it is|that is) (?=[a-z])(?:[\w'’-]{1,20} ){2,12}[^()]{0,160}\))"
)
_GLOSS_END = re.compile(r"[.;!?](?=\s|\Z)|\n\s*\n|\Z")
_AT_ONCE = 40  # characters after which an explanation still belongs to the use before it


@dataclass(frozen=True, slots=True)
class Definition:
    """One explanation: offsets of both forms in the note. For one in other words the long form is those words."""

    short_start: int
    short_end: int
    long_start: int
    long_end: int

    def covers(self, start: int) -> bool:
        """Whether whoever reads from the top has the explanation when they come to a use at `start`."""
        return self.short_start - start <= _AT_ONCE


def find_definitions(text: str, meanings: Meanings) -> dict[str, Definition]:
    """The first explanation in brackets of each short form in `text`, by its folded form."""
    found: dict[str, Definition] = {}
    for definition in _in_brackets(text, meanings):
        short = text[definition.short_start : definition.short_end]
        base = piece(short, 0).base
        for key in {fold(base), fold(without_plural(base) or base)}:
            found.setdefault(key, definition)
    return found


def find_linked(text: str, start: int, end: int, meanings: Meanings) -> Definition | None:
    """The explanation without brackets that goes with the acronym at `start` to `end`, if there is one."""
    short = text[start:end]
    span: Span | None = None
    before = text[max(0, start - 12) : start].rstrip(" " + _MARKS)
    if before.endswith(_LINK_ENDS) and (link := _LINK_BEFORE.search(text, max(0, start - 30), start)):
        span = long_before(text, link.start(), short, meanings, strict=True)
    if span is None and (link := _LINK_AFTER.match(text, end)):
        span = long_after(text, link.end(), short, meanings, strict=True)
    if span is None and (gloss := _GLOSS.match(text, end)):
        span = _gloss_span(text, end, gloss.end())
    return Definition(start, end, *span) if span else None


def linked_by_cue(text: str, flat: str, start: int, end: int, meanings: Meanings) -> Definition | None:
    """The long form a sentence back, with words between that say what the letters are."""
    for meaning in meanings(fold(text[start:end])):
        at = flat.rfind(flat_meaning(meaning), max(0, start - _CUE_REACH - len(meaning)), start)
        if at >= 0 and _CUE.search(text, at + len(meaning), start):
            return Definition(start, end, at, at + len(meaning))
    return None


def written_out(flat: str, meaning: str) -> Span | None:
    """Where the note writes `meaning` out, in either number; `flat` is its `flat_text`."""
    if " " not in meaning and len(meaning) < 8:
        return None
    words = flat_meaning(meaning)
    at = find_words(flat, words)
    if at < 0 and words.endswith("s") and not words.endswith("ss"):
        words = words[:-1]
        at = find_words(flat, words)
    return (at, at + len(words)) if at >= 0 else None


def flat_text(text: str) -> str:
    """`text` in small letters with a space for every line break, hyphen and tab, so that offsets stay the same."""
    flat = text.lower().replace("\n", " ").replace("-", " ").replace("\t", " ").replace("’", "'")
    # A few capital letters grow when they are made small; offsets matter more than they do.
    return flat if len(flat) == len(text) else text.replace("\n", " ").replace("-", " ").replace("’", "'")


@lru_cache(maxsize=4096)
def flat_meaning(meaning: str) -> str:
    """The `flat_text` of words of the lexicon, which are asked for again in every note; never of a note's own."""
    return flat_text(meaning)


def _gloss_span(text: str, start: int, end: int) -> Span:
    """The words of an explanation in other words, to the end of its sentence or bracket."""
    stop = _GLOSS_END.search(text, end)
    begin = start + len(text[start:end]) - len(text[start:end].lstrip(" ,(" + _MARKS))
    if text[end - 1] == ")":
        return begin, end - 1
    return begin, stop.start() if stop else len(text)


def _in_brackets(text: str, meanings: Meanings) -> Iterator[Definition]:
    for match in _BRACKET.finditer(text):
        definition = (
            _short_in_bracket(text, match, meanings)
            or _both_in_bracket(text, match, meanings)
            or _long_in_bracket(text, match, meanings)
        )
        if definition:
            yield definition


def _short_in_bracket(text: str, bracket: re.Match[str], meanings: Meanings) -> Definition | None:
    """For "initial child protection conference (ICPC)"."""
    if not (short := _SHORT_FIRST.match(bracket[1])):
        return None
    letters = piece(short[1], 0).base
    if not any(c.isupper() for c in letters) and not meanings(fold(letters)):
        return None
    end = bracket.start()
    while end and text[end - 1] in " \t\n" + _MARKS:
        end -= 1
    span = long_before(text, end, letters, meanings)
    at = bracket.start(1) + short.start(1)
    return Definition(at, at + len(letters), *span) if span else None


def _both_in_bracket(text: str, bracket: re.Match[str], meanings: Meanings) -> Definition | None:
    """For "(the Local Authority Designated Officer, or LADO)" and "(DC means detective constable)"."""
    inner, at = bracket[1], bracket.start(1)
    if last := _SHORT_LAST.search(inner):
        span = long_before(text, at + last.start(), last[1], meanings)
        if span and span[0] >= at:
            return Definition(at + last.start(1), at + last.end(1), *span)
    if (first := re.match(_SHORT, inner)) and (link := _INNER_LINK.match(inner, first.end())):
        span = long_after(text, at + link.end(), first[0], meanings, end=bracket.end(1))
        if span:
            return Definition(at, at + first.end(), *span)
    return None


def _long_in_bracket(text: str, bracket: re.Match[str], meanings: Meanings) -> Definition | None:
    """For "DNA (did not attend)"."""
    before = _SHORT_AT_END.search(text, max(0, bracket.start() - 16), bracket.start())
    if not before:
        return None
    letters = piece(before[1], 0).base
    if sum(c.isupper() for c in letters) < 2 and not meanings(fold(letters)):
        return None
    opener = _OPENERS.match(text, bracket.start(1), bracket.end(1))
    start = opener.end() if opener else bracket.start(1)
    span = long_after(text, start, letters, meanings, end=bracket.end(1))
    return Definition(before.start(1), before.start(1) + len(letters), *span) if span else None
