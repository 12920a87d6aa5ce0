"""Not engaging, not attending, not telling: fear and barriers told as unwillingness."""

from __future__ import annotations

import re

from notecheck.checks.frames.frame import Frame
from notecheck.checks.frames.judges import NO_MATCH, every, not_denied, not_with, not_worker_nor_denied
from notecheck.checks.frames.view import View

CATEGORY, THEME = "victim-blaming", "refuses-help"
_WHY = "Fear, shame, threats and help that does not fit look like refusal from outside."
_ASK = "What made it hard or unsafe, and what else could we offer?"
_MESSAGE = "This may read as unwillingness."
_TELL = (
    r"(?:engage|co-?operate|attend|disclose|elaborate|comply|participate|open up|take up|name|identify|say (?:who|where|what|why|how|with)|tell (?:us|police|officers|me|staff|school)|"
    r"speak (?:to|with)|talk (?:to|about)|sign|support (?:a |the |any |police|charges|prosecution)|press charges|make a (?:statement|complaint)|give (?:a |any |names|details|evidence|an account|information|further)|provide (?:a |any |details|names|evidence|further)|"
    r"answer|be drawn|accept (?:help|support|the|a|any)|access (?:support|help|services)|work with|allow (?:workers|us|professionals|sw|access)|consent to|divulge|"
    r"discuss|be honest|leave (?:him|the|her)|report (?:it|him|the)|pursue|proceed|be interviewed|be examined|be photographed|come home|return home|return to (?:placement|the home)|go to (?:refuge|a refuge)|block|complete|listen|adhere|follow)"
)

