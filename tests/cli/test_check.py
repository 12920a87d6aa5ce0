from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import Runner

NOTE = "A strategy discussion was held. Maya was seen at home.\n"


def test_check_reads_a_file_and_shows_the_note_with_its_findings(notecheck: Runner) -> None:
    Path("note.txt").write_text(NOTE)
    done = notecheck("check", "--no-reader", "note.txt")
    assert done.status == 0
    assert "strategy discussion[1]" in done.out
    assert "Instead:" in done.out
    assert "Source:" in done.out
    assert "not a good note" in done.out


def test_check_is_readable_at_80_columns_in_a_pipe(notecheck: Runner) -> None:
    done = notecheck("check", "--no-reader", stdin=NOTE * 5)
    assert max(len(line) for line in done.out.splitlines()) <= 80
    assert "\x1b[" not in done.out


def test_check_explains_once_what_one_explanation_serves(notecheck: Runner) -> None:
    note = "Maya absconded on Friday. On Monday she absconds again.\n"
    lines = notecheck("check", "--no-reader", stdin=note).out.splitlines()
    heads = [n for n, line in enumerate(lines) if "“absconded”" in line or "“absconds”" in line]
    assert heads[1] == heads[0] + 1
    assert sum("Source:" in line for line in lines) == 1


def test_check_says_that_a_clean_result_is_not_a_good_note(notecheck: Runner) -> None:
    done = notecheck("check", "--no-reader", stdin="We had toast.")
    assert "not the same as a good note" in done.out


def test_check_jsonl_gives_one_object_a_record(notecheck: Runner) -> None:
    records = [{"id": "a", "text": NOTE}, {"id": "b", "text": "Toast."}]
    done = notecheck("check", "--no-reader", "--format", "jsonl", stdin="\n".join(map(json.dumps, records)))
    reviews = [json.loads(line) for line in done.out.splitlines()]
    assert [r["id"] for r in reviews] == ["a", "b"]
    finding = next(f for f in reviews[0]["findings"] if f["category"] == "jargon")
    assert NOTE[finding["start"] : finding["end"]] == finding["text"]
    assert {
        "rule",
        "category",
        "level",
        "message",
        "why",
        "instead",
        "ask",
        "source",
        "suppressed_by",
    } <= finding.keys()
    assert {"title", "url"} == finding["source"].keys()


def test_check_json_gives_one_object_for_all(notecheck: Runner) -> None:
    Path("one.txt").write_text(NOTE)
    Path("two.txt").write_text("Toast.")
    done = notecheck("check", "--no-reader", "--format", "json", "one.txt", "two.txt")
    result = json.loads(done.out)
    assert result["version"] == 1
    assert [r["id"] for r in result["records"]] == ["one.txt", "two.txt"]


def test_check_html_is_one_page_without_any_request(notecheck: Runner) -> None:
    done = notecheck(
        "check", "--no-reader", "--format", "html", stdin="A strategy discussion <script>alert(1)</script>"
    )
    assert done.out.startswith("<!doctype html>")
    assert "<script" not in done.out
    assert 'src="' not in done.out
    assert "@import" not in done.out
    assert 'href="http' not in done.out


def test_check_only_shows_one_category(notecheck: Runner) -> None:
    done = notecheck("check", "--no-reader", "--format", "jsonl", "--only", "acronym", stdin=NOTE)
    assert all(f["category"] == "acronym" for f in json.loads(done.out)["findings"])


def test_check_switches_a_rule_off(notecheck: Runner) -> None:
    done = notecheck("check", "--no-reader", "--format", "jsonl", "--disable", "jargon", stdin=NOTE)
    assert [f for f in json.loads(done.out)["findings"] if f["category"] == "jargon"] == []


@pytest.mark.parametrize(("least", "status"), [("note", 1), ("consider", 1), ("never", 0)])
def test_check_exits_by_the_level_asked_for(notecheck: Runner, least: str, status: int) -> None:
    assert notecheck("check", "--no-reader", "--fail-on", least, stdin=NOTE).status == status


def test_check_shows_what_was_held_back_when_asked(notecheck: Runner) -> None:
    note = 'Maya said, "not another strategy discussion".'
    quiet = json.loads(notecheck("check", "--no-reader", "--format", "jsonl", "--child", "Maya", stdin=note).out)
    shown = json.loads(
        notecheck("check", "--no-reader", "--format", "jsonl", "--child", "Maya", "--show-suppressed", stdin=note).out
    )
    assert [f for f in quiet["findings"] if f["category"] == "jargon"] == []
    assert [f["suppressed_by"] for f in shown["findings"] if f["category"] == "jargon"] == ["the child's own words"]


def test_check_goes_on_after_a_record_that_cannot_be_read(notecheck: Runner) -> None:
    Path("good.txt").write_text(NOTE)
    Path("empty.txt").write_text("")
    done = notecheck("check", "--no-reader", "--format", "jsonl", "missing.txt", "empty.txt", "good.txt")
    assert done.status == 2
    assert [json.loads(line)["id"] for line in done.out.splitlines()] == ["good.txt"]
    assert len(done.err.strip().splitlines()) == 2
    assert "missing.txt" in done.err
    assert "empty.txt" in done.err


@pytest.mark.parametrize("written", ["her", "They/Them", "theirs", "hers", "she her", " HIS "])
def test_check_takes_pronouns_as_people_write_them(notecheck: Runner, written: str) -> None:
    assert notecheck("check", "--no-reader", "--pronouns", written, stdin=NOTE).status == 0


@pytest.mark.parametrize("arguments", [(), ("lexicon",)])
def test_check_a_command_with_nothing_after_it_shows_its_help_and_no_empty_line(
    notecheck: Runner, arguments: tuple[str, ...]
) -> None:
    done = notecheck(*arguments)
    assert "Usage" in done.out + done.err
    assert not [line for line in done.err.splitlines() if line.strip() == "notecheck:"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("check", "--disable", "jargon/strategy-discusion", "-"), "did you mean"),
        (("check", "--pronouns", "zzz", "-"), "she, he or they"),
        (("check", "--lexicon", "nowhere.yml", "-"), "cannot be read"),
        (("check", "--config", "nowhere.toml", "-"), "cannot be read"),
        (("check", "--format", "pdf", "-"), "format"),
        (("explain", "jargon/strategy-discusion"), "did you mean"),
        (("chek",), "chek"),
    ],
)
def test_check_bad_usage_is_one_sentence_and_status_2(
    notecheck: Runner, arguments: tuple[str, ...], sentence: str
) -> None:
    done = notecheck(*arguments, stdin=NOTE)
    assert done.status == 2
    assert sentence in done.err
    assert "Traceback" not in done.err
    assert len(done.err.strip().splitlines()) == 1


def test_check_takes_a_councils_lexicon_and_settings(notecheck: Runner) -> None:
    Path("own.csv").write_text("acronym,meaning,plain\nZQX,zebra quiz extra,a quiz about zebras\n")
    Path("notecheck.toml").write_text('lexicons = ["own.csv"]\ndisable = ["jargon"]\n')
    done = notecheck("check", "--no-reader", "--format", "jsonl", stdin=NOTE + "Seen at ZQX.")
    review = json.loads(done.out)
    assert [f["category"] for f in review["findings"]] == ["acronym"]
    assert review["acronyms"][0]["meanings"] == ["zebra quiz extra"]
