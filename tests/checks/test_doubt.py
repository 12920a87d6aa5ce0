"""What rules find gives way where the reader has read the words and sees no problem in them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from notecheck.checker import Checker, load
from notecheck.checks.base import findings_of
from notecheck.checks.doubt import UNLIKELY
from notecheck.language.components import NOTICED, RECORD
from notecheck.values import Finding, Record


def _as_read(checker: Checker, text: str, likely: float) -> list[Finding]:
    doc = checker.nlp.make_doc(text)
    doc.user_data[RECORD] = Record("a", text)
    doc.user_data[NOTICED] = np.full(len(doc), likely)
    for _, component in checker.nlp.pipeline:
        doc = component(doc)
    return findings_of(doc)


@pytest.mark.parametrize(
    ("text", "rule", "likely", "stands"),
    [
        ("Maya was punched in the face on Saturday.", "victim-blaming/frame-harm-without-actor", 0.002, False),
        ("Maya was punched in the face on Saturday.", "victim-blaming/frame-harm-without-actor", 0.3, True),
        ("Maya placed herself at risk.", "victim-blaming/placing-self-at-risk", 0.0005, False),
        ("Maya placed herself at risk.", "victim-blaming/placing-self-at-risk", 0.005, True),
        ("Below threshold, so we step down.", "jargon/threshold", 0.002, False),
        ("Below threshold, so we step down.", "jargon/threshold", 0.03, True),
    ],
)
def test_what_a_rule_finds_gives_way_where_the_reader_sees_nothing(
    rules: Checker, text: str, rule: str, likely: float, stands: bool
) -> None:
    found = [f for f in _as_read(rules, text, likely) if f.rule == rule]
    assert [f.suppressed_by for f in found] == [None if stands else UNLIKELY]


def test_a_councils_own_rule_is_never_doubted(tmp_path: Path) -> None:
    own = tmp_path / "council.yml"
    own.write_text(
        """
theme: our-words
title: Words that we have agreed not to use
category: jargon
why: A family would not know what this means.
source: {title: our judgement}
entries:
  - id: jargon/our-panel
    phrases: [our panel]
    instead: [the meeting of managers]
    flag: [It went to our panel in May., Our panel said no.]
    ok: [The solar panel is broken., She was on the quiz panel.]
""",
        encoding="utf-8",
    )
    checker = load(lexicons=[own], reader=False)
    found = [f for f in _as_read(checker, "It went to our panel.", 0.0) if f.rule == "jargon/our-panel"]
    assert [f.suppressed_by for f in found] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "She has joined the choir and the intervention of the choir teacher was a song.",
        "He drew a dragon who fails to protect his gold, and read it out to the class.",
    ],
)
def test_other_senses_give_way_to_the_reader_that_is_packaged(checker: Checker, text: str) -> None:
    review = checker.check(text)
    assert not review.findings
    assert UNLIKELY in [f.suppressed_by for f in review.suppressed]
