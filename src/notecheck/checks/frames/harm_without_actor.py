"""Violence or abuse told with nobody doing it."""

from __future__ import annotations

import re

from notecheck.checks.frames.frame import Frame
from notecheck.checks.frames.judges import NO_MATCH, every, needs, not_denied, not_with, unless_actor_near
from notecheck.checks.frames.view import View

CATEGORY, THEME = "victim-blaming", "harm-without-actor"
_MESSAGE = "This does not say who did it."
_WHY = "Harm has somebody who does it. Told without them, it reads as an accident, or as the child's own doing."
_ASK = "Who did this? If it is not known yet, say so."
_AGENT = re.compile(
    r"\s*(?:[^\s.;:]+\s+){0,6}?by\s+(?!phone|text|email|\d|the\s+(?:end|time|side)|accident|mistake|chance|a\s+(?:car|ball|falling))"
)
_NOT_DONE_TO = re.compile(
    r"\b(?:could|can|might|may|would|should|will|to|if|whether|risk of|fear of|feared|afraid of|worried about|scared of|danger of|likely to|"
    r"keep|kept|nobody|no one|not|n't|never)\b(?:\W+\w+){0,4}\W*\Z"
)
# "Hurt when a driver pulled away", "being harmed: two men have him selling drugs", "threatened, the last time by a man",
# "She was hurt as well": with those of whom it was told before
_TOLD_AFTER = re.compile(
    r"(?:\s*:|\s+(?:too|as well|like that|the same way|for it)\b|\s+(?:[^\s.;]+\s+){0,4}when\s+(?:a|an|the|his|her|their|another|two|somebody)\b|[^.;]*\bby\s+(?:a|an|another|two|three)\s+(?:\w+\s+)?(?:man|men|boy|boys|woman|girl|girls|adult|neighbour|stranger|pupil|group))"
)
# "The one who is being harmed": said of whose side the writer takes.
_IN_GENERAL = re.compile(
    r"\b(?:one|person|people|children|boys|girls|who|those|anybody|anyone|being|where|when|after|since|because|that|how)\s+(?:(?:she|he|they|mum|[a-z]+)\s+)?(?:(?:have|has|had|is|are|was|were|been|being|got)\s+){0,2}\Z"
)
# Words that are harm only when done to a person.
_LOOSE = frozenset(
    "pushed shoved grabbed dragged pinned locked touched cut shook forced hurt bitten scratched restrained threatened shaken".split()
)


def _passive(view: View, start: int, end: int) -> str | None:
    if _AGENT.match(view.after(end)):
        return NO_MATCH
    if _NOT_DONE_TO.search(view.before(start)) or _IN_GENERAL.search(view.before(start)):
        return NO_MATCH
    if _TOLD_AFTER.match(view.after(end)):
        return NO_MATCH
    verb = view.low[start:end].split()[-1]
    if verb in _LOOSE and not view.near(start, "harmed"):
        return NO_MATCH
    return unless_actor_near(view, start, end)


