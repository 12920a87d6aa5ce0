"""The inflected forms of the words in the lexicons.

A phrase in a lexicon is written with base forms ("place {self} at risk") and meant in every inflection. Going from a
base form to its inflections is simple and sure; the way back from any word to its base form is neither, so the forms
are spelt out once when the lexicons are loaded, and each is given the base form as its matching form (spaCy's `NORM`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_VOWELS = "aeiou"

# past, past participle (where different), and any other irregular form of common verbs and nouns
_IRREGULAR: dict[str, str] = {
    "be": "is are was were am been being 's 're 'm",
    "have": "has had having 've",
    "do": "does did done doing",
    "go": "goes went gone going",
    "say": "says said saying",
    "get": "gets got gotten getting",
    "make": "makes made making",
    "take": "takes took taken taking",
    "come": "comes came coming",
    "see": "sees saw seen seeing",
    "give": "gives gave given giving",
    "tell": "tells told telling",
    "find": "finds found finding",
    "think": "thinks thought thinking",
    "know": "knows knew known knowing",
    "become": "becomes became becoming",
    "leave": "leaves left leaving",
    "feel": "feels felt feeling",
    "put": "puts putting",
    "bring": "brings brought bringing",
    "begin": "begins began begun beginning",
    "keep": "keeps kept keeping",
    "hold": "holds held holding",
    "write": "writes wrote written writing",
    "stand": "stands stood standing",
    "hear": "hears heard hearing",
    "let": "lets letting",
    "mean": "means meant meaning",
    "set": "sets setting",
    "meet": "meets met meeting",
    "run": "runs ran running",
    "pay": "pays paid paying",
    "sit": "sits sat sitting",
    "speak": "speaks spoke spoken speaking",
    "lie": "lies lied lying lay lain",
    "lead": "leads led leading",
    "read": "reads reading",
    "grow": "grows grew grown growing",
    "lose": "loses lost losing",
    "fall": "falls fell fallen falling",
    "send": "sends sent sending",
    "build": "builds built building",
    "understand": "understands understood understanding",
    "draw": "draws drew drawn drawing",
    "break": "breaks broke broken breaking",
    "spend": "spends spent spending",
    "cut": "cuts cutting",
    "rise": "rises rose risen rising",
    "drive": "drives drove driven driving",
    "buy": "buys bought buying",
    "wear": "wears wore worn wearing",
    "choose": "chooses chose chosen choosing",
    "hit": "hits hitting",
    "hurt": "hurts hurting",
    "catch": "catches caught catching",
    "teach": "teaches taught teaching",
    "seek": "seeks sought seeking",
    "sleep": "sleeps slept sleeping",
    "steal": "steals stole stolen stealing",
    "sell": "sells sold selling",
    "deal": "deals dealt dealing",
    "show": "shows showed shown showing",
    "throw": "throws threw thrown throwing",
    "fight": "fights fought fighting",
    "win": "wins won winning",
    "withdraw": "withdraws withdrew withdrawn withdrawing",
    "undergo": "undergoes underwent undergone undergoing",
    "wake": "wakes woke woken waking",
    "bear": "bears bore borne bearing",
    "beat": "beats beaten beating",
    "bite": "bites bit bitten biting",
    "blow": "blows blew blown blowing",
    "drink": "drinks drank drunk drinking",
    "eat": "eats ate eaten eating",
    "forget": "forgets forgot forgotten forgetting",
    "hang": "hangs hung hanging",
    "hide": "hides hid hidden hiding",
    "shake": "shakes shook shaken shaking",
    "shut": "shuts shutting",
    "stick": "sticks stuck sticking",
    "strike": "strikes struck striking",
    "swear": "swears swore sworn swearing",
    "sweep": "sweeps swept sweeping",
    "tear": "tears tore torn tearing",
    "wind": "winds wound winding",
    "quit": "quits quitting",
    "split": "splits splitting",
    "cost": "costs costing",
    "bid": "bids bidding",
    "smell": "smells smelt smelled smelling",
    "child": "children",
    "person": "people persons",
    "man": "men",
    "woman": "women",
    "foot": "feet",
    "life": "lives",
    "wife": "wives",
    "self": "selves",
    "bad": "worse worst",
    "good": "better best",
    "criterion": "criteria",
    "crisis": "crises",
    "analysis": "analyses",
    "diagnosis": "diagnoses",
}

# Words whose last consonant doubles although the stress rule below would not say so, and the other way round.
_DOUBLING = frozenset(
    """
    commit admit permit refer defer occur prefer transfer equip omit submit control patrol compel expel rebel
    regret kidnap handicap step format
    """.split()
)
_NOT_DOUBLING = frozenset(
    """
    visit offer suffer open listen happen enter alter benefit target threaten consider develop gather limit
    exhibit deliver remember wander bother trigger monitor answer foster discover recover
    """.split()
)
# Short words that take no endings: without this "at" would own "ats" and "in" own "ins", harmless but noise.
_UNINFLECTED = frozenset(
    [
        "a",
        "an",
        "the",
        "at",
        "in",
        "on",
        "of",
        "to",
        "for",
        "by",
        "with",
        "from",
        "as",
        "and",
        "or",
        "not",
        "no",
        "nor",
        "but",
        "if",
        "so",
        "than",
        "then",
        "that",
        "this",
        "these",
        "those",
        "it",
        "its",
        "he",
        "she",
        "they",
        "him",
        "her",
        "them",
        "his",
        "their",
        "you",
        "your",
        "we",
        "us",
        "our",
        "i",
        "my",
        "me",
        "who",
        "whom",
        "whose",
        "which",
        "what",
        "when",
        "where",
        "why",
        "how",
        "own",
        "up",
        "down",
        "out",
        "off",
        "over",
        "under",
        "into",
        "onto",
        "away",
        "back",
        "about",
        "very",
        "too",
        "also",
        "just",
        "only",
        "even",
        "more",
        "most",
        "less",
        "least",
        "such",
        "same",
        "other",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "must",
        "shall",
        "should",
        "cannot",
        "n't",
        "'s",
        "all",
        "any",
        "some",
        "each",
        "every",
        "both",
        "either",
        "neither",
        "few",
        "much",
        "many",
    ]
)


def _doubles(word: str) -> bool:
    if word in _DOUBLING:
        return True
    if word in _NOT_DOUBLING or len(word) < 3 or word[-1] in "wxyh":
        return False
    if word.endswith("l") and word[-2] in _VOWELS and word[-3] not in _VOWELS:
        return True  # British spelling: travelled, labelled
    one_syllable = len(re.findall(r"[aeiouy]+", word)) == 1
    return one_syllable and word[-1] not in _VOWELS and word[-2] in _VOWELS and word[-3] not in _VOWELS


def inflections(base: str) -> frozenset[str]:
    """Every form in which `base` (lower case) is written, itself included.

    Forms that a word does not have ("agencying") cost nothing, since nobody writes them.
    """
    if base in _UNINFLECTED or len(base) < 2 or not base.isalpha():
        return frozenset({base})
    if base in _IRREGULAR:
        return frozenset({base, *_IRREGULAR[base].split()})
    if base.endswith("e"):
        stem = base[:-1]
        forms = {base + "s", base + "d", (base if base.endswith(("ee", "oe", "ye")) else stem) + "ing"}
    elif base.endswith("y") and len(base) > 2 and base[-2] not in _VOWELS:
        forms = {base[:-1] + "ies", base[:-1] + "ied", base + "ing"}
    else:
        stem = base + base[-1] if _doubles(base) else base
        plural = "es" if base.endswith(("s", "x", "z", "ch", "sh")) else "s"
        forms = {base + plural, stem + "ed", stem + "ing"}
    return frozenset({base, *forms})


def matching_forms(bases: Iterable[str]) -> dict[str, str]:
    """Map every inflected form of `bases` to one word that stands for them all.

    Words that share a form share the word that stands for them: where one phrase is written with "place" and another
    with "placing", both mean every inflection, and neither may lose what the other finds.
    """
    stands_for: dict[str, str] = {}

    def root(word: str) -> str:
        while stands_for.setdefault(word, word) != word:
            word = stands_for[word]
        return word

    for base in sorted(set(bases)):
        mine = root(base)
        for form in sorted(inflections(base)):
            other = root(form)
            mine, other = min(mine, other, key=lambda w: (len(w), w)), max(mine, other, key=lambda w: (len(w), w))
            stands_for[other] = mine
    return {form: root(form) for form in sorted(stands_for)}


class NormGetter:
    """The matching form of a word: its base form where the lexicons use that, else the word in lower case.

    A class rather than a closure so that a pipeline can be pickled for worker processes.
    """

    def __init__(self, forms: dict[str, str]) -> None:
        self.forms = forms

    def __call__(self, word: str) -> str:
        lower = word.lower()
        return self.forms.get(lower, lower)
