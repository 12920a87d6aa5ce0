"""The abused parent put at fault for what the abuser does."""

from __future__ import annotations

import re

from notecheck.checks.frames.frame import Frame
from notecheck.checks.frames.judges import NO_MATCH, every, needs, not_with, not_worker_nor_denied
from notecheck.checks.frames.view import View

CATEGORY, THEME = "victim-blaming", "survivor-blamed"
_WHY = "It holds the parent who is being hurt to account for the one who hurts, and hides all that they do to keep the children safe."
_ASK = "What is he doing, what has she tried, and what would make it safer?"
_MESSAGE = "This may blame the parent who is being harmed."
_HIM = r"(?:him|dad|father|fa|her (?:violent |abusive )?(?:partner|ex|ex-partner|husband|boyfriend)|the (?:perpetrator|father|man)|perpetrator|mr [a-z]+|that man|this man|men|[a-z]+(?= back| to (?:return|stay|move|come)| stay| into the (?:home|house|flat|property)))"

FRAMES = (
    Frame(
        CATEGORY,
        THEME,
        on=(
            "failed",
            "fails",
            "failing",
            "failure",
            "inability",
            "unable",
            "unwilling",
            "able",
            "capacity",
            "ability",
            "capable",
            "cannot",
            "lacks",
            "lack",
            "protect",
            "safeguard",
            "act",
            "acted",
            "struggles",
            "unlikely",
            "limited",
            "little",
            "poor",
            "insight",
        ),
        patterns=(
            r"[[(?:fail(?:ed|s|ing|ure)|inability|unable|unwilling(?:ness)?|not able|is not able|reluctance|reluctant|cannot be (?:trusted|relied on|relied upon)|did not act|has not acted|had not acted|struggles?|unlikely) (?:to )?(?:adequately |consistently |always |fully )?(?:protect(?:ively)?|safeguard|shield|prioritise|keep (?:her|his|the|them|[a-z]+)(?: (?:children|child|daughter|son|baby))? safe|act protectively|leave|separate|end the relationship|see the risk|recognise (?:the |his )?(?:risk|danger|abuse|impact)|acknowledge (?:the|his)(?: \w+)?|put (?:the |her )?(?:children|child|daughter|son|needs)|stay away|sustain (?:the )?separation|keep (?:him|dad|father|[a-z]+) (?:away|out))(?: (?:the |her |his |their )?(?:children|child|daughter|son|baby|siblings?|needs|girls|boys|him|them))?]]",
            r"[[(?:lacks?|lacking|limited|little|no|poor|lack of|shows? (?:little|no)) (?:\w+ )?(?:protective (?:capacity|factors?|ability)|insight|capacity to protect|ability to protect|understanding of (?:the )?(?:risk|impact|harm|danger)\w*|awareness of (?:the )?(?:risk|impact|harm|danger)\w*)(?: (?:into|of|about|around|as to)(?: \w+){0,4})?]]",
        ),
        message=_MESSAGE,
        why=_WHY,
        ask=_ASK,
        flag=(
            "Mum has failed to protect the children from his violence.",
            "She is unable to prioritise the children over him.",
            "Mother lacks insight into the risk that he poses.",
        ),
        ok=(
            "The council failed to protect her from his violence.",
            "The goalkeeper failed to protect the far post.",
            "Mum did not fail to protect them; he locked her in.",
        ),
        judge=every(needs("partner"), not_worker_nor_denied, not_with("sport")),
    ),
    Frame(
        CATEGORY,
        THEME,
        name="let-in",
        on=(
            "back",
            "letting",
            "resumed",
            "reconciled",
            "reconcile",
            "returned",
            "stays",
            "stayed",
            "staying",
            "remains",
            "remained",
            "continues",
            "relationship",
            "allow",
            "allows",
            "allowed",
            "allowing",
            "let",
            "lets",
            "permit",
            "permitted",
            "permits",
            "invite",
            "invited",
            "invites",
            "inviting",
            "welcomed",
            "took",
            "take",
            "takes",
            "taken",
            "accepted",
            "round",
            "stay",
        ),
        patterns=(
            r"[[(?:let|lets|letting|allow|allows|allowed|allowing|had|has|having|invited|invites|inviting|welcomed|took|takes|taken|taking|accepted|permitted|permits|permitting) "
            + _HIM
            + r" (?:back(?: in(?:to)?| round| home)?|round|to (?:return|stay|move (?:back )?in|come (?:back|home|round|in)|live|see the|be (?:alone|around|in)|have (?:contact|unsupervised)|visit)|into (?:the|her) (?:home|house|flat|property)|stay(?:ing)?|in)(?: (?:into|to|in|with|at)?(?: ?(?:the|her) (?:home|house|flat|property|children|family home))?)?]]",
            r"[[(?:resumed|reconciled|rekindled|continues|continued|continuing|remains|remained|remaining|stays|stayed|staying|returned|went back|back|maintained|maintains) (?:in |to |with |into )?(?:a |the |an |her |their |this )?(?:\w+ )?(?:relationship)(?: with (?:him|the|her|dad|father|[a-z]+)(?: \w+)?)?]]",
            r"[[(?:stays|stayed|staying|remains|remained|remaining|reconciled|reunited|got back together|back together|gets back) with (?:him|dad|father|her (?:partner|husband|abuser|ex)|the (?:perpetrator|father)|an? (?:violent|abusive) (?:man|partner))]]",
        ),
        message=_MESSAGE,
        why=_WHY,
        ask=_ASK,
        flag=(
            "Mum has allowed him to return to the home after the assault.",
            "She let him back in on Saturday and he hit her again.",
            "She remains in the relationship despite his violence.",
        ),
        ok=(
            "Mum let him back in from the garden to wash his hands.",
            "The court allowed him to return to the home after the assault.",
            "Maya stays with her nan on Fridays.",
        ),
        judge=every(
            needs("harmed"), not_worker_nor_denied, not_with("sport"), lambda v, s, e: _about_an_abuser(v, s, e)
        ),
    ),
    Frame(
        CATEGORY,
        THEME,
        name="him-first",
        on=(
            "prioritises",
            "prioritised",
            "prioritising",
            "prioritise",
            "puts",
            "put",
            "putting",
            "placed",
            "places",
            "chose",
            "chooses",
            "choosing",
            "choose",
            "picked",
            "above",
            "before",
            "over",
            "ahead",
            "minimises",
            "minimised",
            "minimising",
            "{minimise}",
            "colludes",
            "colluding",
            "excuses",
            "protective",
            "protecting",
            "loyal",
            "loyalty",
        ),
        patterns=(
            r"[[(?:prioritis(?:es|ed|ing|e)|puts?|putting|placed|places|placing|chose|chooses|chosen|choosing|choose|picked|picks|favours?) (?:the |her |his |their |own |herself |him |men |man |a |this )*(?:relationships?|partner|needs|boyfriend|wants|men|husband|marriage|him|man|social life|own needs|feelings)? ?(?:over|above|before|ahead of|first|rather than)(?: (?:the |her |his |that of |those of )*(?:\w+ ?){0,3})?]]",
            r"[[must (?:choose|decide) between (?:\w+ ){1,4}and (?:\w+ ?){1,3}]]",
            r"[[{minimise} (?:the |his |dad's |father's |fa's |her partner's |her husband's |their |what |all |[a-z]+'s )(?:\w+ )?(?:violence|abuse|behaviour|assaults?|risks?|incidents?|concerns?|harm|conduct|drinking|actions|he (?:does|did|has done))(?: (?:towards|to|of|as)(?: \w+){0,2})?]]",
        ),
        message=_MESSAGE,
        why=_WHY,
        ask=_ASK,
        flag=(
            "Mum puts her relationship before the children, though he hits her.",
            "She continues to minimise his violence.",
            "Mother must choose between him and the baby, after the assault.",
        ),
        ok=(
            "Mum puts the children before everything, and he hates that; he hit her for it.",
            "Dad minimises his violence to her.",
            "She chose a partner for the race.",
        ),
        judge=every(
            needs("partner"), not_worker_nor_denied, not_with("sport"), lambda v, s, e: _not_the_abuser(v, s, e)
        ),
    ),
    Frame(
        CATEGORY,
        THEME,
        name="sides",
        on=(
            "failed",
            "fails",
            "failing",
            "failure",
            "takes",
            "took",
            "taken",
            "had",
            "having",
            "answers",
            "answered",
            "answering",
            "opens",
            "opened",
            "opening",
            "stood",
            "stands",
            "standing",
            "sided",
            "sides",
            "siding",
            "invitation",
            "insistence",
        ),
        patterns=(
            r"(?:{mother}|[a-z][a-z'-]+) (?:has |had |have |also |again |then |repeatedly )*[[(?:failed|fails|failing) to (?!(?:meet|thrive|attend|engage|stay|stop)\b)\w+(?: \w+){0,4}]]",
            r"[[(?:always |repeatedly |again )?(?:takes?|took|has taken|had taken|has had|had|having|have had|will have) (?:him|dad|{harmer}) (?:straight |right )?back(?: (?:again|in|home|every time|by \w+|on \w+|each time|round))?]]",
            r"[[(?:answers?|answered|answering|opens?|opened|opening) (?:the |her )?door to (?:him|dad|{harmer})]]",
            r"[[(?:stood|stands|standing) by (?:him|her (?:man|husband|partner|boyfriend))]]",
            r"[[(?:has |had )?(?:sided|sides|siding) with (?:him|her (?:man|husband|partner|boyfriend)|the father)]]",
            r"[[(?:took|takes|taking|taken) (?:his|her (?:partner|husband|boyfriend)'s|dad's) (?:side|part)(?: \w+){0,3}]]",
            r"[[at (?:mum's|mother's|the mother's) (?:own )?(?:invitation|insistence)]]",
        ),
        message=_MESSAGE,
        why=_WHY,
        ask=_ASK,
        flag=(
            "Mum always takes him back by the weekend.",
            "She failed to remove them when he hit her.",
            "Mum has sided with her husband.",
        ),
        ok=(
            "The school failed to tell Mum that he was in the yard.",
            "He failed to protect the children from his own temper.",
            "Mum took the bus back; Dad was at work.",
            "His failure to stay away will be put before the court.",
        ),
        judge=every(
            needs("partner"), not_worker_nor_denied, not_with("sport"), lambda v, s, e: _about_an_abuser(v, s, e)
        ),
    ),
)

