"""What the tests of the rewrite room share."""

from __future__ import annotations

import pytest
from rewrite_support import Drafter

from notecheck.checker import Checker
from notecheck.values import Child, Draft, Record


@pytest.fixture(scope="session")
def draft(checker: Checker) -> Drafter:
    """Draft a text for a child: `draft(text, name, pronouns, author=…)`."""
    return _drafter(checker)


@pytest.fixture(scope="session")
def draft_by_rules(rules: Checker) -> Drafter:
    """The same without the reader."""
    return _drafter(rules)


def _drafter(checker: Checker) -> Drafter:
    def drafted(
        text: str, name: str | None = "Maya", pronouns: str | None = "she", author: str | None = None, age: float = 9
    ) -> Draft:
        record = Record(id="note", text=text, child=Child(name, pronouns, age), author=author)  # type: ignore[arg-type]
        return checker.rewrite(record)

    return drafted
