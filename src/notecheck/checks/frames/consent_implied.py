"""Relationship, trade or work words, and willingness, where there is exploitation or an age gap."""

from __future__ import annotations

import re

from notecheck.checks.frames.frame import Frame
from notecheck.checks.frames.judges import NO_MATCH, every, needs, not_denied, not_somebody_else
from notecheck.checks.frames.view import View

CATEGORY, THEME = "victim-blaming", "consent-implied"
_WHY = "A child cannot agree to being abused or exploited; words of love, trade or willingness make it look as if they had."


def _age_gap(view: View, start: int, end: int) -> str | None:
    return None if view.adult_and_child(start) else NO_MATCH


def _under_age(view: View, start: int, end: int) -> str | None:
    ages = [a for a in view.ages(start) if a >= 8]
    child = min([*ages, *([view.child_age] if view.child_age is not None else [])], default=99)
    return None if child < 18 else NO_MATCH


FRAMES = (
    Frame(
        CATEGORY,
        THEME,
        on=(
            "{romance}",
            "dating",
            "seeing",
            "together",
            "romantic",
            "romantically",
            "item",
            "sex",
            "girlfriend",
            "engaged",
            "feelings",
            "love",
            "intimate",
            "consensual",
        ),
        patterns=(
            r"[[(?:his |her |their |a |the |an |in a |with her |with his )?(?:\w+ )?(?:older |adult )?(?:boyfriend|girlfriend|partner|bf|gf|fiancé|fiance|lover|sweetheart)]](?!'s (?:mum|dad|parents))",
            r"[[(?:in |into |has |had |having |ended |began |begun |started |conducting |of )?(?:a |an |the |their |this |his |her )?(?:\w+ )?(?:relationship|romance|affair|love affair|couple)(?: with)?]]",
            r"[[(?:is |was |been |are |were |began |started |admits |has been |had been |have been |be )(?:dating|seeing each other|seeing|going out with|together with|romantically involved|in love with|involved with|romantically linked|sleeping with|intimate with)]]",
            r"[[(?:had|having|has|have|engaged in|engages in|engaging in) (?:\w+ )?(?:sex|sexual intercourse|sexual relations|intercourse|sexual activity) with]]",
        ),
        message="This may read as a relationship between equals.",
        why=_WHY,
        ask="How old is each of them, and what did the adult do?",
        flag=(
            "Her boyfriend (25) picks her up from school.",
            "Maya, 14, is in a relationship with a man aged 24.",
            "She has been seeing each other's friends and is dating a man of 23 from the gym.",
        ),
        ok=(
            "Her boyfriend (14) is in her class.",
            "Mum's partner, Kyle, made the tea.",
            "Maya, 14, has a good relationship with her nan.",
        ),
        judge=every(not_denied, _age_gap, lambda v, s, e: _romance(v, s, e)),
    ),
    Frame(
        CATEGORY,
        THEME,
        name="willing",
        on=(
            "willing",
            "willingly",
            "happily",
            "happy",
            "voluntarily",
            "consensual",
            "consensually",
            "consented",
            "consenting",
            "consent",
            "agreed",
            "accepts",
            "accepted",
            "accepting",
            "keen",
            "accord",
            "reciprocated",
            "complicit",
            "enjoys",
            "enjoyed",
            "flattered",
            "welcomed",
            "encouraged",
            "free",
        ),
        patterns=(
            r"[[(?:\w+ing |\w+ed )?(?:willingly|voluntarily|happily|consensually)(?: (?:went|gone|goes|going|go|sent|sends|sending|engaged|engages|engaging|got|gets|getting|met|meets|meeting|participated|entered|took|takes|agreed|stayed|shared|shares|had)(?: \w+){0,2})?]]",
            r"[[(?:a |was a |is a |was |were |is |are |be )?(?:\w+ )?(?:willing|complicit|consenting)(?: (?:participant|party|partner|victim|to (?:meet|go|send|engage|have sex)|in (?:\w+)|adult))?]]",
            r"[[(?:all |was |were |is |are |be |been |fully |entirely |believed |reportedly |seemingly )*consensual]]",
            r"[[(?:had |has |have )?(?:agreed|consented) to (?:\w+ )?(?:sex|have sex|sexual|meet|send|sending|work|carry|hold|sell|deliver|go with|be filmed|intercourse|the arrangement)(?: \w+){0,2}]]",
            r"[[(?:accepts?|accepted|accepting|enjoys?|enjoyed|enjoying|flattered by|welcomes?|welcomed) (?:the |his |their |her |these |this |such |a )?(?:{gift}|attention|company|lifts|gifts|advances|money|hospitality)]](?: ~3 (?:from|of) ~2 {adult})?",
            r"[[of (?:her|his|their) own (?:accord|free will|volition)]]",
            r"[[(?:a |no )?(?:un)?willing passenger]]",
            r"[[(?:quite |perfectly )?happy (?:enough to (?:go|get|be|meet)|to go along|(?:enough )?with (?:the|this|that) (?:arrangement|match|set.?up))(?: \w+){0,3}]]",
        ),
        message="This may read as if the child had agreed to be harmed.",
        why=_WHY,
        ask="What did the adult do to get the child there: gifts, fear, drugs, debt, lies?",
        flag=(
            "Maya willingly sent images to a man she met online.",
            "He was a willing participant in selling drugs.",
            "She accepts gifts from older men.",
        ),
        ok=(
            "Maya willingly helped with the tea.",
            "She is willing to try football on Saturday.",
            "The law says that a child of 12 cannot consent to sex; it was not consensual.",
            "Maya is happy to go with Nan to see the pictures.",
        ),
        judge=every(not_denied, needs("exploited"), _under_age, lambda v, s, e: _willing(v, s, e)),
    ),
    Frame(
        CATEGORY,
        THEME,
        name="trade",
        on=(
            "exchange",
            "return",
            "sells",
            "selling",
            "sold",
            "earns",
            "earning",
            "paid",
            "prostitute",
            "prostitutes",
            "prostituting",
            "prostitution",
            "transactional",
            "escort",
            "dealing",
            "deals",
            "sex",
            "working",
            "works",
            "favours",
            "drug",
            "runner",
            "rent",
            "profit",
            "income",
            "clients",
            "customers",
            "trades",
            "trading",
            "employed",
        ),
        patterns=(
            r"[[(?:sex|sexual favours|sexual acts|favours|company|pictures|images|photos|nudes|sexual activity|sexual contact)(?: \w+){0,3} (?:in exchange for|in return for|for) (?:\w+ ){0,2}{gift}]]",
            r"[[(?:in exchange for|in return for) (?:\w+ ){0,2}(?:{gift}|vouchers|sex|sexual favours|favours)]]",
            r"[[(?:is |was |been |be |began |started |involved in )?(?:dealing|selling|running|supplying) (?:drugs|cannabis|weed|class a|crack|heroin|cocaine)(?: for (?:\w+ ){0,2}\w+)?]]",
            r"[[(?:child |under.?age |teenage |young )?prostitut(?:e|es|ing|ion)]]",
            r"[[transactional (?:sex|relationship)]]",
            r"[[sex work(?:er|ing)?]]",
            r"[[(?:works|working) as (?:an escort|a drug runner|a runner|a drug dealer|a prostitute)]]",
            r"[[(?:earning|earns|earned|making|makes|made) (?:good |easy |fast |a lot of |decent |quick )?(?:money|cash|a living|income|a profit)(?: (?:from|selling|dealing|for|by)(?: \w+){0,2})?]]",
            r"[[(?:drug dealer|drug runner|street dealer)]]",
        ),
        message="This may read as work or trade rather than as exploitation.",
        why=_WHY,
        ask="Who gains from this, and how do they keep the child doing it?",
        flag=(
            "Maya has sex with older men in exchange for vapes.",
            "He is selling drugs for two men in their twenties.",
            "She is earning good money from the men at the flat.",
        ),
        ok=(
            "She sold her bike and is earning money from a paper round.",
            "Nan gave him a hug in exchange for a cup of tea.",
            "Men at the flat make him sell drugs; he is being exploited.",
        ),
        judge=every(not_denied, needs("exploited"), _under_age, not_somebody_else, lambda v, s, e: _trade(v, s, e)),
    ),
)


