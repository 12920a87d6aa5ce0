"""A lexicon's `instead` in the form of the words that it replaces: "absconded", "go missing" → "went missing"."""

from __future__ import annotations

import re
from functools import lru_cache

_VERB_TAGS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ")
_BE = {"VB": "be", "VBD": "was", "VBG": "being", "VBN": "been", "VBP": "are", "VBZ": "is"}
_BRITISH = re.compile(r"(?:elled|elling)$")
_AMERICAN = {"gotten": "got"}
_FIRST = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)?")
_NOT_VERBS = frozenset(
    """a an the your you my i we he she they it his her their this that these those no not in on at to for with from
    by of and or what who when where how more less very""".split()
)


def fitted(wording: str, tag: str) -> str:
    """`wording` with its first verb in the form that a Penn Treebank tag names.

    Args:
        wording: words that drop into a sentence, beginning with a verb in any form.
        tag: the tag of the verb that is replaced; anything but a verb's leaves the wording as it is.
    """
    first = _FIRST.match(wording)
    if tag not in _VERB_TAGS or first is None or first[0].lower() in _NOT_VERBS:
        return wording
    form = inflected_verb(first[0].lower(), tag)
    return form + wording[first.end() :] if form else wording


@lru_cache(maxsize=4_096)
def inflected_verb(verb: str, tag: str) -> str | None:
    """The form of a verb (given in any form) that `tag` names, in British spelling; None where it is no verb."""
    from lemminflect import getAllLemmas, getInflection  # its tables take a while to load

    if verb in ("be", *_BE.values(), "were", "am"):
        return _BE[tag]
    bases = getAllLemmas(verb).get("VERB") or getAllLemmas(verb).get("AUX")
    if not bases:
        return None
    if tag in ("VB", "VBP"):
        return str(bases[0])
    forms = getInflection(bases[0], tag)
    if not forms:
        return None
    british = [f for f in forms if _BRITISH.search(f)]
    form = str((british or list(forms))[0])
    return _AMERICAN.get(form, form)


def tag_by_form(word: str) -> str:
    """The likely tag of a verb by its form alone, for a note that was not read for grammar; "" where none is likely."""
    from lemminflect import getAllLemmas

    lower = word.lower()
    bases = getAllLemmas(lower).get("VERB")
    if not bases or lower in bases:
        return ""
    return next((t for t in ("VBD", "VBG", "VBZ", "VBN") if inflected_verb(bases[0], t) == lower), "")
