"""Classes of words for the frames, kept as data in `lexicons/classes/blame.yml`, and the forms that they are met in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from notecheck.errors import LexiconError
from notecheck.language.inflection import inflections
from notecheck.lexicon.loader import shipped_folder

KINDS = ("verbs", "nouns", "words", "contexts")
_NAME = re.compile(r"[a-z][A-Za-z]*\Z")


@dataclass(frozen=True)
class WordClasses:
    """Every class by name, with its words in each form that a frame may ask for: "harm", "harm:participle"."""

    forms: Mapping[str, tuple[str, ...]]
    contexts: frozenset[str] = frozenset()

    def __getitem__(self, name: str) -> tuple[str, ...]:
        """The forms of a class.

        Raises:
            LexiconError: no class has that name.
        """
        if name not in self.forms:
            raise LexiconError("blame.yml", name, "a frame asks for this class of words, which is not there")
        return self.forms[name]


@lru_cache(maxsize=2)
def word_classes(path: Path | None = None) -> WordClasses:
    """Read the classes.

    Args:
        path: another file; None for the one that is shipped.

    Raises:
        LexiconError: the file is broken, a kind or name is not known, or a class is empty or says a word twice.
    """
    path = path or shipped_folder() / "classes" / "blame.yml"
    try:
        data = yaml.load(path.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, yaml.YAMLError):
        raise LexiconError(path.name, None, "it cannot be read as YAML") from None
    if not isinstance(data, Mapping):
        raise LexiconError(path.name, None, "it should hold verbs, nouns and words")
    forms: dict[str, tuple[str, ...]] = {}
    for kind, classes in data.items():
        if kind not in KINDS or not isinstance(classes, Mapping):
            raise LexiconError(path.name, None, f"'{kind}' is not one of {', '.join(KINDS)}")
        for name, words in classes.items():
            _check(path.name, name, words, forms)
            forms.update(_forms(kind, name, words))
    return WordClasses(forms, frozenset(data.get("contexts", ())))


def _check(file: str, name: object, words: object, known: Mapping[str, tuple[str, ...]]) -> None:
    if not isinstance(name, str) or not _NAME.match(name):
        raise LexiconError(file, str(name), "the name of a class is one word of letters, the first of them small")
    if name in known:
        raise LexiconError(file, name, "this class is there twice")
    if not isinstance(words, list) or not words or not all(isinstance(w, str) and w.strip() for w in words):
        raise LexiconError(file, name, "it should be a list of words")
    seen: set[str] = set()
    for word in words:
        if word in seen:
            raise LexiconError(file, name, f"'{word}' is there twice")
        seen.add(word)


def _forms(kind: str, name: str, words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    if kind in ("words", "contexts"):
        return {name: tuple(words)}
    if kind == "nouns":
        return {name: tuple(dict.fromkeys(f for w in words for f in _plurals(w)))}
    groups: dict[str, list[str]] = {"base": [], "third": [], "ing": [], "participle": []}
    for word in words:
        head, _, rest = word.partition(" ")
        for group, found in verb_forms(head).items():
            groups[group] += [f"{form} {rest}".strip() for form in found]
    out = {f"{name}:{group}": tuple(dict.fromkeys(found)) for group, found in groups.items()}
    out[name] = tuple(dict.fromkeys(f for found in groups.values() for f in found))
    # What somebody who acts is said to do, in the present or the past.
    out[f"{name}:acts"] = tuple(dict.fromkeys([*groups["third"], *groups["participle"]]))
    return out


def verb_forms(base: str) -> dict[str, list[str]]:
    """The forms of one verb: base, third person, "-ing", and past with participle ("participle")."""
    if "-" in base:
        before, _, last = base.rpartition("-")
        return {g: [f"{before}-{f}" for f in found] for g, found in verb_forms(last).items()}
    others = sorted(inflections(base) - {base})
    ing = [f for f in others if f.endswith("ing")]
    third = [f for f in others if f.endswith("s") and f not in ("was", "'s") and f not in ing]
    past = [f for f in others if f not in ing and f not in third and "'" not in f]
    return {"base": [base], "third": third, "ing": ing, "participle": past or [base]}


def _plurals(noun: str) -> list[str]:
    before, _, last = noun.rpartition(" ")
    if last.endswith("ing"):
        return [noun]
    found = sorted(f for f in inflections(last) if f == last or (f.endswith("s") and not f.endswith("ings")))
    return [f"{before} {f}".strip() for f in found]
