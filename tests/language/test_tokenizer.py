from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notecheck.language.pipeline import blank_pipeline

NLP = blank_pipeline()


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("s47 and s.20", ["s47", "and", "s.20"]),
        ("h/v w/c 12/03/24", ["h/v", "w/c", "12/03/24"]),
        ("f/u at 14:30, not 2.30pm.", ["f/u", "at", "14:30", ",", "not", "2.30pm", "."]),
        ("YP's mum", ["YP", "'s", "mum"]),
        ("C&F assessment", ["C&F", "assessment"]),
        ("a C.I.N. plan", ["a", "C.I.N.", "plan"]),
        ("1:1 support x2", ["1:1", "support", "x2"]),
        ("didnt and won't", ["did", "nt", "and", "wo", "n't"]),
        ("MASH(the hub)", ["MASH", "(", "the", "hub", ")"]),
        ("mother/father", ["mother", "/", "father"]),
        ("-Seen at home", ["-", "Seen", "at", "home"]),
        ("its her id, well", ["its", "her", "id", ",", "well"]),
        ("Mr. Smith e.g. him", ["Mr.", "Smith", "e.g.", "him"]),
    ],
)
def test_tokenizer_keeps_shorthand_whole(text: str, tokens: list[str]) -> None:
    assert [t.text for t in NLP.make_doc(text)] == tokens


def test_tokenizer_reads_a_typed_negation_without_its_apostrophe() -> None:
    assert [t.norm_ for t in NLP.make_doc("didnt")][-1] == "not"


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_tokenizer_never_changes_the_text(text: str) -> None:
    doc = NLP.make_doc(text)
    assert doc.text == text
    for token in doc:
        assert text[token.idx : token.idx + len(token.text)] == token.text
