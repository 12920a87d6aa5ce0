""" "Mum" becomes "your mum": words for the child's own family that stand without saying whose."""

from __future__ import annotations

import re

from spacy.tokens import Token

from notecheck.rewrite.edits import Edit, Passed, Question, lower_first
from notecheck.rewrite.page import Page
from notecheck.rewrite.tree import children

RULE = "person/family"
_MAY_BE_A_PARENT = 11  # years
_EXPECTED = re.compile(r"\b(?:pregnan\w*|unborn|antenatal|gestation|EDD|UBB|trimester|her baby|his baby)\b", re.I)
_WHOSE_PARENT = "Whose parent is this, the child's or the baby's?"
_REASON = "The note is to the child, so it says whose family this is."
_KIN = frozenset(
    """mum mam mom mummy mother dad daddy father nan nana nanny nanna gran granny grandma grandmother grandad granddad
    grandpa grandfather stepdad stepmum stepfather stepmother parents grandparents""".split()
)
_ALONE_ONLY = frozenset(
    {"mummy", "daddy", "nana", "nanny", "nanna", "granny", "grandma", "grandpa", "mam", "nan", "gran"}
)
_KINDS = frozenset({"foster", "birth", "step", "adoptive", "maternal", "paternal"})
_MOTHER_HEN = frozenset({"figure", "figures", "hen", "hens", "tongue", "confessor", "christmas"})  # no relatives at all
_WHOSE = frozenset({"nmod:poss", "det", "det:predet", "amod"})
_NAMELIKE_BEFORE = frozenset(
    "the a an this that her his their my our your its every each any some no both other another whose 's ’s ' ’".split()
)


def your_family(page: Page) -> Passed:
    """ "Your" before every word for a relative that stands alone."""
    edits: list[Edit] = []
    questions: list[Question] = []
    for token in page.doc:
        if token.lower_ in _KIN and (of_child := _of_the_child(page, token)) is not None:
            edits.append(of_child)
            continue
        if token.lower_ in _KIN and _stands_alone(page, token):
            first = _first_of(token)
            if token.lower_ in ("father", "mother") and _may_be_a_parent(page):
                questions.append(Question(token.idx, token.idx + len(token), _WHOSE_PARENT))
                continue
            if page.is_closed(first.idx, token.idx + len(token)) or page.in_label(token.idx):
                continue
            if _second_of_two(token):
                after = lower_first(token.text)
                if after != token.text:
                    edits.append(Edit(token.idx, token.idx + len(token), after, RULE, _REASON))
                continue
            your = "Your" if page.begins(first.idx) else "your"
            word = page.text[first.idx : token.idx + len(token)]
            words = f"{your} {word.lower()}"
            if word.isupper() and page.in_capitals(first.idx):
                words = words.upper()
            edits.append(Edit(first.idx, token.idx + len(token), words, RULE, _REASON))
    return Passed(tuple(edits), tuple(questions))


def _may_be_a_parent(page: Page) -> bool:
    """Whether the child of the record may be a parent too, so that "Father" may be the baby's."""
    age = page.record.child.age
    return (age is None or age >= _MAY_BE_A_PARENT) and _EXPECTED.search(page.text) is not None


def _of_the_child(page: Page, token: Token) -> Edit | None:
    """ "The father of Maya": "your father", and so is "mother to Maya"."""
    doc, last = token.doc, token.i + 2
    if last >= len(doc) or doc[token.i + 1].lower_ not in ("of", "to") or page.means(doc[last]) != "child":
        return None
    if doc[token.i + 1].lower_ == "to" and not _names_somebody(token):
        return None
    while last + 1 < len(doc) and page.means(doc[last + 1]) == "child":
        last += 1
    first = _first_of(token)
    if first.i and doc[first.i - 1].lower_ == "the":
        first = doc[first.i - 1]
    start, end = first.idx, doc[last].idx + len(doc[last])
    after = doc[last + 1] if last + 1 < len(doc) else None
    if page.is_closed(start, end) or doc[token.i + 2].lower_ in ("her", "his", "their"):
        return None
    if after is not None and after.text in ("'s", "’s", "and", "&", "'", "’"):
        return None
    age = ""
    if after is not None and after.text == "(" and doc[min(last + 2, len(doc) - 1)].like_num:
        end, age = after.idx + 1, " (you are "  # "mother of Maya (9)": the age stays with the child
    your = "Your" if page.begins(start) else "your"
    kin = page.text[(first.idx if first.lower_ != "the" else doc[first.i + 1].idx) : token.idx + len(token)]
    return Edit(start, end, f"{your} {kin.lower()}{age}", RULE, _REASON, rank=1)


def _names_somebody(token: Token) -> bool:
    """Whether a word for a relative says who somebody is: "Lydia, mother to Maya"."""
    return token.i > 0 and token.doc[token.i - 1].text in (",", "(", "is", "are", "was")


def _first_of(token: Token) -> Token:
    before = token.doc[token.i - 1] if token.i else None
    return before if before is not None and before.lower_ in _KINDS and before.whitespace_ else token


def _stands_alone(page: Page, token: Token) -> bool:
    doc, first = token.doc, _first_of(token)
    before = doc[first.i - 1] if first.i else None
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if before is not None:
        if before.lower_ in _NAMELIKE_BEFORE or before.text in ("/", "-", "&"):
            return False
        if before.tag_ in ("PRP$", "DT", "JJ", "POS", "CD") or (before.pos_ == "PROPN" and before.whitespace_):
            return False
    if any(c.dep_ in _WHOSE and c.i != first.i for c in children(token)):
        return False
    if after is not None and (after.text in ("/", "-", "&", ":", "of") or after.lower_ in _MOTHER_HEN):
        return False
    if token.dep_ in ("vocative", "compound") and token.tag_ != "NNP":
        return False
    named = after is not None and after.pos_ == "PROPN" and token.whitespace_ and after.text[:1].isupper()
    return not (named and token.lower_ in _ALONE_ONLY)


def _second_of_two(token: Token) -> bool:
    """ "Mum and Dad": one "your" does for both."""
    doc, i = token.doc, token.i
    if i < 2 or doc[i - 1].lower_ != "and" or doc[i - 2].lower_ not in _KIN or doc[i - 2].lower_ == token.lower_:
        return False
    return token.head.i == i - 2 or not token.dep_
