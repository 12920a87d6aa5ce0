"""Prompts, copied passages and dates of management oversight and closure records."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from notecheck.audit.copies import copied, prints_of
from notecheck.audit.dates import out_of_order, parse_date
from notecheck.audit.prompts import Proforma, assess, load_proformas
from notecheck.errors import LexiconError

THIN = "MO: info reviewed, agree with SW rec. Risk noted.\nDecision: NFA."
FULL = """Risks
The danger is that he comes back to the house while Dawn is at work and hurts Maya again.
Strengths
What keeps Maya safe is her nan next door, who helped every time, and a school that notices.
Analysis
Taken together this means that Maya has been frightened at home for two years.
History
01/02/2024 - the school rang first. 03/06/2024 - previous contact from the police, and Early Help was offered.
Threshold
In the threshold document this is level 4, because harm is likely to go on without us and nobody else can stop it.
Rationale
I decided this because the same worry has come three times and each time we only wrote a letter.
Decision and actions
Decision: a child and family assessment was agreed today. Hyacinth Clarke will see Maya at school by 12/03/2025.
The child
Maya told Hyacinth that she would like it to be quiet at night, and that she wants to stay near her nan."""


@pytest.fixture(scope="module")
def oversight() -> Proforma:
    return next(p for p in load_proformas() if p.name == "management-oversight")


def test_oversight_a_full_record_answers_every_prompt(oversight: Proforma) -> None:
    assert set(assess(FULL, oversight).values()) == {"present"}


def test_oversight_a_brief_record_is_thin_or_silent(oversight: Proforma) -> None:
    found = assess(THIN, oversight)
    assert found["risk"] == "thin"
    assert found["decision"] == "thin"  # what was decided, but nothing else
    assert {found[p] for p in ("strengths", "analysis", "history", "threshold", "child")} == {"not found"}


def test_oversight_a_threshold_without_its_document_is_thin(oversight: Proforma) -> None:
    text = "The threshold for an assessment is met here because the same worry has come three times this year."
    assert assess(text, oversight)["threshold"] == "thin"
    assert assess(text + " See level 4 of the threshold document.", oversight)["threshold"] == "present"


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("SW to visit on 12/03/2025.", "present"),
        ("Hyacinth will ring the school today.", "present"),
        ("SW to visit.", "thin"),
        ("To visit on 12/03/2025.", "thin"),
        ("All is well.", "not found"),
    ],
)
def test_oversight_actions_need_who_and_when(oversight: Proforma, text: str, state: str) -> None:
    assert assess(text, oversight)["actions"] == state


@pytest.mark.parametrize(
    "kind", ["Management Oversight", "MANAGEMENT DECISION", "Manager's decision", "Triage decision"]
)
def test_oversight_kinds_of_record_are_known_by_name(oversight: Proforma, kind: str) -> None:
    assert oversight.is_for(kind)
    assert not oversight.is_for("Home visit")
    assert not oversight.is_for(None)


def test_oversight_closure_asks_its_own_questions() -> None:
    closure = next(p for p in load_proformas() if p.name == "closure")
    assert closure.is_for("Case closure summary")
    text = (
        "We are stopping because the worry that we began with has gone and Maya sleeps.\n"
        "Ongoing support: Mrs Lowe will continue to read with Maya every morning before lessons begin.\n"
        "Lead professional: Mrs Lowe, class teacher, is the person to ring.\n"
        "Maya's nan and her uncle are her safety network, and Dawn can ask both of them for help.\n"
        "Maya told me that she is happy that we stop, and she would like to ring me in the summer."
    )
    assert set(assess(text, closure).values()) == {"present"}
    assert set(assess("NFA. Close.", closure).values()) == {"not found"}


def test_oversight_a_proforma_with_a_slip_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bad.yml").write_text(
        "name: x\ntitle: X\nrecord_types: [x]\nsource: {title: our judgement}\npromts: []\n"
    )
    with pytest.raises(LexiconError, match=r"bad.yml"):
        load_proformas(tmp_path)


OLD = (
    "On Tuesday the school rang to say that Maya had come in without a coat and was hungry. Her "
    "teacher gave her toast and sat with her until she had stopped crying. Nobody answered at home."
)


CHILD, OTHER_CHILD = 1, 2


def _passages(target: str, *earlier: str) -> list[tuple[int, int, int]]:
    notes = [prints_of(CHILD, n, f"CN{n}", n, text, looked_at=False) for n, text in enumerate(earlier, 1)]
    notes.append(prints_of(OTHER_CHILD, 50, "CN50", 1, target, looked_at=False))
    notes.append(prints_of(CHILD, 100, "CN100", 99, target, looked_at=True))
    return [(c.row, c.from_row, c.copied_words) for c in copied(notes)]


def test_copies_a_repeated_passage_is_found_with_where_from() -> None:
    found = _passages(
        f"I have read everything. {OLD} I agree with the plan.", "Another note altogether about a visit.", OLD
    )
    assert [(row, source) for row, source, _ in found] == [(100, 2)]
    assert abs(found[0][2] - len(OLD.split())) <= 3


def test_copies_a_changed_word_does_not_hide_a_passage() -> None:
    (found,) = _passages(OLD.replace("hungry", "very cold").replace("toast", "porridge"), OLD)
    assert found[2] >= 0.7 * len(OLD.split())


def test_copies_a_later_note_another_child_or_a_stock_phrase_is_none() -> None:
    assert _passages(OLD) == []
    assert _passages("The plan was agreed by all. " + OLD[:60], OLD[:60] + " and something else.") == []
    first = prints_of(CHILD, 1, "CN1", 5, OLD, looked_at=True)
    assert copied([first, prints_of(CHILD, 2, "CN2", 9, OLD, looked_at=False)]) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-03-03", date(2025, 3, 3)),
        ("2025-03-03T10:15:00", date(2025, 3, 3)),
        ("03/03/2025 10:15", date(2025, 3, 3)),
        ("3-Mar-2025", date(2025, 3, 3)),
        ("Monday 3rd March 2025", date(2025, 3, 3)),
        ("13.2.24", date(2024, 2, 13)),
        ("45719", date(2025, 3, 3)),
        ("31/02/2025", None),
        ("soon", None),
        ("", None),
    ],
)
def test_dates_are_read_as_britain_writes_them(text: str, day: date | None) -> None:
    assert parse_date(text) == day


def test_dates_that_jump_about_are_told() -> None:
    jumping = "01/02/2024 - one.\n03/05/2023 - two.\n05/06/2024 - three."
    found = out_of_order(jumping)
    assert found
    assert (found.dates, found.later, found.earlier) == (3, date(2024, 2, 1), date(2023, 5, 3))


def test_dates_from_first_to_last_or_last_to_first_are_in_order() -> None:
    lines = ["01/02/2023 - one.", "3 May 2023: two.", "June 2024 - three."]
    assert out_of_order("\n".join(lines)) is None
    assert out_of_order("\n".join(reversed(lines))) is None
    assert out_of_order("Seen on 01/02/2024, 03/05/2023 and 05/06/2024.") is None
