"""Verbs that agree: with "you" for the child, with "I" for the writer.

The finite verb of every clause whose subject changed: through auxiliaries, questions, contractions, coordination and
relative clauses. Subjunctives, infinitives and past tenses other than "was" have one form and stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Token

from notecheck.rewrite.edits import Edit, Passed
from notecheck.rewrite.page import Page
from notecheck.rewrite.people import person_kind
from notecheck.rewrite.person import mentions
from notecheck.rewrite.possession import possessive_mark
from notecheck.rewrite.pronouns import PRONOUN_OF
from notecheck.rewrite.tree import children, finite_of, is_subject, subjects_of

RULE = "agreement/verb"
_REASONS = {"child": "The verb goes with “you”.", "writer": "The verb goes with “I”."}
_SHARED = ("conj", "parataxis", "list")
_RELATIVE = frozenset({"who", "that", "which"})
_WITH_YOU = {"is": "are", "was": "were", "has": "have", "does": "do", "'s": "'re", "’s": "’re", "ain": "ain"}
_WITH_I = {"is": "am", "has": "have", "does": "do", "'s": "'m", "’s": "’m", "was": "was", "are": "am", "were": "was"}


_ALIKE = frozenset({"'d", "’d", "'ll", "’ll", "'ve", "’ve"})  # the same after every subject
_HELPING = frozenset("is was are were has have had does do did 's ’s".split())


def agreeing(page: Page) -> Passed:
    """Every verb that must change with its subject."""
    edits: dict[int, Edit] = {}
    for start, end, label in mentions(page):
        if label not in ("child", "writer"):
            continue
        subject = page.doc[end - 1] if not page.parsed else _head_of(page, start, end)
        if page.is_closed(subject.idx, subject.idx + 1):
            continue
        relative = list(_relative_nearby(page, end))
        pronoun = subject.lower_ in PRONOUN_OF
        if (pronoun and subject.lower_ not in ("she", "he", "they")) or possessive_mark(page.doc[end - 1]) is not None:
            for verb in relative:
                edits.setdefault(
                    verb.i, Edit(verb.idx, verb.idx + len(verb), with_you(verb) or verb.text, RULE, _REASONS[label])
                )
            continue
        verbs = [*_verbs_of(subject), *relative]
        if (short := _short_verb_after(page, end)) is not None:
            verbs = [short, *verbs]
        verbs += _nearby(page, start, end)
        if verbs:
            verbs += _joined_by_words(page, max(v.i for v in verbs))
        for verb in verbs:
            if (verb.i < start and not _inverted(page, verb, start)) or _anothers(page, end, verb):
                continue
            edit = _changed(page, verb, label)
            if edit is not None:
                edits.setdefault(verb.i, edit)
    return Passed(tuple(edits.values()))


def _anothers(page: Page, end: int, verb: Token) -> bool:
    """Whether another person is named between, as in "Maya is shy, Gia the louder one and laughs it off"."""
    between = page.doc[end + 1 : verb.i]
    return any(
        t.pos_ == "PROPN"
        and page.doc[t.i - 1].text in (",", ";")
        and page.who.get(t.i) not in ("child", "writer")
        and person_kind(t) is not None
        and page.doc[t.i + 1].tag_ != "POS"
        for t in between
    )


def _inverted(page: Page, verb: Token, subject: int) -> bool:
    """Whether a verb before its subject is part of a question, with nothing between the two that could be its own."""
    before = page.doc[verb.i - 1] if verb.i else None
    if verb.lower_ not in _HELPING and before is not None and before.pos_ in ("NOUN", "PRON", "PROPN"):
        return False  # "Her teacher says Maya …": the verb has its subject already
    return not any(t.pos_ in ("NOUN", "PRON", "PROPN", "ADJ", "VERB") for t in page.doc[verb.i + 1 : subject])


def _head_of(page: Page, start: int, end: int) -> Token:
    inside = range(start, end)
    return next((page.doc[i] for i in inside if page.doc[i].head.i not in inside), page.doc[start])


def _short_verb_after(page: Page, end: int) -> Token | None:
    """The 's after a name, where it is short for "is" or "has"."""
    mark = page.doc[end] if end < len(page.doc) else None
    if mark is None or mark.text not in ("'s", "’s") or page.doc[end - 1].lower_ in PRONOUN_OF:
        return None
    return mark if possessive_mark(page.doc[end - 1]) is None else None


