"""Whose "you" it is: to whom a note is addressed, by its greeting, by a name that calls, or by nothing.

"Dear Maya" makes every "you" Maya's. "Dear Mrs Khan" or "Hi Jo" makes none of them hers. Where nobody is greeted,
"you" is the child unless the sentence asks a colleague for something.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from notecheck.language.people import child_names
from notecheck.values import Child

_GREETING = re.compile(
    r"^[ \t>*]*(?:(?:My\s)?[Dd]ear(?:est)?|DEAR|Hi(?:ya)?|Hello|Hey|(?:Good\s)?(?:[Mm]orning|[Aa]fternoon|[Ee]vening))"
    r"[ \t]+(?:there[ \t]+)?"
    r"(?P<who>[A-Z][^\n,.:;!?–]{0,48}|(?:all|both|colleagues?|team|everyone|sir|madam)\b[^\n,.]{0,20})",
    re.M,
)
_GREETERS = ("ear ", "EAR ", "Hi", "Hello", "Hey", "orning", "fternoon", "vening")  # one must be there to look further
_TITLE = re.compile(
    r"\b(?:mr|mrs|ms|miss|dr|sir|madam|prof|colleagues?|all|team|both|everyone|everybody|parents?|carers?|mum|dad|"
    r"manager|head|judge|officer|folks|guys)\b",
    re.I,
)
_GREETED_IN = 700  # characters: a greeting further down belongs to something pasted in
_CALLED_NEAR = 220  # characters in which a name that calls is followed by "you"
_YOU = re.compile(r"\b(?:you|your)\b", re.I)
# "Thank you for coming, Maya." "Goodbye Maya,"
_CALL_BEFORE = re.compile(r"(?:,|\b(?:goodbye|bye|thanks|thank you|well done|hello|sorry|love|night))\s+\Z", re.I)
_CALL_AFTER = re.compile(r"[,.!?]|\s*(?:\n|\Z)")
_SPOKEN_NEAR = 40  # characters from a name that calls to a "you", where nobody is greeted
# After "Maya,": what goes on about Maya and does not speak to her.
_GOES_ON = re.compile(r"\s*(?:\d|(?:who|whose|which|aged?|and|his|her|their|she|he|they|was|is|has|DOB|dob|yo|y\.o)\b)")
# "You" to a colleague, a parent or anybody: requests, thanks, what the reader of an email already knows.
_TO_A_READER = re.compile(
    r"(?:\b(?:thank|thanking|can|could|would|will|do|did|as|if|hope|let|asking|request|grateful if|should|wondered if|"
    r"copy|cc|update|call|email|ring|advise|inform|contact(?:ed)?|see|tell|told|remind|with|from|to)\s)\Z",
    re.I,
)
_YOUR_CHILD = re.compile(
    r"your\s(?:\w+\s)?(?:son|daughter|child|children|grandson|granddaughter|form|referral|email|team|report|service|"
    r"office|records?|system|end|letter|contact|enquiry|concerns?)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Address:
    """To whom the note speaks: the child, somebody else, or nobody in particular (None).

    `opened` is where the greeting or the first calling name ends; what comes before is a heading for other readers.
    `calls` are the offsets of names that call the child ("Maya, you …").
    """

    to: Literal["child", "other"] | None = None
    opened: int = 0
    calls: frozenset[int] = frozenset()

    def means_child(self, text: str, start: int) -> bool:
        """Whether the "you" at `start` is the child."""
        if self.to == "child":
            return True
        if self.to == "other":
            return False
        return not (_TO_A_READER.search(text, max(0, start - 14), start) or _YOUR_CHILD.match(text, start))

    def is_call(self, text: str, start: int, end: int) -> bool:
        """Whether the name at `start` to `end` calls the child, as in "Well done, Maya.", and does not speak of them.

        So do names and pronouns above the greeting, which are for other readers.
        """
        if self.to == "other":
            return False
        if self.to == "child" and (start < self.opened or start in self.calls):
            return True
        if not (_CALL_AFTER.match(text, end) and _CALL_BEFORE.search(text, max(0, start - 16), start)):
            return False
        return self.to == "child" or bool(_YOU.search(text, max(0, start - _SPOKEN_NEAR), end + _SPOKEN_NEAR))


def addressed(
    text: str, child: Child, quoted: Sequence[tuple[int, int]] = (), record_type: str | None = None
) -> Address:
    """To whom `text` speaks.

    Args:
        quoted: the passages of `text` in quotation marks, which speak to whoever was there.
        record_type: what kind of record it is, where that is known ("letter to child").
    """
    names = child_names(child)
    calls = tuple(_calls(text, names, quoted))
    greeting = _greeting(text)
    if greeting and not any(s <= greeting.start("who") < e for s, e in quoted):
        to = _greeted(text, greeting, names, record_type or "")
        starts = frozenset(s for s, _ in calls) if to == "child" else frozenset()
        return Address(to, greeting.end(), starts)
    if calls:
        return Address("child", calls[0][1], frozenset(s for s, _ in calls))
    return Address()


def _greeting(text: str) -> re.Match[str] | None:
    top = text[:_GREETED_IN]
    return _GREETING.search(top) if any(word in top for word in _GREETERS) else None


def _greeted(text: str, greeting: re.Match[str], names: frozenset[str], record_type: str) -> Literal["child", "other"]:
    who = greeting["who"]
    words = [w.lower() for w in re.findall(r"[^\W\d_]+", who)]
    titled = bool(_TITLE.search(who))
    if not titled and any(w in names for w in words):
        return "child"
    if titled or len(words) > 4 or "email" in record_type.lower():
        return "other"
    # A name that is not the child's as we know it: a pet name where the body never speaks of the child by name.
    body = text[greeting.end() :]
    if names:
        spoken_of = any(re.search(rf"\b{re.escape(n)}\b", body, re.I) for n in names)
        return "other" if spoken_of or not _mostly_you(body) else "child"
    return "child" if _mostly_you(body) and not _YOUR_CHILD.search(body) else "other"


def _mostly_you(body: str) -> bool:
    third = len(re.findall(r"\b(?:she|he|her|his|him)\b", body, re.I))
    return len(_YOU.findall(body)) > max(2, third)


def _calls(text: str, names: frozenset[str], quoted: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where the child is called by name ("Maya, you …") at the start of a line or a sentence."""
    found: list[tuple[int, int]] = []
    forms = _called_as(names)
    for form in forms:
        at = text.find(form)
        while at >= 0:
            end = at + len(form)
            before = text[text.rfind("\n", 0, at) + 1 : at].rstrip()
            if (not before or before == "For" or before[-1] in ".!?") and not _GOES_ON.match(text, end):
                you = _YOU.search(text, end, end + _CALLED_NEAR)
                if you and not any(s <= at < e or s <= you.start() < e for s, e in quoted):
                    found.append((at, end))
            at = text.find(form, end)
    return sorted(found)


@lru_cache(maxsize=256)
def _called_as(names: frozenset[str]) -> tuple[str, ...]:
    """How a name is written when it calls: "Maya," "MAYA!"."""
    return tuple(
        sorted({f"{form}{mark}" for n in names for form in (n.title(), n.upper(), n.capitalize()) for mark in ",!"})
    )
