"""The spaCy pipeline that turns a note into a `Doc`."""

from __future__ import annotations

from collections.abc import Iterable

import spacy
from spacy.attrs import NORM
from spacy.language import Language

from notecheck.language.inflection import NormGetter, matching_forms
from notecheck.language.tokenizer import TOKENIZER

COMPONENTS = ("notecheck_layout", "notecheck_speech")


def blank_pipeline(words: Iterable[str] = ()) -> Language:
    """A pipeline with the tokenizer for case notes and no components.

    Args:
        words: the base words of the lexicons, whose inflections get the base as their matching form (`token.norm_`).
    """
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    set_matching_forms(nlp, words)
    return nlp


def set_matching_forms(nlp: Language, words: Iterable[str]) -> None:
    """Give every inflection of `words` its base as the matching form, in `nlp`'s vocabulary.

    Forms that were set before are kept, so that checks can be added to a pipeline one after another.
    """
    getter = nlp.vocab.lex_attr_getters.get(NORM)  # type: ignore[attr-defined]
    before = getter.forms if isinstance(getter, NormGetter) else {}
    words = set(words)
    if words and words <= before.keys():
        return
    forms = matching_forms({*words, *before.values()})
    if isinstance(getter, NormGetter) and getter.forms == forms:
        return
    getter = NormGetter(forms)
    nlp.vocab.lex_attr_getters[NORM] = getter  # type: ignore[attr-defined]
    # Lexemes that exist already computed theirs before the words were known.
    for lexeme in nlp.vocab:
        lexeme.norm_ = getter(lexeme.orth_)


def add_language(nlp: Language) -> Language:
    """Add the components that say what is on the page."""
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp
