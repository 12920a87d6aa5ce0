"""A page of drafts: original and draft side by side with every change marked; self-contained, fit for print."""

from __future__ import annotations

from typing import TextIO

from jinja2 import Environment, PackageLoader, select_autoescape

from notecheck.reports.draft_words import OWN_IT, asked, first_line, paragraphs, reasons
from notecheck.values import Draft


class DraftHtml:
    """Writes one page for all drafts, a draft at a time."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._count = 0
        self._templates = Environment(
            loader=PackageLoader("notecheck.reports"),
            autoescape=select_autoescape(default=True, default_for_string=True),
            trim_blocks=True,
        )

    def begin(self) -> None:
        self._stream.write(self._templates.get_template("drafts_begin.html.j2").render(own_it=OWN_IT))

    def write(self, draft: Draft) -> None:
        self._count += 1
        page = self._templates.get_template("draft.html.j2").render(
            at=self._count,
            draft=draft,
            first_line=first_line(draft),
            rows=paragraphs(draft),
            asked=asked(draft),
            reasons=reasons(draft),
        )
        self._stream.write(page)

    def end(self) -> None:
        self._stream.write("</main>\n</body>\n</html>\n")
        self._stream.flush()
