"""By which words this note may name the child: whole name, parts, nicknames, initials."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from notecheck.rewrite.people import HE_WORDS, NOT_PEOPLE, PLURAL_WORDS, SHE_WORDS
from notecheck.values import Child

# Names that are also English words, months or verbs: a capital alone does not make them a name.
_ALSO_WORDS = frozenset(
    """will mark may hope grace rose april june august summer autumn sky skye joy faith chance art bill rich
    frank pat sue drew jack nick rob dean guy max jay miles chase grant hunter heath river reef sunny
    star destiny precious blessing mercy patience prince princess angel brook dale dawn eve gene glen
    ivy iris daisy lily poppy holly olive robin jade ruby amber crystal pearl penny sandy harry josh
    gray grey reed royal king major justice praise favour noble honour serenity harmony melody trinity
    heaven saint cruz bay an can do so tu yi van lee ray wade ward""".split()
)
_MONTHS = frozenset({"may", "april", "june", "august"})
_DAY = re.compile(r"\d{1,4}(?:st|nd|rd|th)?\Z", re.I)
_MONTH_BEFORE = frozenset("in on by until till since during from of early mid late next last this before after".split())
_VERB_TAGS = frozenset({"MD", "VB", "VBP", "VBD", "VBN", "VBG", "VBZ"})
_PIECES = re.compile(r"[^\W_]+|-")
_OTHER_ONE = frozenset({"another", "other", "different", "second"})


@dataclass(frozen=True, slots=True)
class Names:
    """The child's names. `single` holds one-word names in lower case, `initials` the letters as written."""

    shown: str  # what messages call the child
    single: frozenset[str]
    surnames: frozenset[str]
    initials: frozenset[str]

    @property
    def known(self) -> bool:
        return bool(self.single)


def names_of(child: Child) -> Names:
    """The names that `child` gives: "Maya Brown", "William/Billy", "Mary-Jane (MJ) Cole"."""
    given = (child.name or "").strip()
    if not re.search(r"[^\W\d_]", given):
        return Names("the child", frozenset(), frozenset(), frozenset())
    nicknames = re.findall(r"[(\"“]([^)\"”]+)[)\"”]", given)
    plain = re.sub(r"[(\"“][^)\"”]*[)\"”]", " ", given)
    wholes = [p.split() for p in plain.split("/") if p.split()] or [[nicknames[0]]]
    firsts = [w[0] for w in wholes] + [n.strip() for n in nicknames]
    surnames = {s.lower() for w in wholes for s in w[1:] if len(s) > 1}
    single = {f.lower().strip(".,") for f in firsts if len(f) > 1}
    return Names(wholes[0][0], frozenset(single), frozenset(surnames), _initials(wholes))


def _initials(wholes: list[list[str]]) -> frozenset[str]:
    found: set[str] = set()
    for whole in wholes:
        letters = [p[0].upper() for part in whole for p in part.split("-") if p[:1].isalpha()]
        if len(letters) > 1:
            found |= {"".join(letters), ".".join(letters) + ".", ".".join(letters)}
        if letters and letters[0] not in "AI":
            found.add(letters[0])
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Named:
    """A place that names the child: tokens `start` to `end` (end not included)."""

    start: int
    end: int
    sure: bool = True


def name_places(doc: Doc, names: Names) -> list[Named]:
    """Every place where `doc` names the child, in order; `sure` is false where it may be another of that name."""
    if not names.known:
        return []
    found: list[Named] = []
    lower_names = any(t.text == t.text.lower() and t.lower_ in names.single for t in doc)
    lengths = {len(_PIECES.findall(name)) for name in names.single}
    i = 0
    while i < len(doc):
        end = _name_at(doc, i, names, lengths, lower_names)
        if end is None:
            i += 1
            continue
        named = _with_surname(doc, i, end, names)
        if named is not None:
            found.append(named)
            end = named.end
        i = max(end, i + 1)
    return _with_initials(doc, names, found)


