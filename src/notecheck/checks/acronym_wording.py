"""What is said about an acronym: the long form in the right number, and the question to the writer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from notecheck.checks.acronym_forms import Piece, without_plural

_HEAD_ENDS = re.compile(
    r"\s(?:of|in|for|to|with|at|from|on|who|that|when|where|and|or|about|under|by|still)\s|[,:(]|\Z"
)
_NEXT_WORD = re.compile(r"[ \u00a0]([A-Za-z]+)\b")
_IRREGULAR = {"child": "children", "person": "people", "woman": "women", "man": "men", "baby": "babies"}
_NO_PLURAL = frozenset(
    "children people men women missing staff help care money advice information medicine work".split()
)


def inflected(wording: str, of: Piece) -> str:
    """`wording` in the number in which the acronym stands: "SWs" "social workers"."""
    return plural(wording) if wording and without_plural(of.base) else wording


def not_doubled(wording: str, text: str, end: int) -> str:
    """`wording` without its last word where that follows anyway: "EHCP plan" must not become "care plan plan"."""
    rest, _, last = wording.rpartition(" ")
    following = _NEXT_WORD.match(text, end)
    return rest if rest and following and following[1].lower() == last.lower() else wording


def plural(phrase: str) -> str:
    """The plural of a noun phrase, formed on its head: "child in need" "children in need"."""
    end = _HEAD_ENDS.search(phrase)
    cut = end.start() if end else len(phrase)
    head, rest = phrase[:cut], phrase[cut:]
    last = head.rsplit(None, 1)[-1] if head.strip() else ""
    if not last or last in _NO_PLURAL:
        return phrase
    if last in _IRREGULAR:
        many = _IRREGULAR[last]
    elif re.search(r"[^aeiou]y\Z", last):
        many = last[:-1] + "ies"
    elif last.endswith("sis"):
        many = last[:-2] + "es"
    elif re.search(r"[^su]s\Z", last):  # "parents", "services"
        return phrase
    elif re.search(r"(?:s|x|ch|sh)\Z", last):
        many = last + "es"
    else:
        many = last + "s"
    return head[: len(head) - len(last)] + many + rest


def offered(meanings: Sequence[str]) -> str:
    """Several meanings as a choice: "child protection, care plan or care proceedings"."""
    if len(meanings) < 2:
        return "".join(meanings)
    return ", ".join(meanings[:-1]) + " or " + meanings[-1]


WHY = (
    "Letters are quick to type and hard to read. A child or a family who reads this may not know what they stand for, "
    "and may not like to ask."
)
WHY_ORDER = "Whoever reads from the top meets the letters before the explanation."
WHY_LINK = (
    "The words and the letters both stand in this note, but nothing says that they are the same thing. Somebody new to "
    "the service cannot tell."
)
