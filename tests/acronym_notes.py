"""The acronym check by itself, for the test modules about it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from notecheck.checks.acronyms import Acronyms
from notecheck.checks.base import acronyms_of, findings_of
from notecheck.language.components import RECORD
from notecheck.language.pipeline import add_language, blank_pipeline
from notecheck.lexicon.loader import read_lexicon, shipped_folder
from notecheck.values import Acronym, Child, Finding, Record


@lru_cache(maxsize=1)
def _language():  # type: ignore[no-untyped-def]
    return add_language(blank_pipeline())


@lru_cache(maxsize=16)
def _check(council: Path | None, known: tuple[str, ...], explain_anyway: tuple[str, ...]) -> Acronyms:
    files = [shipped_folder() / "acronyms.csv", *([council] if council else [])]
    return Acronyms("notecheck_acronyms", read_lexicon(files), list(known), list(explain_anyway))


def check(
    text: str,
    child: Child | None = None,
    *,
    council: Path | None = None,
    known: tuple[str, ...] = (),
    explain_anyway: tuple[str, ...] = (),
) -> tuple[list[Acronym], list[Finding]]:
    """Every acronym in `text`, and every finding, held back or not."""
    nlp = _language()
    doc = nlp.make_doc(text)
    doc.user_data[RECORD] = Record(id="note", text=text, child=child or Child())
    for _, component in nlp.pipeline:
        doc = component(doc)
    doc = _check(council, known, explain_anyway)(doc)
    return list(acronyms_of(doc)), findings_of(doc)


def flagged(text: str, child: Child | None = None, **settings: object) -> list[str]:
    """The letters that are reported as not explained, in order."""
    _, findings = check(text, child, **settings)  # type: ignore[arg-type]
    return [f.text for f in findings if not f.suppressed_by]
