"""Whom each word means: the child, a group with the child in it, the writer, somebody else, or not to be told.

This is what rules say, over names, sex and number, and what stood in the subject before; `judging` hears the
reader too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from spacy.tokens import Doc, Span, Token

from notecheck.language.components import speech_of
from notecheck.rewrite.child_nouns import child_nouns
from notecheck.rewrite.names import Names, name_places
from notecheck.rewrite.people import Person, could_mean, person_kind
from notecheck.rewrite.pronouns import (
    PRONOUN_OF,
    REFLEXIVE,
    is_in_general,
    is_spoken_of,
    means_several,
    of_one_family,
)
from notecheck.rewrite.tree import children
from notecheck.values import Pronouns

_SUBJECT_DEPS = ("nsubj", "nsubj:pass")
_FAR = 45  # tokens: further back than this nobody is sure who "they" are


_Places = Sequence[tuple[int, int]]


@dataclass
class _Scene:
    """What the resolver remembers as it reads on."""

    child_at: int = -1
    child_subject: bool = False
    writer_at: int = -1
    people: list[Person] = field(default_factory=list)
    last: dict[str, tuple[int, str]] = field(default_factory=dict)  # pronoun: token and label last given
    subject: str = ""  # label of the subject of the sentence before
    subject_kind: str = "?"


def who_by_rule(
    doc: Doc,
    names: Names,
    pronouns: Pronouns | None,
    writers: Mapping[int, str] = MappingProxyType({}),
    addressed: bool = False,
) -> dict[int, str]:
    """Whom every pronoun and name of the child means, by token index.

    Args:
        doc: the note, with or without grammar.
        names: the child's names.
        pronouns: the child's; None where not known, and then taken from the note where it uses one sort only.
        writers: words that name the writer or another worker, by token index.
        addressed: the note speaks to the child already, so that a pronoun needs the child's name before it.
    """
    found: dict[int, str] = {}
    for named in name_places(doc, names):
        label = "child" if named.sure else "unclear"
        found.update(dict.fromkeys(range(named.start, named.end), label))
    found.update(child_nouns(doc, found))
    found.update({i: label for i, label in writers.items() if found.get(i) != "child"})
    quoted = [(s.start, s.end) for s in speech_of(doc) if s.kind == "quoted"]
    pronouns = pronouns or _only_pronoun(doc, quoted)
    scene = _Scene()
    for sentence in doc.sents:
        _read(sentence, scene, found, quoted, pronouns, addressed)
    return found


def _read(
    sentence: Span, scene: _Scene, found: dict[int, str], quoted: _Places, pronouns: Pronouns | None, addressed: bool
) -> None:
    begin = sentence.start
    scene.people = [p for p in scene.people if p.at >= begin - 60]
    subject, subject_kind = "", "?"
    for token in sentence:
        if _within(token.idx, quoted):
            continue
        kind = PRONOUN_OF.get(token.lower_)
        if token.i in found and kind is None:
            if found[token.i] == "writer":
                scene.writer_at = token.i
            elif found[token.i] == "other" and token.dep_ not in ("det", "amod", "compound"):
                scene.people.append(Person(token.i, "?"))
            elif found[token.i] == "child":
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


def _pronoun(
    token: Token,
    kind: str,
    begin: int,
    scene: _Scene,
    found: dict[int, str],
    pronouns: Pronouns | None,
    addressed: bool,
) -> str:
    if pronouns is None:
        return "unclear"
    if kind != pronouns:
        if kind == "they":
            return _plural(token, begin, scene, found)
        theirs = any(p.at >= begin and p.kind in (kind, "?") for p in scene.people)
        same = scene.last.get(kind)
        if same and same[0] >= begin:
            return same[1]
        return "writer" if scene.writer_at >= begin and not theirs else "other"
    if addressed and scene.child_at < 0:
        return "other"
    if is_in_general(token) or is_spoken_of(token):
        return "other"
    clause = _clause_subject(token, found)
    if token.lower_ in REFLEXIVE:
        return clause.label or ("child" if scene.child_at >= begin else "unclear")
    if of_one_family(token, found):
        return "child"
    rivals = [p for p in scene.people if _fits(p, kind, token)]
    if not token.dep and any(p.at >= begin for p in rivals):
        return "unclear"
    if kind == "they" and (_joined_before(token, found) or means_several(token)):
        return "unclear"
    here = [p for p in rivals if p.at >= begin]
    before = [p for p in rivals if p.at < begin]
    child_here = scene.child_at >= begin
    if _object(token) and clause.label == "child" and clause.near:
        # "Had her phone with her" is her own; "told her" is another, whoever that may be.
        return "other" if here or before else "child" if token.dep_ == "obl" else "unclear"
    same = scene.last.get(kind)
    goes_on = same is not None and same[0] >= begin and not any(p.at > same[0] for p in here)
    goes_on = goes_on and not _told_by_child(token, clause)
    if same and goes_on and (same[1] == "child" or (same[1] == "other" and scene.child_at < same[0])):
        return same[1]
    if _told_by_writer(token, scene, begin):
        return "unclear"
    if _own_statement(token, found, here):
        return "child"
    if not here:
        return _from_before(token, before, child_here, scene, kind)
    return _with_rival(token, clause, child_here, here, scene)


def _told_by_child(token: Token, clause: _Subject) -> bool:
    """ "Maya told her she was cold": as likely the teller as the one who was told."""
    return token.dep_ in _SUBJECT_DEPS and token.head.dep_ == "ccomp" and clause.label == "child"


def _told_by_writer(token: Token, scene: _Scene, begin: int) -> bool:
    """ "SW told Maya that she will ring": either could."""
    verb = token.head.head
    return (
        begin <= scene.writer_at < verb.i
        and token.dep_ in _SUBJECT_DEPS
        and verb.lower_ in _PROMISES
        and any(c.tag_ == "MD" for c in children(token.head))
    )


_PROMISES = frozenset("told tells promised explained assured informed reminded tell".split())


def _own_statement(token: Token, found: dict[int, str], here: list[Person]) -> bool:
    """ "Maya says she …": what the child says or thinks of herself, told to nobody who could be meant."""
    clause = token.head
    if token.dep_ not in _SUBJECT_DEPS or clause.dep_ not in ("ccomp", "advcl"):
        return False
    verb = clause.head
    if _clause_subject(clause, found).label != "child" or any(p.at > verb.i or p.kind != "?" for p in here):
        return False
    return verb.lemma_ in _STATES


_STATES = frozenset("say think feel know hope believe wish want mean understand remember worry".split())


def _fits(person: Person, kind: str, token: Token) -> bool:
    """Whether the pronoun could mean this person: the sex fits, and the pronoun is no part of their description."""
    if not could_mean(kind, person):
        return False
    noun = token.doc[person.at]
    described = token.dep_ in ("nmod:poss", "nmod") or token.head.dep_ == "acl:relcl"
    return not (noun.dep_ and described and noun.is_ancestor(token))


def _from_before(token: Token, before: list[Person], child_here: bool, scene: _Scene, kind: str) -> str:
    """No rival in this sentence: the child, unless the sentence before was about another."""
    if child_here or not before:
        return "child"
    if scene.subject in ("child", "unclear"):
        return scene.subject
    recent = [p for p in before if p.at > scene.child_at]
    fits = scene.subject_kind in (kind, "?")
    if scene.subject == "other" and fits:
        return "unclear"
    if not recent:
        return "child"
    return "unclear" if any(p.kind == kind for p in recent) else "child"


def _with_rival(token: Token, clause: _Subject, child_here: bool, here: list[Person], scene: _Scene) -> str:
    """Somebody else whom the pronoun would fit is in the same sentence."""
    if _object(token) and clause.label in ("other", "writer") and clause.near:
        # Nobody does something to "her" and means herself: the subject is ruled out.
        return "child" if len(here) < 2 or all(p.at == clause.at for p in here) else "unclear"
    if clause.label == "other" and any(p.at == clause.at for p in here):
        return "unclear"  # "Davi held up his arms", "Kyron said the bag was his"
    if not child_here:
        definite = any(p.kind != "?" for p in here)
        # "Ross can lose it when he's had a few": whoever the clause above is about, before the child of the last one.
        under = token.head.dep_ == "advcl" and clause.label == "other" and any(p.at == clause.at for p in here)
        if not definite and scene.subject == "child" and not under:
            return "child"
        says = token.head.dep_ == "ccomp"  # "Mum says she is better": in a child's record often the child
        about_rival = definite and token.dep_ in _SUBJECT_DEPS and scene.subject != "child" and not says
        return "other" if about_rival else "unclear"
    return "unclear"


def _object(token: Token) -> bool:
    if token.lower_ in ("hers", "theirs"):
        return False  # "Stacey had hers off": her own, or another's
    return token.dep_ in ("obj", "iobj", "obl", "obl:agent") or (token.lower_ in ("him", "them") and bool(token.dep))


def _joined_before(token: Token, found: dict[int, str]) -> bool:
    """Whether a child who is "they" was joined to others just before, so that "they" may be all of them."""
    first = max(0, token.i - _FAR)
    return any(found.get(i) == "child" and _joined(token.doc[i]) for i in range(first, token.i))


def _plural(token: Token, begin: int, scene: _Scene, found: dict[int, str]) -> str:
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
    pair = [c for c in children(token) if c.dep_ == "conj"] or ([token.head] if token.dep_ == "conj" else [])
    return any(person_kind(t) or t.pos_ in ("NOUN", "PROPN", "PRON") for t in pair)


@dataclass(frozen=True)
class _Subject:
    """The subject of a clause: its label, its token, and whether it is that of the very clause that is asked about."""

    label: str = ""
    at: int = 0
    near: bool = False


def _clause_subject(token: Token, found: dict[int, str]) -> _Subject:
    """The subject of the clause that `token` stands in, or of the nearest one above it that names a person."""
    verb = token.head
    near = True
    for _ in range(6):
        subjects = [c for c in children(verb) if c.dep_ in _SUBJECT_DEPS and c.i != token.i]
        if subjects:
            subject = subjects[0]
            if subject.lower_ in ("who", "that", "which") and verb.dep_ == "acl:relcl":
                subject = verb.head
            label = found.get(subject.i) or ("other" if person_kind(subject) else "")
            return _Subject(label, subject.i, near)
        if verb.head.i == verb.i or verb.dep_ == "acl:relcl":
            break
        near = near and (verb.dep_ in ("conj", "xcomp") or _without_a_subject(verb))
        verb = verb.head
    return _Subject()


def _without_a_subject(verb: Token) -> bool:
    """ "She spoke up to correct her": whoever spoke corrects."""
    return verb.dep_ == "advcl" and any(t.lower_ == "to" and t.dep_ == "mark" for t in children(verb))


def _only_pronoun(doc: Doc, quoted: _Places) -> Pronouns | None:
    kinds = {k for t in doc if (k := PRONOUN_OF.get(t.lower_)) and k != "they" and not _within(t.idx, quoted)}
    return kinds.pop() if len(kinds) == 1 else None  # type: ignore[return-value]


def _within(offset: int, spans: _Places) -> bool:
    return any(a <= offset < b for a, b in spans)