FRAMES = (
    Frame(
        CATEGORY,
        THEME,
        on=("{assault:participle}",),
        patterns=(
            r"(?:she|he|they|child|boy|girl|mum|mam|mother|mo|baby|yp|lad|lass|victim|woman|brother|sister|children|siblings|[a-z][a-z'-]+) (?:has |have |had |then |also |later |again |since )?"
            r"[[(?:was|were|been|being|got|gets|is being|are being) (?:\w+ly |also |then |repeatedly |allegedly )?{assault:participle}]]",
        ),
        message=_MESSAGE,
        why=_WHY,
        ask=_ASK,
        flag=(
            "Maya was punched in the face on Saturday.",
            "Mum was strangled in the kitchen while Maya was upstairs.",
            "He has been repeatedly assaulted on the way home.",
        ),
        ok=(
            "Maya was punched by her uncle on Saturday.",
            "Maya was hit on the arm. Her uncle hit her with a belt.",
            "She was hurt as well and needs her own worker.",
            "Zanele was beaten 3-1 in the final match.",
            "She was worried that she could be hit.",
        ),
        judge=every(not_with("sport"), _passive),
    ),
    Frame(
        CATEGORY,
        THEME,
        name="injury",
        on=(
            "{sustain}",
            "{injury}",
            "nosebleed",
            "received",
        ),
        patterns=(
            r"[[{sustain:acts} (?:a |an |some |two |three |several |further |multiple |minor |serious |significant |facial |his |her )*(?:\w+ ){0,2}?{injury}(?: to (?:his |her |the )?\w+(?: \w+)?)?]]",
            r"[[(?:received|obtained|acquired|got|was left with|were left with|left with|ended up with|came away with|picked up) (?:a |an |some |two |three |several |his |her )(?:\w+ )?{injury}]]",
            r"[[{injury} (?:was |were |had been |has been |have been |also )?(?:noted|seen|observed|visible|found|sustained|incurred|left|evident|apparent|inflicted|received)(?: (?:on|to|at|around) (?:his |her |the |their |both |left |right |upper )*\w+)?]]",
            r"[[(?:unexplained|various|multiple|further|new|fresh) (?:\w+ )?{injury}]]",
            r"[[(?:\w+ )?{injury} (?:to \w+ )?(?:has |have |had |was |were )?(?:been )?(?:acquired|picked up|come to light|came to light|come up|came up|come about|came about|occurred|resulted|ensued|arisen|arising|incurred|endured)]]",
            r"[[{sustain:acts} (?:a |an |some |two |three |several )?(?:\w+ )?(?:fractured|broken|dislocated|perforated|cracked|split|cut|chipped) {bodyPart}]]",
        ),
        message=_MESSAGE,
        why=_WHY,
        ask=_ASK,
        flag=(
            "Maya sustained bruising to her arm at home.",
            "She ended up with a black eye after the weekend.",
            "Bruising was noted on her upper arm.",
            "She sustained a fractured cheekbone over the weekend.",
        ),
        ok=(
            "Maya sustained a broken wrist when she fell off her bike.",
            "Dad punched Mum. She ended up with a black eye.",
            "No bruises were seen.",
            "On examination: healing fracture left tibia; the films were shown to Mum.",
            "The bruises left by Dad's belt were drawn on a body map.",
            "A red mark was seen on the wall of the kitchen.",
            "She got a low mark for maths and a high mark for art.",
        ),
        judge=every(not_with("sport"), lambda v, s, e: _injury(v, s, e)),
    ),
    Frame(
        CATEGORY,
        THEME,
        name="incident",
        on=("{incident}", "violence", "abuse", "assaults"),
        patterns=(
            r"[[(?:a |an |the |another |further |this |one |two |three |several |four )?(?:\w+ )?(?:serious |physical |domestic |violent |sexual |verbal )?{incident} (?:has |had |have )?{happen:participle}]]",
            r"[[(?:there was|there were|there has been|there have been|there had been) (?:a |an |another |further |some |several |two |three |four )?(?:\w+ )?(?:domestic |physical |violent |sexual )*(?:assaults?|altercations?|attacks?|disturbances?|violence|abuse|domestics?)]]",
            r"[[(?:involved in|subject to|subjected to|exposed to|experienced|experiencing|victim of|exposure to|witnessed|witnessing|witness to) (?:a |an |the |some |further |significant )?(?:\w+ )?(?:domestic |physical |violent |sexual |verbal )*(?:incidents?|altercations?|disturbance|domestic violence|domestic abuse|violence|assaults?|dv|da)]]",
            r"[[(?:domestic|dv|da|violent|physical|verbal) (?:violence |abuse )?(?:incidents?|altercations?|disturbances?|events?)]]",
        ),
        message=_MESSAGE,
        why="Words such as incident hide both what was done and who did it.",
        ask="What happened, and who did it?",
        flag=(
            "A domestic incident took place on Friday.",
            "There was a physical altercation at the flat.",
            "An assault occurred in the park on Sunday.",
        ),
        ok=(
            "The incident in the kitchen was a tray of burnt toast.",
            "Dad hit Mum on Friday; the domestic incident was recorded.",
            "A fire drill took place on Friday.",
        ),
        judge=every(not_denied, not_with("sport"), unless_actor_near),
    ),
    Frame(
        CATEGORY,
        THEME,
        name="things",
        on=("{damage:participle}", "thrown", "kicked", "put"),
        patterns=(
            r"(?:door|doors|window|windows|phone|furniture|plates?|glass|tv|television|wall|mirror|items|things|objects|property|car|belongings|clothes|flat) [[(?:was|were|had been|has been|have been|got|been|being|gets) (?:\w+ly )?(?:{damage:participle}|kicked in|kicked|put through|thrown|cut up|slashed)]]",
        ),
        message=_MESSAGE,
        why=_WHY,
        ask=_ASK,
        flag=(
            "Her phone was smashed during the argument.",
            "He hid upstairs while plates were thrown and Mum was shouting for help.",
        ),
        ok=(
            "The window was broken by the storm.",
            "Carl kicked the door and the window was broken.",
            "The car was damaged in the car park by a bus.",
        ),
        judge=every(needs("harmed"), _passive),
    ),
    Frame(
        CATEGORY,
        THEME,
        name="body",
        on=("{bodyPart}",),
        patterns=(
            r"[[(?:his |her |their |mum's |a |the )?(?!hair (?:\w+ ){1,2}cut){bodyPart} (?:has been |have been |had been |was |were |got |being )(?:also |then )?(?:cut|split|torn|fractured|broken|dislocated|wired|slashed|trapped|caught|slammed|pulled|squeezed|bitten|burned|burnt|twisted|bent)(?: (?:out|back|in))?]]",
        ),
        message=_MESSAGE,
        why=_WHY,
        ask=_ASK,
        flag=(
            "Maya's hair was pulled out in clumps on the minibus.",
            "During the row her finger got trapped.",
        ),
        ok=(
            "Her wrist was broken when she fell off her bike.",
            "Dad hit her until her wrist was broken.",
            "Her hair was cut for the photograph.",
        ),
        judge=every(not_with("sport"), _passive, lambda v, s, e: _injury(v, s, e)),
    ),
)

