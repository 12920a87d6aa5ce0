"""Safety tasks, agreements and consequences laid on the person who was harmed."""

from __future__ import annotations

import re

from notecheck.checks.frames.frame import Frame
from notecheck.checks.frames.judges import every, needs, not_denied, not_with
from notecheck.checks.frames.view import View

CATEGORY, THEME = "victim-blaming", "burden-on-victim"
_WHY = "It makes the person who was harmed responsible for stopping it."
_ASK = "What will be asked of the person who did the harm, and what will we do ourselves?"
_MESSAGE = "This may lay the task on the person who was harmed."
_TASK = (
    r"(?:refrain from \w+|(?:not|never) (?:to )?(?:have|allow|let|contact|answer|open|reply|see|go|meet|leave|walk|share|post|speak|respond|text|call|invite|engage in|return|use|put|talk|get)|stay away from|keep away from|"
    r"keep (?:him|dad|fa|father|her ex|the perpetrator|herself|himself|themselves|[a-z]+) (?:away|out|safe|from)|sign|block|change (?:her|his|their) (?:number|route|locks|phone|bus|clothes|school|class)|delete|"
    r"take responsibility|make (?:better|safer|wiser|sensible|good|healthier|positive|more) (?:\w+ )?(?:choices|decisions)|ensure (?:that )?(?:he|dad|fa|father|bail|the conditions|conditions|no contact|children are not|[a-z]+ (?:is|does|do) not|the children)|"
    r"evidence (?:that|she|he|how|her|his)|prove|demonstrate (?:that|her|his|she|he|an)|adhere to|abide by|comply with|report any|inform (?:us|police|sw|the social worker) (?:if|of any|of all|immediately)|"
    r"ring (?:999|police|us) (?:if|when|straight|immediately)|call (?:999|police|the police) (?:if|when)|consider (?:the impact|her|his|how|whether|where)|reflect on|think about (?:the|her|his|how|what)|learn (?:to|from|how|that)|own (?:her|his|their|up)|"
    r"be (?:more )?(?:careful|mindful|vigilant|honest|aware|open|protective|responsible|assertive)|step up|stand up (?:for|to)|show (?:that|she|he|us|her|willing|commitment)|prioritise|"
    r"end (?:the|her|his) relationship|separate from|leave (?:him|the relationship|her partner)|move (?:out|house|away)|attend (?:the )?(?:freedom|parenting|domestic|keeping safe|keep safe|a parenting|consequences|knife)|complete (?:the )?(?:freedom|parenting|domestic|keep|work|a course|an? \w+ programme)|"
    r"work on|manage (?:her|his|their) (?:emotions|anger|behaviour|risk|risks)|avoid|travel|apply for (?:a|an) (?:non.?molestation|order|injunction)|obtain (?:a|an) (?:non.?molestation|order|injunction)|get a grip|apologise|write an? (?:apology|letter of apology|reflection)|engage (?:with|in))"
)

