"""Marked notes, contrast pairs and mentions as words with labels, and their roughening."""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass, replace
from pathlib import Path

from score_detect import unmark
from spacy.language import Language

from notecheck.language.layout import lines
from notecheck.language.reader.features import name_parts
from notecheck.language.sentences import sentence_starts

NOTES = Path(__file__).parent / "notes"
MORE_NOTES = Path(__file__).parent / "more_notes"
IGNORE = -100
PROBLEMS = ("none", "victim-blaming", "child-focus", "jargon", "acronym")
WHO = ("none", "child", "other", "group", "writer", "unclear")
THEMES = (
    "risk-as-choice",
    "provoked",
    "harm-without-actor",
    "consent-implied",
    "warned-so-responsible",
    "refuses-help",
    "burden-on-victim",
    "disbelief",
    "minimising",
    "mutual",
    "survivor-blamed",
    "label",
    "judging-behaviour",
    "depersonalising",
    "service-centred",
)
FIRST_OF_FOCUS = THEMES.index("label")
_MEANT = frozenset(
    "she he they her his him them their theirs hers herself himself themselves themself child children boy girl baby "
    "kid kids lad lass sibling siblings brother sister son daughter twin twins teenager toddler i sw worker social "
    "subject minor yp young people person".split()
)


@dataclass(frozen=True)
class Child:
    """Who the record is about, as far as is known."""

    name: str | None = None
    pronouns: str | None = None
    age: float | None = None


@dataclass(frozen=True)
class Parsed:
    """What a grammar teacher says of one word: classes, how far away the head is (0: none), and a sentence start."""

    upos: int
    xpos: int
    reach: int
    dep: int
    start: bool


@dataclass(frozen=True)
class Passage:
    """Words of a note or of one side of a pair, with a class (or IGNORE) for each head."""

    id: str
    words: tuple[str, ...]
    gaps: tuple[str, ...]
    starts: tuple[bool, ...]
    problems: tuple[int, ...]
    themes: tuple[int, ...]
    who: tuple[int, ...]
    child: Child
    offsets: tuple[tuple[int, int], ...] = ()
    text: str = ""
    parsed: tuple[Parsed, ...] = ()


