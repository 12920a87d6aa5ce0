"""A frame: a rule over kinds of words and their order, for blame that no list of phrases holds.

A pattern reads like the sentence that it finds:

    {mother} failed to [[protect {self}]]     words; {a class of lexicons/classes/blame.yml}; [[what is marked]]
    was ~2 {harm:participle}                  at most two words between

Everything else is a regular expression over the text in small letters, within one sentence. Without [[ ]] the whole
match is marked. A frame carries the sentences that prove it, and `judge` may weigh where the words stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from notecheck.checks.frames.classes import WordClasses
from notecheck.values import Level

if TYPE_CHECKING:
    from notecheck.checks.frames.view import View

# None: it stands. "": it is no match after all. Else the reason for which it is held back, which is shown.
Judge = Callable[["View", int, int], str | None]

_CLASS = re.compile(r"\{([a-z][A-Za-z]*(?::[a-z]+)?)\}")
# Where a sentence, a bullet or a part of a list begins.
_START = r"(?:\A\s*|(?<=[\n;:.•*!?-])\s*)(?:-\s*|\d+[.)]\s*)?"
_GAP = re.compile(r" ~(\d) ")


@dataclass(frozen=True)
class Frame:
    """One frame of a theme. `on` names the words or {classes} of which one must stand in the sentence.

    `name` tells frames of one theme apart: the rule is `victim-blaming/frame-mutual` or `…/frame-mutual-both`.
    """

    category: str
    theme: str
    on: tuple[str, ...]
    patterns: tuple[str, ...]
    message: str
    why: str
    ask: str
    flag: tuple[str, ...]
    ok: tuple[str, ...]
    name: str = ""
    level: Level = "consider"
    judge: Judge | None = None

    @property
    def id(self) -> str:
        return f"{self.category}/frame-{self.theme}" + (f"-{self.name}" if self.name else "")

    @property
    def file(self) -> str:
        return f"checks/frames/{self.theme.replace('-', '_')}.py"


def compiled(pattern: str, classes: WordClasses) -> re.Pattern[str]:
    """A pattern as a regular expression whose group `span` is what is marked."""
    text = pattern.replace("{start}", _START)
    text = _GAP.sub(lambda m: rf"\s+(?:[^\s.;!?]+\s+){{0,{m[1]}}}?", text)
    text = text.replace(" ?", r"\s*").replace(" ", r"\s+")
    text = _CLASS.sub(lambda m: one_of(classes[m[1]]), text)
    if "[[" not in text:
        text = f"[[{text}]]"
    text = text.replace("[[", "(?P<span>").replace("]]", ")")
    return re.compile(rf"(?<![\w]){text}(?![\w])")


def one_of(words: tuple[str, ...]) -> str:
    """A regular expression for any of `words`, the longest first."""
    ordered = sorted(words, key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in ordered) + ")"


def trigger_words(frame: Frame, classes: WordClasses) -> frozenset[str]:
    """The single words of which one must stand in a sentence for the frame to match: first words of phrases too."""
    words: set[str] = set()
    for item in frame.on:
        named = _CLASS.fullmatch(item)
        for phrase in classes[named[1]] if named else (item,):
            words.update(re.split(r"[\s]", phrase)[:1])
    return frozenset(re.split(r"(?<=\w)-", w)[0] for w in words)
