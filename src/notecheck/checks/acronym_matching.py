"""Whether words are the long form of letters: Schwartz and Hearst's match, and what council papers need besides."""

from __future__ import annotations

import re
from collections.abc import Callable

from notecheck.checks.acronym_forms import fold

# (folded short form) -> the meanings that the lexicon gives for it, in lower case
Meanings = Callable[[str], tuple[str, ...]]
Span = tuple[int, int]

_STOP = re.compile(r"[.!?;:](?=\s)|\n[ \t]*\n|\n[ \t]*[-•*–]\s|[()\[\]]")
_WORD = re.compile(r"[A-Za-z0-9&][A-Za-z0-9'’]*")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_SMALL = frozenset(
    ["of", "and", "the", "for", "in", "to", "a", "an", "on", "with", "at", "by", "or", "&", "from", "as", "into"]
)
# A long form is a name for a thing: it holds none of these.
_NOT_IN_NAMES = frozenset(
    """he she they we i you it was were is are am be been has had have did does do will would can could said says told
    asked who that this there then when not her his their my your""".split()
)
_LEAST_INITIALS = 0.6  # share of the short form's letters that must begin a word
_REACH = 160  # characters that a long form may take
_TRAILING = 2  # words that may stand between the long form and its bracket ("… plan", "… team")


def long_before(text: str, end: int, short: str, meanings: Meanings, strict: bool = False) -> Span | None:
    """The long form of `short` that ends at `end`, perhaps with a word or two behind it.

    `strict` takes only the lexicon's own meaning or words whose initials spell `short`, for places where no bracket
    says that the two belong together.
    """
    floor = max(0, end - _REACH)
    stops = [m.end() for m in _STOP.finditer(text, floor, end)]
    words = [m.span() for m in _WORD.finditer(text, stops[-1] if stops else floor, end)][-2 * len(short) - 6 :]
    known = meanings(fold(short))
    for trailing in range(min(_TRAILING + 1, len(words))):
        kept = words[: len(words) - trailing]
        start = _by_meaning(text, kept, known)
        if start is None and (first := _by_initials(text, kept, short)) is not None and _is_name(text, kept[first:]):
            start = kept[first][0]
        if start is not None:
            return start, _bare_end(text, kept[-1])
    if strict or not words:
        return None
    first = _by_letters(text, words, short)
    if first is not None and _is_name(text, words[first:]):
        return words[first][0], _bare_end(text, words[-1])
    return _by_first_word(text, words, known)


def long_after(
    text: str, start: int, short: str, meanings: Meanings, end: int | None = None, strict: bool = False
) -> Span | None:
    """The long form of `short` that begins at `start`; `end` is where its bracket closes, if it stands in one."""
    in_bracket = end is not None
    words = [m.span() for m in _WORD.finditer(text, start, _limit(text, start) if end is None else end)]
    words = words[: 2 * len(short) + 4]
    if not words or words[0][0] - start > 2:
        return None
    known = meanings(fold(short))
    for count in range(len(words), 0, -1):
        if _by_meaning(text, words[:count], known) == words[0][0]:
            return words[0][0], words[count - 1][1]
    matches = (_by_initials,) if strict else (_by_initials, _by_letters)
    for match in matches:
        for count in range(1, len(words) + 1):
            if match(text, words[:count], short) == 0 and (in_bracket or _is_name(text, words[:count])):
                return words[0][0], words[count - 1][1]
    return None


def _limit(text: str, start: int) -> int:
    stop = _STOP.search(text, start, start + _REACH)
    return stop.start() if stop else min(len(text), start + _REACH)


def _bare_end(text: str, word: Span) -> int:
    """Where a word ends without its possessive: the long form of "Hampshire County Council's (HCC)"."""
    return word[0] + len(_POSSESSIVE.sub("", text[word[0] : word[1]]))


def _by_meaning(text: str, words: list[Span], known: tuple[str, ...]) -> int | None:
    """Where the meaning that the lexicon gives begins, if `words` end with it."""
    if not words:
        return None
    tail = [_plain(text[s:e]) for s, e in words]
    for meaning in known:
        wanted = [_plain(w) for w in _WORD.findall(meaning)]
        if wanted and len(wanted) <= len(tail) and _same(tail[-len(wanted) :], wanted):
            return words[-len(wanted)][0]
    return None


def _same(found: list[str], wanted: list[str]) -> bool:
    rest = zip(found[1:], wanted[1:], strict=True)
    # "another local authority" holds "other local authority": a compound may stand in the first place.
    compound = len(wanted) > 1 and len(wanted[0]) > 3 and found[0].endswith(wanted[0])
    return (compound or _alike(found[0], wanted[0])) and all(_alike(a, b) for a, b in rest)


def _alike(a: str, b: str) -> bool:
    return a == b or a == b + "s" or a + "s" == b


def _plain(word: str) -> str:
    return re.sub(r"['’]s?\Z|['’]", "", word).lower().replace("&", "and")


def _by_initials(text: str, words: list[Span], short: str) -> int | None:
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


def _begins(text: str, word: Span, letter: str) -> bool:
    return text[word[0]].lower() == letter or (letter == "&" and text[word[0] : word[1]].lower() == "and")


def _by_letters(text: str, words: list[Span], short: str) -> int | None:
    """Schwartz and Hearst's own match: every letter of `short` in order, the first one beginning a word.

    Theirs needs no other letter to begin a word; here most must, or "she was asked (SW)" would be an explanation.
    """
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
    if len(letters) < 2:
        return None
    begin = starts[at + 1]
    kept = words[begin:]
    if len(kept) > min(len(letters) + 5, 2 * len(letters)):
        return None
    share = _common(letters, [text[s].lower() for s, _ in kept]) / len(letters)
    one_long_word = len(kept) == 1 and len(letters) >= 3 and (kept[0][1] - kept[0][0]) > 2 * len(letters)
    return begin if share >= _LEAST_INITIALS or one_long_word else None


def _common(letters: list[str], initials: list[str]) -> int:
    """Length of the longest common subsequence."""
    row = [0] * (len(initials) + 1)
    for letter in letters:
        before = 0
        for i, initial in enumerate(initials, 1):
            before, row[i] = row[i], before + 1 if letter == initial else max(row[i], row[i - 1])
    return row[-1]


def _by_first_word(text: str, words: list[Span], known: tuple[str, ...]) -> Span | None:
    """A paraphrase that keeps the listed meaning's own first word: "Edinburgh mood questionnaire (EPDS)"."""
    for meaning in known:
        first = meaning.split()[0]
        if len(first) < 6:
            continue
        for start, end in words[-6:-1]:
            if _plain(text[start:end]) == first:
                return start, _bare_end(text, words[-1])
    return None


def _is_name(text: str, words: list[Span]) -> bool:
    return not any(text[s:e].lower() in _NOT_IN_NAMES for s, e in words)