def _relative_nearby(page: Page, end: int) -> Iterator[Token]:
    """The verb after "who" right behind the child: "Maya, who is 9, …"."""
    doc = page.doc
    at = end + 1 if end < len(doc) and doc[end].text == "," else end
    if at + 1 < len(doc) and doc[at].lower_ == "who":
        verb = at + 1
        while verb + 1 < len(doc) and (doc[verb].lower_ in _ADVERBS or doc[verb].tag_ == "RB"):
            verb += 1
        if _looks_finite(doc[verb]):
            yield doc[verb]


def _verbs_of(subject: Token) -> Iterator[Token]:
    """The finite verbs that agree with `subject`, which stands for one person."""
    if not subject.dep_:
        return
    yield from _relative_verbs(subject)
    after = subject.doc[subject.i + 1] if subject.i + 1 < len(subject.doc) else None
    if not is_subject(subject) or _several(subject) or (after is not None and after.tag_ == "VBG"):
        return
    yield from _clause_verbs(subject.head, subject)


def _several(subject: Token) -> bool:
    """Whether others are joined to the subject: with "and" the verb is plural already, with "or" it goes with them."""
    return any(c.dep_ == "conj" for c in children(subject))


def _relative_verbs(person: Token) -> Iterator[Token]:
    for clause in children(person):
        if clause.dep_ == "acl:relcl":
            own = subjects_of(clause)
            if own and own[0].lower_ in _RELATIVE:
                yield from _clause_verbs(clause, own[0])


def _clause_verbs(verb: Token, subject: Token) -> Iterator[Token]:
    if (finite := finite_of(verb)) is not None:
        yield finite
    yield from _joined_verbs(verb, subject)


def _joined_verbs(verb: Token, subject: Token) -> Iterator[Token]:
    """Verbs joined to `verb` that have no subject of their own: "gets up, has breakfast and walks"."""
    for other in children(verb):
        if other.dep_ == "xcomp" and other.i > subject.i:
            yield from _joined_verbs(other, subject)
        if other.dep_ in _SHARED and other.i > subject.i and not subjects_of(other):
            if any(c.lower_ in ("nor", "so", "neither") and c.i < other.i for c in children(other)):
                continue
            if other.dep_ != "conj" and other.tag_ not in ("VBZ", "VBD", "VBN"):
                continue
            if (finite := finite_of(other)) is not None:
                yield finite
            yield from _joined_verbs(other, subject)


def _nearby(page: Page, start: int, end: int) -> Iterator[Token]:
    """Without a tree that helps: the verb beside a word that can only be a subject."""
    doc, word = page.doc, page.doc[end - 1]
    nominative = word.lower_ in ("she", "he", "they", "i")
    if (word.lower_ in PRONOUN_OF and not nominative) or word.dep_ in ("conj", "compound"):
        return
    before = start - 1
    if before >= 0 and doc[before].lower_ in ("n't", "nt", "not"):
        before -= 1
    if before >= 0 and doc[before].lower_ in _WITH_YOU:
        asks = page.begins(doc[before].idx) or (before > 0 and doc[before - 1].lower_ in _ASKING)
        if nominative or asks:
            yield doc[before]
            return
    opened = start > 0 and doc[start - 1].lower_ in _OPENING
    if not nominative and not opened and word.dep_ in ("obj", "iobj", "obl", "nmod", "nmod:poss", "obl:agent"):
        return
    after = end
    if end < len(doc) and doc[end].text == "(":
        after = next((k + 1 for k in range(end, min(end + 6, len(doc))) if doc[k].text == ")"), end)
    first = after
    while after < len(doc) and after < first + 3 and (doc[after].lower_ in _ADVERBS or doc[after].tag_ == "RB"):
        after += 1
    if after < len(doc) and _looks_finite(doc[after]) and not page.begins(doc[after].idx):
        yield doc[after]


# After these a clause begins, whatever the tree makes of the name that follows.
_OPENING = frozenset("if when that because unless until while although provided since where what how whether".split())
_ASKING = frozenset("what where when who whom whose why how often so nor neither".split())


