"""Doubt dressed as observation."""

from __future__ import annotations

import re

from notecheck.checks.frames.frame import Frame
from notecheck.checks.frames.judges import every, needs, not_denied, not_with
from notecheck.checks.frames.view import View

CATEGORY, THEME = "victim-blaming", "disbelief"
_WHY = "It lets doubt in without saying so. A child who reads it learns that telling was a mistake."
_ASK = "What did they say, in their own words, and what did we do about it?"
_MESSAGE = "This may read as doubt."

FRAMES = (
    Frame(
        CATEGORY,
        THEME,
        on=(
            "{doubt}",
            "insists",
            "insisted",
            "adamant",
            "reckons",
            "supposedly",
            "allegedly",
            "makes",
            "adamantly",
            "perceives",
            "believe",
        ),
        patterns=(
            r"(?:she|he|they|mum|mam|mother|mo|child|girl|boy|yp|daughter|son|victim|[a-z][a-z'-]+) (?:has |had |now |also |then |still |further |now also |later )?[[(?:claims?|claimed|claiming|alleges?|alleged|alleging|purports?|purported|maintains?|maintained|professes|professed)]](?= (?:that|to|he|she|they|it|dad|mum|a|someone|somebody|the|this|there|not|you|stepdad|step|uncle|staff|carer|at|when|during|one|two|[a-z]+ (?:hit|hurt|did|was|had|has|made|pushed|punched|grabbed|touched|threatened))\b)",
            r"[[(?:would have us believe|makes out|made out|making out|is trying to say|tried to say|would like us to think)(?: that)?]]",
            r"[[(?:supposedly|so-called|purportedly)]]",
            r"[[(?:according to (?:her|him|them) only|only (?:her|his|their) word for (?:it|this)|only have (?:her|his|their) word)]]",
        ),
        message=_MESSAGE,
        why=_WHY,
        ask=_ASK,
        flag=(
            "Maya claims that her uncle hit her.",
            "She alleges he grabbed her by the neck.",
            "Mum maintains that he threatened her with a knife.",
        ),
        ok=(
            "Mum claims Universal Credit.",
            "She maintains her bike herself; he was hurt when he tried.",
            "Dad denies that he hit her.",
        ),
        judge=every(not_denied, needs("harmed"), not_with("sport"), lambda v, s, e: _claims(v, s, e)),
    ),
    Frame(
        CATEGORY,
        THEME,
        name="account",
        on=("{account}", "accounts", "versions", "stories"),
        patterns=(
            r"(?:his|her|their|the|child's|mum's|[a-z]+'s) [[(?:account|story|version(?: of events)?|statement|accounts|explanation|narrative|disclosure|allegations?) (?:(?:of|about) (?:\w+ ){1,4})?(?:has |had |have |then |also |keeps |kept |was |were |is |are |does |did |do )*(?:not )?(?:n't )?(?:been )?(?:chang(?:ed|es|ing)|inconsistent|differ(?:s|ed|ent)?|vari(?:es|ed)|alter(?:ed|s)?|stack(?:ed|s)? up|add(?:ed|s)? up|ring true|rang true|hang together|vague|lack(?:ed|s|ing)? (?:detail|credibility|conviction)|contradict\w+|rehearsed|coached|scripted|practised|fabricated|exaggerated|embellished|unreliable|implausible|unconvincing|confused|muddled|disputed|shifted|evolved|grown|doubtful|questionable|far-fetched|conflicting|unclear|not credible|lacking)(?: (?:and|over|in|on|when|between|several|from)(?: \w+){0,3})?]]",
            r"[[(?:gave|gives|given|giving|provided|offered|told) (?:\w+ ){0,2}(?:conflicting|inconsistent|differing|different|varying|contradictory|changing|garbled|vague|muddled|confused|two|several) (?:accounts?|versions?|stories|explanations?|statements?)(?: of(?: \w+){0,2})?]]",
            r"[[(?:inconsistent|conflicting|contradictory|differing|shifting) (?:in (?:her|his|their) )?(?:accounts?|versions?|stories|statements?|explanations?)]]",
            r"[[(?:changed|changes|changing|altered|retracted|embellished|rehearsed|exaggerated|fabricated|invented) (?:his|her|their|the) (?:\w+ )?(?:account|story|version|statement|mind about)]]",
            r"[[(?:\w+ )?inconsistenc(?:y|ies) in (?:his|her|their|the|what) (?:account|story|statement|version|(?:she|he) (?:said|says))]]",
            r"[[(?:made|making|makes) (?:\w+ )?(?:false |previous |numerous |similar |malicious |unfounded |up )*(?:allegations|stories|things up|it up|accusations|up stories)(?: (?:before|previously|in the past|about|against))?]]",
        ),
        message=_MESSAGE,
        why="Frightened people tell in pieces and out of order. A changed or practised account is not a false one.",
        ask="What was said each time, in the child's words, and what might make it hard to tell?",
        flag=(
            "Her account of the assault has changed several times.",
            "He gave conflicting accounts of how he was hurt.",
            "Maya has made numerous allegations about abuse before.",
        ),
        ok=(
            "Her bank account has changed.",
            "Dad's account of the assault has changed.",
            "Maya changed her story for the school magazine.",
            "She gave a clear account of what her uncle did.",
        ),
        judge=every(not_denied, needs("harmed"), not_with("sport"), lambda v, s, e: _account(v, s)),
    ),
    Frame(
        CATEGORY,
        THEME,
        name="evidence",
        on=(
            "evidence",
            "unsubstantiated",
            "uncorroborated",
            "proof",
            "unfounded",
            "inconclusive",
            "marks",
            "distress",
            "distressed",
            "upset",
            "tears",
            "calm",
            "emotion",
            "emotionless",
            "credible",
            "credibility",
            "rehearsed",
            "coached",
            "embellish",
            "embellished",
            "exaggerate",
            "exaggerated",
            "exaggerating",
            "fabricated",
            "coaching",
            "scripted",
            "retracted",
            "plausible",
        ),
        patterns=(
            r"[[(?:no|little|insufficient|without|not enough|lack of|lacks) (?:\w+ )?(?:evidence|proof|corroboration)(?: (?:of|that|to|was|for|has)(?: \w+){0,5})?]]",
            r"[[(?:was |were |is |remain |deemed |found to be |considered )?(?:unsubstantiated|uncorroborated|unfounded|malicious|not credible|of limited credibility)]]",
            r"[[(?:did not|didn't|does not|doesn't|not) (?:seem|appear|look|present as|come across as) (?:\w+ )?(?:upset|distressed|frightened|scared|afraid|traumatised|fearful|bothered|worried|concerned|tearful)]]",
            r"[[(?:seemed|appeared|was|looked) (?:\w+ )?(?:calm|relaxed|composed|unconcerned|unbothered|happy enough|cheerful|flat|emotionless|matter of fact) (?:for someone|when (?:describing|talking|saying|telling|asked)|given|considering|as (?:she|he) (?:said|told|spoke))(?: \w+){0,4}]]",
            r"[[(?:appeared |seemed |sounded |was |felt |may have been |possibly |rather |somewhat |very |as if |almost )*(?:rehearsed|coached|scripted|well.?practised|fabricated|exaggerated|embellished)]]",
            r"[[(?:tends? to|prone to|known to|likely to|may be|does|inclined to|allowed|a tendency to|has a history of) (?:\w+ )?(?:embellish(?:ment|ing)?|exaggerat(?:e|ing|ion)|fabricat(?:e|ing|ion)|lie|lying|lies|dramatis(?:e|ing))]]",
        ),
        message=_MESSAGE,
        why=_WHY,
        ask=_ASK,
        flag=(
            "There is no evidence that he hurt her.",
            "Maya did not seem upset when she spoke of the abuse.",
            "Her words about the assault sounded rehearsed.",
        ),
        ok=(
            "There is no evidence of a leak in the bathroom.",
            "Maya was calm and happy at school.",
            "She rehearsed her lines for the school play.",
            "That there are no marks does not mean that he did not hurt her.",
        ),
        judge=every(not_denied, needs("harmed"), not_with("sport"), lambda v, s, e: _claims(v, s, e)),
    ),
    Frame(
        CATEGORY,
        THEME,
        name="story",
        on=(
            "story",
            "version",
            "tale",
            "usual",
            "same",
            "standard",
            "explanation",
            "account",
            "answer",
            "reason",
            "saying",
            "claiming",
            "alleging",
            "unclear",
            "imagination",
            "buying",
            "convinced",
            "persuaded",
        ),
        patterns=(
            r"[[(?:her|his|their) (?:latest |usual |own )?(?:story|version|tale)]](?! (?:book|time|bag|work|of (?:her|his) (?:life|day)))",
            r"[[(?:gave|gives|trotted out|came out with|the) (?:us |me |staff )?(?:the |her |his |their )?(?:usual|same old|well.?worn|standard) (?:line|story|excuses?|explanation|tale)]]",
            r"[[(?:offered|gave|had|has|with|provided) no (?:real |clear |plausible )?(?:explanation|account|answer|reason)]]",
            r"[[(?:no|without|lacking) (?:any |an |a )?(?:plausible |clear |adequate |consistent )?explanation(?: (?:was |has been )?(?:given|offered|provided|forthcoming))?]]",
            r"[[(?:is|was) now (?:saying|claiming|alleging)]]",
            r"[[unclear (?:if|whether|how) (?:\w+ ){0,2}(?:genuine|true|truthful|honest|accurate|real)]]",
            r"[[(?:has |with )?(?:a |an )?(?:vivid|active|fertile|overactive) imagination]]",
            r"[[(?:not|isn't|am not|i'm not) (?:buying|convinced by|convinced|persuaded) (?:it|that|this)]]",
        ),
        message=_MESSAGE,
        why=_WHY,
        ask=_ASK,
        flag=(
            "He was assaulted on Friday, or so goes his story.",
            "Maya is now saying that two men had hold of her and hurt her.",
            "Knife wound to the thigh, for which he offered no explanation.",
        ),
        ok=(
            "Dad offered no explanation for hitting her.",
            "She read us her story about a dragon.",
            "Nobody was hurt, and the driver gave no reason for being late.",
        ),
        judge=every(not_denied, needs("harmed"), not_with("sport"), lambda v, s, e: _story(v, s)),
    ),
)


