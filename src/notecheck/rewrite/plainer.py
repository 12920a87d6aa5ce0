"""Common heavy words made plain: "requested" becomes "asked for". The words are data: lexicons/readability.

Only in a note that is long enough to have a reading age: in a line or two there is nothing to bring down, and the
worker's own words stay.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from spacy.tokens import Token

from notecheck.errors import LexiconError
from notecheck.lexicon.inflect import fitted, inflected_verb
from notecheck.lexicon.loader import shipped_folder
from notecheck.rewrite.edits import Edit, Passed, upper_first
from notecheck.rewrite.page import Page
from notecheck.rewrite.placed import RANK
from notecheck.rewrite.tree import children

RULE = "wording/plain"
_HAVE = frozenset({"has", "have", "had", "having", "'ve", "’ve"})
_FILE = "readability/plain_words.csv"
_REASON = "A plain word says the same."
_VERB_TAGS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ")
_OBJECTS = frozenset({"obj", "iobj"})
_OF_A_NAME = frozenset({"PRON", "PROPN"})
_BEFORE_A_NOUN = frozenset({"DT", "PRP$", "POS", "JJ", "CD"})


@dataclass(frozen=True, slots=True)
class PlainWord:
    """One line of the list. `where` names conditions, each explained at the head of the file."""

    heavy: tuple[str, ...]
    plain: str
    is_verb: bool
    where: Mapping[str, frozenset[str]]


@lru_cache(maxsize=1)
def plain_words() -> Mapping[str, tuple[PlainWord, ...]]:
    """The list by first word, a verb under each of its forms; longer wordings first.

    Raises:
        LexiconError: the list is missing or a line of it is at fault.
    """
    path = shipped_folder() / _FILE
    try:
        raw = path.read_text(encoding="utf-8")
    except OSError:
        raise LexiconError(path.name, None, "it cannot be read; please install notecheck again") from None
    by_first: defaultdict[str, list[PlainWord]] = defaultdict(list)
    lines = [line for line in raw.splitlines() if not line.startswith("#")]
    for row in csv.DictReader(io.StringIO("\n".join(lines))):
        word = PlainWord(tuple(row["heavy"].split()), row["plain"], row["kind"] == "verb", _conditions(row["where"]))
        forms = {inflected_verb(word.heavy[0], tag) or "" for tag in _VERB_TAGS} if word.is_verb else {word.heavy[0]}
        for form in forms - {""}:
            by_first[form].append(word)
    return MappingProxyType({k: tuple(sorted(v, key=lambda w: -len(w.heavy))) for k, v in by_first.items()})


def _conditions(where: str) -> Mapping[str, frozenset[str]]:
    pairs = (part.partition("=") for part in where.split())
    return MappingProxyType({name: frozenset(values.split("|")) for name, _, values in pairs})


def made_plain(page: Page, edits: Sequence[Edit]) -> Passed:
    """The heavy words of a note in plain ones, where no other edit stands.

    Args:
        page: the note, read for grammar; without grammar nothing is changed.
        edits: what the other passes change. A verb that one of them made agree is taken over with its ending.
    """
    if not page.parsed:
        return Passed()
    at = {(e.start, e.end): e for e in edits}
    taken = sorted((e.start, e.end) for e in edits if e.end > e.start)
    words = plain_words()
    made = (
        _edit(page, word, token, at, taken)
        for token in page.doc
        for word in words.get(token.lower_, ())
        if _stands(page, word, token)
    )
    return Passed(tuple(e for e in made if e is not None))


def _stands(page: Page, word: PlainWord, token: Token) -> bool:
    doc, size = token.doc, len(word.heavy)
    if [t.lower_ for t in doc[token.i + 1 : token.i + size]] != list(word.heavy[1:]) or not token.is_alpha:
        return False
    last = doc[token.i + size - 1]
    return (not word.is_verb or _is_verb(token)) and all(
        _holds(name, values, token, last) or (name == "yours" and _is_childs(page, token))
        for name, values in word.where.items()
    )


def _is_childs(page: Page, token: Token) -> bool:
    """Whether "her" or "Maya's" stands right before, and means the child."""
    before = token.doc[token.i - 1] if token.i else None
    if before is None or token.pos_ != "NOUN":
        return False
    if before.tag_ == "POS":
        before = token.doc[before.i - 1]
    return (
        before.lower_ == "your"
        or (page.means(before) == "child" and before.i != token.i - 1)
        or (before.tag_ == "PRP$" and page.means(before) == "child")
    )


def _is_verb(token: Token) -> bool:
    return token.pos_ == "VERB" and token.tag_ in _VERB_TAGS and token.dep_ not in ("amod", "compound", "case")


def _holds(name: str, values: frozenset[str], token: Token, last: Token) -> bool:
    doc = token.doc
    after = doc[last.i + 1] if last.i + 1 < len(doc) else None
    before = doc[token.i - 1] if token.i else None
    below = children(token)
    match name:
        case "object":
            return any(c.dep_ in _OBJECTS and c.i > token.i for c in below) or _is_passive(token)
        case "active":
            return not _is_passive(token)
        case "that":
            return after is not None and (
                after.lower_ == "that" or any(c.dep_ == "ccomp" and c.i > last.i for c in below)
            )
        case "person":
            return any(c.dep_ in _OBJECTS and c.i > token.i and c.pos_ in _OF_A_NAME for c in below)
        case "next":
            return after is not None and after.lower_ in values
        case "not":
            return after is None or after.lower_ not in values
        case "after":
            return before is not None and before.tag_ in _BEFORE_A_NOUN
        case "noun":
            return token.pos_ == "NOUN" and not (after is not None and after.tag_ in ("NN", "NNS", "NNP", "POS"))
        case "adposition":
            return token.pos_ == "ADP" or token.dep_ == "case"
        case "start":
            return after is not None and after.text == "," and token.is_sent_start is True and token.text.istitle()
    return False


def _is_passive(token: Token) -> bool:
    return token.tag_ == "VBN" and not any(c.dep_ == "aux" and c.lower_ in _HAVE for c in children(token))


def _same_in_both(plain: str, token: Token) -> bool:
    """Whether "displayed" without a helper is safe: it may be past or passive, and "showed" is not "shown"."""
    helped = any(c.dep_ in ("aux", "aux:pass") for c in children(token))
    return token.tag_ != "VBN" or helped or fitted(plain, "VBN") == fitted(plain, "VBD")


def _edit(
    page: Page, word: PlainWord, token: Token, at: Mapping[tuple[int, int], Edit], taken: Sequence[tuple[int, int]]
) -> Edit | None:
    last = page.doc[token.i + len(word.heavy) - 1]
    start, end = token.idx, last.idx + len(last)
    if page.is_closed(start, end) or page.explains_letters(start, end):
        return None
    if page.in_label(start) or page.in_capitals(start):
        return None
    if token.text != token.lower_ and not page.begins(start):
        return None  # part of a name
    tag, same = token.tag_, at.get((start, end))
    if same is not None and word.is_verb and same.rank < RANK:
        tag = "VBP" if same.after.lower() == inflected_verb(token.lower_, "VBP") else ""
    elif any(a < end and start < b for a, b in taken):
        tag = ""
    if not tag or (word.is_verb and not _same_in_both(word.plain, token)):
        return None
    plain = fitted(word.plain, tag) if word.is_verb else word.plain
    if "start" in word.where:
        end = page.doc[last.i + 1].idx + 1
    return Edit(start, end, upper_first(plain) if page.begins(start) else plain, RULE, _REASON, RANK)
