"""Questions that several frames ask of the place where they matched."""

from __future__ import annotations

import re

from notecheck.checks.frames.frame import Judge
from notecheck.checks.frames.view import View
from notecheck.checks.rejection import DENIED, denied
from notecheck.checks.restraint import ACTOR_NAMED

NO_MATCH = ""
_WORKER = re.compile(
    r"\b(?:we|i|sw|worker|workers|school|police|officers?|team|service|services|camhs|council|local authority|authority|manager|gp|hospital|nurse|"
    r"housing|college|staff|professionals|panel|court|judge|department|landlord|nursery|agency|provider|bank|company|"
    r"health visitor|teacher|head|headteacher|governors|academy|mash|edt|cps)\b(?:\W+\w+){0,3}\W*\Z"
)


def every(*judges: Judge) -> Judge:
    """The first answer that is not "it stands"."""

    def judge(view: View, start: int, end: int) -> str | None:
        return next((held for j in judges if (held := j(view, start, end)) is not None), None)

    return judge


def needs(context: str) -> Judge:
    """A word of this class stands in the sentence or a neighbouring one."""
    return lambda view, start, end: None if view.near(start, context) else NO_MATCH


def not_with(context: str) -> Judge:
    """No word of this class stands in the sentence."""
    return lambda view, start, end: NO_MATCH if view.beside(start, context) else None


def unless_actor_near(view: View, start: int, end: int) -> str | None:
    """Harm without anybody doing it, unless somebody is named as acting near by."""
    return ACTOR_NAMED if view.actor_near(start) else None


def not_by_worker(view: View, start: int, end: int) -> str | None:
    """The one who acts is not a worker or a service."""
    return NO_MATCH if _WORKER.search(view.before(start)) else None


def not_denied(view: View, start: int, end: int) -> str | None:
    return DENIED if denied(view.before(start)) else None


not_worker_nor_denied: Judge = every(not_by_worker, not_denied)


_SAYS_OF = r"(?:(?:is|was|were|are|has|had|have|been|be|being|can|could|will|would|also|then|often|still|always|never|just|now|quite|very|a|an|the|to|by|did|do|does)\s+){0,4}\Z"
_BEFORE = re.compile(rf"([\w'’-]+)\s+{_SAYS_OF}", re.I)
_OTHERS = frozenset(
    "dad father fa daddy stepdad stepfather husband perpetrator man men uncle boyfriend abuser suspect offender grandad it school police everyone nobody".split()
)


def about_somebody_else(view: View, start: int) -> bool:
    """Whether the one of whom it is said is by name, or by the word for them, neither the child nor a victim."""
    before = _BEFORE.search(view.text[view.bounds[view.sentence(start)][0] : start])
    if before is None:
        return False
    word = before[1]
    if word.lower() in _OTHERS:
        return True
    first = before.start() == 0
    named = word[0].isupper() and not word.isupper() and word.lower() not in _NO_NAMES and not first
    return bool(view.names) and named and word.lower().removesuffix("'s") not in view.names


_NO_NAMES = frozenset("she he they mum mother mam mo the a but and who i we child yp girl boy ms mrs miss".split())


def not_somebody_else(view: View, start: int, end: int) -> str | None:
    """What is said of another person by name, or of the one who harms, is no blame of the child."""
    return NO_MATCH if about_somebody_else(view, start) else None