FRAMES = (
    Frame(
        CATEGORY,
        THEME,
        on=(
            "{refuse}",
            "unwilling",
            "reluctant",
            "reluctance",
            "refusal",
            "willing",
            "failed",
            "fails",
            "failing",
            "failure",
            "won't",
            "wo",
            "would",
            "wouldn't",
            "wouldnt",
            "did",
            "didnt",
            "does",
            "has",
            "will",
            "hasn't",
            "chose",
            "chooses",
            "prefers",
        ),
        patterns=(
            r"[[(?:refuses|refused|refusing|declines|declined|declining|unwilling|reluctant|unwillingness|reluctance|refusal|not willing|not prepared|unprepared) to (?:\w+ly )?"
            + _TELL
            + r"(?: (?:with|to|a|the|any|who|where|support|services|further|in)(?: \w+){0,2})?]]",
            r"[[(?:fails|failed|failing|failure|continually fails|continues to fail) to (?:\w+ly )?(?:engage|attend|co-?operate|comply|disclose|take up|respond|adhere|access|accept|report|return|leave)(?: (?:with|to|at)(?: \w+){0,2})?]]",
            r"[[(?:wo n't|won't|would not|wouldn't|wouldnt|will not|does not|doesn't|did not|didn't|didnt|has not|hasn't) (?:\w+ly )?(?:engage|co-?operate|disclose|elaborate|open up|name (?:him|who|them|names|the|her)|press charges|make a (?:statement|complaint)|support (?:a |the |any )?(?:police )?(?:prosecution|charges|action)|say (?:who|where|with whom|what happened)|give (?:names|a statement|an account|us names|details)|be drawn|co-?operated|engaged|disclosed|accept (?:help|support)|work with (?:us|services|professionals))(?: (?:with|on|about|when)(?: \w+){0,2})?]]",
            r"[[(?:refuses|refused|declines|declined) (?:all |any |the |to accept |offers? of |further )*(?:help|support|services?|offers?|referral|intervention|treatment|counselling|therapy|refuge|medical (?:attention|examination|treatment)|sessions?|interview|return interview|debrief|statement)]]",
            r"[[(?:chose|chooses|chosen|preferred|prefers|opted) not to (?:\w+ )?(?:engage|disclose|attend|say|tell|report|take|accept|share|speak|talk|press|support|work|heed)(?: \w+){0,2}]]",
        ),
        message=_MESSAGE,
        why=_WHY,
        ask=_ASK,
        flag=(
            "Maya refused to say who gave her the money.",
            "Mum declined to make a statement.",
            "He will not engage with the youth worker.",
            "She has failed to attend three appointments.",
        ),
        ok=(
            "Maya refused a biscuit and asked for an apple.",
            "The school failed to attend the meeting.",
            "He did not refuse to engage; nobody had told him the time.",
            "The police refused to name the man.",
        ),
        judge=not_worker_nor_denied,
    ),
    Frame(
        CATEGORY,
        THEME,
        name="noun",
        on=(
            "engagement",
            "engaging",
            "cooperation",
            "co",
            "co-operation",
            "cooperating",
            "compliance",
            "disclosure",
            "disclosures",
            "complaint",
            "attendance",
            "forthcoming",
            "lack",
            "buy",
            "uptake",
            "motivation",
            "statement",
            "non",
        ),
        patterns=(
            r"[[(?:lack of|poor|limited|minimal|sporadic|inconsistent|no|little|superficial|non|low|due to|partial|ongoing lack of|refusal of) ?-?(?:\w+ )?(?:engagement|co-?operation|compliance|buy.?in|uptake|motivation to change)(?: (?:from|by|with|on)(?: \w+){0,2})?]]",
            r"[[(?:is |was |are |were |been |still )?not (?:\w+ly )?(?:engaging|co-?operating|complying|attending|accessing|forthcoming|disclosing|accepting|taking up|working with us)(?: (?:with|about|to|in|re)(?: \w+){0,2})?]]",
            r"[[no (?:disclosures?|complaints?|allegations?|statement) (?:was |were |has been |have been |had been |is )?(?:made|forthcoming|given|taken|offered)]]",
        ),
        message=_MESSAGE,
        why=_WHY,
        ask=_ASK,
        flag=(
            "Closed due to lack of engagement from Mum.",
            "Maya is not engaging with the service.",
            "No disclosure was made by her.",
        ),
        ok=(
            "Her school attendance is 97 per cent.",
            "We are not engaging a new cleaner.",
            "It was a good match with little cooperation between the two football teams.",
        ),
        judge=every(not_with("sport"), lambda v, s, e: _noun(v, s, e)),
    ),
    Frame(
        CATEGORY,
        THEME,
        name="left",
        on=(
            "absconded",
            "absconds",
            "absconding",
            "abscond",
            "ran",
            "took",
            "takes",
            "taken",
            "left",
            "walked",
            "awol",
            "stormed",
            "runs",
        ),
        patterns=(
            r"[[abscond(?:ed|s|ing|ence)?(?: (?:from|again|overnight|with)(?: \w+){0,2})?]]",
            r"[[(?:took|takes|taking|taken) {self} off]]",
            r"[[(?:went|gone|go|going|goes) awol]]",
            r"[[(?:ran|runs|run|walked|stormed) (?:off|out|away) (?:rather than|from the (?:worker|sw|police|meeting|session|interview|home|placement|unit)|from (?:placement|staff|carers|police|care|school|professionals|the placement)|instead of)(?: \w+){0,2}]]",
            r"[[(?:walked|walks|walking) out of (?:the |her |his )?(?:session|interview|meeting|appointment|assessment)]]",
        ),
        message="This may read as misbehaviour.",
        why="Running is often the only way a frightened child can answer; this word comes from prisons.",
        ask="What was the child going from or to, and who was there?",
        flag=("Maya absconded from the home twice.", "He took himself off after tea."),
        ok=(
            "She ran off to fetch her ball.",
            'He took himself off to the library and read, he told me proudly, in "took himself off".',
        ),
        judge=every(
            not_denied, lambda v, s, e: "" if "library" in v.sentence_text(s) or "bed" in v.after(e)[:12] else None
        ),
    ),
    Frame(
        CATEGORY,
        THEME,
        name="would-not",
        on=(
            "would",
            "wouldn't",
            "won't",
            "will",
            "did",
            "didn't",
            "does",
            "doesn't",
            "elected",
            "elects",
            "electing",
            "opted",
            "opts",
            "opting",
            "preferring",
            "bothered",
            "bother",
        ),
        patterns=(
            r"[[(?:would not|wouldn't|won't|will not) (?:\w+ly )?(?:assist|account for|commit to|support (?:a |any |the |police|further)|back (?:a |any |the |police)|be (?:examined|interviewed|drawn|honest)|press|prosecute|entertain|hear of)(?: \w+){0,3}]]",
            r"[[(?:did not|didn't|does not|doesn't) (?:want|wish) to (?:\w+ )?(?:pursue|press|report (?:it|this|him)|prosecute|engage|support|make a (?:complaint|statement)|disclose)(?: \w+){0,2}]]",
            r"[[(?:elected|elects|opted|opts|opting|electing) (?:not to|out of|to stay|to remain|to return|to keep|instead to)(?: \w+){1,3}]]",
            r"[[preferring (?:to (?:stay|remain|be|sofa|live|spend|return|go)|the company)(?: \w+){0,3}]]",
            r"[[(?:did not|didn't|couldn't|could not) (?:be )?bother(?:ed)?(?: to \w+)?]]",
        ),
        message=_MESSAGE,
        why=_WHY,
        ask=_ASK,
        flag=(
            "Maya would not account for her tears.",
            "Mum did not want to press charges.",
            "He elected not to stay for the interview.",
        ),
        ok=(
            "The school would not commit to a date.",
            "Maya did not want to press the button in the lift.",
            "They opted to stay for tea with the nurse.",
        ),
        judge=every(not_worker_nor_denied, not_with("sport"), lambda v, s, e: _everyday(v, s, e)),
    ),
)


def _noun(view: View, start: int, end: int) -> str | None:
    """Parties and services that are not the family, and words that only look alike."""
    sentence = view.sentence_text(start)
    if re.search(
        r"\b(?:we|school|police|camhs|service|council|authority|team|worker)(?:'s)?\s+(?:\w+\s+)?(?:is|are|was|were)?\s*\Z",
        view.before(start),
    ):
        return ""
    if re.search(r"\b(?:cleaner|solicitor|builder|agency)\b", sentence):
        return ""
    return None


def _everyday(view: View, start: int, end: int) -> str | None:
    """What has nothing to do with help: a button pressed, a night chosen with people who are kind."""
    return NO_MATCH if _EVERYDAY.search(view.low, start, min(len(view.low), end + 24)) else None


_EVERYDAY = re.compile(
    r"\b(?:button|bell|doorbell|tea|dinner|lunch|supper|breakfast|party|club|nurse|nan|gran|sleepover)\b"
)