def _name_at(doc: Doc, i: int, names: Names, lengths: set[int], lower_names: bool) -> int | None:
    """Where a name that begins at token `i` ends, or None."""
    for length in sorted(lengths | {1}, reverse=True):
        span = doc[i : i + length]
        if len(span) != length:
            continue
        words = span.text.lower()
        if words in names.single and (i + length == len(doc) or doc[i + length].text != "-" or length > 1):
            return i + length if _is_name(doc[i], lower_names) else None
    return None


def _is_name(token: Token, lower_names: bool) -> bool:
    word = token.text
    if token.lower_ not in _ALSO_WORDS:
        return word[:1].isupper() or lower_names
    if not word[:1].isupper() or (token.is_title is False and len(word) > 1 and not word.isupper()):
        return False
    if token.lower_ in _MONTHS and _is_month(token):
        return False
    if token.pos_ in ("PROPN", ""):
        return token.pos_ == "PROPN" or not _starts_sentence(token) or _before_verb(token)
    if token.dep_ in ("nsubj", "nsubj:pass") and token.tag_ not in _VERB_TAGS:
        return True
    return not _starts_sentence(token) or _before_verb(token)


def _is_month(token: Token) -> bool:
    doc, i = token.doc, token.i
    before = doc[i - 1] if i else None
    after = doc[i + 1] if i + 1 < len(doc) else None
    if before is not None and (_DAY.match(before.text) or before.lower_ in _MONTH_BEFORE):
        return True
    return after is not None and bool(_DAY.match(after.text))


def _starts_sentence(token: Token) -> bool:
    return bool(token.is_sent_start) or token.i == 0


def _before_verb(token: Token) -> bool:
    after = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    if after and token.doc[token.i + 1].tag_ in ("VBD", "VBZ", "MD"):
        return True
    return after in _FOLLOWING_VERBS


_FOLLOWING_VERBS = frozenset(
    "is was has does did had 's ’s said says told will would can may might should could must".split()
)


def _with_surname(doc: Doc, start: int, end: int, names: Names) -> Named | None:
    """The name with its surname; None where it is somebody else who has the same first name."""
    before = doc[start - 1].lower_ if start else ""
    if before in _OTHER_ONE:
        return None
    if end < len(doc) and not doc[end - 1].whitespace_:
        return Named(start, end)
    after = doc[end] if end < len(doc) else None
    if after is None or not after.text[:1].isupper() or after.pos_ not in ("PROPN", "", "X"):
        return Named(start, end)
    if after.lower_ in names.surnames or (len(after.text.rstrip(".")) == 1 and _initial_of(after, names)):
        end += 1
        while end < len(doc) and doc[end].lower_ in names.surnames:
            end += 1
        return Named(start, end)
    looks_like_surname = after.text.istitle() and after.lower_ not in _NOT_SURNAMES and doc[end - 1].text.istitle()
    if names.surnames and looks_like_surname:
        return None
    if looks_like_surname and after.text.isalpha() and len(after.text) > 2:
        return Named(start, end + 1)
    return Named(start, end, sure=not looks_like_surname)


_NOT_SURNAMES = SHE_WORDS | HE_WORDS | PLURAL_WORDS | NOT_PEOPLE


def _initial_of(token: Token, names: Names) -> bool:
    return any(s[0].upper() == token.text[0] for s in names.surnames)


def _with_initials(doc: Doc, names: Names, found: list[Named]) -> list[Named]:
    """Initials count too: two or more letters always, one only where the note never writes the name out."""
    letters = {t.text for t in doc if len(t.text.rstrip(".")) == 1}
    parents = {"M", "F"} <= letters
    for token in doc:
        if token.text not in names.initials or (len(token.text) == 1 and (found and found[0].start != token.i)):
            continue
        if len(token.text) == 1 and (parents or not _acts(token)):
            continue
        found.append(Named(token.i, token.i + 1))
    return sorted(found, key=lambda n: n.start)


def _acts(token: Token) -> bool:
    return token.dep_ in ("nsubj", "nsubj:pass", "obj", "iobj", "nmod:poss")
