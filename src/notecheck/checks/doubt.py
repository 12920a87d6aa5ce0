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
# On notes that neither rules nor reader had met, nine in ten of what rules found below these was another sense
# (training/README.md, "Rules and the reader's doubt"). Blame that guidance lists is let go last: what a child may read
# is at stake, and a word such as "refused" may be fair in one reader's eyes and not in another's.
_LEAST_LIKELY = 0.01
_LEAST_LIKELY_LISTED = 0.001


def doubted(doc: Doc, rule: Rule, finding: Finding) -> Finding:
    """The finding, held back where the reader has read its words and sees no problem in them."""
    if finding.suppressed_by is not None or not rule.shipped:
        return finding
    likely = noticed_in(doc, finding.start, finding.end)
    listed = rule.entry is not None and rule.category != "jargon"
    least = _LEAST_LIKELY_LISTED if listed else _LEAST_LIKELY
    return finding if likely is None or likely >= least else replace(finding, suppressed_by=UNLIKELY)
