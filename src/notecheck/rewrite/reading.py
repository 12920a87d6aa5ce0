"""A second reading, for grammar alone.

The reader is told who the child is, which it needs to say who is meant; told nothing, it parses better, and a draft
stands or falls with the parse. So a draft reads twice: who is meant from the first reading, grammar from the second.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span, SpanGroup

from notecheck.language.components import layout_of
from notecheck.language.sentences import sentence_starts

if TYPE_CHECKING:
    from notecheck.language.reader.component import Reader

MENTIONS = "notecheck_mentions"
# Whether a draft reads twice. One reading is half the work, once it parses as well when it is told who the child is.
TWICE = True


def read_plainly(docs: Sequence[Doc], reader: Reader | None, *, twice: bool = TWICE) -> list[Doc]:
    """Copies of `docs` with grammar from a reading that knew nothing of the child.

    `docs` themselves where there is no reader, or where one reading is to do for both.
    """
    if reader is None or not twice:
        return list(docs)
    plain = list(reader.pipe([_bare(doc) for doc in docs]))
    for one, doc in zip(plain, docs, strict=True):
        one.user_data = doc.user_data
        group = doc.spans.get(MENTIONS)
        if group is not None:
            spans = [Span(one, s.start, s.end, label=s.label) for s in group]
            one.spans[MENTIONS] = SpanGroup(one, name=MENTIONS, attrs=dict(group.attrs), spans=spans)
    return plain


def _bare(doc: Doc) -> Doc:
    """The words of `doc` and the sentence starts that the page shows, and nothing of what a reader found."""
    bare = Doc(doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])
    for i in sentence_starts(doc, layout_of(doc)):
        bare[i].is_sent_start = True
    return bare
