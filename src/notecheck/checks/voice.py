"""Whether a note is written to the child or about the child, and whether the child can be heard in it."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Doc

from notecheck.checks.references import References, references_of
from notecheck.checks.subjects import BETWEEN_OR_NOT, OBJECTS
from notecheck.language.components import speech_of, text_of
from notecheck.language.speech import Speech
from notecheck.lexicon.loader import shipped_folder
from notecheck.values import Voice, Written

_TO, _ABOUT = 0.7, 0.25  # share of the references to the child in the second person, from and up to which
_SPEAKING_PRONOUNS = frozenset("she he they you".split())
_OWN_WORDS = 2  # words: less than this shows nobody's voice
_SPEAKER_WITHIN = 160  # characters


def voice_of(doc: Doc) -> Voice:
    """To whom `doc` is written, where it slips, and whether the child's words and wishes are in it."""
    text = text_of(doc)
    references = references_of(doc)
    second = sum(r.person == "second" for r in references.items)
    total = len(references.items)
    share = second / total if total else 0.0
    written = _written(share, total)
    # A note addressed to the child that falls back all the time is mixed: the writer set out to write to the child.
    if written == "about" and references.address.to == "child" and second:
        written = "mixed"
    slips = (
        tuple((r.start, r.end) for r in references.items if r.person == "third") if written in ("to", "mixed") else ()
    )
    return Voice(
        written=written,
        to_child=round(share, 3),
        references=total,
        slips=slips,
        own_words=any(_is_childs(text, s, references) for s in speech_of(doc)),
        wishes=_has_wishes(text, references),
    )


def _written(share: float, total: int) -> Written:
    if not total:
        return "neither"
    return "to" if share >= _TO else "about" if share <= _ABOUT else "mixed"


def _is_childs(text: str, speech: Speech, references: References) -> bool:
    """Whether the words of `speech` are the child's: by name, or by a pronoun that means the child."""
    if speech.words < _OWN_WORDS:
        return False
    if speech.speaker == "child":
        return True
    who = speech.speaker_text
    if who.lower() not in _SPEAKING_PRONOUNS:
        return False
    at = text.rfind(who, max(0, speech.start - _SPEAKER_WITHIN), speech.start)
    if at < 0:
        at = text.find(who, speech.end, speech.end + _SPEAKER_WITHIN)
    return at in references.starts


def _has_wishes(text: str, references: References) -> bool:
    """Whether a cue of a wish or a feeling has the child as its subject."""
    wish = _wish()
    return any(wish.match(text, r.end) for r in references.items if text[r.start : r.end].lower() not in OBJECTS)


@cache
def _wish() -> re.Pattern[str]:
    """What stands after the child where a wish or a feeling of theirs is told."""
    lines = (shipped_folder() / "classes" / "wishes.txt").read_text("utf-8").splitlines()
    cues = sorted(
        {line.strip() for line in lines if line.strip() and not line.startswith("#")}, key=lambda c: (-len(c), c)
    )
    joined = "|".join(re.escape(c).replace("'", "['’]").replace(r"\ ", r"\s") for c in cues)
    return re.compile(rf"{BETWEEN_OR_NOT}\s*(?:\b|(?=['’]))(?:{joined})\b(?!\s+enough)", re.I)
