"""To whom a note speaks already, judged before anything is changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc

from notecheck.language.components import speech_of
from notecheck.rewrite.judging import second_person
from notecheck.rewrite.names import Names

_GREETING = re.compile(r"^\s*(?:dear|hi|hello|hey|hiya)\s+(?P<name>[^\W\d_][\w'’-]*)", re.I | re.M)
# A question that an earlier draft put to the writer.
_QUESTION = re.compile(r"\[[A-Z][^\[\]\n]{8,}[?.]\]")
_MOSTLY = 3  # so many times "you" for each time that the child is spoken of: written to the child, with a slip


@dataclass(frozen=True, slots=True)
class Address:
    """To whom the note speaks. `places` are the offsets at which it says "you"."""

    to_child: bool  # the whole of it: nothing is to be changed
    partly: bool  # it says "you" to the child in places
    to_another: str  # the name of somebody else whom it greets
    places: tuple[int, ...]


def address_of(doc: Doc, names: Names, who: Mapping[int, str]) -> Address:
    """Judge by the greeting, and by how the note speaks of the child outside quotations."""
    text = doc.text
    quoted = [(s.start, s.end) for s in speech_of(doc) if s.kind == "quoted"]
    places = tuple(second_person(text, quoted))
    greeted = [m["name"].lower() for m in _GREETING.finditer(text)]
    to_child = any(g in names.single or g in names.surnames for g in greeted)
    greeted_at = {m.start("name") for m in _GREETING.finditer(text)}
    named = [i for i, label in who.items() if label == "child" and _names_child(doc, i, names)]
    about = sum(doc[i].idx not in greeted_at and not _heads(doc, text, i) for i in named)
    if _QUESTION.search(text) and (places or about == 0):
        return Address(True, True, "", places)  # a draft, with its questions still in it
    if not places:
        return Address(False, False, "", places)
    if to_child:
        return Address(about == 0 or len(places) >= _MOSTLY * about, True, "", places)
    other = next((g for g in greeted if g not in names.single), "")
    if other:
        return Address(False, False, other.title(), places)
    return Address(len(places) >= _MOSTLY * about, about <= len(places), "", places)


def _names_child(doc: Doc, i: int, names: Names) -> bool:
    word = doc[i].lower_
    return word in names.single or word in ("yp", "child", "person") or doc[i].text in names.initials


def _heads(doc: Doc, text: str, i: int) -> bool:
    """Whether the name stands in a heading or fills in a form."""
    at = doc[i].idx
    line_start = text.rfind("\n", 0, at) + 1
    line_end = text.find("\n", at)
    line = text[line_start : len(text) if line_end < 0 else line_end]
    before = text[line_start:at].strip().lower()
    return before.rstrip(" :").split(" ")[-1] in ("name", "child", "re", "subject") or not re.search(r"[.!?]", line)
