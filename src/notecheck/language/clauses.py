"""Who does what to whom: questions that checks and rewriting ask of a parsed `Doc`.

Pure functions over spaCy tokens with Universal Dependencies relations. A word that the tree cannot place gives an
empty answer and never an error: notes are full of fragments.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from notecheck.language.people import role_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer", "csubj:outer"})
_PASSIVE_MARKS = frozenset({"aux:pass", "nsubj:pass", "csubj:pass", "obl:agent"})
_HELPERS = frozenset({"aux", "aux:pass", "cop"})
_FINITE_TAGS = frozenset({"VBD", "VBP", "VBZ", "MD"})
_RELATIVES = frozenset({"who", "whom", "which", "that"})
# With these the one who is told is not the one who acts: "promised her to come".
_SUBJECT_CONTROL = frozenset({"promise", "threaten", "offer", "vow"})
_NEVER_PASSIVE = frozenset({"go", "come", "be", "become", "arrive", "fall", "sleep", "run", "return", "happen"})
# What stands after "by" is when or how, not who.
_NOT_AGENTS = frozenset(
    "day night week month year hour time morning evening afternoon then now phone text email bus car train taxi post "
    "monday tuesday wednesday thursday friday saturday sunday mistake accident chance law".split()
)


def predicate_of(token: Token) -> Token:
    """The word that carries the clause: the main verb for an auxiliary, the complement for a copula."""
    seen = 0
    while token.dep_ in _HELPERS and token.head != token and seen < 10:
        token, seen = token.head, seen + 1
    return token


def children(token: Token, *deps: str) -> list[Token]:
    """Direct dependants with one of these relations, in order."""
    return [c for c in token.children if c.dep_ in deps]


def with_conjuncts(token: Token) -> list[Token]:
    """A word and those that are coordinated with it: "Mum" -> "Mum", "Dad" in "Mum and Dad"."""
    out = [token]
    for c in children(token, "conj"):
        out += with_conjuncts(c)
    return sorted(out, key=lambda t: t.i)


def helpers(verb: Token) -> list[Token]:
    """Auxiliaries and copula of a clause, in order."""
    return [c for c in predicate_of(verb).children if c.dep_ in _HELPERS]


def _shares_with_head(verb: Token) -> bool:
    """Whether a coordinated verb has no subject of its own and borrows that of the one before."""
    return verb.dep_ == "conj" and verb.head != verb and not any(c.dep_ in SUBJECTS for c in verb.children)


def is_passive(verb: Token) -> bool:
    """Whether a clause is passive, auxiliaries said or dropped ("Seen at school", "grabbed and kicked").

    Args:
        verb: any verb or auxiliary of the clause.
    """
    verb = predicate_of(verb)
    if any(c.dep_ in _PASSIVE_MARKS for c in verb.children):
        return True
    if verb.tag_ != "VBN" or any(c.dep_ == "cop" for c in verb.children):
        return False
    own = [c for c in verb.children if c.dep_ == "aux"]
    if own:
        return False  # "has eaten", "had gone"
    if _shares_with_head(verb):
        return is_passive(verb.head) if verb.head.tag_ in ("VBN", "JJ") or _PASSIVE_MARKS & _deps(verb.head) else False
    has_object = any(c.dep_ == "obj" for c in verb.children)
    if verb.dep_ == "acl":
        return True
    # A participle alone is a passive whose auxiliary was dropped: "Visit completed", "Seen at home".
    return not has_object and verb.lemma_.lower() not in _NEVER_PASSIVE


def _deps(token: Token) -> frozenset[str]:
    return frozenset(c.dep_ for c in token.children)


def passive_agent(verb: Token) -> Token | None:
    """Who did it, in a passive clause that says so: "Dad" in "was hit by Dad"; None where nobody is named."""
    verb = predicate_of(verb)
    if not is_passive(verb):
        return None
    for other in [verb, *(t for t in with_conjuncts(verb) if t != verb), *_heads_of_conjunct(verb)]:
        agent = _own_agent(other)
        # One "by" serves verbs before it; a later verb does not take an earlier verb's.
        if agent is not None and agent.i > verb.i:
            return agent
    return _own_agent(verb)


def _heads_of_conjunct(verb: Token) -> list[Token]:
    return [verb.head] if _shares_with_head(verb) else []


def _own_agent(verb: Token) -> Token | None:
    for c in verb.children:
        by = any(x.dep_ == "case" and x.lower_ == "by" for x in c.children)
        if c.dep_ in ("obl:agent", "obl") and by and c.pos_ != "NUM" and c.lemma_.lower() not in _NOT_AGENTS:
            return c
    return None


def subjects(verb: Token) -> list[Token]:
    """Who a clause is about: through auxiliaries, coordination, relative clauses, and verbs of wanting or telling.

    "Mum and Dad shouted and left": both for "shouted" and for "left". "the man who hit her": "man" for "hit".
    "asked him to leave": "him" for "leave". A dropped subject gives an empty list.

    Args:
        verb: any verb or auxiliary of the clause.
    """
    return _subjects(predicate_of(verb), 12)


def _subjects(verb: Token, depth: int) -> list[Token]:
    if depth == 0:
        return []
    own = children(verb, *SUBJECTS)
    if own:
        out: list[Token] = []
        for s in own:
            antecedent = _antecedent(s, verb)
            out += with_conjuncts(antecedent or s)
        return out
    head = verb.head
    if expletive := children(verb, "expl"):
        return expletive
    if head == verb:
        return []
    if verb.dep_ == "conj":
        return _subjects(predicate_of(head), depth - 1) if head.pos_ in ("VERB", "AUX") or _is_clause(head) else []
    if verb.dep_ == "xcomp" and not _is_task(verb):
        return _controller(verb, head, depth)
    if verb.dep_ == "acl:relcl":
        return [head] if head.tag_ == "WP" else []  # "what happened"
    if _is_task(verb):
        return [head]
    if verb.dep_ == "acl":
        return with_conjuncts(head) if verb.tag_ in ("VBG", "VBN") else []
    if verb.dep_ == "advcl" and verb.tag_ in ("VBG", "VBN", "VB"):
        return _subjects(predicate_of(head), depth - 1)
    return []


def _is_task(verb: Token) -> bool:
    """ "SW to ring school": somebody, "to" and what they are to do, in place of a sentence."""
    head = verb.head
    to = children(verb, "mark")
    return (
        verb.dep_ in ("acl", "advcl", "xcomp")
        and head.head == head
        and bool(to)
        and to[0].lower_ == "to"
        and to[0].i == head.i + 1
        and (head.pos_ == "PROPN" or role_of(head.text) is not None)
    )


def _controller(verb: Token, head: Token, depth: int) -> list[Token]:
    """Whose the action of an open complement is: the object's if there is one, else the subject's."""
    given = children(head, "obj") or children(head, "iobj")
    before = [g for g in given if g.i < verb.i]
    if before and head.lemma_.lower() not in _SUBJECT_CONTROL:
        return with_conjuncts(before[0])
    return _subjects(predicate_of(head), depth - 1)


def _is_clause(token: Token) -> bool:
    return any(c.dep_ in SUBJECTS or c.dep_ in _HELPERS for c in token.children)


def relative_clause_of(verb: Token) -> Token | None:
    """The relative clause's own predicate that a verb stands in, reached through coordination; None outside one."""
    seen = 0
    while verb.dep_ == "conj" and verb.head != verb and seen < 10:
        verb, seen = verb.head, seen + 1
    return verb if verb.dep_ == "acl:relcl" else None


