"""What counts as an acronym, and what is said about one."""

from __future__ import annotations

from pathlib import Path

import pytest
from acronym_notes import check, flagged

from notecheck.checks.acronym_wording import plural
from notecheck.values import Child

MAYA = Child(name="Maya Brown", pronouns="she", age=9)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The SW rang the LA about CIN and the IRO.", ["SW", "LA", "CIN", "IRO"]),
        ("Two SWs came with the HLTAs and the MGPs.", ["SWs", "HLTAs", "MGPs"]),
        ("The SW's car, the LADO’s letter and the SWs' room.", ["SW", "LADO", "SWs"]),
        ("PHQ-9 was 12, GCP2 is due, CP-IS checked.", ["PHQ-9", "GCP2", "CP-IS"]),
        ("The C&F is late and the D&V is better.", ["C&F", "D&V"]),
        ("The C.I.N. plan and the M.G.M. came up.", ["C.I.N.", "M.G.M."]),
        ("DfE, SaLT, CiN, DoLS and HoS.", ["DfE", "SaLT", "CiN", "DoLS", "HoS"]),
        ("Did a h/v, f/u next w/c, t/c to school.", ["h/v", "f/u", "w/c", "t/c"]),
        ("Saw yp with mgm. Hx of low mood. Strat today.", ["yp", "mgm", "Hx", "Strat"]),
        ("Mo said that Fa was late.", ["Mo", "Fa"]),
        ("cin plan, iro told, camhs referral", ["cin", "iro", "camhs"]),
        ("s47 and S.47 and s.20 and Sec 85 and s31(2)(a)", ["s47", "S.47", "s.20", "Sec 85", "s31(2)(a)"]),
        ("CIN/CP review; non-LAC, YOT-led", ["CIN", "CP", "LAC", "YOT"]),
        ("Clinic DNA'd x2, police NFA’d, MASHing again", ["DNA'd", "NFA’d", "MASHing"]),
        ("Review in 6/52, born at 38/40, next check in 6/12", ["6/52", "38/40", "6/12"]),
        ("Pupil premium PP+ and the Reg 44 visitor and Ed Psych", ["PP+", "Reg 44", "Ed Psych"]),
        ("The NNDRT and the ZQT are not on any list.", ["NNDRT", "ZQT"]),
        ("The KAFI team rang.", ["KAFI"]),
    ],
)
def test_acronyms_are_found_however_they_are_written(text: str, expected: list[str]) -> None:
    assert flagged(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "MANAGEMENT OVERSIGHT",
        "CHILD'S VIEWS AND WISHES",
        "DOMESTIC INCIDENT REPORTED BY NEIGHBOUR",
        "FAMILY FINDING UPDATE - LACEY (6) and KODI (5)",
        "He was NOT there and she MUST be told TODAY.",
        "They ARE hitting him and it HAS to stop.",
        "Henry VIII, Part II, Schedule IV, World War I and Type II diabetes.",
        "She lives at SO14 7LW, near SW1A 2AA and PO15 5TT.",
        "Ref ABC/1234, case CS12345, ticket #KRT and M6 J16, plate AB12 CDE.",
        "J's sister and B were there. Child A and Child B. Mr X rang.",
        "TV, UK, GP, NHS, A&E, PE, 5pm, 5 PM, Mr, Mrs, Ms, Dr, GCSEs, ID, CCTV, MP, DVD, USB, OK.",
        "JONES stated that SMITH hit her. Sarah SMITH came.",
        "KAI and ZOE went to the park with NOOR.",
        "See www.example.org/ABCD or write to QRT@example.org.",
        "He likes YouTube, TikTok, WhatsApp, FIFA and the PS5 at McDonald's.",
        "Signed: KB",
        "Staff: DT, RW, waking night - JO. RW sat with him. DT made tea.",
        "12/03/24, 5/12, 3/7, 10/12 for effort, scored 31/40.",
        "A section 47 enquiry and Section 20.",
        "A DNA test was done.",
        "Mon 5th MAR and 4 DEC",
        "They met Mo Salah and a girl called Mo.",
        "accommodation under Pt 7",
    ],
)
def test_acronyms_leave_alone_what_is_none(text: str) -> None:
    assert flagged(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MASH ENQUIRY – RESPONSES", ["MASH"]),
        ("S47 ENQUIRY – RECORD OF FIRST VISIT TO SCHOOL", ["S47"]),
        ("EHCP INTERIM REVIEW – minutes", ["EHCP"]),
        ("TRIAGE DECISION – ATM MASH", ["ATM", "MASH"]),
    ],
)
def test_acronyms_that_are_known_beat_the_heading_rule(text: str, expected: list[str]) -> None:
    assert flagged(text) == expected


