"""Advice, warnings and sessions turned into fault."""

from __future__ import annotations

import re

from notecheck.checks.frames.frame import Frame
from notecheck.checks.frames.judges import every, needs, not_with, not_worker_nor_denied
from notecheck.checks.frames.view import View

CATEGORY, THEME = "victim-blaming", "warned-so-responsible"
_WHY = "Being told about a danger does not give a child the power to stop the person who is the danger."
_ASK = "What did we do about the person who causes the harm?"
_MESSAGE = "This may read as if a warning made the child responsible."
_JUDGE = every(not_worker_nor_denied, needs("risk"), not_with("sport"))

FRAMES = (
    Frame(
        CATEGORY,
        THEME,
        on=(
            "despite",
            "spite",
            "regardless",
            "notwithstanding",
            "against",
            "ignored",
            "ignores",
            "ignoring",
            "disregards",
            "disregarded",
            "disregarding",
            "heeded",
            "heed",
            "although",
            "even",
        ),
        patterns=(
            r"[[(?:despite|in spite of|notwithstanding) (?:\w+ ){0,4}(?:warned|warnings?|advised|advice|told|reminded|reminders|spoken to|support|sessions|work|input|interventions?|guidance|safety plan|curfew|conditions|agreement|aware|knowing|education)(?: (?:not to|about|against|around|on|from|of|by|that)(?: \w+){0,4})?]]",
            r"[[(?:ignored|ignores|ignoring|disregarded|disregards|disregarding|has not heeded|not heeded|failed to heed|did not heed|gone against|going against|went against|dismissed|dismisses) (?:\w+ ){0,3}(?:advice|warnings?|guidance|rules|safety plan|boundaries|instructions|curfew|conditions)]]",
            r"[[against (?:\w+ ){0,2}(?:advice|warnings|wishes)]]",
            r"[[(?:carried on|carries on|carrying on|continues|continued|went ahead|goes ahead|keeps on|does it) regardless]]",
        ),
        message=_MESSAGE,
        why=_WHY,
        ask=_ASK,
        flag=(
            "Despite being warned about older men online, Maya met him on Friday.",
            "She has ignored advice about contact with older men.",
            "He was told about the risks and carried on regardless.",
        ),
        ok=(
            "Despite the rain, the match went ahead.",
            "The school ignored advice from the police about the men outside.",
            "Despite what the men said to her, she told a teacher.",
        ),
        judge=_JUDGE,
    ),
    Frame(
        CATEGORY,
        THEME,
        name="aware",
        on=(
            "aware",
            "knows",
            "knew",
            "known",
            "understands",
            "understanding",
            "understood",
            "illusion",
            "knowing",
            "know",
        ),
        patterns=(
            r"[[(?:is |was |are |were |been |being )?(?:fully|well|perfectly|very|only too|quite|clearly|acutely|more than) aware (?:of |that |about |not to )(?:the |this |what |his |her |it |he |she )?(?:\w+ ){0,2}\w+]]",
            r"[[(?:is |was )?aware (?:of )?(?:the |of the )?(?:\w+ )?(?:risks?|dangers?|consequences)(?: (?:of|associated|involved|posed|around)(?: \w+){0,3})?]]",
            r"[[(?:knows|knew|understands|understood|knowing|know) (?:full well|perfectly well|very well|exactly|well enough|only too well)(?: \w+){0,4}]]",
            r"[[(?:knows|understands|knew|understood) (?:all )?(?:about )?(?:the |all the )?(?:risks?|dangers?|consequences|score)(?: (?:of|but|and|involved|associated)(?: \w+){0,3})?]]",
            r"[[(?:should|ought to) (?:by now )?(?:have )?(?:know|known|realise|realised)(?: better)?(?: (?:that|not to|the)(?: \w+){0,3})?]]",
            r"[[(?:under no illusions?|old enough to know(?: better)?)]]",
        ),
        message=_MESSAGE,
        why=_WHY,
        ask=_ASK,
        flag=(
            "Maya is fully aware of the risks of meeting men online.",
            "She knows full well what the men want.",
            "He understands the dangers but goes back to the gang.",
        ),
        ok=(
            "The school is aware of the risks and has put a member of staff at the gate.",
            "Maya is well aware that her nan loves her.",
            "She did not know the risks of meeting him.",
        ),
        judge=_JUDGE,
    ),
    Frame(
        CATEGORY,
        THEME,
        name="told",
        on=(
            "warned",
            "advised",
            "reminded",
            "told",
            "spoken",
            "input",
            "sessions",
            "work",
            "assembly",
            "cautioned",
            "lesson",
            "lessons",
            "opportunity",
            "opportunities",
            "chance",
            "chances",
        ),
        patterns=(
            r"[[(?:has|had|have|was|were|having|been|is) (?:\w+ ){0,2}(?:repeatedly |previously |already |twice |constantly |again |also |been )*(?:warned|advised|reminded|cautioned|spoken to)(?: \w+){0,2}? (?:not to|about|against|of the|on the|on numerous|that|on several|many times|previously|before|several times|re|regarding|twice|repeatedly)(?: \w+){0,4}]]",
            r"[[(?:has|had|have|having) (?:\w+ ){0,2}(?:had |been given |received |completed |done )(?:\w+ ){0,4}(?:input|sessions|work|lessons|assembly|talks|sessions|advice|training|interventions?|education)(?: (?:on|around|about|re|from)(?: \w+){0,4})?]] (?:\S+ ){0,6}?(?:and|but|yet|so|continues|still|however|regardless)",
            r"[[(?:has|had|have|was|were|been) (?:\w+ )?(?:given |offered |had |afforded )?(?:every|ample|numerous|plenty of|several|many|countless|repeated|many a) (?:\w+ )?(?:opportunit(?:y|ies)|chances?|warnings?)(?: to(?: \w+){0,3})?]]",
        ),
        message=_MESSAGE,
        why=_WHY,
        ask=_ASK,
        flag=(
            "Maya has been repeatedly warned about meeting strangers online.",
            "He had every opportunity to tell the police about the gang.",
            "She has had input on exploitation from school but continues to see the men.",
        ),
        ok=(
            "Maya was reminded about her dentist appointment.",
            "Dad was warned not to contact her; his bail says that he must not.",
            "The men were advised not to come near the school.",
        ),
        judge=every(_JUDGE, lambda v, s, e: _told_the_one_who_harms(v, s)),
    ),
)


def _told_the_one_who_harms(view: View, start: int) -> str | None:
    before = view.before(start)
    return (
        ""
        if re.search(
            r"\b(?:dad|father|fa|men|man|perpetrator|partner|husband|ex|suspect|boyfriend|stepdad|mr [a-z]+)\s+(?:\w+\s+)?\Z",
            before,
        )
        else None
    )
