"""Support refused or ended because of a service's rule, list or programme."""

from __future__ import annotations

import re

from notecheck.checks.frames.frame import Frame
from notecheck.checks.frames.judges import NO_MATCH, every, not_with
from notecheck.checks.frames.view import View

CATEGORY, THEME = "child-focus", "service-centred"
_WHY = "The child reads that a rule mattered more than what they needed."
_ASK = "What did the child need, what will happen instead, and when?"
_MESSAGE = "This gives the service's rule as the reason."
_ENDED = (
    r"(?:clos(?:ed|ing|e)|end(?:ed|ing|s)?|stop(?:ped|s)?|withdrawn|withdrew|ceas(?:ed|es)|discharged|declin(?:ed|ing)|refused|reject(?:ed|ing)|turn(?:ed|ing) down|suspended|terminated|returned|deferred|"
    r"not (?:accepted|eligible|progressed|agreed|offered|available|approved|funded|allocated|supported|taken on|be (?:offered|accepted|considered|funded|agreed|progressed|supported|seen|allocated))|"
    r"cannot (?:be |now be )?(?:\w+)|can't (?:be )?(?:\w+)|unable to (?:\w+ )?(?:offer|accept|provide|take|fund|support|progress|see|allocate|agree|consider|help)|no longer (?:\w+)|taken off|removed from (?:the|our) (?:list|caseload|waiting list)|come off|on hold|paused|will not be (?:\w+)|won't be (?:\w+)|no (?:further )?(?:action|sessions?|support|role|transport|offer))"
)
_RULE = (
    r"(?:criteria|criterion|thresholds?|remit|polic(?:y|ies)|rules?|contract|capacity|funding|funded|funds?|budget|waiting lists?|eligib\w+|catchment|postcode|template|deadline|cut.?off|commission\w*|framework|programme|protocol|pathway|"
    r"age (?:range|limit|bracket)|allocation|hours|rota|slots?|quota|vacanc(?:y|ies)|cost|costs|paperwork|missed (?:\w+ )?(?:appointments?|sessions?|starts)|non.?(?:attendance|engagement)|dnas?|did not attend|two (?:missed|dna)\w*|specification|ceiling|limit|agenda|financial year|resources?|boundar(?:y|ies)|"
    r"service (?:only|does not|doesn't|is not)|out of (?:area|hours)|under \d+s?|over \d+s?|not (?:in line|meet\w*|met|suitable|appropriate)|referral (?:form|not (?:being |having )?(?:in line with|meeting|met|suitable for|eligible for)(?:\s[\w'-]+){0,4}|not)|staffing|annual leave|in place until|the right (?:form|team)|another team|different team|maximum|entitle\w+)"
)

_SERVICE = r"(?:panel|programme|service|services|team|camhs|we|clinic|scheme|council|borough|trust|charity|course|hospital|centre|provider|mentor|mentoring|contract|housing|funding|policy|rules?|this office|agency|commissioning)"

