"""A tokenizer for case notes as they are typed.

spaCy's English rules, and on top of them the shorthand that social workers write as one word: `s47`, `s.20`, `w/c`,
`h/v`, `1:1`, `12/03/24`, `yp's`, `c&f`. Tokens never change the text: offsets stay those of the note.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER, CONCAT_QUOTES, HYPHENS, LIST_ELLIPSES, LIST_ICONS
from spacy.language import Language
from spacy.symbols import NORM, ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

# Kept whole: dates, times, section numbers, letters joined by a slash or an ampersand, clinical durations (3/7, 2/52).
_WHOLE = re.compile(
    r"""(?ix)
    (?: \d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}          # 12/03/24, 12.03.2024
      | \d{1,2}[/.]\d{1,2}                          # 12/03, 3/7
      | \d{1,2}[:.]\d{2}(?:am|pm|hrs|h)?            # 14:30, 2.30pm
      | ss?\.?\d{1,3}[a-z]?                         # s47, s.20, ss17
      | [a-z]{1,4}(?:/[a-z]{1,4}){1,3}'?s?          # w/c, h/v, f/u, m/o/b
      | [a-z]{1,3}&[a-z]{1,3}                       # C&F, A&E
      | (?:[a-z]\.){2,5}(?:'s)?                     # C.I.N.
      | \d:\d                                       # 1:1
      | x\d{1,2}                                    # x2
      | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                # addresses, so that their dots end no sentence
      | https?://\S+ | www\.\S+
    )\Z"""
)

# Infixes: spaCy's own without the rule that splits letters at a slash, plus a bracket or comma typed with no space.
_INFIXES = [
    *LIST_ELLIPSES,
    *LIST_ICONS,
    r"(?<=[0-9])[+*^](?=[0-9-])",
    rf"(?<=[{ALPHA_LOWER}{CONCAT_QUOTES}])\.(?=[{ALPHA_UPPER}{CONCAT_QUOTES}])",
    rf"(?<=[{ALPHA}]),(?=[{ALPHA}])",
    rf"(?<=[{ALPHA}])(?:{HYPHENS})(?=[{ALPHA}])",
    rf"(?<=[{ALPHA}0-9])[:;<>=()\[\]](?=[{ALPHA}])",
    rf"(?<=[{ALPHA}]{{5}})/(?=[{ALPHA}])",
    rf"(?<=[{ALPHA}])/(?=[{ALPHA}]{{5}})",
]

# Written with no apostrophe, as most notes are typed: split as their correct forms are, so that negation is seen.
_BARE_CONTRACTIONS = {
    f"{verb}nt": (verb, "nt")
    for verb in ("did", "does", "has", "had", "was", "is", "were", "could", "would", "should", "have")
}
_BARE_CONTRACTIONS |= {
    "dont": ("do", "nt"),
    "doesnt": ("does", "nt"),
    "arent": ("are", "nt"),
    "cant": ("ca", "nt"),
    "wont": ("wo", "nt"),
}
# Words that spaCy's English exceptions split although in notes they are something else.
_NOT_EXCEPTIONS = frozenset(
    """
    id Id ill Ill well Well were Were hell Hell shell Shell wed Wed shed Shed hed Hed its Its lets Lets whore Whore
    cos Cos doin em y ma Ma
    """.split()
)


TOKENIZER = "notecheck.case_note_tokenizer.v1"  # its name in spaCy's registry, for pipelines' settings


@registry.tokenizers(TOKENIZER)
def create_case_note_tokenizer() -> Callable[[Language], Tokenizer]:
    """What spaCy's settings ask for: a function that makes the tokenizer for a pipeline."""
    return case_note_tokenizer


def case_note_tokenizer(nlp: Language) -> Tokenizer:
    """spaCy's English tokenizer with the shorthand of case notes added to it."""
    defaults = nlp.Defaults
    rules = {k: v for k, v in defaults.tokenizer_exceptions.items() if k not in _NOT_EXCEPTIONS}
    for bare, (verb, negation) in _BARE_CONTRACTIONS.items():
        for form, first in ((bare, verb), (bare.capitalize(), verb.capitalize())):
            rules[form] = [{ORTH: first}, {ORTH: negation, NORM: "not"}]
    return Tokenizer(
        nlp.vocab,
        rules=rules,
        prefix_search=compile_prefix_regex([*(defaults.prefixes or []), r"[-–—•·▪◦](?=\w)"]).search,
        suffix_search=compile_suffix_regex([*(defaults.suffixes or []), r"(?<=\w)[-–—]"]).search,
        infix_finditer=compile_infix_regex(_INFIXES).finditer,
        token_match=_WHOLE.match,
        url_match=None,
    )