def _antecedent(pronoun: Token, verb: Token) -> Token | None:
    """The noun that a relative pronoun stands for."""
    if pronoun.lower_ not in _RELATIVES:
        return None
    clause = relative_clause_of(verb)
    return clause.head if clause is not None and clause.head.i < pronoun.i else None


def objects(verb: Token) -> list[Token]:
    """Whom or what a clause acts upon, direct objects first, then those given or told something.

    Through coordination ("hit and kicked him": "him" for both) and relative clauses ("the man she met": "man").
    A passive clause has none of its own, unless something is given in it: its `subjects` are acted upon.

    Args:
        verb: any verb or auxiliary of the clause.
    """
    verb = predicate_of(verb)
    out: list[Token] = []
    for dep in ("obj", "iobj"):
        for o in children(verb, dep):
            out += with_conjuncts(_antecedent(o, verb) or o)
    if out or is_passive(verb):
        return out
    return _shared_objects(verb) or _gap(verb)


def _shared_objects(verb: Token) -> list[Token]:
    if _shares_with_head(verb):
        return [o for c in children(verb.head, "obj") for o in with_conjuncts(c) if c.i > verb.i]
    for later in children(verb, "conj"):
        between_is_bare = all(t.dep_ in ("cc", "punct", "advmod", "conj") for t in verb.doc[verb.i + 1 : later.i])
        if between_is_bare and later.pos_ == "VERB" and _shares_with_head(later):
            return [o for c in children(later, "obj") for o in with_conjuncts(c)]
    return []


