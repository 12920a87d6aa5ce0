"""`notecheck rewrite` as a user runs it."""

from __future__ import annotations

import json

import pytest
from support import Runner

NOTE = "Maya was seen at school. She says her mum is well."
WHO = ("--child", "Maya", "--pronouns", "she")


def test_rewrite_first_line_counts_the_places_left(notecheck: Runner) -> None:
    done = notecheck("rewrite", *WHO, stdin=NOTE)
    assert done.status == 0
    assert done.out.startswith("No places are left for you to settle. This is a draft")


def test_rewrite_text_is_written_to_the_child(notecheck: Runner) -> None:
    done = notecheck("rewrite", *WHO, "--format", "text", stdin=NOTE)
    assert "You were seen at school. You say your mum is well." in done.out


def test_rewrite_jsonl_has_the_fixed_form(notecheck: Runner) -> None:
    record = json.dumps({"id": "a", "text": "SW saw Maya.", "child_name": "Maya", "author": "Tom"})
    done = notecheck("rewrite", "--format", "jsonl", "-", stdin=record)
    draft = json.loads(done.out.splitlines()[-1])
    assert {"id", "text", "changes", "left_for_you"} <= set(draft)


def test_rewrite_author_becomes_i(notecheck: Runner) -> None:
    done = notecheck("rewrite", *WHO, "--author", "Tom", "--format", "text", stdin="Tom rang Maya. SW is pleased.")
    assert "I rang you. I am pleased." in done.out


def test_rewrite_without_a_child_proposes_one(notecheck: Runner) -> None:
    done = notecheck("rewrite", "--format", "text", stdin="Maya (9) was seen. Maya's mum rang.")
    assert "--child Maya" in done.out


def test_rewrite_no_reader_says_what_is_missing(notecheck: Runner) -> None:
    done = notecheck("rewrite", *WHO, "--no-reader", stdin=NOTE)
    assert done.status == 0
    assert "reader is switched off" in " ".join(done.out.split())


@pytest.mark.parametrize("pronouns", ["it", "xe"])
def test_rewrite_refuses_pronouns_it_does_not_know(notecheck: Runner, pronouns: str) -> None:
    done = notecheck("rewrite", "--child", "Maya", "--pronouns", pronouns, stdin=NOTE)
    assert done.status == 2
    assert NOTE not in done.err
