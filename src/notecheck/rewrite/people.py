"""The people of a note other than the child, as far as words alone tell: their sex and number.

Needed to see whether "she" could be somebody else. Who is meant in the end is said in `who`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from notecheck.rewrite.first_names import MEN, WOMEN

Kind = Literal["she", "he", "they", "?"]

SHE_WORDS = frozenset(
    """mum mam mom mummy mother nan nana nanny nanna gran granny grandma grandmother auntie aunt aunty stepmum
    stepmother sister stepsister half-sister girl woman lady female daughter niece wife girlfriend mgm pgm
    godmother headmistress waitress actress""".split()
)
HE_WORDS = frozenset(
    """dad daddy father grandad granddad grandpa grandfather uncle stepdad stepfather brother stepbrother
    half-brother boy man bloke lad male son nephew husband boyfriend mgf pgf godfather headmaster
    landlord""".split()
)
EITHER_WORDS = frozenset(
    """cousin carer parent partner friend mate classmate teacher headteacher head ta dsl nurse doctor gp
    consultant midwife hv one worker manager officer pc sergeant judge solicitor chair iro guardian
    psychologist therapist counsellor mentor tutor paramedic neighbour caller social-worker keyworker
    twin sibling baby toddler person practitioner perpetrator adult foster-carer visitor coordinator
    lead fsw senco sw driver coach pharmacist interpreter""".split()
)
PLURAL_WORDS = frozenset(
    """parents grandparents carers siblings brothers sisters boys girls men women children kids friends mates
    cousins staff police officers teachers professionals workers doctors nurses neighbours people twins
    males adults others services paramedics managers""".split()
)
_OF_A_NAME = frozenset({"st", "saint"})
# Nobody in particular, who may be one or many.
ANYBODY = frozenset("someone somebody anyone anybody everyone everybody nobody no-one".split())
_TITLES_SHE = frozenset({"mrs", "miss", "ms"})
_TITLES_HE = frozenset({"mr"})
_TITLES = _TITLES_SHE | _TITLES_HE | {"dr", "prof", "sir", "cllr"}
# Capitalised words that are not people.
NOT_PEOPLE = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december christmas easter english maths science french history
    geography pe lego minecraft roblox xbox playstation fortnite netflix tesco asda greggs mcdonalds
    snapchat instagram tiktok whatsapp facebook year key stage zoom teams camhs god eid ramadan diwali
    school college primary academy hospital street road house park centre court council team service
    services""".split()
)


@dataclass(frozen=True, slots=True)
class Person:
    """A mention of somebody other than the child, at a token, with the pronoun that would fit."""

    at: int
    kind: Kind


def could_mean(pronoun: str, person: Person) -> bool:
    """Whether a pronoun ("she", "he" or "they") fits a person; "they" is not said of one whose sex is not known."""
    return person.kind == pronoun or (person.kind == "?" and pronoun != "they")


def person_kind(token: Token) -> Kind | None:
    """The pronoun that fits what `token` names, "?" where a person could be either, None where it names nobody."""
    lower = token.lower_
    if lower.rstrip(".") in _TITLES:
        return None
    if lower in SHE_WORDS:
        return "she"
    if lower in HE_WORDS:
        return "he"
    if lower in PLURAL_WORDS or lower in ANYBODY:
        return "they"
    if lower in EITHER_WORDS:
        return "?"
    if token.text[:1].isupper() and token.text[1:].islower() and token.pos_ == "PROPN" and lower not in NOT_PEOPLE:
        return _named(token)
    return None


def _named(token: Token) -> Kind | None:
    """A capitalised name: a person where it acts or stands beside a word for one, a place where "at" goes before it."""
    doc, i, lower = token.doc, token.i, token.lower_
    before = doc[i - 1].lower_.rstrip(".") if i else ""
    if before in _TITLES_SHE:
        return "she"
    if before in _TITLES_HE:
        return "he"
    if (near := _beside(doc, i)) is not None:
        return near
    if i and doc[i - 1].lower_ in _OF_A_NAME:
        return None
    if lower in WOMEN or lower in MEN:
        return "she" if lower in WOMEN else "he"
    if token.dep_ in ("compound", "flat", "nmod:unmarked", "obl:unmarked") or before in (
        "at",
        "in",
        "near",
        "from",
        "the",
    ):
        return None
    if token.dep_ in ("obl", "nmod") and before in ("to", "on", "via", "of", "for"):
        return None
    return "?"


def _beside(doc: Doc, i: int) -> Kind | None:
    """Sex from a word beside a name: "Mum (Lisa)", "stepdad Darren", "Lisa, her mum"."""
    for j in (i - 1, i - 2, i + 2, i + 3):
        if not 0 <= j < len(doc):
            continue
        lower = doc[j].lower_
        between = {doc[k].text for k in range(min(i, j) + 1, max(i, j))}
        if between - {"(", ",", "her", "his", "their"}:
            continue
        if lower in SHE_WORDS:
            return "she"
        if lower in HE_WORDS:
            return "he"
    return None
