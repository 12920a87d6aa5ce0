"""Letters in capitals that are no acronym: shouted words, names, initials, numerals, codes.

Each rule answers with its reason in words, so that a test and whoever reads the code can see why something was passed
over. A known acronym is passed over only where it is also an everyday word and is plainly shouted, or is plainly a
name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from notecheck.checks.acronym_forms import find_words, is_dotted, is_pronounceable
from notecheck.checks.acronym_index import Index, english_words, name_words

_ROMAN = re.compile(r"(?:X{1,2}(?:IX|IV|V?I{0,3})|IX|IV|VI{0,3}|I{2,3})\Z")
_AGE_AFTER = re.compile(r"['’]?s?[\s–-]{0,3}[,(:–-]?\s?\(?(?:aged?:?\s)?\d{1,2}(?:[),;:\s]|\Z)(?![/.:]\d)")
_NAME_BEFORE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|PC|DC|DS|DI|Sgt|Cllr|Judge|called|named|[Nn]ame:|[Ss]urname:)\.?\s\Z"
)
_SURNAME_AFTER = re.compile(r"\s[A-Z](?:\.|[a-z]+\b)(?!['’])")
_WORD_BEFORE = re.compile(r"([A-Za-z0-9'’]+)[^\w\n]{1,4}\Z")
_WORD_AFTER = re.compile(r"[^\w\n]{0,4}([A-Za-z0-9'’]+)")
_PLATE_BEFORE = re.compile(r"\b[A-Z]{2}\d{2}\s\Z")
_SIGNED_BEFORE = re.compile(r"(?:[–—-]\s?|[Ss]igned(?: off)?(?: by)?:?\s|[Bb]y:?\s|^\s*)\Z", re.M)
_LINE_END = re.compile(r"[\s.)]*(?:\n|\Z)")
_REFERENCE_AFTER = re.compile(r"[/-]?\d")
_REFERENCE_BEFORE = re.compile(r"(?:\d[/-]?|[#_])\Z")
_DAY_BEFORE = re.compile(r"\d(?:st|nd|rd|th)?\s\Z")
_NUMBER_BEFORE = re.compile(r"\d\s?\Z")
# "Worker: RB", "Staff: DT, RW, waking night - JO": initials, whatever else the letters may mean.
_STAFF_LABEL = re.compile(
    r"\b(?:Workers?|Staff|Supervisors?|Supervisees?|Authors?|Auditors?|Key ?workers?|Signed|Initials|"
    r"(?:Completed|Written|Recorded|Typed|Minuted|Minutes|Logged) by)\s?:([^\n]{2,80})"
)
_STAFF_BEFORE = re.compile(r"\b(?:Staff|Workers?|On shift|Key ?workers?)\s?:[^\n]*\Z")
_TWO_CAPITALS = re.compile(r"(?<![\w.&/])[A-Z]{2}(?![\w&/])")
_FULL_NAME = re.compile(r"\b([A-Z])[a-z]+\s(?:[A-Z][\w'’-]*\s)?([A-Z])[a-z]+")
# "C. Parr (CP)": the people of a meeting, with the initials that its minutes use.
_INITIALLED = re.compile(r"\b([A-Z])(?:\.|[a-z'’-]+)\s?(?:[A-Z][\w'’-]*\.?\s)?([A-Z])[\w'’-]*\s\(([A-Z]{2})\)")
_PARENTS = ("Mo", "Fa")
_IN_SENTENCE = re.compile(r"[a-z,]\s\Z")
# What stands before or after letters that name a service, a form or a meeting.
_EVIDENCE_BEFORE = re.compile(r"\b(?:the|an?|via|under|per|our|their|re|with|by|to|from|into|no)\s\Z", re.I)
_FIRM_BEFORE = re.compile(r"\b(?:the|an?|via|under|per|our|no)\s\Z", re.I)
_EVIDENCE_AFTER = re.compile(
    r"\s(?:team|workers?|meeting|referrals?|forms?|plan|assessment|panel|services?|order|checks?|report|conference|hub|"
    r"programme|pathway|process|training|trained|course|scheme|review|staff|manager|officer|lead|nurse|notification|"
    r"unit|visit|group|procedures?|guidance|tool|score|screening|caseworker|advocate|clinic)\b",
    re.I,
)
# Everyday words that people do put in capitals, which are also acronyms.
_SHOUTED = frozenset(
    """ace act add aid aim am an are arc arm art as at be bid bit cab can car cast cat dip do dot fit for gal gas get go
    has he hi hit how if in is it kit lad lap let lit lot mar may me met no not of off on op or out own pa pap par pat
    per pet pip pit put rag rap red rip sad set she sip so spa sub sum tap tar the to top up us vat vet was way we wet
    who why yes you smart wrap rise care""".split()
)
_VERB_LIKE = frozenset(["are", "so", "do", "met", "per", "an", "at", "he", "is"])
_SUBJECTS = frozenset(
    """they we you there who which that what these those parents children boys girls people i he she it and but
    this""".split()
)


class Exclusions:
    """Why letters in one note are not an acronym.

    Args:
        text: the note.
        names: lower-case words by which the note may name the child.
        initials: how the child may be written in initials.
        index: the acronyms that the lexicon knows.
    """

    def __init__(self, text: str, names: Iterable[str], initials: Iterable[str], index: Index) -> None:
        self._text = text
        self._names = frozenset(names)
        self._initials = frozenset(i.replace(".", "") for i in initials)
        self._index = index
        self._standing: dict[str, bool] = {}

    def of_known(self, base: str, start: int, end: int) -> str | None:
        """Why a listed acronym at `start` to `end` is something else here, or None where it is the acronym."""
        lower = base.lower()
        if lower in self._names and base not in self._initials:
            return "the child's name"
        if base[1:].islower():
            return self._small_letters(base, start, end)
        if base in self._staff or base in self._initialled:
            return "a person's initials"
        if is_dotted(base) and self._is_signature(start, end):
            return "a person's initials"
        if _PLATE_BEFORE.search(self._text, max(0, start - 6), start):
            return "part of a number plate"
        if base == "CC" and self._text[end : end + 1] == ":":
            return "who gets a copy"
        if base in ("AM", "PM") and _NUMBER_BEFORE.search(self._text, max(0, start - 2), start):
            return "a time of day"
        if base == "MAR" and _DAY_BEFORE.search(self._text, max(0, start - 6), start):
            return "a month"
        return self._shouted_word(base, lower, start, end)

    def of_unknown(self, base: str, start: int, end: int) -> str | None:
        """Why letters that no list knows are not an acronym, or None where they look like one."""
        letters = base.replace("&", "")
        if is_dotted(base):
            return "a person's initials"
        if _ROMAN.match(base):
            return "a roman numeral"
        if reason := self._code(start, end):
            return reason
        if letters != base:
            return None
        return (
            self._named(letters, start, end)
            or self._everyday(letters, start, end)
            or self._unlikely(letters, start, end)
        )

    def _shouted_word(self, base: str, lower: str, start: int, end: int) -> str | None:
        everyday = lower in _SHOUTED or (len(lower) > 4 and lower in english_words())
        if not everyday or not base.isupper():
            return None
        if self._is_shouted(start, end):
            return "a shouted word"
        before = _WORD_BEFORE.search(self._text, max(0, start - 25), start)
        if lower in _VERB_LIKE and before and before[1].lower() in _SUBJECTS:
            return "a shouted word"
        return None

    def _small_letters(self, base: str, start: int, end: int) -> str | None:
        """Shorthand in small letters: "Mo" and "Vic" are names as well, and "Pt 7" is a part of something."""
        if base == "Pt" and self._text[end + 1 : end + 2].isdigit():
            return "part of an Act"
        if base[:1].islower() or base.lower() not in name_words():
            return None
        if _STAFF_BEFORE.search(self._text, max(0, start - 80), start):
            return "a member of staff"
        if base in _PARENTS:
            if all(map(self._stands, _PARENTS)):
                return None
        elif _IN_SENTENCE.search(self._text, max(0, start - 3), start):
            return "a name"  # typed shorthand takes no capital in the middle of a sentence, but that for "mother" does
        if _NAME_BEFORE.search(self._text, max(0, start - 12), start) or _SURNAME_AFTER.match(self._text, end):
            return "a name"
        return "a name" if self._is_signature(start, end) else None

    def _is_signature(self, start: int, end: int) -> bool:
        signed = _SIGNED_BEFORE.search(self._text, max(0, start - 14), start)
        return bool(signed and _LINE_END.match(self._text, end))

    def _named(self, letters: str, start: int, end: int) -> str | None:
        if letters.lower() in self._names:
            return "the child's name"
        if letters in self._initials:
            return "the child's initials"
        if letters in self._staff:
            return "a member of staff's initials"
        if len(letters) == 2:
            return self._two_letters(letters, start, end)
        if is_pronounceable(letters) and (
            letters.lower() in name_words()
            or _AGE_AFTER.match(self._text, end)
            or _NAME_BEFORE.search(self._text, max(0, start - 12), start)
        ):
            return "a name"
        elsewhere = letters.isalpha() and self._stands(letters.title())
        return "a name or word in the note" if elsewhere else None

    def _two_letters(self, letters: str, start: int, end: int) -> str | None:
        """Two letters that no list knows are somebody's initials far more often than anything else."""
        if letters in self._full_names or self._is_signature(start, end):
            return "a person's initials"
        firm = _FIRM_BEFORE.search(self._text, max(0, start - 8), start) or _EVIDENCE_AFTER.match(self._text, end)
        return None if firm else "perhaps a person's initials"

    def _code(self, start: int, end: int) -> str | None:
        if _PLATE_BEFORE.search(self._text, max(0, start - 6), start):
            return "part of a number plate"
        if _REFERENCE_AFTER.match(self._text, end) or _REFERENCE_BEFORE.search(self._text, max(0, start - 2), start):
            return "part of a reference"
        return None

    def _everyday(self, letters: str, start: int, end: int) -> str | None:
        lower = letters.lower()
        if lower in english_words():
            return "a shouted word"
        if len(letters) > 2 and letters.isalpha() and self._stands(lower):
            return "a word that the note also writes without capitals"
        if (len(letters) > 3 or is_pronounceable(letters)) and self._is_shouted(start, end):
            return "a shouted line"
        return None

    def _unlikely(self, letters: str, start: int, end: int) -> str | None:
        """Letters that can be said as a word need something beside them that says what they are."""
        if len(letters) < 4 or not is_pronounceable(letters):
            return None
        after = _EVIDENCE_AFTER.match(self._text, end)
        before = _EVIDENCE_BEFORE.search(self._text, max(0, start - 8), start)
        return None if after or (before and len(letters) < 7) else "a name or a shouted word"

    def _stands(self, word: str) -> bool:
        """Whether the note holds `word`, written just so."""
        if word not in self._standing:
            self._standing[word] = find_words(self._text, word) >= 0
        return self._standing[word]

    @cached_property
    def _staff(self) -> frozenset[str]:
        """Initials given behind a label such as "Staff:", where at least one pair of them means nothing else."""
        found: set[str] = set()
        for match in _STAFF_LABEL.finditer(self._text):
            pairs = _TWO_CAPITALS.findall(match[1])
            if any(self._index.find(pair) is None for pair in pairs):
                found.update(pairs)
        return frozenset(found)

    @cached_property
    def _initialled(self) -> frozenset[str]:
        """Initials in brackets behind the name that they are taken from."""
        found = (m.groups() for m in _INITIALLED.finditer(self._text)) if "(" in self._text else ()
        return frozenset(letters for first, last, letters in found if letters == first + last)

    @cached_property
    def _full_names(self) -> frozenset[str]:
        return frozenset(first + last for first, last in _FULL_NAME.findall(self._text))

    def _is_shouted(self, start: int, end: int) -> bool:
        """Whether the capitals next to this place, on the same line, hold an everyday word."""
        return self._shout_on(start, back=True) or self._shout_on(end, back=False)

    def _shout_on(self, at: int, back: bool) -> bool:
        for _ in range(8):
            found = _WORD_BEFORE.search(self._text, max(0, at - 40), at) if back else _WORD_AFTER.match(self._text, at)
            if found is None:
                return False
            word = found[1].replace("’", "'").removesuffix("'S")
            if not word.isupper() and not word.isdigit():
                return False
            if _is_shout(word) and self._index.find(word) is None:
                return True
            at = found.start(1) if back else found.end(1)
        return False


def _is_shout(word: str) -> bool:
    return word.isalpha() and (len(word) > 7 or (len(word) > 1 and word.lower() in english_words()))