def _gap(verb: Token) -> list[Token]:
    """ "the man she met": the noun itself is what was met, unless a preposition is left hanging ("lives with")."""
    if (
        verb.dep_ != "acl:relcl"
        or verb.pos_ != "VERB"
        or any(c.dep_ in ("ccomp", "xcomp", "obl") for c in verb.children)
    ):
        return []
    own = children(verb, *SUBJECTS)
    if not own or any(s.lower_ in _RELATIVES for s in own):
        return []
    return [verb.head] if verb.head.lower_ not in ("time", "day", "way", "reason", "place", "where", "when") else []


def finite_verb_of_clause(predicate: Token) -> Token | None:
    """The word of a clause that carries tense and agrees: its first auxiliary or copula, or the verb itself."""
    predicate = predicate_of(predicate)
    for h in helpers(predicate):
        if h.tag_ in _FINITE_TAGS:
            return h
    return predicate if predicate.tag_ in _FINITE_TAGS else None


def finite_verbs_of(noun: Token) -> list[Token]:
    """The finite verbs that agree with a noun or pronoun, in order.

    "She was late, has eaten and goes home": "was", "has", "goes". Relative clauses about the noun count ("Maya, who is
    nine"), and so do the verbs of a coordination that it belongs to ("Maya and Tom are here").
    """
    group = noun
    seen = 0
    while group.dep_ == "conj" and group.head != group and seen < 10:
        group, seen = group.head, seen + 1
    found: list[Token] = []
    if group.dep_ in SUBJECTS:
        _collect(group.head, found)
    for clause in children(noun, "acl:relcl"):
        if any(s.lower_ in _RELATIVES for s in children(clause, *SUBJECTS)):
            _collect(clause, found)
    return sorted(set(found), key=lambda t: t.i)


def _collect(predicate: Token, found: list[Token]) -> None:
    verb = finite_verb_of_clause(predicate)
    if verb is not None and verb not in found:
        found.append(verb)
    for c in children(predicate_of(predicate), "conj"):
        if _shares_with_head(c) and (c.pos_ in ("VERB", "AUX") or _is_clause(c)):
            _collect(c, found)


def root_of(tokens: Span | Iterable[Token]) -> Token | None:
    """The word of a stretch of text on which the rest of it hangs."""
    inside = list(tokens)
    places = {t.i for t in inside}
    for t in inside:
        if not t.is_space and t.pos_ != "PUNCT" and (t.head == t or t.head.i not in places):
            return t
    return inside[0] if inside else None
