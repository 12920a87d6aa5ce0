"""Letters in capitals that are no acronym: shouted words, names, initials, numerals, codes.

Each rule answers with the reason, in words, so that a test or a reader of the code can see why something was passed
over. A known acronym is passed over only where it is also an everyday word and is plainly shouted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from notecheck.checks.acronym_forms import is_dotted, is_pronounceable
from notecheck.checks.acronym_index import Index, english_words

_ROMAN = re.compile(r"(?:X{1,2}(?:IX|IV|V?I{0,3})|IX|IV|VI{0,3}|I{2,3})\Z")
_AGE_AFTER = re.compile(r"['’]?s?[\s–-]{0,3}[,(:–-]?\s?\(?(?:age[d]?:?\s)?\d{1,2}(?:[),;:\s]|\Z)(?![/.:]\d)")
_NAME_BEFORE = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|PC|DC|DS|DI|Sgt|Cllr|Judge|called|named|name:|Name:|surname:|Surname:)\.?\s)\Z"
)
_WORD_BEFORE = re.compile(r"([A-Za-z0-9'’]+)[^\w\n]{1,4}\Z")
_WORD_AFTER = re.compile(r"[^\w\n]{0,4}([A-Za-z0-9'’]+)")
_PLATE_BEFORE = re.compile(r"\b[A-Z]{2}\d{2}\s\Z")
_SIGNED_BEFORE = re.compile(r"(?:[–—-]\s?|[Ss]igned(?: off)?(?: by)?:?\s|[Bb]y:?\s|^)\Z", re.M)
_LINE_END = re.compile(r"[\s.)]*(?:\n|\Z)")
# What stands before or after letters that name a service, a form or a meeting.
_EVIDENCE_BEFORE = re.compile(r"\b(?:the|an?|via|under|per|our|their|re|with|by|to|from|into|no)\s\Z", re.I)
_EVIDENCE_AFTER = re.compile(
    r"\s(?:team|worker|workers|meeting|referral|referrals|form|forms|plan|assessment|panel|service|services|order|checks?|"
    r"report|conference|hub|programme|pathway|process|training|course|scheme|review|staff|manager|officer|lead|"
    r"nurse|notification|unit|visit|group|procedures?|guidance|tool|score|screening|caseworker|advocate|clinic)\b",
    re.I,
)
# Everyday words that people do put in capitals, which are also acronyms.
_SHOUTED = frozenset("ace act add aid aim am an are arc arm art as at be bid bit cab can car cast cat dip do dot fit for gal gas get go has he hi hit how if in is it jag kit lad lap let lit lot mar may me met no not of off on op or out own pa pap par pat per pet pip pit put rag rap red rip sad set she sip so spa sub sum tap tar the to top up us vat vet was way we wet who why yes you smart wrap henry rise care".split())  # fmt: skip
_SUBJECTS = frozenset("they we you there who which that what these those these parents children boys girls people i he she it and but this".split())  # fmt: skip
_SHORT_NAMES = frozenset("abi abu ada ade ali amy ana ann art ava ben bex bob dan dee del des dom don eli ema eva eve fay flo gus guy hal ian ida ifa ila ira isa ivy jan jax jay jed jem jen jez jim job joe jon joy kai kat kay kaz ken kim kit kyp lea lee lei len leo les lia lil liv liz lou luc luz mac mae maj max may meg mel mia mim moe moh ned nia nye oli pam pat pia rae raj rav ray rex ria rob rod ron roy roz sal sam sid sol sue tam ted tia tim tom tia ty una uma val vic viv wes win yas yaz zac zak zeb zed zia zoe khan kaur lily noah jade luca amir omar rosa nina anya ella emma jack jake john josh leah liam lola lucy maya ryan sara sean zara aran bilal".split())  # fmt: skip


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

    def of_known(self, base: str, start: int, end: int) -> str | None:
        """Why a listed acronym at `start` to `end` is an everyday word here."""
        lower = base.lower()
        if lower in self._names and base not in self._initials:
            return "the child's name"
        if base.isalpha() and not base.isupper():
            return self._person(base, start, end)
        if _PLATE_BEFORE.search(self._text, max(0, start - 6), start):
            return "part of a number plate"
        if base == "CC" and self._text[end : end + 1] == ":":
            return "copies sent"
        if base in ("AM", "PM") and re.search(r"\d\s?\Z", self._text[max(0, start - 2) : start]):
            return "a time of day"
        everyday = lower in _SHOUTED or (len(lower) > 4 and lower in english_words())
        if not everyday or not base.isupper():
            return None
        if self._is_shouted(start, end):
            return "a shouted word"
        before = _WORD_BEFORE.search(self._text, max(0, start - 25), start)
        if (
            lower in ("are", "so", "do", "met", "per", "an", "at", "he", "is")
            and before
            and before[1].lower() in _SUBJECTS
        ):
            return "a shouted word"
        return None

    def of_unknown(self, base: str, start: int, end: int) -> str | None:
        """Why letters that no list knows are not an acronym, or None where they look like one."""
        letters = base.replace("&", "")
        if is_dotted(base):
            return "a person's initials"
        if _ROMAN.match(base):
            return "a roman numeral"
        return (
            self._named(letters, start, end)
            or self._code(start, end)
            or self._everyday(letters, start, end)
            or self._initials_of_somebody(letters, start, end)
            or self._unlikely(letters, start, end)
        )

    def _person(self, base: str, start: int, end: int) -> str | None:
        """ "Mo" and "Fa" are also names."""
        if base not in ("Mo", "Fa"):
            return None
        if _NAME_BEFORE.search(self._text, max(0, start - 12), start):
            return "a name"
        alone = _LINE_END.match(self._text, end) and self._text[:start].rstrip(" -–—")[-1:] in ("", "\n")
        return "a name" if alone or re.match(r"\s[A-Z][a-z]+\b(?!['’])", self._text[end : end + 20]) else None

    def _named(self, letters: str, start: int, end: int) -> str | None:
        if letters.lower() in self._names:
            return "the child's name"
        if letters in self._initials:
            return "the child's initials"
        if len(letters) > 2 and is_pronounceable(letters):
            if letters.lower() in _SHORT_NAMES or _AGE_AFTER.match(self._text, end):
                return "a name"
            if _NAME_BEFORE.search(self._text, max(0, start - 12), start):
                return "a name"
        if len(letters) > 2 and re.search(rf"\b{letters.title()}\b", self._text):
            return "a name or word that the note also writes without capitals"
        return None

    def _code(self, start: int, end: int) -> str | None:
        if _PLATE_BEFORE.search(self._text, max(0, start - 6), start):
            return "part of a number plate"
        if re.match(r"[/-]?\d", self._text[end : end + 2]) or self._text[max(0, start - 1) : start] in ("#", "_"):
            return "part of a reference"
        if re.search(r"\d[/-]?\Z", self._text[max(0, start - 2) : start]):
            return "part of a reference"
        return None

    def _everyday(self, letters: str, start: int, end: int) -> str | None:
        lower = letters.lower()
        if lower in english_words():
            return "a shouted word"
        if len(letters) > 2 and re.search(rf"(?<!\w){lower}(?!\w)", self._text):
            return "a word that the note also writes without capitals"
        if self._is_shouted(start, end) and (len(letters) > 3 or is_pronounceable(letters)):
            return "a shouted line"
        return None

    def _initials_of_somebody(self, letters: str, start: int, end: int) -> str | None:
        if len(letters) != 2:
            return None
        if _LINE_END.match(self._text, end) and _SIGNED_BEFORE.search(self._text, max(0, start - 14), start):
            return "a person's initials"
        full = re.search(rf"\b{letters[0]}[a-z]+\s(?:[A-Z][\w'’-]*\s)?{letters[1]}[a-z]+", self._text)
        return "a person's initials" if full else None

    def _unlikely(self, letters: str, start: int, end: int) -> str | None:
        """Letters that can be said as a word need something beside them that says what they are."""
        if len(letters) < 4 or not is_pronounceable(letters):
            return None
        after = _EVIDENCE_AFTER.match(self._text, end)
        before = _EVIDENCE_BEFORE.search(self._text, max(0, start - 8), start)
        return None if after or (before and len(letters) < 7) else "a name or a shouted word"

    def _is_shouted(self, start: int, end: int) -> bool:
        """Whether the capitals next to this place, on the same line, hold an everyday word."""
        return self._shout_on(start, back=True) or self._shout_on(end, back=False)

    def _shout_on(self, at: int, back: bool) -> bool:
        for _ in range(8):
            found = _WORD_BEFORE.search(self._text, max(0, at - 40), at) if back else _WORD_AFTER.match(self._text, at)
            if found is None:
                return False
            word = re.sub(r"['’]S\Z", "", found[1])
            if not word.isupper() and not word.isdigit():
                return False
            if _is_shout(word) and self._index.find(word) is None:
                return True
            at = found.start(1) if back else found.end(1)
        return False


def _is_shout(word: str) -> bool:
    return word.isalpha() and (len(word) > 7 or (len(word) > 1 and word.lower() in english_words()))
