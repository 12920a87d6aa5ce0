"""Both sides blamed alike where one harms the other."""

from __future__ import annotations

import re

from notecheck.checks.frames.frame import Frame
from notecheck.checks.frames.judges import NO_MATCH, every, needs, not_denied, not_with
from notecheck.checks.frames.view import View

CATEGORY, THEME = "victim-blaming", "mutual"
_WHY = "It shares the blame out, so that nobody can see who was frightened and who was frightening."
_ASK = "Who did what to whom, and who was afraid?"
_MESSAGE = "This may share the blame between the one who harms and the one who is harmed."
_TWO = r"(?:them(?: both)?|the (?:couple|pair|parents|two(?: of them)?|parties|adults|boys|girls|brothers|sisters|siblings|lads|residents|young people)|(?:his|her|their) parents|parents|both (?:of them|parents|parties)|mum and [a-z]+|mother and [a-z]+|mo and [a-z]+|[a-z]+ and (?:mum|dad|father|mother|partner|his \w+|her \w+|another \w+|peers?|staff)|[a-z]+ and [a-z]+|(?:peers|residents|young people|rival \w+|two \w+))"

FRAMES = (
    Frame(
        CATEGORY,
        THEME,
        on=("{fight}", "arguments", "fighting", "arguing", "conflict", "tension", "violence"),
        patterns=(
            r"[[(?:a |an |the |this |physical |verbal |heated |ongoing |domestic |serious |violent )*(?:{fight}|fighting|arguing|tension|bad blood) (?:\w+ ){0,2}between "
            + _TWO
            + r"]]",
            r"[[(?:a |an |the |another )?(?:verbal |physical |heated |drunken |domestic |big |parental |marital |family |serious |violent )+(?:altercations?|arguments?|fights?|disputes?|disagreements?|rows?|conflict|confrontations?|discord|disharmony)]]",
            r"[[parental (?:conflict|arguments|acrimony|discord|relationship (?:difficulties|issues))|marital (?:discord|difficulties|problems|strife)|relationship (?:difficulties|issues|problems)]]",
        ),
        message=_MESSAGE,
        why=_WHY,
        ask=_ASK,
        flag=(
            "There was a fight between Mum and Dad, and Mum had a bruise on her arm.",
            "Police were called to a verbal altercation; Mum was shaking and frightened.",
        ),
        ok=(
            "There was an argument between Maya and her sister about the remote.",
            "Mum and Dad had an argument about the washing up; nobody was upset.",
        ),
        judge=every(not_denied, needs("harmed"), not_with("sport"), lambda v, s, e: _fight(v, s, e)),
    ),
    Frame(
        CATEGORY,
        THEME,
        name="both",
        on=(
            "both",
            "each",
            "other",
            "mutual",
            "mutually",
            "volatile",
            "toxic",
            "turbulent",
            "stormy",
            "tempestuous",
            "fiery",
            "explosive",
            "acrimonious",
            "tumultuous",
            "neither",
            "either",
            "gives",
            "gave",
            "tit",
            "six",
            "equally",
            "dysfunctional",
            "tumultuous",
            "takes",
            "sides",
            "allegations",
        ),
        patterns=(
            r"[[(?:volatile|toxic|turbulent|stormy|tempestuous|fiery|explosive|acrimonious|tumultuous|love.?hate|on.?off|difficult|unhealthy|dysfunctional|chaotic|strained|up and down|intense|passionate) (?:\w+ )?(?:relationship|marriage|couple|parents|romance|partnership|dynamic|household|home life|history|break.?up|separation)]]",
            r"[[(?:relationship|marriage|household|dynamic|things) (?:\w+ )?(?:is|was|has been|had been|can be|could be|became|remains|described as) (?:\w+ ){0,2}(?:volatile|toxic|turbulent|stormy|tempestuous|fiery|explosive|acrimonious|tumultuous|dysfunctional)]]",
            r"[[both (?:parents |parties |of them |sides |adults |girls |boys |young people |children |lads |were |are |have |had |as |to |at |been )*(?:\w+ )?(?:bad as each other|to blame|at fault|aggressive|abusive|argumentative|violent|culpable|responsible for|contribut\w+|played a part|perpetrat\w+|give as good as|gave as good as|drinking|fight|fought|arguing|guilty|going at it)]]",
            r"[[(?:hit|hitting|abusive (?:to|towards)|violent (?:to|towards)|aggressive (?:to|towards)|fighting|fought|assaulted|hurting|goading|provoking|shouting at|antagonising|winding up|screaming at|abusing|attacked) (?:with )?(?:each other|one another)(?: up)?]]",
            r"[[(?:mutual(?:ly)?|equally|reciprocal) (?:\w+ )?(?:abus\w+|violen\w+|aggress\w+|assault\w*|fight\w*|combat\w*|antagonis\w+|to blame|destructive|conflict|hostil\w+|culpable|responsible)]]",
            r"[[(?:gives?|gave|giving) as good as (?:she|he|they) (?:gets?|got)|tit for tat|six of one(?:,? (?:and )?half a dozen(?: of the other)?)?|as bad as each other|takes two to (?:tango|argue|fight|quarrel)|on both sides(?! of)|counter.?allegations?]]",
        ),
        message=_MESSAGE,
        why=_WHY,
        ask=_ASK,
        flag=(
            "Mum and Dad have a volatile relationship.",
            "Both parties were violent to each other.",
            "Police see it as six of one and half a dozen of the other.",
        ),
        ok=(
            "Petrol is volatile, he told me.",
            "Both parents came to the meeting.",
            "They were shouting at each other across the football pitch.",
        ),
        judge=every(not_denied, not_with("sport")),
    ),
    Frame(
        CATEGORY,
        THEME,
        name="escalated",
        on=(
            "escalated",
            "escalates",
            "escalating",
            "hand",
            "physical",
            "blows",
            "heated",
            "boiled",
            "spilled",
            "spilt",
            "over",
            "head",
            "another",
        ),
        patterns=(
            r"[[(?:things|it|matters|the (?:argument|row|situation|disagreement|dispute|discussion|incident)|an? (?:\w+ )?(?:argument|row|disagreement|dispute)|arguments?|tempers) (?:then |soon |quickly |has |had |have |that )*(?:escalat(?:ed|es|ing)|got out of hand|gets out of hand|got physical|gets physical|became physical|becomes physical|turned physical|came to blows|boiled over|got heated|became heated|spilled over|spilt over|came to a head|turned violent|became violent|flared(?: up)?|frayed|went too far)(?: (?:physically|into (?:violence|a fight)))?]]",
            r"[[one thing led to another]]",
        ),
        message=_MESSAGE,
        why="Arguments do not get out of hand by themselves: somebody hits, somebody is hit.",
        ask=_ASK,
        flag=(
            "The argument got out of hand and Mum was hurt.",
            "Things escalated and she had a cut lip.",
        ),
        ok=(
            "The argument about bedtime got out of hand and both of them laughed.",
            "The concern was escalated to my manager.",
        ),
        judge=every(needs("harmed"), not_with("sport"), not_denied),
    ),
    Frame(
        CATEGORY,
        THEME,
        name="each-other",
        on=(
            "advice",
            "warning",
            "warnings",
            "letter",
            "letters",
            "sanction",
            "sanctions",
            "leaflet",
            "leaflets",
            "couple",
            "couples",
            "marriage",
            "relationship",
            "they",
            "parents",
            "pair",
            "mum",
            "two",
            "both",
            "other",
            "other's",
            "another",
            "falling",
            "bust",
            "spat",
            "set",
            "scrap",
            "fracas",
            "dust",
            "ding",
            "slanging",
            "shouting",
            "barney",
        ),
        patterns=(
            r"[[(?:words of advice|advice|warnings?|letters?|sanctions?|leaflets?)(?: \w+)? (?:given )?to (?:both|each)(?: \w+)?]]",
            r"[[(?:couples?|marriage|relationship) (?:work|course|counselling|therapy|mediation)]]",
            r"[[(?:they|parents|the pair|the couple|mum and dad|the two of them|the parents|both) (?:\w+ ){0,2}(?:clash(?:ed)?|row(?:ed)?|scrap(?:ped|ping)?|argue[sd]?|bicker(?:ed|ing)?|squared up|going at it|fell out|fallen out|come to blows|came to blows|feed off|knock lumps)(?: (?:over|about|again|constantly|with|out)(?: \w+){0,3})?]]",
            r"[[(?:at each other(?:'s throats)?|each other's throats|(?:bring|brings|brought) out the worst in (?:each other|one another)|rub each other up|trigger(?:s|ed|ing)? (?:each other|one another)|wind(?:ing|s)? (?:each other|one another) up|feed(?:s|ing)? off (?:each other|one another))]]",
            r"[[(?:a |the |another )?(?:falling out|bust.?up|set.?to|fracas|dust.?up|ding.?dong|slanging match|shouting match|barney)(?: (?:between|with|over|about)(?: \w+){0,3})?]]",
        ),
        message=_MESSAGE,
        why=_WHY,
        ask=_ASK,
        flag=(
            "He hit her with a chair. Words of advice given to both.",
            "Parents clashed over money and she was hurt.",
            "They bring out the worst in each other; police were called.",
        ),
        ok=(
            "They argued about the remote and laughed; nobody was hurt.",
            "The letters to both schools went out on Monday.",
            "We do not offer couple counselling: he assaulted her.",
        ),
        judge=every(not_denied, needs("harmed"), not_with("sport"), lambda v, s, e: _fight(v, s, e)),
    ),
)

_EQUALS = re.compile(
    r"\b(?:remote|washing.?up|bedtime|top bunk|homework|toys?|turn|controller|tv programme|dishes|chores|curfew|telly)\b"
)


def _fight(view: View, start: int, end: int) -> str | None:
    return NO_MATCH if _EQUALS.search(view.sentence_text(start)) else None
