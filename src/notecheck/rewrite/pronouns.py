"""What the words right around a pronoun say of it, whoever is named in the note."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc, Token

from notecheck.rewrite.tree import children

PRONOUN_OF: Mapping[str, str] = {
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves", "themself"), "they"),
}
REFLEXIVE = frozenset({"herself", "himself", "themselves", "themself"})


def is_spoken_of(token: Token) -> bool:
    """ "Ash uses they and them", "she/her": the words themselves."""
    doc, i, kind = token.doc, token.i, PRONOUN_OF[token.lower_]

    def same(at: int) -> bool:
        return 0 <= at < len(doc) and PRONOUN_OF.get(doc[at].lower_) == kind and doc[at].lower_ != token.lower_

    joined = [at for at in (i - 2, i + 2) if same(at) and doc[(i + at) // 2].lower_ in ("and", "/", "or")]
    used = i > 0 and doc[i - 1].lower_ in _PRONOUNS_ARE
    return bool(joined) and (used or any(doc[(i + at) // 2].text == "/" or _follows_use(doc, at) for at in joined))


def _follows_use(doc: Doc, at: int) -> bool:
    return at > 0 and doc[at - 1].lower_ in _PRONOUNS_ARE


_ANY_CHILD = frozenset("child girl boy teenager baby pupil person".split())
_PRONOUNS_ARE = frozenset("use uses used using pronouns pronoun are is".split())


def is_in_general(token: Token) -> bool:
    """ "A child who steps in front of her sister": of any child."""
    at = token
    for _ in range(6):
        if at.dep_ == "acl:relcl":
            below = list(children(at.head))
            says_who = at.head.dep_ == "appos" or any(t.dep_ == "cop" for t in below)  # "she is a girl who …"
            return (
                at.head.lower_ in _ANY_CHILD
                and not says_who
                and any(t.dep_ == "det" and t.lower_ in ("a", "any", "every", "no") for t in below)
            )
        if at.head.i == at.i:
            break
        at = at.head
    return False


def of_one_family(token: Token, found: Mapping[int, str]) -> bool:
    """ "With her sister and her mum": whoever's sister the one is, the other is her mother too."""
    other = token.head.head
    if token.dep_ != "nmod:poss" or token.head.dep_ != "conj" or other.lower_ not in _CLOSEST:
        return False
    owners = [t for t in children(other) if t.dep_ == "nmod:poss" and t.lower_ == token.lower_]
    return token.head.lower_ in _FAMILY and bool(owners) and found.get(owners[0].i) == "child"


_CLOSEST = frozenset("mum mam mummy mother dad daddy father sister sisters brother brothers siblings twin".split())
_FAMILY = _CLOSEST | frozenset(
    "nan nana gran granny grandma grandmother grandad granddad grandpa grandfather grandparents stepmum stepdad".split()
)


def means_several(token: Token) -> bool:
    """ "They both", "they had all": more than one, whatever a child's own pronoun is."""
    after = token.doc[token.i + 1 : token.i + 4]
    return any(t.lower_ in ("both", "all", "each", "together") for t in after)