def _claims(view: View, start: int, end: int) -> str | None:
    """Doubt about the one who harms, and money claims, are something else."""
    before, after = view.before(start), view.after(end)
    if (
        re.search(
            r"\b(?:dad|father|fa|stepdad|husband|perpetrator|man|suspect|defendant|mr [a-z]+|he)\s+(?:\w+\s+){0,2}\Z",
            before,
        )
        and re.match(
            r"\s*(?:that |to )?(?:he |not |have |it was |she |the )?(?:did|was|were|never|had|have|not|is|be)?", after
        )
        and view.low[start:end].startswith(("claim", "alleg", "maintain", "purport", "profess"))
        and not re.search(r"\b(?:hit|hurt|abuse[ds]?|assault\w*|touch\w*)\s+(?:him|me)\b", after)
    ):
        return (
            ""
            if re.search(
                r"\b(?:dad|father|fa|stepdad|husband|perpetrator|man|suspect|defendant|mr [a-z]+)\s+(?:\w+\s+){0,2}\Z",
                before,
            )
            else None
        )
    if re.match(
        r"\s*(?:universal|benefits?|housing|child benefit|uc|pip|dla|money|compensation|against|on the)", after
    ):
        return ""
    if re.search(r"\b(?:we|i|police|it is)\s+(?:\w+\s+)?\Z", before) and view.low[start:end].startswith(
        ("claim", "maintain")
    ):
        return ""
    return None


def _account(view: View, start: int) -> str | None:
    tail = view.low[max(0, start - 30) : start]
    if re.search(
        r"\b(?:dad's|father's|fa's|husband's|perpetrator's|man's|suspect's|stepdad's|bank|partner's|email)\s*\Z", tail
    ):
        return ""
    return None


def _story(view: View, start: int) -> str | None:
    """What the one who harms, or a service, leaves unexplained is no doubt of a child; a tale may be a tale."""
    if re.search(
        r"\b(?:dad|father|fa|stepdad|stepfather|husband|perpetrator|man|suspect|driver|school|council|service|we|i)\s+(?:\w+\s+)?\Z",
        view.before(start),
    ):
        return ""
    if re.search(r"\b(?:read|reads|wrote|writes|book|bedtime|dragon|princess|drew)\b", view.sentence_text(start)):
        return ""
    return None
