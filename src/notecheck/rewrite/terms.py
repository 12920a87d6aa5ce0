"""What letters are called in a draft: few plain words, or law's and medicine's own name with its meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass

from notecheck.checks.acronym_wording import plural
from notecheck.lexicon.lexicon import Lexicon
from notecheck.values import Finding

# Plain words that are no thing and no people, and so cannot drop in where the letters of a name stood.
_NO_NOUN = re.compile(
    r"(?:when|where|how|what|who|although|so|because|not|no|to|has|have|had|as|by|if|did|will|could|in|on|at|out|away"
    r"|still|nobody|no one|lesbian|I)\b",
    re.I,
)
# The law's and medicine's own words stay, with plain ones beside them.
_KEPT = re.compile(
    r"\b(?:Act|Mechanism|section|orders?|proceedings|bail|injunction|disorder|syndrome|palsy|fibrosis|diabetes|epilepsy"
    r"|depression)\b|\Achild(?:ren)? (?:protection(?: plans?)?|in need)\Z",
    re.I,
)
_ARTICLE = re.compile(r"\A(?:the|a|an)\s+", re.I)
_NEEDS_NONE = re.compile(
    r"(?:nothing|help|money|questions|permission|advice|(?!(?:meeting|hearing|building)\b)[a-z]{3,}ing)\b"
)
_HAS_ARTICLE = re.compile(r"(?:the|an?|your|people|somebody|someone|everyone)\b")
_MOST_PLAIN_WORDS = 12
# An explanation in brackets that begins otherwise reads as an aside, and a check does not know it as an explanation.
_EXPLAINS = re.compile(r"(?:the|an?|when|where|this|it|that|which|what|someone|people|in|to|so|we|our)\s", re.I)


@dataclass(frozen=True, slots=True)
class Term:
    """The wordings that there are for one acronym, in the number in which it stands; `brief` and `attributive` may be
    empty."""

    long_form: str
    plain: str
    brief: str = ""
    attributive: str = ""
    many: bool = False
    everyday: bool = False  # shorthand that most people can read: its plain words need no explanation

    @property
    def kept(self) -> bool:
        """Whether the long form is a name that law or medicine gives, which the child will meet again."""
        return bool(_KEPT.search(self.long_form))

    def before_noun(self) -> str:
        """The words that say what kind of thing comes after: "care" in "care review"."""
        if self.attributive or self.brief:
            return self.attributive or self.brief
        words = self.plain if len(self.plain.split()) <= 3 else self.long_form
        return _ARTICLE.sub("", words, count=1)  # "LA request": "council request"

    def alone(self, *, explain: bool) -> str:
        """The words where the letters are a noun of their own; `explain` at the first of them."""
        drops_in = not _NO_NOUN.match(self.plain) and not self.many
        if self.kept:
            name = self.brief or self.long_form
            return f"{name} {self.meaning()}" if explain and self.plain != name else name
        if self.brief or (self.everyday and self.plain):
            return self.brief or self.plain
        if len(self.plain.split()) <= 3 and not (self.many and _HAS_ARTICLE.match(self.plain)):
            return self.plain
        if drops_in and len(self.plain.split()) <= _MOST_PLAIN_WORDS:
            return self.plain
        if explain and self.plain != self.long_form:
            return f"{self.long_form} {self.meaning()}"
        return self.long_form

    def meaning(self) -> str:
        """The explanation in brackets, as it stands beside the words."""
        return f"({_beginning(self.plain)})"


def stands_by_itself(words: str) -> bool:
    """Whether `words` bring their own article, or need none."""
    return bool(_HAS_ARTICLE.match(words)) or bool(_NEEDS_NONE.match(words))


def _beginning(plain: str) -> str:
    return plain if _EXPLAINS.match(plain) else f"this means {plain}"


def term_for(finding: Finding, lexicon: Lexicon) -> Term:
    """The wordings for an acronym finding that leaves one meaning open."""
    long_form, plain = finding.instead[0], finding.instead[-1]
    many = bool(re.search(r"[A-Z]s$", finding.text))
    row = lexicon.rows_by_meaning.get(long_form.lower())
    if row is None and many:
        row = next((r for r in lexicon.acronyms.get(finding.text[:-1], ()) if plural(r.meaning) == long_form), None)
    if row is None:
        return Term(long_form, plain, many=many)
    brief = plural(row.brief) if many and row.brief else row.brief
    everyday = row.kind in ("common", "shorthand")
    return Term(long_form, plain, brief, row.before_noun, many, everyday)
