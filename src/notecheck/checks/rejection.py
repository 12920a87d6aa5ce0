"""Whether the writer denies wording or rejects it: words that stand on the page in order not to be believed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span

_CLAUSE = r"(?:(?!(?:and|but|despite|who|which|that|because|so|then|as|when|while|although|though|yet|however|since|if|she|he|they|i|we)\b)[\w'’-]+\s+)"
# The word that denies, and at most four words of the same clause after it.
_DENIED = re.compile(
    rf"(?:\b(?:not|never|nobody|no\s+one|none|nor|without|rather\s+than|instead\s+of|nothing|no\s+longer|cannot|can['’]t)|n['’]t|\b(?:did|does|was|is|were|would|could|has|had|have|do)nt)\s+{_CLAUSE}{{0,4}}[\"'“‘(]?\Z",
    re.I,
)
# "She was told not to go back": a task, no denial.
_TOLD_NOT_TO = re.compile(
    r"\b(?:told|asked|advised|warned|reminded|agreed?|urged|instructed|expected|promised|i\s+will:?|will|must|should|to)(?:\s+[\w'’:.,]+){0,5}?\s+(?:not|never)\s+(?:to\s+)?(?:[\w'’-]+\s+){0,3}\Z",
    re.I,
)
_DENIED_FROM_ABOVE = re.compile(
    r"(?:\b(?:not|never|nobody|no\s+one|none\s+of\s+us|cannot|without)|n['’]t)\b(?:\s+[\w'’]+){0,3}\s+(?:think|thinks|believe|believes|mean|means|say|says|saying|suggest|suggests|suggesting|feel|feels|accept|imply|"
    r"agree|case|true|fair|right|correct|blame|blamed|blames|fault)\b(?:\s+(?:that|to|her|him|them|say))*\s+(?:[\w'’]+\s+){0,4}\Z"
    r"|\b(?:was|is|were|are)\s*(?:not|n['’]t|never)\s+(?:\w+\s+)?because\s+(?:[\w'’]+\s+){0,4}\Z",
    re.I,
)
# What a writer says of wording that they do not stand by. "…" is where the wording may be.
_REJECTS = re.compile(
    r"""\b(?:
      (?:those|these|that|this|the|such)\s+(?:words?|phrases?|terms?|language|wording|entry|entries|descriptions?|labels?|notes?|sentences?|recording|lines?|comments?)\s+
        (?:should|must|needs?\s+to|has\s+to|have\s+to|will|is\s+(?:not|wrong|unfair|blaming|unhelpful)|are\s+(?:not|wrong|unfair|blaming|unhelpful)|was\s+(?:not|wrong|unfair|our)|were\s+(?:not|wrong|unfair|our)|blames?|puts?|makes?|hides?|does\s+not|do\s+not|came|comes|suggests?)
      | (?:asked|asking|ask|request(?:ed)?)\s+(?:for\s+)?(?:\w+\s+){0,4}(?:to\s+be\s+)?(?:amend\w*|correct(?:ed|ion)|reword\w*|remov\w+|chang(?:ed|e)\s+(?:it|this|that|the\s+(?:word|wording|phrase|entry))|rewritten|taken\s+out)
      | (?:(?:we|i|you|nobody|please|workers|staff|professionals)\s+(?:should|must|will|do|did|would|can|could|shall)?\s*(?:n[o'’]t|not|never|cannot|no\s+longer|stop)
          |(?:should|must|do)\s*(?:n['’]t|not)|please\s+avoid)\s+(?:be\s+)?(?:say(?:ing)?|writ(?:e|ing|ten)|us(?:e|ed|ing)|call(?:ed|ing)?|describ(?:e|ed|ing)|record(?:ed|ing)?|said|accept|agree|recognise|stand\s+by)
      | (?:stop|stopped|avoid|avoided|rather\s+than|instead\s+of|slipped\s+into|without)\s+(?:saying|writing|using|calling|describing|recording)
      | (?:i|we|she|he|they|chair|iro|manager|worker)\s+(?:have\s+|has\s+|had\s+|do\s+not\s+|did\s+not\s+)?(?:challenged?|disagree[ds]?|corrected|reworded|objected|disputed|pushed\s+back|rejected|agree|agreed)
      | (?:not|isn['’]t|wasn['’]t|is\s+not|was\s+not)\s+(?:the\s+right\s+word|how\s+(?:we|i)|a\s+word|fair|accurate|true|her\s+fault|his\s+fault|their\s+fault|what\s+(?:happened|it\s+was))
      | (?:that|this|it|which)\s+(?:is|was|sounds|reads)\s+(?:\w+\s+)?(?:wrong|unfair|blaming|victim[\s-]blaming|inaccurate|misleading|offensive|judg\w+|our\s+(?:error|mistake|words))
      | (?:neither|none)\s+of\s+us\s+(?:can|could|agree|agreed|recognise|think)
      | (?:unfair|wrong|inaccurate|unhelpful|blaming)\s+(?:words?|label|description|language|term|to\s+(?:say|write|call|describe))
      | only\s+to\s+(?:disagree|correct|challenge|reject|contradict)
      | (?:struck|crossed|taken)\s+(?:it\s+|that\s+|them\s+)?out\s+(?:by|of)
      | (?:put|set)\s+(?:that|this|it)\s+right
      | (?:i|we)\s+(?:repeat|give|quote)\s+(?:it|them|the\s+words?)\s+(?:once|only)
      | the\s+words?\s+["'“‘]
    )\b""",
    re.X | re.I,
)
# Somebody's earlier wording that the sentence speaks about.
_SPOKEN_OF = re.compile(
    r"\b(?:words?|phrases?|terms?|wording|language|entry|entries|label|labels|labelled|describ\w+|call(?:s|ed|ing)?|chronology|file|records?|report|log|notes?|referral|minutes|letter|email|says?|said|writ(?:es|ten|ing)|wrote|"
    r"talk\s+of|saying|recorded|form|told|view|expressed|put\s+down|read)\b|[\"“”‘]",
    re.I,
)
# A writer who argues with a service's rule is on the child's side.
_CHALLENGES = re.compile(
    r"\b(?:challeng(?:ed|ing)|disagree|do not accept|don['’]t accept|not acceptable|not good enough|escalat(?:ed|ing)|appeal(?:ed|ing)|unacceptable|"
    r"complained|unfair|not a reason)\b",
    re.I,
)
DENIED = "the note denies it"
REJECTED = "the writer rejects these words"
CHALLENGED = "the writer challenges it"


def denied(before: str) -> bool:
    """Whether wording is denied by what stands before it in its sentence."""
    return bool(_DENIED.search(before) and not _TOLD_NOT_TO.search(before)) or denied_from_above(before)


def denied_from_above(before: str) -> bool:
    """Whether wording is denied by the clause that it hangs on: "it is not true that …"."""
    return bool(_DENIED_FROM_ABOVE.search(before))


def denied_by_grammar(span: Span) -> bool:
    """Whether the sentence's grammar denies the wording from outside of it: the denying word is not part of it."""
    from notecheck.language.grammar import cue_of, root_of

    root = root_of(span)
    cue = cue_of(root) if root is not None else None
    return cue is not None and not span.start <= cue.i < span.end and cue.i < span.start


def rejected(sentence: str, following: str) -> bool:
    """Whether a sentence speaks about somebody's wording and it, or the one that follows, rejects it."""
    if not _SPOKEN_OF.search(sentence):
        return False
    return bool(_REJECTS.search(sentence) or _REJECTS.search(following))


def challenged(sentence: str, following: str) -> bool:
    """Whether the writer argues with what a sentence tells, in it or in the one that follows."""
    return bool(_CHALLENGES.search(sentence) or _CHALLENGES.search(following))
