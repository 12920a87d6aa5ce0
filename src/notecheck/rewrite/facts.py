"""The facts of a sentence that a draft may not lose, add or soften: what the guard compares."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from notecheck.checks.reading_text import WORD
from notecheck.language.speech import quotations

_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
_MONEY = re.compile(r"[£€$]\s?\d")
_NUMBER_WORDS = frozenset(
    """zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand once twice half dozen
    first second third fourth fifth""".split()
)
_DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december yesterday today tomorrow tonight""".split()
)
_NEGATIONS = frozenset(
    {"not", "no", "never", "nobody", "none", "nothing", "nowhere", "without", "neither", "nor", "cannot"}
)
_MODALS = frozenset(
    """may might could would should must can will shall ought alleged allegedly suspected possibly possible probably
    perhaps maybe likely unlikely believed""".split()
)
HARM_STEMS = (
    *"""
    hit punch kick slap bit burn bruis injur hurt harm abus assault rap strangl chok stab threat beat beaten
    attack violen neglect exploit traffick groom sexual molest suffocat drown overdos suicid self-harm selfharm
    knife knives weapon gun blood bled bleed wound fractur broken broke scald shook shak push shov throw threw
    thrown grab restrain starv hungry scream die died dead death kill murder unconscious drunk drank cannabis
    cocaine heroin vodka overdose stalk forc coerc pinn squeez scratch graz swoll swell cut limp tooth teeth
    mark pregnan semen choke smack spat
    """.split(),
    "black eye",
)
_ENDINGS = "s|es|ed|d|ing|e|er|ers|t|ted|ting|ned|ning|ped|ping|bed|bing|y|ies|ation|ce|tion|ive|ally|al|ly|en|ten"
_HARM = re.compile(rf"\b({'|'.join(sorted(HARM_STEMS, key=len, reverse=True))})(?:{_ENDINGS})?\b", re.I)


@dataclass(frozen=True)
class Facts:
    """What one sentence states that must survive, counted."""

    numbers: Counter[str]
    days: Counter[str]
    quotations: Counter[str]
    names: frozenset[str]
    words: frozenset[str]
    negations: int
    modals: Counter[str]
    harm: Counter[str]


def facts_of(text: str) -> Facts:
    """The facts of `text`, a sentence or a few."""
    words = WORD.findall(text)
    lower = [w.lower().replace("’", "'") for w in words]
    return Facts(
        numbers=Counter([*_NUMBER.findall(text), *_MONEY.findall(text), *(w for w in lower if w in _NUMBER_WORDS)]),
        days=Counter(w for w in lower if w in _DAYS),
        quotations=Counter(text[a:b] for a, b in quotations(text)),
        names=frozenset(_bare(w) for w in words if w[:1].isupper()),
        words=frozenset(_bare(w) for w in words),
        negations=sum(w in _NEGATIONS or w.endswith(("n't", "nt'")) for w in lower),
        modals=Counter(m for w in lower for m in _modal(w)),
        harm=Counter(m[1].lower() for m in _HARM.finditer(text)),
    )


@lru_cache(maxsize=4_096)
def _modal(word: str) -> tuple[str, ...]:
    if word in _MODALS:
        return (word,)
    return ("will",) if word.endswith("'ll") else ()


def _bare(word: str) -> str:
    return re.sub(r"['’](?:s|d|ll|ve|re|m)?$|n['’]t$", "", word).lower()


def harm_in(text: str) -> bool:
    """Whether `text` names harm, or what did it."""
    return bool(_HARM.search(text))


def lost(before: Facts, after: Facts, allowed_names: Iterable[str] = ()) -> str | None:
    """What `after` loses, adds or softens, in words for the writer; None where every fact stands.

    Args:
        before: the facts of the original sentence.
        after: the facts of its draft.
        allowed_names: capitalised words, in lower case, that the draft may do without.
    """
    if before.quotations != after.quotations:
        return "a quotation would change"
    if before.numbers != after.numbers:
        return "a number would change"
    if before.days != after.days:
        return "a day or date would change"
    if before.negations != after.negations:
        return "a “not” would change"
    if before.modals != after.modals:
        return "how sure it is would change"
    if before.harm - after.harm:
        return "the harm would be softened"
    missing = before.names - after.words - frozenset(allowed_names)
    return "a name would be lost" if missing else None