# "Fracture left tibia": a side of the body, and no verb.
_LEFT_SIDE = re.compile(r"left\s+(?!on\b|to\b|at\b|over\b|from\b|after\b|behind\b|when\b|and\b|with\b)\w")
_ACCIDENT = re.compile(
    r"\b(?:fell|fall|falls|falling|tripped|slipped|bike|scooter|trampoline|football|rugby|netball|skate\w*|playground|climbing|accident\w*|"
    r"bumped|bumps|ran into|playing|swing|slide|horse|pony|kettle|oven|hob|crash|collision|goal|match|pitch|cricket|hockey|monkey bars|tree|kerb|"
    r"gymnastics|pe|tackle|table|chickenpox|eczema|cat|dog|self.?harm\w*|cutting|nappy|birthmarks?|mosquito|teething|toddler|learning to walk|crawling)\b"
)


# "Got a high mark": of work that somebody gave marks for.
_GIVEN_MARK = re.compile(r"\b(?:high|low|full|top|good|bad|better|best|lowest|highest|pass|average) marks?\b")


def _injury(view: View, start: int, end: int) -> str | None:
    if _GIVEN_MARK.search(view.low, start, end):
        return NO_MATCH
    if _AGENT.match(view.after(end)) or _LEFT_SIDE.match(view.low, end - 4):
        return NO_MATCH
    if _ACCIDENT.search(view.around(start)) or re.search(
        r"\b(?:no|nil|without|any|not|old|wall|floor|paper|book|homework)\b(?:\W+\w+){0,3}\W*\Z", view.before(start)
    ):
        return NO_MATCH
    if re.search(r"\bwalls?\b|\bfloor\b|\bfurniture\b|\bcarpet\b", view.sentence_text(start)):
        return NO_MATCH
    return unless_actor_near(view, start, end)