def _joined_by_words(page: Page, verb: int) -> Iterator[Token]:
    """Verbs right after "and", "but" or a comma in the rest of the sentence, until the subject changes."""
    doc = page.doc
    at = verb + 1
    while (
        at + 1 < len(doc)
        and not doc[at].is_sent_start
        and doc[at].lower_ not in ("who", "that", "which", "if", "because")
    ):
        if is_subject(doc[at]) and page.who.get(doc[at].i) not in ("child", "writer"):
            return
        if doc[at].lower_ in ("and", "but", ","):
            follow = at + 1
            while follow + 1 < len(doc) and (doc[follow].lower_ in _ADVERBS or doc[follow].lower_ in ("and", "but")):
                follow += 1
            verb_like = doc[follow].lower_ in _WITH_YOU or _is_verb_form(doc[follow].lower_)
            if verb_like and _looks_finite(doc[follow]) and not [s for s in subjects_of(doc[follow]) if s.i < follow]:
                yield doc[follow]
        at += 1


def _is_verb_form(word: str) -> bool:
    from lemminflect import getAllLemmas

    return "VERB" in getAllLemmas(word)


_ADVERBS = frozenset("also still often always usually never just now then only really sometimes not already".split())


def _looks_finite(token: Token) -> bool:
    if token.lower_ in _WITH_YOU:
        return token.text not in ("'s", "’s") or token.tag_ != "POS"
    if token.tag_:
        return token.tag_ == "VBZ"
    return token.lower_.endswith("s") and _base(token.lower_) != token.lower_ and token.lower_ not in _NOT_VERBS


_NOT_VERBS = frozenset(
    "this his its always perhaps besides mums dads needs-based yes across towards afterwards".split()
)


def _changed(page: Page, verb: Token, label: str) -> Edit | None:
    if verb.lower_ in _ALIKE or page.is_closed(verb.idx, verb.idx + len(verb)):
        return None
    word = with_you(verb) if label == "child" else with_i(verb)
    if word is None or word == verb.text:
        return None
    return Edit(verb.idx, verb.idx + len(verb), word, RULE, _REASONS[label])


def with_you(verb: Token) -> str | None:
    """The form of a finite verb that goes with "you", or None where it is the same."""
    lower = verb.lower_
    if lower in ("'s", "’s") and _is_have(verb):
        return lower[0] + "ve"
    if lower in _WITH_YOU:
        return _like(verb.text, _WITH_YOU[lower])
    if verb.tag_ == "VBZ" or (not verb.tag_ and lower.endswith("s")):
        return _like(verb.text, _base(lower))
    return None


def with_i(verb: Token) -> str | None:
    """The form of a finite verb that goes with "I", or None where it is the same."""
    lower = verb.lower_
    if lower in ("'s", "’s") and _is_have(verb):
        return lower[0] + "ve"
    if lower in _WITH_I:
        return _like(verb.text, _WITH_I[lower])
    if verb.tag_ == "VBZ" or (not verb.tag_ and lower.endswith("s")):
        return _like(verb.text, _base(lower))
    return None


def _is_have(short: Token) -> bool:
    """Whether 's is short for "has": before a participle that is not a passive."""
    if (
        short.i
        and is_subject(short.doc[short.i - 1])
        and short.doc[short.i - 1].head.tag_ in ("VBN", "VBD")
        and short.doc[short.i - 1].dep_ != "nsubj:pass"
    ):
        return True
    if short.i + 1 < len(short.doc):
        after = next(
            (t for t in short.doc[short.i + 1 : short.i + 4] if t.lower_ not in _ADVERBS and t.tag_ != "RB"), None
        )
        if after is not None and after.lower_ in ("been", "got", "had"):
            return True
    return short.dep_ == "aux" and short.head.tag_ in ("VBN", "VBD")


@lru_cache(maxsize=10_000)
def _base(verb: str) -> str:
    from lemminflect import getLemma  # its tables take a while to load

    if verb.endswith("'s"):
        return verb
    found = getLemma(verb, upos="VERB")
    return found[0] if found else verb


def _like(pattern: str, word: str) -> str:
    if pattern.isupper() and len(pattern) > 2:
        return word.upper()
    return word[:1].upper() + word[1:] if pattern[:1].isupper() else word
