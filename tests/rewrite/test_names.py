"""Names: whole, nickname, initials, names that are words, somebody else of the same name."""

from __future__ import annotations

import pytest

from notecheck.checker import Checker
from notecheck.rewrite.names import name_places, names_of
from notecheck.values import Child, Record


def places(checker: Checker, name: str, text: str) -> list[str]:
    doc = checker.read(Record(id="note", text=text, child=Child(name)))
    return [doc[p.start : p.end].text for p in name_places(doc, names_of(Child(name))) if p.sure]


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Maya", "Maya likes maths.", ["Maya"]),
        ("Maya Brown", "Maya Brown came. Maya left.", ["Maya Brown", "Maya"]),
        ("William/Billy", "Billy and William are one boy.", ["Billy", "William"]),
        ("Mary-Jane", "Mary-Jane's bag.", ["Mary-Jane"]),
        ("Maya Brown", "MB was seen.", ["MB"]),
        ("James", "James' bag", ["James"]),
        ("Maya", "MAYA'S VIEWS", ["MAYA"]),
    ],
)
def test_names_are_found(checker: Checker, name: str, text: str, found: list[str]) -> None:
    assert places(checker, name, text) == found


@pytest.mark.parametrize(
    ("name", "text", "count"),
    [
        ("Will", "Staff will ring on Monday.", 0),
        ("Will", "They will ask Will on Monday.", 1),
        ("Hope", "I hope that it helps.", 0),
        ("May", "The meeting is on 4 May.", 0),
        ("May", "May said that she is coming in May.", 1),
        ("Mark", "A mark was seen on his arm.", 0),
        ("Maya Brown", "Maya Green is in her class.", 0),
        ("Zara", "She met another Zara.", 0),
    ],
)
def test_names_words_and_namesakes_are_not_the_child(checker: Checker, name: str, text: str, count: int) -> None:
    assert len(places(checker, name, text)) == count


def test_names_an_empty_name_finds_nothing(checker: Checker) -> None:
    assert places(checker, "  - ", "Maya came.") == []
