"""What all checks share: turning a match into a finding, and leaving findings where the review collects them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from notecheck.language.columns import columns_of
from notecheck.language.components import text_of
from notecheck.language.pipeline import set_matching_forms
from notecheck.lexicon.lexicon import Lexicon, Rule
from notecheck.lexicon.loader import load_lexicon
from notecheck.lexicon.matcher import Hit, RuleMatcher
from notecheck.values import Acronym, Finding

FINDINGS = "notecheck_findings"
ACRONYMS = "notecheck_acronym_list"

# The configuration that every check's factory takes: all of it plain data, as spaCy wants.
SETTINGS: dict[str, Any] = {"lexicons": [], "disable": [], "levels": {}}


def lexicon_for(lexicons: list[str], disable: list[str], levels: dict[str, str]) -> Lexicon:
    """The lexicon that a factory's settings name."""
    return load_lexicon(tuple(lexicons), tuple(disable), tuple(sorted(levels.items())))


def matcher_for(nlp: Language, lexicon: Lexicon, category: str) -> RuleMatcher:
    """A matcher for the rules of one category, with the inflections of all the lexicon's words made known to `nlp`."""
    set_matching_forms(nlp, lexicon.words)
    return RuleMatcher(nlp, lexicon.rules_of(category))


def finding_at(doc: Doc, hit: Hit, suppressed_by: str | None = None) -> Finding:
    """The finding for a rule that matched."""
    start, end = columns_of(doc).offsets(hit.start, hit.end)
    return finding_of(hit.rule, start, end, text_of(doc)[start:end], hit.unless or suppressed_by, hit.instead)


def finding_of(
    rule: Rule, start: int, end: int, text: str, suppressed_by: str | None = None, instead: tuple[str, ...] = ()
) -> Finding:
    """The finding that `rule` makes of characters `start` to `end`, which read `text`; `instead` for the rule's own."""
    return Finding(
        rule=rule.id,
        category=rule.category,  # type: ignore[arg-type]
        level=rule.level,
        start=start,
        end=end,
        text=text,
        message=rule.message,
        why=rule.why,
        instead=instead or rule.instead,
        ask=rule.ask,
        source=rule.source,
        suppressed_by=suppressed_by,
        theme=rule.theme,
    )


def leave(doc: Doc, name: str, findings: Iterable[Finding]) -> Doc:
    """Store `findings` under the check's name: as values for the review, as spans for spaCy users."""
    findings = sorted(findings, key=lambda f: (f.start, f.end, f.rule))
    doc.user_data.setdefault(FINDINGS, {})[name] = tuple(findings)
    doc.spans[name] = _spans(doc, [f for f in findings if not f.suppressed_by])
    return doc


def _spans(doc: Doc, findings: Sequence[Finding]) -> list[Span]:
    """The findings as spans of whole tokens. `Doc.char_span` walks the whole document for every span that it makes."""
    if not findings:
        return []
    starts = columns_of(doc).starts
    return [Span(doc, bisect_right(starts, f.start) - 1, bisect_left(starts, f.end), label=f.rule) for f in findings]


def findings_of(doc: Doc) -> list[Finding]:
    """All findings that the checks left, held back or not, in order of place."""
    every = (f for findings in doc.user_data.get(FINDINGS, {}).values() for f in findings)
    return sorted(every, key=lambda f: (f.start, f.end, f.rule))


def acronyms_of(doc: Doc) -> tuple[Acronym, ...]:
    """Every occurrence of an acronym that the acronym check left, explained or not."""
    return doc.user_data.get(ACRONYMS, ())
