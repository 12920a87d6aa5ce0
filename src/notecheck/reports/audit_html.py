"""The audit as one page: no request to anywhere, readable in print, in greyscale and by a screen reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, PackageLoader, select_autoescape
from markupsafe import Markup

from notecheck.audit.answers import Answers, Group, ProformaAnswers
from notecheck.audit.audit import Audit
from notecheck.audit.labels import label_of
from notecheck.audit.sentences import (
    BY_WORKER,
    LABELS,
    NOT_A_GOOD_NOTE,
    UPLOADED,
    between,
    counted,
    how_read,
    in_brief,
    of_frame,
    of_proforma,
    per_cent,
    small_note,
)
from notecheck.reports.audit_charts import Bar, columns_chart, shares_chart, stacked_chart
from notecheck.values import CATEGORIES

STATES = ("present", "thin", "not found")
MOST_UNREAD = 200
_MOST_RULES = 25
_BY: Mapping[str, str] = MappingProxyType(
    {"team": "By team", "record_type": "By kind of record", "period": "By period", "worker": "By worker"}
)


def environment() -> Environment:
    """The templates, with everything that comes from an export escaped."""
    return Environment(
        loader=PackageLoader("notecheck.reports"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        trim_blocks=True,
        lstrip_blocks=True,
    )


def write_html(audit: Audit, path: Path) -> None:
    """Write the report to a file."""
    found = audit.answers
    page = environment().get_template("audit.html.j2")
    path.write_text(
        page.render(
            audit=audit,
            answers=found,
            categories=CATEGORIES,
            labels=LABELS,
            uploaded=UPLOADED,
            not_a_good_note=NOT_A_GOOD_NOTE,
            by_worker=BY_WORKER if audit.settings.by_worker else "",
            brief=in_brief(found),
            reading=how_read(found),
            frame_lines=of_frame(audit.frame, audit.settings, audit.source.name),
            overall_chart=_overall_chart(found),
            reading_chart=columns_chart(
                "reading", "Reading ages", [(str(y), n) for y, n in found.reading.bars], "Reading age in years"
            ),
            groups=[_group_section(by, list(groups)) for by, groups in found.groups.items()],
            rules=[(r, label_of(r.name, audit.lexicon)) for r in found.rules[:_MOST_RULES]],
            more_rules=max(0, len(found.rules) - _MOST_RULES),
            meanings={a.name: _meaning(audit, a.name) for a in found.acronyms},
            proformas=[_proforma_section(audit, p) for p in found.proformas],
            unread=audit.unread[:MOST_UNREAD],
            more_unread=max(0, len(audit.unread) - MOST_UNREAD),
            counted=counted,
            between=between,
            per_cent=per_cent,
        ),
        encoding="utf-8",
    )


def _overall_chart(found: Answers) -> Markup:
    shares = found.overall.shares
    bars = [
        Bar(LABELS[c], s.interval.estimate, s.interval.low, s.interval.high, counted(s))
        for c, s in shares.items()
        if s.interval
    ]
    return shares_chart("overall", "Share of records with at least one", bars)


def _group_section(by: str, groups: Sequence[Group]) -> dict[str, Any]:
    bars = []
    for g in groups:
        share = g.shares["acronym"]
        if share.interval:
            text = counted(share)
            bars.append(Bar(g.name, share.interval.estimate, share.interval.low, share.interval.high, text, g.small))
    title = "Records with an abbreviation that is not explained"
    return {
        "by": by,
        "title": _BY[by],
        "groups": groups,
        "chart": shares_chart(f"by-{by}", f"{title}, {_BY[by].lower()}", bars) if len(bars) <= 30 else "",
        "chart_title": title,
        "small": small_note(list(groups)),
    }


def _meaning(audit: Audit, letters: str) -> str:
    return "; ".join(row.meaning for row in audit.lexicon.acronyms.get(letters, ()))


def _proforma_section(audit: Audit, found: ProformaAnswers) -> dict[str, Any]:
    proforma = next(p for p in audit.proformas if p.name == found.name)
    prompts = {p.id: p for p in proforma.prompts}
    rows = [(prompts[p.id].title, (p.present, p.thin, p.not_found)) for p in found.prompts if p.id in prompts]
    return {
        "found": found,
        "title": proforma.title,
        "lines": of_proforma(found, proforma.title),
        "chart": stacked_chart(f"prompts-{found.name}", f"{proforma.title}: prompts", rows, STATES),
        "prompts": [(prompts[p.id], p) for p in found.prompts if p.id in prompts],
    }