def _romance(view: View, start: int, end: int) -> str | None:
    """A parent's partner, a working relationship and a passing mention of one are something else."""
    before = view.before(start)
    if re.search(
        r"(?:mum|mother|mam|mo|dad|father|nan|carer|sister|brother|parents?|parental|her mother|friend|aunt)(?:'s|s|')?\s*(?:new |ex-?)?\Z",
        before,
    ):
        return NO_MATCH
    text = view.low[start:end]
    if ("sex" in text or "intercourse" in text) and _MADE_TO.search(view.sentence_text(start)):
        return NO_MATCH
    if "relationship" in text or "couple" in text:
        around = view.sentence_text(start)
        if re.search(
            r"\b(?:good|working|positive|trusting|warm|close|healthy|strong|sibling|family|parental|therapeutic|professional|loving|better|couple of|abusive|not a)\s+(?:relationships?|\w+)?\s*\Z|\bhealthy relationships?\b",
            view.low[max(0, start - 20) : end],
        ) or re.search(
            r"\b(?:nan|mum|dad|sister|brother|carer|teacher|parents|grandparents|family|siblings)\b", around
        ):
            return NO_MATCH
    return None


_MADE_TO = re.compile(
    r"\b(?:would not let|wouldn't let|made (?:her|him|them)|forced|until (?:she|he|they) had|unless (?:she|he|they))\b"
)


def _willing(view: View, start: int, end: int) -> str | None:
    return NO_MATCH if view.beside(start, "sport") else None


def _trade(view: View, start: int, end: int) -> str | None:
    """Somebody who makes the child do it, or who is said to exploit, tells it as it is."""
    if re.search(
        r"\b(?:exploit\w*|groomed|forc\w+|coerc\w+|mak(?:e|es|ing) (?:him|her|them)|made (?:him|her|them)|trafficked|victims? of)\b",
        view.sentence_text(start),
    ):
        return "the note says that somebody makes the child do it"
    return None
