"""The lexicon's acronyms, ready to be looked up as they are met on the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from notecheck.checks.acronym_forms import fold, without_plural
from notecheck.lexicon.loader import shipped_folder
from notecheck.lexicon.schema import AcronymRow


@dataclass(frozen=True, slots=True)
class Entry:
    """What the lexicon says of one acronym: its meanings, each once, and how it may be written.

    `known` holds the forms that everybody knows; `common` means that most people do.
    """

    rows: tuple[AcronymRow, ...]
    forms: frozenset[str]
    known: frozenset[str]
    common: bool
    typed_small: bool  # written without capitals too

    def is_known(self, form: str) -> bool:
        """Whether everybody knows `form`: "pm" the time of day, where "PM" is the practice manager."""
        return not self.rows or form in self.known


class Index:
    """Acronyms by their folded form.

    Args:
        acronyms: rows by acronym, in the order in which the files were read.
        known: acronyms that a council counts as known to everybody.
        explain_anyway: acronyms that a council wants explained although they are shipped as known.
    """

    def __init__(
        self,
        acronyms: Mapping[str, Sequence[AcronymRow]],
        known: Iterable[str] = (),
        explain_anyway: Iterable[str] = (),
    ) -> None:
        grouped: dict[str, list[AcronymRow]] = {}
        for rows in acronyms.values():
            for row in rows:
                grouped.setdefault(fold(row.acronym), []).append(row)
        explained = {fold(a) for a in explain_anyway}
        council = {fold(a) for a in known} - explained
        self._entries = {key: _entry(rows, key in council, key in explained) for key, rows in grouped.items()}
        self._entries |= {
            key: Entry((), frozenset({key}), frozenset({key}), False, False) for key in council - grouped.keys()
        }
        typed = {f for e in self._entries.values() for f in e.forms - e.known if f.islower()}
        self._small = frozenset(typed | {key.lower() for key, e in self._entries.items() if e.typed_small})
        titles = {f for e in self._entries.values() for f in e.forms - e.known if f[1:].islower()}
        # Ordinary-looking words that have to be looked up: shorthand and the like.
        self.words = self._small | {w.capitalize() for w in typed} | titles | set(self._joined_forms())
        self._phrases = _phrase_pattern(f for e in self._entries.values() for f in e.forms if " " in f)

    def _joined_forms(self) -> Iterable[str]:
        """Forms in small letters with a mark between them, such as "h/v" and "max-fax"."""
        forms = (f for e in self._entries.values() for f in e.forms - e.known)
        return (form for f in forms if "/" in f or "-" in f for form in (f.lower(), f.lower().capitalize()))

    def find(self, base: str) -> Entry | None:
        """The entry for `base` as it is written, or without its plural ending."""
        entry = self._find(base)
        if entry is None and (single := without_plural(base)):
            entry = self._find(single)
        return entry

    def _find(self, base: str) -> Entry | None:
        entry = self._entries.get(fold(base))
        if entry is None or base in entry.forms:
            return entry
        if sum(c.isupper() for c in base) >= 2:
            return entry
        # "Strat" and "Yp" begin sentences too; a capital alone ("Cat", "Sup") says nothing.
        small = base.lower()
        return entry if small in entry.forms or (base == small and small in self._small) else None

    def meanings(self, key: str) -> tuple[str, ...]:
        """What the lexicon says that the folded form `key` means, in lower case."""
        entry = self._entries.get(key)
        return tuple(row.meaning.lower() for row in entry.rows) if entry else ()

    def phrases(self, text: str) -> list[tuple[int, int]]:
        """Where acronyms of more than one word stand ("Ed Psych", "Reg 44")."""
        return [m.span() for m in self._phrases.finditer(text)] if self._phrases else []


def _entry(rows: Sequence[AcronymRow], known_here: bool, explained: bool) -> Entry:
    """All rows of one acronym as one entry; the last row of a form says whether that form is known."""
    last = {row.acronym: row.kind for row in rows}
    forms = frozenset(last)
    known = forms if known_here else frozenset() if explained else frozenset(f for f, k in last.items() if k == "known")
    kept = rows if explained else [row for row in rows if row.acronym not in known]
    meanings = tuple({row.meaning.lower(): row for row in kept}.values())
    letters = fold(rows[0].acronym).lower()
    small = any(row.kind == "acronym" for row in meanings) and len(letters) >= 3 and letters.isalpha()
    common = all(row.kind == "common" for row in rows)
    return Entry(meanings, forms, known, common, small and letters not in english_words())


def _phrase_pattern(forms: Iterable[str]) -> re.Pattern[str] | None:
    phrases = sorted(set(forms), key=len, reverse=True)
    if not phrases:
        return None
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(p).replace(r"\ ", r"\s") for p in phrases) + r")(?!\w)")


@lru_cache(maxsize=1)
def english_words() -> frozenset[str]:
    """Common English words of two to seven letters, in lower case."""
    return _word_list("english_words.txt")


@lru_cache(maxsize=1)
def name_words() -> frozenset[str]:
    """First names that may stand in capitals or look like shorthand, in lower case."""
    return _word_list("name_words.txt")


def _word_list(name: str) -> frozenset[str]:
    lines = (shipped_folder() / "classes" / name).read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
