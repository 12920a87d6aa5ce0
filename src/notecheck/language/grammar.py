"""The grammar that checks and rewriting ask about, in one place to import from."""

from __future__ import annotations

from notecheck.language.clauses import (
    SUBJECTS,
    children,
    finite_verb_of_clause,
    finite_verbs_of,
    helpers,
    is_passive,
    objects,
    passive_agent,
    predicate_of,
    relative_clause_of,
    root_of,
    subjects,
    with_conjuncts,
)
from notecheck.language.negation import cue_of, is_cue, is_denial, is_negated, negation_scope
from notecheck.language.reported import SAYING, speaker_of

__all__ = [
    "SAYING",
    "SUBJECTS",
    "children",
    "cue_of",
    "finite_verb_of_clause",
    "finite_verbs_of",
    "helpers",
    "is_cue",
    "is_denial",
    "is_negated",
    "is_passive",
    "negation_scope",
    "objects",
    "passive_agent",
    "predicate_of",
    "relative_clause_of",
    "root_of",
    "speaker_of",
    "subjects",
    "with_conjuncts",
]
