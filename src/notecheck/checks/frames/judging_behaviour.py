"""A child's distress told as naughtiness."""

from __future__ import annotations

import re

from notecheck.checks.frames.frame import Frame
from notecheck.checks.frames.judges import every, not_somebody_else, not_with, not_worker_nor_denied
from notecheck.checks.frames.view import View

CATEGORY, THEME = "child-focus", "judging-behaviour"

FRAMES = (
    Frame(
        CATEGORY,
        THEME,
        on=(
            "strop",
            "strops",
            "tantrum",
            "tantrums",
            "meltdown",
            "meltdowns",
            "paddy",
            "paddies",
            "hissy",
            "wobbler",
            "wobbly",
            "outburst",
            "outbursts",
            "sulk",
            "sulks",
            "mood",
            "moods",
            "tizz",
            "huff",
            "attitude",
            "episode",
            "trick",
            "tricks",
            "games",
            "antics",
            "kicking",
            "kicked",
            "kicks",
            "acting",
            "acted",
            "acts",
            "playing",
            "played",
            "plays",
            "lashed",
            "lashing",
            "lashes",
            "ruled",
            "rule",
            "told",
            "listen",
            "defied",
            "defies",
            "defying",
            "disobeyed",
            "misbehaved",
            "misbehaving",
            "lied",
            "lies",
            "lying",
            "sulked",
            "sulking",
            "whinged",
            "moaned",
            "whined",
            "threw",
            "throwing",
            "pushing",
            "pushed",
            "tested",
            "testing",
            "boundaries",
        ),
        patterns=(
            r"[[(?:had|has|having|throw(?:s|ing)?|threw|thrown|in) (?:a |an |another |one of |his |her |their |some |yet |full.?blown |major |bit of a |of |complete |total |usual )+(?:\w+ )?(?:strops?|tantrums?|meltdowns?|paddy|paddies|hissy fits?|wobblers?|wobbly|outbursts?|sulks?|huff|moods?|tizz|episodes?)]]",
            r"[[(?:kick(?:ed|s|ing)? off|act(?:ed|s|ing)? (?:up|out)|play(?:ed|s|ing)? up|lash(?:ed|es|ing)? out|los(?:t|es|ing) it(?: completely)?|flew off the handle|storm(?:ed|s|ing) (?:out|off)|sulk(?:ed|s|ing)|whing(?:ed|es|ing|eing)|misbehav(?:ed|es|ing))]]",
            r"[[(?:push(?:ed|es|ing)?|test(?:ed|s|ing)?) (?:the |his |her |their |all |every |our |carers' |staff )*(?:boundaries|limits|buttons)]]",
            r"[[(?:wouldn't|would not|won't|will not|doesn't|does not|didn't|did not|refus(?:es|ed|ing) to) (?:do as (?:he|she|they)(?:'s| is| was| were|'re)? (?:told|asked)|listen|be told|follow (?:the )?(?:rules|instructions)|comply|accept (?:boundaries|no))]]",
            r"[[(?:lied|was lying|is lying|keeps lying|lying) (?:about|to)(?: \w+){0,3}]]",
            r"[[play(?:s|ed|ing)? (?:mind )?games(?: with(?: \w+){0,2})?]]",
            r"[[play(?:s|ed|ing)? (?:\w+ ){1,3}off (?:against )?(?:one another|each other|the other|against \w+)]]",
            r"[[wind(?:s|ing)? (?:\w+ )?up]]",
        ),
        message="This may read a child's distress as naughtiness.",
        why="Behaviour is how a child tells us something. These words tell what it was like for the adults.",
        ask="What happened just before, what did the child do, and what might they have been telling us?",
        flag=(
            "Maya had one of her tantrums at tea.",
            "She kicked off when told about the move.",
            "He would not do as he was told and stormed out.",
        ),
        ok=(
            "The match kicked off at three.",
            "She acted in the school play.",
            "Maya did not kick off; she cried.",
            "He pushed the boundaries of the drawing to the edge of the paper in art; a good game.",
        ),
        judge=every(not_worker_nor_denied, not_somebody_else, not_with("sport"), lambda v, s, e: _of_a_child(v, s, e)),
    ),
)


def _of_a_child(view: View, start: int, end: int) -> str | None:
    """What the one who harms does is told as it is; and some words need a child to be about."""
    if re.search(
        r"\b(?:dad|father|fa|stepdad|husband|perpetrator|man|men|uncle|partner|boyfriend|the (?:event|party|meeting|season|concert|day)|it|mr [a-z]+)\s+(?:[\w']+\s+){0,2}\Z",
        view.before(start),
    ):
        return ""
    if re.search(r"\b(?:paper|drawing|wind(?:s|ing)? (?:the |a )?(?:wool|clock))\b", view.sentence_text(start)):
        return ""
    return None
