from __future__ import annotations

from pathlib import Path

import pytest

from notecheck.errors import ConfigError, LexiconError
from notecheck.lexicon.loader import load_lexicon, read_acronyms, read_lexicon, read_theme

GOOD = """
theme: our-words
title: Our words
category: jargon
why: A family would not know this.
source: {title: our judgement}
entries:
  - id: jargon/our-panel
    phrases: [our panel]
    instead: [a meeting of managers]
    flag: [It went to our panel., Our panels agreed.]
    ok: [A solar panel was fixed., The panel of the door is broken.]
"""


@pytest.mark.parametrize(
    ("change", "entry", "fault"),
    [
        (
            ("    flag: [It went to our panel., Our panels agreed.]", "    flag: [It went to our panel.]"),
            "jargon/our-panel",
            "two examples under 'flag'",
        ),
        (
            ("    ok: [A solar panel was fixed., The panel of the door is broken.]", "    ok: [One.]"),
            "jargon/our-panel",
            "two examples under 'ok'",
        ),
        (("source: {title: our judgement}\n", ""), None, "no source"),
        (("source: {title: our judgement}", "source: {title: Some guide}"), None, "needs a url"),
        (("why: A family would not know this.\n", ""), None, "does not say why"),
        (("    phrases: [our panel]\n", ""), "jargon/our-panel", "could never find anything"),
        (("id: jargon/our-panel", "id: jargon/Our Panel"), "jargon/Our Panel", "category/short-name"),
        (("id: jargon/our-panel", "id: child-focus/our-panel"), None, "must begin with 'jargon/'"),
        (("    phrases: [our panel]", "    phrases: [our panel]\n    phrase: x"), "jargon/our-panel", "not known"),
        (("[our panel]", "['our {nobody} panel']"), "jargon/our-panel", "{nobody}"),
        (("theme: our-words", "theme: [unclosed"), None, "line"),
    ],
)
def test_loader_refuses_and_names_file_entry_and_fault(change: tuple[str, str], entry: str | None, fault: str) -> None:
    assert change[0] in GOOD
    with pytest.raises(LexiconError) as refused:
        read_theme(GOOD.replace(*change), "council.yml")
    message = str(refused.value)
    assert message.startswith("council.yml")
    assert fault in message
    if entry:
        assert entry in message


def test_loader_refuses_an_id_that_is_used_twice(tmp_path: Path) -> None:
    for name in ("a.yml", "b.yml"):
        (tmp_path / name).write_text(GOOD)
    with pytest.raises(LexiconError, match=r"b\.yml, entry jargon/our-panel: .*a\.yml"):
        read_lexicon([tmp_path / "a.yml", tmp_path / "b.yml"])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_loader_reads_what_excel_writes(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "own.csv"
    path.write_bytes("acronym,meaning\r\nABC,a bold “word”\r\n,\r\n# a note,\r\n".encode(encoding))
    rows = read_lexicon([path]).acronyms["ABC"]
    assert [row.meaning for row in rows] == ["a bold “word”"]


@pytest.mark.parametrize(
    ("csv", "fault"),
    [
        ("letters,words\nA,b\n", "at least 'acronym' and 'meaning'"),
        ("acronym,meaning,colour\nAB,cd,red\n", "no column 'colour'"),
        ("acronym,meaning\nAB,\n", "in row 2: column 'meaning'"),
        ("acronym,meaning,verified\nAB,ab cd,perhaps\n", "column 'verified'"),
    ],
)
def test_loader_refuses_a_faulty_acronym_table(csv: str, fault: str) -> None:
    with pytest.raises(LexiconError) as refused:
        read_acronyms(csv, "acronyms.csv")
    assert fault in str(refused.value)


def test_loader_adds_a_councils_own_files(tmp_path: Path) -> None:
    (tmp_path / "own.yml").write_text(GOOD)
    (tmp_path / "own.csv").write_text("acronym,meaning\nZQX,zebra quiz extra\n")
    lexicon = load_lexicon((str(tmp_path),))
    assert "jargon/our-panel" in lexicon.rules
    assert lexicon.acronyms["ZQX"][0].meaning == "zebra quiz extra"


def test_loader_refuses_an_unknown_rule_with_near_matches() -> None:
    with pytest.raises(ConfigError, match="did you mean jargon/strategy"):
        load_lexicon(disable=("jargon/strategy-discusion",))


def test_loader_switches_a_whole_category_off() -> None:
    assert load_lexicon(disable=("jargon",)).rules_of("jargon") == []


def test_loader_changes_a_level() -> None:
    rule = next(iter(load_lexicon().rules_of("jargon")))
    assert load_lexicon(levels=((rule.id, "note"),)).rules[rule.id].level == "note"


def test_loader_says_when_a_file_is_not_there() -> None:
    with pytest.raises(LexiconError, match="cannot be read"):
        load_lexicon(("nowhere/at/all.yml",))
