"""Whether a word owns what follows it: "her bag" and "told her", "Maya's bag" and "Maya's late"."""

from __future__ import annotations

from spacy.tokens import Token

from notecheck.rewrite.pronouns import PRONOUN_OF
from notecheck.rewrite.tree import is_subject

POSSESSIVE_DEPS = frozenset({"nmod:poss", "det:poss", "poss"})
APOSTROPHES = frozenset({"'s", "’s", "'", "’"})


def owns_next(token: Token) -> bool:
    """Whether "her" or "his" owns what follows: "her bag", "his old coat", not "told her that", "it is his."

    Judged by the words beside it, which are surer than a tree.
    """
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if after is None or not (after.text[0].isalnum() or after.text[0] in "'‘\"“"):
        return False
    if token.lower_ == "his" and after.lower_ in _HIS_OWN and token.whitespace_:
        return True
    if after.is_sent_start or not token.whitespace_ or after.lower_ in _AFTER_OBJECT or _given_to(token):
        return False
    if token.lower_ == "her" and after.lower_ in ("being", "having"):
        return False  # "filmed her being sick"
    if token.lower_ == "her" and _counted(after):
        return False  # "visited her eleven times"
    if after.tag_ in ("NN", "NNS", "JJ", "CD", "NNP", "VBN", "VBG", "JJS", "JJR", ""):
        return after.tag_ != "NNP" or token.dep_ in POSSESSIVE_DEPS or token.tag_ == "PRP$"
    if after.tag_.startswith("VB") and token.lower_ == "her" and token.head.tag_.startswith("VB"):
        return token.tag_ == "PRP$" and after.tag_ not in ("VBD", "VBZ")  # "saw her cry", but "her eat-in kitchen"
    return token.dep_ in POSSESSIVE_DEPS or token.tag_ == "PRP$"


def _counted(number: Token) -> bool:
    after = number.doc[number.i + 1] if number.i + 1 < len(number.doc) else None
    return after is not None and number.tag_ == "CD" and after.lower_ in ("times", "nights", "days", "weeks")


def _given_to(token: Token) -> bool:
    """ "Gives her lifts": things given to her, not things of hers."""
    doc, i = token.doc, token.i
    before = doc[i - 1].lower_ if i else ""
    if before not in _GIVING or i + 1 >= len(doc):
        return False
    gift, beyond = doc[i + 1], doc[i + 2] if i + 2 < len(doc) else None
    if gift.lower_ in _PLENTY:
        return True
    if gift.tag_ == "JJ" and beyond is not None and beyond.tag_ in ("NN", "NNS") and before in _HANDING:
        return True  # "gave her dry cereal"
    bare = (gift.tag_ in ("NNS", "NN") and gift.lower_ in _GIFTS) or gift.tag_ == "CD"
    return bare and (beyond is None or (beyond.tag_ not in ("DT", "PRP$", "TO") and beyond.lower_ != "back"))


_GIVING = frozenset(
    """give gives gave given giving offer offers offered offering buy buys bought buying send sends sent sending lend
    lends lent promise promises promised bring brings brought get gets got""".split()
)
# What may stand behind the object "her" ("took her home") and is always owned behind "his".
_HIS_OWN = frozenset({"home", "back", "very", "here"})
_HANDING = frozenset("give gives gave given giving offer offers offered".split())
_PLENTY = frozenset("plenty lots loads enough some every another several many no any".split())
_GIFTS = frozenset(
    """lifts money cash drugs alcohol cigarettes vapes gifts presents clothes drink drinks food weed cannabis cocaine
    vodka sweets trainers messages texts photos pictures videos flowers credit jewellery make-up takeaways support
    help advice information time space attention lunch dinner tea breakfast supper cereal toast""".split()
)
_AFTER_OBJECT = frozenset(
    """and but or to at in on with for from that when if because as about not was is has had until before after again
    alone home today tomorrow yesterday by off out up down over away back into so then the a an i we he she they it
    she's he's how what where why who there here very too also""".split()
)


def possessive_mark(token: Token) -> Token | None:
    """The 's after a name, where it makes a possessive and is not short for "is" or "has"."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if after is None or token.whitespace_ or after.text.lower() not in APOSTROPHES or token.lower_ in PRONOUN_OF:
        return None
    if after.text in ("'", "’"):
        return after if token.lower_.endswith("s") else None
    return None if _short_verb(token, after) else after


def _short_verb(owner: Token, mark: Token) -> bool:
    """Whether 's is a verb: "Maya's late", "Maya's finished", "Maya's a star"."""
    doc = mark.doc
    after = doc[mark.i + 1] if mark.i + 1 < len(doc) else None
    beyond = doc[mark.i + 2] if mark.i + 2 < len(doc) else None
    if after is None or after.is_sent_start or not after.text[0].isalnum():
        return False
    if after.lower_ in _VERBAL_AFTER_S:
        return True
    if after.lower_ == "own" or after.tag_ in ("NN", "NNS", "NNP", "NNPS", "VBZ", "VBP", "MD", "CC"):
        return False
    if after.tag_ == "VBD":
        return is_subject(owner)
    noun_follows = beyond is not None and beyond.tag_ in ("NN", "NNS", "NNP", "JJ")
    if after.tag_ == "CD":
        return beyond is None or not beyond.tag_.startswith("NN")
    if after.tag_ in ("JJ", "JJR", "JJS", "RB", "VBG", "VBN") and noun_follows:
        return is_subject(owner) and after.tag_ == "VBN" and mark.tag_ != "POS"
    if after.tag_:
        return after.tag_ not in ("POS", "``", "''")
    return after.lower_.endswith("ing")


_VERBAL_AFTER_S = frozenset(
    """been got not a an the had very so now also still in at on never always ok fine happy sad worried going been
    here there to from with really too quite being doing""".split()
)
