"""What an acronym looks like on the page, whether or not any list knows it.

Cutting a note into pieces that may be acronyms is one pass of one regular expression; everything that costs more is
done for those pieces alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A run of letters and digits with whatever joins them: "S47/S17", "DNA'd", "C.I.N", "CP-IS", "PP+".
_RUN = re.compile(r"[A-Za-z0-9](?<![\w@].)(?>(?:[\w&/.'’+-]*[\w+])?)(?!@|://)")
# The same, but for plain words: far fewer, where no plain word has to be looked up.
_UNUSUAL_RUN = re.compile(r"[A-Za-z0-9](?<![\w@].)(?![a-z]*(?![\w&/'’+-]|\.\w))(?>(?:[\w&/.'’+-]*[\w+])?)(?!@|://)")
_WORD = re.compile(r"[A-Za-z]+")
# What most runs are: a word, a number, a single letter.
_ORDINARY = re.compile(r"[A-Za-z]?[a-z]+(?:[-'’./][A-Za-z]?[a-z]+)*\Z|\d[\d.:/-]*\Z|.\Z")
# "s47", "S.47", "ss.31", "s 20", "Sec 85", "s31(2)", "s.38(6)(b)"; not "section 47", which is in words already.
_SECTION = re.compile(r"[sS](?<![\w'’.].)(?:[sS]?\.?[ ]?|ecs?\.?[ ])\d{1,3}[A-Za-z]?(?:\(\w{1,3}\))*(?!\w|/\d|[.:]\d)")
# Clinical time: "6/52" six weeks, "38/40" weeks of pregnancy; "/12" and "/7" only where no date can be meant.
_DURATION = re.compile(r"(?<![\d/.])\d{1,2}/(52|40|12|7)(?![\d/]|\.\d)")
_UNITS = ("/52", "/40", "/12", "/7")
_TIME_BEFORE = re.compile(r"(?:\b(?:in|every|aged?|over)|\b[Bb]aby(?:\s[A-Z]\w+)?,?)\s\(?\Z")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w.-]+")
_SCORE_BEFORE = re.compile(r"(?:scor\w+|got|mark\w*|test|result)\s(?:of\s|was\s)?\Z", re.I)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])\Z")
_VERB_ENDING = re.compile(r"(?:['’](?:d|ed|ing)|(?<=[A-Z])(?:ing|ed|d))\Z")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]?\Z")
_LETTERS = re.compile(
    r"[A-Z]{2,7}\Z"
    r"|[A-Z]{1,3}&[A-Z]{1,3}\Z"
    r"|[A-Z]{3,6}\d\Z"  # "PPD1"
    r"|[A-Z]{1,2}[oaif][A-Z]{1,3}\Z"  # "DfE", "SaLT": a small word's letter among capitals
    r"|[A-Z]{2,4}x\Z"  # "PMHx"
    r"|G\dP\d\Z"  # how often pregnant, how often given birth
)
_PARTS = re.compile(r"[^/\-]+")
_NUMBER = re.compile(r"\d{2,}\Z")
_FOLDED_AWAY = str.maketrans("", "", ". -\n\t")
_HARD_TO_SAY = re.compile(
    r"[^aeiouy]{4}|[aeiou]{4}|^(?!s[cpt][hrl]|shr|thr|chr)[^aeiouy]{3}|q(?!u)|[jvq]$|^[^aeiouy]*$"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a note that may be an acronym: without a possessive's ending, with a plural's or a verb's.

    `base` is the acronym without a verb's ending ("DNA" of "DNA'd").
    """

    text: str
    start: int
    end: int
    base: str


def fold(text: str) -> str:
    """The form under which an acronym is looked up: capitals, without the dots, spaces and hyphens inside it."""
    return text.translate(_FOLDED_AWAY).upper()


def runs(text: str, words: frozenset[str]) -> Iterator[tuple[str, int]]:
    """Every run that may hold an acronym, with its offset; of ordinary words only those in `words`."""
    pattern = _UNUSUAL_RUN if words.isdisjoint(_WORD.findall(text)) else _RUN
    for match in pattern.finditer(text):
        run = match[0]
        if run in words or not _ORDINARY.match(run) or (run[-1] == "s" and _POSSESSIVE.sub("", run) in words):
            yield run, match.start()


def sections(text: str) -> Iterator[Piece]:
    """Section numbers of Acts of Parliament."""
    for match in _SECTION.finditer(text):
        yield Piece(match[0], match.start(), match.end(), match[0])


def durations(text: str) -> Iterator[Piece]:
    """Clinical times such as "6/52"."""
    if not any(unit in text for unit in _UNITS):
        return
    for match in _DURATION.finditer(text):
        start = match.start()
        may_be_date = match[1] in ("12", "7")
        if may_be_date and not _TIME_BEFORE.search(text, max(0, start - 24), start):
            continue
        if not _SCORE_BEFORE.search(text, max(0, start - 20), start):
            yield Piece(match[0], start, match.end(), match[0])


def addresses(text: str) -> list[tuple[int, int]]:
    """Where web and e-mail addresses stand, whose capitals mean nothing."""
    if "@" not in text and "www." not in text and "://" not in text:
        return []
    return [m.span() for m in _ADDRESS.finditer(text)]


def pieces(run: str, start: int) -> list[Piece]:
    """A run and, where it is made of several joined by a slash or hyphen, each of those."""
    found = [piece(run, start)]
    joined = [m for m in _PARTS.finditer(run) if m[0].strip(".")] if "/" in run or "-" in run else []
    # "IR/0231" and "CS-2291" are references; only long letters are a word even there ("LADO/24/318").
    reference = any(_NUMBER.match(m[0]) for m in joined)
    found += [piece(m[0].strip("."), start + m.start()) for m in joined if not reference or len(m[0]) > 3]
    return found


def piece(text: str, start: int) -> Piece:
    """One piece, cut from what belongs to the sentence and not to it."""
    text = _POSSESSIVE.sub("", text)
    return Piece(text, start, start + len(text), _VERB_ENDING.sub("", text))


def without_plural(base: str) -> str | None:
    """`base` without a plural's small s, or None where it has none ("SWs", "MGPs")."""
    return base[:-1] if len(base) > 2 and base[-1] == "s" and base[-2].isupper() else None


def is_dotted(base: str) -> bool:
    """Whether letters stand with dots between them ("C.I.N")."""
    return bool(_DOTTED.match(base))


def looks_like_acronym(base: str) -> bool:
    """Whether letters that no list knows have the shape of an acronym."""
    return bool(_LETTERS.match(base))


def is_pronounceable(base: str) -> bool:
    """Whether letters can be said as a word ("KACEY", "ADWOA"), so that they may well be one."""
    return not _HARD_TO_SAY.search(base.lower())


def find_words(text: str, words: str) -> int:
    """Offset of `words` in `text` as whole words, perhaps in the plural; -1 where they do not stand."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if not (at and text[at - 1].isalnum()):
            end += text[end : end + 1] == "s"
            if not text[end : end + 1].isalnum():
                return at
        at = text.find(words, at + 1)
    return -1
