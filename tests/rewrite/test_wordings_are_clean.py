"""What a draft writes is not itself what a check would flag: the wordings of every list, each in a plain sentence."""

from __future__ import annotations

import csv
import re

from notecheck.checker import Checker
from notecheck.lexicon.loader import shipped_folder
from notecheck.rewrite.plainer import plain_words
from notecheck.rewrite.terms import Term

# Names that law and medicine give: kept, with an explanation beside them.
_KEPT = re.compile(r"section \d+|child protection plan|ADHD|ADD|FASD|OCD|PTSD")
# Said of people, hardly ever before a noun.
_PEOPLE = ("service user", "victim")


def _findings(rules: Checker, wordings: list[str]) -> list[str]:
    reviews = rules.check_many(f"I rang about {wording} on Monday." for wording in wordings)
    return [
        f"{wording}: {finding.rule}"
        for wording, review in zip(wordings, reviews, strict=True)
        for finding in review.findings
        if finding.category != "readability"
    ]


def test_acronyms_have_plain_wordings_that_no_check_flags(rules: Checker) -> None:
    with (shipped_folder() / "acronyms.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] != "known"]
    plain = [row["plain"] for row in rows if row["plain"]]
    brief = [f"the {row['brief']}" for row in rows if row["brief"] and not _KEPT.fullmatch(row["brief"])]
    assert _findings(rules, plain + brief) == []


def test_acronyms_before_a_noun_are_called_by_words_that_no_check_flags(rules: Checker) -> None:
    rows = (row for rows in rules.lexicon.acronyms.values() for row in rows if row.kind != "known")
    terms = [Term(row.meaning, row.plain or row.meaning, row.brief, row.before_noun) for row in rows]
    before = sorted({term.before_noun() for term in terms if not term.kept})
    assert _findings(rules, [f"the {words} letter" for words in before if words not in _PEOPLE]) == []


def test_rules_have_wordings_that_no_check_flags(rules: Checker) -> None:
    lexicon = rules.lexicon
    instead = [wording for rule in lexicon.rules.values() for wording in rule.instead]
    own = [
        phrase.split("=>")[1].strip()
        for rule in lexicon.rules.values()
        if rule.entry
        for phrase in rule.entry.phrases
        if "=>" in phrase
    ]
    assert _findings(rules, instead + own) == []


def test_plain_words_are_not_flagged(rules: Checker) -> None:
    assert _findings(rules, sorted({w.plain for words in plain_words().values() for w in words})) == []