def rows(pattern: str, folders: tuple[Path, ...] = (NOTES, MORE_NOTES)) -> list[dict]:
    """All lines of the JSON Lines files under these folders that match."""
    return [
        json.loads(line)
        for folder in folders
        for path in sorted(folder.glob(pattern))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


def passage(
    nlp: Language, key: str, marked: str, child: Child, theme: str | None = None, mentions: list | None = None
) -> Passage:
    """Tokenise a marked text and give every word its classes."""
    text, spans = unmark(marked)
    doc = nlp.make_doc(text)
    begin = set(sentence_starts(doc, lines(text)))
    words, gaps, starts, offsets, last, pending = [], [], [], [], 0, False
    for t in doc:
        pending = pending or t.i in begin
        if t.is_space:
            continue
        words.append(t.text)
        gaps.append(text[last : t.idx] if words[1:] else "\n\n")
        starts.append(pending or not offsets)
        offsets.append((t.idx, t.idx + len(t)))
        last, pending = t.idx + len(t), False
    problems, themes = [0] * len(words), [IGNORE] * len(words)
    for a, b, label, optional in spans:
        for i, (s, e) in enumerate(offsets):
            if s < b and a < e:
                problems[i] = IGNORE if optional else PROBLEMS.index(label)
                if (
                    theme
                    and not optional
                    and label == ("child-focus" if THEMES.index(theme) >= FIRST_OF_FOCUS else "victim-blaming")
                ):
                    themes[i] = THEMES.index(theme)
    return Passage(
        key,
        tuple(words),
        tuple(gaps),
        tuple(starts),
        tuple(problems),
        tuple(themes),
        tuple(_who(words, offsets, mentions, child)),
        child,
        tuple(offsets),
        text,
    )


def _who(words: list[str], offsets: list[tuple[int, int]], mentions: list | None, child: Child) -> list[int]:
    if mentions is None:
        return [IGNORE] * len(words)
    # A word that could name somebody and is not marked says nothing; any other word is nobody.
    who = [IGNORE if w.lower() in _MEANT or (w[:1].isupper() and w not in THINGS) else 0 for w in words]
    if child.name:  # only the child's own name is marked by hand; other people's are known by a list
        parts = name_parts(child.name)
        who = [
            WHO.index("other") if w in PEOPLE and w.lower() not in parts else y for w, y in zip(words, who, strict=True)
        ]
    for a, b, label in mentions:
        for i, (s, e) in enumerate(offsets):
            if s < b and a < e:
                who[i] = WHO.index(label)
    return who


def _child(row: dict) -> Child:
    c = row.get("child") or {}
    return Child(c.get("name"), c.get("pronouns"), c.get("age"))


def notes(nlp: Language, which: str, folders: tuple[Path, ...] = (NOTES, MORE_NOTES)) -> list[Passage]:
    """The notes of `train` or `dev`, with their mentions."""
    mentions = {r["id"]: r["mentions"] for r in rows(f"mentions_{which}*.jsonl", folders)}
    return [
        passage(nlp, r["id"], r["marked"], _child(r), mentions=mentions.get(r["id"]))
        for r in rows(f"{which}_*.jsonl", folders)
        if "marked" in r
    ]


@dataclass(frozen=True)
class Pair:
    """A passage with a problem, and one without."""

    id: str
    theme: str
    bad: Passage
    good: Passage


def pairs(nlp: Language, folders: tuple[Path, ...] = (NOTES, MORE_NOTES)) -> list[Pair]:
    """All contrast pairs."""
    return [
        Pair(
            r["id"],
            r["theme"],
            passage(nlp, r["id"] + "b", r["bad"], Child(), r["theme"]),
            passage(nlp, r["id"] + "g", r["good"], Child()),
        )
        for r in rows("pairs_*.jsonl", folders)
    ]


NAMES = {
    "she": """
        Maya Aisha Grace Lily Zainab Chloe Ruby Freya Nia Carys Erin Niamh Fatima Priya Simran Ella Keira
        Amelia Shannon Tia Kayleigh Jasmine Hannah Bethany Sofia Oliwia Ioana Yasmin Hafsa Temi Ngozi Abena
        Mia Evie Scarlett Isla Rosie Daisy Holly Georgia Megan Lauren Leanne Kelly Tracey Sharon Joanne
        Donna Lisa Karen Debbie Nicola Claire
    """.split(),
    "he": """
        Tom Jack Harry Mohammed Yusuf Ibrahim Ahmed Omar Kai Tyler Liam Connor Jayden Josh Ben Sam Owen Rhys
        Dylan Ewan Callum Oscar Noah Ethan Leo Max Alfie Freddie George Jakub Mateusz Andrei Arjun Dev Kwame
        Chidi Tunde Reuben Elijah Marcus Darren Lee Wayne Craig Gary Shane Dean Kyle Ryan Mark Steve Paul
        Kevin Jamie
    """.split(),
    "they": """
        Alex Sam Robin Charlie Kit Rowan Quinn Jude River Ash Sky Morgan Avery Bailey
    """.split(),
}
PEOPLE = frozenset((NOTES.parent / "names_of_people.txt").read_text(encoding="utf-8").split())
THINGS = frozenset((NOTES.parent / "names_of_other_things.txt").read_text(encoding="utf-8").split())
_CURLY = str.maketrans({"'": "\u2019"})
_STRAIGHT = str.maketrans({"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"'})
_NAME = re.compile(r"[A-Z][a-z]+")


def rename(p: Passage, rng: random.Random, pool: dict[str, list[str]]) -> Passage:
    """Everybody gets another name, the same one each time; the child's changes in the prefix as well."""
    known = frozenset(n.lower() for names in pool.values() for n in names) | frozenset(n.lower() for n in PEOPLE)
    parts = name_parts(p.child.name)
    change: dict[str, str] = {}
    for w in p.words:
        low = w.lower()
        if low in change or not (low in parts or (low in known and _NAME.fullmatch(w))):
            continue
        kind = (
            (p.child.pronouns or "they")
            if low in parts
            else next((k for k in ("she", "he") if low in map(str.lower, pool[k])), rng.choice(("she", "he")))
        )
        change[low] = rng.choice(pool[kind])
    if len(set(change.values())) < len(change) or any(v.lower() in parts for v in change.values()):
        return p
    words = tuple(_like(w, change[w.lower()]) if w.lower() in change else w for w in p.words)
    name = p.child.name
    if name:
        name = re.sub(r"[\w]+", lambda m: change.get(m[0].lower(), m[0]), name)
    return replace(p, words=words, child=replace(p.child, name=name))


def _like(old: str, new: str) -> str:
    return new.lower() if old.islower() else new.upper() if old.isupper() and len(old) > 1 else new


def with_somebody(p: Passage, rng: random.Random) -> Passage:
    """A side of a pair with the first person it names as the child, half of the time: pairs name no child, notes do,
    and the reader should not tell the two apart by that."""
    if p.child.name or rng.random() < 0.5:
        return p
    name = next((w for w in p.words if w in PEOPLE), None)
    return replace(p, child=Child(name)) if name else p


def roughen(p: Passage, rng: random.Random, pool: dict[str, list[str]]) -> Passage:
    """Other names, lower case, other quotation marks, an unknown child: each some of the time."""
    if rng.random() < 0.6:
        p = rename(p, rng, pool)
    style = rng.random()
    words = p.words
    if style < 0.12:
        words = tuple(w.lower() for w in words)
    elif style < 0.2:
        words = tuple(w.translate(_CURLY) for w in words)
    elif style < 0.25:
        words = tuple(w.translate(_STRAIGHT) for w in words)
    elif style < 0.28:
        words = tuple(w.upper() for w in words)
    child, luck = p.child, rng.random()
    if luck < 0.25:
        child = Child()
    elif luck < 0.4:
        child = replace(child, age=None, pronouns=child.pronouns if luck < 0.33 else None)
    elif luck < 0.45:
        child = replace(child, name=None)
    return replace(p, words=words, child=child)


def joined(passages: list[Passage], rng: random.Random) -> Passage:
    """Some passages on end, as if they were one note."""
    first = passages[0]
    words, gaps, starts, problems, themes, who, parsed = [], [], [], [], [], [], []
    for n, p in enumerate(passages):
        parsed += p.parsed
        words += p.words
        starts += p.starts
        problems += p.problems
        themes += p.themes
        who += p.who
        gaps += ["\n\n" if not n else rng.choice((" ", " ", "\n", "\n\n")), *p.gaps[1:]]
    return Passage(
        first.id, *map(tuple, (words, gaps, starts, problems, themes, who)), first.child, parsed=tuple(parsed)
    )


def cut(p: Passage, lengths: list[int], room: int, overlap: int = 2) -> list[Passage]:
    """Windows of whole sentences of at most `room` pieces; each begins `overlap` sentences before the last ends."""
    units = [i for i, s in enumerate(p.starts) if s] + [len(p.words)]
    out, at = [], 0
    while at < len(units) - 1:
        end = at + 1
        while end < len(units) - 1 and sum(lengths[units[at] : units[end + 1]]) <= room:
            end += 1
        a, b = units[at], units[end]
        while sum(lengths[a:b]) > room + 60:
            b -= 10
        out.append(
            replace(
                p,
                words=p.words[a:b],
                gaps=p.gaps[a:b],
                starts=p.starts[a:b],
                problems=p.problems[a:b],
                themes=p.themes[a:b],
                who=p.who[a:b],
                offsets=p.offsets[a:b],
                parsed=p.parsed[a:b],
            )
        )
        if end >= len(units) - 1:
            break
        at = max(at + 1, end - overlap)
    return out
