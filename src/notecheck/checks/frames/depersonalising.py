"""The child as a thing, a number or a category."""

from __future__ import annotations

import re

from notecheck.checks.frames.frame import Frame
from notecheck.checks.frames.judges import NO_MATCH, not_denied
from notecheck.checks.frames.view import View

CATEGORY, THEME = "child-focus", "depersonalising"
_WHY = "A child who reads it sees a case, a bed or a number where their name should be."
_ASK = "What is the child's name, and what do they call their home?"

FRAMES = (
    Frame(
        CATEGORY,
        THEME,
        on=(
            "bed",
            "room",
            "subject",
            "minor",
            "juvenile",
            "female",
            "male",
            "resident",
            "case",
            "siblings",
            "sibling",
            "sib",
            "group",
            "set",
            "cohort",
            "nominal",
            "cargo",
            "unit",
            "client",
            "claimant",
            "lac",
            "service",
            "individual",
            "package",
            "batch",
            "number",
            "user",
            "residents",
        ),
        patterns=(
            r"[[bed (?:no\.? |number )?\d+]](?!\s*[.:]\d)(?! (?:on|in) (?:the |a )?ward)(?! ?(?:mins?|minutes|am|pm|hrs?|hours))",
            r"(?:the|this|said|each) [[(?:minor|juvenile|resident|claimant|nominal|service user|lac child)]]",
            r"(?:the|this|said|a|another) [[(?:subject|female|male|resident|client|minor|juvenile)]](?= (?:was|is|has|had|said|says|states|stated|alleges|alleged|refused|presented|aged|reports|reported|located|became|appears|appeared|remains|seen|spoken|disclosed|will|would|then))",
            r"[[(?:subject child(?:ren)?|subject (?:female|male|yp)|(?:young )?(?:male|female) (?:juv|juvenile|minor)|juv (?:male|female))]]",
            r"[[(?:sibling|sib) (?:group|set|pair|unit)(?: of (?:two|three|four|five|six|\d))?]]",
            r"[[(?:come|comes|came|place|placed|placing|go|sold) as a (?:pair|set|package|unit|job lot|three|group)]]",
        ),
        message="This may read as if the child were a thing.",
        why=_WHY,
        ask=_ASK,
        flag=("Bed 3 refused tea.", "The minor was seen at 2pm by the doctor.", "They are a sibling group of three."),
        ok=(
            "The bed was made and 3 teddies sat on it.",
            "Ward 2B bed 11. Dilan slept well.",
            "Art is the subject she likes best.",
            "Her brother and sister came with her, and a group of friends.",
        ),
        judge=lambda v, s, e: _said_of_a_child(v, s, e),
    ),
    Frame(
        CATEGORY,
        THEME,
        name="goods",
        on=(
            "placed",
            "place",
            "bed",
            "shift",
            "market",
            "shelf",
            "stock",
            "beds",
            "holding",
            "sourced",
            "dispose",
            "allocated",
            "offload",
            "popular",
            "sell",
            "matched",
            "move",
        ),
        patterns=(
            r"[[(?:on the shelf|bed.?block(?:ing|er)|hard sell|tough sell|easy to (?:place|shift|move)|easiest to (?:place|shift|move)|popular referral|snap(?:ped)? (?:him|her|them) up|offload(?:ed|ing)?|taking up a bed|blocking a bed|unplaceable)]]",
        ),
        message="This may read as if the child were a thing.",
        why=_WHY,
        ask=_ASK,
        flag=(
            "The baby will be easiest to place.",
            "Maya is bed blocking on the ward.",
            "A hard sell, this place, with no bed for him.",
        ),
        ok=("The book is on the top shelf in the market place.", "She moved her bed to the window."),
        judge=not_denied,
    ),
)


def _said_of_a_child(view: View, start: int, end: int) -> str | None:
    words = view.low[start:end]
    if words.startswith("bed") and re.search(r"\b(?:under|in|to|of|the|a|his|her|my|their)\s+\Z", view.before(start)):
        return NO_MATCH
    if words.startswith("bed") and (
        re.match(r"\s*(?:,|on)?\s*ward", view.after(end)) or re.search(r"\bward\b[^;]*\Z", view.before(start))
    ):
        return NO_MATCH  # where somebody lies, as hospitals say it
    if words == "male" and view.near(start, "exploited") and view.actor_near(start):
        return NO_MATCH
    return not_denied(view, start, end)
