"""The check over a Spark DataFrame gives what the checker gives, with two workers."""

from __future__ import annotations

import os
import shutil
import socket
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from audit_support import PLAIN, POOR, TO_CHILD

from notecheck.checker import Checker
from notecheck.config import Config
from notecheck.errors import NotecheckError

pyspark = pytest.importorskip("pyspark", reason="pyspark is not installed (pip install notecheck[spark])")
if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
    pytest.skip("Spark needs Java, and there is none on this machine", allow_module_level=True)

NOTES = [
    (f"{n:04d}", text, "North" if n % 2 else "South", f"P{n}")
    for n in range(40)
    for text in [(POOR, TO_CHILD, PLAIN)[n % 3]]
]


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """A local Spark with two workers. It talks to its own processes over loopback, and to nobody else."""
    import _socket

    from pyspark.sql import SparkSession

    patch = pytest.MonkeyPatch()
    for name in ("connect", "connect_ex", "sendto"):
        patch.setattr(socket.socket, name, getattr(_socket.socket, name))
    patch.setattr(socket, "getaddrinfo", _socket.getaddrinfo)
    patch.setenv("PYSPARK_PYTHON", sys.executable)
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .getOrCreate()
    )
    yield session
    session.stop()
    patch.undo()


def test_spark_gives_what_the_checker_gives(spark: Any, rules: Checker) -> None:
    from notecheck.spark import check_dataframe

    frame = spark.createDataFrame(
        [*NOTES, ("9999", " ", "North", "P1")], ["note_id", "body", "team", "child"]
    ).repartition(2)
    found = check_dataframe(
        frame, text="body", id="note_id", team="team", child_id="child", salt="s", config=Config(reader=False)
    ).collect()
    by_id = {row["id"]: row for row in found}
    assert len(by_id) == len(NOTES) + 1
    assert by_id["9999"]["unread"] == "there is no text in it"
    for note_id, text, team, child in NOTES:
        review, row = rules.check(text), by_id[note_id]
        assert [(f["rule"], f["level"]) for f in row["findings"]] == [(f.rule, f.level) for f in review.findings]
        assert (row["words"], row["team"]) == (review.words, team)
        assert row["acronym"] == sum(f.category == "acronym" for f in review.findings)
        assert row["child"].startswith("child ")
        assert child not in row["child"]
        assert all(f["phrase"] is None for f in row["findings"])


def test_spark_names_the_columns_that_there_are(spark: Any) -> None:
    from notecheck.spark import check_dataframe

    frame = spark.createDataFrame([("1", "x")], ["id", "body"])
    with pytest.raises(NotecheckError, match="there is no column “note”; the columns are “id”, “body”"):
        check_dataframe(frame, text="note")
    with pytest.raises(NotecheckError, match="Give a salt"):
        check_dataframe(frame, text="body", child_id="id")
