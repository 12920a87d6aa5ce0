"""Where a note explains its own acronyms.

After Schwartz and Hearst (2003), "A simple algorithm for identifying abbreviation definitions in biomedical text":
a long form with its short form in brackets, or the other way round, matched letter by letter from the right. On top of
that the initials of whole words are tried first, which copes with skipped small words, hyphens, trailing words and line
breaks, and forms without brackets are read ("…, or LADO", "SGO stands for …").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from notecheck.checks.acronym_forms import fold, piece, without_plural

_BRACKET = re.compile(r"[(\[]([^()\[\]\n]{1,160}(?:\n[^()\[\]\n]{1,120})?)[)\]]")
_QUOTES = "\"'“”‘’*_"
_SHORT = r"[A-Za-z][\w&./+’'-]{0,10}[\w+]"
# Words that go before a short form inside its bracket, and what may follow it there.
_SHORT_FIRST = re.compile(
    rf"(?:(?:the|an?|or|also|aka|called|known as|referred to as|hereafter|abbreviated to|in short)[,:]?\s+){{0,3}}[{_QUOTES}]?"
    rf"({_SHORT})[{_QUOTES}]?\.?(?=\Z|[,;:]|\s(?:for short|from here|in this|below|hereafter|[–—-])|\s?=)",
    re.I,
)
_SHORT_LAST = re.compile(
    rf"(?:,|;|\sor|[–—-]|=)\s*(?:(?:or|the|an?|aka|known as|called)\s+){{0,2}}[{_QUOTES}]?({_SHORT})[{_QUOTES}]?\Z",
    re.I,
)
_INNER_LINK = re.compile(r"\s*(?:[,:;=–—-]|(?:is\s)?short for|stands? for|means?|for)\s*(?:an?\s|the\s)?", re.I)
_OPENERS = re.compile(r"(?:the|an?|i\.?e\.?,?|that is,?|meaning|short for|stands for|which is|which means)\s+", re.I)
# Between a long form and a short form that follows it without brackets, and the other way round.
_LINK_BEFORE = re.compile(
    r"(?:,? or (?:the |an? )?|,? (?:also |otherwise )?(?:known|referred to|written) as (?:the |an? )?|,? (?:or )?called (?:the |an? )?"
    r"|,? (?:shortened|abbreviated) (?:to|as) |[,.]? The (?:office|service|team|court) shortens (?:that|this|it) to | ?[=–—/] ?| - |: )"
    rf"[{_QUOTES}]?\Z"
)
_LINK_AFTER = re.compile(
    rf"[{_QUOTES}]?(?:\.? (?:That|This|It|Which) (?:stands for|is short for|means) | ?[=–—:] ?| - |,? (?:which |that )?(?:is short for|stands? for|standing for|meaning|means) "
    r"|,? or |, (?:that is|i\.?e\.?),? | is )(?:an? |the )?",
    re.I,
)
_STOP = re.compile(r"[.!?;:](?=\s)|\n[ \t]*\n|\n[ \t]*[-•*–]\s|[()\[\]]")
_WORD = re.compile(r"[A-Za-z0-9&][A-Za-z0-9’']*")
_SMALL = frozenset("of and the for in to a an on with at by or & from as into".split())
# A long form is a name for a thing: it holds none of these.
_NOT_IN_NAMES = frozenset("he she they we i you it was were is are am be been has had have did does do will would can could said says told asked who that this there then when not her his their my your".split())  # fmt: skip
_LEAST_INITIALS = 0.6  # share of the short form's letters that must begin a word


@dataclass(frozen=True, slots=True)
class Definition:
    """One explanation: offsets of both forms in the note."""

    short_start: int
    short_end: int
    long_start: int
    long_end: int


# (folded short form) -> the meanings that the lexicon gives for it, in lower case
Meanings = Callable[[str], tuple[str, ...]]


def find_definitions(text: str, meanings: Meanings) -> dict[str, Definition]:
    """The first explanation of each short form in `text`, by its folded form."""
    found: dict[str, Definition] = {}
    for definition in _in_brackets(text, meanings):
        _keep(found, text, definition)
    return found


def find_linked(text: str, start: int, end: int, meanings: Meanings) -> Definition | None:
    """The explanation without brackets that goes with the acronym at `start` to `end`, if there is one."""
    short = text[start:end]
    if link := _LINK_BEFORE.search(text, max(0, start - 48), start):
        span = _long_before(text, link.start(), short, meanings, strict=True)
        if span:
            return Definition(start, end, *span)
    if link := _LINK_AFTER.match(text, end):
        span = _long_after(text, link.end(), _limit(text, link.end()), short, meanings, strict=True)
        if span:
            return Definition(start, end, *span)
    return None


def written_out(text: str, meaning: str) -> tuple[int, int] | None:
    """Where `text` writes `meaning` out, in any case, with hyphens, plurals or line breaks of its own."""
    words = re.findall(r"[\w’']+", meaning)
    if len(words) < 2 and len(meaning) < 8:
        return None
    pattern = r"[\s-]+".join(re.escape(w) for w in words)
    match = re.search(rf"(?<!\w){pattern}(?:s|es)?(?!\w)", text, re.I)
    return match.span() if match else None


def _keep(found: dict[str, Definition], text: str, definition: Definition) -> None:
    key = fold(piece(text[definition.short_start : definition.short_end], 0).base)
    if key not in found or definition.short_start < found[key].short_start:
        found[key] = definition
    single = without_plural(text[definition.short_start : definition.short_end])
    if single:
        found.setdefault(fold(single), definition)


def _in_brackets(text: str, meanings: Meanings) -> Iterator[Definition]:
    for match in _BRACKET.finditer(text):
        inner, at = match[1], match.start(1)
        definition = (
            _short_in_bracket(text, match.start(), inner, at, meanings)
            or _both_in_bracket(text, inner, at, meanings)
            or _long_in_bracket(text, match.start(), at, match.end(1), meanings)
        )
        if definition:
            yield definition


def _short_in_bracket(text: str, bracket: int, inner: str, at: int, meanings: Meanings) -> Definition | None:
    """ "initial child protection conference (ICPC)"."""
    if not (short := _SHORT_FIRST.match(inner)):
        return None
    letters = piece(short[1], 0).base
    if not any(c.isupper() for c in letters) and not meanings(fold(letters)):
        return None
    end = len(text[:bracket].rstrip(" \t\n" + _QUOTES))
    span = _long_before(text, end, letters, meanings)
    return Definition(at + short.start(1), at + short.start(1) + len(letters), *span) if span else None


def _both_in_bracket(text: str, inner: str, at: int, meanings: Meanings) -> Definition | None:
    """ "(the Local Authority Designated Officer, or LADO)", "(DC means detective constable)"."""
    if last := _SHORT_LAST.search(inner):
        span = _long_before(text, at + last.start(), last[1], meanings)
        if span and span[0] >= at:
            return Definition(at + last.start(1), at + last.end(1), *span)
    if first := re.match(_SHORT, inner):
        link = _INNER_LINK.match(inner, first.end())
        if link and link.end() < len(inner):
            span = _long_after(text, at + link.end(), at + len(inner), first[0], meanings)
            if span:
                return Definition(at, at + first.end(), *span)
    return None


def _long_in_bracket(text: str, bracket: int, start: int, end: int, meanings: Meanings) -> Definition | None:
    """ "DNA (did not attend)"."""
    before = re.search(rf"({_SHORT})[{_QUOTES}]?\s?\Z", text[max(0, bracket - 16) : bracket])
    if not before:
        return None
    short_start = max(0, bracket - 16) + before.start(1)
    letters = piece(before[1], 0).base
    if short_start and text[short_start - 1].isalnum():
        return None
    if sum(c.isupper() for c in letters) < 2 and not meanings(fold(letters)):
        return None
    if opener := _OPENERS.match(text, start):
        start = opener.end()
    span = _long_after(text, start, end, letters, meanings, in_bracket=True)
    return Definition(short_start, short_start + len(letters), *span) if span else None


def _limit(text: str, start: int) -> int:
    stop = _STOP.search(text, start, start + 140)
    return stop.start() if stop else min(len(text), start + 140)


def _long_before(text: str, end: int, short: str, meanings: Meanings, strict: bool = False) -> tuple[int, int] | None:
    """The long form of `short` that ends at `end`, perhaps with a word or two behind it ("… team")."""
    floor = max(0, end - 160)
    stops = [m.end() for m in _STOP.finditer(text, floor, end)]
    words = [m.span() for m in _WORD.finditer(text, stops[-1] if stops else floor, end)]
    known = meanings(fold(short))
    most = 2 * len(short) + 6
    words = words[-most:]
    if not words:
        return None
    for trailing in range(3):
        kept = words[: len(words) - trailing]
        if not kept:
            break
        if start := _by_meaning(text, kept, known):
            return start[0], kept[-1][1]
        first = _by_initials(text, kept, short)
        if first is not None and _is_name(text, kept[first:]):
            return kept[first][0], kept[-1][1]
    if strict:
        return None
    first = _by_letters(text, words, short)
    if first is not None and _is_name(text, words[first:]):
        return words[first][0], words[-1][1]
    return _by_first_word(text, words, known)


def _long_after(
    text: str, start: int, end: int, short: str, meanings: Meanings, strict: bool = False, in_bracket: bool = False
) -> tuple[int, int] | None:
    """The long form of `short` that begins at `start`."""
    words = [m.span() for m in _WORD.finditer(text, start, end)]
    words = words[: 2 * len(short) + 4]
    if not words or words[0][0] - start > 2:
        return None
    known = meanings(fold(short))
    for count in range(min(len(words), 12), 0, -1):
        kept = words[:count]
        found = _by_meaning(text, kept, known)
        if found and found[0] == kept[0][0]:
            return kept[0][0], kept[-1][1]
    for count in range(1, len(words) + 1):
        kept = words[:count]
        if _by_initials(text, kept, short) == 0 and _is_name(text, kept, verbs=in_bracket):
            return kept[0][0], kept[-1][1]
    if strict:
        return None
    for count in range(1, len(words) + 1):
        kept = words[:count]
        if _by_letters(text, kept, short) == 0 and _is_name(text, kept, verbs=in_bracket):
            return kept[0][0], kept[-1][1]
    return None


def _by_meaning(text: str, words: list[tuple[int, int]], known: tuple[str, ...]) -> tuple[int, int] | None:
    """Whether the words end with one of the meanings that the lexicon gives; the span of that."""
    tail = [_plain(text[s:e]) for s, e in words]
    for meaning in known:
        wanted = [_plain(w) for w in re.findall(r"[A-Za-z0-9&’']+", meaning)]
        if len(wanted) <= len(tail) and all(
            a == b or a == b + "s" or a + "s" == b for a, b in zip(tail[-len(wanted) :], wanted, strict=True)
        ):
            return words[-len(wanted)][0], words[-1][1]
    return None


def _plain(word: str) -> str:
    return re.sub(r"['’]s?\Z|['’]", "", word).lower().replace("&", "and")


def _by_initials(text: str, words: list[tuple[int, int]], short: str) -> int | None:
    """Index of the word at which the initials of `words`, read from the right, spell `short`."""
    letters = [c for c in short.lower() if c.isalnum() or c == "&"]
    if len(letters) < 2:
        return None
    at = len(words) - 1
    for letter in reversed(letters):
        while at >= 0 and not _begins(text, words[at], letter) and text[words[at][0] : words[at][1]].lower() in _SMALL:
            at -= 1
        if at < 0 or not _begins(text, words[at], letter):
            return None
        at -= 1
    return at + 1


def _begins(text: str, word: tuple[int, int], letter: str) -> bool:
    first = text[word[0]].lower()
    return first == letter or (letter == "&" and text[word[0] : word[1]].lower() == "and")


def _by_letters(text: str, words: list[tuple[int, int]], short: str) -> int | None:
    """Schwartz and Hearst's own match: every letter of `short` in order, the first one beginning a word."""
    letters = [c for c in short.lower() if c.isalnum()]
    starts = {s: i for i, (s, _) in enumerate(words)}
    at = words[-1][1] - 1
    for position, letter in enumerate(reversed(letters)):
        first = position == len(letters) - 1
        while at >= words[0][0] and (text[at].lower() != letter or (first and at not in starts)):
            at -= 1
        if at < words[0][0]:
            return None
        at -= 1
    begin = starts[at + 1]
    kept = words[begin:]
    if len(kept) > min(len(letters) + 5, 2 * len(letters)):
        return None
    initials = [text[s].lower() for s, _ in kept]
    share = _common(letters, initials) / len(letters)
    single = len(kept) == 1 and len(letters) >= 3 and (kept[0][1] - kept[0][0]) > 2 * len(letters)
    return begin if share >= _LEAST_INITIALS or single else None


def _common(letters: list[str], initials: list[str]) -> int:
    """Length of the longest common subsequence."""
    row = [0] * (len(initials) + 1)
    for letter in letters:
        before = 0
        for i, initial in enumerate(initials, 1):
            before, row[i] = row[i], before + 1 if letter == initial else max(row[i], row[i - 1])
    return row[-1]


def _by_first_word(text: str, words: list[tuple[int, int]], known: tuple[str, ...]) -> tuple[int, int] | None:
    """A paraphrase that keeps the listed meaning's own first word: "Edinburgh mood questionnaire (EPDS)"."""
    for meaning in known:
        first = meaning.split()[0]
        if len(first) < 6:
            continue
        for start, end in words[-6:]:
            if _plain(text[start:end]) == first and (start, end) != words[-1]:
                return start, words[-1][1]
    return None


def _is_name(text: str, words: list[tuple[int, int]], verbs: bool = False) -> bool:
    """Whether words can be a long form: a name of a thing, or, inside brackets, a clause such as "did not attend"."""
    if verbs:
        return True
    return not any(text[s:e].lower() in _NOT_IN_NAMES for s, e in words)
