"""A second reading, for grammar alone.

The reader is told who the child is, which it needs to say who is meant; told nothing, it parses better, and a draft
stands or falls with the parse. So a draft reads twice: who is meant from the first reading, grammar from the second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span, SpanGroup

from notecheck.language.components import layout_of
from notecheck.language.sentences import sentence_starts

if TYPE_CHECKING:
    from collections.abc import Callable

MENTIONS = "notecheck_mentions"


def read_plainly(doc: Doc, reader: Callable[[Doc], Doc] | None) -> Doc:
    """A copy of `doc` with the grammar of a reading that knew nothing of the child; `doc` itself without a reader."""
    if reader is None or not len(doc):
        return doc
    plain = Doc(doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])
    for i in sentence_starts(doc, layout_of(doc)):
        plain[i].is_sent_start = True
    plain = reader(plain)
    plain.user_data = doc.user_data
    group = doc.spans.get(MENTIONS)
    if group is not None:
        spans = [Span(plain, s.start, s.end, label=s.label) for s in group]
        plain.spans[MENTIONS] = SpanGroup(plain, name=MENTIONS, attrs=dict(group.attrs), spans=spans)
    return plain