def test_acronyms_are_not_the_childs_initials_or_name() -> None:
    assert flagged("MB was at home. M.B. smiled. MAYA waved.", MAYA) == []


def test_acronyms_are_not_initials_that_a_meeting_gives_its_people() -> None:
    assert flagged("Panel: chair C. Parr (CP), Dan Fenn (DF).\n1. CP asked for the CIN plan. DF agreed.") == ["CIN"]


def test_acronyms_shorthand_with_a_capital_inside_a_sentence_is_a_name() -> None:
    assert flagged("Two men at the car wash, Vic and a younger one, took it.") == []
    assert flagged("Vic seen at home.") == ["Vic"]


def test_acronyms_mo_and_fa_are_parents_where_a_note_has_both() -> None:
    assert flagged("Present: Mo Nasreen, Fa Tahir.") == ["Mo", "Fa"]
    assert flagged("Mo Salah is his hero.") == []
    assert flagged("Flat B  Staff: Mo (bank), Gaynor") == []


def test_acronyms_in_the_childs_own_words_are_held_back_with_the_reason() -> None:
    _, findings = check('Maya said, "My IRO is nice." I rang the IRO.', MAYA)

    assert [f.suppressed_by for f in findings] == ["the child's own words", None]


def test_acronyms_in_a_professionals_quoted_words_are_found() -> None:
    assert flagged('The duty worker told me to "log it on CPOMS".') == ["CPOMS"]


def test_acronyms_with_one_meaning_offer_it_and_its_plain_wording() -> None:
    acronyms, findings = check("The IRO rang.")

    assert acronyms[0].meanings == ("independent reviewing officer",)
    assert findings[0].instead == (acronyms[0].meanings[0], acronyms[0].plain[0])
    assert findings[0].ask is None
    assert findings[0].rule == "acronym/unexplained"


def test_acronyms_in_the_plural_offer_the_plural() -> None:
    _, findings = check("Two SWs and several CINs.")

    assert [f.instead[0] for f in findings] == ["social workers", "children in need"]


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("The BPs rang about the letterbox.", "birth parents"),
        ("There is a Cat 1 hazard in the flat.", "category 1"),
        ("Maya has an EHCP plan.", "education, health and care"),
        ("Maya has an EHCP. Plan for Monday: school.", "education, health and care plan"),
    ],
)
def test_acronyms_offer_words_that_drop_in(text: str, instead: str) -> None:
    _, findings = check(text)

    assert findings[0].instead[0] == instead


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("birth parents", "birth parents"),
        ("class", "classes"),
        ("diagnosis", "diagnoses"),
        ("bus pass", "bus passes"),
        ("virus", "viruses"),
        ("policy", "policies"),
        ("child in need", "children in need"),
        ("time when you were missing", "times when you were missing"),
        ("missing", "missing"),
        ("staff who stay awake at night", "staff who stay awake at night"),
        ("help that every family can get", "help that every family can get"),
        ("thing still to do", "things still to do"),
    ],
)
def test_acronyms_plurals_are_english(one: str, many: str) -> None:
    assert plural(one) == many


@pytest.mark.parametrize(
    "text",
    [
        "She is seen by the child and adolescent mental health service. CAMHS will ring.",
        "She is seen by child and adolescent mental health services. CAMHS will ring.",
    ],
)
def test_acronyms_written_out_in_another_number_are_written_out(text: str) -> None:
    _, findings = check(text)

    assert [f.rule for f in findings] == ["acronym/written-out-elsewhere"]