_ABUSER = re.compile(
    r"\b(?:dad|father|fa|stepdad|husband|perpetrator|he|man|mr [a-z]+|partner)\s+(?:(?:has|had|is|was|still|also|continues to|tends to|will)\s+){0,2}\Z"
)


def _not_the_abuser(view: View, start: int, end: int) -> str | None:
    if _ABUSER.search(view.before(start)):
        return NO_MATCH
    words = view.low[start:end]
    if re.search(
        r"(?:puts?|putting|placed|places|prioritis\w+)\s+(?:the\s+|her\s+|his\s+)?(?:children|child|girls|boys|daughter|son|baby|kids)\b",
        words,
    ):
        return NO_MATCH
    return None


def _about_an_abuser(view: View, start: int, end: int) -> str | None:
    if _ABUSER.search(view.before(start)):
        return NO_MATCH
    if re.search(r"\b(?:cat|dog|garden|wash|key)\b", view.sentence_text(start)):
        return NO_MATCH
    words = view.low[start:end]
    who = words.split()[1] if len(words.split()) > 1 else ""
    if who in (
        "the",
        "a",
        "her",
        "his",
        "us",
        "me",
        "you",
        "maya",
        "time",
        "to",
        "it",
        "them",
        "been",
        "not",
        "no",
        "some",
    ) and words.startswith(("had", "has", "having", "take", "took", "let", "allow", "invit")):
        return (
            NO_MATCH
            if not re.search(r"\b(?:her (?:partner|ex|husband|boyfriend)|the (?:perpetrator|father|man))\b", words)
            else None
        )
    if who in view.names:
        return NO_MATCH
    return None
