"""Who the words on the page stand for, by rule: the child by name or initials, family, workers.

Who a pronoun means is the reader's to say; this room only knows words.
"""

from __future__ import annotations

import re

from notecheck.values import Child

CHILD_WORDS = frozenset(
    [
        "child",
        "children",
        "girl",
        "boy",
        "teenager",
        "teen",
        "adolescent",
        "youngster",
        "baby",
        "infant",
        "toddler",
        "yp",
        "minor",
        "pupil",
        "student",
        "kid",
        "kids",
        "lad",
        "lass",
        "daughter",
        "son",
        "sibling",
        "siblings",
        "brother",
        "sister",
        "twins",
        "twin",
        "unborn",
    ]
)
FAMILY_WORDS = frozenset(
    [
        "mum",
        "mam",
        "mom",
        "mummy",
        "mother",
        "dad",
        "daddy",
        "father",
        "parent",
        "parents",
        "carer",
        "carers",
        "stepdad",
        "stepmum",
        "stepfather",
        "stepmother",
        "nan",
        "nana",
        "nanny",
        "gran",
        "granny",
        "grandma",
        "grandmother",
        "grandad",
        "grandpa",
        "grandfather",
        "grandparents",
        "aunt",
        "auntie",
        "aunty",
        "uncle",
        "cousin",
        "brother",
        "sister",
        "sibling",
        "siblings",
        "family",
        "husband",
        "wife",
        "partner",
        "mgm",
        "mgf",
        "pgm",
        "pgf",
        "birth-mother",
        "birth-father",
        "godmother",
        "godfather",
        "m.g.m",
        "stepbrother",
        "stepsister",
        "half-brother",
        "half-sister",
        "niece",
        "nephew",
        "guardian",
    ]
)
WORKER_WORDS = frozenset(
    [
        "worker",
        "workers",
        "sw",
        "social",
        "manager",
        "officer",
        "officers",
        "police",
        "pc",
        "teacher",
        "headteacher",
        "head",
        "ta",
        "dsl",
        "nurse",
        "doctor",
        "gp",
        "consultant",
        "midwife",
        "hv",
        "visitor",
        "iro",
        "chair",
        "school",
        "staff",
        "professional",
        "professionals",
        "cafcass",
        "judge",
        "solicitor",
        "practitioner",
        "keyworker",
        "key-worker",
        "psychologist",
        "therapist",
        "counsellor",
        "pa",
        "fsw",
        "tutor",
        "paramedic",
        "dc",
        "dci",
        "ds",
        "sgt",
        "sergeant",
        "safeguarding",
        "lead",
        "team",
        "senco",
        "mentor",
        "coordinator",
        "co-ordinator",
    ]
)

_LETTER = re.compile(r"[A-Za-z]")


def child_names(child: Child) -> frozenset[str]:
    """Lower-case words by which a note may name the child: the whole name's parts and its hyphenated halves.

    Nicknames cannot be guessed ("Billy" for William could be a brother): the writer gives them in the name, after a
    slash or in brackets: "William/Billy".
    """
    if not child.name:
        return frozenset()
    parts = re.split(r"[\s/()\"“”,]+", child.name)
    return frozenset(p.lower() for p in parts if len(_LETTER.findall(p)) > 1)


def child_initials(child: Child) -> frozenset[str]:
    """How the child may be written in initials: "MB", "M.B.", "M" for Maya Brown."""
    if not child.name:
        return frozenset()
    parts = [p for p in re.split(r"[\s-]+", child.name.split("/")[0]) if _LETTER.match(p)]
    letters = [p[0].upper() for p in parts]
    if not letters:
        return frozenset()
    joined = "".join(letters)
    return frozenset({letters[0], joined, ".".join(letters) + ".", ".".join(letters)})


def role_of(word: str, names: frozenset[str] = frozenset()) -> str | None:
    """What one word says of a person: "child", "family", "worker", or None where it says nothing."""
    lower = word.lower()
    if lower in names:
        return "child"
    if lower in FAMILY_WORDS:
        return "family"
    if lower in CHILD_WORDS:
        return "child"
    if lower in WORKER_WORDS:
        return "worker"
    return None
