"""Whom each word means: the child, a group with the child in it, the writer, somebody else, or not to be told.

Two judges: the reader, which has learnt it, and rules over names, sex and number, and what stood in the subject before.
Where they differ and the reader is not sure, the word is "unclear" and left to the writer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from notecheck.language.components import speech_of
from notecheck.rewrite.names import Names, name_places
from notecheck.rewrite.people import Person, person_kind
from notecheck.values import Pronouns

PRONOUN_OF: Mapping[str, str] = {
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves", "themself"), "they"),
}
_REFLEXIVE = frozenset({"herself", "himself", "themselves", "themself"})
_SUBJECT_DEPS = ("nsubj", "nsubj:pass")
_CHILD_NOUNS = frozenset({"yp", "child", "y/p"})
_SURE = 0.9  # the reader's word alone is enough from here on
_FAR = 45  # tokens: further back than this nobody is sure who "they" are
_LIKELY = 0.6  # enough where the rules agree


@dataclass
class _Scene:
    """What the resolver remembers as it reads on."""

    child_at: int = -1
    child_subject: bool = False
    people: list[Person] = field(default_factory=list)
    last: dict[str, tuple[int, str]] = field(default_factory=dict)  # pronoun: token and label last given
    subject: str = ""  # label of the subject of the sentence before
    subject_kind: str = "?"


def who_by_rule(doc: Doc, names: Names, pronouns: Pronouns | None, addressed: bool = False) -> dict[int, str]:
    """Whom every pronoun and name of the child means, by token index.

    Args:
        doc: the note, with or without grammar.
        names: the child's names.
        pronouns: the child's; None where not known, and then taken from the note where it uses one sort only.
        addressed: the note speaks to the child already, so that a pronoun needs the child's name before it.
    """
    found: dict[int, str] = {}
    for named in name_places(doc, names):
        label = "child" if named.sure else "unclear"
        found.update(dict.fromkeys(range(named.start, named.end), label))
    found.update(_child_nouns(doc, found))
    quoted = [(s.start, s.end) for s in speech_of(doc) if s.kind == "quoted"]
    pronouns = pronouns or _only_pronoun(doc, quoted)
    scene = _Scene()
    for sentence in doc.sents:
        _read(sentence, scene, found, quoted, pronouns, addressed)
    return found


def _read(sentence, scene: _Scene, found: dict[int, str], quoted, pronouns, addressed: bool) -> None:
    begin = sentence.start
    scene.people = [p for p in scene.people if p.at >= begin - 60]
    subject, subject_kind = "", "?"
    for token in sentence:
        if _within(token.idx, quoted):
            continue
        kind = PRONOUN_OF.get(token.lower_)
        if token.i in found and kind is None:
            if found[token.i] == "child":
                scene.child_at, scene.child_subject = token.i, token.dep_ in _SUBJECT_DEPS
        elif kind is not None:
            label = _pronoun(token, kind, begin, scene, found, pronouns, addressed)
            found[token.i] = label
            scene.last[kind] = (token.i, label)
            if label == "child":
                scene.child_at, scene.child_subject = token.i, token.dep_ in _SUBJECT_DEPS
        elif (named := person_kind(token)) is not None:
            scene.people.append(Person(token.i, named))
        if token.dep_ in _SUBJECT_DEPS and not subject and token.head.dep_ not in ("acl:relcl", "advcl"):
            subject = found.get(token.i) or ("other" if person_kind(token) else "")
            subject_kind = person_kind(token) or "?"
    if subject:
        scene.subject, scene.subject_kind = subject, subject_kind


def _pronoun(token: Token, kind: str, begin: int, scene: _Scene, found, pronouns, addressed: bool) -> str:
    if pronouns is None:
        return "unclear"
    if kind != pronouns:
        return _plural(token, begin, scene, found) if kind == "they" else "other"
    if addressed and scene.child_at < 0:
        return "other"
    clause = _clause_subject(token, found)
    if token.lower_ in _REFLEXIVE:
        return clause or ("child" if scene.child_at >= begin else "unclear")
    rivals = [p for p in scene.people if p.kind == kind or (p.kind == "?" and kind != "they")]
    here = [p for p in rivals if p.at >= begin]
    before = [p for p in rivals if p.at < begin]
    child_here = scene.child_at >= begin
    same = scene.last.get(kind)
    if same and same[0] >= begin and same[1] == "child" and not any(p.at > same[0] for p in here):
        return "unclear" if _object_of_child(token, clause) and here else "child"
    if same and same[0] >= begin and same[1] == "other" and not (scene.child_at > same[0]):
        return "other"
    if not here:
        return _from_before(token, before, child_here, scene, kind)
    return _with_rival(token, clause, child_here, here, scene)


def _from_before(token: Token, before: list[Person], child_here: bool, scene: _Scene, kind: str) -> str:
    """No rival in this sentence: the child, unless the sentence before was about another."""
    if child_here or not before:
        return "child"
    if scene.subject == "child":
        return "child"
    if scene.subject == "unclear":
        return "unclear"
    recent = [p for p in before if p.at > scene.child_at]
    if not recent:
        return "child"
    if scene.subject == "other" and scene.subject_kind in (kind, "?"):
        return "other" if scene.child_at < recent[0].at - 40 else "unclear"
    return "unclear" if any(p.kind == kind for p in recent) else "child"


def _with_rival(token: Token, clause: str, child_here: bool, here: list[Person], scene: _Scene) -> str:
    """Somebody else whom the pronoun would fit is in the same sentence."""
    definite = any(p.kind != "?" for p in here)
    if token.dep_ in ("obj", "iobj") and clause == "other" and token.head.i < token.i:
        # Nobody does something to "her" and means herself: the subject is ruled out.
        if len({p.at for p in here}) == 1:
            return "child"
    if token.dep_ in ("obj", "iobj") and clause == "child":
        return "other"
    if not child_here:
        if not definite and scene.subject == "child":
            return "child"
        return "other" if definite and token.dep_ in _SUBJECT_DEPS and scene.subject != "child" else "unclear"
    if scene.child_subject and not definite:
        return "child"
    if clause == "child":
        return "child"
    return "unclear"


def _plural(token: Token, begin: int, scene: _Scene, found) -> str:
    """ "They" in the record of a child who is she or he: a group where the sentence joins the child to others."""
    same = scene.last.get("they")
    if same and same[0] >= begin - 25 and not any(p.at > same[0] and p.kind == "they" for p in scene.people):
        return same[1]
    plural = [p for p in scene.people if p.kind == "they"]
    for i in range(token.i - 1, max(-1, token.i - _FAR), -1):
        if found.get(i) == "child" and _joined(token.doc[i]):
            return "other" if any(p.at > i + 4 for p in plural) else "group"
    return "other"


def _joined(token: Token) -> bool:
    """Whether the child is one of several joined by "and"."""
    if token.dep_ in ("nmod:poss", "conj") and token.lower_ in PRONOUN_OF and token.dep_ != "conj":
        return False
    pair = [c for c in token.children if c.dep_ == "conj"] or ([token.head] if token.dep_ == "conj" else [])
    return any(person_kind(t) or t.pos_ in ("NOUN", "PROPN", "PRON") for t in pair)


def _clause_subject(token: Token, found: dict[int, str]) -> str:
    """The label of the subject of the clause that `token` stands in."""
    verb = token.head
    for _ in range(6):
        subjects = [c for c in verb.children if c.dep_ in _SUBJECT_DEPS and c.i != token.i]
        if subjects:
            return found.get(subjects[0].i) or ("other" if person_kind(subjects[0]) else "")
        if verb.head.i == verb.i or verb.dep_ in ("acl:relcl",):
            return ""
        verb = verb.head
    return ""


def _object_of_child(token: Token, clause: str) -> bool:
    return token.dep_ in ("obj", "iobj") and clause == "child"


def _child_nouns(doc: Doc, found: dict[int, str]) -> dict[int, str]:
    """ "YP", "the child", "the young person": the child of the record, unless a kind of child or of plan is meant."""
    out: dict[int, str] = {}
    for token in doc:
        lower = token.lower_
        after = doc[token.i + 1] if token.i + 1 < len(doc) else None
        before = doc[token.i - 1].lower_ if token.i else ""
        if lower == "person" and before == "young":
            first = token.i - 2
        elif lower in _CHILD_NOUNS:
            first = token.i - 1
        else:
            continue
        if after is not None and (after.lower_ in ("protection", "in", "-") or after.pos_ in ("NOUN", "PROPN")):
            continue
        article = doc[first].lower_ if first >= 0 else ""
        bare = article not in ("a", "an", "any", "another", "each", "every", "other", "no", "looked")
        if article in ("the", "this") or (lower in ("yp", "y/p") and bare):
            start = first if article in ("the", "this") else token.i
            out.update({i: "child" for i in range(start, token.i + 1) if i not in found})
    return out


def _only_pronoun(doc: Doc, quoted) -> Pronouns | None:
    kinds = {k for t in doc if (k := PRONOUN_OF.get(t.lower_)) and k != "they" and not _within(t.idx, quoted)}
    return kinds.pop() if len(kinds) == 1 else None  # type: ignore[return-value]


def _within(offset: int, spans) -> bool:
    return any(a <= offset < b for a, b in spans)


def who_together(doc: Doc, by_rule: Mapping[int, str], names: Names) -> dict[int, str]:
    """The rules' judgement with the reader's, where the document has been read."""
    spans = doc.spans.get("notecheck_mentions")
    if spans is None:
        return dict(by_rule)
    out = dict(by_rule)
    for span, probability in zip(spans, spans.attrs.get("probability", []), strict=False):
        for i in range(span.start, span.end):
            out[i] = _settled(by_rule.get(i), span.label_, float(probability), doc[i], names)
    return out


def _settled(rule: str | None, reader: str, probability: float, token: Token, names: Names) -> str:
    if token.lower_ in names.single and rule is not None:
        return rule
    if rule == reader or probability >= _SURE:
        return reader
    if rule is None:
        return reader if probability >= _LIKELY else "other"
    if rule == "unclear":
        return reader if probability >= 0.8 else "unclear"
    return "unclear" if probability >= 0.5 else rule


_SECOND = re.compile(r"\b(?:you|your|yours|yourself|yourselves)\b|\byou['’](?:re|ve|d|ll)\b", re.I)


def second_person(text: str, quoted: list[tuple[int, int]]) -> list[int]:
    """Offsets at which the note itself says "you"."""
    return [m.start() for m in _SECOND.finditer(text) if not _within(m.start(), quoted)]
