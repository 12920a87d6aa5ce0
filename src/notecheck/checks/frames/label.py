"""A deficit noun or adjective hung on a child or a victim."""

from __future__ import annotations

import re

from notecheck.checks.frames.frame import Frame
from notecheck.checks.frames.judges import NO_MATCH, about_somebody_else, every, not_denied, not_with
from notecheck.checks.frames.view import View

CATEGORY, THEME = "child-focus", "label"
_WHY = "A label sums a child up by what was hard for the adults, and stays in the file for life."
_ASK = "What did the child do, what was happening to them, and what might they have been feeling?"
_MESSAGE = "This may label the child."
_THINGS = re.compile(
    r"\b(?:wall|walls|task|tasks|work|day|days|time|times|question|questions|puzzle|climb|book|film|weather|journey|maths|situation|market|shift|week|route|conditions|chemical|petrol|match|game|"
    r"song|dog|cat|goat|horse|pony|puppy|character|play|panto|conversation|conversations|shelf|cupboard|switch|ending|story|year|term|topic|lesson|hill|jigsaw|recipe|plan|timetable|process|meeting|call|route|exam|exams)\b"
)

# These describe walls, weather and weeks as often as children.
_ALSO_OF_THINGS = frozenset(
    "challenging volatile unpredictable demanding dramatic silly chaotic difficult theatrical complex awkward nasty passive "
    "shrill vile defensive".split()
)
_SAID_OF_A_PERSON = re.compile(
    r"\b(?:she|he|they|child|boy|girl|lad|mum|mam|mother|yp|young\s+person|teenager|behaviours?|presentation)\s+"
    r"(?:(?:is|was|can|be|has|been|'s|were|are|very|quite|so|more|becoming|increasingly|remains|remained|presents?|presented|as|seems?|described|extremely|also|often|both|could)\s+)+(?:[\w-]+,?\s+(?:and\s+)?){0,3}\Z"
)


def _of_a_person(view: View, start: int, end: int) -> str | None:
    """Things, tasks and the one who harms are described in the same words."""
    before = view.before(start)
    if view.low[start:end].split()[-1] in _ALSO_OF_THINGS and not (
        _SAID_OF_A_PERSON.search(before) or view.names.intersection(before.split()[-5:])
    ):
        return NO_MATCH
    if view.low[start:end] == "nightmares" or about_somebody_else(view, start):
        return NO_MATCH
    if _THINGS.search(before[-40:]) or _THINGS.match(view.after(end).lstrip(" ,.;:")[:14]):
        return NO_MATCH
    if re.search(
        r"\b(?:dad|father|fa|stepdad|partner|husband|perpetrator|man|men|it|this|that|there|which|we|i|school|worker|police|service|uncle|boyfriend|mr [a-z]+|staff|service|i am|we are)(?:'s|'re|'m)?\s+(?:[\w']+\s+){0,3}\Z",
        before,
    ):
        return NO_MATCH
    return None


FRAMES = (
    Frame(
        CATEGORY,
        THEME,
        on=("{deficitAdjective}",),
        patterns=(
            r"{beForm} (?:{intensifier} ){0,3}[[(?:{intensifier} )?{deficitAdjective}(?:(?:,| and|, and) (?:{intensifier} )?{deficitAdjective})*]]",
            r"{start}[[(?:{intensifier} )?{deficitAdjective}(?:(?:,| and|, and) (?:{intensifier} )?{deficitAdjective})*]](?=\s*(?:[.,;\n]|\Z|throughout|as (?:ever|usual|always)|again\b|(?:with|to|towards) (?:staff|me|us|carers|teachers|everyone|adults|police|officers|the)\b))",
            r"(?:a|an|this|that|our|one|such a|these|very|quite a|rather a) (?:{intensifier} )?(?:\w+ )?[[{deficitAdjective}(?:(?:,| and|, and) {deficitAdjective})* (?:\w+ )?{childNoun}]]",
        ),
        message=_MESSAGE,
        why=_WHY,
        ask=_ASK,
        flag=(
            "Maya is manipulative and attention seeking.",
            "He can be quite aggressive.",
            "Surly. Ate in her room.",
            "Obstructive throughout, and rude to staff.",
            "She is a defiant girl.",
        ),
        ok=(
            "The climbing wall was challenging and she loved it.",
            "Dad can be very aggressive.",
            "Maya is not manipulative; she is frightened.",
            "Silly hats were worn by all at the party.",
        ),
        judge=every(not_denied, not_with("sport"), _of_a_person),
    ),
    Frame(
        CATEGORY,
        THEME,
        name="noun",
        on=(
            "{deficitNoun}",
            "hard",
            "trouble",
            "bad",
            "damaged",
            "regulars",
            "maintenance",
            "material",
            "angel",
            "impossible",
        ),
        patterns=(
            r"(?:is|was|'s|be|become|becoming|as|being|such|bit of|quite|regular|known|serial|persistent|prolific|like|our|seen as|frequent|habitual|repeat|she|he) (?:\w+ )?[[(?:a |an |the |quite a |a bit of a |something of a |becoming a |one of our |our |regular |serial |persistent |prolific |frequent |habitual |repeat |a real |a right |a proper )*{deficitNoun}]]",
            r"{beForm} [[(?:very |quite |really |such )?(?:hard work|trouble|bad news|damaged goods|one of our regulars|high maintenance|not (?:really )?\w+ material|no angel|not exactly an angel|impossible to (?:like|manage|help|reach|love|place|control))]]",
            r"{start}[[(?:a |serial |persistent |prolific |frequent |regular |habitual |repeat |known |school |class )*{deficitNoun}]](?=\s*(?:[.,;\n]|\Z))",
        ),
        message=_MESSAGE,
        why=_WHY,
        ask=_ASK,
        flag=(
            "Maya is a bit of a drama queen.",
            "He is known as a bully and a liar.",
            "Regular runaway.",
            "She is bad news for the others.",
        ),
        ok=(
            "She is the drama queen in the panto.",
            "Dad is a bully, Maya says.",
            "She is not a liar: it happened.",
            "He came first; she was the runner up in the match.",
            "Maths is hard work, says Maya.",
        ),
        judge=every(not_denied, not_with("sport"), _of_a_person),
    ),
    Frame(
        CATEGORY,
        THEME,
        name="bit-of",
        on=("bit", "something", "sort", "kind"),
        patterns=(
            r"(?:{start}|(?:is|was|'s|be|as|being|seems|become|becoming) (?:just |always |quite |also |rather |seen as )?)[[(?:a |quite a |rather a )?(?:bit|something|sort|kind) of an? (?!(?:\w+ )?(?:{harmlessBit})\b)(?:\w+ )?\w+]]",
        ),
        message=_MESSAGE,
        why=_WHY,
        ask=_ASK,
        flag=("Maya is a bit of a madam.", "Bit of an odd child, keeps to himself."),
        ok=(
            "Maya has a bit of a cold.",
            "It was a bit of a surprise.",
            "He is a bit of a runner and won the race in the football match.",
        ),
        judge=every(not_denied, not_with("sport"), _of_a_person),
    ),
)