FRAMES = (
    Frame(
        CATEGORY,
        THEME,
        on=(
            "as",
            "because",
            "due",
            "since",
            "under",
            "owing",
            "until",
            "criteria",
            "criterion",
            "threshold",
            "thresholds",
            "remit",
            "policy",
            "rule",
            "rules",
            "so",
            "capacity",
            "after",
            "per",
            "unless",
            "given",
        ),
        patterns=(
            r"[["
            + _ENDED
            + r"(?:,? (?:\w[\w'-]* ){0,8}?)(?:as|because|due to|since|owing to|under|because of|in line with|after|as per|given|until|unless) (?:[\w'-]+ ){0,8}?"
            + _RULE
            + r"]]",
            r"[[(?:as|because|due to|since|given) (?:[\w'-]+ ){0,5}?(?:does not|do not|did not|doesn't|don't|didn't|not|no longer|has not|outside|falls outside|below|above|over|exceeds?) (?:\w+ ){0,3}?(?:meet\w*|met|fit\w*|match\w*|fall within|reach\w*|in line with|suit\w*)? ?(?:\w+ ){0,3}(?:criteria|criterion|thresholds?|remit|eligibility|catchment|framework|specification|age (?:range|limit)|programme|boundar(?:y|ies))]]",
        ),
        message=_MESSAGE,
        why=_WHY,
        ask=_ASK,
        flag=(
            "The referral was closed as Maya does not meet the criteria.",
            "Support was declined due to the referral not being in line with the programme.",
            "The team cannot offer support due to the referral not being in line with\nDestination 22.",
            "Sessions have ended because of the twelve week limit.",
        ),
        ok=(
            "Sessions have ended because Maya said that she feels ready.",
            "The match was stopped due to the rain.",
            "School is closed until Monday.",
        ),
        judge=every(not_with("sport"), lambda v, s, e: _innocent(v, s, e)),
    ),
    Frame(
        CATEGORY,
        THEME,
        name="rule",
        on=(
            "criteria",
            "criterion",
            "threshold",
            "thresholds",
            "remit",
            "eligible",
            "ineligible",
            "sessions",
            "appointments",
            "policy",
            "strike",
            "strikes",
            "capacity",
            "commissioned",
            "funded",
            "offer",
            "allocation",
            "menu",
            "rules",
            "hours",
            "role",
            "list",
            "catchment",
            "age",
        ),
        patterns=(
            r"[[(?:does not|do not|did not|doesn't|don't|didn't|not|no longer|has not|failed to|fails to) (?:\w+ )?(?:meet|meeting|met|fit|match|reach|hit) (?:the |our |their |its |current |a |any )*(?:\w+ ){0,2}(?:criteria|criterion|threshold|remit|age range)(?: for(?: \w+){0,3})?]]",
            r"[[(?:is |are |was |were |falls? |sits? |fell )?(?:outside|beyond|out of|not within|not in|outwith) (?:of )?(?:the |our |their |its |this |team |service )*(?:\w+ )?(?:remit|criteria|catchment|specification|age range|statement of purpose)]]",
            r"[[(?:not|in|no longer) ?(?:currently |yet |considered )?eligible(?: for(?: \w+){0,4})?]]",
            r"[[ineligible(?: for(?: \w+){0,3})?]]",
            r"[[(?:has |have |had )?(?:used(?: up)?|exhausted|had) (?:all |up )?(?:of )?(?:her|his|their|our|the) (?:\w+ )?(?:sessions|allocation|hours|offer|entitlement|quota)]]",
            r"[[(?:after |following |under (?:the|our|their) )?(?:two|three|four|2|3|4|one|second|third) (?:consecutive )?(?:missed|dna|dna'd|failed|non.?attended) (?:appointments?|sessions?|starts|slots|visits|contacts?)(?: (?:rule|policy|procedure))?]]",
            r"[[(?:two|three|2|3|one).strikes?(?: (?:rule|policy|and out))?]]",
            r"[[(?:discharge|dna|did not attend|missed appointments?|missed sessions?|non.?attendance|access|closure) policy]]",
            r"[[(?:not|isn't|is not|no longer) (?:something (?:we|they) (?:offer|do)|commissioned|currently commissioned|funded|currently funded|part of (?:our|the|their) offer)(?: (?:in|for)(?: \w+){0,3})?]]",
            r"[[no (?:ongoing |further )?role (?:for|of) (?:this |the |our |\w+ )?(?:team|service|social care|camhs|us)]]",
            r"[[(?:we|they|so we) have no remit]]",
            r"[[(?:there is |there's |has |have |we have |currently )?no capacity(?: (?:in|to|for|at|within)(?: \w+){0,4})?]]",
        ),
        message=_MESSAGE,
        why=_WHY,
        ask=_ASK,
        flag=(
            "Maya does not meet the criteria for counselling.",
            "This is outside our remit.",
            "She has used up her twelve sessions.",
        ),
        ok=(
            "Maya met the goals that she set for her reading.",
            "She missed two sessions of netball with a cold.",
            "He is eligible for free school meals.",
        ),
        judge=every(not_with("sport"), lambda v, s, e: _innocent(v, s, e)),
    ),
    Frame(
        CATEGORY,
        THEME,
        name="only",
        on=(
            "only",
            "cannot",
            "can't",
            "not",
            "n't",
            "unable",
            "outside",
            "beyond",
            "over",
            "under",
            "past",
            "team",
            "falls",
            "fell",
            "after",
            "following",
            "aged",
            "stop",
        ),
        patterns=(
            r"[["
            + _SERVICE
            + r" (?:can |will |could |is |are |does |do |now )*only (?:funds?|funded|works?|takes?|sees?|accepts?|offers?|offered|do|does|covers?|provides?|available|run|runs|commissioned|actioned|opens?|meets?)(?: [\w']+){0,6}]]",
            r"[[(?:cannot|can't|will not|won't|not able to|unable to) be (?:\w+ )?(?:offered|funded|accepted|allocated|considered|seen|supported|extended|progressed|counted|looked at)(?: [\w']+){0,4}]]",
            r"[[(?:outside|beyond|over|under|past) (?:of )?(?:our|the|their|its) (?:\w+ )?(?:window|bracket|age bracket|cut.?off|ceiling|timescale|statement of purpose|contract|age range|gestation cut.?off)]]",
            r"[[(?:are|is|am)(?: not|n't) set up for(?: \w+){1,4}]]",
            r"[[(?:the |our |their )?team is (?:carrying|down|short)(?: \w+){1,4}]]",
            r"[[(?:as|because|since) (?:she|he|they) (?:did|does|do|has|have|is|was)(?: not|n't) (?:score|qualify|opt(?:ed)? in|fit|meet|reach|return the|respond)(?: \w+){0,6}]]",
            r"[[(?:falls?|fell) outside (?:\w+ ){0,4}\w+]]",
            r"[[(?:discharged?|closed?|removed|dropped|taken off|struck off|rolled off) (?:her |him |them |the list )?(?:after|following) (?:two|three|one|2|3|1|four)(?: [\w-]+){1,3}]]",
            r"[[(?:aged out|hard stop at|has a hard stop)(?: \w+){0,2}]]",
        ),
        message=_MESSAGE,
        why=_WHY,
        ask=_ASK,
        flag=(
            "The panel only funds this for children under five.",
            "Maya cannot be offered them again.",
            "She falls outside our age bracket.",
            "He was discharged after two missed calls.",
        ),
        ok=(
            "The swimming club only opens on Sundays, so we will go then.",
            "It cannot be seen from the road.",
            "Maya fell outside the shop and grazed her knee.",
            "The shop closed after two hours.",
        ),
        judge=every(not_with("sport"), lambda v, s, e: _innocent(v, s, e)),
    ),
)


def _innocent(view: View, start: int, end: int) -> str | None:
    words = view.sentence_text(start)
    return NO_MATCH if _EVERYDAY.search(words) else None


_EVERYDAY = re.compile(
    r"\b(?:netball|swimming|tent|free school meals|council tax|shop|shops|from the (?:road|street|window)|house|witness|fell outside|told to)\b"
)
