"""Whatever is typed: no crash, offsets inside the text, the same result twice."""

from __future__ import annotations

from acronym_notes import check
from hypothesis import given, settings
from hypothesis import strategies as st

PARTS = st.sampled_from(
    "SW CIN (CIN) C.I.N. s47 s.20 child in need (CIN) DNA'd NFA’s MASHing h/v 6/52 KAI (9) TODAY A&E "
    "(the LADO, or LADO) IRO, which is a SGO stands for special guardianship order = – ; . \n \r\n \n\n ( ) [ ] “ ” ' "
    "www.x.org/ABC q@ABC.org Staff: AB, CD Mo Pt 7 İ ß 😀 \u0301 \x00".split(" ")
)
NOTES = st.one_of(
    st.text(max_size=200), st.lists(PARTS, max_size=40).map(" ".join), st.lists(PARTS, max_size=40).map("".join)
)


@given(NOTES)
@settings(max_examples=300, deadline=None)
def test_acronyms_of_any_text_lie_inside_it_and_do_not_change(text: str) -> None:
    acronyms, findings = check(text)

    for a in acronyms:
        assert 0 <= a.start < a.end <= len(text)
        assert text[a.start : a.end] == a.text
        if a.long_start is not None:
            assert a.long_end is not None
            assert 0 <= a.long_start < a.long_end <= len(text)
        assert len(a.meanings) == len(a.plain)
    for f in findings:
        assert text[f.start : f.end] == f.text
    unexplained = [(a.start, a.end) for a in acronyms if not a.explained]
    assert [(f.start, f.end) for f in findings] == unexplained
    assert check(text) == (acronyms, findings)
