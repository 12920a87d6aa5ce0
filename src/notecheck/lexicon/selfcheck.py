"""Every rule proves itself: its `flag` examples are found, its `ok` examples are not, and its `instead` is clean."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from notecheck.lexicon.lexicon import Lexicon, Rule
from notecheck.lexicon.phrases import wording_of
from notecheck.values import SAME_PLACE, Child, Record, Review

# Whose record the examples are from; examples name Maya where they name the child.
EXAMPLE_CHILD = Child("Maya", "she", 14)


@dataclass(frozen=True)
class Fault:
    """One example that does not do what it should."""

    rule: str
    file: str
    example: str
    what: str


def faults(lexicon: Lexicon, check: Callable[[Record], Review], names: frozenset[str] = frozenset()) -> Iterator[Fault]:
    """Run the examples of every rule, or of those in `names`.

    Args:
        check: checks one record by rules alone, with every rule of `lexicon` switched on.
    """
    for rule in lexicon.rules.values():
        if rule.proof and (not names or rule.id in names):
            yield from _faults_of(rule, check)


def _faults_of(rule: Rule, check: Callable[[Record], Review]) -> Iterator[Fault]:
    assert rule.proof is not None
    if rule.category == "strength":
        yield from _faults_of_strength(rule, check)
        return
    for example in rule.proof.flag:
        review = check(Record("example", example, EXAMPLE_CHILD))
        found = [f for f in review.findings if f.rule == rule.id]
        held = next((f.suppressed_by or "" for f in review.suppressed if f.rule == rule.id), None)
        if not found and not (held or "").startswith(SAME_PLACE):
            yield Fault(
                rule.id,
                rule.file,
                example,
                f"should be flagged, but is held back ({held})" if held else "should be flagged, but is not",
            )
    for example in rule.proof.ok:
        review = check(Record("example", example, EXAMPLE_CHILD))
        if any(f.rule == rule.id for f in review.findings):
            yield Fault(rule.id, rule.file, example, "should not be flagged, but is")
    of_phrases = {wording for phrase in (rule.entry.phrases if rule.entry else ()) for wording in wording_of(phrase)}
    for wording in () if rule.explain else (*rule.instead, *sorted(of_phrases)):
        review = check(Record("wording", f"It says {wording} here.", EXAMPLE_CHILD))
        clash = [f.rule for f in review.findings if f.category == rule.category]
        if clash:
            yield Fault(rule.id, rule.file, wording, f"is offered instead, but is itself flagged by {clash[0]}")


def _faults_of_strength(rule: Rule, check: Callable[[Record], Review]) -> Iterator[Fault]:
    assert rule.proof is not None
    for examples, wanted in ((rule.proof.flag, True), (rule.proof.ok, False)):
        for example in examples:
            review = check(Record("example", example, EXAMPLE_CHILD))
            if any(s.rule == rule.id for s in review.strengths) != wanted:
                what = "should be found as a strength, but is not" if wanted else "should be no strength, but is found"
                yield Fault(rule.id, rule.file, example, what)
