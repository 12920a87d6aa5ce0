"""How drafts are shown: the writer for each format of `notecheck rewrite`."""

from __future__ import annotations

from typing import Protocol, TextIO

from notecheck.values import Draft

FORMATS = ("terminal", "text", "diff", "json", "jsonl", "html")


class DraftWriter(Protocol):
    """Shows drafts one after another."""

    def begin(self) -> None: ...

    def write(self, draft: Draft) -> None: ...

    def end(self) -> None: ...


def draft_writer_for(output: str, stream: TextIO) -> DraftWriter:
    """The writer for one of `FORMATS`."""
    if output in ("json", "jsonl"):
        from notecheck.reports.draft_json import DraftJson, DraftJsonLines

        return DraftJson(stream) if output == "json" else DraftJsonLines(stream)
    if output in ("text", "diff"):
        from notecheck.reports.draft_plain import DraftDiff, DraftText

        return DraftDiff(stream) if output == "diff" else DraftText(stream)
    if output == "html":
        from notecheck.reports.draft_html import DraftHtml

        return DraftHtml(stream)
    from notecheck.reports.draft_terminal import DraftTerminal

    return DraftTerminal(stream)
