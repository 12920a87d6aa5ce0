"""Columns say what spaCy's own tokens and sentences say."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from notecheck.checker import Checker
from notecheck.language.columns import columns_of

NOTES = st.text(alphabet=st.sampled_from(list("abS. \n-’:1!")), max_size=60)


@settings(deadline=None)
@given(NOTES)
def test_columns_have_the_sentences_of_the_document(rules: Checker, text: str) -> None:
    doc = rules.nlp(text)
    columns = columns_of(doc)
    sentences = list(doc.sents)
    assert columns.bounds == [(s.start_char, s.end_char) for s in sentences]
    assert [columns.sentence(n) for n in range(len(sentences))] == [(s.start, s.end) for s in sentences]
    assert [columns.sentence_number(t.i) for t in doc] == [n for n, s in enumerate(sentences) for _ in s]


@settings(deadline=None)
@given(NOTES)
def test_columns_have_the_forms_of_the_tokens(rules: Checker, text: str) -> None:
    doc = rules.nlp(text)
    columns = columns_of(doc)
    assert columns.norms == [t.norm for t in doc]
    assert columns.lowers == [t.lower for t in doc]
    assert columns.digits == [t.i for t in doc if t.is_digit]
    assert [columns.offsets(t.i, t.i + 1) for t in doc] == [(t.idx, t.idx + len(t)) for t in doc]
