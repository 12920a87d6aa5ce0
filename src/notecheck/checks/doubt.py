"""Where the reader sees nothing: a rule knows words, and the reader the sentence that they stand in.

What the reader holds this unlikely to be any problem is another sense of the words nearly every time: "Absconded: the
dog". A council's own rules are never doubted.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from notecheck.language.components import noticed_in
from notecheck.lexicon.lexicon import Rule
from notecheck.values import Finding

UNLIKELY = "read in its sentence, this does not look like a problem"
# Seen on notes that neither rules nor reader had met (training/README.md, "Rules and the reader's doubt"). A frame
# knows classes of words and is soonest wrong; blame that guidance lists is the last to be let go.
_FRAME, _JARGON, _LISTED = 0.05, 0.02, 0.01


def doubted(doc: Doc, rule: Rule, finding: Finding) -> Finding:
    """The finding, held back where the reader has read its words and sees no problem in them."""
    if finding.suppressed_by is not None or not rule.shipped:
        return finding
    likely = noticed_in(doc, finding.start, finding.end)
    least = _FRAME if rule.entry is None else _JARGON if rule.category == "jargon" else _LISTED
    return finding if likely is None or likely >= least else replace(finding, suppressed_by=UNLIKELY)