def test_acronyms_with_several_meanings_offer_all_and_choose_none() -> None:
    acronyms, findings = check("The PA rang.")

    assert len(acronyms[0].meanings) > 2
    assert acronyms[0].settled_by is None
    assert set(acronyms[0].meanings) <= set(findings[0].instead)
    assert findings[0].ask is not None
    assert all(meaning in findings[0].ask for meaning in acronyms[0].meanings)


@pytest.mark.parametrize(
    ("text", "meaning", "settled_by"),
    [
        ("The CP conference is on Monday.", "child protection", "conference"),
        ("She is homeless and in TA with no cooker.", "temporary accommodation", "homeless"),
        ("The TA helps her in every lesson.", "teaching assistant", "lesson"),
        ("A young carer needs a rest. YC told.", "young carer", "young carer"),
    ],
)
def test_acronyms_are_settled_only_by_the_notes_own_words(text: str, meaning: str, settled_by: str) -> None:
    acronyms, _ = check(text)

    assert acronyms[0].meanings == (meaning,)
    assert acronyms[0].settled_by == settled_by


def test_acronyms_are_not_settled_where_the_words_point_both_ways() -> None:
    acronyms, _ = check("He is homeless. The TA at school knows.")

    assert acronyms[0].settled_by is None


def test_acronyms_that_no_list_knows_are_asked_about() -> None:
    acronyms, findings = check("The ZQT rang.")

    assert acronyms[0].meanings == ()
    assert findings[0].instead == ()
    assert findings[0].ask is not None
    assert "ZQT" in findings[0].ask


def test_acronyms_explained_later_say_where() -> None:
    text = "The FGC was a good day for all of the family. It rained. A family group conference (FGC) is run by you."
    acronyms, findings = check(text)

    assert [a.explained for a in acronyms] == [False, True]
    assert [f.rule for f in findings] == ["acronym/explained-later"]
    assert findings[0].instead == ("family group conference",)


def test_acronyms_written_out_elsewhere_but_not_linked_say_so() -> None:
    text = "A special guardianship order was made. It will last. Nobody at all minds that. The SGO is for Maya."
    acronyms, findings = check(text)

    assert [f.rule for f in findings] == ["acronym/written-out-elsewhere"]
    assert acronyms[0].explained is False
    assert acronyms[0].long_start is not None
    assert text[acronyms[0].long_start : acronyms[0].long_end] == "special guardianship order"
    assert "special guardianship order" in findings[0].message


def test_acronyms_most_people_know_are_only_noted() -> None:
    _, findings = check("His DOB is known. The IRO rang.")

    assert [f.level for f in findings] == ["note", "consider"]


def test_acronyms_say_where_their_meaning_comes_from() -> None:
    _, findings = check("The LADO rang. Mo was out.")

    assert findings[0].source.url.startswith("http")
    assert "not verified" in findings[1].source.title


def test_acronyms_that_a_council_counts_as_known_are_not_found() -> None:
    assert flagged("CIN and cin and IRO", known=("CIN",)) == ["IRO"]


def test_acronyms_that_a_council_wants_explained_are_found() -> None:
    assert flagged("The GP and the TV.", explain_anyway=("GP",)) == ["GP"]


def test_acronyms_of_a_councils_own_file_are_added_and_replace(tmp_path: Path) -> None:
    own = tmp_path / "ours.csv"
    own.write_text(
        "acronym,meaning,plain,kind\nKAFI,Kite Advice,a place to talk,\nIRO,independent reviewing officer,,known\n"
    )
    acronyms, _ = check("KAFI rang. The IRO rang.", council=own)

    assert [(a.text, a.meanings) for a in acronyms] == [("KAFI", ("Kite Advice",))]


def test_acronyms_keep_exact_offsets_around_letters_outside_the_first_plane() -> None:
    text = "😀 The SW said “ok”. İstanbul. The IRO rang."
    acronyms, _ = check(text)

    assert [text[a.start : a.end] for a in acronyms] == ["SW", "IRO"]


def test_acronyms_a_rank_before_a_surname_is_the_polices() -> None:
    acronyms, _ = check("DS Probert and PC Lund came. He got a new PC.")
    assert [a.meanings for a in acronyms if a.text == "DS"] == [("detective sergeant",)]
    assert {a.meanings for a in acronyms if a.text == "PC"} == {("police constable",)}
