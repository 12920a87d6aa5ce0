"""How drafts are shown."""

from __future__ import annotations

import io
import json

import pytest

from notecheck.reports.draft_words import first_line
from notecheck.reports.draft_writers import FORMATS, draft_writer_for
from notecheck.values import Change, Draft, Left, Record

NOTE = "Maya was seen.\nShe <fell> & cried."
DRAFT = Draft(
    record=Record("note 1", NOTE),
    text="You were seen.\nShe <fell> & cried.",
    changes=(
        Change(0, 4, "Maya", "You", "person/to-the-child", "The note is to the child."),
        Change(5, 8, "was", "were", "agreement/verb", "The verb goes with “you”."),
    ),
    left_for_you=(Left(15, 18, "She", "“She” could be two people."),),
    notes=("Own it.",),
)


def shown(output: str, *drafts: Draft) -> str:
    stream = io.StringIO()
    writer = draft_writer_for(output, stream)
    writer.begin()
    for draft in drafts:
        writer.write(draft)
    writer.end()
    return stream.getvalue()


@pytest.mark.parametrize("output", ["terminal", "text", "diff"])
def test_draft_reports_begin_with_the_places_left_and_say_it_is_a_draft(output: str) -> None:
    first = " ".join(shown(output, DRAFT).splitlines()[:2])
    assert first.startswith("1 place is left for you to settle. This is a draft")


@pytest.mark.parametrize(("count", "words"), [(0, "No places are"), (1, "1 place is"), (2, "2 places are")])
def test_draft_reports_count_in_words(count: int, words: str) -> None:
    draft = Draft(Record("n", "x"), "x", left_for_you=tuple(Left(0, 1, "x", "why") for _ in range(count)))
    assert first_line(draft).startswith(words)


def test_draft_reports_terminal_shows_both_sides_and_reasons() -> None:
    out = shown("terminal", DRAFT)
    assert "Maya was seen." in out and "You were seen." in out
    assert "could be two people" in out and "The verb goes with" in out


def test_draft_reports_diff_marks_every_change() -> None:
    assert "[-Maya-]{+You+} [-was-]{+were+} seen." in shown("diff", DRAFT)


def test_draft_reports_text_holds_the_draft_and_marks_words_that_could_be_two_people() -> None:
    assert "\nYou were seen.\nShe [who?] <fell> & cried.\n" in shown("text", DRAFT)


def test_draft_reports_page_escapes_the_note_and_asks_nobody() -> None:
    page = shown("html", DRAFT)
    assert "&lt;fell&gt; &amp; cried" in page
    assert "<del>Maya</del>" in page and "http" not in page.replace("http-equiv", "")


def test_draft_reports_json_is_one_object_and_lines_are_one_each() -> None:
    assert [d["id"] for d in json.loads(shown("json", DRAFT, DRAFT))["drafts"]] == ["note 1", "note 1"]
    lines = [json.loads(line) for line in shown("jsonl", DRAFT, DRAFT).splitlines()]
    assert lines[0]["changes"][0]["before"] == "Maya"
    assert lines[1]["left_for_you"][0]["reason"] == "“She” could be two people."


@pytest.mark.parametrize("output", FORMATS)
def test_draft_reports_of_no_drafts_are_whole(output: str) -> None:
    out = shown(output)
    assert out == "" or json.loads(out)["drafts"] == [] if output != "html" else out.endswith("</html>\n")


TOLD = "Amina was seen. Mum says she is worried\nabout her. SW rang."
COULD = "could be Amina or somebody else: please say who."
UNCLEAR = Draft(
    record=Record("note 2", TOLD),
    text=TOLD,
    left_for_you=(
        Left(25, 28, "she", f"“she” {COULD}"),
        Left(46, 49, "her", f"“her” {COULD}"),
        Left(51, 53, "SW", "What does “SW” stand for?"),
    ),
)


def test_draft_reports_words_of_one_sentence_share_a_line_and_show_the_sentence() -> None:
    out = shown("text", UNCLEAR)
    assert f"1. “Mum says *she* is worried about *her*.”: Each {COULD}\n2. “SW”: What does" in out
    assert out.startswith("3 places are left")


def test_draft_reports_one_word_that_could_be_two_people_is_named_and_shown_in_its_sentence() -> None:
    one = Draft(UNCLEAR.record, TOLD, left_for_you=UNCLEAR.left_for_you[1:2])
    assert f"“Mum says she is worried about *her*.”: “her” {COULD}" in shown("text", one)


def test_draft_reports_page_marks_what_waits_where_it_stands() -> None:
    page = shown("html", UNCLEAR)
    assert "<td>Amina was seen. Mum says <mark>she</mark> is worried</td>" in page
    assert "<q>Mum says <mark>she</mark> is worried about <mark>her</mark>.</q>" in page


def test_draft_reports_a_very_long_sentence_is_shown_in_part() -> None:
    note = "word " * 60 + "she went " + "on " * 60
    at = note.index("she")
    draft = Draft(Record("n", note), note, left_for_you=(Left(at, at + 3, "she", f"“she” {COULD}"),))
    line = next(x for x in shown("text", draft).splitlines() if x.startswith("1. "))
    assert "…" in line and "*she*" in line and len(line) < 320