FRAMES = (
    Frame(
        CATEGORY,
        THEME,
        on=("to", "must", "should", "needs", "need"),
        patterns=(
            r"(?:\A|(?<=[\n:;.•*-]) ?)(?:\d+[.)] )?(?:- )?(?:{victim}|[a-z][a-z'-]+(?: [a-z]\.?)?) [[to "
            + _TASK
            + r"(?: \w+){0,5}]]",
            r"(?:{victim}|[a-z][a-z'-]+) (?:also |still |now |really )?[[(?:must|should|needs to|need to|has to|have to|is to|will need to|is expected to|is required to|ought to|had to) (?:\w+ly |also |now |start to |begin to |learn to )?"
            + _TASK
            + r"(?: \w+){0,4}]]",
            r"[[(?:asked|advised|told|instructed|expected|required|encouraged|reminded|warned|agreed|urged|expectation that (?:she|he|mum|they) (?:will |must |is )?) ?(?:her |him |them |mum |mother )?(?:again )?(?:to )?(?:not to |to )?"
            + _TASK
            + r"(?: \w+){0,4}]]",
        ),
        message=_MESSAGE,
        why=_WHY,
        ask=_ASK,
        flag=(
            "He assaulted her in May. Mum to ensure he is not in the home.",
            "After the assault Maya was advised to change her route to school.",
            "Maya needs to take responsibility for keeping away from the men who exploit her.",
        ),
        ok=(
            "Mum to ring the dentist on Friday.",
            "Police to ensure he keeps to his bail conditions after the assault.",
            "Maya must be in bed by nine.",
            "He must not contact her; he assaulted her in May.",
            "Stuart, who hurt the girls, has been told not to contact either of them.",
            "Kev, who assaulted her, must not go near either girl.",
            "You were not naughty. She should not have hit you.",
        ),
        judge=every(not_denied, needs("harmed"), not_with("sport"), lambda v, s, e: _laid_on_the_harmed(v, s)),
    ),
    Frame(
        CATEGORY,
        THEME,
        name="agreement",
        on=("agreement", "agreements", "contract"),
        patterns=(
            r"[[(?:to |asked to |agreed to |has |had |she |mum )?(?:sign|signed|signs|signing|breached|breach of|breaking|broke|keep to|stick to|adhere to|adhering to|complied with) (?:to )?(?:a |an |the |her |his |their |this |another )?(?:\w+ )?(?:written |working |safety |behaviour |good behaviour )?(?:agreement|contract(?: of expectations)?)]]",
            r"[[(?:written|working|safety|behaviour) (?:agreement|contract) (?:to be |was |is |has been |had been )?(?:signed|breached|in place|broken|drawn up|put in place|completed)(?: (?:by|with)(?: \w+){0,2})?]]",
        ),
        message="This may make the person harmed answer for the one who harms.",
        why="A written agreement asks the victim to control the person who hurts them, and blames them when they cannot.",
        ask=_ASK,
        flag=(
            "After the assault Mum has signed a written agreement.",
            "He hit her again; Mum is in breach of the written agreement.",
        ),
        ok=(
            "Nan signed the tenancy agreement on Monday.",
            "The football club has signed a contract with a new coach.",
            "Dad, who hit Mum, has signed a written agreement to stay away.",
        ),
        judge=every(not_denied, needs("harmed"), not_with("sport"), lambda v, s, e: _agreement(v, s)),
    ),
    Frame(
        CATEGORY,
        THEME,
        name="consequence",
        on=(
            "grounded",
            "loss",
            "sanction",
            "sanctions",
            "sanctioned",
            "consequence",
            "consequences",
            "removed",
            "confiscated",
            "banned",
            "grounded",
            "excluded",
            "withdrawn",
            "unless",
            "until",
            "if",
            "condition",
        ),
        patterns=(
            r"[[(?:phone|phones|pocket money|privileges|activity|activities|wifi|wi-fi|tablet|laptop|allowance|trip|funding|console|outings?)(?: \w+){0,3} (?:removed|confiscated|withdrawn|stopped|taken|taken away|withheld|suspended)(?: (?:as|for|until|due)(?: \w+){0,3})?]]",
            r"[[(?:as a |given a |a |was given a |received a |issued with a )?(?:sanction|sanctions|sanctioned|consequence was)(?: (?:for|of|imposed|given|put in place|stands|in place)(?: \w+){0,4})?]]",
            r"[[(?:grounded (?:for|until|till|\d+)(?: \w+){1,3}|loss of (?:allowance|pocket money|privileges|phone|free time|activity|activities))]]",
            r"[[(?:unless|until|if) (?:she|he|they|mum|mother|mo|[a-z]+) (?:does not |doesn't |leaves?|ends?|separates?|stops?|engages?|can show|is honest|starts?|decides?|agrees?|takes? |names?)(?: ?\w+){0,6}]]",
        ),
        message="This may punish the person who was harmed.",
        why="A punishment after harm tells a child that it was their fault, and teaches them not to tell.",
        ask="Is this keeping the child safe, or making them pay? What did they want?",
        flag=(
            "He groomed her online, and her phone was removed as a sanction.",
            "Children will be removed unless she leaves him, given the violence.",
        ),
        ok=(
            "Her phone was removed from the drawer and given back.",
            "If she leaves early, the violence worker will wait.",
            "We will wait until she decides what she wants for tea.",
        ),
        judge=every(not_denied, needs("harmed"), not_with("sport"), lambda v, s, e: _consequence(v, s, e)),
    ),
)


# What the one who harms is told: "must not contact Mum", "told not to go near either girl", "should not have hit you".
_KEPT_AWAY = re.compile(
    r"(?:should|must|ought to) not have (?:hit|hurt|smacked|slapped|pushed|shouted|had to|bruises)\b"
    r"|[^.;]{0,30}\bnot (?:to )?(?:have )?(?:any )?(?:contact(?: with)?|go near|approach|come near|speak to|message|text|ring) "
    r"(?:mum|mother|you|the (?:girls?|boys?|children|victim|complainant)|either (?:girl|boy|child|of)|any (?:girl|boy|child))\b"
)


def _laid_on_the_harmed(view: View, start: int) -> str | None:
    """A task for a worker, or for the one who harms, is something else; so is what ought to be so for everybody."""
    if _KEPT_AWAY.search(view.low[start : start + 80]):
        return ""
    who = view.before(start)[-60:]
    if re.search(r"\b(?:children|nobody|no one|it|everyone|people|child|adults)\s*\Z", who):
        return ""
    if re.search(
        r"\b(?:sw|fsw|worker|workers|police|school|officer|officers|team|manager|we|i|hv|gp|nurse|midwife|carer|carers|staff|lead|dsl|all|professionals|dad|father|fa|stepdad|"
        r"partner|husband|perpetrator|he|man|men|ex|boyfriend|brother|suspect|boy|boys|visitor|iro|camhs|solicitor|housing|council|chair|advocate|therapist|social worker|mr [a-z]+)\s*(?:\([^)]*\)\s*)?\Z",
        who,
    ):
        return "" if not re.search(r"\bhe\s*\Z", who) or view.actor_near(start) else None
    return None


def _agreement(view: View, start: int) -> str | None:
    if re.search(
        r"\b(?:dad|father|fa|stepdad|partner|husband|perpetrator|he|man|ex|mr [a-z]+|tenancy)\b[^.;]{0,40}\Z",
        view.before(start),
    ) or "tenancy" in view.sentence_text(start):
        return ""
    return None


def _consequence(view: View, start: int, end: int) -> str | None:
    words = view.low[start:end]
    if words.startswith(("unless", "until", "if")):
        if not re.search(
            r"\b(?:leaves?|ends?|separates?|engages?|honest|stops?|names?|agrees?|takes?|decides?)\b", words
        ) or not re.search(
            r"\b(?:removed|proceedings|care|closed?|court|conference|returned?|no (?:support|help)|cannot|will not|help)\b",
            view.sentence_text(start),
        ):
            return ""
    elif "removed" in words and not re.search(r"\b(?:as|for|until|due|sanction|consequence)\b", words):
        return ""
    return None
